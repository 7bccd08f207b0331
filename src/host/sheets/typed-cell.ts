// One cell as it is after text was typed into it: by a person, by a script's setValues, by a request that reads text as typed.
import { ApiError, type CellData, NotEmulated } from '../contract.ts';
import { writeCell } from './cell.ts';
import { localeOf, type RequestContext } from './context.ts';
import { MOST_CHARACTERS } from './settings.ts';
import { readTyped, type TypedValue } from './typed-input.ts';

const VALUE = { userEnteredValue: 'all' } as const;

/** What was typed cannot be in the cell, as thrown inside a gesture: a person is shown it, a script gets it thrown. */
export class Refused extends ApiError {
  constructor(message: string) {
    super(400, message);
  }
}

/** The cell after typing: its value, and the number format an automatic cell takes from what was typed. */
export function typedCell(old: CellData | undefined, text: string, context: RequestContext): CellData {
  requireTyping(context);
  if (text.length > MOST_CHARACTERS) {
    throw new Refused(`Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`);
  }
  const read: TypedValue = readTyped(text, old?.userEnteredFormat?.numberFormat?.type ?? undefined, context.today);
  const formula = read.value?.formulaValue;
  if (formula !== undefined && formula !== null) checkFormula(formula, context);
  const next = writeCell(old, read.value ? { userEnteredValue: read.value } : undefined, VALUE);
  if (!read.format || next.userEnteredFormat?.numberFormat) return next;
  return { ...next, userEnteredFormat: { ...next.userEnteredFormat, numberFormat: read.format } };
}

/** Only a vi_VN sheet reads what is typed. */
export function requireTyping(context: RequestContext): void {
  if (localeOf(context) !== 'vi_VN') throw new NotEmulated(`typing into a sheet of locale ${localeOf(context)}`);
}

function checkFormula(formula: string, context: RequestContext): void {
  try {
    context.formulas.check(formula, localeOf(context));
  } catch (error) {
    throw error instanceof ApiError ? new Refused(error.message) : error;
  }
}
