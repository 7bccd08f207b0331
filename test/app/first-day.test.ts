// The first day as the README has it: the switch «Người chỉnh sửa có thể thay đổi quyền và chia sẻ» is off before anything is clicked, the owner
// stands among the editors of every protection, colours come back cut down to eight bits. Set-up, sync until the sheet agrees, part 0; then
// CAX, who sees of the others nothing. Both ways of installing.
import { describe, expect, test } from 'vitest';
import type { HostState } from '../../src/host/state.ts';
import { bundleAddin, bundleHardened } from '../../src/tools/build/bundle.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { type Deployed, deployHardened, deployPlain } from '../../src/tools/month/deployed.ts';
import { makeReady, resumeStage, type Stage } from '../../src/tools/month/stage.ts';
import { savedOnHost } from './live-answers.ts';
import { alertsOf, lastWords, SEEDS } from './played.ts';

const options = { seeds: SEEDS, clock: '2024-05-02T08:00', tell: () => {} };
const SYNC = 'Đồng bộ bảng tính…';
const AGREES = 'Bảng đã đúng';
const PASSED = 'đúng như chương trình dựa vào ở cả';

interface Way {
  readonly name: string;
  readonly deploy: () => Promise<Deployed>;
  /** In words, what the owner is told. */
  readonly sync: (stage: Stage) => string;
  readonly check: (stage: Stage) => string;
  /** What CAX clicks, ten minutes between. */
  readonly items: readonly string[];
}

const WAYS: readonly Way[] = [
  {
    name: 'plain',
    deploy: async () => deployPlain(await bundleAddin(ROOT), options),
    sync: (stage) => lastWords(stage.click(INSTALLER, SYNC)),
    check: (stage) => lastWords(stage.click(INSTALLER, 'Tự kiểm trên Google…')),
    items: [SYNC, 'Kiểm tra dữ liệu'],
  },
  {
    name: 'hardened',
    deploy: () => deployHardened((target) => bundleHardened(ROOT, target), options),
    sync: (stage) => stage.run(INSTALLER, 'syncSheet').printed.join('\n'),
    check: (stage) => stage.run(INSTALLER, 'checkOnGoogle').printed.join('\n'),
    items: ['Xem trước đồng bộ…', 'Kiểm tra dữ liệu', 'Đồng bộ theo bản đã xem…'],
  },
];

/** The sharing of the file closed to its editors, and how Google then answers one who asks for them. */
async function closed({ deploy }: Way, unseenEditors: HostState['settings']['unseenEditors']): Promise<Stage> {
  const deployed = await deploy();
  const state = deployed.host.state();
  state.settings.unseenEditors = unseenEditors;
  const file = state.files[deployed.fileId];
  if (file) file.onlyOwnerShares = true;
  return makeReady(resumeStage(deployed, state, options), options);
}

const protections = ({ host, fileId }: Stage) =>
  JSON.stringify(host.peek().sheets[fileId]?.sheets?.flatMap(({ protectedRanges = [] }) => protectedRanges));

describe.each(WAYS)('$name', (way) => {
  test.each(['refused', 'itself'] as const)('the switch off, the others’ names %s', async (unseen) => {
    const stage = await closed(way, unseen);
    const rights = protections(stage);
    expect(rights).toContain(INSTALLER);

    expect(way.sync(stage)).toContain(AGREES);
    expect(way.check(stage)).toContain(PASSED);
    const [zero] = savedOnHost(stage);
    expect(zero).toMatchObject({ part: '0', role: 'installing account' });
    expect(zero?.answers.filter(({ ok }) => ok === false)).toEqual([]);

    for (const [i, item] of way.items.entries()) {
      const said = alertsOf(stage.click(stage.police, item)).join('\n');
      expect(said, item).not.toMatch(/Có lỗi trong chương trình|Chưa được chia sẻ|vùng bảo vệ/iu);
      stage.advanceTo(`2024-05-02T08:${20 + 15 * i}`);
    }
    expect(protections(stage) === rights).toBe(true);
    expect(way.sync(stage)).toContain(AGREES);
    expect(stage.failures).toEqual([]);
  });
});
