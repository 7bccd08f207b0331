// Whose words and whose report (issue 14): a row given on while the old unit still types, and a unit that types in rows of others.
import { describe, expect, test } from 'vitest';
import { type Came, dialogTexts, paperOf, playedFile, recordIn, toChairman } from './played.ts';

const [BPMC, VHTT, TP, CAX] = ['Bộ phận một cửa xã', 'Ban Văn hóa - Thông tin', 'Ban Tư pháp', 'Công an xã'];
const NOBODYS = '(không rõ ai ghi, kỳ này không tính cho đơn vị nào)';
const UNCLEAR = 'Đổi Đầu mối trong kỳ, không rõ ai ghi sau đó';
const tallyOf = (came: Came, code: string) => {
  const unit = recordIn(came, 'đã chốt', 'Đơn vị', code);
  return [unit['Phải báo cáo'], unit['Đã báo cáo'], unit['Còn thiếu']];
};

describe('the old unit types on, and nobody knows who has typed (45)', async () => {
  const came = await playedFile('14-45-co-lead-types-on');
  const mail = toChairman(came)[0]?.body;
  const paper = paperOf(came, 'Báo cáo nội bộ Đề án 06 - 2024-05 - bản 1');

  test('words of which nobody knows are under the names of all who could type them', () => {
    expect(mail).toContain(`II.14 – ${BPMC} hoặc ${VHTT} đề xuất (nay giao ${VHTT}): Xin cấp 01 máy quét`);
    expect(mail).toContain(`X.71 – ${TP} hoặc ${CAX} đề xuất (nay giao ${CAX}): Xin thêm 01 người`);
    expect(mail).toContain(`I.01 – ${TP} đề xuất (nay giao Văn phòng UBND xã): Xin cấp 01 tủ`);
    expect(paper).toContain(`${BPMC} hoặc ${VHTT}: Đã số hóa 120 hồ sơ (nhiệm vụ 14)`);
    expect(paper).toMatch(new RegExp(`^- ${TP} hoặc ${CAX} \\(nhiệm vụ 71\\): Thiếu người`, 'mu'));
    expect(paper).not.toMatch(new RegExp(`^(?:- |\\d\\. )?(?:${VHTT}|${CAX})[^\n]*(?:Thiếu|Xin|Đã)`, 'mu'));
  });
  test('no unit is counted for them, nor held to them: mail, board and dialog alike', () => {
    expect(mail).toContain(`Báo cáo một phần (01): ${TP} (1/7 nhiệm vụ)`);
    expect(tallyOf(came, 'VHTT')).toEqual(['9', '0', '9']);
    expect(tallyOf(came, 'BPMC')).toEqual(['8', '0', '8']);
    expect(tallyOf(came, 'CAX')).toEqual(['9', '0', '9']);
    expect(tallyOf(came, 'TP')).toEqual(['7', '1', '6']);
    expect(dialogTexts(came, 8)).toContain(`${CAX} (9 dòng)`);
  });
  test('it is said in the mail, in the dialog, in the check and at the row', () => {
    for (const words of [mail, dialogTexts(came, 8)]) expect(words).toContain(`sang ${VHTT} ${NOBODYS}`);
    expect(dialogTexts(came, 7)).toContain(`II.14, X.71: ${UNCLEAR}`);
    expect(recordIn(came, 'đã chốt', 'Nhiệm vụ', 'X.71')['Lưu ý']).toContain(UNCLEAR);
    expect(recordIn(came, 'đã chốt', 'Nhiệm vụ', 'I.01')['Lưu ý']).not.toContain(UNCLEAR);
  });
});

describe('the same where Google says who types (45)', async () => {
  const came = await playedFile('14-45-co-lead-types-on', { domain: 'example.vn' });
  const mail = toChairman(came)[0]?.body;

  test('words and report are of who typed', () => {
    expect(mail).toContain(`II.14 – ${BPMC} đề xuất (nay giao ${VHTT}): Xin cấp 01 máy quét`);
    expect(mail).toContain(`X.71 – ${TP} đề xuất (nay giao ${CAX}): Xin thêm 01 người`);
    expect(mail).toContain(`Báo cáo một phần (02): ${TP} (2/8 nhiệm vụ), ${BPMC} (1/9 nhiệm vụ)`);
    expect([mail, dialogTexts(came, 7)].join('\n')).not.toMatch(/không rõ đơn vị nào/u);
    expect([tallyOf(came, 'VHTT'), tallyOf(came, 'BPMC')]).toEqual([
      ['9', '0', '9'],
      ['9', '1', '8'],
    ]);
  });
});

describe('a unit that may have typed in rows of others (46)', async () => {
  const came = await playedFile('14-46-typed-for-others');
  const [may, june] = toChairman(came).map(({ body }) => body);
  const papers = ['05', '06'].map((month) => paperOf(came, `Báo cáo nội bộ Đề án 06 - 2024-${month} - bản 1`));

  test('it is not called silent; who typed nowhere is', () => {
    expect(june).toMatch(/Trường Tiểu học Vân Sơn \(02 kỳ liên tiếp\)/u);
    expect(papers[1]).toMatch(/Trường Tiểu học Vân Sơn.*chưa báo cáo 02 kỳ liên tiếp/u);
    for (const words of [june, ...papers]) expect(words).not.toMatch(/Ban Văn hóa - Thông tin[^,;.]*kỳ liên tiếp/u);
  });
  test('where it may have typed is said, by code in the mail and by number in the document', () => {
    for (const mail of [may, june]) expect(mail).toContain(`${VHTT} (có thể đã nhập ở nhiệm vụ II.14)`);
    for (const paper of papers) expect(paper).toContain(`${VHTT} (có thể đã nhập ở nhiệm vụ 14)`);
  });
});

test('a row given on since a report out of turn was asked for: no unit answers for it (47)', async () => {
  const came = await playedFile('14-47-ad-hoc-given-on');
  const uncounted = 'Đổi đầu mối sau khi hỏi hoặc không rõ đơn vị nào ghi, không tính cho đơn vị nào: ';
  const mail = toChairman(came)[0]?.body;
  expect(mail).toContain(`II.14 – ${BPMC} hoặc ${VHTT} đề xuất (nay giao ${VHTT}): Xin cấp 01 máy quét`);
  expect(mail).toContain(`${uncounted}II.14.`);
  expect(mail).not.toMatch(/chưa trả lời đủ/iu);
  expect(dialogTexts(came, 7)).toContain(`${uncounted}II.14.`);
});
