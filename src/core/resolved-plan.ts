// The plan as the add-in carries it: every cell of the appendix already read, so that the script needs no reader of words.
// A list of like things travels as a table (keys once, then a line a thing), which is also how people read it in the script.
import type { Day } from './calendar.ts';
import type { OPERATORS } from './indicator.ts';
import { type PackedLines, unpackLines } from './packed-lines.ts';
import type { PlanTask, Unit } from './plan.ts';
import type { KINDS } from './status.ts';

/** A task: its words as printed, and what they mean. */
export interface ResolvedTask extends PlanTask {
  /** Loại thời hạn. */
  readonly kind: (typeof KINDS)[keyof typeof KINDS];
  /** Hạn; of milestones the last. */
  readonly due: Day | null;
  /** Tính quá hạn at creation. */
  readonly countsOverdue: boolean;
  /** Đầu mối at creation: name of a unit; null where CAX is to choose. */
  readonly accountable: string | null;
  /** Codes of the units whose accounts may edit the row, collectives as their members. */
  readonly leadUnits: readonly string[];
}

/** A unit that is in «Đơn vị», its lists as the cells print them. */
export interface ResolvedUnit extends Pick<Unit, 'code' | 'name' | 'level' | 'reporting'> {
  readonly aliases: string;
  /** Names of the collectives. */
  readonly memberOf: string;
}

/** A row of «Chỉ tiêu». */
export interface ResolvedIndicator {
  readonly id: string;
  readonly task: string;
  readonly name: string;
  readonly operator: (typeof OPERATORS)[number];
  /** 0–1 of a share, else a count. */
  readonly target: number;
  readonly share: boolean;
  readonly milestone: Day;
  readonly note: string | null;
}

/** What the document itself says that the sheet prints. */
export interface PlanHead {
  readonly year: number;
  /** Trích yếu, as documents cite the plan. */
  readonly title: string;
  readonly commune: string;
  readonly district: string;
  readonly number: string;
  readonly date: Day;
  readonly issuingBody: string;
  readonly standingBody: string;
  readonly superiorBodies: readonly string[];
  /** Plans of the body above, as they are cited. */
  readonly grounds: readonly string[];
  readonly signer: { readonly title: string; readonly name: string };
  /** Each unit's own plan before this day; null where the plan asks for none. */
  readonly unitPlansBefore: Day | null;
  readonly unitReportsBeforeDay: number;
  readonly recipients: readonly string[];
  readonly groups: readonly { readonly roman: string; readonly reportHeading: string }[];
}

export interface ResolvedPlan {
  readonly plan: PlanHead;
  readonly tasks: readonly ResolvedTask[];
  readonly units: readonly ResolvedUnit[];
  readonly indicators: readonly ResolvedIndicator[];
}

/** Keys, then the values of each thing in the order of the keys. */
export type PlanTable<Thing> = readonly [readonly (keyof Thing)[], ...(readonly Thing[keyof Thing][])[]];

/** A resolved plan as it is written into the script: the lines of tasks as JSON, packed. */
export interface TabulatedPlan {
  readonly plan: PlanHead;
  readonly tasks: PlanTable<ResolvedTask> | PackedLines;
  readonly units: PlanTable<ResolvedUnit>;
  readonly indicators: PlanTable<ResolvedIndicator>;
}

/** Lists → tables; the keys are those of the first thing, and all things have the same. */
export function tabulate({ plan, tasks, units, indicators }: ResolvedPlan): TabulatedPlan & {
  readonly tasks: PlanTable<ResolvedTask>;
} {
  return { plan, tasks: tableOf(tasks), units: tableOf(units), indicators: tableOf(indicators) };
}

/** The opposite of `tabulate`. */
export function untabulate({ plan, tasks, units, indicators }: TabulatedPlan): ResolvedPlan {
  return { plan, tasks: thingsIn(unpacked(tasks)), units: thingsIn(units), indicators: thingsIn(indicators) };
}

function unpacked(tasks: TabulatedPlan['tasks']): PlanTable<ResolvedTask> {
  return 'words' in tasks ? JSON.parse(`[${unpackLines(tasks).join(',')}]`) : tasks;
}

function tableOf<Thing extends object>(things: readonly Thing[]): PlanTable<Thing> {
  const keys = Object.keys(things[0] ?? {}) as (keyof Thing)[];
  return [keys, ...things.map((thing) => keys.map((key) => thing[key]))];
}

function thingsIn<Thing>([keys, ...lines]: PlanTable<Thing>): Thing[] {
  return lines.map((line) => Object.fromEntries(keys.map((key, i) => [key, line[i]])) as Thing);
}
