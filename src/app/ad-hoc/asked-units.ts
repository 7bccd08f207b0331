// Who is asked out of turn, and whom the request has reached.

import { readAddresses } from '../../core/addresses.ts';
import { isWord } from '../../core/cell.ts';
import type { FrozenRow } from '../../core/version.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import { adHocKeyOf, claimOf, type MailKey, mayHaveLeft } from '../mail/mail-claim.ts';
import type { Observation } from '../observe.ts';

/** A unit that is asked. */
export interface AskedUnit {
  readonly code: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly tasks: readonly string[];
}

/** Names of the units whose request has not left. @param store the claims of mails */
export function unaskedUnits(
  units: readonly AskedUnit[],
  id: string,
  store: Readonly<Record<string, string>>,
): string[] {
  const hasLeft = (code: string) => claimOf(store, requestKey(id, code))?.state === 'sent';
  return units.flatMap(({ code, name }) => (hasLeft(code) ? [] : [name]));
}

/** Key of the mail that asks a unit. */
export function requestKey(id: string, code: string): MailKey {
  return { period: id, kind: 'request', version: 0, recipient: code };
}

/** Who answers for the rows. */
export function recipients(
  observation: Observation<'units'>,
  rows: readonly FrozenRow[],
): { units: AskedUnit[]; unassigned: string[] } {
  const units = readUnitRows(observation.placement).map(({ code, name, emails }): AskedUnit => {
    const tasks = rows.filter(({ accountable }) => isWord(accountable, name)).map((row) => row.code);
    return { code, name, emails: readAddresses(emails).addresses, tasks };
  });
  const assigned = new Set(units.flatMap(({ tasks }) => tasks));
  return {
    units: units.filter(({ tasks }) => tasks.length > 0),
    unassigned: rows.flatMap(({ code }) => (assigned.has(code) ? [] : [code])),
  };
}

/** Whether the chairman may have the mail of one of these: only then a later one corrects it. */
export function mayBeKnown(
  versions: readonly { readonly id: string; readonly version: number }[],
  store: Readonly<Record<string, string>>,
): boolean {
  return versions.some((one) => one.version > 0 && mayHaveLeft(store, adHocKeyOf(one)));
}
