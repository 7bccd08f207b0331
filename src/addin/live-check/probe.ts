// A question to Google, asked at a place (a scratch spreadsheet, or the shared sheet): what the program relies on, or only wants to
// know, and what came back.
import { type Answer, type Answered, judged, type Question } from '../../app/check/live-answer.ts';
import type { Request } from '../../sheet/requests/request.ts';

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

export interface Probe<Place = unknown> extends Question {
  ask(place: Place): Answer;
}

/** Asks; an error is an answer too. */
export function answered<Place>({ ask, ...question }: Probe<Place>, place: Place): Answered {
  const started = Date.now();
  let answer: Answer;
  try {
    answer = ask(place);
  } catch (cause) {
    answer = wordsOf(cause);
  }
  return judged(question, answer, Date.now() - started);
}

const wordsOf = (cause: unknown) => `Lỗi: ${cause instanceof Error ? cause.message : String(cause)}`;

/** «Lỗi: …», without what differs from file to file: how Google refuses is an answer too. */
export function refusalOf(deed: () => unknown): string {
  try {
    deed();
    return 'được';
  } catch (cause) {
    return wordsOf(cause);
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
