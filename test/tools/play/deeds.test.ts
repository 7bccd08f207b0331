// Every action of a step on a sheet that is ready: whom the sheet lets, whom not, what is found under which name, and what is one clear error.
import { describe, expect, test } from 'vitest';
import { type Came, played } from '../../scenarios/played.ts';

const FROM = '2024-05-20T08:00';
const TASKS = 'Nhiệm vụ';

/** Steps of one hour, a minute apart. */
function hour(steps: readonly Record<string, unknown>[], more: Record<string, unknown> = {}): Promise<Came> {
  const at = (i: number) => `2024-05-20T08:${String(i + 1).padStart(2, '0')}`;
  return played({
    from: FROM,
    to: '2024-05-20T09:00',
    ...more,
    steps: steps.map((step, i) => ({ at: at(i), ...step })),
  });
}

const type = (as: string, tab: string, row: string | number, column: string, text: unknown) => ({
  as,
  type: { tab, row, column, text },
});
const outcomes = ({ said }: Came) => said.filter(({ step }) => step !== undefined).map(({ outcome }) => outcome);
const failure = (steps: readonly Record<string, unknown>[], more = {}) =>
  hour(steps, more).then(
    () => 'no error',
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
  );

describe('what a step names is found', async () => {
  const came = await hour([
    type('Cài đặt', TASKS, 1, 'Kết quả trong kỳ', 'Kết quả'),
    { as: 'Cài đặt', rename: { tab: TASKS, to: 'Việc năm 2024' } },
    type('VP', 'việc năm 2024', 'ii.25', 'kết quả', 'theo tên mới'),
    type('VP', TASKS, 'II.25', 'Kết quả trong kỳ', 'theo tên cũ'),
    type('VP', TASKS.normalize('NFD'), '25', 'Đề xuất, kiến nghị', 'theo TT'),
    type('CAX', 'Cấu hình', 'holidays', 'Giá trị', '19/05/2024'),
    type('CAX', 'Cấu hình', 'E-mail nhận bản sao', 'Giá trị', 'ban-sao@example.vn'),
    type('Cài đặt', 'Đơn vị', 'bộ phận một cửa', 'Người phụ trách', 'Chị Hoa'),
    type('CAX', 'Đột xuất', '2', 'Nội dung', 'dòng hai'),
    type('CAX', 'Đột xuất', 4, 'Nội dung', 'dòng ba'),
    { as: 'Cài đặt', insertRow: { tab: 'Đột xuất', row: 2 } },
    type('CAX', 'Đột xuất', 'ĐX-2024-02', 'Căn cứ', 'cùng dòng hai'),
    { as: 'Cài đặt', sort: { tab: TASKS, column: 'Đơn vị chủ trì' } },
    type('VP', TASKS, 'II.25', 'Khó khăn, vướng mắc', 'sau khi xếp'),
    { look: 'cuối' },
  ]);
  const tabs = came.looks.get('cuối') ?? {};
  const rowOf = (tab: string, text: string) => tabs[tab]?.find((row) => row.includes(text)) ?? [];

  test('all was done', () =>
    expect(came.said.filter(({ outcome }) => outcome !== 'done').map(({ step, words }) => [step, words])).toEqual([]));
  test('in a tab and a column that were renamed, and in rows that were sorted', () =>
    expect(rowOf('Việc năm 2024', 'II.25')).toEqual(expect.arrayContaining(['theo tên cũ', 'theo TT', 'sau khi xếp'])));
  test('a setting by its key and by its words, a unit by any spelling', () => {
    expect(rowOf('Cấu hình', 'holidays')).toContain('19/05/2024');
    expect(rowOf('Cấu hình', 'copies')).toContain('ban-sao@example.vn');
    expect(rowOf('Đơn vị', 'BPMC')).toContain('Chị Hoa');
  });
  test('a line by its number and by its place', () => {
    expect(rowOf('Đột xuất', 'ĐX-2024-02')).toEqual(expect.arrayContaining(['dòng hai', 'cùng dòng hai']));
    expect(rowOf('Đột xuất', 'ĐX-2024-03')).toContain('dòng ba');
  });
});

describe('whom the sheet lets', async () => {
  const came = await hour([
    type('VP', TASKS, 'II.25', 'Tình trạng', 'Xong'),
    type('TP', TASKS, 'II.25', 'Tình trạng', 'Hoàn thành'),
    type('Chủ tịch', TASKS, 'II.25', 'Tình trạng', 'Hoàn thành'),
    type('la@example.vn', TASKS, 'II.25', 'Tình trạng', 'Hoàn thành'),
    { as: 'la@example.vn', look: 'người lạ' },
    { as: 'Chủ tịch', click: 'Kiểm tra dữ liệu' },
    { as: 'Chủ tịch', share: { with: 'la@example.vn', role: 'editor' } },
    { as: 'CAX', share: { with: 'la@example.vn', role: 'viewer' } },
    { as: 'la@example.vn', look: 'người được xem' },
    { as: 'CAX', share: { with: 'Ban Tư pháp', role: null } },
    type('TP', TASKS, 'I.01', 'Tình trạng', 'Đang thực hiện'),
    { as: 'TH', deleteRow: { tab: TASKS, row: 'II.25' } },
    { as: 'VP', paste: { tab: TASKS, row: 'II.25', column: 'Tình trạng', cells: [['Đang thực hiện', 40, 'dán']] } },
    { as: 'VP', clear: { tab: TASKS, row: 'II.25', column: 'Kết quả trong kỳ' } },
    { as: 'CAX', click: 'tổng hợp báo cáo', answers: ['NO'] },
    { as: 'VP', click: 'Giới thiệu' },
  ]);
  const step = (index: number) => came.step(index);

  test('the others are refused, in words', () => {
    expect(outcomes(came)).toEqual([
      ...Array.from({ length: 7 }, () => 'refused'),
      ...['done', 'done', 'done', 'refused', 'refused', 'done', 'done', 'done', 'done'],
    ]);
    expect(step(0)?.words.join()).toContain('Chọn');
    expect(step(1)?.words.join()).toContain('protected cell');
    expect(step(3)?.words).toEqual(['Bạn cần có quyền truy cập']);
    expect(step(5)?.words.join()).toContain('không có thực đơn');
    expect(step(11)?.words.join()).toMatch(/^You are trying to edit a protected cell/u);
    expect([...came.looks.keys()]).toEqual(['người được xem']);
  });
  test('a click tells its dialogs', () => {
    expect(step(14)?.dialogs.map(({ title, answer }) => [title, answer])).toEqual([
      [expect.stringContaining('Kỳ 0'), expect.stringMatching(/^(?:NO|OK)$/u)],
    ]);
    expect(step(15)?.dialogs[0]?.text).toContain('Phiên bản');
  });
  test('who did it, when, as the scenario spells it', () =>
    expect(step(12)).toMatchObject({
      as: 'VP',
      account: 'vp@example.vn',
      deed: 'paste',
      at: '2024-05-20T08:13:00.000+07:00',
    }));
});

describe('troubles', () => {
  test('of a service: refused in its words, dead in the middle, done though it says no', async () => {
    const fault = (call: string, until: string, more = {}) => ({
      fault: { call, until: `2024-05-20T08:${until}`, ...more },
    });
    const came = await hour([
      { as: 'CAX', click: 'Kiểm tra dữ liệu' },
      fault('Sheets.Spreadsheets.get', '04', { message: 'hỏng' }),
      { as: 'CAX', click: 'Kiểm tra dữ liệu' },
      fault('Sheets', '06', { effect: 'dies' }),
      { as: 'CAX', click: 'Kiểm tra dữ liệu' },
      { as: 'CAX', click: 'Kiểm tra dữ liệu' },
      fault('SpreadsheetApp.Range.setValues', '09', { effect: 'done' }),
      type('VP', TASKS, 'II.25', 'Tình trạng', 'Đang thực hiện'),
      { look: 'cuối' },
    ]);
    const words = (index: number) => {
      const said = came.step(index);
      return [said?.outcome, [...(said?.words ?? []), ...(said?.dialogs ?? []).map(({ text }) => text)].join()];
    };
    expect(words(0)[0]).toBe('done');
    expect(words(2)[1]).toContain('API call to sheets.spreadsheets.get failed with error: hỏng');
    expect(words(4)).toEqual(['failed', 'The run was killed.']);
    expect(words(5)[0]).toBe('done');
    expect(came.step(1)?.words).toEqual(['đã gặp 1 lần']);
  });

  test('of the clock: it does not come, then it does', async () => {
    const tick = { as: 'CAX', tick: { tab: 'Điều khiển', row: 'Kiểm tra dữ liệu…' } };
    const came = await hour([{ at: FROM, fault: { call: 'clock', until: '2024-05-20T08:40' } }, tick]);
    const clock = came.said.filter(({ deed }) => deed === 'clock');
    expect(clock.map(({ at }) => at > '2024-05-20T08:40')).toEqual([true]);
    expect(clock[0]).toMatchObject({ as: 'cai-dat@example.vn', outcome: 'done' });
    expect(clock[0]?.words.join()).toContain('Kiểm tra dữ liệu');
  });
});

describe('what there is not is one error that names the step', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'a tab',
      type('CAX', 'Việc', 1, 'Mã', 'x'),
      'steps[0] (2024-05-20T08:01): không có tab «Việc»; có: Nhiệm vụ · Tổng hợp',
    ],
    ['a column', type('CAX', TASKS, 'II.25', 'Màu', 'x'), 'tab «Nhiệm vụ» không có cột «Màu»; có: TT · Nội dung'],
    ['a row', type('CAX', TASKS, 'XI.01', 'Mã', 'x'), 'tab «Nhiệm vụ» không có dòng «XI.01»'],
    ['a row below the end', type('CAX', TASKS, 9999, 'Mã', 'x'), 'không có dòng «9999»: tab có'],
    [
      'a menu item',
      { as: 'CAX', click: 'Chốt năm bổ sung…' },
      'không có mục «Chốt năm bổ sung…»; có: Tổng hợp báo cáo…',
    ],
  ])('%s', async (_, step, words) => {
    const message = await failure([step]);
    expect(message).toContain(words);
    expect(message).not.toContain('\n');
  });

  test('a button', async () => {
    const renamed = { as: 'Cài đặt', rename: { tab: TASKS, to: 'Việc' } };
    expect(await failure([renamed, { as: 'CAX', click: 'Đồng bộ bảng tính…', answers: ['CANCEL'] }])).toBe(
      'steps[1] (2024-05-20T08:02): hộp thoại «Đồng bộ bảng tính» không có nút CANCEL',
    );
  });
});

describe('an empty file', () => {
  test('the menu has the set-up alone; after it the sheet is there', async () => {
    const came = await hour([{ as: 'Cài đặt', click: 'Thiết lập ban đầu…' }, { look: 'cuối' }], { setUp: false });
    expect(outcomes(came)).toEqual(['done', 'done']);
    expect(Object.keys(came.looks.get('cuối') ?? {})).toContain(TASKS);
    expect(await failure([{ as: 'CAX', click: 'Tổng hợp báo cáo…' }], { setUp: false })).toContain(
      'có: Thiết lập ban đầu…',
    );
  });
});
