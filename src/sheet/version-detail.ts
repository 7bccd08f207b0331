// The hidden JSON cell «Chỉ tiêu» of the ledger: what a version keeps beside its printed figures. Read back whole or not at all.
import { FIGURE_CODES, type Figures, type UnitTally } from '../core/figures.ts';
import type { LateReports } from '../core/late-reports.ts';
import type { FrozenIndicator, Version } from '../core/version.ts';
import type { Marks } from './frozen.ts';

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
  /** A digest of the rows: equal digests, equal rows. */
  readonly digest: string;
  /** Of the frozen rows; absent in versions of earlier programs. */
  readonly marks?: Marks;
}

/** Codes of rows, and a digit for each that says in which lists it is. */
interface PackedLists {
  readonly codes: string;
  readonly flags: string;
}

const LISTS = ['finished', 'reported', 'owed'] as const;

/**
 * The detail as it stands in the cell, which holds 50,000 letters and is to hold a plan of 1,000 tasks: a code is written once for
 * all lists, and what is like in all indicators once.
 */
export function writeDetail({ indicators, finished, reported, owed, ...others }: VersionDetail): string {
  const lists = [finished, reported, owed].map((list) => new Set(list));
  const codes = [...new Set([...reported, ...owed, ...finished])];
  const flagOf = (code: string) => lists.reduce((sum, list, i) => sum + (list.has(code) ? 2 ** i : 0), 0);
  const packed: PackedLists = { codes: codes.join(' '), flags: codes.map(flagOf).join('') };
  const [first = {}] = indicators;
  const keys = Object.keys(first) as (keyof FrozenIndicator)[];
  return JSON.stringify({
    ...others,
    indicators: { keys, values: indicators.map((one) => keys.map((key) => one[key])) },
    lists: packed,
  });
}

/** What `writeDetail` wrote as it is read; what an earlier program wrote as it is. */
function unpacked(cell: unknown): unknown {
  if (!isRecord(cell) || !isPacked(cell['lists'])) return cell;
  const { lists, indicators, ...others } = cell;
  const codes = lists.codes.split(' ').filter((code) => code !== '');
  const isIn = (i: number) => (_: string, at: number) => Math.floor(Number(lists.flags[at]) / 2 ** i) % 2 === 1;
  if (lists.flags.length !== codes.length || !isTable(indicators)) return undefined;
  const { keys, values } = indicators;
  return {
    ...others,
    indicators: values.map((line) => Object.fromEntries(keys.map((key, i) => [key, line[i] ?? null]))),
    ...Object.fromEntries(LISTS.map((list, i) => [list, codes.filter(isIn(i))])),
  };
}

/**
 * The detail in the cell of a version.
 * @param place of the version, for the message: «Kỳ 05/2024 bản 1»
 * @throws SpoiltLedger where the cell is not what a closing wrote
 */
export function readDetail(text: string, place: string): VersionDetail {
  const detail = unpacked(parsed(text));
  if (!isDetail(detail)) throw new SpoiltLedger(place);
  return detail;
}

/** A row of «Sổ báo cáo» whose cell «Chỉ tiêu» somebody has changed. Later versions compare themselves with it, so it is not passed over. */
export class SpoiltLedger extends Error {
  override name = 'SpoiltLedger' as const;
  /** @param place «Kỳ 05/2024 bản 1, dòng 2» */
  constructor(readonly place: string) {
    super(`${place}: ô Chỉ tiêu của Sổ báo cáo không đọc được`);
  }
}

/** Undefined where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Is<T> = (value: unknown) => value is T;

export const isText: Is<string> = (value) => typeof value === 'string';
export const isNumber: Is<number> = (value) => typeof value === 'number';
const isFlag: Is<boolean> = (value) => typeof value === 'boolean';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf<T>(is: Is<T>): Is<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(is);
}

export function recordOf<T>(is: Is<T>): Is<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isRecord(value) && Object.values(value).every(is);
}

/** Every field has its kind; other fields do not matter. */
export function shapeOf<T extends object>(fields: { readonly [K in keyof T]: Is<T[K]> }): Is<T> {
  const checks: [string, Is<unknown>][] = Object.entries(fields);
  return (value): value is T => isRecord(value) && checks.every(([key, is]) => is(value[key]));
}

export function optional<T>(is: Is<T>): Is<T | undefined> {
  return (value): value is T | undefined => value === undefined || is(value);
}

const isPacked = shapeOf<PackedLists>({
  codes: isText,
  flags: (value): value is string => isText(value) && /^[0-7]*$/u.test(value),
});
const isTable = shapeOf<{ keys: readonly string[]; values: readonly (readonly unknown[])[] }>({
  keys: listOf(isText),
  values: listOf((line): line is readonly unknown[] => Array.isArray(line)),
});

const isFigure = shapeOf<{ part: number; whole: number; text: string; beside: string | undefined }>({
  part: isNumber,
  whole: isNumber,
  text: isText,
  beside: optional(isText),
});
const isFigures = (value: unknown): value is Figures =>
  isRecord(value) && FIGURE_CODES.every((code) => isFigure(value[code]));

/** Words and numbers; which words, is this program's own writing. */
const isIndicator = (value: unknown): value is FrozenIndicator =>
  isRecord(value) && Object.values(value).every((cell) => cell === null || isText(cell) || isNumber(cell));

const isDetail = shapeOf<VersionDetail>({
  window: shapeOf<Version['window']>({ from: isNumber, to: isNumber }),
  stamped: isFlag,
  figures: isFigures,
  units: listOf(
    shapeOf<UnitTally>({ name: isText, owed: isNumber, reported: isNumber, missing: isNumber, onTime: isNumber }),
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
  digest: isText,
  marks: optional(recordOf(isText)),
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
