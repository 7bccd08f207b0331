// What a row of the table is: the heading of a group, a task, a part of the task above, or words nobody can place yet.
import { asLetter, type Mark, readMark, splitMark } from './mark.ts';
import type { Row } from './rows.ts';

export interface TableEntry {
  readonly row: Row;
  readonly mark: Mark;
  /** The mark as printed; empty without one. */
  readonly sign: string;
  /** Content without the mark. */
  readonly words: string;
  /** Neither units nor time are in it. */
  readonly bare: boolean;
}

/** The entries of the rows, in order. */
export function entriesOf(rows: readonly Row[]): TableEntry[] {
  let letter = 0;
  return rows.map((row) => {
    const read = entryOf(row);
    const mark = asLetter(read.mark, letter, read.sign);
    if (mark.kind === 'letter') letter = mark.value;
    return { ...read, mark };
  });
}

function entryOf(row: Row): TableEntry {
  const bare = row.lead === '' && row.coordinating === '' && row.deadline === '';
  const mark = readMark(row.number);
  if (row.number !== '' && mark.kind !== 'other') {
    // «1.» and «Nội dung» of a merged row may have come into one cell each, or both into the first.
    return { row, mark, sign: row.number, words: row.content, bare };
  }
  if (row.number !== '' && row.content !== '') return { row, mark, sign: row.number, words: row.content, bare };
  // A merged row, or a table without a column of numbers.
  return { row, ...splitMark(row.number === '' ? row.content : row.number), bare };
}

/** A row that names a group: a Roman numeral or a capital letter, a name, and nothing else. */
export function headsGroup({ mark, words, bare }: TableEntry): boolean {
  return bare && words !== '' && (mark.kind === 'roman' || mark.kind === 'letter');
}

/** Words without mark, units and time: the name of an unnumbered group, or a row that broke. */
export function isLoose({ mark, words, bare }: TableEntry): boolean {
  return bare && words !== '' && mark.kind === 'none';
}

/** A number without units and time whose parts below have them: «1. Về dữ liệu», «1.1 …», «1.2 …». */
export function headsParts(entry: TableEntry, next: TableEntry | undefined): boolean {
  if (entry.mark.kind !== 'number' || !entry.bare || entry.words === '' || !next) return false;
  if (next.mark.kind === 'dotted') return next.mark.head === entry.mark.value && !next.bare;
  return next.mark.kind === 'item' && !next.bare;
}
