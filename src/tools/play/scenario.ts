// The scenario file: people, actions and troubles in the order of time, as an outside check writes them (README here: contract).
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Seeds } from '../../core/plan.ts';
import { wordIssue } from '../../core/plan-schema.ts';
import type { Button } from '../../host/run.ts';
import { ACTIONS, type Action, type ActionKind, time } from './deeds.ts';
import { accountNamed } from './person.ts';

export interface Step {
  /** Its place in the file, from 0. */
  readonly index: number;
  /** Time of Viet Nam. */
  readonly at: string;
  /** As the file spells the person; empty where nobody does it. */
  readonly as: string;
  readonly account: string;
  readonly action: Action;
  readonly answers: readonly Button[];
}

export interface Scenario {
  /** What it is to show, in a sentence; told at its beginning. */
  readonly about?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly way: 'plain' | 'hardened';
  /** False: an empty file with the script bound and people invited, nothing clicked. */
  readonly setUp: boolean;
  /** The Workspace domain of the people: Google tells onEdit who of them edits. */
  readonly domain?: string | undefined;
  /** In the order of time; equal times keep the order of the file. */
  readonly steps: readonly Step[];
}

const scenarioSchema = z.strictObject({
  about: z.optional(z.string()),
  from: time,
  to: time,
  way: z._default(z.enum(['plain', 'hardened']), 'plain'),
  setUp: z._default(z.boolean(), true),
  domain: z.optional(z.string()),
  steps: z.array(z.record(z.string(), z.unknown(), 'phải là một mục { … }')),
});
const headSchema = z.object({
  at: time,
  as: z.optional(z.string()),
  answers: z.optional(z.array(z.enum(['YES', 'NO', 'OK', 'CANCEL', 'CLOSE']))),
});
const HEAD: readonly string[] = Object.keys(headSchema.shape);
/** Nobody does these. */
const WITHOUT_PERSON: readonly ActionKind[] = ['fault', 'look'];
const WITH_ANSWERS: readonly ActionKind[] = ['click', 'run'];

/** @throws Error in Vietnamese, one line: the file, the step and what is wrong with it */
export async function readScenario(file: string, seeds: Seeds): Promise<Scenario> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: không đọc được tệp`);
  });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file}: không phải JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  try {
    return decodeScenario(raw, seeds);
  } catch (cause) {
    throw cause instanceof ScenarioError ? new ScenarioError(`${file}: ${cause.message}`) : cause;
  }
}

/** What is wrong with the file, or with one of its steps. */
export class ScenarioError extends Error {}

/** «steps[3] (2024-05-10T09:00)»: a step as errors name it. */
export function nameOf({ index, at }: Pick<Step, 'index' | 'at'>): string {
  return `steps[${index}] (${at})`;
}

/** @throws ScenarioError */
export function decodeScenario(raw: unknown, seeds: Seeds): Scenario {
  const { steps: list, ...scenario } = decode(scenarioSchema, raw, '');
  if (asLong(scenario.to) <= asLong(scenario.from)) {
    throw new ScenarioError(`to: phải sau from (${scenario.from})`);
  }
  const steps = list.map((step, index) => decodeStep(step, index, seeds));
  const names = new Map<string, Step>();
  for (const step of steps) {
    const at = asLong(step.at);
    if (at < asLong(scenario.from) || at > asLong(scenario.to)) {
      throw new ScenarioError(`${nameOf(step)}: ngoài thời gian của kịch bản (${scenario.from} – ${scenario.to})`);
    }
    if (step.action.kind !== 'look') continue;
    const earlier = names.get(step.action.what);
    if (earlier) throw new ScenarioError(`${nameOf(step)}: look «${step.action.what}» đã có ở ${nameOf(earlier)}`);
    names.set(step.action.what, step);
  }
  return { ...scenario, steps: inOrder(steps) };
}

/** Steps by their time; the sort is stable. */
export function inOrder<T extends Pick<Step, 'at'>>(steps: readonly T[]): T[] {
  return [...steps].sort((a, b) => (asLong(a.at) < asLong(b.at) ? -1 : asLong(a.at) > asLong(b.at) ? 1 : 0));
}

/** With seconds, so that two times compare as texts. */
export function asLong(at: string): string {
  return at.length === 'YYYY-MM-DDTHH:MM'.length ? `${at}:00` : at;
}

function decodeStep(raw: Readonly<Record<string, unknown>>, index: number, seeds: Seeds): Step {
  const { at, as, answers = [] } = decode(headSchema, raw, `steps[${index}]`);
  const place = nameOf({ index, at });
  const fail = (words: string) => new ScenarioError(`${place}: ${words}`);
  const [kind, ...more] = Object.keys(raw).filter((key) => !HEAD.includes(key));
  const actions = Object.keys(ACTIONS);
  const known = actions.join(', ');
  if (kind === undefined) throw fail(`thiếu việc; có thể là: ${known}`);
  const unknown = [kind, ...more].find((key) => !actions.includes(key));
  if (unknown !== undefined) throw fail(`không có việc «${unknown}»; có: ${known}`);
  if (more.length > 0) throw fail(`mỗi bước một việc, đây có ${[kind, ...more].join(', ')}`);
  const action = decodeAction(kind as ActionKind, raw[kind], place);
  if (as === undefined && !WITHOUT_PERSON.includes(action.kind)) throw fail('thiếu as (ai làm)');
  if (answers.length > 0 && !WITH_ANSWERS.includes(action.kind)) throw fail('answers chỉ đi cùng click hoặc run');
  const account = as === undefined ? '' : accountNamed(as, seeds);
  if (account === undefined)
    throw fail(`không có người «${as}»: ghi tên đơn vị, CAX, Chủ tịch, Cài đặt hoặc địa chỉ e-mail`);
  if (action.kind === 'share' && accountNamed(action.what.with, seeds) === undefined)
    throw fail(`không có người «${action.what.with}»`);
  if (action.kind === 'fault' && action.what.until !== undefined && asLong(action.what.until) <= asLong(at))
    throw fail('until phải sau at');
  return { index, at, as: as ?? '', account, action, answers };
}

function decodeAction<K extends ActionKind>(kind: K, raw: unknown, place: string): Action {
  return { kind, what: decode(ACTIONS[kind] as z.ZodMiniType, raw, `${place}, ${kind}`) } as Action;
}

function decode<T>(schema: z.ZodMiniType<T>, raw: unknown, place: string): T {
  const decoded = schema.safeParse(raw);
  if (decoded.success) return decoded.data;
  const [issue] = decoded.error.issues;
  const path = issue?.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('') ?? '';
  const where = `${place}${path}`.replace(/^\./u, '');
  throw new ScenarioError(`${where || 'kịch bản'}: ${issue ? wordIssue(issue) : 'không đọc được'}`);
}
