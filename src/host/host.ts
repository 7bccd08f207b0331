// The local host: Google Sheets with a bound script, on this machine, for people (a page, a command) and for tests. All it
// knows is one JSON value; realm, clock, seed and the Sheets part are arguments; the same use cases give the same state.

import { readLocal } from './clock.ts';
import { grant, scopesToAsk } from './consent.ts';
import type { Chip, GridRange, Sharing, SheetRequest, Sheets, Spreadsheet, Typed, World } from './contract.ts';
import { EditQueue } from './edit-queue.ts';
import type { Evaluated } from './evaluated.ts';
import { execute } from './execute.ts';
import { copyFile, newScript, newSpreadsheet, restoreVersion, saveVersion, share, unshare } from './files.ts';
import { Locks } from './locks.ts';
import type { Observer } from './observer.ts';
import { type CellRef, placeOf } from './place.ts';
import type { Realm } from './realm.ts';
import type { Answers, Convert, Machine, Outcome, Tick } from './run.ts';
import { advance } from './scheduler.ts';
import type { Value } from './service.ts';
import {
  type FilePermission,
  type HostSettings,
  type HostState,
  type Manifest,
  type MenuItem,
  newState,
  type TriggerState,
} from './state.ts';
import { canonical, copyOf, Store } from './store.ts';
import { fireInstalled, fireSimple, type ScreenEvent } from './triggers.ts';

export interface HostOptions {
  /** Makes the Sheets part for this host's world and sharing. */
  sheets: (world: World, sharing: Sharing) => Sheets;
  realm: Realm;
  /** For scripts that keep nothing between runs: each is evaluated once. Without it, for every run. */
  evaluated?: Evaluated | undefined;
  /** Where the clock starts, on the clock of Viet Nam: «2024-05-01T08:00». Ignored with `state`. */
  clock: string;
  /** The same seed gives the same ids, jitter and identifiers. Ignored with `state`. */
  seed: number;
  state?: HostState;
  settings?: Partial<HostSettings>;
  convert?: Convert;
  /**
   * Tells of a clock run that would read one property of its script and end, by whoever knows the script. Such a run is passed over
   * while no observer looks on: the clock and the numbers of runs go on as if it had been, and only its lines in the log are missing.
   */
  idles?: (tick: Tick) => boolean;
}

/** What became of an edit at the screen: the edit, and the triggers it fired. */
interface Edited {
  typed: Typed;
  runs: Outcome[];
}

export interface Host {
  /** All state as it is now, to be kept, given to another host or changed; what weighs most is shared and must not be changed in place. */
  state(): HostState;
  /** The current state itself, to be read and not kept. */
  peek(): Readonly<HostState>;
  /** The time on the clock of Viet Nam: `2024-05-15T08:30:00.000+07:00`. */
  now(): string;
  createSpreadsheet(user: string, name: string, body?: Spreadsheet): string;
  bindScript(user: string, fileId: string, script: { code: string; manifest: Manifest; name?: string }): string;
  createScript(user: string, script: { code: string; manifest: Manifest; name?: string }): string;
  /** Replaces the HEAD code, which menus and triggers run from now on. */
  push(scriptId: string, code: string, manifest?: Manifest): void;
  share(fileId: string, by: string, address: string, role: FilePermission['role']): void;
  unshare(fileId: string, by: string, address: string): void;
  /** The owner’s switch «Người chỉnh sửa có thể thay đổi quyền và chia sẻ». */
  letEditorsShare(fileId: string, by: string, isOn: boolean): void;
  /** The owner puts a file or folder of Drive into the bin. */
  trash(fileId: string, by: string): void;
  /** A person opens the file: onOpen, the installable triggers, and the menus that come of it. */
  open(user: string, fileId: string): { menus: MenuItem[]; runs: Outcome[] };
  /** A person clicks a menu item: captions from the menu bar down. */
  click(user: string, fileId: string, path: readonly string[], answers?: Answers): Outcome;
  /** A person runs a function from the script editor. */
  run(user: string, scriptId: string, functionName: string, args?: readonly Value[], answers?: Answers): Outcome;
  /** The consent screen: the person ticks these scopes, or all. */
  grant(user: string, scriptId: string, scopes: readonly string[] | 'all'): void;
  type(user: string, fileId: string, place: CellRef, text: string): Edited;
  paste(user: string, fileId: string, place: CellRef, rows: string[][], options?: { withFormat?: boolean }): Edited;
  /** A person puts a smart chip into a cell. */
  insertChip(user: string, fileId: string, place: CellRef, chip: Chip): Edited;
  clear(user: string, fileId: string, range: GridRange): Edited;
  /** Edits made inside come faster than the first onEdit ends: three get one, the others are lost. */
  rapidly(fileId: string, edits: () => void): { runs: Outcome[]; lost: number };
  /** A change through the API, past our code: fires no trigger. */
  batchUpdateAs(user: string, fileId: string, requests: SheetRequest[]): void;
  /** The spreadsheet as a person sees it. */
  see(user: string, fileId: string, options?: Parameters<Sheets['get']>[1]): Spreadsheet;
  /** The rows a filter view hides from the person who opened it. */
  hiddenBy(user: string, fileId: string, filterViewId: number): number[];
  /** Lets time go by, to a time of Viet Nam or by milliseconds; what the clock triggers did, in order. */
  advance(how: { to: string } | { by: number }): Outcome[];
  copyFile(user: string, fileId: string, name?: string): string;
  saveVersion(fileId: string): string;
  restoreVersion(fileId: string, version: string): void;
  triggers(scriptId: string): readonly TriggerState[];
  /** A broken trigger stays in the list and never fires. */
  setDead(scriptId: string, triggerId: string, dead: boolean): void;
  settings(change: Partial<HostSettings>): void;
  /** Shows every call to the observer from now on; the result ends that. */
  intercept(observer: Observer): () => void;
}

/** A host, new or from the state of an earlier one. Throws NotEmulated from any call whose script needs what the host lacks. */
export function createHost(options: HostOptions): Host {
  const given = options.state ? copyOf(options.state) : newState(options.clock, options.seed);
  Object.assign(given.settings, options.settings);
  const store = new Store(given, options.sheets);
  const observers = new Set<Observer>();
  const { realm, evaluated, convert, idles } = options;
  const machine: Machine = { store, realm, evaluated, locks: new Locks(), observers, convert, idles };
  const queues = new Map<string, EditQueue<ScreenEvent>>();
  const queueOf = (fileId: string): EditQueue<ScreenEvent> => {
    const queue = queues.get(fileId) ?? new EditQueue<ScreenEvent>();
    queues.set(fileId, queue);
    return queue;
  };

  function requireRole(fileId: string, user: string, roles: readonly string[]): void {
    const role = store.role(fileId, user);
    if (!role || !roles.includes(role)) throw new Error(`${user} may not do that with ${store.file(fileId).name}`);
  }

  const requireSharer = (fileId: string, user: string) =>
    requireRole(fileId, user, store.file(fileId).onlyOwnerShares ? ['owner'] : ['owner', 'editor']);

  /** Runs what may meet a dialog; a run that meets one nobody answers leaves no trace. */
  function attempt(user: string, scriptId: string, start: () => Outcome, functionName: string): Outcome {
    const ask = scopesToAsk(store, store.script(scriptId), user);
    if (ask.length > 0) return { kind: 'consent', scopes: ask, run: 0, functionName, user, shown: [], printed: [] };
    const back = store.snapshot();
    const outcome = start();
    if (outcome.kind === 'dialog') back();
    return outcome;
  }

  function edit(user: string, fileId: string, change: () => Typed): Edited {
    const typed = change();
    const runs: Outcome[] = [];
    if (typed.kind === 'refused') return { typed, runs };
    store.file(fileId).modifiedAt = store.state.clock;
    const { kind: _kind, ...what } = typed;
    const event: ScreenEvent = { kind: 'edit', fileId, user, ...what };
    queueOf(fileId).take(event, (next) => {
      const outcome = fireSimple(machine, next);
      if (outcome) runs.push(outcome);
    });
    runs.push(...fireInstalled(machine, event));
    return { typed, runs };
  }

  function newBound(
    user: string,
    script: { code: string; manifest: Manifest; name?: string },
    container?: string,
  ): string {
    const about = { name: script.name ?? 'Dự án', code: script.code, manifest: script.manifest };
    return newScript(store, user, container === undefined ? about : { ...about, container }).id;
  }

  return {
    state: () => store.json(),
    peek: () => store.state,
    now: () => store.iso(),
    createSpreadsheet: (user, name, body = {}) =>
      newSpreadsheet(store, user, { ...body, properties: { ...body.properties, title: name } }),
    bindScript(user, fileId, script) {
      requireRole(fileId, user, ['owner', 'editor']);
      if (store.boundScript(fileId)) throw new Error('the host binds one script to a spreadsheet');
      return newBound(user, script, fileId);
    },
    createScript: (user, script) => newBound(user, script),
    push(scriptId, code, manifest) {
      const script = store.script(scriptId);
      script.code = code;
      if (manifest) script.manifest = manifest;
    },
    share(fileId, by, address, role) {
      requireSharer(fileId, by);
      share(store, store.file(fileId), address, role);
    },
    unshare(fileId, by, address) {
      requireSharer(fileId, by);
      unshare(store.file(fileId), address);
    },
    letEditorsShare(fileId, by, isOn) {
      requireRole(fileId, by, ['owner']);
      store.file(fileId).onlyOwnerShares = !isOn;
    },
    trash(fileId, by) {
      requireRole(fileId, by, ['owner']);
      store.file(fileId).trashed = true;
    },
    open(user, fileId) {
      requireRole(fileId, user, ['owner', 'editor', 'commenter', 'viewer']);
      const address = canonical(user);
      store.file(fileId).menus[address] = [];
      const event: ScreenEvent = { kind: 'open', fileId, user: address };
      const simple = fireSimple(machine, event);
      const runs = [...(simple ? [simple] : []), ...fireInstalled(machine, event)];
      return { menus: structuredCopy(store.file(fileId).menus[address] ?? []), runs };
    },
    click(user, fileId, path, answers) {
      const address = canonical(user);
      const functionName = menuFunction(store.file(fileId).menus[address] ?? [], path);
      const script = store.boundScript(fileId);
      if (!script) throw new Error(`no script is bound to ${fileId}`);
      const start = { scriptId: script.id, functionName, user: address, activeUser: address, fileId, answers };
      const go = (): Outcome => execute(machine, { ...start, authMode: 'FULL', ui: true });
      return attempt(address, script.id, go, functionName);
    },
    run(user, scriptId, functionName, args = [], answers) {
      const address = canonical(user);
      const fileId = store.script(scriptId).container;
      if (fileId !== undefined) requireRole(fileId, user, ['owner', 'editor']);
      const start = { scriptId, functionName, user: address, activeUser: address, fileId, answers, args: () => args };
      const go = (): Outcome => execute(machine, { ...start, authMode: 'FULL', ui: fileId !== undefined });
      return attempt(address, scriptId, go, functionName);
    },
    grant: (user, scriptId, scopes) => grant(store, store.script(scriptId), user, scopes),
    type: (user, fileId, place, text) =>
      edit(user, fileId, () => store.sheets.type(fileId, placeOf(store, fileId, place), text, user)),
    paste: (user, fileId, place, rows, how) =>
      edit(user, fileId, () => store.sheets.paste(fileId, placeOf(store, fileId, place), rows, user, how)),
    insertChip: (user, fileId, place, chip) =>
      edit(user, fileId, () => store.sheets.insertChip(fileId, placeOf(store, fileId, place), chip, user)),
    clear: (user, fileId, range) => edit(user, fileId, () => store.sheets.clear(fileId, range, user)),
    rapidly(fileId, edits) {
      const runs: Outcome[] = [];
      const queue = queueOf(fileId);
      const before = queue.lost;
      queue.burst(edits, (event) => {
        const outcome = fireSimple(machine, event);
        if (outcome) runs.push(outcome);
      });
      return { runs, lost: queue.lost - before };
    },
    batchUpdateAs(user, fileId, requests) {
      store.sheets.batchUpdate(fileId, { requests }, user);
      store.file(fileId).modifiedAt = store.state.clock;
    },
    see: (user, fileId, how = {}) => store.sheets.get(fileId, how, user),
    hiddenBy: (user, fileId, filterViewId) => store.sheets.hiddenBy(fileId, filterViewId, user),
    advance: (how) => advance(machine, 'to' in how ? readLocal(how.to) : store.state.clock + how.by),
    copyFile(user, fileId, name) {
      requireRole(fileId, user, ['owner', 'editor', 'commenter', 'viewer']);
      return copyFile(store, user, store.file(fileId), name).id;
    },
    saveVersion: (fileId) => saveVersion(store, store.file(fileId)),
    restoreVersion: (fileId, version) => restoreVersion(store, store.file(fileId), version),
    triggers: (scriptId) => structuredCopy(store.script(scriptId).triggers),
    setDead(scriptId, triggerId, dead) {
      const trigger = store.script(scriptId).triggers.find((one) => one.id === triggerId);
      if (!trigger) throw new Error(`no trigger ${triggerId}`);
      trigger.dead = dead;
    },
    settings(change) {
      Object.assign(store.state.settings, change);
    },
    intercept(observer) {
      observers.add(observer);
      return () => {
        observers.delete(observer);
      };
    },
  };
}

/** The function behind a menu item. Throws where the path leads to none. */
function menuFunction(items: readonly MenuItem[], path: readonly string[]): string {
  const [caption, ...rest] = path;
  for (const item of items) {
    if (item.kind === 'separator' || item.caption !== caption) continue;
    if (item.kind === 'menu') return menuFunction(item.items, rest);
    if (rest.length === 0) return item.functionName;
  }
  const there = items.flatMap((item) => (item.kind === 'separator' ? [] : [item.caption]));
  throw new Error(`no menu item «${caption ?? ''}»; there is: ${there.join(', ')}`);
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
