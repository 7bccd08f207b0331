// The document on paper, as LibreOffice prints it; skipped where it is not installed. What a converter sees is what Google's
// would have to see: A4, upright then lying, the number of the page on top and not on a first page.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInstalled } from '../../../src/node/installed.ts';
import { reportDocument } from '../../../src/report/document/report-document.ts';
import { superior, told, zipped } from './letters.ts';

const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const folder = mkdtempSync(join(tmpdir(), 'paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!(isInstalled('soffice') && isInstalled('pdftotext')))('printed', () => {
  let pages: string[] = [];
  let sizes: string[] = [];
  beforeAll(() => {
    writeFileSync(join(folder, 'report.docx'), zipped(reportDocument(told(), superior)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')]);
    const pdf = join(folder, 'report.pdf');
    pages = run('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1);
    sizes = [...run('pdfinfo', ['-f', '1', '-l', '99', pdf]).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gmu)].map(
      ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
    );
  }, 120_000);
  const numberOn = (page: string) => /^\s*(\d+)\s*$/u.exec(page.trimStart().split('\n')[0] ?? '')?.[1];

  test('A4: some upright pages, then some lying ones', () => {
    expect(pages).toHaveLength(sizes.length);
    const lying = sizes.indexOf('842x595');
    expect(lying).toBeGreaterThan(4);
    expect(sizes.slice(0, lying).every((size) => size === '595x842')).toBe(true);
    expect(sizes.slice(lying).every((size) => size === '842x595')).toBe(true);
    expect(sizes.length).toBeLessThan(35);
  });
  test('numbers on top from the second page on; every appendix begins anew', () => {
    const begins = [0, ...pages.flatMap((page, i) => (/^\s*Phụ lục [IVX]+\s/u.test(page) ? [i] : []))];
    expect(begins).toHaveLength(4);
    const expected = (n: number) => Array.from({ length: n }, (_, i) => (i === 0 ? undefined : String(i + 1)));
    expect(pages.map(numberOn)).toEqual(begins.flatMap((from, i) => expected((begins[i + 1] ?? pages.length) - from)));
  });
  test('quốc hiệu on one line, signature on one page', () => {
    expect(pages[0]).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n/u);
    expect(
      pages.filter((page) => page.includes('Nơi nhận:') && page.includes('CHỦ TỊCH') && page.includes('Lê Bá Thành')),
    ).toHaveLength(1);
  });
});
