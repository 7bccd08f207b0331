// «Điều khiển»: what CAX asked for by a tick (a phone has no menus) or by the menu (mail is always the clock's work), done and
// answered in the row. Each request is answered once: its tick is taken away with the answer.

import { readAddresses } from '../../core/addresses.ts';
import { formatMoment, type Moment } from '../../core/calendar.ts';
import { textOf } from '../../core/cell.ts';
import { isKeeper } from '../../core/keepers.ts';
import { openPeriodFrom } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { CauseFound } from '../../core/sending-causes.ts';
import type { Settings } from '../../core/settings.ts';
import { fold } from '../../core/text.ts';
import type { PeriodKey } from '../../core/version.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import { requestIn } from '../../sheet/request-row.ts';
import { BY_TICK, REQUESTS, type RequestName, WAITING, WITHDRAWN } from '../../sheet/request-words.ts';
import { writeCells } from '../../sheet/write.ts';
import { checkSheet, writeCheck } from '../check/check-sheet.ts';
import { describeCheck } from '../check/describe-check.ts';
import { closeShown, showClosing } from '../closing/close-on-request.ts';
import { planCorrection } from '../closing/correct-previous.ts';
import { type ClosingPlan, planClosing } from '../closing/plan-closing.ts';
import { closedAt, endedYear } from '../closing/what-to-close.ts';
import { journalRequests } from '../journal.ts';
import { previewMail } from '../mail/preview-mail.ts';
import { remindAsked } from '../mail/send-reminders.ts';
import { sendNewestReport, sendTest } from '../mail/send-report.ts';
import { causesIn } from '../mail/sending-facts.ts';
import { type Observation, observe, requireKeeper } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { applyPreviewed, previewSync } from '../sync/sync-on-request.ts';
import { WAKE } from '../wake.ts';
import { type Faults, takeUp } from './alone.ts';

export interface ServedRequest {
  readonly duty: 'request';
  readonly deed: string;
  readonly outcome: string;
}

interface Asked {
  readonly name: RequestName;
  readonly row: number;
  /** Accounts that asked, where the row says some that may; the first asked first. */
  readonly by: readonly string[];
  /** Somebody among them ticked, and Google does not tell who. */
  readonly isUnnamed: boolean;
  /** «Người yêu cầu» and «Lúc» of the row are this request's. */
  readonly isFresh: boolean;
  /** When it was asked, where the row says so. */
  readonly at: Moment | undefined;
}

/** What all requests of a visit share. */
interface Visit {
  readonly settings: Settings;
  /** What an earlier visit has shown: what this one shows nobody has read yet. */
  readonly before: Readonly<Record<string, string>>;
}

/** Each alone. */
export function serveRequests(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<'controls' | 'settings'>,
  faults: Faults,
): ServedRequest[] {
  const served: ServedRequest[] = [];
  for (const name of withdrawnIn(observation, ports.now())) tellInRow(ports, seeds, name, WITHDRAWN);
  const list = askedIn(observation);
  if (list.length === 0) return served;
  const visit: Visit = { settings: observation.settings, before: ports.store.all() };
  for (const asked of list) {
    const { name } = asked;
    const deed = REQUESTS[name];
    takeUp(
      { ports, faults, name, deed },
      () => answerTo(ports, seeds, asked, visit),
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

function askedIn(observation: Observation<'controls' | 'settings'>): Asked[] {
  const reader = observation.reader('controls');
  const names = Object.keys(REQUESTS) as RequestName[];
  const asked = names.flatMap((name): Asked[] => {
    const row = reader.rows.find(({ key }) => key === REQUESTS[name]);
    if (!row || reader.value(row.index, 'tick') !== true) return [];
    // The name of an earlier request stays in the row: it counts only where it has just been written.
    const isFresh = textOf(reader.value(row.index, 'outcome')).startsWith(WAITING);
    const askers = isFresh ? textOf(reader.value(row.index, 'askedBy')) : '';
    const by = readAddresses(askers).addresses;
    const at = reader.value(row.index, 'at');
    return [
      {
        name,
        row: row.index,
        by: by.filter((account) => isKeeper(account, observation.settings)),
        isUnnamed: fold(askers).includes(fold(BY_TICK)),
        isFresh,
        at: isFresh && typeof at === 'number' ? at : undefined,
      },
    ];
  });
  // As they were asked; what says no time comes last, in the order of the tab.
  return asked.sort((a, b) =>
    a.at === b.at ? 0 : (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY),
  );
}

/** A menu writes its words a moment before its tick. */
const TICK_COMES = 10 / 1440;

/** Requests that wait in words, and whose tick somebody has taken away. */
function withdrawnIn(observation: Observation<'controls'>, now: Moment): RequestName[] {
  const reader = observation.reader('controls');
  return (Object.keys(REQUESTS) as RequestName[]).filter((name) => {
    const row = reader.rows.find(({ key }) => key === REQUESTS[name]);
    if (!row || reader.value(row.index, 'tick') === true) return false;
    const at = reader.value(row.index, 'at');
    return (
      textOf(reader.value(row.index, 'outcome')).startsWith(WAITING) &&
      !(typeof at === 'number' && at > now - TICK_COMES)
    );
  });
}

/** What came of it, in words; a refusal is an answer, a bug is not. */
function answerTo(ports: Ports, seeds: ResolvedPlan, asked: Asked, visit: Visit): string {
  return inWords(() => DEEDS[asked.name](ports, seeds, asked, visit));
}

function inWords(serve: () => string): string {
  try {
    return serve();
  } catch (cause) {
    if (cause instanceof Refusal && cause.code !== 'busy') return cause.message;
    throw cause;
  }
}

/** Who closes, in words where no account is known. */
const SOMEBODY = 'Công an xã (tab Điều khiển)';

type Serve = (ports: Ports, seeds: ResolvedPlan, asked: Asked, visit: Visit) => string;

const DEEDS: Readonly<Record<RequestName, Serve>> = {
  preview: (ports, seeds, asked, visit) => showClosing(ports, planAsked(ports, seeds, asked, visit), 'close'),
  previewMail: (ports, seeds, asked, visit) =>
    toAskers(asked, visit, (to) => previewMail(ports, seeds, to, closedWhenAsked(asked, visit))),
  close(ports, seeds, asked, visit) {
    const [by = SOMEBODY] = asked.by;
    return closeShown(ports, seeds, planAsked(ports, seeds, asked, visit), { ...visit, name: 'close', by });
  },
  correct(ports, seeds, asked, visit) {
    const [by = SOMEBODY] = asked.by;
    const plan = planCorrection(ports, seeds);
    return typeof plan === 'string' ? plan : closeShown(ports, seeds, plan, { ...visit, name: 'correct', by });
  },
  closeYear(ports, seeds, asked, visit) {
    const [by = SOMEBODY] = asked.by;
    const plan = planClosing(ports, seeds, endedYear(ports.now()));
    return closeShown(ports, seeds, plan, { ...visit, name: 'closeYear', by });
  },
  check(ports, seeds) {
    const list = checkSheet(ports, seeds);
    const where = list.items.length > 0 ? ` Danh sách ở tab ${writeCheck(ports, seeds, list)}.` : '';
    return `${describeCheck(list).split('\n')[0] ?? ''}${where}`;
  },
  remind(ports, seeds, _, { settings: { rules, firstPeriod } }) {
    const now = ports.now();
    const period = openPeriodFrom(now, rules, firstPeriod);
    return remindAsked(ports, seeds, period);
  },
  test: (ports, seeds, asked, visit) => toAskers(asked, visit, (to) => sendTest(ports, seeds, to)),
  previewSync,
  sync: (ports, seeds, _, { before }) => applyPreviewed(ports, seeds, before),
  chairman: sendNewestReport,
};

function planAsked(ports: Ports, seeds: ResolvedPlan, asked: Asked, visit: Visit): ClosingPlan {
  return planClosing(ports, seeds, closedWhenAsked(asked, visit));
}

/** What would have been closed when it was asked: asked before midnight of the last day, it is that period's. */
function closedWhenAsked({ at }: Asked, { settings }: Visit): PeriodKey | undefined {
  return at === undefined ? undefined : closedAt(settings, at);
}

/** A mail to oneself, to each who asked, each alone. Google does not tell who ticks: then to every account of CAX, and said. */
function toAskers({ by, isUnnamed }: Asked, { settings }: Visit, send: (account: string) => string): string {
  const { policeAccounts, installingAccount } = settings;
  const everybody = policeAccounts.length > 0 ? policeAccounts : [installingAccount];
  const isGuessed = by.length === 0 || isUnnamed;
  const accounts = isGuessed ? [...new Set([...by, ...everybody])] : by;
  const sent = accounts.map((account) => inWords(() => send(account))).join(' ');
  return isGuessed && accounts.length > 1
    ? `Google không cho biết ai đánh dấu, nên gửi mọi tài khoản Công an xã. ${sent}`
    : sent;
}

function answer(ports: Ports, seeds: ResolvedPlan, { row, name, by, isFresh }: Asked, outcome: string): void {
  const observation = observe(ports, seeds, { controls: 'all', settings: 'all', journal: 'heading' });
  const reader = observation.reader('controls');
  // By its words: a sync asked for here may have moved the row.
  const index = reader.rows.find(({ key }) => key === REQUESTS[name])?.index ?? row;
  const at = ports.now();
  const [first = ''] = outcome.split('\n');
  const line = { at, deed: REQUESTS[name], key: '', state: 'xong', account: by[0] ?? ports.account, outcome: first };
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
function requireAsker(ports: Ports, seeds: ResolvedPlan): Observation<'controls' | 'settings'> {
  const observation = observe(ports, seeds, { controls: 'all', settings: 'all' });
  requireKeeper(observation.settings, ports);
  if (observation.settings.fileId !== ports.workbook.id) throw new Refusal('copied-file');
  return observation;
}

/**
 * The menu's way of asking: the row is ticked in the name of the account that clicks, and the clock is woken. What the person is told.
 * @throws Refusal not-yours, not-set-up, copied-file
 */
export function askFor(ports: Ports, seeds: ResolvedPlan, name: RequestName): string {
  const observation = requireAsker(ports, seeds);
  const reader = observation.reader('controls');
  const row = reader.rows.find(({ key }) => key === REQUESTS[name]);
  if (!row) throw new Refusal('conflict', 'Tab «Điều khiển» thiếu dòng của việc này; hãy Đồng bộ bảng tính.');
  const cell = (key: ColumnKey<'controls'>) => reader.value(row.index, key);
  const standing = { tick: cell('tick'), askedBy: cell('askedBy'), at: cell('at'), outcome: cell('outcome') };
  const { cells, words } = requestIn(standing, name, ports.account, ports.now());
  if (Object.keys(cells).length > 0) ports.workbook.update(writeCells(reader.tab, row.index, cells));
  ports.store.remove(WAKE);
  return words;
}
