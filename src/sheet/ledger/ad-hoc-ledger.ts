// Reports out of turn in «Sổ báo cáo» and «Lịch sử»: version 0 is the asking, with the rows as they stood; 1 and later are what was
// answered. They stand beside the months and are never one of them.
import type { Moment } from '../../core/calendar.ts';
import { textOf } from '../../core/cell.ts';
import { type FrozenRow, VERSION_KINDS } from '../../core/version.ts';
import { URGENCIES } from '../layout/ad-hoc.ts';
import type { ColumnKey } from '../layout/column-keys.ts';
import type { SnapshotName } from '../reading/snapshot.ts';
import type { TableReader } from '../reading/table-reader.ts';
import { isNumber, isText, listOf, optional, recordOf, shapeOf } from '../shape.ts';
import { TAB_IDS } from '../tab-ids.ts';
import { type Frozen, type Marks, spanOf } from './frozen.ts';
import type { Digests } from './frozen-fields.ts';
import { rangeName, readFrozenRows } from './ledger.ts';
import { decode, isDigests, SpoiltLedger, withDigests } from './version-detail.ts';

/** The request as it stood when the version was made. */
export interface AdHocDetail {
  readonly subject: string;
  readonly basis: string;
  readonly urgency?: (typeof URGENCIES)[number] | undefined;
  /** When the units were asked, and until when they were to answer. */
  readonly from: Moment;
  readonly to: Moment;
  /** When it must be sent on. */
  readonly dueAt?: Moment | undefined;
  readonly codes: readonly string[];
  readonly extensions: Readonly<Record<string, number>>;
  /** «Báo cáo tính cho» of rows that were given on, by code. */
  readonly reporters?: Readonly<Record<string, string>> | undefined;
  readonly digests: Digests;
  /** Of the frozen rows; absent in versions of earlier programs. */
  readonly marks?: Marks | undefined;
  /** Units whose request had not left when it was closed, by name: they did not fail to answer (rule 6.13). */
  readonly unasked?: readonly string[] | undefined;
}

export interface AdHocEntry extends AdHocDetail, Frozen {
  /** 0-based row of the ledger. */
  readonly row: number;
  /** «ĐX-2024-01». */
  readonly id: string;
  readonly version: number;
  readonly closedAt: Moment;
  readonly document: string;
}

/** Its named range; Google takes ASCII only. */
export function adHocName({ id, version }: Pick<AdHocEntry, 'id' | 'version'>): { id: string; name: string } {
  return rangeName(id.replace('Đ', 'D'), version);
}

/** Versions of it that named ranges tell of: the rows of an old one are not read. */
export function namedVersions(id: string, names: readonly SnapshotName[]): number[] {
  const start = adHocName({ id, version: 0 }).name.toLowerCase().slice(0, -1);
  return names.flatMap(({ name, sheetId }) => {
    const isIts = sheetId === TAB_IDS.history && name.toLowerCase().startsWith(start);
    const version = Number(name.slice(start.length));
    return isIts && Number.isInteger(version) ? [version] : [];
  });
}

const isDetail = shapeOf<AdHocDetail>({
  subject: isText,
  basis: isText,
  urgency: optional((value): value is (typeof URGENCIES)[number] => URGENCIES.some((one) => one === value)),
  from: isNumber,
  to: isNumber,
  dueAt: optional(isNumber),
  codes: listOf(isText),
  extensions: recordOf(isNumber),
  reporters: optional(recordOf(isText)),
  digests: isDigests,
  marks: optional(recordOf(isText)),
  unasked: optional(listOf(isText)),
});

/** The request as the cell «Chỉ tiêu» keeps it. */
export function writeAdHocDetail(detail: AdHocDetail): string {
  return JSON.stringify({ v: 2, ...detail });
}

/**
 * In the order of the ledger.
 * @param names named ranges of the workbook
 * @throws SpoiltLedger where the cell «Chỉ tiêu» is not what was written
 */
export function readAdHocLedger(reader: TableReader<'ledger'>, names: readonly SnapshotName[]): AdHocEntry[] {
  return reader.rows.flatMap(({ index }): AdHocEntry[] => {
    const value = (column: ColumnKey<'ledger'>) => reader.value(index, column);
    const [version, json] = [value('version'), value('json')];
    if (value('kind') !== VERSION_KINDS.adHoc || typeof version !== 'number' || typeof json !== 'string') return [];
    const id = textOf(value('period'));
    const detail = decode(json, { 1: withDigests, 2: (written) => written });
    if (!isDetail(detail)) throw new SpoiltLedger(`${id} bản ${version}, dòng ${index + 1}`);
    const closedAt = Number(value('closedAt'));
    const { name } = adHocName({ id, version });
    const document = textOf(value('document'));
    return [{ ...detail, row: index, id, label: id, version, at: spanOf(name, names), closedAt, document }];
  });
}

/** Askings whose answers are not closed yet. */
export function awaited(ledger: readonly AdHocEntry[]): AdHocEntry[] {
  const closed = new Set(ledger.flatMap(({ id, version }) => (version > 0 ? [id] : [])));
  return ledger.filter(({ id, version }) => version === 0 && !closed.has(id));
}

/** Its frozen rows, at these places of «Lịch sử». */
export function readAdHocRows(
  { extensions, reporters }: AdHocEntry,
  history: TableReader<'history'>,
  rows: readonly number[],
): FrozenRow[] {
  return readFrozenRows(history, rows, { owed: [], reported: [], extensions, reporters });
}
