// A workbook read from a file, running on the local host: in a file of the installing account with the program bound to it, shared
// with the people its own tabs name, and healed by the program's own sync. It stays a copy: «Cấu hình» holds the id of the file
// it was, so it closes nothing and writes to nobody, until somebody makes it the original by «Thiết lập ban đầu…».
import { look, type Observation, observe } from '../../app/observe.ts';
import { Refusal } from '../../app/refusal.ts';
import { planSync, type SyncPlan } from '../../app/sync/sync.ts';
import { readAddresses } from '../../core/addresses.ts';
import { formatTime, isoDate, type Moment } from '../../core/calendar.ts';
import type { Seeds } from '../../core/plan.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import type { Spreadsheet } from '../../host/contract.ts';
import type { Host } from '../../host/host.ts';
import type { Answers, Outcome } from '../../host/run.ts';
import { createNodeHost } from '../../node/host.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import { decodeSnapshot } from '../../sheet/reading/snapshot.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER } from '../month/cast.ts';
import { lookingPorts } from './looking-ports.ts';

export interface BringingUp {
  readonly book: Spreadsheet;
  readonly title: string;
  readonly seeds: Seeds;
  readonly plan: ResolvedPlan;
  readonly bundle: { readonly code: string; readonly manifest: string };
  readonly clock: Moment;
}

export interface BroughtUp {
  readonly host: Host;
  readonly fileId: string;
  readonly scriptId: string;
  /** The account that keeps the sheet by its own «Cấu hình»; the installing account of the local host where none is named. */
  readonly keeper: string;
  readonly settings: Settings;
  /** What the sync found to do; undefined where it could not tell. */
  readonly found: SyncPlan | undefined;
  /** What is left to do after it: nothing, unless it was refused. */
  readonly left: SyncPlan | undefined;
  /** Nothing is left to do. */
  readonly healed: boolean;
  /** What the sync said, dialog by dialog. */
  readonly said: readonly string[];
  readonly failures: readonly string[];
}

/** Not that of the plays: the file's id would be the one its «Cấu hình» holds, and it would be no copy. */
const SEED = 2606;

/** Yes to every question: what was lost is put back, from copies of the file itself. */
const agree: Answers = (dialog) => (dialog.buttons === 'YES_NO' ? 'YES' : 'OK');

export function bringUp({ book, title, seeds, plan, bundle, clock }: BringingUp): BroughtUp {
  const host = createNodeHost({ clock: `${isoDate(clock)}T${formatTime(clock)}`, seed: SEED, remembers: false });
  const fileId = host.createSpreadsheet(INSTALLER, title, book);
  const manifest: Parameters<Host['bindScript']>[2]['manifest'] = JSON.parse(bundle.manifest);
  const scriptId = host.bindScript(INSTALLER, fileId, { code: bundle.code, manifest });
  const settings = shareAsTold(host, fileId, seeds, plan);
  // A file nobody has set up, or whose «Cấu hình» is gone, is set up anew.
  const isSetUp = settings.fileId !== '';
  const keeper = (isSetUp && (settings.installingAccount || settings.policeAccounts[0])) || INSTALLER;
  const found = planned(host, keeper, fileId, plan);
  host.grant(keeper, scriptId, 'all');
  const outcome = host.run(keeper, scriptId, isSetUp ? 'syncSheet' : 'setUp', [], agree);
  const left = planned(host, keeper, fileId, plan);
  return {
    host,
    fileId,
    scriptId,
    keeper,
    settings,
    found: typeof found === 'string' ? undefined : found,
    left: typeof left === 'string' ? undefined : left,
    healed:
      typeof left !== 'string' && left.rights.length === 0 && left.changes.every(({ impact }) => impact === 'leave'),
    said: outcome.shown.flatMap((shown) => (shown.kind === 'alert' ? [shown.prompt] : [])),
    failures: [...new Set([...[found, left].filter((one) => typeof one === 'string'), ...errorsOf(outcome)])],
  };
}

function errorsOf(outcome: Outcome): string[] {
  return outcome.kind === 'ok' ? [] : [outcome.kind === 'error' ? outcome.message : `đứt ở ${outcome.kind}`];
}

/** What a sync would do, or why nobody can say. */
function planned(host: Host, user: string, fileId: string, plan: ResolvedPlan): SyncPlan | string {
  try {
    return planSync(lookingPorts(host, user, fileId), plan);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Where nobody can say which column is which, what a sheet begins with; the sync says why. */
function observed(host: Host, fileId: string, plan: ResolvedPlan): Observation<'settings' | 'units'> {
  try {
    return observe(lookingPorts(host, INSTALLER, fileId), plan, { settings: 'all', units: 'all' });
  } catch (cause) {
    if (cause instanceof Refusal) return look(decodeSnapshot({}), plan);
    throw cause;
  }
}

/** Editors and reader by the file's own lists, so that rights are those of the sheet; the page's people may look. */
function shareAsTold(host: Host, fileId: string, seeds: Seeds, plan: ResolvedPlan): Settings {
  const { settings, placement } = observed(host, fileId, plan);
  for (const person of [CHAIRMAN, ...castOf(seeds).map(accountOf)]) host.share(fileId, INSTALLER, person, 'viewer');
  const units = readUnitRows(placement).flatMap(({ accounts }) => readAddresses(accounts).addresses);
  if (settings.chairmanEmail !== '') host.share(fileId, INSTALLER, settings.chairmanEmail, 'viewer');
  for (const person of [settings.installingAccount, ...settings.policeAccounts, ...units]) {
    if (person !== '' && person !== INSTALLER) host.share(fileId, INSTALLER, person, 'editor');
  }
  return settings;
}
