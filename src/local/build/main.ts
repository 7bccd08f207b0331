// npm run build: the checked plan and the add-in as one script Google can read, beside its manifest, in dist/; and what the
// plan leaves open, which is no failure.
import { join } from 'node:path';
import { writeBundle } from './bundle.ts';
import { checkSeeds } from './check-seeds.ts';
import { openPlaces } from './open-places.ts';
import { tellProgress } from './progress.ts';
import { ROOT } from './root.ts';

tellProgress('Đang kiểm tra kế hoạch, dựng chương trình…');
const { bytes, functions } = await writeBundle(ROOT);
const lines = [`dist/main.js: ${bytes} byte, ${functions.join(', ')}`, ...openPlaces(checkSeeds(join(ROOT, 'seeds')))];
process.stdout.write(`${lines.join('\n')}\n`);
