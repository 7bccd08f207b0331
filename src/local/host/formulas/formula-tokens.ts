// Cuts the text of a formula into tokens, as a sheet of the given locale writes it. Knows no grammar; what no token can be
// is the parse error Google would report, what Google accepts but this host does not (decimal literals, array literals,
// unquoted tab names in Vietnamese) is `NotEmulated`.
import { ApiError, NotEmulated } from '../contract.ts';

export type Token =
  | { kind: 'integer'; text: string; at: number }
  | { kind: 'string' | 'tab' | 'word' | 'error' | 'symbol' | 'cell'; text: string; at: number };

/** How a locale writes formulas. */
export interface FormulaSyntax {
  /** Between arguments; the first is the locale's own. */
  readonly separators: readonly string[];
  readonly decimal: ',' | '.';
}

const SYNTAX: Record<string, FormulaSyntax> = {
  vi_VN: { separators: [';'], decimal: ',' },
  en_US: { separators: [',', ';'], decimal: '.' },
};

/** The syntax of a spreadsheet's locale; other locales than vi_VN and en_US are not emulated. */
export function syntaxOf(locale: string): FormulaSyntax {
  const syntax = SYNTAX[locale];
  if (!syntax) throw new NotEmulated(`formulas of a spreadsheet in locale ${locale}`);
  return syntax;
}

const SPACE = /\s+/uy;
const STRING = /"(?:[^"]|"")*"/uy;
const QUOTED_TAB = /'(?:[^']|'')+'!/uy;
const PLAIN_TAB = /[\p{L}_][\p{L}\p{M}\p{N}_.]*!/uy;
const CELL = /\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![\p{L}\p{M}\p{N}_.(!])/uy;
const NUMBER = /[0-9]+/uy;
const ERROR = /#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!)/uy;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_.]*/uy;
const SYMBOL = /<=|>=|<>|[-=<>+*/^&%:;,(){}\\$]/uy;

/** Throws `ApiError` 400 at the first character that begins no token. */
export function tokens(formula: string, syntax: FormulaSyntax): Token[] {
  const found: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(formula)?.[0];
    if (match !== undefined) at += match.length;
    return match;
  };
  while (at < formula.length) {
    const start = at;
    let text: string | undefined;
    if (take(SPACE) !== undefined) continue;
    text = take(STRING);
    if (text !== undefined) {
      found.push({ kind: 'string', text: text.slice(1, -1).replace(/""/gu, '"'), at: start });
      continue;
    }
    text = take(QUOTED_TAB);
    if (text !== undefined) {
      found.push({ kind: 'tab', text: text.slice(1, -2).replace(/''/gu, "'"), at: start });
      continue;
    }
    text = take(PLAIN_TAB);
    if (text !== undefined) {
      if (!/^[A-Za-z0-9_]+!$/u.test(text)) throw new NotEmulated(`a tab name without quotes in a formula: ${text}`);
      found.push({ kind: 'tab', text: text.slice(0, -1), at: start });
      continue;
    }
    text = take(CELL);
    if (text !== undefined) {
      found.push({ kind: 'cell', text, at: start });
      continue;
    }
    text = take(NUMBER);
    if (text !== undefined) {
      const rest = formula.slice(at);
      if (rest.startsWith(syntax.decimal) && /^.[0-9]/u.test(rest)) {
        throw new NotEmulated(`a decimal literal in a formula (write 1/2): ${formula}`);
      }
      if (/^(?:\.[0-9]|[eE][-+]?[0-9])/u.test(rest))
        throw new NotEmulated(`a number written so in a formula: ${formula}`);
      if (text.length > 15) throw new NotEmulated(`a number of more than 15 digits in a formula: ${text}`);
      found.push({ kind: 'integer', text, at: start });
      continue;
    }
    text = take(ERROR);
    if (text !== undefined) {
      found.push({ kind: 'error', text, at: start });
      continue;
    }
    text = take(WORD);
    if (text !== undefined) {
      found.push({ kind: 'word', text, at: start });
      continue;
    }
    text = take(SYMBOL);
    if (text === undefined) throw parseError(formula, start);
    if (text === '{' || text === '}' || text === '\\')
      throw new NotEmulated(`an array literal in a formula: ${formula}`);
    found.push({ kind: 'symbol', text, at: start });
  }
  return found;
}

/** Google's answer to a formula that does not parse; the place is ours, for whoever reads the log. */
export function parseError(formula: string, at: number): ApiError {
  return new ApiError(400, `Formula parse error at character ${at + 1}: ${formula}`);
}
