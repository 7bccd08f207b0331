// The next step of a report out of turn, done: under the lock what was shown is looked at again, compared, and written in one
// batch. The named range of the asking and of each version can be made once only.

import { formatMoment, type Moment } from '../../core/calendar.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { VERSION_KINDS } from '../../core/version.ts';
import type { CellsOf } from '../../sheet/layout/column-keys.ts';
import { adHocName, writeAdHocDetail } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { isSameContent } from '../../sheet/ledger/frozen-fields.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { writeCells } from '../../sheet/write.ts';
import { stampRequests } from '../clock/backup.ts';
import { freezeLocked, freezeRequests, writeFrozen } from '../closing/freeze-rows.ts';
import { replacedAdHoc } from '../closing/unsent-versions.ts';
import { type Observation, observe, outOfTurnOf, recent } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { adHocSummary } from './describe-ad-hoc.ts';
import { type AdHocPlan, adHocCells, adHocPlanFrom, lookToAsk } from './plan-ad-hoc.ts';

export type AdHocOutcome =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'changed'; readonly plan: AdHocPlan };

/**
 * Asks the units, or freezes what they answered; `changed` where the sheet is no longer what was shown.
 * @param by the account that asked for it @throws Refusal
 */
export function freezeAdHoc(
  ports: Ports,
  seeds: ResolvedPlan,
  shown: AdHocPlan,
  by: string = ports.account,
): AdHocOutcome {
  return freezeLocked(ports, () => {
    const { id } = shown;
    const target = { from: shown.historyRow, to: shown.historyRow + shown.rows.length };
    const observation = lookToAsk(ports, seeds, id, target);
    const now = ports.now();
    const store = ports.store.all();
    const plan = adHocPlanFrom(observation, seeds, id, now, store);
    if (plan.kind !== shown.kind || !isSame(plan, shown))
      return { kind: 'changed', plan: { ...plan, causes: shown.causes, before: shown.before } };
    const words = adHocSummary(plan);
    const requests = requestsFor(observation, plan, { by, now, words, account: ports.account, store: () => store });
    writeFrozen(ports, requests, () => standingOf(ports, seeds, plan));
    return { kind: 'done', words };
  });
}

/** The moments of the plan itself run on while people read. */
function isSame(a: AdHocPlan, b: AdHocPlan): boolean {
  const essence = ({ version, detail: { from: _, ...detail } }: AdHocPlan) => JSON.stringify([version, detail]);
  return essence(a) === essence(b);
}

interface Written {
  readonly by: string;
  readonly now: Moment;
  readonly words: string;
  readonly account: string;
  /** Claims of mails. */
  readonly store: () => Readonly<Record<string, string>>;
}

function requestsFor(
  observation: Observation<'tasks' | 'adHoc' | 'history' | 'ledger' | 'journal'>,
  plan: AdHocPlan,
  { by, now, words, account, store }: Written,
): Request[] {
  const { id, version, detail, rows, line } = plan;
  const ledger: CellsOf<'ledger'> = {
    period: id,
    version,
    kind: VERSION_KINDS.adHoc,
    asOf: Math.floor(now),
    closedAt: now,
    closedBy: by,
    json: writeAdHocDetail(detail),
    note: words,
  };
  return [
    ...freezeRequests(observation, {
      ...adHocName({ id, version }),
      history: adHocCells(rows, id, version),
      ledger,
      journal: {
        at: now,
        deed: version === 0 ? 'Yêu cầu báo cáo đột xuất' : 'Tổng hợp báo cáo đột xuất',
        key: `${id}|${version}`,
        state: 'xong',
        account,
        outcome: `${id}: ${words}`,
      },
    }),
    ...replacedAdHoc(observation, plan, store),
    ...stampRequests(observation, plan.missed),
    ...writeCells(observation.reader('adHoc').tab, line, { tick: false, outcome: `${formatMoment(now)}: ${words}` }),
  ];
}

/** What the ledger holds of this version. */
function standingOf(ports: Ports, seeds: ResolvedPlan, { id, version, detail }: AdHocPlan) {
  const known = outOfTurnOf(observe(ports, seeds, { ledger: recent(id) }));
  const entry = known.find((one) => one.id === id && one.version === version);
  return entry && (isSameContent(entry.digests, detail.digests) && entry.from === detail.from ? 'ours' : 'another');
}
