// Versions whose mail has not left: nobody corrects what nobody got, and once another has replaced them nothing of them is sent, nor
// promised in «Sổ báo cáo» any more.
import { textOf } from '../../core/cell.ts';
import { closedId, type PeriodKey, type Version, versionKey } from '../../core/version.ts';
import type { AdHocEntry } from '../../sheet/ledger/ad-hoc-ledger.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { writeCells } from '../../sheet/write.ts';
import { WAS_SENT } from '../journal.ts';
import { adHocKeyOf, chairmanKeyOf, type MailKey, mayHaveLeft } from '../mail/mail-claim.ts';
import { closedOf, type Observation, outOfTurnOf } from '../observe.ts';

type Store = Readonly<Record<string, string>>;

/** A line of «Thư Chủ tịch» of a version that another has replaced. */
export const IS_REPLACED = /đã có bản \d+ thay$/u;

/** Keys of those of the versions whose mail has not left; where none are sent at all, of those without documents. */
export function unsentIn(
  observation: Observation<'ledger' | 'settings'>,
  versions: readonly LedgerEntry[],
  store: () => Store,
): string[] {
  const { value } = observation.reader('ledger');
  const { automaticSending } = observation.settings;
  const open = versions.filter(
    ({ row, document }) => !WAS_SENT.test(textOf(value(row, 'chairmanMail'))) && (automaticSending || document === ''),
  );
  if (open.length === 0) return [];
  const claims = store();
  return open.filter((entry) => !mayHaveLeft(claims, chairmanKeyOf(entry))).map(versionKey);
}

/** «Thư Chủ tịch» of the earlier versions of the same that a version replaces, and whose mail has not left. */
export function replacedRequests(
  observation: Observation<'ledger'>,
  version: PeriodKey & Pick<Version, 'version'>,
  store: () => Store,
): Request[] {
  const own = closedOf(observation).filter((other) => closedId(other) === closedId(version));
  return promisesTaken(observation, version.version, own, chairmanKeyOf, store);
}

/** The same of a report out of turn. */
export function replacedAdHoc(
  observation: Observation<'ledger'>,
  { id, version }: Pick<AdHocEntry, 'id' | 'version'>,
  store: () => Store,
): Request[] {
  const own = outOfTurnOf(observation).filter((other) => other.id === id && other.version > 0);
  return promisesTaken(observation, version, own, adHocKeyOf, store);
}

function promisesTaken<V extends { readonly row: number; readonly version: number }>(
  observation: Observation<'ledger'>,
  by: number,
  versions: readonly V[],
  keyOf: (version: V) => MailKey,
  store: () => Store,
): Request[] {
  const { tab, value } = observation.reader('ledger');
  return versions.flatMap((other) => {
    if (other.version >= by) return [];
    const stood = textOf(value(other.row, 'chairmanMail'));
    if (WAS_SENT.test(stood) || IS_REPLACED.test(stood)) return [];
    const what = mayHaveLeft(store(), keyOf(other)) ? 'Không rõ thư đã đi chưa, không gửi lại' : 'Không gửi';
    return writeCells(tab, other.row, { chairmanMail: `${what}: đã có bản ${by} thay` });
  });
}
