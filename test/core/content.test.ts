// Which texts say nothing (rule 3.8): spellings as people write them, and texts that look alike and do say something.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { foldPhrase, knownPhrases, phrasesWith, readPhrases, saysSomething } from '../../src/core/content.ts';

const known = phrasesWith();

describe('says nothing', () => {
  test.each<Cell>([
    ...['=IMPORTDATA("https://example.vn/a.csv")', '=B2', '=1+1', `=IMPORTXML("${'dài '.repeat(80)}")`],
    ...[null, '', ' ', '.', '...', '…', '-', '–', '—', '--', '/', '//', '*', '0', 0, '00', '_', '+ ', '•', '()', '«»'],
    ...[
      'không',
      'Không',
      'KHÔNG',
      'Không.',
      'không!',
      ' Không ',
      '- Không',
      '+ Không có',
      'Không;',
      '«Không»',
      '(không)',
    ],
    ...[
      'không có',
      'Không có.',
      'Không  có',
      'Không\ncó',
      'Không\u00A0có',
      '\u200BKhông có\uFEFF',
      'Ko',
      'ko có',
      'k',
      'K có',
    ],
    ...[
      'chưa',
      'Chưa có',
      'chưa có.',
      'chưa phát sinh',
      'Không phát sinh',
      'không phát sinh trong kỳ',
      'Trong kỳ không có',
    ],
    ...[
      'n/a',
      'N/A',
      'NA',
      'none',
      'No',
      'nil',
      'không ạ',
      'Dạ không',
      'Không có gì',
      'Không có gì cả.',
      'không có gì thêm',
    ],
    ...[
      'Không có Ðề xuất',
      'không có ðề xuất.',
      'Không vướng mắc',
      'Không khó khăn',
      'Không có khó khăn, vướng mắc',
      'Không có khó khăn, vướng mắc.',
      'Không có khó khăn',
    ],
    ...[
      'Không có khó khăn/vướng mắc',
      'không có vướng mắc, khó khăn',
      'Không có khó khăn, vướng mắc gì',
      'không vướng mắc gì',
    ],
    ...[
      'chưa có khó khăn',
      'Chưa có khó khăn, vướng mắc',
      'Chưa phát sinh khó khăn, vướng mắc',
      'Không gặp khó khăn gì',
    ],
    ...[
      'Hiện tại không có khó khăn, vướng mắc',
      'không có điểm nghẽn',
      'Không có tồn tại, hạn chế',
      'không phát sinh vướng mắc',
    ],
    ...[
      'không có ý kiến',
      'Không có ý kiến gì thêm',
      'Không đề xuất',
      'Không có đề xuất, kiến nghị',
      'không kiến nghị gì',
    ],
    ...[
      'Không có kiến nghị, đề xuất.',
      'không ý kiến',
      'Không có số liệu',
      'chưa có kết quả',
      'Không có nội dung',
      'không thay đổi',
    ],
    ...['Không có khó khăn, vướng mắc'.normalize('NFD'), 'CHƯA CÓ'.normalize('NFD')],
  ])('%j', (cell) => expect(saysSomething(cell, known)).toBe(false));
});

describe('says something', () => {
  test.each<Cell>([
    ...['=> đã gửi', '= 5 hồ sơ', '== xong', `=> ${'dài '.repeat(80)}`],
    ...[
      'Không có máy tính',
      'Chưa có kinh phí',
      '0/5 hồ sơ',
      'Không có cán bộ CNTT',
      '5',
      5,
      0.5,
      -1,
      true,
      false,
      '0,5',
    ],
    ...[
      'Không có khó khăn, nhưng thiếu máy quét',
      'Không còn mẫu phiếu',
      'Chưa có hướng dẫn',
      'không có mạng',
      'Có',
      'có',
    ],
    ...[
      'Khó khăn',
      'Vướng mắc về kinh phí',
      'Không đủ kinh phí',
      'Chưa được cấp tài khoản',
      'x',
      'Không khai thác được CSDLQG',
    ],
    ...[
      'Không có người dân đến làm thủ tục',
      'Đề nghị cấp máy',
      '12/BC-UBND',
      'https://example.vn/a',
      'khong du may',
      'ok',
    ],
    ...[`Không${' '.repeat(300)}`, 'Không phát sinh hồ sơ trễ hạn, đã trả 12 hồ sơ'],
  ])('%j', (cell) => expect(saysSomething(cell, known)).toBe(true));
});

describe('CAX’s own phrases', () => {
  const own = 'Ổn cả.\n  đều tốt ; On ca|không';
  test('a line, a semicolon, a bar part them; what is known already is left out', () =>
    expect(readPhrases(own)).toEqual(['ổn cả', 'đều tốt', 'on ca']));
  test.each<[Cell, boolean]>([
    ['ổn cả!', false],
    ['«Đều  tốt»', false],
    ['ổn', true],
    ['không có gì', false],
  ])('%j', (cell, says) => expect(saysSomething(cell, phrasesWith(readPhrases(own)))).toBe(says));
  test.each<Cell>([null, '', 12, true, ' ; \n|'])('nothing of %j', (cell) => expect(readPhrases(cell)).toEqual([]));
});

test('the known phrases are folded already, so that a formula finds them', () => {
  for (const phrase of knownPhrases()) expect(foldPhrase(phrase)).toBe(phrase);
});
