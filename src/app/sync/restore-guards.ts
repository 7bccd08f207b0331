// The clock's first run of each day puts back what guards the sheet: protections, validation, formats, formula columns,
// colours, filter views, links (rule 1.13). Never content, but the new name of a unit that people have renamed (rule
// 1.15); and nothing at all while rows, columns or tabs are missing: then the places are not sure, and a person looks first.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Change } from '../../sheet/change.ts';
import { describeChanges } from '../../sheet/describe.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import { PASSING } from '../../sheet/listing.ts';
import { carryForward } from '../../sheet/migrations.ts';
import type { TabKey } from '../../sheet/tab-ids.ts';
import { journalRequests } from '../journal.ts';
import { KEEPERS, keepersOf } from '../keepers.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { DISPUTED, lookForDisputes, planSync, type SyncPlan, writeContent } from './sync.ts';
import { writeRights } from './write-rights.ts';

const DEED = 'Khôi phục bảo vệ';
/** How much of a long list the journal tells. */
const TOLD = 12;

/** What was put back, in words; what only a sync can mend is told in the journal too. */
export function restoreGuards(ports: Ports, seeds: ResolvedPlan): readonly string[] {
  return ports.locked(() => {
    const plan = planOrConflict(ports, seeds);
    if (plan === undefined) return [];
    const isBroken = isUnsure(plan);
    const changes = isBroken ? [] : plan.changes.filter((change) => isGuard(change) || isTakenOver(change, plan));
    const lines = isBroken ? [] : [...describeChanges(changes), ...plan.rightsLines].map(({ text }) => text);
    const old = ports.workbook.tabs().filter(({ sheetId }) => PASSING.some((listing) => listing.sheetId === sheetId));
    const cleared = old.map(({ sheetId }) => ({ deleteSheet: { sheetId } }));
    const told = isBroken ? brokenWords(plan) : lines.join('; ');
    const journal = told === '' ? [] : journalRequests(plan.observation, [journalLine(ports, told, isBroken)]);
    const more = [...cleared, ...journal];
    if (changes.length > 0 || more.length > 0) writeContent(ports, changes, more);
    if (isBroken) return lines;
    const unseen = setRights(ports, plan);
    const disputes = [...unseen, ...lookForDisputes(ports, seeds, plan, { changes, rights: plan.rights })];
    if (disputes.length > 0) {
      const words = `${DISPUTED}${disputes.join('; ')}`;
      ports.workbook.update(journalRequests(plan.observation, [journalLine(ports, words, false)]));
    }
    return lines;
  });
}

/** Rights alone, at any hour: somebody who may close or serve was added to the lists (rule 1.13). Nothing while places are not sure. */
export function restoreRights(ports: Ports, seeds: ResolvedPlan): void {
  ports.locked(() => {
    const plan = planOrConflict(ports, seeds);
    if (plan === undefined || plan.changes.some(shiftsPlaces)) return;
    setRights(ports, plan);
    const told = plan.rightsLines.map(({ text }) => text).join('; ');
    if (told !== '') ports.workbook.update(journalRequests(plan.observation, [journalLine(ports, told, false)]));
  });
}

/** @return disputes with Google, in words */
function setRights(ports: Ports, plan: SyncPlan): string[] {
  const { absent, sharing, settings } = plan;
  const disputes = writeRights(ports, plan);
  // Who cannot be let in yet, or is not seen, is looked for again.
  const keepers = keepersOf(settings);
  if (sharing.isWhole && absent.length === 0 && ports.store.all()[KEEPERS] !== keepers)
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

function brokenWords({ lines }: SyncPlan): string {
  const texts = lines.filter(({ impact }) => impact !== 'leave').map(({ text }) => text);
  const shown = texts.slice(0, TOLD);
  const rest = texts.length > shown.length ? `; và ${texts.length - shown.length} điều nữa` : '';
  return `Bảng có chỗ hỏng, cần Công an xã bấm Đồng bộ bảng tính: ${shown.join('; ')}${rest}`;
}

function journalLine(ports: Ports, outcome: string, isBroken: boolean) {
  const state = isBroken ? 'cần xem' : 'xong';
  return { at: ports.now(), deed: DEED, key: '', state, account: ports.account, outcome };
}
