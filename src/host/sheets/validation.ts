// Whether a value passes the validation of its cell, as the sheet checks what people type and scripts set (the API's
// updateCells does not). Empty cells always pass.
import { quoteTab } from '../../core/a1.ts';
import { ApiError, NotEmulated, type Spreadsheet, type Values } from '../contract.ts';
import { sheetIdOf } from './draft.ts';
import { resolveRange } from './ranges.ts';
import { cellName } from './rect.ts';
import { readTyped } from './typed-input.ts';

type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;
type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type DataValidationRule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** What a check needs besides the value. */
export interface ValidationContext {
  /** The workbook that a list in a range is in, and its values, asked for only then. */
  readonly book: Spreadsheet;
  readonly values: () => Values;
  /** What a formula of the rule answers, with the new value in its cell. */
  readonly answer: (formula: string) => ExtendedValue | undefined;
  readonly today: number;
  /** Title of the tab the cell is on. */
  readonly title: string;
}

/** True where the value breaks a strict rule. Throws NotEmulated where a formula of it is outside the proven table. */
export function violates(
  rule: DataValidationRule | undefined,
  value: ExtendedValue | undefined,
  context: ValidationContext,
): boolean {
  if (!rule?.strict || !value || Object.keys(value).length === 0 || value.stringValue === '') return false;
  return !holds(rule.condition ?? {}, value, context);
}

/** The words of the refusal: the rule's own where it has some, else Google's; `script` always gets Google's. */
export function violationMessage(rule: DataValidationRule, row: number, column: number, script: boolean): string {
  if (rule.inputMessage && !script) return rule.inputMessage;
  return `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.`;
}

/** Whether the value meets the condition, whatever it is in; that it is empty says nothing. */
export function holds(condition: BooleanCondition, value: ExtendedValue, context: ValidationContext): boolean {
  const type = condition.type ?? '';
  const texts = (condition.values ?? []).map((one) => one.userEnteredValue ?? '');
  if (type === 'ONE_OF_LIST') return texts.some((text) => sameAsTyped(value, text, context));
  if (type === 'ONE_OF_RANGE') return listed(texts[0] ?? '', value, context);
  if (type === 'BOOLEAN') {
    if (texts.length === 0) return value.boolValue !== undefined;
    return texts.some((text) => sameAsTyped(value, text, context));
  }
  if (type === 'CUSTOM_FORMULA') return isTrue(context.answer(texts[0] ?? ''));
  const { numberValue } = value;
  if (type.startsWith('NUMBER_') || type.startsWith('DATE_')) {
    if (type === 'DATE_IS_VALID') return isNumber(numberValue) && numberValue >= 0;
    if (!isNumber(numberValue)) return false;
    const day = type.startsWith('DATE_');
    const [a = 0, b = 0] = texts.map((text) => limit(text, day, context));
    return compare(type.replace(/^(NUMBER|DATE)_/u, ''), day ? Math.floor(numberValue) : numberValue, a, b);
  }
  const wanted = texts[0] ?? '';
  return textHolds(type, textOf(value), isFormula(wanted) ? textOf(context.answer(wanted) ?? {}) : wanted);
}

function isFormula(text: string): boolean {
  return /^[=+]./su.test(text);
}

/** A number other than 0 is as good as TRUE; a text or an error is not. */
function isTrue(answer: ExtendedValue | undefined): boolean {
  return answer?.boolValue === true || (isNumber(answer?.numberValue) && answer.numberValue !== 0);
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

function compare(relation: string, value: number, a: number, b: number): boolean {
  switch (relation) {
    case 'GREATER':
    case 'AFTER':
      return value > a;
    case 'GREATER_THAN_EQ':
    case 'ON_OR_AFTER':
      return value >= a;
    case 'LESS':
    case 'BEFORE':
      return value < a;
    case 'LESS_THAN_EQ':
    case 'ON_OR_BEFORE':
      return value <= a;
    case 'EQ':
      return value === a;
    case 'NOT_EQ':
      return value !== a;
    case 'BETWEEN':
      return value >= a && value <= b;
    case 'NOT_BETWEEN':
      return value < a || value > b;
    default:
      throw new NotEmulated(`the condition of ${relation}`);
  }
}

function textHolds(type: string, text: string, wanted: string): boolean {
  const [low, part] = [text.toLowerCase(), wanted.toLowerCase()];
  switch (type) {
    case 'TEXT_CONTAINS':
      return low.includes(part);
    case 'TEXT_NOT_CONTAINS':
      return !low.includes(part);
    case 'TEXT_STARTS_WITH':
      return low.startsWith(part);
    case 'TEXT_ENDS_WITH':
      return low.endsWith(part);
    case 'TEXT_EQ':
      return low === part;
    case 'TEXT_IS_EMAIL':
      return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(text);
    case 'TEXT_IS_URL':
      return /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/iu.test(text);
    default:
      throw new NotEmulated(`the condition ${type}`);
  }
}

/** A limit is parsed as if typed; one that is a formula is what it answers. */
function limit(text: string, day: boolean, context: ValidationContext): number {
  const typed = isFormula(text) ? context.answer(text) : readTyped(text, undefined, context.today).value;
  if (isFormula(text) && !isNumber(typed?.numberValue)) {
    throw new NotEmulated(`a condition against a formula that answers no number: ${text}`);
  }
  if (!isNumber(typed?.numberValue)) throw new ApiError(400, `The condition's value is not a number: ${text}`);
  return day ? Math.floor(typed.numberValue) : typed.numberValue;
}

/** Items of a list are parsed as if typed, and are also met by their very text. */
function sameAsTyped(value: ExtendedValue, text: string, context: ValidationContext): boolean {
  if (value.stringValue !== undefined && value.stringValue === text) return true;
  return sameValue(value, readTyped(text, undefined, context.today).value);
}

function sameValue(a: ExtendedValue, b: ExtendedValue | undefined): boolean {
  return (
    a.numberValue === b?.numberValue &&
    a.boolValue === b?.boolValue &&
    a.stringValue === b?.stringValue &&
    b !== undefined
  );
}

function listed(text: string, value: ExtendedValue, context: ValidationContext): boolean {
  const { book } = context;
  const values = context.values();
  const range = text.replace(/^=/u, '').replace(/\$/gu, '');
  const own = /^[A-Za-z]+\d*(:[A-Za-z]*\d*)?$/u.test(range) && !book.namedRanges?.some((one) => one.name === range);
  const { sheet, rect } = resolveRange(book, own ? `${quoteTab(context.title)}!${range}` : range);
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const { effectiveValue, formattedValue } = values.at(sheetIdOf(sheet), row, column);
      if (!effectiveValue) continue;
      if (sameValue(value, effectiveValue)) return true;
      if (value.stringValue !== undefined && value.stringValue === formattedValue) return true;
    }
  }
  return false;
}

function textOf(value: ExtendedValue): string {
  if (value.boolValue !== undefined) return value.boolValue ? 'TRUE' : 'FALSE';
  return value.stringValue ?? String(value.numberValue ?? '').replace('.', ',');
}
