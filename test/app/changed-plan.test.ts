// The plan changes and the script with it: reworded, new and withdrawn tasks, a renamed unit, next year's plan. The sync follows
// and touches no entry.
import { describe, expect, test } from 'vitest';
import type { Seeds } from '../../src/core/plan.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, look, pushPlan, rowsOf, stageAt, valueAt, waited } from './played.ts';

const VP = 'vp@example.vn';
const before = stageAt('2024-05-02T08:00');
before.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
before.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');

const sync = (stage: Stage) => alertsOf(stage.click(INSTALLER, 'Đồng bộ bảng tính…')).join('\n');
const agrees = (stage: Stage) => {
  expect(lastWords(stage.click(INSTALLER, 'Đồng bộ bảng tính…'))).toContain('Bảng đã đúng');
  expect(stage.failures).toEqual([]);
};
const entryStands = (stage: Stage) => {
  expect(valueAt(stage, 'tasks', 'II.25', 'state')).toBe('Đang thực hiện');
  expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe('Đã lưu trữ 45 hồ sơ');
};
/** «72/72»: the total of the board's table of groups, and the sum of its lines. */
function total(stage: Stage): number {
  const fields = 'sheets(properties.sheetId,data.rowData.values.effectiveValue)';
  const board = stage.host
    .see(INSTALLER, stage.fileId, { fields })
    .sheets?.find(({ properties }) => properties?.sheetId === 1002);
  const rows = board?.data?.[0]?.rowData ?? [];
  const end = rows.find(({ values }) => values?.[1]?.effectiveValue?.stringValue === 'Cộng');
  return end?.values?.[2]?.effectiveValue?.numberValue ?? Number.NaN;
}
const tasks = (change: (list: Seeds['tasks']) => Seeds['tasks']) => (seeds: Seeds) => ({
  ...seeds,
  tasks: change(seeds.tasks),
});

test('a task reworded: its words and its deadline follow, its entries stay', async () => {
  const stage = again(before);
  await pushPlan(
    stage,
    tasks((list) =>
      list.map((task) =>
        task.code === 'II.25' ? { ...task, content: 'Số hóa hồ sơ lưu trữ', deadline: 'Tháng 9/2024' } : task,
      ),
    ),
  );
  const words = sync(stage);
  expect(words).toContain('II.25, cột «Nội dung, nhiệm vụ cụ thể»');
  expect(words).toMatch(/II\.25, cột «Hạn»: .*→ «30\/09\/2024»/u);
  expect(valueAt(stage, 'tasks', 'II.25', 'content')).toBe('Số hóa hồ sơ lưu trữ');
  entryStands(stage);
  agrees(stage);
});

describe('a task withdrawn', () => {
  const withdraw = tasks((list) => list.filter(({ code }) => code !== 'II.25'));

  test('is marked, counted in nothing, shut, and never deleted', async () => {
    const stage = again(before);
    const row = stage.locate('tasks', 'II.25', 'status').row;
    await pushPlan(stage, withdraw);
    expect(sync(stage)).toContain(`dòng ${row + 1}: nhiệm vụ II.25 đã rút khỏi kế hoạch`);
    expect(valueAt(stage, 'tasks', 'II.25', 'status')).toBe('Đã rút khỏi kế hoạch');
    entryStands(stage);
    expect(total(stage)).toBe(71);
    const { typed } = stage.host.type(VP, stage.fileId, { sheetId: 1001, row, column: 5 }, 'Hoàn thành');
    expect(typed.kind).toBe('refused');
    agrees(stage);
  });

  test('and taken up again is a task like any other', async () => {
    const stage = again(before);
    await pushPlan(stage, withdraw);
    sync(stage);
    await pushPlan(stage, (seeds) => seeds);
    sync(stage);
    expect(valueAt(stage, 'tasks', 'II.25', 'status')).toBe('Đang thực hiện trong hạn');
    entryStands(stage);
    expect(total(stage)).toBe(72);
    agrees(stage);
  });
});

test('a new task gets a row at the end, its own rights and its place in the board', async () => {
  const stage = again(before);
  const fresh = (list: Seeds['tasks']): Seeds['tasks'] => {
    const [first] = list.filter(({ code }) => code === 'I.01');
    return first ? [...list, { ...first, code: 'I.73', number: 73, content: 'Nhiệm vụ bổ sung' }] : list;
  };
  await pushPlan(stage, tasks(fresh));
  expect(sync(stage)).toContain('Thêm: Tab «Nhiệm vụ»: dòng I.73');
  agrees(stage);
  const reader = look(stage)('tasks');
  expect(reader.tab.rowCount).toBe(74);
  const place = { sheetId: 1001, row: 73, column: 5 };
  expect(stage.host.type('tp@example.vn', stage.fileId, place, 'Đang thực hiện').typed.kind).toBe('accepted');
  expect(stage.host.type(VP, stage.fileId, place, 'Đang thực hiện').typed.kind).toBe('refused');
  expect(total(stage)).toBe(73);
  entryStands(stage);
});

test('a unit renamed: its name, its Đầu mối, its view and its rights follow', async () => {
  const stage = again(before);
  const name = 'Văn phòng HĐND và UBND xã';
  await pushPlan(stage, (seeds) => ({
    ...seeds,
    units: seeds.units.map((unit) =>
      unit.code === 'VP' ? { ...unit, name, aliases: [...unit.aliases, unit.name] } : unit,
    ),
  }));
  const words = sync(stage);
  expect(words).toContain('VP, cột «Tên»: «Văn phòng UBND xã» → «Văn phòng HĐND và UBND xã»');
  expect(words).toContain('dòng khác, cột «Đầu mối»: «Văn phòng UBND xã» → «Văn phòng HĐND và UBND xã»');
  expect(valueAt(stage, 'tasks', 'II.25', 'accountable')).toBe(name);
  const views = stage.host.see(INSTALLER, stage.fileId, { fields: 'sheets.filterViews(title)' }).sheets ?? [];
  expect(views.flatMap(({ filterViews = [] }) => filterViews.map(({ title }) => title))).toContain(name);
  expect(stage.type(VP, 'tasks', 'II.25', 'progress', '50').kind).toBe('accepted');
  entryStands(stage);
  agrees(stage);
});

test('next year’s plan over this year’s sheet: entries and closings stay, and the sync says what to do', async () => {
  const stage = waited(before, '2024-05-15T08:30');
  stage.click(stage.police, 'Tổng hợp báo cáo…');
  await pushPlan(stage, (seeds) => ({
    ...seeds,
    plan: { ...seeds.plan, year: 2025, date: '2025-02-20' },
    tasks: seeds.tasks.map((task) => ({ ...task, deadline: task.deadline.replace(/2024/gu, '2025') })),
  }));
  expect(sync(stage)).toContain('Kế hoạch của chương trình là năm 2025, bảng đang ghi năm 2024');
  entryStands(stage);
  expect(rowsOf(stage, 'ledger', ['period', 'version'])).toEqual([{ period: 'Kỳ 05/2024', version: 1 }]);
  agrees(stage);
});
