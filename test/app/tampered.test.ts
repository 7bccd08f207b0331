// What the machine itself has written into the file (names, marks, its own rows) and somebody who edits the file has spoilt: no use case is
// stopped for good, nobody is left without a word, and nothing is closed or sent twice.
import { describe, expect, test } from 'vitest';
import { HISTORY } from '../../src/sheet/layout/growing.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, look, rowsOf, stageAt, valueAt, waited } from './played.ts';

const UNIT = 'vp@example.vn';
const CLOSE = 'Tổng hợp báo cáo…';
const SYNC = 'Đồng bộ bảng tính…';
const DUE = stageAt('2024-05-13T08:00');
DUE.advanceTo('2024-05-15T08:30');

/** A name over a cell of a tab of one's own: any editor may make one. */
function addName(stage: Stage, namedRangeId: string, name: string, row = 0): void {
  const sheetId = 77;
  const hasTab = stage.host.state().sheets[stage.fileId]?.sheets?.some((tab) => tab.properties?.sheetId === sheetId);
  const range = { sheetId, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: 0, endColumnIndex: 1 };
  stage.host.batchUpdateAs(UNIT, stage.fileId, [
    ...(hasTab ? [] : [{ addSheet: { properties: { sheetId, title: 'Nháp' } } }]),
    { addNamedRange: { namedRange: { namedRangeId, name, range } } },
  ]);
}

const closings = (stage: Stage) => rowsOf(stage, 'ledger', ['period', 'version']);

describe('a name that passes for a closing’s', () => {
  test.each([
    ['the id', 'da06_chot_2024_05_1', 'abc'],
    ['the name', 'abc', 'Chot_2024_05_1'],
    ['the name in another case', 'abc', 'CHOT_2024_05_1'],
  ])('%s: the closing says which and what to do, the check names it, a sync takes it away', (_, id, name) => {
    const stage = again(DUE);
    addName(stage, id, name);
    const refused = lastWords(stage.click(stage.police, CLOSE));
    expect(refused).toContain('Có người đã đặt một dải ô trùng tên hệ thống dùng để chốt');
    expect(refused).toContain(`«${name}»`);
    expect(closings(stage)).toEqual([]);
    expect(lastWords(stage.click(stage.police, 'Kiểm tra dữ liệu'))).toContain(`«${name}»`);
    const preview = alertsOf(stage.click(stage.police, SYNC)).join('\n');
    expect(preview).toContain(`Bỏ tên «${name}» đặt cho dải ô của tab «Nháp»`);
    expect(lastWords(stage.click(stage.police, SYNC))).toContain('Bảng đã đúng');
    expect(lastWords(stage.click(stage.police, CLOSE))).toContain('Đã chốt bản 1');
    expect(closings(stage)).toEqual([{ period: 'Kỳ 05/2024', version: 1 }]);
  });

  test('far down another tab it does not move where the next closing is written', () => {
    const stage = again(DUE);
    addName(stage, 'da06_chot_x', 'Xa', 900);
    expect(lastWords(stage.click(stage.police, CLOSE))).toContain('Đã chốt bản 1');
    const { namedRanges = [] } = stage.host.state().sheets[stage.fileId] ?? {};
    const closed = namedRanges.find(({ namedRangeId }) => namedRangeId === 'da06_chot_2024_05_1');
    expect(closed?.range).toMatchObject({ startRowIndex: 1, endRowIndex: 73 });
  });

  test('on «Lịch sử» itself, where a row of the ledger may be what is lost, it is told and left to people', () => {
    const stage = again(DUE);
    const sheetId = look(stage)('history').tab.was?.sheetId ?? 0;
    const range = { sheetId, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
    const namedRange = { namedRangeId: 'da06_chot_2024_05_1', name: 'Chot_2024_05_1', range };
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ addNamedRange: { namedRange } }]);
    expect(lastWords(stage.click(stage.police, CLOSE))).toContain('«Chot_2024_05_1» (tab «Lịch sử»)');
    expect(lastWords(stage.click(stage.police, 'Kiểm tra dữ liệu'))).toContain(
      'Sổ báo cáo không có bản nào mang tên này',
    );
    expect(lastWords(stage.click(stage.police, SYNC))).toContain('Bảng đã đúng');
  });

  test('the names of what was closed stay', () => {
    const stage = again(DUE);
    stage.click(stage.police, CLOSE);
    expect(lastWords(stage.click(stage.police, SYNC))).toContain('Bảng đã đúng');
    expect(lastWords(stage.click(stage.police, 'Kiểm tra dữ liệu'))).not.toContain('Chot_');
  });
});

const settingOf = (stage: Stage, key: string) => valueAt(stage, 'settings', key, 'value');
const mailsOf = ({ host }: Stage) => host.state().outbox.map(({ to, cc = [], subject }) => [subject, ...to, ...cc]);

describe('what the machine wrote into «Cấu hình»', () => {
  const stage = stageAt('2024-05-06T08:00');
  const id = { file: stage.fileId, script: stage.scriptId };

  test.each([
    ['fileId', '', id.file],
    ['fileId', 'abc', id.file],
    ['scriptId', '', id.script],
    ['scriptId', 'xóa đi', id.script],
    ['installingAccount', '', INSTALLER],
    ['installingAccount', 'ông Ba', INSTALLER],
  ])('%s typed over with «%s» is put back by the clock, and the night’s work is done', (key, typed, right) => {
    const spoilt = again(stage);
    spoilt.host.batchUpdateAs(INSTALLER, spoilt.fileId, [writing(spoilt, key, typed)]);
    spoilt.advanceTo('2024-05-07T00:30');
    expect(spoilt.failures).toEqual([]);
    expect(settingOf(spoilt, key)).toBe(right);
    expect(Math.floor(Number(valueAt(spoilt, 'controls', HEARTBEAT, 'outcome')))).toBe(MAY_7);
    const told = rowsOf(spoilt, 'journal', ['deed', 'outcome']).filter(
      ({ deed }) => deed === 'Ghi lại mục của hệ thống',
    );
    expect(told.length).toBe(1);
    expect(mailsOf(spoilt)).toEqual([]);
  });

  test.each(['fileId', 'scriptId'])('%s: «Thiết lập ban đầu» puts it back too, and no address is blanked', (key) => {
    const spoilt = again(stage);
    spoilt.host.batchUpdateAs(INSTALLER, spoilt.fileId, [writing(spoilt, key, 'abc')]);
    const words = alertsOf(spoilt.click(INSTALLER, 'Thiết lập ban đầu…')).join('\n');
    expect(words).not.toContain('bản sao');
    expect(settingOf(spoilt, key)).toBe(key === 'fileId' ? id.file : id.script);
    expect(settingOf(spoilt, 'chairmanEmail')).not.toBeNull();
  });

  test.each([
    ['fileId', '1'.repeat(44), '«Mã tệp» ở tab Cấu hình là mã của một tệp khác'],
    ['installingAccount', 'ong-ba@example.vn', '«Tài khoản cài đặt» ở tab Cấu hình là ong-ba@example.vn'],
  ])('%s that may be meant is left, and told once a day to the account whose clock it was', (key, typed, words) => {
    const spoilt = again(stage);
    spoilt.host.batchUpdateAs(INSTALLER, spoilt.fileId, [writing(spoilt, key, typed)]);
    spoilt.advanceTo('2024-05-06T23:00');
    expect(settingOf(spoilt, key)).toBe(typed);
    const told = spoilt.host.state().outbox;
    expect(told.map(({ to }) => to)).toEqual([[INSTALLER]]);
    expect(told[0]?.body).toContain(words);
    spoilt.advanceTo('2024-05-07T23:00');
    expect(spoilt.host.state().outbox.length).toBe(2);
  });

  test('an address that is changed is told to the installing account and to CAX as it was', () => {
    const changed = waited(stage, '2024-05-07T00:30');
    changed.type(changed.police, 'settings', 'chairmanEmail', 'value', 'ke-la@example.vn');
    changed.advanceTo('2024-05-08T09:00');
    const [mail] = changed.host.state().outbox;
    expect(mailsOf(changed)).toEqual([[expect.stringContaining('[ĐỔI ĐỊA CHỈ]'), INSTALLER, changed.police]]);
    expect(mail?.body).toContain('chu-tich@example.vn → ke-la@example.vn');
  });
});

const HEARTBEAT = 'Lịch tự động chạy gần nhất (mỗi ngày ghi một lần)';
const MAY_7 = 45419;

/** What no validation would let through by hand. */
function writing(stage: Stage, key: string, text: string) {
  const { sheetId, row, column } = stage.locate('settings', key, 'value');
  const cell = text === '' ? {} : { userEnteredValue: { stringValue: text } };
  const start = { sheetId, rowIndex: row, columnIndex: column };
  return { updateCells: { start, rows: [{ values: [cell] }], fields: 'userEnteredValue' } };
}

describe('other rows of the machine', () => {
  test('a clock that has run in a day to come still keeps the sheet each day', () => {
    const stage = stageAt('2024-05-06T08:00');
    stage.advanceTo('2024-05-07T00:30');
    const { sheetId, row, column } = stage.locate('controls', HEARTBEAT, 'outcome');
    const start = { sheetId, rowIndex: row, columnIndex: column };
    const rows = [{ values: [{ userEnteredValue: { numberValue: 73050 } }] }];
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
    stage.advanceTo('2024-05-08T00:30');
    expect(Math.floor(Number(valueAt(stage, 'controls', HEARTBEAT, 'outcome')))).toBe(MAY_7 + 1);
  });

  test('a cell of the ledger that cannot be read stops closing and sending with its place and its cure, not the upkeep', () => {
    const stage = again(DUE);
    stage.click(stage.police, CLOSE);
    const { was, columns } = look(stage)('ledger').tab;
    const columnIndex = columns.find(({ declared }) => declared.key === 'json')?.index ?? -1;
    const start = { sheetId: was?.sheetId ?? 0, rowIndex: 1, columnIndex };
    const rows = [{ values: [{ userEnteredValue: { stringValue: '{"hỏng"' } }] }];
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
    for (const item of [CLOSE, 'Kiểm tra dữ liệu']) {
      const words = lastWords(stage.click(stage.police, item));
      expect(words).toContain('Tệp ▸ Lịch sử phiên bản');
      expect(words).toContain('Kỳ 05/2024 bản 1, dòng 2');
    }
    stage.advanceTo('2024-05-16T02:00');
    expect(Math.floor(Number(valueAt(stage, 'controls', HEARTBEAT, 'outcome')))).toBe(MAY_7 + 9);
    const told = stage.host.state().outbox.filter(({ subject }) => subject.includes('[LỖI]'));
    expect(told[0]?.body).toContain('Kỳ 05/2024 bản 1, dòng 2');
    expect(told.length).toBeLessThanOrEqual(2);
    expect(stage.host.state().outbox.some(({ to }) => to.includes('chu-tich@example.vn'))).toBe(false);
  });

  test('a tab of one’s own with the title of a list does not keep the list from being shown', () => {
    const stage = again(DUE);
    stage.host.batchUpdateAs(UNIT, stage.fileId, [
      { addSheet: { properties: { sheetId: 78, title: 'KIỂM TRA' } } },
      { addSheet: { properties: { sheetId: 79, title: 'Xem trước' } } },
    ]);
    for (const deed of ['Kiểm tra dữ liệu', 'Xem trước đồng bộ'])
      stage.type(stage.police, 'controls', deed, 'tick', 'TRUE');
    stage.type(INSTALLER, 'settings', 'commune', 'label', 'Tên khác');
    stage.advanceTo('2024-05-15T08:50');
    expect(valueAt(stage, 'controls', 'Kiểm tra dữ liệu', 'outcome')).toContain('Danh sách ở tab Kiểm tra (2).');
    expect(valueAt(stage, 'controls', 'Xem trước đồng bộ', 'outcome')).toContain('Đọc tab Xem trước (2)');
    expect(stage.failures).toEqual([]);
  });

  test('language and time zone of the file, which any editor may change, are put back by the night; no month is lost', () => {
    const stage = stageAt('2024-05-13T08:00');
    const properties = { locale: 'en_US', timeZone: 'Asia/Bangkok' };
    const fields = 'locale,timeZone';
    stage.host.batchUpdateAs(UNIT, stage.fileId, [{ updateSpreadsheetProperties: { properties, fields } }]);
    stage.advanceTo('2024-05-15T08:30');
    expect(stage.host.state().sheets[stage.fileId]?.properties).toMatchObject({
      locale: 'vi_VN',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
    expect(lastWords(stage.click(stage.police, CLOSE))).toContain('Đã chốt bản 1');
    expect(lastWords(stage.click(stage.police, SYNC))).toContain('Bảng đã đúng');
    expect(stage.failures).toEqual([]);
  });
});

describe('«Lịch sử» in other hands', () => {
  const CLOSED = again(DUE);
  CLOSED.click(CLOSED.police, CLOSE);
  const historyId = () => look(CLOSED)('history').tab.declared.sheetId;
  const rowsRange = (from: number, to: number) => ({
    sheetId: historyId(),
    dimension: 'ROWS',
    startIndex: from,
    endIndex: to,
  });
  const act = (stage: Stage, ...requests: Parameters<Stage['host']['batchUpdateAs']>[2]) =>
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, requests);
  const toChairman = (stage: Stage) => stage.host.state().outbox.filter(({ to }) => to.includes('chu-tich@example.vn'));
  /** A correction, with another closing behind what stands. */
  function correct(stage: Stage): string {
    stage.type(stage.police, 'tasks', 'II.25', 'countsOverdue', 'Không');
    return lastWords(stage.click(stage.police, CLOSE));
  }

  test('full to its last row, it grows', () => {
    const stage = again(CLOSED);
    const properties = { sheetId: historyId(), gridProperties: { rowCount: 73 } };
    act(stage, { updateSheetProperties: { properties, fields: 'gridProperties.rowCount' } });
    expect(correct(stage)).toContain('Đã chốt bản 2');
    stage.advanceTo('2024-05-15T09:10');
    expect(stage.failures).toEqual([]);
    // Nothing has left before: it corrects nothing.
    expect(toChairman(stage).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024: /u),
    ]);
  });

  test('rows people write behind the frozen ones, and put in between, stay; the next version stands below', () => {
    const stage = again(CLOSED);
    const cell = (row: number, text: string) => ({
      updateCells: {
        start: { sheetId: historyId(), rowIndex: row, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
        fields: 'userEnteredValue',
      },
    });
    act(
      stage,
      { insertDimension: { range: rowsRange(10, 12), inheritFromBefore: false } },
      cell(10, 'giữa'),
      cell(80, 'cuối'),
    );
    expect(correct(stage)).toContain('Đã chốt bản 2');
    const periods = rowsOf(stage, 'history', ['period']).map(({ period }) => period);
    expect(periods.filter((period) => period === 'Kỳ 05/2024')).toHaveLength(144);
    expect(periods[10 - 1]).toBe('giữa');
    expect(periods.indexOf('cuối')).toBe(9 + 1 + 63);
    stage.advanceTo('2024-05-15T09:10');
    expect(stage.failures).toEqual([]);
    // Nothing has left before: it corrects nothing.
    expect(toChairman(stage).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024: /u),
    ]);
  });

  test('a row deleted: nothing is told of that version, and CAX reads which row; pasted back anywhere it is well again', () => {
    const stage = again(CLOSED);
    const cells = stage.host
      .state()
      .sheets[stage.fileId]?.sheets?.find(({ properties }) => properties?.sheetId === historyId());
    const kept = cells?.data?.[0]?.rowData?.[5]?.values ?? [];
    act(stage, { deleteDimension: { range: rowsRange(5, 6) } });
    expect(lastWords(stage.click(stage.police, 'Kiểm tra dữ liệu'))).toContain('Kỳ 05/2024 bản 1: thiếu dòng');
    stage.advanceTo('2024-05-15T08:50');
    expect(toChairman(stage)).toEqual([]);
    expect(stage.failures.join()).toContain('thiếu dòng');
    const rows = [{ values: kept.map(({ userEnteredValue }) => (userEnteredValue ? { userEnteredValue } : {})) }];
    const start = { sheetId: historyId(), rowIndex: 100, columnIndex: 0 };
    act(stage, { updateCells: { start, rows, fields: 'userEnteredValue' } });
    stage.advanceTo('2024-05-15T09:10');
    expect(toChairman(stage)).toHaveLength(1);
  });

  test('versions of an earlier program, which left no marks, are held against their digest, sorted or not', () => {
    const stage = again(CLOSED);
    const reader = look(stage)('ledger');
    const columnIndex = reader.tab.columns.find(({ declared }) => declared.key === 'json')?.index ?? -1;
    const { v: _, digests, rows: packed, ...others } = JSON.parse(String(reader.value(1, 'json')));
    const detail = { ...others, digest: digests[0], lists: { codes: packed.codes, flags: packed.flags } };
    const start = { sheetId: reader.tab.was?.sheetId ?? 0, rowIndex: 1, columnIndex };
    const rows = [{ values: [{ userEnteredValue: { stringValue: JSON.stringify(detail) } }] }];
    const range = {
      sheetId: historyId(),
      startRowIndex: 1,
      endRowIndex: 73,
      startColumnIndex: 0,
      endColumnIndex: HISTORY.columns.length,
    };
    act(
      stage,
      { updateCells: { start, rows, fields: 'userEnteredValue' } },
      { sortRange: { range, sortSpecs: [{ dimensionIndex: 3, sortOrder: 'DESCENDING' }] } },
    );
    expect(lastWords(stage.click(stage.police, 'Kiểm tra dữ liệu'))).not.toContain('Tab Lịch sử');
    const changed = again(stage);
    const at = { sheetId: historyId(), rowIndex: 7, columnIndex: 11 };
    const typed = [{ values: [{ userEnteredValue: { stringValue: 'thêm về sau' } }] }];
    act(changed, { updateCells: { start: at, rows: typed, fields: 'userEnteredValue' } });
    expect(lastWords(changed.click(changed.police, 'Kiểm tra dữ liệu'))).toContain(
      'Kỳ 05/2024 bản 1: không còn như lúc chốt',
    );
    stage.advanceTo('2024-05-15T09:10');
    expect(toChairman(stage)).toHaveLength(1);
  });
});
