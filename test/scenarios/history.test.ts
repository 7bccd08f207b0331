// What was closed stays what it was, whatever hands do to the tabs that hold it; who was in time and whose a row is too.
import { describe, expect, test } from 'vitest';
import { type Came, dialogTexts, playedFile, recordIn, toChairman } from './played.ts';

const failures = ({ said }: Came) =>
  said.filter(({ outcome }) => outcome === 'failed').map(({ words }) => words.join());
const versions = ({ ledger }: Came) => ledger.map((row) => [row['Kỳ'], row['Phiên bản']]);

describe('closed before the first run of the day of the deadline', async () => {
  const came = await playedFile('14-11-closed-before-the-first-run');

  test('the edit that got no stamp is stamped and in time, and nothing untrue is said', () => {
    expect(failures(came)).toEqual([]);
    const row = recordIn(came, 'đã chốt', 'Nhiệm vụ', 'II.25');
    expect([row['Kỳ báo cáo'], row['Thời điểm báo cáo'], row['Đúng hạn của kỳ']]).toEqual([
      'Kỳ 05/2024',
      '15/05/2024 00:02',
      'Kỳ 05/2024',
    ]);
    const [mail] = toChairman(came);
    expect(mail?.body).not.toContain('Báo cáo chậm');
    expect(mail?.body).not.toContain('không chạy');
    expect(came.ledger[0]?.['Ghi chú']).toBe('');
  });

  test('the first run neither undoes nor doubles it', () => {
    const after = recordIn(came, 'sau lần chạy đầu tiên', 'Nhiệm vụ', 'II.25');
    expect([after['Thời điểm báo cáo'], after['Đúng hạn của kỳ']]).toEqual(['15/05/2024 00:02', 'Kỳ 05/2024']);
    expect(came.journal.filter((row) => /đúng hạn/iu.test(row['Kết quả'] ?? ''))).toHaveLength(1);
    expect(toChairman(came)).toHaveLength(1);
  });
});

describe('the clock dead over the deadline, and an edit before it unseen (42)', async () => {
  const came = await playedFile('14-42-clock-dead-over-the-deadline');
  const rowOf = (code: string) => recordIn(came, 'đã chốt', 'Nhiệm vụ', code);

  test('is of the period, of no time, and not called late; what is known to be late is', () => {
    expect(failures(came)).toEqual([]);
    expect([rowOf('II.24')['Kỳ báo cáo'], rowOf('II.24')['Thời điểm báo cáo']]).toEqual(['Kỳ 05/2024', '']);
    expect(rowOf('II.05')['Thời điểm báo cáo']).toBe('16/05/2024 09:00');
    const office = recordIn(came, 'đã chốt', 'Đơn vị', 'Văn phòng UBND xã');
    expect([office['Đã báo cáo'], office['Đúng hạn']]).toEqual(['3', '2']);
    expect(came.journal.map((row) => row['Kết quả']).join('\n')).toContain(
      'Ghi bổ sung kỳ báo cáo cho II.24 (không rõ ghi trước hay sau ngày chốt số liệu: không tính chậm)',
    );
  });
});

describe('the named range of a closing deleted', async () => {
  const came = await playedFile('14-21-name-deleted');

  test('mails, documents and the correction come, and no run fails', () => {
    expect(failures(came)).toEqual([]);
    expect(versions(came)).toEqual([
      ['Kỳ 05/2024', '1'],
      ['Kỳ 05/2024', '2'],
    ]);
    expect(toChairman(came)).toHaveLength(2);
    expect(came.ledger.every((row) => row['Văn bản'] !== '')).toBe(true);
  });

  test('a sync says what it puts back; the night does it too', () => {
    expect(dialogTexts(came, 5)).toContain('Đặt lại tên «Chot_2024_05_1» cho các dòng của Kỳ 05/2024 bản 1');
    expect(dialogTexts(came, 7)).toContain('Bảng đã đúng');
    const restored = came.journal.find(
      (row) => row['Việc'] === 'Khôi phục bảo vệ' && row['Kết quả']?.includes('Chot_2024_05_2'),
    );
    expect(restored?.['Thời điểm']).toMatch(/^16\/05\/2024 00/u);
    const { namedRanges = [] } = came.stage.host.state().sheets[came.stage.fileId] ?? {};
    const [first, second] = [1, 2].map(
      (n) => namedRanges.find(({ namedRangeId }) => namedRangeId === `da06_chot_2024_05_${n}`)?.range,
    );
    expect([first?.startRowIndex, first?.endRowIndex, second?.startRowIndex, second?.endRowIndex]).toEqual([
      1, 73, 73, 145,
    ]);
  });
});

describe('«Lịch sử» sorted', async () => {
  const came = await playedFile('14-21-history-sorted');

  test('the correction is told from what was closed, row by row', () => {
    expect(failures(came)).toEqual([]);
    expect(dialogTexts(came, 3)).not.toContain('Tab Lịch sử');
    expect(toChairman(came).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024/u),
      expect.stringMatching(/^\[ĐA06\]\[ĐÍNH CHÍNH bản 2\] Tháng 5\/2024/u),
    ]);
    expect(came.ledger.every((row) => row['Văn bản'] !== '')).toBe(true);
    const [first, second] = came.ledger;
    expect(first?.['K3']).toBe(second?.['K3']);
  });
});

describe('a frozen cell changed', async () => {
  const came = await playedFile('14-21-frozen-cell-changed');

  test('no mail is told from it, and the check says which row and what to do', () => {
    expect(dialogTexts(came, 3)).toContain('Kỳ 05/2024 bản 1: dòng I.03 không còn như lúc chốt');
    expect(failures(came)[0]).toContain('Tệp ▸ Lịch sử phiên bản');
    expect(failures(came).every((words) => words.includes('Kỳ 05/2024 bản 1: dòng I.03'))).toBe(true);
  });

  test('once it is back, the mail goes', () => {
    expect(toChairman(came).map(({ at }) => at.slice(0, 13))).toEqual(['2024-05-15T09']);
  });
});

describe('a row deleted after the 15th and restored', async () => {
  const came = await playedFile('14-24-row-restored-after-the-15th');

  test('is in time as it was, with what CAX had decided of it', () => {
    expect(failures(came)).toEqual([]);
    const row = recordIn(came, 'đã khôi phục', 'Nhiệm vụ', 'II.25');
    expect([row['Tình trạng'], row['Đúng hạn của kỳ'], row['Hạn điều chỉnh']]).toEqual([
      'Đang thực hiện',
      'Kỳ 05/2024',
      '30/06/2024',
    ]);
    expect(toChairman(came)[0]?.body).not.toContain('Báo cáo chậm');
  });
});

describe('a unit renamed in «Đơn vị»', async () => {
  const came = await playedFile('14-12-unit-renamed');
  const [before, after] = ['Ban Văn hóa - Thông tin', 'Phòng Văn hóa – Xã hội'];
  const accountable = (look: string) => {
    const [heading = [], ...rows] = came.looks.get(look)?.['Nhiệm vụ'] ?? [];
    return rows.map((row) => row[heading.indexOf('Đầu mối')]);
  };
  const owed = (look: string) => recordIn(came, look, 'Đơn vị', 'VHTT')['Phải báo cáo'];

  test('until it is taken over nothing falls silent: it owes its rows, is written to, and the check says so', () => {
    expect(failures(came)).toEqual([]);
    expect(accountable('vừa đổi tên')).toContain(before);
    expect(Number(owed('vừa đổi tên'))).toBeGreaterThan(0);
    expect(
      came.mails.some(
        ({ to, at, body }) => to.includes('vhtt@example.vn') && at < '2024-05-14' && body.includes(after),
      ),
    ).toBe(true);
    expect(dialogTexts(came, 2)).not.toContain('không có trong tab Đơn vị');
  });

  test('the night writes it into the rows, the old name becomes another name', () => {
    expect(accountable('sáng hôm sau')).not.toContain(before);
    expect(accountable('sáng hôm sau')).toContain(after);
    expect(owed('sáng hôm sau')).toBe(owed('vừa đổi tên'));
    const unit = recordIn(came, 'sáng hôm sau', 'Đơn vị', 'VHTT');
    expect([unit['Tên'], unit['Tên đã nhận'], unit['Tên theo kế hoạch']]).toEqual([after, after, before]);
    expect(unit['Tên khác']?.split('; ')).toContain(before);
    expect(came.journal.find((row) => row['Việc'] === 'Khôi phục bảo vệ')?.['Kết quả']).toContain(after);
  });

  test('a sync leaves it, the closing tells it, and its account still enters its rows', () => {
    expect(dialogTexts(came, 4)).toContain('Bảng đã đúng');
    const [mail] = toChairman(came);
    expect(mail?.body).toContain(after);
    expect(mail?.body).not.toContain(before);
  });
});
