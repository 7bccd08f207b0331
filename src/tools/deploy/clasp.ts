// The project's own clasp as a child process: what it says line by line and how it ends.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { isLog, LOGGED } from './created.ts';
import type { ClaspOutput } from './failure.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('@google/clasp'));
const CLASP = join(PACKAGE, 'index.js');

export type Clasp = (args: readonly string[], onLine?: (line: string) => void) => Promise<ClaspOutput>;

/** A caller of clasp in this folder. With a listener clasp's log is passed on as well; what is returned never holds any of it. */
export function claspIn(folder: string, env: NodeJS.ProcessEnv): Clasp {
  return (args, onLine) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [CLASP, ...args], {
        cwd: folder,
        env: { ...settledIn(env), ...(onLine ? LOGGED : {}) },
        // Nothing to read: a question of clasp's must not wait unseen.
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = { out: '', err: '' };
      /** What the listener threw ends the run, once clasp has ended. */
      let refused: unknown;
      for (const [name, stream] of [
        ['out', child.stdout],
        ['err', child.stderr],
      ] as const) {
        createInterface({ input: stream }).on('line', (line) => {
          try {
            onLine?.(line);
          } catch (cause) {
            refused ??= cause;
          }
          if (!isLog(line)) said[name] += `${line}\n`;
        });
      }
      child.on('error', reject);
      child.on('close', (code) => {
        if (refused === undefined) resolve({ code: code ?? 1, ...said });
        else reject(refused);
      });
    });
}

/**
 * `clasp login` in the person's own window: it prints an address, opens the browser and waits. What blocks an account Google shows in the
 * browser and clasp waits on: Ctrl+C ends the login and not what was to follow it.
 */
export function logIn(folder: string, env: NodeJS.ProcessEnv): Promise<ClaspOutput> {
  return new Promise((resolve, reject) => {
    const goOn = () => {};
    process.on('SIGINT', goOn);
    const child = spawn(process.execPath, [CLASP, 'login'], {
      cwd: folder,
      env: settledIn(env),
      stdio: ['inherit', 'inherit', 'pipe'],
    });
    let err = '';
    createInterface({ input: child.stderr }).on('line', (line) => {
      process.stderr.write(`${line}\n`);
      err += `${line}\n`;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', goOn);
      resolve({ code: code ?? 1, out: '', err });
    });
  });
}

/** Without what would bend clasp's words or its choice of files. */
function settledIn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const bending = ['DEBUG', 'DEBUG_COLORS', 'FORCE_COLOR', 'clasp_config_project', 'clasp_config_ignore'];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !bending.includes(name)));
}
