// npm run pictures -- [--workbook out/workbook.json] [--out out/pictures]: a workbook as people see it, tab by tab: DIR/workbook.xlsx,
// DIR/workbook.pdf and DIR/01-Nhiệm vụ-1.png … The pictures carry column letters and row numbers, so that a place can be named.
// Ends with 1 where LibreOffice or poppler is missing, or the workbook cannot be read.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Spreadsheet } from '../host/contract.ts';
import { workbookFile } from '../host/workbook-file/workbook-file.ts';
import { isInstalled } from '../node/installed.ts';
import { printed } from '../node/libreoffice/libreoffice.ts';
import { pagePictures } from '../node/libreoffice/pdf-pages.ts';
import { endFailed } from './build/end-failed.ts';
import { tellProgress } from './build/progress.ts';

const NEEDED: Readonly<Record<string, string>> = {
  soffice: 'libreoffice-calc-nogui',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workbook: { type: 'string', default: 'out/workbook.json' },
      out: { type: 'string', default: 'out/pictures' },
    },
  });
  const missing = Object.keys(NEEDED).filter((program) => !isInstalled(program));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map((program) => NEEDED[program]))].join(' ');
    throw new Error(`Máy này chưa có ${missing.join(', ')}; trên Debian: apt-get install ${packages}`);
  }
  tellProgress(`Đang đọc ${values.workbook}…`);
  const book = await readWorkbook(values.workbook);
  await rm(values.out, { recursive: true, force: true });
  await mkdir(values.out, { recursive: true });
  await writeFile(join(values.out, 'workbook.xlsx'), await workbookFile(book));
  tellProgress('Đang in các tab qua LibreOffice (mấy chục giây)…');
  const pdf = join(values.out, 'workbook.pdf');
  // The values of the day the workbook was written: LibreOffice's TODAY() is the machine's.
  await writeFile(pdf, await printed(await workbookFile(book, { frozen: true, letters: true })));
  tellProgress('Đang vẽ từng trang…');
  const visible = (book.sheets ?? []).filter(({ properties }) => !properties?.hidden);
  const titles = visible.map(({ properties }) => properties?.title ?? '');
  for (const file of await pagePictures(pdf, titles, values.out)) process.stdout.write(`${file}\n`);
}

async function readWorkbook(file: string): Promise<Spreadsheet> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`Không đọc được ${file}; chạy «npm run month» trước.`);
  });
  const book: Spreadsheet = JSON.parse(text);
  if (!book.sheets?.some(({ data }) => data)) throw new Error(`${file}: không phải bảng tính có dữ liệu ô.`);
  return book;
}

main().catch(endFailed);
