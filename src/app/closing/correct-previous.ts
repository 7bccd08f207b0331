// «Đính chính kỳ trước»: the way to the month that ended last, from the end of its days of closing until the next one ends; it is closed as any other.
import { formatDay } from '../../core/calendar.ts';
import {
  comparePeriods,
  endedPeriod,
  graceOf,
  isClosingTime,
  type Period,
  periodLabel,
  shiftPeriod,
} from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { observe, requireKeeper } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { pastWords } from './describe-closing.ts';
import { type ClosingPlan, planClosing } from './plan-closing.ts';

/** What a correction would freeze (rule 5.7), or in words why there is nothing to correct. @throws Refusal as `planClosing` */
export function planCorrection(ports: Ports, seeds: ResolvedPlan): ClosingPlan | string {
  const { settings } = observe(ports, seeds, { settings: 'all' });
  requireKeeper(settings, ports);
  const { rules, firstPeriod } = settings;
  const now = ports.now();
  const ended = endedPeriod(now, rules);
  const before = shiftPeriod(ended, -1);
  const isOwed = (period: Period) => firstPeriod === undefined || comparePeriods(period, firstPeriod) >= 0;
  if (isClosingTime(now, rules) && isOwed(ended)) {
    const over = isOwed(before) ? `${periodLabel(before)} đã hết thời gian đính chính. ` : '';
    const until = formatDay(graceOf(ended, rules));
    return `${over}${periodLabel(ended)} đang trong thời gian chốt, đến hết ngày ${until}: dùng «Tổng hợp báo cáo»; sửa rồi làm lại là lập bản đính chính.`;
  }
  if (!isOwed(ended)) return 'Chưa có kỳ nào đã chốt để đính chính.';
  const plan = planClosing(ports, seeds, { period: ended });
  return plan.kind === 'preview' ? pastWords({ period: ended, last: undefined, mail: '', isTold: false }, plan) : plan;
}
