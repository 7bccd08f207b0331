// Values as a vi_VN sheet shows them, in the patterns of Google's number formats.
import { describe, expect, it } from 'vitest';
import { show } from '../../../src/host/formulas/display.ts';

const NOON = 45427.5;

describe('a number in vi_VN', () => {
  it.each<[number, string | undefined, string | undefined, string]>([
    [1234, undefined, undefined, '1234'],
    [0.5, undefined, undefined, '0,5'],
    [1 / 3, undefined, undefined, '0,3333333333'],
    [100 / 3, undefined, undefined, '33,33333333'],
    [-2.5, undefined, undefined, '-2,5'],
    [38012345678, undefined, undefined, '38012345678'],
    [0.1 + 0.2, undefined, undefined, '0,3'],
    [1e15, undefined, undefined, '1E+15'],
    [0.000001, undefined, undefined, '0,000001'],
    [45427, 'TEXT', '@', '45427'],
    [0.5, 'TEXT', undefined, '0,5'],
    [45427, 'DATE', 'dd/MM/yyyy', '15/05/2024'],
    [45427, 'DATE', 'dd/mm/yyyy', '15/05/2024'],
    [45427, 'DATE', undefined, '15/05/2024'],
    [45427, 'DATE', 'd/m/yy', '15/5/24'],
    [NOON, 'DATE_TIME', 'dd/mm/yyyy hh:mm', '15/05/2024 12:00'],
    [NOON + 1 / 1440, 'DATE_TIME', 'HH:mm dd/MM/yyyy', '12:01 15/05/2024'],
    [45427 + 8.5 / 24, 'DATE_TIME', 'dd/mm/yyyy hh:mm:ss', '15/05/2024 08:30:00'],
    [45427 + 86399.9 / 86400, 'DATE_TIME', 'dd/mm/yyyy hh:mm', '16/05/2024 00:00'],
    [0.75, 'TIME', 'h:mm am/pm', '6:00 PM'],
    [1.5, 'TIME', '[h]:mm', '36:00'],
    [NOON, 'DATE', '"ngày" dd "tháng" mm', 'ngày 15 tháng 05'],
    [0.256, 'PERCENT', '0%', '26%'],
    [0.256, 'PERCENT', '0.0%', '25,6%'],
    [0.575, 'PERCENT', '0%', '58%'],
    [0.256, 'PERCENT', undefined, '25,60%'],
    [1234.5, 'NUMBER', '#,##0', '1.235'],
    [1234567.891, 'NUMBER', '#,##0.00', '1.234.567,89'],
    [-1234, 'NUMBER', '#,##0', '-1.234'],
    [-0.4, 'NUMBER', '0', '0'],
    [1234, 'NUMBER', undefined, '1.234,00'],
    [7, 'NUMBER', '00', '07'],
    [0, 'NUMBER', '#,##0', '0'],
    [0, 'NUMBER', '#', ''],
    [1.5, 'NUMBER', '0.##', '1,5'],
    [2, 'NUMBER', '0.##', '2'],
    [1.005, 'NUMBER', '0.00', '1,01'],
    [5, 'NUMBER', '0" ngày"', '5 ngày'],
    [-5, 'NUMBER', '0;(0)', '(5)'],
    [0, 'NUMBER', '0;-0;"–"', '–'],
    [0, 'NUMBER', '0;-0;', ''],
  ])('%d as %s «%s» is «%s»', (value, type, pattern, shown) => {
    expect(show({ kind: 'number', value }, type === undefined ? undefined : { type, pattern }, 'vi_VN')).toBe(shown);
  });

  it.each(['dddd', 'mmm', '0.00E+00', '# ?/?', '[>5]0', '0,', '$0_)'])('«%s» is not emulated', (pattern) => {
    expect(() => show({ kind: 'number', value: 45427 }, { type: 'NUMBER', pattern }, 'vi_VN')).toThrow(
      expect.objectContaining({ name: 'NotEmulated' }),
    );
  });
});

describe('other values', () => {
  it('text is shown as it is, whatever the format', () => {
    for (const pattern of ['@', '0%', 'dd/mm/yyyy', '#,##0']) {
      expect(show({ kind: 'text', value: 'chưa rõ' }, { pattern }, 'vi_VN')).toBe('chưa rõ');
    }
    expect(show({ kind: 'text', value: 'x' }, { pattern: '0;0;0;"«"@"»"' }, 'vi_VN')).toBe('«x»');
  });

  it('truth values and errors too', () => {
    expect(show({ kind: 'boolean', value: true }, { pattern: '0%' }, 'vi_VN')).toBe('TRUE');
    expect(show({ kind: 'error', value: '#N/A' }, { pattern: 'dd/mm/yyyy' }, 'vi_VN')).toBe('#N/A');
  });

  it.each([
    ['en_US', '1,234.50', '0.5', '5/15/2024', '15/05/2024', 'TRUE'],
    ['en_GB', '1,234.50', '0.5', '15/05/2024', '15/05/2024', 'TRUE'],
    ['de_DE', '1.234,50', '0,5', '15.05.2024', '15/05/2024', 'WAHR'],
    ['fr_FR', '1\u202F234,50', '0,5', '15/05/2024', '15/05/2024', 'VRAI'],
  ])('%s has its own marks', (locale, number, half, day, ours, yes) => {
    expect(show({ kind: 'number', value: 1234.5 }, { type: 'NUMBER' }, locale)).toBe(number);
    expect(show({ kind: 'number', value: 0.5 }, undefined, locale)).toBe(half);
    expect(show({ kind: 'number', value: 45427 }, { type: 'DATE' }, locale)).toBe(day);
    expect(show({ kind: 'number', value: 45427 }, { type: 'DATE', pattern: 'dd/mm/yyyy' }, locale)).toBe(ours);
    expect(show({ kind: 'boolean', value: true }, undefined, locale)).toBe(yes);
  });

  it('no other locale is emulated', () => {
    expect(() => show({ kind: 'text', value: 'x' }, undefined, 'ja_JP')).toThrow(/locale ja_JP/u);
  });
});
