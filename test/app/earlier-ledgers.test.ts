// What an earlier program has closed stays what it was under this one, and under one that counts a figure more and asks for a column
// more: it is sound, compared, corrected and mailed as if that program were still there; and what somebody has damaged is still refused.
import { describe, expect, test } from 'vitest';
import { TAB_IDS, type TabKey } from '../../src/sheet/tab-ids.ts';
import { bundleAddin } from '../../src/tools/build/bundle.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { CHAIRMAN, INSTALLER } from '../../src/tools/month/cast.ts';
import { resumeStage, type Stage } from '../../src/tools/month/stage.ts';
import { grownProgram } from '../written-by/grown-program.ts';
import { writtenBy } from '../written-by/written-by.ts';
import { again, alertsOf, lastWords, look, rowsOf, SEEDS } from './played.ts';

const CLOSE = 'Tổng hợp báo cáo…';
const CHECK = 'Kiểm tra dữ liệu';
const SYNC = 'Đồng bộ bảng tính…';
/** What a check says of frozen rows, of the ledger and of columns that are not as they should be. */
const FAULTY = /như lúc chốt|thiếu dòng|Sổ báo cáo|Lịch sử|thiếu cột/u;

const PROGRAMS = [
  ['this program', await bundleAddin(ROOT), false],
  ['one with a figure and a column more', await grownProgram(), true],
] as const;

const chairman = (stage: Stage) => stage.host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN));
const versions = (stage: Stage) =>
  rowsOf(stage, 'ledger', ['period', 'version']).map(({ period, version }) => `${period} ${version}`);
const jsonOf = (stage: Stage, row: number): string => String(rowsOf(stage, 'ledger', ['json'])[row]?.['json']);

function write(stage: Stage, sheetId: number, rowIndex: number, columnIndex: number, stringValue: string): void {
  const start = { sheetId, rowIndex, columnIndex };
  const rows = [{ values: [{ userEnteredValue: { stringValue } }] }];
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
}

function columnOf(stage: Stage, tab: TabKey, key: string): number {
  return look(stage)(tab).tab.columns.find(({ declared }) => declared.key === key)?.index ?? -1;
}

function headingsOf(stage: Stage, sheetId: number): (string | undefined)[] {
  const { sheets = [] } = stage.host.peek().sheets[stage.fileId] ?? {};
  const tab = sheets.find(({ properties }) => properties?.sheetId === sheetId);
  const [row] = tab?.data?.[0]?.rowData ?? [];
  return (row?.values ?? []).map(({ userEnteredValue }) => userEnteredValue?.stringValue ?? undefined);
}

/** Into the column nobody but the grown program knows. */
function typeBudget(stage: Stage, code: string, text: string): void {
  const column = headingsOf(stage, TAB_IDS.tasks).indexOf('Kinh phí');
  expect(column).toBeGreaterThan(0);
  write(stage, TAB_IDS.tasks, stage.locate('tasks', code, 'state').row, column, text);
}

describe.each(PROGRAMS)('closed by 0.2.0, met by %s', (_, bundle, isGrown) => {
  const { state, ...file } = writtenBy('0.2.0');
  const met = resumeStage(file, state, { seeds: SEEDS, bundle, tell: () => {} });
  met.host.push(file.scriptId, bundle.code, JSON.parse(bundle.manifest));
  const unsynced = again(met);
  met.click(met.police, SYNC);

  test('nothing is found wrong with it, before a sync and after it, by a check or by the clock', () => {
    expect(lastWords(unsynced.click(unsynced.police, CHECK))).not.toMatch(FAULTY);
    const stage = again(met);
    expect(lastWords(stage.click(stage.police, CHECK))).not.toMatch(FAULTY);
    for (const one of [unsynced, stage]) {
      one.advanceTo('2024-06-18T08:00');
      expect(one.failures).toEqual([]);
      expect(chairman(one)).toEqual([]);
    }
  });

  test('a sync adds what the program has more, and no more than that', () => {
    expect(headingsOf(met, TAB_IDS.tasks).includes('Kinh phí')).toBe(isGrown);
    expect(headingsOf(met, TAB_IDS.ledger).includes('K9 – Nhiệm vụ tạm dừng')).toBe(isGrown);
    expect(lastWords(again(met).click(met.police, SYNC))).toContain('Bảng đã đúng');
  });

  test('closed before a sync or after it: the rows and figures are those of bản 0, which the chairman has', () => {
    for (const from of [unsynced, met]) {
      const stage = again(from);
      expect(lastWords(stage.click(stage.police, CLOSE))).toContain(
        'Số liệu đúng như bản 0 đã gửi Chủ tịch nên không gửi thêm thư',
      );
      expect(versions(stage).slice(-2)).toEqual(['Kỳ 06/2024 0', 'Kỳ 06/2024 1']);
      expect(lastWords(stage.click(stage.police, CLOSE))).toContain('không có gì thay đổi');
      stage.advanceTo('2024-06-17T18:00');
      expect(chairman(stage)).toEqual([]);
      expect(stage.failures).toEqual([]);
      const [zero, one] = [JSON.parse(jsonOf(stage, 4)), JSON.parse(jsonOf(stage, 5))];
      expect(one).toMatchObject({ v: 2, digests: [zero.digest, ...(isGrown ? [expect.any(String)] : [])] });
      expect('K9' in one.figures).toBe(isGrown);
      expect(one.units[0]).toMatchObject({ name: 'Công an xã', code: 'CAX' });
      expect(one.rows.legend).toContain('doneOnTime');
    }
  });

  test('what has changed since is said, and nothing else; the mail corrects bản 0', () => {
    const stage = again(met);
    stage.type(stage.police, 'tasks', 'II.06', 'result', 'Rà soát 15 dịch vụ công');
    if (isGrown) typeBudget(stage, 'II.05', '12 triệu đồng');
    expect(alertsOf(stage.click(stage.police, CLOSE))[0]).not.toContain('Số liệu đúng như bản 0');
    stage.advanceTo('2024-06-17T18:00');
    expect(stage.failures).toEqual([]);
    const [mail, ...more] = chairman(stage);
    expect(more).toEqual([]);
    expect(mail?.body).toContain('nội dung thay đổi: II.06 (Kết quả trong kỳ).');
    expect(mail?.body).toContain('= tháng 5: 0/10 (0%)');
    expect(mail?.attachments).toHaveLength(3);
  });

  test('what was asked out of turn is compared with what it was answered', () => {
    const stage = again(met);
    stage.type(stage.police, 'adHoc', 'ĐX-2024-01', 'tick', 'TRUE');
    if (isGrown) typeBudget(stage, 'V.49', '12 triệu đồng');
    const words = alertsOf(stage.click(stage.police, 'Báo cáo đột xuất…'));
    // What was awaited of I.01 in May is by now unreported.
    expect(words[0]).toContain('Khác bản 1 (2): I.01, II.05.');
    stage.advanceTo('2024-06-17T18:00');
    expect(stage.failures).toEqual([]);
    const [mail, ...more] = chairman(stage);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('ĐÍNH CHÍNH');
    expect(mail?.body).toContain('II.05 (Kết quả trong kỳ)');
  });

  test('a cell somebody has damaged is refused by name, and so is a changed row', () => {
    const stage = again(met);
    const damaged = JSON.parse(jsonOf(stage, 3));
    delete damaged.figures.K8;
    write(stage, TAB_IDS.ledger, 4, columnOf(stage, 'ledger', 'json'), JSON.stringify(damaged));
    expect(lastWords(stage.click(stage.police, CLOSE))).toContain('Kỳ 05/2024 bản 2, dòng 5');
    expect(versions(stage)).toHaveLength(5);
    const other = again(met);
    write(other, TAB_IDS.history, 95, columnOf(other, 'history', 'result'), 'sửa về sau');
    expect(lastWords(other.click(other.police, CHECK))).toMatch(/Kỳ 05\/2024 bản 2: dòng \S+ không còn như lúc chốt/u);
  });
});

test('between two versions that both know it, the new column is compared like any other', () => {
  const [, [, bundle]] = PROGRAMS;
  const { state, ...file } = writtenBy('0.2.0');
  const stage = resumeStage(file, state, { seeds: SEEDS, bundle, tell: () => {} });
  stage.host.push(file.scriptId, bundle.code, JSON.parse(bundle.manifest));
  stage.click(stage.police, SYNC);
  stage.type(stage.police, 'tasks', 'II.06', 'result', 'Rà soát 15 dịch vụ công');
  stage.click(stage.police, CLOSE);
  stage.advanceTo('2024-06-17T18:00');
  typeBudget(stage, 'II.05', '12 triệu đồng');
  expect(alertsOf(stage.click(stage.police, CLOSE))[0]).toContain('Khác bản 1 (1): II.05.');
  stage.advanceTo('2024-06-17T19:00');
  expect(chairman(stage)[1]?.body).toContain('II.05 (Kinh phí)');
  expect(lastWords(stage.click(stage.police, CHECK))).not.toMatch(FAULTY);
  expect(stage.failures).toEqual([]);
});
