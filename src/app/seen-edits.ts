// What onEdit has seen and cannot write down: it runs as the person at the screen, who may not write beside the entry block. It stands in the script's store until
// the clock has looked at the rows. Where Google does not say who edits, which is the rule outside one Workspace domain, there is nothing of it.
import { isOneOf, readAddresses } from '../core/addresses.ts';
import type { Cell } from '../core/cell.ts';
import { TOLD_TEXTS, type ToldText } from '../core/reporter-cell.ts';
import type { SeenTyping } from '../core/typed-since.ts';
import { fitted } from './fitted.ts';

/** The property in which the codes of rows a keeper mended stand, a line each, until the clock has backed the rows up. */
export const MENDED = 'mended';

/** The property in which stands who typed what, the newest first: «X.71 result tp@example.vn», a line each. */
export const TYPED = 'typed';

/** Of a line: the row was reported, whatever was typed in it. */
const ANYTHING = 'row';

/** A row as it was typed in. */
export interface TypedRow {
  readonly code: string;
  /** Of the told texts those that were typed. */
  readonly texts: readonly ToldText[];
}

/** The property with one more edit; what there is no room for is forgotten, and nobody knows who typed it. */
export function withTyped(known: string, account: string, typed: readonly TypedRow[]): string {
  const subjects = typed.flatMap(({ code, texts }) => texts.map((text) => `${code} ${text} `));
  const own = typed.map(({ code }) => `${code} ${ANYTHING} ${account}`);
  const lines = [...subjects.map((subject) => `${subject}${account}`), ...own];
  // A text is of who typed it last; a row was reported by all who typed in it.
  const isOver = (line: string) => lines.includes(line) || subjects.some((subject) => line.startsWith(subject));
  return fitted([...lines, ...linesIn(known).filter((line) => !isOver(line))], '\n');
}

export interface SeenEdits {
  /** Codes of the rows a keeper mended since the last backup. */
  readonly mended: readonly string[];
  /** Who was seen to type since, by the code of the row. @param units whose accounts they are */
  typing(units: readonly { readonly name: string; readonly accounts: Cell }[]): ReadonlyMap<string, SeenTyping>;
}

export function seenEdits(store: Readonly<Record<string, string>>): SeenEdits {
  return {
    mended: linesIn(store[MENDED] ?? ''),
    typing(units) {
      const known = units.map(({ name, accounts }) => ({ name, accounts: readAddresses(accounts).addresses }));
      const rows = new Map<string, SeenTyping>();
      for (const line of linesIn(store[TYPED] ?? '')) {
        const [code = '', subject = '', account = ''] = line.split(' ');
        const [unit, ...others] = known.filter(({ accounts }) => isOneOf(account, accounts));
        // An account several units share is none's.
        if (!unit || others.length > 0) continue;
        const { texts, units: all } = rows.get(code) ?? { texts: {}, units: [] };
        rows.set(code, {
          texts: TOLD_TEXTS.some((text) => text === subject) ? { ...texts, [subject]: unit.name } : texts,
          units: [...new Set([...all, unit.name])],
        });
      }
      return rows;
    },
  };
}

function linesIn(property: string): string[] {
  return property.split('\n').filter((line) => line !== '');
}
