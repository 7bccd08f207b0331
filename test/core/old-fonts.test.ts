import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oldFontSaid } from '../../src/core/check/letters.ts';
import { oldFontIn } from '../../src/core/old-fonts.ts';
import { typedText } from '../../src/core/report/typed-text.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { OLD_FONT_WORDS } from '../hostile.ts';

describe('read as what it says, where nothing speaks against it', () => {
  test.each([
    ...OLD_FONT_WORDS,
    ['TCVN3', '§Ò nghÞ bæ sung', 'Đề nghị bổ sung'],
    ['TCVN3', 'TriÓn khai §Ò ¸n 06: ®¹t 85% (45/53 hå s¬)', 'Triển khai Đề án 06: đạt 85% (45/53 hồ sơ)'],
    ['TCVN3', 'C«ng an x·, V¨n phßng UBND x·', 'Công an xã, Văn phòng UBND xã'],
    ['TCVN3', 'th­ viÖn, t­ ph¸p', 'thư viện, tư pháp'],
    ['TCVN3', 'th­ viÖn', 'thư viện'],
    ['TCVN3', 'tr­êng häc, ph­êng x·, tr­íc ngµy', 'trường học, phường xã, trước ngày'],
    ['TCVN3', 'h­íng dÉn vµ giao l\u200b­u', 'hướng dẫn và giao lưu'],
    ['TCVN3', '«ng NguyÔn V¨n H¶i', 'ông Nguyễn Văn Hải'],
    ['TCVN3', 'v× vËy', 'vì vậy'],
    ['VNI', 'Coâng an xaõ phoái hôïp Vaên phoøng UBND xaõ', 'Công an xã phối hợp Văn phòng UBND xã'],
    ['VNI', 'ÑEÀ NGHÒ BOÅ SUNG', 'ĐỀ NGHỊ BỔ SUNG'],
    ['VNI', 'Khoù khaên: thieáu maùy tính', 'Khó khăn: thiếu máy tính'],
    ['TCVN3', 'Đã xong phần một.\n§Ò nghÞ bæ sung', 'Đã xong phần một.\nĐề nghị bổ sung'],
  ] as const)('%s «%s» → «%s»', (font, typed, says) => {
    expect(oldFontIn(typed)).toMatchObject({ font, says });
    expect(typedText(typed)).toBe(says);
  });
});

/** As Windows shows the bytes of a text, or as programs do that show none of 80–9F. */
const taken = (text: string, page: string) => new TextDecoder(page).decode(Buffer.from(text, 'utf8'));

describe('UTF-8 taken for another code page', () => {
  const says = 'Đề nghị bổ sung kinh phí; đã hướng dẫn «người dân» – 85%';
  test.each(['windows-1252', 'latin1'])('by %s', (page) => {
    const typed = page === 'latin1' ? Buffer.from(says, 'utf8').toString('latin1') : taken(says, page);
    expect(oldFontIn(typed)).toMatchObject({ font: 'UTF-8', says });
    expect(typedText(typed)).toBe(says);
  });
  test('some of it lost on the way, or Unicode beside it: named, left as it stands', () => {
    const typed = Buffer.from(says, 'utf8').toString('latin1');
    expect(oldFontIn(typed.replace(/[\u0080-\u009F]/gu, ''))).toMatchObject({ font: 'UTF-8', says: undefined });
    expect(oldFontIn(`Đã xong\n${typed}`)).toMatchObject({ font: 'UTF-8', says: undefined });
  });
  test.each(['«cá» và «má»…', '«UBND XÃ», «NHÀ VĂN HÓA XÃ»', '«cá»… «má»', 'Ærø', 'á – à – ã'])(
    'as typed: %s',
    (text) => expect(oldFontIn(text)).toBeUndefined(),
  );
});

describe('letters that are lost', () => {
  test.each([
    ['Đ\uFFFD nghị', true],
    ['hư?ng d?n ngư?i dân', true],
    ['Đã xong? rồi', false],
    ['có?không', false],
    ['https://x.vn/a?b=c?d https://y.vn/c?d', false],
  ])('«%s»: %s', (text, isSaid) => expect(oldFontSaid(text) !== undefined).toBe(isSaid));
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
    // Soft hyphens inside words, at the ends of lines, for hyphens; with what cannot be seen or is wide around them.
    'l\u00adên, b\u00adên tr\u00adên, th\u00adu, h\u00ado\u00adà',
    's\u00ad\u200bố h\u00ad\u200bồ s\u00ad\u200bơ th\u00ad\u200bu nh\u00ad\u200bận',
    'ph\u00ad\nương án, th\u00ad\nu phí',
    'ph\u00ad ương án, t\u00ad\u00a0ổ, s\u00ad\u2003ố',
    'm\u00ad\u200bên ng\u00ad\u200bày t\u00ad\u2060ô th\u00ad\ufeffì',
    'H\u00adT, 12/KH\u00adUBND, QÐ\u00adTTg',
    // Signs that are letters in TCVN3.
    'Nhóm «C và D», «NH Nông nghiệp», «P, N»',
    'Sân 3m×4m, m×n, bụi 5µm và 5 µm, dày 1½m, 4m × 5m',
    'tíc tắc, kíc, xích, lệch, vích',
    '',
  ])('«%s»', (text) => expect(oldFontIn(text)).toBeUndefined());
});

test('no text of the plan is called one, however odd its spaces and whatever invisible stands between its letters', () => {
  const { tasks, units } = checkSeeds(join(ROOT, 'seeds'));
  const texts = [
    ...tasks.flatMap(({ content, lead, coordinating }) => [content, lead, coordinating]),
    ...units.map(({ name }) => name),
  ];
  const odd = fc.constantFrom(
    '\u00AD',
    '\u00AD\u200B',
    '\u200B',
    '\u00AD\n',
    '\u00AD ',
    '\u00A0',
    '\u2009',
    '\u2060\u00AD',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 30 }),
      (text, signs) => {
        const letters = [...text];
        for (const [at, sign] of signs) letters[at % letters.length] += sign;
        expect(oldFontIn(letters.join(''))).toBeUndefined();
      },
    ),
    { numRuns: 3000 },
  );
});
