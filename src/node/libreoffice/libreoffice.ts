// A second opinion on formulas, and the paper: LibreOffice recalculates a whole workbook and its values are read back, or
// prints it. For tests and pictures only; the host itself runs without LibreOffice.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Spreadsheet } from '../../host/contract.ts';
import { isInstalled } from '../installed.ts';
import { type RecalculatedValue, readFlatSpreadsheet, writeFlatSpreadsheet } from './flat-spreadsheet.ts';

/** Whether `soffice` can be run here. */
export function hasLibreOffice(): boolean {
  return isInstalled('soffice');
}

/** Recalculate on load always, whoever saved the file; numbers and dates in text are read as vi_VN reads them. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>`;

/**
 * The values of every cell of the workbook, by tab title, row and column from 0, as LibreOffice calculates them from the
 * literals, formulas and named ranges; dates are serial numbers, an error is LibreOffice's own («#N/A», «Err:502»).
 * `today` is what TODAY() gives. Rejects where LibreOffice cannot be run; a run takes some seconds.
 */
export async function recalculate(book: Spreadsheet, today: number): Promise<Record<string, RecalculatedValue[][]>> {
  const fods = await convert(writeFlatSpreadsheet(book, today), 'fods', 'fods');
  return readFlatSpreadsheet(fods.toString('utf8'));
}

/** The same of an .xlsx file, whatever values it carries; TODAY() is the machine's. */
export async function recalculateFile(xlsx: Uint8Array): Promise<Record<string, RecalculatedValue[][]>> {
  return readFlatSpreadsheet((await convert(xlsx, 'xlsx', 'fods')).toString('utf8'));
}

/** An .xlsx file as a PDF: every visible tab, on the pages its own page setup says. */
export async function printed(xlsx: Uint8Array): Promise<Buffer> {
  // Only from a file of its own kind does LibreOffice fit rows to wrapped text, as Google and Excel do by themselves.
  const fods = (await convert(xlsx, 'xlsx', 'fods')).toString('utf8');
  // What its default style says, conditional formats say too: coloured cells would lie at the bottom of their rows.
  return convert(fods.replace(/ style:vertical-align="bottom"/gu, ''), 'fods', 'pdf');
}

/** An .xlsx file as LibreOffice saves it again, when somebody opened it and did. */
export function savedAgain(xlsx: Uint8Array): Promise<Buffer> {
  return convert(xlsx, 'xlsx', 'xlsx');
}

/** Word documents as PDFs, in their order: LibreOffice takes longer to start than to print one. */
export function pdfsOf(documents: readonly Uint8Array[]): Promise<Buffer[]> {
  return convertAll(documents, 'docx', 'pdf');
}

type Format = 'fods' | 'pdf' | 'xlsx';

async function convert(content: string | Uint8Array, from: string, to: Format): Promise<Buffer> {
  const [converted] = await convertAll([content], from, to);
  if (!converted) throw new Error('LibreOffice converted nothing');
  return converted;
}

async function convertAll(contents: readonly (string | Uint8Array)[], from: string, to: Format): Promise<Buffer[]> {
  if (contents.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    const profile = join(folder, 'profile');
    const out = join(folder, 'out');
    const files = contents.map((_, i) => join(folder, `${i}.${from}`));
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    await Promise.all(files.map((file, i) => writeFile(file, contents[i] ?? '')));
    await promisify(execFile)(
      'soffice',
      [
        '--headless',
        '--norestore',
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--convert-to',
        to,
        '--outdir',
        out,
        ...files,
      ],
      { timeout: 180_000 },
    );
    return await Promise.all(contents.map((_, i) => readFile(join(out, `${i}.${to}`))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
