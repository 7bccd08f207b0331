// A row of «Nhiệm vụ», raw.
import type { Cell } from './cell.ts';
import type { EntryCells, EntryKey } from './entry-block.ts';
import type { StatusCells } from './status.ts';

/** A row of «Nhiệm vụ», raw. */
export interface TaskRow extends EntryCells, StatusCells {
  readonly code: string;
  readonly number: Cell;
  readonly content: Cell;
  readonly lead: Cell;
  readonly coordinating: Cell;
  readonly deadline: Cell;
  /** Roman numeral. */
  readonly group: Cell;
  /** Đầu mối: the name of the accountable unit. */
  readonly accountable: Cell;
  /** Ước 31/12. */
  readonly estimate: Cell;
  /** Đúng hạn của kỳ: label of the period the row was in time for. */
  readonly onTimeFor: Cell;
  /** Báo cáo tính cho: period and unit whose the report is, where Đầu mối has changed since (handed-over.ts). */
  readonly reporter?: Cell;
  /** Đã đặt quyền cho: names of the units the row's protection was set for (let-in.ts); absent where nobody knows. */
  readonly letIn?: Cell;
  /** Entries that hold a formula (rule 1.14): dates and texts of it are read as empty. */
  readonly formulas?: readonly EntryKey[];
}
