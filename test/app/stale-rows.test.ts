// A dated row that was last reported in May looks well in August no longer: the sheet says that nothing was said of it, and counts it as before.
import { describe, expect, test } from 'vitest';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { again, look, stageAt, valueAt } from './played.ts';

const VP = 'vp@example.vn';
const WORDS = 'chưa cập nhật kỳ này';
/** A row of the whole year. */
const ROW = 'II.25';

const stage = stageAt('2024-05-13T08:00');
stage.type(VP, 'tasks', ROW, 'state', 'Đang thực hiện');
stage.type(VP, 'tasks', ROW, 'result', 'Đã lưu trữ 45 hồ sơ');
const shown = (one: typeof stage) => [valueAt(one, 'tasks', ROW, 'status'), valueAt(one, 'tasks', ROW, 'daysLeft')];
const figures = (one: typeof stage) => {
  const board = look(one)('units');
  return board.rows.map(({ index, key }) => [key, board.value(index, 'owed'), board.value(index, 'reported')]);
};
/** The same sheet looked at on another day: «Ngày tính» moves the live view. */
const at = (day: string) => {
  const later = again(stage);
  expect(later.type(INSTALLER, 'settings', 'asOf', 'value', day).kind).toBe('accepted');
  return later;
};

describe('a row last reported for Kỳ 05/2024', () => {
  test('in its own period: a status, a number', () => {
    expect(shown(stage)).toEqual(['Đang thực hiện trong hạn', expect.any(Number)]);
  });
  test('from the ninth of June: words behind both, until it is reported', () => {
    const june = at('10/06/2024');
    expect(shown(june)).toEqual([`Đang thực hiện trong hạn – ${WORDS}`, expect.stringMatching(`^\\d+ – ${WORDS}$`)]);
    june.type(VP, 'tasks', ROW, 'period', 'Kỳ 06/2024');
    expect(shown(june)).toEqual(['Đang thực hiện trong hạn', expect.any(Number)]);
  });
  test('before the ninth nothing is missing yet', () => {
    expect(shown(at('08/06/2024'))[0]).toBe('Đang thực hiện trong hạn');
  });
  test('it is counted as before: what a unit owes and has reported', () => {
    const [, owed] = figures(at('10/06/2024')).find(([key]) => key === 'VP') ?? [];
    expect(owed).toBe(figures(at('08/06/2024')).find(([key]) => key === 'VP')?.[1]);
  });
});
