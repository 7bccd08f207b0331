// The calendar as people meet it: feasts over the days of closing, a clock that slept, closing days that are changed.
import { describe, expect, test } from 'vitest';
import { CAX, type Came, CHAIRMAN, dialogTexts, playedFile, rowIn } from './played.ts';

const UNIT = 'vhtt@example.vn';

const timesTo = ({ mails }: Came, address: string) =>
  mails.filter(({ to }) => to.includes(address)).map(({ at }) => at);
const days = (times: readonly string[]) => times.map((at) => at.slice(0, 10));
const warnings = ({ mails }: Came) =>
  mails.filter(({ to, subject }) => to.includes(CAX) && subject.includes('cần tổng hợp'));

describe('a feast covers the days of closing', async () => {
  const came = await playedFile('14-05-feast-over-the-closing');

  test('no reminder is dropped: all are held on the working days before', () =>
    expect(days(timesTo(came, UNIT))).toEqual(['2024-06-07', '2024-06-10', '2024-06-11', '2024-06-12']));
  test('CAX is warned on the last of them, by day and hour, once', () => {
    expect(warnings(came).map(({ at, subject }) => [at.slice(0, 16), subject])).toEqual([
      [
        expect.stringContaining('2024-06-12T07:0'),
        expect.stringContaining('Trước 16 giờ ngày 19/06/2024 cần tổng hợp tháng 6/2024'),
      ],
    ]);
    const [mail] = warnings(came);
    expect(mail?.body).toContain(
      'Nếu đến 16 giờ ngày 19/06/2024 chưa bấm Tổng hợp báo cáo (bấm được từ ngày 15/06/2024)',
    );
  });
  test('bản 0 is made at that hour, and the chairman has it', () => {
    expect(came.ledger.map((row) => [row['Phiên bản'], row['Thời điểm chốt']])).toEqual([
      ['0', expect.stringContaining('19/06/2024 16:0')],
    ]);
    expect(timesTo(came, CHAIRMAN).map((at) => at.slice(0, 16))).toEqual([expect.stringContaining('2024-06-19T16:0')]);
  });
  test('«Lịch tự động» foretells the very same', () => {
    const told = dialogTexts(came, 2);
    expect(told).toContain('07:00 12/06/2024 – Nhắc lần 4 Kỳ 06/2024');
    expect(told).toContain('được báo trước bản tự động');
    expect(told).toContain('16:00 19/06/2024 – Báo cáo Kỳ 06/2024 gửi Chủ tịch');
  });
});

describe('a clock that slept over the deadline wakes by night', async () => {
  const came = await playedFile('14-05-clock-back-by-night');

  test('nothing leaves before the sending hour, and a unit is written to once a day', () => {
    expect(came.mails.filter(({ at }) => at.slice(11, 16) < '07:00')).toEqual([]);
    expect(days(timesTo(came, UNIT))).toEqual(['2024-05-13', '2024-05-16', '2024-05-17']);
  });
  test('CAX is warned in the morning, and bản 0 is made when it was told', () => {
    expect(warnings(came).map(({ at, subject }) => [at.slice(0, 16), subject])).toEqual([
      [
        expect.stringContaining('2024-05-16T07:0'),
        expect.stringContaining('Trước 16 giờ hôm nay cần tổng hợp tháng 5/2024'),
      ],
    ]);
    expect(came.ledger.map((row) => [row['Phiên bản'], row['Thời điểm chốt']])).toEqual([
      ['0', expect.stringContaining('16/05/2024 16:0')],
    ]);
    expect(timesTo(came, CHAIRMAN).map((at) => at.slice(0, 16))).toEqual([expect.stringContaining('2024-05-16T16:0')]);
  });
});

describe('the closing day is changed from the 15th to the 10th', async () => {
  const came = await playedFile('14-17-closing-day');

  test('the open period keeps its days: on 14/06 it is open still', () => {
    expect(rowIn(came, 'Kỳ 06 còn mở', 'Nhiệm vụ', 'II.25')).toContain('Kỳ 06/2024');
    expect(came.looks.get('Kỳ 06 còn mở')?.['Tổng hợp']?.flat().join()).toContain('Kỳ đang mở: Kỳ 06/2024');
    expect(came.looks.get('Kỳ 07 mở')?.['Tổng hợp']?.flat().join()).toContain('Kỳ đang mở: Kỳ 07/2024');
  });
  test('the record says which days hold from when on, and the journal when that was decided', () => {
    expect(rowIn(came, 'Kỳ 06 còn mở', 'Cấu hình', 'Ngày chốt đang áp dụng')).toContain(
      'Kỳ 06/2024: 15–19; Kỳ 07/2024: 10–13',
    );
    expect(came.journal.filter((row) => row['Việc'] === 'Ngày chốt số liệu').map((row) => row['Kết quả'])).toEqual([
      expect.stringContaining('kể từ kỳ sau; Kỳ 06/2024 vẫn chốt ngày 15 (chậm nhất ngày 19)'),
    ]);
  });
  test('check and closing dialog name the change', () => {
    expect(dialogTexts(came, 4)).toContain('Ngày chốt đổi thành ngày 10 (chậm nhất ngày 13) kể từ kỳ sau');
    expect(dialogTexts(came, 5)).toContain('Ngày chốt đổi thành ngày 10 (chậm nhất ngày 13) kể từ kỳ sau');
    expect(dialogTexts(came, 8)).toContain('Kỳ 07/2024 tính từ 15/06/2024 đến hết 09/07/2024');
  });
  test('both are closed, and neither day belongs to two of them or to none', () => {
    expect(came.ledger.map((row) => [row['Kỳ'], row['Số liệu đến ngày']])).toEqual([
      ['Kỳ 06/2024', '14/06/2024'],
      ['Kỳ 07/2024', '09/07/2024'],
    ]);
    expect(timesTo(came, CHAIRMAN)).toHaveLength(2);
  });
  test('units are reminded by the days that hold: six and two days before, on the day, two working days later', () => {
    const july = days(timesTo(came, UNIT)).filter((day) => day > '2024-06-20');
    expect(july).toEqual(['2024-07-04', '2024-07-08', '2024-07-10']);
  });
});
