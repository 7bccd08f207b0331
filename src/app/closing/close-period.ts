// «Tổng hợp báo cáo», «Chốt năm bổ sung»: what was shown is looked at again under the lock, compared, and frozen in one atomic update: rows to
// «Lịch sử», a row to «Sổ báo cáo», and a named range whose id can be taken only once (rule 5.7).

import { dayOf, formatDayMonth } from '../../core/calendar.ts';
import { windowOf } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import { closedLabel, finishedCodes, type PeriodKey, type Version, versionKey } from '../../core/version.ts';
import { type Digests, isSameContent } from '../../sheet/ledger/frozen-fields.ts';
import { closingName, historyCells, ledgerCells } from '../../sheet/ledger/ledger.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { closedOf, type Observation } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { seenEdits } from '../seen-edits.ts';
import { settledWords, settleRequests } from '../settle-edits.ts';
import { freezeLocked, freezeRequests, writeFrozen } from './freeze-rows.ts';
import { movesSince } from './moves-since.ts';
import { type ClosingPlan, keptIn, lookToClose, planClosing, planFrom } from './plan-closing.ts';
import { replacedRequests } from './unsent-versions.ts';

export type ClosingOutcome =
  | { readonly kind: 'closed'; readonly version: Version }
  | { readonly kind: 'changed'; readonly plan: ClosingPlan };

/**
 * CAX closes what was shown; `changed` where the sheet is no longer what was shown.
 * @param closedBy the account that asked for it
 * @throws Refusal
 */
export function closePeriod(
  ports: Ports,
  seeds: ResolvedPlan,
  shown: ClosingPlan,
  closedBy: string = ports.account,
): ClosingOutcome {
  return freezeLocked(ports, () => freezeShown(ports, seeds, shown, shown.version, closedBy));
}

/**
 * Bản 0: the clock's own, from rows as they are, only where nothing was closed and only in the days of closing.
 * Undefined where there is nothing to do.
 */
export function closeAutomatically(ports: Ports, seeds: ResolvedPlan): Version | undefined {
  return ports.locked(() => {
    const plan = planClosing(ports, seeds);
    if (plan.kind !== 'first' || plan.last) return undefined;
    const outcome = freezeShown(ports, seeds, plan, 0, '');
    if (outcome.kind === 'changed') throw new Refusal('changed-meanwhile');
    return outcome.version;
  });
}

function freezeShown(
  ports: Ports,
  seeds: ResolvedPlan,
  shown: ClosingPlan,
  number: number,
  closedBy: string,
): ClosingOutcome {
  // The rows that will be written are read too, so that nothing that stands there is overwritten.
  const target = { from: shown.historyRow, to: shown.historyRow + shown.content.rows.length };
  const observation = lookToClose(ports, seeds, target, shown.kept);
  const now = ports.now();
  const kept = keptIn(observation, now, shown);
  if (kept?.row !== shown.kept?.row) return { kind: 'changed', plan: planClosing(ports, seeds, shown) };
  const store = ports.store.all();
  const plan = planFrom(observation, now, seenEdits(store), shown);
  const isSame =
    plan.kind === shown.kind && plan.version === shown.version && isSameContent(plan.digests, shown.digests);
  if (!isSame)
    return {
      kind: 'changed',
      plan: {
        ...plan,
        causes: shown.causes,
        moves: movesSince(ports, seeds, observation, plan),
        corrects: shown.corrects,
      },
    };
  const version = versionOf(plan, observation.settings, { version: number, closedAt: now, closedBy });
  const requests = [
    ...closingRequests(observation, plan, version, ports.account),
    ...replacedRequests(observation, version, () => store),
  ];
  writeFrozen(ports, requests, () => standingOf(ports, seeds, version, plan.digests));
  return { kind: 'closed', version };
}

/** What is frozen of a plan. */
export function versionOf(
  plan: ClosingPlan,
  settings: Settings,
  how: Pick<Version, 'version' | 'closedAt' | 'closedBy'>,
): Version {
  const { content, period, supplement } = plan;
  return { ...content, period, ...(supplement && { supplement }), window: windowFor(plan, settings), ...how };
}

/** A supplement's begins where December's does and ends with the year. */
function windowFor({ period, supplement }: PeriodKey, { rules, planDate }: Settings): Version['window'] {
  const window = windowOf(period, rules, planDate);
  return supplement ? { ...window, to: dayOf(period.year, 12, 31) } : window;
}

/** What the ledger holds of this version. */
function standingOf(ports: Ports, seeds: ResolvedPlan, version: Version, digests: Digests) {
  const key = versionKey(version);
  const entry = closedOf(lookToClose(ports, seeds, undefined, undefined)).find((one) => versionKey(one) === key);
  return entry && (entry.closedAt === version.closedAt && isSameContent(entry.digests, digests) ? 'ours' : 'another');
}

function closingRequests(
  observation: Observation<'tasks' | 'settings' | 'controls' | 'history' | 'ledger' | 'journal'>,
  plan: ClosingPlan,
  version: Version,
  account: string,
): Request[] {
  const label = closedLabel(version);
  const ledger = ledgerCells(version, {
    finished: finishedCodes(version),
    estimated: plan.estimated,
    digests: plan.digests,
    note: version.stamped
      ? ''
      : `Không có lần chạy tự động ngày ${formatDayMonth(version.window.to + 1)}: đúng hạn tính theo Thời điểm báo cáo.`,
  });
  return [
    ...freezeRequests(observation, {
      ...closingName(version),
      history: version.rows.map((row) => historyCells(label, version.version, row)),
      ledger,
      journal: {
        at: version.closedAt,
        deed: version.supplement ? 'Chốt năm bổ sung' : version.version === 0 ? 'Lập bản tự động' : 'Tổng hợp báo cáo',
        key: versionKey(version),
        state: 'xong',
        account,
        outcome: `${label} – bản ${version.version}${settledWords(plan)
          .map((words) => `; ${words}`)
          .join('')}`,
      },
    }),
    ...settleRequests(observation, plan, version.closedAt),
  ];
}
