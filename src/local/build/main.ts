// npm run build: the checked plan and the add-in as one script Google can read, beside its manifest, in dist/.
import { writeBundle } from './bundle.ts';

const { bytes, functions } = await writeBundle(new URL('../../../', import.meta.url).pathname);
process.stdout.write(`dist/main.js: ${bytes} byte, ${functions.join(', ')}\n`);
