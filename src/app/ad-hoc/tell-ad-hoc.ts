// Rows of a report out of turn → its report: as they were asked, and as they were answered (rule 5.10).
import type { Moment } from '../../core/calendar.ts';
import { phrasesWith } from '../../core/content.ts';
import { type AdHocReport, adHocOf } from '../../core/report/ad-hoc.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { FrozenRow } from '../../core/version.ts';
import type { AdHocDetail, AdHocEntry } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import { frozenRows } from '../closing/frozen-rows.ts';
import type { Observation } from '../observe.ts';

export interface ToldAdHoc {
  readonly id: string;
  readonly detail: AdHocDetail;
  readonly closedAt: Moment;
  readonly rows: readonly FrozenRow[];
  /** Its rows are compared; the look has them. */
  readonly asked: AdHocEntry | undefined;
}

/** The rows told. Needs history's heading, and the units. */
export function tellAdHoc(
  observation: Observation<'units' | 'settings' | 'history'>,
  seeds: ResolvedPlan,
  { id, detail, closedAt, rows, asked }: ToldAdHoc,
): AdHocReport {
  const { subject, basis, urgency, from, to, unasked } = detail;
  const before = asked && frozenRows(observation, asked);
  return adHocOf({
    id,
    subject,
    basis,
    ...(urgency && { urgency }),
    window: { from, to },
    closedAt,
    rows,
    ...(before && { asked: before }),
    tasks: seeds.tasks,
    groups: seeds.plan.groups.map(({ roman }) => roman),
    groupHeadings: seeds.plan.groups.map(({ reportHeading }) => reportHeading),
    unitNames: readUnitRows(observation.placement).map(({ name }) => name),
    phrases: phrasesWith(observation.settings.phrases),
    unasked,
  });
}
