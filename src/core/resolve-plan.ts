// The seeds → the plan as the add-in carries it. Runs when the script is built: the deadlines are read, the units found in
// their cells, and what a row of the sheet starts with is settled here once.
import { type Day, readIsoDate } from './calendar.ts';
import { readDeadline } from './deadline.ts';
import { type OPERATORS, UNCONFIRMED_NOTE } from './indicator.ts';
import type { Indicator, Plan, PlanTask, Seeds, Unit } from './plan.ts';
import type { PlanHead, ResolvedIndicator, ResolvedPlan, ResolvedTask, ResolvedUnit } from './resolved-plan.ts';
import { KINDS } from './status.ts';
import { accountableUnit, allOutside, leadUnits } from './units.ts';

/**
 * Checked seeds, resolved.
 * @throws Error where a date is none, which checked seeds never hold
 */
export function resolvePlan({ plan, tasks, units, indicators }: Seeds): ResolvedPlan {
  return {
    plan: headOf(plan),
    tasks: tasks.map((task) => resolveTask(task, plan.year, units)),
    units: units.filter((unit) => unit.reporting !== 'không').map((unit) => resolveUnit(unit, units)),
    indicators: indicators.map(resolveIndicator),
  };
}

function headOf(plan: Plan): PlanHead {
  const { year, title, commune, district, number, signer, bodies, reporting, recipients } = plan;
  return {
    year,
    title,
    commune,
    district,
    number,
    date: dayOfSeed(plan.date),
    issuingBody: bodies.issuing.name,
    standingBody: bodies.standing.name,
    superiorBodies: [bodies.superior.name, bodies.superiorTaskForce.name],
    // The document cites one plan twice, once as the commune's own: what names the body above is what it reports on.
    grounds: plan.grounds.map(({ text }) => text).filter((text) => text.includes(district)),
    signer,
    unitPlansBefore: reporting.unitPlansBefore === undefined ? null : dayOfSeed(reporting.unitPlansBefore),
    unitReportsBeforeDay: reporting.unitReportsBeforeDay,
    recipients,
    groups: plan.groups.map(({ roman, reportHeading }) => ({ roman, reportHeading })),
  };
}

function resolveTask(task: PlanTask, planYear: number, units: readonly Unit[]): ResolvedTask {
  const { code, number, group, content, lead, coordinating, deadline } = task;
  const { kind, due, firm } = readDeadline(deadline, planYear);
  return {
    code,
    number,
    group,
    content,
    lead,
    coordinating,
    deadline,
    kind: KINDS[kind],
    due: due === undefined ? null : dayOfSeed(due),
    // «Không» only where a date exists and is not firm, or all leads are outside the commune (rule 1.7).
    countsOverdue: (due === undefined || firm) && !allOutside(lead, units),
    accountable: accountableUnit(lead, units)?.name ?? null,
    leadUnits: leadUnits(lead, units).map((unit) => unit.code),
  };
}

function resolveUnit({ code, name, aliases, level, memberOf, reporting }: Unit, units: readonly Unit[]): ResolvedUnit {
  const nameOf = (collective: string) => units.find((other) => other.code === collective)?.name ?? collective;
  return { code, name, aliases: aliases.join('; '), level, memberOf: memberOf.map(nameOf).join('; '), reporting };
}

const OPERATOR_SIGNS: Readonly<Record<Indicator['operator'], (typeof OPERATORS)[number]>> = {
  '>=': '≥',
  '>': '>',
  '=': '=',
  '<=': '≤',
  '<': '<',
};

function resolveIndicator(indicator: Indicator): ResolvedIndicator {
  const { id, task, name, operator, target, unit, milestone, conflict, note } = indicator;
  const share = unit === '%';
  return {
    id,
    task,
    name,
    operator: OPERATOR_SIGNS[operator],
    target: share ? target / 100 : target,
    share,
    milestone: dayOfSeed(milestone),
    note: note ?? (conflict ? UNCONFIRMED_NOTE : null),
  };
}

function dayOfSeed(date: string): Day {
  const day = readIsoDate(date);
  if (day === undefined) throw new Error(`không phải ngày: ${date}`);
  return day;
}
