// The script that is about to be pushed, looked at once more: a fault found here costs nothing, one found on Google stops the menu.
import { Script } from 'node:vm';
import { CommandError } from './halt.ts';
import { type Files, versionOf } from './remote.ts';

/** Google refuses larger pushes with an error that names no cause. */
export const LARGEST = 1_000_000;
const NAMES = ['appsscript.json', 'main.js'];
/** What the menu and the sheet call first. */
export const PLAIN_ENTRY_POINTS = ['onOpen', 'onEdit', 'runClock', 'setUp'];
export const BOUND_ENTRY_POINTS = ['onOpen', 'onEdit', 'runClock', 'askForClosing'];
export const STANDALONE_ENTRY_POINTS = ['runClock', 'setUp', 'syncSheet', 'turnClockOff'];

/** The version built. @throws CommandError 'build' with all that is wrong */
export function checkBuilt(files: Files, packageVersion: string, entryPoints: readonly string[]): string {
  const code = files['main.js'] ?? '';
  const version = versionOf(files);
  const faults = [
    ...(Object.keys(files).sort().join() === NAMES.join() ? [] : [`dist/: ${Object.keys(files).join(', ')}`]),
    ...(version === packageVersion
      ? []
      : [`dist/main.js: phiên bản ${version ?? 'không có'}, package.json: ${packageVersion}`]),
    ...(Buffer.byteLength(code) <= LARGEST ? [] : [`dist/main.js: ${Buffer.byteLength(code)} byte, quá ${LARGEST}`]),
    ...entryPoints.filter((name) => !code.includes(`\nfunction ${name}(`)).map((name) => `dist/main.js: thiếu ${name}`),
    ...faultOf('dist/main.js', () => new Script(code)),
    ...faultOf('dist/appsscript.json', () => checkManifest(files['appsscript.json'] ?? '')),
  ];
  if (faults.length > 0 || version === undefined) throw new CommandError('build', faults.join('\n'));
  return version;
}

/** A manifest without scopes is not ours: clasp used by hand in the checkout puts Google's own over it. */
function checkManifest(text: string): void {
  const { oauthScopes = [] } = JSON.parse(text) as { oauthScopes?: string[] };
  if (oauthScopes.length === 0) throw new Error('thiếu oauthScopes; khôi phục: git checkout appsscript.json');
}

function faultOf(name: string, read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (cause) {
    return [`${name}: ${String(cause)}`];
  }
}
