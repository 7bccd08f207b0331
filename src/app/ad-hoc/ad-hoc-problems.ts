// What keeps a line of «Đột xuất» from being asked or closed, in words: what is typed there goes to every unit asked, and into the document.

import type { readScope } from '../../core/ad-hoc-scope.ts';
import type { Moment } from '../../core/calendar.ts';
import { type Cell, isEmpty, isWord, textOf } from '../../core/cell.ts';
import { quoted } from '../../core/check/quoted.ts';
import { saidOf } from '../../core/check/texts.ts';
import { URGENCIES } from '../../sheet/layout/ad-hoc.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import type { AdHocDetail } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { chipText } from '../../sheet/reading/chips.ts';
import { formulaOf, type RawCell } from '../../sheet/reading/snapshot.ts';

/** Words nobody can read that are named. */
const MOST_NAMED = 8;
/** A moment further away has most likely a wrong year, or is no day at all. */
const FAR = 366;

type Headed = readonly (readonly [column: ColumnKey<'adHoc'>, heading: string])[];
/** What is typed there as words. */
export const AD_HOC_TEXTS: Headed = [
  ['subject', 'Nội dung'],
  ['basis', 'Căn cứ'],
  ['scope', 'Phạm vi'],
];
const UNTIL = 'Hạn đơn vị trả lời';
const DUE_AT = 'Hạn báo cáo cấp trên';
const MOMENTS: Headed = [
  ['until', UNTIL],
  ['dueAt', DUE_AT],
];
const MOMENT = 'ngày, giờ dạng 20/05/2024 16:00';

/** What somebody has typed there: nothing of a formula, of a smart chip its link. */
export function typedIn(cell: RawCell): Cell {
  return formulaOf(cell) === undefined ? chipText(cell).value : null;
}

/** @param cell of the line, by column */
export function problemsOf(
  cell: (column: ColumnKey<'adHoc'>) => RawCell,
  { unread, idle, codes }: ReturnType<typeof readScope>,
  { to }: AdHocDetail,
  { asked, now }: { readonly asked: boolean; readonly now: Moment },
): string[] {
  const value = (column: ColumnKey<'adHoc'>): Cell => typedIn(cell(column));
  const until = value('until');
  const urgency = value('urgency');
  const named = (words: readonly string[]) =>
    words
      .slice(0, MOST_NAMED)
      .map((word) => `«${quoted(word)}»`)
      .join(', ');
  return [
    ...(isEmpty(value('subject')) ? ['Chưa ghi Nội dung.'] : []),
    ...(isEmpty(until) ? [`Chưa ghi ${UNTIL} (${MOMENT}).`] : noMoment(until, UNTIL)),
    ...(typeof until === 'number' && !asked && to <= now ? ['Hạn đơn vị trả lời phải sau lúc này.'] : []),
    ...(!isEmpty(urgency) && !URGENCIES.some((word) => isWord(urgency, word))
      ? [`Mức khẩn «${quoted(textOf(urgency))}» không có trong danh sách.`]
      : []),
    // What has been asked is asked: the scope counts no more.
    ...(asked
      ? []
      : [
          ...[...AD_HOC_TEXTS, ...MOMENTS, ['urgency', 'Mức khẩn'] as const].flatMap(([column, label]) =>
            cellProblems(cell(column), label),
          ),
          ...AD_HOC_TEXTS.flatMap(([column, label]) => textProblems(value(column), label)),
          ...noMoment(value('dueAt'), DUE_AT),
          ...MOMENTS.flatMap(([column, label]) => farAway(value(column), label, now)),
          ...(unread.length > 0 ? [`Phạm vi: không đọc được ${named(unread)}.`] : []),
          ...(idle.length > 0 ? [`Phạm vi: ${named(idle)} không là đầu mối của nhiệm vụ nào.`] : []),
          ...(codes.length === 0 && unread.length + idle.length === 0 ? ['Phạm vi không có nhiệm vụ nào.'] : []),
        ]),
  ];
}

function cellProblems(cell: RawCell, label: string): string[] {
  if (formulaOf(cell) !== undefined) return [`${label}: có công thức nên không dùng được, gõ lại bằng chữ hoặc ngày.`];
  return chipText(cell).hasUnread ? [`${label}: có thẻ thông minh (chip) mà hệ thống không đọc được đường dẫn.`] : [];
}

function textProblems(value: Cell, label: string): string[] {
  const said = saidOf(value).filter(({ weight }) => weight === 'block');
  return said.map(({ text, todo }) => `${label}: ${text} ${todo}`);
}

function noMoment(value: Cell, label = ''): string[] {
  return typeof value === 'number' || isEmpty(value) ? [] : [`${label} phải là ${MOMENT}.`];
}

function farAway(value: Cell, label: string, now: Moment): string[] {
  if (typeof value !== 'number' || Math.abs(value - now) <= FAR) return [];
  return [`${label} cách nay hơn một năm: xem lại ngày, tháng, năm.`];
}
