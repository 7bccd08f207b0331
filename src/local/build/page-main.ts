// npm run page: the page as a static folder. npm start (`--serve`): the same, served on this machine until Ctrl-C.
import { parseArgs } from 'node:util';
import { writePage } from './page.ts';
import { ROOT } from './root.ts';
import { servePage } from './serve-page.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { serve: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  });
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  tell('Đang dựng trang…');
  const { folder, sizes } = await writePage(ROOT, { tell });
  if (!values.serve) {
    for (const [name, bytes] of Object.entries(sizes)) tell(`${folder}/${name}: ${Math.round(bytes / 1000)} kB`);
    return;
  }
  const { url, server } = await servePage(folder, Number(values.port));
  tell(`\n  Mở trong trình duyệt:  ${url}\n\n  Chỉ máy này mở được. Ctrl-C để dừng.`);
  process.on('SIGINT', () => {
    server.close();
    server.closeAllConnections();
  });
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
