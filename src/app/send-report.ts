// The monthly report to the chairman (product §6): the newest version of the last ended period, once, told from what was frozen.
import { civilOf, formatMoment } from '../core/calendar.ts';
import { textOf } from '../core/cell.ts';
import { comparePeriods, endedPeriod, periodId } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import { chairmanMail } from '../report/chairman-mail.ts';
import type { LedgerEntry } from '../sheet/ledger.ts';
import { writeCells } from '../sheet/write.ts';
import { journalRequests } from './journal.ts';
import type { Mail, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import { isSent, type MailKey, mailKey, type Sent, sendOnce } from './send-once.ts';
import { type ToldVersion, tellPeriod } from './tell-version.ts';

const DEED = 'Thư Chủ tịch';
/** State of a journal row that says a mail has left. */
const SENT_WORD = 'đã gửi';

/** The mail that is due now: its key and version; undefined where nothing is. Pure. */
export function dueChairmanMail(
  ledger: readonly LedgerEntry[],
  settings: Settings,
  store: Readonly<Record<string, string>>,
  now: number,
): MailKey | undefined {
  const period = endedPeriod(now, settings.rules);
  const versions = ledger.filter((entry) => comparePeriods(entry.period, period) === 0);
  const newest = versions.reduce<LedgerEntry | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
  if (!newest || settings.chairmanEmail === '') return undefined;
  // Catching up only until the last day of grace; a correction made later is mailed within the days after it.
  const catchesUp = civilOf(now).day >= settings.rules.deadlineDay && civilOf(now).day <= settings.rules.graceDay;
  if (!catchesUp && now - newest.closedAt > settings.rules.graceDay - settings.rules.deadlineDay) return undefined;
  const key = keyOf(newest, settings);
  if (isSent(store, key)) return undefined;
  // Bản 1 with the rows and figures of a bản 0 that was mailed is not mailed again.
  const automatic = versions.find(({ version }) => version === 0);
  const isSame = newest.version === 1 && automatic?.digest === newest.digest;
  return isSame && automatic && isSent(store, keyOf(automatic, settings)) ? undefined : key;
}

function keyOf({ period, version }: LedgerEntry, { chairmanEmail }: Settings): MailKey {
  return { period: periodId(period), kind: 'chairman', version, recipient: chairmanEmail };
}

/** Sends what is due; what it came to. @throws Refusal quota, no-chairman, google */
export function sendChairmanMail(
  ports: Ports,
  seeds: ResolvedPlan,
  key: MailKey,
  ledger: readonly LedgerEntry[],
): Sent {
  const entry = ledger.find(
    (candidate) => periodId(candidate.period) === key.period && candidate.version === key.version,
  );
  if (!entry) throw new Error(`no version ${key.period}|${key.version}`);
  const told = tellPeriod(ports, seeds, entry.period, ledger);
  if (!told) throw new Refusal('changed-meanwhile');
  if (told.settings.chairmanEmail === '') throw new Refusal('no-chairman');
  // A mail counts as sent if either says so: the store survives a file restored to an older version, the journal a lost store.
  if (journalSaysSent(told, key)) {
    ports.store.set(`mail ${mailKey(key)}`, `sent ${ports.now()}`);
    return 'already';
  }
  const sent = sendOnce(ports, key, (again) => mailOf(ports, told, again));
  if (sent === 'sent' || sent === 'resent' || sent === 'in-doubt') record(ports, told, key, sent);
  return sent;
}

function journalSaysSent({ observation }: ToldVersion, key: MailKey): boolean {
  const journal = observation.reader('journal');
  return journal.rows.some(
    ({ index }) =>
      textOf(journal.value(index, 'key')) === mailKey(key) && textOf(journal.value(index, 'state')) === SENT_WORD,
  );
}

/** The mail of a told version, as the chairman gets it. */
function mailOf(ports: Ports, { report, settings }: ToldVersion, resend: boolean): Mail {
  const replyTo = settings.policeAccounts[0] ?? settings.installingAccount;
  const { subject, html, text } = chairmanMail(report, {
    commune: settings.commune,
    sheetUrl: ports.workbook.url,
    standingBody: settings.standingBody,
    chairmanTitle: asInSentence(settings.chairmanTitle),
    replyTo,
    resend,
    programVersion: ports.version,
  });
  return {
    to: settings.chairmanEmail,
    cc: settings.copies,
    subject,
    html,
    text,
    senderName: `Theo dõi Đề án 06 – ${settings.commune}`,
    replyTo,
  };
}

/** «CHỦ TỊCH» of the signature block → «Chủ tịch». */
function asInSentence(title: string): string {
  return title.slice(0, 1).toUpperCase() + title.slice(1).toLowerCase();
}

function record(ports: Ports, { observation, entry, settings }: ToldVersion, key: MailKey, sent: Sent): void {
  const at = ports.now();
  const copies = settings.copies.length === 0 ? '' : `, đồng gửi ${settings.copies.join(', ')}`;
  const outcome = {
    sent: `Đã gửi ${settings.chairmanEmail}${copies}`,
    resent: `Gửi lại ${settings.chairmanEmail}${copies} (lần trước không rõ đã đi chưa)`,
    'in-doubt': 'Hai lần gửi đều không rõ kết quả: hỏi Chủ tịch đã nhận thư chưa',
    already: '',
    elsewhere: '',
  }[sent];
  const state = sent === 'in-doubt' ? 'không rõ' : SENT_WORD;
  ports.workbook.update([
    ...writeCells(observation.reader('ledger').tab, entry.row, { chairmanMail: `${outcome} lúc ${formatMoment(at)}` }),
    ...journalRequests(observation, [{ at, deed: DEED, key: mailKey(key), state, account: ports.account, outcome }]),
  ]);
}
