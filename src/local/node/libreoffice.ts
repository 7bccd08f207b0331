// A second opinion on formulas: LibreOffice recalculates a whole workbook and its values are read back. For tests only; the
// host itself runs without LibreOffice.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Spreadsheet } from '../host/contract.ts';
import { type RecalculatedValue, readFlatSpreadsheet, writeFlatSpreadsheet } from './flat-spreadsheet.ts';

/** Whether `soffice` can be run here. */
export function hasLibreOffice(): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, 'soffice'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Recalculate on load always; numbers and dates in text are read as vi_VN reads them. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>`;

/**
 * The values of every cell of the workbook, by tab title, row and column from 0, as LibreOffice calculates them from the
 * literals, formulas and named ranges; dates are serial numbers, an error is LibreOffice's own («#N/A», «Err:502»).
 * `today` is what TODAY() gives. Rejects where LibreOffice cannot be run; a run takes some seconds.
 */
export async function recalculate(book: Spreadsheet, today: number): Promise<Record<string, RecalculatedValue[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'recalculate-'));
  try {
    const profile = join(folder, 'profile');
    const out = join(folder, 'out');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    await writeFile(join(folder, 'book.fods'), writeFlatSpreadsheet(book, today));
    await promisify(execFile)(
      'soffice',
      [
        '--headless',
        '--norestore',
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--convert-to',
        'fods',
        '--outdir',
        out,
        join(folder, 'book.fods'),
      ],
      { timeout: 180_000 },
    );
    return readFlatSpreadsheet(await readFile(join(out, 'book.fods'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
