// Which units have reported, for mail and document alike: who came, who came late, who has not come. What is known to
// have come after the closing is late and not missing (rule 5.11); late is said only of who was asked (rule 6.13).
import { EMPTIED, emptiedRow } from '../core/emptied.ts';
import { twoDigits } from '../core/figures.ts';
import { shiftPeriod } from '../core/period.ts';
import { standingOf } from '../core/report/reproaches.ts';
import type { LateUnit, Report, ReportedTask, ReportedUnit, UnitStanding } from '../core/report.ts';

export interface UnitParts {
  readonly silent: readonly ReportedUnit[];
  readonly partly: readonly ReportedUnit[];
  /** All came, not all in time, and the unit was asked. */
  readonly late: readonly ReportedUnit[];
  /** The same of units of which nobody knows that they were asked. */
  readonly afterwards: readonly ReportedUnit[];
}

/** Of units that are not complete the rows that came late, where the unit was asked. */
export function partlyLate({ partly }: UnitParts): LateUnit[] {
  return partly.flatMap((unit) => {
    const rows = reportedOrLate(unit) - unit.onTime;
    return unit.asked && rows > 0 ? [{ name: unit.name, rows, asked: true }] : [];
  });
}

/** What came after the closing of the month before, a sentence without its full stop; empty where nothing did. */
export function lateBeforeWords({ period, lateBefore }: Pick<Report, 'period' | 'lateBefore'>): string {
  const named = (isAsked: boolean) => lateUnits(lateBefore.filter(({ asked }) => asked === isAsked));
  const [late, others] = [named(true), named(false)];
  const parts = [
    ...(late === '' ? [] : [`báo cáo chậm (sau khi chốt): ${late}`]),
    ...(others === '' ? [] : [`báo cáo sau khi chốt, không rõ đã được nhắc: ${others}`]),
  ];
  return parts.length === 0 ? '' : `Tháng ${shiftPeriod(period, -1).month} ${parts.join('; ')}`;
}

/** What counts as reported and says nothing any more, a sentence without its full stop; empty where nothing does. */
export function emptiedWords({ tasks }: Pick<Report, 'tasks'>, nameOf: (task: ReportedTask) => string): string {
  const emptied = tasks.flatMap((task) => (task.emptied ? [emptiedRow(nameOf(task), task.emptied.on)] : []));
  return emptied.length === 0 ? '' : `${EMPTIED} (${twoDigits(emptied.length)}): ${emptied.join(', ')}`;
}

/** «Ban Tư pháp (01 nhiệm vụ)». */
export function lateUnits(units: readonly LateUnit[]): string {
  return units.map(({ name, rows }) => `${name} (${twoDigits(rows)} nhiệm vụ)`).join(', ');
}

/**
 * Tasks of others in which a unit may have typed that reported none of its own. What is nobody's is left out: any member of the collective may have typed there,
 * and it is told as nobody's.
 */
export function elsewhereOf({ elsewhere = [] }: ReportedUnit, { tasks }: Pick<Report, 'tasks'>): ReportedTask[] {
  return tasks.filter(({ code, assigned }) => assigned && elsewhere.includes(code));
}

/** Rows that have come, by the closing and after it. */
export const reportedOrLate = ({ reported, late }: ReportedUnit) => reported + late;
/** Rows that have not come. */
export const stillMissing = ({ missing, late }: ReportedUnit) => missing - late;

export function unitParts(units: readonly ReportedUnit[]): UnitParts {
  const those = (kind: UnitStanding['kind']) =>
    units.filter((unit) => standingOf(unit, unit.late, unit.asked).kind === kind);
  return { silent: those('silent'), partly: those('partly'), late: those('late'), afterwards: those('afterwards') };
}
