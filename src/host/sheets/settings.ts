// What can be set about the Sheets part of the host: the account's defaults, and behaviours of Google that are not documented
// or differ between accounts. The defaults are the stricter reading.

export interface SheetsSettings {
  /** Locale, zone and first tab of a new file, as the creating account has them. */
  readonly locale: string;
  readonly timeZone: string;
  readonly firstTab: string;
  /** Asia/Ho_Chi_Minh reads back as Asia/Saigon, the name the zone database keeps. */
  readonly saigon: boolean;
  /** A protection that names an editor the file is not shared with is refused (undocumented in Google). */
  readonly refuseUnsharedEditors: boolean;
  /** `get` with ranges leaves out merges, colours, filters and protections that do not touch them. */
  readonly rangesLimitRules: boolean;
}

export const DEFAULT_SETTINGS: SheetsSettings = {
  locale: 'vi_VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  firstTab: 'Trang tính1',
  saigon: true,
  refuseUnsharedEditors: true,
  rangesLimitRules: true,
};

/** A grid that a new tab has unless it says otherwise. */
export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;
/** Pixels of a row and a column nobody resized. */
export const ROW_PIXELS = 21;
export const COLUMN_PIXELS = 100;
/** Google's limits: characters of a cell, cells of a spreadsheet, columns of a tab, characters of developer metadata. */
export const MOST_CHARACTERS = 50_000;
export const MOST_CELLS = 10_000_000;
export const MOST_COLUMNS = 18_278;
export const MOST_METADATA = 30_000;

/** Zones on the clock of Viet Nam: the only ones whose TODAY the host can tell. */
export const ZONES: readonly string[] = ['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'Asia/Bangkok'];
