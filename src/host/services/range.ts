// SpreadsheetApp.Range: values with dates as Date; writing parses text as typed, and refuses what validation or protection
// refuse.

import { columnLetters } from '../../core/a1.ts';
import { requireEditor } from '../access.ts';
import { isWholeDay, serialOf } from '../clock.ts';
import { SCOPES } from '../consent.ts';
import { NotEmulated } from '../contract.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, isList, type Method, ServiceObject, type Value } from '../service.ts';
import { type CellArea, cellsOf, formulaOf, gridRangeOf, isDateType, jsValue } from './cells.ts';

const USES = { scopes: [SCOPES.spreadsheets, SCOPES.currentSpreadsheet], limited: true } as const;

/** The range of a tab; with `edited`, the plain numbers an edit event carries on it. */
export function rangeObject(run: Run, area: CellArea, sheet: () => ServiceObject, edited = false): ServiceObject {
  const known = (effect: () => Value): Method => ({ effect });
  const read = (effect: () => Value): Method => ({ ...USES, remote: true, effect });
  const write = (values: (args: Args) => Value[][]): Method => ({
    ...USES,
    remote: true,
    effect: (args) => {
      writeValues(run, area, values(args));
      return object;
    },
  });
  const object: ServiceObject = new ServiceObject({
    service: 'SpreadsheetApp.Range',
    on: a1Of(area),
    properties: edited
      ? {
          rowStart: area.row,
          rowEnd: area.row + area.rows - 1,
          columnStart: area.column,
          columnEnd: area.column + area.columns - 1,
        }
      : {},
    methods: {
      getRow: known(() => area.row),
      getColumn: known(() => area.column),
      getLastRow: known(() => area.row + area.rows - 1),
      getLastColumn: known(() => area.column + area.columns - 1),
      getNumRows: known(() => area.rows),
      getNumColumns: known(() => area.columns),
      getHeight: known(() => area.rows),
      getWidth: known(() => area.columns),
      getA1Notation: known(() => a1Of(area)),
      getSheet: known(sheet),
      getValues: read(() => cellsOf(run, area).map((row) => row.map(jsValue))),
      getValue: read(() => jsValue(cellsOf(run, single(area))[0]?.[0])),
      getDisplayValues: read(() => cellsOf(run, area).map((row) => row.map((cell) => cell?.formattedValue ?? ''))),
      getDisplayValue: read(() => cellsOf(run, single(area))[0]?.[0]?.formattedValue ?? ''),
      getFormulas: read(() => cellsOf(run, area).map((row) => row.map(formulaOf))),
      getFormula: read(() => formulaOf(cellsOf(run, single(area))[0]?.[0])),
      canEdit: read(() => run.machine.store.sheets.mayEdit(area.fileId, gridRangeOf(area), run.user)),
      isBlank: read(() => cellsOf(run, area).every((row) => row.every((cell) => cell?.userEnteredValue === undefined))),
      setValues: write((args) => args.list(0).map((row) => (isList(row) ? [...row] : mismatch(args)))),
      setValue: write((args) =>
        Array.from({ length: area.rows }, () => Array<Value>(area.columns).fill(args.values[0])),
      ),
    },
  });
  return object;
}

function mismatch(args: Args): never {
  throw args.mismatch();
}

function single(area: CellArea): CellArea {
  return { ...area, rows: 1, columns: 1 };
}

/** «B2» or «B2:D9». */
function a1Of(area: CellArea): string {
  const first = `${columnLetters(area.column - 1)}${area.row}`;
  const last = `${columnLetters(area.column + area.columns - 2)}${area.row + area.rows - 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** Writes all or nothing. A date into a cell that shows no dates gives the cell a date's format. */
function writeValues(run: Run, area: CellArea, values: readonly (readonly Value[])[]): void {
  requireEditor(run, area.fileId);
  const { sheets } = run.machine.store;
  const plain = values.map((row) => row.map(plainOf));
  const formats = dateFormats(run, area, values);
  sheets.setValues(area.fileId, gridRangeOf(area), plain, run.user);
  if (formats.length > 0) sheets.batchUpdate(area.fileId, { requests: formats }, run.user);
}

function plainOf(value: Value): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return serialOf(value.getTime());
  if (typeof value === 'object') throw new GoogleError('Cannot convert an object to a cell value.');
  return value;
}

function dateFormats(run: Run, area: CellArea, values: readonly (readonly Value[])[]) {
  if (!values.some((row) => row.some((value) => value instanceof Date))) return [];
  const cells = cellsOf(run, area);
  return values.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const cell = cells[i]?.[j];
      if (!(value instanceof Date) || isDateType(cell)) return [];
      if (cell?.userEnteredFormat?.numberFormat) {
        throw new NotEmulated('a Date written into a cell that has a number format of its own');
      }
      const place = { ...area, row: area.row + i, column: area.column + j, rows: 1, columns: 1 };
      const numberFormat = isWholeDay(serialOf(value.getTime()))
        ? { type: 'DATE', pattern: 'dd/mm/yyyy' }
        : { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm:ss' };
      const format = { userEnteredFormat: { numberFormat } };
      return [{ repeatCell: { range: gridRangeOf(place), cell: format, fields: 'userEnteredFormat.numberFormat' } }];
    }),
  );
}
