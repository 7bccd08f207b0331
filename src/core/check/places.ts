// The rows of «Nhiệm vụ» against the plan: every task once, in its group, as many as the plan states; and rows nobody reads.
import { isWord, textOf } from '../cell.ts';
import type { Finding } from '../finding.ts';
import type { TaskRow } from '../task-row.ts';
import { fold } from '../text.ts';
import { quoted } from './quoted.ts';

/** 0-based row of the sheet and the Mã that is in it. */
export interface CodedRow {
  readonly index: number;
  readonly key: string;
}

type PlannedTasks = readonly { readonly code: string; readonly group: string }[];

const RESTORE = 'Chạy Đồng bộ bảng tính để khôi phục.';
const NAMED = 5;

/** Tasks that are missing, group by group (plan: 3+29+5+…), and rows whose Nhóm is not the plan's. */
export function checkCounts(rows: readonly Pick<TaskRow, 'code' | 'group'>[], planned: PlannedTasks): Finding[] {
  if (rows.length === 0) {
    const text = `Không đọc được nhiệm vụ nào, kế hoạch có ${planned.length}.`;
    return [{ place: 'Tab Nhiệm vụ', weight: 'block', text, todo: RESTORE }];
  }
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const groups = [...new Set(planned.map(({ group }) => group))].flatMap((group): Finding[] => {
    const stated = planned.filter((task) => task.group === group);
    const missing = stated.filter(({ code }) => !byCode.has(code)).map(({ code }) => code);
    if (missing.length === 0) return [];
    const named = missing.slice(0, NAMED).join(', ') + (missing.length > NAMED ? '…' : '');
    const text = `Có ${stated.length - missing.length} trong ${stated.length} nhiệm vụ của kế hoạch, thiếu ${named}.`;
    return [{ place: `Tab Nhiệm vụ, nhóm ${group}`, weight: 'block', text, todo: RESTORE }];
  });
  const moved = planned.flatMap(({ code, group }): Finding[] => {
    const row = byCode.get(code);
    if (!row || isWord(row.group, group)) return [];
    const text = `Cột Nhóm ghi «${quoted(textOf(row.group))}», kế hoạch xếp ở nhóm ${group}.`;
    return [{ code, column: 'Nhóm', weight: 'block', text, todo: RESTORE }];
  });
  return [...groups, ...moved];
}

/**
 * A Mã that occurs twice, is no task's, or is missing.
 * @param placed rows that are read · @param foreign rows with content that are not
 */
export function checkStrangers(placed: readonly CodedRow[], foreign: readonly CodedRow[]): Finding[] {
  return foreign.map(({ index, key }): Finding => {
    const row = index + 1;
    const mine = fold(key);
    const place = `Tab Nhiệm vụ, dòng ${row}`;
    if (mine === '') {
      const todo = 'Chuyển nội dung về dòng của nhiệm vụ; nếu là ghi chú riêng thì để nguyên.';
      return { place, weight: 'note', text: 'Dòng tự thêm, không có Mã, hệ thống không đọc.', todo };
    }
    const twin = placed.find((other) => fold(other.key) === mine);
    if (twin) {
      const first = twin.index + 1;
      const text = `Mã ${twin.key} có ở nhiều dòng, hệ thống chỉ đọc dòng ${first}.`;
      const todo = `Chép nội dung cần giữ về dòng ${first}, rồi xóa dòng ${row}.`;
      return { code: twin.key, place: `Tab Nhiệm vụ, dòng ${first} và ${row}`, weight: 'block', text, todo };
    }
    const text = `Mã «${quoted(key)}» không có trong kế hoạch, hệ thống không đọc dòng này.`;
    const todo = 'Nếu gõ nhầm thì sửa Mã cho đúng; nếu là nhiệm vụ đã rút thì để nguyên.';
    return { place, weight: 'note', text, todo };
  });
}
