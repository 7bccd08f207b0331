// What the machine itself has written into the file (names, marks, its own rows) and somebody who edits the file has spoilt: no deed is
// stopped for good, nobody is left without a word, and nothing is closed or sent twice.
import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/local/node/month/stage.ts';
import { again, alertsOf, lastWords, rowsOf, stageAt } from './played.ts';

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
    expect(refused).toContain('Có người đã đặt một dải ô trùng tên máy dùng để chốt');
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

  test('the names of what was closed stay', () => {
    const stage = again(DUE);
    stage.click(stage.police, CLOSE);
    expect(lastWords(stage.click(stage.police, SYNC))).toContain('Bảng đã đúng');
    expect(lastWords(stage.click(stage.police, 'Kiểm tra dữ liệu'))).not.toContain('Chot_');
  });
});
