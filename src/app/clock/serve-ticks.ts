// Ticks in «Đột xuất»: a phone has no menus, so a ticked line takes its next step by itself. Each tick is answered once, in its
// line: what could not be done is told there, and the tick is taken away.
import { formatMoment } from '../../core/calendar.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { CellsOf } from '../../sheet/layout/column-keys.ts';
import { writeCells } from '../../sheet/write.ts';
import { describeAdHoc, inOneLine, notRipe } from '../ad-hoc/describe-ad-hoc.ts';
import { freezeAdHoc } from '../ad-hoc/freeze-ad-hoc.ts';
import { planAdHoc, tickedLines } from '../ad-hoc/plan-ad-hoc.ts';
import { type Observation, observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { type Faults, takeUp } from './alone.ts';

/** What was done, in words; each alone. */
export function serveTicks(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<'adHoc'>,
  faults: Faults,
): string[] {
  const done: string[] = [];
  for (const id of tickedLines(observation)) {
    takeUp(
      { ports, faults, name: id, deed: `Báo cáo đột xuất ${id}` },
      () => {
        const words = stepOf(ports, seeds, id);
        if (!words.done) return words.text;
        done.push(`${id}: ${words.text}`);
        return undefined;
      },
      (words) => {
        untick(ports, seeds, id, words);
        done.push(`${id}: ${words}`);
      },
      (words) => writeLine(ports, seeds, id, { outcome: `${formatMoment(ports.now())}: ${words}` }),
    );
  }
  return done;
}

/** Takes a tick away, and says in the line why nothing was done. */
export function untick(ports: Ports, seeds: ResolvedPlan, id: string, words: string): void {
  writeLine(ports, seeds, id, { tick: false, outcome: `${formatMoment(ports.now())}: ${words}` });
}

function writeLine(ports: Ports, seeds: ResolvedPlan, id: string, cells: CellsOf<'adHoc'>): void {
  const reader = observe(ports, seeds, { adHoc: 'all' }).reader('adHoc');
  const line = reader.rows.find(({ key }) => key === id);
  if (line) ports.workbook.update(writeCells(reader.tab, line.index, cells));
}

/** A refusal is an answer, a bug is not. */
function stepOf(ports: Ports, seeds: ResolvedPlan, id: string): { readonly done: boolean; readonly text: string } {
  try {
    const plan = planAdHoc(ports, seeds, id);
    const words = describeAdHoc(plan);
    if (!words.asks) return { done: false, text: inOneLine(words) };
    // A tick asks no question back: before its time, what reaches the chairman is a person's to decide.
    if (plan.kind === 'close' && !plan.ripe) return { done: false, text: notRipe(plan) };
    const outcome = freezeAdHoc(ports, seeds, plan, 'Công an xã (tab Đột xuất)');
    if (outcome.kind === 'changed') throw new Refusal('changed-meanwhile');
    return { done: true, text: outcome.words };
  } catch (cause) {
    if (cause instanceof Refusal && cause.code !== 'busy') return { done: false, text: cause.message };
    throw cause;
  }
}
