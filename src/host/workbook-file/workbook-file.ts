// A workbook of the local host as an .xlsx file that people can open: values, formulas, looks, colour rules, validation,
// notes, names, links, charts. Left out: protection, filter views, gradients, several links in one cell, and what each
// file of this folder names. Pure: neither Node nor the DOM, so that a page can offer the file too.

import type { NamedRange } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { quoteTab } from '../../core/a1.ts';
import type { Spreadsheet } from '../contract.ts';
import { finished } from './notes.ts';
import { absoluteRange } from './range.ts';
import { baseFont } from './style.ts';
import { excelTabSheet, type Writing } from './tab.ts';

/** The file's bytes. `book` is the whole resource, as `Host.see(user, id, { includeGridData: true })` gives it. */
export async function workbookFile(book: Spreadsheet, writing: Partial<Writing> = {}): Promise<Uint8Array> {
  const sheets = book.sheets ?? [];
  const how: Writing = { frozen: false, letters: false, ...writing };
  const written = sheets.map((sheet) => excelTabSheet(sheet, book, how));
  const file = await writeXlsx({
    sheets: written,
    namedRanges: [...namesOf(book), ...printTitles(book)],
    defaultFont: baseFont(book.properties?.defaultFormat?.textFormat),
    activeSheet: Math.max(
      0,
      written.findIndex(({ hidden }) => !hidden),
    ),
    // Else the machine's clock would be written in.
    properties: { title: book.properties?.title ?? '', modified: new Date(Date.UTC(1980, 0, 1)) },
  });
  return finished(file, written);
}

function namesOf({ namedRanges = [], sheets = [] }: Spreadsheet): NamedRange[] {
  return namedRanges.flatMap(({ name, range }) => {
    const cells = absoluteRange(range, sheets);
    return name && cells ? [{ name, range: cells }] : [];
  });
}

/** Frozen rows come again at the top of every printed page. */
function printTitles({ sheets = [] }: Spreadsheet): NamedRange[] {
  return sheets.flatMap(({ properties }) => {
    const { title = '', gridProperties } = properties ?? {};
    const rows = gridProperties?.frozenRowCount ?? 0;
    if (rows === 0) return [];
    return [{ name: '_xlnm.Print_Titles', range: `${quoteTab(title)}!$1:$${rows}`, scope: title }];
  });
}
