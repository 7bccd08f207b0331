// The deeds of a month through the doors people use, in one play for all of them: what each costs with so many tasks.
import type { Seeds } from '../../../core/plan.ts';
import type { SheetRequest } from '../../host/contract.ts';
import type { HostState } from '../../host/state.ts';
import { INSTALLER } from '../month/cast.ts';
import type { Stage } from '../month/stage.ts';
import {
  accountRequests,
  entryRequests,
  findPlaces,
  leapTo,
  newSheet,
  type Places,
  type Program,
} from './bench-sheet.ts';
import { figuresOf, type MeasuredCall } from './figures.ts';
import type { Measured } from './measured.ts';
import { callsDuring, lastRun, runWith } from './watch.ts';

export interface Played {
  readonly measured: readonly Measured[];
  readonly places: Places;
  /** The sheet with all rows reported and nothing closed, for plays that go on from there. */
  readonly beforeClosing: Pick<Stage, 'fileId' | 'scriptId'> & { readonly state: HostState; readonly places: Places };
}

const SYNC = 'Đồng bộ bảng tính…';
const CLOSING = 'Tổng hợp báo cáo…';
const AD_HOC = 'Báo cáo đột xuất…';
/** The period that is open when the sheet is set up. */
export const PERIOD = { year: 2024, month: 5 };

const isBatch = ({ method }: MeasuredCall) => method === 'batchUpdate';
const isMail = ({ method }: MeasuredCall) => method === 'sendEmail';
const closes = (call: MeasuredCall) => isBatch(call) && JSON.stringify(call.args).includes('"addNamedRange"');

/** A play under way. */
interface Play {
  readonly stage: Stage;
  readonly seeds: Seeds;
  readonly measured: Measured[];
  /** Keeps and tells what a deed cost. */
  add(deed: string, calls: readonly MeasuredCall[]): void;
  during(deed: () => unknown): MeasuredCall[];
  /** Past the program. */
  change(requests: SheetRequest[]): void;
}

/**
 * All deeds of a month.
 * @param found told the places as soon as the sheet stands
 */
export function playMonth(
  seeds: Seeds,
  program: Program,
  say: (line: string) => void,
  found: (places: Places) => void,
): Played {
  const play = begin(seeds, program, say);
  const { stage } = play;
  build(play);
  const places = findPlaces(seeds, stage.locate);
  found(places);
  fillAccounts(play, places);
  heal(play);
  edit(play, places);
  wake(play);
  remind(play);
  const beforeClosing = report(play, places);
  close(play);
  play.add(
    'chairman’s mail and documents',
    runWith(
      play.during(() => stage.advanceTo('2024-05-15T08:50')),
      isMail,
    ),
  );
  correct(play, places);
  reportOutOfTurn(play);
  closeByClock(play);
  return { measured: finished(play), places, beforeClosing };
}

/** The deeds whose cost grows with the plan, on a larger one. @param places of the usual one */
export function playLargePlan(seeds: Seeds, program: Program, places: Places, say: (line: string) => void): Measured[] {
  const play = begin(seeds, program, say);
  build(play);
  fillAccounts(play, places);
  edit(play, places);
  wake(play);
  report(play, places);
  close(play);
  return finished(play);
}

function begin(seeds: Seeds, program: Program, say: (line: string) => void): Play {
  const stage = newSheet(seeds, program, '2024-05-14T20:00');
  const measured: Measured[] = [];
  const tasks = seeds.tasks.length;
  return {
    stage,
    seeds,
    measured,
    add(deed, calls) {
      if (calls.length === 0) throw new Error(`bench: nothing was seen of «${deed}»`);
      measured.push({ deed, tasks, figures: figuresOf(calls) });
      say(`${deed}, ${tasks} tasks`);
    },
    during: (deed) => callsDuring(stage.host, stage.fileId, () => void deed()),
    change: (requests) => stage.host.batchUpdateAs(INSTALLER, stage.fileId, requests),
  };
}

function finished({ stage, measured }: Play): Measured[] {
  if (stage.failures.length > 0) throw new Error(`bench: ${stage.failures.join('\n')}`);
  return measured;
}

function build({ stage, add, during }: Play): void {
  const calls = during(() => stage.click(INSTALLER, 'Thiết lập ban đầu…', withoutTestMail));
  add('first build', runWith(calls, isBatch));
}

function fillAccounts({ stage, seeds, add, during, change }: Play, places: Places): void {
  change(accountRequests(seeds, places));
  add(
    'rights of all units',
    during(() => stage.click(INSTALLER, SYNC)),
  );
  add(
    'preview of a sheet that agrees',
    during(() => stage.click(INSTALLER, SYNC)),
  );
}

function heal({ stage, add, during, change }: Play): void {
  change([{ updateSheetProperties: { properties: { sheetId: 1001, title: 'NV' }, fields: 'title' } }]);
  add(
    'heal',
    during(() => stage.click(INSTALLER, SYNC)),
  );
  add(
    'check',
    during(() => stage.click(INSTALLER, 'Kiểm tra dữ liệu')),
  );
}

function edit({ stage, seeds, add, during }: Play, { firstTask }: Places): void {
  const { host, fileId, police } = stage;
  const last = { ...firstTask, row: firstTask.row + seeds.tasks.length - 1 };
  add(
    'onEdit, first row',
    during(() => host.type(police, fileId, firstTask, 'Đang thực hiện')),
  );
  add(
    'onEdit, last row',
    during(() => host.type(police, fileId, last, 'Đang thực hiện')),
  );
}

function wake({ stage, add, during }: Play): void {
  leapTo(stage, '2024-05-15T00:05');
  add(
    'first clock run of a day',
    runWith(
      during(() => stage.advanceTo('2024-05-15T00:10')),
      isBatch,
    ),
  );
  add('clock asleep', lastRun(during(() => stage.advanceTo('2024-05-15T00:30'))));
}

function remind({ stage, add, during }: Play): void {
  leapTo(stage, '2024-05-15T07:40');
  add(
    'reminder round',
    runWith(
      during(() => stage.advanceTo('2024-05-15T08:00')),
      isMail,
    ),
  );
}

function report({ stage, seeds, change }: Play, places: Places): Played['beforeClosing'] {
  change(entryRequests(places.firstTask, seeds.tasks.length, PERIOD));
  leapTo(stage, '2024-05-15T08:20');
  return { fileId: stage.fileId, scriptId: stage.scriptId, places, state: stage.host.state() };
}

function close({ stage, add, during }: Play): void {
  add(
    'closing',
    during(() => stage.click(stage.police, CLOSING)),
  );
}

function correct({ stage, add, during, change }: Play, { firstTask }: Places): void {
  // The second row gets what stands in the first, which has another state.
  change(entryRequests({ ...firstTask, row: firstTask.row + 1 }, 1, PERIOD));
  add(
    'correction',
    during(() => stage.click(stage.police, CLOSING)),
  );
}

function reportOutOfTurn({ stage, add, during }: Play): void {
  const { police } = stage;
  leapTo(stage, '2024-05-21T09:00');
  stage.advanceTo('2024-05-21T09:20');
  const line = { subject: 'số hóa hồ sơ', scope: 'II.05; Ban Tư pháp', until: '22/05/2024 16:00' };
  for (const [column, text] of Object.entries(line)) stage.type(police, 'adHoc', 'ĐX-2024-01', column, text);
  add(
    'report out of turn, asked',
    during(() => stage.click(police, AD_HOC)),
  );
  add(
    'report out of turn, units told',
    runWith(
      during(() => stage.advanceTo('2024-05-21T09:40')),
      isMail,
    ),
  );
  add(
    'report out of turn, closed',
    during(() => stage.click(police, AD_HOC)),
  );
}

function closeByClock({ stage, add, during }: Play): void {
  // The 15th is a Saturday.
  leapTo(stage, '2024-06-17T15:30');
  stage.advanceTo('2024-06-17T15:50');
  add(
    'automatic version and its mail',
    runWith(
      during(() => stage.advanceTo('2024-06-17T16:20')),
      closes,
    ),
  );
}

/** A mail to oneself is no part of a set-up that is measured. */
function withoutTestMail({ prompt, buttons }: { prompt: string; buttons: string }) {
  if (prompt.includes('Gửi thư thử tới')) return 'NO';
  return buttons === 'YES_NO' ? 'YES' : 'OK';
}
