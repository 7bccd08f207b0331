// What conclusions do not cover, in words (rule 4.12): nothing assigned, nothing owed and everything paused are never told as
// «đúng tiến độ», «mọi đơn vị đã báo cáo đủ» or 100 %.
import { twoDigits } from '../core/figures.ts';
import type { Report } from '../core/report.ts';

export interface Coverage {
  /** Tasks of the plan; among them those without Đầu mối, paused, and with a deadline nobody could read. */
  readonly total: number;
  readonly unassigned: number;
  readonly paused: number;
  readonly unread: number;
  /** Tasks of the plan that are not in the sheet. */
  readonly lacking: number;
  /** Units that owe rows. */
  readonly owing: number;
}

export function coverageOf({ tasks, unassigned, paused, unread, lacking, figures }: Report): Coverage {
  return {
    total: tasks.length,
    unassigned: unassigned.length,
    paused: paused.length,
    unread: unread.length,
    lacking: lacking.length,
    owing: figures.K5.whole,
  };
}

/** Why nobody owes a report; undefined where somebody does. */
export function nothingOwed({ total, unassigned, paused, owing }: Coverage): string | undefined {
  if (owing > 0) return undefined;
  if (total > 0 && paused === total) return `toàn bộ ${twoDigits(total)} nhiệm vụ đang tạm dừng`;
  if (total > 0 && unassigned === total) return 'chưa giao đầu mối cho nhiệm vụ nào';
  return 'kỳ này không có nhiệm vụ phải báo cáo';
}

/** «06 nhiệm vụ chưa giao đầu mối, 01 tạm dừng»; what was said whole already is not said again. Empty where there is nothing. */
function uncovered(coverage: Coverage): string {
  const { total, unassigned, paused, unread, lacking } = coverage;
  const said = nothingOwed(coverage);
  const list: readonly (readonly [number, string])[] = [
    [said !== undefined && unassigned === total ? 0 : unassigned, 'chưa giao đầu mối'],
    [said !== undefined && paused === total ? 0 : paused, 'tạm dừng'],
    [unread, 'chưa đọc được thời hạn'],
    [lacking, 'không có trong bảng'],
  ];
  return list
    .filter(([n]) => n > 0)
    .map(([n, words], i) => `${twoDigits(n)}${i === 0 ? ' nhiệm vụ' : ''} ${words}`)
    .join(', ');
}

/** The same as a sentence behind a conclusion. */
export function uncoveredSentence(coverage: Coverage): string {
  const words = uncovered(coverage);
  return words === '' ? '' : ` Còn ${words}.`;
}

export const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
