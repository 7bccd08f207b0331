// Conditional formats: which cells a rule colours. The first rule of a sheet's list that holds for a cell decides; formulas
// are written for the first cell of the rule's first range and move with the cell.
import { ApiError, NotEmulated } from '../contract.ts';
import type { BookEngine } from './book-engine.ts';
import type { BookValues, CellValue } from './book-values.ts';
import type { CheckedFormula } from './check-formula.ts';
import { show } from './display.ts';
import type { FormulaShapes } from './formula-shapes.ts';
import { gradientOf } from './gradient.ts';
import { readLimit } from './limit.ts';
import { areasIn, type FormulaPlace } from './resolve.ts';
import type { Layout, Tab } from './tabs.ts';

type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type Condition = GoogleAppsScript.Sheets.Schema.BooleanCondition;

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The format of every coloured cell of a tab, by "row,column". */
export function conditionalFormats(
  rules: readonly ConditionalFormatRule[],
  tab: Tab,
  layout: Layout,
  values: BookValues,
  engine: BookEngine,
  shapes: FormulaShapes,
): Record<string, CellFormat> {
  const found: Record<string, CellFormat> = {};
  const judged = rules.map((rule) => ruleOn(rule, tab, layout, values, shapes));
  // One calculation for the formulas of all rules.
  const answers = engine.ask(
    layout,
    judged.flatMap((rule) => rule.formulas),
  );
  let next = 0;
  for (const rule of judged) {
    const own = answers.slice(next, next + rule.formulas.length);
    next += rule.formulas.length;
    rule.cells.forEach((cell, index) => {
      if (rule.holds(cell, own[index])) found[`${cell.row},${cell.column}`] ??= rule.format(cell);
    });
  }
  return found;
}

interface JudgedRule {
  readonly format: (cell: Cell) => CellFormat;
  readonly cells: readonly Cell[];
  /** One a cell, or none. */
  readonly formulas: readonly { checked: CheckedFormula; place: FormulaPlace }[];
  readonly holds: (cell: Cell, answer: CellValue) => boolean;
}

function ruleOn(
  rule: ConditionalFormatRule,
  tab: Tab,
  layout: Layout,
  values: BookValues,
  shapes: FormulaShapes,
): JudgedRule {
  const { booleanRule, gradientRule, ranges = [] } = rule;
  const cells = ranges.flatMap((range) => {
    const list: Cell[] = [];
    for (let row = range.startRowIndex ?? 0; row < Math.min(range.endRowIndex ?? tab.rows, tab.rows); row += 1) {
      for (
        let column = range.startColumnIndex ?? 0;
        column < Math.min(range.endColumnIndex ?? tab.columns, tab.columns);
        column += 1
      ) {
        list.push({ row, column });
      }
    }
    return list;
  });
  const valueAt = ({ row, column }: Cell): CellValue => values.at(tab.sheetId, row, column);
  if (gradientRule) {
    const numberAt = (cell: Cell) => numberOf(valueAt(cell));
    const colour = gradientOf(
      gradientRule,
      cells.flatMap((cell) => numberAt(cell) ?? []),
      layout.locale,
    );
    return {
      format: (cell) => colour(numberAt(cell) ?? 0),
      cells,
      formulas: [],
      holds: (cell) => numberAt(cell) !== undefined,
    };
  }
  const condition = booleanRule?.condition;
  if (!condition) throw new ApiError(400, 'Invalid conditionalFormatRule: no rule.');
  const format = booleanRule.format ?? {};
  const common = { format: () => format, cells };
  if (condition.type !== 'CUSTOM_FORMULA') {
    const test = conditionTest(condition, layout.locale);
    return {
      ...common,
      formulas: [],
      holds: (cell) => {
        const value = valueAt(cell);
        const numberFormat = tab.cells[cell.row]?.[cell.column]?.userEnteredFormat?.numberFormat;
        return test(value, value ? show(value, numberFormat, layout.locale) : '');
      },
    };
  }
  const first = { row: ranges[0]?.startRowIndex ?? 0, column: ranges[0]?.startColumnIndex ?? 0 };
  const checked = shapes.check(operandOf(condition), layout.locale);
  if (checked.sites.length > 0) {
    throw new NotEmulated(
      `a conditional format that makes text of numbers or counts by a criterion: ${checked.formula}`,
    );
  }
  const at = (cell: Cell): FormulaPlace => ({
    layout,
    sheetId: tab.sheetId,
    row: cell.row,
    column: cell.column,
    rows: cell.row - first.row,
    columns: cell.column - first.column,
  });
  if (areasIn(checked.tree, at(first)).some((area) => area.sheetId !== tab.sheetId)) {
    throw new NotEmulated(`a conditional format that reads another tab: ${checked.formula}`);
  }
  return {
    ...common,
    formulas: cells.map((cell) => ({ checked, place: at(cell) })),
    // A number other than 0 is as good as TRUE: =SEARCH("x";A1) is a common rule.
    holds: (_, answer) =>
      (answer?.kind === 'boolean' && answer.value) || (answer?.kind === 'number' && answer.value !== 0),
  };
}

function operandOf(condition: Condition): string {
  const operand = condition.values?.[0]?.userEnteredValue;
  if (condition.values?.length !== 1 || operand === undefined) {
    throw new ApiError(400, `Invalid conditionalFormatRule.booleanRule: ${condition.type} takes one value.`);
  }
  return operand;
}

function numberOf(value: CellValue): number | undefined {
  return value?.kind === 'number' ? value.value : undefined;
}

const COMPARISONS: Readonly<Record<string, (value: number, a: number, b: number) => boolean>> = {
  NUMBER_GREATER: (value, a) => value > a,
  NUMBER_GREATER_THAN_EQ: (value, a) => value >= a,
  NUMBER_LESS: (value, a) => value < a,
  NUMBER_LESS_THAN_EQ: (value, a) => value <= a,
  NUMBER_EQ: (value, a) => value === a,
  NUMBER_NOT_EQ: (value, a) => value !== a,
  NUMBER_BETWEEN: (value, a, b) => value >= a && value <= b,
  NUMBER_NOT_BETWEEN: (value, a, b) => value < a || value > b,
};

/** Whether a value, shown as `text`, meets the condition; texts are compared without regard to letter case. */
function conditionTest(condition: Condition, locale: string): (value: CellValue, text: string) => boolean {
  const { type } = condition;
  if (type === 'BLANK' || type === 'NOT_BLANK') {
    return (value) => {
      if (value?.kind === 'text' && value.value === '') {
        throw new NotEmulated(`the condition ${type} on a formula that answers with an empty text`);
      }
      return (value === undefined) === (type === 'BLANK');
    };
  }
  const compare = type === undefined ? undefined : COMPARISONS[type];
  if (compare) {
    const [a = 0, b = 0] = (condition.values ?? []).map(({ userEnteredValue = '' }) =>
      readLimit(userEnteredValue, locale),
    );
    return (value) => value?.kind === 'number' && compare(value.value, a, b);
  }
  const tests: Record<string, (text: string, operand: string) => boolean> = {
    TEXT_EQ: (text, operand) => text === operand,
    TEXT_CONTAINS: (text, operand) => text.includes(operand),
    TEXT_NOT_CONTAINS: (text, operand) => !text.includes(operand),
    TEXT_STARTS_WITH: (text, operand) => text.startsWith(operand),
    TEXT_ENDS_WITH: (text, operand) => text.endsWith(operand),
  };
  const test = type === undefined ? undefined : tests[type];
  if (!test) throw new NotEmulated(`the condition ${type} of a conditional format`);
  const operand = operandOf(condition);
  if (/^[=+]/u.test(operand)) throw new NotEmulated(`a formula as the text of a condition: ${operand}`);
  return (_, text) => test(text.toLowerCase(), operand.toLowerCase());
}
