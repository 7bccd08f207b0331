// Stages of the deploy command as runs, people and other machines have left them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../../../src/tools/deploy/halt.ts';
import { RECORD } from '../../../src/tools/deploy/record.ts';
import type { World } from '../../../src/tools/deploy/world.ts';
import { codeOf, hardenedOf, openStage, type Stage, TITLE } from './stage.ts';

export const SHEET = `sheet-1-${'x'.repeat(30)}`;
export const SCRIPT = `script-1-${'y'.repeat(40)}`;

export async function onStage(play: (stage: Stage) => Promise<void>, isLoggedIn = true): Promise<void> {
  const stage = await openStage();
  try {
    if (isLoggedIn) await stage.google.login();
    await play(stage);
  } finally {
    await stage.end();
  }
}

/** A script of ours already there, as after a run on this checkout. */
export function installed({ google, root }: Stage, version = '0.1.0', record = RECORD, manifest = '{}'): void {
  google.sheets.set(SHEET, TITLE);
  const files = [
    { name: 'appsscript', type: 'JSON', source: manifest },
    { name: 'main', type: 'SERVER_JS', source: codeOf(version) },
  ];
  google.scripts.set(SCRIPT, { title: TITLE, parentId: SHEET, files });
  writeFileSync(join(root, record), JSON.stringify({ scriptId: SCRIPT, parentId: SHEET, rootDir: 'dist' }));
}

const ALONE_TITLE = `${TITLE} – tập lệnh riêng`;
export const ALONE = `script-9-${'z'.repeat(40)}`;

/** A sheet of the hardened way, as another machine has left it; this checkout knows nothing of it. */
export async function hardenedElsewhere({ google }: Stage, version = '0.1.0', sheetId = SHEET): Promise<void> {
  google.sheets.set(SHEET, TITLE);
  const { bound, standalone } = await hardenedOf(version, sheetId, ALONE);
  google.scripts.set(SCRIPT, { title: TITLE, parentId: SHEET, files: bound });
  google.scripts.set(ALONE, { title: ALONE_TITLE, files: standalone });
}

/** Ends a run where it would push: for what is decided before that. */
export const beforePush = (): Partial<World> => ({ push: () => Promise.reject(new CommandError('declined')) });

export const made = ({ google }: Stage) => [google.count('files.create'), google.count('projects.create')];
export const writes = (stage: Stage) => [...made(stage), stage.google.count('updateContent')];
