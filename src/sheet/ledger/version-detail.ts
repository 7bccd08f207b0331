// The hidden JSON cell «Chỉ tiêu» of the ledger: what a version keeps beside its printed figures. It says in which shape it was written
// (`v`), and each shape has one decoder, kept for as long as such a ledger may be met. Read back whole or not at all.
import { FIGURE_CODES, UNKNOWN_FIGURE, type UnitTally } from '../../core/figures.ts';
import type { LateReports } from '../../core/late-reports.ts';
import { STATUS, type StatusCode } from '../../core/status.ts';
import type { FrozenIndicator, Version } from '../../core/version.ts';
import { type Is, isFlag, isNumber, isRecord, isText, listOf, optional, parsed, recordOf, shapeOf } from '../shape.ts';
import type { Marks } from './frozen.ts';
import { type Digests, FROZEN_FIELDS, fieldsOf } from './frozen-fields.ts';

export interface VersionDetail
  extends Pick<Version, 'window' | 'stamped' | 'figures' | 'units' | 'indicators' | 'ownPhrases'> {
  /** Codes finished with a date, codes reported: what later periods and versions need of the rows. */
  readonly finished: readonly string[];
  readonly reported: readonly string[];
  readonly owed: readonly string[];
  readonly extensions: Readonly<Record<string, number>>;
  /** Codes with «Ước 31/12»; absent in versions of earlier programs. */
  readonly estimated?: readonly string[];
  /** Units that were asked, and when; absent in versions of earlier programs. */
  readonly asked?: Readonly<Record<string, number>> | undefined;
  readonly askedRows?: Version['askedRows'];
  readonly emptiedOn?: Version['emptiedOn'];
  /** «Báo cáo tính cho» of rows that were given on, by code. */
  readonly reporters?: Readonly<Record<string, string>> | undefined;
  /** Of the rows, figures and indicators. */
  readonly digests: Digests;
  /** Of the frozen rows; absent in versions of earlier programs. */
  readonly marks?: Marks;
  /** Trạng thái of the frozen rows by a code that outlasts its words; absent in versions of earlier programs. */
  readonly statuses?: Readonly<Record<string, StatusCode>> | undefined;
}

/** What a closing keeps. */
export interface WrittenDetail extends VersionDetail {
  readonly marks: Marks;
  readonly statuses: Readonly<Record<string, StatusCode>>;
}

/** Codes of rows, and a digit for each that says in which lists it is. */
interface PackedLists {
  readonly codes: string;
  readonly flags: string;
}

/** Of every frozen row besides its status by its place in `legend`, and its mark. */
interface PackedRows extends PackedLists {
  readonly statuses: string;
  readonly legend: readonly string[];
  readonly marks: string;
}

/** What is like in all of a list, once; then the values of each. */
interface Table {
  readonly keys: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

const LISTS = ['finished', 'reported', 'owed'] as const;
const MARK_LENGTH = 8;
const LEGEND_BASE = 36;

/** The detail as it stands in the cell, which holds 50,000 letters and is to hold a plan of 1,000 tasks: what repeats is written once. */
export function writeDetail(detail: WrittenDetail): string {
  const { indicators, finished, reported, owed, marks, statuses, ...others } = detail;
  const lists = [finished, reported, owed].map((list) => new Set(list));
  const codes = Object.keys(marks);
  const legend: string[] = [...new Set(Object.values(statuses))];
  const flagOf = (code: string) => lists.reduce((sum, list, i) => sum + (list.has(code) ? 2 ** i : 0), 0);
  const statusOf = (code: string) => legend.indexOf(statuses[code] ?? '').toString(LEGEND_BASE);
  const rows: PackedRows = {
    codes: codes.join(' '),
    flags: codes.map(flagOf).join(''),
    statuses: codes.map(statusOf).join(''),
    legend,
    marks: Object.values(marks).join(''),
  };
  const keys = Object.keys(indicators[0] ?? {}) as (keyof FrozenIndicator)[];
  const table: Table = { keys, values: indicators.map((one) => keys.map((key) => one[key])) };
  return JSON.stringify({ v: 2, ...others, indicators: table, rows });
}

type Decoder = (written: Record<string, unknown>) => unknown;

/** What a cell of the ledger holds, by the decoder of its shape; 0.2.0 and programs before it named none. Undefined where there is none. */
export function decode(text: string, decoders: Readonly<Record<string, Decoder>>): unknown {
  const cell = parsed(text);
  const { v = 1, ...written } = isRecord(cell) ? cell : {};
  return decoders[String(v)]?.(written);
}

/** 0.2.0 kept one digest. */
export const withDigests: Decoder = ({ digest, ...others }) => ({ ...others, digests: [digest] });

/** A cell as a detail that is still to be checked; undefined where it cannot be taken apart. */
const DECODERS: Readonly<Record<string, Decoder>> = {
  // Before 0.2.0 nothing was packed.
  1: ({ lists, ...others }) => withDigests(isLists(lists) ? { ...others, ...unpacked(lists, others) } : others),
  2: ({ rows, ...others }) => isRows(rows) && { ...others, ...unpacked(rows, others), ...ofRows(rows) },
};

/** Lists and indicators; nothing where a row has no digit, or a digit no row. */
function unpacked(packed: PackedLists, { indicators }: Record<string, unknown>): Record<string, unknown> {
  const codes = codesOf(packed);
  if (packed.flags.length !== codes.length || !isTable(indicators)) return {};
  const { keys, values } = indicators;
  const isIn = (i: number) => (_: string, at: number) => Math.floor(Number(packed.flags[at]) / 2 ** i) % 2 === 1;
  return {
    indicators: values.map((line) => Object.fromEntries(keys.map((key, i) => [key, line[i] ?? null]))),
    ...Object.fromEntries(LISTS.map((list, i) => [list, codes.filter(isIn(i))])),
  };
}

function ofRows({ statuses, legend, marks, ...packed }: PackedRows): Record<string, unknown> {
  const codes = codesOf(packed);
  const ofEach = (what: (at: number) => unknown) => Object.fromEntries(codes.map((code, at) => [code, what(at)]));
  return {
    statuses: ofEach((at) => legend[Number.parseInt(statuses.charAt(at), LEGEND_BASE)]),
    marks: ofEach((at) => marks.slice(at * MARK_LENGTH, (at + 1) * MARK_LENGTH)),
  };
}

function codesOf({ codes }: PackedLists): string[] {
  return codes.split(' ').filter((code) => code !== '');
}

/**
 * The detail in the cell of a version. A figure its program did not know is «không có» (`UNKNOWN_FIGURE`).
 * @param place of the version, for the message: «Kỳ 05/2024 bản 1»
 * @throws SpoiltLedger where the cell is not what a closing wrote
 */
export function readDetail(text: string, place: string): VersionDetail {
  const detail = decode(text, DECODERS);
  if (!isDetail(detail) || FIGURE_CODES.some((code) => fieldsOf(detail).includes(code) && !(code in detail.figures)))
    throw new SpoiltLedger(place);
  const unknown = Object.fromEntries(FIGURE_CODES.map((code) => [code, UNKNOWN_FIGURE]));
  return { ...detail, figures: { ...unknown, ...detail.figures } };
}

/** A row of «Sổ báo cáo» whose cell «Chỉ tiêu» somebody has changed. Later versions compare themselves with it, so it is not passed over. */
export class SpoiltLedger extends Error {
  override name = 'SpoiltLedger' as const;
  /** @param place «Kỳ 05/2024 bản 1, dòng 2» */
  constructor(readonly place: string) {
    super(`${place}: ô Chỉ tiêu của Sổ báo cáo không đọc được`);
  }
}

const isFlags = (value: unknown): value is string => isText(value) && /^[0-7]*$/u.test(value);
const lists = { codes: isText, flags: isFlags };
const isLists = shapeOf<PackedLists>(lists);
const isRowsShape = shapeOf<PackedRows>({ ...lists, statuses: isText, legend: listOf(isText), marks: isText });
const isRows: Is<PackedRows> = (value): value is PackedRows =>
  isRowsShape(value) &&
  value.statuses.length === value.flags.length &&
  value.marks.length === MARK_LENGTH * value.flags.length;
const isTable = shapeOf<Table>({
  keys: listOf(isText),
  values: listOf((line): line is readonly unknown[] => Array.isArray(line)),
});

const isFigure = shapeOf<{ part: number; whole: number; text: string; beside: string | undefined }>({
  part: isNumber,
  whole: isNumber,
  text: isText,
  beside: optional(isText),
});

/** Words and numbers; which words, is this program's own writing. */
const isIndicator = (value: unknown): value is FrozenIndicator =>
  isRecord(value) && Object.values(value).every((cell) => cell === null || isText(cell) || isNumber(cell));

/** A digest for each list up to one this program knows. */
export const isDigests: Is<Digests> = (value): value is Digests =>
  listOf(isText)(value) && value.length > 0 && value.length <= FROZEN_FIELDS.length;

const isStatusCode: Is<StatusCode> = (value): value is StatusCode =>
  isText(value) && Object.keys(STATUS).includes(value);

const isDetail = shapeOf<VersionDetail>({
  window: shapeOf<Version['window']>({ from: isNumber, to: isNumber }),
  stamped: isFlag,
  figures: recordOf(isFigure) as Is<VersionDetail['figures']>,
  units: listOf(
    shapeOf<UnitTally>({
      name: isText,
      code: optional(isText),
      owed: isNumber,
      reported: isNumber,
      missing: isNumber,
      onTime: isNumber,
      elsewhere: optional(listOf(isText)),
    }),
  ),
  indicators: listOf(isIndicator),
  finished: listOf(isText),
  reported: listOf(isText),
  owed: listOf(isText),
  extensions: recordOf(isNumber),
  estimated: optional(listOf(isText)),
  asked: optional(recordOf(isNumber)),
  askedRows: optional(recordOf(listOf(isText))),
  emptiedOn: optional(recordOf(isNumber)),
  ownPhrases: optional(listOf(isText)),
  reporters: optional(recordOf(isText)),
  digests: isDigests,
  marks: optional(recordOf(isText)),
  statuses: optional(recordOf(isStatusCode)),
});

const isLate = shapeOf<LateReports>({
  ended: isFlag,
  codes: listOf(isText),
  unknown: listOf(isText),
  changed: optional(listOf(isText)),
});

/** The hidden cell of what came after a closing; undefined where nothing of ours stands in it: then nobody knows. */
export function readLate(text: string): LateReports | undefined {
  const list = parsed(text);
  return isLate(list) ? list : undefined;
}
