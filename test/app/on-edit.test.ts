// onEdit (rule 5.3): which rows are stamped, as tables; and on the local host what people do at the screen, where events are
// lost, columns are copied, headings go. It writes Kỳ báo cáo and Thời điểm báo cáo only, or nothing.
import { describe, expect, test } from 'vitest';
import type { EditedRange, EditedTab } from '../../src/app/edited-tab.ts';
import {
  type EditStamps,
  editSettings,
  othersRows,
  readEditSettings,
  type Stamp,
  stampsForEntry,
  stampsForIndicator,
} from '../../src/app/on-edit.ts';
import { columnLetters } from '../../src/core/a1.ts';
import type { Cell } from '../../src/core/cell.ts';
import { ENTRY_HEADINGS } from '../../src/core/entry-block.ts';
import { PLAN_RULES } from '../../src/core/period.ts';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { bookOf, cellOf, idOf } from './hostile.ts';
import { again, look, stageAt, valueAt, waited } from './played.ts';

const VP = 'vp@example.vn';
const TP = 'tp@example.vn';
const TASKS = 1001;

const PLAN = ['TT', 'Nội dung, nhiệm vụ cụ thể', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành'];
const HEADINGS = [...PLAN, ...Object.values(ENTRY_HEADINGS), 'Trạng thái', 'Còn lại (ngày)', 'Lưu ý', 'Mã'];
const at = (heading: string) => HEADINGS.indexOf(heading);
const [STATE, RESULT, PERIOD, STAMP, CODE] = [
  at('Tình trạng'),
  at('Kết quả trong kỳ'),
  at('Kỳ báo cáo'),
  at('Thời điểm báo cáo'),
  at('Mã'),
];
const LAST = HEADINGS.length - 1;
const NOW = 45420.5; // 08/05/2024 12:00: Kỳ 05/2024 is open.

/** A row of «Nhiệm vụ» with a period and a code, in which somebody has typed. */
function row(period: Cell, code: Cell = 'II.05'): Cell[] {
  return HEADINGS.map((_, i) =>
    i === PERIOD ? period : i === CODE ? code : i === STATE || i === RESULT ? 'đã gõ' : null,
  );
}
/** The same with these cells emptied. */
const emptied = (cells: readonly Cell[], ...columns: (number | undefined)[]) =>
  cells.map((cell, i) => (columns.includes(i) ? '' : cell));
const edited = (fromColumn = 0, toColumn = fromColumn, fromRow = 1, toRow = fromRow): EditedRange => ({
  fromRow,
  toRow,
  fromColumn,
  toColumn,
});
/** A tab of these cells; with `areas`, what was read of it: «0–0 × 0–17». */
function tabOf(grid: readonly (readonly Cell[])[], areas: string[] = []): EditedTab {
  return {
    columnCount: Math.max(1, ...grid.map(({ length }) => length)),
    cells({ fromRow, toRow, fromColumn, toColumn }) {
      areas.push(`${fromRow}–${toRow} × ${fromColumn}–${toColumn}`);
      return grid.slice(fromRow, toRow + 1).map((cells) => cells.slice(fromColumn, toColumn + 1));
    },
  };
}
const context = { now: NOW, rules: PLAN_RULES, firstPeriod: { year: 2024, month: 4 } };
/** «1: Kỳ báo cáo = Kỳ 05/2024, Thời điểm báo cáo = now». */
const told = (stamps: readonly Stamp[], headings: readonly string[] = HEADINGS) =>
  stamps.map(({ row: index, column, value }) => `${index} ${headings[column]} = ${value === NOW ? 'now' : value}`);
const toldOf = ({ stamps }: EditStamps) => told(stamps);
const both = (index: number) => [`${index} Kỳ báo cáo = Kỳ 05/2024`, `${index} Thời điểm báo cáo = now`];

describe('which rows are stamped', () => {
  test.each<[string, Cell[][], EditedRange, string[]]>([
    ['one cell', [row(null)], edited(STATE), both(1)],
    ['one cell of a row of the period before', [row('Kỳ 04/2024')], edited(RESULT), both(1)],
    ['one cell of a row already of the open period', [row('Kỳ 05/2024')], edited(RESULT), []],
    ['the period in other letters', [row('kỳ 05/2024')], edited(RESULT), []],
    [
      'several rows, one of them reported',
      [row(null), row('Kỳ 05/2024'), row(null)],
      edited(STATE, RESULT, 1, 3),
      [...both(1), ...both(3)],
    ],
    ['rows without a code', [row(null, null), row(null)], edited(STATE, STATE, 1, 2), both(2)],
    ['the heading too', [row(null)], edited(STATE, RESULT, 0, 1), both(1)],
    ['columns of the plan', [row(null)], edited(0, 4), []],
    ['a formula column', [row(null)], edited(at('Lưu ý')), []],
    ['Thời điểm báo cáo itself', [row(null)], edited(STAMP), []],
    ['the open period picked', [row('Kỳ 05/2024')], edited(PERIOD), ['1 Thời điểm báo cáo = now']],
    ['the period before picked', [row('Kỳ 04/2024')], edited(PERIOD), ['1 Thời điểm báo cáo = now']],
    ['a period before the first', [row('Kỳ 03/2024')], edited(PERIOD), []],
    ['an older period', [row('Kỳ 12/2023')], edited(PERIOD), []],
    ['a future period', [row('Kỳ 06/2024')], edited(PERIOD), []],
    ['junk', [row('tháng này')], edited(PERIOD), []],
    ['a number', [row(45413)], edited(PERIOD), []],
    ['the period cleared', [row(null)], edited(PERIOD), []],
    ['a block pasted with its period', [row('Kỳ 05/2024')], edited(STATE, PERIOD), ['1 Thời điểm báo cáo = now']],
    ['a block pasted with an old period: it stays as typed', [row('Kỳ 12/2023')], edited(STATE, PERIOD), []],
    ['a block pasted with an empty period', [row(null)], edited(STATE, PERIOD), both(1)],
    ['the whole row', [row(null)], edited(0, HEADINGS.length - 1), both(1)],
    ['last month’s text cleared', [emptied(row('Kỳ 04/2024'), RESULT)], edited(RESULT), []],
    ['state and text cleared', [emptied(row(null), STATE, RESULT)], edited(STATE, RESULT), []],
    ['one cleared, one typed, in one paste', [emptied(row(null), STATE)], edited(STATE, RESULT), both(1)],
    [
      'of several rows those with something typed',
      [row(null), emptied(row(null), STATE), row(null)],
      edited(STATE, STATE, 1, 3),
      [...both(1), ...both(3)],
    ],
    ['a block emptied with its period', [emptied(row(null), STATE, RESULT)], edited(STATE, PERIOD), []],
  ])('%s', (_, rows, edit, expected) => {
    expect(toldOf(stampsForEntry(tabOf([HEADINGS, ...rows]), edit, () => context))).toEqual(expected);
  });

  test('without a first period the one before is always accepted', () => {
    const grid = [HEADINGS, row('Kỳ 04/2024')];
    const { stamps } = stampsForEntry(tabOf(grid), edited(PERIOD), () => ({ ...context, firstPeriod: undefined }));
    expect(told(stamps)).toEqual(['1 Thời điểm báo cáo = now']);
  });
});

describe('where the columns are', () => {
  type Change = (list: readonly Cell[]) => Cell[];
  const move =
    (from: number, to: number): Change =>
    (list) => {
      const rest = list.filter((_, i) => i !== from);
      return [...rest.slice(0, to), list[from] ?? null, ...rest.slice(to)];
    };
  const insert =
    (index: number, heading: Cell): Change =>
    (list) => [...list.slice(0, index), list === HEADINGS ? heading : null, ...list.slice(index)];
  const rename =
    (index: number, words: Cell): Change =>
    (list) =>
      list.map((cell, i) => (list === HEADINGS && i === index ? words : cell));
  const copyBlock: Change = (list) => [...list, ...list.slice(STATE, STAMP + 1)];
  const copyAll: Change = (list) => [...list, ...list];
  test.each<[string, Change, string, number[]]>([
    ['a column inserted before the block', insert(2, 'riêng'), 'Tình trạng', [PERIOD + 1, STAMP + 1]],
    ['a column inserted inside the block', insert(RESULT + 1, 'riêng'), 'Tình trạng', [PERIOD + 1, STAMP + 1]],
    ['Kỳ báo cáo moved to the front', move(PERIOD, 0), 'Tình trạng', [0, STAMP]],
    ['Thời điểm báo cáo moved to the end', move(STAMP, LAST), 'Tình trạng', [PERIOD, LAST]],
    ['a copy of Kỳ báo cáo left of ours', insert(3, 'Kỳ báo cáo'), 'Tình trạng', [PERIOD + 1, STAMP + 1]],
    ['a copy of Kỳ báo cáo right of ours', insert(STAMP + 3, 'KỲ BÁO CÁO'), 'Tình trạng', [PERIOD, STAMP]],
    ['a copy of Mã in front', insert(0, 'Mã'), 'Tình trạng', [PERIOD + 1, STAMP + 1]],
    ['a copy of the whole block at the end', copyBlock, 'Tình trạng', [PERIOD, STAMP]],
    ['the whole table twice, nobody can say which', copyAll, 'Tình trạng', []],
    ['Kỳ báo cáo renamed', rename(PERIOD, 'Tháng'), 'Tình trạng', []],
    ['Thời điểm báo cáo renamed', rename(STAMP, 45000), 'Tình trạng', []],
    ['Mã renamed', rename(CODE, null), 'Tình trạng', []],
    ['an edit in a column whose heading was renamed', rename(RESULT, 'Kết quả'), 'Kết quả', []],
    [
      'a column called like something every object has',
      insert(3, 'constructor'),
      'Tình trạng',
      [PERIOD + 1, STAMP + 1],
    ],
  ])('%s', (_, change, heading, columns) => {
    const headings = change(HEADINGS);
    const grid = [headings, change(row(null))];
    const { stamps } = stampsForEntry(tabOf(grid), edited(headings.indexOf(heading)), () => context);
    expect(stamps.map(({ column }) => column)).toEqual(columns);
  });

  test.each([0, 1, 3])(
    'rows inserted above the heading row; none stamped that stands above it (edit from %i)',
    (from) => {
      const grid = [row(null), row(null), HEADINGS, row(null)];
      expect(toldOf(stampsForEntry(tabOf(grid), edited(STATE, STATE, from, 3), () => context))).toEqual(both(3));
    },
  );

  test('no heading row: nothing', () => {
    expect(stampsForEntry(tabOf([row(null), row(null)]), edited(STATE, STATE, 0, 1), () => context).stamps).toEqual([]);
    expect(stampsForEntry(tabOf([]), edited(STATE), () => context).stamps).toEqual([]);
  });
});

describe('what is read of 720 rows', () => {
  const rows = Array.from({ length: 720 }, () => row(null));
  const heading = `0–0 × 0–${HEADINGS.length - 1}`;
  const [left, right] = [PERIOD ?? 0, CODE ?? 0];
  /** The block up to Kỳ báo cáo, and Mã, and no formula between them. */
  const decided = (of: string) => [`${of} × ${STATE}–${left}`, `${of} × ${right}–${right}`];
  test.each<[string, number, EditedRange, string[]]>([
    ['the first row', 0, edited(STATE, STATE, 1), [heading, ...decided('1–1')]],
    ['the last row', 0, edited(STATE, STATE, 720), [heading, ...decided('720–720')]],
    ['a paste over many rows', 0, edited(STATE, RESULT, 300, 719), [heading, ...decided('300–719')]],
    ['a paste with the heading row in it', 0, edited(STATE, RESULT, 0, 2), [`0–2 × 0–${right}`]],
    ['the heading row alone', 0, edited(STATE, RESULT, 0), [heading]],
    ['a column of the plan', 0, edited(1, 1, 720), [heading]],
    [
      'headings pushed down by rows of somebody’s own',
      2,
      edited(STATE, STATE, 720),
      [heading, `1–19 × 0–${right}`, ...decided('720–720')],
    ],
    ['a row near such headings', 2, edited(STATE, STATE, 5), [heading, `1–5 × 0–${right}`]],
    ['headings nobody finds', 700, edited(STATE, STATE, 720), [heading, `1–19 × 0–${right}`]],
  ])('%s', (_, above, edit, expected) => {
    const areas: string[] = [];
    const grid = [...rows.slice(0, above), HEADINGS, ...rows.slice(above)];
    const { stamps } = stampsForEntry(tabOf(grid, areas), edit, () => context);
    expect(areas).toEqual(expected);
    const isEntry = edit.fromColumn >= (STATE ?? 0) && above < 20;
    const from = Math.max(above + 1, edit.fromRow);
    const stamped = isEntry ? Array.from({ length: edit.toRow - from + 1 }, (_unused, i) => from + i) : [];
    expect(stamps.map(({ row: index }) => index)).toEqual(stamped.flatMap((index) => [index, index]));
  });

  test('the settings are asked for only where an entry was edited', () => {
    const tab = tabOf([HEADINGS, ...rows]);
    const refused = (): never => {
      throw new Error('asked');
    };
    expect(stampsForEntry(tab, edited(1), refused).stamps).toEqual([]);
    expect(() => stampsForEntry(tab, edited(STATE), refused)).toThrow('asked');
  });
});

describe('a keeper at the screen', () => {
  const UNITS: Cell[][] = [
    ['Mã', 'Tên', 'Tài khoản Google để nhập'],
    ['CAX', 'Công an xã', 'cax@example.vn; cax2@example.vn'],
    ['TP', 'Ban Tư pháp', 'tp@example.vn'],
  ];
  test.each<[string, string, Cell, boolean]>([
    ['another unit’s row', 'cax@example.vn', 'Ban Tư pháp', true],
    ['his own unit’s', 'cax2@example.vn', 'công an xã', false],
    ['nobody’s', 'cax@example.vn', null, false],
    ['of a keeper who is no unit’s account', 'cai-dat@example.vn', 'Công an xã', true],
  ])('%s', (_, account, accountable, expected) => expect(othersRows(account, UNITS)(accountable)).toBe(expected));

  test('without the tab every row that is somebody’s is another’s', () =>
    expect(othersRows('cax@example.vn', [])('Công an xã')).toBe(true));

  const HEADED = [...HEADINGS, 'Nhóm', 'Hạn', 'Loại thời hạn', 'Đầu mối'];
  const of = (cells: readonly Cell[], accountable: Cell) => [...cells, null, null, null, accountable];
  const told = (stamps: EditStamps) => [toldOf(stamps), stamps.mended];
  const isAnothers = othersRows('cax@example.vn', UNITS);
  test.each<[string, Cell[], EditedRange, unknown[]]>([
    ['one letter mended', of(row('Kỳ 04/2024'), 'Ban Tư pháp'), edited(RESULT), [[], ['II.05']]],
    [
      'the period chosen for the unit',
      of(row('Kỳ 05/2024'), 'Ban Tư pháp'),
      edited(PERIOD),
      [['1 Thời điểm báo cáo = now'], []],
    ],
    ['his own unit’s row', of(row(null), 'Công an xã'), edited(RESULT), [both(1), []]],
    ['a row without Đầu mối', of(row(null), null), edited(RESULT), [both(1), []]],
    ['cleared', of(emptied(row(null), RESULT), 'Ban Tư pháp'), edited(RESULT), [[], []]],
  ])('%s', (_, cells, edit, expected) => {
    const stamps = stampsForEntry(tabOf([HEADED, cells]), edit, () => ({ ...context, isAnothers }));
    expect(told(stamps)).toEqual(expected);
  });

  test.each(['15 19 2024-05 cax@example.vn,cai-dat@example.vn', '15 19 - cax@example.vn', '15 19 2024-05', '15 19'])(
    'the settings come back whole: %s',
    (text) => expect(editSettings(readEditSettings(text))).toBe(text),
  );
});

describe('«Chỉ tiêu»', () => {
  const headings = [
    'Mã',
    'Nhiệm vụ',
    'Chỉ tiêu',
    'So sánh',
    'Mục tiêu',
    'Mốc',
    'Tử số',
    'Mẫu số',
    'Giá trị',
    'Ngày nhập',
  ];
  const [numerator = 0, denominator = 0, enteredOn = 0] = ['Tử số', 'Mẫu số', 'Ngày nhập'].map((words) =>
    headings.indexOf(words),
  );
  const line = (date: Cell, code: Cell = 'II.05-1') =>
    headings.map((_, i) => (i === 0 ? code : i === enteredOn ? date : i === numerator || i === denominator ? 7 : null));
  const today = Math.floor(NOW);
  test.each<[string, Cell[][], EditedRange, string[]]>([
    ['the numerator', [line(null)], edited(numerator), [`1 Ngày nhập = ${today}`]],
    [
      'both numbers of two rows',
      [line(null), line(45000)],
      edited(numerator, denominator, 1, 2),
      [`1 Ngày nhập = ${today}`, `2 Ngày nhập = ${today}`],
    ],
    ['already of today', [line(today)], edited(denominator), []],
    ['the numerator cleared', [emptied(line(45000), numerator)], edited(numerator), []],
    [
      'one cleared, one typed',
      [emptied(line(45000), numerator)],
      edited(numerator, denominator),
      [`1 Ngày nhập = ${today}`],
    ],
    ['the date pasted along', [line(45000)], edited(numerator, enteredOn), []],
    ['the date alone', [line(45000)], edited(enteredOn), []],
    ['another column', [line(null)], edited(2), []],
    ['a row without a code', [line(null, null)], edited(numerator), []],
  ])('%s', (_, rows, edit, expected) => {
    expect(told(stampsForIndicator(tabOf([headings, ...rows]), edit, NOW), headings)).toEqual(expected);
  });

  test('a copy of Ngày nhập in front, and no heading row', () => {
    const copied = (list: readonly Cell[], heading: Cell) => [heading, ...list];
    const stamps = stampsForIndicator(
      tabOf([copied(headings, 'Ngày nhập'), copied(line(null), null)]),
      edited(numerator + 1),
      NOW,
    );
    expect(stamps.map(({ column }) => column)).toEqual([enteredOn + 1]);
    expect(stampsForIndicator(tabOf([line(null), line(null)]), edited(numerator), NOW)).toEqual([]);
  });
});

describe('at the screen', () => {
  const before = stageAt('2024-05-02T08:00');
  const entries = look(before)('tasks').tab.columns.filter(({ declared }) => declared.writer === 'unit');
  const left = Math.min(...entries.map(({ index }) => index));
  const codes = look(before)('tasks').rows.map(({ key }) => key);

  /** What one use case changed in the workbook's cells, what it called, and how its runs ended. */
  function during(stage: Stage, deed: () => { runs: readonly { kind: string; message?: string }[] }) {
    const was = bookOf(stage);
    const from = stage.host.state().log.length;
    const { runs } = deed();
    const calls = stage.host
      .state()
      .log.slice(from)
      .filter(({ remote }) => remote);
    const count = (holds: (method: string) => boolean) => calls.filter(({ method }) => holds(method)).length;
    const now = bookOf(stage);
    const changed = (now.sheets ?? []).flatMap((sheet) => {
      const stood = (was.sheets ?? []).find((other) => idOf(other) === idOf(sheet));
      return (sheet.data?.[0]?.rowData ?? []).flatMap(({ values = [] }, i) =>
        values.flatMap((cell, j) => {
          const old = cellOf(stood, i, j).userEnteredValue;
          const same = JSON.stringify(old) === JSON.stringify(cell.userEnteredValue);
          return same ? [] : [`${sheet.properties?.title ?? ''} ${i},${j}`];
        }),
      );
    });
    return {
      runs: runs.map(({ kind }) => kind),
      reads: calls.flatMap(({ method, on = '' }) => (method === 'getValues' ? [on] : [])),
      writes: count((method) => method === 'setValues'),
      properties: count((method) => method === 'getProperty'),
      calls: calls.length,
      changed,
    };
  }
  const place = (stage: Stage, code: string, column: ColumnKey<'tasks'>) => stage.locate('tasks', code, column);
  const cell = ({ row: i, column }: { row: number; column: number }) => `Nhiệm vụ ${i},${column}`;
  const stampOf = (stage: Stage, code: string) => [
    cell(place(stage, code, 'period')),
    cell(place(stage, code, 'reportedAt')),
  ];

  const lettersOf = (stage: Stage) =>
    (['state', 'period', 'code'] as const).map((column) => columnLetters(place(stage, 'II.25', column).column));
  /** The whole row of them. */
  const headings = (stage: Stage) => {
    const tab = bookOf(stage).sheets?.find(({ properties }) => properties?.sheetId === TASKS);
    return `A1:${columnLetters((tab?.properties?.gridProperties?.columnCount ?? 0) - 1)}1`;
  };

  test('one cell: three small reads, none of a formula, one write, one property, and two cells more than were typed', () => {
    const stage = again(before);
    const where = place(stage, 'II.25', 'state');
    const [first, period, code] = lettersOf(stage);
    const seen = during(stage, () => stage.host.type(VP, stage.fileId, where, 'Đang thực hiện'));
    expect(seen).toMatchObject({
      runs: ['ok'],
      reads: [headings(stage), `${first}26:${period}26`, `${code}26`],
      writes: 1,
      properties: 1,
      calls: 5,
    });
    expect(seen.changed).toEqual([cell(where), ...stampOf(stage, 'II.25')]);
    expect(valueAt(stage, 'tasks', 'II.25', 'period')).toBe('Kỳ 05/2024');
  });

  test('typed again, undone, typed again: the time of the first report stands', () => {
    const stage = again(before);
    stage.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
    const first = valueAt(stage, 'tasks', 'II.25', 'reportedAt');
    stage.host.advance({ by: 3_600_000 });
    const where = place(stage, 'II.25', 'state');
    const undone = during(stage, () => stage.host.clear(VP, stage.fileId, range(where)));
    expect(undone).toMatchObject({ writes: 0, changed: [cell(where)] });
    stage.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
    expect(valueAt(stage, 'tasks', 'II.25', 'reportedAt')).toBe(first);
  });

  const range = ({ row: i, column }: { row: number; column: number }, height = 1, width = 1) => ({
    sheetId: TASKS,
    startRowIndex: i,
    endRowIndex: i + height,
    startColumnIndex: column,
    endColumnIndex: column + width,
  });

  test('a paste over rows that are not all the unit’s is refused whole, and nothing runs', () => {
    const stage = again(before);
    const where = place(stage, 'II.25', 'result');
    const block = Array.from({ length: 12 }, () => ['đã làm']);
    const seen = during(stage, () => {
      const { typed, runs } = stage.host.paste(VP, stage.fileId, where, block);
      expect(typed).toMatchObject({ kind: 'refused', reason: 'protected' });
      return { runs };
    });
    expect(seen).toMatchObject({ runs: [], changed: [] });
  });

  test('a paste over many rows by one who may stamps each in one write', () => {
    const stage = again(before);
    const where = place(stage, codes[3] ?? '', 'result');
    const block = Array.from({ length: 12 }, () => ['đã làm', '10/05/2024']);
    const [first, period, code] = lettersOf(stage);
    const seen = during(stage, () => stage.host.paste(stage.police, stage.fileId, where, block));
    expect(seen).toMatchObject({
      runs: ['ok'],
      reads: [headings(stage), `${first}5:${period}16`, `${code}5:${code}16`],
      writes: 1,
      properties: 1,
    });
    expect(seen.changed.length).toBe(12 * 4);
  });

  const pastedRow = (progress: string) => [
    'Đang thực hiện',
    progress,
    '=1+1',
    '',
    '=15&"/BC"',
    '',
    '',
    '',
    'Kỳ 05/2024',
    '01/01/2024',
  ];
  test.each([
    ['formulas in its texts', pastedRow('25'), false],
    // A paste with formats takes the rules away that would have refused a formula as a percentage.
    ['formats and formulas with it', pastedRow('=1/4'), true],
  ])('a whole row pasted, %s: the period that was pasted stays, the time is now', (_, texts, withFormat) => {
    const stage = again(before);
    const where = { ...place(stage, 'II.25', 'state'), column: left };
    const seen = during(stage, () => stage.host.paste(VP, stage.fileId, where, [texts], { withFormat }));
    expect(seen).toMatchObject({ runs: ['ok'], writes: 1 });
    expect(valueAt(stage, 'tasks', 'II.25', 'period')).toBe('Kỳ 05/2024');
    expect(Number(valueAt(stage, 'tasks', 'II.25', 'reportedAt'))).toBeGreaterThan(45413);
  });

  test('a whole row pasted with a percentage that is a formula is refused with the column’s words', () => {
    const stage = again(before);
    const where = { ...place(stage, 'II.25', 'state'), column: left };
    const seen = during(stage, () => {
      const { typed, runs } = stage.host.paste(VP, stage.fileId, where, [pastedRow('=1/4')]);
      expect(typed).toMatchObject({ kind: 'refused', reason: 'validation', message: 'Gõ số từ 0 đến 100: 80 là 80%.' });
      return { runs };
    });
    expect(seen).toMatchObject({ runs: [], changed: [] });
  });

  test('a block cleared with its stamp is not stamped again: nothing was reported', () => {
    const stage = again(before);
    stage.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
    const where = { ...place(stage, 'II.25', 'state'), column: left };
    const seen = during(stage, () => stage.host.clear(VP, stage.fileId, range(where, 1, entries.length)));
    expect(seen.runs).toEqual(['ok']);
    expect(valueAt(stage, 'tasks', 'II.25', 'state')).toBe(null);
    expect(valueAt(stage, 'tasks', 'II.25', 'period')).toBe(null);
  });

  test('where Google says who edits, CAX’s mending of a unit’s row is no report, at the screen and in the night', () => {
    const stage = waited(before, '2024-05-03T08:00');
    stage.host.settings({ domain: 'example.vn' });
    const period = () => valueAt(stage, 'tasks', 'II.25', 'period');
    stage.type(stage.police, 'tasks', 'II.25', 'result', 'Đã sửa một chữ');
    expect(period()).toBe(null);
    stage.advanceTo('2024-05-04T08:00');
    expect(period()).toBe(null);
    // What the unit itself types counts.
    stage.type(VP, 'tasks', 'II.25', 'result', 'Đã làm xong');
    expect(period()).toBe('Kỳ 05/2024');
  });

  test('edits in other tabs cost nothing that reaches Google', () => {
    const stage = again(before);
    const where = stage.locate('units', 'VP', 'head');
    expect(during(stage, () => stage.host.type(INSTALLER, stage.fileId, where, 'Ông An')).calls).toBe(0);
  });

  test('a changed setting wakes the clock, and costs no more than that', () => {
    const stage = again(before);
    const where = stage.locate('settings', 'copies', 'value');
    expect(during(stage, () => stage.host.type(INSTALLER, stage.fileId, where, 'a@example.vn')).calls).toBe(1);
  });

  test('a tick box clicked stamps nothing', () => {
    const stage = again(before);
    const where = place(stage, 'II.25', 'estimate');
    const seen = during(stage, () => stage.host.type(stage.police, stage.fileId, where, 'TRUE'));
    expect(seen).toMatchObject({ runs: ['ok'], writes: 0, changed: [cell(where)] });
  });

  test('a number of «Chỉ tiêu» is dated', () => {
    const stage = again(before);
    const { rows } = look(stage)('indicators');
    const key = rows[0]?.key ?? '';
    const where = stage.locate('indicators', key, 'numerator');
    const seen = during(stage, () => stage.host.type(stage.police, stage.fileId, where, '12'));
    expect(seen).toMatchObject({ runs: ['ok'], reads: ['A1:M1', 'A2', 'G2', 'J2'], writes: 1, properties: 0 });
    expect(valueAt(stage, 'indicators', key, 'enteredOn')).toBe(45414);
  });

  test('fast typing loses events; the daily run stamps what was missed, the closing too', () => {
    const stage = waited(before, '2024-05-03T08:00');
    const own = codes
      .filter((code) => stage.type(stage.police, 'tasks', code, 'difficulty', '').kind === 'accepted')
      .slice(0, 8);
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { repeatCell: { range: range({ row: 1, column: left + 7 }, 72, 2), cell: {}, fields: 'userEnteredValue' } },
    ]);
    stage.advanceTo('2024-05-04T08:00');
    const { lost } = stage.host.rapidly(stage.fileId, () => {
      for (const code of own) stage.type(stage.police, 'tasks', code, 'state', 'Đang thực hiện');
    });
    expect(lost).toBe(5);
    const stamped = () => own.filter((code) => valueAt(stage, 'tasks', code, 'period') === 'Kỳ 05/2024').length;
    expect(stamped()).toBe(3);
    stage.advanceTo('2024-05-05T08:00');
    expect(stamped()).toBe(8);
    expect(stage.failures).toEqual([]);
  });

  test('a copied Kỳ báo cáo in front of ours stays as it is', () => {
    const stage = again(before);
    const { column } = place(stage, 'II.25', 'period');
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { insertDimension: { range: { sheetId: TASKS, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
      {
        copyPaste: {
          source: range({ row: 0, column: column + 1 }, 73),
          destination: range({ row: 0, column: 1 }, 73),
          pasteType: 'PASTE_NORMAL',
        },
      },
    ]);
    const { row: i } = place(stage, 'II.25', 'period');
    const where = { sheetId: TASKS, row: i, column: left + 1 };
    const seen = during(stage, () => stage.host.type(stage.police, stage.fileId, where, 'Đang thực hiện'));
    expect(seen.changed).toEqual([cell(where), `Nhiệm vụ ${i},${column + 1}`, `Nhiệm vụ ${i},${column + 2}`]);
  });

  test.each([
    [
      'the heading row deleted',
      { deleteDimension: { range: { sheetId: TASKS, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    ],
    [
      'the heading row wiped',
      { repeatCell: { range: range({ row: 0, column: 0 }, 1, 29), cell: {}, fields: 'userEnteredValue' } },
    ],
  ])('%s: nothing is written and nothing breaks', (_, request) => {
    const stage = again(before);
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [request]);
    const where = { sheetId: TASKS, row: 5, column: left };
    const seen = during(stage, () => stage.host.type(INSTALLER, stage.fileId, where, 'Đang thực hiện'));
    expect(seen).toMatchObject({ runs: ['ok'], writes: 0, changed: [cell(where)] });
  });

  test('stamp cells that refuse it, protected or checked by somebody’s own rule: the entry stays, nothing breaks', () => {
    const stage = again(before);
    const where = place(stage, 'II.25', 'period');
    const protectedRange = { description: 'của tôi', range: range(where), editors: { users: [INSTALLER] } };
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ addProtectedRange: { protectedRange } }]);
    const seen = during(stage, () => stage.host.type(VP, stage.fileId, place(stage, 'II.25', 'result'), 'đã làm'));
    expect(seen).toMatchObject({ runs: ['ok'], changed: [cell(place(stage, 'II.25', 'result'))] });
  });

  test('one who may only look, or is not let in, changes nothing, and nothing runs', () => {
    const stage = again(before);
    const where = place(stage, 'II.25', 'state');
    const { typed, runs } = stage.host.type('chu-tich@example.vn', stage.fileId, where, 'Đang thực hiện');
    expect([typed.kind, runs]).toEqual(['refused', []]);
    stage.host.unshare(stage.fileId, INSTALLER, TP);
    for (const user of [TP, 'la@example.com']) {
      expect(() => stage.host.type(user, stage.fileId, where, 'Đang thực hiện')).toThrow('not found');
    }
    expect(valueAt(stage, 'tasks', 'II.25', 'period')).toBe(null);
  });
});
