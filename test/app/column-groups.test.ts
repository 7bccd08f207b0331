// What only CAX needs of «Nhiệm vụ» folds away: a unit opens the sheet and sees its entries. Whoever unfolds it is left alone; a group somebody
// took away is built again.
import { describe, expect, test } from 'vitest';
import type { Request } from '../../src/sheet/requests/request.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, stageAt } from './played.ts';
import { at } from './task-columns.ts';

const RANGE = { sheetId: 1001, dimension: 'COLUMNS', startIndex: at('code'), endIndex: at('appliedDue') };
const stage = stageAt('2024-05-13T08:00');
const sheetOf = (one: Stage) =>
  one.host.peek().sheets[one.fileId]?.sheets?.find(({ properties }) => properties?.sheetId === RANGE.sheetId);
/** Headings of the columns that are shown. */
const shown = (one: Stage) => {
  const { columnMetadata = [], rowData = [] } = sheetOf(one)?.data?.[0] ?? {};
  return (rowData[0]?.values ?? []).flatMap(({ userEnteredValue }, i) =>
    columnMetadata[i]?.hiddenByUser ? [] : [userEnteredValue?.stringValue],
  );
};
const edit = (one: Stage, ...requests: Request[]) => one.host.batchUpdateAs(INSTALLER, one.fileId, requests);
const unfold: Request = {
  updateDimensionGroup: { dimensionGroup: { range: RANGE, depth: 1, collapsed: false }, fields: 'collapsed' },
};
const sync = (one: Stage) => one.click(INSTALLER, 'Đồng bộ bảng tính…');

describe('the group of what CAX alone needs', () => {
  test('a new sheet shows the task, the entries, what comes of them and Lưu ý', () => {
    expect(sheetOf(stage)?.columnGroups).toEqual([{ range: RANGE, depth: 1, collapsed: true }]);
    expect(shown(stage).slice(-4)).toEqual(['Thời điểm báo cáo', 'Trạng thái', 'Còn lại (ngày)', 'Lưu ý']);
  });
  test('unfolded it stays unfolded: no sync, no night minds', () => {
    const one = again(stage);
    edit(one, unfold);
    expect(shown(one)).toContain('Đầu mối');
    expect(lastWords(sync(one))).toContain('Bảng đã đúng, không có gì phải sửa.');
    one.advanceTo('2024-05-14T03:00');
    expect(shown(one)).toContain('Đầu mối');
  });
  test('taken away it is built again, by night, and folded', () => {
    const one = again(stage);
    edit(one, unfold, { deleteDimensionGroup: { range: RANGE } });
    one.advanceTo('2024-05-14T03:00');
    expect(sheetOf(one)?.columnGroups).toEqual([{ range: RANGE, depth: 1, collapsed: true }]);
  });
  test('somebody’s own group over part of it is left, and ours put in beside it', () => {
    const one = again(stage);
    edit(one, unfold, { deleteDimensionGroup: { range: { ...RANGE, startIndex: at('kind') } } });
    expect(alertsOf(sync(one))[0]).toContain('thu gọn vào một nhóm');
    expect(lastWords(sync(one))).toContain('Bảng đã đúng, không có gì phải sửa.');
    expect(sheetOf(one)?.columnGroups?.[0]).toEqual({ range: RANGE, depth: 1 });
  });
});
