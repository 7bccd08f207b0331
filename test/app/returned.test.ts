// What is offered back when columns of «Nhiệm vụ» or rows of «Chỉ tiêu» are lost: each cell from the newest copy that holds it.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import type { TabKey } from '../../src/sheet/tab-ids.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, look, stageAt, valueAt, waited } from './played.ts';

const VP = 'vp@example.vn';

const before = stageAt('2024-05-13T06:00');
before.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
before.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
before.type(before.police, 'tasks', 'II.25', 'estimate', 'TRUE');
const [first] = look(before)('indicators').rows;
const id = first?.key ?? '';
before.type(before.police, 'indicators', id, 'numerator', '30');
before.type(before.police, 'indicators', id, 'denominator', '40');
before.advanceTo('2024-05-13T10:00');
// Given on the morning after: the report stays the first unit's.
before.type(before.police, 'tasks', 'II.25', 'accountable', 'Ban Tư pháp');
const closed = waited(before, '2024-05-15T08:30');
closed.click(closed.police, 'Tổng hợp báo cáo…');

function deleteOf(stage: Stage, tab: TabKey, dimension: 'ROWS' | 'COLUMNS', index: number): void {
  const sheetId = look(stage)(tab).tab.declared.sheetId;
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
    { deleteDimension: { range: { sheetId, dimension, startIndex: index, endIndex: index + 1 } } },
  ]);
}
const columnOf = (stage: Stage, tab: TabKey, key: string) =>
  look(stage)(tab).tab.columns.find(({ declared }) => declared.key === key)?.index ?? -1;

describe('a column of «Nhiệm vụ»', () => {
  test.each<[ColumnKey<'tasks'>, Cell | RegExp]>([
    ['result', 'Đã lưu trữ 45 hồ sơ'],
    ['accountable', 'Ban Tư pháp'],
    ['onTimeFor', 'Kỳ 05/2024'],
    // Behind a mark of what stood when the row was given on.
    ['reporter', /^[0-9a-f]{24}; Kỳ 05\/2024 – Văn phòng UBND xã$/u],
    ['estimate', true],
  ])('%s comes back', (column, value) => {
    const stage = again(closed);
    const stood = valueAt(stage, 'tasks', 'II.25', column);
    if (value instanceof RegExp) expect(stood).toMatch(value);
    else expect(stood).toBe(value);
    deleteOf(stage, 'tasks', 'COLUMNS', columnOf(stage, 'tasks', column));
    const told = alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…')).join('\n');
    expect(told).toMatch(/II\.25.* – (?:Bản lưu|Kỳ 05\/2024)/u);
    expect(valueAt(stage, 'tasks', 'II.25', column)).toBe(stood);
    expect(alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…')).join()).toContain('Bảng đã đúng');
  });
});

describe('«Chỉ tiêu»', () => {
  const numbers = (stage: Stage) =>
    (['numerator', 'denominator', 'enteredOn'] as const).map((column) => valueAt(stage, 'indicators', id, column));

  test('a row comes back from the newest version', () => {
    const stage = again(closed);
    const entered = numbers(stage);
    expect(entered.slice(0, 2)).toEqual([30, 40]);
    const index = look(stage)('indicators').rows.find(({ key }) => key === id)?.index ?? -1;
    deleteOf(stage, 'indicators', 'ROWS', index);
    expect(alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…')).join('\n')).toContain(`${id} – Kỳ 05/2024, bản 1`);
    expect(numbers(stage)).toEqual(entered);
  });
});
