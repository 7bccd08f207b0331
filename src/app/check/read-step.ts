// What the trace of each step by hand says, and what of it the program relies on. A step nobody has done has no answer.
import type { HandCheck, HandRow } from '../../sheet/hand-check/read.ts';
import { askedDay, askedOr, isStamped, kindOf, periodKind } from '../../sheet/hand-check/read.ts';
import { ALLOWED, type HandStepId, LED_THERE, PICKED, TICKED, TRIAL, TYPED } from '../../sheet/hand-check/steps.ts';
import { type Answer, NOT_ASKED } from './live-answer.ts';

/** Traces outside the tab. */
export interface Elsewhere {
  /** Rows of «Nhiệm vụ» that were named for fast typing, and how many got their stamp in that go. */
  readonly fastRows: number;
  readonly stamped: number;
  /** The clock has answered a tick in «Điều khiển». */
  readonly answered: boolean;
}

/** «15/5» as a date of the year it was typed in. */
const DAY = '15/05';

export const EXPECTED: Partial<Record<HandStepId, Answer>> = {
  'phone-link': { went: LED_THERE, number: TYPED.number, day: DAY, stamped: true },
  'phone-list': {
    list: PICKED,
    state: TYPED.state,
    progress: 0.45,
    date: TYPED.date,
    period: 'kỳ',
    stamped: true,
  },
  'other-row': { seen: ALLOWED.refused, cell: 'trống' },
  sort: { seen: ALLOWED.refused, moved: false },
  'phone-tick': { seen: TICKED, answered: true },
};

/** NOT_ASKED where nothing shows that somebody tried. */
export function answerOf(id: HandStepId, step: HandRow, check: HandCheck, elsewhere: Elsewhere): Answer {
  const { seen, value, cell, isTouched } = step;
  const left = check.protections.has(TRIAL);
  const isDone = { 'own-protection': !left, sort: check.isMoved }[id as string] ?? isTouched;
  if (seen === '' && !isDone) return NOT_ASKED;
  switch (id) {
    case 'phone-link':
      return {
        went: seen,
        number: askedOr(value('result'), TYPED.number),
        day: askedDay(value('doneOn'), DAY),
        stamped: isStamped(step),
      };
    case 'phone-list':
      return {
        list: seen,
        state: askedOr(value('state'), TYPED.state),
        progress: askedOr(value('progress'), 0.45),
        date: askedDay(value('doneOn'), TYPED.date),
        period: periodKind(value('period')),
        stamped: isStamped(step),
      };
    case 'fast-typing':
      return { seen, rows: elsewhere.fastRows, stamped: elsewhere.stamped };
    case 'paste':
      return {
        seen,
        text: kindOf(value('result')),
        date: kindOf(value('doneOn')),
        rule: cell('doneOn').dataValidation !== undefined,
        stamped: isStamped(step),
      };
    case 'other-row':
      return { seen, cell: kindOf(value('result')) };
    case 'own-protection':
      return { seen, left };
    case 'sort':
      return { seen, moved: check.isMoved };
    case 'phone-tick':
      return { seen, answered: elsewhere.answered };
    default:
      return seen;
  }
}
