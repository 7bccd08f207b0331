import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../src/report/page.ts';

describe('cut', () => {
  test.each<[string, number, string]>([
    ['Đã rà soát', 10, 'Đã rà soát'],
    ['Đã rà soát', 9, 'Đã rà…'],
    ['Đã rà soát, báo cáo', 13, 'Đã rà soát…'],
    ['Đã\n rà \u00A0soát', 10, 'Đã rà soát'],
    ['aaaaaaaaaaaa', 5, 'aaaa…'],
    ['👍👍👍👍', 3, '👍👍…'],
    ['', 5, ''],
    ['    a', 2, 'a'],
  ])('«%s» at %d: «%s»', (text, max, expected) => expect(cut(text, max)).toBe(expected));

  test('never longer, and «…» exactly where something is missing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ế', ' ', ',', '👍', '\n') }),
        fc.integer({ min: 2, max: 30 }),
        (text, max) => {
          const short = cut(text, max);
          const whole = text.replace(/\s+/gu, ' ').trim();
          expect([...short].length).toBeLessThanOrEqual(max);
          if (short.endsWith('…')) expect(whole.startsWith(short.slice(0, -1))).toBe(true);
          else expect(short).toBe(whole);
        },
      ),
    );
  });

  test.each([
    ['- Đã ban hành kế hoạch;\n- Đề nghị bổ sung kinh phí.', 'Đã ban hành kế hoạch; Đề nghị bổ sung kinh phí.'],
    ['- Đã ban hành; - Đề nghị bổ sung', 'Đã ban hành; Đề nghị bổ sung'],
    ['+ Đã ban hành\n+ Đề nghị', 'Đã ban hành; Đề nghị'],
    ['* Đã ban hành.\n* đề nghị', 'Đã ban hành; đề nghị'],
    ['• Đã ban hành\n• Đề nghị', 'Đã ban hành; Đề nghị'],
    ['Trong kỳ:\n- Đã ban hành\n- Đã họp', 'Trong kỳ: Đã ban hành; Đã họp'],
    ['Đã ban hành\n45 hồ sơ', 'Đã ban hành; 45 hồ sơ'],
    ['tăng +5 hồ sơ, giảm -3; còn 2*3', 'tăng +5 hồ sơ, giảm -3; còn 2*3'],
    ['-5 hồ sơ', '-5 hồ sơ'],
    ['+84 912', '+84 912'],
    ['Kế hoạch - Tài chính', 'Kế hoạch - Tài chính'],
    ['→ Đã họp\n➢ Đề nghị\n✓ xong\n❖ Đã gửi', 'Đã họp; Đề nghị; xong; Đã gửi'],
    ['a) Đã họp\nb) Đề nghị\nc. Xong', 'a) Đã họp; b) Đề nghị; c. Xong'],
    ['từ 1→2 hồ sơ', 'từ 1→2 hồ sơ'],
    ['-', '-'],
  ])('a list in one sentence: «%s» → «%s»', (text, told) => expect(cut(text, 200)).toBe(told));

  test('50,000 characters', () => expect(cut('Nội dung '.repeat(6000), 20)).toBe('Nội dung Nội dung…'));
});
