// What every declared cell should hold, at the places where it is or will be.
import type { Cell } from '../core/cell.ts';
import { columnLetters, quoteTab } from './a1.ts';
import type { Column, DeclaredRow, FixedTab, TableTab } from './declare.ts';
import { type Places, resolveFormula } from './formula.ts';
import type { PlacedColumn, PlacedTab, Placement } from './place.ts';
import { bodyFormat, type FormatPaths, fixedFormat, HEADING_FORMAT, validationOf } from './style.ts';

export type Validation = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** A cell as it should be; a part that is left out is not ours. */
export interface WantedCell {
  readonly row: number;
  readonly column: number;
  /** A literal; null clears. */
  readonly value?: Cell;
  readonly formula?: string;
  /** Equal for cells whose formula is the same one, moved. */
  readonly template?: string;
  readonly format?: FormatPaths;
  readonly rule?: Validation;
  readonly note?: string;
  /** For the words about it. */
  readonly heading?: string;
  readonly key?: string;
  /** Of a row or column or tab that is being made now. */
  readonly isNew: boolean;
}

/** All cells of a tab that are ours. */
export function wantedCells(tab: PlacedTab, { places }: Pick<Placement, 'places'>): WantedCell[] {
  const { declared } = tab;
  if (declared.kind === 'fixed') return wantedFixed(declared, tab, places);
  const fresh = tab.was === undefined;
  const headings = tab.columns.map(
    ({ declared: column, index, found }): WantedCell => ({
      row: 0,
      column: index,
      value: column.heading,
      format: HEADING_FORMAT,
      ...(column.note === undefined ? {} : { note: column.note }),
      heading: column.heading,
      isNew: fresh || found === 'new' || tab.headingLost,
    }),
  );
  return declared.kind === 'growing' ? headings : [...headings, ...wantedRows(declared, tab, places, fresh)];
}

function wantedRows(declared: TableTab, tab: PlacedTab, places: Places, fresh: boolean): WantedCell[] {
  const rows = new Map(declared.rows.map((row) => [row.key, row]));
  const range = columnRange(places);
  return tab.rows.flatMap(({ key, index, isNew }) => {
    const row = rows.get(key);
    return row
      ? tab.columns.map((column) => ({
          ...wantedBodyCell(declared, row, column, index, places, range, isNew || fresh),
          isNew: isNew || fresh || column.found === 'new',
        }))
      : [];
  });
}

function wantedBodyCell(
  tab: TableTab,
  row: DeclaredRow,
  { declared: column, index, found }: PlacedColumn,
  at: number,
  places: Places,
  range: (key: string) => string,
  isNewRow: boolean,
): Omit<WantedCell, 'isNew'> {
  const format = row.formats?.[column.key] ?? column.format;
  const rule = row.rules?.[column.key] ?? column.rule;
  return {
    row: at,
    column: index,
    heading: column.heading,
    key: row.key,
    format: bodyFormat(format, column.writer === 'formula', column.align),
    ...(rule ? { rule: validationOf(rule, range) } : {}),
    ...wantedContent(tab.key, row, column, at, places, isNewRow || found === 'new'),
  };
}

function wantedContent(
  tab: string,
  row: DeclaredRow,
  column: Column,
  at: number,
  places: Places,
  isNew: boolean,
): Pick<WantedCell, 'value' | 'formula' | 'template'> {
  if (column.formula !== undefined) {
    const template = `${tab}.${column.key}`;
    return { formula: resolveFormula(column.formula, tab, at, places), template };
  }
  if (column.writer === 'sync') return { value: row.cells[column.key] ?? null };
  // «Sync once»: filled when the row is made; a tick box is made unticked.
  const initial = row.cells[column.key];
  if (isNew && column.writer === 'once' && initial !== undefined && initial !== null) return { value: initial };
  return {};
}

function wantedFixed(declared: FixedTab, tab: PlacedTab, places: Places): WantedCell[] {
  const isNew = tab.was === undefined;
  return declared.cells.map(({ row, column, value, format = 'text', style = 'plain' }): WantedCell => {
    const isFormula = typeof value === 'string' && value.startsWith('=');
    const content = isFormula
      ? { formula: resolveFormula(value, declared.key, row, places), template: `${declared.key}.${column}:${value}` }
      : { value };
    return { row, column, ...content, format: fixedFormat(style, format), isNew };
  });
}

/** The absolute A1 range of a column's body, as validation rules name it. */
function columnRange(places: Places): (key: string) => string {
  return (key) => {
    const place = places.get(key);
    if (!place) throw new Error(`a rule names the unknown column ${key}`);
    const letters = columnLetters(place.column);
    return `${quoteTab(place.title)}!$${letters}$${place.fromRow + 1}:$${letters}$${place.toRow + 1}`;
  };
}
