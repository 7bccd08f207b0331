// Conditional formats have no ids and no names: ours are known by what they ask, the words of a column. They stand first,
// in their order; rules people made stay behind them.
import type { Change } from '../change.ts';
import { wantedColours } from '../colours.ts';
import { coloursKey } from '../equality.ts';
import { isShifted, type PlacedTab, placeOf } from '../reading/place.ts';
import type { RawConditionalFormat } from '../reading/snapshot.ts';

export function colourChanges(tab: PlacedTab): Change[] {
  const { declared, was } = tab;
  if (declared.kind !== 'table' || declared.colours.length === 0) return [];
  const place = placeOf(tab);
  const words = new Set(declared.colours.flatMap((rule) => rule.words.map((word) => word.toUpperCase())));
  const existing = was?.conditionalFormats ?? [];
  const isOurs = (rule: RawConditionalFormat) => asksForWords(rule, words);
  const theirs = existing.filter((rule) => !isOurs(rule));
  const rules = wantedColours(declared, tab, place.sheetId);
  const [wanted, given] = [coloursKey([...rules, ...theirs]), coloursKey(existing)];
  if (!isShifted(tab) && wanted === given) return [];
  const stood = existing.flatMap((rule, index) => (isOurs(rule) ? [index] : []));
  return [
    {
      ...place,
      kind: 'colours',
      impact: was ? 'restore' : 'add',
      was: stood,
      rules,
      ...(was && { clash: `${wanted} ≠ ${given}` }),
    },
  ];
}

/** True where all a rule compares with are words of ours: also where dragging has split it or moved its cells. */
function asksForWords({ booleanRule }: RawConditionalFormat, words: ReadonlySet<string>): boolean {
  if (booleanRule?.condition?.type !== 'CUSTOM_FORMULA') return false;
  const [{ userEnteredValue = '' } = {}] = booleanRule.condition.values ?? [];
  const compared = [...userEnteredValue.matchAll(/="([^"]*)"/gu)].map(([, word = '']) => word.toUpperCase());
  return compared.length > 0 && compared.every((word) => words.has(word));
}
