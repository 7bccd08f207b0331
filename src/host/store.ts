// The state while the host runs: where everything else reads and writes it, the seeded random numbers, and going back to an
// earlier moment. Parts keep ids, never pieces of the state: going back replaces the pieces.

import { isoLocal } from './clock.ts';
import type { Sharing, Sheets, World } from './contract.ts';
import type { AccountState, FileState, HostState, Role, ScriptState } from './state.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export class Store {
  state: HostState;
  readonly world: World;
  readonly sheets: Sheets;

  constructor(state: HostState, sheets: (world: World, sharing: Sharing) => Sheets) {
    this.state = state;
    this.world = { now: () => this.state.clock, random: () => this.random() };
    this.sheets = sheets(this.world, {
      role: (fileId, user) => this.role(fileId, user),
      editors: (fileId) => this.editors(fileId),
    });
    this.fillSheets(state.sheets);
  }

  /** Everything, as a JSON value of its own; see `copyOf`. */
  json(): HostState {
    return copyOf({ ...this.state, sheets: this.sheets.files });
  }

  /** The moment to go back to. */
  snapshot(): () => void {
    const kept = this.json();
    return () => {
      const { sheets, ...earlier } = kept;
      this.state = { ...earlier, sheets: {} };
      this.fillSheets(sheets);
    };
  }

  private fillSheets(files: HostState['sheets']): void {
    for (const id of Object.keys(this.sheets.files)) delete this.sheets.files[id];
    Object.assign(this.sheets.files, files);
    this.state.sheets = this.sheets.files;
  }

  private random(): number {
    // mulberry32
    this.state.random = (this.state.random + 0x6d2b79f5) | 0;
    let t = this.state.random;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A new id of `length` letters, as Google's look. */
  newId(length = 44): string {
    let id = '1';
    while (id.length < length) id += LETTERS.charAt(Math.floor(this.random() * LETTERS.length));
    return id;
  }

  /** The time now as the log writes it. */
  iso(): string {
    return isoLocal(this.state.clock);
  }

  /** The account of an address; it begins to exist when first met. */
  account(address: string): AccountState {
    const key = canonical(address);
    const known = this.state.accounts[key];
    if (known) return known;
    const fresh: AccountState = {
      consents: {},
      mail: { since: 0, recipients: 0 },
      reads: [],
      writes: [],
      root: this.newId(19),
    };
    this.state.accounts[key] = fresh;
    return fresh;
  }

  /** Throws an ordinary error: asking for a file that never was is a mistake of the caller's. */
  file(fileId: string): FileState {
    const file = this.state.files[fileId];
    if (!file) throw new Error(`no file ${fileId}`);
    return file;
  }

  script(scriptId: string): ScriptState {
    const script = this.state.scripts[scriptId];
    if (!script) throw new Error(`no script ${scriptId}`);
    return script;
  }

  /** What a person may do with a file; undefined: it does not exist for them. */
  role(fileId: string, user: string): Role | undefined {
    const file = this.state.files[fileId];
    if (!file) return undefined;
    const address = canonical(user);
    if (address !== '' && file.owner === address) return 'owner';
    const roles = file.permissions
      .filter((permission) => permission.address === address || permission.address === 'anyone')
      .map((permission) => permission.role);
    return (['editor', 'commenter', 'viewer'] as const).find((role) => roles.includes(role));
  }

  /** The owner and the editors of a file. */
  private editors(fileId: string): string[] {
    const file = this.state.files[fileId];
    const others = file?.permissions.filter(({ role, address }) => role === 'editor' && address !== 'anyone') ?? [];
    return file ? [file.owner, ...others.map(({ address }) => address)] : [];
  }

  /** The script bound to a spreadsheet. */
  boundScript(fileId: string): ScriptState | undefined {
    return Object.values(this.state.scripts).find((script) => script.container === fileId);
  }
}

/**
 * A state of its own. What is never changed in place is shared and not copied, because it is nearly all: workbooks, saved
 * versions, logged calls, mails, code.
 */
export function copyOf(state: HostState): HostState {
  const { sheets, files, scripts, log, outbox, failures, ...rest } = state;
  return {
    ...jsonCopy(rest),
    files: mapValues(files, ({ revisions, content, ...file }) => ({
      ...jsonCopy(file),
      ...(content === undefined ? {} : { content }),
      revisions: [...revisions],
    })),
    scripts: mapValues(scripts, ({ code, ...script }) => ({ ...jsonCopy(script), code })),
    sheets: { ...sheets },
    log: [...log],
    outbox: [...outbox],
    failures: [...failures],
  };
}

function mapValues<T>(record: Record<string, T>, map: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function jsonCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** One spelling for an address: letter case does not count, nor do dots in Gmail. */
export function canonical(address: string): string {
  const [name = '', domain = ''] = address.trim().toLowerCase().split('@');
  if (domain === '') return name;
  return domain === 'gmail.com' ? `${name.replace(/\./gu, '')}@${domain}` : `${name}@${domain}`;
}
