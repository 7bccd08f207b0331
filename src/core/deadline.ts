// The deadline of a task: one cell «Thời gian hoàn thành» read as a rule (rules 2.*). The whole cell is understood, or
// it is «unread»: a date is never picked out of words that were not understood.
//
// The forms are in deadline/: periods.ts names stretches of the calendar, when.ts makes limits of them, ongoing.ts, qualifier.ts
// and targets.ts read what is around; due.ts does the arithmetic and sees no text.
import { isoDate } from './calendar.ts';
import { cell, type DeadlineRule, type RuleKind } from './deadline/cell.ts';
import { type DueDate, dueDateOf, type Precision } from './deadline/due.ts';
import { phraseOf } from './deadline/grammar.ts';
import type { Target } from './deadline/targets.ts';
import { asRead, tidy } from './text.ts';

export type DeadlineKind = RuleKind | 'unread';

interface DeadlineMilestone {
  /** YYYY-MM-DD, the last day on which the share may be reached. */
  readonly due: string;
  /** Per cent. */
  readonly atLeast: number;
}

export interface Deadline {
  readonly kind: DeadlineKind;
  /** YYYY-MM-DD, the last day that is in time; of milestones the last one. */
  readonly due?: string;
  /** The unit of the calendar the words name. */
  readonly precision?: Precision;
  /** There is a due date and nothing loosens it («theo lộ trình», «dự kiến», «phấn đấu», «theo chỉ đạo của …»). */
  readonly firm: boolean;
  /** The body the task waits for or follows, as it is written. */
  readonly authority?: string;
  /** In the order of time. */
  readonly milestones?: readonly DeadlineMilestone[];
  /** The words of the cell, tidy. */
  readonly text: string;
}

/** The longest of the plan's cells has 183 characters; a page of prose in this cell is no deadline. */
const MOST_CHARACTERS = 1000;

/**
 * Reads a cell of «Thời gian hoàn thành». Spelling does not matter: any Unicode form, case, spacing, i/y, «hoà»/«hòa».
 * @param planYear the year of every period that names none.
 * @returns kind «unread» for anything not wholly understood; never throws.
 */
export function readDeadline(text: string, planYear: number): Deadline {
  const words = tidy(asRead(text));
  const rule = words.length <= MOST_CHARACTERS ? cell(phraseOf(words), 0)?.value : undefined;
  return (rule && resolve(rule, planYear, words)) ?? { kind: 'unread', firm: false, text: words };
}

function resolve(rule: DeadlineRule, planYear: number, text: string): Deadline | undefined {
  const authority = rule.authority ? { authority: rule.authority } : {};
  if (rule.targets) {
    const milestones = milestonesOf(rule.targets, planYear);
    const last = milestones?.at(-1);
    if (!milestones || !last) return undefined;
    return {
      kind: rule.kind,
      ...dueWords(last.due),
      firm: !rule.loose,
      ...authority,
      milestones: milestones.map(({ due, atLeast }) => ({ due: isoDate(due.day), atLeast })),
      text,
    };
  }
  if (!rule.when) return { kind: rule.kind, firm: false, ...authority, text };
  const due = dueDateOf(rule.when, planYear);
  return due && { kind: rule.kind, ...dueWords(due), firm: !rule.loose, ...authority, text };
}

function dueWords({ day, precision }: DueDate): { readonly due: string; readonly precision: Precision } {
  return { due: isoDate(day), precision };
}

/** Milestones in the order of time; the plan must have put them so, and each at its own date. */
function milestonesOf(targets: readonly Target[], planYear: number) {
  const milestones: { readonly due: DueDate; readonly atLeast: number }[] = [];
  for (const { when, atLeast } of targets) {
    const due = dueDateOf(when, planYear);
    const before = milestones.at(-1)?.due.day ?? Number.NEGATIVE_INFINITY;
    if (!due || due.day <= before) return undefined;
    milestones.push({ due, atLeast });
  }
  return milestones;
}
