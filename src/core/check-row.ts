// What is wrong or doubtful in the entries of one row (rules 3.11, 8.4): what a sheet formula sees too, and is in «Lưu ý» (check/row-checks.ts), and what needs
// patterns and is the check’s work alone.
import { oddLettersSaid, oldFontSaid } from './check/letters.ts';
import { misspelt } from './check/near-word.ts';
import { ROW_CHECKS, type RowCheck, type RowView } from './check/row-checks.ts';
import { ROW_NOTES, type RowNote } from './check/row-notes.ts';
import { ENTRY_HEADINGS, TEXT_ENTRIES } from './entry-block.ts';
import { type Finding, rowFinding } from './finding.ts';
import { dueOf } from './task.ts';
import type { TaskRow } from './task-row.ts';

function checksThatHold(row: TaskRow, view: RowView): RowCheck[] {
  const due = dueOf(row, view.indicators);
  return ROW_CHECKS.filter((check) => check.holds(row, view, due));
}

/** «Lưu ý» of a row, as the formula writes it. */
export function rowNotes(row: TaskRow, view: RowView): RowNote[] {
  return checksThatHold(row, view).map((check) => check.note);
}

/** Everything to say about the entries of a row, formula-visible and not. */
export function checkRow(row: TaskRow, view: RowView): Finding[] {
  const seen = checksThatHold(row, view).map(({ note, column, weight, todo, meant }): Finding => {
    const word = meant?.(row, view);
    const place = typeof column === 'string' ? column : column(row);
    const words = word === undefined ? { text: `${ROW_NOTES[note]}.`, todo } : misspelt(place, word);
    return rowFinding(row, { column: place, weight, ...words });
  });
  const texts = TEXT_ENTRIES.flatMap((entry): Finding[] => {
    const said = oldFontSaid(row[entry]) ?? oddLettersSaid(row[entry]);
    return said ? [rowFinding(row, { column: ENTRY_HEADINGS[entry], ...said })] : [];
  });
  return [...seen, ...texts];
}
