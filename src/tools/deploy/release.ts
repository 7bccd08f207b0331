// npm run release: the scripts of both ways with their guide as out/de-an-06-<version>.zip, for those who paste them into Apps Script by hand.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, bundleHardened, writeBundle } from '../build/bundle.ts';
import { checkSeeds } from '../build/check-seeds.ts';
import { endFailed } from '../build/end-failed.ts';
import { tellProgress } from '../build/progress.ts';
import { ROOT } from '../build/root.ts';
import { requireKnownUnits } from '../build/unknown-units.ts';
import { BOUND_ENTRY_POINTS, checkBuilt, PLAIN_ENTRY_POINTS, STANDALONE_ENTRY_POINTS } from './built.ts';
import { CommandError, describeError } from './halt.ts';
import { runWith } from './options.ts';
import { packRelease } from './pack.ts';
import { type Files, MANIFEST } from './remote.ts';

async function main(): Promise<void> {
  tellProgress('Đang dựng chương trình…');
  requireKnownUnits(checkSeeds(join(ROOT, 'seeds')));
  const plain = filesOf(await writeBundle(ROOT));
  // The ids are the person's to fill in.
  const pair = await bundleHardened(ROOT, { sheetId: '', editorUrl: '' });
  tellProgress('Đang kiểm tra, đóng gói…');
  const [bound, standalone] = [filesOf(pair.bound), filesOf(pair.standalone)];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  checkBuilt(bound, version, BOUND_ENTRY_POINTS);
  checkBuilt(standalone, version, STANDALONE_ENTRY_POINTS);
  const { name, bytes } = packRelease({ plain, bound, standalone }, checkBuilt(plain, version, PLAIN_ENTRY_POINTS));
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(join(ROOT, 'out', name), bytes);
  process.stdout.write(
    `out/${name}: ${bytes.length} byte, sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`,
  );
}

function filesOf({ code, manifest }: Bundle): Files {
  return { 'main.js': code, [MANIFEST]: manifest };
}

main().catch((cause: unknown) =>
  endFailed(cause instanceof CommandError ? describeError(cause, runWith([])).join('\n') : cause),
);
