// What Google gives back for what it was given, and when the two are one. Every comparison of the declared sheet with the one that was read goes
// through here; each rule says what it rests on: recorded answers, Google's reference, or, where nobody has seen it, that we are safe either way.
import type { FilterView, GridRange } from './change.ts';
import type { RawCell, RawConditionalFormat } from './reading/snapshot.ts';
import { hexOf, type NumberFormat } from './style.ts';
import type { LinkedText, Validation } from './wanted-cell.ts';

type ChartSpec = GoogleAppsScript.Sheets.Schema.ChartSpec;
type ChartData = GoogleAppsScript.Sheets.Schema.ChartData;
type Condition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type Colour = GoogleAppsScript.Sheets.Schema.ColorStyle;

/**
 * A formula as two people may write it, made one: white space outside texts dropped, `,` as `;`, function names in capitals. Recorded: a
 * formula comes back in the separators of the file's locale; unknown: whether case and blanks are kept.
 */
export function normaliseFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/u)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/\s+/gu, '').replace(/,/gu, ';').toUpperCase()))
    .join('');
}

/** Whether two formulas are one, however they are written. */
export function sameFormula(a: string, b: string): boolean {
  return a === b || normaliseFormula(a) === normaliseFormula(b);
}

/** «Asia/Saigon» is what Google has been seen to say for the zone that was set as «Asia/Ho_Chi_Minh». */
export function sameZone(a: string, b: string): boolean {
  const name = (zone: string) => (zone === 'Asia/Saigon' ? 'Asia/Ho_Chi_Minh' : zone);
  return name(a) === name(b);
}

/** Recorded: «vi_VN» comes back as it was set. Safe where the country is left out. */
export function sameLocale(a: string, b: string): boolean {
  const name = (locale: string) => (locale === 'vi' ? 'vi_VN' : locale.replace('-', '_'));
  return name(a) === name(b);
}

/** Patterns a format may come back with though it was sent without one: of TEXT nobody has recorded whether it does. */
const DEFAULT_PATTERNS: Readonly<Record<string, string>> = { TEXT: '@' };

export function sameNumberFormat(
  wanted: NumberFormat,
  given: { type?: string | undefined; pattern?: string | undefined } | undefined,
): boolean {
  if (given?.type !== wanted.type) return false;
  const defaults = DEFAULT_PATTERNS[wanted.type] ?? '';
  return (
    (wanted.pattern ?? defaults) === (given.pattern ?? defaults) || (wanted.pattern ?? '') === (given.pattern ?? '')
  );
}

/** On eight bits a channel: so Google keeps colours (recorded). The older twin serves where the newer one is left out. */
function colourKey(style: Colour | undefined, plain?: unknown): string | undefined {
  return hexOf(style ?? (plain === undefined ? undefined : { rgbColor: plain }));
}

/** @param wanted «#rrggbb» */
export function sameColour(wanted: string, style: unknown, plain: unknown): boolean {
  return colourKey(style as Colour | undefined, plain) === wanted;
}

/** Where each link begins and where it leads; underlines and colours are Google's own, and so is whether plain text has runs. */
export function linksKey(runs: LinkedText['runs']): string {
  const kept: [from: number, uri: string][] = [];
  for (const { from, uri = '' } of runs) if (uri !== (kept[kept.length - 1]?.[1] ?? '')) kept.push([from, uri]);
  return JSON.stringify(kept);
}

export function givenLinks({ textFormatRuns = [] }: RawCell): LinkedText['runs'] {
  return textFormatRuns.map(({ startIndex = 0, format }) => ({ from: startIndex, uri: format?.link?.uri ?? '' }));
}

/** Line ends and blanks at the end of a note are nobody's message. */
export function sameNote(a: string, b: string): boolean {
  const plain = (note: string) => note.replace(/\r\n?/gu, '\n').trimEnd();
  return plain(a) === plain(b);
}

/** Recorded: start indexes of 0 may be told or left out; an end at the edge of the grid may be left out (safe). */
export function rangeKey(range: GridRange | undefined, grid: { rows?: number; columns?: number } = {}): string {
  const {
    startRowIndex = 0,
    endRowIndex = grid.rows,
    startColumnIndex = 0,
    endColumnIndex = grid.columns,
  } = range ?? {};
  return [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].join();
}

/** The cells several ranges cover: touching ones may come back as one, or in another order (safe). */
function coverKey(ranges: readonly GridRange[]): string {
  const columns = new Map<number, [from: number, to: number][]>();
  for (const { startRowIndex = 0, endRowIndex = Infinity, startColumnIndex = 0, endColumnIndex = 0 } of ranges) {
    for (let column = startColumnIndex; column < endColumnIndex; column += 1) {
      columns.set(column, [...(columns.get(column) ?? []), [startRowIndex, endRowIndex]]);
    }
  }
  return JSON.stringify(
    [...columns].sort(([a], [b]) => a - b).map(([column, spans]) => [column, joined(spans.sort(([a], [b]) => a - b))]),
  );
}

function joined(spans: readonly (readonly [from: number, to: number])[]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = out[out.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

function conditionKey(condition: Condition | undefined): [string | undefined, string[]] {
  const isNumber = condition?.type?.startsWith('NUMBER') ?? false;
  const values = (condition?.values ?? []).map(({ userEnteredValue = '' }) => {
    if (userEnteredValue.startsWith('=')) return normaliseFormula(userEnteredValue);
    const number = Number(userEnteredValue.replace(',', '.'));
    return isNumber && userEnteredValue !== '' && !Number.isNaN(number) ? String(number) : userEnteredValue;
  });
  return [condition?.type, values];
}

/** A drop-down and what it says; whether Google shows its arrow is left to it. */
export function ruleKey({ condition, strict = false, inputMessage = '' }: Validation): string {
  const isTest = condition?.type === 'CUSTOM_FORMULA';
  const [type, values] = conditionKey(condition);
  const places = values.map((value) => {
    if (!value.startsWith('=')) return value;
    const formula = value.replace(/[$]/gu, '');
    // Google may tell a rule of many cells by the row of the first one.
    return isTest ? formula.replace(/(?<=[A-Z])\d+/gu, '') : formula;
  });
  return JSON.stringify([type, places, strict, inputMessage.trimEnd()]);
}

/** Colour rules in their order: what they cover, what they ask, how they look. */
export function coloursKey(rules: readonly RawConditionalFormat[]): string {
  return JSON.stringify(
    rules.map(({ ranges = [], booleanRule = {}, gradientRule }) => {
      const { backgroundColorStyle, backgroundColor, textFormat = {} } = booleanRule.format ?? {};
      return [
        coverKey(ranges),
        conditionKey(booleanRule.condition),
        colourKey(backgroundColorStyle, backgroundColor),
        colourKey(textFormat.foregroundColorStyle, textFormat.foregroundColor),
        gradientRule,
      ];
    }),
  );
}

/** Criteria come back under both of their names (Google's reference); either may be left out, and defaults inside them. */
export function viewKey(
  { title, range, filterSpecs = [], criteria = {} }: FilterView,
  grid: { rows: number; columns: number },
): string {
  const specs =
    filterSpecs.length > 0
      ? filterSpecs.map(
          ({ columnIndex = 0, filterCriteria }) => [columnIndex, conditionKey(filterCriteria?.condition)] as const,
        )
      : Object.entries(criteria).map(([column, { condition }]) => [Number(column), conditionKey(condition)] as const);
  return JSON.stringify([title, rangeKey(range, grid), [...specs].sort(([a], [b]) => a - b)]);
}

/** Of a chart what it shows: kind, title, sources. */
export function chartKey(spec: ChartSpec | undefined): string {
  const { title, basicChart } = spec ?? {};
  return JSON.stringify([title, basicChart?.chartType, sourcesKey(spec)]);
}

/** The cells a chart shows. */
export function sourcesKey(spec: ChartSpec | undefined): string {
  const { basicChart } = spec ?? {};
  const sources = (data: ChartData | undefined) => (data?.sourceRange?.sources ?? []).map((range) => rangeKey(range));
  return JSON.stringify([
    (basicChart?.domains ?? []).map(({ domain }) => sources(domain)),
    (basicChart?.series ?? []).map(({ series }) => sources(series)),
  ]);
}

/** Recorded: the owner may always edit and is listed or not; letter case and order are nobody's. */
export function editorsKey(users: readonly string[], owner: string): string {
  return [...new Set(users.map((user) => user.toLowerCase()))]
    .filter((user) => user !== owner)
    .sort()
    .join();
}
