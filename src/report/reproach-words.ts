// What is not said any more against units and tasks, and what is said for the first time, in words: for the mail, the document, the Zalo text and
// the dialog of closing alike. Who was told as silent is named, whatever the figures do.
import { formatDay } from '../core/calendar.ts';
import { twoDigits } from '../core/figures.ts';
import type { Reproaches, TaskStanding, UnitStanding } from '../core/report.ts';
import type { Status } from '../core/status.ts';
import { capitalised } from './coverage.ts';
import { OVERDUE } from './words/chairman-mail.ts';

/** Of whom the same was said, and the same is said now. */
export interface ReproachLine {
  /** «Bản 1 ghi chưa báo cáo; nay báo cáo đủ, đúng hạn (02): ». */
  readonly lead: string;
  readonly names: readonly string[];
}

export interface ReproachNames {
  /** «bản 1». */
  readonly than: string;
  /** How units and tasks are called. */
  unit(name: string): string;
  task(code: string): string;
}

/** Who was said to be what, and is said to be what now. */
export interface Reworded {
  readonly was: string;
  readonly now: string;
  readonly name: string;
}

/** One line of each that is the same, units first; none where nothing is different. */
export function reproachLines({ units, tasks }: Reproaches, names: ReproachNames): ReproachLine[] {
  return linesOf(names.than, [
    ...units.map(({ name, was, now }) => ({
      was: UNIT_STANDINGS[was.kind],
      now: UNIT_STANDINGS[now.kind],
      name: `${names.unit(name)}${partsWords(was, now)}`,
    })),
    ...tasks.map(({ code, was, now }) => ({ was: taskWords(was), now: taskWords(now), name: names.task(code) })),
  ]);
}

/** Those of whom the same was and is said stand in one line. @param than «bản 1» */
export function linesOf(than: string, reworded: readonly Reworded[]): ReproachLine[] {
  const groups = new Map<string, string[]>();
  for (const { was, now, name } of reworded) {
    const lead = `${capitalised(than)} ghi ${was}; nay ${now}`;
    groups.set(lead, [...(groups.get(lead) ?? []), name]);
  }
  return [...groups].map(([lead, list]) => ({ lead: `${lead} (${twoDigits(list.length)}): `, names: list }));
}

/** The same as sentences, without their full stops. */
export function reproachSentences(reproaches: Reproaches, names: ReproachNames): string[] {
  return reproachLines(reproaches, names).map(inOneSentence);
}

export const inOneSentence = ({ lead, names }: ReproachLine) => `${lead}${names.join(', ')}`;

/** Units that were told as incomplete and are so no more. */
export function completeSince({ units }: Reproaches): string[] {
  const isMissing = ({ kind }: UnitStanding) => kind === 'silent' || kind === 'partly';
  return units.filter(({ was, now }) => isMissing(was) && !isMissing(now)).map(({ name }) => name);
}

const UNIT_STANDINGS: Readonly<Record<UnitStanding['kind'], string>> = {
  nothing: 'không phải báo cáo',
  silent: 'chưa báo cáo',
  partly: 'báo cáo một phần',
  late: 'báo cáo đủ, chậm',
  afterwards: 'báo cáo đủ, sau hạn, không rõ đã được nhắc',
  onTime: 'báo cáo đủ, đúng hạn',
};

/** «(1/8 nhiệm vụ)» of what is a part now, beside what it was where that was one. */
function partsWords(was: UnitStanding, now: UnitStanding): string {
  if (now.kind !== 'partly') return '';
  const part = (one: UnitStanding) =>
    one.kind === 'partly'
      ? [`${one.came}/${one.owed} nhiệm vụ${one.late === 0 ? '' : `, chậm ${twoDigits(one.late)}`}`]
      : [];
  return ` (${[...part(was), ...part(now)].join(' → ')})`;
}

/** «đang thực hiện quá hạn, chưa giải trình». */
function taskWords({ status, unexplained, finishedSince }: TaskStanding): string {
  return [
    inSentence(status),
    ...(unexplained ? [OVERDUE.noReason] : []),
    ...(finishedSince === undefined ? [] : [OVERDUE.finishedSince(formatDay(finishedSince))]),
  ].join(', ');
}

/** «Thường xuyên – có kết quả» → «thường xuyên có kết quả». */
export function inSentence(status: Status): string {
  return (status.slice(0, 1).toLowerCase() + status.slice(1)).replace(' – ', ' ');
}
