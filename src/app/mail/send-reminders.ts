// Reminders (rules 6.2–6.3): one mail a unit that has something to do, and one to CAX about all of them. A round that a run did
// not finish (it died, the day's quota was used up) is finished by the next: who was written to is in the claims.

import { at, type Day, formatTime, type Moment } from '../../core/calendar.ts';
import { automaticMoment, isWarning } from '../../core/duty-days.ts';
import { comparePeriods, type Period, periodId, periodLabel, windowOf } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { mailPromise } from '../../core/sending-causes.ts';
import type { Settings } from '../../core/settings.ts';
import { viewTask } from '../../core/task.ts';
import { urgingOf, wantsMail } from '../../core/urging.ts';
import { digestMail } from '../../report/police-mail.ts';
import { unitMail } from '../../report/unit-mail.ts';
import { missingWords } from '../../sheet/missing-rows.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import { blocksIn, lookAtPeriod, type PeriodTab, settledBefore } from '../closing/look-at-period.ts';
import { type JournalLine, journalRequests, leftByJournal } from '../journal.ts';
import { closedOf, ledgerOf, type Observation, observe, recent } from '../observe.ts';
import type { Mail, Ports } from '../ports.ts';
import { unaskedIn } from '../unasked-lines.ts';
import { addressed, mailFacts, replyAddress } from './envelope.ts';
import { type Letter, linksOf, sendLetters } from './letters.ts';
import { isSent, type MailKey } from './mail-claim.ts';
import { askedRequests } from './mark-asked.ts';
import { mailsLeft } from './reminded-units.ts';
import { settle, withMailRun } from './send-once.ts';
import { causesIn } from './sending-facts.ts';
import { lateLetter } from './tell-late.ts';

const DEED = 'Nhắc đơn vị';
const DIGEST = 'Thư đôn đốc gửi Công an xã';

export interface Reminded {
  /** Units written to now. */
  readonly sent: readonly string[];
  /** Units that could not be written to, with what the mail service said. */
  readonly failed: readonly string[];
  /** Units that were written to earlier today: nobody is written to twice a day with the same (rule 6.10). */
  readonly earlier: readonly { readonly name: string; readonly at: Moment }[];
  /** CAX has the digest of the round, or there is nobody to get it. */
  readonly isTold: boolean;
  /** Units that are still to be written to. */
  readonly left: readonly string[];
  /** False where the day's quota ended it, or some wait. */
  readonly finished: boolean;
  /** One is to be tried again, another run may still be sending it or died at it: it must be looked after in ten minutes. */
  readonly waits: boolean;
  /** Every unit a mail about this period has reached, now or before, by code: when. */
  readonly written: ReadonlyMap<string, readonly Moment[]>;
}

/**
 * Writes to all units that have something to do for a period and were not written to today, and to CAX.
 * @param round 1–4 of the calendar; larger: asked for by CAX, and the number tells one asking from another
 * @throws Refusal busy, google
 */
export function remindUnits(ports: Ports, seeds: ResolvedPlan, period: Period, round: number): Reminded {
  const observation = observe(ports, seeds, {
    tasks: 'all',
    indicators: 'all',
    units: 'all',
    settings: 'all',
    controls: 'all',
    ledger: recent(),
    adHoc: 'all',
    journal: 'all',
  });
  const letters = lettersOf(ports, seeds, observation, period, round);
  const lines: JournalLine[] = [];
  const today = Math.floor(ports.now());
  const reminded = withMailRun(ports, (run): Reminded => {
    const left = leftByJournal(observation);
    const journal = new Set(left.map(({ key }) => key));
    const isToday = (moments: readonly Moment[] = []) => moments.find((moment) => Math.floor(moment) === today);
    const before = mailsLeft('reminder', period, run.claims, left);
    const earlier = letters.units.flatMap(({ name, key }) => {
      const moment = isToday(before.get(key.recipient));
      return moment === undefined ? [] : [{ name, at: moment }];
    });
    const due = letters.units.filter(({ key }) => isToday(before.get(key.recipient)) === undefined);
    const { lines: told, ...units } = sendLetters(ports, run, due, journal);
    lines.push(...told);
    const end = (more: Partial<Reminded> = {}): Reminded => ({
      ...units,
      earlier,
      isTold: false,
      left: due.flatMap(({ key, name }) => (isSent(run.claims, key) ? [] : [name])),
      written: mailsLeft('reminder', period, run.claims, left),
      ...more,
    });
    if (!units.finished && !units.waits) return end();
    const digest = letters.digest(units.failed);
    if (!digest) return end({ isTold: true });
    const isTold = isToday(mailsLeft('digest', period, run.claims, left).get(digest.key.recipient)) !== undefined;
    if (!letters.isWarning && (isTold || (round > ROUNDS && units.sent.length === 0))) return end({ isTold });
    const cax = sendLetters(ports, run, [digest], journal);
    lines.push(...cax.lines);
    // What the digest tells of is not told again.
    if (letters.late && cax.sent.length > 0) settle(ports, run, letters.late);
    return end({
      isTold: isSent(run.claims, digest.key),
      finished: units.finished && cax.finished,
      waits: units.waits || cax.waits,
    });
  });
  const requests = [
    ...journalRequests(observation, lines),
    ...askedRequests(observation, reminded, period, letters.overdueOf),
  ];
  if (requests.length > 0) ports.workbook.update(requests);
  return reminded;
}

/** Of the calendar. */
const ROUNDS = 4;

interface Letters {
  readonly units: readonly Letter[];
  /** Codes of the rows whose reason the mail of a unit asks for, by the unit's code. */
  readonly overdueOf: ReadonlyMap<string, readonly string[]>;
  /** The digest warns of bản 0: it goes whatever has gone today. */
  readonly isWarning: boolean;
  /** Undefined where CAX has no account. */
  digest(failed: readonly string[]): Letter | undefined;
  /** Key of the mail about what came after the closing, where the digest tells of it. */
  readonly late: MailKey | undefined;
}

function lettersOf(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<PeriodTab | 'adHoc'>,
  period: Period,
  round: number,
): Letters {
  const { settings } = observation;
  const now = ports.now();
  const today = Math.floor(now);
  const seen = lookAtPeriod(observation, period, now);
  const view = { ...seen.view, asOf: today };
  const urging = urgingOf(
    seen.rows.map((row) => viewTask(row, view)),
    readUnitRows(observation.placement),
    period,
    today,
    settledBefore(closedOf(observation), period),
    view.phrases,
  );
  const untold = lateLetter(observation, now);
  const late = untold && !isSent(ports.store.all(), untold.key) ? untold : undefined;
  const links = linksOf(ports, seeds, observation);
  const window = windowOf(period, settings.rules, settings.planDate);
  const replyTo = replyAddress(settings);
  const isLate = today > window.to;
  const units = urging.units
    .filter((unit) => unit.emails.length > 0 && wantsMail(unit, round))
    .map((unit): Letter => {
      const [to = '', ...more] = unit.emails;
      // CAX reads along once the deadline has passed.
      const cc = [...more, ...(isLate ? settings.policeAccounts : [])];
      const make = (resend: boolean): Mail => {
        const facts = { ...factsOf(ports, settings), ...links, window, round, resend, replyTo };
        return addressed(unitMail(unit, urging, facts), to, cc, settings);
      };
      const key = keyOf('reminder', period, round, unit.code);
      return { deed: DEED, key, name: unit.name, to: unit.emails, make, ofOneDay: true };
    });
  const blocking = blocksIn(observation, { ...seen, view }).length;
  const { rules, holidays } = settings;
  const isWarned = round <= ROUNDS && !isClosed(observation, period) && isWarning(round, period, rules, holidays);
  const automaticAt = automaticMoment(period, rules, holidays, now);
  const held = causesIn(ports, observation);
  return {
    units,
    overdueOf: new Map(urging.units.map(({ code, overdue }) => [code, overdue.map((task) => task.code)])),
    late: late?.key,
    isWarning: isWarned,
    digest(failed) {
      const [to, ...cc] = settings.policeAccounts;
      if (to === undefined) return undefined;
      const make = (resend: boolean): Mail => {
        const facts = {
          ...factsOf(ports, settings),
          ...links,
          now,
          lastDay: window.to,
          round,
          resend,
          blocking,
          missing: missingWords(observation.placement),
          unasked: unaskedIn(observation),
          failed,
          late: late?.facts,
          held: held.length === 0 ? '' : mailPromise(held),
          ...(isWarned && now < automaticAt && { automaticAt }),
        };
        return addressed(digestMail(urging, facts), to, cc, settings);
      };
      const key = keyOf('digest', period, round, to);
      return { deed: DIGEST, key, name: settings.standingBody, to: [to, ...cc], make, ofOneDay: true };
    },
  };
}

function isClosed(observation: Observation<'ledger'>, period: Period): boolean {
  return ledgerOf(observation).some((entry) => comparePeriods(entry.period, period) === 0);
}

function keyOf(kind: 'reminder' | 'digest', period: Period, version: number, recipient: string): MailKey {
  return { period: periodId(period), kind, version, recipient };
}

function factsOf(ports: Ports, { commune, standingBody }: Settings) {
  return { ...mailFacts(ports, commune), standingBody };
}

/** Script property: what CAX asked for and is not finished, «2024-05|45427»: the period and the day of the asking. */
const ASKED = 'remind';

/** «Nhắc đơn vị» in «Điều khiển»: what the day's mails do not reach for, or the service refuses, later runs go on with. @throws Refusal */
export function remindAsked(ports: Ports, seeds: ResolvedPlan, period: Period): string {
  // The day tells one asking from another.
  const day = Math.floor(ports.now());
  const reminded = remindUnits(ports, seeds, period, day);
  if (!reminded.finished) ports.store.set(ASKED, `${periodId(period)}|${day}`);
  return remindedWords(reminded, period);
}

/** Goes on with what was asked for, until the next day ends. `words` once it is over, for the row it was asked in. @throws Refusal */
export function goOnReminding(
  ports: Ports,
  seeds: ResolvedPlan,
  period: Period,
  store: Readonly<Record<string, string>>,
  sendingHour: number,
): { readonly reminded?: Reminded; readonly words?: string } | undefined {
  const [id, day = Number.NaN] = (store[ASKED] ?? '').split('|');
  if (id === '') return undefined;
  const lasts = id === periodId(period) && Math.floor(ports.now()) <= Number(day) + 1;
  if (!lasts) {
    ports.store.remove(ASKED);
    return { words: 'Đã hết thời gian gửi tiếp của lần yêu cầu trước; yêu cầu lại khi cần.' };
  }
  // Nobody is written to at night.
  if (isNight(Number(day), sendingHour, ports.now())) return undefined;
  const reminded = remindUnits(ports, seeds, period, Number(day));
  if (!reminded.finished) return { reminded };
  ports.store.remove(ASKED);
  return { reminded, words: remindedWords(reminded, period) };
}

/** Whether a later day's hour for mails has not come yet. @param day on which it was begun */
function isNight(day: Day, sendingHour: number, now: Moment): boolean {
  return day < Math.floor(now) && now < at(Math.floor(now), sendingHour);
}

/** Words for «Điều khiển»: what came of a round. */
function remindedWords({ sent, failed, earlier, left, finished, waits }: Reminded, period: Period): string {
  const times = [...new Set(earlier.map((unit) => formatTime(unit.at)))];
  const parts = [
    sent.length > 0
      ? `Đã gửi ${sent.length} đơn vị: ${sent.join(', ')}`
      : left.length > 0
        ? `Chưa gửi được đơn vị nào (${periodLabel(period)})`
        : `Không có đơn vị nào phải nhắc thêm (${periodLabel(period)})`,
    ...times.map((time) => {
      const names = earlier.filter((unit) => formatTime(unit.at) === time).map(({ name }) => name);
      return `hôm nay đã nhắc lúc ${time} nên không nhắc lại: ${names.join(', ')}`;
    }),
    ...(failed.length > 0 ? [`không gửi được: ${failed.join('; ')}`] : []),
    ...(finished
      ? []
      : [
          waits
            ? 'hệ thống tự thử lại trong ngày'
            : `hết hạn mức thư hôm nay, chậm nhất ngày mai gửi tiếp: ${left.join(', ')}`,
        ]),
  ];
  return `${parts.join('; ')}.`;
}
