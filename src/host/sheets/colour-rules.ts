// A colour rule whose ranges change: its formula is written for the first cell of its first range, so it is written anew when
// another cell becomes the first. Certain: relative references of a rule mean each cell's own neighbours. Guessed: that Google
// keeps this meaning when the first row is deleted, dragged or cut away (its own sheets show no broken rules then).
import type { GridRange } from '../contract.ts';
import { mapReference, type RangeMap } from './move.ts';
import { copyFormula, mapReferences, type Reference, sameTitle } from './references.ts';

type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

interface Corner {
  readonly row: number;
  readonly column: number;
}

/** How the cells of a tab moved. */
export interface Moved {
  /** Where the cell was that is here now. */
  readonly origin: (now: Corner) => Corner;
  /** What becomes of references; missing where cells were copied and nothing moved. */
  readonly map?: RangeMap;
  /** Single cells were taken out: a relative reference of a rule whose first cell stayed still means that cell's neighbour. */
  readonly cut?: boolean;
  readonly title: string;
}

/** The rule on its new ranges; undefined where none is left. */
export function withRanges(
  rule: ConditionalFormatRule,
  ranges: GridRange[],
  moved: Moved,
): ConditionalFormatRule | undefined {
  const [first] = ranges;
  if (!first) return undefined;
  const before = cornerOf(rule.ranges?.[0] ?? {});
  const was = moved.origin(cornerOf(first));
  const condition = rule.booleanRule?.condition;
  const values = condition?.values?.map((value) => {
    const text = value.userEnteredValue ?? '';
    if (!/^[=+]./su.test(text)) return value;
    const shifted = copyFormula(text, was.row - before.row, was.column - before.column);
    const stayed = was.row === first.startRowIndex && was.column === first.startColumnIndex;
    const next = follow(shifted, moved, moved.cut === true && stayed);
    return next === text ? value : { ...value, userEnteredValue: next };
  });
  if (!values) return { ...rule, ranges };
  return { ...rule, ranges, booleanRule: { ...rule.booleanRule, condition: { ...condition, values } } };
}

function follow(formula: string, { map, title }: Moved, fixedOnly: boolean): string {
  if (!map) return formula;
  return mapReferences(formula, (reference) => {
    const own = sameTitle(reference.sheet ?? title, title);
    return own && (!fixedOnly || isFixed(reference)) ? mapReference(reference, map) : reference;
  });
}

function isFixed({ from, to = from }: Reference): boolean {
  return [from, to].every((end) => end.rowFixed !== false && end.columnFixed !== false);
}

function cornerOf(range: GridRange): Corner {
  return { row: range.startRowIndex ?? 0, column: range.startColumnIndex ?? 0 };
}

/** Moved by a map that treats rows and columns apart: insertion, deletion, dragging. */
export function movedBy(map: RangeMap, title: string): Moved {
  const search = (now: number, imageOf: (index: number) => number | undefined): number => {
    for (let away = 0; away <= MOST_AWAY; away += 1) {
      if (imageOf(now + away) === now) return now + away;
      if (now >= away && imageOf(now - away) === now) return now - away;
    }
    return now;
  };
  const origin = ({ row, column }: Corner): Corner => ({
    row: search(row, (index) => map({ top: index, bottom: index + 1 })?.top),
    column: search(column, (index) => map({ left: index, right: index + 1 })?.left),
  });
  return { origin, map, title };
}

/** No step moves a cell farther in one go than a tab is long here. */
const MOST_AWAY = 100_000;
