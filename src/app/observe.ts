// One look at the workbook, decoded: what every use case begins with. Each look is one round trip and asks only for the tabs the
// use case needs. Which these were is in its type: a use case that reads another tab does not compile.

import type { Cell } from '../core/cell.ts';
import type { Finding } from '../core/finding.ts';
import { isKeeper } from '../core/keepers.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import type { Workbook } from '../sheet/declare.ts';
import { CLOCK_LINES } from '../sheet/layout/controls.ts';
import { LEDGER } from '../sheet/layout/growing.ts';
import { declareWorkbook, factsOf, usualSettings } from '../sheet/layout.ts';
import { type AdHocEntry, readAdHocLedger } from '../sheet/ledger/ad-hoc-ledger.ts';
import { type LedgerEntry, readLedger } from '../sheet/ledger/ledger.ts';
import {
  HEAD_COLUMNS,
  LAST_ROWS,
  MONTHS,
  type RecentPart,
  recentRows,
  showsHeads,
  showsRecent,
} from '../sheet/ledger/recent-rows.ts';
import { SpoiltLedger } from '../sheet/ledger/version-detail.ts';
import { SCHEMA, schemaOf } from '../sheet/migrations.ts';
import type { Facts } from '../sheet/reading/facts.ts';
import { type Placement, placeTab, placeWorkbook } from '../sheet/reading/place.ts';
import type { Returned } from '../sheet/reading/returned.ts';
import { readSettingCells } from '../sheet/reading/rows.ts';
import { decodeSnapshot, lookFields, type Snapshot, TYPED } from '../sheet/reading/snapshot.ts';
import { missingIn, readerOf, type TableReader, tableReader } from '../sheet/reading/table-reader.ts';
import { TAB_IDS, type TabKey } from '../sheet/tab-ids.ts';
import type { Part, Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

interface Look<in K extends TabKey> {
  readonly snapshot: Snapshot;
  readonly workbook: Workbook;
  readonly placement: Placement<K>;
  readonly reader: <T extends K>(tab: T) => TableReader<T>;
}

/** `Told`, of a look for which all these tabs were asked. */
type WhereRead<K extends TabKey, Tabs extends TabKey, Told> = [Tabs] extends [K] ? Told : unknown;

/**
 * @typeParam K the tabs that were asked for. A function names those it reads; a look at more serves as well, one at fewer
 * does not compile.
 */
export type Observation<K extends TabKey> = Look<K> &
  WhereRead<K, 'settings', { readonly settings: Settings; readonly settingFindings: readonly Finding[] }> &
  WhereRead<K, 'tasks' | 'indicators' | 'units' | 'adHoc' | 'settings', { readonly facts: Facts }>;

/**
 * What use cases ask for. Effective values and chips only where a person may have typed a formula into an entry: they cost a calculation; then a
 * cell that holds no formula is told once, as its effective value.
 */
const fieldsOf = (withValues: boolean): string =>
  lookFields(withValues ? 'userEnteredValue.formulaValue,effectiveValue,chipRuns' : TYPED);

/** What use cases of today need of the ledger. @param ids of reports out of turn that are needed, however old */
export const recent = (...ids: string[]) => ({ recent: ids, months: MONTHS });

/** The same of so many months. */
export const recentMonths = (months: number) => ({ recent: [], months });

/** How much of each tab; of the ledger also what is recent. */
export type Parts<K extends TabKey> = { readonly [T in K]: T extends 'ledger' ? Part | RecentPart : Part };
/** Of some tabs. */
export type SomeParts = Partial<Parts<TabKey>>;

/**
 * Reads the tabs of these keys. Of the ledger its last rows, where these are asked for; where something recent is not among
 * them, it is looked for. @throws Refusal conflict, where nobody can say which column is which
 */
export function observe<K extends TabKey>(ports: Ports, seeds: ResolvedPlan, parts: Parts<K>): Observation<K>;
export function observe(ports: Ports, seeds: ResolvedPlan, { ledger, ...parts }: SomeParts): Observation<TabKey> {
  if (ledger === undefined) return observeParts(ports, seeds, parts);
  if (typeof ledger !== 'object' || !('recent' in ledger)) return observeParts(ports, seeds, { ...parts, ledger });
  const near = observeParts(ports, seeds, { ...parts, ledger: { last: LAST_ROWS } });
  if (showsRecent(near.reader('ledger'), near.snapshot.names, ledger)) return near;
  return observeParts(ports, seeds, { ...parts, ledger: findRecent(ports, ledger) });
}

function findRecent(ports: Ports, needed: RecentPart): Part {
  const tabs = [{ sheetId: TAB_IDS.ledger, part: { columns: HEAD_COLUMNS } }];
  const snapshot = decodeSnapshot(ports.workbook.read({ tabs, fields: fieldsOf(false) }));
  const reader = readerOf(placeTab(LEDGER, snapshot, []));
  return showsHeads(reader) ? recentRows(reader, needed) : 'all';
}

/** Taken as a look at every tab: its caller tells which were asked for. */
function observeParts(
  ports: Ports,
  seeds: ResolvedPlan,
  parts: Readonly<Partial<Record<TabKey, Part>>>,
): Observation<TabKey> {
  // In the order of the workbook's tabs.
  const wanted = (Object.keys(TAB_IDS) as TabKey[]).flatMap((key) => {
    const part = parts[key];
    return part === undefined ? [] : [{ sheetId: TAB_IDS[key], part }];
  });
  const raw = ports.workbook.read({ tabs: wanted, fields: fieldsOf('tasks' in parts) });
  const observation = look(decodeSnapshot(raw), seeds);
  const [conflict] = observation.placement.conflicts;
  if (conflict !== undefined) throw new Refusal('conflict', conflict);
  return observation;
}

/** A snapshot against the declaration, taken as a look at every tab. @throws Refusal newer-sheet */
export function look(
  snapshot: Snapshot,
  seeds: ResolvedPlan,
  initial: Readonly<Record<string, Cell>> = {},
  returned?: Returned,
): Observation<TabKey> {
  const facts = factsOf(seeds, snapshot, returned);
  if ((schemaOf(facts.settings) ?? 0) > SCHEMA) throw new Refusal('newer-sheet');
  const workbook = declareWorkbook(seeds, facts, initial);
  const placement = placeWorkbook(workbook, snapshot);
  const { cells, formulas } = readSettingCells(placement);
  const declared = workbook.tabs.find((tab) => tab.key === 'settings');
  // Before the first build nothing stands in the sheet: the initial values hold.
  if (declared?.kind === 'table') {
    for (const { key, cells: row } of declared.rows) if (!cells.has(key)) cells.set(key, row['value'] ?? null);
  }
  const { settings, findings } = readSettings(cells, seeds.plan.year, { formulas, usual: usualSettings(seeds) });
  return {
    snapshot,
    facts,
    workbook,
    placement,
    settings,
    settingFindings: findings,
    reader: (tab) => tableReader(placement, tab),
  };
}

/** The monthly versions that were closed. */
export function ledgerOf(observation: Observation<'ledger'>): LedgerEntry[] {
  return closedOf(observation).filter(({ supplement }) => !supplement);
}

/** All versions that were closed, the supplements of years among them. @throws Refusal spoilt-ledger */
export function closedOf(observation: Observation<'ledger'>): LedgerEntry[] {
  return unspoilt(() => readLedger(observation.reader('ledger'), observation.snapshot.names));
}

/** What was asked and answered out of turn. @throws Refusal spoilt-ledger */
export function outOfTurnOf(observation: Observation<'ledger'>): AdHocEntry[] {
  return unspoilt(() => readAdHocLedger(observation.reader('ledger'), observation.snapshot.names));
}

function unspoilt<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof SpoiltLedger) throw new Refusal('spoilt-ledger', `${cause.place}.`);
    throw cause;
  }
}

/** What the clock keeps of itself in «Điều khiển». */
export function clockLine(
  { placement }: Pick<Observation<'controls'>, 'placement'>,
  line: keyof typeof CLOCK_LINES,
): Cell {
  const reader = tableReader(placement, 'controls');
  const row = reader.rows.find(({ key }) => key === CLOCK_LINES[line]);
  return row ? reader.value(row.index, 'outcome') : null;
}

/** Every editor sees the menu; the commands are CAX's and the installing account's. @throws Refusal not-set-up, not-yours */
export function requireKeeper(settings: Settings, { account }: Ports): void {
  if (settings.fileId === '') throw new Refusal('not-set-up');
  if (!isKeeper(account, settings)) throw new Refusal('not-yours', account);
}

/** @throws Refusal not-set-up, copied-file: such a file neither closes nor sends */
export function requireOriginal({ settings }: Observation<'settings'>, ports: Ports): void {
  if (settings.fileId === '') throw new Refusal('not-set-up');
  if (settings.fileId !== ports.workbook.id) throw new Refusal('copied-file');
}

/** What is missing would be frozen as empty, for ever. @throws Refusal conflict */
export function requireWhole(observation: Observation<'tasks' | 'history' | 'ledger'>): void {
  const { placement } = observation;
  const missing = (['tasks', 'history', 'ledger'] as const).flatMap((tab) => missingIn(placement, tab) ?? []);
  if (missing.length === 0 && observation.reader('tasks').rows.length === 0) {
    missing.push('Tab «Nhiệm vụ» không còn dòng nhiệm vụ nào.');
  }
  if (missing.length === 0) return;
  throw new Refusal('conflict', `\n${missing.join('\n')}\nHãy Đồng bộ bảng tính, rồi tổng hợp lại.`);
}
