// The whole workbook as an Excel file, calculated anew by LibreOffice: every formula of every tab says what the local host
// says. Two engines, two ways of writing a formula; the file carries no values of its own here.
import { describe, expect, test } from 'vitest';
import type { CellData, Spreadsheet } from '../../src/host/contract.ts';
import { cellName } from '../../src/host/sheets/rect.ts';
import { workbookFile } from '../../src/host/workbook-file/workbook-file.ts';
import type { RecalculatedValue } from '../../src/node/libreoffice/flat-spreadsheet.ts';
import { hasLibreOffice, recalculateFile } from '../../src/node/libreoffice/libreoffice.ts';
import { generatedWorkbooks, TODAY } from './generated-workbooks.ts';

interface Calculated {
  readonly where: string;
  readonly formula: string;
  readonly host: string | number | boolean;
  readonly libreOffice: string | number | boolean;
}

/** The workbook as it is handed over: TODAY() is a number, formulas have no answers yet. */
function unanswered(book: Spreadsheet): Spreadsheet {
  const copy: Spreadsheet = JSON.parse(JSON.stringify(book).replace(/TODAY\(\)/gu, String(TODAY)));
  for (const cell of cellsOf(copy)) if (cell.data.userEnteredValue?.formulaValue) delete cell.data.effectiveValue;
  return copy;
}

function cellsOf(book: Spreadsheet): { title: string; row: number; column: number; data: CellData }[] {
  return (book.sheets ?? []).flatMap(({ properties, data }) =>
    (data?.[0]?.rowData ?? []).flatMap(({ values = [] }, row) =>
      values.map((cell, column) => ({ title: properties?.title ?? '', row, column, data: cell })),
    ),
  );
}

function plain(value: CellData['effectiveValue']): string | number | boolean {
  if (value?.errorValue) return '#';
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '';
}

function plainRecalculated(value: RecalculatedValue): string | number | boolean {
  return typeof value === 'object' ? '#' : (value ?? '');
}

function same({ host, libreOffice }: Calculated): boolean {
  if (typeof host === 'number' && typeof libreOffice === 'number') return Math.abs(host - libreOffice) <= 1e-9;
  return host === libreOffice;
}

describe.skipIf(!hasLibreOffice())('LibreOffice calculates the Excel file of a filled workbook', () => {
  test.each((hasLibreOffice() ? generatedWorkbooks() : []).map((book, i) => ({ book, number: i + 1 })))(
    'workbook $number: every formula as the host does',
    async ({ book }) => {
      const recalculated = await recalculateFile(await workbookFile(unanswered(book)));
      const calculated = cellsOf(book).flatMap(({ title, row, column, data }): Calculated[] => {
        const formula = data.userEnteredValue?.formulaValue;
        if (formula === undefined) return [];
        const libreOffice = plainRecalculated(recalculated[title]?.[row]?.[column]);
        return [{ where: `${title}!${cellName(row, column)}`, formula, host: plain(data.effectiveValue), libreOffice }];
      });
      expect(calculated.length).toBeGreaterThan(1000);
      expect(calculated.filter((cell) => !same(cell)).slice(0, 20)).toEqual([]);
    },
  );
});
