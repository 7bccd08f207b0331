// The question before anything is frozen, of a month, a year, or out of turn: what was shown is looked at again before it is frozen, and shown
// again where it has changed meanwhile.

import type { Person } from '../person.ts';

export interface Shown {
  readonly title: string;
  readonly text: string;
  /** A question that is answered with yes or no; otherwise there is only something to read. */
  readonly asks: boolean;
}

type Frozen<Plan> =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'changed'; readonly plan: Plan };

/** The plan that was not frozen: the person said no, or there was only something to read; undefined where it was done. @throws Refusal */
export function askAndFreeze<Plan>(
  person: Person,
  first: Plan,
  show: (plan: Plan) => Shown,
  freeze: (plan: Plan) => Frozen<Plan>,
): Plan | undefined {
  let plan = first;
  for (;;) {
    const { title, text, asks } = show(plan);
    if (!asks) person.tell(title, text);
    if (!asks || !person.ask(title, text)) return plan;
    const outcome = freeze(plan);
    if (outcome.kind === 'done') {
      person.tell(title, outcome.words);
      return undefined;
    }
    plan = outcome.plan;
  }
}
