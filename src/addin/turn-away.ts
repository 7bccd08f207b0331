// Who clicks what is not his is told before anything is asked of him. Google's own question, at somebody's first click, comes before any program.
import { whyNotYours } from '../app/whose-click.ts';
import { momentOf } from '../core/calendar.ts';
import { settingCells } from './cells-beside.ts';
import { tell } from './dialog.ts';
import { scriptStore } from './ports.ts';
import { theFile } from './the-file.ts';

/**
 * Whether the account was told that this is not its command. False where that cannot be seen: the file is not set up or is a copy, or a scope
 * without which nobody is known was not granted; the use case itself looks again.
 */
export function isTurnedAway(title: string, isOpenTo: () => boolean): boolean {
  const words = asFarAsGranted(
    () =>
      whyNotYours({
        store: scriptStore().all(),
        fileId: theFile().getId(),
        account: () => Session.getEffectiveUser().getEmail().toLowerCase(),
        isOpen: () => asFarAsGranted(isOpenTo, false),
        settings: settingCells,
        now: () => momentOf(Date.now()),
      }),
    undefined,
  );
  if (words === undefined) return false;
  tell(title, words);
  return true;
}

/** @param unseen what holds where the person has not granted what the look needs */
function asFarAsGranted<T>(look: () => T, unseen: T): T {
  try {
    return look();
  } catch {
    return unseen;
  }
}
