import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretMark } from '../../../src/core/check/secret-mark.ts';

describe('a mark', () => {
  test.each([
    ['MẬT', 'MẬT'],
    ['Mật', 'MẬT'],
    ['Tuyệt mật.', 'TUYỆT MẬT'],
    ['Đã lập hồ sơ\nTối mật\nđang lưu', 'TỐI MẬT'],
    ['Công văn MẬT số 12', 'MẬT'],
    ['Công văn số 12-CV/MẬT ngày 05/03/2024', 'MẬT'],
    ['Báo cáo (TỐI MẬT) đã gửi', 'TỐI MẬT'],
    ['Báo cáo (mật) đã gửi', 'MẬT'],
    ['[Tối mật] báo cáo', 'TỐI MẬT'],
    ['Tài liệu TUYỆT  MẬT', 'TUYỆT MẬT'],
    ['Tài liệu Tuyệt mật', 'TUYỆT MẬT'],
    ['Độ mật: tối mật', 'TỐI MẬT'],
    ['ĐỘ MẬT: MẬT', 'MẬT'],
    ['độ mật : mật, đã gửi', 'MẬT'],
    ['BẢO VỆ BÍ MẬT. Công văn MẬT', 'MẬT'],
    ['Công văn MẬT'.normalize('NFD'), 'MẬT'],
  ])('%s: %s', (text, mark) => expect(secretMark(text)).toBe(mark));
});

describe('none', () => {
  test.each([
    'Tuyên truyền bảo vệ bí mật nhà nước',
    'TUYÊN TRUYỀN BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'CÔNG TÁC BẢO MẬT THÔNG TIN',
    'Bảo mật tài khoản, đổi mật khẩu định danh',
    'ĐỔI MẬT KHẨU',
    'Mật khẩu đã đổi',
    'Mật độ dân số',
    'MẬT ĐỘ DÂN SỐ',
    'Xác định độ mật của văn bản',
    'XÁC ĐỊNH ĐỘ MẬT CỦA VĂN BẢN',
    'Độ mật: không',
    'Phối hợp mật thiết',
    'thôn Mật Sơn',
    'THÔN MẬT SƠN',
    'ông Nguyễn Văn Mật',
    'không có tài liệu tuyệt mật hay tối mật',
    'nuôi ong lấy mật',
    'NUÔI ONG LẤY MẬT',
    'MẬTX',
    'ẨMẬT',
    '(mật độ)',
    'MAT',
    'MÁT',
    '',
  ])('%s', (text) => {
    expect(secretMark(text)).toBeUndefined();
    expect(secretMark(text.normalize('NFD'))).toBeUndefined();
  });

  test.each([null, 12, true])('a cell that holds %s', (cell) => expect(secretMark(cell)).toBeUndefined());
});

test('50,000 characters of white space, brackets and marks end', () => {
  for (const piece of ['\n', ' ', '(', 'độ mật:', 'MẬT KHẨU ', 'TỐI ']) {
    expect(secretMark(piece.repeat(50_000 / piece.length))).toBeUndefined();
  }
});

test('a mark is found wherever words stand around it', () => {
  const word = fc.constantFrom('công văn', 'số 12', 'đã gửi', 'bảo mật', 'MẬT KHẨU', 'bí mật nhà nước', '–', '(05)');
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (before, behind) => {
      expect(secretMark([...before, ';', ...behind].join(' '))).toBeUndefined();
      expect(secretMark([...before, '; TỐI MẬT;', ...behind].join(' '))).toBe('TỐI MẬT');
    }),
  );
});
