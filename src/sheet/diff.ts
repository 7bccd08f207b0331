// diff(snapshot, workbook): every Change that would make the workbook what it is declared to be; none where it is. Google's
// defaults, colours, formula separators and the alias of the time zone are normalised here, on both sides, once.
import type { Cell } from '../core/cell.ts';
import { textOf } from '../core/cell.ts';
import type { CellChange, CellPart, Change, Impact } from './change.ts';
import { wantedColours } from './colours.ts';
import type { NamedCell, Workbook } from './declare.ts';
import { normaliseFormula } from './formula.ts';
import { type PlacedTab, type Placement, placeWorkbook } from './place.ts';
import { cellAt, formulaOf, type RawCell, rawValue, type Snapshot } from './snapshot.ts';
import { type FormatPaths, hexOf } from './style.ts';
import { type Validation, type WantedCell, wantedCells } from './want.ts';

export interface Difference {
  readonly changes: readonly Change[];
  /** Nobody can say what is ours: nothing is written until a person decides. */
  readonly conflicts: readonly string[];
}

export function diff(snapshot: Snapshot, workbook: Workbook): Difference {
  const placement = placeWorkbook(workbook, snapshot);
  const changes: Change[] = [
    ...fileChanges(snapshot, workbook),
    ...placement.tabs.flatMap((tab, index) => tabChanges(tab, index)),
    ...placement.tabs.flatMap((tab) => tableChanges(tab)),
    ...workbook.names.flatMap((name) => nameChanges(name, placement, snapshot)),
    ...placement.tabs.flatMap((tab) => cellChanges(tab, placement)),
    ...placement.tabs.flatMap((tab) => dimensionChanges(tab)),
    ...placement.tabs.flatMap((tab) => colourChanges(tab)),
    ...emptyTabChanges(placement),
  ];
  return { changes, conflicts: placement.conflicts };
}

/** The empty tab a new file has makes way for ours: it holds nothing, and a tab's id cannot be changed. */
function emptyTabChanges({ emptyTab }: Placement): Change[] {
  if (!emptyTab) return [];
  const { sheetId, title } = emptyTab;
  return [{ kind: 'empty-tab', impact: 'add', tab: '', title, sheetId }];
}

const sameZone = (a: string, b: string) => {
  const name = (zone: string) => (zone === 'Asia/Saigon' ? 'Asia/Ho_Chi_Minh' : zone);
  return name(a) === name(b);
};

function fileChanges(snapshot: Snapshot, workbook: Workbook): Change[] {
  const changes: Change[] = [];
  const add = (what: 'locale' | 'timeZone' | 'recalculation', value: string) =>
    changes.push({ kind: 'file', impact: 'restore', what, value });
  if (snapshot.locale !== workbook.locale) add('locale', workbook.locale);
  if (!sameZone(snapshot.timeZone, workbook.timeZone)) add('timeZone', workbook.timeZone);
  if (snapshot.recalculation !== workbook.recalculation) add('recalculation', workbook.recalculation);
  return changes;
}

const placeOf = ({ declared, was }: PlacedTab) => ({
  tab: declared.key,
  title: declared.title,
  sheetId: was?.sheetId ?? declared.sheetId,
});

function tabChanges(tab: PlacedTab, index: number): Change[] {
  const { declared, was } = tab;
  const wanted = {
    ...placeOf(tab),
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    frozenRows: declared.frozenRows,
    frozenColumns: declared.frozenColumns,
    hidden: declared.hidden ?? false,
    index,
    ...(declared.tabColour === undefined ? {} : { tabColour: declared.tabColour }),
  };
  const change = (action: Extract<Change, { kind: 'tab' }>['action'], impact: Impact, before = ''): Change => ({
    kind: 'tab',
    action,
    impact,
    before,
    ...wanted,
  });
  if (!was) return [change('add', 'add')];
  const changes: Change[] = [];
  if (was.title !== declared.title) changes.push(change('rename', 'restore', was.title));
  if (was.hidden !== wanted.hidden) changes.push(change(wanted.hidden ? 'hide' : 'show', 'restore'));
  const inserted = tab.columns.filter(({ found }) => found === 'new').length;
  const rowsAfter = was.rowCount + (tab.headingLost ? 1 : 0);
  if (rowsAfter < tab.rowCount || was.columnCount + inserted < tab.columnCount) changes.push(change('grid', 'restore'));
  // A heading row that is inserted anew is not frozen with it.
  const isFrozen = was.frozenRows === declared.frozenRows && was.frozenColumns === declared.frozenColumns;
  if (!isFrozen || tab.headingLost) {
    changes.push(change('freeze', 'restore'));
  }
  return changes;
}

function tableChanges(tab: PlacedTab): Change[] {
  const place = placeOf(tab);
  const fresh = tab.was === undefined;
  const columns = tab.columns.flatMap(({ declared, index, found }): Change[] => {
    const column = { ...place, kind: 'column' as const, column: index, key: `${tab.declared.key}.${declared.key}` };
    const { heading } = declared;
    if (fresh) return [{ ...column, heading, impact: 'add', action: 'tag' }];
    if (found === 'new') {
      return [
        { ...column, heading, impact: 'restore', action: 'insert' },
        { ...column, heading, impact: 'restore', action: 'tag' },
      ];
    }
    return found === 'heading' ? [{ ...column, heading, impact: 'restore', action: 'tag' }] : [];
  });
  const rows = tab.rows
    .filter(({ isNew }) => isNew && !fresh)
    .map(({ key, index }): Change => ({ ...place, kind: 'row', impact: 'add', key, row: index }));
  const strangers = tab.strangers.map(
    ({ index, key }): Change => ({ ...place, kind: 'stranger', impact: 'leave', row: index, key }),
  );
  const heading: Change[] = tab.headingLost ? [{ ...place, kind: 'heading-row', impact: 'restore' }] : [];
  return [...heading, ...columns, ...rows, ...strangers];
}

function nameChanges(name: NamedCell, placement: Placement, snapshot: Snapshot): Change[] {
  const tab = placement.tabs.find(({ declared }) => declared.key === name.tab);
  if (!tab) throw new Error(`the name ${name.name} stands on the unknown tab ${name.tab}`);
  const { at } = name;
  const row = 'row' in at ? at.row : tab.rows.find(({ key }) => key === at.key)?.index;
  const column = 'row' in at ? at.column : tab.columns.find(({ declared }) => declared.key === at.column)?.index;
  if (row === undefined || column === undefined) throw new Error(`the name ${name.name} has no cell`);
  const { sheetId } = placeOf(tab);
  const was = snapshot.names.find((other) => other.id === name.id || other.name === name.name);
  if (was?.name === name.name && was.sheetId === sheetId && was.row === row && was.column === column) return [];
  // A name of ours with another id: Google would refuse the second of that name, so the one that is there is moved.
  const known = was ? { ...name, id: was.id } : name;
  const impact = was ? 'restore' : 'add';
  return [{ kind: 'name', impact, name: known, exists: was !== undefined, sheetId, row, column }];
}

function cellChanges(tab: PlacedTab, placement: Placement): Change[] {
  const place = placeOf(tab);
  return wantedCells(tab, placement).flatMap((wanted): CellChange[] => {
    const was = wanted.isNew ? {} : cellAt(tab.was, ...before(tab, wanted));
    return cellParts(wanted, was).map(({ part, impact, before }) => ({
      kind: 'cell',
      ...place,
      impact,
      row: wanted.row,
      column: wanted.column,
      before,
      ...(wanted.heading === undefined ? {} : { heading: wanted.heading }),
      ...(wanted.key === undefined ? {} : { key: wanted.key }),
      ...part,
    }));
  });
}

/** Where a wanted cell was before rows and columns of ours are inserted. */
function before(tab: PlacedTab, { row, column }: WantedCell): [number, number] {
  const inserted = tab.columns.filter(({ found, index }) => found === 'new' && index < column).length;
  return [row - (tab.headingLost ? 1 : 0), column - inserted];
}

function cellParts(wanted: WantedCell, was: RawCell): { part: CellPart; impact: Impact; before: string }[] {
  const parts: { part: CellPart; impact: Impact; before: string }[] = [];
  const add = (part: CellPart, impact: Impact, before = '') => {
    parts.push({ part, impact: wanted.isNew ? 'add' : impact, before });
  };
  const { value, formula, template = '', format, rule, note } = wanted;
  const stood = formulaOf(was) ?? textOf(rawValue(was));
  if (formula !== undefined) {
    const same = normaliseFormula(formulaOf(was) ?? '') === normaliseFormula(formula);
    if (!same) add({ part: 'formula', formula, template }, 'restore', stood);
  } else if (value !== undefined && !sameValue(value, was)) add({ part: 'value', value }, 'fix', stood);
  if (format && !sameFormat(format, was)) add({ part: 'format', format }, 'restore');
  if (rule && !sameRule(rule, was.dataValidation)) add({ part: 'rule', rule }, 'restore');
  if (note !== undefined && note !== (was.note ?? '')) add({ part: 'note', note }, 'restore');
  return parts;
}

function sameValue(value: Cell, was: RawCell): boolean {
  if (formulaOf(was) !== undefined) return false;
  const stood = rawValue(was);
  return value === stood || ((value ?? '') === '' && (stood ?? '') === '');
}

function sameFormat(format: FormatPaths, was: RawCell): boolean {
  return Object.entries(format).every(([path, wanted]) => {
    let found: unknown = was.userEnteredFormat;
    for (const step of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
    if (typeof wanted === 'string' && wanted.startsWith('#')) return hexOf(found) === wanted;
    if (typeof wanted !== 'object') return found === wanted;
    const format = found as { type?: string; pattern?: string } | undefined;
    return format?.type === wanted.type && (wanted.pattern ?? '') === (format.pattern ?? '');
  });
}

function sameRule(wanted: Validation, was: Validation | undefined): boolean {
  return was !== undefined && ruleKey(wanted) === ruleKey(was);
}

function ruleKey({ condition, strict = false, inputMessage = '' }: Validation): string {
  const values = (condition?.values ?? []).map(({ userEnteredValue = '' }) =>
    userEnteredValue.startsWith('=') ? normaliseFormula(userEnteredValue).replace(/[$]/gu, '') : userEnteredValue,
  );
  return JSON.stringify([condition?.type, values, strict, inputMessage]);
}

function dimensionChanges(tab: PlacedTab): Change[] {
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
    if (!isNew && (!hidden || tab.was?.columns[index]?.hidden)) return [];
    const impact = isNew ? 'add' : 'restore';
    return [{ ...place, kind: 'dimension', impact, column: index, width, hidden }];
  });
}

function colourChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  if (declared.kind !== 'table') return [];
  const place = placeOf(tab);
  const rules = wantedColours(declared, tab, place.sheetId);
  const existing = was?.conditionalFormats ?? [];
  if (rules.length === 0 || rulesKey(rules) === rulesKey(existing)) return [];
  return [{ ...place, kind: 'colours', impact: was ? 'restore' : 'add', was: existing.length, rules }];
}

/** Conditional formats have no ids: the whole managed list is compared. */
function rulesKey(rules: readonly GoogleAppsScript.Sheets.Schema.ConditionalFormatRule[]): string {
  return JSON.stringify(
    rules.map(({ ranges = [], booleanRule = {} }) => [
      ranges.map((r) => [r.startRowIndex ?? 0, r.endRowIndex, r.startColumnIndex ?? 0, r.endColumnIndex]),
      booleanRule.condition?.type,
      (booleanRule.condition?.values ?? []).map(({ userEnteredValue = '' }) => normaliseFormula(userEnteredValue)),
      hexOf(booleanRule.format?.backgroundColorStyle),
      hexOf(booleanRule.format?.textFormat?.foregroundColorStyle),
    ]),
  );
}
