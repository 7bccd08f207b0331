// Timings as the bench prints them: sections of measured lines in columns of one width.

interface Line {
  readonly what: string;
  /** Printed as measured: «3.21 ms». */
  readonly value: string;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

export function tableText({ title, lines }: Section): string {
  const width = (column: keyof Line) => Math.max(...lines.map((line) => line[column].length));
  const rows = lines.map(({ what, value }) => `  ${what.padEnd(width('what'))}  ${value.padStart(width('value'))}`);
  return [title, ...rows].join('\n');
}

/** The middle of an odd number of runs, in milliseconds. */
export function medianTime(runs: number, run: (index: number) => void): number {
  return middle(
    Array.from({ length: runs }, (_, index) => {
      const from = performance.now();
      run(index);
      return performance.now() - from;
    }),
  );
}

/** Of an odd number. */
export function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** «3.21 ms»: three digits that count. */
export function inMilliseconds(time: number): string {
  return `${Number(time.toPrecision(3))} ms`;
}
