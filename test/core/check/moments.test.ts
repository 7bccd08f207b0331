// «Thời điểm báo cáo» that the system cannot have written; what it wrote itself, late too, is nobody's typing.
import { describe, expect, test } from 'vitest';
import { at, dayOf } from '../../../src/core/calendar.ts';
import { isTimeByHand } from '../../../src/core/check/moments.ts';

const on = (month: number, day: number, hour = 9) => at(dayOf(2024, month, day), hour, 5);
const CLOSED = dayOf(2024, 5, 14);
const LATER = dayOf(2024, 5, 31);

describe('a period looked at on its closing day, and later', () => {
  test.each([
    ['in time', on(5, 10), 'Kỳ 05/2024', CLOSED, false],
    ['late, stamped on the 16th', on(5, 16), 'Kỳ 05/2024', LATER, false],
    ['late, on the last day of the month', on(5, 31, 23), 'Kỳ 05/2024', LATER, false],
    ['of the next month', on(6, 1), 'Kỳ 05/2024', LATER, true],
    ['to come, in its own month', on(5, 16), 'Kỳ 05/2024', CLOSED, true],
    ['a day without a time', dayOf(2024, 5, 10), 'Kỳ 05/2024', CLOSED, true],
    ['long before its period', on(3, 31), 'Kỳ 05/2024', CLOSED, true],
    ['in the month before', on(4, 16), 'Kỳ 05/2024', CLOSED, false],
    ['to come, of no period that can be read', on(5, 16), 'tháng 5', CLOSED, true],
    ['to come, of no period', on(5, 16), null, CLOSED, true],
    ['no number', '16/05/2024 09:00', 'Kỳ 05/2024', CLOSED, false],
  ])('%s', (_, reportedAt, period, today, byHand) => expect(isTimeByHand(reportedAt, period, today)).toBe(byHand));
});
