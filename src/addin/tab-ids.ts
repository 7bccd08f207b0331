// What is looked for at a keystroke or by the sheet's own script.
import { headingsNow } from '../core/former-headings.ts';
import { fold } from '../core/text.ts';
import { TAB_IDS } from '../sheet/tab-ids.ts';

/** Where a tick asks for a deed. */
export const ASKING_TABS: readonly number[] = [TAB_IDS.controls, TAB_IDS.adHoc];

/** Heading of the column of ticks on both of them. */
export const TICK_HEADING = 'Chọn';

/** Headings of «Điều khiển». */
export const REQUEST_HEADINGS = {
  tick: TICK_HEADING,
  deed: 'Việc',
  askedBy: 'Người yêu cầu',
  at: 'Thời điểm',
  outcome: 'Kết quả',
} as const;

/** Where a heading stands in a row, 0-based, also one that was not synced since it was worded otherwise; -1: nowhere. */
export function columnIn(row: readonly unknown[], heading: string): number {
  return headingsNow(row.map((cell) => (typeof cell === 'string' ? cell : ''))).indexOf(fold(heading));
}
