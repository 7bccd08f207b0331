// «Sổ báo cáo» and «Lịch sử» ⇄ versions. A closing is one ledger row, its frozen rows, and a named range over them whose id
// carries period and version: the id can be taken only once, so a closing happens once.

import { dayOf } from '../../core/calendar.ts';
import { type Cell, textOf } from '../../core/cell.ts';
import { FIGURE_CODES } from '../../core/figures.ts';
import { type Period, readPeriodLabel } from '../../core/period.ts';
import { STATUS, type Status, type StatusCode } from '../../core/status.ts';
import {
  closedId,
  closedLabel,
  type FrozenRow,
  type PeriodKey,
  VERSION_KINDS,
  type Version,
} from '../../core/version.ts';
import type { CellsOf, ColumnKey } from '../layout/column-keys.ts';
import { copiedEntry, readEntry } from '../reading/rows.ts';
import type { SnapshotName } from '../reading/snapshot.ts';
import type { TableReader } from '../reading/table-reader.ts';
import { type Frozen, marksOf, spanOf } from './frozen.ts';
import type { Digests } from './frozen-fields.ts';
import { readDetail, readLate, type VersionDetail, type WrittenDetail, writeDetail } from './version-detail.ts';

/** What the ledger knows of a version without its rows. */
export interface LedgerEntry extends Omit<Version, 'rows'>, VersionDetail, Frozen {
  /** 0-based row of the ledger tab. */
  readonly row: number;
  /** Addresses of its documents, as the row holds them; empty before they are made. */
  readonly document: string;
}

/** How ids of closings' named ranges begin. */
const CLOSING_ID = 'da06_chot_';

/** The named range of a closing: id and name say what was closed, and the version. */
export function closingName(version: PeriodKey & Pick<Version, 'version'>): { id: string; name: string } {
  return rangeName(closedId(version), version.version);
}

/** Google takes ASCII letters, digits and _ only. @param id of what was frozen: «2024-05» */
export function rangeName(id: string, version: number): { id: string; name: string } {
  const key = `${id.replace(/-/gu, '_')}_${version}`;
  return { id: `${CLOSING_ID}${key}`, name: `Chot_${key}` };
}

/** The id that goes with a name: files of Excel keep names alone. Undefined of a name that is no closing's. */
export function rangeIdOf(name: string): string | undefined {
  const [, key] = /^Chot_([A-Za-z0-9_]+_\d+)$/u.exec(name) ?? [];
  return key === undefined ? undefined : `${CLOSING_ID}${key}`;
}

/** Whether a named range passes for a closing's; Google tells names apart without their case. */
export function isClosingName({ id, name }: Pick<SnapshotName, 'id' | 'name'>): boolean {
  return id.startsWith(CLOSING_ID) || /^chot_[a-z0-9_]+_\d+$/iu.test(name);
}

/** A version as a row of the ledger, by column key. */
export function ledgerCells(
  version: Version,
  extra: { finished: Iterable<string>; estimated: readonly string[]; digests: Digests; note: string },
): CellsOf<'ledger'> {
  const { rows } = version;
  const reporters = reportersOf(rows);
  const codes = (holds: (row: FrozenRow) => boolean) => rows.filter(holds).map(({ code }) => code);
  const detail: WrittenDetail = {
    window: version.window,
    stamped: version.stamped,
    figures: version.figures,
    units: version.units,
    indicators: version.indicators,
    finished: [...extra.finished],
    reported: codes((row) => row.reported),
    owed: codes((row) => row.owed),
    extensions: Object.fromEntries(
      rows.flatMap(({ code, extension }) => (typeof extension === 'number' ? [[code, extension]] : [])),
    ),
    estimated: extra.estimated,
    ...(version.asked && { asked: version.asked }),
    ...(version.askedRows && { askedRows: version.askedRows }),
    ...(version.emptiedOn && { emptiedOn: version.emptiedOn }),
    ...(version.ownPhrases && { ownPhrases: version.ownPhrases }),
    ...(reporters && { reporters }),
    digests: extra.digests,
    marks: marksOf(rows.map((row) => historyCells('', 0, row))),
    statuses: Object.fromEntries(rows.map(({ code, status }) => [code, STATUS_CODES[status]])),
  };
  return {
    period: closedLabel(version),
    version: version.version,
    kind: version.supplement ? VERSION_KINDS.supplement : VERSION_KINDS.month,
    asOf: version.supplement ? yearEnd(version.period) : version.asOf,
    closedAt: version.closedAt,
    closedBy: version.closedBy === '' ? 'Tự động' : version.closedBy,
    ...Object.fromEntries(FIGURE_CODES.map((code) => [code.toLowerCase(), version.figures[code].text])),
    json: writeDetail(detail),
    note: extra.note,
  };
}

/** The code of each status. */
const STATUS_CODES = Object.fromEntries(Object.entries(STATUS).map(([code, words]) => [words, code])) as Readonly<
  Record<Status, StatusCode>
>;

/** The day people read of a supplement: it is as of the next, on which what was due on 31/12 is overdue (rule 5.9). */
const yearEnd = ({ year }: Period) => dayOf(year, 12, 31);

/** «Báo cáo tính cho» of the rows that say it, by code; undefined where none does. */
export function reportersOf(rows: readonly FrozenRow[]): Record<string, string> | undefined {
  const said = rows.flatMap(({ code, reporter }) => (reporter === undefined ? [] : [[code, reporter] as const]));
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/**
 * The versions of months and years in the ledger, in the order of its rows. Rows that are no version of ours are passed over.
 * @param names named ranges of the workbook
 */
export function readLedger(reader: TableReader<'ledger'>, names: readonly SnapshotName[]): LedgerEntry[] {
  return reader.rows.flatMap(({ index }) => {
    const value = (column: ColumnKey<'ledger'>) => reader.value(index, column);
    const closed = readClosed(value('kind'), textOf(value('period')));
    const version = value('version');
    const json = value('json');
    if (!closed || typeof version !== 'number' || typeof json !== 'string') return [];
    const detail = readDetail(json, `${closedLabel(closed)} bản ${version}, dòng ${index + 1}`);
    const closedBy = textOf(value('closedBy'));
    const late = readLate(textOf(value('late')));
    return [
      {
        row: index,
        document: textOf(value('document')),
        ...closed,
        label: closedLabel(closed),
        version,
        at: spanOf(closingName({ ...closed, version }).name, names),
        asOf: closed.supplement ? yearEnd(closed.period) + 1 : Number(value('asOf')),
        closedAt: Number(value('closedAt')),
        closedBy: version === 0 ? '' : closedBy,
        ...detail,
        ...(late && { late }),
      },
    ];
  });
}

function readClosed(kind: Cell, label: string): PeriodKey | undefined {
  const year = Number(/^Năm (\d{4})$/u.exec(label)?.[1]);
  if (kind === VERSION_KINDS.supplement)
    return year > 0 ? { period: { year, month: 12 }, supplement: true } : undefined;
  const period: Period | undefined = kind === VERSION_KINDS.month ? readPeriodLabel(label) : undefined;
  return period && { period };
}

/** The cells of a frozen row, in the order of the columns of «Lịch sử». @param label of what was closed */
export function historyCells(label: string, version: number, row: FrozenRow): CellsOf<'history'> {
  return {
    period: label,
    version,
    code: row.code,
    accountable: row.accountable,
    due: row.due,
    countsOverdue: row.countsOverdue,
    ...copiedEntry(row.entry),
    status: row.status,
    onTime: row.onTime ? 'Có' : row.reported ? 'Không' : null,
  };
}

/** Frozen rows at these places of «Lịch sử»; what is not in its columns, the ledger knows. */
export function readFrozenRows(
  reader: TableReader<'history'>,
  rows: readonly number[],
  known: Pick<VersionDetail, 'owed' | 'reported' | 'extensions' | 'reporters' | 'statuses'>,
): FrozenRow[] {
  const owed = new Set(known.owed);
  const reported = new Set(known.reported);
  return rows.map((row): FrozenRow => {
    const value = (column: ColumnKey<'history'>): Cell => reader.value(row, column);
    const code = textOf(value('code'));
    const due = value('due');
    const reporter = known.reporters?.[code];
    const status = known.statuses?.[code];
    return {
      code,
      accountable: value('accountable'),
      due: typeof due === 'number' ? due : null,
      countsOverdue: value('countsOverdue'),
      extension: known.extensions[code] ?? null,
      entry: readEntry(value, 'entryPeriod'),
      status: status ? STATUS[status] : (textOf(value('status')) as Status),
      reported: reported.has(code),
      onTime: value('onTime') === 'Có',
      owed: owed.has(code),
      ...(reporter !== undefined && { reporter }),
    };
  });
}

/**
 * What every row of the ledger that is a version of ours was frozen as; asks nothing of its JSON but that it is there.
 * @param isHeadOnly the JSON was not read: rows of ours, and what people wrote like them
 */
export function closedNames(
  reader: TableReader<'ledger'>,
  isHeadOnly = false,
): { readonly id: string; readonly name: string; label: string; version: number; row: number }[] {
  return reader.rows.flatMap(({ index }) => {
    const value = (column: ColumnKey<'ledger'>) => reader.value(index, column);
    const [kind, label, version] = [value('kind'), textOf(value('period')), value('version')];
    if (typeof version !== 'number' || !(isHeadOnly || typeof value('json') === 'string')) return [];
    const closed = readClosed(kind, label);
    const id = closed ? closedId(closed) : kind === VERSION_KINDS.adHoc ? label.replace('Đ', 'D') : undefined;
    return id === undefined ? [] : [{ ...rangeName(id, version), label, version, row: index }];
  });
}
