// Groups of rows and columns: the reference's own examples, what Google was recorded to answer, and what lies in a group when columns come and go.
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { read, refusal, run, sheetOf, workbook } from './workbook.ts';

const columns = (startIndex: number, endIndex: number) => ({ dimension: 'COLUMNS', startIndex, endIndex });
const add = (from: number, to: number): SheetRequest => ({ addDimensionGroup: { range: columns(from, to) } });
const remove = (from: number, to: number): SheetRequest => ({ deleteDimensionGroup: { range: columns(from, to) } });
const fold = (from: number, to: number, depth: number, collapsed: boolean): SheetRequest => ({
  updateDimensionGroup: { dimensionGroup: { range: columns(from, to), depth, collapsed }, fields: 'collapsed' },
});
const book = () => workbook([['a', 'b', 'c', 'd', 'e', 'f']]);

/** «1–5 depth 1 folded». */
const groupsOf = (requests: SheetRequest[]) => {
  const sheets = book();
  run(sheets, requests);
  return (sheetOf(sheets)?.columnGroups ?? []).map(
    ({ range, depth, collapsed }) =>
      `${range?.startIndex}–${range?.endIndex} depth ${depth}${collapsed ? ' folded' : ''}`,
  );
};

describe('a range and its depth', () => {
  test.each<[string, SheetRequest[], string[]]>([
    ['one group', [add(0, 2)], ['0–2 depth 1']],
    ['around another', [add(2, 4), add(1, 5)], ['1–5 depth 1', '2–4 depth 2']],
    ['within another', [add(1, 5), add(2, 4)], ['1–5 depth 1', '2–4 depth 2']],
    ['across another’s end', [add(1, 4), add(2, 5)], ['1–5 depth 1', '2–4 depth 2']],
    ['taken from the end of both', [add(1, 5), add(2, 4), remove(3, 5)], ['1–4 depth 1', '2–3 depth 2']],
    ['taken away', [add(0, 2), remove(0, 2)], []],
    ['folded', [add(1, 3), fold(1, 3, 1, true)], ['1–3 depth 1 folded']],
    ['folded, another added', [add(1, 3), fold(1, 3, 1, true), add(4, 6)], ['1–3 depth 1 folded', '4–6 depth 1']],
    ['a column comes in between', [add(1, 3), { insertDimension: { range: columns(2, 3) } }], ['1–4 depth 1']],
    ['a column comes before', [add(1, 3), { insertDimension: { range: columns(0, 1) } }], ['2–4 depth 1']],
    ['a column goes', [add(1, 3), { deleteDimension: { range: columns(2, 3) } }], ['1–2 depth 1']],
    ['all its columns go', [add(1, 3), { deleteDimension: { range: columns(1, 3) } }], []],
  ])('%s', (_, requests, wanted) => expect(groupsOf(requests)).toEqual(wanted));

  test('as Google was recorded to answer: all groups of the dimension, no tab where it is the first; nothing where none is left', () => {
    const sheets = book();
    expect(run(sheets, [add(0, 2)])).toMatchObject({
      replies: [{ addDimensionGroup: { dimensionGroups: [{ range: columns(0, 2), depth: 1 }] } }],
    });
    expect(run(sheets, [remove(0, 2)])).toMatchObject({ replies: [{ deleteDimensionGroup: {} }] });
    expect(sheetOf(sheets)).not.toHaveProperty('columnGroups');
  });
});

test('folded its columns are hidden, unfolded they are shown, also one that was hidden before', () => {
  const sheets = book();
  const hidden = () =>
    (sheetOf(sheets)?.data?.[0]?.columnMetadata ?? []).map(({ hiddenByUser = false }) => hiddenByUser);
  run(sheets, [
    { updateDimensionProperties: { range: columns(2, 3), properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
    add(1, 3),
    fold(1, 3, 1, true),
  ]);
  expect(hidden().slice(0, 4)).toEqual([false, true, true, false]);
  run(sheets, [fold(1, 3, 1, false)]);
  expect(hidden()).not.toContain(true);
  expect(read(sheets).sheets?.[0]?.columnGroups).toEqual([{ range: columns(1, 3), depth: 1 }]);
});

test.each<[string, SheetRequest[], string]>([
  ['beyond the grid', [add(1, 99)], 'out of bounds'],
  ['an empty range', [add(2, 2)], 'out of bounds'],
  ['no dimension', [{ addDimensionGroup: { range: { startIndex: 0, endIndex: 1 } } }], 'No dimension specified'],
  ['a group that is none', [remove(0, 2)], 'does not exist'],
  ['folding what is no group', [add(1, 3), fold(1, 4, 1, true)], 'No group with that range and depth'],
  ['folding at another depth', [add(1, 3), fold(1, 3, 2, true)], 'No group with that range and depth'],
  ['nine deep', Array.from({ length: 9 }, () => add(0, 2)), 'nested'],
  [
    'another field',
    [
      add(1, 3),
      {
        updateDimensionGroup: { dimensionGroup: { range: columns(1, 3), depth: 1, collapsed: true }, fields: 'depth' },
      },
    ],
    'depth',
  ],
])('refused: %s', (_, requests, words) => {
  const sheets = book();
  expect(refusal(() => run(sheets, requests))).toContain(words);
});

test('recorded: the controls are said to be behind the group from the first one on, also when it is gone', () => {
  const sheets = book();
  const said = () => sheetOf(sheets)?.properties?.gridProperties?.columnGroupControlAfter;
  expect(said()).toBeUndefined();
  run(sheets, [add(1, 3)]);
  expect(said()).toBe(true);
  run(sheets, [remove(1, 3)]);
  expect(said()).toBe(true);
});
