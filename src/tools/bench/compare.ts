// Measured use cases and sizes against the budgets: what is broken, in words that name use case, figure, budget and measured.
import { grouped } from './budget-page.ts';
import type { Budget, SizeBudget } from './budgets.ts';
import { BYTES, type Figure, TRIPS } from './figures.ts';
import type { Measured, MeasuredSize } from './measured.ts';

/** Empty where every use case that was measured keeps its budget, and every budget was measured. */
export function breachesOf(measured: readonly Measured[], budgets: readonly Budget[]): string[] {
  const nameOf = ({ useCase, tasks }: Measured | Budget) => `${useCase}, ${tasks} tasks`;
  const unseen = budgets
    .filter((budget) => !measured.some((one) => nameOf(one) === nameOf(budget)))
    .map((budget) => `${nameOf(budget)}: has a budget and was not measured`);
  const broken = measured.flatMap((one) => {
    const budget = budgets.find((candidate) => nameOf(candidate) === nameOf(one));
    const { figures } = one;
    if ('fails' in figures) return budget ? [`${nameOf(one)}: fails: ${figures.fails}`] : [];
    if (!budget) return [`${nameOf(one)}: was measured and has no budget`];
    return [...TRIPS, ...BYTES].flatMap((figure) => {
      const allowed = budget.atMost[figure] ?? 0;
      const is = figures[figure];
      return is > allowed
        ? [`${nameOf(one)}: ${figureName(figure)}: budget ${grouped(allowed)}, measured ${grouped(is)}`]
        : [];
    });
  });
  return [...broken, ...unseen];
}

export function sizeBreachesOf(measured: readonly MeasuredSize[], budgets: readonly SizeBudget[]): string[] {
  return budgets.flatMap(({ what, bytes }) => {
    const found = measured.find((one) => one.what === what);
    if (!found) return [`${what}: has a budget and was not measured`];
    return found.bytes > bytes ? [`${what}: bytes: budget ${grouped(bytes)}, measured ${grouped(found.bytes)}`] : [];
  });
}

function figureName(figure: Figure): string {
  return figure === 'bytesRead' ? 'bytes read' : figure === 'bytesWritten' ? 'bytes written' : figure;
}
