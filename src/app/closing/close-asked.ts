// «Tổng hợp báo cáo…», «Chốt năm bổ sung…», «Đính chính kỳ trước…» where somebody can be asked.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { askAndFreeze } from './ask-and-freeze.ts';
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
  if (typeof planned === 'string') {
    person.tell(title, planned);
    return;
  }
  askAndFreeze(person, planned, describeClosing, (plan) => {
    const outcome = closePeriod(ports, seeds, plan);
    if (outcome.kind === 'changed') return outcome;
    return { kind: 'done', words: `Đã chốt bản ${outcome.version.version} vào Sổ báo cáo. ${mailAfter(plan)}` };
  });
}
