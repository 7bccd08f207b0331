import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { findPersonalData, maskPersonalData } from '../../src/core/personal-data.ts';

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
  ])('«%s»', (text) => {
    expect(maskPersonalData(text)).toBe(text);
    expect(findPersonalData(text)).toEqual([]);
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
    ),
    { maxLength: 40 },
  );

  test('masking twice is masking once, and no identity number is left standing', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const masked = maskPersonalData(parts.join(''));
        expect(maskPersonalData(masked)).toBe(masked);
        expect(masked).not.toMatch(/(?<!\d)0\d{11}(?!\d)/u);
      }),
    );
  });

  test('60,000 characters of digits and separators end', () => {
    expect(findPersonalData('1 '.repeat(30_000))).toEqual([]);
    expect(findPersonalData('9'.repeat(60_000))).toEqual([]);
    expect(findPersonalData('0912345678 '.repeat(5_000))).toHaveLength(5_000);
  });
});
