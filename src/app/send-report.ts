// The monthly report to the chairman (product §6): the newest version of the last ended period, once, told from what was frozen.
import { civilOf, dayOf, formatMoment, type Moment } from '../core/calendar.ts';
import { daysOf, endedPeriod, isClosingTime, type Period, periodLabel } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import { type Closed, closedId, closedLabel } from '../core/version.ts';
import { chairmanMail } from '../report/chairman-mail.ts';
import { zaloReport } from '../report/zalo.ts';
import type { LedgerEntry } from '../sheet/ledger.ts';
import { writeCells } from '../sheet/write.ts';
import { documentsOf } from './documents.ts';
import { journalRequests, SENT_WORD, sentByJournal } from './journal.ts';
import { newestOf } from './look-at-period.ts';
import { closedOf, observe } from './observe.ts';
import { endedYear } from './plan-closing.ts';
import type { Mail, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import { isSent, type MailKey, mailKey, type Sent, sendOnce, settle, withMailRun } from './send-once.ts';
import { type ToldVersion, tellVersion } from './tell-version.ts';

const DEED = 'Thư Chủ tịch';

/** The mails that are due now, by their versions. Pure. */
export function dueChairmanMails(
  ledger: readonly LedgerEntry[],
  settings: Settings,
  store: Readonly<Record<string, string>>,
  now: Moment,
): LedgerEntry[] {
  if (settings.chairmanEmail === '') return [];
  const { year, month } = civilOf(now);
  const { deadlineDay, graceDay } = daysOf({ year, month }, settings.rules);
  const ended: readonly (readonly [Closed, boolean])[] = [
    [{ period: endedPeriod(now, settings.rules) }, isClosingTime(now, settings.rules)],
    [endedYear(now), month === 1 && now < dayOf(year, 1, graceDay + 1)],
  ];
  return ended.flatMap(([closed, catchesUp]) => {
    const newest = newestOf(ledger, closed);
    // Catching up only until the last day of grace; a correction made later is mailed within the days after it.
    if (!newest || (!catchesUp && now - newest.closedAt > graceDay - deadlineDay)) return [];
    if (isSent(store, keyOf(newest, settings))) return [];
    // Bản 1 with the rows and figures of a bản 0 that was mailed is not mailed again.
    const automatic = ledger.find((entry) => entry.version === 0 && closedId(entry) === closedId(newest));
    const isSame = newest.version === 1 && automatic?.digest === newest.digest;
    return isSame && automatic && isSent(store, keyOf(automatic, settings)) ? [] : [newest];
  });
}

function keyOf(entry: LedgerEntry, { chairmanEmail }: Settings): MailKey {
  return { period: closedId(entry), kind: 'chairman', version: entry.version, recipient: chairmanEmail };
}

/** Sends the mail of a version; what it came to. @throws Refusal quota, no-chairman, google */
export function sendChairmanMail(
  ports: Ports,
  seeds: ResolvedPlan,
  entry: LedgerEntry,
  ledger: readonly LedgerEntry[],
): Sent {
  const told = tellVersion(ports, seeds, entry, ledger);
  if (told.settings.chairmanEmail === '') throw new Refusal('no-chairman');
  const key = keyOf(entry, told.settings);
  const sent = withMailRun(ports, (run) => {
    // A mail counts as sent if either says so: the store survives a file restored to an older version, the journal a lost store.
    if (sentByJournal(told.observation).has(mailKey(key))) {
      settle(ports, run, key);
      return 'already';
    }
    return sendOnce(ports, run, key, (again) => mailOf(ports, told, again));
  });
  if (sent === 'sent' || sent === 'resent' || sent === 'in-doubt') record(ports, told, key, sent);
  return sent;
}

/** The mail of a told version, as the chairman gets it. @param preview what stands on top of one that is shown to CAX alone */
export function mailOf(ports: Ports, told: ToldVersion, resend: boolean, preview?: string): Mail {
  const { report, span, settings } = told;
  const replyTo = settings.policeAccounts[0] ?? settings.installingAccount;
  const attachments = documentsOf(told, ports.version).map((file) =>
    preview === undefined ? file : { ...file, name: `XEM TRƯỚC - ${file.name}` },
  );
  const { subject, html, text } = chairmanMail(
    report,
    {
      attachments: attachments.map(({ name }) => name),
      commune: settings.commune,
      sheetUrl: ports.workbook.url,
      standingBody: settings.standingBody,
      chairmanTitle: asInSentence(settings.chairmanTitle),
      replyTo,
      resend,
      ...(preview !== undefined && { preview }),
      programVersion: ports.version,
    },
    span,
  );
  return {
    to: settings.chairmanEmail,
    cc: settings.copies,
    subject,
    html,
    text,
    senderName: `Theo dõi Đề án 06 – ${settings.commune}`,
    replyTo,
    attachments,
  };
}

/** «CHỦ TỊCH» of the signature block → «Chủ tịch». */
export function asInSentence(title: string): string {
  return title.slice(0, 1).toUpperCase() + title.slice(1).toLowerCase();
}

function record(ports: Ports, { observation, entry, settings, report }: ToldVersion, key: MailKey, sent: Sent): void {
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
    ...writeCells(observation.reader('ledger').tab, entry.row, {
      chairmanMail: `${outcome} lúc ${formatMoment(at)}`,
      zalo: zaloReport(report, ports.workbook.url),
    }),
    ...journalRequests(observation, [{ at, deed: DEED, key: mailKey(key), state, account: ports.account, outcome }]),
  ]);
}

/** «Gửi Chủ tịch»: the newest version of a month, unless it has been sent; in words what came of it. @throws Refusal */
export function sendNewestReport(ports: Ports, seeds: ResolvedPlan, period: Period): string {
  const observation = observe(ports, seeds, { settings: 'all', ledger: 'all' });
  const { settings } = observation;
  const ledger = closedOf(observation);
  const newest = newestOf(ledger, { period });
  if (!newest) return `${periodLabel(period)} chưa có bản chốt; hãy bấm Tổng hợp báo cáo trước.`;
  if (settings.chairmanEmail === '') throw new Refusal('no-chairman');
  const sent = sendChairmanMail(ports, seeds, newest, ledger);
  const what = `${periodLabel(period)} – bản ${newest.version}`;
  return {
    sent: `Đã gửi ${what} tới ${settings.chairmanEmail}.`,
    resent: `Đã gửi lại ${what} tới ${settings.chairmanEmail}; lần trước không rõ đã đi chưa.`,
    already: `${what} đã gửi trước đó (xem Sổ báo cáo); không gửi hai lần.`,
    elsewhere: `${what} đang được gửi ở một lần chạy khác.`,
    'in-doubt': `${what}: hai lần gửi đều không rõ kết quả; hỏi Chủ tịch đã nhận thư chưa.`,
  }[sent];
}

/** «Gửi thử cho tôi»: the chairman's mail of the newest version there is, to the one who asked, marked as a try. @throws Refusal */
export function sendTest(ports: Ports, seeds: ResolvedPlan, to: string): string {
  const ledger = closedOf(observe(ports, seeds, { settings: 'all', ledger: 'all' }));
  const newest = ledger.reduce<LedgerEntry | undefined>((a, b) => (a && a.closedAt > b.closedAt ? a : b), undefined);
  if (!newest) return 'Chưa có bản chốt nào để gửi thử; hãy bấm Tổng hợp báo cáo trước.';
  const told = tellVersion(ports, seeds, newest, ledger);
  const minute = Math.round(ports.now() * 1440);
  const key: MailKey = { period: closedId(newest), kind: 'test', version: minute, recipient: to };
  withMailRun(ports, (run) =>
    sendOnce(ports, run, key, () => {
      const mail = mailOf(ports, told, false);
      return { ...mail, to, cc: [], subject: `[GỬI THỬ] ${mail.subject}` };
    }),
  );
  return `Đã gửi thử ${closedLabel(newest)} – bản ${newest.version} tới ${to}.`;
}
