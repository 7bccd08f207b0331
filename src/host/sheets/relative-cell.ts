// Cells whose texts are relative to where they are: formulas, and validation by formulas and ranges. Certain: in a sheet the
// relative references of a rule set over a range move with the cell, as those of a formula do. Guessed: that the rule read of one cell is written for that very cell, and that a
// rule goes on moving when it is copied, sorted or inherited.
import type { CellData } from '../contract.ts';
import { copyFormula } from './references.ts';

type DataValidationRule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** The rule as it reads so many rows down and columns to the right; the same object where nothing in it is relative. */
export function movedRule(rule: DataValidationRule, rows: number, columns: number): DataValidationRule {
  const { condition } = rule;
  if (!condition?.values || (rows === 0 && columns === 0)) return rule;
  let changed = false;
  const values = condition.values.map((value) => {
    const text = value.userEnteredValue ?? '';
    if (!/^[=+]./su.test(text) && condition.type !== 'ONE_OF_RANGE') return value;
    const moved = copyFormula(text, rows, columns);
    if (moved === text) return value;
    changed = true;
    return { ...value, userEnteredValue: moved };
  });
  return changed ? { ...rule, condition: { ...condition, values } } : rule;
}

/** The cell as it reads so many rows down and columns to the right. */
export function movedCell<C extends CellData>(cell: C, rows: number, columns: number): C {
  const formula = cell.userEnteredValue?.formulaValue;
  const { dataValidation } = cell;
  let next = cell;
  if (formula !== undefined && formula !== null) {
    next = { ...next, userEnteredValue: { formulaValue: copyFormula(formula, rows, columns) } };
  }
  const rule = dataValidation && movedRule(dataValidation, rows, columns);
  return rule === dataValidation ? next : { ...next, dataValidation: rule };
}
