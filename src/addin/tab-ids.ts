// What is looked for at a keystroke or by the sheet's own script.
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
  at: 'Lúc',
  outcome: 'Kết quả',
} as const;
