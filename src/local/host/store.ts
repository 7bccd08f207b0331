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

  /** Everything, as a JSON value of its own. */
  json(): HostState {
    return JSON.parse(JSON.stringify({ ...this.state, sheets: this.sheets.files })) as HostState;
  }

  /** The moment to go back to. The growing lists are only measured; workbooks are replaced, never changed, so they are kept. */
  snapshot(): () => void {
    const { log, outbox, failures, ...rest } = this.state;
    const lengths = [log.length, outbox.length, failures.length] as const;
    const books = { ...this.sheets.files };
    const text = JSON.stringify({ ...rest, sheets: {} });
    return () => {
      const earlier = JSON.parse(text) as HostState;
      const [calls, mails, failed] = lengths;
      this.state = {
        ...earlier,
        log: log.slice(0, calls),
        outbox: outbox.slice(0, mails),
        failures: failures.slice(0, failed),
      };
      this.fillSheets(books);
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

/** One spelling for an address: letter case does not count, nor do dots in Gmail. */
export function canonical(address: string): string {
  const [name = '', domain = ''] = address.trim().toLowerCase().split('@');
  if (domain === '') return name;
  return domain === 'gmail.com' ? `${name.replace(/\./gu, '')}@${domain}` : `${name}@${domain}`;
}
