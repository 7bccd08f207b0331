// The sheet the use cases are measured on: created and shared on the local host before anything of the program has run, so that the
// first build can be measured too; accounts filled in, and a month of entries in every row.
import { dayOf } from '../../core/calendar.ts';
import { ENTRY_COLUMNS } from '../../core/entry-block.ts';
import { type Period, periodLabel } from '../../core/period.ts';
import type { Seeds } from '../../core/plan.ts';
import { STATES } from '../../core/status.ts';
import { PROGRAM } from '../../core/titles.ts';
import type { SheetRequest } from '../../host/contract.ts';
import type { Host } from '../../host/host.ts';
import { createNodeHost } from '../../node/host.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER, policeAccount } from '../month/cast.ts';
import type { Locate } from '../month/locate.ts';
import { resumeStage, type Stage } from '../month/stage.ts';

export interface Program {
  readonly code: string;
  readonly manifest: string;
}

/** A new file with the program bound to it, shared with the whole cast; nothing is set up. */
export function newSheet(seeds: Seeds, program: Program, clock: string): Stage {
  const host = createNodeHost({ clock, seed: 6 });
  const fileId = host.createSpreadsheet(INSTALLER, PROGRAM);
  const manifest: Parameters<Host['bindScript']>[2]['manifest'] = JSON.parse(program.manifest);
  const scriptId = host.bindScript(INSTALLER, fileId, { code: program.code, manifest });
  shareWithAll(host, fileId, seeds);
  return resumeStage({ fileId, scriptId }, host.state(), { seeds, tell: () => {} });
}

export function shareWithAll(host: Host, fileId: string, seeds: Seeds): void {
  for (const unit of castOf(seeds)) host.share(fileId, INSTALLER, accountOf(unit), 'editor');
  host.share(fileId, INSTALLER, CHAIRMAN, 'viewer');
}

type BenchCell = Readonly<Record<'sheetId' | 'row' | 'column', number>>;

/** Cells the plays write to: found once, because they do not move, however many tasks there are. */
export interface Places {
  readonly policeAccounts: BenchCell;
  readonly chairmanEmail: BenchCell;
  /** Of the units that may have an account, in their order. */
  readonly accounts: readonly BenchCell[];
  readonly emails: readonly BenchCell[];
  /** First cell of the entry block, in the first row of the plan. */
  readonly firstTask: BenchCell;
}

export function findPlaces(seeds: Seeds, locate: Locate): Places {
  const units = castOf(seeds);
  return {
    policeAccounts: locate('settings', 'policeAccounts', 'value'),
    chairmanEmail: locate('settings', 'chairmanEmail', 'value'),
    accounts: units.map(({ code }) => locate('units', code, 'accounts')),
    emails: units.map(({ code }) => locate('units', code, 'emails')),
    firstTask: locate('tasks', seeds.tasks[0]?.code ?? '', 'state'),
  };
}

/** What the installing account types into «Cấu hình» and «Đơn vị», in one batch past the program. */
export function accountRequests(seeds: Seeds, places: Places): SheetRequest[] {
  const put = (place: BenchCell, text: string) => cellsAt(place, [[{ userEnteredValue: { stringValue: text } }]]);
  const addresses = castOf(seeds).map(accountOf);
  const list = (cells: readonly BenchCell[]) => cells.map((place, i) => put(place, addresses[i] ?? ''));
  return [
    put(places.policeAccounts, policeAccount(seeds)),
    put(places.chairmanEmail, CHAIRMAN),
    ...list(places.accounts),
    ...list(places.emails),
  ];
}

/** A report of that period in every row of the plan. @param first the first cell of the entry block */
export function entryRequests(first: BenchCell, rows: number, { year, month }: Period): SheetRequest[] {
  const states = Object.values(STATES);
  const [today, label] = [dayOf(year, month, 10), periodLabel({ year, month })];
  const entries: Readonly<Record<(typeof ENTRY_COLUMNS)[number], string | number>> = {
    state: '',
    progress: 0.5,
    result: `Đã triển khai đến các thôn, ${label} (số liệu mẫu)`,
    doneOn: '',
    evidence: '12/BC-UBND',
    difficulty: 'Thiếu máy quét tại bộ phận một cửa',
    proposal: 'Bố trí thêm 01 máy quét',
    addressee: '',
    period: label,
    reportedAt: today + 0.5,
  };
  const lines = Array.from({ length: rows }, (_, i) => {
    const state = states[i % states.length] ?? STATES.doing;
    const isDone = state === STATES.done;
    const line = { ...entries, state, doneOn: isDone ? today - 3 : '', progress: isDone ? 1 : 0.5 };
    return ENTRY_COLUMNS.map((key) => typed(line[key]));
  });
  return [cellsAt(first, lines)];
}

function typed(value: string | number) {
  if (value === '') return {};
  return { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };
}

type Cells = ReturnType<typeof typed>[][];

function cellsAt({ sheetId, row, column }: BenchCell, rows: Cells): SheetRequest {
  const start = { sheetId, rowIndex: row, columnIndex: column };
  return { updateCells: { start, rows: rows.map((values) => ({ values })), fields: 'userEnteredValue' } };
}

/** Time goes by without a clock run; the first one comes at once when time goes on. */
export function leapTo({ host, scriptId }: Pick<Stage, 'host' | 'scriptId'>, at: string): void {
  const silence = (isDead: boolean) => {
    for (const { id } of host.triggers(scriptId)) host.setDead(scriptId, id, isDead);
  };
  silence(true);
  host.advance({ to: at });
  silence(false);
}
