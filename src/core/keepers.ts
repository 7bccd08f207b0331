// Who keeps the sheet: CAX and the installing account. The same question at every entry point, and in the sheet's own script of the hardened way.
import { isOneOf } from './addresses.ts';
import type { Settings } from './settings.ts';

/** @param account lower case */
export function isKeeper(
  account: string,
  { installingAccount, policeAccounts }: Pick<Settings, 'installingAccount' | 'policeAccounts'>,
): boolean {
  return isOneOf(account, [installingAccount, ...policeAccounts]);
}
