// A sheet as version 0.2.0 left it, its columns headed as they were then: before anybody syncs it, it works; a sync heads it anew, by the marks its
// columns carry, and loses nothing that was typed.
import { describe, expect, test } from 'vitest';
import type { HostState } from '../../src/host/state.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, look, stageAt, valueAt } from './played.ts';

const VP = 'vp@example.vn';
/** What is headed otherwise today, tab by tab: [now, in 0.2.0]. */
const HEADINGS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'Nhiệm vụ': [['Thời điểm báo cáo', 'Báo cáo lúc']],
  'Chỉ tiêu': [['Ngày nhập', 'Nhập ngày']],
  'Đơn vị': [['Thời điểm nhắc', 'Nhắc lúc']],
  'Sổ báo cáo': [
    ['Thời điểm chốt', 'Chốt lúc'],
    ['K1 – Nhiệm vụ đến hạn đã hoàn thành', 'K1'],
    ['K5 – Đơn vị đã báo cáo đủ', 'K5'],
  ],
  'Lịch sử': [['Thời điểm báo cáo', 'Báo cáo lúc']],
  'Bản lưu': [['Thời điểm báo cáo', 'Báo cáo lúc']],
  'Nhật ký': [['Thời điểm', 'Lúc']],
  'Điều khiển': [['Thời điểm', 'Lúc']],
  'Đột xuất': [
    ['Hạn đơn vị trả lời', 'Đơn vị trả lời trước'],
    ['Hạn báo cáo cấp trên', 'Gửi cấp trên trước'],
  ],
};

type Cells = GoogleAppsScript.Sheets.Schema.CellData[][];

type Properties = GoogleAppsScript.Sheets.Schema.SheetProperties;

function gridsOf(state: Pick<HostState, 'sheets'>, fileId: string): [title: string, cells: Cells, Properties][] {
  return (state.sheets[fileId]?.sheets ?? []).map(({ data, properties = {} }) => [
    properties.title ?? '',
    (data?.[0]?.rowData ?? []).map((row) => (row.values ??= [])),
    properties,
  ]);
}

const textOf = (cell: Cells[number][number] | undefined) => cell?.userEnteredValue?.stringValue;

/** The same sheet with its stored cells changed. */
function changed(stage: Stage, change: (title: string, cells: Cells, properties: Properties) => void): Stage {
  return again(stage, (state) => {
    // Cells are shared between states: none is changed in place.
    const book = structuredClone(state.sheets[stage.fileId] ?? {});
    (state.sheets as Record<string, typeof book>)[stage.fileId] = book;
    for (const grid of gridsOf(state, stage.fileId)) change(...grid);
  });
}

/** Headings, and «có dòng» of «Thuộc diện báo cáo», put back to what 0.2.0 wrote. */
function aged(stage: Stage): Stage {
  return changed(stage, (title, [first = [], ...rows]) => {
    for (const [now, was] of HEADINGS[title] ?? []) {
      const found = first.find((cell) => textOf(cell) === now);
      expect(found, `${title}: ${now}`).toBeDefined();
      if (found) found.userEnteredValue = { stringValue: was };
    }
    if (title !== 'Đơn vị') return;
    for (const cell of rows.flat())
      if (textOf(cell) === 'có nhiệm vụ được giao') cell.userEnteredValue = { stringValue: 'có dòng' };
  });
}

/** Everything typed or written below the headings. */
const bodies = ({ host, fileId }: Stage) =>
  Object.fromEntries(
    gridsOf(host.peek(), fileId).map(([title, [, ...rows]]) => [
      title,
      rows.map((cells) => cells.map(({ userEnteredValue }) => userEnteredValue ?? null)),
    ]),
  );
const firstRows = ({ host, fileId }: Stage) =>
  Object.fromEntries(gridsOf(host.peek(), fileId).map(([title, [first = []]]) => [title, first.map(textOf)]));

const today = stageAt('2024-05-13T08:00');
today.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
today.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
today.type(today.police, 'units', 'TP', 'askedFor', 'Kỳ 05/2024');
today.type(today.police, 'units', 'TP', 'askedAt', '12/05/2024 09:00');
today.type(today.police, 'adHoc', 'ĐX-2024-01', 'subject', 'số hóa');
today.type(today.police, 'adHoc', 'ĐX-2024-01', 'until', '20/05/2024 16:00');
today.advanceTo('2024-05-15T08:30');
today.click(today.police, 'Tổng hợp báo cáo…');
const old = aged(today);

describe('a sheet of 0.2.0 before its sync', () => {
  test('is the old one', () => {
    expect(firstRows(old)['Nhiệm vụ']).toContain('Báo cáo lúc');
    expect(firstRows(old)['Nhiệm vụ']).not.toContain('Thời điểm báo cáo');
    expect(JSON.stringify(bodies(old)['Đơn vị'])).toContain('có dòng');
  });

  test('entries are stamped, the clock writes its journal, ticks are served, a period is corrected', () => {
    const stage = again(old);
    stage.advanceTo('2024-05-15T09:00');
    expect(stage.type(VP, 'tasks', 'II.05', 'state', 'Đang thực hiện').kind).toBe('accepted');
    expect(valueAt(stage, 'tasks', 'II.05', 'period')).toBe('Kỳ 05/2024');
    expect(valueAt(stage, 'tasks', 'II.05', 'reportedAt')).toBeGreaterThan(45_427);
    stage.type(stage.police, 'controls', 'Kiểm tra dữ liệu', 'tick', 'TRUE');
    expect(valueAt(stage, 'controls', 'Kiểm tra dữ liệu', 'at')).toBeGreaterThan(45_427);
    stage.advanceTo('2024-05-15T09:30');
    expect(valueAt(stage, 'controls', 'Kiểm tra dữ liệu', 'tick')).toBe(false);
    expect(lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'))).toContain('Đã chốt bản 2');
    expect(stage.failures).toEqual([]);
  });

  test('nobody is told that somebody has typed over a heading', () => {
    const words = alertsOf(again(old).click(old.police, 'Kiểm tra dữ liệu')).join('\n');
    expect(words).not.toMatch(/Tiêu đề cột|bị ghi thành/u);
  });
});

describe('its sync', () => {
  const stage = again(old);
  const before = bodies(stage);
  const [preview = ''] = alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…'));
  const after = bodies(stage);

  test('says what is headed anew, and that alone of the columns', () => {
    expect(preview).toContain('Tab «Nhiệm vụ», cột «Thời điểm báo cáo»: «Báo cáo lúc» → «Thời điểm báo cáo»');
    expect(preview).not.toMatch(/đã bị xóa|dấu nhận biết/u);
  });

  test('the headings are today’s, in the same columns', () => {
    expect(firstRows(stage)).toEqual(firstRows(today));
  });

  test('nothing typed is lost or changed; «có dòng» says what it means', () => {
    const worded = JSON.parse(JSON.stringify(before).replace(/"có dòng"/gu, '"có nhiệm vụ được giao"'));
    for (const title of Object.keys(before)) {
      // Lines of the sync itself are the journal's and the preview's.
      if (title === 'Nhật ký' || title === 'Xem trước') continue;
      expect(after[title], title).toEqual(worded[title]);
    }
    expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe('Đã lưu trữ 45 hồ sơ');
    expect(valueAt(stage, 'adHoc', 'ĐX-2024-01', 'until')).toBe(valueAt(today, 'adHoc', 'ĐX-2024-01', 'until'));
    expect(look(stage)('ledger').rows.length).toBe(1);
  });

  test('a second one finds nothing to do', () => {
    expect(lastWords(stage.click(INSTALLER, 'Đồng bộ bảng tính…'))).toContain('Bảng đã đúng, không có gì phải sửa.');
    expect(stage.failures).toEqual([]);
  });
});

test('somebody’s own column, headed today as ours was in 0.2.0, stays his', () => {
  const stage = changed(today, (title, cells, properties) => {
    if (title !== 'Nhiệm vụ') return;
    cells.forEach((row, i) => {
      row.push({ userEnteredValue: { stringValue: i === 0 ? 'Báo cáo lúc' : 'sáng thứ hai' } });
    });
    const grid = properties.gridProperties ?? {};
    grid.columnCount = (grid.columnCount ?? 0) + 1;
  });
  const words = alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…')).join('\n');
  expect(words).toContain('«Báo cáo lúc»: cột tự thêm');
  expect(stage.type(VP, 'tasks', 'II.05', 'state', 'Đang thực hiện').kind).toBe('accepted');
  expect(valueAt(stage, 'tasks', 'II.05', 'period')).toBe('Kỳ 05/2024');
  expect(valueAt(stage, 'tasks', 'II.05', 'reportedAt')).toBeGreaterThan(45_427);
});

describe('«Tổng hợp», laid out anew', () => {
  const OLD_HEADING = 'Nhóm nhiệm vụ (chỗ cũ)';
  /** Something where today nothing is declared, as the earlier layout has left it; the sheet's number as given. */
  const withLeftover = (schema: number) =>
    changed(today, (title, cells) => {
      if (title === 'Cấu hình') {
        const row = cells.find((line) => line.some((cell) => textOf(cell) === 'schema'));
        const value = row?.find((cell) => cell.userEnteredValue?.numberValue !== undefined);
        if (value) value.userEnteredValue = { numberValue: schema };
      }
      if (title !== 'Tổng hợp') return;
      const line = cells[36] ?? [];
      line[2] = { userEnteredValue: { stringValue: OLD_HEADING }, userEnteredFormat: { textFormat: { bold: true } } };
    });
  const board = (stage: Stage) => JSON.stringify(bodies(stage)['Tổng hợp']);

  test('what the layout of 0.2.0 has left is cleared by its sync, said first, and no second time', () => {
    const stage = withLeftover(2);
    expect(board(stage)).toContain(OLD_HEADING);
    const [preview = ''] = alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…'));
    expect(preview).toContain('Nâng mẫu bảng lên 3: xếp lại tab Tổng hợp');
    expect(board(stage)).not.toContain(OLD_HEADING);
    expect(lastWords(stage.click(INSTALLER, 'Đồng bộ bảng tính…'))).toContain('Bảng đã đúng');
  });
  test('by night nothing of a new layout is put over an old one: the journal asks for the sync', () => {
    const stage = withLeftover(2);
    stage.advanceTo('2024-05-16T02:00');
    expect(board(stage)).toContain(OLD_HEADING);
    expect(JSON.stringify(bodies(stage)['Nhật ký'])).toContain(
      'cần Công an xã bấm Đồng bộ bảng tính: Nâng mẫu bảng lên 3',
    );
  });
  test('what somebody writes there afterwards is his', () => {
    const stage = withLeftover(3);
    stage.click(INSTALLER, 'Đồng bộ bảng tính…');
    expect(board(stage)).toContain(OLD_HEADING);
  });
});
