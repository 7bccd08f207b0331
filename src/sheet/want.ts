// What every declared cell should hold, at the places where it is or will be.

import { columnLetters, quoteTab } from '../core/a1.ts';
import type { Cell } from '../core/cell.ts';
import type { Column, DeclaredLink, DeclaredRow, FixedTab, TableTab } from './declare.ts';
import { type Places, resolveFormula } from './formula.ts';
import type { PlacedColumn } from './reading/find-columns.ts';
import { landingCell, type PlacedTab, type Placement, placeOf } from './reading/place.ts';
import type { Returned } from './reading/returned.ts';
import { bodyFormat, CLEARED_FORMAT, fixedFormat, HEADING_FORMAT, validationOf } from './style.ts';
import type { LinkedText, WantedCell } from './wanted-cell.ts';
import { withdrawnCells } from './withdrawn.ts';

/** All cells of a tab that are ours. */
export function wantedCells(tab: PlacedTab, placement: Placement, returned: Returned | undefined): WantedCell[] {
  const { declared } = tab;
  if (declared.kind === 'fixed') return wantedFixed(declared, tab, placement.places);
  const fresh = tab.was === undefined;
  const headings = tab.columns.map(
    ({ declared: column, index, found }): WantedCell => ({
      row: 0,
      column: index,
      value: column.heading,
      format: HEADING_FORMAT,
      ...(column.note === undefined ? {} : { note: column.note }),
      heading: column.heading,
      isNew: fresh || found === 'new' || tab.headingRow === undefined,
    }),
  );
  if (declared.kind === 'growing') return headings;
  return [...headings, ...wantedRows(declared, tab, placement, returned), ...withdrawnCells(tab)];
}

/** Tabs whose lost rows are filled again; their keys are never the same. */
const RETURNING = ['tasks', 'indicators'];

function wantedRows(
  declared: TableTab,
  tab: PlacedTab,
  placement: Placement,
  returned: Returned | undefined,
): WantedCell[] {
  const rows = new Map(declared.rows.map((row) => [row.key, row]));
  const range = columnRange(placement.places);
  return tab.rows.flatMap(({ key, index, isNew: isNewRow }) => {
    const row = rows.get(key);
    if (!row) return [];
    const typed = (RETURNING.includes(declared.key) && returned?.get(key)) || {};
    return tab.columns.map((column): WantedCell => {
      const isNew = isNewRow || tab.was === undefined || column.found === 'new';
      const look = wantedLook(declared, row, column, index, placement.places, range);
      return { ...look, ...wantedContent(declared.key, row, column.declared, index, placement, isNew, typed), isNew };
    });
  });
}

function wantedLook(
  tab: TableTab,
  row: DeclaredRow,
  { declared: column, index }: PlacedColumn,
  at: number,
  places: Places,
  range: (key: string) => string,
): Omit<WantedCell, 'isNew'> {
  const format = row.formats?.[column.key] ?? column.format;
  const rule = row.rules?.[column.key] ?? column.rule;
  const resolve = (template: string) => resolveFormula(template, tab.key, at, places);
  return {
    row: at,
    column: index,
    heading: column.heading,
    key: row.key,
    format: bodyFormat(format, column.writer === 'formula', column.align, column.hidden),
    ...(rule ? { rule: validationOf(rule, range, resolve) } : {}),
  };
}

/** @param typed what people had typed into the row before it was lost, by column key */
function wantedContent(
  tab: string,
  row: DeclaredRow,
  column: Column,
  at: number,
  placement: Placement,
  isNew: boolean,
  typed: Readonly<Record<string, Cell>>,
): Pick<WantedCell, 'value' | 'formula' | 'template' | 'links'> {
  const own = row.formulas?.[column.key];
  const formula = own ?? column.formula;
  if (formula !== undefined) {
    const template = `${tab}.${column.key}${own ?? ''}`;
    return { formula: resolveFormula(formula, tab, at, placement.places), template };
  }
  const links = row.links?.[column.key];
  if (links) return { links: linkedText(links, placement) };
  if (column.writer === 'sync') return { value: row.cells[column.key] ?? null };
  const correction = row.corrections?.[column.key];
  if (!isNew) return correction === undefined ? {} : { value: correction };
  // «Sync once»: filled when the row is made; a tick box is made unticked. What people had there comes first.
  const value = typed[column.key] ?? correction ?? (column.writer === 'once' ? row.cells[column.key] : undefined);
  return value === undefined || value === null ? {} : { value };
}

/** «Xem riêng các dòng · I.01 · II.05», each part leading to its place. */
function linkedText(links: readonly DeclaredLink[], { tabs }: Placement): LinkedText {
  const runs: { from: number; uri?: string }[] = [];
  let text = '';
  links.forEach(({ words, to }, i) => {
    if (i > 0) {
      if (runs[runs.length - 1]?.uri !== undefined) runs.push({ from: text.length });
      text += links[i - 1]?.to ? ' · ' : ' ';
    }
    if (to) runs.push({ from: text.length, uri: addressOf(to, tabs) });
    text += words;
  });
  return { text, runs };
}

/** A place of the same file: Google opens it in the app too. */
function addressOf(to: NonNullable<DeclaredLink['to']>, tabs: Placement['tabs']): string {
  const tab = tabs.find(({ declared }) => declared.key === to.tab);
  if (!tab) throw new Error(`a link leads to the unknown tab ${to.tab}`);
  const sheet = `#gid=${placeOf(tab).sheetId}`;
  if ('view' in to) return `${sheet}&fvid=${to.view}`;
  const row = tab.rows.find(({ key }) => key === to.row)?.index ?? 0;
  return `${sheet}&range=${landingCell(tab, row)}`;
}

function wantedFixed(declared: FixedTab, tab: PlacedTab, places: Places): WantedCell[] {
  const isNew = tab.was === undefined;
  const isRelaid = declared.relaid === true && !isNew;
  const cells = declared.cells.map(({ row, column, value, format = 'text', style = 'plain' }): WantedCell => {
    const isFormula = typeof value === 'string' && value.startsWith('=');
    const content = isFormula
      ? { formula: resolveFormula(value, declared.key, row, places), template: `${declared.key}.${column}:${value}` }
      : { value };
    const look = fixedFormat(style, format);
    return { row, column, ...content, format: isRelaid ? { ...CLEARED_FORMAT, ...look } : look, isNew };
  });
  return isRelaid ? [...cells, ...leftBehind(cells, tab)] : cells;
}

/** What an earlier layout has left in cells that are declared no more. */
function leftBehind(declared: readonly WantedCell[], { was }: PlacedTab): WantedCell[] {
  const taken = new Set(declared.map(({ row, column }) => `${row} ${column}`));
  return (was?.rows ?? []).flatMap((cells, row) =>
    cells.flatMap(({ userEnteredValue, userEnteredFormat }, column): WantedCell[] => {
      if (taken.has(`${row} ${column}`) || (userEnteredValue ?? userEnteredFormat) === undefined) return [];
      return [{ row, column, value: null, format: CLEARED_FORMAT, isNew: false }];
    }),
  );
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
