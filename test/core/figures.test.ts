import { describe, expect, test } from 'vitest';
import { dayOf, readIsoDate } from '../../src/core/calendar.ts';
import { type FigureCode, figures, percent, tallyUnits, twoDigits } from '../../src/core/figures.ts';
import type { IndicatorRow } from '../../src/core/indicator.ts';
import { KINDS, STATES } from '../../src/core/status.ts';
import { type Viewpoint, viewTask } from '../../src/core/task.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { finishedCodes, freeze, reportedCodes } from '../../src/core/version.ts';
import { indicatorRow, MAY, taskRow } from './task-row.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const past = day('2024-03-31');
const far = day('2024-12-31');
const { asOf } = MAY;
const units = ['Ban Tư pháp', 'Công an xã'];
const done = (doneOn: number, cells: Partial<TaskRow> = {}) =>
  taskRow({ state: STATES.done, doneOn, due: past, ...cells });
const paused = (cells: Partial<TaskRow> = {}) => taskRow({ state: STATES.paused, evidence: 'CV 12', ...cells });
const ongoing = (cells: Partial<TaskRow> = {}) => taskRow({ kind: KINDS.ongoing, ...cells });
const inMay = { state: STATES.doing, period: 'Kỳ 05/2024' };
const times = (n: number, row: TaskRow) => Array.from({ length: n }, () => row);

interface Case {
  readonly title: string;
  readonly figure: FigureCode;
  readonly rows: readonly TaskRow[];
  readonly part: number;
  readonly whole: number;
  readonly text: string;
  readonly beside?: string;
  readonly view?: Partial<Viewpoint>;
}

const figureCases: readonly Case[] = [
  {
    title: 'nothing due',
    figure: 'K1',
    rows: [taskRow({ due: far })],
    part: 0,
    whole: 0,
    text: 'chưa có nhiệm vụ đến hạn',
  },
  {
    title: 'D on as-of is not due yet',
    figure: 'K1',
    rows: [taskRow({ due: asOf })],
    part: 0,
    whole: 0,
    text: 'chưa có nhiệm vụ đến hạn',
  },
  {
    title: 'finished late counts as finished',
    figure: 'K1',
    rows: [done(past + 9), taskRow({ due: past })],
    part: 1,
    whole: 2,
    text: '1/2',
  },
  {
    title: 'a date that is missing is still finished',
    figure: 'K1',
    rows: [taskRow({ state: STATES.done, due: past })],
    part: 1,
    whole: 1,
    text: '1/1',
  },
  {
    title: 'Không and paused are in neither',
    figure: 'K1',
    rows: [done(past, { countsOverdue: 'Không' }), paused({ due: past }), done(past)],
    part: 1,
    whole: 1,
    text: '1/1',
  },
  {
    title: 'finished before it is due',
    figure: 'K1',
    rows: [done(past, { due: far }), done(past), done(past, { due: far, countsOverdue: 'Không' })],
    part: 1,
    whole: 1,
    text: '1/1',
    beside: 'xong trước hạn 01',
  },
  {
    title: 'an ongoing row is never due',
    figure: 'K1',
    rows: [ongoing({ due: past })],
    part: 0,
    whole: 0,
    text: 'chưa có nhiệm vụ đến hạn',
  },
  { title: 'no percentage of nine', figure: 'K1', rows: times(9, done(past)), part: 9, whole: 9, text: '9/9' },
  {
    title: 'a percentage from ten on',
    figure: 'K1',
    rows: [...times(9, done(past)), taskRow({ due: past })],
    part: 9,
    whole: 10,
    text: '9/10 (90%)',
  },
  {
    title: 'on time',
    figure: 'K2',
    rows: [done(past), done(past + 1), taskRow({ state: STATES.done, due: past })],
    part: 1,
    whole: 3,
    text: '1/3',
  },
  {
    title: 'on time after an extension',
    figure: 'K2',
    rows: [done(past + 9, { extension: past + 10 }), done(past)],
    part: 2,
    whole: 2,
    text: '2/2',
    beside: 'trong đó 01 được gia hạn',
  },
  { title: 'nothing due', figure: 'K2', rows: [], part: 0, whole: 0, text: 'chưa có nhiệm vụ đến hạn' },
  {
    title: 'all with D inside the year, paused and uncounted too',
    figure: 'K3',
    rows: [
      done(past),
      taskRow({ due: far, countsOverdue: 'Không' }),
      paused({ due: far }),
      taskRow({ due: dayOf(2025, 12, 31) }),
      taskRow({ due: dayOf(2023, 12, 31) }),
      ongoing(),
    ],
    part: 1,
    whole: 3,
    text: '1/3',
  },
  { title: 'nothing', figure: 'K3', rows: [ongoing()], part: 0, whole: 0, text: 'không có' },
  {
    title: 'ongoing with a result',
    figure: 'K4',
    rows: [
      ongoing({ ...inMay, result: 'Đã làm' }),
      ongoing({ ...inMay, result: 'Không' }),
      ongoing({ result: 'Đã làm' }),
      paused({ kind: KINDS.ongoing }),
      taskRow({ ...inMay, due: far, result: 'Đã làm' }),
    ],
    part: 1,
    whole: 3,
    text: '1/3',
  },
  {
    title: 'finished «sau đó thường xuyên» goes on',
    figure: 'K4',
    rows: [
      done(past, { kind: KINDS['dated-then-ongoing'], period: 'Kỳ 05/2024', result: 'Đã làm' }),
      taskRow({ ...inMay, kind: KINDS['dated-then-ongoing'], due: far, result: 'Đã làm' }),
    ],
    part: 1,
    whole: 1,
    text: '1/1',
    beside: 'gồm 01 đã hoàn thành, nay thực hiện thường xuyên',
  },
  { title: 'nothing', figure: 'K4', rows: [taskRow({ due: far })], part: 0, whole: 0, text: 'không có' },
  {
    title: 'a unit with all its rows',
    figure: 'K5',
    rows: [taskRow(inMay), taskRow({ ...inMay, accountable: 'Công an xã' }), taskRow({ accountable: 'Công an xã' })],
    part: 1,
    whole: 2,
    text: '1/2',
  },
  {
    title: 'a unit that owes nothing is not counted',
    figure: 'K5',
    rows: [taskRow(inMay), paused({ accountable: 'Công an xã' })],
    part: 1,
    whole: 1,
    text: '1/1',
  },
  { title: 'nobody owes', figure: 'K5', rows: [taskRow({ accountable: null })], part: 0, whole: 0, text: 'không có' },
  {
    title: 'one row late is not on time',
    figure: 'K6',
    rows: [
      taskRow({ ...inMay, reportedAt: day('2024-05-15') - 0.001 }),
      taskRow({ ...inMay, reportedAt: day('2024-05-15') }),
    ],
    part: 0,
    whole: 1,
    text: '0/1',
  },
  {
    title: 'a lost time accuses nobody',
    figure: 'K6',
    rows: [taskRow({ ...inMay, reportedAt: 'mai' })],
    part: 1,
    whole: 1,
    text: '1/1',
  },
  {
    title: 'the stamp of the 15th decides, where there was one',
    figure: 'K6',
    rows: [
      taskRow({ ...inMay, reportedAt: 1 }),
      taskRow({ ...inMay, accountable: 'Công an xã', onTimeFor: 'Kỳ 05/2024', reportedAt: 99999 }),
    ],
    part: 1,
    whole: 2,
    text: '1/2',
    view: { stamped: true },
  },
  {
    title: 'unfinished rows with a difficulty',
    figure: 'K8',
    rows: [
      taskRow({ difficulty: 'Thiếu máy' }),
      taskRow({ difficulty: 'Không có' }),
      done(past, { difficulty: 'Thiếu máy' }),
      paused({ difficulty: 'Thiếu máy' }),
    ],
    part: 2,
    whole: 3,
    text: '2/3',
  },
  { title: 'nothing unfinished', figure: 'K8', rows: [done(past)], part: 0, whole: 0, text: 'không có' },
];

describe('figures', () => {
  test.each(figureCases)('$figure $title: $text', ({ figure, rows, view = {}, part, whole, text, beside }) => {
    const viewpoint = { ...MAY, ...view };
    const tasks = rows.map((row) => viewTask(row, viewpoint));
    const expected = { part, whole, text };
    expect(figures(tasks, units, viewpoint)[figure]).toEqual(beside === undefined ? expected : { ...expected, beside });
  });
});

describe('K7', () => {
  const value = (numerator: number, cells: Partial<IndicatorRow> = {}) =>
    indicatorRow({ numerator, denominator: 100, enteredOn: asOf, ...cells });
  const quarter2 = { milestone: day('2024-06-30'), target: 0.7 };
  const quarter3 = { milestone: day('2024-09-30'), target: 0.9 };
  test.each<[string, IndicatorRow[], string, string | undefined, Partial<Viewpoint>?]>([
    ['no data', [indicatorRow()], 'chưa có số liệu', undefined],
    ['met and missed', [value(70), value(69)], '1/2', undefined],
    ['more than the whole is no value', [value(101)], 'chưa có số liệu', undefined],
    ['no denominator', [value(70, { denominator: 0 })], 'chưa có số liệu', undefined],
    ['a count above 1', [value(53, { target: 53, denominator: null })], '1/1', undefined],
    ['>: the target itself is not enough', [value(70, { operator: '>' })], '0/1', undefined],
    ['Cần xác nhận counts in nothing', [value(70, { note: 'Cần xác nhận: hai mức' })], 'chưa có số liệu', undefined],
    ['the milestone ahead stands, not the later one', [value(75, quarter2), value(75, quarter3)], '1/1', undefined],
    [
      'the last stands when all have passed',
      [value(75, quarter2), value(75, quarter3)],
      '0/1',
      undefined,
      { asOf: far },
    ],
    [
      'a milestone on as-of still stands',
      [value(75, { ...quarter2, milestone: asOf }), value(75, quarter3)],
      '1/1',
      undefined,
    ],
    ['dated 14/03 is old', [value(75, { enteredOn: day('2024-03-14') })], 'chưa có số liệu', 'số liệu cũ 01'],
    ['dated 15/03 is not', [value(75, { enteredOn: day('2024-03-15') })], '1/1', undefined],
    ['no date is old', [value(75, { enteredOn: null })], 'chưa có số liệu', 'số liệu cũ 01'],
  ])('%s', (_, indicators, text, beside, view) => {
    const { K7 } = figures([], units, { ...MAY, indicators, ...view });
    expect([K7.text, K7.beside]).toEqual([text, beside]);
  });
});

describe('owed', () => {
  const june = { period: { year: 2024, month: 6 }, asOf: day('2024-06-14') };
  const finished = { finishedBefore: new Set(['II.05']) };
  test.each<[string, TaskRow, boolean, Partial<Viewpoint>?]>([
    ['a dated row', taskRow({ due: far }), true],
    ['a paused row', paused(), false],
    ['Tạm dừng without Minh chứng', taskRow({ state: STATES.paused }), true],
    ['finished, and reported in this period', done(past, { period: 'Kỳ 05/2024' }), true],
    ['finished, and not reported: never asked for', done(past), false],
    ['finished after the last closing, reported then', done(past, { period: 'Kỳ 04/2024' }), false],
    ['finished with a date before', done(past), false, finished],
    [
      '… and reported all the same: what goes on counts, all year',
      done(past, { kind: KINDS['dated-then-ongoing'], period: 'Kỳ 05/2024' }),
      true,
      finished,
    ],
    [
      '… and not reported: it goes on, but is never missing',
      done(past, { kind: KINDS['dated-then-ongoing'] }),
      false,
      finished,
    ],
    ['an undated roadmap in May', taskRow({ kind: KINDS.roadmap }), false],
    ['an undated roadmap in June', taskRow({ kind: KINDS.roadmap }), true, june],
    ['a roadmap with a date in May', taskRow({ kind: KINDS.roadmap, due: far }), true],
    ['on request in May', taskRow({ kind: KINDS['on-request'] }), false],
    ['on request in June', taskRow({ kind: KINDS['on-request'] }), true, june],
    ['an unread deadline', taskRow({ kind: KINDS.unread }), true],
  ])('%s: %s', (_, row, owed, view) => {
    expect(viewTask(row, { ...MAY, ...view }).owed).toBe(owed);
  });

  test('owed + what is missing by unit; letter case of the name is ignored', () => {
    const rows = [taskRow(inMay), taskRow({ accountable: 'BAN TƯ PHÁP' }), taskRow({ accountable: 'Trạm Y tế' })];
    const tasks = rows.map((row) => viewTask(row, MAY));
    expect(tallyUnits(tasks, units)).toEqual([
      { name: 'Ban Tư pháp', owed: 2, reported: 1, missing: 1, onTime: 1 },
      { name: 'Công an xã', owed: 0, reported: 0, missing: 0, onTime: 0 },
    ]);
  });
});

describe('from one version to the next', () => {
  const rows = [
    done(past, { code: 'A', period: 'Kỳ 05/2024' }),
    taskRow({ code: 'B', state: STATES.done, due: past }),
    taskRow({ code: 'C', ...inMay, due: far }),
    taskRow({ code: 'D', kind: KINDS.roadmap, state: STATES.done, doneOn: past }),
  ];
  const version = freeze(rows, units, MAY);

  test('finished with a date: A and D', () => expect([...finishedCodes(version)]).toEqual(['A', 'D']));
  test('reported: A and C', () => expect([...reportedCodes([version])]).toEqual(['A', 'C']));
  test('no version, nothing finished', () => expect(finishedCodes(undefined).size).toBe(0));
  test('the figures of a version are those of its rows', () =>
    expect(version.figures).toEqual(
      figures(
        rows.map((row) => viewTask(row, MAY)),
        units,
        MAY,
      ),
    ));
});

describe('numbers in words', () => {
  test.each<[number, number, string]>([
    [9, 10, '90%'],
    [71, 72, '98,6%'],
    [1, 16, '6,3%'],
    [2, 3, '66,7%'],
    [1, 3, '33,3%'],
    [1999, 2000, '100%'],
    [0, 10, '0%'],
    [1, 2000, '0,1%'],
  ])('%d of %d = %s', (part, whole, text) => expect(percent(part, whole)).toBe(text));

  test.each<[number, string]>([
    [0, '00'],
    [9, '09'],
    [10, '10'],
    [72, '72'],
  ])('%d = %s', (n, text) => expect(twoDigits(n)).toBe(text));
});
