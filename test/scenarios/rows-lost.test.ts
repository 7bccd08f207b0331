// Rows that somebody has deleted or inserted: no figure says something untrue, and everybody who can mend it is told which row is missing.
import { describe, expect, test } from 'vitest';
import { type Came, dialogTexts, playedFile, recordIn, toChairman } from './played.ts';

const failures = ({ said }: Came) =>
  said.filter(({ outcome }) => outcome === 'failed').map(({ words }) => words.join());
const board = ({ looks }: Came, look: string) => looks.get(look)?.['Tổng hợp'] ?? [];
const redLine = (came: Came, look: string) => board(came, look)[1]?.[0] ?? '';
const figure = (came: Came, look: string, code: string) => board(came, look).find(([first]) => first === code)?.[2];
const shown = (came: Came, look: string) => board(came, look).flatMap((row) => row.slice(0, 16));

describe('a task’s row deleted, another inserted (45)', async () => {
  const came = await playedFile('14-45-row-deleted');

  test('the board counts the rows that are there, and names the one that is not', () => {
    expect(failures(came)).toEqual([]);
    expect(redLine(came, 'trước')).toBe('');
    for (const look of ['đã xóa', 'đã chèn']) {
      expect(redLine(came, look)).toContain('tab Nhiệm vụ: II.25. Công an xã bấm Đồng bộ bảng tính');
      expect(shown(came, look).filter((text) => text.startsWith('#'))).toEqual([]);
      expect([figure(came, look, 'K1'), figure(came, look, 'K8')]).toEqual(['0/3', '0/71 (0%)']);
      expect(board(came, look)[3]?.[0]).toContain('(chưa đủ) (10): Công an xã (9); Văn phòng UBND xã (11)');
    }
    expect(redLine(came, 'đã đồng bộ')).toBe('');
    expect(figure(came, 'đã đồng bộ', 'K8')).toBe('0/72 (0%)');
  });

  test('check, closing dialog and previewed mail say which', () => {
    expect(dialogTexts(came, 4)).toContain('thiếu II.25');
    expect(dialogTexts(came, 6)).toContain('CHƯA ĐỦ: bảng thiếu dòng – tab Nhiệm vụ: II.25');
    expect(dialogTexts(came, 6)).toContain('Tab Nhiệm vụ: Thiếu 1 dòng: II.25.');
    const preview = came.mails.find(({ subject }) => subject.startsWith('[XEM TRƯỚC]'));
    expect(preview?.body).toContain('CHƯA ĐỦ: bảng thiếu dòng – tab Nhiệm vụ: II.25');
    expect(preview?.body).toContain('Không có trong bảng lúc chốt (01): II.25');
  });

  test('CAX and the installing account are told once, and the digest says it again', () => {
    const told = came.mails.filter(({ subject }) => subject.includes('[BẢNG CẦN ĐỒNG BỘ]'));
    expect(told.map(({ to, cc }) => [...to, ...cc])).toEqual([['cai-dat@example.vn', 'cax@example.vn']]);
    expect(told[0]?.body).toContain('dòng II.25');
    const digest = came.mails.find(({ subject }) => subject.includes('đơn vị còn thiếu'));
    expect(digest?.body).toContain('Bảng thiếu dòng, số liệu chưa đủ: tab Nhiệm vụ: II.25');
  });
});

describe('rows of other tabs deleted (46)', async () => {
  const came = await playedFile('14-46-rows-of-other-tabs-deleted');

  test('the board goes on, and names each', () => {
    expect(failures(came)).toEqual([]);
    for (const look of ['đơn vị', 'chỉ tiêu', 'cấu hình', 'điều khiển']) {
      expect([figure(came, look, 'K1'), figure(came, look, 'K3')]).toEqual(['0/3', '0/39 (0%)']);
      expect(shown(came, look).filter((text) => text.startsWith('#'))).toEqual([]);
    }
    expect(redLine(came, 'điều khiển')).toContain(
      'tab Chỉ tiêu: II.06-1; tab Đơn vị: Ban Tư pháp; tab Cấu hình: Số ngày cảnh báo sắp đến hạn; tab Điều khiển: Thư chưa gửi được',
    );
    expect(redLine(came, 'đã đồng bộ')).toBe('');
  });

  test('the check lists them, the night tells CAX', () => {
    const check = came.said
      .filter(({ deed }) => deed === 'click')
      .map(({ dialogs }) => dialogs.map(({ text }) => text).join());
    const listed = check.find((text) => text.includes('Cần sửa')) ?? '';
    for (const words of [
      'Tab Đơn vị: Thiếu 1 dòng: Ban Tư pháp.',
      'Tab Chỉ tiêu: Thiếu 1 dòng: II.06-1.',
      'Tab Cấu hình: Thiếu 1 dòng: Số ngày cảnh báo sắp đến hạn.',
      'Tab Điều khiển: Thiếu 1 dòng: Thư chưa gửi được.',
    ])
      expect(listed).toContain(words);
    expect(came.mails.filter(({ subject }) => subject.includes('[BẢNG CẦN ĐỒNG BỘ]'))).toHaveLength(1);
  });
});

describe('a row of one tab is missing, another tab is sorted (50)', async () => {
  const came = await playedFile('14-50-rights-while-a-row-is-missing');

  test('whoever has a row can type there the next morning, and nobody else', () => {
    expect([2, 3, 4].map((step) => came.step(step)?.outcome)).toEqual(['done', 'done', 'refused']);
    expect(recordIn(came, 'sáng hôm sau', 'Nhiệm vụ', 'X.71')['Kết quả trong kỳ']).toBe('Đã rà soát');
  });
});

describe('the only row a unit has reported is deleted before the closing (53)', async () => {
  const came = await playedFile('14-53-lost-row-is-no-silence');
  const june = toChairman(came).find(({ subject }) => subject.includes('6 tháng'))?.body ?? '';

  test('others are silent for two periods, and this unit is not said to be', () => {
    expect(june).toMatch(/Ban Tư pháp \(02 kỳ liên tiếp\)/u);
    expect(june).not.toMatch(/CC Lao động - Thương binh và Xã hội \(02 kỳ/u);
    expect(june).toContain('Không có trong bảng lúc chốt');
  });
});
