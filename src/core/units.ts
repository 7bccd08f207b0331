// Units as the plan's cells name them: «Bộ phận một cửa; các ban, ngành xã; các thôn» → three units, in this order, whatever
// the Unicode form, letter case, dashes, spacing and tone placement. What is not a known name is handed back as unread,
// and a known name that runs on into unknown words («Ban Tư pháp huyện») is not taken for the shorter one.
import type { Unit } from './plan.ts';
import { tidy } from './text.ts';
import { keysOf, type Lexicon, lexiconOf, type NameToken, type Spelling, tokenize } from './unit-lexicon.ts';

interface UnitMention {
  readonly unit: Unit;
  /** As the cell has it. */
  readonly text: string;
  /** «chủ trì tham mưu UBND xã», «(…)»: the words behind the name that say how it leads; units in them lead nothing. */
  readonly qualifier?: string;
}

interface UnitReading {
  /** In the order of the cell; a unit named twice occurs twice. */
  readonly units: readonly UnitMention[];
  /** Runs of words that are neither a known unit nor a connective. */
  readonly unread: readonly string[];
  /** How many of `units` are before the first unread words; all of them where nothing is unread. */
  readonly firstUnread: number;
}

interface UnreadWords {
  readonly text: string;
  /** How many units were read before. */
  readonly after: number;
}

/** The plan's cells join units with signs and this word. */
const CONNECTIVE = 'và';
/** Signs that join the parts of one name. */
const JOINTS = new Set(['-', '&']);
const WORD = /^[\p{L}\p{M}\p{N}]/u;

function textBetween(tokens: readonly NameToken[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, index) => (index > 0 && (token.spaced || token.startsLine) ? ` ${token.text}` : token.text))
    .join('');
}

function matchesAt(keys: readonly string[], tokens: readonly NameToken[], at: number): boolean {
  return keys.every((key, index) => tokens[at + index]?.key === key);
}

/** Number of words of the longest phrase that begins at a token; 0 where none does. */
function phraseAt(phrases: readonly string[][], tokens: readonly NameToken[], at: number): number {
  return Math.max(0, ...phrases.filter((keys) => matchesAt(keys, tokens, at)).map((keys) => keys.length));
}

/** A stretch of tokens that plays one part. */
interface CellPart {
  readonly kind: 'unit' | 'joint' | 'break' | 'unread' | 'qualifier';
  readonly from: number;
  readonly to: number;
  readonly unit?: Unit;
}

/** The units a lead or coordinating cell names. Never throws. */
export function readUnits(cell: string, units: readonly Unit[]): UnitReading {
  const tokens = tokenize(cell);
  const parts = soundParts(splitParts(tokens, lexiconOf(units)));
  const found: UnitMention[] = [];
  const unread: UnreadWords[] = [];
  for (const part of parts) {
    const text = textBetween(tokens, part.from, part.to);
    const last = found[found.length - 1];
    if (part.kind === 'unread') unread.push({ text, after: found.length });
    if (part.kind === 'unit' && part.unit) found.push({ unit: part.unit, text });
    if (part.kind === 'qualifier' && last)
      found[found.length - 1] = { ...last, qualifier: [last.qualifier, text].filter(Boolean).join(' ') };
  }
  return { units: found, unread: unread.map((words) => words.text), firstUnread: unread[0]?.after ?? found.length };
}

/** From left to right: the longest name, else a clause about the name before, else a sign, else a word nobody knows. */
function splitParts(tokens: readonly NameToken[], lexicon: Lexicon): CellPart[] {
  const parts: CellPart[] = [];
  const lastBracket = tokens.reduce((last, token, index) => (token.text === ')' ? index : last), -1);
  let about = 'break' as CellPart['kind'];
  let at = 0;
  for (let token = tokens[at]; token; token = tokens[at]) {
    const from = at;
    const spelling = spellingAt(lexicon, tokens, from);
    const clause = spelling ? undefined : clauseEnd(lexicon, tokens, from, lastBracket);
    at = clause ?? from + (spelling?.keys.length ?? 1);
    if (clause !== undefined) {
      // A clause with no known name before it tells nothing about anybody.
      about = about === 'unit' || about === 'qualifier' ? 'qualifier' : 'unread';
      parts.push({ kind: about, from, to: at });
      continue;
    }
    if (token.startsLine) parts.push({ kind: 'break', from, to: from });
    const part: CellPart = spelling
      ? { kind: 'unit', from, to: at, unit: spelling.unit }
      : { kind: kindOf(token), from, to: at };
    if (part.kind !== 'break') about = part.kind;
    parts.push(part);
  }
  return parts;
}

function kindOf(token: NameToken): CellPart['kind'] {
  if (JOINTS.has(token.key)) return 'joint';
  return WORD.test(token.text) && token.text.toLowerCase() !== CONNECTIVE ? 'unread' : 'break';
}

function spellingAt(lexicon: Lexicon, tokens: readonly NameToken[], at: number): Spelling | undefined {
  const spellings = lexicon.byFirstWord.get(tokens[at]?.key ?? '') ?? [];
  return spellings.find(({ keys }) => matchesAt(keys, tokens, at));
}

/** Where the clause that begins here ends; undefined where none begins. */
function clauseEnd(
  lexicon: Lexicon,
  tokens: readonly NameToken[],
  at: number,
  lastBracket: number,
): number | undefined {
  if (tokens[at]?.text === '(')
    return at < lastBracket ? endOf(tokens, at, (token) => token.text === ')') + 1 : undefined;
  const advising = phraseAt(lexicon.advising, tokens, at);
  if (advising > 0) {
    const end = at + advising;
    return end + (spellingAt(lexicon, tokens, end)?.keys.length ?? 0);
  }
  const telling = phraseAt(lexicon.telling, tokens, at);
  if (telling === 0) return undefined;
  return endOf(tokens, at, (token) => token.text === ';' || token.startsLine);
}

/** Index of the first token behind a place that ends something; the end of the cell where none does. */
function endOf(tokens: readonly NameToken[], at: number, ends: (token: NameToken) => boolean): number {
  let end = at + 1;
  for (let token = tokens[end]; token && !ends(token); token = tokens[end]) end += 1;
  return end;
}

/** Joins what is one unknown name: unread words, the signs between them, and known names that touch them («Ban Tư pháp huyện»). */
function soundParts(parts: readonly CellPart[]): CellPart[] {
  const joined = parts.map((part, index): CellPart => {
    if (part.kind !== 'joint') return part;
    const sides = [parts[index - 1]?.kind, parts[index + 1]?.kind];
    // A bullet, a stray dash, or «Công an xã - Ban Tư pháp» between two known names: a sign like any other.
    const isSign = sides.every((kind) => kind === 'unit') || sides.some((kind) => kind !== 'unit' && kind !== 'unread');
    return { kind: isSign ? 'break' : 'unread', from: part.from, to: part.to };
  });
  const sound: CellPart[] = [];
  joined.forEach((part, index) => {
    const touches = [joined[index - 1], joined[index + 1]].some((neighbour) => neighbour?.kind === 'unread');
    const last = sound[sound.length - 1];
    // A clause behind a name that turned out unknown tells about that name.
    const isUnknown = part.kind === 'unit' ? touches : part.kind === 'qualifier' && last?.kind === 'unread';
    const kind = isUnknown ? 'unread' : part.kind;
    if (kind === 'unread' && last?.kind === 'unread') sound[sound.length - 1] = { ...last, to: part.to };
    else sound.push(kind === part.kind ? part : { kind, from: part.from, to: part.to });
  });
  return sound;
}

/** The unit of one spelling: name, other name or code. */
export function findUnit(name: string, units: readonly Unit[]): Unit | undefined {
  const lexicon = lexiconOf(units);
  return lexicon.byName.get(keysOf(name).join(' ')) ?? lexicon.byCode.get(tidy(name).toUpperCase());
}

const OWN_LEVELS: readonly Unit['level'][] = ['xã', 'thôn'];

/** The unit that does the work: «UBND xã» → «Văn phòng UBND xã». */
function actingUnit(unit: Unit, lexicon: Lexicon): Unit {
  return lexicon.byCode.get(unit.actsThrough ?? '') ?? unit;
}

/**
 * Đầu mối (rule 1.6): the first-named lead that is a single unit of the commune, «UBND xã» through its office.
 * Undefined where only collectives or outside bodies lead, and where words before that unit could not be read: they may
 * name another.
 */
export function accountableUnit(lead: string, units: readonly Unit[]): Unit | undefined {
  const reading = readUnits(lead, units);
  const named = reading.units
    .slice(0, reading.firstUnread)
    .find(({ unit }) => OWN_LEVELS.includes(unit.level) && !unit.collective);
  return named && actingUnit(named.unit, lexiconOf(units));
}

/** True where every lead was read and is outside the commune: its rows are not counted overdue (rule 1.7). */
export function allOutside(lead: string, units: readonly Unit[]): boolean {
  const reading = readUnits(lead, units);
  return (
    reading.units.length > 0 &&
    reading.unread.length === 0 &&
    reading.units.every(({ unit }) => !OWN_LEVELS.includes(unit.level))
  );
}

/**
 * The units whose accounts may edit a row, each once, in the order they are named: a collective means its members,
 * one without members (the thôn, whose names the plan does not give) for itself.
 */
export function leadUnits(lead: string, units: readonly Unit[]): readonly Unit[] {
  const lexicon = lexiconOf(units);
  const found = new Set<Unit>();
  const visited = new Set<Unit>();
  const add = (unit: Unit): void => {
    if (visited.has(unit)) return;
    visited.add(unit);
    const members = unit.collective ? (lexicon.members.get(unit.code) ?? []) : [];
    if (members.length === 0) found.add(actingUnit(unit, lexicon));
    members.forEach(add);
  };
  for (const { unit } of readUnits(lead, units).units) add(unit);
  return [...found];
}
