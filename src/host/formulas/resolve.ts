// Which cells a reference or a named range of a formula means, in a given workbook and at a given place.
import { NotEmulated } from '../contract.ts';
import { childrenOf, type FormulaNode, ungrouped } from './formula-tree.ts';
import type { Area, Layout } from './tabs.ts';

/** Where a formula is; `rows` and `columns` move its relative references (a conditional format below its first cell). */
export interface FormulaPlace {
  readonly layout: Layout;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
}

/** The cells of a reference or a name; undefined where Google answers #REF! (a tab or cells that do not exist) or #NAME?. */
export function areaOf(node: FormulaNode, place: FormulaPlace): Area | undefined {
  const inner = ungrouped(node);
  if (inner.kind === 'name') return place.layout.names.get(inner.name.toLowerCase());
  if (inner.kind === 'error') return undefined;
  if (inner.kind !== 'reference') throw new NotEmulated('a calculated range');
  const { layout } = place;
  const tab = inner.tab === undefined ? layout.byId.get(place.sheetId) : layout.byTitle.get(inner.tab.toLowerCase());
  if (!tab) return undefined;
  if (inner.tab !== undefined && tab.title !== inner.tab)
    throw new NotEmulated(`the tab «${tab.title}» written «${inner.tab}»`);
  const { from, to = from } = inner;
  const down = place.rows ?? 0;
  const along = place.columns ?? 0;
  const top = from.row + (from.rowFixed ? 0 : down);
  const left = from.column + (from.columnFixed ? 0 : along);
  const bottom = Math.min(to.row + (to.rowFixed ? 0 : down), tab.rows - 1) + 1;
  const right = Math.min(to.column + (to.columnFixed ? 0 : along), tab.columns - 1) + 1;
  if (top < 0 || left < 0 || top >= bottom || left >= right) return undefined;
  return { sheetId: tab.sheetId, top, left, bottom, right };
}

export function isSingleCell(area: Area): boolean {
  return area.bottom - area.top === 1 && area.right - area.left === 1;
}

export function sameShape(a: Area, b: Area): boolean {
  return a.bottom - a.top === b.bottom - b.top && a.right - a.left === b.right - b.left;
}

export function containsCell(area: Area, sheetId: number, row: number, column: number): boolean {
  return area.sheetId === sheetId && row >= area.top && row < area.bottom && column >= area.left && column < area.right;
}

/** Every area a formula reads, whatever its branches. */
export function areasIn(node: FormulaNode, place: FormulaPlace): Area[] {
  if (node.kind === 'reference' || node.kind === 'name') {
    const area = areaOf(node, place);
    return area ? [area] : [];
  }
  return childrenOf(node).flatMap((child) => areasIn(child, place));
}
