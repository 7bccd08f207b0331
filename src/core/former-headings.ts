// Headings that read otherwise in earlier versions of the program: sheets that were not synced since, backups, and files nobody has marked know
// their columns by these. On its own and without the figures (sheet/former-headings.ts): onEdit loads it at every keystroke.
import { fold } from './text.ts';

/** What each said before, by what it says now; one word a tab. */
export const FORMER: Readonly<Record<string, string>> = {
  'Thời điểm báo cáo': 'Báo cáo lúc',
  'Thời điểm chốt': 'Chốt lúc',
  'Thời điểm nhắc': 'Nhắc lúc',
  'Thời điểm': 'Lúc',
  'Ngày nhập': 'Nhập ngày',
  'Hạn đơn vị trả lời': 'Đơn vị trả lời trước',
  'Hạn báo cáo cấp trên': 'Gửi cấp trên trước',
};
const BEFORE = foldedHeadings(FORMER);

export function foldedHeadings(former: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(former).map(([now, was]) => [fold(now), fold(was)]));
}

/**
 * The texts of a row of headings, folded and as the program words them today. Where today's word stands too, the earlier one is somebody's own
 * column and stays as it is.
 * @param before what each said before, by what it says now, folded
 */
export function headingsNow(texts: readonly string[], before = BEFORE): string[] {
  const folded = texts.map(fold);
  const now = new Map(
    [...before].filter(([heading]) => !folded.includes(heading)).map(([heading, was]) => [was, heading]),
  );
  return folded.map((text) => now.get(text) ?? text);
}

/** Where a heading stands in a row, 0-based, also one that was not synced since it was worded otherwise; -1: nowhere. */
export function columnNamed(row: readonly unknown[], heading: string): number {
  return headingsNow(row.map((cell) => (typeof cell === 'string' ? cell : ''))).indexOf(fold(heading));
}
