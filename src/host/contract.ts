// The interfaces between the parts of the local host. The host takes the place of Google on this machine;
// where Google's behaviour is known it is enforced, where the host lacks something it throws `NotEmulated`.
// Nothing in host/ imports `node:` or touches the DOM: clock, random numbers, wasm bytes and realm are arguments.

/** The resources of Google's Sheets API v4, as @types/google-apps-script describes them. */
export type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
export type SheetRequest = GoogleAppsScript.Sheets.Schema.Request;
export type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
export type CellData = GoogleAppsScript.Sheets.Schema.CellData;

/** What nothing in the host may ask the machine for. */
export interface World {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** 0 ≤ x < 1; seeded, so that a run can be replayed. */
  random(): number;
}

/** A Google API refusing, before the service layer adds «GoogleJsonResponseException: API call to … failed with error: ». */
export class ApiError extends Error {
  override name = 'ApiError' as const;
  constructor(
    /** HTTP status as Google gives it: 400, 403, 404, 429, 500. */
    readonly code: number,
    message: string,
    /** What the details say of the field at fault, where the message does not. */
    readonly violation?: string,
  ) {
    super(message);
  }
}

/** The host was asked for something it does not emulate: always our bug, never a behaviour of Google. */
export class NotEmulated extends Error {
  override name = 'NotEmulated' as const;
}

/** Who may do what with a file; kept by the Drive part, asked by the Sheets part. */
export interface Sharing {
  role(fileId: string, user: string): 'owner' | 'editor' | 'commenter' | 'viewer' | undefined;
  /** Addresses of the owner and the editors, shown as `editors` of a protection that names none; missing: not shown. */
  editors?(fileId: string): readonly string[];
}

/** A person at the screen (not the API) tries to change cells: accepted, or refused with the words Google shows. */
export type Typed =
  | { kind: 'accepted'; range: GridRange; value?: string; oldValue?: string }
  | { kind: 'refused'; reason: 'protected' | 'validation'; message: string };

/** A smart chip: a person, or a link to a file, a place, an event. */
export interface Chip {
  personProperties?: { email?: string; displayFormat?: string };
  richLinkProperties?: { uri?: string; mimeType?: string };
}

/** The Sheets part of the host: every spreadsheet as one JSON `Spreadsheet` resource, complete (gridData included). */
export interface Sheets {
  /** All spreadsheets by id; JSON, the only state of this part. */
  readonly files: Record<string, Spreadsheet>;
  /** spreadsheets.create: one tab of id 0 in the account's locale and zone unless the body says otherwise. */
  create(id: string, body: Spreadsheet, user: string): Spreadsheet;
  /** spreadsheets.get, as that user sees it (`editors` only where the user may edit the range, no `developerMetadata` of others). */
  get(
    id: string,
    options: { ranges?: string[]; fields?: string; includeGridData?: boolean; later?: boolean },
    user: string,
  ): Spreadsheet;
  /** spreadsheets.batchUpdate: all or nothing; the error names the request. */
  batchUpdate(
    id: string,
    body: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest,
    user: string,
  ): GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse;
  /** A person types `text` into one cell (rows and columns 0-based): parsed as a vi_VN sheet parses it, validated, checked for rights. */
  type(id: string, cell: { sheetId: number; row: number; column: number }, text: string, user: string): Typed;
  /** A person pastes rows of text at a cell: like typing each, in one event; a paste also wipes the validation and formats it covers when `withFormat`. */
  paste(
    id: string,
    cell: { sheetId: number; row: number; column: number },
    rows: string[][],
    user: string,
    options?: { withFormat?: boolean },
  ): Typed;
  /** A person puts a smart chip into a cell, in place of what it held: «@» and the chip's menu. Any link may be one, not only Drive's. */
  insertChip(id: string, cell: { sheetId: number; row: number; column: number }, chip: Chip, user: string): Typed;
  /** A person presses Delete over a range: values go; formats, notes and validation stay. */
  clear(id: string, range: GridRange, user: string): Typed;
  /** Whether no protection keeps that person from any cell of a range. */
  mayEdit(id: string, range: GridRange, user: string): boolean;
  /** A script's Range.setValues (SpreadsheetApp): JS values; strict validation and protection throw with Google's words, nothing is written. */
  setValues(id: string, range: GridRange, values: (string | number | boolean | null)[][], user: string): void;
  /** Rows (0-based) that a filter view hides from the person who opened it; nobody else's rows move. */
  hiddenBy(id: string, filterViewId: number, user: string): number[];
  /** Brings TODAY() and NOW() up to the clock: a change of the file does so by itself, the hour does where the file says autoRecalc HOUR. */
  recalculate(id: string): void;
}

/** What a cell shows: nothing of both where it is empty. */
export type CellValue = Pick<CellData, 'effectiveValue' | 'formattedValue'>;

/** The values of one workbook on one day. They are worked out when they are asked for: a literal needs no calculation. */
export interface Values {
  /** @throws NotEmulated where a formula must be calculated and the host cannot */
  at(sheetId: number, row: number, column: number): CellValue;
  /** `effectiveFormat` of every cell of a tab that a conditional format colours, by "row,column". */
  conditionalFormats(sheetId: number): Readonly<Record<string, GoogleAppsScript.Sheets.Schema.CellFormat>>;
}

/**
 * A formula's value in an answer that was asked for `later`: worked out when the script reads it, of the workbook as it was when it was
 * asked for. Most of what a script asks for in one round trip it never looks at.
 */
export class Later {
  constructor(readonly value: () => ExtendedValue | undefined) {}
}

/**
 * The rows of an answer that was asked for `later`, each as the JSON that Google would send: the border reads it straight into the script's
 * realm. A row's text is written once and kept, since most of what is read is what was read the last time.
 */
export class ToldRows {
  constructor(
    readonly texts: readonly string[],
    /** Values of formulas, which belong into `effectiveValue` of the cell at that place in the rows. */
    readonly laters: readonly { readonly row: number; readonly column: number; readonly later: Later }[],
  ) {}
}

type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;

/** Calculates workbooks. Formulas are in the resource as the file's locale writes them (`;` for vi_VN). */
export interface Formulas {
  /**
   * Values from `userEnteredValue`, `userEnteredFormat.numberFormat`, named ranges and `todaySerial` (the date TODAY() gives; days
   * since 1899-12-30). The workbook must not be changed in place from then on.
   */
  values(book: Spreadsheet, todaySerial: number): Values;
  /** What a formula answers that is in no cell: a condition of validation, written for `at`. */
  answer(
    book: Spreadsheet,
    todaySerial: number,
    formula: string,
    at: { sheetId: number; row: number; column: number },
  ): GoogleAppsScript.Sheets.Schema.ExtendedValue | undefined;
  /** Throws ApiError 400 in Google's words where the text does not parse, NotEmulated where a function is outside the proven table. */
  check(formula: string, locale: string): void;
}
