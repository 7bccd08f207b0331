// What a version says against units and tasks beside what the one before it said: who was told as silent, late or overdue and is not any more is
// told so by name, and so is who is told so for the first time (rules 5.7, 6.13). No figure need show it: one more row of a unit moves none.
import { isWord } from '../cell.ts';
import { phrasesWith } from '../content.ts';
import type { UnitTally } from '../figures.ts';
import type { LateReports } from '../late-reports.ts';
import type { Reproaches, TaskStanding, UnitStanding } from '../report.ts';
import { isOverdue, STATUS } from '../status.ts';
import { askedAt, type FrozenRow, type Version } from '../version.ts';
import { cameLater } from './lineage.ts';
import { finishedSince, isUnexplained } from './told-task.ts';

/** A version, and what was known to have come after the closings of its period when it was told. */
export interface Told {
  readonly version: Pick<Version, 'period' | 'asOf' | 'rows' | 'units' | 'asked' | 'askedRows' | 'ownPhrases'>;
  readonly late: LateReports | undefined;
}

/** What is said of a unit's report, rows that came after the closing among those that came (rule 5.11). */
export function standingOf(
  unit: Pick<UnitTally, 'owed' | 'reported' | 'missing' | 'onTime'>,
  late: number,
  isAsked: boolean,
): UnitStanding {
  const { owed, reported, missing, onTime } = unit;
  const came = reported + late;
  if (owed === 0) return { kind: 'nothing' };
  if (missing > late)
    return came === 0 ? { kind: 'silent' } : { kind: 'partly', came, owed, late: isAsked ? came - onTime : 0 };
  if (onTime < owed) return { kind: isAsked ? 'late' : 'afterwards' };
  return { kind: 'onTime' };
}

/** Units and tasks of both versions of which something is said against them in one of the two and not the same in the other. */
export function reproachesSince(now: Told, before: Told): Reproaches {
  const units = now.version.units.flatMap((unit) => {
    const then = before.version.units.find(({ name }) => isWord(name, unit.name));
    if (!then) return [];
    const move = { was: standingIn(before, then), now: standingIn(now, unit) };
    return isSame(move) || (isClear(move.was) && isClear(move.now)) ? [] : [{ name: unit.name, ...move }];
  });
  const rows = new Map(before.version.rows.map((row) => [row.code, row]));
  const tasks = now.version.rows.flatMap((row) => {
    const then = rows.get(row.code);
    if (!then) return [];
    const move = { was: taskStanding(then, before), now: taskStanding(row, now) };
    return isSame(move) || (!isHeld(move.was) && !isHeld(move.now)) ? [] : [{ code: row.code, ...move }];
  });
  return { units, tasks };
}

/** Both are flat, and built in one order. */
const isSame = ({ was, now }: { readonly was: object; readonly now: object }) =>
  JSON.stringify(was) === JSON.stringify(now);

const isClear = ({ kind }: UnitStanding) => kind === 'onTime' || kind === 'nothing';
/** Said against whoever has the task: it is overdue, or was finished late. */
export const isHeld = ({ status }: Pick<TaskStanding, 'status'>) => isOverdue(status) || status === STATUS.doneLate;

function standingIn({ version, late }: Told, unit: UnitTally): UnitStanding {
  return standingOf(unit, cameLater(version, late, unit).late, askedAt(version, unit.name) !== undefined);
}

function taskStanding(row: FrozenRow, { version }: Told): TaskStanding {
  const since = finishedSince(row, version.asOf);
  return {
    status: row.status,
    ...(since !== undefined && { finishedSince: since }),
    ...(isUnexplained(row, version, phrasesWith(version.ownPhrases)) && { unexplained: true }),
  };
}
