// What a second version is called, and what is promised of the one before it (issue 14): it corrects what was sent, and nothing else.
import { describe, expect, test } from 'vitest';
import { dialogTexts, paperOf, playedFile, recordIn, toChairman } from './played.ts';

describe('closed again while the mail of bản 1 is refused (38)', async () => {
  const came = await playedFile('14-38-replaced-before-it-was-sent');
  const mailOf = (look: string, version: string) => {
    const [headings = [], ...rows] = came.looks.get(look)?.['Sổ báo cáo'] ?? [];
    const at = (heading: string) => headings.indexOf(heading);
    return rows.find((row) => row[at('Phiên bản')] === version)?.[at('Thư Chủ tịch')];
  };
  const titles = (step: number) => came.step(step)?.dialogs.map(({ title }) => title)[0];

  test('nobody corrects what nobody got', () => {
    expect(mailOf('bị từ chối', '1')).toMatch(/^Chưa gửi được .*; hệ thống tự thử lại đến 00:00 20\/05\/2024; /u);
    expect(titles(4)).toBe('Chốt lại Kỳ 05/2024 – bản 2');
    expect(dialogTexts(came, 4)).toContain('Chốt thành bản 2, thay bản 1 chưa gửi? ');
    expect(dialogTexts(came, 4)).not.toMatch(/đính chính/iu);
    expect(toChairman(came).map(({ subject }) => subject.includes('ĐÍNH CHÍNH'))).toEqual([false, true, true]);
  });
  test('from the closing on the ledger promises nothing of the version that is replaced', () => {
    expect(mailOf('đã thay', '1')).toBe('Không gửi: đã có bản 2 thay');
    expect(came.ledger.map((row) => row['Thư Chủ tịch'])).toEqual([
      'Không gửi: đã có bản 2 thay',
      expect.stringMatching(/^Đã gửi[^\n]*$/u),
      expect.stringMatching(/^Đã gửi[^\n]*$/u),
      expect.stringMatching(/^Đã gửi[^\n]*$/u),
    ]);
  });
  test('what has been sent is corrected', () => {
    expect(titles(7)).toBe('Đính chính Kỳ 05/2024 – bản 3');
    expect(dialogTexts(came, 7)).toContain('Lập bản đính chính 3? ');
  });
  test('of a row that is both kept and changed it says which is which', () => {
    expect(dialogTexts(came, 10)).toContain('Khác bản 3 (1): II.25 (hạn hoặc đầu mối).');
    expect(dialogTexts(came, 10)).toContain('Giữ nội dung báo cáo như bản 3 vì đã ghi cho kỳ sau: II.25. ');
    expect(dialogTexts(came, 10)).toContain('Hạn, tính quá hạn, tạm dừng đã đổi so với Kỳ 05/2024 bản 3 (1): II.25');
  });
});

describe('refused until the last day is over (39)', async () => {
  const came = await playedFile('14-39-refused-to-the-last-day');
  const mail = (row: Record<string, string>) => [row['Phiên bản'], row['Thư Chủ tịch']];

  test('what the ledger says stays true while it is tried and afterwards', () => {
    const until = /^Chưa gửi được .*; hệ thống tự thử lại đến 17:00 23\/05\/2024; /u;
    expect(recordIn(came, 'còn thử', 'Sổ báo cáo', '1')['Thư Chủ tịch']).toMatch(until);
    expect(came.ledger.map(mail)).toEqual([
      ['0', expect.stringMatching(/^Đã gửi/u)],
      ['1', expect.stringMatching(until)],
    ]);
    expect(toChairman(came)).toHaveLength(1);
  });
});

describe('ticked by hand over a request that waits (40)', async () => {
  const came = await playedFile('14-40-each-asker-is-answered');

  test('who asked first stands in the row beside who ticked, and both get the mail', () => {
    expect([2, 3, 4].map((step) => came.step(step)?.outcome)).toEqual(['done', 'done', 'done']);
    expect(recordIn(came, 'đang chờ', 'Điều khiển', 'Xem trước thư')['Người yêu cầu']).toBe(
      'cax@example.vn, Công an xã (đánh dấu)',
    );
    const shown = came.mails.filter(({ subject }) => subject.includes('[XEM TRƯỚC]'));
    expect(shown.map(({ to }) => to.join()).sort()).toEqual(['cax2@example.vn', 'cax@example.vn']);
  });
});

describe('a report out of turn closed again while its mail is refused (41)', async () => {
  const came = await playedFile('14-41-ad-hoc-replaced');
  const mailOf = (look: string) => recordIn(came, look, 'Sổ báo cáo', '1')['Thư Chủ tịch'];

  test('it corrects nothing, and nothing is promised of what it replaces', () => {
    expect(mailOf('bị từ chối')).toContain('thử lại lúc');
    expect(came.step(10)?.dialogs[0]?.title).toContain('tổng hợp lại – bản 2');
    expect(mailOf('đã thay')).toBe('Không gửi: đã có bản 2 thay');
    expect(toChairman(came).map(({ subject }) => subject)).toEqual([expect.not.stringContaining('ĐÍNH CHÍNH')]);
    expect(came.ledger.at(-1)?.['Thư Chủ tịch']).toMatch(/^Đã gửi/u);
  });
});

describe('who was told as silent or overdue is told so no more, by name (46)', async () => {
  const came = await playedFile('14-46-accusation-taken-back');
  const mails = toChairman(came).map(({ body }) => body);
  const paper = (version: number) => paperOf(came, `Báo cáo Đề án 06 - 2024-05 - bản ${version}`);
  const confirmed = 'Bản 1 ghi chưa báo cáo; nay báo cáo đủ, chậm (01): Trường Tiểu học Vân Sơn';
  const partly = 'Bản 2 ghi chưa báo cáo; nay báo cáo một phần (01): Ban Tư pháp (1/8 nhiệm vụ, chậm 01)';
  const finished = /Bản 2 ghi (?:chưa thực hiện|chưa có thông tin) quá hạn.*; nay hoàn thành đúng hạn \(01\): /u;

  test('a row that was only confirmed: in the dialog, the mail and the document', () => {
    for (const words of [dialogTexts(came, 4), mails[1], paper(2)]) expect(words).toContain(confirmed);
  });
  test('a part of its rows, though no figure shows it; and a task that was overdue', () => {
    for (const words of [dialogTexts(came, 6), mails[2], paper(3)]) {
      expect(words).toContain(partly);
      expect(words).toMatch(finished);
    }
    expect(mails[2]).toMatch(/đúng hạn \(01\): X\.71 \(Ban Tư pháp\)/u);
    expect(paper(3)).toMatch(/đúng hạn \(01\): nhiệm vụ 71 \(Ban Tư pháp\)/u);
  });
  test('and to the group that has read who was missing', () => {
    const zalo = came.ledger.map((row) => row['Tin Zalo']);
    expect(zalo[1]).toContain('. Bản 1 ghi chưa báo cáo đủ, nay đã đủ: Trường Tiểu học Vân Sơn. Xem: ');
    for (const words of [zalo[0], zalo[2]]) expect(words).not.toContain('nay đã đủ');
  });
});
