// The worker: deeds of the page one after the other on one desk, kept in the browser after each. It is a thread of its own, so
// that the page stays alive while a month goes by.
import { workbookFile } from '../../workbook-file/workbook-file.ts';
import type { Ask, Beginning, Desk as Deeds, Kept, Program, Say, Told } from '../protocol.ts';
import { hostMaker } from './browser-host.ts';
import { Desk, type Progress } from './desk.ts';
import { documentBytes, documentsOf } from './drive.ts';
import { openKeeper } from './keep.ts';
import { type KeptFile, readKeptFile, writeKeptFile } from './kept-file.ts';

/** Deeds asked for at once are kept together. */
const PATIENCE = 400;

const file = (name: string) => new URL(name, self.location.href);
const say = (what: Say) => self.postMessage(what);

const making = hostMaker(file('ironcalc.wasm'));
const keeping = openKeeper();
const programming = fetch(file('program.json')).then((answer) => answer.json() as Promise<Program>);

let desk: Desk | undefined;
let coming: Promise<Told> = Promise.reject(new Error('not started'));
coming.catch(() => undefined);
let current = 0;
let stopping = false;
let saving: Promise<void> = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | undefined;

async function ready(): Promise<Kept> {
  const answer = await fetch(file('ready.bin'));
  if (!answer.body) throw new Error('ready.bin');
  const unpacked = answer.body.pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(unpacked).json()) as Kept;
}

/** The host behind the picture on the screen; where what was kept cannot be used any more, the beginning in its place. */
async function comeUp(keeping: Promise<Kept | undefined> | undefined): Promise<Told> {
  try {
    const kept = (await keeping) ?? (await ready());
    const at = await settle(kept);
    at.resume(kept.view, at.host.open(kept.user, kept.fileId).menus);
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
  desk = new Desk(host, fileId, scriptId, people, user);
  return desk;
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
  desk = new Desk(host, fileId, scriptId, people, installer);
  return desk;
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
  if (desk) await (await keeping).save(desk.kept());
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
    const view = await keeper.view();
    coming = comeUp(view && keeper.load());
    return view ?? ((await (await fetch(file('view.json'))).json()) as Told);
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
  exportWorkbook: () => workbookFile(seated().whole()),
  exportState: async () => writeKeptFile(seated().kept()),
  async importState(text) {
    const kept = readKeptFile(text, (await programming).people);
    return (await settle(kept)).sit(kept.user);
  },
  async kept() {
    if (timer !== undefined) saving = save();
    await saving;
  },
};

/** Deeds that leave everything as it was. */
const LOOKING = new Set<keyof Deeds>([
  'start',
  'ready',
  'warm',
  'view',
  'mails',
  'mail',
  'documents',
  'document',
  'calls',
  'failures',
  'exportWorkbook',
  'exportState',
  'kept',
]);

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
    const act = deeds[deed] as (...given: readonly unknown[]) => Promise<unknown>;
    say({ kind: 'done', id, result: await act(...args) });
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
  if (!LOOKING.has(deed)) keepSoon();
}
