// Headings that a keystroke or the sheet's own script looks for by their words, where how a tab is declared is not loaded.

/** Of «Điều khiển». */
export const REQUEST_HEADINGS = {
  tick: 'Chọn',
  deed: 'Việc',
  askedBy: 'Người yêu cầu',
  at: 'Thời điểm',
  outcome: 'Kết quả',
} as const;

/** Of «Cấu hình». */
export const SETTING_HEADINGS = { key: 'Khóa', value: 'Giá trị' } as const;
