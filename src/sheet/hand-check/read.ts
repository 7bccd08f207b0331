// «Tự kiểm tay» as people have left it: what each step's cells hold, in words that name what was asked for and nothing else: whatever
// somebody typed instead stays in the sheet.
import { formatDay } from '../../core/calendar.ts';
import { type Cell, textOf } from '../../core/cell.ts';
import { ENTRY_COLUMNS } from '../../core/entry-block.ts';
import { readPeriodLabel } from '../../core/period.ts';
import type { EntryCells } from '../../core/task-row.ts';
import { HAND_CHECK } from '../listing.ts';
import { cellAt, decodeSnapshot, type RawCell, type RawSpreadsheet, rawValue } from '../reading/snapshot.ts';
import { STEPS } from './steps.ts';
import { ABOUT, FIRST_ENTRY, FIRST_STEP, MADE_AT, SEEN } from './tab.ts';

export const HAND_CHECK_FIELDS =
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),protectedRanges.description,' +
  'data(startRow,startColumn,rowData.values(userEnteredValue,effectiveValue,dataValidation)))';

/** The row of a step, wherever it stands now. */
export interface HandRow {
  readonly row: number;
  /** What the person chose of what may be seen; empty: nothing. */
  readonly seen: string;
  readonly links: readonly string[];
  cell(column: keyof EntryCells): RawCell;
  value(column: keyof EntryCells): Cell;
  readonly isTouched: boolean;
}

export interface HandCheck {
  readonly madeAt: number;
  /** By the code of the step. */
  readonly rows: ReadonlyMap<string, HandRow>;
  readonly isMoved: boolean;
  readonly protections: ReadonlySet<string>;
}

export function readHandTab(raw: RawSpreadsheet): HandCheck | undefined {
  const tab = decodeSnapshot(raw).tabs.find(({ sheetId }) => sheetId === HAND_CHECK.sheetId);
  if (!tab) return undefined;
  const rows = new Map<string, HandRow>();
  for (let row = FIRST_STEP; row < FIRST_STEP + STEPS.length; row += 1) {
    const at = (column: number) => cellAt(tab, row, column);
    const cell = (column: keyof EntryCells) => at(FIRST_ENTRY + ENTRY_COLUMNS.indexOf(column));
    const value = (column: keyof EntryCells) => rawValue(cell(column));
    rows.set(textOf(rawValue(at(0))), {
      row,
      seen: textOf(rawValue(at(SEEN))),
      links: textOf(rawValue(at(FIRST_ENTRY - 1))).split(' '),
      cell,
      value,
      isTouched: ENTRY_COLUMNS.some((column) => textOf(value(column)) !== ''),
    });
  }
  const made = rawValue(cellAt(tab, ABOUT, MADE_AT));
  return {
    madeAt: typeof made === 'number' ? made : 0,
    rows,
    isMoved: [...rows.keys()].join() !== STEPS.map(({ code }) => code).join(),
    protections: new Set(tab.protections.map(({ description = '' }) => description)),
  };
}

const KINDS = { string: 'chữ', number: 'số', boolean: 'đúng/sai' } as const;

/** «trống», «chữ», «số». */
export function kindOf(cell: Cell): string {
  return cell === null || cell === '' ? 'trống' : KINDS[typeof cell as keyof typeof KINDS];
}

/** The value itself where it is the one asked for. */
export function askedOr(cell: Cell, asked: string | number): string | number {
  return cell === asked ? asked : kindOf(cell);
}

/** The day asked for, as a date: «15/05/2024», or «15/05» of whatever year. */
export function askedDay(cell: Cell, asked: string): string {
  if (typeof cell !== 'number' || cell < 0) return kindOf(cell);
  return formatDay(cell).startsWith(asked) ? asked : 'ngày khác';
}

/** A period is a text the program can read. */
export function periodKind(cell: Cell): string {
  return typeof cell === 'string' && readPeriodLabel(cell) ? 'kỳ' : kindOf(cell);
}

export function isStamped({ value }: HandRow): boolean {
  return typeof value('reportedAt') === 'number' && periodKind(value('period')) === 'kỳ';
}
