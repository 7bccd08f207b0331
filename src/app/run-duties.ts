// The clock (product §6): comes every ten minutes, leaves at once when nothing is due, and otherwise asks the calendar and
// the ledger what is. Each duty is safe to repeat; a run that dies is made good by the next.
import { at, civilOf, type Day, type Moment, workingDayFrom } from '../core/calendar.ts';
import { comparePeriods, dayOfPeriod, deadlineOf, endedPeriod, periodLabel } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import type { LedgerEntry } from '../sheet/ledger.ts';
import { closeAutomatically } from './close-period.ts';
import { clockLine, ledgerOf, type Observation, observe } from './observe.ts';
import { EDIT_SETTINGS, editSettings } from './on-edit.ts';
import type { Ports } from './ports.ts';
import { restoreGuards } from './restore-guards.ts';
import { dueChairmanMail, sendChairmanMail } from './send-report.ts';
import { keepUp } from './upkeep.ts';
import { AUTOMATIC_HOUR, nextLook, WAKE } from './wake.ts';

export type Duty =
  | { readonly duty: 'upkeep'; readonly missed: readonly string[]; readonly restored: readonly string[] }
  | { readonly duty: 'automatic version'; readonly period: string }
  | { readonly duty: 'chairman mail'; readonly period: string; readonly version: number; readonly outcome: string };

/** What was done; empty where nothing was due or the file, the account or the plan's time is not ours to serve. */
export function runDuties(ports: Ports, seeds: ResolvedPlan): Duty[] {
  const store = ports.store.all();
  if (ports.now() < Number(store[WAKE] ?? 0)) return [];
  // Before the look, not after it: a closing that takes the mark away meanwhile is then not slept through.
  ports.store.set(WAKE, String(nextLook(ports.now())));
  try {
    const observation = observe(ports, seeds, { settings: 'all', controls: 'all', ledger: 'all' });
    const done = mayRun(observation, ports) ? serve(ports, seeds, observation, store) : [];
    // A mail another run is sending is looked after in ten minutes; everything else waits for its time.
    if (done.some((duty) => duty.duty === 'chairman mail' && duty.outcome === 'elsewhere')) ports.store.remove(WAKE);
    return done;
  } catch (cause) {
    ports.store.remove(WAKE);
    throw cause;
  }
}

function serve(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
  store: Readonly<Record<string, string>>,
): Duty[] {
  const { settings } = observation;
  const forEdits = editSettings(settings);
  if (store[EDIT_SETTINGS] !== forEdits) ports.store.set(EDIT_SETTINGS, forEdits);
  const done: Duty[] = [];
  const now = ports.now();
  const heartbeat = clockLine(observation, 'heartbeat');
  if (typeof heartbeat !== 'number' || Math.floor(heartbeat) < Math.floor(now)) {
    done.push({ duty: 'upkeep', missed: keepUp(ports, seeds).missed, restored: restoreGuards(ports, seeds) });
  }
  if (!settings.automaticSending || hasEnded(settings, now)) return done;
  let ledger = ledgerOf(observation);
  if (automaticVersionIsDue(ledger, settings, now)) {
    const version = closeAutomatically(ports, seeds);
    if (version) {
      done.push({ duty: 'automatic version', period: periodLabel(version.period) });
      ledger = ledgerOf(observe(ports, seeds, { settings: 'all', ledger: 'all' }));
    }
  }
  const mail = dueChairmanMail(ledger, settings, store, now);
  if (mail) {
    const outcome = sendChairmanMail(ports, seeds, mail, ledger);
    done.push({ duty: 'chairman mail', period: mail.period, version: mail.version, outcome });
  }
  return done;
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

/** The first working day from the 15th, never later than the last day of grace. */
function automaticDay(deadline: Day, grace: Day, holidays: readonly Day[]): Day {
  return Math.min(workingDayFrom(deadline, holidays), grace);
}

/** Bản 0 is due where CAX has not closed by 16:00 of that day, and only until the last day of grace. */
function automaticVersionIsDue(ledger: readonly LedgerEntry[], settings: Settings, now: Moment): boolean {
  const { rules, firstPeriod, holidays } = settings;
  const { day } = civilOf(now);
  if (day < rules.deadlineDay || day > rules.graceDay) return false;
  const period = endedPeriod(now, rules);
  if (firstPeriod !== undefined && comparePeriods(period, firstPeriod) < 0) return false;
  if (ledger.some((entry) => comparePeriods(entry.period, period) === 0)) return false;
  const dueDay = automaticDay(deadlineOf(period, rules), dayOfPeriod(period, rules.graceDay), holidays);
  return now >= at(dueDay, AUTOMATIC_HOUR);
}
