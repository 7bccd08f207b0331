// Reminders (product §6): one mail a unit that has something to do, and one to CAX about all of them. A round that a run did
// not finish (it died, the day's quota was used up) is finished by the next: who was written to is in the claims.

import type { Moment } from '../core/calendar.ts';
import { isWord, textOf } from '../core/cell.ts';
import { checkRow } from '../core/check-row.ts';
import { automaticMoment, isWarning } from '../core/duty-days.ts';
import { comparePeriods, type Period, periodId, periodLabel, windowOf } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import { viewTask } from '../core/task.ts';
import { urgingOf, wantsMail } from '../core/urging.ts';
import { digestMail } from '../report/police-mail.ts';
import { unitMail } from '../report/unit-mail.ts';
import type { Request } from '../sheet/requests/request.ts';
import { readUnitRows } from '../sheet/rows.ts';
import { writeCells } from '../sheet/write.ts';
import { type JournalLine, journalRequests, SENT_WORD, sentByJournal } from './journal.ts';
import { addressed, type Letter, linesOf, linksOf, replyAddress, sendLetter, sendLetters } from './letters.ts';
import { lookAtPeriod, settledBefore } from './look-at-period.ts';
import { closedOf, ledgerOf, type Observation, observe } from './observe.ts';
import type { Mail, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import { type MailKey, mailKey, settle, withMailRun } from './send-once.ts';
import { lateLetter } from './tell-late.ts';

const DEED = 'Nhắc đơn vị';
const DIGEST = 'Thư đôn đốc gửi Công an xã';

export interface Reminded {
  /** Units written to now. */
  readonly sent: readonly string[];
  /** Units that could not be written to, with what the mail service said. */
  readonly failed: readonly string[];
  /** False where the day's quota ended it, or some wait. */
  readonly finished: boolean;
  /** Another run may still be sending one, or died at it: it must be looked after in ten minutes. */
  readonly waits: boolean;
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
    const { lines: told, ...units } = sendLetters(ports, run, letters.units, journal);
    lines.push(...told);
    if (!units.finished && !units.waits) return units;
    const digest = letters.digest(units.failed, run.remaining);
    if (!digest) return units;
    try {
      const outcome = sendLetter(ports, run, digest, journal);
      lines.push(...linesOf(ports, digest, outcome));
      // What the digest tells of is not told again.
      if (letters.late && (outcome === 'sent' || outcome === 'resent')) settle(ports, run, letters.late);
      const waits = units.waits || outcome === 'elsewhere';
      return { ...units, finished: units.finished && !waits, waits };
    } catch (cause) {
      if (!(cause instanceof Refusal && cause.code === 'quota')) throw cause;
      return { ...units, finished: false };
    }
  });
  const requests = [...journalRequests(observation, lines), ...askedRequests(observation, lines, period)];
  if (requests.length > 0) ports.workbook.update(requests);
  return reminded;
}

/**
 * «Đã nhắc kỳ» and «Nhắc lúc» of the units whose reminder for the period has left, by the journal and the lines it is about to get
 * (product A.9). The first moment stays, and so does what CAX has chosen for the period.
 */
function askedRequests(observation: Observation, lines: readonly JournalLine[], period: Period): Request[] {
  const journal = observation.reader('journal');
  const kept = journal.rows.map(({ index }) => {
    const value = (column: string) => journal.value(index, column);
    return { at: Number(value('at')), key: textOf(value('key')), state: textOf(value('state')) };
  });
  const [id = '', kind = ''] = mailKey(keyOf('reminder', period, 0, '')).split('|');
  const first = new Map<string, Moment>();
  for (const { at, key, state } of [...kept, ...lines]) {
    const [ofPeriod, ofKind, , code = ''] = key.split('|');
    if (state !== SENT_WORD || ofPeriod !== id || ofKind !== kind) continue;
    first.set(code, Math.min(at, first.get(code) ?? at));
  }
  const { tab, rows, value } = observation.reader('units');
  return rows.flatMap(({ key, index }) => {
    const askedAt = first.get(key);
    if (askedAt === undefined || isWord(value(index, 'askedFor'), periodLabel(period))) return [];
    return writeCells(tab, index, { askedFor: periodLabel(period), askedAt });
  });
}

interface Letters {
  readonly units: readonly Letter[];
  /** Undefined where CAX has no account. */
  digest(failed: readonly string[], quota: number): Letter | undefined;
  /** Key of the mail about what came after the closing, where the digest tells of it. */
  readonly late: MailKey | undefined;
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
    settledBefore(closedOf(observation), period),
  );
  const late = lateLetter(observation, now);
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
      return { deed: DEED, key: keyOf('reminder', period, round, unit.code), name: unit.name, to: unit.emails, make };
    });
  const blocking = seen.rows.flatMap((row) => checkRow(row, view)).filter(({ weight }) => weight === 'block').length;
  const { rules, holidays } = settings;
  const isWarned = round <= 4 && !isClosed(observation, period) && isWarning(round, period, rules, holidays);
  const automaticAt = automaticMoment(period, rules, holidays, now);
  return {
    units,
    late: late?.key,
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
          late: late?.facts,
          ...(isWarned && now < automaticAt && { automaticAt }),
        };
        return addressed(digestMail(urging, facts), to, cc, settings);
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

/** Words for «Điều khiển»: what came of a round. */
export function remindedWords({ sent, failed, finished, waits }: Reminded, period: Period): string {
  const parts = [
    sent.length === 0
      ? `Không có đơn vị nào phải nhắc thêm (${periodLabel(period)})`
      : `Đã gửi ${sent.length} đơn vị: ${sent.join(', ')}`,
    ...(failed.length > 0 ? [`không gửi được: ${failed.join('; ')}`] : []),
    ...(waits && failed.length === 0 ? ['có thư đang được gửi ở một lần chạy khác'] : []),
    ...(finished || waits ? [] : ['hết hạn mức thư hôm nay, còn lại gửi tiếp ngày mai']),
  ];
  return `${parts.join('; ')}.`;
}
