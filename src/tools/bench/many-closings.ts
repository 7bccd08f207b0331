// What one more closing costs where so many are in the ledger already: month after month is closed through the entry point, the clock of
// the program silent in between.
import { dayOf, isoDate } from '../../core/calendar.ts';
import { PLAN_RULES, shiftPeriod } from '../../core/period.ts';
import type { Seeds } from '../../core/plan.ts';
import type { Outcome } from '../../host/run.ts';
import { INSTALLER } from '../month/cast.ts';
import { resumeStage } from '../month/stage.ts';
import { entryRequests, leapTo } from './bench-sheet.ts';
import { type BenchResult, PERIOD } from './deeds.ts';
import { figuresOf } from './figures.ts';
import type { Measured } from './measured.ts';
import { callsDuring } from './watch.ts';

export function closingAfter(count: number): string {
  return afterClosings('closing', count);
}

function afterClosings(useCase: string, count: number): string {
  return `${useCase} after ${count} ${count === 1 ? 'closing' : 'closings'}`;
}

/**
 * @param standing how many closings there are when the next one is measured, ascending
 * @param say told of every closing measured
 */
export function playClosings(
  seeds: Seeds,
  { state, places, ...ids }: BenchResult['beforeClosing'],
  standing: readonly number[],
  say: (line: string) => void,
): Measured[] {
  const stage = resumeStage(ids, state, { seeds, tell: () => {} });
  const { host, fileId } = stage;
  const tasks = seeds.tasks.length;
  const measured: Measured[] = [];
  const add = (count: number, figures: Measured['figures'], useCase = closingAfter(count)) => {
    measured.push({ useCase, tasks, figures });
    say(`${useCase}, ${tasks} tasks`);
  };
  const last = standing[standing.length - 1] ?? 0;
  for (let count = 0; count <= last; count += 1) {
    const period = shiftPeriod(PERIOD, count);
    leapTo(stage, `${isoDate(dayOf(period.year, period.month, PLAN_RULES.deadlineDay))}T09:00`);
    host.batchUpdateAs(INSTALLER, fileId, entryRequests(places.firstTask, tasks, period));
    const isMeasured = standing.includes(count);
    let outcome: Outcome | undefined;
    const click = () => {
      outcome = stage.click(stage.police, 'Tổng hợp báo cáo…');
    };
    const calls = isMeasured ? callsDuring(host, fileId, click) : [];
    if (!isMeasured) click();
    const refusal = refusalOf(outcome);
    if (refusal !== undefined) {
      for (const more of standing.filter((one) => one >= count))
        add(more, { fails: `the ${count + 1}th closing is refused: ${refusal}` });
      break;
    }
    if (isMeasured) add(count, figuresOf(calls));
  }
  // What looks at the whole sheet; only what may differ after so much typing is repaired before it is measured.
  const sync = () => stage.click(INSTALLER, 'Đồng bộ bảng tính…');
  sync();
  const looks = { 'preview of a sheet that agrees': sync, check: () => stage.click(stage.police, 'Kiểm tra dữ liệu') };
  for (const [useCase, look] of Object.entries(looks))
    add(last, figuresOf(callsDuring(host, fileId, look)), afterClosings(useCase, last));
  return measured;
}

/** The words of a click that closed nothing. */
function refusalOf(outcome: Outcome | undefined): string | undefined {
  const dialog = outcome?.shown[outcome.shown.length - 1];
  const words = dialog?.kind === 'alert' ? dialog.prompt : 'nothing was shown';
  return words.includes('Đã chốt bản') ? undefined : words;
}
