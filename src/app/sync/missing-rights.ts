// An account of «Cấu hình» whom the protections do not know yet (a second one of CAX, or the one the clock was handed over to): Google refuses what it
// writes. What is missing is told with its cure, and the clock is woken to set the rights.

import { isOneOf } from '../../core/addresses.ts';
import { isKeeper } from '../../core/keepers.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { clockCauses } from '../../core/sending-causes.ts';
import type { Settings } from '../../core/settings.ts';
import { isShutOut } from '../../sheet/rights.ts';
import { KEEPERS, keepersOf } from '../keepers.ts';
import { causesIn } from '../mail/sending-facts.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { WAKE } from '../wake.ts';
import { restoreRights } from './restore-guards.ts';
import { sharingOf } from './sharing.ts';
import { planSync, type SyncPlan } from './sync.ts';

/** Sets rights where the lists of «Cấu hình» have changed since they were set. */
export function letKeepersIn(
  ports: Ports,
  seeds: ResolvedPlan,
  settings: Settings,
  store: Readonly<Record<string, string>>,
): void {
  if (store[KEEPERS] === keepersOf(settings)) return;
  const { owner, editors } = sharingOf(ports, settings);
  // Before the file is shared with it, whoever is to take over cannot be let in.
  if (isOneOf(settings.installingAccount, [owner, ...editors])) restoreRights(ports, seeds);
}

/** What the account that looked cannot do, and who cures it; undefined where it may write. */
export function rightsCure(ports: Ports, plan: SyncPlan): string | undefined {
  const { settings, observation, foreign } = plan;
  const { account } = ports;
  if (!isShutOut(observation.snapshot)) {
    const wall = foreign.find(({ shutsOut }) => shutsOut.includes(account));
    return (
      wall &&
      `Tab «${wall.title}»${wall.area === '' ? '' : `, ${wall.area}`}: người khác đã đặt vùng bảo vệ mà ${account} không sửa được; nhờ người đó hoặc chủ tệp bỏ`
    );
  }
  const { installingAccount, policeAccounts } = settings;
  const others = [...new Set([...policeAccounts, installingAccount])].filter((one) => one !== '' && one !== account);
  const { owner } = plan.sharing;
  const cure =
    others.length > 0
      ? `nhờ ${others.join(' hoặc ')} bấm Đồng bộ bảng tính`
      : `nhờ chủ tệp ${owner} ghi địa chỉ của mình vào «Tài khoản Công an xã» rồi bấm Đồng bộ bảng tính`;
  return `${account} chưa được đặt quyền sửa các vùng bảo vệ của bảng: ${cure}`;
}

/** Where it may not write, the account does not see what is to be mended either: «Bảng đã đúng» would be a guess. @throws Refusal no-rights */
export function requireRights(ports: Ports, plan: SyncPlan): void {
  if (isShutOut(plan.observation.snapshot)) throw noRights(ports, plan);
}

/** With these statuses Google refuses what is protected, and much else: which it was, a look says. */
const MAY_BE_RIGHTS: readonly unknown[] = [400, 403];

/** A refusal of what was written, by its real cause: rights not set yet, or somebody's protection; everything else as it is. */
export function explainShutOut(ports: Ports, seeds: ResolvedPlan, cause: unknown): unknown {
  if (!(cause instanceof Refusal) || cause.code !== 'google' || !MAY_BE_RIGHTS.includes(cause.status)) return cause;
  try {
    const plan = planSync(ports, seeds);
    if (isKeeper(ports.account, plan.settings) && isShutOut(plan.observation.snapshot)) return noRights(ports, plan);
    const isWalled = plan.foreign.some(({ shutsOut }) => shutsOut.includes(ports.account));
    return isWalled ? new Refusal('shut-out', cause.detail) : cause;
  } catch {
    return cause;
  }
}

function noRights(ports: Ports, plan: SyncPlan): Refusal {
  ports.store.remove(WAKE);
  const isServed =
    ports.account !== plan.settings.installingAccount && clockCauses(causesIn(ports, plan.observation)).length === 0;
  const wait = isServed
    ? 'Hệ thống tự đặt quyền trong khoảng 10 phút, chờ rồi làm lại; cần ngay thì theo cách trên.'
    : 'Xong thì làm lại.';
  return new Refusal('no-rights', `${rightsCure(ports, plan)}. ${wait}`);
}
