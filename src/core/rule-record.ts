// The record of closing days: what CAX types in «Cấu hình» counts from the next period (rule 5.12), so which days hold from which period
// on is kept beside it, as «Kỳ 05/2024: 15–19; Kỳ 07/2024: 10–13». Formulas read its last two entries by their place: each has 17 letters.
import { formatDay } from './calendar.ts';
import {
  comparePeriods,
  daysOf,
  type Period,
  type PeriodRules,
  periodLabel,
  readPeriodLabel,
  shiftPeriod,
  windowOf,
} from './period.ts';

/** Days as they are typed. */
export type RuleDays = Pick<PeriodRules, 'deadlineDay' | 'graceDay'>;

interface RuleEntry extends RuleDays {
  readonly from: Period;
}

/** What counted long ago is in the closed versions. */
const MOST = 24;

function isSameDays(a: RuleDays, b: RuleDays): boolean {
  return a.deadlineDay === b.deadlineDay && a.graceDay === b.graceDay;
}

/** A closing day from the 2nd to the 25th, and at least one day of grace, at most the 28th: every month has it. */
export function areSoundDays({ deadlineDay, graceDay }: RuleDays): boolean {
  return deadlineDay >= 2 && deadlineDay <= 25 && graceDay > deadlineDay && graceDay <= 28;
}

/** The rules of a record; undefined where it is none. */
export function readRuleRecord(text: string): PeriodRules | undefined {
  const entries = text.split('; ').map(readEntry);
  return entries.reduce<PeriodRules | undefined>((earlier, entry, i) => {
    const before = entries[i - 1];
    if (!entry || (i > 0 && (!earlier || !before || comparePeriods(entry.from, before.from) <= 0))) return undefined;
    const { from, deadlineDay, graceDay } = entry;
    return { deadlineDay, graceDay, ...(earlier && { earlier: { until: shiftPeriod(from, -1), rules: earlier } }) };
  }, undefined);
}

function readEntry(text: string): RuleEntry | undefined {
  const [label = '', days = ''] = text.split(': ');
  const from = readPeriodLabel(label);
  const match = /^(\d\d)–(\d\d)$/u.exec(days);
  const read = { deadlineDay: Number(match?.[1]), graceDay: Number(match?.[2]) };
  return from && areSoundDays(read) ? { from, ...read } : undefined;
}

/** @param first label of the oldest entry, whose days count for whatever was before */
export function writeRuleRecord(rules: PeriodRules, first: Period): string {
  return entriesOf(rules, first)
    .slice(-MOST)
    .map(({ from, deadlineDay, graceDay }) => `${periodLabel(from)}: ${two(deadlineDay)}–${two(graceDay)}`)
    .join('; ');
}

function entriesOf({ deadlineDay, graceDay, earlier }: PeriodRules, first: Period): RuleEntry[] {
  if (!earlier) return [{ from: first, deadlineDay, graceDay }];
  const oldest = comparePeriods(first, earlier.until) < 0 ? first : earlier.until;
  return [...entriesOf(earlier.rules, oldest), { from: shiftPeriod(earlier.until, 1), deadlineDay, graceDay }];
}

/** Typed days taken over: they count from the period after the open one; what was to count only then gives way to them. */
export function takeOver(rules: PeriodRules, typed: RuleDays, open: Period): PeriodRules {
  const now = daysOf(open, rules);
  return isSameDays(now, typed) ? now : { ...typed, earlier: { until: open, rules: now } };
}

/** What a change of the days means for a period, in a sentence; undefined where neither it nor the next one is the first of new days. */
export function changedDays(period: Period, rules: PeriodRules, typed: RuleDays | undefined): string | undefined {
  const own = daysOf(period, rules);
  const next = daysOf(shiftPeriod(period, 1), rules);
  const last = daysOf(shiftPeriod(period, -1), rules);
  const said = ({ deadlineDay, graceDay }: RuleDays) => `ngày ${deadlineDay} (chậm nhất ngày ${graceDay})`;
  if (!isSameDays(own, last)) {
    const { from, to } = windowOf(period, rules);
    return `Ngày chốt đổi từ ${last.deadlineDay} thành ${own.deadlineDay}: ${periodLabel(period)} tính từ ${formatDay(from)} đến hết ${formatDay(to)}.`;
  }
  const later = !isSameDays(own, next) ? next : typed && !isSameDays(typed, rules) ? typed : undefined;
  if (!later) return undefined;
  return `Ngày chốt đổi thành ${said(later)} kể từ kỳ sau; ${periodLabel(period)} vẫn chốt ${said(own)}.`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
