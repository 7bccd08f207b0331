// Rows the sheet should have and has not: words of the red line of «Tổng hợp», of the check, the closing dialog and the mails to CAX.

/** Rows that are missing of a tab, by what people call them. */
export interface MissingRows {
  /** Title of the tab. */
  readonly tab: string;
  readonly names: readonly string[];
}

/** Names in a line that names several tabs. */
export const MOST_MISSING = 5;

/** How the red line begins and ends; between them «tab Nhiệm vụ: II.25; tab Đơn vị: …». */
export const ROWS_LOST = [
  'Số liệu dưới đây chưa đủ vì bảng thiếu hoặc hỏng dòng – ',
  '. Công an xã bấm Đồng bộ bảng tính.',
] as const;

/** Behind a number that does not count everything. */
export const NOT_ALL = ' (chưa đủ)';
/** In the place of a figure where nothing could be counted and something is missing. */
export const NOT_COUNTED = 'chưa tính được';

/** «tab Nhiệm vụ: » */
export const ofTab = (title: string): string => `tab ${title}: `;

/** «tab Nhiệm vụ: II.25; tab Đơn vị: Ban Tư pháp»; empty where nothing is missing. */
export function missingInWords(missing: readonly MissingRows[]): string {
  return missing
    .map(
      ({ tab, names }) =>
        `${ofTab(tab)}${names.slice(0, MOST_MISSING).join(', ')}${names.length > MOST_MISSING ? '…' : ''}`,
    )
    .join('; ');
}
