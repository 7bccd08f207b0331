import { describe, expect, test } from 'vitest';
import { at, readIsoDate } from '../../src/core/calendar.ts';
import { phrasesWith } from '../../src/core/content.ts';
import { type LateReports, lateReports, mergedLate } from '../../src/core/late-reports.ts';
import { PLAN_RULES } from '../../src/core/period.ts';
import { STATES } from '../../src/core/status.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { taskRow } from './task-row.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const MAY = { period: { year: 2024, month: 5 }, reported: ['I.01'] };
const said = { state: STATES.doing, reportedAt: at(day('2024-05-16'), 9) };
const inMay = { ...said, period: 'Kỳ 05/2024' };
const inJune = { ...said, period: 'Kỳ 06/2024' };
const none: LateReports = { ended: false, codes: [], unknown: [] };

describe('what came after the closing of May', () => {
  test.each<[string, Partial<TaskRow>, LateReports | undefined, string, LateReports]>([
    ['reported on the 16th', inMay, undefined, '2024-05-17', { ...none, codes: ['II.05'] }],
    ['in the version already', { ...inMay, code: 'I.01' }, undefined, '2024-05-17', none],
    ['not yet', {}, undefined, '2024-05-17', none],
    ['did not come by the end of the 19th', {}, none, '2024-05-20', { ...none, ended: true }],
    [
      'seen before it was overwritten',
      inJune,
      { ...none, codes: ['II.05'] },
      '2024-05-20',
      { ...none, ended: true, codes: ['II.05'] },
    ],
    ['overwritten before anybody looked', inJune, none, '2024-05-23', { ...none, ended: true, unknown: ['II.05'] }],
    [
      'May chosen by hand, after the 19th',
      { ...inMay, reportedAt: at(day('2024-05-21'), 9) },
      none,
      '2024-05-23',
      { ...none, ended: true },
    ],
    [
      'a clock that was dead until June still finds it',
      inMay,
      undefined,
      '2024-06-03',
      { ...none, ended: true, codes: ['II.05'] },
    ],
    ['what has ended stays', inMay, { ...none, ended: true }, '2024-05-23', { ...none, ended: true }],
  ])('%s', (_, cells, known, on, expected) =>
    expect(lateReports([taskRow(cells)], MAY, known, PLAN_RULES, phrasesWith([]), at(day(on), 0, 5))).toEqual(expected),
  );
});

test('lists beside several versions are one: what one has seen, the other does not call unknown', () => {
  expect(mergedLate([undefined, undefined])).toBeUndefined();
  expect(
    mergedLate([{ ...none, codes: ['A'] }, undefined, { ended: true, codes: ['B'], unknown: ['A', 'C'] }]),
  ).toEqual({ ended: true, codes: ['A', 'B'], unknown: ['C'] });
});
