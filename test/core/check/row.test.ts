import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADDRESSEES } from '../../../src/core/addressee.ts';
import { checkChoices } from '../../../src/core/check/choices.ts';
import { nearWord } from '../../../src/core/check/near-word.ts';
import { checkTexts } from '../../../src/core/check/texts.ts';
import { checkRow } from '../../../src/core/check-row.ts';
import type { Finding } from '../../../src/core/finding.ts';
import { KINDS, STATES } from '../../../src/core/status.ts';
import { viewTask } from '../../../src/core/task.ts';
import type { TaskRow } from '../../../src/core/task-row.ts';
import { MAY, taskRow } from '../task-row.ts';

const UNITS = ['Ban Tư pháp', 'Ban Văn hóa - Thông tin', 'Công an xã'];
const told = (findings: readonly Finding[]) =>
  findings.map(({ column = '', weight, text }) => `${weight} ${column}: ${text}`);

describe('what a note says a word counts as is what Trạng thái says, of any row', () => {
  const day = (from: number, to: number) => fc.option(fc.integer({ min: MAY.asOf + from, max: MAY.asOf + to }));
  const rows = fc.record({
    state: fc.constantFrom('Đã xong', 'Xong', 'Hoàn thành ', 1, STATES.paused),
    kind: fc.constantFrom(...Object.values(KINDS)),
    result: fc.constantFrom(null, 'Đã làm 02 việc', '-'),
    doneOn: day(-40, 40),
    evidence: fc.constant(null),
    period: fc.constantFrom(null, 'Kỳ 05/2024', 'Kỳ 04/2024'),
    due: day(-90, 90),
    extension: day(-90, 90),
    countsOverdue: fc.constantFrom('Có', 'Không'),
  });
  const said = [
    ['đang tính là Chưa có thông tin', 'chưa có thông tin'],
    ['đang tính là Chưa thực hiện', 'chưa thực hiện'],
  ] as const;

  test.each(said)('%s', (note, words) => {
    fc.assert(
      fc.property(rows, (cells) => {
        const row = taskRow(cells);
        const { status } = viewTask(row, MAY);
        const findings = checkRow(row, MAY);
        if (findings.some(({ text }) => text.includes(note))) expect(status.toLowerCase()).toContain(words);
        // And of each such word something is said.
        expect(findings.some(({ column }) => column === 'Tình trạng' || column === 'Minh chứng')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('nearWord', () => {
  const words = Object.values(STATES);
  test.each([
    ['Hoàn thành ', STATES.done],
    ['Hoàn thành'.normalize('NFD'), STATES.done],
    ['Hoàn\u00A0thành', STATES.done],
    ['Hoàn \u200Bthành', STATES.done],
    ['Hòan thành', STATES.done],
    ['  đang  thực hiện', STATES.doing],
    // Read as it is: letter case is ignored by a sheet too.
    ['hoàn thành', undefined],
    ['Hoàn thành', undefined],
    // No word of ours.
    ['Xong', undefined],
    ['Hoan thanh', undefined],
    [' ', undefined],
    ['', undefined],
    [null, undefined],
    [1, undefined],
  ])('«%s» → %s', (cell, word) => expect(nearWord(cell, words)).toBe(word));

  test('a word that is read is near none; spaces around it make it near itself', () => {
    const padding = fc.stringMatching(/^[ \u00A0\t]{1,3}$/u);
    fc.assert(
      fc.property(fc.constantFrom(...words), padding, (word, spaces) => {
        expect(nearWord(word, words)).toBeUndefined();
        expect(nearWord(word + spaces, words)).toBe(word);
        expect(nearWord(spaces + word, words)).toBe(word);
      }),
    );
  });
});

describe('checkRow', () => {
  const calm = { state: STATES.doing, period: 'Kỳ 05/2024' };

  test('a day behind the end of the period lies ahead only where it has not come yet', () => {
    const row = taskRow({ ...calm, state: STATES.done, doneOn: MAY.asOf + 3, evidence: 'CV 12/UBND' });
    const ahead = (view: typeof MAY) => checkRow(row, view).filter(({ text }) => text.includes('ở sau ngày tính'));
    expect(ahead(MAY)).toHaveLength(1);
    expect(ahead({ ...MAY, today: MAY.asOf + 2 })).toHaveLength(1);
    expect(ahead({ ...MAY, today: MAY.asOf + 3 })).toEqual([]);
  });

  const unclear = 'có dấu cách thừa, ký tự ẩn hoặc dấu gõ khác dạng nên hệ thống chưa nhận ra.';
  const cases: [string, Partial<TaskRow>, string[]][] = [
    ['nothing wrong', calm, []],
    [
      'Xong',
      { ...calm, state: 'Xong' },
      ['block Tình trạng: Tình trạng không có trong danh sách, chưa đọc được: Trạng thái suy từ các ô khác của dòng.'],
    ],
    [
      'Xong, of a row with a deadline',
      { state: 'Xong', kind: KINDS.dated, due: MAY.asOf + 9 },
      ['block Tình trạng: Tình trạng không có trong danh sách, đang tính là Chưa có thông tin.'],
    ],
    ['Hoàn thành␣', { state: 'Hoàn thành ' }, [`block Tình trạng: Tình trạng gần đúng «Hoàn thành» nhưng ${unclear}`]],
    [
      'Kỳ 05/2024 (NFD)',
      { ...calm, period: 'Kỳ 05/2024'.normalize('NFD') },
      [`block Kỳ báo cáo: Kỳ báo cáo gần đúng «Kỳ 05/2024» nhưng ${unclear}`],
    ],
    [
      'Kỳ 07/2024',
      { ...calm, period: 'Kỳ 07/2024' },
      ['block Kỳ báo cáo: Kỳ báo cáo phải là kỳ đang mở hoặc kỳ đã qua, dạng Kỳ 05/2024.'],
    ],
    ['Kỳ 04/2024', { ...calm, period: 'Kỳ 04/2024' }, []],
    ['Kỳ 01/2024', { ...calm, period: 'Kỳ 01/2024' }, []],
    [
      'a result without Tình trạng',
      { ...calm, state: null, result: 'Đã họp' },
      ['note Tình trạng: Chưa chọn Tình trạng: đang hiểu là Đang thực hiện.'],
    ],
    [
      'a period, and nothing said',
      { ...calm, state: null, result: 'Không có gì.' },
      ['note Tình trạng: Có Kỳ báo cáo nhưng chưa chọn Tình trạng, chưa ghi Kết quả.'],
    ],
    ['nothing said, of another period', { state: null, result: 'Không', period: 'Kỳ 04/2024' }, []],
    [
      'an extension a year too early',
      { ...calm, due: 45473, extension: 45199 },
      ['block Hạn điều chỉnh: Hạn điều chỉnh ở trước Hạn.'],
    ],
    [
      'an extension more than a year later',
      { ...calm, due: 45473, extension: 45840 },
      ['block Hạn điều chỉnh: Hạn điều chỉnh ở sau Hạn hơn một năm.'],
    ],
    ['an extension of a year', { ...calm, due: 45473, extension: 45839 }, []],
    ['of ongoing work it is ignored', { ...calm, kind: KINDS.ongoing, due: 45473, extension: 40000 }, []],
    ['without Hạn there is nothing to compare', { ...calm, extension: 45650 }, []],
    ...[1990, 40000, 20240515].map((extension): [string, Partial<TaskRow>, string[]] => [
      `a day of other years, and no Hạn to measure it by: ${extension}`,
      { ...calm, extension },
      ['block Hạn điều chỉnh: Hạn điều chỉnh không thuộc năm kế hoạch hay năm sau.'],
    ]),
    ['of ongoing work without Hạn neither', { ...calm, kind: KINDS.ongoing, extension: 1990 }, []],
    [
      'ongoing work, expected by 31/12',
      { ...calm, kind: KINDS.ongoing, due: 45657, estimate: true },
      ['note Ước 31/12: Ước 31/12: dòng không có hạn trong năm nên không được tính.'],
    ],
    [
      'due next year, expected by 31/12',
      { ...calm, due: 45658, estimate: true },
      ['note Ước 31/12: Ước 31/12: dòng không có hạn trong năm nên không được tính.'],
    ],
    ['due on 31/12, expected by then', { ...calm, due: 45657, estimate: true }, []],
    ['no tick', { ...calm, estimate: 1 }, []],
    [
      'reopened, the date left',
      { ...calm, doneOn: 45400 },
      ['block Ngày hoàn thành: Còn Ngày hoàn thành mà Tình trạng không phải Hoàn thành.'],
    ],
    ['goes on after it', { ...calm, doneOn: 45400, kind: KINDS['dated-then-ongoing'] }, []],
    [
      'a pause with «x»',
      { ...calm, state: STATES.paused, evidence: 'x' },
      ['block Minh chứng: Tạm dừng: Minh chứng chưa có số văn bản hoặc đường dẫn.'],
    ],
    ['a pause with a document', { ...calm, state: STATES.paused, evidence: 'CV 12/UBND' }, []],
    ['a pause with a link', { ...calm, state: STATES.paused, evidence: 'https://vanson.vn/tb' }, []],
    [
      'a proposal to a body above, to nobody in particular',
      { ...calm, proposal: 'Đề nghị UBND huyện bố trí kinh phí' },
      ['note Gửi tới: Đề xuất nêu cơ quan khác: chọn Gửi tới, để trống là xin ý kiến Chủ tịch xã.'],
    ],
    ['its addressee chosen', { ...calm, proposal: 'Đề nghị huyện cấp máy', addressee: ADDRESSEES.superior }, []],
    ['a word that only sounds like one', { ...calm, proposal: 'Đề nghị kể lại câu chuyện' }, []],
    [
      'another word',
      { ...calm, addressee: 'UBND huyện' },
      ['block Gửi tới: Gửi tới không có trong danh sách: đang hiểu là UBND xã.'],
    ],
    [
      'the letters of a formula, in a cell of text',
      { ...calm, proposal: '=IMPORTDATA("https://a.vn/x.csv")' },
      ['block Đề xuất, kiến nghị: Có công thức trong ô nhập: gõ lại bằng chữ, số hoặc ngày.'],
    ],
    [
      'formulas',
      { ...calm, formulas: ['result', 'doneOn'] },
      ['block Kết quả trong kỳ, Ngày hoàn thành: Có công thức trong ô nhập: gõ lại bằng chữ, số hoặc ngày.'],
    ],
  ];
  const odd = 'Chữ gõ ở dạng khác thường (dấu rời hoặc ký tự ẩn); vẫn đọc được, nên gõ lại bằng Unicode dựng sẵn.';
  cases.push(
    ['5,000 characters', { ...calm, result: 'a'.repeat(5000) }, []],
    [
      'more of them, in two cells',
      { ...calm, result: 'a'.repeat(5001), proposal: 'b '.repeat(20_000) },
      ['block Kết quả trong kỳ, Đề xuất, kiến nghị: Ô dài quá 5000 ký tự: đã cắt bớt khi đọc.'],
    ],
    [
      'TCVN3',
      { ...calm, proposal: '§Ò nghÞ bæ sung' },
      [
        'block Đề xuất, kiến nghị: Chữ gõ bằng phông TCVN3 (.VnTime), không phải Unicode; trong thư và văn bản đang đọc là «Đề nghị bổ sung».',
      ],
    ],
    [
      'Unicode and VNI in one line',
      { ...calm, result: 'Đề nghị boå sung kinh phí' },
      [
        'block Kết quả trong kỳ: Chữ gõ bằng phông VNI, không phải Unicode; thư và văn bản in nguyên như vậy, người nhận không đọc được.',
      ],
    ],
    ['Ð and ð', { ...calm, result: 'Ðã gửi ðề nghị' }, [`note Kết quả trong kỳ: ${odd}`]],
  );
  test.each(cases)('%s', (_, cells, expected) => expect(told(checkRow(taskRow(cells), MAY))).toEqual(expected));

  test('every finding says what to do, and whose it is', () => {
    const row = taskRow({ state: 'Hoàn thành', progress: 4, doneOn: 'hôm qua', extension: 'x', reportedAt: 'x' });
    for (const finding of checkRow(row, MAY)) {
      expect(finding.todo).toMatch(/^\p{Lu}.*\.$/u);
      expect(finding.unit).toBe('Ban Tư pháp');
    }
  });
});

describe('Đầu mối, Tính quá hạn', () => {
  const cases: [string, Partial<TaskRow>, string[]][] = [
    ['as they should be', {}, []],
    ['letter case', { accountable: 'BAN TƯ PHÁP', countsOverdue: 'không' }, []],
    ['not given yet: said by the row itself', { accountable: null, countsOverdue: null }, []],
    [
      'a name nobody has',
      { accountable: 'Ban Địa chính' },
      ['block Đầu mối: Đầu mối «Ban Địa chính» không có trong tab Đơn vị, đang tính là chưa giao đầu mối.'],
    ],
    [
      'another spelling',
      { accountable: 'Ban Văn hoá- Thông tin' },
      [
        'block Đầu mối: Đầu mối gần đúng «Ban Văn hóa - Thông tin» nhưng có dấu cách thừa, ký tự ẩn hoặc dấu gõ khác dạng nên hệ thống chưa nhận ra.',
      ],
    ],
    [
      'Không␣',
      { countsOverdue: 'Không ' },
      [
        'block Tính quá hạn: Tính quá hạn gần đúng «Không» nhưng có dấu cách thừa, ký tự ẩn hoặc dấu gõ khác dạng nên hệ thống chưa nhận ra.',
      ],
    ],
    ['FALSE', { countsOverdue: false }, ['block Tính quá hạn: Tính quá hạn không phải Có hay Không, đang tính là Có.']],
  ];
  test.each(cases)('%s', (_, cells, expected) => expect(told(checkChoices(taskRow(cells), UNITS))).toEqual(expected));

  test('«Đơn vị» that could not be read doubts nobody', () => {
    expect(checkChoices(taskRow({ accountable: 'Ai đó' }), [])).toEqual([]);
  });

  test('they are CAX’s to mend', () => {
    const [finding] = checkChoices(taskRow({ countsOverdue: 'k' }), UNITS);
    expect(finding).not.toHaveProperty('unit');
  });
});

describe('texts', () => {
  const cases: [string, Partial<TaskRow>, string[]][] = [
    ['aggregates', { result: 'Cấp 120 căn cước, 35 tài khoản mức 2', evidence: 'Số 12/BC-UBND' }, []],
    [
      'identity number',
      { result: 'Ông A, CCCD 038012345612' },
      ['block Kết quả trong kỳ: Có số định danh cá nhân 0380••••••12.'],
    ],
    ['a number in a cell', { evidence: 38012345612 }, ['block Minh chứng: Có số định danh cá nhân 3801•••••12.']],
    [
      'telephone, perhaps of an office',
      { difficulty: 'Liên hệ 0912345678' },
      ['note Khó khăn, vướng mắc: Có số điện thoại 091•••••78.'],
    ],
    [
      'several',
      { proposal: '0912345678, 0987654321, CCCD 038012345612 và 038012345613' },
      ['block Đề xuất, kiến nghị: Có số điện thoại 091•••••78, số điện thoại 098•••••21 và 2 số nữa.'],
    ],
    [
      'a mark of classification',
      { evidence: 'Công văn 12-CV/MẬT' },
      ['block Minh chứng: Có chữ chỉ độ mật «MẬT». Không ghi nội dung mật vào bảng này.'],
    ],
    ['the words of the plan', { result: 'Tuyên truyền bảo vệ bí mật nhà nước, đổi mật khẩu' }, []],
    ['progress and times are no texts', { progress: 38012345612, reportedAt: 45427.041666666664 }, []],
  ];
  test.each(cases)('%s', (_, cells, expected) => expect(told(checkTexts(taskRow(cells)))).toEqual(expected));
});
