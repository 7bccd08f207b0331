// Leads that no unit list knows stop what builds and plays, with the list; nothing of the present plan does.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { unknownUnits } from '../../../src/tools/build/unknown-units.ts';

const seeds = checkSeeds(join(ROOT, 'seeds'));

/** The present plan with other leads, by number of the task. */
const withLeads = (leads: Readonly<Record<number, string>>) => ({
  ...seeds,
  tasks: seeds.tasks.map((task) => ({ ...task, lead: leads[task.number] ?? task.lead })),
});

test('the present plan: every lead is known', () => expect(unknownUnits(seeds)).toEqual([]));

test.each([
  [{ 3: 'Phòng Kinh tế', 14: 'Phòng Kinh tế' }, '  «Phòng Kinh tế»: I.03, II.14'],
  [{ 3: 'Công an xã; Trung tâm Phục vụ hành chính công' }, '  «Trung tâm Phục vụ hành chính công»: I.03'],
  [{ 3: 'Ban Tư pháp huyện' }, '  «Ban Tư pháp huyện»: I.03'],
  [{ 3: '(ô trống)' }, '  «(ô trống)»: I.03'],
])('%o: %s', (leads, line) => {
  const lines = unknownUnits(withLeads(leads));
  expect(lines[0]).toMatch(/^Phải sửa: 1 tên đơn vị chủ trì không có trong units\.json/u);
  expect(lines).toContain(line);
});

test('«month» ends with 1 and the list; with --open it goes on', () => {
  const directory = mkdtempSync(join(tmpdir(), 'seeds-'));
  try {
    cpSync(join(ROOT, 'seeds'), directory, { recursive: true });
    writeFileSync(join(directory, 'tasks.json'), JSON.stringify(withLeads({ 3: 'Phòng Kinh tế' }).tasks));
    // Entries that are not there stop it where the play would begin.
    const month = [join(ROOT, 'src/tools/month.ts'), '--seeds', directory, '--entries', join(directory, 'none.json')];
    const run = (...more: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', ...month, ...more], { cwd: ROOT, encoding: 'utf8' });
    const stopped = run();
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toMatch(/«Phòng Kinh tế»: I\.03[\s\S]*thêm --open/u);
    expect(stopped.stdout).toBe('');
    const goesOn = run('--open');
    expect(goesOn.stdout).toContain('«Phòng Kinh tế»: I.03');
    expect(goesOn.stderr).not.toContain('Phải sửa');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
