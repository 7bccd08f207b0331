// npm run page: the page as a static folder. npm start (`--serve`): the same, served on this machine until Ctrl-C. Where nothing has
// changed since, the page is there already: what builds it is not even loaded.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endFailed } from './end-failed.ts';
import { PAGE_OUT } from './page-places.ts';
import { hashSources, isBuilt, stampPage } from './page-stamp.ts';
import { ROOT } from './root.ts';
import { servePage } from './serve-page.ts';

const tell = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { serve: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  });
  await build();
  const folder = join(ROOT, PAGE_OUT);
  if (!values.serve) {
    for (const name of readdirSync(folder)) tell(`${join(folder, name)}: ${kiloBytes(join(folder, name))} kB`);
    return;
  }
  const { url, server } = await servePage(folder, Number(values.port));
  tell(`\n  Mở trong trình duyệt:  ${url}\n\n  Chỉ máy này mở được. Ctrl-C để dừng.`);
  process.on('SIGINT', () => {
    server.close();
    server.closeAllConnections();
  });
}

async function build(): Promise<void> {
  const sources = hashSources(ROOT);
  if (isBuilt(ROOT, sources)) {
    tell('Trang đã dựng sẵn, không có gì thay đổi.');
    return;
  }
  tell('Đang dựng trang…');
  const { writePage } = await import('./page.ts');
  await writePage(ROOT, { tell });
  stampPage(ROOT, sources);
}

function kiloBytes(file: string): number {
  return Math.round(statSync(file).size / 1000);
}

main().catch(endFailed);
