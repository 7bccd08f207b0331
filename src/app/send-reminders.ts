// Reminders (product §6): one mail a unit that has something to do, and one to CAX about all of them. A round that a run did
// not finish (it died, the day's quota was used up) is finished by the next: who was written to is in the claims.

import { checkRow } from '../core/check-row.ts';
import { AUTOMATIC_HOUR, automaticDay } from '../core/duty-days.ts';
import { comparePeriods, type Period, periodId, periodLabel, windowOf } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import { viewTask } from '../core/task.ts';
import { urgingOf, wantsMail } from '../core/urging.ts';
import type { Mail as WrittenMail } from '../report/chairman-mail.ts';
import { digestMail } from '../report/police-mail.ts';
import { unitMail } from '../report/unit-mail.ts';
import { viewId } from '../sheet/layout.ts';
import { readUnitRows } from '../sheet/rows.ts';
import { type JournalLine, journalRequests, SENT_WORD, sentByJournal } from './journal.ts';
import { lookAtPeriod } from './look-at-period.ts';
import { ledgerOf, type Observation, observe } from './observe.ts';
import type { Mail, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import { type MailKey, type MailRun, mailKey, type Sent, sendOnce, settle, withMailRun } from './send-once.ts';

const DEED = 'Nhắc đơn vị';
const DIGEST = 'Thư đôn đốc gửi Công an xã';

export interface Reminded {
  /** Units written to now. */
  readonly sent: readonly string[];
  /** Units that could not be written to, with what the mail service said. */
  readonly failed: readonly string[];
  /** False where the day's quota ended it. */
  readonly finished: boolean;
}

/**
 * Writes to all units that have something to do for a period, and to CAX.
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
    ledger: 'all',
    journal: 'all',
  });
  const letters = lettersOf(ports, seeds, observation, period, round);
  const lines: JournalLine[] = [];
  const reminded = withMailRun(ports, (run) => {
    const journal = sentByJournal(observation);
    const sent: string[] = [];
    const failed: string[] = [];
    for (const letter of letters.units) {
      try {
        const outcome = sendLetter(ports, run, letter, journal);
        if (outcome === 'sent' || outcome === 'resent') sent.push(letter.name);
        lines.push(...linesOf(ports, letter, outcome));
      } catch (cause) {
        if (cause instanceof Refusal && cause.code === 'quota') return { sent, failed, finished: false };
        failed.push(`${letter.name}: ${cause instanceof Error ? cause.message : String(cause)}`);
        lines.push(lineOf(ports, letter, 'không gửi được', failed[failed.length - 1] ?? ''));
      }
    }
    const digest = letters.digest(failed, run.remaining);
    if (digest) {
      try {
        lines.push(...linesOf(ports, digest, sendLetter(ports, run, digest, journal)));
      } catch (cause) {
        if (!(cause instanceof Refusal && cause.code === 'quota')) throw cause;
        return { sent, failed, finished: false };
      }
    }
    return { sent, failed, finished: true };
  });
  if (lines.length > 0) ports.workbook.update(journalRequests(observation, lines));
  return reminded;
}

/** A mail ready to be made, and how the journal calls it. */
interface Letter {
  readonly deed: string;
  readonly key: MailKey;
  readonly name: string;
  readonly to: readonly string[];
  readonly make: (again: boolean) => Mail;
}

function sendLetter(ports: Ports, run: MailRun, { key, make }: Letter, journal: ReadonlySet<string>): Sent {
  if (!journal.has(mailKey(key))) return sendOnce(ports, run, key, make);
  settle(ports, run, key);
  return 'already';
}

function linesOf(ports: Ports, letter: Letter, outcome: Sent): JournalLine[] {
  const to = letter.to.join(', ');
  switch (outcome) {
    case 'sent':
      return [lineOf(ports, letter, SENT_WORD, `Đã gửi ${letter.name} (${to})`)];
    case 'resent':
      return [lineOf(ports, letter, SENT_WORD, `Gửi lại ${letter.name} (${to}): lần trước không rõ đã đi chưa`)];
    case 'in-doubt':
      return [lineOf(ports, letter, 'không rõ', `Hai lần gửi ${letter.name} (${to}) đều không rõ kết quả`)];
    default:
      return [];
  }
}

function lineOf(ports: Ports, { deed, key }: Letter, state: string, outcome: string): JournalLine {
  return { at: ports.now(), deed, key: mailKey(key), state, account: ports.account, outcome };
}

interface Letters {
  readonly units: readonly Letter[];
  /** Undefined where CAX has no account. */
  digest(failed: readonly string[], quota: number): Letter | undefined;
}

function lettersOf(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
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
  );
  const links = linksOf(ports, seeds, observation);
  const window = windowOf(period, settings.rules, settings.planDate);
  const replyTo = settings.policeAccounts[0] ?? settings.installingAccount;
  const isLate = today > window.to;
  const from = { settings, replyTo };
  const units = urging.units
    .filter((unit) => unit.emails.length > 0 && wantsMail(unit, round))
    .map((unit): Letter => {
      const [to = '', ...more] = unit.emails;
      // CAX reads along once the deadline has passed.
      const cc = [...more, ...(isLate ? settings.policeAccounts : [])];
      const make = (resend: boolean): Mail => {
        const facts = { ...factsOf(ports, settings), ...links, window, round, resend, replyTo };
        return addressed(unitMail(unit, urging, facts), to, cc, from);
      };
      return { deed: DEED, key: keyOf('reminder', period, round, unit.code), name: unit.name, to: unit.emails, make };
    });
  const blocking = seen.rows.flatMap((row) => checkRow(row, view)).filter(({ weight }) => weight === 'block').length;
  const isWarned =
    round <= 4 && !isClosed(observation, period) && today === automaticDay(period, settings.rules, settings.holidays);
  return {
    units,
    digest(failed, quota) {
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
          quota,
          failed,
          ...(isWarned && now < today + AUTOMATIC_HOUR / 24 && { automaticAt: AUTOMATIC_HOUR }),
        };
        return addressed(digestMail(urging, facts), to, cc, from);
      };
      const key = keyOf('digest', period, round, to);
      return { deed: DIGEST, key, name: settings.standingBody, to: [to, ...cc], make };
    },
  };
}

function isClosed(observation: Observation, period: Period): boolean {
  return ledgerOf(observation).some((entry) => comparePeriods(entry.period, period) === 0);
}

function keyOf(kind: 'reminder' | 'digest', period: Period, version: number, recipient: string): MailKey {
  return { period: periodId(period), kind, version, recipient };
}

function factsOf(ports: Ports, { commune, standingBody }: Settings) {
  return { commune, standingBody, sheetUrl: ports.workbook.url, programVersion: ports.version };
}

/** Addresses of rows and of the units' views in the file as it stands. */
function linksOf(ports: Ports, seeds: ResolvedPlan, observation: Observation) {
  const { tab, rows } = observation.reader('tasks');
  const sheet = `${ports.workbook.url}#gid=${tab.was?.sheetId ?? tab.declared.sheetId}`;
  const indexes = new Map(rows.map(({ key, index }) => [key, index]));
  return {
    hrefOf(code: string): string | undefined {
      const index = indexes.get(code);
      return index === undefined ? undefined : `${sheet}&range=A${index + 1}`;
    },
    viewOf: (unit: string) => `${sheet}&fvid=${viewId(seeds, unit)}`,
  };
}

function addressed(
  { subject, html, text }: WrittenMail,
  to: string,
  cc: readonly string[],
  { settings, replyTo }: { readonly settings: Settings; readonly replyTo: string },
): Mail {
  // CAX is a unit too: nobody gets a mail twice for having two parts in it.
  const others = [...new Set(cc)].filter((one) => one !== to);
  return { to, cc: others, subject, html, text, senderName: `Theo dõi Đề án 06 – ${settings.commune}`, replyTo };
}

/** Words for «Điều khiển»: what came of a round. */
export function remindedWords({ sent, failed, finished }: Reminded, period: Period): string {
  const parts = [
    sent.length === 0
      ? `Không có đơn vị nào phải nhắc thêm (${periodLabel(period)})`
      : `Đã gửi ${sent.length} đơn vị: ${sent.join(', ')}`,
    ...(failed.length > 0 ? [`không gửi được: ${failed.join('; ')}`] : []),
    ...(finished ? [] : ['hết hạn mức thư hôm nay, còn lại gửi tiếp ngày mai']),
  ];
  return `${parts.join('; ')}.`;
}
