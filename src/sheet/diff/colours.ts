// Conditional formats have no ids and no names: ours are known by what they ask, the words of a column. They stand first,
// in their order; rules people made stay behind them.
import type { Change } from '../change.ts';
import { wantedColours } from '../colours.ts';
import { normaliseFormula } from '../formula.ts';
import { isShifted, type PlacedTab, placeOf } from '../place.ts';
import type { RawConditionalFormat } from '../snapshot.ts';
import { hexOf } from '../style.ts';

export function colourChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  if (declared.kind !== 'table' || declared.colours.length === 0) return [];
  const place = placeOf(tab);
  const words = new Set(declared.colours.flatMap((rule) => rule.words.map((word) => word.toUpperCase())));
  const existing = was?.conditionalFormats ?? [];
  const isOurs = (rule: RawConditionalFormat) => asksForWords(rule, words);
  const theirs = existing.filter((rule) => !isOurs(rule));
  const rules = wantedColours(declared, tab, place.sheetId);
  if (!isShifted(tab) && rulesKey([...rules, ...theirs]) === rulesKey(existing)) return [];
  const stood = existing.flatMap((rule, index) => (isOurs(rule) ? [index] : []));
  return [{ ...place, kind: 'colours', impact: was ? 'restore' : 'add', was: stood, rules }];
}

/** True where all a rule compares with are words of ours: also where dragging has split it or moved its cells. */
function asksForWords({ booleanRule }: RawConditionalFormat, words: ReadonlySet<string>): boolean {
  if (booleanRule?.condition?.type !== 'CUSTOM_FORMULA') return false;
  const [{ userEnteredValue = '' } = {}] = booleanRule.condition.values ?? [];
  const compared = [...userEnteredValue.matchAll(/="([^"]*)"/gu)].map(([, word = '']) => word.toUpperCase());
  return compared.length > 0 && compared.every((word) => words.has(word));
}

/** The whole list, in its order. */
function rulesKey(rules: readonly RawConditionalFormat[]): string {
  return JSON.stringify(
    rules.map(({ ranges = [], booleanRule = {}, gradientRule }) => [
      ranges.map((r) => [r.startRowIndex ?? 0, r.endRowIndex, r.startColumnIndex ?? 0, r.endColumnIndex]),
      booleanRule.condition?.type,
      (booleanRule.condition?.values ?? []).map(({ userEnteredValue = '' }) => normaliseFormula(userEnteredValue)),
      hexOf(booleanRule.format?.backgroundColorStyle),
      hexOf(booleanRule.format?.textFormat?.foregroundColorStyle),
      gradientRule,
    ]),
  );
}
