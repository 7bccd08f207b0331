// Conditional formats as Excel's own: one rule a range, in Google's order, the first that holds decides. Gradients and
// conditions on dates are left out.
import type { ConditionalRule } from 'hucre';
import type { Spreadsheet } from '../contract.ts';
import type { Sheet } from '../sheets/draft.ts';
import { cellName, clippedRect, isEmpty } from '../sheets/rect.ts';
import { excelCondition, excelText } from './formula.ts';
import { a1 } from './range.ts';
import { excelHighlight } from './style.ts';

type Condition = GoogleAppsScript.Sheets.Schema.BooleanCondition;

/** The rules of one tab. */
export function excelColours(sheet: Sheet, book: Spreadsheet): ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  for (const { ranges = [], booleanRule } of sheet.conditionalFormats ?? []) {
    const [first] = ranges;
    for (const range of ranges) {
      const rect = clippedRect(range, sheet);
      if (isEmpty(rect) || !booleanRule?.condition) continue;
      // Google writes the formula for the first range's first cell, Excel for its own range's.
      const move = {
        rows: rect.top - (first?.startRowIndex ?? 0),
        columns: rect.left - (first?.startColumnIndex ?? 0),
      };
      const formula =
        booleanRule.condition.type === 'CUSTOM_FORMULA'
          ? excelCondition(booleanRule.condition.values?.[0]?.userEnteredValue ?? '', book, move)
          : test(booleanRule.condition, cellName(rect.top, rect.left), book);
      if (formula === undefined) continue;
      rules.push({
        type: 'expression',
        priority: rules.length + 1,
        formula,
        style: excelHighlight(booleanRule.format ?? {}),
        stopIfTrue: true,
        range: a1(rect),
      });
    }
  }
  return rules;
}

/** A condition on the cell as a formula. */
function test({ type = '', values = [] }: Condition, cell: string, book: Spreadsheet): string | undefined {
  const [a = '', b = ''] = values.map(({ userEnteredValue = '' }) => userEnteredValue);
  const number = (text: string) => (text.startsWith('=') ? excelCondition(text, book) : text.replace(',', '.'));
  const isNumber = (comparison: string) => `AND(ISNUMBER(${cell}),${comparison})`;
  const found = `ISNUMBER(SEARCH(${excelText(a.replace(/[~*?]/gu, '~$&'))},${cell}))`;
  switch (type) {
    case 'BLANK':
      return `LEN(${cell})=0`;
    case 'NOT_BLANK':
      return `LEN(${cell})>0`;
    case 'TEXT_EQ':
      return `${cell}=${excelText(a)}`;
    case 'TEXT_CONTAINS':
      return found;
    case 'TEXT_NOT_CONTAINS':
      return `NOT(${found})`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${cell},${a.length})=${excelText(a)}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${cell},${a.length})=${excelText(a)}`;
    case 'NUMBER_GREATER':
      return isNumber(`${cell}>${number(a)}`);
    case 'NUMBER_GREATER_THAN_EQ':
      return isNumber(`${cell}>=${number(a)}`);
    case 'NUMBER_LESS':
      return isNumber(`${cell}<${number(a)}`);
    case 'NUMBER_LESS_THAN_EQ':
      return isNumber(`${cell}<=${number(a)}`);
    case 'NUMBER_EQ':
      return isNumber(`${cell}=${number(a)}`);
    case 'NUMBER_NOT_EQ':
      return isNumber(`${cell}<>${number(a)}`);
    case 'NUMBER_BETWEEN':
      return isNumber(`${cell}>=${number(a)},${cell}<=${number(b)}`);
    default:
      return undefined;
  }
}
