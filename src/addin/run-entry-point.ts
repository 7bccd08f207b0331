// Every command of the menu runs in here.

import { describeFailure } from '../app/failure-words.ts';
import type { Ports } from '../app/ports.ts';
import { tell } from './dialog.ts';
import { portsFor } from './ports.ts';
import { SEEDS } from './seeds.ts';
import { theFile } from './the-file.ts';
import { isTurnedAway } from './turn-away.ts';

const portsHere = (): Ports => portsFor(theFile());

/**
 * Whose command it is comes first, then all scopes, because people may untick some on Google's screen.
 * @param isOpenTo whether a command of CAX and the installing account is open to this account all the same
 */
export function runEntryPoint(
  title: string,
  deed: (ports: Ports) => void,
  isOpenTo: () => boolean = () => false,
): void {
  if (isTurnedAway(title, isOpenTo)) return;
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  try {
    deed(portsHere());
  } catch (thrown) {
    const { words, bug } = describeFailure(portsHere, SEEDS, thrown);
    if (bug !== undefined) console.error(bug);
    tell(title, words);
  }
}
