// The values of a calculated workbook: what the engine answered for its formulas, and literals as they are.
import { type CellData, NotEmulated } from '../contract.ts';
import type { EngineValue } from './engine-model.ts';
import type { Area, Layout } from './tabs.ts';

/** A value in a cell; undefined is an empty cell. */
export type CellValue = EngineValue | undefined;
/** What formulas answered, by sheetId, row and column; nothing where there is no formula. */
export type Answers = ReadonlyMap<number, readonly (readonly CellValue[] | undefined)[]>;

export class BookValues {
  constructor(
    private readonly layout: Layout,
    readonly answers: Answers,
  ) {}

  at(sheetId: number, row: number, column: number): CellValue {
    const cell = this.layout.byId.get(sheetId)?.cells[row]?.[column];
    return isFormula(cell) ? this.answers.get(sheetId)?.[row]?.[column] : literalValue(cell);
  }

  /** Row by row, as far as the tab's cells reach. */
  *in({ sheetId, top, bottom, left, right }: Area): Generator<CellValue> {
    const cells = this.layout.byId.get(sheetId)?.cells ?? [];
    for (let row = top; row < Math.min(bottom, cells.length); row += 1) {
      const end = Math.min(right, cells[row]?.length ?? 0);
      for (let column = left; column < end; column += 1) yield this.at(sheetId, row, column);
    }
  }
}

export function isFormula(cell: CellData | undefined): boolean {
  return cell?.userEnteredValue?.formulaValue !== undefined;
}

/** The literal a cell holds; an empty text is no value, as the API stores it. */
export function literalOf(cell: CellData | undefined): string | number | boolean | undefined {
  const entered = cell?.userEnteredValue;
  if (!entered) return undefined;
  if (entered.errorValue) throw new NotEmulated('an error entered as a value');
  return entered.stringValue || (entered.numberValue ?? entered.boolValue);
}

export function literalValue(cell: CellData | undefined): CellValue {
  const literal = literalOf(cell);
  if (literal === undefined) return undefined;
  if (typeof literal === 'string') return { kind: 'text', value: literal };
  return typeof literal === 'number' ? { kind: 'number', value: literal } : { kind: 'boolean', value: literal };
}
