// Which tabs of an uploaded file are which of ours, by titles and headings.
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../src/sheet/declare.ts';
import { declareWorkbook, factsOf } from '../../src/sheet/layout.ts';
import { closingName, rangeIdOf, rangeName } from '../../src/sheet/ledger/ledger.ts';
import { recogniseTabs } from '../../src/sheet/reading/recognise-tabs.ts';
import { decodeSnapshot } from '../../src/sheet/reading/snapshot.ts';
import { SEEDS } from '../agreement/evaluated-workbook.ts';

const WORKBOOK = declareWorkbook(SEEDS, factsOf(SEEDS, undefined));

const headingsOf = (key: string) => {
  const tab = WORKBOOK.tabs.find(
    (one): one is Exclude<Tab, { kind: 'fixed' }> => one.key === key && one.kind !== 'fixed',
  );
  return (tab?.columns ?? []).map(({ heading }) => heading);
};

type Given = readonly [title: string, headings: readonly string[], above?: number];

/** «tasks: Nhiệm vụ (1)» a line. */
function recognised(tabs: readonly Given[]): string[] {
  const raw = {
    sheets: tabs.map(([title, headings, above = 0], i) => ({
      properties: { sheetId: 900 + i, title, index: i, gridProperties: { rowCount: 9, columnCount: headings.length } },
      data: [
        {
          rowData: [
            ...Array.from({ length: above }, () => ({})),
            { values: headings.map((stringValue) => ({ userEnteredValue: { stringValue } })) },
          ],
        },
      ],
    })),
  };
  return recogniseTabs(WORKBOOK, decodeSnapshot(raw)).map(({ declared, tab }) => `${declared.key}: ${tab.title}`);
}

describe('recognised', () => {
  test.each<[words: string, tabs: Given[], expected: string[]]>([
    ['by its title', [['Nhiệm vụ', headingsOf('tasks')]], ['tasks: Nhiệm vụ']],
    [
      'other case, form, spaces',
      [['NHIỆM  vụ'.normalize('NFD'), headingsOf('tasks')]],
      [`tasks: ${'NHIỆM  vụ'.normalize('NFD')}`],
    ],
    ['with a number behind it', [['Nhiệm vụ (1)', headingsOf('tasks')]], ['tasks: Nhiệm vụ (1)']],
    [
      'the very title before one with a number',
      [
        ['Nhiệm vụ (1)', headingsOf('tasks')],
        ['Nhiệm vụ', headingsOf('tasks')],
      ],
      ['tasks: Nhiệm vụ'],
    ],
    ['headings below inserted rows', [['Nhiệm vụ', headingsOf('tasks'), 2]], ['tasks: Nhiệm vụ']],
    ['a title with other headings', [['Nhiệm vụ', ['Việc', 'Ai làm']]], []],
    ['headings alone', [['Bảng 1', headingsOf('ledger')]], ['ledger: Bảng 1']],
    [
      'a copy of «Lịch sử» is not «Bản lưu»',
      [
        ['Lịch sử', headingsOf('history')],
        ['Lịch sử cũ', headingsOf('history')],
      ],
      ['history: Lịch sử'],
    ],
    ['a column of their own', [['Đơn vị', ['Ghi thêm', ...headingsOf('units')]]], ['units: Đơn vị']],
    ['a few columns lost', [['Đơn vị', headingsOf('units').slice(4)]], ['units: Đơn vị']],
    [
      'tabs that are wholly ours, by title alone',
      [
        ['Tổng hợp', ['x']],
        ['Hướng dẫn', []],
      ],
      ['board: Tổng hợp', 'guide: Hướng dẫn'],
    ],
    ['nothing', [['Trang tính1', []]], []],
  ])('%s', (_words, tabs, expected) => {
    expect(recognised(tabs)).toEqual(expected);
  });
});

test('the id of a closing comes back from its name', () => {
  const month = closingName({ period: { year: 2024, month: 5 }, version: 0 });
  expect(rangeIdOf(month.name)).toBe(month.id);
  const outOfTurn = rangeName('DX-2024-01', 12);
  expect(rangeIdOf(outOfTurn.name)).toBe(outOfTurn.id);
  expect(['NgayTinh', 'Chot_', 'Chot_2024', 'xChot_2024_05_1'].map(rangeIdOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
