// What seeds leave open, as whoever builds reads it: nothing of the present plan, a few lines of one that was imported.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlanTask, Seeds } from '../../../src/core/plan.ts';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { openPlaces } from '../../../src/tools/build/open-places.ts';
import { ROOT } from '../../../src/tools/build/root.ts';

const seeds = checkSeeds(join(ROOT, 'seeds'));

/** The present plan with other words in some cells, by number of the task. */
function withCells(cells: Readonly<Record<number, Partial<PlanTask>>>): Seeds {
  return { ...seeds, tasks: seeds.tasks.map((task) => ({ ...task, ...cells[task.number] })) };
}

test('the present plan: every deadline is read, no cell is open, not a line', () =>
  expect(openPlaces(seeds)).toEqual([]));

test('deadlines that could not be read: how many, which, what to do', () =>
  expect(openPlaces(withCells({ 3: { deadline: 'Khi nào xong thì xong' }, 14: { deadline: '31/02/2024' } }))).toEqual([
    'Lưu ý: 2 thời hạn hệ thống không đọc được, bảng sẽ ghi «Chưa đọc được»: I.03, II.14.',
    '  → Chép sai thì sửa deadline trong tasks.json; kế hoạch viết đúng như vậy thì để nguyên, Công an xã ghi Hạn điều chỉnh trong bảng.',
  ]));

test('open cells: how many, which, by field; an open deadline is not told twice', () =>
  expect(
    openPlaces(
      withCells({
        1: { lead: '(ô trống)', deadline: '(ô trống)' },
        2: { lead: '(ô trống)' },
        9: { coordinating: '(ô trống)' },
      }),
    ),
  ).toEqual([
    'Lưu ý: 4 ô còn ghi tạm «(ô trống)», bảng và văn bản sẽ in y như vậy: đơn vị chủ trì I.01, I.02; đơn vị phối hợp II.09; thời gian I.01.',
    '  → Sửa lead, coordinating, deadline của các nhiệm vụ đó trong tasks.json.',
  ]));

test('of very many some are named', () => {
  const [line = ''] = openPlaces({
    ...seeds,
    tasks: seeds.tasks.map((task) => ({ ...task, deadline: 'lúc nào đó' })),
  });
  expect(line).toMatch(/^Lưu ý: 72 thời hạn .*: I\.01, .* và 52 nhiệm vụ khác\.$/u);
  expect(line.length).toBeLessThan(250);
});

test('the month says so before it begins', () => {
  const directory = mkdtempSync(join(tmpdir(), 'seeds-'));
  try {
    cpSync(join(ROOT, 'seeds'), directory, { recursive: true });
    const open = withCells({ 3: { deadline: 'Khi nào xong thì xong' } });
    writeFileSync(join(directory, 'tasks.json'), JSON.stringify(open.tasks));
    // Entries that are not there stop it where the play would begin.
    const month = [join(ROOT, 'src/tools/month.ts'), '--seeds', directory, '--entries', join(directory, 'không có')];
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', ...month], { cwd: ROOT, encoding: 'utf8' });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      expect.stringContaining(`Đã dựng chương trình với ${directory}`),
      'Lưu ý: 1 thời hạn hệ thống không đọc được, bảng sẽ ghi «Chưa đọc được»: I.03.',
      expect.stringMatching(/^ {2}→ /u),
    ]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
