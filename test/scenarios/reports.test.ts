// What mails and tabs say of people and of numbers (issue 14, numbers 6, 7, 10, 12, 14, 17): nobody accused or thanked wrongly, one
// number everywhere.
import { describe, expect, test } from 'vitest';
import { CAX, type Came, CHAIRMAN, mailsTo, paperOf, playedFile, recordIn, toChairman } from './played.ts';

/** The text of the chairman's mail of a month, by the beginning of its subject. */
const told = (came: Came, subject: string) =>
  mailsTo(came, CHAIRMAN).find((mail) => mail.subject.includes(subject))?.body ?? 'no mail';
const cellOf = (came: Came, look: string, tab: string, row: string, heading: string) =>
  recordIn(came, look, tab, row)[heading];

describe('late is not silent, finished is not asked for (6, 7)', async () => {
  const came = await playedFile('14-06-late-is-not-silent');
  const may = told(came, 'Tháng 5/2024');
  const june = told(came, 'Sơ kết 6 tháng 2024');
  const late = (subject: RegExp) =>
    mailsTo(came, CAX).flatMap(({ at, subject: words, body: text }) =>
      subject.test(words) && text.includes('SAU KHI CHỐT') ? [[at.slice(0, 10), text] as const] : [],
    );

  test('CAX is told in the digest of the day, and of what came later by one mail of its own', () => {
    expect(late(/đơn vị còn thiếu/u).map(([day]) => day)).toEqual(['2024-05-17']);
    expect(late(/đơn vị còn thiếu/u)[0]?.[1]).toContain('Đơn vị Trường Tiểu học Vân Sơn: 01 nhiệm vụ (IV.40)');
    expect(late(/được báo cáo sau khi chốt/u).map(([day]) => day)).toEqual(['2024-05-18']);
    const words = late(/được báo cáo sau khi chốt/u)[0]?.[1];
    expect(words).toContain('Đơn vị Ban Văn hóa - Thông tin: 01 nhiệm vụ (II.13)');
    expect(words).toContain('(đến 19/05)');
    expect(words).toContain('(đến 14/06)');
  });

  test('the list stays when the next entry has overwritten Kỳ báo cáo', () => {
    expect(JSON.parse(came.ledger[0]?.['Báo cáo sau khi chốt'] ?? '')).toEqual({
      ended: true,
      codes: expect.arrayContaining(['II.13', 'IV.40', 'V.52']),
      unknown: [],
    });
  });

  test('in May it had not reported; in June it was not silent twice', () => {
    expect(may).toMatch(/Chưa báo cáo \(09\): .*Trường Tiểu học Vân Sơn/u);
    expect(june).toMatch(/Chưa báo cáo \(\d+\): .*Văn phòng UBND xã \(02 kỳ liên tiếp\)/u);
    expect(june).not.toMatch(/(?:Trường Tiểu học Vân Sơn|Ban Văn hóa - Thông tin|CC ĐC-NN-MT) \(02 kỳ/u);
    expect(june).toMatch(
      /Tháng 5 báo cáo chậm \(sau khi chốt\): Ban Văn hóa - Thông tin \(01 nhiệm vụ\), .*Trường Tiểu học Vân Sơn \(01 nhiệm vụ\)\.\n/u,
    );
  });

  test('a pause of the first month is seen; a finished row that is not finished any more is «mở lại» (17)', () => {
    expect(may).toContain('Đang tạm dừng (01): VIII.65');
    expect(may).toContain('01 tạm dừng.');
    expect(june).toContain('Mở lại sau khi đã hoàn thành (01): X.71 (Ban Tư pháp; nay quá hạn)');
    expect(june).not.toMatch(/Mới quá hạn[^\n]*X\.71/u);
  });

  test('the finished task is not asked for in June, nor missing: it is newly finished', () => {
    const asked = mailsTo(came, 'dcnnmt@example.vn').filter(({ at }) => at > '2024-05-17');
    expect(asked.filter(({ body }) => body.includes('V.52'))).toEqual([]);
    expect(june).toContain('Mới hoàn thành (01): V.52 (CC ĐC-NN-MT)');
    expect(june).not.toMatch(/Chưa báo cáo \(\d+\): .*CC ĐC-NN-MT/u);
  });
});

describe('a task given to another unit on the morning of the closing, closed twice before the mail left', async () => {
  const came = await playedFile('14-10-reassigned');
  const may = told(came, 'Tháng 5/2024');

  test('the unit that has it now was asked nothing about it', () => {
    expect(may).toMatch(/X\.71 – quá \d+ ngày: .*\n {2}Văn phòng UBND xã · hạn 31\/03\n/u);
    expect(may).toContain('Ban Tài chính - Kế hoạch · hạn 31/03 · chưa giải trình');
    expect(cellOf(came, 'đã gửi', 'Đơn vị', 'TP', 'Nhiệm vụ đã hỏi')).toContain('X.71');
  });
  test('one mail, and the ledger says what became of the other', () => {
    // It corrects nothing that he got.
    expect(mailsTo(came, CHAIRMAN).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024/u),
    ]);
    expect(came.ledger.map((row) => row['Thư Chủ tịch'])).toEqual([
      'Không gửi: đã có bản 2 thay',
      expect.stringMatching(/^Đã gửi/u),
    ]);
  });
});

describe('rows given on after their report, minutes after it, and after the closing day (30)', async () => {
  const came = await playedFile('14-30-given-on');
  const may = told(came, 'Tháng 5/2024');
  const cell = (row: string, heading: string) => cellOf(came, 'đã chốt', 'Nhiệm vụ', row, heading);
  const unit = (code: string) =>
    ['Phải báo cáo', 'Đã báo cáo', 'Đúng hạn'].map((heading) => cellOf(came, 'đã chốt', 'Đơn vị', code, heading));

  test('what was typed stands; whose report it is, is written down', () => {
    expect(cell('I.01', 'Kết quả trong kỳ')).toBe('Đã rà soát 12 văn bản');
    for (const code of ['I.01', 'V.49', 'X.71']) {
      expect(cell(code, 'Đầu mối')).toBe('Văn phòng UBND xã');
      // In front of it the marks of the texts that stood there.
      expect(cell(code, 'Báo cáo tính cho')).toMatch(/^[0-9a-f]{24}; Kỳ 05\/2024 – Ban Tư pháp$/u);
    }
  });
  test('the new unit is neither thanked nor accused, in the mail and on the board alike', () => {
    expect(may).toContain('Báo cáo một phần (01): Ban Tư pháp (2/8 nhiệm vụ)');
    expect(may).toMatch(/Chưa báo cáo \(09\): Công an xã, Văn phòng UBND xã,/u);
    expect(unit('TP')).toEqual(['8', '2', '2']);
    expect(unit('VP')).toEqual(['12', '0', '0']);
  });
  test('a proposal is who made it, and says who has the row now', () =>
    expect(may).toContain('I.01 – Ban Tư pháp đề xuất (nay giao Văn phòng UBND xã): Xin cấp 01 máy quét'));
  test('the dialog names every change since the plan', () => {
    const moved = (code: string) =>
      `${code} chuyển đầu mối từ Ban Tư pháp sang Văn phòng UBND xã (báo cáo kỳ này tính cho Ban Tư pháp)`;
    const all = ['I.01', 'V.49', 'X.71'].map(moved).join('; ');
    expect(came.step(5)?.dialogs[0]?.text).toContain(`Đầu mối đã đổi so với kế hoạch (3): ${all}.`);
  });
});

describe('changed and emptied after the closing (31)', async () => {
  const came = await playedFile('14-31-changed-after-closing');

  test('a correction says whose content changed where no number did, in the dialog and in the mail', () => {
    expect(came.step(4)?.dialogs[0]?.text).toContain('Khác bản 1 (1): II.25.');
    expect(told(came, 'ĐÍNH CHÍNH bản 2')).toContain(
      'Các chỉ số chính không đổi so với bản 1; nội dung thay đổi: II.25 (Kết quả trong kỳ).',
    );
  });
  test('CAX is told of what was emptied, once', () => {
    const mails = mailsTo(came, CAX).filter(({ body }) => body.includes('Đã ghi thêm, sửa hoặc xóa sau khi chốt'));
    expect(mails.map(({ subject }) => subject)).toEqual([
      '[ĐA06] Kỳ 05/2024: 01 chỗ ghi thêm, sửa hoặc xóa sau khi chốt',
    ]);
    expect(mails[0]?.body).toContain('I.01 (Ban Tư pháp). Bản chốt vẫn giữ như lúc chốt.');
  });
  test('nobody has said that nothing arose', () =>
    expect(cellOf(came, 'đã xóa', 'Nhiệm vụ', 'I.01', 'Trạng thái')).toBe('Thường xuyên – chưa báo cáo'));
});

describe('asked before accused (10)', async () => {
  const came = await playedFile('14-10-asked-before-accused');
  const may = told(came, 'Tháng 5/2024');

  test('who was asked is written down when the mail has left; CAX chooses it of whom it asked itself', () => {
    const units = (heading: string) =>
      Object.fromEntries(['VP', 'TCKH', 'TP'].map((code) => [code, cellOf(came, 'nhắc', 'Đơn vị', code, heading)]));
    expect(units('Đã nhắc kỳ')).toEqual({ VP: 'Kỳ 05/2024', TCKH: 'Kỳ 05/2024', TP: '' });
    expect(units('Thời điểm nhắc')).toEqual({ VP: expect.stringMatching(/^13\/05\/2024 07:0\d$/u), TCKH: '', TP: '' });
    expect(came.step(3)?.outcome).toBe('refused');
  });
  test('only the unit that was asked has not explained', () => {
    expect(may).toContain('Ban Tài chính - Kế hoạch · hạn 31/03 · chưa giải trình');
    expect(may).toMatch(/Ban Tư pháp · hạn 31\/03\n/u);
  });
});

const FALSE_THANKS = /đúng tiến độ|đạt tiến độ|đã báo cáo đủ|00\/00|Cảm ơn|100% đơn vị/u;
/** What CAX and the chairman are told, subjects and texts. */
const words = (came: Came) =>
  [CAX, CHAIRMAN].map((to) => mailsTo(came, to).map(({ subject, body: text }) => `${subject}\n${text}`));

describe('nothing assigned, everything paused are said so (9, 12, 17)', async () => {
  const nobody = await playedFile('14-12-nothing-assigned');
  const paused = await playedFile('14-12-everything-paused');

  test.each([
    ['nothing assigned', nobody, 'chưa giao đầu mối cho nhiệm vụ nào'],
    ['everything paused', paused, 'toàn bộ 72 nhiệm vụ đang tạm dừng'],
  ])('%s', (_, came, said) => {
    const [police = [], chairman = []] = words(came);
    expect(chairman).toHaveLength(1);
    expect(police.length).toBeGreaterThan(0);
    for (const text of [...police, ...chairman]) {
      expect(text.toLowerCase()).toContain(said);
      expect(text).not.toMatch(FALSE_THANKS);
    }
    expect(came.ledger[0]?.['Tin Zalo']).toContain(said);
  });
  test('no unit is written to, and the pauses of the first month are seen', () => {
    for (const came of [nobody, paused]) expect(mailsTo(came, 'vp@example.vn')).toEqual([]);
    expect(words(paused)[1]?.[0]).toContain('Đang tạm dừng (72): I.01');
  });
});

describe('January after the year was closed for good (14)', async () => {
  const came = await playedFile('14-14-january');
  const january = told(came, 'Tháng 1/2025');

  test('one number: board, chairman, units, Zalo; named «chuyển tiếp»', () => {
    const board = came.looks
      .get('trước khi chốt')
      ?.['Tổng hợp']?.flat()
      .find((cell) => cell.startsWith('Nhiệm vụ quá hạn'));
    const n = Number(/: (\d+)$/u.exec(board ?? '')?.[1]);
    expect(n).toBeGreaterThan(20);
    expect(came.looks.get('trước khi chốt')?.['Tổng hợp']?.flat()).toContain(`Trong đó chuyển tiếp từ năm 2024: ${n}`);
    expect(came.looks.get('trước khi chốt')?.['Tổng hợp']?.flat()).toContain('Bản chốt gần nhất: Năm 2024 – bản 1');
    expect(january).toContain(`${n} nhiệm vụ quá hạn (chuyển tiếp ${n})`);
    expect(january).toContain(`- Nhiệm vụ quá hạn: ${n};`);
    expect(january).toContain('chuyển tiếp từ năm 2024');
    const zalo = came.ledger.find((row) => row['Kỳ'] === 'Kỳ 01/2025')?.['Tin Zalo'];
    expect(zalo).toContain(`quá hạn ${n} (chuyển tiếp ${n})`);
    // The first round of a period lists everything that is overdue, and each row stands with one unit or with nobody.
    const first = came.mails.filter(({ subject }) => /^\[ĐA06\] Còn \d+ ngày/u.test(subject));
    const ofUnits = first.flatMap(({ at, body: text }) =>
      at > '2025-01' ? [...text.matchAll(/QUÁ HẠN \((\d+)\)/gu)] : [],
    );
    expect(ofUnits.length).toBeGreaterThan(0);
    expect(first.some(({ body }) => body.includes(', chuyển tiếp từ năm 2024'))).toBe(true);
  });
  test('nobody says that all is well', () => {
    for (const { at, subject, body: text } of came.mails)
      if (at > '2025-01-03T10')
        expect(`${subject}\n${text}`).not.toMatch(/đúng tiến độ|đạt tiến độ|Không có nhiệm vụ quá hạn/u);
  });
});

describe('one that was finished goes on; a span of months (15, 16)', async () => {
  const came = await playedFile('14-15-continued-and-spans');
  const may = paperOf(came, 'Báo cáo Đề án 06 - 2024-05 - bản 1');
  const halfYear = paperOf(came, 'Báo cáo 6 tháng Đề án 06 - 2024-06 - bản 1');

  test('document and board say why more have a result than are ongoing by the plan', () => {
    expect(may).toMatch(
      /Nhiệm vụ thường xuyên có kết quả trong .*: 1\/26.*, gồm 0\/25 nhiệm vụ thường xuyên và 01\/01/u,
    );
    expect(came.looks.get('sau khi chốt tháng 5')?.['Tổng hợp']?.flat()).toContain(
      'gồm 01 đã hoàn thành, nay thực hiện thường xuyên',
    );
  });

  test('of six months each result says of which it is, and all of them stand in the appendix', () => {
    expect(halfYear).toContain('Đã số hóa 21 hồ sơ (nhiệm vụ 21; tháng 6)');
    expect(halfYear).toContain('Đã bảo trì 03 máy tính (nhiệm vụ 65; tháng 5)');
    for (const words of ['184 hồ sơ', '96 hồ sơ', '21 hồ sơ', 'đủ máy tính']) expect(halfYear).toContain(words);
  });
});

describe('reported after the days of closing, while a correction can still be made (43)', async () => {
  const came = await playedFile('14-43-after-the-days-of-closing');

  test('CAX is told once, and the correction takes it up', () => {
    const told = mailsTo(came, CAX).filter(({ body }) => body.includes('ghi thêm, sửa hoặc xóa sau khi chốt'));
    expect(told.map(({ at }) => at.slice(0, 10))).toEqual(['2024-05-28']);
    expect(told[0]?.body).toContain('sau khi chốt Kỳ 05/2024 (01): II.18 (Ban Văn hóa - Thông tin)');
    expect(told[0]?.body).toContain('Cần làm: bấm «Đính chính kỳ trước» (đến 14/06)');
    expect(came.ledger.map((row) => row['Phiên bản'])).toEqual(['1', '2']);
    expect(JSON.parse(came.ledger[1]?.['Báo cáo sau khi chốt'] || '{}')).not.toHaveProperty('changed');
  });
});

describe('21.2 to whom a proposal goes', async () => {
  const came = await playedFile('21-02-addressee');
  const paper = paperOf(
    came,
    came.mails.flatMap(({ attachments }) => attachments.map(({ name }) => name))[0]?.replace(/\.docx$/u, '') ?? '',
  );
  const mail = toChairman(came)[0]?.body ?? '';

  test('a word outside the list is refused at its cell, and the row asks to choose', () => {
    expect(came.step(3)?.outcome).toBe('refused');
    expect(recordIn(came, 'trước khi chốt', 'Nhiệm vụ', 'V.50')['Lưu ý']).toContain('Đề xuất nêu cơ quan khác');
    expect(recordIn(came, 'trước khi chốt', 'Nhiệm vụ', 'II.25')['Lưu ý']).not.toContain('Đề xuất nêu cơ quan khác');
  });
  test('the chairman is asked for what is his, and told that there is more', () => {
    expect(mail).toContain('Bố trí 01 máy quét');
    expect(mail).toContain('Đề nghị UBND huyện hướng dẫn');
    expect(mail).not.toContain('tổ lưu động');
    expect(mail).toContain('Kiến nghị gửi cấp trên, sở, ngành: 01');
    expect(toChairman(came)[0]?.subject).toContain('02 việc xin ý kiến');
  });
  test('the report names it by addressee', () => {
    expect(paper).toContain('có 01 kiến nghị, đề xuất gửi cấp trên, sở, ngành');
    expect(paper).toMatch(/Văn phòng UBND xã \(nhiệm vụ 25\): Cấp thêm 01 tổ lưu động/u);
  });
});

describe('words left standing by a silent unit are carried on, not said (45)', async () => {
  const came = await playedFile('14-45-carried-words');
  const [april, may] = ['Tháng 4/2024', 'Tháng 5/2024'].map((subject) => told(came, subject));
  const june = told(came, 'Sơ kết 6 tháng 2024');
  const paper = (month: string, kind = '') => paperOf(came, `Báo cáo ${kind}Đề án 06 - 2024-${month} - bản 1`);
  const halfYear = paperOf(came, 'Báo cáo 6 tháng Đề án 06 - 2024-06 - bản 1');

  test('the mail says since when, and counts apart what nobody reported', () => {
    expect(april).toMatch(/02 việc xin ý kiến\./u);
    for (const mail of [may, june]) {
      expect(mail).toMatch(/02 việc xin ý kiến \(chưa có báo cáo kỳ này 01\)/u);
      expect(mail).toContain('Nêu từ Kỳ 04/2024, chưa có báo cáo mới · Nhiệm vụ:');
      expect(mail).toMatch(/X\.71 .*giải trình \(nêu từ Kỳ 04\/2024, chưa có báo cáo mới\): Thiếu máy quét/su);
    }
    expect(june).toContain('Đã nêu ở Kỳ 05/2024 · Nhiệm vụ:');
  });
  test.each([
    ['to the level above', paper('05'), paper('06'), ''],
    [
      'inside',
      paper('05', 'nội bộ '),
      paper('06', 'nội bộ '),
      '; có 01 đề xuất thuộc thẩm quyền của xã; còn 01 đề xuất thuộc thẩm quyền của xã đang ghi trong bảng, chưa có báo cáo kỳ này',
    ],
  ])('so does the document %s', (_, ofMay, ofJune, own) => {
    for (const words of [ofMay, ofJune]) {
      expect(words).toContain(`Trong kỳ không có kiến nghị, đề xuất gửi cấp trên, sở, ngành${own}`);
      expect(words).toContain('Thiếu máy quét văn bản; nêu từ Kỳ 04/2024, chưa có báo cáo mới.');
      expect(words).toContain('02 nhiệm vụ chưa hoàn thành có khó khăn, vướng mắc, trong đó 01 chưa có báo cáo kỳ này');
      expect(words).not.toMatch(/Thiếu máy quét văn bản; đã nêu/u);
    }
    expect(ofMay).toContain('Đường truyền chập chờn; đã nêu 02 kỳ liên tiếp.');
    expect(ofJune).toContain('Đường truyền chập chờn; đã nêu 03 kỳ liên tiếp.');
  });
  test('and that of six months', () => {
    expect(halfYear).toContain('Kỳ tháng 6/2024 không có kiến nghị, đề xuất gửi cấp trên, sở, ngành');
    expect(halfYear).toContain('Thiếu máy quét văn bản; nêu từ Kỳ 04/2024, chưa có báo cáo mới.');
    expect(halfYear).toContain('Đường truyền chập chờn; đã nêu 03 kỳ liên tiếp.');
  });
});

describe('typed, though it is no report (51)', async () => {
  const came = await playedFile('14-51-typed-is-not-silent');
  const june = told(came, 'Sơ kết 6 tháng 2024');

  test('the unit has not reported, and has not been silent for two periods', () => {
    expect(june).toContain('CC ĐC-NN-MT');
    expect(june).not.toMatch(/CC ĐC-NN-MT \(02 kỳ liên tiếp\)/u);
    expect(june).toMatch(/Ban Tư pháp \(02 kỳ liên tiếp\)/u);
  });
  test('an indicator nobody has touched is not told as changed after the closing', () =>
    expect(came.mails.filter(({ body }) => body.includes('chỉ tiêu II.24')).map(({ subject }) => subject)).toEqual([]));
});

describe('words of the unit that had the task before (52)', async () => {
  const came = await playedFile('14-52-words-of-the-former-unit');
  const paper = paperOf(came, 'Báo cáo nội bộ Đề án 06 - 2024-06 - bản 1');

  test('the report of the new unit says none of them anew', () => {
    expect(paper).toMatch(/Ban Tư pháp \(nhiệm vụ 71\): Thiếu máy quét; nêu từ Kỳ 05\/2024, chưa có báo cáo mới/u);
    expect(paper).not.toMatch(/Thiếu máy quét; đã nêu 02 kỳ/u);
  });
});
