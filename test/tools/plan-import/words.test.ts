// The small readings an import is made of, as tables: marks, headings, names, bytes.
import { describe, expect, test } from 'vitest';
import { readHeading } from '../../../src/tools/plan-import/columns.ts';
import { decodeText } from '../../../src/tools/plan-import/decode-text.ts';
import { asLetter, readMark, romanOf, splitMark } from '../../../src/tools/plan-import/mark.ts';
import { nearName } from '../../../src/tools/plan-import/near-name.ts';
import { isOwnBody, newUnit } from '../../../src/tools/plan-import/new-unit.ts';
import { seeds } from './paste.ts';

describe('a mark', () => {
  test.each([
    ['', { kind: 'none' }],
    ['1', { kind: 'number', value: 1 }],
    ['01.', { kind: 'number', value: 1 }],
    ['(12)', { kind: 'number', value: 12 }],
    ['IV', { kind: 'roman', value: 4 }],
    ['X.', { kind: 'roman', value: 10 }],
    ['III/', { kind: 'roman', value: 3 }],
    ['IIII', { kind: 'other' }],
    ['B.', { kind: 'letter', value: 2 }],
    ['C', { kind: 'letter', value: 3 }],
    ['1.1', { kind: 'dotted', head: 1, value: 1 }],
    ['2.10.', { kind: 'dotted', head: 2, value: 10 }],
    ['a)', { kind: 'item' }],
    ['-', { kind: 'item' }],
    ['–', { kind: 'item' }],
    ['*', { kind: 'item' }],
    ['\uF0B7', { kind: 'item' }],
    ['\uF0A7', { kind: 'item' }],
    ['\uF0FC', { kind: 'item' }],
    ['Ⅱ', { kind: 'roman', value: 2 }],
    ['Ⅳ.', { kind: 'roman', value: 4 }],
    ['1a', { kind: 'other' }],
  ])('«%s»', (cell, mark) => expect(readMark(cell)).toEqual(mark));

  test.each([
    ['II. Phục vụ', 'roman', 'Phục vụ'],
    ['II Phục vụ', 'roman', 'Phục vụ'],
    ['I/ Về pháp lý', 'roman', 'Về pháp lý'],
    ['A. Nhiệm vụ', 'letter', 'Nhiệm vụ'],
    ['3. Tuyên truyền', 'number', 'Tuyên truyền'],
    ['- Phối hợp', 'item', 'Phối hợp'],
    ['I/2024', 'none', 'I/2024'],
    ['Về pháp lý', 'none', 'Về pháp lý'],
    ['Ⅱ. Phục vụ', 'roman', 'Phục vụ'],
    ['\uF0B7 Phối hợp', 'item', 'Phối hợp'],
    ['Ðẩy mạnh', 'none', 'Đẩy mạnh'],
    ['Internet băng rộng', 'none', 'Internet băng rộng'],
    ['Đẩy mạnh', 'none', 'Đẩy mạnh'],
    ['2025', 'none', '2025'],
  ])('a line: «%s»', (line, kind, words) => expect(splitMark(line)).toMatchObject({ mark: { kind }, words }));

  test('«I.» behind «H.» is a letter, elsewhere a numeral', () => {
    expect(asLetter(readMark('I.'), 8, 'I.')).toEqual({ kind: 'letter', value: 9 });
    expect(asLetter(readMark('I.'), 0, 'I.')).toEqual({ kind: 'roman', value: 1 });
  });

  test('numerals', () => expect([1, 4, 9, 14, 40, 99].map(romanOf)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'XCIX']));
});

describe('a heading', () => {
  const columns = (...cells: string[]) => readHeading(cells)?.columns;

  test.each([
    [['TT', 'Nội dung, nhiệm vụ cụ thể', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành']],
    [['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn']],
    [['Số TT', 'NỘI DUNG CÔNG VIỆC', 'CHỦ TRÌ', 'PHỐI HỢP', 'TIẾN ĐỘ']],
    [['Số thứ tự', 'Nhiệm vụ, giải pháp', 'Đơn vị chủ trì thực hiện', 'Đơn vị phối hợp thực hiện', 'Hạn hoàn thành']],
  ])('%j', (cells) => expect(columns(...cells)).toEqual(['number', 'content', 'lead', 'coordinating', 'deadline']));

  test('other columns are left', () =>
    expect(columns('Thời gian', 'Sản phẩm', 'Chủ trì', 'Nhiệm vụ', 'Ghi chú')).toEqual([
      'deadline',
      undefined,
      'lead',
      'content',
      undefined,
    ]));

  test.each([[['1', 'Rà soát', 'Ban Tư pháp', 'Quý I']], [['TT', 'Nội dung', 'Thời gian']], [['Phụ lục']]])(
    'none: %j',
    (cells) => expect(columns(...cells)).toBeUndefined(),
  );

  test.each([
    [['TT', 'Nội dung', 'Đơn vị chủ trì, phối hợp', 'Thời gian'], 'Cột «Đơn vị chủ trì, phối hợp» gồm cả'],
    [['TT', 'Nội dung', 'Chủ trì', 'Thời gian bắt đầu', 'Thời gian hoàn thành'], 'Hai cột «Thời gian bắt đầu'],
  ])('refused: %j', (cells, message) => expect(() => columns(...cells)).toThrow(message));
});

describe('a name that is not known', () => {
  test.each([
    ['Công an xa', 'CAX'],
    ['Ban Tư phap', 'TP'],
    ['Văn phòng UBDN xã', 'VP'],
    ['Bộ phận một cửaa xã', 'BPMC'],
    ['Ban Tư pháp huyện', undefined],
    ['Trường Mầm non Vân Sơn', undefined],
    ['Trạm Y tế xã', undefined],
  ])('near: «%s» → %s', (name, code) => expect(nearName(name, seeds.units)?.unit.code).toBe(code));

  test.each([
    ['Trạm Y tế xã', 'TYT'],
    ['Trường Mầm non Vân Sơn', 'TMN'],
    ['Hội Cựu chiến binh xã Vân Sơn', 'HCCB'],
    ['Đoàn TNCS Hồ Chí Minh xã', 'DTNCSHCM'],
    ['Phòng Văn hóa - Xã hội xã', 'PVHXH'],
    // A code that is taken.
    ['Tổ Công tác Nông thôn xã', 'TCTNT'],
    ['Trung tâm Phục vụ hành chính công xã', 'TTPVHCC'],
    ['Trạm Hải xã', 'TH2'],
  ])('own: «%s» → %s', (name, code) => {
    expect(isOwnBody(name, seeds.plan)).toBe(true);
    expect(newUnit(name, true, seeds.units, seeds.plan).code).toBe(code);
  });

  test.each([
    'Các hội xã',
    'Trạm Y tế',
    'Phòng Tư pháp huyện',
    'Chi nhánh Viettel Vân Sơn',
    'Ngân hàng Chính sách xã',
    'đoàn thể xã',
    'Ban Tư pháp xã Trạm Y tế xã',
    'theo lĩnh vực phụ trách',
  ])('for a person to say: «%s»', (name) => expect(isOwnBody(name, seeds.plan)).toBe(false));
});

describe('bytes', () => {
  const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);

  test.each([
    ['UTF-8', bytes('xã\t1', 'utf8')],
    ['UTF-8 with a mark', bytes('\ufeffxã\t1', 'utf8')],
    ['UTF-16 with a mark', bytes('\ufeffxã\t1', 'utf16le')],
    ['UTF-16 without one', bytes('xã\t1', 'utf16le')],
    ['UTF-16, high byte first', bytes('\ufeffxã\t1', 'utf16le').swap16()],
  ])('%s', (_, content) => expect(decodeText(content).replace('\ufeff', '')).toBe('xã\t1'));

  test.each([
    ['Windows-1258', bytes('xã Vân Sơn'.normalize('NFC').slice(0, 6), 'latin1'), 'không phải UTF-8 hay UTF-16'],
    ['a workbook', bytes('PK\u0003\u0004', 'latin1'), 'tệp Word hoặc Excel'],
    ['TCVN3', bytes('C«ng an x·, thùc hiÖn th­êng xuyªn', 'utf8'), 'TCVN3'],
    ['VNI', bytes('Coâng an xaõ, thöïc hieän thöôøng xuyeân', 'utf8'), 'VNI'],
  ])('refused: %s', (_, content, message) => expect(() => decodeText(content)).toThrow(message));
});
