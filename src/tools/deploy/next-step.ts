// What a run has to do, given what this checkout is bound to and what was asked on the command line. Pure: this is where it is
// decided that no second sheet and no second script is made.
import { CommandError } from './halt.ts';
import type { Installed } from './record.ts';
import type { RemoteScript } from './standing.ts';

/** What the command line asks for. */
export interface Wanted {
  readonly title: string;
  readonly sheetId?: string;
  readonly scriptId?: string;
  /** The standalone script of the hardened way. */
  readonly standaloneId?: string;
  /** A person has looked: what was asked for last time did not come to be. */
  readonly again: boolean;
  /** A person says that there is no sheet yet: one may be made though this checkout knows of none. */
  readonly isNew: boolean;
}

export type Step =
  | { readonly kind: 'create'; readonly title: string }
  | { readonly kind: 'bind'; readonly sheetId: string; readonly title: string }
  | { readonly kind: 'upgrade'; readonly scriptId: string; readonly sheetId?: string };

/** @throws CommandError where the two contradict, or where only a person can see what the last run left */
export function nextStep(installed: Installed, wanted: Wanted): Step {
  const { title } = wanted;
  const existing = installed.sheetId
    ? sheetAddress(installed.sheetId)
    : installed.scriptId && scriptAddress(installed.scriptId);
  if (wanted.isNew && existing) throw new CommandError('other-sheet', existing);
  if (installed.sheetId && wanted.sheetId && installed.sheetId !== wanted.sheetId) {
    throw new CommandError('other-sheet', sheetAddress(installed.sheetId));
  }
  if (installed.scriptId && wanted.scriptId && installed.scriptId !== wanted.scriptId) {
    throw new CommandError('other-script', scriptAddress(installed.scriptId));
  }
  const scriptId = installed.scriptId ?? wanted.scriptId;
  const sheetId = installed.sheetId ?? wanted.sheetId;
  if (scriptId) return { kind: 'upgrade', scriptId, ...(sheetId ? { sheetId } : {}) };
  if (sheetId) {
    if (installed.asked === 'script' && !wanted.again) throw new CommandError('unsure-script', sheetAddress(sheetId));
    return { kind: 'bind', sheetId, title };
  }
  if (installed.asked && !wanted.again) throw new CommandError('unsure-sheet', installed.title ?? title);
  return { kind: 'create', title };
}

/**
 * A sheet of the hardened way stays one, until somebody says otherwise: by what this checkout knows, and by what is on Google, where another
 * machine may have hardened it.
 */
export function isHardened(
  installed: Installed,
  options: { readonly hardened: boolean; readonly plain: boolean },
  remoteScript?: RemoteScript,
): boolean {
  if (options.hardened || options.plain) return options.hardened;
  // Half way back to the plain way the code on Google may be of either.
  return installed.way === 'hardened' || (remoteScript?.kind === 'bound' && installed.from !== 'hardened');
}

/** The id of the standalone script, where it is there; what the sheet's own code says comes last. @throws CommandError where two are named, or only a person can see */
export function standaloneOf(installed: Installed, wanted: Wanted, remoteScript?: RemoteScript): string | undefined {
  if (installed.scriptId && wanted.standaloneId && installed.scriptId !== wanted.standaloneId) {
    throw new CommandError('other-script', scriptAddress(installed.scriptId));
  }
  const scriptId = installed.scriptId ?? wanted.standaloneId ?? remoteScript?.standaloneId;
  if (scriptId === undefined && installed.asked && !wanted.again)
    throw new CommandError('unsure-standalone', installed.title ?? '');
  return scriptId;
}

export const sheetAddress = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;
export const scriptAddress = (id: string): string => `https://script.google.com/d/${id}/edit`;

/** What an option's id is of. */
type IdOf = 'sheet' | 'script';

/** Where an address leads to, and how long the ids of each are as Google has made them for years: a script's is longer than any file's. */
const ADDRESSES: Readonly<Record<IdOf, RegExp>> = {
  sheet: /docs\.google\.com|drive\.google\.com/u,
  script: /script\.google\.com/u,
};
const LENGTHS: Readonly<Record<IdOf, readonly number[]>> = { sheet: [33, 44], script: [57] };
const WORDS: Readonly<Record<IdOf, string>> = { sheet: 'bảng tính', script: 'tập lệnh (Apps Script)' };

/**
 * An id, alone or inside an address as the browser shows it.
 * @param option that holds it @param of what it should be of
 * @throws CommandError 'argument' where it is none, or one of the other kind
 */
export function readId(text: string, option: string, of: IdOf): string {
  const id = /\/d\/([\w-]+)|\/projects\/([\w-]+)|[?&]id=([\w-]+)/u.exec(text)?.slice(1).find(Boolean) ?? text.trim();
  if (!/^[\w-]{10,}$/u.test(id))
    throw new CommandError('argument', `${option}: ${text.trim() === '' ? '(trống / empty)' : text}`);
  const other = of === 'sheet' ? 'script' : 'sheet';
  const isAddress = ADDRESSES[of].test(text);
  if (ADDRESSES[other].test(text) || (!isAddress && LENGTHS[other].includes(id.length))) {
    throw new CommandError(
      'argument',
      `${option}: ${text.trim()} là mã hoặc địa chỉ của ${WORDS[other]}, không phải của ${WORDS[of]} (a ${other}’s, not a ${of}’s).${ADDRESSES[other].test(text) ? '' : ' Chắc chắn đúng thì dán cả địa chỉ.'}`,
    );
  }
  return id;
}
