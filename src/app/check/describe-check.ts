// «Kiểm tra dữ liệu» in words: an alert that fits a telephone, the numbers first, and the whole list for a tab.
import type { Weight } from '../../core/finding.ts';
import type { CheckItem, CheckList } from './check-data.ts';

export const NOTHING_TO_MEND = 'Không có gì phải sửa.';
export const CHECK_HEADINGS = ['Mức', 'Chỗ', 'Nội dung', 'Cần làm'] as const;

const WEIGHT_WORDS: Readonly<Record<Weight, string>> = { block: 'Cần sửa', note: 'Lưu ý' };

/** Lines of an alert that tell of places; with headings, rests and the numbers they are fifteen at most. */
const LINES = 10;
/** Of these, for what blocks where both weights have much to tell. */
const BLOCK_LINES = 7;
/** Places named in a line. */
const NAMED = 3;

/** At most fifteen lines; what is equal in several places is one. */
export function describeCheck({ items, blocks, notes }: CheckList): string {
  if (items.length === 0) return NOTHING_TO_MEND;
  const groups = (weight: Weight) => grouped(items.filter((item) => item.weight === weight));
  const [blocking, noted] = [groups('block'), groups('note')];
  const forBlocks = Math.max(BLOCK_LINES, LINES - noted.length);
  const shown = Math.min(blocking.length, forBlocks);
  return [
    `Cần sửa: ${places(blocks)}. Lưu ý: ${places(notes)}.`,
    ...section('Cần sửa (chưa sửa vẫn chốt được, nhưng số liệu chưa đúng):', blocking, shown),
    ...section('Lưu ý, nên xem lại:', noted, LINES - shown),
  ].join('\n');
}

/** The rows of the list below `CHECK_HEADINGS`; never none. */
export function tabulateCheck({ items }: CheckList): string[][] {
  if (items.length === 0) return [['', '', NOTHING_TO_MEND, '']];
  return items.map(({ weight, place, text, todo }) => [WEIGHT_WORDS[weight], place, text, todo]);
}

function places(n: number): string {
  return n === 0 ? 'không có' : `${n} chỗ`;
}

/** Items that say the same, in the order of the first of each. */
function grouped(items: readonly CheckItem[]): CheckItem[][] {
  const groups = new Map<string, CheckItem[]>();
  for (const item of items) {
    const group = groups.get(item.text);
    if (group) group.push(item);
    else groups.set(item.text, [item]);
  }
  return [...groups.values()];
}

function section(heading: string, groups: readonly CheckItem[][], lines: number): string[] {
  if (groups.length === 0) return [];
  const rest = groups.slice(lines).reduce((n, group) => n + group.length, 0);
  return [
    heading,
    ...groups.slice(0, lines).map((group) => `• ${placesOf(group)}: ${group[0]?.text ?? ''}`),
    ...(rest > 0 ? [`• và ${rest} chỗ nữa.`] : []),
  ];
}

/** One place in full; several rows by their code, since the words are the same. */
function placesOf(group: readonly CheckItem[]): string {
  const [first] = group;
  if (first && group.length === 1) return first.place;
  const all = [...new Set(group.map(({ code, place }) => code ?? place))];
  const rest = all.length - NAMED;
  const named = all.slice(0, NAMED).join(first?.code === undefined ? '; ' : ', ');
  return named + (rest > 0 ? ` và ${rest} chỗ nữa` : '');
}
