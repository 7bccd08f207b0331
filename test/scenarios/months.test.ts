// What a stranger met who played ordinary months: what is changed late, cleared, closed again.
import { describe, expect, test } from 'vitest';
import { CAX, type Came, dialogTexts, mailsTo, paperOf, playedFile, recordIn, toChairman } from './played.ts';

const bodies = (came: Came) => toChairman(came).map(({ body }) => body);

describe('closed again before the first mail has left', async () => {
  const came = await playedFile('14-33-closed-again-before-the-mail');

  test('a mail corrects what was sent, and nothing else', () => {
    expect(toChairman(came).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024/u),
      expect.stringMatching(/^\[ĐA06\]\[ĐÍNH CHÍNH bản 3\] Tháng 5\/2024/u),
    ]);
    const [first, second] = bodies(came);
    expect(first).not.toMatch(/bản 1|đính chính/iu);
    expect(second).toContain('Các chỉ số chính không đổi so với bản 2; nội dung thay đổi: V.46 (Tiến độ).');
  });
  test('the ledger says which version replaced which', () => {
    expect(came.ledger.map((row) => row['Thư Chủ tịch'])).toEqual([
      'Không gửi: đã có bản 2 thay',
      expect.stringMatching(/^Đã gửi/u),
      expect.stringMatching(/^Đã gửi/u),
    ]);
  });
  test('before the first report the chairman reads what has moved since the plan', () => {
    const [first, second] = bodies(came);
    expect(first).toContain('I.02 – gia hạn từ ');
    expect(first).toContain('II.06 – giao đầu mối Trường THCS Vân Sơn');
    expect(first).toContain('SO VỚI KẾ HOẠCH (02)');
    expect(second).not.toContain('I.02 – gia hạn');
  });
  test('«Hoàn thành» of a day still to come is named before CAX says yes', () => {
    expect(dialogTexts(came, 5)).toContain('X.71, Ngày hoàn thành: Ngày hoàn thành ở sau ngày tính');
  });
});

describe('rows given on, on the last day and after the closing; one cleared after it', async () => {
  const came = await playedFile('14-34-given-on-the-last-day');
  const SHUT_OUT = 'Đầu mối mới chưa gõ được ở dòng này';
  const [first, second] = bodies(came);

  test('the row says at once that its new unit cannot type yet, and the check says what to do', () => {
    expect(came.step(7)?.outcome).toBe('refused');
    expect(recordIn(came, 'vừa giao', 'Nhiệm vụ', 'V.52')['Lưu ý']).toContain(SHUT_OUT);
    // Nobody’s accounts stood on this row: it was open to all.
    expect(recordIn(came, 'vừa giao', 'Nhiệm vụ', 'II.06')['Lưu ý']).not.toContain(SHUT_OUT);
    expect(JSON.stringify(came.step(8)?.dialogs)).toContain(SHUT_OUT);
    expect(recordIn(came, 'đã chốt', 'Nhiệm vụ', 'V.52')['Lưu ý']).not.toContain(SHUT_OUT);
  });
  test('the journal says whose their reports are, or that they are nobody’s', () => {
    const told = came.journal.map((row) => row['Kết quả']).join('\n');
    expect(told).toContain('V.52 đã đổi đầu mối, báo cáo Kỳ 05/2024 không tính cho đơn vị nào');
    expect(told).not.toMatch(/–\s*(?:;|$)/mu);
  });
  test('nobody is called late or silent about them: not in the mail to the unit, in the dialog, to the chairman', () => {
    const asked = mailsTo(came, 'thcs@example.vn').filter(({ at }) => at.startsWith('2024-05-15'));
    expect(asked.map(({ subject }) => subject)).toEqual(['[ĐA06] 01 nhiệm vụ mới giao']);
    const dialog = dialogTexts(came, 10);
    expect(dialog).not.toMatch(/(CC ĐC-XD xã|Trường THCS Vân Sơn|CC ĐC-NN-MT) \(\d+ dòng\)/u);
    expect(dialog).toContain('sang CC ĐC-XD xã (giao sau kỳ nhắc, báo cáo kỳ này không tính cho đơn vị nào)');
    expect(first).not.toMatch(/(chưa báo cáo|chậm|sau hạn)[^\n]*(CC ĐC-XD xã|Trường THCS Vân Sơn|CC ĐC-NN-MT)/iu);
    expect(first).toContain(
      'II.06 – giao đầu mối Trường THCS Vân Sơn (giao sau kỳ nhắc, báo cáo kỳ này không tính cho đơn vị nào)',
    );
  });
  test('words stand under the name of who wrote them; the report stays with who reported in time', () => {
    expect(first).toContain('X.71 – Ban Tư pháp đề xuất: ');
    // Both could type on the 16th, and Google does not say who did.
    expect(second).toContain('X.71 – Ban Tư pháp hoặc Công an xã đề xuất (nay giao Công an xã): ');
    expect(second).not.toContain('Ban Tư pháp đề xuất');
    expect(second).not.toContain('X.71 – Công an xã đề xuất');
    expect(came.ledger.map((row) => row['K6'])).toEqual([came.ledger[0]?.['K6'], came.ledger[0]?.['K6']]);
  });
  test('letters of a formula are named at their place, and are nobody’s result', () => {
    expect(recordIn(came, 'vừa giao', 'Nhiệm vụ', 'I.02')['Lưu ý']).toContain('Có công thức trong ô nhập');
    expect(JSON.stringify(came.stage.host.state().files)).not.toMatch(/w:t[^>]*>[^<]*=IMPORTDATA/u);
  });
  test('check and closing name the same places in the same words, and neither says that it stops a closing', () => {
    const place = 'I.02, Kết quả trong kỳ: Có công thức trong ô nhập: gõ lại bằng chữ, số hoặc ngày.';
    for (const step of [8, 10]) expect(dialogTexts(came, step)).toContain(place);
    expect(dialogTexts(came, 8)).toContain('Cần sửa (chưa sửa vẫn chốt được');
    expect(dialogTexts(came, 10)).toContain('Cần sửa 1 chỗ trong số liệu (chưa sửa vẫn chốt được');
  });
  test('reported and cleared since: said where the number is read', () => {
    const words = 'Đã báo cáo, nội dung bị xóa sau khi chốt';
    expect(dialogTexts(came, 16)).toContain(`${words} (1): II.26 (ngày 16/05).`);
    expect(second).toContain(`${words} (01): II.26 (ngày 16/05)`);
  });
});

describe('reported finished after the period that is told (35)', async () => {
  const came = await playedFile('14-35-finished-since');
  const [, told = ''] = bodies(came);
  const paper = paperOf(came, 'Báo cáo nội bộ Đề án 06 - 2024-05 - bản 1');

  test('the mail counts it in its period, says that it is done since, and accuses nobody', () => {
    expect(told).toContain('QUÁ HẠN (03)');
    expect(told).toContain('Ban Tư pháp · hạn 31/03 · đã báo hoàn thành ngày 16/05, sau kỳ\n');
    expect(told).toMatch(/IV\.42 – còn 47 ngày: .* · hạn 30\/06 · đã báo hoàn thành ngày 15\/05, sau kỳ\n/u);
    expect(told).toContain('Ban Tài chính - Kế hoạch · hạn 31/03 · chưa giải trình');
  });
  test('so does the document, wherever it lists the row, and proposes nobody for correction', () => {
    const since = 'đã báo hoàn thành ngày 16/05/2024, sau kỳ';
    expect(paper).toContain('Đã báo hoàn thành ngày 16/05/2024, sau kỳ');
    expect(paper).toContain(`Đang thực hiện quá hạn(${since})`);
    expect(paper).toContain(`nhiệm vụ 71 (Ban Tư pháp, hạn 31/03/2024, ${since})`);
    expect(paper).not.toMatch(/Ban Tư pháp: \d+ nhiệm vụ quá hạn, chưa nêu/u);
    expect(paper).toContain('Ban Tài chính - Kế hoạch: 02 nhiệm vụ quá hạn, chưa nêu khó khăn, giải trình');
  });
});

describe('a row given on, and one cell of it typed anew (36)', async () => {
  const came = await playedFile('14-36-words-of-who-wrote-them');
  test.each([
    [5, 'Đã rà soát 20 văn bản', ''],
    // Another unit has reported the row since: the words are carried on.
    [6, 'Đã rà soát 31 văn bản', ' (nêu từ Kỳ 05/2024, chưa có báo cáo mới)'],
  ])('each text stands under who wrote it: month %i', (month, result, since) => {
    const mail = bodies(came)[month - 5];
    const paper = paperOf(came, `Báo cáo nội bộ Đề án 06 - 2024-0${month} - bản 1`);
    expect(mail).toContain('X.71 – Ban Tư pháp đề xuất (nay giao Văn phòng UBND xã): Xin cấp 01 máy quét');
    expect(mail).toMatch(/X\.71 – quá \d+ ngày: .*\n {2}Văn phòng UBND xã · .*Thiếu máy quét/u);
    expect(mail).toContain(`giải trình của Ban Tư pháp${since}: Thiếu máy quét`);
    expect(paper).toContain(`Văn phòng UBND xã: ${result} (nhiệm vụ 71)`);
    expect(paper).toMatch(/^- Ban Tư pháp \(nhiệm vụ 71\): Thiếu máy quét/mu);
    expect(paper).toMatch(/^1\. Ban Tư pháp \(nhiệm vụ 71 – .*\): Xin cấp 01 máy quét/mu);
    expect(paper).toContain(`Xin cấp 01 máy quét${since}.`);
    // The table of what is overdue, and the appendix of all tasks.
    expect(paper.match(/^Ban Tư pháp: Thiếu máy quét/gmu)).toHaveLength(2);
    expect(paper).not.toMatch(/Văn phòng UBND xã[^\n]*(?:Thiếu máy quét|Xin cấp)/u);
  });
});

test('typed by the old unit before its right was taken away: under its name (44)', async () => {
  const came = await playedFile('14-44-typed-before-the-right');
  const [mail] = bodies(came);
  const paper = paperOf(came, 'Báo cáo nội bộ Đề án 06 - 2024-05 - bản 1');
  expect(mail).toContain('X.71 – Ban Tư pháp đề xuất (nay giao Văn phòng UBND xã): Xin cấp 01 máy quét');
  expect(paper).toContain('Văn phòng UBND xã: Đã rà soát 20 văn bản (nhiệm vụ 71)');
  expect(paper).toMatch(/^- Ban Tư pháp \(nhiệm vụ 71\): Thiếu máy quét/mu);
  expect(paper).not.toMatch(/Văn phòng UBND xã[^\n]*(?:Thiếu máy quét|Xin cấp)/u);
});

describe('a row given on unreported after the closing day (37)', async () => {
  const came = await playedFile('14-37-one-number-of-missing');
  const digest = mailsTo(came, CAX).find(
    ({ subject, at }) => at > '2024-05-17' && subject.includes('đơn vị còn thiếu'),
  );
  const on17th = (to: string) => mailsTo(came, to).find(({ at }) => at.startsWith('2024-05-17'));

  test('one number of what is missing, and what has become of the rest of it', () => {
    expect(on17th('tp@example.vn')?.subject).toContain('08 nhiệm vụ chưa cập nhật');
    expect(on17th('tp@example.vn')?.body).toContain(
      'Còn 08 trong 08 nhiệm vụ chưa cập nhật tháng 5/2024, trong đó 01 đã giao đơn vị khác (X.71).',
    );
    expect(on17th('tp@example.vn')?.body).toContain('CHƯA BÁO CÁO (07)');
    expect(digest?.body).toMatch(/Ban Tư pháp: 8\/8 nhiệm vụ \(.*X\.71\); đã giao đơn vị khác: X\.71\n/u);
    const unit = recordIn(came, 'đã nhắc', 'Đơn vị', 'TP');
    expect([unit['Phải báo cáo'], unit['Còn thiếu']]).toEqual(['8', '8']);
    expect(dialogTexts(came, 2)).toContain('Ban Tư pháp (8 dòng)');
  });
});
