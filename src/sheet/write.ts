// Requests that use cases write with: whole rows by column key, wherever rows and columns are at this moment. Use cases do not mend:
// a column that is not there is left out, and rows are not where a sync would put them.
import type { Cell } from '../core/cell.ts';
import type { Cells, Column } from './declare.ts';
import type { PlacedColumn } from './reading/find-columns.ts';
import { columnAsRead, type PlacedTab, rowAsRead } from './reading/place.ts';
import type { RawCell } from './reading/snapshot.ts';
import { enteredValue } from './requests/cells.ts';
import type { Request } from './requests/request.ts';
import { numberFormat } from './style.ts';

const FIELDS = 'userEnteredValue,userEnteredFormat.numberFormat';

/** The longest a cell of Google Sheets may be; what is longer was refused before it came here. */
const sheetIdOf = ({ was, declared }: PlacedTab) => was?.sheetId ?? declared.sheetId;

function cellOf(column: Column, value: Cell): RawCell {
  const entered = enteredValue(value);
  const format = numberFormat(column.format);
  return {
    ...(entered ? { userEnteredValue: entered } : {}),
    ...(format ? { userEnteredFormat: { numberFormat: { ...format } } } : {}),
  };
}

/** Cells of which every key is a column's: a record of any texts is refused, and a key that came by a spread. */
type Known<K extends string, C extends Cells> = C & { readonly [X in Exclude<keyof C, K>]: never };

type Standing<K extends string> = Pick<PlacedColumn<K>, 'declared' | 'index'>;

/** The columns that are there, where they are. */
export function standing<K extends string>(tab: PlacedTab<K>): Standing<K>[] {
  return tab.columns
    .filter(({ found }) => found !== 'new')
    .map(({ declared, index }) => ({ declared, index: columnAsRead(tab, index) }));
}

/** Columns that stand side by side. */
function runsOf<K extends string>(columns: readonly Standing<K>[]): Standing<K>[][] {
  const runs: Standing<K>[][] = [];
  for (const column of [...columns].sort((a, b) => a.index - b.index)) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1]?.index === column.index - 1) run.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** Writes texts into one column, a request for rows that follow one another. @param cells in the order of their rows, 0-based */
export function writeColumn<K extends string>(
  tab: PlacedTab<K>,
  key: NoInfer<K>,
  cells: readonly { readonly index: number; readonly value: string }[],
): Request[] {
  const column = standing(tab).find(({ declared }) => declared.key === key);
  if (!column) return [];
  const runs: { index: number; value: string }[][] = [];
  for (const cell of cells) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1]?.index === cell.index - 1) run.push(cell);
    else runs.push([cell]);
  }
  return runs.map((run) => ({
    updateCells: {
      start: { sheetId: sheetIdOf(tab), rowIndex: rowAsRead(tab, run[0]?.index ?? 0), columnIndex: column.index },
      rows: run.map(({ value }) => ({ values: [{ userEnteredValue: { stringValue: value } }] })),
      fields: 'userEnteredValue',
    },
  }));
}

/** Writes whole rows from `from` (0-based) on: every column of ours, blank where a row says nothing. */
export function writeRows<K extends string, C extends Cells>(
  tab: PlacedTab<K>,
  from: number,
  rows: readonly Known<K, C>[],
): Request[] {
  if (rows.length === 0) return [];
  return runsOf(standing(tab)).map((run) => ({
    updateCells: {
      range: {
        sheetId: sheetIdOf(tab),
        startRowIndex: from,
        endRowIndex: from + rows.length,
        startColumnIndex: run[0]?.index ?? 0,
        endColumnIndex: (run[run.length - 1]?.index ?? 0) + 1,
      },
      rows: rows.map((cells) => ({
        values: run.map(({ declared }) => cellOf(declared, cells[declared.key] ?? null)),
      })),
      fields: FIELDS,
    },
  }));
}

/** Rows behind the last one with content; the grid grows by itself. */
export function appendRows<K extends string, C extends Cells>(
  tab: PlacedTab<K>,
  rows: readonly Known<K, C>[],
): Request[] {
  if (rows.length === 0) return [];
  const columns = standing(tab);
  const width = Math.max(-1, ...columns.map(({ index }) => index)) + 1;
  if (width === 0) return [];
  return [
    {
      appendCells: {
        sheetId: sheetIdOf(tab),
        rows: rows.map((cells) => {
          const values: RawCell[] = Array.from({ length: width }, () => ({}));
          for (const { declared, index } of columns) values[index] = cellOf(declared, cells[declared.key] ?? null);
          return { values };
        }),
        fields: FIELDS,
      },
    },
  ];
}

/** Writes single cells of one row by column key; others stay. @param row as the tab's reader tells it */
export function writeCells<K extends string, C extends Cells>(
  tab: PlacedTab<K>,
  row: number,
  cells: Known<K, C>,
): Request[] {
  const at = rowAsRead(tab, row);
  return runsOf(standing(tab).filter(({ declared }) => declared.key in cells)).map((run) => ({
    updateCells: {
      range: {
        sheetId: sheetIdOf(tab),
        startRowIndex: at,
        endRowIndex: at + 1,
        startColumnIndex: run[0]?.index ?? 0,
        endColumnIndex: (run[run.length - 1]?.index ?? 0) + 1,
      },
      rows: [
        {
          values: run.map(({ declared }) => {
            const entered = enteredValue(cells[declared.key] ?? null);
            return entered ? { userEnteredValue: entered } : {};
          }),
        },
      ],
      fields: 'userEnteredValue',
    },
  }));
}

/** Makes room where rows up to `end` (exclusive) will be written. */
export function growTo(tab: PlacedTab, end: number): Request[] {
  const missing = end - (tab.was?.rowCount ?? tab.rowCount);
  if (missing <= 0) return [];
  return [{ appendDimension: { sheetId: sheetIdOf(tab), dimension: 'ROWS', length: missing } }];
}
