// What a run has to do, given what this checkout is bound to and what was asked on the command line. Pure: this is where it is
// decided that no second sheet and no second script is made.
import { Halt } from './halt.ts';
import type { Installed } from './record.ts';

/** What the command line asks for. */
export interface Wanted {
  readonly title: string;
  readonly sheetId?: string;
  readonly scriptId?: string;
  /** The standalone script of the hardened way. */
  readonly standaloneId?: string;
  /** A person has looked: what was asked for last time did not come to be. */
  readonly again: boolean;
}

export type Step =
  | { readonly kind: 'create'; readonly title: string }
  | { readonly kind: 'bind'; readonly sheetId: string; readonly title: string }
  | { readonly kind: 'upgrade'; readonly scriptId: string; readonly sheetId?: string };

/** @throws Halt where the two contradict, or where only a person can see what the last run left */
export function nextStep(installed: Installed, wanted: Wanted): Step {
  const { title } = wanted;
  if (installed.sheetId && wanted.sheetId && installed.sheetId !== wanted.sheetId) {
    throw new Halt('other-sheet', sheetAddress(installed.sheetId));
  }
  if (installed.scriptId && wanted.scriptId && installed.scriptId !== wanted.scriptId) {
    throw new Halt('other-script', scriptAddress(installed.scriptId));
  }
  const scriptId = installed.scriptId ?? wanted.scriptId;
  const sheetId = installed.sheetId ?? wanted.sheetId;
  if (scriptId) return { kind: 'upgrade', scriptId, ...(sheetId ? { sheetId } : {}) };
  if (sheetId) {
    if (installed.asked === 'script' && !wanted.again) throw new Halt('unsure-script', sheetAddress(sheetId));
    return { kind: 'bind', sheetId, title };
  }
  if (installed.asked && !wanted.again) throw new Halt('unsure-sheet', installed.title ?? title);
  return { kind: 'create', title };
}

/** A sheet of the hardened way stays one, until somebody says otherwise. */
export function isHardened(
  installed: Installed,
  options: { readonly hardened: boolean; readonly plain: boolean },
): boolean {
  return options.hardened || (installed.way === 'hardened' && !options.plain);
}

/** The id of the standalone script, where it is there. @throws Halt where two are named, or only a person can see */
export function standaloneOf(installed: Installed, wanted: Wanted): string | undefined {
  if (installed.scriptId && wanted.standaloneId && installed.scriptId !== wanted.standaloneId) {
    throw new Halt('other-script', scriptAddress(installed.scriptId));
  }
  const scriptId = installed.scriptId ?? wanted.standaloneId;
  if (scriptId === undefined && installed.asked && !wanted.again)
    throw new Halt('unsure-standalone', installed.title ?? '');
  return scriptId;
}

export const sheetAddress = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;
export const scriptAddress = (id: string): string => `https://script.google.com/d/${id}/edit`;

/** An id, alone or inside an address as the browser shows it. @param option that holds it @throws Halt 'argument' */
export function readId(text: string, option: string): string {
  const id = /\/d\/([\w-]+)|\/projects\/([\w-]+)/u.exec(text)?.slice(1).find(Boolean) ?? text.trim();
  if (!/^[\w-]{10,}$/u.test(id)) throw new Halt('argument', `${option}: ${text === '' ? '(trống / empty)' : text}`);
  return id;
}
