// What the clock does for ad hoc reports: it writes to the units, tells CAX whom it reached and who answered, and sends what was closed.
import type { AdHocReport } from '../../core/report/ad-hoc.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import { type AdHocChairmanFacts, adHocChairmanMail, adHocPoliceMail, requestMail } from '../../report/ad-hoc-mail.ts';
import type { AdHocEntry } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { writeCells } from '../../sheet/write.ts';
import { adHocFile } from '../closing/documents.ts';
import { frozenRows, observeFrozen } from '../closing/frozen-rows.ts';
import { storeFiles } from '../closing/keep-documents.ts';
import { type Made, makeAside } from '../closing/make-aside.ts';
import { journalRequests, sentByJournal } from '../journal.ts';
import { addressed, chairmanAddresses, mailFacts, replyAddress } from '../mail/envelope.ts';
import { hasLeft, type Letter, linesOf, linksOf, sendLetter, sendLetters } from '../mail/letters.ts';
import { adHocKeyOf, type MailKey, mayHaveLeft } from '../mail/mail-claim.ts';
import { settle, withMailRun } from '../mail/send-once.ts';
import { asInSentence } from '../mail/send-report.ts';
import { type Observation, observe, outOfTurnOf, recent } from '../observe.ts';
import type { Mail, Ports, ReportParts } from '../ports.ts';
import { type AdHocDuty, markOf, markTaken } from './ad-hoc-duties.ts';
import { requestKey, unaskedUnits } from './asked-units.ts';
import { AD_HOC_PARTS, adHocPlanFrom } from './plan-ad-hoc.ts';
import { tellAdHoc, tellBefore } from './tell-ad-hoc.ts';

/** A step that the quota ended, or at which another run may still be, is taken up by a later one. */
interface Step {
  readonly finished: boolean;
  readonly waits: boolean;
}

/** Takes a step; what came of it, in words, and whether it must be looked after in ten minutes. @throws Refusal */
export function serveAdHoc(
  ports: Ports,
  seeds: ResolvedPlan,
  duty: AdHocDuty,
): { readonly outcome: string; readonly waits: boolean } {
  const { entry, step } = duty;
  const { finished, waits } =
    step === 'closed' ? sendClosed(ports, seeds, entry) : sendAsked(ports, seeds, entry, step);
  if (finished) {
    markTaken(ports, duty);
  }
  return { outcome: `${markOf(duty)}${finished ? '' : ' (chưa hết)'}`, waits };
}

function factsOf(ports: Ports, settings: Settings, resend: boolean) {
  const { commune, standingBody } = settings;
  return { ...mailFacts(ports, commune), standingBody, replyTo: replyAddress(settings), resend };
}

/** The requests to the units, while they can still answer; and where CAX stands. */
function sendAsked(ports: Ports, seeds: ResolvedPlan, entry: AdHocEntry, step: 'asked' | 'ended'): Step {
  const observation = observeFrozen(ports, seeds, { ...AD_HOC_PARTS, ledger: recent(entry.id), journal: 'all' }, [
    entry,
  ]);
  const { settings } = observation;
  const now = ports.now();
  const plan = adHocPlanFrom(observation, seeds, entry.id, now, ports.store.all());
  const { rows, units, unassigned, openLabel } = plan;
  // In the words it was asked with, whatever has become of the line since.
  const reportOf = (unasked: readonly string[]) => {
    const detail = { ...entry, unasked };
    return tellAdHoc(observation, seeds, { id: entry.id, detail, closedAt: now, rows, asked: entry });
  };
  const report = reportOf([]);
  const links = linksOf(ports, seeds, observation);
  const requests = units
    .filter(({ emails }) => step === 'asked' && emails.length > 0)
    .map(({ code, name, emails, tasks }): Letter => {
      const [to = '', ...cc] = emails;
      const make = (again: boolean): Mail => {
        const facts = { ...factsOf(ports, settings, again), hrefOf: links.hrefOf, view: links.viewOf(code), openLabel };
        return addressed(requestMail(report, name, tasks, facts), to, cc, settings);
      };
      return { deed: 'Yêu cầu đột xuất', key: requestKey(entry.id, code), name, to: emails, make };
    });
  const { lines, ...taken } = withMailRun(ports, (run) => {
    const journal = sentByJournal(observation);
    for (const { code } of units) {
      const key = requestKey(entry.id, code);
      if (hasLeft(journal, key)) settle(ports, run, key);
    }
    const asked = sendLetters(ports, run, requests, journal);
    // Nobody is urged who has answered.
    const isAwaited = (name: string) => report.units.some((unit) => unit.name === name && unit.answered < unit.asked);
    const [to, ...cc] = settings.policeAccounts;
    if ((!asked.finished && !asked.waits) || to === undefined) return asked;
    const make = (again: boolean): Mail => {
      const facts = {
        ...factsOf(ports, settings, again),
        stage: step,
        unreachable: units.filter(({ name, emails }) => emails.length === 0 && isAwaited(name)).map(({ name }) => name),
        failed: asked.failed,
        unassigned,
      };
      // Whom it has reached by now.
      return addressed(adHocPoliceMail(reportOf(unaskedUnits(units, entry.id, run.claims)), facts), to, cc, settings);
    };
    const key: MailKey = { period: entry.id, kind: 'digest', version: step === 'asked' ? 0 : 1, recipient: to };
    const letter: Letter = {
      deed: 'Thư đột xuất gửi Công an xã',
      key,
      name: settings.standingBody,
      to: [to, ...cc],
      make,
    };
    const told = sendLetters(ports, run, [letter], journal);
    return {
      finished: asked.finished && told.finished,
      waits: asked.waits || told.waits,
      lines: [...asked.lines, ...told.lines],
    };
  });
  if (lines.length > 0) ports.workbook.update(journalRequests(observation, lines));
  return taken;
}

/** The mail to the chairman and the document. */
function sendClosed(ports: Ports, seeds: ResolvedPlan, entry: AdHocEntry): Step {
  const ledger = recent(entry.id);
  const known = outOfTurnOf(observe(ports, seeds, { ledger }));
  const own = known.filter(({ id, version }) => id === entry.id && version < entry.version);
  const asked = own.find(({ version }) => version === 0);
  const observation = observeFrozen(ports, seeds, { settings: 'all', units: 'all', ledger, journal: 'all' }, [
    entry,
    ...own,
  ]);
  const { settings } = observation;
  const corrects = correctedBy(observation, entry, ports.store.all());
  const rows = frozenRows(observation, entry);
  const { id, closedAt } = entry;
  const report = tellAdHoc(observation, seeds, { id, detail: entry, closedAt, rows, asked });
  const then = own.find(({ version }) => version === corrects);
  const before = then && tellBefore(observation, seeds, then, asked, rows);
  const made = makeAside(ports, `${id}|v${entry.version}`, () => [
    adHocFile(report, entry.version, { settings, planTitle: seeds.plan.title }, ports.version, before),
  ]);
  if (!made) return { finished: false, waits: true };
  const { finished, waits } =
    settings.chairmanEmail === ''
      ? { finished: false, waits: true }
      : mailChairman(ports, observation, entry, report, made, { corrects, before });
  if (entry.document === '' && made.why === '') {
    const urls = storeFiles(ports, settings, `${id}|v${entry.version}`, made.files);
    const { tab } = observation.reader('ledger');
    ports.workbook.update(writeCells(tab, entry.row, { document: urls.join('\n') }));
  }
  // Its mail has left without it; it is tried again until the time of the step ends.
  return { finished: finished && made.why === '', waits };
}

/** The newest version before it whose mail may have left: nobody corrects what nobody got. */
function correctedBy(
  observation: Observation<'journal'>,
  entry: AdHocEntry,
  store: Readonly<Record<string, string>>,
): number | undefined {
  const journal = sentByJournal(observation);
  return Array.from({ length: Math.max(0, entry.version - 1) }, (_, i) => entry.version - 1 - i).find((version) => {
    const key = adHocKeyOf({ id: entry.id, version });
    return mayHaveLeft(store, key) || hasLeft(journal, key);
  });
}

function mailChairman(
  ports: Ports,
  observation: Observation<'settings' | 'ledger' | 'journal'>,
  entry: AdHocEntry,
  report: AdHocReport,
  { files: attachments, why }: Made<ReportParts>,
  correction: Pick<AdHocChairmanFacts, 'corrects' | 'before'>,
): Step {
  const { settings } = observation;
  const { chairmanEmail, copies, chairmanTitle } = settings;
  const journal = sentByJournal(observation);
  const make = (again: boolean): Mail => {
    const mail = adHocChairmanMail(report, {
      ...factsOf(ports, settings, again),
      chairmanTitle: asInSentence(chairmanTitle),
      version: entry.version,
      ...correction,
      ...(entry.dueAt !== undefined && { dueAt: entry.dueAt }),
      attachments: attachments.map(({ name }) => name),
      unattached: why !== '',
    });
    return { ...addressed(mail, chairmanEmail, copies, settings), attachments };
  };
  const key = adHocKeyOf(entry);
  const letter: Letter = {
    deed: 'Thư Chủ tịch',
    key,
    name: `Chủ tịch ${entry.id} – bản ${entry.version}`,
    to: chairmanAddresses(settings),
    make,
    copiesMayWait: true,
  };
  const sent = withMailRun(ports, (run) => sendLetter(ports, run, letter, journal));
  const lines = linesOf(ports, letter, sent);
  if (lines.length > 0) {
    const [words] = lines;
    const { tab } = observation.reader('ledger');
    ports.workbook.update([
      ...writeCells(tab, entry.row, { chairmanMail: words?.outcome ?? '' }),
      ...journalRequests(observation, lines),
    ]);
  }
  const finished = ['sent', 'resent', 'already', 'in-doubt'].includes(sent.outcome);
  return { finished, waits: !finished };
}
