// Headings that read otherwise in earlier versions of the program: sheets that were not synced since, backups, and files nobody has marked know
// their columns by these. On its own: onEdit loads it at every keystroke.
import { FIGURE_CODES, FIGURE_NAMES, type FigureCode } from './figures.ts';
import { fold } from './text.ts';

/** A figure's column in «Sổ báo cáo»: its code, and what it is. */
export const figureHeading = (code: FigureCode): string => `${code} – ${FIGURE_NAMES[code]}`;

/** What each said before, by what it says now; one word a tab. */
const FORMER: Readonly<Record<string, string>> = {
  'Thời điểm báo cáo': 'Báo cáo lúc',
  'Thời điểm chốt': 'Chốt lúc',
  'Thời điểm nhắc': 'Nhắc lúc',
  'Thời điểm': 'Lúc',
  'Ngày nhập': 'Nhập ngày',
  'Hạn đơn vị trả lời': 'Đơn vị trả lời trước',
  'Hạn báo cáo cấp trên': 'Gửi cấp trên trước',
  ...Object.fromEntries(FIGURE_CODES.map((code) => [figureHeading(code), code])),
};
const BEFORE: ReadonlyMap<string, string> = new Map(Object.entries(FORMER).map(([now, was]) => [fold(now), fold(was)]));

/** What a heading said in earlier versions. */
export const formerHeading = (heading: string): string | undefined => FORMER[heading];

/**
 * The texts of a row of headings, folded and as the program words them today. Where today's word stands too, the earlier one is somebody's own
 * column and stays as it is.
 */
export function headingsNow(texts: readonly string[]): string[] {
  const folded = texts.map(fold);
  const now = new Map(
    [...BEFORE].filter(([heading]) => !folded.includes(heading)).map(([heading, was]) => [was, heading]),
  );
  return folded.map((text) => now.get(text) ?? text);
}
