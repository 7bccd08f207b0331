// Which formulas must be calculated for those of one tab: the columns they read, the columns these read, and so on. Whoever reads
// a row of tasks does not wait for the board, which is most of a workbook's work.
import type { CellData } from '../contract.ts';
import type { CheckedFormula } from './check-formula.ts';
import type { FormulaShapes } from './formula-shapes.ts';
import { childrenOf, type FormulaNode } from './formula-tree.ts';
import type { Layout, Tab } from './tabs.ts';

/** Columns whose formulas are calculated, by sheetId. */
export type Slice = ReadonlyMap<number, ReadonlySet<number>>;

/** Equal where the same columns are calculated; empty for all. */
export function sliceKey(slice: Slice | undefined): string {
  if (!slice) return '';
  return JSON.stringify([...slice].map(([sheetId, columns]) => [sheetId, [...columns].sort((a, b) => a - b)]));
}

/** What a formula reads: columns of a tab (its own where no title is given), or a name. */
type Read =
  | { readonly title: string | undefined; readonly left: number; readonly right: number }
  | { readonly name: string };

export class Slices {
  /** Rows are never changed in place, so the formulas of one are read once. */
  private readonly rows = new WeakMap<readonly CellData[], ReadonlyMap<number, CheckedFormula>>();
  private readonly reads = new WeakMap<CheckedFormula, readonly Read[]>();

  constructor(private readonly shapes: FormulaShapes) {}

  /** All formulas of that tab, and all they see. */
  of(layout: Layout, sheetId: number): Slice {
    const found = new Map<number, Set<number>>();
    const columnsOf = new Map<number, ReadonlyMap<number, ReadonlySet<CheckedFormula>>>();
    const formulasOf = (tab: Tab): ReadonlyMap<number, ReadonlySet<CheckedFormula>> => {
      const columns = columnsOf.get(tab.sheetId) ?? this.byColumn(tab, layout.locale);
      columnsOf.set(tab.sheetId, columns);
      return columns;
    };
    const visit = (tab: Tab | undefined, left: number, right: number): void => {
      if (!tab) return;
      const columns = found.get(tab.sheetId) ?? new Set();
      found.set(tab.sheetId, columns);
      for (const [column, formulas] of formulasOf(tab)) {
        if (column < left || column >= right || columns.has(column)) continue;
        columns.add(column);
        for (const formula of formulas) {
          for (const read of this.readsOf(formula)) {
            if (!('name' in read)) {
              visit(read.title === undefined ? tab : layout.byTitle.get(read.title), read.left, read.right);
              continue;
            }
            const area = layout.names.get(read.name);
            if (area) visit(layout.byId.get(area.sheetId), area.left, area.right);
          }
        }
      }
    };
    visit(layout.byId.get(sheetId), 0, Number.POSITIVE_INFINITY);
    return found;
  }

  private byColumn({ cells }: Tab, locale: string): ReadonlyMap<number, ReadonlySet<CheckedFormula>> {
    const columns = new Map<number, Set<CheckedFormula>>();
    for (const row of cells) {
      for (const [column, checked] of this.formulasIn(row, locale)) {
        const formulas = columns.get(column) ?? new Set();
        columns.set(column, formulas);
        formulas.add(checked);
      }
    }
    return columns;
  }

  private formulasIn(row: readonly CellData[], locale: string): ReadonlyMap<number, CheckedFormula> {
    const known = this.rows.get(row);
    if (known) return known;
    const formulas = new Map<number, CheckedFormula>();
    row.forEach((cell, column) => {
      const text = cell?.userEnteredValue?.formulaValue;
      if (text !== undefined) formulas.set(column, this.shapes.read(text, locale).checked);
    });
    this.rows.set(row, formulas);
    return formulas;
  }

  private readsOf(formula: CheckedFormula): readonly Read[] {
    const known = this.reads.get(formula);
    if (known) return known;
    const reads: Read[] = [];
    const visit = (node: FormulaNode): void => {
      if (node.kind === 'name') reads.push({ name: node.name.toLowerCase() });
      if (node.kind === 'reference') {
        const { from, to = from } = node;
        reads.push({ title: node.tab?.toLowerCase(), left: from.column, right: to.column + 1 });
      }
      childrenOf(node).forEach(visit);
    };
    visit(formula.tree);
    this.reads.set(formula, reads);
    return reads;
  }
}
