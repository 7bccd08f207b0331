// A question to Google, asked in a scratch spreadsheet: what the program relies on, or only wants to know, and what came back.
import type { Request } from '../../sheet/requests/request.ts';

/** Anything JSON can hold. */
export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [key: string]: Answer };

type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Response = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

/** The tab of a probe in the scratch spreadsheet; rows and columns are 0-based. */
export interface Scratch {
  readonly file: string;
  /** Chosen by us. */
  readonly sheetId: number;
  readonly title: string;
  /** One batch. @throws Error in Google's words */
  apply(requests: readonly Request[]): Response;
  /** Of the whole file; `sheets` has this tab alone where a range is given. */
  get(fields: string, range?: string): Spreadsheet;
  /** Cells from A1 on. */
  cells(fields: string): CellData[][];
  /** Writes cells from A1 on, as the sync does. */
  write(rows: readonly (readonly CellData[])[], fields: string): void;
}

export interface Probe {
  /** Known for ever: saved answers are compared by it. */
  readonly id: string;
  /** In Vietnamese, for the one who reads the list. */
  readonly about: string;
  /** What the program relies on; absent: it only wants to know. */
  readonly expected?: Answer;
  ask(scratch: Scratch): Answer;
}

/** «Lỗi: …», without what differs from file to file: how Google refuses is an answer too. */
export function refusalOf(deed: () => unknown): string {
  try {
    deed();
    return 'được';
  } catch (cause) {
    return `Lỗi: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/** Whether it is refused, where the words do not matter. */
export function isRefused(deed: () => unknown): boolean {
  return refusalOf(deed) !== 'được';
}

/** A formula as the sync writes it. */
export const formula = (formulaValue: string): CellData => ({ userEnteredValue: { formulaValue } });
export const text = (stringValue: string): CellData => ({ userEnteredValue: { stringValue } });
export const number = (numberValue: number): CellData => ({ userEnteredValue: { numberValue } });

/** What a cell shows, of whatever kind. */
export function shown(cell: CellData | undefined): Answer {
  const { effectiveValue: value = {} } = cell ?? {};
  if (value.errorValue) return `#${value.errorValue.type ?? ''}`;
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
}
