// Which tasks an ad hoc report is about (plan III.3, «đột xuất khi có yêu cầu»; rule 5.10): the cell «Phạm vi», in which
// CAX names tasks, groups and units. What cannot be read is handed back, and nothing is guessed.
import { type Cell, isEmpty, isWord, textOf } from './cell.ts';
import { asRead, fold } from './text.ts';

/** A row of the sheet as scopes see it. */
interface ScopedTask {
  readonly code: string;
  readonly number: Cell;
  readonly group: Cell;
  readonly accountable: Cell;
}

interface ScopedUnit {
  readonly code: string;
  readonly name: string;
  /** «; » between them. */
  readonly aliases: string;
}

interface Scope {
  /** In the order of the rows. */
  readonly codes: readonly string[];
  /** Words nobody can read. */
  readonly unread: readonly string[];
  /** Units named that no row has as its Đầu mối. */
  readonly idle: readonly string[];
}

/**
 * «II.05; nhóm III; Ban Tư pháp» → codes. Pieces are on lines or between semicolons; commas part them too where every part
 * is read («II.05, II.06»), because names of units have commas. Empty, «tất cả»: every row.
 */
export function readScope(cell: Cell, tasks: readonly ScopedTask[], units: readonly ScopedUnit[]): Scope {
  const all = tasks.map(({ code }) => code);
  if (isEmpty(cell) || fold(asRead(textOf(cell))) === fold('tất cả')) return { codes: all, unread: [], idle: [] };
  const wanted = new Set<string>();
  const unread: string[] = [];
  const idle: string[] = [];
  const take = (words: string): boolean => {
    const found = readPiece(words, tasks, units);
    if (!found) return false;
    for (const code of found.codes) wanted.add(code);
    if (found.codes.length === 0) idle.push(found.name);
    return true;
  };
  for (const piece of pieces(asRead(textOf(cell)), /[;\n]/u)) {
    const parts = pieces(piece, /,/u);
    if (take(piece)) continue;
    if (parts.length > 1 && parts.every((part) => readPiece(part, tasks, units))) parts.forEach(take);
    else unread.push(piece);
  }
  return { codes: all.filter((code) => wanted.has(code)), unread, idle };
}

function pieces(text: string, sign: RegExp): string[] {
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readPiece(
  words: string,
  tasks: readonly ScopedTask[],
  units: readonly ScopedUnit[],
): { readonly name: string; readonly codes: readonly string[] } | undefined {
  const those = (name: string, holds: (task: ScopedTask) => boolean) => ({
    name,
    codes: tasks.filter(holds).map(({ code }) => code),
  });
  const bare = words.replace(/^(?:nhiệm vụ|nv|nhóm)\s+/iu, '');
  const code = /^(?<group>[IVX]+)\s*\.\s*(?<number>\d{1,3})$/iu.exec(bare)?.groups;
  const number = code?.['number'] ?? (/^\d{1,3}$/u.test(bare) ? bare : undefined);
  if (number !== undefined) {
    const group = code?.['group'];
    const named = those(
      words,
      (task) => task.number === Number(number) && (group === undefined || isWord(task.group, group)),
    );
    return named.codes.length === 0 ? undefined : named;
  }
  const group = those(words, (task) => isWord(task.group, bare));
  if (group.codes.length > 0) return group;
  const key = fold(words);
  const unit = units.find(({ code: short, name, aliases }) =>
    [short, name, ...pieces(aliases, /;/u)].some((known) => fold(known) === key),
  );
  return unit && those(unit.name, (task) => isWord(task.accountable, unit.name));
}
