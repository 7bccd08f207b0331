// A report out of turn (rule 5.10), through the entry points people use: CAX fills a line of «Đột xuất», units are asked and answer, CAX
// closes, the chairman reads; each step once, and the months know nothing of it.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { CHAIRMAN } from '../../src/tools/month/cast.ts';
import { textsOf } from '../../src/tools/month/locate.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { textOfDocument } from '../referee/reading.ts';
import { again, alertsOf, lastWords, rowsOf, stageAt, valueAt } from './played.ts';

const ITEM = 'Báo cáo đột xuất…';
const ID = 'ĐX-2024-01';
const start = stageAt('2024-05-21T08:00');
const fill = (stage: Stage, cells: Readonly<Partial<Record<ColumnKey<'adHoc'>, string>>>, id = ID) => {
  for (const [column, text] of textsOf(cells))
    expect(stage.type(stage.police, 'adHoc', id, column, text).kind, column).toBe('accepted');
};
const REQUEST = {
  subject: 'số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
  basis: 'Công văn số 123/UBND-CA ngày 20/5/2024 của UBND huyện Triệu Sơn',
  scope: 'II.05; Ban Tư pháp',
  until: '22/05/2024 16:00',
  dueAt: '23/05/2024',
  urgency: 'KHẨN',
};
fill(start, REQUEST);

const mailsTo = (stage: Stage, address: string) =>
  stage.host.state().outbox.filter(({ to, subject }) => to.includes(address) && /ĐX|[Đđ]ột xuất/u.test(subject));
const ledger = (stage: Stage) =>
  rowsOf(stage, 'ledger', ['period', 'version', 'kind', 'note', 'document', 'chairmanMail']);
const advance = (stage: Stage, at: string) => stage.advanceTo(at);

const asked = again(start);
const question = asked.click(asked.police, ITEM);
advance(asked, '2024-05-21T08:40');

describe('asking', () => {
  test('one question, then the rows as they stand, a line in the ledger, and what became of it in its place', () => {
    expect(alertsOf(question)).toMatchInlineSnapshot(`
      [
        "Báo cáo đột xuất ĐX-2024-01: gửi yêu cầu
      Nội dung: số hóa hồ sơ, kết quả giải quyết thủ tục hành chính [KHẨN]
      Căn cứ: Công văn số 123/UBND-CA ngày 20/5/2024 của UBND huyện Triệu Sơn
      Phạm vi: 09 nhiệm vụ của 02 đơn vị: Văn phòng UBND xã, Ban Tư pháp.
      Hạn đơn vị trả lời: 16:00 22/05/2024.
      Hạn báo cáo cấp trên: 23:59 23/05/2024.
      Gửi yêu cầu tới các đơn vị này? Hệ thống gửi thư trong khoảng 10 phút.",
        "Báo cáo đột xuất ĐX-2024-01: gửi yêu cầu
      Đã yêu cầu 09 nhiệm vụ của 02 đơn vị, trả lời trước 16:00 22/05/2024.",
      ]
    `);
    const [row, ...more] = ledger(asked);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ period: ID, version: 0, kind: 'Đột xuất' });
    expect(rowsOf(asked, 'history', ['period', 'version']).every(({ period }) => period === ID)).toBe(true);
    expect(valueAt(asked, 'adHoc', ID, 'outcome')).toMatch(/^08:\d\d 21\/05\/2024: Đã yêu cầu /u);
    expect(lastWords(again(asked).click(asked.police, 'Lịch tự động…'))).toContain(
      `16:00 22/05/2024 – Hết hạn trả lời ${ID}: Công an xã nhận`,
    );
  });
  test('each unit once, with its rows; CAX told whom it has reached', () => {
    const [unit, ...more] = mailsTo(asked, 'tp@example.vn');
    expect(more).toEqual([]);
    expect(unit?.subject).toMatchInlineSnapshot(`"[ĐA06][KHẨN] Đột xuất: 08 nhiệm vụ cần báo cáo trước 16:00 22/5"`);
    expect(unit?.body).toContain('I.01');
    expect(unit?.body).not.toContain('II.05:');
    expect(mailsTo(asked, 'vp@example.vn')[0]?.body).toContain('II.05:');
    expect(unit?.body).toContain('chọn lại Kỳ báo cáo là «Kỳ 06/2024»');
    expect(mailsTo(asked, asked.police).map(({ subject }) => subject)).toMatchInlineSnapshot(`
      [
        "[ĐA06][KHẨN] ĐX-2024-01: đã yêu cầu 02 đơn vị trả lời trước 16:00 22/5",
      ]
    `);
    expect(mailsTo(asked, CHAIRMAN)).toEqual([]);
    const later = again(asked);
    advance(later, '2024-05-21T11:00');
    expect(mailsTo(later, 'tp@example.vn')).toHaveLength(1);
  });
  test.each<[string, Record<string, string>, string]>([
    ['no subject', { until: '25/05/2024 16:00' }, 'Chưa ghi Nội dung'],
    ['no end', { subject: 'x' }, 'Chưa ghi Hạn đơn vị trả lời'],
    ['an end that is over', { subject: 'x', until: '20/05/2024' }, 'phải sau lúc này'],
    ['words nobody knows', { subject: 'x', until: '25/05/2024', scope: 'Ban Mây' }, 'không đọc được «Ban Mây»'],
  ])('%s: told, and nothing asked', (_, cells, words) => {
    const stage = again(start);
    fill(stage, { subject: '', until: '', scope: '' });
    fill(stage, { tick: 'TRUE' });
    fill(stage, cells);
    expect(lastWords(stage.click(stage.police, ITEM))).toContain(words);
    expect(ledger(stage)).toEqual([]);
    advance(stage, '2024-05-21T08:40');
    expect(valueAt(stage, 'adHoc', ID, 'outcome')).toContain(words);
    expect(valueAt(stage, 'adHoc', ID, 'tick')).toBe(false);
  });
  test('a urgency that is none is refused where it is typed; a unit may not ask', () => {
    const stage = again(start);
    expect(stage.type(stage.police, 'adHoc', ID, 'urgency', 'GẤP').kind).toBe('refused');
    expect(stage.type('tp@example.vn', 'adHoc', ID, 'subject', 'của tôi').kind).toBe('refused');
    expect(lastWords(stage.click('tp@example.vn', ITEM))).toContain('Việc này dành cho');
    expect(ledger(stage)).toEqual([]);
  });
});

describe('answers, closing, mail', () => {
  const answered = again(asked);
  answered.type('tp@example.vn', 'tasks', 'I.01', 'result', 'Đã số hóa 120 hồ sơ hộ tịch, chị A 0912345678');
  answered.type('vp@example.vn', 'tasks', 'II.05', 'state', 'Đang thực hiện');
  answered.type('vp@example.vn', 'tasks', 'II.05', 'proposal', 'Bố trí thêm 01 máy quét');
  answered.type('tp@example.vn', 'tasks', 'I.01', 'proposal', 'Cấp tài khoản');
  answered.type('tp@example.vn', 'tasks', 'I.01', 'addressee', 'UBND cấp trên');
  advance(answered, '2024-05-21T09:30');
  const closing = again(answered);
  const words = closing.click(closing.police, ITEM);
  advance(closing, '2024-05-21T10:10');

  test('what was answered is shown, frozen, told', () => {
    expect(alertsOf(words)).toMatchInlineSnapshot(`
      [
        "Báo cáo đột xuất ĐX-2024-01: tổng hợp
      Nội dung: số hóa hồ sơ, kết quả giải quyết thủ tục hành chính [KHẨN]
      Căn cứ: Công văn số 123/UBND-CA ngày 20/5/2024 của UBND huyện Triệu Sơn
      Đã hỏi: 09 nhiệm vụ của 02 đơn vị.
      1/2 đơn vị trả lời đủ, 2/9 nhiệm vụ.
      Chưa trả lời đủ: Ban Tư pháp (1/8).
      Đơn vị được trả lời đến 16:00 22/05/2024: CHƯA HẾT HẠN.
      Hạn báo cáo cấp trên: 23:59 23/05/2024.
      Chốt thành bản 1? Hệ thống lập văn bản. Hệ thống gửi thư cho Chủ tịch trong khoảng 10 phút.",
        "Báo cáo đột xuất ĐX-2024-01: tổng hợp
      Đã tổng hợp bản 1: 1/2 đơn vị trả lời đủ, 2/9 nhiệm vụ; chưa đủ: Ban Tư pháp.",
      ]
    `);
    expect(ledger(closing).map(({ period, version }) => [period, version])).toEqual([
      [ID, 0],
      [ID, 1],
    ]);
    const [mail, ...more] = mailsTo(closing, CHAIRMAN);
    expect(more).toEqual([]);
    expect(`${mail?.subject}\n\n${mail?.body}`).toMatchInlineSnapshot(`
      "[ĐA06][KHẨN] Đột xuất: số hóa hồ sơ, kết quả giải quyết… – hạn gửi 23:59 23/5

      Kính gửi đồng chí Chủ tịch,
      Báo cáo đột xuất: số hóa hồ sơ, kết quả giải quyết thủ tục hành chính (theo Công văn số 123/UBND-CA ngày 20/5/2024 của UBND huyện Triệu Sơn). 1/2 đơn vị trả lời đủ; phải gửi trước 23:59 ngày 23/05/2024.
      Số liệu lúc 09:30 21/05/2024, Công an xã tổng hợp; yêu cầu lúc 08:00 21/05/2024, đơn vị trả lời trước 16:00 22/05/2024.

      - Đơn vị trả lời đủ: 1/2
      - Nhiệm vụ đã trả lời: 2/9
      - Đã hoàn thành: 0/9
      - Đang quá hạn: 01

      VIỆC CẦN ĐỒNG CHÍ CHO Ý KIẾN (01)
      - II.05 – Văn phòng UBND xã đề xuất: Bố trí thêm 01 máy quét
        Trả lời nhanh (ghi vào thư trả lời): Đồng ý / Yêu cầu làm rõ / Đưa vào giao ban

      Kiến nghị gửi cấp trên, sở, ngành: 01, nêu trong văn bản báo cáo.

      QUÁ HẠN (01)
      - X.71 – quá 51 ngày: Căn cứ chức năng, nhiệm vụ tham mưu tổ chức triển khai thực hiện nhiệm vụ…
        Ban Tư pháp

      Đơn vị chưa trả lời đủ (01): Ban Tư pháp (1/8).

      Mở bảng theo dõi: https://docs.google.com/spreadsheets/d/1hAqMiEA6-N7YBDcyoeaM_8R82-s898NjNSN1Zll4k4t/edit

      Thư tự động từ bảng theo dõi Đề án 06 xã Vân Sơn; không thay thế văn bản ký ban hành; không chứa số định danh cá nhân; không chuyển tiếp ra ngoài cơ quan.
      Phản hồi: trả lời thư này, thư đến Công an xã (cax@example.vn).
      Tệp kèm theo (Word, số và chữ ký để trống): Báo cáo đột xuất ĐX-2024-01 - bản 1.docx.
      Mã: ĐX-2024-01|v1
      "
    `);
    expect(mail?.attachments.map(({ name }) => name)).toEqual([`Báo cáo đột xuất ${ID} - bản 1.docx`]);
    const bytes = new Uint8Array(Buffer.from(mail?.attachments[0]?.content ?? '', 'base64'));
    const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('Đã số hóa 120 hồ sơ hộ tịch');
    expect(text).toContain('KHẨN');
    expect(text).toContain('Cấp tài khoản (gửi UBND cấp trên)');
    expect(text + (mail?.body ?? '')).not.toContain('0912345678');
    expect(String(ledger(closing)[1]?.['document'])).toMatch(/^https:\/\/\S+$/u);
    expect(String(ledger(closing)[1]?.['chairmanMail'])).toMatch(/^Đã gửi /u);
    expect(closing.failures).toEqual([]);
  });
  test('again: nothing to do; ticked, with something new: a correction', () => {
    const stage = again(closing);
    expect(lastWords(stage.click(stage.police, ITEM))).toContain('Không có yêu cầu nào chờ xử lý');
    fill(stage, { tick: 'TRUE' });
    expect(lastWords(stage.click(stage.police, ITEM))).toContain('không có gì thay đổi');
    expect(valueAt(stage, 'adHoc', ID, 'tick')).toBe(false);
    stage.type('tp@example.vn', 'tasks', 'I.01', 'result', 'Đã số hóa 150 hồ sơ');
    fill(stage, { tick: 'TRUE' });
    const [asked] = alertsOf(stage.click(stage.police, ITEM));
    expect(asked).toContain('đính chính – bản 2');
    expect(asked).toContain('Khác bản 1 (1): I.01.');
    expect(valueAt(stage, 'adHoc', ID, 'tick')).toBe(false);
    advance(stage, '2024-05-21T11:00');
    expect(ledger(stage).map(({ version }) => version)).toEqual([0, 1, 2]);
    expect(mailsTo(stage, CHAIRMAN).map(({ subject }) => subject)).toMatchInlineSnapshot(`
      [
        "[ĐA06][KHẨN] Đột xuất: số hóa hồ sơ, kết quả giải quyết… – hạn gửi 23:59 23/5",
        "[ĐA06][KHẨN][ĐÍNH CHÍNH bản 2] Đột xuất: số hóa hồ sơ… – hạn gửi 23:59 23/5",
      ]
    `);
    // What it says otherwise, and nothing of that in the mail it corrects.
    const words = 'Khác với bản 1: các con số không đổi; nội dung thay đổi: I.01 (Kết quả trong kỳ).';
    expect(mailsTo(stage, CHAIRMAN).map(({ body }) => body.includes(words))).toEqual([false, true]);
    const [, paper] = mailsTo(stage, CHAIRMAN).flatMap(({ attachments }) => attachments);
    expect(textOfDocument(paper?.content ?? '')).toContain(
      'Đính chính so với bản 1: các con số không đổi; nội dung thay đổi: nhiệm vụ 1 (Kết quả trong kỳ).',
    );
  });
  test('a correction that takes back what was said says so: in the dialog, the mail and the document', () => {
    const stage = again(closing);
    stage.type('tp@example.vn', 'tasks', 'X.71', 'state', 'Hoàn thành');
    stage.type('tp@example.vn', 'tasks', 'X.71', 'doneOn', '29/03/2024');
    fill(stage, { tick: 'TRUE' });
    const [asked] = alertsOf(stage.click(stage.police, ITEM));
    const words = /Bản 1 ghi [^;]* quá hạn; nay hoàn thành đúng hạn \(01\): (?:X\.71|nhiệm vụ 71) \(Ban Tư pháp\)\./u;
    advance(stage, '2024-05-21T11:00');
    const mail = mailsTo(stage, CHAIRMAN).at(-1);
    for (const text of [asked, mail?.body, textOfDocument(mail?.attachments[0]?.content ?? '')])
      expect(text).toMatch(words);
  });
  test('a tick closes nothing before its time, and says why; when all have answered or time is over it does', () => {
    const stage = again(answered);
    fill(stage, { tick: 'TRUE' });
    advance(stage, '2024-05-21T10:00');
    expect(ledger(stage)).toHaveLength(1);
    expect([valueAt(stage, 'adHoc', ID, 'tick'), valueAt(stage, 'adHoc', ID, 'outcome')]).toEqual([
      false,
      expect.stringContaining('Chưa tổng hợp: 1/2 đơn vị trả lời đủ'),
    ]);
    const late = again(stage, (state) => {
      state.clock += 86_400_000 + 7 * 3_600_000;
    });
    fill(late, { tick: 'TRUE' });
    advance(late, '2024-05-22T17:40');
    expect(ledger(late)).toHaveLength(2);
    expect(late.failures).toEqual([]);
  });
  test('another line is asked before this one is offered for closing; no is no, also where the line is ticked', () => {
    const stage = again(answered);
    fill(stage, { subject: 'việc khác', scope: 'VIII', until: '25/05/2024', tick: 'TRUE' }, 'ĐX-2024-02');
    fill(stage, { tick: 'TRUE' });
    const titles = alertsOf(
      stage.click(stage.police, ITEM, (dialog) => (dialog.buttons === 'YES_NO' ? 'NO' : 'OK')),
    ).map((words) => words.split('\n')[0]);
    expect(titles).toEqual([
      'Báo cáo đột xuất ĐX-2024-02: gửi yêu cầu (1/2)',
      'Báo cáo đột xuất ĐX-2024-01: tổng hợp (2/2)',
    ]);
    advance(stage, '2024-05-21T10:00');
    expect(ledger(stage)).toHaveLength(1);
    expect(['ĐX-2024-01', 'ĐX-2024-02'].map((id) => valueAt(stage, 'adHoc', id, 'tick'))).toEqual([false, false]);
  });
  test('a scope that was changed after the asking is told, and does not count', () => {
    const stage = again(answered);
    fill(stage, { scope: 'IV' });
    const [words] = alertsOf(stage.click(stage.police, ITEM));
    expect(words).toContain('Đã hỏi: 09 nhiệm vụ của 02 đơn vị.');
    expect(words).toContain('Phạm vi ghi ở dòng nay khác phạm vi đã hỏi');
  });
  test('nobody closes: CAX is told once when time is over, and the clock closes nothing', () => {
    const stage = again(answered, (state) => {
      state.clock += 86_400_000 + 5 * 3_600_000;
    });
    advance(stage, '2024-05-22T18:00');
    const told = mailsTo(stage, stage.police).map(({ subject }) => subject);
    expect(told.slice(1)).toMatchInlineSnapshot(`
      [
        "[ĐA06][KHẨN] ĐX-2024-01 đã hết hạn trả lời: 01 đơn vị còn thiếu",
      ]
    `);
    expect(ledger(stage)).toHaveLength(1);
  });
  test('the month knows nothing of it', () => {
    const stage = again(closing);
    expect(valueAt(stage, 'tasks', 'I.01', 'period')).toBe('Kỳ 06/2024');
    const board = stage.host.see('cai-dat@example.vn', stage.fileId, {
      ranges: ["'Tổng hợp'!G3"],
      includeGridData: true,
    });
    expect(board.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.formattedValue).toBe('Chưa có bản chốt');
    const july = again(stage, (state) => {
      state.clock += 25 * 86_400_000;
    });
    july.click(july.police, 'Tổng hợp báo cáo…');
    expect(ledger(july).map(({ period, version, kind }) => [period, version, kind])).toEqual([
      [ID, 0, 'Đột xuất'],
      [ID, 1, 'Đột xuất'],
      ['Kỳ 06/2024', 1, 'Tháng'],
    ]);
    expect(rowsOf(july, 'history', ['period']).filter(({ period }) => period === 'Kỳ 06/2024')).toHaveLength(72);
  });
});

describe('exactly once', () => {
  test.each([
    ['asking', start, 0],
    ['closing', asked, 1],
  ] as const)('two clicks at the same time: %s stands once', (_, from, version) => {
    const stage = again(from);
    if (version === 1) stage.type('tp@example.vn', 'tasks', 'I.01', 'result', 'Xong');
    let met = false;
    stage.click(stage.police, ITEM, (dialog) => {
      // While the first reads the question, the second does it.
      if (!met) {
        met = true;
        stage.click('cai-dat@example.vn', ITEM);
      }
      return dialog.buttons === 'YES_NO' ? 'YES' : 'OK';
    });
    expect(ledger(stage).filter((row) => row['version'] === version)).toHaveLength(1);
    expect(stage.failures).toEqual([]);
  });
});
