// The appendix table of another year's plan, pasted as text → seeds, with everything that could not be read or had to be decided.
// The words of the tasks stay the plan's own, tidy (NFC, single spaces); what the old seeds know of the commune goes on.
import { decodeSeeds, type Seeds, type Unit } from '../../core/plan.ts';
import { checkDeadlines, tellUnassigned } from './check-deadlines.ts';
import { fillCells } from './fill-cells.ts';
import type { ImportFinding, Say } from './finding.ts';
import { communeOf, type HeadOptions, importHead } from './import-head.ts';
import { importIndicators } from './import-indicators.ts';
import { importUnits } from './import-units.ts';
import { numberTasks } from './number-tasks.ts';
import { type ReadTask, readTable } from './read-table.ts';
import { readRows } from './rows.ts';

export interface ImportOptions extends HeadOptions {
  /** An empty cell of units or time repeats the one above: a person saw that cells are merged. */
  readonly merged: boolean;
}

export interface Imported {
  /** Such as the build takes. */
  readonly seeds: Seeds;
  readonly findings: readonly ImportFinding[];
}

/**
 * @param old the seeds of the plan before
 * @throws Error in Vietnamese, with what to do, where no table or no task can be made out
 */
export function importPlan(text: string, old: Seeds, options: ImportOptions): Imported {
  const findings: ImportFinding[] = [];
  const say: Say = (finding) => findings.push(finding);
  const commune = communeOf(old.plan, options.commune);
  const { rows, above, titles } = readRows(text, options.year, say);
  const read = readTable(rows, say);
  if (read.tasks.length === 0)
    throw new Error('Không thấy nhiệm vụ nào trong bảng. Xem lại các cột có ngăn bằng tab không.');
  fillCells(read.tasks, titles, options.merged, say);
  const { groups, tasks } = numberTasks(read.groups, read.tasks, say);
  checkDeadlines(tasks, read.tasks, options.year, titles.deadline, say);
  const known = old.units.map((unit) =>
    renamed(unit, old.plan.commune, commune.commune, old.plan.place, commune.place),
  );
  const units = importUnits(tasks, read.tasks.map(placeOf), known, commune, old.plan.bodies.standing.unit, say);
  tellUnassigned(tasks, units, say);
  const indicators = importIndicators(tasks, read.tasks, options.year, old, say);
  const plan = importHead(old.plan, groups, above, options, say);
  return { seeds: decodeSeeds({ plan, tasks, units, indicators }), findings };
}

/** «dòng tệp 10 (TT 4)». */
function placeOf({ line, printed }: ReadTask): string {
  return printed === '' ? `dòng tệp ${line}` : `dòng tệp ${line} (TT ${printed})`;
}

/** «Trường THCS Vân Sơn» in another commune. */
function renamed(unit: Unit, oldCommune: string, commune: string, oldPlace: string, place: string): Unit {
  const here = (text: string) => text.split(oldCommune).join(commune).split(oldPlace).join(place);
  return { ...unit, name: here(unit.name), aliases: unit.aliases.map(here) };
}
