// The references inside a formula's text: found without evaluating it, and rewritten where cells move. Text in quotes and
// names are left alone; «#REF!» is put where a referenced cell is gone. Works for `;` and `,` locales alike.

import { columnIndex, columnLetters } from '../../core/a1.ts';
import { RecentTexts, RowText } from '../row-text.ts';
import { quoteTitle } from './a1.ts';

/** One end of a reference; row and column are 0-based, missing in whole columns and rows. */
export interface ReferenceEnd {
  readonly row?: number;
  readonly rowFixed?: boolean;
  readonly column?: number;
  readonly columnFixed?: boolean;
}

/** «'Tab'!$A1:B$2»: `to` is missing for a single cell. */
export interface Reference {
  /** The tab's title, missing where the formula names none. */
  readonly sheet?: string;
  readonly from: ReferenceEnd;
  readonly to?: ReferenceEnd;
}

const GONE = '#REF!';
const END = String.raw`(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([1-9]\d{0,6}))?`;
const REFERENCE = new RegExp(`${END}(?::${END})?(?![\\p{L}\\p{N}_.(!])`, 'uy');
const QUOTED_TAB = /'((?:[^']|'')+)'!/uy;
const PLAIN_TAB = /([\p{L}_][\p{L}\p{M}\p{N}_.]*)!/uy;
const TEXT = /"(?:[^"]|"")*"/uy;
const WORD = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*/uy;

/** A stretch of a formula's text, with the reference it is where it is one. */
interface Piece {
  readonly text: string;
  readonly reference?: Reference;
}

/** A formula once read, and its pieces cut at their relative rows. */
interface ReadText {
  readonly text: RowText;
  readonly pieces: readonly Piece[];
  readonly cuts: readonly RowText[];
}

/** Formulas last read: one text is often copied over a column, or looked at several times in a batch. */
const known = new Map<string, readonly Piece[]>();
const MOST_KNOWN = 500;
const recent = new RecentTexts<ReadText>(64);

/**
 * The formula with every reference replaced: `map` returns the new one, the same object to leave its text as typed, or
 * undefined for «#REF!».
 */
export function mapReferences(formula: string, map: (reference: Reference) => Reference | undefined): string {
  let out = '';
  for (const { text, reference } of piecesOf(formula)) {
    if (reference === undefined) out += text;
    else {
      const next = map(reference);
      out += next === reference ? text : next ? printReference(next) : GONE;
    }
  }
  return out;
}

function piecesOf(formula: string): readonly Piece[] {
  const found = known.get(formula);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const pieces = shiftedPieces(formula) ?? readPieces(formula);
  known.set(formula, pieces);
  return pieces;
}

/** The pieces of a formula that was read in another row; else it is remembered for the rows to come. */
function shiftedPieces(formula: string): Piece[] | undefined {
  const found = recent.find(formula);
  if (!found) {
    recent.add(readText(formula));
    return undefined;
  }
  const { known: read, by } = found;
  return read.pieces.map((piece, index): Piece => {
    const { reference } = piece;
    if (!reference || by === 0) return piece;
    const { to } = reference;
    const from = shiftedEnd(reference.from, by);
    const moved = { ...reference, from, ...(to ? { to: shiftedEnd(to, by) } : {}) };
    return { text: read.cuts[index]?.at(by) ?? piece.text, reference: moved };
  });
}

function shiftedEnd(end: ReferenceEnd, by: number): ReferenceEnd {
  return end.row === undefined || end.rowFixed ? end : { ...end, row: end.row + by };
}

function readText(formula: string): ReadText {
  const pieces = readPieces(formula);
  const numbers: { at: number; length: number }[] = [];
  let start = 0;
  const cuts = pieces.map(({ text, reference }) => {
    const own = reference ? relativeRows(text) : [];
    for (const { at, length } of own) numbers.push({ at: start + at, length });
    start += text.length;
    return RowText.cut(text, own);
  });
  return { text: RowText.cut(formula, numbers), pieces, cuts };
}

/** Where the relative row numbers of a reference are in its text; a tab's title may hold digits too. */
function relativeRows(text: string): { at: number; length: number }[] {
  const from = text.lastIndexOf('!') + 1;
  return [...text.slice(from).matchAll(/(\$?)([0-9]+)/gu)].flatMap(({ index, 1: fixed = '', 2: digits = '' }) =>
    fixed === '$' ? [] : [{ at: from + index, length: digits.length }],
  );
}

function readPieces(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  let plainFrom = 0;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = position;
    const found = pattern.exec(formula);
    return found && found[0] !== '' ? found : undefined;
  };
  // Looked at letter by letter: a workbook has a million of them.
  while (position < formula.length) {
    const start = position;
    const letter = formula.charCodeAt(position);
    if (letter === DOUBLE_QUOTE) {
      position += match(TEXT)?.[0].length ?? 1;
      continue;
    }
    if (!mayBegin(letter)) {
      position += 1;
      continue;
    }
    const quoted = letter === QUOTE ? match(QUOTED_TAB) : undefined;
    const tab = quoted ?? match(PLAIN_TAB);
    if (tab) position += tab[0].length;
    const found = match(REFERENCE);
    const reference = found && readReference(found, tabTitle(quoted, tab));
    if (found && reference) {
      position += found[0].length;
      pieces.push({ text: formula.slice(plainFrom, start) }, { text: formula.slice(start, position), reference });
      plainFrom = position;
      continue;
    }
    position += match(WORD)?.[0].length ?? (tab ? 0 : 1);
  }
  pieces.push({ text: formula.slice(plainFrom) });
  return pieces;
}

const DOUBLE_QUOTE = 34;
const QUOTE = 39;

/** Whether a tab, a reference or a word may begin with that letter: not with signs and spaces. */
function mayBegin(letter: number): boolean {
  if (letter >= 128) return true;
  const isLetter = (letter >= 65 && letter <= 90) || (letter >= 97 && letter <= 122);
  return isLetter || (letter >= 48 && letter <= 57) || letter === 36 || letter === 95 || letter === QUOTE;
}

function tabTitle(quoted: RegExpExecArray | undefined, tab: RegExpExecArray | undefined): string | undefined {
  return quoted?.[1]?.replace(/''/gu, "'") ?? tab?.[1];
}

function readReference(found: RegExpExecArray, sheet: string | undefined): Reference | undefined {
  const from = readEnd(found, 1);
  const ranged = found[0].includes(':');
  const to = ranged ? readEnd(found, 5) : undefined;
  const ofCell = from.row !== undefined && from.column !== undefined;
  if (!ranged) return ofCell ? { ...named(sheet), from } : undefined;
  if (!to || (to.row === undefined && to.column === undefined)) return undefined;
  if (from.row === undefined && from.column === undefined) return undefined;
  const sameKind = (from.row === undefined) === (to.row === undefined);
  if (!sameKind && !ofCell) return undefined;
  if (!ofCell && (from.column === undefined) !== (to.column === undefined)) return undefined;
  return { ...named(sheet), from, to };
}

function named(sheet: string | undefined): { sheet?: string } {
  return sheet === undefined ? {} : { sheet };
}

function readEnd(found: RegExpExecArray, group: number): ReferenceEnd {
  const letters = found[group + 1];
  const digits = found[group + 3];
  return {
    ...(letters ? { column: columnIndex(letters), columnFixed: found[group] === '$' } : {}),
    ...(digits ? { row: Number(digits) - 1, rowFixed: found[group + 2] === '$' } : {}),
  };
}

/** «'Nhiệm vụ'!$A$2:C9». */
function printReference({ sheet, from, to }: Reference): string {
  return `${sheet === undefined ? '' : `${quoteTitle(sheet)}!`}${printEnd(from)}${to ? `:${printEnd(to)}` : ''}`;
}

function printEnd({ row, rowFixed, column, columnFixed }: ReferenceEnd): string {
  return (
    (column === undefined ? '' : `${columnFixed ? '$' : ''}${columnLetters(column)}`) +
    (row === undefined ? '' : `${rowFixed ? '$' : ''}${row + 1}`)
  );
}

/** The formula as it reads when copied `rows` down and `columns` to the right: relative ends move, fixed ones stay. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const from = moveEnd(reference.from, rows, columns);
    const to = reference.to && moveEnd(reference.to, rows, columns);
    if (!from || (reference.to && !to)) return undefined;
    if (from === reference.from && to === reference.to) return reference;
    return { ...named(reference.sheet), from, ...(to ? { to } : {}) };
  });
}

function moveEnd(end: ReferenceEnd, rows: number, columns: number): ReferenceEnd | undefined {
  const row = end.row === undefined || end.rowFixed ? end.row : end.row + rows;
  const column = end.column === undefined || end.columnFixed ? end.column : end.column + columns;
  if (row === end.row && column === end.column) return end;
  if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
  return { ...end, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

/** The formula with the tab of one title called by another, or «#REF!» for what was on it where it is gone. */
export function renameTab(formula: string, from: string, to: string | undefined): string {
  if (!formula.includes('!')) return formula;
  return mapReferences(formula, (reference) => {
    if (!sameTitle(reference.sheet, from)) return reference;
    return to === undefined ? undefined : { ...reference, sheet: to };
  });
}

/** Titles are one tab whatever their letter case. */
export function sameTitle(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase();
}
