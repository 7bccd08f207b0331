// The sync: look once, compute the difference, show it; after a person's yes, take the lock, look again, show again if the
// plan grew, write content in one batch and rights in a second (product §9). It never writes the entry block.
import type { Cell } from '../core/cell.ts';
import { textOf } from '../core/cell.ts';
import { firstPeriod, periodLabel } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { isOneOf, readAccounts, type Settings } from '../core/settings.ts';
import type { Change } from '../sheet/change.ts';
import { type ChangeLine, describeChanges } from '../sheet/describe.ts';
import { diff } from '../sheet/diff.ts';
import { declareWorkbook, sizesOf } from '../sheet/layout.ts';
import { requestsOf } from '../sheet/requests.ts';
import { diffRights, type RightsChange, type RightsInput, wantedProtections } from '../sheet/rights.ts';
import { readUnitRows } from '../sheet/rows.ts';
import { decodeSnapshot, SYNC_FIELDS } from '../sheet/snapshot.ts';
import { look, type Observation } from './observe.ts';
import type { Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface SyncPlan {
  readonly changes: readonly Change[];
  readonly rights: readonly RightsChange[];
  /** What a person reads: content by weight, then rights. Empty: the sheet agrees. */
  readonly lines: readonly ChangeLine[];
  /** Accounts that stand in «Đơn vị» or «Cấu hình» but not on the file's share list, and units without any. */
  readonly warnings: readonly string[];
  /** As read; where nothing stands yet, as the workbook will be created with. */
  readonly settings: Settings;
}

export type SyncOutcome =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'applied'; readonly plan: SyncPlan }
  | { readonly kind: 'grew'; readonly plan: SyncPlan };

/** Known when the workbook is set up, by key of «Cấu hình». */
export type InitialSettings = Readonly<Record<string, Cell>>;

/** What «Cấu hình» is created with: the file's own id, who installs, the first period (product §5.1). */
export function initialSettings(ports: Ports, rules: Observation['settings']['rules']): InitialSettings {
  return {
    fileId: ports.workbook.id,
    installingAccount: ports.account,
    firstPeriod: periodLabel(firstPeriod(ports.now(), rules)),
  };
}

/** Reads once and says what a sync would do. @throws Refusal conflict */
export function planSync(ports: Ports, seeds: ResolvedPlan, initial: InitialSettings = {}): SyncPlan {
  const { tabs } = declareWorkbook(seeds, sizesOf(seeds, undefined));
  const raw = ports.workbook.read({
    tabs: tabs.map(({ sheetId, kind }) => ({ sheetId, part: kind === 'growing' ? 'heading' : 'all' })),
    fields: SYNC_FIELDS,
  });
  const observation = look(decodeSnapshot(raw), seeds, initial);
  const { changes, conflicts } = diff(observation.snapshot, observation.workbook);
  if (conflicts.length > 0) throw new Refusal('conflict', `\n${conflicts.join('\n')}`);
  const { input, warnings } = rightsInput(ports, seeds, observation);
  const rights = diffRights(observation.snapshot, wantedProtections(observation.placement, input), input.owner);
  const lines = [...describeChanges(changes), ...describeRights(rights)];
  return { changes, rights, lines, warnings, settings: observation.settings };
}

/** Under the lock: looks again, and writes only what was shown. @throws Refusal */
export function applySync(
  ports: Ports,
  seeds: ResolvedPlan,
  shown: SyncPlan,
  initial: InitialSettings = {},
): SyncOutcome {
  return ports.locked(() => {
    const plan = planSync(ports, seeds, initial);
    const known = new Set(shown.lines.map(({ text }) => text));
    if (plan.lines.some(({ impact, text }) => impact !== 'leave' && !known.has(text))) return { kind: 'grew', plan };
    const requests = requestsOf(plan.changes);
    if (requests.length === 0 && plan.rights.length === 0) return { kind: 'agrees' };
    if (requests.length > 0) writeContent(ports, plan.changes);
    if (plan.rights.length > 0) ports.workbook.update(plan.rights.map(({ request }) => request));
    return { kind: 'applied', plan };
  });
}

/**
 * One batch. A name whose cells were deleted may be hidden by Google and still be taken: then it is moved, not added.
 * The refused batch wrote nothing, so the second try is the first one that counts.
 */
function writeContent(ports: Ports, changes: readonly Change[]): void {
  try {
    ports.workbook.update(requestsOf(changes));
  } catch (cause) {
    if (!(cause instanceof Refusal) || !/addNamedRange/u.test(cause.detail)) throw cause;
    ports.workbook.update(
      requestsOf(changes.map((change) => (change.kind === 'name' ? { ...change, exists: true } : change))),
    );
  }
}

function describeRights(rights: readonly RightsChange[]): ChangeLine[] {
  const lines = (action: RightsChange['action'], impact: ChangeLine['impact'], words: string): ChangeLine[] => {
    const n = rights.filter((change) => change.action === action).length;
    return n === 0 ? [] : [{ impact, text: `${words}: ${n} vùng` }];
  };
  return [
    ...lines('add', 'add', 'Vùng bảo vệ theo đơn vị'),
    ...lines('update', 'restore', 'Quyền sửa của vùng bảo vệ'),
    ...lines('delete', 'restore', 'Bỏ vùng bảo vệ không còn dùng'),
  ];
}

function rightsInput(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation,
): { input: RightsInput; warnings: string[] } {
  const { settings, placement } = observation;
  const { owner, editors } = ports.workbook.people();
  const shared = new Set([owner, ...editors]);
  const warnings: string[] = [];
  const accounts = new Map<string, string[]>();
  for (const unit of readUnitRows(placement)) {
    const read = readAccounts(unit.accounts);
    accounts.set(unit.code, read.accounts);
    for (const account of read.unread) warnings.push(`Đơn vị ${unit.name}: «${account}» không phải địa chỉ tài khoản.`);
    for (const account of read.accounts.filter((address) => !shared.has(address))) {
      warnings.push(`Đơn vị ${unit.name}: ${account} chưa được chia sẻ tệp với quyền chỉnh sửa.`);
    }
    if (unit.reporting === 'có dòng' && read.accounts.length === 0) {
      warnings.push(`Đơn vị ${unit.name} chưa có tài khoản để nhập; các dòng của đơn vị đang mở cho mọi người sửa.`);
    }
  }
  const keepers = [...new Set([settings.installingAccount, ...settings.policeAccounts, ports.account])].filter(Boolean);
  for (const account of keepers.filter((address) => !isOneOf(address, [...shared]))) {
    warnings.push(`${account} có trong tab Cấu hình nhưng chưa được chia sẻ tệp với quyền chỉnh sửa.`);
  }
  const codesByName = new Map(readUnitRows(placement).map(({ code, name }) => [name, code]));
  const tasks = observation.reader('tasks');
  const accountable = new Map(tasks.rows.map(({ key, index }) => [key, textOf(tasks.value(index, 'accountable'))]));
  const accountsOf = (code: string): string[] => {
    const task = seeds.tasks.find((candidate) => candidate.code === code);
    const leads = task?.leadUnits ?? [];
    const chosen = codesByName.get(accountable.get(code) ?? '');
    const codes = chosen === undefined ? leads : [...leads, chosen];
    return codes.flatMap((unit) => accounts.get(unit) ?? []);
  };
  const taskOf = new Map(seeds.indicators.map(({ id, task }) => [id, task]));
  const input: RightsInput = {
    keepers,
    shared,
    owner,
    accountsOf,
    accountsOfIndicator: (id) => accountsOf(taskOf.get(id) ?? ''),
  };
  return { input, warnings };
}
