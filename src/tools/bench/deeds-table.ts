// The measured use cases as a table: each count beside what is allowed where the two differ, bytes beside their budget, and how the bytes
// read grow from one plan, or one number of closings, to the next.

import { kilobytes } from './budget-page.ts';
import type { Budget } from './budgets.ts';
import { BYTES, type Figure, type Figures, TRIPS } from './figures.ts';
import type { Measured } from './measured.ts';

export function costTable(measured: readonly Measured[], budgets: readonly Budget[]): string {
  const used = TRIPS.filter((trip) => measured.some(({ figures }) => !('fails' in figures) && figures[trip] > 0));
  const head = ['use case', 'tasks', ...used, 'kB read', '≤', 'kB written', '≤', 'growth'];
  const lines = measured.map((one) => {
    const { useCase, tasks, figures } = one;
    if ('fails' in figures) return [useCase, String(tasks), `fails: ${figures.fails}`];
    const atMost = budgets.find((budget) => budget.useCase === useCase && budget.tasks === tasks)?.atMost;
    return [
      useCase,
      String(tasks),
      ...used.map((trip) => countText(figures[trip], atMost, trip)),
      ...BYTES.flatMap((name) => [kilobytes(figures[name]), atMost ? kilobytes(atMost[name] ?? 0) : '']),
      growthOf(one, figures, measured),
    ];
  });
  const columns = [head, ...lines.filter((line) => line.length === head.length)];
  const width = (column: number) => Math.max(...columns.map((line) => (line[column] ?? '').length));
  const row = (line: readonly string[]) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(width(0)) : line.length < 4 && i === 2 ? cell : cell.padStart(width(i))))
      .join('  ')
      .trimEnd();
  return [head, ...lines].map(row).join('\n');
}

function countText(count: number, atMost: Partial<Figures> | undefined, figure: Figure): string {
  const allowed = atMost?.[figure] ?? 0;
  if (atMost && count !== allowed) return `${count}≤${allowed}`;
  return count === 0 ? '·' : String(count);
}

/** «×6.85»: bytes read, beside the same use case with the fewest tasks, or beside the closing with the fewest before it. */
function growthOf({ useCase, tasks }: Measured, { bytesRead }: Figures, measured: readonly Measured[]): string {
  const family = (name: string) => name.replace(/ after \d+ closings?$/u, ' after');
  const base = measured.find((one) => family(one.useCase) === family(useCase));
  if (!base || 'fails' in base.figures || (base.useCase === useCase && base.tasks === tasks)) return '';
  return `×${(bytesRead / Math.max(1, base.figures.bytesRead)).toFixed(2)}`;
}
