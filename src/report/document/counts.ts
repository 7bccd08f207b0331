// How numbers and texts are written in a document: counts below ten with two digits, nothing as 0, no share of nothing, long texts
// cut where they would drown the rest.
import { formatDay } from '../../core/calendar.ts';
import { type Figure, PERCENT_FROM, percent, twoDigits } from '../../core/figures.ts';
import type { ReportedTask } from '../../core/report.ts';
import type { ToldText } from '../../core/reporter-cell.ts';
import { cut, partsOf } from '../page.ts';
import { OVERDUE } from '../words/chairman-mail.ts';

/** A count in a cell: none is «0», not «00». */
export const inCell = (n: number) => (n === 0 ? '0' : twoDigits(n));
export const tasksCounted = (n: number) => `${twoDigits(n)} nhiệm vụ`;

/** «đúng hạn 02, quá hạn 01»: only what there is. */
export function parts(list: readonly (readonly [words: string, n: number])[], separator = ', '): string {
  return list.flatMap(([words, n]) => (n === 0 ? [] : [`${words} ${twoDigits(n)}`])).join(separator);
}

/** «, trong đó chưa giao đầu mối 02»; nothing where none is among them. */
export function breakdown(list: readonly (readonly [words: string, n: number])[]): string {
  const words = parts(list);
  return words === '' ? '' : `, trong đó ${words}`;
}

/** «đạt 90%», from ten on (rule 4.9); else nothing. */
export function share({ part, whole }: Figure): string {
  return whole < PERCENT_FROM ? '' : `, đạt ${percent(part, whole)}`;
}

/** «, tăng 4,5 điểm % so với tháng trước»; of few, the numbers themselves; of nothing, nothing. */
export function comparison(now: Figure, then: Figure | undefined): string {
  if (!then || now.whole === 0 || then.whole === 0) return '';
  if (now.whole < PERCENT_FROM || then.whole < PERCENT_FROM) return `, tháng trước ${then.part}/${then.whole}`;
  const points = Math.round((now.part / now.whole - then.part / then.whole) * 1000) / 10;
  if (points === 0) return ', bằng tháng trước';
  const size = String(Math.abs(points)).replace('.', ',');
  return `, ${points > 0 ? 'tăng' : 'giảm'} ${size} điểm % so với tháng trước`;
}

/** One line of what a unit typed in several, without the stop at its end. */
export function oneLine(words: string, longest: number): string {
  return cut(words, longest).replace(/[\s.;,]+$/u, '');
}

/** The items of a list a unit typed, together no longer than `longest`; one for a text that is no list. */
export function listItems(words: string, longest: number): string[] {
  const items: string[] = [];
  let left = longest;
  for (const part of partsOf(words.slice(0, 3 * longest))) {
    if (left < SHORTEST_ITEM) return [...items, '…'];
    const item = oneLine(part, left);
    if (item !== '') items.push(item);
    left -= item.length;
  }
  return items;
}

/** Less room than this holds no item that says anything. */
const SHORTEST_ITEM = 20;

/** Some twenty words (form 1.6). */
export const brief = (words: string) => cut(words, 110);

/** «nhiệm vụ 9, 67, 72»; a task withdrawn from the plan by its code. */
export function numbered(tasks: readonly Pick<ReportedTask, 'number' | 'code'>[]): string {
  return `nhiệm vụ ${tasks.map(nameOf).join(', ')}`;
}

/** «Ban Tư pháp: » in front of a text that is printed beside the name of another unit. */
export function authorPrefix({ authors }: Pick<ReportedTask, 'authors'>, text: ToldText): string {
  const author = authors?.[text];
  return author === undefined || author === '' ? '' : `${author}: `;
}

/** Reported finished behind the period; empty where it is not. */
export function sinceOf({ finishedSince }: Pick<ReportedTask, 'finishedSince'>): string {
  return finishedSince === undefined ? '' : OVERDUE.finishedSince(formatDay(finishedSince));
}

export function nameOf({ number, code }: Pick<ReportedTask, 'number' | 'code'>): string {
  return number === 0 ? code : String(number);
}
