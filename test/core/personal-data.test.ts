import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { findPersonalData, maskPersonalData } from '../../src/core/personal-data.ts';
import { tidyLines } from '../../src/core/text.ts';

describe('masked', () => {
  test.each([
    // Identity numbers
    ['CCCD 038012345612', 'CCCD 0380••••••12'],
    ['038012345612', '0380••••••12'],
    ['(038012345612)', '(0380••••••12)'],
    ['số 038012345612.', 'số 0380••••••12.'],
    ['CCCD038012345612', 'CCCD0380••••••12'],
    ['038 012 345 612', '0380••••••12'],
    ['038.012.345.612', '0380••••••12'],
    ['0380-1234-5612', '0380••••••12'],
    ['038012345612, 038012345613', '0380••••••12, 0380••••••13'],
    ['138012345612', '1380••••••12'],
    ['38012345612', '3801•••••12'],
    ['định danh: 38012345612-A', 'định danh: 3801•••••12-A'],
    ['038012345612/CCCD', '0380••••••12/CCCD'],
    // Old identity cards
    ['CMND 172345678', 'CMND 172••••78'],
    ['CMND số 172 345 678 cấp ngày 05/07/2012', 'CMND số 172••••78 cấp ngày 05/07/2012'],
    ['172345678 (chứng minh nhân dân)', '172••••78 (chứng minh nhân dân)'],
    // Telephones
    ['ĐT 0912345678', 'ĐT 091•••••78'],
    ['0912 345 678', '091•••••78'],
    ['0912.345.678', '091•••••78'],
    ['0912-345-678', '091•••••78'],
    ['091 2345 678', '091•••••78'],
    ['0912 34 56 78', '091•••••78'],
    ['0912\u00A0345\u00A0678', '091•••••78'],
    ['SĐT:0912345678/0987654321', 'SĐT:091•••••78/098•••••21'],
    ['0912345678-0987654321', '091•••••78-098•••••21'],
    ['ngày 15/05/2024 0912345678', 'ngày 15/05/2024 091•••••78'],
    ['tháng 5 2024 0912 345 678 ông Hùng', 'tháng 5 2024 091•••••78 ông Hùng'],
    ['+84912345678', '+8491•••••78'],
    ['+84 912 345 678', '+8491•••••78'],
    ['(+84) 912.345.678', '(+8491•••••78'],
    ['0084912345678', '0084•••••••78'],
    ['84912345678', '8491•••••78'],
    ['02373123456', '0237•••••56'],
    ['0237.3.123.456', '0237•••••56'],
    ['(0237) 3123 456', '(0237•••••56'],
    ['https://zalo.me/0912345678', 'https://zalo.me/091•••••78'],
    ['0912 345 678 038 012 345 612', '091•••••78 0380••••••12'],
    ['060000 0000•••••00', '060000 0000•••••00'],
    ['0912 345 678 ••• 0912345678', '091•••••78 ••• 091•••••78'],
    // All there is in a cell, which has lost its zero
    ['912345678', '912••••78'],
    [' 387654321 ', ' 387••••21 '],
    ['2373123456', '237•••••56'],
    // Whatever is between the digits
    ['0382-0-4001-23-4 %', '0382••••••34 %'],
    ['0382.0.4001.23.4%', '0382••••••34%'],
    ['0912345678 90%, còn 8%', '091•••••78 90%, còn 8%'],
    ['03 82 04 00 12 34', '0382••••••34'],
    ['038204 001234', '0382••••••34'],
    ['0 3 8 2 0 4 0 0 1 2 3 4', '0382••••••34'],
    ['038\u00A0204\u2009001\u202F234', '0382••••••34'],
    ['038\u200B204\u200B001234', '0382••••••34'],
    ['038204\n001234', '0382••••••34'],
    ['038\u2010204\u2011001\u2012234', '0382••••••34'],
    ['038\u2013204\u2014001\u2015234', '0382••••••34'],
    ['038\u2212204\u2212001\u2212234', '0382••••••34'],
    ['038/204/001/234', '0382••••••34'],
    ['03/82/04/00/12/34', '0382••••••34'],
    ['03/12/04/00/12/34', '0312••••••34'],
    ['038_204_001_234', '0382••••••34'],
    ['038·204·001·234', '0382••••••34'],
    ['038*204*001*234', '0382••••••34'],
    ['038:204:001:234', '0382••••••34'],
    ['03:12:04:00:12:34', '0312••••••34'],
    ['038•204•001•234', '0382••••••34'],
    ['038º204ª001№234', '0382••••••34'],
    ['038,204,001,234', '0382••••••34'],
    ['038 - 204 - 001 - 234', '0382••••••34'],
    ['038.-204.-001.-234', '0382••••••34'],
    ['0382.040-012/34', '0382••••••34'],
    ['038 | 204 | 001 | 234', '0382••••••34'],
    ['0382_04-001.234', '0382••••••34'],
    ['CCCD: 0382 04 001234', 'CCCD: 0382••••••34'],
    ['số 038204001-234 của ông A', 'số 0382••••••34 của ông A'],
    ['căn cước 138 204 001 234', 'căn cước 1382••••••34'],
    ['CMND 17-23-45-678', 'CMND 172••••78'],
    ['CMND: 172/345/678', 'CMND: 172••••78'],
    ['172_345_678 (CMND)', '172••••78 (CMND)'],
    ['09 12 34 56 78', '091•••••78'],
    ['09.12.34.56.78', '091•••••78'],
    ['09-12-34-56-78', '091•••••78'],
    ['0 912 345 678', '091•••••78'],
    ['0912_345_678', '091•••••78'],
    ['0\uFE0F\u20E39\uFE0F\u20E31\uFE0F\u20E32345678', '091•••••78'],
    ['09\u033312\u0333345678', '091•••••78'],
    ['0912/345/678', '091•••••78'],
    ['0912·345·678', '091•••••78'],
    ['0912*345*678', '091•••••78'],
    ['0912:345:678', '091•••••78'],
    ['0912\u2010345\u2212678', '091•••••78'],
    ['0912\n345\n678', '091•••••78'],
    ['0912\u200B345\u2060678', '091•••••78'],
    ['0912 - 345 - 678', '091•••••78'],
    ['(0912) 345678', '(091•••••78'],
    ['84 912 345 678', '8491•••••78'],
    ['84-912-345-678', '8491•••••78'],
    ['+84-912-345-678', '+8491•••••78'],
    ['+84 (0) 912 345 678', '+8409••••••78'],
    ['(+84) 91 234 5678', '(+8491•••••78'],
    ['0084 912 345 678', '0084•••••••78'],
    ['02 37 31 23 456', '0237•••••56'],
    ['0237/3123/456', '0237•••••56'],
    // Digits of any script
    ['０３８２０４００１２３４', '0382••••••34'],
    ['０９１２　３４５　６７８', '091•••••78'],
    ['٠٩١٢٣٤٥٦٧٨', '091•••••78'],
    ['०९१२ ३४५ ६७८', '091•••••78'],
    ['𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', '091•••••78'],
    ['ĐT𝟎𝟗𝟏𝟐 𝟑𝟒𝟓 𝟔𝟕𝟖.', 'ĐT091•••••78.'],
    ['0９1２ 3４5 6７8', '091•••••78'],
    // Two beside each other, in groups
    ['091·23456·78 \n 03−82−04−00−1−234', '091•••••78 \n 0382••••••34'],
    ['0912 345 678 0987 654 321', '091•••••78 098•••••21'],
    ['038 204 001 234 079 301 123 456', '0382••••••34 0793••••••56'],
    ['0912.345.678 - 038.204.001.234', '091•••••78 - 0382••••••34'],
    ['••0912345678', '••091•••••78'],
    ['••••0912 345 678', '••••091•••••78'],
    // Beside what is left alone
    ['ngày 05/07/2024: 0912 345 678', 'ngày 05/07/2024: 091•••••78'],
    ['08:30 0912.345.678', '08:30 091•••••78'],
    ['Nghị định 59/2022/NĐ-CP, 038 204 001 234', 'Nghị định 59/2022/NĐ-CP, 0382••••••34'],
    ['1.500.000 đồng; 0912 345 678', '1.500.000 đồng; 091•••••78'],
    [
      'https://drive.google.com/file/d/1a0912345678b/view 0912345678',
      'https://drive.google.com/file/d/1a0912345678b/view 091•••••78',
    ],
  ])('%s → %s', (text, masked) => expect(maskPersonalData(text)).toBe(masked));
});

describe('untouched', () => {
  test.each([
    'Hồ sơ 000.00.12.H56-240115-0001',
    'Hồ sơ 000.00.12.H56-240115-000123',
    'H56.01.15-240115-0912',
    'Nghị định 107/2021/NĐ-CP',
    'Số 12/KH-UBND ngày 28/02/2024',
    'Quyết định 1234/QĐ-UBND',
    '15/05/2024',
    '05.07.2024 08.30',
    '05-07-2024 08:30',
    'từ 15/04/2024 đến 14/05/2024',
    '1.500.000 đồng',
    '12.000.000.000',
    '120.000.000.000 đồng',
    '12000000000 đồng',
    '120000000000 VNĐ',
    'kinh phí 12000000000',
    '12,5% (1234/9876)',
    '172345678',
    'https://drive.google.com/file/d/1aB38012345678xYz/view',
    'https://vanban.example.vn/2024/120000000012.pdf',
    'Hóa đơn HD-202405150001',
    '72 nhiệm vụ, 10 nhóm, 2024',
    '1234567890123456',
    '',
    // Numbers of documents
    'Nghị định 59/2022/NĐ-CP',
    'Quyết định 06/2022/QĐ-TTg',
    'Quyết định 06/QĐ-TTg ngày 06/01/2022',
    'các Nghị định số 59/2022, 06/2022, 13/2023',
    'Nghị định 59/2022/NĐ-CP, 13/2023/NĐ-CP, 07/2024/NĐ-CP',
    'Thông tư 01/2021/TT-BTP; 02/2020/TT-BCA',
    'Công văn 0123/UBND-VP, 0124/UBND-VP, 0125/UBND-VP',
    'Luật 26/2023/QH15, 20/2023/QH15',
    'mã 01.02.03.H56-2024.000123',
    'Hồ sơ 000.00.12.H56-240515-012345',
    // Dates, ranges and times
    '15/04/2024 - 14/05/2024',
    '15/04/2024–14/05/2024',
    '01/05-03/05/2024',
    '05/07/2024 08:30',
    '05/07/2024 - 08:30',
    '05.07.2024, 06.07.2024, 08.07.2024',
    '05-07-2024; 06-07-2024',
    '2024-05-07 08:30:15',
    '07:30 - 11:30, 13:30 - 17:00',
    '07:30-11:30 13:30-17:00 18:00-20:00',
    'tháng 05/2024, 06/2024, 07/2024',
    'kỳ 01/2024 02/2024 03/2024 04/2024',
    '05/06 07/08 09/10',
    'ngày 05, 07, 09, 12, 14, 16',
    '0h00 ngày 01/01/2024 đến 24h00 ngày 31/12/2024',
    // Money and counts
    '1.500.000.000 đồng',
    '012.500.000 đồng, 015.000.000 đồng',
    '12.500.000.000đ',
    '84.912.345.678 đồng',
    '84 912 345 678 VNĐ',
    'dự toán 84.912.345.678',
    '120 000 000 000 đồng',
    '1,500,000 hồ sơ; 2,300,000 hồ sơ',
    '1.234; 5.678; 9.012; 3.456',
    '1.234, 5.678, 9.012, 3.456',
    '12, 34, 56, 78, 90, 12',
    '01, 02, 03, 04, 05, 06',
    'nhiệm vụ 01; 02; 03; 04; 05; 06',
    '01-02-03-04-05-06',
    '01 02 03 04 05 06',
    '(01) (02) (03) (04) (05) (06)',
    '03 + 08 + 20 + 40 + 01 + 23',
    'đạt 20/26 (76,9%), 45/50 (90%), 120/130',
    // Shares
    '85,5%, 90,2%, 100%, 95,75%',
    '08,5%; 09,2%; 10,0%; 07,5%',
    '05% 07% 08% 09% 10% 12%',
    '0,85; 0,90; 0,95; 1,00',
    '0,85 0,90 0,95 0,99 0,80',
    '0.85 - 0.90 - 0.95 - 0.99',
    // Links and ids
    'https://drive.google.com/file/d/1aB0912345678xYz0380/view?usp=sharing',
    'https://drive.google.com/drive/folders/0912345678',
    'https://docs.google.com/spreadsheets/d/1x038012345612yZ/edit#gid=0912345678',
    'www.dichvucong.gov.vn/hoso/0123456789',
    'https://dichvucong.example.vn/ho-so?id=038012345612',
    '1aB0912345678xYz038012345612QwErTy',
    'tệp 1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms',
    // Nobody's
    '172 345 678',
    'Số hóa 912345678 trang',
    '912345678 đồng',
    '912.345.678',
    '912 345 678',
    '912345678 hồ sơ',
    '612345678',
    '350000000',
    '2373123456 lượt',
    '138 204 001 234',
    'MST 4601234567',
    'Điểm 84, 35, 2024, 120',
    'a1b2c3d4e5f6g7h8i9',
  ])('«%s»', (text) => {
    expect(maskPersonalData(text)).toBe(text);
    expect(findPersonalData(text)).toEqual([]);
  });
});

describe('each word that says what a number is', () => {
  test.each(['đồng', 'đ', '₫', 'vnđ', 'vnd', 'nghìn', 'ngàn', 'triệu', 'tỷ', 'tỉ', '%'])('behind it: %s', (word) => {
    expect(maskPersonalData('12000000000')).not.toBe('12000000000');
    for (const text of [`12000000000 ${word}`, `12000000000${word.toUpperCase()}, xong`])
      expect(maskPersonalData(text)).toBe(text);
  });
  test.each(['tiền', 'kinh phí', 'giá trị', 'dự toán', 'ngân sách', 'giải ngân', 'tổng vốn'])(
    'before it: %s',
    (word) => {
      for (const text of [`${word} 12000000000`, `${word.toUpperCase()} là: 12000000000`])
        expect(maskPersonalData(text)).toBe(text);
    },
  );
  test.each(['cmnd', 'cmtnd', 'cmt', 'chứng minh'])('an old card’s: %s', (word) => {
    expect(maskPersonalData('172345678')).toBe('172345678');
    for (const text of [`${word} 172345678`, `172345678 (${word.toUpperCase()})`])
      expect(maskPersonalData(text)).toBe(text.replace('172345678', '172••••78'));
  });
  test.each(['cccd', 'căn cước', 'định danh', 'đdcn'])('a citizen’s: %s', (word) => {
    expect(maskPersonalData('138 204 001 234')).toBe('138 204 001 234');
    for (const text of [`${word} 138 204 001 234`, `${word.toUpperCase()} số: 138 204 001 234`])
      expect(maskPersonalData(text)).not.toContain('138 204 001 234');
  });
});

describe('findPersonalData', () => {
  test('what and where', () => {
    expect(findPersonalData('CCCD 038012345612, ĐT 0912 345 678, CMND 172345678')).toEqual([
      { kind: 'identity', from: 5, to: 17, masked: '0380••••••12' },
      { kind: 'phone', from: 22, to: 34, masked: '091•••••78' },
      { kind: 'oldIdentity', from: 41, to: 50, masked: '172••••78' },
    ]);
  });

  test.each<[Cell, number]>([
    [38012345612, 1],
    [138012345612, 1],
    [912345678, 1],
    [2373123456, 1],
    [612345678, 0],
    [45427, 0],
    [0.5, 0],
    [0.038012345612, 0],
    [45427.041666666664, 0],
    [true, 0],
    [null, 0],
  ])('a cell that holds %s: %d', (cell, n) => expect(findPersonalData(cell)).toHaveLength(n));

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(' ', '.', '-', '(', ')', '+', '/', 'CMND ', 'đồng', '84', '0', '\u00A0'),
      fc.stringMatching(/^\d{1,14}$/u),
      fc.stringMatching(/^ 0\d{11} $/u),
      fc.stringMatching(/^ 038[ .-][0-3]\d\d[ .-]\d{3}[ .-]\d{3} $/u),
    ),
    { maxLength: 40 },
  );

  test('pieces hold numbers of twelve digits by themselves, bare and spaced', () => {
    const texts = fc.sample(pieces, { numRuns: 100, seed: 6 }).map((parts) => parts.join(''));
    const holding = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;
    expect(holding(/(?<!\d)0\d{11}(?!\d)/u)).toBeGreaterThan(20);
    expect(holding(/(?<![\d.]) 038[ .-][0-3]\d\d[ .-]\d{3}[ .-]\d{3} (?![\d.])/u)).toBeGreaterThan(20);
  });

  test('masking twice is masking once, and no identity number is left standing', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const masked = maskPersonalData(parts.join(''));
        expect(maskPersonalData(masked)).toBe(masked);
        expect(masked).not.toMatch(/(?<!\d)0\d{11}(?!\d)/u);
        expect(masked).not.toMatch(/(?<![\d •.,/+()-]) 038[ .-][0-3]\d\d[ .-]\d{3}[ .-]\d{3} (?![\d •.,/+()-])/u);
      }),
    );
  });

  // As a mail or a document sees it, and as the check does.
  test('any grouping of any separators is found, and nothing but its first and last digits is left', () => {
    const signs = ['', ' ', '-', '.', '/', '\u2011', '\u00A0', '\n', '_', '·', '*', ':', ' - ', '. ', '.-'];
    const numbers = fc.constantFrom('038204001234', '079301123456', '0912345678', '0387654321', '02373123456');
    fc.assert(
      fc.property(
        fc.array(numbers, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...signs),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
        fc.constantFrom(' đã làm.', ' %', '%', ' 95%', ' (0,5)', ' đồng'),
        (list, sign, sizes, behind) => {
          const typed = list.map((number) => {
            const parts: string[] = [];
            for (let from = 0, i = 0; from < number.length; i += 1) {
              const to = from + (sizes[i] ?? 1);
              parts.push(number.slice(from, to));
              from = to;
            }
            return parts.join(sign);
          });
          const found = findPersonalData(tidyLines(`Ông A: ${typed.join('; bà B, ')}${behind}`));
          expect(found).toHaveLength(list.length);
          // Before a percent sign the last digits may be a share, and ten before them a telephone number.
          const certain = behind.includes('%') ? found.slice(0, -1) : found;
          for (const [i, { kind }] of certain.entries())
            expect(kind).toBe(list[i]?.length === 12 ? 'identity' : 'phone');
        },
      ),
    );
  });

  test('20,000 characters of digits and separators end', () => {
    const started = performance.now();
    for (const piece of [
      '1 ',
      '0 ',
      '01/',
      '09-',
      '0,',
      '1a',
      'a1',
      '12:',
      '٠',
      'http://',
      '1.',
      '0380_',
      '\u200B0',
      '•0',
    ])
      findPersonalData(piece.repeat(20_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(findPersonalData('1 '.repeat(30_000))).toEqual([]);
    expect(findPersonalData('9'.repeat(60_000))).toEqual([]);
    expect(findPersonalData('0912345678 '.repeat(5_000))).toHaveLength(5_000);
  });
});
