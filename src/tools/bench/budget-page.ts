// The budgets as README shows them.
import { BUDGETS, SIZES } from './budgets.ts';
import { BYTES, TRIPS } from './figures.ts';

export function budgetPage(): string {
  const trips = TRIPS.filter((trip) => BUDGETS.some(({ atMost }) => (atMost[trip] ?? 0) > 0));
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const useCases = BUDGETS.map(({ useCase, tasks, atMost }) =>
    row([
      useCase,
      String(tasks),
      ...trips.map((trip) => String(atMost[trip] ?? '')),
      ...BYTES.map((name) => kilobytes(atMost[name] ?? 0)),
    ]),
  );
  return [
    row(['use case, at most', 'tasks', ...trips, 'kB read', 'kB written']),
    `|---|${'--:|'.repeat(trips.length + 3)}`,
    ...useCases,
    '',
    row(['size', 'kB at most']),
    '|---|--:|',
    ...SIZES.map(({ what, bytes }) => row([what, kilobytes(bytes)])),
  ].join('\n');
}

/** «13,542», below ten kilobytes «0.65»; nothing for none. */
export function kilobytes(bytes: number): string {
  if (bytes === 0) return '';
  const kB = bytes / 1000;
  return kB < 10 ? String(Number(kB.toPrecision(2))) : grouped(Math.round(kB));
}

/** «13,541,641». */
export function grouped(value: number): string {
  return String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ',');
}
