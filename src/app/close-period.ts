// «Tổng hợp báo cáo»: what was shown is looked at again under the lock, compared, and frozen in one atomic update: rows to
// «Lịch sử», a row to «Sổ báo cáo», and a named range whose id can be taken only once (product §5.7).

import { periodId, periodLabel, windowOf } from '../core/period.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { finishedCodes, type Version, versionKey } from '../core/version.ts';
import { closingName, historyCells, ledgerCells } from '../sheet/ledger.ts';
import type { Request } from '../sheet/requests/request.ts';
import { growTo, writeRows } from '../sheet/write.ts';
import { stampRequests } from './backup.ts';
import { journalRequests } from './journal.ts';
import { ledgerOf, type Observation } from './observe.ts';
import { type ClosingPlan, lookToClose, planClosing, planFrom } from './plan-closing.ts';
import type { Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import { WAKE } from './wake.ts';

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
  return ports.locked(() => {
    // The mail is due now: the clock must not sleep on. Before the writing too, because the run may die behind it.
    ports.store.remove(WAKE);
    const outcome = freezeShown(ports, seeds, shown, shown.version, closedBy);
    if (outcome.kind === 'closed') ports.store.remove(WAKE);
    return outcome;
  });
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
  const observation = lookToClose(ports, seeds, target, shown.keepsFrozen ? shown.last : undefined);
  const now = ports.now();
  const plan = planFrom(observation, now, shown.period);
  const isSame = plan.kind === shown.kind && plan.version === shown.version && plan.digest === shown.digest;
  if (!isSame || plan.historyRow !== shown.historyRow) return { kind: 'changed', plan };
  const { rules, planDate } = observation.settings;
  const version: Version = {
    ...plan.content,
    period: plan.period,
    version: number,
    window: windowOf(plan.period, rules, planDate),
    closedAt: now,
    closedBy,
  };
  write(ports, seeds, closingRequests(observation, plan, version, ports.account), version, plan.digest);
  return { kind: 'closed', version };
}

/** One batch. Where Google's answer leaves doubt, the ledger is asked whether the closing stands. */
function write(
  ports: Ports,
  seeds: ResolvedPlan,
  requests: readonly Request[],
  version: Version,
  digest: string,
): void {
  try {
    ports.workbook.update(requests);
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code !== 'google') throw cause;
    const entries = ledgerOf(lookToClose(ports, seeds, 'heading', undefined));
    const key = keyOf(version);
    const standing = entries.find((entry) => keyOf(entry) === key);
    if (!standing) throw cause;
    if (standing.closedAt !== version.closedAt || standing.digest !== digest) throw new Refusal('already-closed');
  }
}

const keyOf = ({ period, version }: Pick<Version, 'period' | 'version'>) =>
  versionKey({ period: periodId(period), version });

function closingRequests(observation: Observation, plan: ClosingPlan, version: Version, account: string): Request[] {
  const { period, rows } = version;
  const history = observation.reader('history');
  const { historyRow } = plan;
  const end = historyRow + rows.length;
  const stranger = history.rows.find(({ index }) => index >= historyRow && index < end);
  if (stranger) throw new Refusal('strange-rows', `«Lịch sử», dòng ${stranger.index + 1}.`);
  const ledger = observation.reader('ledger');
  const ledgerRow = Math.max(0, ...ledger.rows.map(({ index }) => index)) + 1;
  const { id, name } = closingName(period, version.version);
  const range = {
    sheetId: history.tab.was?.sheetId ?? history.tab.declared.sheetId,
    startRowIndex: historyRow,
    endRowIndex: end,
    startColumnIndex: Math.min(...history.tab.columns.map(({ index }) => index)),
    endColumnIndex: Math.max(...history.tab.columns.map(({ index }) => index)) + 1,
  };
  const note = version.stamped ? '' : 'Không có lần chạy tự động ngày 15: đúng hạn tính theo Báo cáo lúc.';
  const cells = ledgerCells(version, {
    finished: finishedCodes(version),
    estimated: plan.estimated,
    digest: plan.digest,
    note,
  });
  return [
    ...growTo(history.tab, end),
    ...growTo(ledger.tab, ledgerRow + 1),
    { addNamedRange: { namedRange: { namedRangeId: id, name, range } } },
    ...writeRows(
      history.tab,
      historyRow,
      rows.map((row) => historyCells(period, version.version, row)),
    ),
    ...writeRows(ledger.tab, ledgerRow, [cells]),
    ...stampRequests(observation, plan.missed),
    ...journalRequests(observation, [
      {
        at: version.closedAt,
        deed: version.version === 0 ? 'Lập bản tự động' : 'Tổng hợp báo cáo',
        key: keyOf(version),
        state: 'xong',
        account,
        outcome: `${periodLabel(period)} – bản ${version.version}${missedWords(plan)}`,
      },
    ]),
  ];
}

function missedWords({ missed }: ClosingPlan): string {
  return missed.length === 0 ? '' : `; ghi bổ sung kỳ báo cáo cho ${missed.map(({ code }) => code).join(', ')}`;
}
