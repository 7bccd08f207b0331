// The clock awake (rule 6.1): it asks the calendar and the ledger what is due. Each duty is safe to repeat; a run that dies is
// made good by the next.
import type { Moment } from '../../core/calendar.ts';
import { automaticMoment, isSaneHour } from '../../core/duty-days.ts';
import { comparePeriods, endedPeriod, isClosingTime, periodLabel } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { NO_ADDRESS } from '../../core/sending-causes.ts';
import type { Settings } from '../../core/settings.ts';
import { closedId, closedLabel, versionKey } from '../../core/version.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { adHocDuties, nextAdHocEnd, restsNow, serveAdHoc } from '../ad-hoc/send-ad-hoc.ts';
import { closeAutomatically } from '../closing/close-period.ts';
import { documentsDue, keepDocuments } from '../closing/keep-documents.ts';
import { type ToldVersion, tellVersion } from '../closing/tell-version.ts';
import { pruneClaims } from '../mail/mail-claim.ts';
import { tellTroubles, troublesOf } from '../mail/mail-trouble.ts';
import { type DueRun, type RoundDuty, remind, remindOn, warnedAt } from '../mail/remind-when-due.ts';
import { ALARM, alarmSettings, FAILED } from '../mail/report-failure.ts';
import { chairmanKey, dueChairmanMails, isToBeTried, sendChairmanMail } from '../mail/send-report.ts';
import { tellIdle, watchAddresses } from '../mail/tell-installer.ts';
import { lateIsDue, tellLate } from '../mail/tell-late.ts';
import { clockLine, closedOf, type Observation, observe, outOfTurnOf, recent } from '../observe.ts';
import { EDIT_SETTINGS, editSettings, settingsForEdit } from '../on-edit.ts';
import type { Ports } from '../ports.ts';
import { reasonOf } from '../reason.ts';
import { letKeepersIn } from '../sync/missing-rights.ts';
import { restoreGuards } from '../sync/restore-guards.ts';
import { nextLook, SENDING_HOUR, USUAL_HOUR, WAKE } from '../wake.ts';
import { Faults, isBusy } from './alone.ts';
import { isHeldElsewhere } from './hold-clock.ts';
import { isHandedOver, marksDue, putBack, whyIdle } from './machine-settings.ts';
import { serveRequests } from './serve-requests.ts';
import { serveTicks } from './serve-ticks.ts';
import { keepUp } from './upkeep.ts';

export type Duty =
  | { readonly duty: 'upkeep'; readonly missed: readonly string[]; readonly restored: readonly string[] }
  | { readonly duty: 'automatic version'; readonly period: string }
  | { readonly duty: 'documents'; readonly names: readonly string[]; readonly waits: boolean }
  | RoundDuty
  | { readonly duty: 'ad hoc'; readonly outcome: string; readonly waits: boolean }
  | { readonly duty: 'late'; readonly told: readonly string[] }
  | { readonly duty: 'request'; readonly deed: string; readonly outcome: string }
  | { readonly duty: 'chairman mail'; readonly period: string; readonly version: number; readonly outcome: string };

/**
 * What was done; empty where nothing was due or the file, the account or the plan's time is not ours to serve. Each duty stands alone: what one
 * throws is thrown at the end, when the others are done.
 */
export function runDuties(ports: Ports, seeds: ResolvedPlan): Duty[] {
  const store = ports.store.all();
  const faults = new Faults();
  // A full store is emptied of what nothing asks for any more before anything is written to it.
  faults.alone('Dọn kho nhớ của tập lệnh', () => pruneClaims(ports, store));
  // No moment at all while this run works: one that dies is made good by the next, in ten minutes.
  const working = `since ${ports.now()}`;
  faults.alone(REMEMBERING, () => ports.store.set(WAKE, working));
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
  const { done, waits } = serve({ ports, seeds, observation, store, faults, tell: tellOnce(ports, seeds) });
  faults.throwAll();
  if (store[FAILED] !== undefined) ports.store.remove(FAILED);
  // A mail that is to be tried again or that another run is sending is looked after in ten minutes. Whoever made something due
  // meanwhile took the mark away.
  if (!waits && ports.store.all()[WAKE] === working) {
    const now = ports.now();
    const ends = nextAdHocEnd(outOfTurnOf(observation), now) ?? Number.POSITIVE_INFINITY;
    ports.store.set(WAKE, String(Math.min(ends, nextLook(now, Number(store[SENDING_HOUR] ?? USUAL_HOUR)))));
  }
  return done;
}

const REMEMBERING = 'Ghi kho nhớ của tập lệnh';

/** What somebody has typed over by a slip is put back first: it would be a reason to do nothing. */
function lookToServe(
  ports: Ports,
  seeds: ResolvedPlan,
  store: Readonly<Record<string, string>>,
): Observation<'settings' | 'controls' | 'ledger' | 'adHoc'> {
  const look = () => observe(ports, seeds, { settings: 'all', controls: 'all', ledger: recent(), adHoc: 'all' });
  const observation = look();
  const written = marksDue(observation.settings, ports, store).map((due) => putBack(ports, seeds, due));
  return written.includes(true) ? look() : observation;
}

interface Run extends DueRun {
  readonly observation: Observation<'settings' | 'controls' | 'ledger' | 'adHoc'>;
  readonly faults: Faults;
  readonly tell: (entry: LedgerEntry) => ToldVersion;
}

/** What is frozen is the same in the mail and in the documents: it is read once a run. */
function tellOnce(ports: Ports, seeds: ResolvedPlan): Run['tell'] {
  const known = new Map<string, ToldVersion>();
  return (entry) => {
    const told = known.get(versionKey(entry)) ?? tellVersion(ports, seeds, entry);
    known.set(versionKey(entry), told);
    return told;
  };
}

/** The chairman first, before anything that could end the run. `waits`: some mail is to be looked after in ten minutes. */
function serve(run: Run): { readonly done: Duty[]; readonly waits: boolean } {
  const { ports, seeds, observation, store, faults, tell } = run;
  const { settings } = observation;
  const now = ports.now();
  const done: Duty[] = [];
  const isOn = settings.automaticSending && !hasEnded(settings, now);
  faults.alone(REMEMBERING, () => keepForLater(ports, settings, store));
  faults.alone('Thư báo đổi địa chỉ', () => watchAddresses(ports, settings, store));
  if (isOn) faults.alone('Thư Chủ tịch', () => writeToChairman(run, closedOf(observation), done));
  const heartbeat = clockLine(observation, 'heartbeat');
  // Another day, be it one to come: people can write there.
  if (typeof heartbeat !== 'number' || Math.floor(heartbeat) !== Math.floor(now)) {
    const missed = faults.alone('Việc hằng ngày', () => keepUp(ports, seeds).missed) ?? [];
    const restored = faults.alone('Khôi phục bảo vệ', () => restoreGuards(ports, seeds)) ?? [];
    done.push({ duty: 'upkeep', missed, restored });
  } else faults.alone('Đặt quyền', () => letKeepersIn(ports, seeds, settings, store));
  done.push(...serveRequests(ports, seeds, observation, faults));
  const ticked = serveTicks(ports, seeds, observation, faults);
  done.push(...ticked.map((outcome): Duty => ({ duty: 'ad hoc', outcome, waits: false })));
  const ledger = hasEnded(settings, now) ? [] : monthly(run, done, isOn);
  outOfTurn(run, ticked.length > 0, done);
  // Documents last, so that a Drive that refuses keeps nobody from being written to.
  faults.alone('Lập văn bản', () => {
    const undocumented = documentsDue(ledger, settings, now);
    if (!undocumented) return;
    const names = keepDocuments(ports, seeds, tell(undocumented));
    // None: another run makes them, or died at it.
    done.push({ duty: 'documents', names, waits: names.length === 0 });
  });
  faults.alone('Báo Công an xã báo cáo sau khi chốt', () => {
    if (lateIsDue(ledger, settings, ports.store.all(), now)) done.push({ duty: 'late', told: tellLate(ports, seeds) });
  });
  const isAwaited = faults.alone('Báo thư chưa gửi được', () => tellWhatWaits(run, isOn ? ledger : [])) ?? true;
  const waits = isAwaited || done.some((duty) => 'waits' in duty && duty.waits);
  return { done, waits };
}

/** The versions whose mail may be tried now; what was done is told to `done`. */
function writeToChairman(
  { ports, observation, faults, tell }: Run,
  ledger: readonly LedgerEntry[],
  done: Duty[],
): void {
  const { settings } = observation;
  const store = ports.store.all();
  const now = ports.now();
  for (const entry of dueChairmanMails(ledger, settings, store, now)) {
    // What CAX closed leaves at once; what the clock made waits for the morning.
    if (entry.version === 0 && !isSaneHour(now, settings.sendingHour)) continue;
    if (!isToBeTried(entry, settings, store, now)) continue;
    faults.alone(`Thư Chủ tịch ${closedLabel(entry)} – bản ${entry.version}`, () => {
      const { outcome } = sendChairmanMail(ports, tell(entry));
      done.push({ duty: 'chairman mail', period: closedId(entry), version: entry.version, outcome });
    });
  }
}

/**
 * Bản 0 and its mail, then the units; what was done is told to `done`. The ledger as it is then.
 * @param isOn «Tự động gửi»: without it the month is kept all the same, and nobody is written to
 */
function monthly(run: Run, done: Duty[], isOn: boolean): readonly LedgerEntry[] {
  const { ports, seeds, observation, store, faults } = run;
  const { settings } = observation;
  const ledger =
    faults.alone('Lập bản tự động', () => {
      const stood = closedOf(observation);
      if (!automaticVersionIsDue(stood, settings, store, ports.now())) return stood;
      const version = closeAutomatically(ports, seeds);
      if (!version) return stood;
      done.push({ duty: 'automatic version', period: periodLabel(version.period) });
      const stands = closedOf(observe(ports, seeds, { ledger: recent() }));
      if (isOn) writeToChairman(run, stands, done);
      return stands;
    }) ?? [];
  if (isOn) faults.alone('Nhắc đơn vị', () => done.push(...remind(run)));
  faults.alone('Nhắc đơn vị theo yêu cầu', () => done.push(...remindOn(run)));
  return ledger;
}

/** Reports out of turn: asked for by CAX, so done also where automatic sending is off. Who is to be asked comes first. */
function outOfTurn({ ports, seeds, observation, store, faults }: Run, hasChanged: boolean, done: Duty[]): void {
  const due = faults.alone('Báo cáo đột xuất', () => {
    const seen = hasChanged ? observe(ports, seeds, { ledger: recent() }) : observation;
    return adHocDuties(outOfTurnOf(seen), store, ports.now());
  });
  for (const duty of due ?? []) {
    if (restsNow(duty, observation.settings, ports.store.all(), ports.now())) continue;
    faults.alone(`Báo cáo đột xuất ${duty.entry.id}`, () => {
      done.push({ duty: 'ad hoc', ...serveAdHoc(ports, seeds, duty) });
    });
  }
}

/** Tells which mails could not be sent; whether some are still to be tried. */
function tellWhatWaits({ ports, seeds, observation, faults }: Run, ledger: readonly LedgerEntry[]): boolean {
  const { settings } = observation;
  const [now, store] = [ports.now(), ports.store.all()];
  const due = dueChairmanMails(ledger, settings, store, now);
  const adHoc = adHocDuties(outOfTurnOf(observation), store, now);
  const isDue = (key: string) =>
    due.some((entry) => key.startsWith(chairmanKey(entry))) ||
    adHoc.some(({ entry }) => key.startsWith(`${entry.id}|`));
  const noAddress = settings.chairmanEmail === '' ? due : [];
  const unaddressed = settings.chairmanEmail === '' ? adHoc.filter(({ step }) => step === 'closed') : [];
  const unsent = faults.all.filter(({ deed, cause }) => /^(?:Thư|Nhắc|Báo cáo đột xuất)/u.test(deed) && !isBusy(cause));
  tellTroubles(ports, seeds, observation, [
    ...noAddress.map((entry) => ({
      key: chairmanKey(entry),
      words: `Thư Chủ tịch ${closedLabel(entry)} – bản ${entry.version}: ${NO_ADDRESS} ở tab Cấu hình`,
      isUrgent: true,
    })),
    ...unaddressed.map(({ entry }) => ({
      key: `${entry.id}|${entry.version}`,
      words: `Thư Chủ tịch ${entry.id} – bản ${entry.version}: ${NO_ADDRESS} ở tab Cấu hình`,
      isUrgent: true,
    })),
    ...troublesOf(store, settings, now, isDue),
    ...unsent.map(({ deed, cause }) => ({ key: deed, words: `${deed}: ${reasonOf(cause)}`, isUrgent: false })),
  ]);
  return due.length > 0 || adHoc.some(({ step }) => step === 'closed');
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

/** After «Theo dõi đến» nothing is closed or sent any more; the entries are still backed up. */
function hasEnded({ followUntil }: Settings, now: Moment): boolean {
  return followUntil !== undefined && Math.floor(now) > followUntil;
}

/** A copied file never works; a second person's trigger does nothing. */
function mayRun({ settings }: Observation<'settings'>, ports: Ports): boolean {
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
