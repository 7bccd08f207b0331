// One checkout and one Google for a test: the deed of `npm run deploy` with the real clasp as its child process, a temporary folder
// for the checkout, a build whose version the test chooses.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_TARGET } from '../../../src/local/build/built-plan.ts';
import { bundleAddin, bundleHardened } from '../../../src/local/build/bundle.ts';
import { ROOT } from '../../../src/local/build/root.ts';
import { clicksAfter, clicksAfterHardened } from '../../../src/local/node/deploy/clicks.ts';
import { describeHalt, Halt } from '../../../src/local/node/deploy/halt.ts';
import { install } from '../../../src/local/node/deploy/install.ts';
import { installHardened } from '../../../src/local/node/deploy/install-hardened.ts';
import { NOBODY } from '../../../src/local/node/deploy/look.ts';
import type { Wanted } from '../../../src/local/node/deploy/next-step.ts';
import { runWith } from '../../../src/local/node/deploy/options.ts';
import { decodeRecord, type Installed, RECORD, STANDALONE_RECORD } from '../../../src/local/node/deploy/record.ts';
import { type World, worldAt } from '../../../src/local/node/deploy/world.ts';
import { Google } from './google.ts';

const { code: CODE, manifest: MANIFEST } = await bundleAddin(ROOT);
export const TITLE = 'Theo dõi Đề án 06 – thử';

const numbered = (code: string, version: string): string =>
  code.replace(/var VERSION = "[^"]+"/gu, `var VERSION = "${version}"`);
export const PLAIN_MANIFEST = MANIFEST;
export const codeOf = (version: string): string => numbered(CODE, version);

/** The real clasp takes seconds to start: questions whose answer is the same on every stage are put to it once. */
const ANSWERS = new Map<string, Promise<unknown>>();

function once<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const answer = (ANSWERS.get(question) as Promise<T> | undefined) ?? ask();
  ANSWERS.set(question, answer);
  return answer;
}

/** How a run ended: the reason it halted for, or «done». */
interface Ended {
  readonly end: string;
  readonly told: string;
}

export interface Stage {
  readonly google: Google;
  readonly root: string;
  deploy(
    version: string,
    wanted?: Partial<Wanted>,
    change?: (world: World) => Partial<World>,
    isYes?: boolean,
  ): Promise<Ended>;
  /** `--hardened`. */
  harden(version: string, wanted?: Partial<Wanted>, change?: (bound: World) => Partial<World>): Promise<Ended>;
  record(): Installed | undefined;
  standaloneRecord(): Installed | undefined;
  /** How long it has waited, in minutes. */
  readonly waited: readonly number[];
  /** What stands in the one script there is. */
  remote(): Record<string, string>;
  end(): Promise<void>;
}

/** @throws Error at the end where the stand-in was asked for what it does not know */
export async function openStage(): Promise<Stage> {
  const google = await Google.start();
  const root = await realpath(await mkdtemp(join(tmpdir(), 'Đề án 06 (mới) ')));
  const record = join(root, RECORD);
  const waited: number[] = [];

  async function deploy(
    version: string,
    wanted: Partial<Wanted> = {},
    change = (_: World): Partial<World> => ({}),
    isYes = true,
  ): Promise<Ended> {
    const told: string[] = [];
    const build = async () => {
      await mkdir(join(root, 'dist'), { recursive: true });
      await writeFile(join(root, 'dist/main.js'), codeOf(version));
      await writeFile(join(root, 'dist/appsscript.json'), MANIFEST);
    };
    const world = worldOf({ build, tell: (line) => told.push(line) });
    return ended(told, async () => {
      const asked: Wanted = { title: TITLE, again: false, ...wanted };
      return clicksAfter(await install({ ...world, ...change(world) }, asked, version, isYes));
    });
  }

  async function harden(
    version: string,
    wanted: Partial<Wanted> = {},
    change = (_: World): Partial<World> => ({}),
  ): Promise<Ended> {
    const told: string[] = [];
    const build = async (target = NO_TARGET) => {
      const built = await bundleHardened(ROOT, target);
      for (const [name, { code, manifest }] of Object.entries(built)) {
        await mkdir(join(root, 'dist', name), { recursive: true });
        await writeFile(join(root, 'dist', name, 'main.js'), numbered(code, version));
        await writeFile(join(root, 'dist', name, 'appsscript.json'), manifest);
      }
    };
    const place = { build, tell: (line: string) => told.push(line) };
    const bound = worldOf({ ...place, dist: 'dist/bound' });
    const standalone = worldOf({ ...place, dist: 'dist/standalone', record: STANDALONE_RECORD });
    return ended(told, async () => {
      const asked: Wanted = { title: TITLE, again: false, ...wanted };
      return clicksAfterHardened(
        await installHardened({ bound: { ...bound, ...change(bound) }, standalone }, asked, version, true),
      );
    });
  }

  function worldOf(place: Pick<Parameters<typeof worldAt>[0], 'build' | 'tell' | 'dist' | 'record'>): World {
    const env = { PATH: process.env['PATH'], ...google.env };
    const world = worldAt({ root, env, isInteractive: false, ...place });
    const { clasp, pull } = world;
    world.wait = async (minutes) => {
      waited.push(minutes);
    };
    world.clasp = (args, onLine) => {
      const isLoggedIn = existsSync(join(google.home, '.clasprc.json'));
      return args[0] === 'show-authorized-user'
        ? once(`account ${isLoggedIn}`, () => clasp(args))
        : clasp(args, onLine);
    };
    world.pull = (id) => (id === NOBODY && google.apiOn ? once('nobody', () => pull(id)) : pull(id));
    return world;
  }

  async function ended(told: readonly string[], deed: () => Promise<string[]>): Promise<Ended> {
    try {
      const clicks = await deed();
      return { end: 'done', told: [...told, ...clicks].join('\n') };
    } catch (cause) {
      if (!(cause instanceof Halt)) throw cause;
      return { end: cause.reason, told: [...told, ...describeHalt(cause, runWith([]))].join('\n') };
    }
  }

  const recordIn = (path: string) => (existsSync(path) ? decodeRecord(readFileSync(path, 'utf8')) : undefined);

  return {
    google,
    root,
    waited,
    deploy,
    harden,
    record: () => recordIn(record),
    standaloneRecord: () => recordIn(join(root, STANDALONE_RECORD)),
    remote: () => {
      const [script, ...others] = [...google.scripts.values()];
      if (!script || others.length > 0) throw new Error(`${google.scripts.size} scripts`);
      return Object.fromEntries(script.files.map(({ name, source }) => [name, source]));
    },
    end: async () => {
      await google.stop();
      await rm(root, { recursive: true, force: true });
      if (google.strangers.length > 0) throw new Error(`Unknown to the stand-in: ${google.strangers.join('; ')}`);
    },
  };
}
