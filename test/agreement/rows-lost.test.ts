// Hands that delete, insert, sort, move and cut rows, and nobody who mends it: the board goes on counting the rows that are there, each by
// itself, and names those it cannot count. No figure is made of the wrong row, and no 0 is told of what is gone.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { phrasesWith } from '../../src/core/content.ts';
import { FIGURE_CODES, figures } from '../../src/core/figures.ts';
import { NOT_COUNTED } from '../../src/core/missing-rows.ts';
import { openPeriodFrom, PLAN_RULES } from '../../src/core/period.ts';
import { STATES } from '../../src/core/status.ts';
import { type Viewpoint, viewTask } from '../../src/core/task.ts';
import { helperColumn } from '../../src/sheet/layout/board.ts';
import { readIndicatorRows, readTaskRows, readUnitRows } from '../../src/sheet/reading/rows.ts';
import type { Request } from '../../src/sheet/requests/request.ts';
import { TAB_IDS, type TabKey } from '../../src/sheet/tab-ids.ts';
import { day, FIRST, TODAY } from './drawn-workbook.ts';
import { buildWorkbook, type EvaluatedWorkbook, type Put, SEEDS } from './evaluated-workbook.ts';

const FIGURE_ROW = 5;
/** «Kết quả trong kỳ»; the columns of a row. */
const RESULT = 7;
const WIDTH = 31;

function filled(): EvaluatedWorkbook {
  const book = buildWorkbook(TODAY, { fileId: 'F', firstPeriod: FIRST, chairmanEmail: 'chu-tich@example.vn' });
  const put = (tab: string, row: string, cells: Readonly<Record<string, Cell>>): Put[] =>
    Object.entries(cells).map(([column, value]) => ({ tab, row, column, value }));
  const states = Object.values(STATES);
  book.put([
    ...SEEDS.tasks.flatMap(({ code }, i) =>
      put('tasks', code, {
        state: i % 4 === 3 ? null : (states[i % states.length] ?? null),
        result: i % 3 === 0 ? 'Đã làm' : null,
        doneOn: i % 5 === 2 ? day(TODAY) - 30 - i : null,
        evidence: i % 2 === 0 ? '12/BC-UBND' : null,
        difficulty: i % 7 === 0 ? 'Thiếu máy quét' : null,
        period: i % 3 === 2 ? 'Kỳ 05/2024' : 'Kỳ 06/2024',
        reportedAt: day(TODAY) - 1 / 3,
      }),
    ),
    ...SEEDS.indicators.flatMap(({ id }, i) =>
      put('indicators', id, { numerator: 40 + i, denominator: 100, enteredOn: day(TODAY) - 3 }),
    ),
    ...put('controls', 'Lịch tự động chạy gần nhất (mỗi ngày ghi một lần)', { outcome: day(TODAY) + 0.01 }),
  ]);
  return book;
}

function figuresOfCore(book: EvaluatedWorkbook) {
  const view: Viewpoint = {
    asOf: day(TODAY),
    period: openPeriodFrom(day(TODAY), PLAN_RULES, undefined),
    rules: PLAN_RULES,
    warningDays: 48,
    planYear: 2024,
    indicators: readIndicatorRows(book.placement()),
    stamped: false,
    phrases: phrasesWith(),
    reportedBefore: new Set(),
    finishedBefore: new Set(),
  };
  const tasks = readTaskRows(book.placement()).rows.map((row) => viewTask(row, view));
  const all = figures(
    tasks,
    readUnitRows(book.placement()).map(({ name }) => name),
    view,
  );
  return FIGURE_CODES.map((code) => [code, all[code].part, all[code].whole]);
}

const figuresOfSheet = (book: EvaluatedWorkbook) =>
  FIGURE_CODES.map((code, i) => [
    code,
    ...['part', 'whole'].map((key) => book.at('board', FIGURE_ROW + i, helperColumn(key))),
  ]);

const redLine = (book: EvaluatedWorkbook) => String(book.at('board', 1, 0));
const named = (book: EvaluatedWorkbook) => /hỏng dòng – (.*)\. Công an xã bấm/u.exec(redLine(book))?.[1];

const sheetId = (tab: TabKey) => TAB_IDS[tab];
const rows = (tab: TabKey, from: number, to = from + 1) => ({
  sheetId: sheetId(tab),
  dimension: 'ROWS' as const,
  startIndex: from,
  endIndex: to,
});
const removed = (tab: TabKey, from: number, to?: number): Request => ({
  deleteDimension: { range: rows(tab, from, to) },
});
const inserted = (tab: TabKey, at: number): Request => ({
  insertDimension: { range: rows(tab, at), inheritFromBefore: true },
});
const cut = (from: number, to: number, columns: readonly [from: number, to: number] = [0, WIDTH]): Request => ({
  cutPaste: {
    source: {
      sheetId: sheetId('tasks'),
      startRowIndex: from,
      endRowIndex: from + 1,
      startColumnIndex: columns[0],
      endColumnIndex: columns[1],
    },
    destination: { sheetId: sheetId('tasks'), rowIndex: to, columnIndex: columns[0] },
    pasteType: 'PASTE_NORMAL',
  },
});
const sorted: Request = {
  sortRange: {
    range: { sheetId: sheetId('tasks'), startRowIndex: 1, endRowIndex: 73, startColumnIndex: 0, endColumnIndex: WIDTH },
    sortSpecs: [{ dimensionIndex: 5, sortOrder: 'ASCENDING' }],
  },
};
const appended: Request = { appendDimension: { sheetId: sheetId('tasks'), dimension: 'ROWS', length: 3 } };
const codeAt = (row: number) => SEEDS.tasks[row - 1]?.code ?? '';

describe('rows of «Nhiệm vụ»', () => {
  let book: EvaluatedWorkbook;
  beforeEach(() => {
    book = filled();
  });

  test.each<[string, Request[], string | undefined]>([
    ['nothing is done', [], undefined],
    ['one is deleted', [removed('tasks', 20)], `tab Nhiệm vụ: ${codeAt(20)}`],
    ['the first is deleted', [removed('tasks', 1)], `tab Nhiệm vụ: ${codeAt(1)}`],
    ['the last is deleted', [removed('tasks', 72)], `tab Nhiệm vụ: ${codeAt(72)}`],
    ['seven are deleted', [removed('tasks', 40, 47)], `tab Nhiệm vụ: ${[40, 41, 42, 43, 44].map(codeAt).join(', ')}…`],
    ['one is inserted', [inserted('tasks', 20)], undefined],
    ['one is inserted above the first', [inserted('tasks', 1)], undefined],
    ['they are sorted', [sorted], undefined],
    ['one is cut to an inserted row', [inserted('tasks', 10), cut(30, 10)], undefined],
    ['one is cut below the others', [appended, cut(30, 75)], undefined],
    ['one is moved', [{ moveDimension: { source: rows('tasks', 30), destinationIndex: 5 } }], undefined],
    ['one is cut over another', [cut(30, 31)], `tab Nhiệm vụ: ${codeAt(31)}`],
  ])('%s', (_, hands, lost) => {
    if (hands.length > 0) book.edit(hands);
    expect(named(book)).toBe(lost);
    expect(figuresOfSheet(book)).toEqual(figuresOfCore(book));
  });

  test('a cell that is cut over another breaks the row it was pasted into, which is named', () => {
    book.edit([cut(30, 31, [RESULT, RESULT + 1])]);
    expect(named(book)).toBe(`tab Nhiệm vụ: ${codeAt(31)}`);
    expect(figuresOfSheet(book).flat()).not.toContainEqual(expect.stringMatching(/^#/u));
  });

  test('a column that is gone breaks all of them, and no figure says 0', () => {
    const column = book.placement().tabs.find(({ declared }) => declared.key === 'tasks')?.columns;
    const at = column?.find(({ declared }) => declared.key === 'kind')?.index ?? 0;
    book.edit([
      {
        deleteDimension: {
          range: { sheetId: sheetId('tasks'), dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 },
        },
      },
    ]);
    expect(named(book)).toMatch(/^tab Nhiệm vụ: I\.01, I\.02, .*…$/u);
    const shown = FIGURE_CODES.map((_, i) => book.at('board', FIGURE_ROW + i, 2));
    expect(shown.filter((text) => typeof text === 'string' && /^(?:chưa có nhiệm|không có)/u.test(text))).toEqual([]);
    expect(shown).toContain(NOT_COUNTED);
    expect(String(book.at('board', 3, 0))).toContain(NOT_COUNTED);
  });
});

describe('rows of other tabs', () => {
  const row = (book: EvaluatedWorkbook, tab: TabKey, key: string) =>
    book
      .placement()
      .tabs.find(({ declared }) => declared.key === tab)
      ?.rows.find((placed) => placed.key === key)?.index ?? 0;

  const SETTINGS = ['asOf', 'ruleRecord', 'deadlineDay', 'firstPeriod', 'phrases', 'automaticSending', 'followUntil'];
  const LINES = ['Thư chưa gửi được', 'Kỳ đã ghi đúng hạn'];

  test.each<[string, TabKey, readonly string[], RegExp]>([
    ['a unit', 'units', ['TP'], /^tab Đơn vị: Ban Tư pháp$/u],
    ['a target', 'indicators', [SEEDS.indicators[2]?.id ?? ''], /^tab Chỉ tiêu: II\.06-1$/u],
    ['days of warning', 'settings', ['warningDays'], /^tab Cấu hình: Số ngày cảnh báo sắp đến hạn$/u],
    [
      'many settings',
      'settings',
      SETTINGS,
      /^tab Cấu hình: Ngày tính, Ngày chốt số liệu, Ngày chốt đang áp dụng, Kỳ báo cáo đầu tiên, Tự động gửi, Theo dõi đến, Câu không có nội dung$/u,
    ],
    ['lines of the clock', 'controls', LINES, /^tab Điều khiển: Kỳ đã ghi đúng hạn, Thư chưa gửi được$/u],
  ])('%s', (_, tab, keys, lost) => {
    const book = filled();
    const places = keys.map((key) => row(book, tab, key)).sort((a, b) => b - a);
    book.edit(places.map((index) => removed(tab, index)));
    expect(named(book)).toMatch(lost);
    expect(figuresOfSheet(book)).toEqual(figuresOfCore(book));
  });

  test('an inserted target moves no figure', () => {
    const book = filled();
    book.edit([inserted('indicators', 4)]);
    expect(named(book)).toBeUndefined();
    expect(figuresOfSheet(book)).toEqual(figuresOfCore(book));
  });

  test('without the row of the chairman’s address the red line says that nobody gets the mail', () => {
    const book = filled();
    expect(redLine(book)).toBe('');
    book.edit([removed('settings', row(book, 'settings', 'chairmanEmail'))]);
    expect(redLine(book)).toContain('«E-mail Chủ tịch» ở tab Cấu hình để trống');
  });
});
