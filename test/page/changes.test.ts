// Blocks of texts, what is taken back, and items found while one types: the page's parts that need no browser.
import { describe, expect, test } from 'vitest';
import { areaOfBlock, blockOf, isEmptyBlock, spread, squared } from '../../src/page/block.ts';
import { History } from '../../src/page/history.ts';
import { matching } from '../../src/page/match.ts';
import { gunzipped, gzipped } from '../../src/page/worker/gzip.ts';

const block = (text: string) => ({ sheetId: 1, top: 0, left: 0, rows: [[text]] });
const step = (before: string, after: string) => ({ before: [block(before)], after: [block(after)] });

describe('blocks', () => {
  test('a block is spread over the rows that are shown, and no further than it reaches', () => {
    const given = { sheetId: 1, top: 2, left: 3, rows: [['a'], ['b'], ['c']] };
    const runs = [
      { top: 2, bottom: 3 },
      { top: 7, bottom: 9 },
      { top: 20, bottom: 30 },
    ];
    expect(spread(given, runs)).toEqual([
      { sheetId: 1, top: 2, left: 3, rows: [['a']] },
      { sheetId: 1, top: 7, left: 3, rows: [['b'], ['c']] },
    ]);
  });

  test('what is emptied is empty, and lies where it lay', () => {
    const area = { top: 1, left: 2, bottom: 3, right: 4 };
    const emptied = blockOf(1, area, () => '');
    expect([isEmptyBlock(emptied), areaOfBlock(emptied)]).toEqual([true, area]);
    expect(isEmptyBlock(blockOf(1, area, (row) => (row === 2 ? 'x' : '')))).toBe(false);
  });

  test('rows of unequal length are filled up', () => {
    expect(squared([['a'], ['b', 'c'], []])).toEqual([
      ['a', ''],
      ['b', 'c'],
      ['', ''],
    ]);
  });
});

describe('what is taken back', () => {
  test('the last first, and done again until something new is done', () => {
    const history = new History();
    history.add('an', step('', 'một'));
    history.add('an', step('một', 'hai'));
    expect(history.undo('an')).toEqual([block('một')]);
    expect(history.undo('an')).toEqual([block('')]);
    expect(history.undo('an')).toBeUndefined();
    expect(history.redo('an')).toEqual([block('một')]);
    history.add('an', step('một', 'ba'));
    expect(history.redo('an')).toBeUndefined();
  });

  test('only what is one’s own, and nothing after a beginning', () => {
    const history = new History();
    history.add('an', step('', 'của An'));
    expect(history.undo('bình')).toBeUndefined();
    history.clear();
    expect(history.undo('an')).toBeUndefined();
  });
});

test.each([
  ['dang', ['Đang thực hiện']],
  ['hien', ['Chưa thực hiện', 'Đang thực hiện']],
  ['HOÀN', ['Hoàn thành']],
  // What begins with it comes first.
  ['h', ['Hoàn thành', 'Chưa thực hiện', 'Đang thực hiện']],
  ['xyz', []],
])('«%s» finds %j', (typed, found) => {
  expect(matching(['Chưa thực hiện', 'Đang thực hiện', 'Hoàn thành'], typed)).toEqual(found);
});

test('packed texts are read as they were, and plain ones as they are', async () => {
  const text = JSON.stringify({ words: 'Đề án 06 – đã chốt', rows: [1, 2, 3] });
  expect(await gunzipped(await gzipped(text))).toBe(text);
  expect(await gunzipped(new TextEncoder().encode(text))).toBe(text);
});
