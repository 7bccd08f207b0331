// What people had typed into rows, columns or a whole tab that somebody deleted: found in «Bản lưu» (a week of days) or in
// the newest version of «Lịch sử», and offered back. Only cells that are being made anew are filled.
import { type Day, formatDay } from '../core/calendar.ts';
import { type Cell, isEmpty, textOf } from '../core/cell.ts';
import { ENTRY_COLUMNS } from '../core/check-row.ts';
import { periodLabel } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { EntryCells } from '../core/task.ts';
import type { Returned } from '../sheet/returned.ts';
import { readEntry } from '../sheet/rows.ts';
import { ledgerOf, observe } from './observe.ts';
import type { Ports } from './ports.ts';
import type { SyncPlan } from './sync.ts';

/** Columns of «Nhiệm vụ» that are CAX's, as «Bản lưu» keeps them. */
const DECIDED = ['accountable', 'countsOverdue', 'extension', 'estimate'];

export interface Offer {
  readonly returned: Returned;
  /** «I.01, II.05 – Bản lưu ngày 12/05/2024»: one line a source. */
  readonly lines: readonly string[];
}

/** What was lost of «Nhiệm vụ»: whole rows by code, and columns of the rows that stand. */
interface Lost {
  readonly rows: ReadonlySet<string>;
  readonly columns: readonly (keyof EntryCells)[];
}

/** Undefined where nothing was lost, or no copy holds it. One more look, only where something was lost. */
export function offerBack(ports: Ports, seeds: ResolvedPlan, plan: SyncPlan): Offer | undefined {
  const lost = lostIn(plan);
  if (!lost) return undefined;
  const copies = readCopies(ports, seeds);
  const returned = new Map<string, Record<string, Cell>>();
  const sources = new Map<string, string[]>();
  for (const { code } of seeds.tasks) {
    const copy = copies.get(code);
    if (!copy) continue;
    const isRow = lost.rows.has(code);
    const columns = isRow ? ENTRY_COLUMNS : lost.columns;
    const entry = columns.map((column): [string, Cell] => [column, copy.entry[column]]);
    const cells = Object.fromEntries([...entry, ...(isRow ? copy.decided : [])].filter(([, value]) => !isEmpty(value)));
    if (Object.keys(cells).length === 0) continue;
    returned.set(code, cells);
    sources.set(copy.source, [...(sources.get(copy.source) ?? []), code]);
  }
  if (returned.size === 0) return undefined;
  return { returned, lines: [...sources].map(([source, codes]) => `${codes.join(', ')} – ${source}`) };
}

function lostIn({ observation, placement }: SyncPlan): Lost | undefined {
  const tab = placement.tabs.find(({ declared }) => declared.key === 'tasks');
  // Before the first build nothing was there to lose.
  if (!tab || observation.snapshot.tabs.every(({ sheetId }) => sheetId === 0)) return undefined;
  const rows = new Set(tab.rows.filter(({ isNew }) => isNew || !tab.was).map(({ key }) => key));
  const columns = ENTRY_COLUMNS.filter((key) =>
    tab.columns.some(({ declared, found }) => declared.key === key && found === 'new' && tab.was),
  );
  return rows.size === 0 && columns.length === 0 ? undefined : { rows, columns };
}

interface Copy {
  readonly entry: EntryCells;
  /** What CAX had decided of the row, where the copy holds it. */
  readonly decided: readonly (readonly [column: string, value: Cell])[];
  readonly at: number;
  readonly source: string;
}

/** The newest copy of each row. */
function readCopies(ports: Ports, seeds: ResolvedPlan): Map<string, Copy> {
  const observation = observe(ports, seeds, { backup: 'all', history: 'all', ledger: 'all' });
  const copies = new Map<string, Copy>();
  const keep = (code: string, copy: Copy) => {
    if ((copies.get(code)?.at ?? 0) < copy.at) copies.set(code, copy);
  };
  const history = observation.reader('history');
  for (const version of ledgerOf(observation)) {
    for (const { index } of history.rows) {
      const value = (column: string) => history.value(index, column);
      if (value('period') !== periodOf(version) || value('version') !== version.version) continue;
      const code = textOf(value('code'));
      const decided: [string, Cell][] = [
        ['accountable', value('accountable')],
        ['countsOverdue', value('countsOverdue')],
        ['extension', version.extensions[code] ?? null],
      ];
      const source = `${periodOf(version)}, bản ${version.version}`;
      keep(code, { entry: readEntry(value, 'entryPeriod'), decided, at: version.closedAt, source });
    }
  }
  const backup = observation.reader('backup');
  for (const { index } of backup.rows) {
    const value = (column: string) => backup.value(index, column);
    const day = value('day');
    if (typeof day !== 'number') continue;
    const entry = readEntry(value, 'entryPeriod');
    const decided = DECIDED.map((column): [string, Cell] => [column, value(column)]);
    keep(textOf(value('code')), { entry, decided, at: day, source: backupWords(day) });
  }
  return copies;
}

const periodOf = ({ period }: { period: Parameters<typeof periodLabel>[0] }) => periodLabel(period);

function backupWords(day: Day): string {
  return `Bản lưu ngày ${formatDay(day)}`;
}
