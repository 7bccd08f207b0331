// Who may close and serve, as rights were set for them last: lists of «Cấu hình» that have changed since are served by the clock's next look.
import type { Settings } from '../core/settings.ts';

/** Script property: the keepers rights were set for, where all of them could be let in. */
export const KEEPERS = 'keepers';

export function keepersOf({
  installingAccount,
  policeAccounts,
}: Pick<Settings, 'installingAccount' | 'policeAccounts'>): string {
  return [installingAccount, ...policeAccounts].join(' ');
}
