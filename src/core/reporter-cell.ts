// «Báo cáo tính cho» of a row that was given to another unit, read and written. It says whose the report of a period is; before that, whose words are in the row, by
// a mark of each text as it was when that was known, so that what is typed afterwards is not told as the same unit's; and between them, where the rest does not
// say it, who had the row before, and whether it is known who has reported since. Formulas of «Đơn vị» and «Lưu ý» read the same cell (sheet/layout/units.ts,
// sheet/formulas/notes.ts).
import { type Cell, textOf } from './cell.ts';
import type { EntryCells } from './entry-block.ts';
import { fingerprint } from './fingerprint.ts';
import { type Period, periodLabel } from './period.ts';
import { fold } from './text.ts';

/** The texts that are told under the name of who typed them. */
export const TOLD_TEXTS = ['result', 'difficulty', 'proposal'] as const;
export type ToldText = (typeof TOLD_TEXTS)[number];

/** What a unit says of a row. */
export type UnitTexts = Pick<EntryCells, ToldText>;

const BETWEEN = ' – ';
const BEHIND_MARKS = '; ';
/** In the list of authors; empty is who has the report. */
const NOBODY = '-';
const NEXT_UNIT = '|';
/** Between units of which one has typed, and nobody knows which. */
const OR = ' hoặc ';

/** The word by which the cell says how the report of the period of a giving on came; «không rõ» is looked for by a formula. */
export const HOW_REPORTED = { awaited: 'chờ', settled: 'từ', unclear: 'không rõ' } as const;

/** The last giving on. */
export interface Since {
  /** Of the period that was open then. */
  readonly label: string;
  /** Who had the row before, and had not to stop typing at once. */
  readonly formers: readonly string[];
  /** Whether the report of that period had not come by then, is some unit's or nobody's, or was typed by one of several and nobody knows by which. */
  readonly how: keyof typeof HOW_REPORTED;
}

/** A cell read: «0a1b2c3d4e5f60718293a4b5 Công an xã; không rõ Kỳ 05/2024 Công an xã; Kỳ 05/2024 – ». */
export interface Reporter {
  /** Of the told texts when it was known whose they are; none in cells of earlier programs: then nobody knows of later words. */
  readonly marks: readonly string[];
  /** Whose words those were, one a mark; empty: nobody's. */
  readonly authors: readonly string[];
  readonly label: string;
  /** Empty: nobody had it. */
  readonly unit: string;
  readonly since: Since;
}

const PERIOD = 'Kỳ \\d{2}/\\d{4}';
const CELL = new RegExp(
  `^(?:([0-9a-f]{16}|[0-9a-f]{24})(?: ([^;]*))?; )?(?:(${Object.values(HOW_REPORTED).join('|')}) (${PERIOD}) ([^;]*); )?(${PERIOD}) – (.*)$`,
  'su',
);

export function readReporter(cell: Cell | undefined): Reporter | undefined {
  const [, marks = '', authors = '', how, sinceLabel = '', formers = '', label = '', unit = ''] =
    CELL.exec(textOf(cell ?? null)) ?? [];
  if (label === '') return undefined;
  // Sixteen digits were a mark of all cells together.
  const isKnown = marks.length === 24;
  const each = isKnown ? authors.split(NEXT_UNIT) : [];
  const known = TOLD_TEXTS.map((_, i) => each[i] ?? each[0] ?? '');
  const word = Object.entries(HOW_REPORTED).find(([, one]) => one === how)?.[0] as Since['how'] | undefined;
  return {
    marks: isKnown ? TOLD_TEXTS.map((_, i) => marks.slice(8 * i, 8 * i + 8)) : [],
    authors: known.map((author) => (author === NOBODY ? '' : author || unit)),
    label,
    unit,
    since: word ? { label: sinceLabel, formers: unitsIn(formers, NEXT_UNIT), how: word } : usualSince(label, unit),
  };
}

/** What need not be said: the report was the old unit's when the row was given on. */
function usualSince(label: string, unit: string): Since {
  return { label, formers: unit === '' ? [] : [unit], how: 'settled' };
}

export function writeCell({
  marks,
  authors,
  label,
  unit,
  since,
}: Omit<Reporter, 'since'> & { since?: Since | undefined }): string {
  const each = authors.map((author) => (isSameUnit(author, unit) ? '' : author || NOBODY));
  const short = new Set(each).size <= 1 ? (each[0] ?? '') : each.join(NEXT_UNIT);
  const front = marks.length === 0 ? '' : [marks.join(''), short].filter((part) => part !== '').join(' ');
  const told = since && sinceWords(since);
  const isUsual = told === undefined || told === sinceWords(usualSince(label, unit));
  const parts = [front, isUsual ? '' : told].filter((part) => part !== '');
  return `${parts.map((part) => `${part}${BEHIND_MARKS}`).join('')}${label}${BETWEEN}${unit}`;
}

function sinceWords({ label, formers, how }: Since): string {
  return `${HOW_REPORTED[how]} ${label} ${formers.join(NEXT_UNIT)}`;
}

const markOf = (cell: Cell) => fingerprint(String(cell ?? '')).slice(0, 8);

/** One a told text. */
export function marksOf(said: UnitTexts): string[] {
  return TOLD_TEXTS.map((text) => markOf(said[text]));
}

/** Whose a text is that stands as it was when that was known; undefined where it was typed since. */
export function knownAuthor(
  known: Reporter | undefined,
  said: UnitTexts & Pick<EntryCells, 'period'>,
  text: ToldText,
): string | undefined {
  const i = TOLD_TEXTS.indexOf(text);
  const mark = known?.marks[i];
  const stands = mark === undefined ? known?.label === textOf(said.period) : mark === markOf(said[text]);
  return stands ? (known?.authors[i] ?? '') : undefined;
}

/** «Ban Tư pháp hoặc Công an xã»: one of them has typed. */
export const oneOf = (units: readonly string[]) => units.join(OR);
/** The units one of which is an author. */
export const eitherOf = (author: string) => unitsIn(author, OR);

export const isSameUnit = (one: string, other: string) => fold(one) === fold(other);

function unitsIn(list: string, separator: string): string[] {
  return list.split(separator).filter((name) => name !== '');
}

/** «Kỳ 05/2024 tính cho Ban Tư pháp»: whose the report is, as people read it; empty where nothing is said. */
export function reporterWords(reporter: Cell | undefined): string {
  const { label = '', unit = '', since } = readReporter(reporter) ?? {};
  if (label === '') return '';
  const whose = unit === '' ? 'không tính cho đơn vị nào' : `tính cho ${unit}`;
  return `${label} ${since?.how === 'unclear' ? 'không rõ đơn vị nào ghi, ' : ''}${whose}`;
}

/** The report of the period was typed after the row was given on, by one of the units that could, and nobody knows by which. */
export function isUnclear(reporter: Cell | undefined, period: Period): boolean {
  const { label, since } = readReporter(reporter) ?? {};
  return label === periodLabel(period) && since?.label === label && since.how === 'unclear';
}

/** The cell with its units called otherwise. */
export function renamed(reporter: Cell | undefined, called: (name: string) => string): Cell {
  const known = readReporter(reporter);
  if (!known) return null;
  const { authors, unit, since } = known;
  return writeCell({
    ...known,
    authors: authors.map((author) => oneOf(eitherOf(author).map(called))),
    unit: unit === '' ? '' : called(unit),
    since: { ...since, formers: since.formers.map(called) },
  });
}
