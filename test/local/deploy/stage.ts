// One checkout and one Google for a test: the deed of `npm run deploy` with the real clasp as its child process, a temporary folder
// for the checkout, a build whose version the test chooses.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleAddin } from '../../../src/local/build/bundle.ts';
import { clicksAfter } from '../../../src/local/node/deploy/clicks.ts';
import { describeHalt, Halt } from '../../../src/local/node/deploy/halt.ts';
import { install, NOBODY } from '../../../src/local/node/deploy/install.ts';
import type { Wanted } from '../../../src/local/node/deploy/next-step.ts';
import { decodeRecord, type Installed, RECORD } from '../../../src/local/node/deploy/record.ts';
import { type World, worldAt } from '../../../src/local/node/deploy/world.ts';
import { Google } from './google.ts';

const { code: CODE, manifest: MANIFEST } = await bundleAddin(new URL('../../../', import.meta.url).pathname);
export const TITLE = 'Theo dõi Đề án 06 – thử';

export const codeOf = (version: string): string => CODE.replace(/var VERSION = "[^"]+"/u, `var VERSION = "${version}"`);

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
  record(): Installed | undefined;
  /** What stands in the one script there is. */
  remote(): Record<string, string>;
  end(): Promise<void>;
}

/** @throws Error at the end where the stand-in was asked for what it does not know */
export async function openStage(): Promise<Stage> {
  const google = await Google.start();
  const root = await realpath(await mkdtemp(join(tmpdir(), 'deploy-root-')));
  const record = join(root, RECORD);

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
    const env = { PATH: process.env['PATH'], ...google.env };
    const world = worldAt({ root, env, build, isInteractive: false, tell: (line) => told.push(line) });
    const { clasp, pull } = world;
    world.clasp = (args, onLine) => {
      const isLoggedIn = existsSync(join(google.home, '.clasprc.json'));
      return args[0] === 'show-authorized-user'
        ? once(`account ${isLoggedIn}`, () => clasp(args))
        : clasp(args, onLine);
    };
    world.pull = (id) => (id === NOBODY && google.apiOn ? once('nobody', () => pull(id)) : pull(id));
    try {
      const asked: Wanted = { title: TITLE, again: false, ...wanted };
      const outcome = await install({ ...world, ...change(world) }, asked, version, isYes);
      return { end: 'done', told: [...told, ...clicksAfter(outcome)].join('\n') };
    } catch (cause) {
      if (!(cause instanceof Halt)) throw cause;
      return { end: cause.reason, told: [...told, ...describeHalt(cause)].join('\n') };
    }
  }

  return {
    google,
    root,
    deploy,
    record: () => (existsSync(record) ? decodeRecord(readFileSync(record, 'utf8')) : undefined),
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
