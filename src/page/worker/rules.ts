// The validations that show in the grid. What a cell takes is the host's business; here is only what a person can pick.
import type { GridRule } from '../protocol.ts';

type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** A drop-down, a tick box or a day; undefined where nothing is drawn. `list` gives the shown texts of a range. */
export function ruleOf(rule: Rule | undefined, list: (range: string) => string[]): GridRule | undefined {
  const { type, values = [] } = rule?.condition ?? {};
  const [first = ''] = values.map(({ userEnteredValue }) => userEnteredValue ?? '');
  if (type === 'BOOLEAN' && values.length === 0) return { kind: 'tick' };
  if (type?.startsWith('DATE_')) return { kind: 'date' };
  if (rule?.showCustomUi !== true) return undefined;
  if (type === 'ONE_OF_LIST') {
    return { kind: 'list', items: values.map(({ userEnteredValue }) => userEnteredValue ?? '') };
  }
  return type === 'ONE_OF_RANGE' ? { kind: 'list', items: list(first) } : undefined;
}
