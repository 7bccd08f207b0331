import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, readIsoDate } from '../../src/core/calendar.ts';
import { INDICATOR_RESULTS } from '../../src/core/indicator.ts';
import { type Period, PLAN_RULES, windowOf } from '../../src/core/period.ts';
import { type ReportInput, reportOf } from '../../src/core/report/making.ts';
import { reportJson } from '../../src/core/report/outside.ts';
import type { PlannedTask } from '../../src/core/report/told-task.ts';
import { isBeforeMilestone } from '../../src/core/report.ts';
import { KINDS, STATES } from '../../src/core/status.ts';
import type { Viewpoint } from '../../src/core/task.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { freeze, type Version } from '../../src/core/version.ts';
import { indicatorRow, MAY, taskRow } from './task-row.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const past = day('2024-03-31');
const june = day('2024-06-30');
const yearEnd = day('2024-12-31');
const may: Period = { year: 2024, month: 5 };
const april: Period = { year: 2024, month: 4 };
const march: Period = { year: 2024, month: 3 };
const units = ['Ban Tư pháp', 'Công an xã'];
const inMay = { state: STATES.doing, period: 'Kỳ 05/2024' };

/** Everybody was asked on the day before the window ended, and nothing came after the closing. */
function versionOf(period: Period, rows: readonly TaskRow[], version = 1, view: Partial<Viewpoint> = {}): Version {
  const window = windowOf(period, PLAN_RULES);
  return {
    period,
    version,
    window,
    closedAt: at(window.to + 1, 8, 30),
    closedBy: 'congan@example.vn',
    ...freeze(rows, units, { ...MAY, period, asOf: window.to, ...view }),
    asked: Object.fromEntries(units.map((unit) => [unit, at(window.to - 1, 7)])),
    late: { ended: true, codes: [], unknown: [] },
  };
}

const planned = (code: string, number: number, kind?: string): PlannedTask => ({
  code,
  number,
  group: code.split('.')[0] ?? '',
  content: `Nội dung ${number}`,
  lead: 'Các ban, ngành',
  coordinating: '',
  deadline: 'Năm 2024',
  ...(kind !== undefined && { kind }),
});

function report(rows: readonly TaskRow[], more: Partial<ReportInput> = {}, period = may, version = 1) {
  return reportOf({
    version: versionOf(period, rows, version),
    others: [],
    tasks: rows.map((row, i) => planned(row.code, i + 1)),
    groups: ['I', 'II'],
    rules: PLAN_RULES,
    warningDays: 48,
    firstPeriod: march,
    findings: [],
    ...more,
  });
}

const codes = (tasks: readonly { code: string }[]) => tasks.map(({ code }) => code);

describe('lists', () => {
  const rows = [
    taskRow({ code: 'I.01', due: past, proposal: 'Gia hạn', difficulty: 'Thiếu người' }),
    taskRow({ code: 'I.02', due: day('2024-02-29'), accountable: null }),
    taskRow({ code: 'I.03', due: past, countsOverdue: 'Không', proposal: 'Không có ', difficulty: 'Không' }),
    taskRow({ code: 'II.04', due: june, proposal: 'Cấp máy' }),
    taskRow({ code: 'II.05', due: day('2024-05-31') }),
    taskRow({
      code: 'II.06',
      state: STATES.done,
      doneOn: past,
      due: past,
      difficulty: 'Đã qua',
      proposal: 'Khen thưởng',
    }),
    taskRow({ code: 'II.07', due: yearEnd, proposal: '  ', addressee: 'UBND cấp trên' }),
    taskRow({ code: 'II.08', proposal: 'Cấp kinh phí', addressee: 'ubnd cấp trên' }),
    taskRow({ code: 'II.09', proposal: 'Mở thêm quầy', addressee: 'UBND tỉnh' }),
  ];
  const told = report(rows);

  test('overdue: the longest first, uncounted ones not', () => expect(codes(told.overdue)).toEqual(['I.02', 'I.01']));
  test('due soon: the nearest first', () => expect(codes(told.dueSoon)).toEqual(['II.05', 'II.04']));
  test('proposals: overdue, due soon, then the plan; spaces and «Không có » decide nothing', () =>
    expect(codes(told.proposals)).toEqual(['I.01', 'II.04', 'II.06', 'II.09']));

  test('what goes to others is nothing for the chairman to decide; a word that is no addressee asks him', () =>
    expect(told.requests.map(({ code, addressee }) => [code, addressee])).toEqual([['II.08', 'superior']]));
  test('difficulties: unfinished rows, as K8 counts', () => {
    expect(codes(told.difficulties)).toEqual(['I.01']);
    expect(told.figures.K8.part).toBe(1);
  });
  test('unassigned: named by the lead of the plan', () => {
    expect(codes(told.unassigned)).toEqual(['I.02']);
    expect(told.unassigned[0]?.unit).toBe('Các ban, ngành');
  });
  test('not started: nothing before June', () => expect(told.notStarted).toEqual([]));
  test('not started: from June on, what ends on 31/12', () =>
    expect(codes(report(rows, {}, { year: 2024, month: 6 }).notStarted)).toEqual(['II.07']));
  test('days: negative when overdue', () =>
    expect(told.overdue[0]?.daysLeft).toBe(day('2024-02-29') - day('2024-05-14')));
  test('a row of no task of the plan keeps its code and its group', () => {
    const lone = report(rows, { tasks: [] });
    expect(lone.groups.map(({ name, total }) => [name, total])).toEqual([
      ['I', 3],
      ['II', 6],
    ]);
    expect(lone.overdue[0]).toMatchObject({ code: 'I.02', content: '', unit: '' });
  });
});

describe('text enters masked and tidied', () => {
  test('result, evidence, difficulty, proposal, accountable, findings', () => {
    const secret = 'CCCD 038012345612\r\n\u200Bông A  0912 345 678';
    const masked = 'CCCD 0380••••••12\nông A 091•••••78';
    const cells = { result: secret, evidence: secret, difficulty: secret, proposal: secret };
    const told = report([taskRow({ ...cells, due: past, accountable: '0912345678' })], {
      findings: [{ weight: 'note', text: 'Ô ghi «038012345612».' }],
    });
    expect(told.tasks[0]).toMatchObject({
      result: masked,
      evidence: masked,
      difficulty: masked,
      proposal: masked,
      unit: '091•••••78',
    });
    expect(told.findings[0]?.text).toBe('Ô ghi «0380••••••12».');
  });

  test('a number that lost its zero', () =>
    expect(report([taskRow({ result: 38012345612 })]).tasks[0]?.result).toBe('3801•••••12'));
  test('decomposed letters become composed', () =>
    expect(report([taskRow({ result: 'Đã làm'.normalize('NFD') })]).tasks[0]?.result).toBe('Đã làm'));
  test.each(['Không có gì', 'Không có gì.', '...', 'Chưa phát sinh'])('«%s» is no result', (words) => {
    const [task] = report([taskRow({ result: words, evidence: words, difficulty: words, proposal: words })]).tasks;
    expect([task?.result, task?.evidence, task?.difficulty, task?.proposal]).toEqual(Array(4).fill(undefined));
  });
  test('half a character can be sent', () =>
    expect(report([taskRow({ result: 'a\uD83D' })]).tasks[0]?.result).toBe('a\uFFFD'));
});

describe('which version is compared with', () => {
  const rows = [taskRow({ due: past })];
  const doneRows = [taskRow({ due: past, state: STATES.done, doneOn: past })];
  const all = [
    versionOf(april, rows, 0),
    versionOf(april, doneRows, 2),
    versionOf(april, rows, 1),
    versionOf(may, rows, 0),
    versionOf(may, rows, 1),
    versionOf({ year: 2024, month: 6 }, rows),
  ];

  test('before: the newest of the period before, in any order', () => {
    const told = report(rows, { others: all });
    expect(told.before).toMatchObject({ period: april, version: 2, overdue: 0 });
    expect(told.previous).toMatchObject({ period: may, version: 0, overdue: 1 });
    expect(told.missingBefore).toBe(false);
  });
  test('version 0 has no previous one', () => {
    const told = report(rows, { others: all }, may, 0);
    expect([told.previous, told.automatic]).toEqual([undefined, true]);
  });
  test('nothing closed before: missing', () => expect(report(rows).missingBefore).toBe(true));
  test('nothing closed before the first period: not missing', () =>
    expect(report(rows, { firstPeriod: may }).missingBefore).toBe(false));
});

describe('changes since the period before', () => {
  const then = [
    taskRow({ code: 'A', due: june }),
    taskRow({ code: 'B', due: day('2024-04-30') }),
    taskRow({ code: 'C', difficulty: 'Thiếu máy' }),
    taskRow({ code: 'D' }),
    taskRow({ code: 'E', difficulty: 'Thiếu máy', due: june }),
  ];
  const now = [
    taskRow({ code: 'A', due: june, state: STATES.done, doneOn: day('2024-05-02') }),
    taskRow({ code: 'B', due: day('2024-04-30') }),
    taskRow({ code: 'C', difficulty: 'Không có' }),
    taskRow({ code: 'D', difficulty: 'Thiếu máy' }),
    taskRow({ code: 'E', difficulty: 'Thiếu máy', due: june, state: STATES.done, doneOn: day('2024-05-02') }),
    taskRow({ code: 'F', due: past, difficulty: 'Mới' }),
  ];

  test('who came and who went', () =>
    expect(report(now, { others: [versionOf(april, then)] }).changes).toEqual({
      newlyFinished: ['A', 'E'],
      newlyOverdue: ['B'],
      newDifficulties: ['D'],
      solvedDifficulties: ['C', 'E'],
      reopened: [],
    }));
  test('a finished row that is not finished any more is reopened, and not newly overdue', () => {
    const done = taskRow({ code: 'A', due: past, state: STATES.done, doneOn: past });
    const { changes } = report([{ ...done, state: STATES.doing }], { others: [versionOf(april, [done])] });
    expect([changes.reopened, changes.newlyOverdue]).toEqual([['A'], []]);
  });
  test('nothing to compare with, no change', () => expect(Object.values(report(now).changes).flat()).toEqual([]));
});

describe('what moved the yardstick', () => {
  test.each<[string, Partial<TaskRow>, Partial<TaskRow>]>([
    ['gia hạn từ 30/06/2024 đến 31/12/2024', { due: june }, { due: june, extension: yearEnd }],
    ['rút hạn từ 31/12/2024 đến 30/06/2024', { due: yearEnd }, { due: yearEnd, extension: june }],
    ['bỏ gia hạn, hạn trở lại 30/06/2024', { due: june, extension: yearEnd }, { due: june }],
    ['đặt hạn 31/12/2024', { kind: KINDS.roadmap }, { kind: KINDS.roadmap, extension: yearEnd }],
    ['không tính quá hạn nữa', {}, { countsOverdue: 'Không' }],
    ['tính quá hạn trở lại', { countsOverdue: 'không' }, { countsOverdue: 'Có' }],
    ['chuyển đầu mối từ Ban Tư pháp sang Công an xã', {}, { accountable: 'Công an xã' }],
    ['giao đầu mối Công an xã', { accountable: null }, { accountable: 'Công an xã' }],
    ['bỏ đầu mối Ban Tư pháp', {}, { accountable: '' }],
    ['tạm dừng theo CV 12', {}, { state: STATES.paused, evidence: 'CV 12' }],
    ['thôi tạm dừng', { state: STATES.paused, evidence: 'CV 12' }, {}],
  ])('%s', (text, then, now) =>
    expect(
      report([taskRow(now)], { others: [versionOf(april, [taskRow(then)])] }).yardstick.map((m) => m.text),
    ).toEqual([text]),
  );

  test.each<[string, Partial<TaskRow>, Partial<TaskRow>]>([
    ['an extension of ongoing work is ignored', { kind: KINDS.ongoing }, { kind: KINDS.ongoing, extension: yearEnd }],
    ['another spelling of the unit', {}, { accountable: 'BAN TƯ PHÁP' }],
    ['Có and nothing are the same', { countsOverdue: null }, { countsOverdue: 'Có' }],
    ['an extension to the same day', { due: june }, { due: june, extension: june }],
    ['Tạm dừng without Minh chứng', {}, { state: STATES.paused }],
  ])('nothing: %s', (_, then, now) =>
    expect(report([taskRow(now)], { others: [versionOf(april, [taskRow(then)])] }).yardstick).toEqual([]),
  );

  test('since the plan, where nothing was told before', () => {
    const rows = [taskRow({ due: june, extension: yearEnd, accountable: 'Công an xã' })];
    const tasks = [{ ...planned(rows[0]?.code ?? '', 1), due: june, accountable: 'Ban Tư pháp', countsOverdue: true }];
    const moved = ['gia hạn từ 30/06/2024 đến 31/12/2024', 'chuyển đầu mối từ Ban Tư pháp sang Công an xã'];
    expect(report(rows, { tasks }).yardstick.map(({ text }) => text)).toEqual(moved);
    const first = versionOf(may, rows, 1);
    const second = (unsent: string[]) => report(rows, { tasks, others: [first], unsent }, may, 2);
    expect([second([]).yardstick, second([]).corrects]).toEqual([[], 1]);
    expect([second(['2024-05|1']).yardstick.length, second(['2024-05|1']).corrects]).toEqual([2, undefined]);
  });

  test('since the last version, not since the last month', () => {
    const extended = taskRow({ due: june, extension: yearEnd });
    const others = [versionOf(april, [taskRow({ due: june })]), versionOf(may, [extended], 0)];
    expect(report([extended], { others }).yardstick).toEqual([]);
  });
});

describe('texts that did not change', () => {
  const both = KINDS['dated-then-ongoing'];
  const finished = { state: STATES.done, doneOn: past, due: past, result: 'Đã rà soát', period: 'Kỳ 05/2024' };
  const ongoing = { kind: KINDS.ongoing, ...inMay, result: 'Đã rà soát' };
  test.each<[string, Partial<TaskRow>, Partial<TaskRow>, string[]]>([
    ['word for word', ongoing, { ...ongoing, period: 'Kỳ 04/2024' }, ['II.05']],
    ['spaces do not make a new text', { ...ongoing, result: ' Đã  rà soát ' }, ongoing, ['II.05']],
    ['another word', { ...ongoing, result: 'Đã rà soát 2' }, ongoing, []],
    ['not reported', { ...ongoing, period: 'Kỳ 04/2024' }, ongoing, []],
    ['«Không có» twice says nothing twice', { ...ongoing, result: 'Không có' }, { ...ongoing, result: 'Không có' }, []],
    ['a finished task keeps its text rightly', finished, finished, []],
    ['… unless it goes on', { ...finished, kind: both }, { ...finished, kind: both }, ['II.05']],
  ])('%s', (_, now, then, unchanged) => {
    const rows = [taskRow(now)];
    const tasks = [planned('II.05', 5, String(rows[0]?.kind))];
    expect(report(rows, { tasks, others: [versionOf(april, [taskRow(then)])] }).unchanged).toEqual(unchanged);
  });
});

describe('silent periods', () => {
  const silent = [taskRow()];
  const spoke = (label: string) => [taskRow({ state: STATES.doing, period: label })];
  const nothingOwed = [taskRow({ state: STATES.paused, evidence: 'CV 12' })];
  test.each<[string, TaskRow[], Version[], number]>([
    ['reported: none', spoke('Kỳ 05/2024'), [versionOf(april, silent)], 0],
    ['silent for the first time', silent, [versionOf(april, spoke('Kỳ 04/2024'))], 1],
    ['twice', silent, [versionOf(april, silent)], 2],
    ['three times', silent, [versionOf(march, silent), versionOf(april, silent)], 3],
    ['interrupted', silent, [versionOf(march, silent), versionOf(april, spoke('Kỳ 04/2024'))], 1],
    [
      'a period in which nothing was owed is passed over',
      silent,
      [versionOf(march, silent), versionOf(april, nothingOwed)],
      2,
    ],
    ['a period without a version accuses nobody', silent, [versionOf(march, silent)], 1],
    [
      'the newest version of a period counts',
      silent,
      [versionOf(april, silent, 0), versionOf(april, spoke('Kỳ 04/2024'), 1)],
      1,
    ],
    ['nothing owed now', nothingOwed, [versionOf(april, silent)], 0],
  ])('%s', (_, rows, others, n) => expect(report(rows, { others }).units[0]?.silentPeriods).toBe(n));
});

describe('late is not silent, and only what was asked is held against anybody', () => {
  const silent = [taskRow()];
  const unknown = { late: undefined };
  const cameLate = { late: { ended: true, codes: ['II.05'], unknown: [] } };
  const asked = (moment: number) => ({ asked: { 'Ban Tư pháp': moment } });
  test.each<[string, Partial<Version>, Partial<Version>, number]>([
    ['nothing came by the end of the last day', {}, {}, 2],
    ['it came after the closing', {}, cameLate, 1],
    ['nobody has looked: unknown is not silent', {}, unknown, 1],
    ['nobody looked after the last day', {}, { late: { ended: false, codes: [], unknown: [] } }, 1],
    ['its row was overwritten before anybody looked', {}, { late: { ended: true, codes: [], unknown: ['II.05'] } }, 1],
    ['not asked then', {}, { asked: {} }, 1],
    ['an earlier program did not write down who was asked', {}, { asked: undefined }, 1],
    ['not asked now', { asked: {} }, {}, 0],
    ['it has come by now', cameLate, {}, 0],
    ['so far nobody looked', unknown, {}, 2],
  ])('%s', (_, now, then, n) => {
    const version = { ...versionOf(may, silent), ...now };
    const told = report(silent, { version, others: [{ ...versionOf(april, silent), ...then }] });
    expect(told.units[0]?.silentPeriods).toBe(n);
    expect(told.correct.length).toBe(n > 1 ? 1 : 0);
  });

  test('what came after the closing is late in the report of the month after', () => {
    const told = (now: Partial<Version>) =>
      report(silent, { others: [{ ...versionOf(april, silent), ...now }] }).lateBefore;
    expect(told({})).toEqual([]);
    expect(told(cameLate)).toEqual([{ name: 'Ban Tư pháp', rows: 1, asked: true }]);
    expect(told({ ...cameLate, asked: {} })).toEqual([{ name: 'Ban Tư pháp', rows: 1, asked: false }]);
  });

  test.each<[string, Partial<TaskRow>, string[]]>([
    ['the same words, a blank more', { result: 'Đã rà soát  12 văn bản ' }, []],
    ['another figure', { result: 'Đã rà soát 13 văn bản' }, ['Kết quả trong kỳ']],
    ['emptied', { result: null, difficulty: 'Thiếu máy' }, ['Kết quả trong kỳ', 'Khó khăn, vướng mắc']],
  ])('a correction tells whose content changed: %s', (_, cells, columns) => {
    const first = versionOf(may, [taskRow({ result: 'Đã rà soát 12 văn bản' })]);
    const told = report([], { version: versionOf(may, [taskRow(cells)], 2), others: [first] });
    expect(told.rewritten).toEqual(columns.length === 0 ? [] : [{ code: 'II.05', columns }]);
  });

  test('a correction knows what was seen beside the version it corrects', () => {
    const first = { ...versionOf(may, silent), ...cameLate };
    const { units: told } = report(silent, {
      version: { ...versionOf(may, silent, 2), late: undefined },
      others: [first],
    });
    expect(told[0]).toMatchObject({ missing: 1, late: 1, silentPeriods: 0 });
  });

  test.each<[string, Partial<TaskRow>, Partial<Version>, boolean]>([
    ['due before the day of asking', {}, {}, true],
    ['it says why', { difficulty: 'Thiếu máy' }, {}, false],
    ['due on the day of asking', {}, asked(at(past, 9)), false],
    ['due the day before', {}, asked(at(past + 1, 9)), true],
    ['never asked', {}, { asked: {} }, false],
    ['nobody’s', { accountable: null }, {}, false],
    ['its mails named the row', {}, { askedRows: { 'Ban Tư pháp': ['II.05'] } }, true],
    ['its mails named other rows: this one came to it later', {}, { askedRows: { 'Ban Tư pháp': ['X.71'] } }, false],
    ['another unit’s mail named it', {}, { askedRows: { 'Ban Tư pháp': [], 'Công an xã': ['II.05'] } }, false],
    ['of a name that is no unit', { accountable: 'Các ban, ngành' }, { asked: { 'Ban Tư pháp': 45420 } }, false],
  ])('unexplained: %s', (_, cells, more, unexplained) => {
    const rows = [taskRow({ due: past, ...cells })];
    const told = report(rows, { version: { ...versionOf(may, rows), ...more } });
    expect(told.overdue[0]?.unexplained ?? false).toBe(unexplained);
    expect(told.correct.flatMap(({ reasons }) => reasons.map(({ why }) => why))).toEqual(
      unexplained ? ['unexplained'] : [],
    );
  });
});

describe('what conclusions do not cover', () => {
  test('nobody’s, paused, not read', () => {
    const rows = [
      taskRow({ code: 'A', accountable: 'Ai đó', due: june }),
      taskRow({ code: 'B', state: STATES.paused, evidence: 'CV 12' }),
      taskRow({ code: 'C', kind: KINDS.unread }),
      taskRow({ code: 'D', due: yearEnd }),
    ];
    const { unassigned, paused, unread, byUnit } = report(rows);
    expect([unassigned, paused, unread].map(codes)).toEqual([['A'], ['B'], ['C']]);
    expect(byUnit[byUnit.length - 1]?.total).toBe(1);
  });

  test('K4 taken apart is K4', () => {
    const both = KINDS['dated-then-ongoing'];
    const said = { ...inMay, result: 'Đã làm' };
    const rows = [
      taskRow({ code: 'A', kind: KINDS.ongoing, ...said }),
      taskRow({ code: 'B', kind: KINDS.ongoing }),
      taskRow({ code: 'C', kind: both, due: past, ...said, state: STATES.done, doneOn: past }),
      taskRow({ code: 'D', kind: both, due: june, ...said }),
      taskRow({ code: 'E', kind: KINDS.ongoing, state: STATES.paused, evidence: 'CV 12' }),
    ];
    const told = report(rows, { tasks: rows.map((row, i) => planned(row.code, i + 1, String(row.kind))) });
    expect(told.ongoing).toEqual({ always: { part: 1, whole: 2 }, continued: { part: 1, whole: 1 } });
    expect(told.figures.K4).toMatchObject({
      part: 2,
      whole: 3,
      beside: 'gồm 01 đã hoàn thành, nay thực hiện thường xuyên',
    });
  });

  test('what a closed year handed on stays overdue, and is named so', () => {
    const rows = [taskRow({ code: 'A', due: past }), taskRow({ code: 'B', due: day('2023-12-31') })];
    const { overdue, forwarded } = report(rows, { settledYear: 2023 });
    expect(overdue.map(({ code, forwardedFrom }) => [code, forwardedFrom])).toEqual([
      ['B', 2023],
      ['A', undefined],
    ]);
    expect(codes(forwarded?.tasks ?? [])).toEqual(['B']);
  });
});

describe('indicators', () => {
  const row = (numerator: number, cells = {}) =>
    indicatorRow({ numerator, denominator: 100, enteredOn: day('2024-05-10'), ...cells });
  const told = (now: ReturnType<typeof row>[], then: ReturnType<typeof row>[]) =>
    report([], {
      version: versionOf(may, [], 1, { indicators: now }),
      others: [versionOf(april, [], 1, { indicators: then })],
    }).indicators;

  test('beside the value before', () =>
    expect(told([row(80)], [row(75)])[0]).toMatchObject({ value: 0.8, before: 0.75 }));
  test('no value before', () => expect(told([row(80)], [])[0]).not.toHaveProperty('before'));
  test('the milestone has moved on: the same indicator', () =>
    expect(
      told(
        [row(80, { target: 0.9, milestone: day('2024-09-30') })],
        [row(75, { target: 0.7, milestone: day('2024-04-30') })],
      )[0],
    ).toMatchObject({ before: 0.75 }));
  test('two of one name: each its own target', () =>
    expect(
      told([row(80, { target: 1 }), row(60, { target: 0.9 })], [row(55, { target: 0.9 }), row(75, { target: 1 })]).map(
        ({ before }) => before,
      ),
    ).toEqual([0.75, 0.55]));
  test('dated 14/03 is stale in May, 15/03 is not', () =>
    expect(
      told([row(1, { enteredOn: day('2024-03-14') }), row(2, { enteredOn: day('2024-03-15') })], []).map(
        ({ stale }) => stale,
      ),
    ).toEqual([true, false]));
});

describe('reportJson', () => {
  const rows = [
    taskRow({ code: 'I.01', group: 'I', due: past }),
    taskRow({ code: 'II.02', ...inMay, due: june }),
    taskRow({ code: 'II.03', due: june }),
  ];
  test('the stable outside form', () => {
    const outside = reportJson(
      report(rows, { findings: [{ code: 'I.01', column: 'Tiến độ', weight: 'block', text: 'Sai.' }] }),
    );
    expect(JSON.parse(JSON.stringify(outside))).toMatchObject({
      period: '2024-05',
      version: 1,
      automatic: false,
      asOf: '2024-05-14',
      window: { from: '2024-04-15', to: '2024-05-14' },
      groups: [
        { group: 'I', total: 1, byStatus: { 'Chưa có thông tin – quá hạn': 1 } },
        {
          group: 'II',
          total: 2,
          byStatus: { 'Đang thực hiện – sắp đến hạn': 1, 'Chưa có thông tin – sắp đến hạn': 1 },
        },
      ],
      units: [
        { name: 'Ban Tư pháp', owed: 3, reported: 1, missing: 2, onTime: 1 },
        { name: 'Công an xã', owed: 0, reported: 0, missing: 0, onTime: 0 },
      ],
      overdue: ['I.01'],
      dueSoon: ['II.02', 'II.03'],
      findings: [{ code: 'I.01', column: 'Tiến độ', weight: 'block', text: 'Sai.' }],
    });
    expect(outside.figures.K1).toEqual({ part: 0, whole: 1, text: '0/1' });
    expect(Object.keys(outside.figures)).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8']);
  });
});

describe('laws', () => {
  const date = fc.constantFrom(null, past, day('2024-05-14'), june, yearEnd);
  const anyRows = fc
    .array(
      fc.record({
        state: fc.constantFrom(...Object.values(STATES), null),
        kind: fc.constantFrom(...Object.values(KINDS)),
        due: date,
        doneOn: date,
        period: fc.constantFrom('Kỳ 05/2024', null),
        difficulty: fc.constantFrom('Thiếu máy', 'Không', null),
        accountable: fc.constantFrom(...units, null),
      }),
      { maxLength: 30 },
    )
    .map((cells) => cells.map((cell, i) => taskRow({ ...cell, code: `II.${i}` })));

  test('lists and figures count the same rows', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const told = report(rows);
        expect(told.difficulties).toHaveLength(told.figures.K8.part);
        expect(told.units.filter(({ owed, missing }) => owed > 0 && missing === 0)).toHaveLength(told.figures.K5.part);
        expect(told.groups.reduce((sum, { total }) => sum + total, 0)).toBe(rows.length);
        expect(told.byUnit.reduce((sum, { total }) => sum + total, 0)).toBe(rows.length);
        expect(told.overdue.every(({ daysLeft = 0 }) => daysLeft < 0)).toBe(true);
      }),
    );
  });

  test('beside itself nothing has changed', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const told = report(rows, { others: [versionOf(may, rows, 0)] });
        expect(told.yardstick).toEqual([]);
        expect(told.previous?.overdue).toBe(told.overdue.length);
      }),
    );
  });
});

describe('lines of table 1', () => {
  const rows = [
    taskRow({ code: 'I.01', due: past, state: STATES.done, doneOn: past }),
    taskRow({ code: 'I.02', due: past, accountable: 'Công an xã' }),
    taskRow({ code: 'II.03', due: past, countsOverdue: 'Không', accountable: null }),
    taskRow({ code: 'II.04', due: past, state: STATES.paused, evidence: 'CV 12' }),
    taskRow({ code: 'II.05', due: day('2024-05-14') }),
  ];
  const { groups, byUnit, figures } = report(rows, { groupHeadings: ['Về pháp lý'] });
  const due = (lines: readonly { name: string; due: number; dueDone: number }[]) =>
    lines.map((line) => [line.name, line.dueDone, line.due]);

  test('by group: its part of K1', () => {
    expect(due(groups)).toEqual([
      ['I', 1, 2],
      ['II', 0, 0],
    ]);
    expect(figures.K1).toMatchObject({ part: 1, whole: 2 });
  });
  test('by unit, and nobody’s', () =>
    expect(due(byUnit)).toEqual([
      ['Ban Tư pháp', 1, 1],
      ['Công an xã', 0, 1],
      ['Chưa giao đầu mối', 0, 0],
    ]));
  test('the name of a group where it is given', () =>
    expect(groups.map(({ heading }) => heading)).toEqual(['Về pháp lý', undefined]));
});

describe('what comes next', () => {
  const codesNext = (cells: Partial<TaskRow>) => codes(report([taskRow(cells)]).dueNext);
  test.each<[string, Partial<TaskRow>, number]>([
    ['the as-of day itself is not over', { due: day('2024-05-14') }, 1],
    ['the last day of the next window', { due: day('2024-06-14') }, 1],
    ['the day after', { due: day('2024-06-15') }, 0],
    ['past', { due: day('2024-05-13') }, 0],
    ['finished', { due: june, state: STATES.done, doneOn: past }, 0],
    ['not firm', { due: day('2024-05-31'), countsOverdue: 'Không' }, 0],
    ['paused', { due: day('2024-05-31'), state: STATES.paused, evidence: 'CV 12' }, 0],
    ['extended into it', { due: past, extension: day('2024-06-01') }, 1],
  ])('%s', (_, cells, n) => expect(codesNext(cells)).toHaveLength(n));
});

describe('carried over from earlier years', () => {
  const told = (more: Partial<PlannedTask>) =>
    report([taskRow()], { tasks: [{ ...planned('II.05', 5), ...more }] }).carriedOver.map((task) => task.carriedFrom);
  test.each<[string, Partial<PlannedTask>, number[]]>([
    ['by the words of the plan', { content: 'Ưu tiên bố trí kinh phí (nhiệm vụ chưa hoàn thành từ năm 2022)' }, [2022]],
    ['as data, which wins', { content: '(nhiệm vụ chưa hoàn thành từ năm 2022)', carriedFrom: 2023 }, [2023]],
    ['not', { content: 'hoàn thành từ năm 2022' }, []],
  ])('%s', (_, more, years) => expect(told(more)).toEqual(years));
});

describe('for which periods the words of a row were reported', () => {
  const words = { difficulty: 'Thiếu máy', proposal: 'Xin cấp máy' };
  const label = (period: Period) => `Kỳ ${String(period.month).padStart(2, '0')}/2024`;
  /** Reported for a period with the words in it; of another period, they only stand there. */
  const held = (period: Period, cells: Partial<TaskRow> = {}) => [
    taskRow({ state: STATES.doing, period: label(period), ...words, ...cells }),
  ];
  const free = (period: Period) => held(period, { difficulty: 'Không có', proposal: null });
  const done = held(april, { state: STATES.done, doneOn: past });
  const unread = (version: Version): Version => ({ ...version, rows: [] });
  const cameLate = (version: Version, ended = true): Version => ({
    ...version,
    late: { ended, codes: ['II.05'], unknown: [] },
  });
  type Case = [title: string, now: TaskRow[], others: Version[], months: number[], carried: boolean, atLeast: boolean];
  test.each<Case>([
    ['new', held(may), [versionOf(march, held(march)), versionOf(april, free(april))], [5], false, false],
    ['second', held(may), [versionOf(march, free(march)), versionOf(april, held(april))], [5, 4], false, false],
    ['finished then, so it was none', held(may), [versionOf(april, done)], [5], false, false],
    ['first on', held(may), [versionOf(march, held(march)), versionOf(april, held(april))], [5, 4, 3], false, false],
    ['no version in between: at least', held(may), [versionOf(march, held(march))], [5], false, true],
    ['rows not read', held(may), [unread(versionOf(march, [])), versionOf(april, held(april))], [5, 4], false, true],
    ['silent since', held(march), [versionOf(march, held(march)), versionOf(april, held(march))], [3], true, false],
    ['silent now', held(april), [versionOf(march, held(march)), versionOf(april, held(april))], [4, 3], true, false],
    ['a gap', held(may), [versionOf(march, held(march)), versionOf(april, held(march))], [5, 3], false, false],
    ['late in April', held(april), [cameLate(versionOf(april, free(march)))], [4], true, false],
    ['late, of what was carried', held(may), [cameLate(versionOf(april, held(march)))], [5, 4, 3], false, true],
    ['typed by nobody it is known of', held(may, { period: null }), [versionOf(april, free(april))], [], true, false],
    ['said without a result', held(may, { state: null }), [versionOf(april, free(april))], [5], false, false],
  ])('%s', (_, now, others, months, carried, atLeast) => {
    const { difficulty } = report(now, { others }).tasks[0]?.raised ?? {};
    expect(difficulty).toEqual({ periods: months.map((month) => ({ year: 2024, month })), carried, atLeast });
  });
  test('a proposal is the same only in the same words', () => {
    const reworded = report(held(may, { proposal: 'Xin cấp 02 máy' }), { others: [versionOf(april, held(april))] });
    expect(reworded.tasks[0]?.raised).toMatchObject({
      difficulty: { periods: [may, april] },
      proposal: { periods: [may] },
    });
  });
  test('of rows without any, nothing', () =>
    expect(report(free(may), { others: [versionOf(april, held(april))] }).tasks[0]).not.toHaveProperty('raised'));
  test('what is carried on comes behind what was said, however urgent', () => {
    const [old = taskRow()] = held(april, { due: past });
    const [fresh = taskRow()] = held(may, { code: 'II.06' });
    expect(report([old, fresh]).proposals.map(({ code }) => code)).toEqual(['II.06', 'II.05']);
  });
});

describe('whom to commend and to correct', () => {
  const inTime = (label: string, cells: Partial<TaskRow> = {}) => [
    taskRow({ state: STATES.doing, period: label, reportedAt: day('2024-03-01'), ...cells }),
  ];
  const now = (cells: Partial<TaskRow> = {}) => inTime('Kỳ 05/2024', cells);
  const diligent = [versionOf(march, inTime('Kỳ 03/2024')), versionOf(april, inTime('Kỳ 04/2024'))];
  const silent = [versionOf(april, [taskRow()])];
  const finished = { state: STATES.done, doneOn: day('2024-05-10'), due: june };
  test.each<[string, TaskRow[], Version[], string[]]>([
    ['in time three periods in a row', now(), diligent, ['+onTime 3']],
    ['twice is not yet a habit', now(), diligent.slice(1), []],
    ['late this time', now({ reportedAt: day('2024-05-15') }), diligent, []],
    ['finished in time in this period', now(finished), [versionOf(april, inTime('Kỳ 04/2024'))], ['+finished 1 II.05']],
    ['finished late', now({ ...finished, due: past }), [versionOf(april, inTime('Kỳ 04/2024'))], []],
    ['overdue, but it says why', now({ due: past, difficulty: 'Thiếu máy' }), diligent, []],
    ['overdue without a word', now({ due: past }), diligent, ['-unexplained 1 II.05']],
    ['overdue, not counted', now({ due: past, countsOverdue: 'Không' }), diligent, ['+onTime 3']],
    ['silent for the first time', [taskRow()], diligent, []],
    ['silent twice', [taskRow()], silent, ['-silent 2']],
    ['silent and overdue', [taskRow({ due: past })], silent, ['-silent 2', '-unexplained 1 II.05']],
  ])('%s', (_, rows, others, expected) => {
    const { commend, correct } = report(rows, { others });
    const told = (sign: string, list: typeof commend) =>
      list.flatMap(({ unit, reasons }) => {
        expect(unit).toBe('Ban Tư pháp');
        return reasons.map(({ why, n, codes: tasks }) => [`${sign}${why}`, n, ...tasks].join(' '));
      });
    expect([...told('+', commend), ...told('-', correct)]).toEqual(expected);
  });
  test('a task nobody is assigned to is held against nobody', () => {
    const rows = [taskRow({ due: past, accountable: null })];
    const tasks = [{ ...planned('II.05', 5), lead: 'Ban Tư pháp' }];
    expect(report(rows, { tasks, others: silent })).toMatchObject({ commend: [], correct: [] });
  });
});

describe('short of a target whose day has not come', () => {
  test.each([
    [INDICATOR_RESULTS.missed, june, june, false, false],
    [INDICATOR_RESULTS.missed, june + 1, june, false, true],
    [INDICATOR_RESULTS.missed, null, june, false, false],
    [INDICATOR_RESULTS.met, june + 1, june, false, false],
    [INDICATOR_RESULTS.noData, june + 1, june, false, false],
    // A supplement is as of the day after its last.
    [INDICATOR_RESULTS.missed, yearEnd, yearEnd + 1, true, false],
  ])('%s, day %j, as of %j, supplement %j: %j', (result, milestone, asOf, supplement, expected) => {
    const report = { asOf, ...(supplement && { supplement: true as const }) };
    expect(isBeforeMilestone({ result, milestone }, report)).toBe(expected);
  });
});
