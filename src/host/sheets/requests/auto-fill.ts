// autoFill: the handle of a selection dragged over more cells. Certain: formulas move along, formats and validation are copied.
// Guessed: that one number is repeated, one day and one text that ends in a number count on, several count on where they are
// evenly spaced, and everything else is repeated.
import { ApiError, type CellData, type GridRange, NotEmulated } from '../../contract.ts';
import { writeCell } from '../cell.ts';
import { type RequestContext, required } from '../context.ts';
import { boundedRect, gridRangeOf, type Rect } from '../rect.ts';
import { movedCell } from '../relative-cell.ts';

type Request = GoogleAppsScript.Sheets.Schema.AutoFillRequest;
type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;

/** Fills from the source on, downwards or to the right, upwards or to the left where the length is negative. */
export function autoFill(request: Request, context: RequestContext): void {
  const { draft } = context;
  if (request.useAlternateSeries) throw new NotEmulated('autoFill with useAlternateSeries');
  if (request.range) throw new NotEmulated('autoFill that looks for its source itself');
  const { source: given, dimension, fillLength = 0 } = required(request.sourceAndDestination, 'sourceAndDestination');
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw new ApiError(400, 'No dimension specified.');
  if (fillLength === 0) throw new ApiError(400, 'fillLength must not be 0.');
  const range = required(given, 'sourceAndDestination.source');
  const sheetId = range.sheetId ?? 0;
  const source = boundedRect(range, draft.sheet(sheetId));
  const filled: GridRange = gridRangeOf(sheetId, destinationOf(source, dimension, fillLength));
  const destination = boundedRect(filled, draft.sheet(sheetId));
  context.rights.requireCells(sheetId, destination);
  const down = dimension === 'ROWS';
  const length = down ? source.bottom - source.top : source.right - source.left;
  const across = down ? source.right - source.left : source.bottom - source.top;
  for (let line = 0; line < across; line += 1) {
    const at = (index: number) =>
      down
        ? { row: source.top + index, column: source.left + line }
        : { row: source.top + line, column: source.left + index };
    const cells = Array.from({ length }, (_, index) => draft.cell(sheetId, at(index).row, at(index).column) ?? {});
    const series = seriesOf(cells);
    for (let step = 0; step < Math.abs(fillLength); step += 1) {
      const index = fillLength > 0 ? length + step : -1 - step;
      const from = ((index % length) + length) % length;
      const { row, column } = at(index);
      const copy = movedCell(cells[from] ?? {}, row - at(from).row, column - at(from).column);
      const value = series?.(index);
      const { note: _own, ...cell } = value
        ? writeCell(copy, { userEnteredValue: value }, { userEnteredValue: 'all' })
        : copy;
      const note = draft.cell(sheetId, row, column)?.note;
      draft.setCell(sheetId, row, column, note === undefined ? cell : { ...cell, note });
    }
  }
}

function destinationOf(source: Rect, dimension: 'ROWS' | 'COLUMNS', length: number): Rect {
  if (dimension === 'ROWS') {
    return length > 0
      ? { ...source, top: source.bottom, bottom: source.bottom + length }
      : { ...source, top: source.top + length, bottom: source.top };
  }
  return length > 0
    ? { ...source, left: source.right, right: source.right + length }
    : { ...source, left: source.left + length, right: source.left };
}

/** The value at any index of the line, where it counts; undefined where the line is repeated. */
function seriesOf(cells: readonly CellData[]): ((index: number) => ExtendedValue) | undefined {
  const numbers = cells.map((cell) => cell.userEnteredValue?.numberValue);
  if (numbers.every((number) => typeof number === 'number')) {
    const isDay = /^DATE/u.test(cells[0]?.userEnteredFormat?.numberFormat?.type ?? '');
    const step = stepOf(numbers, isDay ? 1 : 0);
    if (step === undefined) throw new NotEmulated('autoFill of numbers that are not evenly spaced');
    return (index) => ({ numberValue: (numbers[0] ?? 0) + step * index });
  }
  const texts = cells.map((cell) => /^(.*?)(\d{1,15})$/su.exec(cell.userEnteredValue?.stringValue ?? ''));
  const first = texts[0];
  if (!first || texts.some((text) => text?.[1] !== first[1])) return undefined;
  const counts = texts.map((text) => Number(text?.[2]));
  const step = stepOf(counts, 1);
  if (step === undefined) return undefined;
  const width = first[2]?.startsWith('0') ? first[2].length : 1;
  return (index) => {
    const count = Math.abs((counts[0] ?? 0) + step * index);
    return { stringValue: `${first[1]}${String(count).padStart(width, '0')}` };
  };
}

function stepOf(numbers: readonly number[], single: number): number | undefined {
  if (numbers.length === 1) return single;
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return numbers.every((number, index) => number === (numbers[0] ?? 0) + step * index) ? step : undefined;
}
