// The columns units type in. On its own: onEdit loads it at every keystroke, and none of the checks.
import type { EntryCells } from './task-row.ts';

/** Headings of the entry block, the words people know its columns by. */
export const ENTRY_HEADINGS: Readonly<Record<keyof EntryCells, string>> = {
  state: 'Tình trạng',
  progress: 'Tiến độ',
  result: 'Kết quả trong kỳ',
  doneOn: 'Ngày hoàn thành',
  evidence: 'Minh chứng',
  difficulty: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất, kiến nghị',
  period: 'Kỳ báo cáo',
  reportedAt: 'Thời điểm báo cáo',
};
export const ENTRY_COLUMNS = Object.keys(ENTRY_HEADINGS) as readonly (keyof EntryCells)[];
/** The columns of free text. */
export const TEXT_ENTRIES = ['result', 'evidence', 'difficulty', 'proposal'] as const;
