// Lists too long for an alert: a tab of their own, made anew each time and taken away once it has served. No other tab
// leans on them.
import type { Request } from './requests/request.ts';
import { colourStyle } from './style.ts';
import { LISTING_IDS } from './tab-ids.ts';

/** Tabs that hold a list, known by their ids. */
export const PREVIEW = { sheetId: LISTING_IDS.preview, title: 'Xem trước' } as const;
export const CHECK = { sheetId: LISTING_IDS.check, title: 'Kiểm tra' } as const;
/** The answers of Google to our questions. */
export const LIVE_CHECK = { sheetId: LISTING_IDS.liveCheck, title: 'Tự kiểm' } as const;
/** Steps by hand, a tab unlike the others: it stands until people take it away, for its steps are done on several days. */
export const HAND_CHECK = { sheetId: LISTING_IDS.handCheck, title: 'Tự kiểm tay' } as const;
/** Lists that are gone the day after. */
export const PASSING = [PREVIEW, CHECK, LIVE_CHECK] as const;
/** Ours, and no part of the workbook. */
export const LISTINGS = [...PASSING, HAND_CHECK] as const;

export interface ListingTab {
  readonly sheetId: number;
  readonly title: string;
}

/** The same tab under a title that nobody else's has: «Kiểm tra», «Kiểm tra (2)». Google tells titles apart without their case. */
export function freelyTitled({ sheetId, title }: ListingTab, existing: readonly ListingTab[]): ListingTab {
  const taken = new Set(existing.filter((tab) => tab.sheetId !== sheetId).map((tab) => tab.title.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? title : `${title} (${n})`;
    if (!taken.has(free.toLowerCase())) return { sheetId, title: free };
  }
}

export interface Listing {
  /** Said above the table: what this is, as of when. */
  readonly heading: string;
  /** Headings and widths in pixels. */
  readonly columns: readonly (readonly [heading: string, width: number])[];
  readonly rows: readonly (readonly string[])[];
}

/** @param existing the tabs there are: the last list of this kind makes way */
export function listingRequests(
  { sheetId, title }: ListingTab,
  existing: readonly Pick<ListingTab, 'sheetId'>[],
  { heading, columns, rows }: Listing,
): Request[] {
  const bold = { textFormat: { bold: true } };
  const cell = (stringValue: string, format: GoogleAppsScript.Sheets.Schema.CellFormat = {}) => ({
    userEnteredValue: { stringValue },
    userEnteredFormat: { numberFormat: { type: 'TEXT' }, wrapStrategy: 'WRAP', verticalAlignment: 'TOP', ...format },
  });
  const background = { backgroundColorStyle: colourStyle('#dde6f3') };
  const grid = { rowCount: rows.length + 2, columnCount: columns.length, frozenRowCount: 2 };
  return [
    ...(existing.some((tab) => tab.sheetId === sheetId) ? [{ deleteSheet: { sheetId } }] : []),
    { addSheet: { properties: { sheetId, title, index: 0, gridProperties: grid } } },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [
          { values: [{ ...cell(heading, { ...bold, wrapStrategy: 'OVERFLOW_CELL' }) }] },
          { values: columns.map(([words]) => cell(words, { ...bold, ...background })) },
          ...rows.map((row) => ({ values: row.map((words) => cell(words)) })),
        ],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...columns.map(
      ([, pixelSize], column): Request => ({
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
          properties: { pixelSize },
          fields: 'pixelSize',
        },
      }),
    ),
  ];
}
