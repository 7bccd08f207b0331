// Formulas and rules are told by the titles tabs have now. Google follows a renamed tab in what stands; what is written in the
// same batch, behind the renaming, must name it anew.
import { quoteTab } from '../../core/a1.ts';
import type { CellChange } from '../change.ts';

/** @param titles what a tab is called now → what the same batch calls it */
export function retitled(titles: ReadonlyMap<string, string>): (change: CellChange) => CellChange {
  if (titles.size === 0) return (change) => change;
  const quoted = new Map([...titles].map(([now, next]) => [quoteTab(now), quoteTab(next)]));
  // Texts in double quotes are passed over: an apostrophe in them begins no title.
  const retitle = (formula: string) =>
    formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/gu, (piece) => quoted.get(piece) ?? piece);
  return (change) => {
    if (change.part === 'formula') return { ...change, formula: retitle(change.formula) };
    if (change.part !== 'rule' || !change.rule.condition?.values) return change;
    const values = change.rule.condition.values.map((value) =>
      value.userEnteredValue === undefined ? value : { ...value, userEnteredValue: retitle(value.userEnteredValue) },
    );
    return { ...change, rule: { ...change.rule, condition: { ...change.rule.condition, values } } };
  };
}
