// Rows that count as reported and have been cleared since, in words: the same in the dialog, the mail and the document.
import { type Day, formatDayMonth } from './calendar.ts';

export const EMPTIED = 'Đã báo cáo, nội dung bị xóa sau khi chốt';

/** «II.26 (ngày 16/05)». @param day undefined where it is not known */
export function emptiedRow(name: string, day: Day | undefined): string {
  return day === undefined ? name : `${name} (ngày ${formatDayMonth(day)})`;
}
