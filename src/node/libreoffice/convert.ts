// Google's converters on this machine: a Word document becomes a PDF through LibreOffice, where it is installed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Convert } from '../../host/run.ts';
import { hasLibreOffice } from './libreoffice.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Runs stand still meanwhile, as they do on Google; undefined where this machine cannot. */
export const officeConvert: Convert = ({ bytes, from, to }) => {
  if (from !== WORD || to !== 'application/pdf' || !hasLibreOffice()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'convert-'));
  try {
    writeFileSync(join(folder, 'in.docx'), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const how = [
      '--headless',
      '--norestore',
      profile,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'in.docx'),
    ];
    execFileSync('soffice', how, { timeout: 180_000, stdio: 'ignore' });
    return new Uint8Array(readFileSync(join(folder, 'in.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
