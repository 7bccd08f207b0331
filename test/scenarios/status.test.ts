// What a row is and whether it was reported, through whole months: results without a state, nothing known, phrases that say
// nothing, formulas in entries, edits that are no report.
import { describe, expect, test } from 'vitest';
import { type Came, dialogTexts, playedFile, recordIn, toChairman } from './played.ts';

const TASKS = 'Nhiệm vụ';

/** A row of «Nhiệm vụ» in a look, by heading. */
const rowOf = (came: Came, look: string, code: string) => recordIn(came, look, TASKS, code);
const statuses = (came: Came, look: string): string[] => {
  const [headings = [], ...rows] = came.looks.get(look)?.[TASKS] ?? [];
  return rows.map((cells) => cells[headings.indexOf('Trạng thái')] ?? '');
};
const chairmansMail = (came: Came) => toChairman(came)[0];
const figure = ({ ledger }: Came, code: string) => ledger[0]?.[code];

describe('14.8 a result without Tình trạng', async () => {
  const came = await playedFile('14-08-result-without-state');
  const LEFT_OUT = 'Chưa chọn Tình trạng: đang hiểu là Đang thực hiện';

  test('counts as Đang thực hiện, and the row says so', () => {
    expect(rowOf(came, 'sau khi chốt', 'II.25')).toMatchObject({
      'Trạng thái': 'Đang thực hiện trong hạn',
      'Lưu ý': LEFT_OUT,
    });
    expect(rowOf(came, 'sau khi chốt', 'VI.57')).toMatchObject({ 'Trạng thái': 'Thường xuyên – có kết quả' });
  });
  test('is a report of its unit: asked for neither on the 15th nor as missing', () => {
    const after = (account: string) =>
      came.mails.find(({ at, to }) => at > '2024-05-15' && to.includes(account))?.subject;
    expect(after('vp@example.vn')).toContain('11 nhiệm vụ chưa cập nhật');
    expect(figure(came, 'K4')).toBe('1/25 (4%)');
  });
  test('what says nothing is no report, and says that too', () => {
    const NOTHING = 'Có Kỳ báo cáo nhưng chưa chọn Tình trạng, chưa ghi Kết quả';
    const check = dialogTexts(came, 3);
    expect(check).toContain(`II.25, VI.57: ${LEFT_OUT}.`);
    expect(check).toContain(`I.01, Tình trạng: ${NOTHING}.`);
  });
});

describe('14.9 nobody has said anything', async () => {
  const came = await playedFile('14-09-no-information');
  const told = statuses(came, 'sau khi chốt');
  const count = (start: string) => told.filter((status) => status.startsWith(start)).length;

  test('Chưa thực hiện stands where a unit chose it, or chose what counts so', () => {
    expect(rowOf(came, 'sau khi chốt', 'II.25')['Trạng thái']).toBe('Chưa thực hiện trong hạn');
    expect(rowOf(came, 'sau khi chốt', 'X.71')['Trạng thái']).toBe('Chưa thực hiện quá hạn');
    expect(count('Chưa thực hiện')).toBe(2);
    expect(count('Chưa có thông tin – trong hạn')).toBeGreaterThan(20);
    expect(count('Chưa có thông tin – quá hạn')).toBe(2);
  });
  test('overdue is overdue all the same', () =>
    expect(chairmansMail(came)?.subject).toContain('Tháng 5/2024: 03 quá hạn'));
});

describe('14.18 phrases that say nothing', async () => {
  const came = await playedFile('14-18-says-nothing');

  test('only the difficulty that is one counts, and only its proposal is put to the chairman', () => {
    expect(figure(came, 'K8')).toBe('1/72 (1,4%)');
    const text = chairmansMail(came)?.body ?? '';
    expect(text).toContain('Đề nghị cấp 02 máy tính');
    for (const phrase of ['Không có ý kiến', 'vẫn như tháng trước', 'Ổn cả']) expect(text).not.toContain(phrase);
  });
  test('the board and the closing say the same number', () => {
    const board = came.looks.get('sau khi chốt')?.['Tổng hợp']?.find(([code]) => code === 'K8') ?? [];
    expect(board[2]).toBe('1/72 (1,4%)');
  });
  test('what CAX added stands after a sync', () => {
    const row = came.looks.get('sau khi chốt')?.['Cấu hình']?.find((cells) => cells.includes('Câu không có nội dung'));
    expect(row).toContain('Ổn cả\nVẫn như tháng trước.');
  });
});

describe('14.19 a formula as Ngày hoàn thành', async () => {
  const came = await playedFile('14-19-formula-as-date');

  test('is no date, and the row, the closing and the ledger say so', () => {
    const row = rowOf(came, 'sau khi chốt', 'X.71');
    expect(row['Trạng thái']).toBe('Hoàn thành – thiếu ngày');
    expect(row['Lưu ý']).toBe('Thiếu Ngày hoàn thành; Có công thức trong ô nhập: gõ lại bằng chữ, số hoặc ngày');
    expect(dialogTexts(came, 3)).toContain('X.71, Ngày hoàn thành: Có công thức trong ô nhập');
  });
  test('a changed answer is no report of the next period', () =>
    expect(rowOf(came, 'kỳ sau', 'X.71')).toMatchObject({ 'Kỳ báo cáo': 'Kỳ 05/2024' }));
});

describe('14.25 edits that are no report', async () => {
  const came = await playedFile('14-25-emptied-and-mended');
  const period = (code: string) => rowOf(came, 'kỳ 06', code)['Kỳ báo cáo'];

  test('last month’s text cleared', () => expect(period('II.25')).toBe('Kỳ 05/2024'));
  test('a letter mended by CAX, the night included', () => {
    expect(rowOf(came, 'kỳ 06', 'II.31')['Kết quả trong kỳ']).toBe('Đã tập huấn 02 buổi');
    expect(period('II.31')).toBe('Kỳ 05/2024');
  });
  test('what the unit types is one', () => expect(period('II.20')).toBe('Kỳ 06/2024'));
});

describe('14.17 what moves a row unexplained is named', async () => {
  const came = await playedFile('14-17-notes-at-the-row');
  test.each([
    ['IV.42', 'Hạn điều chỉnh ở trước Hạn'],
    ['V.50', 'Hạn điều chỉnh ở sau Hạn hơn một năm'],
    ['II.25', 'Còn Ngày hoàn thành mà Tình trạng không phải Hoàn thành'],
    ['X.71', 'Tạm dừng: Minh chứng chưa có số văn bản hoặc đường dẫn'],
  ])('%s', (code, words) => {
    expect(rowOf(came, 'sau khi chốt', code)['Lưu ý']).toContain(words);
    expect(dialogTexts(came, 7)).toContain(words);
  });
  test('in the closing dialog', () => {
    expect(dialogTexts(came, 8)).toContain('Cần sửa 4 chỗ');
    expect(dialogTexts(came, 8)).toContain('II.25, Ngày hoàn thành: Còn Ngày hoàn thành');
  });
});
