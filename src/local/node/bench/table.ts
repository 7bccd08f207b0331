// What the bench prints: sections of measured lines, each with its budget, in columns of one width.

export interface Line {
  readonly what: string;
  /** Printed as measured: «3,2 ms», «198 kB». */
  readonly value: string;
  /** What the project allows itself; empty where nothing is promised. */
  readonly budget: string;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

export function tableText({ title, lines }: Section): string {
  const cells = lines.map(({ what, value, budget }) => [what, value, budget === '' ? '' : `≤ ${budget}`]);
  const width = (column: number) => Math.max(...cells.map((row) => (row[column] ?? '').length));
  const rows = cells.map(([what = '', value = '', budget = '']) =>
    `  ${what.padEnd(width(0))}  ${value.padStart(width(1))}  ${budget}`.trimEnd(),
  );
  return [title, ...rows].join('\n');
}

/** The middle of an odd number of runs, in milliseconds. */
export function medianTime(runs: number, run: (index: number) => void): number {
  const times = Array.from({ length: runs }, (_, index) => {
    const from = performance.now();
    run(index);
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** «3,21 ms»: three digits that count. */
export function inMilliseconds(time: number): string {
  return `${time.toPrecision(3).replace('.', ',')} ms`;
}
