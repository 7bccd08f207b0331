// Whose report it is where Đầu mối has changed.
import { describe, expect, test } from 'vitest';
import { accountOf, authorOf, handedOver } from '../../src/core/handed-over.ts';
import { taskRow } from './task-row.ts';

const ENDED = { year: 2024, month: 5 };
const A = 'Ban Tư pháp';
const B = 'Văn phòng UBND xã';

describe('a row given on', () => {
  test.each([
    ['reported before', { period: 'Kỳ 06/2024' }, { period: 'Kỳ 06/2024' }, true, 'Kỳ 06/2024 – Ban Tư pháp'],
    ['reported between two looks: nobody knows', { period: 'Kỳ 06/2024' }, { period: 'Kỳ 05/2024' }, true, undefined],
    ['nothing reported, its time over', {}, {}, false, 'Kỳ 05/2024 – Ban Tư pháp'],
    ['nothing reported, last looked at before', {}, { knowsEnded: false }, false, undefined],
    [
      'speaks for an older period',
      { period: 'Kỳ 04/2024' },
      { period: 'Kỳ 04/2024' },
      false,
      'Kỳ 05/2024 – Ban Tư pháp',
    ],
    ['the same unit in other letters', { accountable: 'BAN TƯ PHÁP' }, {}, false, undefined],
    [
      'for the second time',
      { period: 'Kỳ 06/2024', reporter: 'Kỳ 06/2024 – Công an xã' },
      { period: 'Kỳ 06/2024' },
      true,
      undefined,
    ],
    ['nobody had it', { period: 'Kỳ 06/2024' }, { period: 'Kỳ 06/2024', accountable: null }, true, 'Kỳ 06/2024 – '],
  ])('%s', (_, cells, before, isReported, expected) => {
    const row = taskRow({ accountable: B, ...cells });
    const was = { period: null, accountable: A, knowsEnded: true, ...before };
    expect(handedOver(row, was, { period: ENDED, isReported })).toBe(expected);
  });

  test.each([
    ['nothing written', null, B, undefined],
    ['of the period', 'Kỳ 05/2024 – Ban Tư pháp', A, A],
    ['of an earlier one', 'Kỳ 04/2024 – Ban Tư pháp', B, undefined],
    ['nobody had it', 'Kỳ 05/2024 – ', '', ''],
    ['given back', 'Kỳ 05/2024 – văn phòng UBND xã', 'văn phòng UBND xã', undefined],
    ['nobody has it now', 'Kỳ 05/2024 – Ban Tư pháp', null, A, null],
  ])('whose account and whose words: %s', (_, reporter, account, author, now: string | null = B) => {
    const row = taskRow({ accountable: now, reporter, period: 'Kỳ 05/2024' });
    expect(accountOf(row, ENDED)).toBe(account);
    expect(authorOf({ ...row, entry: row })).toBe(author);
  });
});
