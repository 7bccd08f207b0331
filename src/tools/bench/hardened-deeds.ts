// The hardened way: what its narrow script costs at an entry, and its clock while nothing is due.
import type { Seeds } from '../../core/plan.ts';
import { PROGRAM } from '../../core/titles.ts';
import type { Host } from '../../host/host.ts';
import { createNodeHost } from '../../node/host.ts';
import { bundleHardened } from '../build/bundle.ts';
import { INSTALLER, policeAccount } from '../month/cast.ts';
import { accountRequests, leapTo, type Places, shareWithAll } from './bench-sheet.ts';
import { figuresOf } from './figures.ts';
import type { Measured } from './measured.ts';
import { callsDuring, lastRun } from './watch.ts';

/** @param places where the plain way's sheet has its cells: both ways build the same one */
export async function playHardened(
  root: string,
  seeds: Seeds,
  places: Places,
  say: (line: string) => void,
): Promise<Measured[]> {
  const { host, fileId, standalone } = await deployed(root, seeds);
  host.batchUpdateAs(INSTALLER, fileId, accountRequests(seeds, places));
  run(host, standalone, 'syncSheet');
  const measured: Measured[] = [];
  const measure = (useCase: string, work: () => unknown, pick: typeof lastRun = (all) => all) => {
    const calls = pick(callsDuring(host, fileId, () => void work()));
    measured.push({ useCase: `hardened: ${useCase}`, tasks: seeds.tasks.length, figures: figuresOf(calls) });
    say(`hardened: ${useCase}, ${seeds.tasks.length} tasks`);
  };
  const enter = (row: number) =>
    host.type(policeAccount(seeds), fileId, { ...places.firstTask, row: places.firstTask.row + row }, 'Đang thực hiện');
  measure('first entry of a day', () => enter(0));
  measure('onEdit', () => enter(1));
  leapTo({ host, scriptId: standalone }, '2024-05-14T20:30');
  host.advance({ to: '2024-05-14T20:50' });
  measure('clock asleep', () => host.advance({ to: '2024-05-14T21:10' }), lastRun);
  return measured;
}

/** Two scripts of a file that is set up. */
async function deployed(root: string, seeds: Seeds) {
  const host = createNodeHost({ clock: '2024-05-14T20:00', seed: 6 });
  const fileId = host.createSpreadsheet(INSTALLER, PROGRAM);
  const standalone = host.createScript(INSTALLER, { code: '', manifest: {} });
  const editorUrl = `https://script.google.com/d/${standalone}/edit`;
  const built = await bundleHardened(root, { sheetId: fileId, editorUrl }, seeds);
  host.bindScript(INSTALLER, fileId, { code: built.bound.code, manifest: JSON.parse(built.bound.manifest) });
  host.push(standalone, built.standalone.code, JSON.parse(built.standalone.manifest));
  shareWithAll(host, fileId, seeds);
  host.grant(INSTALLER, standalone, 'all');
  run(host, standalone, 'setUp');
  return { host, fileId, standalone };
}

function run(host: Host, script: string, functionName: string): void {
  const outcome = host.run(INSTALLER, script, functionName);
  if (outcome.kind !== 'ok') throw new Error(`bench: hardened ${functionName} ended in ${outcome.kind}`);
}
