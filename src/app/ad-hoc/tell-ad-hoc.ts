// Rows of a report out of turn → its report: as they were asked, and as they were answered (rule 5.10).
import type { Moment } from '../../core/calendar.ts';
import { phrasesWith } from '../../core/content.ts';
import { type AdHocReport, adHocOf } from '../../core/report/ad-hoc.ts';
import { rewrittenSince } from '../../core/report/differences.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { FrozenRow } from '../../core/version.ts';
import type { AdHocBefore } from '../../report/ad-hoc-correction.ts';
import type { AdHocDetail, AdHocEntry } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { fieldsOf } from '../../sheet/ledger/frozen-fields.ts';
import { namesNow, readUnitRows } from '../../sheet/reading/rows.ts';
import { changedVersions, frozenRows } from '../closing/frozen-rows.ts';
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
  const called = namesNow(observation.placement);
  // A unit called otherwise since is the same one.
  const before = asked
    ? frozenRows(observation, asked).map((row) => ({ ...row, accountable: called(row.accountable) }))
    : undefined;
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

/** The version that is corrected; nothing is said of what somebody has changed in «Lịch sử» since. */
export function tellBefore(
  observation: Observation<'units' | 'settings' | 'history'>,
  seeds: ResolvedPlan,
  then: AdHocEntry,
  asked: AdHocEntry | undefined,
  now: readonly FrozenRow[],
): AdHocBefore | undefined {
  if (changedVersions(observation, [then]).length > 0) return undefined;
  const { id, version, closedAt } = then;
  const rows = frozenRows(observation, then);
  const report = tellAdHoc(observation, seeds, { id, detail: then, closedAt, rows, asked });
  const before = { indicators: [], rows, knownFields: fieldsOf(then) };
  return { version, report, rewritten: rewrittenSince({ indicators: [], rows: now }, before) };
}
