// Who may close and serve, as rights were set for them last: lists of «Cấu hình» that have changed since are served by the clock's next look.

import { fingerprint } from '../core/fingerprint.ts';
import type { Settings } from '../core/settings.ts';
import { fitted } from './fitted.ts';

/** Script property: the keepers rights were set for, where all of them could be let in. */
export const KEEPERS = 'keepers';

/** All of them, or a mark of all where they are too many to be kept. */
export function keepersOf({
  installingAccount,
  policeAccounts,
}: Pick<Settings, 'installingAccount' | 'policeAccounts'>): string {
  const all = [installingAccount, ...policeAccounts];
  const text = fitted(all, ' ');
  return text === all.join(' ') ? text : fingerprint(all.join(' '));
}
