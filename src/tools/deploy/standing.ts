// What kind of script is on Google, read from its code and manifest: which way its sheet is installed in, and the ids it names. A checkout
// that knows nothing of a sheet learns it here. Pure.
import { NARROWEST_SCOPE } from '../build/manifests.ts';
import { type Files, MANIFEST, versionOf } from './remote.ts';

export type RemoteScript = {
  /** `empty`: nothing but a manifest · `foreign`: code, and not ours · `plain`: all of it in the sheet · `bound`, `standalone`: of the hardened way. */
  readonly kind: 'empty' | 'foreign' | 'plain' | 'bound' | 'standalone';
  readonly version?: string;
  /** Of the hardened way: the sheet it serves, and of the sheet's script the other one. */
  readonly sheetId?: string;
  readonly standaloneId?: string;
};

/** The constants on top (build/built-plan.ts), filled in with an id or an address; in scripts of until 0.2.0, where they were among the code. */
const SHEET = /^\s*var (?:MA_BANG|sheetId\d*) = "(?:[^"\n]*\/d\/)?([\w-]{10,})[^"\n]*";/mu;
const EDITOR = /^\s*var (?:MA_TAP_LENH_RIENG|editorUrl\d*) = "(?:[^"\n]*\/(?:d|projects)\/)?([\w-]{10,})[^"\n]*";/mu;

export function remoteScriptOf(files: Files): RemoteScript {
  const code = Object.entries(files).flatMap(([name, text]) => (name === MANIFEST ? [] : [text]));
  const version = versionOf(files);
  const has = (entryPoint: string) => code.some((text) => new RegExp(`^function ${entryPoint}\\(`, 'mu').test(text));
  const id = (sign: RegExp) => code.map((text) => sign.exec(text)?.[1]).find((found) => found !== undefined);
  const [sheetId, standaloneId] = [id(SHEET), id(EDITOR)];
  const ids = { ...(sheetId ? { sheetId } : {}), ...(standaloneId ? { standaloneId } : {}) };
  if (version === undefined) {
    // Somebody else's code under the narrow manifest: the sheet was of the hardened way.
    if (isNarrow(files[MANIFEST] ?? '')) return { kind: 'bound', ...ids };
    return { kind: code.some((text) => text.trim() !== '') ? 'foreign' : 'empty' };
  }
  if (has('turnClockOff')) return { kind: 'standalone', version, ...(sheetId ? { sheetId } : {}) };
  if (has('askForClosing')) return { kind: 'bound', version, ...ids };
  return { kind: 'plain', version };
}

function isNarrow(manifest: string): boolean {
  return manifest.includes(NARROWEST_SCOPE);
}
