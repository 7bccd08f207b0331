// Cells and columns as they are against what they should hold. Defaults that Google leaves out, colours as floats, separators
// and case of formulas are made one here.
import type { Cell } from '../../core/cell.ts';
import type { CellChange, CellPart, Change, Impact, LinkedText } from '../change.ts';
import { normaliseFormula, sameFormula } from '../formula.ts';
import { columnAsRead, type PlacedTab, type Placement, placeOf, rowAsRead } from '../place.ts';
import type { Returned } from '../returned.ts';
import { cellAt, formulaOf, type RawCell, rawValue } from '../snapshot.ts';
import { bodyFormat, type FormatPaths, hexOf } from '../style.ts';
import { type Validation, type WantedCell, wantedCells } from '../want.ts';

export function cellChanges(tab: PlacedTab, placement: Placement, returned: Returned | undefined): Change[] {
  const place = placeOf(tab);
  // Google rewrites what points at rows that move, wherever it stands: formulas are written anew, right though they look now.
  const rowsMove = placement.tabs.some(({ was, headingRow }) => was !== undefined && headingRow !== 0);
  return wantedCells(tab, placement, returned).flatMap((wanted): CellChange[] => {
    const { row, column } = wanted;
    const was = wanted.isNew ? {} : cellAt(tab.was, rowAsRead(tab, row), columnAsRead(tab, column));
    return cellParts(wanted, was, rowsMove).map(({ part, impact, before }) => ({
      kind: 'cell',
      ...place,
      impact,
      row,
      column,
      before,
      isDate: isDate(wanted),
      ...(wanted.heading === undefined ? {} : { heading: wanted.heading }),
      ...(wanted.key === undefined ? {} : { key: wanted.key }),
      ...part,
    }));
  });
}

function isDate({ format }: WantedCell): boolean {
  const numberFormat = format?.['numberFormat'];
  return typeof numberFormat === 'object' && numberFormat.type === 'DATE';
}

function cellParts(
  wanted: WantedCell,
  was: RawCell,
  rowsMove: boolean,
): { part: CellPart; impact: Impact; before: Cell }[] {
  const parts: { part: CellPart; impact: Impact; before: Cell }[] = [];
  const add = (part: CellPart, impact: Impact, before: Cell = null) => {
    parts.push({ part, impact: wanted.isNew ? 'add' : impact, before });
  };
  const { value, formula, links, template = '', format, rule, note } = wanted;
  const stood = formulaOf(was) ?? rawValue(was);
  if (formula !== undefined) {
    if (rowsMove || !sameFormula(formulaOf(was) ?? '', formula))
      add({ part: 'formula', formula, template }, 'restore', stood);
  } else if (links !== undefined) {
    if (!sameLinks(links, was)) add({ part: 'links', links }, 'restore', stood);
  } else if (value !== undefined && !sameValue(value, was)) add({ part: 'value', value }, 'fix', stood);
  if (format && !sameFormat(format, was)) add({ part: 'format', format }, 'restore');
  const pointsAt = rowsMove && rule?.condition?.type === 'ONE_OF_RANGE';
  if (rule && (pointsAt || !sameRule(rule, was.dataValidation))) add({ part: 'rule', rule }, 'restore');
  if (note !== undefined && note !== (was.note ?? '')) add({ part: 'note', note }, 'restore');
  return parts;
}

function sameValue(value: Cell, was: RawCell): boolean {
  if (formulaOf(was) !== undefined) return false;
  const stood = rawValue(was);
  return value === stood || ((value ?? '') === '' && (stood ?? '') === '');
}

/** Where each link begins and where it leads; underlines and colours are Google's own. */
function sameLinks({ text, runs }: LinkedText, was: RawCell): boolean {
  if (formulaOf(was) !== undefined || rawValue(was) !== text) return false;
  const stood = (was.textFormatRuns ?? []).map(({ startIndex = 0, format }) => [startIndex, format?.link?.uri ?? '']);
  return JSON.stringify(stood) === JSON.stringify(runs.map(({ from, uri = '' }) => [from, uri]));
}

/** The paths of a format, taken apart once: cells share it. */
const paths = new WeakMap<FormatPaths, readonly FormatPath[]>();

interface FormatPath {
  readonly steps: readonly string[];
  readonly wanted: FormatPaths[string];
}

function pathsOf(format: FormatPaths): readonly FormatPath[] {
  const known =
    paths.get(format) ?? Object.entries(format).map(([path, wanted]) => ({ steps: path.split('.'), wanted }));
  paths.set(format, known);
  return known;
}

function sameFormat(format: FormatPaths, was: RawCell): boolean {
  return pathsOf(format).every(({ steps, wanted }) => {
    let found: unknown = was.userEnteredFormat;
    for (const step of steps) found = (found as Record<string, unknown> | undefined)?.[step];
    if (typeof wanted === 'string' && wanted.startsWith('#')) return hexOf(found) === wanted;
    if (typeof wanted !== 'object') return found === wanted;
    const stood = found as { type?: string; pattern?: string } | undefined;
    return stood?.type === wanted.type && (wanted.pattern ?? '') === (stood.pattern ?? '');
  });
}

function sameRule(wanted: Validation, was: Validation | undefined): boolean {
  return was !== undefined && ruleKey(wanted) === ruleKey(was);
}

function ruleKey({ condition, strict = false, inputMessage = '' }: Validation): string {
  const isTest = condition?.type === 'CUSTOM_FORMULA';
  const values = (condition?.values ?? []).map(({ userEnteredValue = '' }) => {
    if (!userEnteredValue.startsWith('=')) return userEnteredValue;
    const formula = normaliseFormula(userEnteredValue).replace(/[$]/gu, '');
    // Google may tell a rule of many cells by the row of the first one.
    return isTest ? formula.replace(/(?<=[A-Z])\d+/gu, '') : formula;
  });
  return JSON.stringify([condition?.type, values, strict, inputMessage]);
}

/** Growing tabs are never read whole, so how their cells look is told once. */
export function bodyLookChanges(tab: PlacedTab): Change[] {
  const { declared, was, columns, rowCount } = tab;
  if (declared.kind !== 'growing') return [];
  return columns
    .filter(({ found }) => !was || found === 'new')
    .map(({ declared: column, index }): Change => {
      const format = bodyFormat(column.format, false, column.align);
      return { ...placeOf(tab), kind: 'body-look', impact: 'add', column: index, rowCount, format };
    });
}

export function dimensionChanges(tab: PlacedTab): Change[] {
  const fresh = tab.was === undefined;
  const place = placeOf(tab);
  const { declared } = tab;
  const wanted =
    declared.kind === 'fixed'
      ? declared.columnWidths.map((width, index) => ({
          index,
          width,
          hidden: index >= (declared.hiddenFrom ?? declared.columnWidths.length),
          isNew: fresh,
        }))
      : tab.columns.map(({ declared: { width, hidden = false }, index, found }) => ({
          index,
          width,
          hidden,
          isNew: fresh || found === 'new',
        }));
  return wanted.flatMap(({ index, width, hidden, isNew }): Change[] => {
    // Widths are the reader's own once the column exists, and so is showing a column of ours; hiding is restored.
    if (!isNew && (!hidden || tab.was?.columns[columnAsRead(tab, index)]?.hidden)) return [];
    const impact = isNew ? 'add' : 'restore';
    return [{ ...place, kind: 'dimension', impact, column: index, width, hidden }];
  });
}
