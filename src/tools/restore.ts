// npm run restore -- FILE.xlsx [--out DIR] [--at 2024-05-15T08:00]: what Google, Excel or LibreOffice saved as .xlsx, a running
// sheet again on this machine, to look at or to restore from; told in Vietnamese. Ends with 1 where the file cannot be read or
// the sync cannot heal it.
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { at, momentOf, readIsoDate } from '../core/calendar.ts';
import { workbookFile } from '../host/workbook-file/workbook-file.ts';
import { bundleAddin } from './build/bundle.ts';
import { checkSeeds } from './build/check-seeds.ts';
import { endFailed } from './build/end-failed.ts';
import { peopleOf } from './build/page-program.ts';
import { tellProgress } from './build/progress.ts';
import { ROOT } from './build/root.ts';
import { bookJson } from './month/book-json.ts';
import { INSTALLER } from './month/cast.ts';
import { REPORT } from './restore/report.ts';
import { pageFile, restoreFile } from './restore/restore-file.ts';

const USAGE = 'npm run restore -- TỆP.xlsx [--out THƯ-MỤC] [--at 2024-05-15T08:00]';

/** Why a file does not open, by the system's word. */
const UNOPENED: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `Không có tệp này: ${file}`,
  EISDIR: (file) => `Đây là thư mục, không phải tệp: ${file}`,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: 'out/restored' }, at: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(USAGE);
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(
      UNOPENED[cause.code ?? '']?.(file) ?? `Không mở được tệp này: ${file}\nLý do kỹ thuật: ${cause.message}`,
    );
  });
  // Before the work of half a minute.
  await mkdir(values.out, { recursive: true });
  await access(values.out, constants.W_OK);
  tellProgress('Đang dựng chương trình…');
  const seeds = checkSeeds(join(ROOT, 'seeds'));
  const restored = await restoreFile({
    bytes,
    file: basename(file),
    seeds,
    bundle: await bundleAddin(ROOT, seeds),
    tell: tellProgress,
    now: momentOf(Date.now()),
    at: values.at === undefined ? undefined : readTime(values.at),
  });
  const { up, report, shown, lost } = restored;
  tellProgress('Đang ghi tệp…');
  const book = up.host.see(INSTALLER, up.fileId, { includeGridData: true });
  const files: readonly (readonly [name: string, content: string | Uint8Array, what: string])[] = [
    ['workbook.json', bookJson(book), 'bảng tính, theo dạng của Google'],
    ['workbook.xlsx', await workbookFile(book), 'bảng đó, mở bằng Excel hoặc LibreOffice'],
    [
      'page.json',
      pageFile(
        up,
        peopleOf(seeds).map(({ address }) => address),
      ),
      'mở trên trang máy thử (npm start): Máy thử ▸ Mở tệp đã lưu',
    ],
    [REPORT, `${report.join('\n')}\n`, 'báo cáo đầy đủ'],
  ];
  for (const [name, content] of files) await writeFile(join(values.out, name), content);
  const written = files.map(([name, , what]) => `${join(values.out, name)}: ${what}`);
  // Said first and last: the first line may have left the screen.
  const again = lost === undefined ? [] : ['', lost];
  process.stdout.write(`${[...shown, '', ...written, ...again].join('\n')}\n`);
  if (!up.healed) process.exitCode = 1;
}

/** A time of Viet Nam. */
function readTime(text: string): number {
  const [, day = '', hour = '0', minute = '0'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?$/u.exec(text) ?? [];
  const date = readIsoDate(day);
  if (date === undefined) throw new Error(`--at ${text}: ghi dạng 2024-05-15T08:00.`);
  return at(date, Number(hour), Number(minute));
}

main().catch(endFailed);
