// The functions a formula may use on the local host: each is here because every case of test/host/formulas/proven-cases
// is equal in IronCalc and in LibreOffice. What the two calculate differently, or what Google is known to do differently,
// is left out or narrowed here, and named in a comment; the check refuses it, so that no wrong value is ever shown.
//
// Left out, because the engines differ or are silently wrong (IronCalc 0.8.4, LibreOffice 7.4):
// · ISNUMBER, ISTEXT, ISERROR over a range inside SUMPRODUCT: 0 in IronCalc. LEN, TRIM, EXACT, MOD, SEARCH there: not in IronCalc.
// · ROUND to decimal places and of a quotient multiplied: 1,005 in two places is 1 or 1,01, 23/40*100 is 57 or 58.
// · COUNTIF(…;"<>x"): IronCalc leaves out empty cells and numbers. «<>» and «<>5» are alike.
// · The order of two texts: code points in IronCalc, language in LibreOffice; Google's is not written down. Equality ignores letter
//   case alone in all three: composed and decomposed letters are not equal.
// · AND and OR of a bare cell: an empty one is passed over or FALSE. MATCH of a number written as text. SEARCH of nothing.
// · TRUE and FALSE are numbers in LibreOffice; IronCalc keeps Google's order (numbers, texts, truth values), which is taken.
// Equal only through what engine-adaptations.ts writes instead: AND, OR, TEXTJOIN, TEXT, COUNTIF(S).
// Not proven, with the values that part them: YEAR, MONTH, DAY, EDATE of an empty cell (#NUM! in IronCalc, 1899 elsewhere);
// INT and MOD of a fraction a hair below a whole number; arithmetic on text such as «15/5» or «1.5»: guard with ISNUMBER.

/**
 * What an argument is:
 * `scalar` one value · `text` one value, read as text · `range` a reference to cells · `any` either, numbers are drawn from it
 * · `criterion` what COUNTIF looks for · `branch` a value the function may answer with · `pattern` a literal of TEXT
 * · `matrix` calculated cell by cell (SUMPRODUCT).
 */
export type ArgumentKind = 'scalar' | 'text' | 'range' | 'any' | 'criterion' | 'branch' | 'pattern' | 'matrix';

/** What a function answers with; `branch`: what its branches are; `unknown`: whatever is in the cells it reads. */
type ResultType = 'integer' | 'number' | 'text' | 'boolean' | 'branch' | 'unknown';

export interface ProvenFunction {
  readonly least: number;
  readonly most: number;
  /** The kind of argument `index` of `count`. */
  readonly kind: (index: number, count: number) => ArgumentKind;
  readonly result: ResultType;
  /** True where it is proven cell by cell inside SUMPRODUCT. */
  readonly lifts: boolean;
}

type Options = { lifts?: boolean; optional?: number };

function plain(result: ResultType, kinds: string, options: Options = {}): ProvenFunction {
  const list = kinds === '' ? [] : kinds.split(' ').map(kindOf);
  return {
    least: list.length - (options.optional ?? 0),
    most: list.length,
    kind: (index) => list[index] ?? 'scalar',
    result,
    lifts: options.lifts ?? false,
  };
}

/** `head` once, then `group` again and again, at least once. */
function repeated(result: ResultType, head: string, group: string, options: Options = {}): ProvenFunction {
  const first = head === '' ? [] : head.split(' ').map(kindOf);
  const again = group.split(' ').map(kindOf);
  return {
    least: first.length + again.length,
    most: 255,
    kind: (index) => first[index] ?? again[(index - first.length) % again.length] ?? 'scalar',
    result,
    lifts: options.lifts ?? false,
  };
}

const KINDS: readonly ArgumentKind[] = ['scalar', 'text', 'range', 'any', 'criterion', 'branch', 'pattern', 'matrix'];

function kindOf(word: string): ArgumentKind {
  const kind = KINDS.find((candidate) => candidate === word);
  if (!kind) throw new Error(`no kind of argument: ${word}`);
  return kind;
}

/** By name in capitals. */
export const PROVEN: Readonly<Record<string, ProvenFunction>> = {
  // Logic
  IF: plain('branch', 'scalar branch branch', { optional: 1 }),
  IFS: repeated('branch', '', 'scalar branch'),
  SWITCH: {
    least: 3,
    most: 255,
    kind: (index, count) => (index === 0 ? 'scalar' : index % 2 === 0 || index === count - 1 ? 'branch' : 'scalar'),
    result: 'branch',
    lifts: false,
  },
  CHOOSE: repeated('branch', 'scalar', 'branch'),
  AND: repeated('boolean', '', 'scalar'),
  OR: repeated('boolean', '', 'scalar'),
  NOT: plain('boolean', 'scalar'),
  IFERROR: plain('branch', 'branch branch'),
  ISNUMBER: plain('boolean', 'scalar'),
  ISTEXT: plain('boolean', 'scalar'),
  ISBLANK: plain('boolean', 'scalar'),
  ISERROR: plain('boolean', 'scalar'),
  ISFORMULA: plain('boolean', 'range'),
  ISNA: plain('boolean', 'scalar'),
  ISLOGICAL: plain('boolean', 'scalar'),
  NA: plain('unknown', ''),
  N: plain('number', 'scalar'),

  // Numbers
  INT: plain('integer', 'scalar', { lifts: true }),
  MOD: plain('number', 'scalar scalar'),
  ROUND: plain('integer', 'scalar scalar'),
  ABS: plain('number', 'scalar', { lifts: true }),
  MIN: repeated('number', '', 'any'),
  MAX: repeated('number', '', 'any'),
  SUM: repeated('number', '', 'any'),
  AVERAGE: repeated('number', '', 'any'),
  COUNT: repeated('integer', '', 'any'),
  COUNTA: repeated('integer', '', 'range'),
  COUNTBLANK: plain('integer', 'range'),
  COUNTIF: plain('integer', 'range criterion'),
  COUNTIFS: repeated('integer', '', 'range criterion'),
  SUMIF: plain('number', 'range criterion range'),
  SUMIFS: repeated('number', 'range', 'range criterion'),
  AVERAGEIFS: repeated('number', 'range', 'range criterion'),
  MAXIFS: repeated('number', 'range', 'range criterion'),
  MINIFS: repeated('number', 'range', 'range criterion'),
  SUMPRODUCT: repeated('number', '', 'matrix'),
  LARGE: plain('number', 'range scalar'),
  SMALL: plain('number', 'range scalar'),
  RANK: plain('integer', 'scalar range scalar', { optional: 1 }),

  // Looking up
  INDEX: plain('unknown', 'range scalar scalar', { optional: 1 }),
  MATCH: plain('integer', 'scalar range scalar'),
  LOOKUP: plain('unknown', 'scalar range range', { optional: 1 }),
  VLOOKUP: plain('unknown', 'scalar range scalar scalar'),
  ROW: plain('integer', 'range', { optional: 1 }),
  COLUMN: plain('integer', 'range', { optional: 1 }),
  ROWS: plain('integer', 'range'),
  COLUMNS: plain('integer', 'range'),

  // Text
  REPT: plain('text', 'text scalar'),
  LEFT: plain('text', 'text scalar', { optional: 1, lifts: true }),
  RIGHT: plain('text', 'text scalar', { optional: 1, lifts: true }),
  MID: plain('text', 'text scalar scalar', { lifts: true }),
  LEN: plain('integer', 'text'),
  SEARCH: plain('integer', 'text text scalar', { optional: 1 }),
  FIND: plain('integer', 'text text scalar', { optional: 1 }),
  TRIM: plain('text', 'text'),
  UPPER: plain('text', 'text', { lifts: true }),
  LOWER: plain('text', 'text', { lifts: true }),
  SUBSTITUTE: plain('text', 'text text text'),
  EXACT: plain('boolean', 'text text'),
  CHAR: plain('text', 'scalar'),
  UNICHAR: plain('text', 'scalar'),
  TEXTJOIN: repeated('text', 'text scalar', 'text'),
  CONCATENATE: repeated('text', '', 'text'),
  TEXT: plain('text', 'scalar pattern'),
  VALUE: plain('number', 'text'),

  // Days
  DATE: plain('integer', 'scalar scalar scalar'),
  YEAR: plain('integer', 'scalar', { lifts: true }),
  MONTH: plain('integer', 'scalar', { lifts: true }),
  DAY: plain('integer', 'scalar', { lifts: true }),
  WEEKDAY: plain('integer', 'scalar scalar', { optional: 1 }),
  EDATE: plain('integer', 'scalar scalar'),
  EOMONTH: plain('integer', 'scalar scalar'),
  WORKDAY: plain('integer', 'scalar scalar range', { optional: 1 }),
  NETWORKDAYS: plain('integer', 'scalar scalar range', { optional: 1 }),
  DATEDIF: plain('integer', 'scalar scalar text'),
  DAYS: plain('number', 'scalar scalar'),
  TODAY: plain('integer', ''),
  NOW: plain('number', ''),
};

/** The patterns of TEXT() that are proven. */
export const PROVEN_TEXT_PATTERNS: ReadonlySet<string> = new Set([
  'dd/mm/yyyy',
  'dd/mm',
  'mm/yyyy',
  'hh:mm',
  '0%',
  '0',
  '00',
  '000',
  '@',
]);
