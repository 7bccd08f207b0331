// The worker: actions of the page one after the other on one desk, kept in the browser after each. It is a thread of its own, so
// that the page stays alive while a month goes by.
import {
  type Ask,
  type Beginning,
  CHANGING,
  type Desk as Deeds,
  type Program,
  type Say,
  type Told,
} from '../protocol.ts';
import { WORDS } from '../words.ts';
import { hostMaker } from './browser-host.ts';
import { Desk, type Progress } from './desk.ts';
import { documentBytes, documentsOf } from './drive.ts';
import { gunzipped, gzipped } from './gzip.ts';
import { hold, news } from './holding.ts';
import { openKeeper } from './keep.ts';
import { type KeptFile, readKeptFile, worthKeeping, writeKeptFile } from './kept-file.ts';

/** Actions asked for at once are kept together. */
const PATIENCE = 150;

const file = (name: string) => new URL(name, self.location.href);
const say = (what: Say) => self.postMessage(what);

const making = hostMaker(file('ironcalc.wasm'));
const keeping = openKeeper();
const programming = packed('program.bin') as Promise<Program>;
const holding = hold();
const windows = news();

let desk: Desk | undefined;
let coming: Promise<Told> = Promise.reject(new Error('not started'));
coming.catch(() => undefined);
let current = 0;
let stopping = false;
let saving: Promise<void> = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | undefined;

async function packed(name: string): Promise<unknown> {
  const bytes = await (await fetch(file(name))).arrayBuffer();
  return JSON.parse(await gunzipped(new Uint8Array(bytes)));
}

const ready = () => packed('ready.bin') as Promise<KeptFile>;

/** The host behind the picture on the screen; where what was kept cannot be used any more, the beginning in its place. */
async function comeUp(view: Told, keeping: Promise<KeptFile | undefined> | undefined): Promise<Told> {
  try {
    const kept = (await keeping) ?? (await ready());
    const at = await settle(kept);
    at.resume(view, at.host.open(kept.user, kept.fileId).menus);
    return { standing: at.standing() };
  } catch (error) {
    if (!keeping) throw error;
    const kept = await ready();
    return (await settle(kept)).sit(kept.user);
  }
}

async function settle({ state, fileId, scriptId, user }: KeptFile): Promise<Desk> {
  const [make, { code, manifest, people }] = await Promise.all([making, programming]);
  const host = make({ clock: '', seed: 0, state });
  watchEdits(host);
  // The program built last runs on the sheet as it was left: what a developer changed is seen at once.
  host.push(scriptId, code, JSON.parse(manifest));
  return seat(new Desk(host, fileId, scriptId, people, user));
}

/** A file with nothing in it: made by the installing account, shared with everybody, the program bound to it. */
async function empty(): Promise<Desk> {
  const [make, { code, manifest, people, title, clock }] = await Promise.all([making, programming]);
  const host = make({ clock, seed: 6 });
  watchEdits(host);
  const installer = people.find(({ part }) => part === 'installer')?.address ?? '';
  const fileId = host.createSpreadsheet(installer, title);
  const scriptId = host.bindScript(installer, fileId, { code, manifest: JSON.parse(manifest) });
  for (const { address, part } of people) {
    if (part !== 'installer') host.share(fileId, installer, address, part === 'chairman' ? 'viewer' : 'editor');
  }
  return seat(new Desk(host, fileId, scriptId, people, installer));
}

async function seat(at: Desk): Promise<Desk> {
  at.looking = !(await holding).isHeld;
  desk = at;
  return at;
}

/** What another window has kept since is what this one looks at, by whom and where it looked. */
async function lookAgain(): Promise<void> {
  const was = desk?.seat();
  const kept = await (await keeping).load();
  if (!was || !kept) return;
  const at = await settle({ ...kept, user: was.user });
  at.sit(was.user);
  say({ kind: 'news', told: at.watch(was.watched) });
}

/** The first service call of an onEdit says that the edit itself stands. */
function watchEdits(host: Desk['host']): void {
  let told = 0;
  host.intercept(({ functionName }) => {
    if (functionName === 'onEdit' && told !== current) say({ kind: 'accepted', id: current });
    told = current;
    return undefined;
  });
}

function seated(): Desk {
  if (!desk) throw new Error('not started');
  return desk;
}

function keepSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    saving = save();
  }, PATIENCE);
}

async function save(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (!desk || desk.looking) return;
  await (await keeping).save(desk.kept());
  if (timer !== undefined) return;
  windows.tell();
  say({ kind: 'saved' });
}

const progress: Progress = async (done, whole) => {
  say({ kind: 'progress', id: current, now: seated().host.now(), done, whole });
  // Lets a «stop» in.
  await new Promise((resolve) => setTimeout(resolve));
};
const stopped = () => stopping;

const deeds: Deeds = {
  async start() {
    const keeper = await keeping;
    const kept = await keeper.view();
    const view = kept ?? ((await packed('view.bin')) as Told);
    coming = comeUp(view, kept && keeper.load());
    return view;
  },
  ready: () => coming,
  warm: async () => seated().told(),
  sit: async (user) => seated().sit(user),
  watch: async (sheetId) => seated().watch(sheetId),
  type: async (place, text) => seated().type(place, text),
  clear: async (area) => seated().clear(area),
  paste: async (place, rows) => seated().paste(place, rows),
  click: async (path, answers) => seated().click(path, answers),
  consent: async () => seated().consent(),
  view: async (id) => seated().view(id),
  pass: (how) => seated().pass(how, progress, stopped),
  async sample() {
    const { sample } = await programming;
    return seated().sample(seated().openEntries(sample), progress, stopped);
  },
  async startOver(how: Beginning): Promise<Told> {
    if (how === 'empty') {
      const at = await empty();
      return at.sit(at.kept().user);
    }
    const kept = await ready();
    return (await settle(kept)).sit(kept.user);
  },
  mails: async () =>
    seated()
      .host.peek()
      .outbox.map(({ at, from, to, subject, attachments }, index) => ({
        index,
        at,
        from,
        to,
        subject,
        attachments: attachments.length,
      }))
      .reverse(),
  async mail(index) {
    const mail = seated().host.peek().outbox[index];
    if (!mail) throw new Error(`no mail ${index}`);
    return mail;
  },
  documents: async () => documentsOf(seated().host.peek()),
  document: async (id) => documentBytes(seated().host.peek(), id),
  calls: async (most) => seated().host.peek().log.slice(-most).reverse(),
  failures: async () =>
    seated()
      .host.peek()
      .failures.map(
        ({ at, functionName, message }) => `${at.slice(0, 16).replace('T', ' ')} ${functionName}: ${message}`,
      ),
  async exportWorkbook() {
    // Asked for now and then; a visit need not load it.
    const { filedWorkbook } = await import('./filed-workbook.ts');
    return filedWorkbook(seated().whole());
  },
  exportState: () => gzipped(writeKeptFile(worthKeeping(seated().kept()))),
  async importState(bytes) {
    // Files of earlier pages are plain JSON, and so are those of `npm run restore`.
    const kept = readKeptFile(await gunzipped(bytes), (await programming).people);
    return (await settle(kept)).sit(kept.user);
  },
  async kept() {
    if (timer !== undefined) saving = save();
    await saving;
  },
};

/** Actions that change what is on the screen, which is kept too. */
const SHOWING = new Set<keyof Deeds>(['sit', 'watch']);

holding
  .then(async ({ isHeld, freed }) => {
    if (isHeld) return;
    windows.hear(() => {
      line = line.then(lookAgain).catch(() => undefined);
    });
    await freed;
    say({ kind: 'freed' });
  })
  .catch(() => undefined);

let line: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Ask | 'stop'>) => {
  if (data === 'stop') {
    stopping = true;
    return;
  }
  line = line.then(() => serve(data));
};

async function serve({ id, deed, args }: Ask): Promise<void> {
  current = id;
  stopping = false;
  try {
    if (CHANGING.has(deed) && desk?.looking) throw new Error(WORDS.lookingOn);
    const act = deeds[deed] as (...given: readonly unknown[]) => Promise<unknown>;
    say({ kind: 'done', id, result: await act(...args) });
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
  if (CHANGING.has(deed) || SHOWING.has(deed)) keepSoon();
}
