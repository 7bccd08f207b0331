// How the units stand with their reports, for mail and document alike: who came, who came late, who has not come. What is known to
// have come after the closing is late and not missing (product A.2); late is said only of who was asked (product A.9).
import type { ReportedUnit } from '../core/report.ts';

export interface UnitParts {
  readonly silent: readonly ReportedUnit[];
  readonly partly: readonly ReportedUnit[];
  /** All came, not all in time, and the unit was asked. */
  readonly late: readonly ReportedUnit[];
  /** The same of units of which nobody knows that they were asked. */
  readonly afterwards: readonly ReportedUnit[];
}

/** Rows that have come, by the closing and after it. */
export const came = ({ reported, late }: ReportedUnit) => reported + late;
/** Rows that have not come. */
export const stillMissing = ({ missing, late }: ReportedUnit) => missing - late;

export function unitParts(units: readonly ReportedUnit[]): UnitParts {
  const owing = units.filter(({ owed }) => owed > 0);
  const full = owing.filter((unit) => stillMissing(unit) === 0 && unit.onTime < unit.owed);
  const wanting = owing.filter((unit) => stillMissing(unit) > 0);
  return {
    silent: wanting.filter((unit) => came(unit) === 0),
    partly: wanting.filter((unit) => came(unit) > 0),
    late: full.filter(({ asked }) => asked),
    afterwards: full.filter(({ asked }) => !asked),
  };
}
