// Cells and columns as they are against what they should hold.
import { type Cell, textOf } from '../../core/cell.ts';
import type { CellChange, CellPart, Change, Impact } from '../change.ts';
import {
  givenLinks,
  linksKey,
  normaliseFormula,
  ruleKey,
  sameColour,
  sameFormula,
  sameNote,
  sameNumberFormat,
} from '../equality.ts';
import { columnAsRead, type PlacedTab, type Placement, placeOf, rowAsRead } from '../reading/place.ts';
import type { Returned } from '../reading/returned.ts';
import { cellAt, formulaOf, type RawCell, rawValue } from '../reading/snapshot.ts';
import { bodyFormat, type FormatPaths, type NumberFormat } from '../style.ts';
import { wantedCells } from '../want.ts';
import type { LinkedText, Validation, WantedCell } from '../wanted-cell.ts';

export function cellChanges(tab: PlacedTab, placement: Placement, returned: Returned | undefined): Change[] {
  const place = placeOf(tab);
  // Google rewrites what points at rows that move, wherever it stands: formulas are written anew, right though they look now.
  const rowsMove = placement.tabs.some(({ was, headingRow }) => was !== undefined && headingRow !== 0);
  return wantedCells(tab, placement, returned).flatMap((wanted): CellChange[] => {
    const { row, column } = wanted;
    const was = wanted.isNew ? {} : cellAt(tab.was, rowAsRead(tab, row), columnAsRead(tab, column));
    return cellParts(wanted, was, rowsMove).map(({ part, impact, before, clash }) => ({
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
      ...(wanted.isNew ? {} : { clash: `${part.part} ${clash}` }),
    }));
  });
}

function isDate({ format }: WantedCell): boolean {
  const numberFormat = format?.['numberFormat'];
  return typeof numberFormat === 'object' && numberFormat.type === 'DATE';
}

interface FoundPart {
  readonly part: CellPart;
  readonly impact: Impact;
  readonly before: Cell;
  readonly clash: string;
}

function cellParts(wanted: WantedCell, was: RawCell, rowsMove: boolean): FoundPart[] {
  const parts: FoundPart[] = [];
  const add = (part: CellPart, impact: Impact, clash: string, before: Cell = null) => {
    parts.push({ part, impact: wanted.isNew ? 'add' : impact, clash, before });
  };
  const { value, formula, links, template = '', format, rule, note } = wanted;
  const stood = formulaOf(was) ?? rawValue(was);
  if (formula !== undefined) {
    if (rowsMove || !sameFormula(formulaOf(was) ?? '', formula))
      add(
        { part: 'formula', formula, template },
        'restore',
        `${shapeOf(formula)} ≠ ${shapeOf(formulaOf(was) ?? '')}`,
        stood,
      );
  } else if (links !== undefined) {
    if (!sameLinks(links, was)) add({ part: 'links', links }, 'restore', linksClash(links, was), stood);
  } else if (value !== undefined && !sameValue(value, was)) {
    add({ part: 'value', value }, 'fix', `${textOf(value)} ≠ ${textOf(stood)}`, stood);
  }
  if (format && !sameFormat(format, was)) add({ part: 'format', format }, 'restore', formatClash(format, was));
  const pointsAt = rowsMove && rule?.condition?.type === 'ONE_OF_RANGE';
  if (rule && (pointsAt || !sameRule(rule, was.dataValidation))) {
    add(
      { part: 'rule', rule },
      'restore',
      `${ruleKey(rule)} ≠ ${was.dataValidation ? ruleKey(was.dataValidation) : ''}`,
    );
  }
  if (note !== undefined && !sameNote(note, was.note ?? '')) {
    add({ part: 'note', note }, 'restore', `${note} ≠ ${was.note ?? ''}`);
  }
  return parts;
}

function sameValue(value: Cell, was: RawCell): boolean {
  if (formulaOf(was) !== undefined) return false;
  const stood = rawValue(was);
  return value === stood || ((value ?? '') === '' && (stood ?? '') === '');
}

/** A formula without the rows it names. */
function shapeOf(formula: string): string {
  return normaliseFormula(formula).replace(/\d+/gu, '#');
}

function linksClash({ text, runs }: LinkedText, was: RawCell): string {
  const isText = formulaOf(was) === undefined && rawValue(was) === text;
  return `${linksKey(runs)} ≠ ${isText ? '' : `${textOf(rawValue(was))} `}${linksKey(givenLinks(was))}`;
}

function sameLinks({ text, runs }: LinkedText, was: RawCell): boolean {
  if (formulaOf(was) !== undefined || rawValue(was) !== text) return false;
  return linksKey(givenLinks(was)) === linksKey(runs);
}

/** The paths of a format, taken apart once: cells share it. */
const paths = new WeakMap<FormatPaths, readonly FormatPath[]>();

interface FormatPath {
  readonly steps: readonly string[];
  /** The same under a colour's older name. */
  readonly twin: readonly string[];
  readonly wanted: FormatPaths[string];
}

function pathsOf(format: FormatPaths): readonly FormatPath[] {
  const known =
    paths.get(format) ??
    Object.entries(format).map(([path, wanted]) => {
      return { steps: path.split('.'), twin: path.replace(/Style$/u, '').split('.'), wanted };
    });
  paths.set(format, known);
  return known;
}

function sameFormat(format: FormatPaths, was: RawCell): boolean {
  return pathsOf(format).every((path) => samePath(path, was));
}

function samePath({ steps, twin, wanted }: FormatPath, { userEnteredFormat }: RawCell): boolean {
  const found = at(userEnteredFormat, steps);
  if (typeof wanted === 'object') return sameNumberFormat(wanted, found as Partial<NumberFormat> | undefined);
  if (!wanted.toString().startsWith('#')) return found === wanted;
  return sameColour(String(wanted), found, at(userEnteredFormat, twin));
}

function formatClash(format: FormatPaths, was: RawCell): string {
  const other = pathsOf(format).filter((path) => !samePath(path, was));
  const words = ({ steps, wanted }: FormatPath) =>
    `${steps.join('.')} ${JSON.stringify(wanted)} ≠ ${JSON.stringify(at(was.userEnteredFormat, steps) ?? null)}`;
  return other.map(words).join('; ');
}

function at(format: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], format);
}

function sameRule(wanted: Validation, was: Validation | undefined): boolean {
  return was !== undefined && ruleKey(wanted) === ruleKey(was);
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
    const clash = isNew ? {} : { clash: `hidden ${hidden}` };
    return [{ ...place, kind: 'dimension', impact, column: index, width, hidden, ...clash }];
  });
}
