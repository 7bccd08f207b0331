// Whose report it is where Đầu mối has changed.
import { describe, expect, test } from 'vitest';
import { accountOf, authorOf, handedOver, type RowBefore } from '../../src/core/handed-over.ts';
import { renamed, reporterWords } from '../../src/core/reporter-cell.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { taskRow } from './task-row.ts';

const ENDED = { year: 2024, month: 5 };
const A = 'Ban Tư pháp';
const B = 'Văn phòng UBND xã';

describe('a row given on', () => {
  test.each([
    ['reported before', { period: 'Kỳ 06/2024' }, { period: 'Kỳ 06/2024' }, true, 'Kỳ 06/2024 tính cho Ban Tư pháp'],
    ['reported between two looks: nobody knows', { period: 'Kỳ 06/2024' }, { period: 'Kỳ 05/2024' }, true, undefined],
    ['reported since the closing day had come', { period: 'Kỳ 05/2024' }, {}, true, 'Kỳ 05/2024 tính cho Ban Tư pháp'],
    [
      'reported since, last looked at before that day',
      { period: 'Kỳ 05/2024' },
      { knowsEnded: false },
      true,
      undefined,
    ],
    ['nothing reported, its time over', {}, {}, false, 'Kỳ 05/2024 tính cho Ban Tư pháp'],
    ['nothing reported, last looked at before', {}, { knowsEnded: false }, false, undefined],
    [
      'speaks for an older period',
      { period: 'Kỳ 04/2024' },
      { period: 'Kỳ 04/2024' },
      false,
      'Kỳ 05/2024 tính cho Ban Tư pháp',
    ],
    ['the same unit in other letters', { accountable: 'BAN TƯ PHÁP' }, {}, false, undefined],
    [
      'for the second time',
      { period: 'Kỳ 06/2024', reporter: 'Kỳ 06/2024 – Công an xã' },
      { period: 'Kỳ 06/2024' },
      true,
      undefined,
    ],
    [
      'nobody had it',
      { period: 'Kỳ 06/2024' },
      { period: 'Kỳ 06/2024', accountable: null },
      true,
      'Kỳ 06/2024 không tính cho đơn vị nào',
    ],
  ])('%s', (_, cells, before, isReported, expected) => {
    const row = taskRow({ accountable: B, ...cells });
    const was = { ...row, period: null, accountable: A, knowsEnded: true, ...before };
    const given = handedOver(row, was, { period: ENDED, isReported });
    expect(given && reporterWords(given)).toBe(expected);
  });

  test.each<[string, Partial<TaskRow>, Partial<RowBefore>, string | undefined]>([
    ['nothing reported', {}, {}, 'Kỳ 06/2024 không tính cho đơn vị nào'],
    [
      'it speaks for an older period',
      { period: 'Kỳ 05/2024' },
      { period: 'Kỳ 05/2024' },
      'Kỳ 06/2024 không tính cho đơn vị nào',
    ],
    ['the same unit', { accountable: A }, {}, undefined],
    ['first given to anybody', {}, { accountable: null }, 'Kỳ 06/2024 không tính cho đơn vị nào'],
    ['taken from everybody: nobody owes it anyway', { accountable: null }, {}, undefined],
    [
      'reported',
      { period: 'Kỳ 06/2024', state: 'Đang thực hiện' },
      { period: 'Kỳ 06/2024' },
      'Kỳ 06/2024 tính cho Ban Tư pháp',
    ],
    ['reported since', { period: 'Kỳ 06/2024', state: 'Đang thực hiện' }, {}, undefined],
  ])('given on when units had been asked for the last time: %s', (_, cells, before, expected) => {
    const row = taskRow({ accountable: B, ...cells });
    const was = { ...row, period: null, accountable: A, knowsEnded: false, ...before };
    const asked = { period: { year: 2024, month: 6 }, isReported: row.state !== null };
    const given = handedOver(row, was, { period: ENDED, isReported: true }, asked);
    expect(given && reporterWords(given)).toBe(expected);
  });

  test('after the closing day it was the old unit that owed it', () => {
    const row = taskRow({ accountable: B });
    const was = { ...row, accountable: A, knowsEnded: true };
    const open = { period: ENDED, isReported: false };
    expect(reporterWords(handedOver(row, was, open, open))).toBe('Kỳ 05/2024 tính cho Ban Tư pháp');
  });

  test('what is written afterwards is Đầu mối’s, at every giving on; the account stays', () => {
    const C = 'Công an xã';
    const stood = taskRow({ accountable: A, period: 'Kỳ 05/2024', result: 'của A', difficulty: 'khó của A' });
    const give = (row: TaskRow, to: string): TaskRow => {
      const given = { ...row, accountable: to };
      const reporter = handedOver(given, { ...row, knowsEnded: false }, { period: ENDED, isReported: true });
      return { ...given, reporter: reporter ?? row.reporter ?? null };
    };
    const told = (row: TaskRow) => [accountOf(row, ENDED), authorOf({ ...row, entry: row }, 'result')];
    const difficultyOf = (row: TaskRow) => authorOf({ ...row, entry: row }, 'difficulty');
    const atB = give(stood, B);
    expect(told(atB)).toEqual([A, A]);
    expect(told(give(atB, C))).toEqual([A, A]);
    const byB = { ...atB, result: 'của B' };
    expect(told(byB)).toEqual([A, undefined]);
    const atC = give(byB, C);
    expect(told(atC)).toEqual([A, B]);
    // Each text is of who typed it: others beside it are typed anew, a later period is confirmed, it is given on once more.
    expect(told({ ...atC, progress: 1 / 2 })).toEqual([A, B]);
    expect(told({ ...atC, result: 'của C' })).toEqual([A, undefined]);
    expect([byB, atC, { ...atC, result: 'của C' }].map(difficultyOf)).toEqual([A, A, A]);
    const inJune = { ...atC, period: 'Kỳ 06/2024', result: 'của C' };
    expect([difficultyOf(inJune), told(inJune)]).toEqual([A, [A, undefined]]);
    const back = give(inJune, B);
    expect([difficultyOf(back), told(back), accountOf(back, { year: 2024, month: 6 })]).toEqual([A, [B, C], C]);
    expect(difficultyOf({ ...back, difficulty: null })).toBeUndefined();
    expect(told({ ...atC, reporter: renamed(atC.reporter, (name) => `${name} mới`) })).toEqual([
      `${A} mới`,
      `${B} mới`,
    ]);
    expect(told(give(atC, A))).toEqual([A, B]);
  });

  test.each([
    ['nothing written', null, B, undefined],
    ['of the period', 'Kỳ 05/2024 – Ban Tư pháp', A, A],
    ['of an earlier one', 'Kỳ 04/2024 – Ban Tư pháp', B, undefined],
    ['nobody had it', 'Kỳ 05/2024 – ', '', ''],
    ['given back', 'Kỳ 05/2024 – văn phòng UBND xã', 'văn phòng UBND xã', undefined],
    ['nobody has it now', 'Kỳ 05/2024 – Ban Tư pháp', null, A, null],
    // A mark of all cells together, as earlier programs wrote it.
    ['of an earlier program', '0a1b2c3d4e5f6071 Công an xã; Kỳ 05/2024 – Ban Tư pháp', A, A],
  ])('whose account and whose words: %s', (_, reporter, account, author, now: string | null = B) => {
    const row = taskRow({ accountable: now, reporter, period: 'Kỳ 05/2024', result: 'Xong' });
    expect(accountOf(row, ENDED)).toBe(account);
    expect(authorOf({ ...row, entry: row }, 'result')).toBe(author);
    // Units called otherwise, it says the same.
    expect(accountOf({ ...row, reporter: renamed(row.reporter, (name) => name) }, ENDED)).toBe(account);
  });
});
