// The use cases of a month through the entry points people use, in one play for all of them: what each costs with so many tasks.
import type { Seeds } from '../../core/plan.ts';
import type { SheetRequest } from '../../host/contract.ts';
import type { HostState } from '../../host/state.ts';
import { INSTALLER } from '../month/cast.ts';
import { textsOf } from '../month/locate.ts';
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

export interface BenchResult {
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

/** A play under way. */
interface BenchPlay {
  readonly stage: Stage;
  readonly seeds: Seeds;
  readonly measured: Measured[];
  /** Does something and keeps what it cost. @param pick the run that did it, where more than one runs meanwhile */
  measure(
    useCase: string,
    work: () => unknown,
    pick?: (calls: readonly MeasuredCall[]) => readonly MeasuredCall[],
  ): void;
  /** Past the program. */
  change(requests: SheetRequest[]): void;
}

const theBuilding = runWith(({ method }) => method === 'batchUpdate');
const theMailing = runWith(({ method }) => method === 'sendEmail');
const theClosing = runWith(
  ({ method, args }) => method === 'batchUpdate' && JSON.stringify(args).includes('"addNamedRange"'),
);

/**
 * All use cases of a month.
 * @param found told the places as soon as the sheet stands
 */
export function playMonth(
  seeds: Seeds,
  program: Program,
  say: (line: string) => void,
  found: (places: Places) => void,
): BenchResult {
  const play = begin(seeds, program, say);
  const { stage, measure } = play;
  build(play);
  const places = findPlaces(seeds, stage.locate);
  found(places);
  giveRights(play, places);
  heal(play);
  edit(play, places);
  wake(play);
  leapTo(stage, '2024-05-15T07:40');
  measure('reminder round', () => stage.advanceTo('2024-05-15T08:00'), theMailing);
  const beforeClosing = report(play, places);
  close(play);
  measure('chairman’s mail and documents', () => stage.advanceTo('2024-05-15T08:50'), theMailing);
  correct(play, places);
  reportOutOfTurn(play);
  // The 15th is a Saturday.
  leapTo(stage, '2024-06-17T15:30');
  stage.advanceTo('2024-06-17T15:50');
  measure('automatic version and its mail', () => stage.advanceTo('2024-06-17T16:20'), theClosing);
  return { measured: finished(play), places, beforeClosing };
}

/** The use cases whose cost grows with the plan, on a larger one. @param places of the usual one */
export function playLargePlan(seeds: Seeds, program: Program, places: Places, say: (line: string) => void): Measured[] {
  const play = begin(seeds, program, say);
  build(play);
  giveRights(play, places);
  edit(play, places);
  wake(play);
  report(play, places);
  close(play);
  return finished(play);
}

function begin(seeds: Seeds, program: Program, say: (line: string) => void): BenchPlay {
  const stage = newSheet(seeds, program, '2024-05-14T20:00');
  const { host, fileId } = stage;
  const tasks = seeds.tasks.length;
  const measured: Measured[] = [];
  return {
    stage,
    seeds,
    measured,
    measure(useCase, work, pick = (all) => all) {
      const calls = pick(callsDuring(host, fileId, () => void work()));
      if (calls.length === 0) throw new Error(`bench: nothing was seen of «${useCase}»`);
      measured.push({ useCase, tasks, figures: figuresOf(calls) });
      say(`${useCase}, ${tasks} tasks`);
    },
    change: (requests) => host.batchUpdateAs(INSTALLER, fileId, requests),
  };
}

function finished({ stage, measured }: BenchPlay): Measured[] {
  if (stage.failures.length > 0) throw new Error(`bench: ${stage.failures.join('\n')}`);
  return measured;
}

function build({ stage, measure }: BenchPlay): void {
  measure('first build', () => stage.click(INSTALLER, 'Thiết lập ban đầu…', withoutTestMail), theBuilding);
}

function giveRights({ stage, seeds, measure, change }: BenchPlay, places: Places): void {
  change(accountRequests(seeds, places));
  measure('rights of all units', () => stage.click(INSTALLER, SYNC));
  measure('preview of a sheet that agrees', () => stage.click(INSTALLER, SYNC));
}

function heal({ stage, measure, change }: BenchPlay): void {
  change([{ updateSheetProperties: { properties: { sheetId: 1001, title: 'NV' }, fields: 'title' } }]);
  measure('heal', () => stage.click(INSTALLER, SYNC));
  measure('check', () => stage.click(INSTALLER, 'Kiểm tra dữ liệu'));
}

function edit({ stage, seeds, measure }: BenchPlay, { firstTask }: Places): void {
  const { host, fileId, police } = stage;
  const lastTask = { ...firstTask, row: firstTask.row + seeds.tasks.length - 1 };
  measure('onEdit, first row', () => host.type(police, fileId, firstTask, 'Đang thực hiện'));
  measure('onEdit, last row', () => host.type(police, fileId, lastTask, 'Đang thực hiện'));
}

function wake({ stage, measure }: BenchPlay): void {
  leapTo(stage, '2024-05-15T00:05');
  measure('first clock run of a day', () => stage.advanceTo('2024-05-15T00:10'), theBuilding);
  measure('clock asleep', () => stage.advanceTo('2024-05-15T00:30'), lastRun);
}

/** Every row is reported. */
function report({ stage, seeds, change }: BenchPlay, places: Places): BenchResult['beforeClosing'] {
  change(entryRequests(places.firstTask, seeds.tasks.length, PERIOD));
  leapTo(stage, '2024-05-15T08:20');
  return { fileId: stage.fileId, scriptId: stage.scriptId, places, state: stage.host.state() };
}

function close({ stage, measure }: BenchPlay): void {
  measure('closing', () => stage.click(stage.police, CLOSING));
}

function correct({ stage, measure, change }: BenchPlay, { firstTask }: Places): void {
  // The second row gets what is in the first, which has another state.
  change(entryRequests({ ...firstTask, row: firstTask.row + 1 }, 1, PERIOD));
  measure('correction', () => stage.click(stage.police, CLOSING));
}

function reportOutOfTurn({ stage, measure }: BenchPlay): void {
  const { police } = stage;
  leapTo(stage, '2024-05-21T09:00');
  stage.advanceTo('2024-05-21T09:20');
  const line = { subject: 'số hóa hồ sơ', scope: 'II.05; Ban Tư pháp', until: '22/05/2024 16:00' };
  for (const [column, text] of textsOf(line)) stage.type(police, 'adHoc', 'ĐX-2024-01', column, text);
  measure('ad hoc report, asked', () => stage.click(police, AD_HOC));
  measure('ad hoc report, units told', () => stage.advanceTo('2024-05-21T09:40'), theMailing);
  measure('ad hoc report, closed', () => stage.click(police, AD_HOC));
}

/** A mail to oneself is no part of a set-up that is measured. */
function withoutTestMail({ prompt, buttons }: { prompt: string; buttons: string }) {
  if (prompt.includes('Gửi thư thử tới')) return 'NO';
  return buttons === 'YES_NO' ? 'YES' : 'OK';
}
