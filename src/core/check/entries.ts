// Entries of a row that cannot be taken as they are.
import type { Cell } from '../cell.ts';
import { isFormulaText } from '../content.ts';
import { ENTRY_COLUMNS, ENTRY_HEADINGS, TEXT_ENTRIES } from '../entry-block.ts';
import { isCutShort } from '../report/typed-text.ts';
import type { TaskRow } from '../task-row.ts';

/** Entries that hold a formula, or its letters. */
export const formulasIn = (row: TaskRow) =>
  ENTRY_COLUMNS.filter(
    (key) => row.formulas?.includes(key) || TEXT_ENTRIES.some((text) => text === key && isFormulaText(row[key])),
  );
/** Entries of which only the beginning is read. */
export const longEntries = (row: TaskRow) => TEXT_ENTRIES.filter((key) => isCutShort(row[key]));

export const isNumberBetween = (cell: Cell, min: number, max: number) =>
  typeof cell === 'number' && cell >= min && cell <= max;

export const headingsOf = (keys: readonly (keyof typeof ENTRY_HEADINGS)[]) =>
  keys.map((key) => ENTRY_HEADINGS[key]).join(', ');
