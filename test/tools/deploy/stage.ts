// One checkout and one Google for a test: a run of `npm run deploy` with the real clasp as its child process, a temporary folder
// for the checkout, a build whose version the test chooses.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_TARGET, type Target } from '../../../src/tools/build/built-plan.ts';
import { bundleAddin, bundleHardened } from '../../../src/tools/build/bundle.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { CommandError, describeError } from '../../../src/tools/deploy/halt.ts';
import { NOBODY } from '../../../src/tools/deploy/look.ts';
import type { Wanted } from '../../../src/tools/deploy/next-step.ts';
import { runWith } from '../../../src/tools/deploy/options.ts';
import { decodeRecord, type Installed, RECORD, STANDALONE_RECORD, TRACKED } from '../../../src/tools/deploy/record.ts';
import { filesOf } from '../../../src/tools/deploy/remote.ts';
import { compare, type DeployRequest, deploy as deployTo, tellStatus } from '../../../src/tools/deploy/run.ts';
import { type World, type Worlds, worldAt } from '../../../src/tools/deploy/world.ts';
import { Google } from './google.ts';

const { code: CODE, manifest: MANIFEST } = await bundleAddin(ROOT);
export const TITLE = 'Theo dõi Đề án 06 – thử';

const numbered = (code: string, version: string): string =>
  code.replace(/var VERSION ?= ?"[^"]+"/gu, `var VERSION = "${version}"`);
export const PLAIN_MANIFEST = MANIFEST;
/** The real clasp takes seconds to start, a build one: what is the same on every stage is asked once. */
const ANSWERS = new Map<string, Promise<unknown>>();

function once<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const answer = (ANSWERS.get(question) as Promise<T> | undefined) ?? ask();
  ANSWERS.set(question, answer);
  return answer;
}

const hardenedFor = (target: Target) =>
  once(`bundle ${target.sheetId} ${target.editorUrl}`, () => bundleHardened(ROOT, target));

/** The two scripts of the hardened way as a version of them was pushed. */
export async function hardenedOf(version: string, sheetId: string, standaloneId: string) {
  const editorUrl = `https://script.google.com/d/${standaloneId}/edit`;
  const { bound, standalone } = await hardenedFor({ sheetId, editorUrl });
  const files = (bundle: { code: string; manifest: string }) => [
    { name: 'appsscript', type: 'JSON', source: bundle.manifest },
    { name: 'main', type: 'SERVER_JS', source: numbered(bundle.code, version) },
  ];
  return { bound: files(bound), standalone: files(standalone) };
}
export const codeOf = (version: string): string => numbered(CODE, version);

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
    way?: Partial<Pick<DeployRequest, 'hardened' | 'plain'>>,
  ): Promise<Ended>;
  /** `--hardened`. */
  harden(version: string, wanted?: Partial<Wanted>, change?: (bound: World) => Partial<World>): Promise<Ended>;
  /** `--status`. */
  status(version: string, wanted?: Partial<Wanted>): Promise<Ended>;
  /** `--compare`; ends with «same» or «differs». */
  compare(version: string, wanted?: Partial<Wanted>): Promise<Ended>;
  record(): Installed | undefined;
  standaloneRecord(): Installed | undefined;
  /** How long it has waited, in minutes. */
  readonly waited: readonly number[];
  /** What is in the one script there is. */
  remote(): Record<string, string>;
  end(): Promise<void>;
}

/** @throws Error at the end where the stand-in was asked for what it does not know */
export async function openStage(): Promise<Stage> {
  const google = await Google.start();
  const root = await realpath(await mkdtemp(join(tmpdir(), 'Đề án 06 (mới) ')));
  const record = join(root, RECORD);
  const waited: number[] = [];

  function worldsOf(version: string, tell: (line: string) => void, change: (world: World) => Partial<World>): Worlds {
    const write = async (name: string, { code, manifest }: { code: string; manifest: string }) => {
      await mkdir(join(root, name), { recursive: true });
      await writeFile(join(root, name, 'main.js'), numbered(code, version));
      await writeFile(join(root, name, 'appsscript.json'), manifest);
    };
    const build = () => write('dist', { code: CODE, manifest: MANIFEST });
    const buildBoth = async (target = NO_TARGET) => {
      const built = await hardenedFor(target);
      for (const [name, bundle] of Object.entries(built)) await write(`dist/${name}`, bundle);
    };
    const hardened = { build: buildBoth, tell };
    const [plain, bound] = [worldOf({ build, tell }), worldOf({ ...hardened, dist: 'dist/bound' })];
    return {
      plain: { ...plain, ...change(plain) },
      bound: { ...bound, ...change(bound) },
      standalone: worldOf({ ...hardened, dist: 'dist/standalone', record: STANDALONE_RECORD }),
    };
  }

  const isBound = () =>
    [record, join(root, TRACKED)].some((path) => existsSync(path) && /Id"/u.test(readFileSync(path, 'utf8')));
  /** As a person who says that there is no sheet yet: tests of those who do not say so unset it. */
  const askedFor = (version: string, wanted: Partial<Wanted>): DeployRequest => ({
    wanted: { title: TITLE, again: false, isNew: !isBound(), ...wanted },
    hardened: false,
    plain: false,
    version,
    isYes: true,
  });
  const unchanged = (_: World): Partial<World> => ({});

  async function deploy(
    version: string,
    wanted: Partial<Wanted> = {},
    change = unchanged,
    isYes = true,
    way: Partial<Pick<DeployRequest, 'hardened' | 'plain'>> = {},
  ): Promise<Ended> {
    return ended(async (tell) => {
      await deployTo(worldsOf(version, tell, change), { ...askedFor(version, wanted), isYes, ...way });
    });
  }

  const harden = (version: string, wanted: Partial<Wanted> = {}, change = unchanged): Promise<Ended> =>
    deploy(version, wanted, change, true, { hardened: true });

  const status = (version: string, wanted: Partial<Wanted> = {}): Promise<Ended> =>
    ended((tell) => tellStatus(worldsOf(version, tell, unchanged), askedFor(version, { isNew: false, ...wanted })));

  const compareTo = (version: string, wanted: Partial<Wanted> = {}): Promise<Ended> =>
    ended(async (tell) => {
      const built = (bundle: { code: string; manifest: string }) =>
        filesOf({ ...bundle, code: numbered(bundle.code, version) });
      const isSame = await compare(worldsOf(version, tell, unchanged), askedFor(version, { isNew: false, ...wanted }), {
        plain: async () => built({ code: CODE, manifest: MANIFEST }),
        hardened: async (target) => {
          const { bound, standalone } = await hardenedFor(target);
          return { bound: built(bound), standalone: built(standalone) };
        },
      });
      return isSame ? 'same' : 'differs';
    });

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

  async function ended(work: (tell: (line: string) => void) => Promise<unknown>): Promise<Ended> {
    const told: string[] = [];
    try {
      const end = await work((line) => told.push(line));
      return { end: typeof end === 'string' ? end : 'done', told: told.join('\n') };
    } catch (cause) {
      if (!(cause instanceof CommandError)) throw cause;
      return { end: cause.reason, told: [...told, ...describeError(cause, runWith([]))].join('\n') };
    }
  }

  const recordIn = (path: string) => (existsSync(path) ? decodeRecord(readFileSync(path, 'utf8')) : undefined);

  return {
    google,
    root,
    waited,
    deploy,
    harden,
    status,
    compare: compareTo,
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
      if (google.unexpected.length > 0) throw new Error(`Unknown to the stand-in: ${google.unexpected.join('; ')}`);
    },
  };
}
