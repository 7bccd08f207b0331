import { describe, expect, test } from 'vitest';
import { fold, tidy } from '../../src/core/text.ts';

describe('fold', () => {
  test('letters with two tones, folded twice, are folded once', () => {
    const once = fold('ὂḶ');
    expect(fold(once)).toBe(once);
  });

  test.each([
    ['Văn hoá', 'Văn hóa'],
    ['Ban Văn Hóa – Thông tin', 'ban văn hóa- thông tin'],
    ['tỷ lệ', 'tỉ lệ'],
    ['QUÝ I', 'quí i'],
    ['kỹ thuật', 'kĩ thuật'],
    ['thuỷ', 'thủy'],
    ['Toà án', 'Tòa án'],
    ['Trần'.normalize('NFD'), 'Trần'],
    ['Công\u00A0an  xã\u200B', 'Công an xã'],
    ['đúng, đủ', 'Đúng,đủ'],
    ['BHXH huyện,Các đơn vị', 'BHXH huyện, các đơn vị'],
  ])('%s = %s', (a, b) => expect(fold(a)).toBe(fold(b)));

  test.each([
    ['má', 'mà'],
    ['ban', 'bàn'],
    ['con', 'côn'],
    ['đo', 'do'],
    ['thuý', 'thui'],
    ['Tòa án', 'Toan'],
    ['', 'a'],
  ])('%s ≠ %s', (a, b) => expect(fold(a)).not.toBe(fold(b)));
});

describe('tidy', () => {
  test.each([
    ['  a\r\n b\t', 'a b'],
    ['Hoa\u0300', 'Hoà'],
    ['a\u0000b\uFEFF', 'ab'],
    ['', ''],
  ])('%j → %j', (given, wanted) => expect(tidy(given)).toBe(wanted));
});
