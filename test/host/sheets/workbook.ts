// What the tests of the Sheets part share: a world that stands still, people and their roles, and formulas that copy literals.
import {
  ApiError,
  type CellData,
  type CellValue,
  type Formulas,
  type Sharing,
  type SheetRequest,
  type Sheets,
  type Spreadsheet,
  type World,
} from '../../../src/host/contract.ts';
import { createSheets, type SheetsOptions } from '../../../src/host/sheets/sheets.ts';

export const FILE = 'tep-1';
export const OWNER = 'chu@example.vn';
export const EDITOR = 'donvi@example.vn';
export const OTHER = 'khac@example.vn';
export const VIEWER = 'xem@example.vn';
export const STRANGER = 'la@example.vn';

const ROLES: Readonly<Record<string, 'owner' | 'editor' | 'commenter' | 'viewer'>> = {
  [OWNER]: 'owner',
  [EDITOR]: 'editor',
  [OTHER]: 'editor',
  [VIEWER]: 'viewer',
};

export const sharing: Sharing = {
  role: (_file, user) => ROLES[user.toLowerCase()],
  editors: () => [OWNER, EDITOR, OTHER],
};

/** Literals are their own values; a formula has none, but «=TODAY()» gives the day and «=n» the number. */
export const literals: Formulas = {
  values: (book, today) => ({
    at(sheetId, row, column) {
      const sheet = book.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
      return literalAt(sheet?.data?.[0]?.rowData?.[row]?.values?.[column], today);
    },
    conditionalFormats: () => ({}),
  }),
  answer() {
    throw new Error('formulas that stand in no cell are tested with the real engine');
  },
  check(formula) {
    if (formula.includes('(') !== formula.includes(')')) throw new ApiError(400, 'Formula parse error.');
  },
};

function literalAt(cell: CellData | undefined, today: number): CellValue {
  const value = cell?.userEnteredValue;
  const formula = value?.formulaValue;
  const number = formula === '=TODAY()' ? today : /^=\d+$/u.test(formula ?? '') ? Number(formula?.slice(1)) : undefined;
  const effectiveValue = formula === undefined ? value : number === undefined ? undefined : { numberValue: number };
  if (!effectiveValue) return {};
  const { stringValue, numberValue, boolValue } = effectiveValue;
  return { effectiveValue, formattedValue: String(stringValue ?? numberValue ?? boolValue) };
}

export class Clock implements World {
  private seed = 7;
  /** 2024-05-10 09:00 in Viet Nam. */
  constructor(public time = Date.parse('2024-05-10T02:00:00Z')) {}
  now(): number {
    return this.time;
  }
  random(): number {
    this.seed = (this.seed * 16_807) % 2_147_483_647;
    return this.seed / 2_147_483_647;
  }
}

/** A host with one file of one tab «Nhiệm vụ», 10 rows by 6 columns, holding the rows given. */
export function workbook(
  rows: readonly (readonly unknown[])[] = [],
  options: SheetsOptions = {},
  clock = new Clock(),
): Sheets {
  const sheets = createSheets(clock, sharing, literals, options);
  sheets.create(
    FILE,
    {
      sheets: [
        {
          properties: { sheetId: 0, title: 'Nhiệm vụ', gridProperties: { rowCount: 10, columnCount: 6 } },
          data: [{ rowData: rows.map((row) => ({ values: row.map(cellOf) })) }],
        },
      ],
    },
    OWNER,
  );
  return sheets;
}

/** A cell of a literal: text that begins with «=» is a formula. */
export function cellOf(value: unknown): CellData {
  if (value === null || value === undefined) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  const text = String(value);
  return { userEnteredValue: text.startsWith('=') ? { formulaValue: text } : { stringValue: text } };
}

/** Runs requests as a person (the owner unless told otherwise). */
export function run(sheets: Sheets, requests: SheetRequest[], user = OWNER) {
  return sheets.batchUpdate(FILE, { requests }, user);
}

/** The message of what is thrown, or «accepted». */
export function refusal(act: () => unknown): string {
  const error = thrown(act);
  return error === undefined ? 'accepted' : error instanceof Error ? error.message : String(error);
}

/** What is thrown, if anything is. */
export function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** The typed-in contents of a tab as a table: literals and formula texts, empty cells as null, without trailing blanks. */
export function table(sheets: Sheets, sheetId = 0): unknown[][] {
  const sheet = read(sheets).sheets?.find((one) => (one.properties?.sheetId ?? 0) === sheetId);
  const rows = (sheet?.data?.[0]?.rowData ?? []).map((row) => trimmed((row.values ?? []).map(contentOf)));
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows;
}

function contentOf(cell: CellData): unknown {
  const value = cell.userEnteredValue;
  return value?.formulaValue ?? value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
}

function trimmed(values: unknown[]): unknown[] {
  while (values.length > 0 && values[values.length - 1] === null) values.pop();
  return values;
}

/** The whole file as its owner sees it. */
export function read(sheets: Sheets, user = OWNER): Spreadsheet {
  return sheets.get(FILE, { includeGridData: true }, user);
}

/** «A1:B2» of tab 0, half open indexes: rows, then columns. */
export function area(top: number, bottom: number, left: number, right: number, sheetId = 0) {
  return { sheetId, startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right };
}

/** Rows of an updateCells or appendCells request. */
export function rowsOf(...values: readonly (readonly unknown[])[]) {
  return values.map((row) => ({ values: row.map(cellOf) }));
}

/** One tab as its owner sees it. */
export function sheetOf(sheets: Sheets, sheetId = 0) {
  return read(sheets).sheets?.find((sheet) => (sheet.properties?.sheetId ?? 0) === sheetId);
}

/** One cell as the owner sees it. */
export function cellAt(sheets: Sheets, row: number, column: number, sheetId = 0): CellData | undefined {
  return sheetOf(sheets, sheetId)?.data?.[0]?.rowData?.[row]?.values?.[column];
}
