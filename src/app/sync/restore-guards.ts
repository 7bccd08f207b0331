// The clock's first run of each day puts back what guards the sheet: protections, validation, formats, formula columns,
// colours, filter views, links (rule 1.13). Never content, but the new name of a unit that people have renamed (rule
// 1.15). While rows, columns or tabs are missing the places are not sure, and a person looks first; only rights of the tabs that are whole are put
// back all the same: nobody is shut out of his rows because a row of another tab is gone.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import type { Change } from '../../sheet/change.ts';
import { describeChanges } from '../../sheet/describe.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import { PASSING } from '../../sheet/listing.ts';
import { carryForward } from '../../sheet/migrations.ts';
import type { TabKey } from '../../sheet/tab-ids.ts';
import { journalRequests } from '../journal.ts';
import { KEEPERS, keepersOf } from '../keepers.ts';
import { tellBroken } from '../mail/tell-installer.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { DISPUTED, lookForDisputes, planSync, type SyncPlan, writeContent } from './sync.ts';
import { describeRights } from './sync-rights.ts';
import { writeRights } from './write-rights.ts';

const DEED = 'Khôi phục bảo vệ';
/** How much of a long list the journal tells. */
const TOLD = 12;

/** What was put back, in words; what only a sync can mend is told in the journal too. */
export function restoreGuards(ports: Ports, seeds: ResolvedPlan): readonly string[] {
  const { lines, broken } = ports.locked(() => restored(ports, seeds));
  // Outside of the lock, which a mail takes for itself.
  if (broken) tellBroken(ports, broken.settings, broken.words);
  return lines;
}

interface Restored {
  readonly lines: readonly string[];
  /** What only a sync can mend. */
  readonly broken?: { readonly settings: Settings; readonly words: string };
}

function restored(ports: Ports, seeds: ResolvedPlan): Restored {
  const plan = planOrConflict(ports, seeds);
  if (plan === undefined) return { lines: [] };
  const isBroken = isUnsure(plan);
  const changes = isBroken ? [] : plan.changes.filter((change) => isGuard(change) || isTakenOver(change, plan));
  const rights = sureRights(plan);
  const lines = [...describeChanges(changes), ...describeRights(rights.rights)].map(({ text }) => text);
  const old = ports.workbook.tabs().filter(({ sheetId }) => PASSING.some((listing) => listing.sheetId === sheetId));
  const cleared = old.map(({ sheetId }) => ({ deleteSheet: { sheetId } }));
  const missing = isBroken ? brokenWords(plan, lines) : '';
  const put = lines.join('; ');
  const told = isBroken
    ? `Bảng có chỗ hỏng, cần Công an xã bấm Đồng bộ bảng tính: ${missing}${put === '' ? '' : `. Đã khôi phục: ${put}`}`
    : put;
  const journal = told === '' ? [] : journalRequests(plan.observation, [journalLine(ports, told, isBroken)]);
  const more = [...cleared, ...journal];
  if (changes.length > 0 || more.length > 0) writeContent(ports, changes, more);
  const unseen = setRights(ports, rights, !isBroken);
  const others = isBroken ? [] : lookForDisputes(ports, seeds, plan, { changes, rights: plan.rights });
  const disputes = [...unseen, ...others];
  if (disputes.length > 0) {
    const words = `${DISPUTED}${disputes.join('; ')}`;
    ports.workbook.update(journalRequests(plan.observation, [journalLine(ports, words, false)]));
  }
  return isBroken ? { lines, broken: { settings: plan.settings, words: lostWords(plan) } } : { lines };
}

/** Rights alone, at any hour: somebody who may close or serve was added to the lists (rule 1.13). Nothing where places are not sure. */
export function restoreRights(ports: Ports, seeds: ResolvedPlan): void {
  ports.locked(() => {
    const plan = planOrConflict(ports, seeds);
    if (plan === undefined) return;
    const rights = sureRights(plan);
    setRights(ports, rights, rights === plan);
    const told = describeRights(rights.rights)
      .map(({ text }) => text)
      .join('; ');
    if (told !== '') ports.workbook.update(journalRequests(plan.observation, [journalLine(ports, told, false)]));
  });
}

/** The plan with the rights of tabs whose places are sure: nothing of an earlier layout, nor of a tab in which rows or columns would be made. */
function sureRights(plan: SyncPlan): SyncPlan {
  const isEarlier = carryForward(plan.observation.facts.settings).lines.length > 0;
  const unsure = new Set(plan.changes.filter(shiftsPlaces).map((change) => ('tab' in change ? change.tab : '')));
  // Names of units, and so all accounts, are read there.
  if (unsure.size === 0 && !isEarlier) return plan;
  if (isEarlier || unsure.has('units') || unsure.has('')) return { ...plan, rights: [], marks: [] };
  return {
    ...plan,
    rights: plan.rights.filter(({ key }) => !unsure.has(key.split(':')[0] ?? '')),
    marks: unsure.has('tasks') ? [] : plan.marks,
  };
}

/** @param isAll none was left out @return disputes with Google, in words */
function setRights(ports: Ports, plan: SyncPlan, isAll: boolean): string[] {
  const { absent, sharing, settings } = plan;
  const disputes = writeRights(ports, plan);
  // Who cannot be let in yet, or is not seen, is looked for again.
  const keepers = keepersOf(settings);
  if (isAll && sharing.isWhole && absent.length === 0 && ports.store.all()[KEEPERS] !== keepers)
    ports.store.set(KEEPERS, keepers);
  return disputes;
}

/** A sheet nobody can read is left alone until somebody has looked: the sync says what is wrong. */
function planOrConflict(ports: Ports, seeds: ResolvedPlan): SyncPlan | undefined {
  try {
    return planSync(ports, seeds);
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'conflict') return undefined;
    throw cause;
  }
}

/** The places are not sure, or the sheet is of an earlier layout, half of which would be put over it. */
function isUnsure({ changes, observation }: SyncPlan): boolean {
  return changes.some(shiftsPlaces) || carryForward(observation.facts.settings).lines.length > 0;
}

/** Rows, columns or tabs would be made: everything else is told for the places after that. */
function shiftsPlaces(change: Change): boolean {
  switch (change.kind) {
    case 'heading-row':
    case 'row':
    case 'stale-tag':
    case 'empty-tab':
      return true;
    case 'column':
      return true;
    case 'tab':
      return change.action === 'add' || change.action === 'grid';
    default:
      return false;
  }
}

function isGuard(change: Change): boolean {
  switch (change.kind) {
    case 'cell':
      return change.part !== 'value';
    case 'file':
    case 'colours':
    case 'view':
    case 'banding':
    case 'dimension':
    case 'column-group':
    case 'chart':
    case 'name':
    case 'closing-name':
      return true;
    default:
      return false;
  }
}

/** Cells that carry the name of a unit on: Đầu mối of its rows, its other names. */
const NAMING: Readonly<Record<string, readonly string[]>> = {
  tasks: ['accountable'],
  units: ['name', 'aliases', 'known'],
} satisfies { readonly [T in TabKey]?: readonly ColumnKey<T>[] };

function isTakenOver(change: Change, { observation, placement }: SyncPlan): boolean {
  if (change.kind !== 'cell' || !observation.facts.takenOver.has(change.key ?? '')) return false;
  const tab = placement.tabs.find(({ declared }) => declared.key === change.tab);
  const column = tab?.columns.find(({ index }) => index === change.column)?.declared.key ?? '';
  return NAMING[change.tab]?.includes(column) ?? false;
}

/** What is not there, without what follows from it: the same loss is told in the same words. */
function lostWords({ changes, observation }: SyncPlan): string {
  const lost = changes.filter((change) => shiftsPlaces(change) && !(change.kind === 'tab' && change.action === 'grid'));
  const lines = [...describeChanges(lost).map(({ text }) => text), ...carryForward(observation.facts.settings).lines];
  return inShort(lines.length > 0 ? lines : describeChanges(changes).map(({ text }) => text));
}

/** @param done what was put back all the same, in words */
function brokenWords({ lines }: SyncPlan, done: readonly string[]): string {
  return inShort(lines.flatMap(({ impact, text }) => (impact === 'leave' || done.includes(text) ? [] : [text])));
}

function inShort(texts: readonly string[]): string {
  const rest = texts.length - TOLD;
  return `${texts.slice(0, TOLD).join('; ')}${rest > 0 ? `; và ${rest} điều nữa` : ''}`;
}

function journalLine(ports: Ports, outcome: string, isBroken: boolean) {
  const state = isBroken ? 'cần xem' : 'xong';
  return { at: ports.now(), deed: DEED, key: '', state, account: ports.account, outcome };
}
