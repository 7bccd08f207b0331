// «Lịch tự động…»: what the clock will do is told, and its trigger installed or removed. Whoever handed the file over may still end its own.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { awaited } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import { observe, outOfTurnOf, recent, requireKeeper } from '../observe.ts';
import type { Person } from '../person.ts';
import type { ClockPort, Ports } from '../ports.ts';
import { isHandedOver } from './machine-settings.ts';
import { scheduleAhead, scheduleWords } from './schedule-ahead.ts';

export const SCHEDULE = 'Lịch tự động';
export const CLOCK_IS_ON = 'Đã bật lịch tự động, 10 phút một lần.';
/** @param how to switch it on again, in brackets; may be empty */
export const clockIsOff = (how = '') =>
  `Đã tắt lịch tự động: không thư nào được gửi cho tới khi bật lại${how === '' ? '' : ` (${how})`}.`;

/** @throws Refusal */
export function switchClock(ports: Ports, seeds: ResolvedPlan, { ask, tell }: Person, clock: ClockPort): void {
  const observation = observe(ports, seeds, { settings: 'all', units: 'all', ledger: recent() });
  const { settings } = observation;
  if (isHandedOver(settings, ports) && clock.isOn()) {
    const [now, own] = [settings.installingAccount, ports.account];
    if (ask(SCHEDULE, `Lịch của bảng nay do ${now} giữ; lịch của ${own} không còn làm gì. Tắt lịch của ${own}?`))
      clock.remove();
    return;
  }
  requireKeeper(settings, ports);
  const asked = awaited(outOfTurnOf(observation));
  const planned = scheduleAhead(settings, readUnitRows(observation.placement), ports.now(), asked);
  const isInstaller = settings.installingAccount === ports.account;
  const words = scheduleWords(planned, clock.isOn());
  if (!isInstaller) {
    tell(
      SCHEDULE,
      `${words}\n\nLịch chạy ở tài khoản cài đặt ${settings.installingAccount}; chỉ tài khoản đó bật, tắt được.`,
    );
  } else if (!clock.isOn()) {
    if (!ask(SCHEDULE, `${words}\n\nBật lịch tự động?`)) return;
    clock.install();
    tell(SCHEDULE, CLOCK_IS_ON);
  } else if (ask(SCHEDULE, `${words}\n\nTắt lịch tự động? (Không: để nguyên.)`)) {
    clock.remove();
    tell(SCHEDULE, clockIsOff());
  }
}
