// What nobody has done, or what did not come about, is told where people look; and the words of one thing are the same everywhere.
import { describe, expect, test } from 'vitest';
import { CAX, dialogTexts, playedFile, recordIn } from './played.ts';

describe('a line of «Đột xuất» that nobody has ticked (47)', async () => {
  const came = await playedFile('14-47-ad-hoc-never-ticked');
  const outcome = (look: string, id: string) => recordIn(came, look, 'Đột xuất', id)['Kết quả'] ?? '';

  test('the check tells it at once, the line the next morning, the digest to CAX on its day', () => {
    for (const id of ['ĐX-2024-01', 'ĐX-2024-02'])
      expect(dialogTexts(came, 3)).toMatch(new RegExp(`${id}.*Đã ghi nhưng chưa gửi yêu cầu`, 'u'));
    expect(outcome('hôm ghi', 'ĐX-2024-01')).toBe('');
    expect(outcome('sáng hôm sau', 'ĐX-2024-01')).toMatch(/^00:\d\d 12\/05\/2024: chưa gửi yêu cầu tới đơn vị nào/u);
    const digest = came.mails.find(({ to, subject }) => to.includes(CAX) && subject.includes('đơn vị còn thiếu'));
    expect(digest?.body).toContain('Báo cáo đột xuất đã ghi, chưa gửi yêu cầu: ĐX-2024-01, ĐX-2024-02.');
  });

  test('once it is ticked, or emptied, nothing is said of it any more', () => {
    expect(outcome('đã gửi', 'ĐX-2024-01')).toMatch(/yêu cầu/u);
    expect(outcome('đã gửi', 'ĐX-2024-01')).not.toContain('chưa gửi yêu cầu');
    expect(outcome('đã gửi', 'ĐX-2024-02')).toBe('');
    expect(dialogTexts(came, 9)).not.toContain('chưa gửi yêu cầu');
  });
});

describe('a word that is none of the six, pasted into Tình trạng (48)', async () => {
  const came = await playedFile('14-48-state-pasted');
  const row = (code: string) => recordIn(came, 'đã dán', 'Nhiệm vụ', code);

  test('of ongoing work the note does not say that there is no information', () => {
    expect(row('I.01')['Trạng thái']).toBe('Thường xuyên – có kết quả');
    expect(row('I.01')['Lưu ý']).toContain('Tình trạng không có trong danh sách, chưa đọc được');
  });
  test('of a row with a deadline it does, and so does Trạng thái', () => {
    expect(row('II.32')['Trạng thái']).toContain('Chưa có thông tin');
    expect(row('II.32')['Lưu ý']).toContain('đang tính là Chưa có thông tin');
  });
  test('the check says the same of each', () => {
    const [text = ''] = [dialogTexts(came, 3)];
    expect(text).toMatch(/I\.01, Tình trạng: Tình trạng không có trong danh sách, chưa đọc được/u);
    expect(text).toMatch(/II\.32, Tình trạng: Tình trạng không có trong danh sách, đang tính là Chưa có thông tin/u);
  });
});

describe('a reminder refused all day (49)', async () => {
  const came = await playedFile('14-49-reminder-refused-all-day');
  const line = (look: string) => recordIn(came, look, 'Điều khiển', 'Thư chưa gửi được')['Kết quả'] ?? '';

  test('the next morning it is told all the same, with the address', () => {
    expect(line('hôm đó')).toContain('Ban Tư pháp, tp@example.vn');
    expect(line('sáng hôm sau')).toMatch(/Ban Tư pháp, tp@example\.vn.*không gửi được, không thử nữa/u);
    expect(dialogTexts(came, 3)).toMatch(/Thư: Chưa gửi được: .*tp@example\.vn/u);
  });
  test('it is mailed of on its day alone, and over once a later round has reached the unit', () => {
    const told = came.mails.filter(({ subject }) => subject.includes('[THƯ CHƯA GỬI ĐƯỢC]'));
    expect(told.map(({ at }) => at.slice(0, 10))).toEqual(['2024-05-13']);
    expect(came.mails.some(({ to, at }) => to.includes('tp@example.vn') && at > '2024-05-15')).toBe(true);
    expect(line('đợt sau')).toBe('');
  });
});
