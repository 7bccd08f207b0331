// Ordinary months and their troubles, from the first to the last thing people would see of them.
import { describe, expect, test } from 'vitest';
import { type Came, dialogTexts, playedFile, rowIn, toChairman } from './played.ts';

const REFUSED = 'You are trying to edit a protected cell or object.';

const versions = ({ ledger }: Came) => ledger.map((row) => [row['Kỳ'], row['Phiên bản'], row['Người chốt']]);
const outcomes = ({ said }: Came) => said.flatMap(({ step, outcome }) => (step === undefined ? [] : [outcome]));
const words = (came: Came, step: number) => came.step(step)?.words.join('\n') ?? '';

describe('an ordinary month', async () => {
  const came = await playedFile('01-ordinary-month');

  test('what a sheet does not take is refused where it is typed, and the rest stays', () => {
    expect(outcomes(came).flatMap((outcome, i) => (outcome === 'refused' ? [i] : []))).toEqual([3, 5]);
    expect(words(came, 3)).toBe('Gõ số từ 0 đến 100: 80 là 80%.');
    expect(words(came, 5)).toContain(REFUSED);
    const row = rowIn(came, 'sau khi chốt', 'Nhiệm vụ', 'II.25');
    expect(row).toEqual(expect.arrayContaining(['Đang thực hiện', '45%', 'Kỳ 05/2024', '13/05/2024 09:00']));
    expect(rowIn(came, 'sau khi chốt', 'Nhiệm vụ', 'IV.40')).toContain(
      'Đã thu học phí không dùng tiền mặt của 210 học sinh',
    );
  });

  test('each version is closed once, by CAX, and mailed once with the figures that were shown', () => {
    expect(versions(came)).toEqual([
      ['Kỳ 05/2024', '1', 'cax@example.vn'],
      ['Kỳ 05/2024', '2', 'cax@example.vn'],
    ]);
    expect(toChairman(came).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024/u),
      expect.stringMatching(/^\[ĐA06\]\[ĐÍNH CHÍNH bản 2\] Tháng 5\/2024/u),
    ]);
    expect(dialogTexts(came, 8)).toContain(`Nhiệm vụ thường xuyên có kết quả trong kỳ: ${came.ledger[0]?.['K4']}`);
    expect(came.journal.filter((row) => row['Việc'] === 'Thư Chủ tịch').map((row) => row['Trạng thái'])).toEqual([
      'đã gửi',
      'đã gửi',
    ]);
  });

  test('no is no', () => expect(came.step(11)?.dialogs.map(({ answer }) => answer)[0]).toBe('NO'));

  test('units that owe rows are written to, on the 13th, the 15th and two working days later', () => {
    const days = came.mails.filter(({ to }) => to.includes('vhtt@example.vn')).map(({ at }) => at.slice(0, 10));
    expect(days).toEqual(['2024-05-13', '2024-05-15', '2024-05-17']);
  });
});

describe('the mail service refuses for half an hour at the closing', async () => {
  const came = await playedFile('02-mail-refused-at-closing');

  test('the closing stands, and its documents', () => {
    expect(versions(came)).toEqual([['Kỳ 05/2024', '1', 'cax@example.vn']]);
    expect(came.journal.filter((row) => row['Việc'] === 'Lập văn bản')).toHaveLength(1);
  });
  test('what the service said is told: in the journal, and from the second time on by a mail to CAX and the installing account', () => {
    expect(came.said.filter(({ deed, outcome }) => deed === 'clock' && outcome === 'failed')).toEqual([]);
    const refused = came.journal.filter((row) => row['Trạng thái'] === 'không gửi được');
    // The clock comes at any minute of its ten: in half an hour the mail is tried twice, or a third time just before the end.
    expect([2, 3]).toContain(refused.length);
    expect(refused.every((row) => row['Kết quả']?.includes('Service unavailable: Mail'))).toBe(true);
    const told = came.mails.filter(({ subject }) => subject.includes('[THƯ CHƯA GỬI ĐƯỢC]'));
    expect(told.map(({ to, cc }) => [...to, ...cc])).toEqual([['cai-dat@example.vn', 'cax@example.vn']]);
    expect(told[0]?.body).toMatch(
      /Thư Chủ tịch Kỳ 05\/2024 – bản 1: dịch vụ của Google đang lỗi \(Service unavailable: Mail\) \(2 lần; thử lại lúc 0[89]:/u,
    );
    expect(words(came, 2)).toMatch(/^đã gặp [1-9]\d* lần$/u);
  });
  test('nothing reaches the chairman meanwhile, and one mail afterwards, unmarked', () => {
    expect(toChairman(came).filter(({ at }) => at < '2024-05-15T09:01')).toEqual([]);
    expect(toChairman(came).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024/u)]);
  });
});

describe('nobody closes, and the clock is dead for two days', async () => {
  const came = await playedFile('03-nobody-closes-clock-dies');

  test('nothing runs meanwhile', () => {
    const during = came.said.filter(({ deed, at }) => deed === 'clock' && at > '2024-05-15' && at < '2024-05-17');
    expect(during).toEqual([]);
    expect(words(came, 1)).toBe('đã gặp 288 lần');
  });
  test('then bản 0 is made once, and the chairman is told that nobody closed', () => {
    expect(versions(came)).toEqual([['Kỳ 05/2024', '0', 'Tự động']]);
    expect(toChairman(came).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\]\[TỰ ĐỘNG – CHƯA CHỐT\] Tháng 5\/2024/u),
    ]);
  });
});

describe('a report out of turn', async () => {
  const came = await playedFile('04-ad-hoc-report');

  test('urgencies are chosen from the list, and a unit asks nobody', () => {
    expect(outcomes(came).flatMap((outcome, i) => (outcome === 'refused' ? [i] : []))).toEqual([3, 5]);
    expect(words(came, 3)).toContain('Chọn KHẨN');
  });
  test('the units of the scope are asked, each once', () => {
    const asked = came.mails.filter(
      ({ subject }) => subject.startsWith('[ĐA06][KHẨN] Đột xuất') && subject.includes('nhiệm vụ cần'),
    );
    expect(asked.map(({ to }) => to)).toEqual([['vp@example.vn'], ['tp@example.vn']]);
  });
  test('ticked in a tab that was renamed, it is frozen and mailed', () => {
    expect(came.ledger.map((row) => [row['Kỳ'], row['Phiên bản'], row['Loại']])).toEqual([
      ['ĐX-2024-01', '0', 'Đột xuất'],
      ['ĐX-2024-01', '1', 'Đột xuất'],
    ]);
    expect(toChairman(came).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\]\[KHẨN\] Đột xuất: số hóa hồ sơ/u),
    ]);
    expect(rowIn(came, 'đã tổng hợp', 'Đột xuất 2024', 'ĐX-2024-01').join()).toContain('Đã tổng hợp bản 1');
  });
});

describe('the hardened way, by requests', async () => {
  const came = await playedFile('05-hardened-by-tick');

  test('neither a unit nor the chairman can leave one', () => {
    expect(outcomes(came).flatMap((outcome, i) => (outcome === 'refused' ? [i] : []))).toEqual([1, 9]);
  });
  test('a second account of CAX is let in by the set-up, and told of to the old one', () => {
    expect(words(came, 4)).toContain('Tệp đã chia sẻ cho các tài khoản trên');
    expect(words(came, 5)).not.toContain('chưa sửa gì');
    expect(came.mails.filter(({ subject }) => subject.includes('[ĐỔI ĐỊA CHỈ]'))).toHaveLength(1);
    expect(outcomes(came)[6]).toBe('done');
  });
  test('it looks first, then asks, and what came of both stands in the sheet', () => {
    const row = (look: string, deed: string) => rowIn(came, look, 'Điều khiển', deed).join('\n');
    expect(row('đã xem trước', 'Xem trước báo cáo')).toContain('Đồng ý thì đánh dấu');
    expect(row('đã chốt', 'Tổng hợp báo cáo')).toMatch(/cax2@example\.vn.*Đã chốt bản 1/su);
    expect(versions(came)).toEqual([['Kỳ 05/2024', '1', 'cax2@example.vn']]);
  });
  test('the mail comes from the commune’s account', () =>
    expect(toChairman(came).map(({ from }) => from)).toEqual(['cai-dat@example.vn']));
});
