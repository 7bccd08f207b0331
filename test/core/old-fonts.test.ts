import { describe, expect, test } from 'vitest';
import { oldFontIn } from '../../src/core/old-fonts.ts';
import { typedText } from '../../src/core/report/typed-text.ts';
import { OLD_FONT_WORDS } from '../hostile.ts';

describe('read as what it says, where nothing speaks against it', () => {
  test.each([
    ...OLD_FONT_WORDS,
    ['TCVN3', '§Ò nghÞ bæ sung', 'Đề nghị bổ sung'],
    ['TCVN3', 'TriÓn khai §Ò ¸n 06: ®¹t 85% (45/53 hå s¬)', 'Triển khai Đề án 06: đạt 85% (45/53 hồ sơ)'],
    ['TCVN3', 'C«ng an x·, V¨n phßng UBND x·', 'Công an xã, Văn phòng UBND xã'],
    ['TCVN3', 'th­ viÖn, t­ ph¸p', 'thư viện, tư pháp'],
    ['VNI', 'Coâng an xaõ phoái hôïp Vaên phoøng UBND xaõ', 'Công an xã phối hợp Văn phòng UBND xã'],
    ['VNI', 'ÑEÀ NGHÒ BOÅ SUNG', 'ĐỀ NGHỊ BỔ SUNG'],
    ['VNI', 'Khoù khaên: thieáu maùy tính', 'Khó khăn: thiếu máy tính'],
    ['TCVN3', 'Đã xong phần một.\n§Ò nghÞ bæ sung', 'Đã xong phần một.\nĐề nghị bổ sung'],
  ] as const)('%s «%s» → «%s»', (font, typed, says) => {
    expect(oldFontIn(typed)).toMatchObject({ font, says });
    expect(typedText(typed)).toBe(says);
  });
});

describe('named, and left as it stands', () => {
  test.each([
    ['one word', 'bæ sung', 'TCVN3'],
    ['Unicode and TCVN3 in one line', 'Đề nghị bæ sung hå s¬', 'TCVN3'],
    ['Unicode and VNI in one line', 'Đề nghị boå sung hoà sô', 'VNI'],
    ['both', '§Ò nghÞ bæ sung\nHöôùng daãn ngöôøi daân', 'VNI'],
  ] as const)('%s', (_, typed, font) => expect(oldFontIn(typed)).toMatchObject({ font, says: undefined }));
});

describe('Unicode, whatever it says', () => {
  test.each([
    'Đã hướng dẫn người dân',
    'ho so da xong',
    'Khó khăn, vướng mắc: thiếu «máy tính»',
    'hoà bình, thuý, quí, loà xoà, hôm nay là ngày là',
    'Ðã ban hành kế hoạch',
    'Điều 5 § 3; © 2024; ® Windows; 25 °C; 10 µg; ½ số hộ; ±5; 3×4',
    'ông Müller, bà Søren, Café Noël, São Tomé, résumé, naïve, Ångström',
    'Kế hoạch số 12/KH-UBND ngày 28/02/2024',
    'Ô tô, xà lan, cà phê, hồ sơ',
    '« ô » ª º',
    'bé, má, ò ó o',
    '',
  ])('«%s»', (text) => expect(oldFontIn(text)).toBeUndefined());
});
