// What the formulas asked so far read: only those columns are told to the engine. A tab of thousands of rows that no formula
// looks at costs nothing. It grows and never shrinks while a model is kept; inputs beyond need change no value.
import type { Area } from './tabs.ts';

export class Reach {
  private readonly columns = new Map<number, Set<number>>();
  /** How many ones the COUNTIFS need. */
  ones = { rows: 0, columns: 0 };
  /** How often it has grown. */
  grown = 0;

  hasTab(sheetId: number): boolean {
    return this.columns.has(sheetId);
  }

  has(sheetId: number, column: number): boolean {
    return this.columns.get(sheetId)?.has(column) === true;
  }

  add({ areas, ones }: { areas: readonly Area[]; ones: { readonly rows: number; readonly columns: number } }): void {
    if (ones.rows > this.ones.rows || ones.columns > this.ones.columns) {
      this.ones = { rows: Math.max(ones.rows, this.ones.rows), columns: Math.max(ones.columns, this.ones.columns) };
      this.grown += 1;
    }
    for (const { sheetId, left, right } of areas) {
      const known = this.columns.get(sheetId) ?? new Set();
      this.columns.set(sheetId, known);
      for (let column = left; column < right; column += 1) {
        if (!known.has(column)) this.grown += 1;
        known.add(column);
      }
    }
  }
}
