// The clock awake (product §6): it asks the calendar and the ledger what is due. Each duty is safe to repeat; a run that dies is
// made good by the next.
import type { Moment } from '../core/calendar.ts';
import { automaticMoment, isSaneHour, isWarning, roundDue, roundHour } from '../core/duty-days.ts';
import {
  comparePeriods,
  endedPeriod,
  isClosingTime,
  openPeriodFrom,
  type Period,
  periodId,
  periodLabel,
} from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import { closedId } from '../core/version.ts';
import type { LedgerEntry } from '../sheet/ledger.ts';
import { closeAutomatically } from './close-period.ts';
import { isHeldElsewhere } from './hold-clock.ts';
import { documentsDue, keepDocuments } from './keep-documents.ts';
import { isHandedOver, marksDue, putBack, whyIdle } from './machine-settings.ts';
import { SINCE } from './marks.ts';
import { letKeepersIn } from './missing-rights.ts';
import { clockLine, closedOf, type Observation, observe, outOfTurnOf } from './observe.ts';
import { EDIT_SETTINGS, editSettings, settingsForEdit } from './on-edit.ts';
import type { Ports } from './ports.ts';
import { ALARM, alarmSettings, FAILED } from './report-failure.ts';
import { restoreGuards } from './restore-guards.ts';
import { adHocDuties, nextAdHocEnd, serveAdHoc } from './send-ad-hoc.ts';
import { remindUnits } from './send-reminders.ts';
import { dueChairmanMails, sendChairmanMail } from './send-report.ts';
import { serveRequests } from './serve-requests.ts';
import { serveTicks } from './serve-ticks.ts';
import { tellIdle, watchAddresses } from './tell-installer.ts';
import { lateIsDue, tellLate } from './tell-late.ts';
import { keepUp } from './upkeep.ts';
import { nextLook, SENDING_HOUR, USUAL_HOUR, WAKE } from './wake.ts';

export type Duty =
  | { readonly duty: 'upkeep'; readonly missed: readonly string[]; readonly restored: readonly string[] }
  | { readonly duty: 'automatic version'; readonly period: string }
  | { readonly duty: 'documents'; readonly names: readonly string[] }
  | {
      readonly duty: 'reminders';
      readonly period: string;
      readonly round: number;
      readonly sent: readonly string[];
      readonly waits: boolean;
    }
  | { readonly duty: 'ad hoc'; readonly outcome: string; readonly waits: boolean }
  | { readonly duty: 'late'; readonly told: readonly string[] }
  | { readonly duty: 'request'; readonly deed: string; readonly outcome: string }
  | { readonly duty: 'chairman mail'; readonly period: string; readonly version: number; readonly outcome: string };

/** What was done; empty where nothing was due or the file, the account or the plan's time is not ours to serve. */
export function runDuties(ports: Ports, seeds: ResolvedPlan): Duty[] {
  const store = ports.store.all();
  // No moment at all while this run works: one that dies is made good by the next, in ten minutes.
  const working = `since ${ports.now()}`;
  ports.store.set(WAKE, working);
  const observation = lookToServe(ports, seeds, store);
  const idle = whyIdle(observation.settings, ports, store);
  if (idle !== undefined) {
    // Handed over: the account that is to serve from now on cannot let itself in.
    if (isHandedOver(observation.settings, ports)) letKeepersIn(ports, seeds, observation.settings, store);
    tellIdle(ports, observation.settings.commune, idle);
  }
  if (isHeldElsewhere(observation.settings, ports)) {
    // The store is this script's alone: its clock may sleep, and looks now and then whether the file has come back to it.
    ports.store.set(WAKE, String(nextLook(ports.now())));
    return [];
  }
  if (!mayRun(observation, ports)) {
    // Another person's clock found it awake: it puts nobody to sleep, least of all the one that has the work to do.
    ports.store.remove(WAKE);
    return [];
  }
  const done = serve(ports, seeds, observation, store);
  if (store[FAILED] !== undefined) ports.store.remove(FAILED);
  // A mail another run is sending is looked after in ten minutes. Whoever made something due meanwhile took the mark away.
  const waits = done.some((duty) =>
    duty.duty === 'chairman mail' ? duty.outcome === 'elsewhere' : 'waits' in duty && duty.waits,
  );
  if (!waits && ports.store.all()[WAKE] === working) {
    const now = ports.now();
    const ends = nextAdHocEnd(outOfTurnOf(observation), now) ?? Number.POSITIVE_INFINITY;
    ports.store.set(WAKE, String(Math.min(ends, nextLook(now, Number(store[SENDING_HOUR] ?? USUAL_HOUR)))));
  }
  return done;
}

/** What somebody has typed over by a slip is put back first: it would be a reason to do nothing. */
function lookToServe(ports: Ports, seeds: ResolvedPlan, store: Readonly<Record<string, string>>): Observation {
  const look = () => observe(ports, seeds, { settings: 'all', controls: 'all', ledger: 'all', adHoc: 'all' });
  const observation = look();
  const written = marksDue(observation.settings, ports, store).map((due) => putBack(ports, seeds, due));
  return written.includes(true) ? look() : observation;
}

function serve(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
  store: Readonly<Record<string, string>>,
): Duty[] {
  const { settings } = observation;
  keepForLater(ports, settings, store);
  watchAddresses(ports, settings, store);
  const done: Duty[] = [];
  const now = ports.now();
  const heartbeat = clockLine(observation, 'heartbeat');
  // Another day, be it one to come: people can write there.
  if (typeof heartbeat !== 'number' || Math.floor(heartbeat) !== Math.floor(now)) {
    done.push({ duty: 'upkeep', missed: keepUp(ports, seeds).missed, restored: restoreGuards(ports, seeds) });
  } else letKeepersIn(ports, seeds, settings, store);
  done.push(...serveRequests(ports, seeds, observation));
  const ticked = serveTicks(ports, seeds, observation);
  done.push(...ticked.map((outcome): Duty => ({ duty: 'ad hoc', outcome, waits: false })));
  const isOn = settings.automaticSending && !hasEnded(settings, now);
  const ledger = isOn ? monthly(ports, seeds, observation, store, done) : [];
  done.push(...outOfTurn(ports, seeds, observation, store, ticked.length > 0));
  // Documents last, so that a Drive that refuses keeps nobody from being written to.
  const undocumented = documentsDue(ledger, settings, now);
  if (undocumented) done.push({ duty: 'documents', names: keepDocuments(ports, seeds, undocumented, ledger) });
  if (lateIsDue(ledger, settings, ports.store.all(), now)) done.push({ duty: 'late', told: tellLate(ports, seeds) });
  return done;
}

/** Bản 0, the chairman first, then the units; what was done is told to `done`. The ledger as it is then. */
function monthly(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
  store: Readonly<Record<string, string>>,
  done: Duty[],
): readonly LedgerEntry[] {
  const { settings } = observation;
  const now = ports.now();
  let ledger = closedOf(observation);
  if (automaticVersionIsDue(ledger, settings, store, now)) {
    const version = closeAutomatically(ports, seeds);
    if (version) {
      done.push({ duty: 'automatic version', period: periodLabel(version.period) });
      ledger = closedOf(observe(ports, seeds, { settings: 'all', ledger: 'all' }));
    }
  }
  for (const entry of dueChairmanMails(ledger, settings, store, now)) {
    // What CAX closed leaves at once; what the clock made waits for the morning.
    if (entry.version === 0 && !isSaneHour(now, settings.sendingHour)) continue;
    const outcome = sendChairmanMail(ports, seeds, entry, ledger);
    done.push({ duty: 'chairman mail', period: closedId(entry), version: entry.version, outcome });
  }
  done.push(...remind(ports, seeds, settings, store));
  return ledger;
}

/** Reports out of turn: asked for by CAX, so done also where automatic sending is off. */
function outOfTurn(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
  store: Readonly<Record<string, string>>,
  hasChanged: boolean,
): Duty[] {
  const seen = hasChanged ? observe(ports, seeds, { ledger: 'all' }) : observation;
  const due = adHocDuties(outOfTurnOf(seen), store, ports.now());
  return due.map((duty) => ({ duty: 'ad hoc', ...serveAdHoc(ports, seeds, duty) }));
}

/** What onEdit, the next wake and a failed run must know of the settings without reading the sheet. */
function keepForLater(ports: Ports, settings: Settings, store: Readonly<Record<string, string>>): void {
  const kept = {
    [EDIT_SETTINGS]: editSettings(settingsForEdit(settings)),
    [SENDING_HOUR]: String(settings.sendingHour),
    [ALARM]: alarmSettings(settings),
  };
  for (const [key, value] of Object.entries(kept)) if (store[key] !== value) ports.store.set(key, value);
}

/** Script property: the last round of reminders that was finished, «2024-05|2». */
const ROUND = 'round';

/** Script property: the period of which CAX was warned that bản 0 is coming, and when: «2024-05|45427.3». */
const WARNED = 'warned';

/** When CAX was warned of bản 0 of a period; undefined where it was not. Pure. */
export function warnedAt(store: Readonly<Record<string, string>>, period: Period): Moment | undefined {
  const [id, moment] = (store[WARNED] ?? '').split('|');
  return id === periodId(period) ? Number(moment) : undefined;
}

/** The round of reminders that is due and not finished. A file set up after its day has not missed it. */
function remind(
  ports: Ports,
  seeds: ResolvedPlan,
  { rules, holidays, sendingHour, firstPeriod }: Settings,
  store: Readonly<Record<string, string>>,
): Duty[] {
  const now = ports.now();
  const period = openPeriodFrom(now, rules, firstPeriod);
  const due = roundDue(period, rules, holidays, roundHour(sendingHour), now);
  if (!due || due.day < Math.floor(Number(store[SINCE] ?? 0))) return [];
  const mark = `${periodId(period)}|${due.round}`;
  const reminded = store[ROUND] === mark ? undefined : remindUnits(ports, seeds, period, due.round);
  if (warnedAt(store, period) === undefined && isWarning(due.round, period, rules, holidays)) {
    ports.store.set(WARNED, `${periodId(period)}|${now}`);
  }
  if (!reminded) return [];
  const { sent, finished, waits } = reminded;
  if (finished) ports.store.set(ROUND, mark);
  return [{ duty: 'reminders', period: periodId(period), round: due.round, sent, waits }];
}

/** After «Theo dõi đến» nothing is closed or sent any more; the entries are still backed up. */
function hasEnded({ followUntil }: Settings, now: Moment): boolean {
  return followUntil !== undefined && Math.floor(now) > followUntil;
}

/** A copied file never works; a second person's trigger does nothing. */
function mayRun({ settings }: Observation, ports: Ports): boolean {
  if (settings.fileId === '' || settings.fileId !== ports.workbook.id) return false;
  return settings.installingAccount === ports.account;
}

/** Bản 0 is due where CAX was warned and has not closed by the hour it was told, and only until the last day of grace. */
function automaticVersionIsDue(
  ledger: readonly LedgerEntry[],
  settings: Settings,
  store: Readonly<Record<string, string>>,
  now: Moment,
): boolean {
  const { rules, firstPeriod, holidays } = settings;
  if (!isClosingTime(now, rules)) return false;
  const period = endedPeriod(now, rules);
  if (firstPeriod !== undefined && comparePeriods(period, firstPeriod) < 0) return false;
  if (ledger.some((entry) => comparePeriods(entry.period, period) === 0)) return false;
  return now >= automaticMoment(period, rules, holidays, warnedAt(store, period));
}
