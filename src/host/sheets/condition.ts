// Conditions of validation, colours and filters as they are written: which kinds each takes, with how many values.
import { ApiError } from '../contract.ts';
import { localeOf, type RequestContext } from './context.ts';
import { mapReferences, sameTitle } from './references.ts';

type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;

export type ConditionUse = 'validation' | 'colour' | 'filter';

const ALL: readonly ConditionUse[] = ['validation', 'colour', 'filter'];
const VALIDATION: readonly ConditionUse[] = ['validation'];
const RULES: readonly ConditionUse[] = ['colour', 'filter'];

/** Kind → where Google takes it, least and most values. */
const KINDS: Readonly<Record<string, readonly [uses: readonly ConditionUse[], least: number, most: number]>> = {
  NUMBER_GREATER: [ALL, 1, 1],
  NUMBER_GREATER_THAN_EQ: [ALL, 1, 1],
  NUMBER_LESS: [ALL, 1, 1],
  NUMBER_LESS_THAN_EQ: [ALL, 1, 1],
  NUMBER_EQ: [ALL, 1, 1],
  NUMBER_NOT_EQ: [ALL, 1, 1],
  NUMBER_BETWEEN: [ALL, 2, 2],
  NUMBER_NOT_BETWEEN: [ALL, 2, 2],
  TEXT_CONTAINS: [ALL, 1, 1],
  TEXT_NOT_CONTAINS: [ALL, 1, 1],
  TEXT_STARTS_WITH: [RULES, 1, 1],
  TEXT_ENDS_WITH: [RULES, 1, 1],
  TEXT_EQ: [ALL, 1, 1],
  TEXT_IS_EMAIL: [VALIDATION, 0, 0],
  TEXT_IS_URL: [VALIDATION, 0, 0],
  DATE_EQ: [ALL, 1, 1],
  DATE_BEFORE: [ALL, 1, 1],
  DATE_AFTER: [ALL, 1, 1],
  DATE_ON_OR_BEFORE: [VALIDATION, 1, 1],
  DATE_ON_OR_AFTER: [VALIDATION, 1, 1],
  DATE_BETWEEN: [VALIDATION, 2, 2],
  DATE_NOT_BETWEEN: [VALIDATION, 2, 2],
  DATE_IS_VALID: [VALIDATION, 0, 0],
  ONE_OF_RANGE: [VALIDATION, 1, 1],
  ONE_OF_LIST: [VALIDATION, 1, 500],
  BLANK: [RULES, 0, 0],
  NOT_BLANK: [RULES, 0, 0],
  CUSTOM_FORMULA: [ALL, 1, 1],
  BOOLEAN: [VALIDATION, 0, 2],
};

/** Throws ApiError 400 where a condition of that use would be refused; `title` is the tab it is for. */
export function checkCondition(
  condition: BooleanCondition | undefined,
  use: ConditionUse,
  title: string,
  context: RequestContext,
): void {
  const type = condition?.type ?? '';
  const kind = KINDS[type];
  if (!condition || !kind) throw new ApiError(400, `BooleanCondition.type must be specified: '${type}'.`);
  const [uses, least, most] = kind;
  if (!uses.includes(use)) throw new ApiError(400, `ConditionType '${type}' is not supported in ${WHERE[use]}.`);
  const values = condition.values ?? [];
  if (values.length < least || values.length > most) {
    const wanted = least === most ? `exactly ${least}` : `${least} to ${most}`;
    throw new ApiError(400, `BooleanCondition of type '${type}' needs ${wanted} values, got ${values.length}.`);
  }
  for (const value of values) {
    if (value.relativeDate) {
      if (use === 'validation') throw new ApiError(400, 'Relative dates are not supported in data validation.');
      continue;
    }
    const text = value.userEnteredValue ?? '';
    if (text === '') throw new ApiError(400, 'ConditionValue.userEnteredValue must not be empty.');
    // A sign alone is text, as when it is typed.
    const formula = /^[=+]./su.test(text);
    if (type === 'CUSTOM_FORMULA' && !formula) throw new ApiError(400, `Formula must begin with '=' or '+': ${text}`);
    if (type === 'ONE_OF_LIST' && formula) throw new ApiError(400, 'Formulas are not supported in ONE_OF_LIST values.');
    if (!formula || type === 'ONE_OF_RANGE') continue;
    context.formulas.check(text, localeOf(context));
    if (use === 'colour') requireOwnTab(text, title);
  }
}

const WHERE: Readonly<Record<ConditionUse, string>> = {
  validation: 'data validation',
  colour: 'conditional formats',
  filter: 'filters',
};

/** A colour rule may read its own tab only. */
function requireOwnTab(formula: string, title: string): void {
  mapReferences(formula, (reference) => {
    if (reference.sheet !== undefined && !sameTitle(reference.sheet, title)) {
      throw new ApiError(400, 'Conditional format rule cannot reference a different sheet.');
    }
    return reference;
  });
}
