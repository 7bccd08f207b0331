// What cells accept, as Excel's data validation, one a kind of rule with all its cells. A tick box is a list of TRUE and
// FALSE. Left out: e-mail, web address, a formula of one's own, list items that Excel cannot hold as one text.
import type { DataValidation } from 'hucre';
import { readIsoDate } from '../../core/calendar.ts';
import type { Spreadsheet } from '../contract.ts';
import type { Sheet } from '../sheets/draft.ts';
import { readTyped } from '../sheets/typed-input.ts';
import { excelCondition } from './formula.ts';
import { a1 } from './range.ts';

type DataValidationRule = GoogleAppsScript.Sheets.Schema.DataValidationRule;
type Operator = NonNullable<DataValidation['operator']>;

/** What Excel takes for the text of a refusal and for a list written out. */
const LONGEST_MESSAGE = 225;
const LONGEST_LIST = 255;

const OPERATORS: Readonly<Record<string, Operator>> = {
  GREATER: 'greaterThan',
  AFTER: 'greaterThan',
  GREATER_THAN_EQ: 'greaterThanOrEqual',
  ON_OR_AFTER: 'greaterThanOrEqual',
  LESS: 'lessThan',
  BEFORE: 'lessThan',
  LESS_THAN_EQ: 'lessThanOrEqual',
  ON_OR_BEFORE: 'lessThanOrEqual',
  EQ: 'equal',
  NOT_EQ: 'notEqual',
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
};

/** The validations of one tab. */
export function excelValidations(sheet: Sheet, book: Spreadsheet): DataValidation[] {
  const places = new Map<
    string,
    { rule: DataValidationRule; runs: { column: number; top: number; bottom: number }[] }
  >();
  sheet.data?.[0]?.rowData?.forEach(({ values = [] }, row) => {
    values.forEach((cell, column) => {
      const rule = cell.dataValidation;
      if (!rule) return;
      const key = JSON.stringify(rule);
      const found = places.get(key) ?? { rule, runs: [] };
      places.set(key, found);
      const open = found.runs.find((run) => run.column === column && run.bottom === row);
      if (open) open.bottom = row + 1;
      else found.runs.push({ column, top: row, bottom: row + 1 });
    });
  });
  return [...places.values()].flatMap(({ rule, runs }) => {
    const what = accepted(rule, book);
    if (!what) return [];
    const range = runs.map(({ column, top, bottom }) => a1({ top, bottom, left: column, right: column + 1 })).join(' ');
    return [{ ...what, range, allowBlank: true, showErrorMessage: true, ...refusal(rule) }];
  });
}

function refusal({ strict, inputMessage }: DataValidationRule): Partial<DataValidation> {
  return {
    errorStyle: strict ? 'stop' : 'warning',
    errorTitle: 'Nội dung không hợp lệ',
    ...(inputMessage ? { errorMessage: inputMessage.slice(0, LONGEST_MESSAGE) } : {}),
  };
}

function accepted({ condition }: DataValidationRule, book: Spreadsheet): Omit<DataValidation, 'range'> | undefined {
  const type = condition?.type ?? '';
  const texts = (condition?.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  switch (type) {
    case 'ONE_OF_LIST':
      return listed(texts);
    case 'BOOLEAN':
      return listed(texts.length > 0 ? texts : ['TRUE', 'FALSE']);
    case 'ONE_OF_RANGE':
      return { type: 'list', formula1: excelCondition(texts[0] ?? '', book) };
    case 'DATE_IS_VALID':
      return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
    default:
      break;
  }
  const [, kind, relation = ''] = /^(NUMBER|DATE)_(.*)$/u.exec(type) ?? [];
  const operator = OPERATORS[relation];
  const [formula1, formula2] = texts.map((text) => limit(text, book));
  if (!operator || formula1 === undefined) return undefined;
  return {
    type: kind === 'DATE' ? 'date' : 'decimal',
    operator,
    formula1,
    ...(formula2 === undefined ? {} : { formula2 }),
  };
}

function listed(items: readonly string[]): Omit<DataValidation, 'range'> | undefined {
  const quoted = items.map((item) => item.replace(/"/gu, '""'));
  if (items.some((item) => item.includes(',')) || quoted.join(',').length > LONGEST_LIST) return undefined;
  return { type: 'list', values: quoted };
}

/** A limit as it was typed («15/05/2024», «1,5») or a formula. */
function limit(text: string, book: Spreadsheet): string | undefined {
  if (text.startsWith('=')) return excelCondition(text, book);
  // No limit is written without its year: the day is any.
  const value = readTyped(text, undefined, readIsoDate('2024-01-01') ?? 0).value?.numberValue;
  return value === undefined ? undefined : String(value);
}
