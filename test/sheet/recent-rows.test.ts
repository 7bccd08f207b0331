// Which of the years' frozen rows today's use cases need, told by the named ranges.
import { expect, test } from 'vitest';
import { recentNames } from '../../src/sheet/ledger/recent-rows.ts';

const month = (key: string, ...versions: number[]) => versions.map((version) => `Chot_${key}_${version}`);

test.each<[string, string[], string[], string[]]>([
  ['none', [], [], []],
  ['one month', month('2024_05', 0, 1), [], month('2024_05', 0, 1)],
  [
    'the newest two, in whatever order',
    [...month('2024_12', 1), ...month('2024_10', 1), ...month('2024_11', 0, 2)],
    [],
    [...month('2024_12', 1), ...month('2024_11', 0, 2)],
  ],
  [
    'behind January’s closing November too',
    [...month('2025_01', 1), ...month('2024_10', 1), ...month('2024_11', 1), ...month('2024_12', 0, 2)],
    [],
    [...month('2025_01', 1), ...month('2024_11', 1), ...month('2024_12', 0, 2)],
  ],
  [
    'supplements of all years',
    [...month('2019_BS', 1), ...['2024_01', '2024_02', '2024_03'].flatMap((key) => month(key, 1))],
    [],
    [...month('2019_BS', 1), ...['2024_02', '2024_03'].flatMap((key) => month(key, 1))],
  ],
  [
    'the newest four requests, and those without an answer',
    [
      ...month('DX_2023_01', 0),
      ...month('DX_2023_02', 0, 1),
      ...['DX_2024_01', 'DX_2024_02', 'DX_2024_03', 'DX_2024_04'].flatMap((key) => month(key, 0, 1)),
    ],
    [],
    [
      ...month('DX_2023_01', 0),
      ...['DX_2024_01', 'DX_2024_02', 'DX_2024_03', 'DX_2024_04'].flatMap((key) => month(key, 0, 1)),
    ],
  ],
  [
    'a request that is asked for',
    ['DX_2019_07', 'DX_2024_01', 'DX_2024_02', 'DX_2024_03', 'DX_2024_04'].flatMap((key) => month(key, 0, 1)),
    ['ĐX-2019-07'],
    ['DX_2019_07', 'DX_2024_01', 'DX_2024_02', 'DX_2024_03', 'DX_2024_04'].flatMap((key) => month(key, 0, 1)),
  ],
  ['names people made', ['NgayTinh', 'Chot_cua_toi', 'Chot_2024_05_', ...month('2024_05', 1)], [], month('2024_05', 1)],
])('%s', (_, names, ids, expected) => {
  const sorted = (list: Iterable<string>) => [...list].map((name) => name.toLowerCase()).sort();
  expect(sorted(recentNames(names, ids))).toEqual(sorted(expected));
});
