import { describe, expect, test } from 'vitest';
import type { DocumentBlock } from '../../../src/report/document/content.ts';
import { comparison, inCell, oneLine, parts, share } from '../../../src/report/document/counts.ts';
import { addressed, dateWords, dotted, head, monthWords, signature } from '../../../src/report/document/form.ts';
import { groundsWords } from '../../../src/report/document/frame.ts';
import { letterheadOf } from '../../../src/report/document/letterhead.ts';
import { renderDocument } from '../../../src/report/document/wordprocessing.ts';
import { day } from '../sample.ts';
import { settingsWith, superior, wordsOf } from './letters.ts';

const words = (...blocks: DocumentBlock[]) =>
  wordsOf(renderDocument([{ landscape: false, blocks }]))
    .trim()
    .split('\n');

describe('dates: a zero before days below ten and months 1 and 2', () => {
  test.each([
    ['2024-02-05', 'ngày 05 tháng 02 năm 2024'],
    ['2024-03-15', 'ngày 15 tháng 3 năm 2024'],
    ['2024-01-10', 'ngày 10 tháng 01 năm 2024'],
    ['2024-10-09', 'ngày 09 tháng 10 năm 2024'],
    ['2024-12-31', 'ngày 31 tháng 12 năm 2024'],
  ])('%s → %s', (iso, expected) => expect(dateWords(day(iso))).toBe(expected));
  test.each([
    [{ year: 2025, month: 1 }, ' năm ', 'tháng 01 năm 2025'],
    [{ year: 2025, month: 2 }, '/', 'tháng 02/2025'],
    [{ year: 2024, month: 5 }, '/', 'tháng 5/2024'],
  ] as const)('%j', (period, before, expected) => expect(monthWords(period, before)).toBe(expected));
});

describe('numbers', () => {
  const figure = (part: number, whole: number) => ({ part, whole, text: '' });
  test.each([
    [inCell(0), '0'],
    [inCell(5), '05'],
    [inCell(12), '12'],
    [
      parts([
        ['trong hạn', 2],
        ['quá hạn', 0],
        ['sắp đến hạn', 11],
      ]),
      'trong hạn 02, sắp đến hạn 11',
    ],
    [parts([]), ''],
    [share(figure(3, 4)), ''],
    [share(figure(0, 0)), ''],
    [share(figure(70, 71)), ', đạt 98,6%'],
    [comparison(figure(1, 4), figure(2, 4)), ', tháng trước 2/4'],
    [comparison(figure(9, 10), figure(8, 10)), ', tăng 10 điểm % so với tháng trước'],
    [comparison(figure(2, 30), figure(5, 30)), ', giảm 10 điểm % so với tháng trước'],
    [comparison(figure(1, 11), figure(1, 10)), ', giảm 0,9 điểm % so với tháng trước'],
    [comparison(figure(9, 10), figure(18, 20)), ', bằng tháng trước'],
    [comparison(figure(0, 0), figure(8, 10)), ''],
    [comparison(figure(9, 10), figure(0, 0)), ''],
    [comparison(figure(9, 10), undefined), ''],
    [oneLine('Dòng một.\nDòng hai; \n Dòng ba.', 100), 'Dòng một; Dòng hai; Dòng ba'],
    [oneLine('Một hai ba bốn', 8), 'Một hai…'],
  ])('%s', (told, expected) => expect(told).toBe(expected));
});

describe('head', () => {
  test('quốc hiệu, tiêu ngữ, agency, number left blank, place and date', () =>
    expect(words(head(superior, day('2024-02-05')))).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ VÂN SƠN',
      ' | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-UBND | Vân Sơn, ngày 05 tháng 02 năm 2024',
    ]));
  test('one addressee on the line', () =>
    expect(words(...addressed(['UBND tỉnh Thanh Hóa']))).toEqual(['Kính gửi: UBND tỉnh Thanh Hóa.']));
  test('several, each on its own', () =>
    expect(words(...addressed(['A', 'B', 'C']))).toEqual(['Kính gửi:', '- A;', '- B;', '- C.']));
  test('dots stand for what the data does not hold, and fill a line', () => {
    const dots = (lead: string) => dotted(lead).runs[0]?.text.split('…').length ?? 0;
    expect(dots('')).toBe(31);
    expect(dots('Chủ quan:')).toBeLessThan(dots(''));
    expect(dots('x'.repeat(60))).toBeGreaterThan(dots(''));
    expect(dots('x'.repeat(600))).toBe(11);
  });
});

describe('letterhead', () => {
  const of = (cells: Parameters<typeof settingsWith>[0], kind: 'superior' | 'internal' = 'superior') =>
    letterheadOf(settingsWith(cells), kind);
  test('Nơi nhận: whom it is addressed to is «Như trên», the file comes last', () =>
    expect(superior.recipients).toEqual([
      'TTr Đảng ủy, TTr HĐND xã (để b/c);',
      'Các PCT UBND xã;',
      'Ban Tuyên giáo xã;',
      'UBMTTQ và các tổ chức CT-XH xã;',
      'Các ban, ngành, đơn vị cấp xã;',
      'Các thôn;',
      'Lưu: VT, CAX.',
    ]));
  test('the plans it reports on are cited with their days written one way', () =>
    expect(groundsWords(superior)).toBe(
      'Kế hoạch số 59/KH-UBND ngày 22/02/2024 của UBND huyện Triệu Sơn; Kế hoạch số ……/KH-UBND ngày 28/02/2024 của UBND xã Vân Sơn về thực hiện Đề án 06 trên địa bàn xã Vân Sơn năm 2024',
    ));
  test('no recipients: filed all the same', () =>
    expect(of({ recipients: null }).recipients).toEqual(['Lưu: VT, CAX.']));
  test.each([
    ['CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['Phó Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [null, ['TM. ỦY BAN NHÂN DÂN']],
  ])('signed by %s', (chairmanTitle, lines) => expect(of({ chairmanTitle }).signature.lines).toEqual(lines));
  test('internal: the Tổ công tác to the chairman and its members', () => {
    const { agency, symbol, addressees, recipients, signature: signed } = of({}, 'internal');
    expect(agency).toEqual(['TỔ CÔNG TÁC ĐỀ ÁN 06', 'XÃ VÂN SƠN']);
    expect(symbol).toBe('BC-TCT');
    expect(addressees).toEqual(['Chủ tịch UBND xã Vân Sơn', 'Tổ công tác Đề án 06 xã Vân Sơn']);
    expect(recipients).toEqual(['Lưu: VT, CAX.']);
    expect(signed.lines).toEqual(['TM. TỔ CÔNG TÁC', 'TỔ PHÓ THƯỜNG TRỰC', 'TRƯỞNG CÔNG AN XÃ']);
  });
  test('other names: a ward of 2025', () => {
    const ward = of({
      commune: 'phường Hạc Thành',
      issuingBody: 'Ủy ban nhân dân phường Hạc Thành',
      superiorBodies: 'Ủy ban nhân dân tỉnh Thanh Hóa.',
    });
    expect(ward).toMatchObject({
      place: 'Hạc Thành',
      author: 'UBND phường Hạc Thành',
      addressees: ['Ủy ban nhân dân tỉnh Thanh Hóa'],
    });
    expect(words(head(ward, day('2025-12-01')))).toContain('PHƯỜNG HẠC THÀNH');
  });
  test('the block of the signature', () =>
    expect(words(signature(superior)).slice(0, 2)).toEqual(['Nơi nhận:', '- Như trên;']));
});
