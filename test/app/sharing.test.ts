// The owner takes the right to share from the editors, as the README advises: what CAX is then told of those who can edit is unknown to it,
// in whatever way Google says so. Nobody's rights are taken, the sheet is mended all the same, and CAX is told what to do.
import { describe, expect, test } from 'vitest';
import type { HostState } from '../../src/host/state.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, stageAt, valueAt } from './played.ts';

const before = stageAt('2024-05-02T08:00');
const UNSEEN = 'không xem được tệp đang chia sẻ cho ai';

function closedTo(unseenEditors: HostState['settings']['unseenEditors']): Stage {
  return again(before, ({ files, settings }) => {
    settings.unseenEditors = unseenEditors;
    const file = files[before.fileId];
    if (file) file.onlyOwnerShares = true;
  });
}

const protections = ({ host, fileId }: Stage) =>
  JSON.stringify(host.peek().sheets[fileId]?.sheets?.map(({ protectedRanges }) => protectedRanges));

function breakStatus(stage: Stage): void {
  const { row: rowIndex, column: columnIndex } = stage.locate('tasks', 'II.25', 'status');
  const rows = [{ values: [{ userEnteredValue: { stringValue: 'Hoàn thành' } }] }];
  const start = { sheetId: 1001, rowIndex, columnIndex };
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
}

describe.each(['refused', 'itself'] as const)('what the editors may not see is %s', (way) => {
  const stage = closedTo(way);
  const rights = protections(stage);
  breakStatus(stage);
  const said = alertsOf(stage.click(stage.police, 'Đồng bộ bảng tính…')).join('\n');

  test('CAX is told, and by whom it is cured', () => {
    expect(said).toContain(`${stage.police} ${UNSEEN}`);
    expect(said).toContain(`nhờ chủ tệp ${INSTALLER} bấm Đồng bộ bảng tính`);
    expect(stage.failures).toEqual([]);
  });
  test('the sheet is mended, and nobody’s rights are touched', () => {
    expect(valueAt(stage, 'tasks', 'II.25', 'status')).not.toBe('Hoàn thành');
    expect(protections(stage)).toBe(rights);
  });
  test('the check accuses nobody of not being let in', () => {
    const check = alertsOf(stage.click(stage.police, 'Kiểm tra dữ liệu…')).join('\n');
    expect(check).not.toContain('Chưa được chia sẻ');
    expect(stage.failures).toEqual([]);
  });
  test('the owner sees all: a unit that changed hands is set right', () => {
    stage.type(stage.police, 'tasks', 'II.25', 'accountable', 'Ban Tư pháp');
    expect(alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…')).join('\n')).not.toContain(UNSEEN);
    expect(protections(stage)).not.toBe(rights);
  });
});

test('where Google tells all in spite of it, everything is as ever', () => {
  const stage = closedTo('told');
  expect(alertsOf(stage.click(stage.police, 'Đồng bộ bảng tính…')).join('\n')).toContain('Bảng đã đúng');
});
