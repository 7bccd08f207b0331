// Every editor of the file sees the menu. Who clicks what is not his is told before anything is asked of him: by the list of keepers the script
// keeps, and where that one has not heard of him, by «Cấu hình». Google's own question, at somebody's first click, comes before any program.
import { SET_UP } from '../app/marks.ts';
import { EDIT_SETTINGS, readEditSettings } from '../app/on-edit.ts';
import { NOT_YOURS } from '../app/refusal.ts';
import { isOneOf } from '../core/addresses.ts';
import { civilOf, momentOf } from '../core/calendar.ts';
import { isKeeper } from '../core/keepers.ts';
import { readSettings } from '../core/settings.ts';
import { settingCells } from './cells-beside.ts';
import { tell } from './dialog.ts';
import { scriptStore } from './ports.ts';
import { theFile } from './the-file.ts';

/**
 * Whether the account was told that this is not its deed. False where that cannot be seen: the file is not set up or is a copy, or a scope
 * without which nobody is known was not granted; the deed itself looks again.
 */
export function isTurnedAway(title: string, isOpenTo: () => boolean): boolean {
  const words = asFarAsGranted(() => whyNot(isOpenTo), undefined);
  if (words === undefined) return false;
  tell(title, words);
  return true;
}

function whyNot(isOpenTo: () => boolean): string | undefined {
  const { [SET_UP]: setUp, [EDIT_SETTINGS]: known } = scriptStore().all();
  const file = theFile();
  if (setUp !== file.getId() || known === undefined) return undefined;
  const account = Session.getEffectiveUser().getEmail().toLowerCase();
  if (isOneOf(account, readEditSettings(known).keepers ?? []) || asFarAsGranted(isOpenTo, false)) return undefined;
  const cells = settingCells();
  const { settings } = readSettings(cells, civilOf(momentOf(Date.now())).year);
  // Where the tab cannot be read nobody is judged by it.
  if (settings.fileId !== setUp || isKeeper(account, settings)) return undefined;
  return `${NOT_YOURS} ${account}`;
}

/** @param unseen what holds where the person has not granted what the look needs */
function asFarAsGranted<T>(look: () => T, unseen: T): T {
  try {
    return look();
  } catch {
    return unseen;
  }
}
