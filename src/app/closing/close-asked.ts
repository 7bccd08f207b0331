// «Tổng hợp báo cáo…», «Chốt năm bổ sung…», «Đính chính kỳ trước…» where somebody can be asked. What is shown is looked at again before it is
// frozen, and shown again where it has changed meanwhile.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { closePeriod } from './close-period.ts';
import { describeClosing, mailAfter } from './describe-closing.ts';
import type { ClosingPlan } from './plan-closing.ts';

/** @param planned what would be closed, or why nothing can be @throws Refusal */
export function closeAsked(
  ports: Ports,
  seeds: ResolvedPlan,
  person: Person,
  title: string,
  planned: ClosingPlan | string,
): void {
  let plan = planned;
  for (;;) {
    if (typeof plan === 'string') {
      person.tell(title, plan);
      return;
    }
    const words = describeClosing(plan);
    if (!words.asks) {
      person.tell(words.title, words.text);
      return;
    }
    if (!person.ask(words.title, words.text)) return;
    const outcome = closePeriod(ports, seeds, plan);
    if (outcome.kind === 'closed') {
      person.tell(words.title, `Đã chốt bản ${outcome.version.version} vào Sổ báo cáo. ${mailAfter(plan)}`);
      return;
    }
    plan = outcome.plan;
  }
}
