// npm run release: dist/ with its guide as out/de-an-06-<version>.zip, for those who paste it into Apps Script by hand.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBundle } from '../../build/bundle.ts';
import { checkSeeds } from '../../build/check-seeds.ts';
import { tellProgress } from '../../build/progress.ts';
import { ROOT } from '../../build/root.ts';
import { requireKnownUnits } from '../../build/unknown-units.ts';
import { checkBuilt, PLAIN_DOORS } from './built.ts';
import { describeHalt, Halt } from './halt.ts';
import { runWith } from './options.ts';
import { packRelease } from './pack.ts';

async function main(): Promise<void> {
  tellProgress('Đang dựng chương trình…');
  requireKnownUnits(checkSeeds(join(ROOT, 'seeds')));
  const { code, manifest } = await writeBundle(ROOT);
  tellProgress('Đang kiểm tra, đóng gói…');
  const built = { 'main.js': code, 'appsscript.json': manifest };
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const { name, bytes } = packRelease(built, checkBuilt(built, version, PLAIN_DOORS));
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(join(ROOT, 'out', name), bytes);
  process.stdout.write(
    `out/${name}: ${bytes.length} byte, sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`,
  );
}

main().catch((cause: unknown) => {
  const words = cause instanceof Halt ? describeHalt(cause, runWith([])).join('\n') : String(cause);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
