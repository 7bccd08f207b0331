// The pages of a printed workbook as pictures, named after the tab each shows.
import { execFile } from 'node:child_process';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const DOTS_AN_INCH = 160;

/** Makes DIR/01-Nhiệm vụ-1.png …; a page's header begins with its tab's title. The files, in order. */
export async function pagePictures(pdf: string, titles: readonly string[], directory: string): Promise<string[]> {
  const run = promisify(execFile);
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64_000_000 });
  const pages = stdout.split('\f').slice(0, -1);
  await run('pdftoppm', ['-png', '-r', String(DOTS_AN_INCH), pdf, join(directory, 'page')]);
  const pictures = (await readdir(directory)).filter((name) => name.startsWith('page-')).sort();
  const files: string[] = [];
  let tab = 0;
  let number = 0;
  for (const [index, picture] of pictures.entries()) {
    const header = (pages[index] ?? '').trimStart().normalize('NFC');
    const next = titles.findIndex((title, at) => at >= tab && header.startsWith(title));
    number = next > tab || index === 0 ? 1 : number + 1;
    tab = next < 0 ? tab : next;
    const name = `${String(tab + 1).padStart(2, '0')}-${titles[tab] ?? ''}-${number}.png`.replace(/[/\\]/gu, '_');
    await rename(join(directory, picture), join(directory, name));
    files.push(join(directory, name));
  }
  return files;
}
