// The workbook of this moment as an .xlsx file to be filed: values where formulas stood, so that TODAY() does not move them, and rows
// as high as their words need.
import type { Spreadsheet } from '../../host/contract.ts';
import { workbookFile } from '../../host/workbook-file/workbook-file.ts';
import { fitRow } from './fit-rows.ts';

/** @param book with all its cells */
export function filedWorkbook(book: Spreadsheet): Promise<Uint8Array> {
  const sheets = (book.sheets ?? []).map((sheet) => {
    const [grid] = sheet.data ?? [];
    if (!grid) return sheet;
    const rowMetadata = (grid.rowMetadata ?? []).map((row, i) => {
      const height = fitRow(grid, i);
      return height === undefined ? row : { ...row, pixelSize: height };
    });
    return { ...sheet, data: [{ ...grid, rowMetadata }] };
  });
  return workbookFile({ ...book, sheets }, { frozen: true });
}
