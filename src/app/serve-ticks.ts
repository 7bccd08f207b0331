// Ticks in «Đột xuất»: a phone has no menus, so a ticked line takes its next step by itself. Each tick is answered once, in its
// line: what could not be done is told there, and the tick is taken away.
import { formatMoment } from '../core/calendar.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { writeCells } from '../sheet/write.ts';
import { describeAdHoc } from './describe-ad-hoc.ts';
import { freezeAdHoc } from './freeze-ad-hoc.ts';
import { type Observation, observe } from './observe.ts';
import { linesToServe, planAdHoc } from './plan-ad-hoc.ts';
import type { Ports } from './ports.ts';
import { Refusal } from './refusal.ts';

/** What was done, in words. Needs adHoc and ledger read. */
export function serveTicks(ports: Ports, seeds: ResolvedPlan, observation: Observation): string[] {
  return linesToServe(observation, true).map((id) => {
    const words = stepOf(ports, seeds, id);
    if (words.done) return `${id}: ${words.text}`;
    const reader = observe(ports, seeds, { adHoc: 'all' }).reader('adHoc');
    const line = reader.rows.find(({ key }) => key === id);
    if (line) {
      const outcome = `${formatMoment(ports.now())}: ${words.text}`;
      ports.workbook.update(writeCells(reader.tab, line.index, { tick: false, outcome }));
    }
    return `${id}: ${words.text}`;
  });
}

/** A refusal is an answer, a bug is not. */
function stepOf(ports: Ports, seeds: ResolvedPlan, id: string): { readonly done: boolean; readonly text: string } {
  try {
    const plan = planAdHoc(ports, seeds, id);
    const words = describeAdHoc(plan);
    if (!words.asks) return { done: false, text: [words.title, ...words.text.split('\n')].join(' – ') };
    const outcome = freezeAdHoc(ports, seeds, plan, 'Công an xã (tab Đột xuất)');
    if (outcome.kind === 'changed') throw new Refusal('changed-meanwhile');
    return { done: true, text: outcome.words };
  } catch (cause) {
    if (cause instanceof Refusal && cause.code !== 'busy') return { done: false, text: cause.message };
    throw cause;
  }
}
