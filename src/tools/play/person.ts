// Who a step is done by: the people of the cast by their names, anybody else by an address.
import type { Seeds } from '../../core/plan.ts';
import { fold } from '../../core/text.ts';
import type { Host } from '../../host/host.ts';
import type { Role } from '../../host/state.ts';
import { canonical } from '../../host/store.ts';
import { accountOf, CHAIRMAN, INSTALLER, policeAccount, typistOf } from '../month/cast.ts';

/** The account of «Ban Tư pháp» in any spelling, «CAX», «Chủ tịch», «Cài đặt» or «a@b.vn»; undefined where it is nobody's name. */
export function accountNamed(name: string, seeds: Seeds): string | undefined {
  if (name.includes('@')) return canonical(name);
  const people = new Map([
    ['CAX', policeAccount(seeds)],
    ['Chủ tịch', CHAIRMAN],
    ['Cài đặt', INSTALLER],
  ]);
  const [, known] = [...people].find(([person]) => fold(person) === fold(name)) ?? [];
  if (known !== undefined) return known;
  const unit = typistOf(seeds, name);
  return unit && !unit.collective ? accountOf(unit) : undefined;
}

/** What the person may do with the file; undefined where it is not shared with them. */
export function roleOf(host: Host, fileId: string, account: string): Role | undefined {
  const { owner, permissions = [] } = host.peek().files[fileId] ?? {};
  if (owner === canonical(account)) return 'owner';
  return permissions.find(({ address }) => address === canonical(account))?.role;
}
