// Whom the file is shared with, as far as the account that runs may know it. Where only the owner may share, Drive tells permissions to those
// who can share alone (its reference), so an answer may be refused or cut short: what was not seen is unknown, and never nobody.
import { isOneOf } from '../../core/addresses.ts';
import type { Settings } from '../../core/settings.ts';
import type { Ports } from '../ports.ts';

export interface Sharing {
  /** Empty where it is not told. */
  readonly owner: string;
  readonly editors: readonly string[];
  /** Nobody is missing in it. */
  readonly isWhole: boolean;
}

/** @param listed whom the workbook's own lists name */
export function sharingOf(
  ports: Ports,
  { installingAccount, policeAccounts }: Settings,
  listed: readonly string[] = [],
): Sharing {
  const people = ports.workbook.people();
  const { owner, editors } = people;
  const { account } = ports;
  if (account === owner) return { owner, editors, isWhole: people.isWhole };
  const isThere = owner !== '' && isOneOf(account, editors);
  // A list of oneself alone is short where the workbook names others: somebody let them in.
  const others = [installingAccount, ...policeAccounts, ...listed].filter(
    (one) => one !== '' && !isOneOf(one, [owner, account]),
  );
  const isAlone = editors.every((one) => isOneOf(one, [owner, account]));
  return { owner, editors, isWhole: people.isWhole && isThere && !(isAlone && others.length > 0) };
}

/** What to do about it, a sentence. */
export function unseenSharing(ports: Ports, { owner }: Sharing): string {
  const name = owner === '' ? 'chủ tệp' : `chủ tệp ${owner}`;
  return (
    `${ports.account} không xem được tệp đang chia sẻ cho ai, nên quyền theo đơn vị được để nguyên như đang có; nhờ ${name} bấm Đồng bộ bảng tính, ` +
    'hoặc bật lại Chia sẻ ▸ bánh răng ▸ «Người chỉnh sửa có thể thay đổi quyền và chia sẻ».'
  );
}
