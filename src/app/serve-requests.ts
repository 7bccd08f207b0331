// «Điều khiển»: what CAX asked for by a tick (a phone has no menus) or by the menu (mail is always the clock's work), done and
// answered in the row. Each request is answered once: its tick is taken away with the answer.

import { isOneOf } from '../core/addresses.ts';
import { formatMoment } from '../core/calendar.ts';
import { type Cell, textOf } from '../core/cell.ts';
import { openPeriodFrom } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { type CauseFound, mailPromise } from '../core/sending-causes.ts';
import type { Settings } from '../core/settings.ts';
import { BY_TICK, REQUESTS, type RequestName, WAITING } from '../sheet/layout/controls.ts';
import { writeCells } from '../sheet/write.ts';
import { type Faults, takeUp } from './alone.ts';
import { checkSheet, writeCheck } from './check-sheet.ts';
import { closePeriod } from './close-period.ts';
import { planCorrection } from './correct-previous.ts';
import { describeCheck } from './describe-check.ts';
import { describeClosing, mailAfter, whyNotClosed } from './describe-closing.ts';
import { journalRequests } from './journal.ts';
import { type Observation, observe, requireKeeper } from './observe.ts';
import { type ClosingPlan, endedYear, planClosing } from './plan-closing.ts';
import type { Ports } from './ports.ts';
import { previewMail } from './preview-mail.ts';
import { Refusal } from './refusal.ts';
import { remindAsked } from './send-reminders.ts';
import { sendNewestReport, sendTest } from './send-report.ts';
import { causesIn } from './sending-facts.ts';
import { applyPreviewed, previewSync } from './sync-on-request.ts';
import { WAKE } from './wake.ts';

export interface ServedRequest {
  readonly duty: 'request';
  readonly deed: string;
  readonly outcome: string;
}

interface Asked {
  readonly name: RequestName;
  readonly row: number;
  /** Account that asked, where the row says one that may. */
  readonly by: string | undefined;
  /** «Người yêu cầu» and «Lúc» of the row are this request's. */
  readonly isFresh: boolean;
}

/** Each alone. Needs controls and settings read, and the journal's heading to be there. */
export function serveRequests(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
  faults: Faults,
): ServedRequest[] {
  const served: ServedRequest[] = [];
  for (const asked of askedIn(observation)) {
    const { name } = asked;
    const deed = REQUESTS[name];
    takeUp(
      { ports, faults, name, deed },
      () => answerTo(ports, seeds, asked, observation.settings),
      (outcome) => {
        answer(ports, seeds, asked, outcome);
        served.push({ duty: 'request', deed, outcome });
      },
      // Who asked counts as long as these words stand.
      (words) => tellInRow(ports, seeds, name, `${WAITING}; ${words}`, false),
    );
  }
  return served;
}

/** Writes what came of a request that goes on, in its row. */
export function tellInRow(ports: Ports, seeds: ResolvedPlan, name: RequestName, words: string, isTimed = true): void {
  const { tab, rows } = observe(ports, seeds, { controls: 'all' }).reader('controls');
  const row = rows.find(({ key }) => key === REQUESTS[name]);
  const outcome = isTimed ? `${formatMoment(ports.now())}: ${words}` : words;
  if (row) ports.workbook.update(writeCells(tab, row.index, { outcome }));
}

function askedIn(observation: Observation): Asked[] {
  const reader = observation.reader('controls');
  const { installingAccount, policeAccounts } = observation.settings;
  const names = Object.keys(REQUESTS) as RequestName[];
  const asked = names.flatMap((name): (Asked & { readonly at: number })[] => {
    const row = reader.rows.find(({ key }) => key === REQUESTS[name]);
    if (!row || reader.value(row.index, 'tick') !== true) return [];
    // The name of an earlier request stays in the row: it counts only where it has just been written.
    const isFresh = textOf(reader.value(row.index, 'outcome')).startsWith(WAITING);
    const by = isFresh ? textOf(reader.value(row.index, 'askedBy')).toLowerCase() : '';
    const at = reader.value(row.index, 'at');
    return [
      {
        name,
        row: row.index,
        by: isOneOf(by, [installingAccount, ...policeAccounts]) ? by : undefined,
        isFresh,
        at: isFresh && typeof at === 'number' ? at : Number.POSITIVE_INFINITY,
      },
    ];
  });
  // As they were asked; what says no time comes last, in the order of the tab.
  return asked.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
}

/** What came of it, in words; a refusal is an answer, a bug is not. */
function answerTo(ports: Ports, seeds: ResolvedPlan, asked: Asked, settings: Settings): string {
  try {
    return DEEDS[asked.name](ports, seeds, asked, settings);
  } catch (cause) {
    if (cause instanceof Refusal && cause.code !== 'busy') return cause.message;
    throw cause;
  }
}

const DEEDS: Readonly<
  Record<RequestName, (ports: Ports, seeds: ResolvedPlan, asked: Asked, settings: Settings) => string>
> = {
  preview: (ports, seeds) => previewClosing(planClosing(ports, seeds)),
  previewMail(ports, seeds, { by }, { policeAccounts, installingAccount }) {
    return previewMail(ports, seeds, by ?? policeAccounts[0] ?? installingAccount);
  },
  close: (ports, seeds, { by }) => closeAsked(ports, seeds, planClosing(ports, seeds), by),
  correct(ports, seeds, { by }) {
    const plan = planCorrection(ports, seeds);
    return typeof plan === 'string' ? plan : closeAsked(ports, seeds, plan, by);
  },
  closeYear: (ports, seeds, { by }) => closeAsked(ports, seeds, planClosing(ports, seeds, endedYear(ports.now())), by),
  check(ports, seeds) {
    const list = checkSheet(ports, seeds);
    const where = list.items.length > 0 ? ` Danh sách ở tab ${writeCheck(ports, seeds, list)}.` : '';
    return `${describeCheck(list).split('\n')[0] ?? ''}${where}`;
  },
  remind(ports, seeds, _, { rules, firstPeriod }) {
    const now = ports.now();
    const period = openPeriodFrom(now, rules, firstPeriod);
    return remindAsked(ports, seeds, period);
  },
  test(ports, seeds, { by }, { policeAccounts, installingAccount }) {
    return sendTest(ports, seeds, by ?? policeAccounts[0] ?? installingAccount);
  },
  previewSync,
  sync: applyPreviewed,
  chairman: sendNewestReport,
};

/** What a closing would be, without its question. */
function previewClosing(plan: ClosingPlan): string {
  const { title, text, asks, end } = describeClosing(plan);
  if (!asks) return `${title}\n${text}`;
  const mail = plan.causes.length === 0 ? '' : ` ${mailPromise(plan.causes)}`;
  return `${title}\n${text.slice(0, -end.length)}Đồng ý thì đánh dấu «${REQUESTS.close}».${mail}`;
}

function closeAsked(ports: Ports, seeds: ResolvedPlan, plan: ClosingPlan, by: string | undefined): string {
  const words = describeClosing(plan);
  if (plan.kind === 'preview') return whyNotClosed(plan);
  if (!words.asks) return words.end;
  const outcome = closePeriod(ports, seeds, plan, by ?? 'Công an xã (tab Điều khiển)');
  if (outcome.kind === 'changed') throw new Refusal('changed-meanwhile');
  return `Đã chốt bản ${outcome.version.version}. ${words.text.split('\n')[0] ?? ''} ${mailAfter(plan)}`;
}

function answer(ports: Ports, seeds: ResolvedPlan, { row, name, by, isFresh }: Asked, outcome: string): void {
  const observation = observe(ports, seeds, { controls: 'all', settings: 'all', journal: 'heading' });
  const reader = observation.reader('controls');
  // By its words: a sync asked for here may have moved the row.
  const index = reader.rows.find(({ key }) => key === REQUESTS[name])?.index ?? row;
  const at = ports.now();
  const [first = ''] = outcome.split('\n');
  const line = { at, deed: REQUESTS[name], key: '', state: 'xong', account: by ?? ports.account, outcome: first };
  ports.workbook.update([
    ...writeCells(reader.tab, index, {
      tick: false,
      ...(isFresh ? {} : { askedBy: BY_TICK, at }),
      outcome: `${formatMoment(at)}: ${outcome}`,
    }),
    ...journalRequests(observation, [line]),
  ]);
}

/** Why nobody would serve a request now, and the chairman would not be written to. @throws Refusal as `askFor` */
export function whyUnserved(ports: Ports, seeds: ResolvedPlan): CauseFound[] {
  return causesIn(ports, requireAsker(ports, seeds));
}

/** @throws Refusal not-yours, not-set-up, copied-file */
function requireAsker(ports: Ports, seeds: ResolvedPlan): Observation {
  const observation = observe(ports, seeds, { controls: 'all', settings: 'all' });
  requireKeeper(observation.settings, ports);
  if (observation.settings.fileId !== ports.workbook.id) throw new Refusal('copied-file');
  return observation;
}

/**
 * The menu's way of asking: the row is ticked in the name of the account that clicks, and the clock is woken.
 * @throws Refusal not-yours, not-set-up, copied-file
 */
export function askFor(ports: Ports, seeds: ResolvedPlan, name: RequestName): void {
  const observation = requireAsker(ports, seeds);
  const reader = observation.reader('controls');
  const row = reader.rows.find(({ key }) => key === REQUESTS[name]);
  if (!row) throw new Refusal('conflict', 'Tab «Điều khiển» thiếu dòng của việc này; hãy Đồng bộ bảng tính.');
  const cells: Record<string, Cell> = { tick: true, askedBy: ports.account, at: ports.now(), outcome: WAITING };
  ports.workbook.update(writeCells(reader.tab, row.index, cells));
  ports.store.remove(WAKE);
}
