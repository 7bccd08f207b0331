// Cuts the text of a formula into tokens, as a sheet of the given locale writes it. Knows no grammar; what no token can be
// is the parse error Google would report, what Google accepts but this host does not (decimal literals, array literals,
// unquoted tab names in Vietnamese) is `NotEmulated`.
import { ApiError, NotEmulated } from '../contract.ts';
import { localeNamed } from '../locales.ts';

export interface Token {
  readonly kind: 'integer' | 'string' | 'tab' | 'word' | 'error' | 'symbol' | 'cell';
  readonly text: string;
  /** Where it begins in the formula. */
  readonly at: number;
}

/** How a locale writes formulas. */
export interface FormulaSyntax {
  /** Between arguments; the first is the locale's own. */
  readonly separators: readonly string[];
}

/** The syntax of a spreadsheet's locale: a comma locale takes «;» too, a semicolon locale nothing else. */
export function syntaxOf(locale: string): FormulaSyntax {
  return { separators: localeNamed(locale).separator === ',' ? [',', ';'] : [';'] };
}

const STRING = /"(?:[^"]|"")*"/uy;
const QUOTED_TAB = /'(?:[^']|'')+'!/uy;
/** A cell, a name, a function or a tab; what follows tells which. */
const WORD = /[$\p{L}_][$\p{L}\p{M}\p{N}_.]*/uy;
const CELL = /^\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}$/u;
const NUMBER = /[0-9]+(?:[.,][0-9]+|[eE][-+]?[0-9]+)*/uy;
const ERROR = /#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!)/uy;
const SPACES = ' \n\t\r\u00A0';
const SYMBOLS = '-=<>+*/^&%:;,()';

/** Throws `ApiError` 400 at the first character that begins no token. */
export function tokens(formula: string, syntax: FormulaSyntax): Token[] {
  const found: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text === undefined) throw parseError(formula, at);
    return text;
  };
  const push = (kind: Token['kind'], text: string, length: number): void => {
    found.push({ kind, text, at });
    at += length;
  };
  // Looked at letter by letter: a workbook has a million of them.
  while (at < formula.length) {
    const letter = formula.charAt(at);
    if (SPACES.includes(letter)) at += 1;
    else if (SYMBOLS.includes(letter)) {
      const two = formula.slice(at, at + 2);
      const symbol = two === '<=' || two === '>=' || two === '<>' ? two : letter;
      push('symbol', symbol, symbol.length);
    } else if (letter === '"') {
      const text = take(STRING);
      push('string', text.slice(1, -1).replace(/""/gu, '"'), text.length);
    } else if (letter === "'") {
      const text = take(QUOTED_TAB);
      push('tab', text.slice(1, -2).replace(/''/gu, "'"), text.length);
    } else if (letter >= '0' && letter <= '9') {
      const digits = wholeNumber(take(NUMBER), formula, syntax);
      push('integer', digits, digits.length);
    } else if (letter === '#') {
      const text = take(ERROR);
      push('error', text, text.length);
    } else if (letter === '{' || letter === '}' || letter === '\\') {
      throw new NotEmulated(`an array literal in a formula: ${formula}`);
    } else {
      const text = take(WORD);
      const next = formula.charAt(at + text.length);
      if (next === '!') {
        if (!/^[A-Za-z0-9_]+$/u.test(text)) throw new NotEmulated(`a tab name without quotes in a formula: ${text}`);
        push('tab', text, text.length + 1);
      } else if (next !== '(' && CELL.test(text)) push('cell', text, text.length);
      else if (text.includes('$')) throw new NotEmulated(`an open range in a formula: ${formula}`);
      else push('word', text, text.length);
    }
  }
  return found;
}

/** The digits of a number; in a comma locale «1,2» is two arguments; nowhere is a fraction written the same way in all. */
function wholeNumber(text: string, formula: string, syntax: FormulaSyntax): string {
  const digits = syntax.separators.includes(',') ? (/^[0-9]+(?=,)/u.exec(text)?.[0] ?? text) : text;
  if (/[.,eE]/u.test(digits)) throw new NotEmulated(`a decimal literal in a formula (write 1/2): ${formula}`);
  if (digits.length > 15) throw new NotEmulated(`a number of more than 15 digits in a formula: ${digits}`);
  return digits;
}

/** Google's answer to a formula that does not parse; the place is ours, for whoever reads the log. */
export function parseError(formula: string, at: number): ApiError {
  return new ApiError(400, `Formula parse error at character ${at + 1}: ${formula}`);
}
