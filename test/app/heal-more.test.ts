// The rest of what happens to a sheet: protections of a unit's own, people typing meanwhile, versions restored, names taken,
// nobody to say which column is which; and the clock that puts the guards back by night.
import { describe, expect, test } from 'vitest';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, look, rowsOf, stageAt, valueAt, waited } from './played.ts';
import { at } from './task-columns.ts';

const VP = 'vp@example.vn';
const TP = 'tp@example.vn';
const TASKS = 1001;

const before = stageAt('2024-05-02T08:00');
before.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
before.advanceTo('2024-05-03T08:00');
const ROW = before.locate('tasks', 'II.25', 'state').row;
/** The same sheet on the eve of the closing. */
const eve = waited(before, '2024-05-14T08:00');

const sync = (stage: Stage, user = INSTALLER) => stage.click(user, 'Đồng bộ bảng tính…');
const agrees = (stage: Stage) => expect(lastWords(sync(stage))).toContain('Bảng đã đúng');
const cells = (row: number, column: number, rows = 1, columns = 1) => ({
  sheetId: TASKS,
  startRowIndex: row,
  endRowIndex: row + rows,
  startColumnIndex: column,
  endColumnIndex: column + columns,
});

/** Protected ranges over a row's Tình trạng. */
function protectionsAt(stage: Stage, row: number) {
  const sheet = stage.host.see(INSTALLER, stage.fileId, { fields: 'sheets(properties.sheetId,protectedRanges)' });
  return (sheet.sheets?.find(({ properties }) => properties?.sheetId === TASKS)?.protectedRanges ?? []).filter(
    ({ range }) => (range?.startRowIndex ?? 0) <= row && row < (range?.endRowIndex ?? 0),
  );
}

describe('protections', () => {
  test('a unit takes away the one over its rows: they are open to all until the sync', () => {
    const stage = again(before);
    const [own] = protectionsAt(stage, ROW);
    stage.host.batchUpdateAs(VP, stage.fileId, [
      { deleteProtectedRange: { protectedRangeId: own?.protectedRangeId ?? 0 } },
    ]);
    expect(stage.type(TP, 'tasks', 'II.25', 'state', 'Tạm dừng').kind).toBe('accepted');
    expect(alertsOf(sync(stage)).join()).toContain('Thêm: Vùng bảo vệ theo đơn vị: 1 vùng');
    expect(stage.type(TP, 'tasks', 'II.25', 'state', 'Hoàn thành').kind).toBe('refused');
    agrees(stage);
  });

  test('a unit lets another into its rows: undone', () => {
    const stage = again(before);
    const [own] = protectionsAt(stage, ROW);
    stage.host.batchUpdateAs(VP, stage.fileId, [
      {
        updateProtectedRange: {
          protectedRange: {
            protectedRangeId: own?.protectedRangeId ?? 0,
            editors: { users: [VP, TP, stage.police, INSTALLER] },
          },
          fields: 'editors',
        },
      },
    ]);
    expect(stage.type(TP, 'tasks', 'II.25', 'state', 'Tạm dừng').kind).toBe('accepted');
    sync(stage);
    expect(stage.type(TP, 'tasks', 'II.25', 'state', 'Hoàn thành').kind).toBe('refused');
    agrees(stage);
  });

  test('a unit shuts CAX out of a cell: named with the remedy, by the sync and by the check, and left alone', () => {
    const stage = again(before);
    const range = cells(ROW, 7);
    const protectedRange = { description: 'của tôi', range, editors: { users: [VP] } };
    stage.host.batchUpdateAs(VP, stage.fileId, [{ addProtectedRange: { protectedRange } }]);
    expect(stage.type(stage.police, 'tasks', 'II.25', 'result', 'x').kind).toBe('refused');
    const words = lastWords(sync(stage));
    expect(words).toContain('Bảng đã đúng');
    expect(words).toContain(`vùng bảo vệ «của tôi» do người khác đặt, ${stage.police} không sửa được ở đó`);
    expect(lastWords(stage.click(INSTALLER, 'Kiểm tra dữ liệu'))).toContain(`mà ${stage.police} không sửa được`);
    expect(protectionsAt(stage, ROW).some(({ description }) => description === 'của tôi')).toBe(true);
  });

  test('CAX’s own sync, stopped by such a range, says whom to ask and writes nothing', () => {
    const stage = again(before);
    const description = 'không ai sửa';
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { addProtectedRange: { protectedRange: { description, range: cells(ROW, 1), editors: { users: [INSTALLER] } } } },
      {
        updateCells: {
          range: cells(ROW, 1),
          rows: [{ values: [{ userEnteredValue: { stringValue: 'chữ khác' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    expect(lastWords(sync(stage, stage.police))).toContain('Có vùng bảo vệ do người khác đặt');
    expect(valueAt(stage, 'tasks', 'II.25', 'content')).toBe('chữ khác');
    expect(stage.failures).toEqual([]);
  });
});

describe('what nobody can decide stops the sync before any write', () => {
  const writes = (stage: Stage, deed: () => string) => {
    const from = stage.host.state().log.length;
    const words = deed();
    expect(
      stage.host
        .state()
        .log.slice(from)
        .filter(({ method }) => method === 'batchUpdate'),
    ).toEqual([]);
    expect(stage.failures).toEqual([]);
    return words;
  };
  const heading = (column: number, stringValue: string) => ({
    updateCells: {
      range: cells(0, column),
      rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
      fields: 'userEnteredValue',
    },
  });

  test('an entry column whose words went to a full column of somebody’s', () => {
    const stage = again(before);
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { insertDimension: { range: { sheetId: TASKS, dimension: 'COLUMNS', startIndex: 8, endIndex: 9 } } },
      { copyPaste: { source: cells(0, 7, 73), destination: cells(0, 8, 73), pasteType: 'PASTE_VALUES' } },
      heading(7, 'Kết quả cũ'),
    ]);
    const words = writes(stage, () => lastWords(sync(stage)));
    expect(words).toContain('không xác định được cột «Kết quả trong kỳ» vì có 2 cột');
  });

  test('entry columns copied one aside: each has the heading of one and the mark of another', () => {
    const stage = waited(eve, '2024-05-15T08:30');
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { copyPaste: { source: cells(0, 5, 73, 4), destination: cells(0, 4, 73, 4), pasteType: 'PASTE_NORMAL' } },
    ]);
    expect(writes(stage, () => lastWords(sync(stage)))).toContain(
      'không xác định được cột «Kết quả trong kỳ» vì có 2 cột',
    );
    expect(writes(stage, () => lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…')))).toContain(
      'không xác định được',
    );
  });

  test('another tab has the name of one of ours', () => {
    const stage = again(before);
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { updateSheetProperties: { properties: { sheetId: 1004, title: 'ĐV' }, fields: 'title' } },
      { addSheet: { properties: { title: 'Đơn vị' } } },
    ]);
    const words = writes(stage, () => lastWords(sync(stage)));
    expect(words).toContain('Có một tab khác mang tên «Đơn vị», còn tab của hệ thống đang mang tên «ĐV»');
  });
});

describe('lost entries', () => {
  const deleteRow = (stage: Stage) =>
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { deleteDimension: { range: { sheetId: TASKS, dimension: 'ROWS', startIndex: ROW, endIndex: ROW + 1 } } },
    ]);

  test('are offered, and not put back against a no', () => {
    const stage = again(before);
    deleteRow(stage);
    const outcome = stage.click(INSTALLER, 'Đồng bộ bảng tính…', ({ buttons, prompt }) =>
      buttons !== 'YES_NO' ? 'OK' : prompt.includes('Điền lại') ? 'NO' : 'YES',
    );
    expect(alertsOf(outcome)[0]).toContain('II.25 – Bản lưu ngày 03/05/2024');
    expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe(null);
    expect(valueAt(stage, 'tasks', 'II.25', 'accountable')).toBe('Văn phòng UBND xã');
    agrees(stage);
  });

  test('come from the newest version where the week of backups holds none', () => {
    const stage = waited(eve, '2024-05-15T08:30');
    stage.click(stage.police, 'Tổng hợp báo cáo…');
    deleteRow(stage);
    stage.advanceTo('2024-05-25T08:00');
    const outcome = sync(stage);
    expect(alertsOf(outcome)[0]).toContain('II.25 – Kỳ 05/2024, bản 1');
    expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe('Đã lưu trữ 45 hồ sơ');
    agrees(stage);
  });
});

test('somebody types while the sync runs: what was typed stays', () => {
  const stage = again(before);
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
    { repeatCell: { range: cells(1, 5, 72, 8), cell: {}, fields: 'dataValidation,userEnteredFormat' } },
  ]);
  let reads = 0;
  const end = stage.host.intercept(({ method, service }) => {
    if (service !== 'Sheets.Spreadsheets' || method !== 'batchUpdate') return undefined;
    reads += 1;
    return reads === 1
      ? { interleave: () => void stage.type(VP, 'tasks', 'II.25', 'result', 'gõ trong lúc đồng bộ') }
      : undefined;
  });
  sync(stage);
  end();
  expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe('gõ trong lúc đồng bộ');
  agrees(stage);
});

test('an older version of the file restored: the sync brings it up to date, the entries are those of the version', () => {
  const stage = again(before);
  const version = stage.host.saveVersion(stage.fileId);
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ deleteSheet: { sheetId: 1002 } }]);
  stage.type(VP, 'tasks', 'II.25', 'result', 'mới hơn');
  sync(stage);
  stage.host.restoreVersion(stage.fileId, version);
  sync(stage);
  expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe('Đã lưu trữ 45 hồ sơ');
  agrees(stage);
});

test('a smart chip in Minh chứng is still one after the sync, and counts as evidence', () => {
  const stage = again(before);
  const place = stage.locate('tasks', 'II.25', 'evidence');
  const chip = { richLinkProperties: { uri: 'https://drive.google.com/file/d/abc' } };
  stage.host.insertChip(VP, stage.fileId, place, chip);
  const fields = 'sheets.data.rowData.values(userEnteredValue,chipRuns)';
  const at = (): object | undefined =>
    stage.host.see(INSTALLER, stage.fileId, { fields }).sheets?.[0]?.data?.[0]?.rowData?.[place.row]?.values?.[
      place.column
    ];
  const typed = at();
  expect(typed).toHaveProperty('chipRuns');
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
    { repeatCell: { range: cells(1, 5, 72, 8), cell: {}, fields: 'dataValidation,userEnteredFormat' } },
  ]);
  sync(stage);
  expect(at()).toEqual(typed);
  agrees(stage);
});

test('a preview of more than fifteen lines stands in a tab of its own, which goes once it has served', () => {
  const stage = again(before);
  const text = (row: number) => ({
    updateCells: {
      range: cells(row, 1),
      rows: [{ values: [{ userEnteredValue: { stringValue: 'chữ khác' } }] }],
      fields: 'userEnteredValue',
    },
  });
  stage.host.batchUpdateAs(
    INSTALLER,
    stage.fileId,
    Array.from({ length: 20 }, (_, i) => text(1 + i)),
  );
  const titles = () =>
    (stage.host.see(INSTALLER, stage.fileId).sheets ?? []).map(({ properties }) => properties?.title);
  const refused = stage.click(INSTALLER, 'Đồng bộ bảng tính…', ['NO']);
  expect(lastWords(refused).split('\n').length).toBeLessThanOrEqual(17);
  expect(lastWords(refused)).toContain('danh sách đầy đủ ở tab «Xem trước»');
  expect(titles()).toContain('Xem trước');
  expect(valueAt(stage, 'tasks', 'I.01', 'content')).toBe('chữ khác');
  sync(stage);
  expect(titles()).not.toContain('Xem trước');
  agrees(stage);
});

describe('the clock’s first run of the day', () => {
  const journal = (stage: Stage) =>
    rowsOf(stage, 'journal', ['deed', 'state', 'outcome']).filter(({ deed }) => deed === 'Khôi phục bảo vệ');

  test('puts guards back and says so; content waits for a person', () => {
    const stage = again(before);
    const [own] = protectionsAt(stage, ROW);
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { deleteProtectedRange: { protectedRangeId: own?.protectedRangeId ?? 0 } },
      { repeatCell: { range: cells(1, 5, 20, 4), cell: {}, fields: 'dataValidation,userEnteredFormat' } },
      {
        updateCells: {
          range: cells(1, 1),
          rows: [{ values: [{ userEnteredValue: { stringValue: 'việc khác' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    stage.advanceTo('2024-05-04T00:30');
    expect(journal(stage)).toEqual([
      {
        deed: 'Khôi phục bảo vệ',
        state: 'xong',
        outcome: expect.stringMatching(/kiểm tra nhập của 20 ô.*Vùng bảo vệ theo đơn vị: 1 vùng/u),
      },
    ]);
    expect(valueAt(stage, 'tasks', 'I.01', 'content')).toBe('việc khác');
    expect(lastWords(stage.click(INSTALLER, 'Đồng bộ bảng tính…', ['NO']))).not.toContain('Khôi phục');
    stage.advanceTo('2024-05-05T00:30');
    expect(journal(stage).length).toBe(1);
    expect(stage.failures).toEqual([]);
  });

  test('does nothing but tell where rows or columns are missing', () => {
    const stage = again(before);
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { deleteDimension: { range: { sheetId: TASKS, dimension: 'ROWS', startIndex: 3, endIndex: 4 } } },
      { repeatCell: { range: cells(1, 5, 20, 4), cell: {}, fields: 'dataValidation' } },
    ]);
    stage.advanceTo('2024-05-04T00:30');
    expect(journal(stage)).toEqual([
      {
        deed: 'Khôi phục bảo vệ',
        state: 'cần xem',
        outcome: expect.stringContaining('cần Công an xã bấm Đồng bộ bảng tính: Tab «Nhiệm vụ»: dòng I.03'),
      },
    ]);
    expect(look(stage)('tasks').rows.length).toBe(71);
    expect(stage.failures).toEqual([]);
  });
});

test('with «Cấu hình» deleted, only the account that set the file up may set it up again', () => {
  const stage = again(before);
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ deleteSheet: { sheetId: 1010 } }]);
  expect(lastWords(stage.click(VP, 'Thiết lập ban đầu…'))).toContain('dành cho tài khoản Công an xã');
  expect(lastWords(sync(stage))).toContain('Thiết lập ban đầu');
  stage.click(INSTALLER, 'Thiết lập ban đầu…');
  expect(valueAt(stage, 'settings', 'installingAccount', 'value')).toBe(INSTALLER);
  agrees(stage);
});

test('a rule of somebody’s own moves with the columns that are put back, and is not written by us', () => {
  const stage = again(before);
  const condition = { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'VNeID' }] };
  const rule = { ranges: [cells(1, 7, 72)], booleanRule: { condition, format: { textFormat: { bold: true } } } };
  const theirs = () => {
    const sheet = stage.host.see(INSTALLER, stage.fileId, { fields: 'sheets(properties.sheetId,conditionalFormats)' });
    const rules = sheet.sheets?.find(({ properties }) => properties?.sheetId === TASKS)?.conditionalFormats ?? [];
    return rules.filter(({ booleanRule }) => booleanRule?.condition?.type === 'TEXT_CONTAINS');
  };
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
    { addConditionalFormatRule: { index: 0, rule } },
    { deleteDimension: { range: { sheetId: TASKS, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
  ]);
  expect(theirs()).toMatchObject([{ ranges: [cells(1, 6, 72)] }]);
  sync(stage);
  expect(theirs()).toMatchObject([rule]);
  agrees(stage);
});

describe('nights and closings on a sheet nobody has mended', () => {
  const remove = (
    stage: Stage,
    dimension: 'ROWS' | 'COLUMNS',
    startIndex: number,
    endIndex = startIndex + 1,
    sheetId = TASKS,
  ) =>
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { deleteDimension: { range: { sheetId, dimension, startIndex, endIndex } } },
    ]);
  const type = (stage: Stage, row: number, column: number, words: string) =>
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      {
        updateCells: {
          range: cells(row, column),
          rows: [{ values: [{ userEnteredValue: { stringValue: words } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
  const close = (stage: Stage) => lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'));

  test('a formula column before them deleted: stamps and «Đúng hạn của kỳ» still fall into their own cells', () => {
    const stage = again(eve);
    // A column of theirs where «Trạng thái» was would take what is written one column aside.
    remove(stage, 'COLUMNS', at('status'));
    const { row } = stage.locate('tasks', 'I.03', 'result');
    type(stage, row, at('result'), 'gõ mà không có onEdit');
    stage.advanceTo('2024-05-15T08:30');
    expect(valueAt(stage, 'tasks', 'I.03', 'period')).toBe('Kỳ 05/2024');
    expect(close(stage)).toContain('Đã chốt bản 1');
    sync(stage);
    expect(valueAt(stage, 'tasks', 'I.03', 'daysLeft')).not.toBe(null);
    agrees(stage);
    const frozen = rowsOf(stage, 'history', ['code', 'result', 'entryPeriod']);
    expect(frozen.find(({ code }) => code === 'I.03')).toMatchObject({
      result: 'gõ mà không có onEdit',
      entryPeriod: 'Kỳ 05/2024',
    });
  });

  test('the heading row deleted: stamps fall into their own rows', () => {
    const stage = again(before);
    const { row } = stage.locate('tasks', 'I.03', 'result');
    remove(stage, 'ROWS', 0);
    type(stage, row - 1, at('result'), 'gõ mà không có onEdit');
    stage.advanceTo('2024-05-04T08:00');
    sync(stage);
    expect(valueAt(stage, 'tasks', 'I.03', 'period')).toBe('Kỳ 05/2024');
    expect(valueAt(stage, 'tasks', 'II.04', 'period')).toBe(null);
    agrees(stage);
  });

  test('an entry column deleted: nobody is stamped for it, the backups stay, it comes back whole days later', () => {
    const stage = again(before);
    remove(stage, 'COLUMNS', at('result'));
    stage.advanceTo('2024-05-05T08:00');
    expect(valueAt(stage, 'tasks', 'II.25', 'reportedAt')).toBe(valueAt(before, 'tasks', 'II.25', 'reportedAt'));
    expect(stage.failures).toEqual([]);
    expect(alertsOf(sync(stage))[0]).toContain('II.25 – Bản lưu ngày 03/05/2024');
    expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe('Đã lưu trữ 45 hồ sơ');
    agrees(stage);
  });

  test.each<[string, (stage: Stage) => void, string]>([
    [
      'an entry column',
      (stage) => remove(stage, 'COLUMNS', at('result')),
      'Tab «Nhiệm vụ» thiếu cột «Kết quả trong kỳ»',
    ],
    [
      'a column of «Lịch sử»',
      (stage) => remove(stage, 'COLUMNS', 8, 9, 1006),
      'Tab «Lịch sử» thiếu cột «Kết quả trong kỳ»',
    ],
    ['every row', (stage) => remove(stage, 'ROWS', 1, 73), 'không còn dòng nhiệm vụ nào'],
  ])('%s missing: a closing refuses, says what, and writes nothing', (_, harm, words) => {
    const stage = waited(eve, '2024-05-15T08:30');
    if (words.includes('dòng'))
      stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
        { appendDimension: { sheetId: TASKS, dimension: 'ROWS', length: 1 } },
      ]);
    harm(stage);
    const from = stage.host.state().log.length;
    const told = close(stage);
    expect(told).toContain(words);
    expect(told).toContain('Đồng bộ bảng tính');
    expect(
      stage.host
        .state()
        .log.slice(from)
        .filter(({ method }) => method === 'batchUpdate'),
    ).toEqual([]);
    expect(rowsOf(stage, 'ledger', ['period'])).toEqual([]);
    sync(stage);
    expect(close(stage)).toContain('Đã chốt bản 1');
  });
});
