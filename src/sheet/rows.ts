// Rows of the tabs ⇄ values of the core. The snapshot is asked by column key and row key; raw cells go on unrepaired, and
// what should not be there (a formula in an entry, a number too long for a cell) becomes a finding with its place.
import { type Cell, textOf } from '../core/cell.ts';
import { ENTRY_COLUMNS, ENTRY_HEADINGS } from '../core/check-row.ts';
import type { Finding } from '../core/finding.ts';
import type { IndicatorRow } from '../core/indicator.ts';
import type { EntryCells, TaskRow } from '../core/task.ts';
import { entryOf } from '../core/version.ts';
import { columnAsRead, type PlacedTab, type Placement, rowAsRead } from './place.ts';
import { cellAt, formulaOf, type RawCell, rawValue } from './snapshot.ts';

/** Reads a placed tab by row and column key. */
export interface TableReader {
  readonly tab: PlacedTab;
  /** Declared rows that are there; of a growing tab every row with content, in its order. 0-based sheet rows. */
  readonly rows: readonly { readonly index: number; readonly key: string }[];
  cell(row: number, column: string): RawCell;
  value(row: number, column: string): Cell;
}

/** @throws Error where the tab is not declared: our bug. A tab or column that is missing in the file reads as empty. */
export function tableReader(placement: Placement, key: string): TableReader {
  const tab = placement.tabs.find(({ declared }) => declared.key === key);
  if (!tab) throw new Error(`no tab ${key}`);
  return readerOf(tab);
}

/** Reads one placed tab. */
export function readerOf(tab: PlacedTab): TableReader {
  const source = tab.was;
  const columns = new Map(tab.columns.filter(({ found }) => found !== 'new').map((c) => [c.declared.key, c]));
  const cell = (row: number, column: string): RawCell => {
    const placed = columns.get(column);
    return placed ? cellAt(source, rowAsRead(tab, row), columnAsRead(tab, placed.index)) : {};
  };
  const known = tab.rows.filter(({ isNew }) => !isNew).map(({ key, index }) => ({ key, index }));
  const grown = (source?.rows ?? []).flatMap((cells, index) =>
    index > 0 && cells.some((cell) => cell.userEnteredValue !== undefined) ? [{ key: '', index }] : [],
  );
  return {
    tab,
    rows: tab.declared.kind === 'growing' ? grown : known,
    cell,
    value: (row, column) => rawValue(cell(row, column)),
  };
}

/**
 * What is missing of a tab, in words: all of it, or columns of it that are no formulas. Deeds that compare, freeze or copy
 * what people typed do nothing then: a column that is not there would read as wiped.
 */
export function missingIn(placement: Placement, key: string): string | undefined {
  const { tab } = tableReader(placement, key);
  if (!tab.was) return `Tab «${tab.declared.title}» không còn.`;
  const gone = tab.columns.filter(
    ({ declared, found }) => found === 'new' && declared.writer !== 'formula' && !declared.later,
  );
  if (gone.length === 0) return undefined;
  return `Tab «${tab.declared.title}» thiếu cột ${gone.map(({ declared }) => `«${declared.heading}»`).join(', ')}.`;
}

/** The rows of «Nhiệm vụ» in the plan's order, and findings about cells that are no values. */
export function readTaskRows(placement: Placement): { rows: TaskRow[]; findings: Finding[] } {
  const reader = tableReader(placement, 'tasks');
  const findings: Finding[] = [];
  const rows = reader.rows.map(({ key: code, index }): TaskRow => {
    const value = (column: string) => reader.value(index, column);
    for (const column of ENTRY_COLUMNS) {
      if (formulaOf(reader.cell(index, column)) !== undefined) {
        const text = `Ô «${ENTRY_HEADINGS[column]}» chứa công thức; máy lấy kết quả của công thức, nên gõ lại bằng chữ hoặc số.`;
        findings.push({ code, column: ENTRY_HEADINGS[column], weight: 'note', text });
      }
    }
    return {
      code,
      number: value('number'),
      content: value('content'),
      lead: value('lead'),
      coordinating: value('coordinating'),
      deadline: value('deadline'),
      ...readEntry(value),
      group: value('group'),
      due: value('due'),
      kind: value('kind'),
      accountable: value('accountable'),
      countsOverdue: value('countsOverdue'),
      extension: value('extension'),
      estimate: value('estimate'),
      onTimeFor: value('onTimeFor'),
    };
  });
  const missing = reader.tab.rows
    .filter(({ isNew }) => isNew)
    .map(({ key }): Finding => {
      const text = 'Dòng của nhiệm vụ này không còn trong tab Nhiệm vụ; hãy chạy Đồng bộ bảng tính để khôi phục.';
      return { code: key, weight: 'block', text };
    });
  return { rows, findings: [...findings, ...missing] };
}

/** The entry block of a row; copies of it call their column of Kỳ báo cáo `entryPeriod`, because `period` is the closing's own. */
export function readEntry(value: (column: string) => Cell, period: 'period' | 'entryPeriod' = 'period'): EntryCells {
  return {
    state: value('state'),
    progress: value('progress'),
    result: value('result'),
    doneOn: value('doneOn'),
    evidence: value('evidence'),
    difficulty: value('difficulty'),
    proposal: value('proposal'),
    period: value(period),
    reportedAt: value('reportedAt'),
  };
}

/** The entry block as the columns of a copy, by key. */
export function copiedEntry(entry: EntryCells): Record<string, Cell> {
  const { period, ...cells } = entryOf(entry);
  return { ...cells, entryPeriod: period };
}

/** The rows of «Chỉ tiêu». */
export function readIndicatorRows(placement: Placement): IndicatorRow[] {
  const reader = tableReader(placement, 'indicators');
  return reader.rows.map(({ index }) => {
    const value = (column: string) => reader.value(index, column);
    return {
      code: textOf(value('task')),
      name: textOf(value('name')),
      operator: value('operator'),
      target: value('target'),
      milestone: value('milestone'),
      numerator: value('numerator'),
      denominator: value('denominator'),
      enteredOn: value('enteredOn'),
      note: value('note'),
    };
  });
}

/** A unit as «Đơn vị» holds it. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly accounts: Cell;
  readonly emails: Cell;
  readonly reminded: Cell;
  /** Đã nhắc kỳ: label of the last period for which it was asked. */
  readonly askedFor: Cell;
  /** Nhắc lúc: when first, for that period. */
  readonly askedAt: Cell;
  readonly reporting: Cell;
  /** Names of the collectives it belongs to. */
  readonly memberOf: Cell;
}

export function readUnitRows(placement: Placement): UnitRow[] {
  const reader = tableReader(placement, 'units');
  return reader.rows.map(({ key, index }) => ({
    code: key,
    name: textOf(reader.value(index, 'name')),
    accounts: reader.value(index, 'accounts'),
    emails: reader.value(index, 'emails'),
    reminded: reader.value(index, 'reminded'),
    askedFor: reader.value(index, 'askedFor'),
    askedAt: reader.value(index, 'askedAt'),
    reporting: reader.value(index, 'reporting'),
    memberOf: reader.value(index, 'memberOf'),
  }));
}

/** The values of «Cấu hình» by key, as they were typed: a formula there is no value. */
export function readSettingCells(placement: Placement): Map<string, Cell> {
  return settingCells(tableReader(placement, 'settings'));
}

/** The same of a tab that stands by itself. */
export function settingCells({ rows, cell }: TableReader): Map<string, Cell> {
  return new Map(
    rows.map(({ key, index }) => {
      const { userEnteredValue } = cell(index, 'value');
      return [key, rawValue(userEnteredValue ? { userEnteredValue } : {})];
    }),
  );
}
