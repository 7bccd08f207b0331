// One sheet of an Excel file as a tab of Google's: cells with their looks and notes, widths, what is hidden, frozen, merged.
import type { Cell, Sheet as ExcelSheet } from 'hucre';
import type { CellData } from '../contract.ts';
import type { RowData, Sheet } from '../sheets/draft.ts';
import { type Loss, readCell } from './read-cell.ts';
import { googleFormat } from './read-style.ts';
import { textOfNote } from './sound-parts.ts';

/** Excel's column of one digit, in pixels: as this folder writes it. */
const DIGIT_PIXELS = 7;
const PIXELS_A_POINT = 4 / 3;
/** Cells that hold nothing and yet have a look are kept so far below the last that does: rows are appended there. */
const EMPTY_ROWS = 3000;

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface TabRead {
  readonly sheet: Sheet;
  /** Where something could not come back as it was, 0-based. */
  readonly losses: Readonly<Record<Loss, readonly CellPlace[]>>;
}

export function googleTab(sheet: ExcelSheet, sheetId: number, index: number, is1904: boolean): TabRead {
  const losses: Record<Loss, CellPlace[]> = { formula: [], error: [], cut: [] };
  const cells: { row: number; column: number; data: CellData; isEmpty: boolean }[] = [];
  for (const { row, column, cell } of cellsOf(sheet)) {
    const { value, loss } = readCell(cell, is1904);
    if (loss) losses[loss].push({ row, column });
    const format = googleFormat(cell.style);
    const link = value?.stringValue !== undefined ? cell.hyperlink?.target : undefined;
    const note = textOfNote(cell.comment?.text ?? '');
    const data: CellData = {
      ...(value ? { userEnteredValue: value } : {}),
      ...(format || link ? { userEnteredFormat: withLink(format ?? {}, link) } : {}),
      ...(note ? { note } : {}),
    };
    if (Object.keys(data).length > 0) cells.push({ row, column, data, isEmpty: !value && !note });
  }
  const ranges = (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
    sheetId,
    startRowIndex: startRow,
    endRowIndex: endRow + 1,
    startColumnIndex: startCol,
    endColumnIndex: endCol + 1,
  }));
  const merges: Range[] = [];
  for (const range of ranges) if (!merges.some((before) => overlap(before, range))) merges.push(range);
  const full = cells.filter(({ isEmpty }) => !isEmpty);
  const lastRow = reduceMax(full.map(({ row }) => row));
  const kept = cells.filter(({ row, isEmpty }) => !isEmpty || row <= lastRow + EMPTY_ROWS);
  const rowCount =
    reduceMax([0, ...kept.map(({ row }) => row), ...merges.map(({ endRowIndex = 1 }) => endRowIndex - 1)]) + 1;
  const columnCount =
    reduceMax([0, ...kept.map(({ column }) => column), ...merges.map(({ endColumnIndex = 1 }) => endColumnIndex - 1)]) +
    1;
  const rowData: RowData[] = Array.from({ length: rowCount }, () => ({}));
  for (const { row, column, data } of kept) {
    const values = rowData[row]?.values ?? [];
    while (values.length <= column) values.push({});
    values[column] = data;
    rowData[row] = { values };
  }
  const { rows = 0, columns = 0 } = sheet.freezePane ?? {};
  return {
    losses,
    sheet: {
      properties: {
        sheetId,
        title: sheet.name,
        index,
        ...(sheet.hidden || sheet.veryHidden ? { hidden: true } : {}),
        gridProperties: {
          // Google never freezes all there is.
          rowCount: Math.max(rowCount, rows + 1),
          columnCount: Math.max(columnCount, columns + 1),
          ...(rows > 0 ? { frozenRowCount: rows } : {}),
          ...(columns > 0 ? { frozenColumnCount: columns } : {}),
        },
      },
      data: [
        {
          rowData,
          columnMetadata: Array.from({ length: columnCount }, (_, i) => dimension(sheet.columns?.[i], 'width')),
          rowMetadata: Array.from({ length: rowCount }, (_, i) => dimension(sheet.rowDefs?.get(i), 'height')),
        },
      ],
      ...(merges.length > 0 ? { merges } : {}),
    },
  };
}

type Range = GoogleAppsScript.Sheets.Schema.GridRange;

/** No sheet has merged ranges that share a cell; files of some programs do, and the first is taken. */
function overlap(a: Range, b: Range): boolean {
  const meet = (from = 0, to = 0, otherFrom = 0, otherTo = 0) => from < otherTo && otherFrom < to;
  return (
    meet(a.startRowIndex, a.endRowIndex, b.startRowIndex, b.endRowIndex) &&
    meet(a.startColumnIndex, a.endColumnIndex, b.startColumnIndex, b.endColumnIndex)
  );
}

/** The library keeps cells that are a value and nothing else in its rows alone. */
function cellsOf({ rows, cells = new Map() }: ExcelSheet): (CellPlace & { cell: Cell })[] {
  const plain = rows.flatMap((values, row) =>
    values.flatMap((value, column) =>
      value === null || cells.has(`${row},${column}`)
        ? []
        : [{ row, column, cell: { value, type: 'string' as const } }],
    ),
  );
  const known = [...cells].map(([place, cell]) => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    return { row, column, cell };
  });
  return [...plain, ...known];
}

function dimension(given: { width?: number; height?: number; hidden?: boolean } | undefined, side: 'width' | 'height') {
  const size = given?.[side];
  const pixels = size === undefined ? undefined : Math.round(size * (side === 'width' ? DIGIT_PIXELS : PIXELS_A_POINT));
  return {
    ...(pixels === undefined ? {} : { pixelSize: Math.max(2, pixels) }),
    ...(given?.hidden ? { hiddenByUser: true } : {}),
  };
}

function withLink(format: NonNullable<CellData['userEnteredFormat']>, uri: string | undefined) {
  return uri ? { ...format, textFormat: { ...format.textFormat, link: { uri } } } : format;
}

/** Of as many numbers as a sheet has cells. */
function reduceMax(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
