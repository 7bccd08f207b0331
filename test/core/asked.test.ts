import { expect, test } from 'vitest';
import { type AskedUnit, askedRowsOf, askedUnits, readAskedRows, writeAskedRows } from '../../src/core/asked.ts';

const unit: AskedUnit = {
  name: 'Ban Tư pháp',
  askedFor: 'Kỳ 05/2024',
  askedAt: 45421.3,
  askedRows: 'II.05 X.71',
  reporting: 'có dòng',
  memberOf: 'Các ban, ngành cấp xã',
};
const of = (cells: Partial<AskedUnit>) =>
  askedUnits(
    [
      { ...unit, ...cells },
      { ...unit, name: 'Công an xã', askedFor: null },
    ],
    { year: 2024, month: 5 },
    { from: 45397, to: 45426 },
  );

test.each<[string, Partial<AskedUnit>, Record<string, number>]>([
  ['asked', {}, { 'Ban Tư pháp': 45421.3 }],
  ['chosen by CAX, without a moment', { askedAt: null }, { 'Ban Tư pháp': 45397 }],
  ['for another period', { askedFor: 'Kỳ 04/2024' }, {}],
  ['only coordinating: its reports are not missing', { reporting: 'chỉ phối hợp' }, {}],
  ['a collective', { name: 'CÁC BAN, NGÀNH CẤP XÃ' }, {}],
])('%s', (_, cells, expected) => expect(of(cells)).toEqual(expected));

test.each<[string, Partial<AskedUnit>, Record<string, readonly string[]>]>([
  ['the rows its mails named', {}, { 'Ban Tư pháp': ['II.05', 'X.71'] }],
  ['mails that named none', { askedRows: '-' }, { 'Ban Tư pháp': [] }],
  ['asked by hand: of no row in particular', { askedRows: null }, {}],
  ['for another period', { askedFor: 'Kỳ 04/2024' }, {}],
])('rows: %s', (_, cells, expected) =>
  expect(askedRowsOf([{ ...unit, ...cells }], { year: 2024, month: 5 })).toEqual(expected),
);

test.each([[[]], [['II.05']], [['II.05', 'X.71']]])('%j is read as it is written', (codes: readonly string[]) =>
  expect(readAskedRows(writeAskedRows(codes))).toEqual(codes),
);
