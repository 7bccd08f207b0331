// Who may edit what (rule 1.11): whole-tab protections with the entry block excepted, and one range a run of
// adjacent rows that the same accounts may edit. Ours are known by a key in the description. Rights travel in a batch of
// their own, after the content, and only with addresses the file is shared with: one bad address never blocks the rest.

import { areaName } from '../core/a1.ts';
import { editorsKey, rangeKey } from './equality.ts';
import { isShifted, type PlacedTab, type Placement } from './reading/place.ts';
import type { RawProtection, Snapshot } from './reading/snapshot.ts';
import type { Request } from './requests/request.ts';
import type { TabKey } from './tab-ids.ts';
import { isWithdrawn } from './withdrawn.ts';

type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;

export interface RightsInput {
  /** Installing account, all CAX accounts and the account that runs; lower case. */
  readonly keepers: readonly string[];
  /** Accounts that may edit a task's row, by code; none named: the row stays open. */
  readonly accountsOf: (code: string) => readonly string[];
  /** Accounts that may enter the value of an indicator's row, by the task's code of the row key. */
  readonly accountsOfIndicator: (id: string) => readonly string[];
  /** Only these addresses are sent: those the file is shared with, its owner included. */
  readonly shared: ReadonlySet<string>;
  readonly owner: string;
}

/** A protection as it should be. */
export interface WantedProtection {
  /** Key in the description, unique in the file. */
  readonly key: string;
  readonly description: string;
  readonly range: GridRange;
  readonly unprotected: readonly GridRange[];
  readonly editors: readonly string[];
}

const MARK = 'da06:';

const describe = (key: string, words: string) => `${words} [${MARK}${key}]`;

/** The key of a protection of ours, or undefined where it is somebody else's. */
export function protectionKey({ description = '' }: RawProtection): string | undefined {
  const match = /\[da06:([^\]]+)\]$/u.exec(description);
  return match?.[1];
}

export function wantedProtections(placement: Placement, input: RightsInput): WantedProtection[] {
  return placement.tabs.flatMap((tab) => {
    const sheetId = tab.was?.sheetId ?? tab.declared.sheetId;
    const keepers = sharedOnly(input.keepers, input);
    const { key, title } = tab.declared;
    const whole = (unprotected: readonly GridRange[]): WantedProtection => ({
      key,
      description: describe(key, `${title}: chỉ Công an xã và tài khoản cài đặt sửa`),
      range: { sheetId },
      unprotected,
      editors: keepers,
    });
    const byTab: { readonly [T in TabKey]?: RightsInput['accountsOf'] } = {
      tasks: input.accountsOf,
      indicators: input.accountsOfIndicator,
    };
    const accountsOf = byTab[key];
    if (accountsOf) {
      const blocks = unitBlocks(tab);
      return [
        whole(blocks.map((block) => bodyRange(tab, sheetId, block))),
        ...blocks.flatMap((block) => protectRuns(tab, sheetId, block, keepers, accountsOf, input)),
      ];
    }
    return [whole([])];
  });
}

/** Columns units type in that stand together, by the key of the first: somebody may have moved one away. */
interface Block {
  readonly key: string;
  readonly startColumnIndex: number;
  readonly endColumnIndex: number;
}

function unitBlocks(tab: PlacedTab): Block[] {
  const columns = tab.columns.filter(({ declared }) => declared.writer === 'unit').sort((a, b) => a.index - b.index);
  const blocks: Block[] = [];
  for (const { declared, index } of columns) {
    const last = blocks[blocks.length - 1];
    if (last?.endColumnIndex === index) blocks[blocks.length - 1] = { ...last, endColumnIndex: index + 1 };
    else blocks.push({ key: declared.key, startColumnIndex: index, endColumnIndex: index + 1 });
  }
  return blocks;
}

function bodyRange(tab: PlacedTab, sheetId: number, { startColumnIndex, endColumnIndex }: Block): GridRange {
  return { sheetId, startRowIndex: 1, endRowIndex: tab.rowCount, startColumnIndex, endColumnIndex };
}

function sharedOnly(accounts: readonly string[], { shared }: RightsInput): string[] {
  return [...new Set(accounts)].filter((account) => shared.has(account)).sort();
}

/**
 * Adjacent rows with the same accounts are one range. Rows of units without an account stay open: no range at all. Rows of
 * withdrawn tasks are shut.
 */
function protectRuns(
  tab: PlacedTab,
  sheetId: number,
  { key: block, startColumnIndex, endColumnIndex }: Block,
  keepers: readonly string[],
  accountsOf: (key: string) => readonly string[],
  input: RightsInput,
): WantedProtection[] {
  const withdrawn = tab.strangers.filter((stranger) => isWithdrawn(tab, stranger));
  const rows = [...tab.rows, ...withdrawn].sort((a, b) => a.index - b.index);
  const isGone = new Set(withdrawn.map(({ key }) => key));
  const runs: { from: number; to: number; first: string; last: string; editors: readonly string[] }[] = [];
  for (const { key, index } of rows) {
    const own = isGone.has(key) ? [] : sharedOnly(accountsOf(key), input);
    if (own.length === 0 && !isGone.has(key)) continue;
    const editors = [...new Set([...keepers, ...own])].sort();
    const last = runs[runs.length - 1];
    if (last && last.to === index && last.editors.join() === editors.join()) {
      last.to = index + 1;
      last.last = key;
    } else runs.push({ from: index, to: index + 1, first: key, last: key, editors });
  }
  return runs.map(({ from, to, first, last, editors }) => {
    const key = `${tab.declared.key}:${block}:${first}`;
    const words = first === last ? `Nhập liệu ${first}` : `Nhập liệu ${first} – ${last}`;
    return {
      key,
      description: describe(key, words),
      range: { sheetId, startRowIndex: from, endRowIndex: to, startColumnIndex, endColumnIndex },
      unprotected: [],
      editors,
    };
  });
}

/** Whether the account that looked may not edit under protections of ours: every keeper may, once rights were set for it. */
export function isShutOut({ tabs }: Snapshot): boolean {
  const ours = tabs.flatMap(({ protections }) => protections).filter((one) => protectionKey(one) !== undefined);
  return ours.some(({ requestingUserCanEdit }) => requestingUserCanEdit === false);
}

export interface RightsChange {
  readonly key: string;
  readonly action: 'add' | 'update' | 'delete';
  readonly words: string;
  readonly request: Request;
  /** As of a Change. */
  readonly clash?: string;
}

/**
 * What must be done to the protections that were read. An absent `editors` list means «not mine to see», not «empty»: such
 * a protection is left to an account that sees it.
 */
export function diffRights(
  snapshot: Snapshot,
  { tabs }: Placement,
  wanted: readonly WantedProtection[],
  owner: string,
): RightsChange[] {
  const shifted = new Set(tabs.filter(isShifted).map(({ declared }) => declared.sheetId));
  const changes: RightsChange[] = [];
  const existing = snapshot.tabs.flatMap(({ protections }) => protections);
  const seen = new Set<string>();
  for (const was of existing) {
    const key = protectionKey(was);
    if (key === undefined) continue;
    const protectedRangeId = was.protectedRangeId ?? 0;
    const want = wanted.find((candidate) => candidate.key === key);
    if (!want || seen.has(key)) {
      const request = { deleteProtectedRange: { protectedRangeId } };
      changes.push({ key, action: 'delete', words: was.description ?? key, request });
      continue;
    }
    seen.add(key);
    if (!shifted.has(want.range.sheetId ?? 0) && sameProtection(was, want, owner)) continue;
    const fields = 'range,unprotectedRanges,editors,description,warningOnly';
    const protectedRange = { protectedRangeId, ...protectionOf(want) };
    changes.push({
      key,
      action: 'update',
      words: want.description,
      request: { updateProtectedRange: { protectedRange, fields } },
      clash: rightsClash(was, want, owner),
    });
  }
  for (const want of wanted.filter(({ key }) => !seen.has(key))) {
    const request = { addProtectedRange: { protectedRange: protectionOf(want) } };
    changes.push({ key: want.key, action: 'add', words: want.description, request, clash: `${want.description} + ∅` });
  }
  return changes;
}

/** A protection somebody else has laid over a tab of ours. */
export interface ForeignProtection {
  readonly title: string;
  /** «F2:F5», or empty for the whole tab. */
  readonly area: string;
  readonly description: string;
  /** Keepers who may not edit there any more. */
  readonly shutsOut: readonly string[];
}

/** @param account who runs: it always sees whether it may edit, not always who else may */
export function foreignProtections(
  { tabs }: Snapshot,
  { keepers, owner }: Pick<RightsInput, 'keepers' | 'owner'>,
  account: string,
): ForeignProtection[] {
  return tabs.flatMap(({ title, protections }) =>
    protections
      .filter((protection) => protectionKey(protection) === undefined && !protection.warningOnly)
      .map(({ range = {}, description = '', editors, requestingUserCanEdit }) => {
        const known = new Set((editors?.users ?? []).map((user) => user.toLowerCase()));
        const listed = keepers.filter((keeper) => keeper !== owner && !known.has(keeper));
        const unseen = requestingUserCanEdit === false ? [account] : [];
        const shutsOut = editors && !editors.domainUsersCanEdit ? listed : unseen;
        return { title, area: areaName(range), description, shutsOut };
      }),
  );
}

function protectionOf({ description, range, unprotected, editors }: WantedProtection): RawProtection {
  return {
    description,
    range,
    ...(unprotected.length > 0 ? { unprotectedRanges: [...unprotected] } : {}),
    editors: { users: [...editors], domainUsersCanEdit: false },
    warningOnly: false,
  };
}

function rightsClash(was: RawProtection, want: WantedProtection, owner: string): string {
  const users = editorsKey(was.editors?.users ?? [], owner);
  const edges = rangesKey([was.range ?? {}]) === rangesKey([want.range]) ? '' : rangesKey([was.range ?? {}]);
  return `${want.description} ${editorsKey(want.editors, owner)} ≠ ${users} ${edges} ${was.description} ${was.warningOnly ?? false}`;
}

function sameProtection(was: RawProtection, want: WantedProtection, owner: string): boolean {
  if (rangesKey([was.range ?? {}]) !== rangesKey([want.range])) return false;
  if (rangesKey(was.unprotectedRanges ?? []) !== rangesKey(want.unprotected)) return false;
  if (was.warningOnly || was.description !== want.description) return false;
  if (!was.editors) return true;
  return (
    editorsKey(was.editors.users ?? [], owner) === editorsKey(want.editors, owner) && !was.editors.domainUsersCanEdit
  );
}

function rangesKey(list: readonly GridRange[]): string {
  return list
    .map((range) => `${range.sheetId ?? 0}:${rangeKey(range)}`)
    .sort()
    .join(' ');
}
