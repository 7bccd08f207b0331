// `console` and `Logger` of a script: their lines are collected with the run. They are no service calls.
import type { Run } from './run.ts';

type Print = (...args: unknown[]) => void;

/** The global `console`. */
export function consoleOf(run: Run): Readonly<Record<string, Print>> {
  const print: Print = (...args) => {
    run.printed.push(formatted(args));
  };
  return { log: print, info: print, warn: print, error: print, debug: print, time: () => {}, timeEnd: () => {} };
}

/** The global `Logger`; `log` gives the Logger back. */
export function loggerOf(run: Run): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const lines: string[] = [];
  const logger = {
    log: (...args: unknown[]) => {
      const line = formatted(args);
      lines.push(line);
      run.printed.push(line);
      return logger;
    },
    getLog: () => lines.join('\n'),
    clear: () => {
      lines.length = 0;
    },
  };
  return logger;
}

/** %s, %d and %j of the first argument take the following ones; the rest is appended. */
function formatted(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  let next = 0;
  const text =
    typeof first === 'string'
      ? first.replace(/%([sdj])/gu, (whole, kind: string) => {
          if (next >= rest.length) return whole;
          const value = rest[next];
          next += 1;
          return kind === 'j' ? JSON.stringify(value) : shown(value);
        })
      : shown(first);
  return [text, ...rest.slice(next).map(shown)].join(' ');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  const isError = Object.prototype.toString.call(value) === '[object Error]';
  if (typeof value !== 'object' || value === null || isError) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}
