// The sync where nobody can be asked, in two requests of «Điều khiển»: the first shows, in the tab «Xem trước», the second does what was
// shown and nothing else. What people had typed into rows that were deleted is part of what is shown.

import { fingerprint } from '../../core/fingerprint.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { REQUESTS } from '../../sheet/request-words.ts';
import { observe, requireKeeper } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { offerBack } from './returned.ts';
import { applySync, DISPUTED, isSettled, planReturning, planSync, type SyncPlan } from './sync.ts';
import { writePreview } from './write-preview.ts';

/** Script property: the fingerprint of what the last preview showed. */
const PREVIEWED = 'previewed';

interface Shown {
  readonly plan: SyncPlan;
  /** What goes back into rows made anew, in words. */
  readonly back: readonly string[];
}

/** Shows; what came of it, in words. @throws Refusal */
export function previewSync(ports: Ports, seeds: ResolvedPlan): string {
  return show(ports, lookAgain(ports, seeds), '');
}

/**
 * Does what was shown, where the sheet still needs just that; otherwise shows again.
 * @param before the store as it was before this visit: what it shows itself nobody has read @throws Refusal
 */
export function applyPreviewed(ports: Ports, seeds: ResolvedPlan, before: Readonly<Record<string, string>>): string {
  const stood = before[PREVIEWED];
  const now = lookAgain(ports, seeds);
  if (isSettled(now.plan)) return settled(now.plan);
  if (stood === undefined) return show(ports, now, 'Chưa xem trước lần nào, nên chưa sửa gì. ');
  if (stood !== markOf(now)) return show(ports, now, CHANGED);
  const outcome = applySync(ports, seeds, now.plan);
  if (outcome.kind === 'grew') return show(ports, lookAgain(ports, seeds), CHANGED);
  ports.store.remove(PREVIEWED);
  const done = `Đã đồng bộ: ${linesOf(now).length} thay đổi đã xem trước.`;
  const disputes = outcome.kind === 'applied' ? outcome.disputes : [];
  return disputes.length === 0 ? done : `${done} ${DISPUTED}${disputes.join('; ')}.`;
}

/** What the last preview showed, done by one who may. @throws Refusal */
export function syncPreviewed(ports: Ports, seeds: ResolvedPlan): string {
  requireKeeper(observe(ports, seeds, { settings: 'all' }).settings, ports);
  return applyPreviewed(ports, seeds, ports.store.all());
}

/** An empty file is built at once; what would change a sheet that is there is shown. In words; empty where nothing was to be done. @throws Refusal */
export function syncUnasked(ports: Ports, seeds: ResolvedPlan, plan: SyncPlan): string {
  if (plan.placement.tabs.every(({ was }) => was === undefined)) {
    applySync(ports, seeds, plan);
    return 'Đã dựng bảng.';
  }
  return isSettled(plan) ? '' : `${previewSync(ports, seeds)} Ở đây: chạy hàm syncSheet.`;
}

const CHANGED = 'Bảng đã khác lúc xem trước, nên chưa sửa gì. ';

function show(ports: Ports, shown: Shown, words: string): string {
  if (isSettled(shown.plan)) return settled(shown.plan);
  const title = writePreview(ports, shown.plan, shown.back);
  ports.store.set(PREVIEWED, markOf(shown));
  const how = `Đọc tab ${title}; đồng ý thì đánh dấu «${REQUESTS.sync}».`;
  return `${words}${linesOf(shown).length} thay đổi. ${how}`;
}

function settled({ warnings }: SyncPlan): string {
  return ['Bảng đã đúng, không có gì phải sửa.', ...warnings.map((text) => `Lưu ý: ${text}`)].join(' ');
}

function lookAgain(ports: Ports, seeds: ResolvedPlan): Shown {
  const plan = planSync(ports, seeds);
  const offer = offerBack(ports, seeds, plan);
  return offer ? { plan: planReturning(ports, seeds, plan, offer.returned), back: offer.lines } : { plan, back: [] };
}

function linesOf({ plan, back }: Shown): string[] {
  return [...plan.lines.filter(({ impact }) => impact !== 'leave').map(({ text }) => text), ...back];
}

const markOf = (shown: Shown): string => fingerprint(JSON.stringify(linesOf(shown)));
