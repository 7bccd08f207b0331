// The two words of a row that CAX chooses and whose misreading nobody would notice: Tính quá hạn («anything but Không is
// Có», which would count a row as overdue) and Đầu mối (a name that no unit has leaves the row without one).
import { type Cell, isEmpty, isWord, textOf } from '../cell.ts';
import { type Finding, rowFinding } from '../finding.ts';
import { COUNTS_OVERDUE } from '../status.ts';
import type { TaskRow } from '../task-row.ts';
import { misspelt, nearWord } from './near-word.ts';
import { quoted } from './quoted.ts';

const COUNTING = 'Tính quá hạn';
const ACCOUNTABLE = 'Đầu mối';

/** @param unitNames names of «Đơn vị»; none: the tab could not be read, and no Đầu mối is doubted */
export function checkChoices(row: TaskRow, unitNames: readonly string[]): Finding[] {
  const counting = checkChoice(row.countsOverdue, COUNTING, Object.values(COUNTS_OVERDUE), () => ({
    text: `${COUNTING} không phải Có hay Không, đang tính là Có.`,
    todo: 'Công an xã chọn Có hoặc Không.',
  }));
  const accountable = checkChoice(row.accountable, ACCOUNTABLE, unitNames, (typed) => ({
    text: `${ACCOUNTABLE} «${typed}» không có trong tab Đơn vị, đang tính là chưa giao đầu mối.`,
    todo: 'Công an xã chọn lại một đơn vị trong danh sách.',
  }));
  // Both are for CAX to mend, so neither counts as the unit's fault.
  return [accountable, counting].flatMap((finding) =>
    finding ? [rowFinding({ code: row.code, accountable: null }, finding)] : [],
  );
}

function checkChoice(
  cell: Cell,
  column: string,
  words: readonly string[],
  unknown: (typed: string) => { text: string; todo: string },
) {
  if (isEmpty(cell) || words.length === 0 || words.some((word) => isWord(cell, word))) return undefined;
  const near = nearWord(cell, words);
  const said = near === undefined ? unknown(quoted(textOf(cell))) : misspelt(column, near);
  return { column, weight: 'block' as const, ...said };
}
