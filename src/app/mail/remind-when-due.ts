// Reminders the clock owes (rule 6.2): the rounds of the calendar, and what is left of those CAX has asked for.
import type { Moment } from '../../core/calendar.ts';
import { isWarning, roundDue, roundHour } from '../../core/duty-days.ts';
import { openPeriodFrom, type Period, periodId } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { tellInRow } from '../clock/serve-requests.ts';
import { SINCE } from '../marks.ts';
import type { Observation } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { goOnReminding, remindUnits } from './send-reminders.ts';

/** A run of the clock that has looked. */
export interface DueRun {
  readonly ports: Ports;
  readonly seeds: ResolvedPlan;
  readonly observation: Observation<'settings'>;
  /** As it stood when the run began. */
  readonly store: Readonly<Record<string, string>>;
}

export interface RoundDuty {
  readonly duty: 'reminders';
  readonly period: string;
  /** 0: what is left of an asking of CAX. */
  readonly round: number;
  readonly sent: readonly string[];
  readonly waits: boolean;
}

/** Script property: the last round of reminders that was finished, «2024-05|2». */
const ROUND = 'round';

/** Script property: the period of which CAX was warned that bản 0 is coming, and when: «2024-05|45427.3». */
const WARNED = 'warned';

/** When CAX was warned of bản 0 of a period; undefined where it was not. Pure. */
export function warnedAt(store: Readonly<Record<string, string>>, period: Period): Moment | undefined {
  const [id, moment] = (store[WARNED] ?? '').split('|');
  return id === periodId(period) ? Number(moment) : undefined;
}

/** The round of reminders that is due and not finished. A file set up after its day has not missed it. */
export function remind({ ports, seeds, observation: { settings }, store }: DueRun): RoundDuty[] {
  const { rules, holidays, sendingHour, firstPeriod } = settings;
  const now = ports.now();
  const period = openPeriodFrom(now, rules, firstPeriod);
  const due = roundDue(period, rules, holidays, roundHour(sendingHour), now);
  if (!due || due.day < Math.floor(Number(store[SINCE] ?? 0))) return [];
  const mark = `${periodId(period)}|${due.round}`;
  const reminded = store[ROUND] === mark ? undefined : remindUnits(ports, seeds, period, due.round);
  // A digest that was refused has warned nobody.
  const isTold = reminded?.isTold ?? true;
  if (isTold && warnedAt(store, period) === undefined && isWarning(due.round, period, rules, holidays)) {
    ports.store.set(WARNED, `${periodId(period)}|${now}`);
  }
  if (!reminded) return [];
  const { sent, finished, waits } = reminded;
  if (finished) ports.store.set(ROUND, mark);
  return [{ duty: 'reminders', period: periodId(period), round: due.round, sent, waits }];
}

/** What CAX has asked for and the day's mails did not reach for. */
export function remindOn({ ports, seeds, observation: { settings }, store }: DueRun): RoundDuty[] {
  const period = openPeriodFrom(ports.now(), settings.rules, settings.firstPeriod);
  const gone = goOnReminding(ports, seeds, period, store, settings.sendingHour);
  if (!gone) return [];
  if (gone.words !== undefined) tellInRow(ports, seeds, 'remind', gone.words);
  const { sent = [], waits = false } = gone.reminded ?? {};
  return [{ duty: 'reminders', period: periodId(period), round: 0, sent, waits }];
}
