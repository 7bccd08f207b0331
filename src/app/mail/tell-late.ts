// CAX is told what was reported after the closing, while a correction can still be made (rule 5.11): in the digest where one goes
// that day, else by a mail of its own; once a change.
import { isWord } from '../../core/cell.ts';
import { phrasesWith } from '../../core/content.ts';
import { accountOf } from '../../core/handed-over.ts';
import { lateReports, mergedLate } from '../../core/late-reports.ts';
import { comparePeriods, deadlineOf, endedPeriod, graceOf, shiftPeriod } from '../../core/period.ts';
import { typedText } from '../../core/report/typed-text.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import { isReported } from '../../core/status.ts';
import { closedId } from '../../core/version.ts';
import type { LateFacts } from '../../report/late-words.ts';
import { lateMail } from '../../report/notice-mail.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { readTaskRows, readUnitRows } from '../../sheet/reading/rows.ts';
import { journalRequests, sentByJournal } from '../journal.ts';
import { ledgerOf, type Observation, observe, recent } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { addressed, mailFacts } from './envelope.ts';
import { type Letter, linesOf, sendLetter } from './letters.ts';
import { isSent, type MailKey } from './mail-claim.ts';
import { withMailRun } from './send-once.ts';

const DEED = 'Báo cáo sau khi chốt';

/** Codes that came after the newest version of the period that ended last, as they were seen. */
interface Late {
  readonly newest: LedgerEntry;
  readonly codes: readonly string[];
  /** What is no longer as it was closed. */
  readonly changed: readonly string[];
}

function lateIn(ledger: readonly LedgerEntry[], settings: Settings, now: number): Late | undefined {
  const period = endedPeriod(now, settings.rules);
  const versions = ledger.filter((entry) => !entry.supplement && comparePeriods(entry.period, period) === 0);
  const newest = versions.reduce<LedgerEntry | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
  if (!newest) return undefined;
  const late = mergedLate(versions.map((entry) => entry.late));
  const codes = late?.codes.filter((code) => !newest.reported.includes(code)) ?? [];
  return { newest, codes, changed: newest.late?.changed ?? [] };
}

export interface LateLetter {
  readonly facts: LateFacts;
  /** Tells one change from another. */
  readonly key: MailKey;
}

/**
 * What there is to tell at this moment; undefined where nothing came, or nothing a correction would take up: a row that speaks for
 * the next period by now keeps what was frozen.
 */
export function lateLetter(
  observation: Observation<'tasks' | 'units' | 'settings' | 'ledger'>,
  now: number,
): LateLetter | undefined {
  const { settings, placement } = observation;
  const late = lateIn(ledgerOf(observation), settings, now);
  const [recipient] = settings.policeAccounts;
  if (!late || recipient === undefined) return undefined;
  const { newest, changed } = late;
  const { period } = newest;
  const phrases = phrasesWith(settings.phrases);
  const { rows } = readTaskRows(placement);
  const { codes } = lateReports(
    rows,
    newest,
    { ended: false, codes: late.codes, unknown: [] },
    settings.rules,
    phrases,
    now,
  );
  const open = rows.filter((row) => codes.includes(row.code) && isReported(row, { period, phrases }));
  if (open.length + changed.length === 0) return undefined;
  const names = readUnitRows(placement).map(({ name }) => name);
  const units = [...names, ''].flatMap((name) => {
    const own = open.filter((row) => {
      const account = accountOf(row, period);
      return name === '' ? !names.some((one) => isWord(account, one)) : isWord(account, name);
    });
    return own.length === 0 ? [] : [{ name, codes: own.map(({ code }) => code) }];
  });
  return {
    facts: {
      period,
      units,
      changed: changed.map((code) => {
        const row = rows.find((one) => one.code === code);
        return row ? `${code} (${typedText(row.accountable) ?? 'chưa giao đầu mối'})` : code;
      }),
      ...(Math.floor(now) <= graceOf(period, settings.rules) && { closeUntil: graceOf(period, settings.rules) }),
      correctUntil: deadlineOf(shiftPeriod(period, 1), settings.rules) - 1,
    },
    key: keyOf({ newest, codes, changed }, recipient),
  };
}

function keyOf({ newest, codes, changed }: Late, recipient: string): MailKey {
  const more = changed.length === 0 ? '' : `-sửa${changed.length}`;
  return {
    period: `${closedId(newest)}-v${newest.version}-sau${more}`,
    kind: 'notice',
    version: codes.length,
    recipient,
  };
}

/**
 * Whether something came of which CAX has not been told, by what the ledger keeps. Not before the hour of the mails: on a day of
 * reminders the digest tells it.
 */
export function lateIsDue(
  ledger: readonly LedgerEntry[],
  settings: Settings,
  store: Readonly<Record<string, string>>,
  now: number,
): boolean {
  const late = lateIn(ledger, settings, now);
  const [recipient] = settings.policeAccounts;
  if (!late || late.codes.length + late.changed.length === 0 || recipient === undefined) return false;
  return (now % 1) * 24 >= settings.sendingHour && !isSent(store, keyOf(late, recipient));
}

/** Tells CAX; names of those written to. @throws Refusal busy, quota, google */
export function tellLate(ports: Ports, seeds: ResolvedPlan): readonly string[] {
  const observation = observe(ports, seeds, {
    tasks: 'all',
    units: 'all',
    settings: 'all',
    ledger: recent(),
    journal: 'all',
  });
  const { settings } = observation;
  const late = lateLetter(observation, ports.now());
  if (!late) return [];
  const [to = '', ...cc] = settings.policeAccounts;
  const facts = mailFacts(ports, settings.commune);
  const letter: Letter = {
    deed: DEED,
    key: late.key,
    name: settings.standingBody,
    to: [to, ...cc],
    make: () => addressed(lateMail(late.facts, settings.standingBody, facts), to, cc, settings),
  };
  const outcome = withMailRun(ports, (run) => sendLetter(ports, run, letter, sentByJournal(observation)));
  const lines = linesOf(ports, letter, outcome);
  if (lines.length > 0) ports.workbook.update(journalRequests(observation, lines));
  return lines.length > 0 ? [settings.standingBody] : [];
}
