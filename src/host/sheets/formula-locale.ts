// The texts of formulas in one locale and another. A file's formulas are stored as its locale writes them: what is written in a
// comma locale with «;» is corrected, and all are written anew when the locale changes. Guessed: that Google corrects at once
// and everywhere the same (it is told of cells, colours and validation).
import { NotEmulated } from '../contract.ts';
import { type Locale, localeNamed } from '../locales.ts';
import type { Draft } from './draft.ts';
import { conditionsOf, rewriteAll } from './formula-texts.ts';
import { isMessage } from './shape.ts';

/** Texts in quotes and names keep their signs; what is left of these is separators and decimal marks. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[$\p{L}_][\p{L}\p{M}\p{N}_.]*|[;,.]/gu;

/** The formula as another locale writes it; what does not parse comes out as wrong as it was. */
export function translateFormula(formula: string, from: Locale, to: Locale): string {
  return formula.replace(PIECE, (piece) => {
    if (piece === from.decimal) return to.decimal;
    // A comma locale takes both.
    return piece === from.separator || (piece === ';' && from.separator === ',') ? to.separator : piece;
  });
}

/** Every formula of the workbook written as another locale does. */
export function translateBook(draft: Draft, from: string, to: string): void {
  const [before, after] = [localeNamed(from), localeNamed(to)];
  if (before.separator === after.separator && before.decimal === after.decimal) return;
  for (const { type = '', values = [] } of draft.sheets.flatMap(conditionsOf)) {
    if (!/^(?:NUMBER|DATE)_/u.test(type)) continue;
    const odd = values.find(({ userEnteredValue: text = '' }) => !/^(?:[=+].*|[-+]?\d*%?)$/su.test(text));
    if (odd) throw new NotEmulated(`a change of locale under the condition ${type} «${odd.userEnteredValue}»`);
  }
  rewriteAll(draft, (formula) => translateFormula(formula, before, after));
}

/** A request as Google understands it in that locale: in a comma locale each «;» of its formulas is a «,». */
export function corrected<T>(request: T, locale: string): T {
  const own = localeNamed(locale);
  return own.separator === ',' ? (inFormulas(request, (text) => translateFormula(text, own, own)) as T) : request;
}

/** A copy in which the formulas of cells and conditions are mapped. */
function inFormulas(value: unknown, map: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => inFormulas(item, map));
  if (!isMessage(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isFormula = key === 'formulaValue' || (key === 'userEnteredValue' && /^[=+]./su.test(String(item)));
      return [key, isFormula && typeof item === 'string' ? map(item) : inFormulas(item, map)];
    }),
  );
}
