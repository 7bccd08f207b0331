// Cells of a backup where a day, a share, a number or a tick of ours has become text, as a program does that was told to make all of
// it text or that writes dates its own way; and what the numbers of the same row and column in the file's own copies are.
import { textOf } from '../../core/cell.ts';
import type { Column } from '../../sheet/declare.ts';
import { headedColumns, type RecognisedTab } from '../../sheet/reading/recognise-tabs.ts';
import { cellAt, rawValue, type SnapshotTab } from '../../sheet/reading/snapshot.ts';
import { type Reading, readingsOf } from './read-text.ts';

export interface TextCell {
  readonly tab: SnapshotTab;
  /** Of the declared tab. */
  readonly tabKey: string;
  readonly tabTitle: string;
  readonly column: Column;
  /** Where it is in the file, 0-based. */
  readonly row: number;
  readonly index: number;
  /** Code of the task or indicator the row is of; empty in other tabs. */
  readonly code: string;
  /** What people call the row: «II.25», «Kỳ 05/2024 bản 1, II.25», «dòng 12». */
  readonly rowName: string;
  readonly text: string;
  /** More than none. */
  readonly readings: readonly Reading[];
}

/** Numbers and texts of one column of one task, in all tabs that have them. */
interface Known {
  readonly numbers: number[];
  readonly texts: { readonly tabKey: string; readonly text: string }[];
}

export interface Texts {
  readonly cells: readonly TextCell[];
  known(code: string, column: string): Known;
}

/** Their tabs have the same columns of the same tasks. */
const OF_TASKS = new Set(['tasks', 'history', 'backup']);

export function textCells(tabs: readonly RecognisedTab[]): Texts {
  const cells: TextCell[] = [];
  const pool = new Map<string, Known>();
  const known = (code: string, column: string): Known => {
    const key = `${code} ${column}`;
    const found = pool.get(key) ?? { numbers: [], texts: [] };
    pool.set(key, found);
    return found;
  };
  for (const recognised of tabs) {
    const { declared, tab } = recognised;
    if (declared.kind === 'fixed') continue;
    const headed = headedColumns(recognised).map(({ column, key }) => ({
      index: column,
      column: declared.columns.find((one) => `${declared.key}.${one.key}` === key),
    }));
    const indexes = new Map(headed.map(({ index, column }) => [column?.key, index]));
    const said = (row: number, key: string) => textOf(rawValue(cellAt(tab, row, indexes.get(key) ?? -1)));
    for (const { index, column } of headed) {
      if (!column || column.writer === 'formula' || column.format === 'text') continue;
      tab.rows.forEach((_, row) => {
        const value = rawValue(cellAt(tab, row, index));
        const code = OF_TASKS.has(declared.key) ? said(row, 'code') : '';
        if (typeof value === 'number' && code !== '') known(code, column.key).numbers.push(value);
        if (typeof value !== 'string') return;
        const readings = readingsOf(value, column.format);
        if (readings.length === 0) return;
        if (code !== '') known(code, column.key).texts.push({ tabKey: declared.key, text: value });
        const rowName = rowNameOf(declared.key, (key) => said(row, key)) || `dòng ${row + 1}`;
        const at = { tab, tabKey: declared.key, tabTitle: declared.title, column, row, index };
        cells.push({ ...at, code, rowName, text: value, readings });
      });
    }
  }
  return { cells, known };
}

function rowNameOf(tab: string, said: (column: string) => string): string {
  switch (tab) {
    case 'history':
      return `${said('period')} bản ${said('version')}, ${said('code')}`;
    case 'tasks':
      return said('code');
    case 'indicators':
      return said('id');
    case 'ledger':
      return `${said('period')} bản ${said('version')}`;
    default:
      return '';
  }
}
