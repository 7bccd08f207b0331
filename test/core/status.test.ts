import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, readIsoDate } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { phrasesWith } from '../../src/core/content.ts';
import { PLAN_RULES } from '../../src/core/period.ts';
import {
  appliedDue,
  daysLeft,
  isDueSoon,
  isFinished,
  isOverdue,
  KINDS,
  STATES,
  STATUS,
  type StatusCells,
  type StatusContext,
  statusOf,
} from '../../src/core/status.ts';

const may = { year: 2024, month: 5 };
const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
/** 14/05/2024, as-of of the period May. */
const asOf = day('2024-05-14');
const context: StatusContext = { asOf, period: may, rules: PLAN_RULES, warningDays: 48, phrases: phrasesWith() };
const empty: StatusCells = {
  state: null,
  result: null,
  doneOn: null,
  evidence: null,
  period: null,
  due: null,
  kind: KINDS.dated,
  countsOverdue: 'Có',
  extension: null,
};
const reported = { period: 'Kỳ 05/2024', state: STATES.doing };
const past = day('2024-03-31');
const far = day('2024-12-31');
const openMilestone = { due: day('2024-06-30'), lastMet: false };

type Case = readonly [
  title: string,
  cells: Partial<StatusCells>,
  expected: string,
  context?: Partial<StatusContext> | undefined,
];

const cases: readonly Case[] = [
  // Product A.3: Tình trạng empty, or none of the six words, is no information.
  ['empty state, D ahead', { due: far }, 'Chưa có thông tin – trong hạn'],
  ['unknown state', { state: 'Xong rồi', due: far }, 'Chưa có thông tin – trong hạn'],
  ['a number as state', { state: 1, due: far }, 'Chưa có thông tin – trong hạn'],
  ['TRUE as state', { state: true, due: far }, 'Chưa có thông tin – trong hạn'],
  [
    'decomposed letters are no word',
    { state: STATES.doing.normalize('NFD'), due: far },
    'Chưa có thông tin – trong hạn',
  ],
  ['a space behind is no word', { state: 'Đang thực hiện ', due: far }, 'Chưa có thông tin – trong hạn'],
  ['nothing known, soon due', { due: asOf + 3 }, 'Chưa có thông tin – sắp đến hạn'],
  ['nothing known, past D', { due: past }, 'Chưa có thông tin – quá hạn'],
  ['nothing known, not counted', { due: past, countsOverdue: 'Không' }, 'Quá thời gian dự kiến'],
  // Product A.1: a result without Tình trạng is Đang thực hiện, whatever period it is of.
  ['a result alone, D ahead', { result: 'Đã làm 5/9', due: far }, 'Đang thực hiện trong hạn'],
  ['a result alone, soon due', { result: 'Đã làm 5/9', due: asOf + 3 }, 'Đang thực hiện – sắp đến hạn'],
  ['a result alone, past D', { result: 'Đã làm 5/9', due: past }, 'Đang thực hiện quá hạn'],
  ['a result alone, roadmap', { kind: KINDS.roadmap, result: 'Đã họp' }, 'Theo lộ trình – đang thực hiện'],
  ['a result alone, on request', { kind: KINDS['on-request'], result: 'Đã họp' }, 'Khi có yêu cầu – đang thực hiện'],
  ['a result that says nothing', { result: 'Không có gì.', due: far }, 'Chưa có thông tin – trong hạn'],
  ['a result beside an unknown word', { state: 'Xong', result: 'Đã họp', due: far }, 'Chưa có thông tin – trong hạn'],
  ['letter case is ignored', { state: 'ĐANG THỰC HIỆN', due: far }, 'Đang thực hiện trong hạn'],
  ['Chờ hướng dẫn with D', { state: STATES.awaitingGuidance, due: far }, 'Chưa thực hiện trong hạn'],
  ['Không phát sinh with D, past', { state: STATES.nothingArose, due: past }, 'Chưa thực hiện quá hạn'],
  ['Tạm dừng without Minh chứng', { state: STATES.paused, due: past }, 'Chưa thực hiện quá hạn'],
  ['Tạm dừng, Minh chứng an empty text', { state: STATES.paused, evidence: '', due: past }, 'Chưa thực hiện quá hạn'],

  // 1 and 3
  ['1 ongoing: D is ignored', { kind: KINDS.ongoing, due: past, ...reported }, 'Thường xuyên – không phát sinh'],
  [
    '1 ongoing: an extension is ignored',
    { kind: KINDS.ongoing, extension: past, ...reported },
    'Thường xuyên – không phát sinh',
  ],
  [
    '1 ongoing: Hoàn thành is ignored',
    { kind: KINDS.ongoing, state: STATES.done, doneOn: past },
    'Thường xuyên – chưa báo cáo',
  ],
  ['1 ongoing: Tạm dừng with Minh chứng', { kind: KINDS.ongoing, state: STATES.paused, evidence: 'CV 12' }, 'Tạm dừng'],
  [
    '1 ongoing: Tạm dừng without Minh chứng is a report',
    { kind: KINDS.ongoing, state: STATES.paused, period: 'Kỳ 05/2024' },
    'Thường xuyên – không phát sinh',
  ],
  ['3 paused, D past', { state: STATES.paused, evidence: 'CV 12', due: past }, 'Tạm dừng'],
  ['3 paused, Minh chứng a number', { state: STATES.paused, evidence: 12, due: past }, 'Tạm dừng'],
  ['3 paused, Minh chứng FALSE is not empty', { state: STATES.paused, evidence: false, due: past }, 'Tạm dừng'],

  // 2
  [
    '2 dated, then ongoing: a date ≤ as-of counts whatever Tình trạng says',
    { kind: KINDS['dated-then-ongoing'], state: STATES.doing, doneOn: day('2024-03-20'), due: past },
    'Hoàn thành đúng hạn',
  ],
  [
    '2 … never overdue again though nothing is chosen',
    { kind: KINDS['dated-then-ongoing'], doneOn: day('2024-04-20'), due: past },
    'Hoàn thành quá hạn',
  ],
  [
    '2 … a date on as-of itself counts',
    { kind: KINDS['dated-then-ongoing'], doneOn: asOf, due: far },
    'Hoàn thành đúng hạn',
  ],
  [
    '2 … a date after as-of does not',
    { kind: KINDS['dated-then-ongoing'], doneOn: asOf + 1, due: past },
    'Chưa có thông tin – quá hạn',
  ],
  [
    '2 … paused comes first',
    { kind: KINDS['dated-then-ongoing'], state: STATES.paused, evidence: 'CV 12', doneOn: past, due: past },
    'Tạm dừng',
  ],
  [
    '2 … paused without proof does not',
    { kind: KINDS['dated-then-ongoing'], state: STATES.paused, doneOn: past, due: past },
    'Hoàn thành đúng hạn',
  ],
  ['2 is for that kind only', { state: STATES.doing, doneOn: past, due: past }, 'Đang thực hiện quá hạn'],

  // 4
  ['4 done after as-of: doing', { state: STATES.done, doneOn: asOf + 1, due: far }, 'Đang thực hiện trong hạn'],
  ['4 done after as-of, D past', { state: STATES.done, doneOn: asOf + 1, due: past }, 'Đang thực hiện quá hạn'],
  [
    '4 done after as-of, roadmap',
    { kind: KINDS.roadmap, state: STATES.done, doneOn: asOf + 1 },
    'Theo lộ trình – đang thực hiện',
  ],
  [
    '4 milestones: the last is not met',
    { kind: KINDS.milestones, state: STATES.done, doneOn: asOf, due: far },
    'Đang thực hiện – sắp đến hạn',
    { milestones: openMilestone },
  ],
  [
    '4 milestones: the last is met',
    { kind: KINDS.milestones, state: STATES.done, doneOn: asOf, due: far },
    'Hoàn thành đúng hạn',
    { milestones: { due: far, lastMet: true } },
  ],

  // 5 and 6
  ['5 done, no D', { kind: KINDS.roadmap, state: STATES.done }, 'Hoàn thành'],
  ['5 done, no D, unread', { kind: KINDS.unread, state: STATES.done, doneOn: past }, 'Hoàn thành'],
  ['5 done, D, no date', { state: STATES.done, due: far }, 'Hoàn thành – thiếu ngày'],
  ['5 done, a text as date', { state: STATES.done, doneOn: '14/05/2024', due: far }, 'Hoàn thành – thiếu ngày'],
  ['5 done on D itself', { state: STATES.done, doneOn: past, due: past }, 'Hoàn thành đúng hạn'],
  ['5 done in the afternoon of D', { state: STATES.done, doneOn: past + 0.75, due: past }, 'Hoàn thành đúng hạn'],
  [
    '5 done before the extension',
    { state: STATES.done, doneOn: past + 3, due: past, extension: past + 9 },
    'Hoàn thành đúng hạn',
  ],
  ['6 done a day after D', { state: STATES.done, doneOn: past + 1, due: past }, 'Hoàn thành quá hạn'],
  [
    '6 … Tính quá hạn Không',
    { state: STATES.done, doneOn: past + 1, due: past, countsOverdue: 'Không' },
    'Hoàn thành sau thời gian dự kiến',
  ],
  [
    '6 … Tính quá hạn unreadable is Có',
    { state: STATES.done, doneOn: past + 1, due: past, countsOverdue: null },
    'Hoàn thành quá hạn',
  ],

  // 7 and 8
  ['7 past D, Không', { due: past, countsOverdue: 'Không' }, 'Quá thời gian dự kiến'],
  ['7 letter case of Không', { due: past, countsOverdue: 'KHÔNG' }, 'Quá thời gian dự kiến'],
  ['8 past D, doing', { state: STATES.doing, due: past }, 'Đang thực hiện quá hạn'],
  ['8 past D, not started', { state: STATES.notStarted, due: past }, 'Chưa thực hiện quá hạn'],
  ['8 the day after D', { state: STATES.notStarted, due: asOf - 1 }, 'Chưa thực hiện quá hạn'],
  [
    '8 an extension that is past',
    { state: STATES.notStarted, due: past - 30, extension: past },
    'Chưa thực hiện quá hạn',
  ],

  // 9 and 10
  ['9 D itself is not overdue', { state: STATES.notStarted, due: asOf }, 'Chưa thực hiện – sắp đến hạn'],
  ['9 D in the afternoon is the same day', { state: STATES.doing, due: asOf + 0.9 }, 'Đang thực hiện – sắp đến hạn'],
  ['9 D − as-of = warning days', { state: STATES.notStarted, due: asOf + 48 }, 'Chưa thực hiện – sắp đến hạn'],
  [
    '9 Không is never due soon',
    { state: STATES.notStarted, due: asOf + 1, countsOverdue: 'Không' },
    'Chưa thực hiện trong hạn',
  ],
  [
    '9 the extension decides',
    { state: STATES.notStarted, due: past, extension: asOf + 10 },
    'Chưa thực hiện – sắp đến hạn',
  ],
  [
    '9 an extension typed as text is none',
    { state: STATES.notStarted, due: past, extension: '31/12/2024' },
    'Chưa thực hiện quá hạn',
  ],
  [
    '9 milestones: the earliest open one',
    { kind: KINDS.milestones, due: far },
    'Chưa có thông tin – sắp đến hạn',
    { milestones: openMilestone },
  ],
  [
    '10 milestones with an extension',
    { kind: KINDS.milestones, due: far, extension: far },
    'Chưa có thông tin – trong hạn',
    { milestones: openMilestone },
  ],
  [
    '10 milestones without rows in «Chỉ tiêu»',
    { state: STATES.notStarted, kind: KINDS.milestones, due: far },
    'Chưa thực hiện trong hạn',
  ],
  ['10 a day beyond the warning', { state: STATES.notStarted, due: asOf + 49 }, 'Chưa thực hiện trong hạn'],
  [
    '10 no warning days: only D itself warns',
    { state: STATES.notStarted, due: asOf + 1 },
    'Chưa thực hiện trong hạn',
    { warningDays: 0 },
  ],
  [
    '10 a roadmap with an expected date',
    { kind: KINDS.roadmap, state: STATES.awaitingGuidance, due: far },
    'Chưa thực hiện trong hạn',
  ],

  // 11 and 12
  ['11 a result', { kind: KINDS.ongoing, ...reported, result: 'Đã cấp 12 thẻ' }, 'Thường xuyên – có kết quả'],
  ['11 a number is a result', { kind: KINDS.ongoing, ...reported, result: 12 }, 'Thường xuyên – có kết quả'],
  ['11 the number 0 says nothing', { kind: KINDS.ongoing, ...reported, result: 0 }, 'Thường xuyên – không phát sinh'],
  ['11 FALSE says something', { kind: KINDS.ongoing, ...reported, result: false }, 'Thường xuyên – có kết quả'],
  [
    '11 «Không có» says nothing',
    { kind: KINDS.ongoing, ...reported, result: 'Không có' },
    'Thường xuyên – không phát sinh',
  ],
  [
    '11 «Không có gì.» says nothing',
    { kind: KINDS.ongoing, ...reported, result: 'Không có gì.' },
    'Thường xuyên – không phát sinh',
  ],
  [
    '11 a phrase of CAX’s own',
    { kind: KINDS.ongoing, ...reported, result: 'Ổn cả' },
    'Thường xuyên – không phát sinh',
    { phrases: phrasesWith(['ổn cả']) },
  ],
  [
    '11 Không phát sinh with a text',
    { kind: KINDS.ongoing, period: 'Kỳ 05/2024', state: STATES.nothingArose, result: 'Đã cấp 12 thẻ' },
    'Thường xuyên – không phát sinh',
  ],
  [
    '11 letter case of the period',
    { kind: KINDS.ongoing, ...reported, period: 'kỳ 05/2024' },
    'Thường xuyên – không phát sinh',
  ],
  [
    '11 reported in an earlier version',
    { kind: KINDS.ongoing, result: 'Có' },
    'Thường xuyên – có kết quả',
    { reportedBefore: true },
  ],
  [
    '11 a result without Tình trạng is a report',
    { kind: KINDS.ongoing, period: 'Kỳ 05/2024', result: 'Có' },
    'Thường xuyên – có kết quả',
  ],
  [
    '12 neither Tình trạng nor a result is no report',
    { kind: KINDS.ongoing, period: 'Kỳ 05/2024', result: 'Không' },
    'Thường xuyên – chưa báo cáo',
  ],
  ['12 another period', { kind: KINDS.ongoing, ...reported, period: 'Kỳ 04/2024' }, 'Thường xuyên – chưa báo cáo'],
  [
    '12 a date as period',
    { kind: KINDS.ongoing, ...reported, period: day('2024-05-01') },
    'Thường xuyên – chưa báo cáo',
  ],
  ['12 before the 9th', { kind: KINDS.ongoing }, 'Thường xuyên – chờ báo cáo', { asOf: day('2024-05-08') }],
  ['12 from the 9th', { kind: KINDS.ongoing }, 'Thường xuyên – chưa báo cáo', { asOf: day('2024-05-09') }],
  ['12 late in April, for May', { kind: KINDS.ongoing }, 'Thường xuyên – chờ báo cáo', { asOf: day('2024-04-30') }],

  [
    '12 emptied since it was closed: nobody has said that nothing arose',
    { kind: KINDS.ongoing, result: '-', period: 'Kỳ 05/2024' },
    'Thường xuyên – chưa báo cáo',
    { reportedBefore: true },
  ],
  [
    '12 closed on the 20th: awaited until the 14th',
    { kind: KINDS.ongoing },
    'Thường xuyên – chờ báo cáo',
    { asOf: day('2024-05-13'), rules: { deadlineDay: 20, graceDay: 24 } },
  ],
  [
    '12 closed on the 20th: not reported from the 14th on',
    { kind: KINDS.ongoing },
    'Thường xuyên – chưa báo cáo',
    { asOf: day('2024-05-14'), rules: { deadlineDay: 20, graceDay: 24 } },
  ],
  // 13–15
  ['13 roadmap, doing', { kind: KINDS.roadmap, state: STATES.doing }, 'Theo lộ trình – đang thực hiện'],
  ['13 roadmap, awaiting', { kind: KINDS.roadmap, state: STATES.awaitingGuidance }, 'Theo lộ trình – chờ hướng dẫn'],
  ['13 roadmap, else', { kind: KINDS.roadmap, state: STATES.nothingArose }, 'Theo lộ trình – chưa có thông tin'],
  ['14 on request, doing', { kind: KINDS['on-request'], state: STATES.doing }, 'Khi có yêu cầu – đang thực hiện'],
  [
    '14 on request, else',
    { kind: KINDS['on-request'], state: STATES.awaitingGuidance },
    'Khi có yêu cầu – chưa phát sinh',
  ],
  ['15 unread', { kind: KINDS.unread, state: STATES.doing }, 'Chưa đọc được thời hạn'],
  ['15 dated without Hạn', { due: 'Quý I/2024' }, 'Chưa đọc được thời hạn'],
  ['15 dated, then ongoing, without Hạn', { kind: KINDS['dated-then-ongoing'] }, 'Chưa đọc được thời hạn'],
  ['15 a kind nobody knows', { kind: 'Hằng tuần' }, 'Chưa đọc được thời hạn'],
  [
    'unread, but given a date by CAX',
    { state: STATES.notStarted, kind: KINDS.unread, extension: far },
    'Chưa thực hiện trong hạn',
  ],
];

describe('statusOf', () => {
  const lines = cases.map(([title, cells, expected, where = {}]) => ({ title, cells, expected, where }));
  test.each(lines)('$title → $expected', ({ cells, expected, where }) => {
    expect(statusOf({ ...empty, ...cells }, { ...context, ...where })).toBe(expected);
  });

  test('every status is reached by a line of the table', () => {
    expect(new Set(cases.map(([, , expected]) => expected))).toEqual(new Set(Object.values(STATUS)));
  });
});

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(null, '', true, false, 0, 'Có', 'Không', 'không có', 'Kỳ 05/2024', 'Kỳ 04/2024'),
  fc.constantFrom<Cell>(...Object.values(STATES)),
  fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2025, 1, 31) }),
  fc.double({ min: dayOf(2024, 4, 1), max: dayOf(2024, 7, 1), noNaN: true }),
);
const loose: fc.Arbitrary<StatusCells> = fc.record({
  state: fc.oneof(cell, fc.constantFrom<Cell>(...Object.values(STATES))),
  result: cell,
  doneOn: cell,
  evidence: cell,
  period: cell,
  due: cell,
  kind: fc.oneof(fc.constantFrom<Cell>(...Object.values(KINDS)), cell),
  countsOverdue: cell,
  extension: cell,
});
/** Days that touch: the deadline about the day it is looked at, the work done about the deadline, at the first hours of a day and at its last. */
const edges = fc
  .record({
    cells: loose,
    due: fc.integer({ min: -2, max: 2 }),
    done: fc.integer({ min: -1, max: 1 }),
    hour: fc.constantFrom(0, 0.5, 1 - 1 / 86_400),
    state: fc.constantFrom<Cell>(STATES.done, STATES.done, STATES.doing),
    kind: fc.constantFrom<Cell>(KINDS.dated, KINDS['dated-then-ongoing']),
    extension: fc.constantFrom(null, null, 0, 1),
  })
  .map(({ cells, due, done, hour, state, kind, extension }): StatusCells => {
    const day = Math.floor(context.asOf) + due;
    const moved = extension === null ? null : day + extension + hour;
    return { ...cells, state, kind, due: day + hour, doneOn: day + (extension ?? 0) + done + hour, extension: moved };
  });
const anyCells = fc.oneof(loose, edges);

describe('laws of the status', () => {
  const today = fc.integer({ min: dayOf(2024, 2, 28), max: dayOf(2025, 1, 19) });

  test('red only after D, and days left say the same', () => {
    fc.assert(
      fc.property(anyCells, today, (cells, on) => {
        const status = statusOf(cells, { ...context, asOf: on });
        const left = daysLeft(status, appliedDue(cells, undefined), on);
        if (isOverdue(status)) expect(left).toBeLessThan(0);
        if (isDueSoon(status)) expect(left).toBeGreaterThanOrEqual(0);
        if (isFinished(status) || status === STATUS.paused) expect(left).toBeUndefined();
      }),
    );
  });

  test('Tính quá hạn Không is never red nor amber, and an ongoing task has no D', () => {
    fc.assert(
      fc.property(anyCells, today, (cells, on) => {
        const status = statusOf({ ...cells, countsOverdue: 'Không' }, { ...context, asOf: on });
        expect(isOverdue(status) || isDueSoon(status) || status === STATUS.doneLate).toBe(false);
        expect(appliedDue({ ...cells, kind: KINDS.ongoing }, openMilestone)).toBeUndefined();
      }),
    );
  });

  test('the hour of a date cell changes nothing', () => {
    let onTheDay = 0;
    const onDay = (value: Cell) => (typeof value === 'number' ? Math.floor(value) : value);
    fc.assert(
      fc.property(anyCells, (cells) => {
        const whole = {
          ...cells,
          due: onDay(cells.due),
          doneOn: onDay(cells.doneOn),
          extension: onDay(cells.extension),
        };
        const status = statusOf(cells, context);
        expect(statusOf(whole, context)).toBe(status);
        const due = appliedDue(cells, undefined);
        const { doneOn } = cells;
        if (isFinished(status) && due !== undefined && typeof doneOn === 'number' && doneOn > due && doneOn < due + 1)
          onTheDay += 1;
      }),
    );
    // An hour decides something only on the day itself.
    expect(onTheDay).toBeGreaterThan(4);
  });
});
