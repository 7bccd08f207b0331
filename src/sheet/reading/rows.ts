// Rows of the tabs ⇄ values of the core; where a formula stands in an entry, the row says so.
import { type Cell, isWord, textOf } from '../../core/cell.ts';
import { quoted } from '../../core/check/quoted.ts';
import {
  ENTRY_COLUMNS,
  ENTRY_HEADINGS,
  type EntryCells,
  entryOf,
  perEntry,
  TYPED_ENTRIES,
} from '../../core/entry-block.ts';
import type { Finding } from '../../core/finding.ts';
import type { IndicatorRow } from '../../core/indicator.ts';
import { renamedLetIn } from '../../core/let-in.ts';
import { renamed } from '../../core/reporter-cell.ts';
import type { TaskRow } from '../../core/task-row.ts';
import type { ColumnKey } from '../layout/column-keys.ts';
import { chipText } from './chips.ts';
import type { Placement } from './place.ts';
import { formulaOf, rawValue } from './snapshot.ts';
import { ifRead, type RowReader, type TableReader, tableReader } from './table-reader.ts';
import { isName, LONGEST_UNIT_NAME, type NamedUnit, namedUnits, whoIs } from './unit-names.ts';
import { reportingOf } from './unit-reporting.ts';

/** Where a formula counts as nothing (rule 1.14): its answer changes without anybody having typed, and may be what another cell holds. */
function isLeftOut(formulas: readonly string[], column: string): boolean {
  return formulas.includes(column) && TYPED_ENTRIES.some((typed) => typed === column);
}

/** The rows of «Nhiệm vụ» in the plan's order, and findings about cells that are no values. */
export function readTaskRows(placement: Placement<'tasks' | 'units'>): { rows: TaskRow[]; findings: Finding[] } {
  const reader = tableReader(placement, 'tasks');
  const units = unitsIn(placement);
  const chips: Finding[] = [];
  const rows = reader.rows.map(({ key: code, index }): TaskRow => {
    const formulas = ENTRY_COLUMNS.filter((column) => formulaOf(reader.cell(index, column)) !== undefined);
    const value = (column: ColumnKey<'tasks'>): Cell => {
      if (isLeftOut(formulas, column)) return null;
      const read = chipText(reader.cell(index, column));
      if (read.hasUnread) chips.push(unreadChip(code, column));
      return read.value;
    };
    return {
      code,
      number: value('number'),
      content: value('content'),
      lead: value('lead'),
      coordinating: value('coordinating'),
      deadline: value('deadline'),
      ...readEntry(value, 'period'),
      group: value('group'),
      due: value('due'),
      kind: value('kind'),
      accountable: calledNow(value('accountable'), units),
      countsOverdue: value('countsOverdue'),
      extension: value('extension'),
      estimate: value('estimate'),
      onTimeFor: value('onTimeFor'),
      reporter: renamed(value('reporter'), (name) => textOf(calledNow(name, units))),
      letIn: renamedLetIn(value('letIn'), (name) => textOf(calledNow(name, units))),
      ...(formulas.length > 0 && { formulas }),
    };
  });
  return { rows, findings: [...chips, ...units.flatMap(namingFindings)] };
}

function unreadChip(code: string, key: string): Finding {
  const column = isEntry(key) ? ENTRY_HEADINGS[key] : key;
  const text = 'Có thẻ thông minh (chip) mà hệ thống không đọc được đường dẫn.';
  return { code, column, weight: 'block', text, todo: 'Thay thẻ bằng đường dẫn hoặc số văn bản.' };
}

function isEntry(key: string): key is keyof typeof ENTRY_HEADINGS {
  return key in ENTRY_HEADINGS;
}

/** The entry block of a row; copies of it call their column of Kỳ báo cáo `entryPeriod`, because `period` is the closing's own. */
export function readEntry<P extends 'period' | 'entryPeriod'>(
  value: (column: Exclude<keyof EntryCells, 'period'> | P) => Cell,
  period: P,
): EntryCells {
  return perEntry((key) => value(key === 'period' ? period : key));
}

/** The entry block as the columns of a copy, by key. */
export function copiedEntry(entry: EntryCells): Omit<EntryCells, 'period'> & { readonly entryPeriod: Cell } {
  const { period, ...cells } = entryOf(entry);
  return { ...cells, entryPeriod: period };
}

const NUMBERS = ['numerator', 'denominator', 'enteredOn'] as const;

/** The rows of «Chỉ tiêu». */
export function readIndicatorRows(placement: Placement<'indicators'>): IndicatorRow[] {
  const reader = tableReader(placement, 'indicators');
  return reader.rows.map(({ key: id, index }) => {
    const value = (column: ColumnKey<'indicators'>) => reader.value(index, column);
    const formulas = NUMBERS.filter((column) => formulaOf(reader.cell(index, column)) !== undefined);
    return {
      id,
      code: textOf(value('task')),
      name: textOf(value('name')),
      operator: value('operator'),
      target: value('target'),
      milestone: value('milestone'),
      numerator: typedValue(reader, index, 'numerator'),
      denominator: typedValue(reader, index, 'denominator'),
      enteredOn: typedValue(reader, index, 'enteredOn'),
      note: value('note'),
      ...(formulas.length > 0 && { formulas }),
    };
  });
}

/** Units as they are called; of a sheet of an earlier program the rows of «Nhiệm vụ» tell more, where these were read. */
function unitsIn(placement: Placement<'units'>): NamedUnit[] {
  const whole = ifRead(placement, 'tasks');
  const tasks = whole && tableReader(whole, 'tasks');
  const carried = tasks?.rows.map(({ index }) => tasks.value(index, 'accountable')) ?? [];
  return namedUnits(tableReader(placement, 'units'), carried);
}

function namingFindings({ code, name, isRenamed, refused }: NamedUnit): Finding[] {
  const place = `Tab Đơn vị, ${code}, Tên`;
  if (refused !== undefined) {
    const why =
      refused.length > LONGEST_UNIT_NAME
        ? `dài ${refused.length} ký tự, nhiều nhất ${LONGEST_UNIT_NAME}`
        : isName(refused)
          ? 'đã là của đơn vị khác'
          : 'không phải tên (không dùng * ? ~ < > =, số điện thoại, chữ không phải Unicode)';
    const text = `Tên «${quoted(refused)}» ${why}; vẫn dùng tên «${name}».`;
    return [{ place, weight: 'block', text, todo: 'Sửa tên ở tab Đơn vị, hoặc Đồng bộ bảng tính để lấy lại tên cũ.' }];
  }
  if (!isRenamed) return [];
  const text = `Đơn vị vừa đổi tên thành «${name}»; các dòng còn ghi tên cũ vẫn tính cho đơn vị này.`;
  return [{ place, weight: 'note', text, todo: 'Đồng bộ bảng tính, hoặc để đêm nay hệ thống ghi lại tên ở các dòng.' }];
}

/** Names by which units were called, as they are called now. */
export function namesNow(placement: Placement<'units'>): (cell: Cell) => Cell {
  const units = unitsIn(placement);
  return (cell) => calledNow(cell, units);
}

/** Đầu mối by the name its unit has now; what is nobody's name stays as it stands. */
function calledNow(cell: Cell, units: readonly NamedUnit[]): Cell {
  if (typeof cell !== 'string' || units.some(({ name }) => isWord(cell, name))) return cell;
  return whoIs(cell, units)?.name ?? cell;
}

/** A unit as «Đơn vị» holds it. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  /** What else it is or was called. */
  readonly former: readonly string[];
  /** People have changed its name, and it has not been taken over yet. */
  readonly isRenamed: boolean;
  /** What people have called it though another unit is called so. */
  readonly refused: string | undefined;
  /** Nothing where it is a formula, as of the cell below. */
  readonly accounts: Cell;
  readonly emails: Cell;
  readonly formulas: readonly string[];
  readonly reminded: Cell;
  /** Đã nhắc kỳ: label of the last period for which it was asked. */
  readonly askedFor: Cell;
  /** Thời điểm nhắc: when first, for that period. */
  readonly askedAt: Cell;
  /** Codes of overdue rows whose reason its reminders of that period asked for; «-» none; empty where CAX asked by hand. */
  readonly askedRows: Cell;
  /** In the words of the plan's own units (plan-schema.ts). */
  readonly reporting: Cell;
  /** Names of the collectives it belongs to. */
  readonly memberOf: Cell;
}

export function readUnitRows(placement: Placement<'units'>): UnitRow[] {
  const reader = tableReader(placement, 'units');
  const named = new Map(unitsIn(placement).map((unit) => [unit.code, unit]));
  return reader.rows.map(({ key, index }) => ({
    code: key,
    name: named.get(key)?.name ?? '',
    former: named.get(key)?.former ?? [],
    isRenamed: named.get(key)?.isRenamed ?? false,
    refused: named.get(key)?.refused,
    accounts: typedValue(reader, index, 'accounts'),
    emails: typedValue(reader, index, 'emails'),
    formulas: (['accounts', 'emails'] as const).filter((column) => formulaOf(reader.cell(index, column)) !== undefined),
    reminded: reader.value(index, 'reminded'),
    askedFor: reader.value(index, 'askedFor'),
    askedAt: reader.value(index, 'askedAt'),
    askedRows: reader.value(index, 'askedRows'),
    reporting: reportingOf(reader.value(index, 'reporting')),
    memberOf: reader.value(index, 'memberOf'),
  }));
}

/** The values of «Cấu hình» by key, as they were typed: a formula there is no value, and named. */
export function readSettingCells(placement: Placement<'settings'>): {
  cells: Map<string, Cell>;
  formulas: Set<string>;
} {
  const reader = tableReader(placement, 'settings');
  const formulas = reader.rows.filter(({ index }) => formulaOf(reader.cell(index, 'value')) !== undefined);
  return { cells: settingCells(reader), formulas: new Set(formulas.map(({ key }) => key)) };
}

/** A value that was typed; nothing where a formula stands. */
function typedValue<K extends string>({ cell }: RowReader<K>, row: number, column: NoInfer<K>): Cell {
  const { userEnteredValue } = cell(row, column);
  return rawValue(userEnteredValue ? { userEnteredValue } : {});
}

/** The same of a tab that stands by itself. */
export function settingCells(reader: TableReader<'settings'>): Map<string, Cell> {
  return new Map(reader.rows.map(({ key, index }) => [key, typedValue(reader, index, 'value')]));
}
