// A correction of an ad hoc report beside the version it corrects, for mail and document alike: numbers that read differently, and
// rows whose content does.
import { type AdHocReport, missingUnits } from '../core/report/ad-hoc.ts';
import { isHeld } from '../core/report/reproaches.ts';
import type { Rewritten } from '../core/report.ts';
import { isFinished, isOverdue } from '../core/status.ts';
import { cut, type PageBlock } from './page.ts';
import { inOneSentence, inSentence, linesOf } from './reproach-words.ts';
import { CORRECTION, TASKS } from './words/chairman-mail.ts';
import { alone } from './words/shared.ts';

const LONGEST = 400;

/** The version that is corrected. */
export interface AdHocBefore {
  readonly version: number;
  readonly report: AdHocReport;
  /** Rows of which something typed is different now. */
  readonly rewritten: readonly Rewritten[];
}

/** The four numbers an ad hoc report opens with, by what they are called. */
export function adHocNumbers(report: Pick<AdHocReport, 'units' | 'tasks'>) {
  const { units, tasks } = report;
  const { late, unasked } = missingUnits(report);
  const count = (holds: (task: (typeof tasks)[number]) => boolean) => tasks.filter(holds).length;
  return {
    'Đơn vị trả lời đủ': `${units.length - late.length - unasked.length}/${units.length}`,
    'Nhiệm vụ đã trả lời': `${count(({ reported }) => reported)}/${tasks.length}`,
    'Đã hoàn thành': `${count(({ status }) => isFinished(status))}/${tasks.length}`,
    'Đang quá hạn': alone(count(({ status }) => isOverdue(status))),
  };
}

/** A sentence without its stop. @param nameOf how tasks are called */
export function correctionWords(report: AdHocReport, before: AdHocBefore, nameOf: (code: string) => string): string {
  const was = adHocNumbers(before.report);
  const now = Object.entries(adHocNumbers(report));
  const numbers = now.flatMap(([label, value]) => {
    const then = was[label as keyof typeof was];
    return then === value ? [] : [`${label} ${then} → ${value}`];
  });
  const texts = before.rewritten.map(({ code, columns }) => `${nameOf(code)} (${columns.join(', ')})`);
  return [
    numbers.length === 0 ? 'các con số không đổi' : numbers.join('; '),
    ...(texts.length === 0 ? [] : [`nội dung thay đổi: ${texts.join(', ')}`]),
  ].join('; ');
}

/** Who was told as not having answered, or as behind, and is not any more, and the other way round: sentences without their stops. */
export function adHocReproaches(report: AdHocReport, before: AdHocBefore, nameOf: (code: string) => string): string[] {
  const [was, now] = [answersOf(before.report), answersOf(report)];
  const earlier = new Map(before.report.units.map((unit) => [unit.name, unit]));
  const units = report.units.flatMap(({ name, asked, answered }) => {
    const [said, says] = [was(name), now(name)];
    const then = earlier.get(name)?.answered;
    if (said === undefined || (said === says && then === answered)) return [];
    if (said !== LACKING && says !== LACKING) return [];
    const counts = `${said === says ? `${then}/${asked} → ` : ''}${answered}/${asked}`;
    return [{ was: said, now: says ?? '', name: answered < asked ? `${name} (${counts})` : name }];
  });
  const rows = new Map(before.report.tasks.map((task) => [task.code, task]));
  const tasks = report.tasks.flatMap((task) => {
    const then = rows.get(task.code);
    if (!then || then.status === task.status || (!isHeld(then) && !isHeld(task))) return [];
    const name = TASKS.withUnit(nameOf(task.code), task.unit);
    return [{ was: inSentence(then.status), now: inSentence(task.status), name }];
  });
  return linesOf(CORRECTION.version(before.version), [...units, ...tasks]).map(inOneSentence);
}

const LACKING = 'chưa trả lời đủ';

/** Whether a unit has answered, in words; undefined of one that was not asked. */
function answersOf({ units }: AdHocReport): (name: string) => string | undefined {
  const { late, unasked } = missingUnits({ units });
  const words = new Map(units.map((unit) => [unit.name, unit.answered < unit.asked ? '' : 'trả lời đủ']));
  for (const { name } of late) words.set(name, LACKING);
  for (const { name } of unasked) words.set(name, 'chưa gửi được yêu cầu');
  return (name) => words.get(name);
}

/** Lines of the mail; nothing where nothing is corrected. */
export function correctionBlocks(report: AdHocReport, before: AdHocBefore | undefined): PageBlock[] {
  if (!before) return [];
  const lead = `${CORRECTION.heading(CORRECTION.version(before.version))}: `;
  return [
    ...adHocReproaches(report, before, (code) => code).map((words) => ({ kind: 'line', text: `${words}.` }) as const),
    {
      kind: 'line',
      lead,
      text: `${cut(
        correctionWords(report, before, (code) => code),
        LONGEST,
      )}.`,
    },
  ];
}
