// The monthly report to the chairman (rule 6.4): the newest version of the last ended period, once, told from what was frozen.
import { formatDay, formatMoment, type Moment } from '../../core/calendar.ts';
import { textOf } from '../../core/cell.ts';
import {
  comparePeriods,
  daysOf,
  endedPeriod,
  graceOf,
  isClosingTime,
  type PeriodRules,
  periodLabel,
  shiftPeriod,
} from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import { closedId, closedLabel, type PeriodKey } from '../../core/version.ts';
import { chairmanMail } from '../../report/chairman-mail.ts';
import { zaloReport } from '../../report/zalo.ts';
import { isSameContent } from '../../sheet/ledger/frozen-fields.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { writeCells } from '../../sheet/write.ts';
import { documentsOf, type ReportFile } from '../closing/documents.ts';
import { newestOf } from '../closing/look-at-period.ts';
import { type Made, makeAside, NOTHING_MADE } from '../closing/make-aside.ts';
import { type ToldVersion, tellVersion } from '../closing/tell-version.ts';
import { IS_REPLACED, replacedRequests } from '../closing/unsent-versions.ts';
import { endedYear } from '../closing/what-to-close.ts';
import { journalRequests, NOT_SENT, SENT_WORD, sentByJournal } from '../journal.ts';
import { closedOf, observe, recent } from '../observe.ts';
import type { Mail, Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { addressed, chairmanAddresses, copiesFor, mailFacts, replyAddress } from './envelope.ts';
import { hasLeft } from './letters.ts';
import { claimOf, isSent, chairmanKeyOf as keyOf, type MailKey, mailKey, restsUntil } from './mail-claim.ts';
import { type Sent, sendOnce, settle, withMailRun } from './send-once.ts';

const DEED = 'Thư Chủ tịch';

/** Versions of what ended last whose mail has not left and whose time lasts. Pure. */
export function dueChairmanMails(
  ledger: readonly LedgerEntry[],
  settings: Settings,
  store: Readonly<Record<string, string>>,
  now: Moment,
): LedgerEntry[] {
  const ended: readonly PeriodKey[] = [{ period: endedPeriod(now, settings.rules) }, endedYear(now)];
  return ended.flatMap((closed) => {
    const newest = newestOf(ledger, closed);
    if (!newest || now >= triedUntil(newest, settings.rules)) return [];
    if (isSent(store, keyOf(newest))) return [];
    // Bản 1 with the rows and figures of a bản 0 that was mailed is not mailed again.
    const automatic = ledger.find((entry) => entry.version === 0 && closedId(entry) === closedId(newest));
    const isSame = newest.version === 1 && isSameContent(automatic?.digests ?? [], newest.digests);
    return isSame && automatic && isSent(store, keyOf(automatic)) ? [] : [newest];
  });
}

/** Catching up only until the last day of grace; a correction made later is mailed within as many days after it. */
function triedUntil({ period, supplement, closedAt }: LedgerEntry, rules: PeriodRules): Moment {
  const graced = supplement ? shiftPeriod(period, 1) : period;
  const { deadlineDay, graceDay } = daysOf(graced, rules);
  return Math.max(graceOf(graced, rules) + 1, closedAt + graceDay - deadlineDay);
}

/** Of those that are due the ones to be tried now: there is an address, and what was refused has rested. Pure. */
export function isToBeTried(
  entry: LedgerEntry,
  settings: Settings,
  store: Readonly<Record<string, string>>,
  now: Moment,
): boolean {
  if (settings.chairmanEmail === '') return false;
  return restsUntil(store, keyOf(entry), chairmanAddresses(settings), now) === undefined;
}

/** Key of the mail of a version, as claims and journal hold it; of earlier programs the address stands behind it. */
export function chairmanKey(entry: LedgerEntry): string {
  return mailKey(keyOf(entry));
}

/**
 * Sends the mail of a version; what it came to. What is not news has changed nothing in the sheet.
 * @param asked a person asks for it now, `again` although it has left
 * @throws Refusal no-chairman, google
 */
export function sendChairmanMail(ports: Ports, told: ToldVersion, asked?: 'once' | 'again'): Sent {
  const { entry } = told;
  if (told.settings.chairmanEmail === '') throw new Refusal('no-chairman');
  const key = keyOf(entry);
  const hasGone = asked !== 'again' && isSent(ports.store.all(), key);
  const made = hasGone ? NOTHING_MADE : makeAside(ports, mailKey(key), () => documentsOf(told, ports.version));
  if (!made) return MADE_ELSEWHERE;
  const sent = withMailRun(ports, (run) => {
    // A mail counts as sent if either says so: the store survives a file restored to an older version, the journal a lost store.
    if (hasLeft(sentByJournal(told.observation), key)) settle(ports, run, key);
    const how = {
      what: `${DEED} ${closedLabel(entry)} – bản ${entry.version}`,
      atOnce: asked !== undefined,
      oncemore: asked === 'again',
      copiesMayWait: true,
    };
    return sendOnce(ports, run, key, (again) => mailOf(ports, told, made, asked === 'again' ? 'asked' : again), how);
  });
  if (sent.isNews || sent.outcome === 'sent' || sent.outcome === 'resent') record(ports, told, key, sent, made.why);
  return sent;
}

const MADE_ELSEWHERE: Sent = { outcome: 'elsewhere', why: '', tries: 0, next: 0, since: 0, isNews: false };

/** The mail of a told version, as the chairman gets it. @param made its documents @param preview what stands on top of one that is shown to CAX alone */
export function mailOf(
  ports: Ports,
  told: ToldVersion,
  made: Made<ReportFile>,
  resend: boolean | 'asked',
  preview?: string,
): Mail {
  const { report, span, settings } = told;
  const attachments = made.files.map((file) =>
    preview === undefined ? file : { ...file, name: `XEM TRƯỚC - ${file.name}` },
  );
  const written = chairmanMail(
    report,
    {
      attachments: attachments.map(({ name }) => name),
      unattached: made.why !== '',
      ...mailFacts(ports, settings.commune),
      standingBody: settings.standingBody,
      chairmanTitle: asInSentence(settings.chairmanTitle),
      replyTo: replyAddress(settings),
      resend,
      ...(preview !== undefined && { preview }),
    },
    span,
  );
  return { ...addressed(written, settings.chairmanEmail, settings.copies, settings), attachments };
}

/** «CHỦ TỊCH» of the signature block → «Chủ tịch». */
export function asInSentence(title: string): string {
  return title.slice(0, 1).toUpperCase() + title.slice(1).toLowerCase();
}

/** @param unmade why no document went with it; empty where they did */
function record(ports: Ports, told: ToldVersion, key: MailKey, sent: Sent, unmade: string): void {
  const { observation, entry, settings, report } = told;
  const at = ports.now();
  const outcome = `${wordsOf(sent, settings, entry)}${unmade === '' ? '' : `, không kèm văn bản (${unmade})`}`;
  const hasGone = sent.outcome === 'sent' || sent.outcome === 'resent';
  const state = hasGone ? SENT_WORD : sent.outcome === 'refused' || sent.outcome === 'quota' ? NOT_SENT : 'không rõ';
  const reader = observation.reader('ledger');
  // What has left is never forgotten; what could not be sent counts until it is.
  const before = textOf(reader.value(entry.row, 'chairmanMail'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(UNSENT) && !IS_REPLACED.test(line));
  ports.workbook.update([
    ...(hasGone ? replacedRequests(observation, entry, () => ports.store.all()) : []),
    ...writeCells(reader.tab, entry.row, {
      chairmanMail: [...before, `${outcome}${hasGone ? ' lúc' : ';'} ${formatMoment(at)}`].join('\n'),
      ...(hasGone && { zalo: zaloReport(report, ports.workbook.url) }),
    }),
    ...journalRequests(observation, [{ at, deed: DEED, key: mailKey(key), state, account: ports.account, outcome }]),
  ]);
}

const UNSENT = 'Chưa gửi được';
const OVER = 'hết thời gian hệ thống tự gửi, dùng «Gửi Chủ tịch»';

function wordsOf({ outcome, why, next }: Sent, settings: Settings, entry: LedgerEntry): string {
  const { chairmanEmail, copies, leftOutCopies } = settings;
  // Not when next: no later refusal writes it down, and a moment that has passed promises nothing.
  const until = triedUntil(entry, settings.rules);
  const given = copiesFor(chairmanEmail, copies);
  const left = [...(why === '' ? [] : given.map((address) => `${address} (${why})`)), ...leftOutCopies];
  const parts = [
    ...(why !== '' || given.length === 0 ? [] : [`đồng gửi ${given.join(', ')}`]),
    ...(left.length === 0 ? [] : [`không gửi bản sao tới ${left.join(', ')}`]),
  ];
  switch (outcome) {
    case 'sent':
      return [`Đã gửi ${chairmanEmail}`, ...parts].join(', ');
    case 'resent':
      return [`Gửi lại ${chairmanEmail}`, ...parts].join(', ');
    case 'in-doubt':
      return 'Hai lần gửi đều không rõ kết quả: hỏi Chủ tịch đã nhận thư chưa';
    case 'unclear':
      return `Không rõ thư tới ${chairmanEmail} đã đi chưa: ${why}; hệ thống gửi lại một lần, ghi «(gửi lại)»`;
    default:
      return `${UNSENT} ${chairmanEmail}: ${why}; ${next < until ? `hệ thống tự thử lại đến ${formatMoment(until)}` : OVER}`;
  }
}

/** Script property: a mail that has left and may be sent once more, and until when: «2024-05|chairman|1| 45427.5». */
const OFFERED = 'offered';
const OFFER_LASTS = 1 / 24;

/** Whether the mail of the newest version has left or may have: the question before it is sent once more. @throws Refusal */
export function sentAlready(ports: Ports, seeds: ResolvedPlan): string | undefined {
  const { newest } = newestToSend(ports, seeds);
  if (!newest || !isSent(ports.store.all(), keyOf(newest))) return undefined;
  return `${closedLabel(newest)} – bản ${newest.version}`;
}

/** A person has said that it is to be sent once more. @throws Refusal */
export function offerAgain(ports: Ports, seeds: ResolvedPlan): void {
  const { newest } = newestToSend(ports, seeds);
  if (newest) ports.store.set(OFFERED, `${mailKey(keyOf(newest))} ${ports.now() + OFFER_LASTS}`);
}

function newestToSend(ports: Ports, seeds: ResolvedPlan) {
  const observation = observe(ports, seeds, { settings: 'all', ledger: recent() });
  const { settings } = observation;
  const period = endedPeriod(ports.now(), settings.rules);
  return { settings, period, newest: newestOf(closedOf(observation), { period }) };
}

/**
 * «Gửi Chủ tịch»: the newest version of the month that ended last; in words what came of it. What has left is sent once more, marked, only
 * where it is asked for a second time within the hour (rule 6.10). @throws Refusal
 */
export function sendNewestReport(ports: Ports, seeds: ResolvedPlan): string {
  const { settings, period, newest } = newestToSend(ports, seeds);
  if (!newest) {
    const { rules, firstPeriod } = settings;
    if (firstPeriod && comparePeriods(period, firstPeriod) < 0) return 'Chưa có kỳ nào đã chốt để gửi.';
    return isClosingTime(ports.now(), rules)
      ? `${periodLabel(period)} chưa có bản chốt; hãy bấm Tổng hợp báo cáo trước.`
      : `${periodLabel(period)} không có bản chốt nào (chốt được đến hết ngày ${formatDay(graceOf(period, rules))}); không có gì để gửi.`;
  }
  if (settings.chairmanEmail === '') throw new Refusal('no-chairman');
  const key = mailKey(keyOf(newest));
  const [offered, until] = (ports.store.all()[OFFERED] ?? '').split(' ');
  const isAgain = offered === key && ports.now() <= Number(until);
  if (isAgain) ports.store.remove(OFFERED);
  const sent = sendChairmanMail(ports, tellVersion(ports, seeds, newest), isAgain ? 'again' : 'once');
  const what = `${periodLabel(period)} – bản ${newest.version}`;
  const offer = 'Cần gửi lại: yêu cầu «Gửi Chủ tịch» lần nữa trong vòng 60 phút.';
  switch (sent.outcome) {
    case 'already':
      offerAgain(ports, seeds);
      return claimOf(ports.store.all(), keyOf(newest))?.state === 'doubt'
        ? `${what}: hai lần gửi đều không rõ kết quả; hỏi Chủ tịch đã nhận thư chưa. ${offer}`
        : `${what} đã gửi trước đó (xem Sổ báo cáo); chưa gửi lại. ${offer}`;
    case 'elsewhere':
    case 'waits':
      return `${what} đang được gửi ở một lần chạy khác.`;
    default:
      return `${what}: ${wordsOf(sent, settings, newest)}.`;
  }
}

/** «Gửi thử cho tôi»: the chairman's mail of the newest version there is, to the one who asked, marked as a try. @throws Refusal */
export function sendTest(ports: Ports, seeds: ResolvedPlan, to: string): string {
  const ledger = closedOf(observe(ports, seeds, { settings: 'all', ledger: recent() }));
  const newest = ledger.reduce<LedgerEntry | undefined>((a, b) => (a && a.closedAt > b.closedAt ? a : b), undefined);
  if (!newest) return 'Chưa có bản chốt nào để gửi thử; hãy bấm Tổng hợp báo cáo trước.';
  const told = tellVersion(ports, seeds, newest);
  const minute = Math.round(ports.now() * 1440);
  const key: MailKey = { period: closedId(newest), kind: 'test', version: minute, recipient: to };
  const made = makeAside(ports, mailKey(key), () => documentsOf(told, ports.version)) ?? NOTHING_MADE;
  const make = (): Mail => {
    const mail = mailOf(ports, told, made, false);
    return { ...mail, to, cc: [], subject: `[GỬI THỬ] ${mail.subject}` };
  };
  const { outcome, why } = withMailRun(ports, (run) => sendOnce(ports, run, key, make, { what: 'Thư gửi thử' }));
  const what = `${closedLabel(newest)} – bản ${newest.version} tới ${to}`;
  if (outcome === 'sent' || outcome === 'resent') return `Đã gửi thử ${what}.`;
  return `${outcome === 'unclear' ? 'Không rõ đã gửi thử được chưa' : 'Không gửi thử được'} ${what}: ${why} Yêu cầu lại khi cần.`;
}
