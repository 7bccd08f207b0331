// «Lưu ý» of «Đơn vị» and «Cấu hình» beside the reader of addresses: what the core reads whole no formula doubts, and what a formula can see
// the core names too. The rule that refuses what is typed is the same formula.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddresses } from '../../src/core/addresses.ts';
import { UNIT_ADDRESS_NOTES } from '../../src/core/check/people.ts';
import { readSettings, SETTING_NOTES } from '../../src/core/settings.ts';
import { cases } from '../hunt.ts';
import { buildWorkbook } from './evaluated-workbook.ts';

const book = buildWorkbook('2024-05-15', {});
const ROWS = book.reader('units').rows.slice(0, 24);

const piece = fc.constantFrom(
  ...[
    'a@x.vn',
    'cax.vs@example.vn',
    'B@X.VN',
    'a..b@x.vn',
    '.a@x.vn',
    'a.@x.vn',
    'a@-b.vn',
    'a@x.vn.',
    'mailto:a@x.vn',
    'сax@x.vn',
  ],
  ...[
    'Tên <a@x.vn>',
    'Tên, CAX <a@x.vn>',
    '‹a@x.vn›',
    'Trạm Y tế',
    '(ghi chú)',
    '(a..b)',
    '"Анна"',
    'a@b',
    '@',
    '..',
    '-',
    'Đ/c Nam',
    'x',
  ],
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(', ', ';', '\n', ' ', '')), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.flat().join(''));
const cell = fc.oneof(
  { weight: 9, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 38, max: 45 }).map((n) => Array.from({ length: n }, (_, i) => `a${i}@x.vn`).join(',')),
  },
  { weight: 1, arbitrary: fc.constantFrom<string | number | boolean>(5, true, `${'a'.repeat(12_000)}@x.vn`) },
);

test('every cell of addresses: doubted by the sheet only where the core names something', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: ROWS.length, maxLength: ROWS.length }), (cells) => {
      book.put(ROWS.map(({ key }, i) => ({ tab: 'units', column: 'accounts', row: key, value: cells[i] ?? null })));
      const reader = book.reader('units');
      ROWS.forEach(({ index }, i) => {
        const isDoubted = String(reader.value(index, 'notes')).includes(UNIT_ADDRESS_NOTES.accounts);
        const { addresses, unread } = readAddresses(cells[i] ?? null);
        expect([cells[i], isDoubted && unread.length === 0]).toEqual([cells[i], false]);
        // What holds no @ at all the formula sees as well.
        if (addresses.length === 0 && !String(cells[i]).includes('@'))
          expect([cells[i], isDoubted]).toEqual([cells[i], true]);
      });
    }),
    cases(4),
  );
});

test.each([
  ['policeAccounts', 'Trưởng CAX <cax@x.vn>, pho@x.vn', ''],
  ['policeAccounts', 'a..b@x.vn', SETTING_NOTES.address],
  ['chairmanEmail', 'a@x.vn', ''],
  ['chairmanEmail', 'a@x.vn; b@x.vn', SETTING_NOTES.address],
  ['chairmanEmail', '=1+1', SETTING_NOTES.formula],
  ['commune', 'x'.repeat(201), SETTING_NOTES.long],
  ['commune', 'xã Vân Sơn', ''],
  ['grounds', 'y'.repeat(5001), SETTING_NOTES.long],
  ['sendingHour', 'bảy giờ', SETTING_NOTES.number],
])('«Cấu hình», %s', (row, value, note) => {
  book.put([{ tab: 'settings', column: 'value', row, value }]);
  const { rows, value: at } = book.reader('settings');
  expect(at(rows.find(({ key }) => key === row)?.index ?? 0, 'notes')).toBe(note);
  const isFormula = value.startsWith('=');
  const { findings } = readSettings(new Map([[row, isFormula ? null : value]]), 2024, {
    formulas: new Set(isFormula ? [row] : []),
  });
  expect(findings.length > 0).toBe(note !== '');
});
