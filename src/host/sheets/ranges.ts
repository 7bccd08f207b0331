// Ranges as `get` and the response of a batch take them: A1 notation, a tab's title, or the name of a named range.
import { ApiError, type Spreadsheet } from '../contract.ts';
import { type NamedOpenRange, readA1 } from './a1.ts';
import { type Sheet, sheetIdOf, titleOf } from './draft.ts';
import { boundedRect, type gridRangeOf, type Rect, wholeRect } from './rect.ts';
import { sameTitle } from './references.ts';

/** The tab and the cells that a text names. Throws ApiError 400 where it names none, or cells beyond the grid. */
export function resolveRange(book: Spreadsheet, text: string): { sheet: Sheet; rect: Rect } {
  const sheets = book.sheets ?? [];
  const read = readA1(text);
  if (read) {
    const sheet = read.sheet === undefined ? sheets[0] : sheets.find((one) => sameTitle(read.sheet, titleOf(one)));
    if (sheet) return { sheet, rect: boundedRect(toGridRange(read, sheetIdOf(sheet)), sheet) };
    throw unparsable(text);
  }
  const [, ofTab, ofName] = /^(?:'((?:[^']|'')+)'|[^'!]+)!([^!:]+)$/su.exec(text) ?? [];
  const name = ofTab === undefined ? text : (ofName ?? '');
  const named = book.namedRanges?.find((one) => one.range && one.name?.toLowerCase() === name.toLowerCase());
  const sheetOfName = named && sheets.find((one) => sheetIdOf(one) === (named.range?.sheetId ?? 0));
  if (named?.range && sheetOfName) return { sheet: sheetOfName, rect: boundedRect(named.range, sheetOfName) };
  const title = /^'(?:[^']|'')*'$/u.test(text) ? text.slice(1, -1).replace(/''/gu, "'") : text;
  const sheet = sheets.find((one) => sameTitle(title, titleOf(one)));
  if (!sheet) throw unparsable(text);
  return { sheet, rect: wholeRect(sheet) };
}

function unparsable(text: string): ApiError {
  return new ApiError(400, `Unable to parse range: ${text}`);
}

function toGridRange(range: NamedOpenRange, sheetId: number): ReturnType<typeof gridRangeOf> {
  return {
    sheetId,
    startRowIndex: range.startRow,
    endRowIndex: range.endRow,
    startColumnIndex: range.startColumn,
    endColumnIndex: range.endColumn,
  };
}
