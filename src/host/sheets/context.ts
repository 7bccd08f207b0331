// What a request has at hand while it runs: the draft it changes, the rights of the person, and the ids it may choose.
import { ApiError, type Formulas, type Values, type World } from '../contract.ts';
import { type Draft, type Sheet, sheetIdOf } from './draft.ts';
import type { Rights } from './rights.ts';
import { MOST_CELLS, MOST_COLUMNS, type SheetsSettings } from './settings.ts';

export type Reply = GoogleAppsScript.Sheets.Schema.Response;

export interface RequestContext {
  readonly draft: Draft;
  readonly rights: Rights;
  readonly formulas: Formulas;
  readonly world: World;
  readonly settings: SheetsSettings;
  /** Serial number of the day. */
  readonly today: number;
  /** True where the file is shared with that address. */
  isShared(user: string): boolean;
  /** The values of the workbook as it is now. */
  computed(): Values;
}

/** The file's locale. */
export function localeOf(context: RequestContext): string {
  return context.draft.book.properties?.locale ?? context.settings.locale;
}

/** A request's part that must be there. Throws ApiError 400 naming it. */
export function required<T>(value: T | undefined | null, name: string): T {
  if (value === undefined || value === null) throw new ApiError(400, `${name} must be specified.`);
  return value;
}

/** An id that is free: the chosen one, refused where it is taken, or a random one. */
export function freeId(
  context: RequestContext,
  chosen: number | undefined,
  taken: readonly number[],
  what: string,
): number {
  if (chosen !== undefined) {
    if (chosen < 0) throw new ApiError(400, `${what} id must not be negative: ${chosen}.`);
    if (taken.includes(chosen)) throw new ApiError(400, `${what} with id ${chosen} already exists.`);
    return chosen;
  }
  for (;;) {
    const id = 1 + Math.floor(context.world.random() * (2 ** 31 - 2));
    if (!taken.includes(id)) return id;
  }
}

/** The objects of one kind on all tabs, each with its tab's id. */
export function allOf<T>(
  draft: Draft,
  list: (sheet: Sheet) => readonly T[] | undefined,
): { sheetId: number; item: T }[] {
  return draft.sheets.flatMap((sheet) => (list(sheet) ?? []).map((item) => ({ sheetId: sheetIdOf(sheet), item })));
}

/** The grids together stay within Google's limits, or ApiError 400. */
export function requireRoom(draft: Draft): void {
  let cells = 0;
  for (const sheet of draft.sheets) {
    const { rowCount = 0, columnCount = 0 } = sheet.properties?.gridProperties ?? {};
    if (columnCount > MOST_COLUMNS) {
      throw new ApiError(400, `This action would increase the number of columns above the limit of ${MOST_COLUMNS}.`);
    }
    cells += rowCount * columnCount;
  }
  if (cells > MOST_CELLS) {
    throw new ApiError(
      400,
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
}
