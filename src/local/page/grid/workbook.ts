// A tab as the grid's library wants it: shown texts, never values, so that it has nothing to calculate or to read anew. Its
// formulas stand in the cells only to be shown when a cell is opened.
import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  LocaleType,
  WrapStrategy,
} from '@univerjs/core';
import type { GridCell, GridStyle, GridTab } from '../protocol.ts';
import { fitRow } from './fit-rows.ts';

export const UNIT = 'workbook';
const FONT = 'Arial';
const USUAL_SIZE = 10;
const ACROSS = { left: 1, center: 2, right: 3 } as const;
const DOWN = { top: 1, middle: 2, bottom: 3 } as const;
const LINK: GridStyle = { ink: '#1155cc', underline: true };
const PADDING = 3;
/** Room for the arrow of a drop-down. */
const ARROW = 18;

/** Sizes of the grid's own margins, in pixels. */
export const ROW_HEADER = 40;
export const COLUMN_HEADER = 22;

export function sheetName(sheetId: number): string {
  return `tab-${sheetId}`;
}

/** The tab as a workbook of one sheet. `narrow`: without row numbers, for a small screen. */
export function workbookOf(tab: GridTab, heights: readonly number[], narrow: boolean): IWorkbookData {
  const id = sheetName(tab.sheetId);
  const cellData: Record<number, Record<number, ICellData>> = {};
  tab.cells.forEach((row, r) => {
    if (!row) return;
    const cells: Record<number, ICellData> = {};
    row.forEach((cell, c) => {
      if (cell) cells[c] = cellOf(cell, tab.styles);
    });
    cellData[r] = cells;
  });
  const [rows, columns] = [new Set(tab.hiddenRows), new Set(tab.hiddenColumns)];
  const hidden = (set: Set<number>, index: number) => (set.has(index) ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  return {
    id: UNIT,
    name: tab.title,
    appVersion: '0.25.1',
    locale: LocaleType.VI_VN,
    styles: {},
    sheetOrder: [id],
    sheets: {
      [id]: {
        id,
        name: tab.title,
        rowCount: tab.rows,
        columnCount: tab.columns,
        defaultColumnWidth: 100,
        defaultRowHeight: 21,
        cellData,
        rowData: Object.fromEntries(heights.map((h, r) => [r, { h, ia: BooleanNumber.FALSE, hd: hidden(rows, r) }])),
        columnData: Object.fromEntries(tab.widths.map((w, c) => [c, { w, hd: hidden(columns, c) }])),
        mergeData: tab.merges.map(({ top, left, bottom, right }) => ({
          startRow: top,
          startColumn: left,
          endRow: bottom - 1,
          endColumn: right - 1,
        })),
        freeze: {
          xSplit: tab.frozenColumns,
          ySplit: tab.frozenRows,
          startRow: tab.frozenRows > 0 ? tab.frozenRows : -1,
          startColumn: tab.frozenColumns > 0 ? tab.frozenColumns : -1,
        },
        showGridlines: tab.gridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
        rowHeader: { width: ROW_HEADER, hidden: narrow ? BooleanNumber.TRUE : BooleanNumber.FALSE },
        columnHeader: { height: COLUMN_HEADER, hidden: BooleanNumber.FALSE },
        defaultStyle: { ff: FONT, fs: USUAL_SIZE, vt: DOWN.bottom },
      },
    },
  };
}

/** One cell; an empty one clears what was there. */
export function cellOf(cell: GridCell | null, styles: readonly GridStyle[]): ICellData {
  const style = { ...(cell?.links ? LINK : {}), ...(cell?.style === undefined ? {} : styles[cell.style]) };
  const text = cell?.ticked === undefined ? (cell?.text ?? '') : cell.ticked ? '☑' : '☐';
  const written = cell?.ticked === undefined ? style : { ...style, across: 'center' as const, size: 14 };
  return {
    v: text,
    t: CellValueType.STRING,
    f: cell?.formula ?? null,
    p: null,
    s: styleOf(written, cell?.rule !== undefined && cell.ticked === undefined),
  };
}

function styleOf(style: GridStyle, arrow: boolean): IStyleData {
  const { back, ink, size = USUAL_SIZE, font = FONT, across, down = 'bottom', wrap, indent = 0 } = style;
  return {
    ff: font,
    fs: size,
    bl: style.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: style.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    ul: { s: style.underline ? BooleanNumber.TRUE : BooleanNumber.FALSE },
    st: { s: style.strike ? BooleanNumber.TRUE : BooleanNumber.FALSE },
    bg: back ? { rgb: back } : null,
    cl: { rgb: ink ?? '#000000' },
    ht: ACROSS[across ?? 'left'],
    vt: DOWN[down],
    tb: wrap === 'wrap' ? WrapStrategy.WRAP : wrap === 'clip' ? WrapStrategy.CLIP : WrapStrategy.OVERFLOW,
    pd: { t: 2, b: 2, l: PADDING + indent, r: PADDING + (arrow ? ARROW : 0) },
    bd: bordersOf(style.borders),
  };
}

function bordersOf(borders: GridStyle['borders']): IStyleData['bd'] {
  if (!borders) return null;
  const side = (name: 'top' | 'bottom' | 'left' | 'right') => {
    const border = borders[name];
    return border ? { s: border.wide ? 8 : 1, cl: { rgb: border.color } } : null;
  };
  return { t: side('top'), b: side('bottom'), l: side('left'), r: side('right') };
}

/** The height of every row: as it was set, or as its wrapped texts need. */
export function heightsOf(tab: GridTab): number[] {
  return Array.from({ length: tab.rows }, (_, r) => tab.heights[r] ?? fitRow(tab, r));
}
