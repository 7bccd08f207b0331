// The plan as data: what is in seeds/*.json, and the one place where it is checked. A seed that breaks a rule throws an
// Error whose message names file, task number and field; a decoded value is all that its comments say.
// Nothing here knows this plan: groups, counts and units of another year or commune decode by the same rules.
import { decodeSeed, refuse, seedSchemas, type UNIT_LEVELS, type UNIT_REPORTING } from './plan-schema.ts';
import { fold } from './text.ts';

/** One row of the plan's appendix, words as printed (its own slips included), lines rejoined with single spaces. */
export interface PlanTask {
  /** `II.05`: group and the plan's own number, at least two digits; the identity of the row. */
  readonly code: string;
  /** 1, 2, 3 … through the whole appendix. */
  readonly number: number;
  /** Roman numeral of the group. */
  readonly group: string;
  readonly content: string;
  /** Đơn vị chủ trì. */
  readonly lead: string;
  /** Đơn vị phối hợp; may be empty in another plan. */
  readonly coordinating: string;
  /** Thời gian hoàn thành. */
  readonly deadline: string;
}

interface PlanGroup {
  readonly roman: string;
  /** Heading of the appendix, without the count. */
  readonly heading: string;
  /** Wording of section II.3 of the plan, which reports use. */
  readonly reportHeading: string;
  /** «(29 nhiệm vụ)», as stated. */
  readonly count: number;
}

/** A body of the plan: its name in full, and the unit it is. */
interface PlanBody {
  readonly name: string;
  /** Code of a unit. */
  readonly unit: string;
}

/** The document itself. */
export interface Plan {
  readonly schema: 1;
  readonly year: number;
  /** Trích yếu. */
  readonly title: string;
  readonly project: { readonly title: string; readonly shortTitle: string };
  /** «xã Vân Sơn»; `place` is the name alone, for the line of place and date. */
  readonly commune: string;
  readonly district: string;
  readonly province: string;
  readonly place: string;
  /** Empty where the document leaves it blank. */
  readonly number: string;
  /** «KH-UBND», what follows the number. */
  readonly symbol: string;
  /** YYYY-MM-DD, as all dates of the seeds. */
  readonly date: string;
  readonly signer: { readonly title: string; readonly name: string };
  readonly bodies: {
    readonly issuing: PlanBody;
    readonly superior: PlanBody;
    /** Thường trực Tổ công tác. */
    readonly standing: PlanBody;
    readonly office: PlanBody;
    readonly taskForce: PlanBody;
    readonly superiorTaskForce: PlanBody;
  };
  readonly groups: readonly PlanGroup[];
  /** Documents the plan rests on, in the words it cites them with. */
  readonly grounds: readonly { readonly text: string; readonly date: string }[];
  /** Lines of «Nơi nhận», without the dash. */
  readonly recipients: readonly string[];
  readonly reporting: {
    /** III.1: each unit's own plan before this day; not every plan asks for one. */
    readonly unitPlansBefore?: string;
    /** III.3: «trước ngày 15 hằng tháng». */
    readonly unitReportsBeforeDay: number;
    /** III.4. */
    readonly synthesisPeriods: readonly string[];
    readonly synthesisTo: readonly string[];
  };
  /** Slips and contradictions of the document, kept as they are: where, its words, what to ask. */
  readonly notes: readonly { readonly place: string; readonly quote: string; readonly text: string }[];
}

export interface Unit {
  /** Short, ASCII capitals. */
  readonly code: string;
  readonly name: string;
  /** Other spellings, each different from the others under `fold`. */
  readonly aliases: readonly string[];
  readonly level: (typeof UNIT_LEVELS)[number];
  /** «Các ban, ngành»: several units under one name. */
  readonly collective: boolean;
  /** Codes of collectives; a collective may belong to a wider one. */
  readonly memberOf: readonly string[];
  /** Code of the unit that does the work in its name: UBND xã → Văn phòng. */
  readonly actsThrough?: string;
  /** Leads rows; coordinates only; outside and invited; not asked. */
  readonly reporting: (typeof UNIT_REPORTING)[number];
}

/** One numeric target. */
export interface Indicator {
  /** `II.05-1`. */
  readonly id: string;
  /** Code of the task. */
  readonly task: string;
  /** Rows of one task and one name are the milestones of one indicator. */
  readonly name: string;
  readonly operator: '>=' | '>' | '=' | '<=' | '<';
  /** In `unit`: 90 is 90 %. */
  readonly target: number;
  readonly unit: '%' | 'số';
  readonly milestone: string;
  /** The document contradicts itself: it is listed, and counts in nothing, «cần xác nhận». */
  readonly conflict: boolean;
  /** Words of the task's content or deadline. */
  readonly quote: string;
  readonly note?: string;
}

export interface Seeds {
  readonly plan: Plan;
  readonly tasks: readonly PlanTask[];
  readonly units: readonly Unit[];
  readonly indicators: readonly Indicator[];
}

/** What the four files hold, parsed but unchecked. */
export type RawSeeds = Readonly<Record<keyof Seeds, unknown>>;

/**
 * The seeds, checked: shapes, NFC and tidy text everywhere, tasks in order by group and number with the counts the plan
 * states, names that mean one unit each, references that lead somewhere.
 * @throws Error «seeds/tasks.json: nhiệm vụ 17, trường deadline: …»
 */
export function decodeSeeds(raw: RawSeeds): Seeds {
  const schemas = seedSchemas();
  const plan: Plan = decodeSeed(schemas.plan, raw.plan, 'plan');
  const tasks: PlanTask[] = decodeSeed(schemas.tasks, raw.tasks, 'tasks');
  const units: Unit[] = decodeSeed(schemas.units, raw.units, 'units');
  const indicators: Indicator[] = decodeSeed(schemas.indicators, raw.indicators, 'indicators');
  checkTasks(tasks, plan);
  checkUnits(units);
  for (const [role, body] of Object.entries(plan.bodies))
    if (!units.some((unit) => unit.code === body.unit))
      refuse('plan', `trường bodies.${role}.unit`, `không có đơn vị «${body.unit}» trong units.json`);
  checkIndicators(indicators, tasks);
  return { plan, tasks, units, indicators };
}

/** Numbers 1, 2, 3 … in order, codes of the form, groups in the plan's order with the counts it states. */
function checkTasks(tasks: readonly PlanTask[], plan: Plan): void {
  const order = plan.groups.map((group) => group.roman);
  const twice = order.find((roman, index) => order.indexOf(roman) !== index);
  if (twice !== undefined) refuse('plan', 'trường groups', `nhóm ${twice} có hai lần`);
  let group = 0;
  tasks.forEach((task, index) => {
    const place = (field: keyof PlanTask) => `nhiệm vụ ${task.number}, trường ${field}`;
    if (task.number !== index + 1) refuse('tasks', place('number'), `đang đứng thứ ${index + 1}`);
    const at = order.indexOf(task.group);
    if (at < 0) refuse('tasks', place('group'), `nhóm «${task.group}» không có trong plan.json`);
    if (at < group) refuse('tasks', place('group'), `nhóm ${task.group} đứng sau nhóm ${order[group]}`);
    group = at;
    const code = `${task.group}.${String(task.number).padStart(2, '0')}`;
    if (task.code !== code) refuse('tasks', place('code'), `phải là «${code}», đang là «${task.code}»`);
  });
  for (const { roman, count } of plan.groups) {
    const found = tasks.filter((task) => task.group === roman);
    const last = found[found.length - 1]?.number ?? 0;
    if (found.length !== count)
      refuse(
        'tasks',
        `nhiệm vụ ${last}, trường group`,
        `nhóm ${roman} có ${found.length} nhiệm vụ, kế hoạch nêu ${count}`,
      );
  }
}

/** Each spelling means one unit; memberships lead to collectives and never in a circle; actsThrough leads to a unit that acts itself. */
function checkUnits(units: readonly Unit[]): void {
  const byCode = new Map<string, Unit>();
  const spellings = new Map<string, string>();
  for (const unit of units) {
    if (byCode.has(unit.code)) refuse('units', `đơn vị ${unit.code}, trường code`, 'mã đã có');
    byCode.set(unit.code, unit);
  }
  for (const unit of units) {
    for (const spelling of [unit.name, ...unit.aliases]) {
      const owner = spellings.get(fold(spelling));
      const field = spelling === unit.name ? 'name' : 'aliases';
      if (owner !== undefined)
        refuse('units', `đơn vị ${unit.code}, trường ${field}`, `«${spelling}» đã có ở ${owner}`);
      spellings.set(fold(spelling), unit.code);
    }
  }
  for (const unit of units) {
    const place = (field: keyof Unit) => `đơn vị ${unit.code}, trường ${field}`;
    const owner = spellings.get(fold(unit.code));
    if (owner !== undefined && owner !== unit.code) refuse('units', place('code'), `là tên khác của ${owner}`);
    for (const code of unit.memberOf) {
      const collective = byCode.get(code);
      if (!collective) refuse('units', place('memberOf'), `không có đơn vị «${code}»`);
      if (!collective.collective) refuse('units', place('memberOf'), `«${code}» không phải là tập thể`);
    }
    if (collectivesOf(unit, byCode).has(unit.code)) refuse('units', place('memberOf'), 'là thành viên của chính mình');
    if (unit.actsThrough === undefined) continue;
    const acting = byCode.get(unit.actsThrough);
    if (!acting) refuse('units', place('actsThrough'), `không có đơn vị «${unit.actsThrough}»`);
    if (acting.collective || acting.actsThrough !== undefined)
      refuse('units', place('actsThrough'), `«${unit.actsThrough}» không tự làm`);
  }
}

/** Codes of all collectives a unit belongs to, through wider ones too. */
function collectivesOf(unit: Unit, byCode: ReadonlyMap<string, Unit>): Set<string> {
  const found = new Set<string>();
  const waiting = [...unit.memberOf];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (found.has(code)) continue;
    found.add(code);
    waiting.push(...(byCode.get(code)?.memberOf ?? []));
  }
  return found;
}

/** Targets of tasks that exist, in words that are there; two targets of one name and day only where marked. */
function checkIndicators(indicators: readonly Indicator[], tasks: readonly PlanTask[]): void {
  const ids = new Set<string>();
  const days = new Set<string>();
  for (const indicator of indicators) {
    const task = tasks.find((one) => one.code === indicator.task);
    const place = (field: keyof Indicator) =>
      `nhiệm vụ ${task?.number ?? `«${indicator.task}»`}, chỉ tiêu ${indicator.id}, trường ${field}`;
    if (!task) refuse('indicators', place('task'), 'không có nhiệm vụ này');
    if (!indicator.id.startsWith(`${indicator.task}-`))
      refuse('indicators', place('id'), `phải bắt đầu bằng «${task.code}-»`);
    if (ids.has(indicator.id)) refuse('indicators', place('id'), 'mã đã có');
    ids.add(indicator.id);
    if (![task.content, task.deadline].some((text) => text.includes(indicator.quote)))
      refuse('indicators', place('quote'), `«${indicator.quote}» không có trong nội dung hay thời hạn`);
    if (indicator.unit === '%' && indicator.target > 100) refuse('indicators', place('target'), 'quá 100%');
    const day = [indicator.task, fold(indicator.name), indicator.milestone].join('|');
    if (days.has(day) && !indicator.conflict) refuse('indicators', place('milestone'), 'chỉ tiêu này đã có mốc này');
    days.add(day);
  }
}
