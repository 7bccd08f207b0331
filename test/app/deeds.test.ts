// Whole use cases, on the built bundle, in the local host: what people do and what must come of it.
import { describe, expect, test } from 'vitest';
import { formatMoment } from '../../src/core/calendar.ts';
import type { EntryCells } from '../../src/core/entry-block.ts';
import { CHAIRMAN, INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { alertsOf, lastWords, look, rowsOf, stageAt, valueAt } from './played.ts';

const VP = 'vp@example.vn';
const TP = 'tp@example.vn';

const toChairman = ({ host }: Stage) => host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN));

describe('set-up and sync', () => {
  const stage = stageAt('2024-04-15T08:00');

  test('nothing failed, and a second sync finds nothing to do and writes nothing', () => {
    expect(stage.failures).toEqual([]);
    const before = stage.host.state().log.length;
    const outcome = stage.click(INSTALLER, 'Đồng bộ bảng tính…');
    expect(lastWords(outcome)).toContain('Bảng đã đúng, không có gì phải sửa.');
    const calls = stage.host.state().log.slice(before);
    expect(calls.filter(({ method }) => method === 'batchUpdate')).toEqual([]);
  });

  test('a unit sees no other unit’s rows open', () => {
    expect(stage.type(TP, 'tasks', 'I.01', 'state', 'Đang thực hiện').kind).toBe('accepted');
    const refused = stage.type(TP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
    expect(refused).toMatchObject({ kind: 'refused', reason: 'protected' });
    expect(stage.type(TP, 'tasks', 'I.01', 'content', 'khác').kind).toBe('refused');
    expect(stage.type(TP, 'settings', 'chairmanEmail', 'value', TP).kind).toBe('refused');
  });

  test('an edit is stamped with the first period, though the 15th still belongs to the one before', () => {
    expect(valueAt(stage, 'tasks', 'I.01', 'period')).toBe('Kỳ 05/2024');
    expect(formatMoment(Number(valueAt(stage, 'tasks', 'I.01', 'reportedAt')))).toContain('15/04/2024');
  });

  test.each<[keyof EntryCells, string, string]>([
    ['state', 'Xong rồi', 'Chọn một tình trạng trong danh sách (bấm mũi tên ở góc ô).'],
    ['progress', '130%', 'Gõ số từ 0 đến 100: 80 là 80%.'],
    ['doneOn', 'hôm qua', 'Gõ ngày dạng 15/05/2024.'],
    ['doneOn', '31/02/2024', 'Gõ ngày dạng 15/05/2024.'],
    ['period', 'Tháng 5', 'Chọn kỳ trong danh sách, ví dụ Kỳ 05/2024.'],
  ])('%s: «%s» is refused at its place and changes nothing', (column, text, words) => {
    const before = valueAt(stage, 'tasks', 'I.01', column);
    expect(stage.type(TP, 'tasks', 'I.01', column, text)).toMatchObject({ kind: 'refused', message: words });
    expect(valueAt(stage, 'tasks', 'I.01', column)).toBe(before);
  });

  test.each([
    ['038012345678', '038012345678'],
    ['15/5', '15/5'],
    ['=1+1', '=1+1'],
    ['100%', '100%'],
  ])('text columns keep «%s» as it was typed', (text, kept) => {
    stage.type(TP, 'tasks', 'I.01', 'result', text);
    expect(valueAt(stage, 'tasks', 'I.01', 'result')).toBe(kept);
  });

  test('a unit that clicks a deed of CAX is told kindly whose it is', () => {
    const words = lastWords(stage.click(TP, 'Đồng bộ bảng tính…'));
    expect(words).toContain('dành cho tài khoản Công an xã hoặc tài khoản cài đặt');
    expect(words).toContain(TP);
  });

  test('a unit cannot set up a file that is set up', () => {
    expect(lastWords(stage.click(TP, 'Thiết lập ban đầu…'))).toContain('dành cho tài khoản Công an xã');
    expect(stage.host.triggers(stage.scriptId).map(({ owner }) => owner)).toEqual([INSTALLER]);
  });

  test('before the 15th the button only shows', () => {
    const words = lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'));
    expect(words).toContain('Xem trước Kỳ 05/2024');
    expect(rowsOf(stage, 'ledger', ['period'])).toEqual([]);
  });
});

describe('closing and the chairman’s mail', () => {
  const stage = stageAt('2024-05-13T08:00');
  const mails = () => toChairman(stage).map(({ to, subject }) => `${to.join()} ${subject}`);

  test('closing freezes 72 rows and one ledger row, and a second click makes no second version', () => {
    stage.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
    stage.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
    stage.advanceTo('2024-05-15T08:30');
    expect(lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'))).toContain('Đã chốt bản 1');
    expect(lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'))).toContain('không lập thêm bản');
    expect(rowsOf(stage, 'ledger', ['period', 'version', 'closedBy'])).toEqual([
      { period: 'Kỳ 05/2024', version: 1, closedBy: stage.police },
    ]);
    const history = rowsOf(stage, 'history', ['code', 'result', 'onTime']);
    expect(history.length).toBe(72);
    expect(history.find(({ code }) => code === 'II.25')).toEqual({
      code: 'II.25',
      result: 'Đã lưu trữ 45 hồ sơ',
      onTime: 'Có',
    });
  });

  test('the chairman gets one mail within twenty minutes, and no other', () => {
    stage.advanceTo('2024-05-15T08:50');
    expect(mails()).toEqual([expect.stringMatching(/^chu-tich@example\.vn \[ĐA06\] Tháng 5\/2024: /u)]);
    stage.advanceTo('2024-05-17T08:00');
    expect(mails().length).toBe(1);
  });

  test('a changed row makes a correction, mailed as such', () => {
    stage.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 47 hồ sơ');
    expect(lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'))).toContain('Đã chốt bản 2');
    stage.advanceTo('2024-05-17T08:30');
    expect(mails()[1]).toContain('[ĐA06][ĐÍNH CHÍNH bản 2]');
    expect(rowsOf(stage, 'history', ['version']).map(({ version }) => version)).toEqual([
      ...Array(72).fill(1),
      ...Array(72).fill(2),
    ]);
  });

  test('no run failed', () => expect(stage.failures).toEqual([]));
});

describe('nobody closes', () => {
  const stage = stageAt('2024-06-13T08:00');

  test('bản 0 is made at 16:00 of the first working day and mailed as not closed', () => {
    // The 15th of June 2024 is a Saturday: Monday the 17th.
    stage.advanceTo('2024-06-17T15:55');
    expect(rowsOf(stage, 'ledger', ['version'])).toEqual([]);
    stage.advanceTo('2024-06-17T16:25');
    expect(rowsOf(stage, 'ledger', ['version', 'closedBy'])).toEqual([{ version: 0, closedBy: 'Tự động' }]);
    const [mail] = toChairman(stage);
    expect(mail?.to).toEqual([CHAIRMAN]);
    expect(mail?.subject).toContain('[ĐA06][TỰ ĐỘNG – CHƯA CHỐT]');
  });

  test('CAX signs it off as bản 1; equal figures are not mailed again', () => {
    expect(lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'))).toContain('Đã chốt bản 1');
    stage.advanceTo('2024-06-18T12:00');
    expect(toChairman(stage).length).toBe(1);
    expect(stage.failures).toEqual([]);
  });
});

test('a copied file neither closes nor sends', () => {
  const stage = stageAt('2024-05-14T08:00');
  const copy = stage.host.copyFile(stage.police, stage.fileId);
  stage.advanceTo('2024-05-15T09:00');
  stage.host.open(stage.police, copy);
  const [script] = Object.values(stage.host.state().scripts).filter(({ container }) => container === copy);
  stage.host.grant(stage.police, script?.id ?? '', 'all');
  const outcome = stage.host.run(stage.police, script?.id ?? '', 'closeReport', [], ['OK']);
  expect(lastWords(outcome)).toContain('bản sao');
});

test('a copy made the original writes to nobody of the file it was copied from', () => {
  const stage = stageAt('2024-05-14T08:00');
  stage.type(stage.police, 'settings', 'copies', 'value', 'pct@example.vn');
  stage.type(stage.police, 'settings', 'chairmanEmail', 'value', 'chu-tich@example.vn');
  const copy = stage.host.copyFile(stage.police, stage.fileId);
  stage.host.open(stage.police, copy);
  const [script] = Object.values(stage.host.state().scripts).filter(({ container }) => container === copy);
  stage.host.grant(stage.police, script?.id ?? '', 'all');
  const outcome = stage.host.run(stage.police, script?.id ?? '', 'setUp', [], ({ buttons }) =>
    buttons === 'YES_NO' ? 'YES' : 'OK',
  );
  expect(alertsOf(outcome)[0]).toContain('bản sao của một bảng theo dõi khác');
  const texts = JSON.stringify(
    stage.host.see(stage.police, copy, { fields: 'sheets.data.rowData.values.userEnteredValue' }),
  );
  const addresses = new Set(texts.match(/[^"\s\\;,]+@example\.vn/gu));
  // Who made it the original: as the installing account, and where accounts that may edit are told.
  expect([...addresses]).toEqual([stage.police]);
  const { rows, value } = look(stage)('settings');
  const kept = rows.find(({ key }) => key === 'copies')?.index ?? 0;
  expect(value(kept, 'value')).toBe('pct@example.vn');
});

test('a file set up in the days of closing owes nothing of the month that ends: no bản 0 before its first period', () => {
  const stage = stageAt('2024-05-16T08:00');
  expect(valueAt(stage, 'settings', 'firstPeriod', 'value')).toBe('Kỳ 06/2024');
  stage.advanceTo('2024-05-20T08:00');
  expect(rowsOf(stage, 'ledger', ['period'])).toEqual([]);
  stage.advanceTo('2024-06-20T08:00');
  expect(rowsOf(stage, 'ledger', ['period', 'version'])).toEqual([{ period: 'Kỳ 06/2024', version: 0 }]);
});
