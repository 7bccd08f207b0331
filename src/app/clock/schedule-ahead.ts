// «Lịch tự động…»: what the clock will send, to whom and when, in the days ahead; told before a trigger is installed or removed.

import { readAddresses } from '../../core/addresses.ts';
import { at, type Day, formatMoment, type Moment } from '../../core/calendar.ts';
import { AUTOMATIC_HOUR, automaticDay, isWarning, reminderRounds, roundHour } from '../../core/duty-days.ts';
import { comparePeriods, openPeriodFrom, type Period, periodLabel, shiftPeriod } from '../../core/period.ts';
import type { Settings } from '../../core/settings.ts';
import type { AdHocEntry } from '../../sheet/ledger/ad-hoc-ledger.ts';
import type { UnitRow } from '../../sheet/reading/rows.ts';

/** How far the list reaches. */
const DAYS_AHEAD = 30;

export interface Planned {
  readonly at: Moment;
  readonly words: string;
}

/**
 * In the order of time; of the months nothing where automatic sending is off or the plan's time is over. Pure.
 * @param asked out of turn, and not closed
 */
export function scheduleAhead(
  settings: Settings,
  units: readonly UnitRow[],
  now: Moment,
  asked: readonly AdHocEntry[],
): Planned[] {
  const ends = asked
    .filter(({ to }) => to > now)
    .map(
      ({ id, to }): Planned => ({
        at: to,
        words: `Hết hạn trả lời ${id}: Công an xã nhận danh sách đơn vị chưa trả lời`,
      }),
    );
  return [...monthsAhead(settings, units, now), ...ends].sort((a, b) => a.at - b.at);
}

function monthsAhead(settings: Settings, units: readonly UnitRow[], now: Moment): Planned[] {
  const { rules, holidays, sendingHour, firstPeriod, followUntil, automaticSending } = settings;
  if (!automaticSending) return [];
  const first = openPeriodFrom(now, rules, firstPeriod);
  const periods = [first, shiftPeriod(first, 1)];
  const end = Math.min(Math.floor(now) + DAYS_AHEAD, followUntil ?? Number.POSITIVE_INFINITY) + 1;
  const hour = roundHour(sendingHour);
  const reachable = units.filter(
    (unit) => unit.reminded !== 'Không' && readAddresses(unit.emails).addresses.length > 0,
  );
  return periods
    .filter((period) => firstPeriod === undefined || comparePeriods(period, firstPeriod) >= 0)
    .flatMap((period) => ofPeriod(period, automaticDay(period, rules, holidays)))
    .filter((planned) => planned.at > now && planned.at < end)
    .sort((a, b) => a.at - b.at);

  function ofPeriod(period: Period, last: Day): Planned[] {
    const chairman = settings.chairmanEmail === '' ? 'chưa có E-mail Chủ tịch' : settings.chairmanEmail;
    return [
      ...reminderRounds(period, rules, holidays).map(
        ({ round, day }): Planned => ({
          at: at(day, hour),
          words: `Nhắc lần ${round} ${periodLabel(period)}: tối đa ${reachable.length} đơn vị còn việc; Công an xã nhận bảng đôn đốc${isWarning(round, period, rules, holidays) && day <= last ? ', được báo trước bản tự động' : ''}`,
        }),
      ),
      {
        at: at(last, AUTOMATIC_HOUR),
        words: `Báo cáo ${periodLabel(period)} gửi Chủ tịch (${chairman}), nếu Công an xã chưa chốt thì bản tự động`,
      },
    ];
  }
}

/** At most some fifteen lines for an alert. */
export function scheduleWords(planned: readonly Planned[], isInstalled: boolean): string {
  const state = isInstalled ? 'Lịch tự động đang bật ở tài khoản này.' : 'Lịch tự động chưa bật ở tài khoản này.';
  const lines = planned.map(({ at: when, words }) => `${formatMoment(when)} – ${words}.`);
  return [
    state,
    ...(lines.length === 0
      ? ['Không có thư nào trong 30 ngày tới (xem Tự động gửi, Theo dõi đến ở Cấu hình).']
      : ['30 ngày tới:', ...lines]),
  ].join('\n');
}
