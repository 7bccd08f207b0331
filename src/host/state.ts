// The whole state of the host, as one JSON value: what is in it survives `state()` → `createHost({ state })` unchanged.
// Addresses are lower case, times are milliseconds since 1970 (UTC).
import { readLocal } from './clock.ts';
import type { Spreadsheet } from './contract.ts';

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface HostState {
  readonly version: 1;
  clock: number;
  /** State of the random number generator. */
  random: number;
  nextRun: number;
  settings: HostSettings;
  accounts: Record<string, AccountState>;
  files: Record<string, FileState>;
  /** The spreadsheets among the files, as the Sheets part keeps them. */
  sheets: Record<string, Spreadsheet>;
  scripts: Record<string, ScriptState>;
  outbox: Mail[];
  failures: TriggerFailure[];
  log: CallRecord[];
}

export interface HostSettings {
  /** What one call costs on the host's clock. */
  remoteMilliseconds: number;
  localMilliseconds: number;
  /** 0–1: how often a due clock trigger does not come, or comes twice. */
  skipTriggers: number;
  doubleTriggers: number;
  /**
   * What an account that may not share learns of who can edit a file. Drive’s reference says that permissions are for those who can share; what
   * Apps Script answers nobody has recorded: it refuses, tells of the account alone, or tells all.
   */
  unseenEditors: 'refused' | 'itself' | 'told';
  /** The language of refusals: Google’s words follow the language of whoever clicks; status, reason and place stay. */
  words: 'en' | 'vi';
  /** The Workspace domain of the script's owner, of whose people simple triggers are told; else of nobody. */
  domain?: string;
}

const USUAL_SETTINGS: HostSettings = {
  remoteMilliseconds: 200,
  localMilliseconds: 0,
  skipTriggers: 0,
  doubleTriggers: 0,
  unseenEditors: 'refused',
  words: 'en',
};

export interface AccountState {
  /** By script id. No entry: never asked. */
  consents: Record<string, Consent>;
  /** Recipients mailed to since the first mail of the running 24 hours. */
  mail: { since: number; recipients: number };
  /** Times of the Sheets API calls of the last minute. */
  reads: number[];
  writes: number[];
  /** The folder «My Drive». */
  root: string;
}

interface Consent {
  /** The scopes the screen showed; a scope added to the manifest later is not among them and is asked for again. */
  asked: string[];
  /** The scopes the person ticked. */
  granted: string[];
}

export type Role = 'owner' | 'editor' | 'commenter' | 'viewer';

export interface FilePermission {
  id: string;
  /** An address, or `anyone` for whoever has the link. */
  address: string;
  role: Exclude<Role, 'owner'>;
}

export interface FileState {
  id: string;
  name: string;
  mimeType: string;
  owner: string;
  permissions: FilePermission[];
  /** The owner has taken the right to share away from the editors. */
  onlyOwnerShares?: boolean;
  parents: string[];
  description?: string;
  appProperties?: Record<string, string>;
  createdAt: number;
  modifiedAt: number;
  trashed: boolean;
  /** The account and script that made or were given the file: what `drive.file` lets them see. */
  apps: { user: string; script: string }[];
  /** Base64; spreadsheets keep theirs in `sheets`. A converted document keeps the bytes it was made from. */
  content?: string;
  /** The type of `content` where it differs from `mimeType`. */
  contentType?: string;
  /** Saved versions of a spreadsheet. */
  revisions: { id: string; at: number; sheet: Spreadsheet }[];
  /** The menus each person has open on this spreadsheet. */
  menus: Record<string, MenuItem[]>;
}

export type MenuItem =
  | { kind: 'item'; caption: string; functionName: string }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; items: MenuItem[] };

export interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] };
  [field: string]: unknown;
}

export interface ScriptState {
  id: string;
  name: string;
  owner: string;
  /** The spreadsheet the script is bound to; a standalone script has none. */
  container?: string;
  code: string;
  manifest: Manifest;
  properties: {
    script: Record<string, string>;
    user: Record<string, Record<string, string>>;
    document: Record<string, string>;
  };
  cache: Record<string, { value: string; until: number }>;
  triggers: TriggerState[];
}

export interface TriggerState {
  id: string;
  functionName: string;
  owner: string;
  /** A broken trigger stays in the list and never fires, as on Google, without a word. */
  dead: boolean;
  source: ClockSource | SpreadsheetSource;
}

export interface SpreadsheetSource {
  kind: 'spreadsheet';
  fileId: string;
  event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE';
}

export interface ClockSource {
  kind: 'clock';
  schedule: Schedule;
  /** When it comes next; absent once a single time has passed. */
  next?: number;
}

/** Hours, minutes, days on the clock of Viet Nam. */
export type Schedule =
  | { every: 'minutes'; n: number; start: number }
  | { every: 'hours'; n: number; start: number }
  | { every: 'days'; n: number; hour: number; minute: number; start: number }
  | { every: 'once' };

export interface Attachment {
  name: string;
  contentType: string;
  /** Base64. */
  content: string;
}

export interface Mail {
  at: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  body: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
  attachments: Attachment[];
  /** By content id (`cid:`). */
  inlineImages: Record<string, Attachment>;
}

/** What Google mails to the creator of a trigger that failed, and to nobody else. */
interface TriggerFailure {
  at: string;
  to: string;
  scriptId: string;
  functionName: string;
  triggerId: string;
  message: string;
}

/** One call of a service. */
export interface CallRecord {
  service: string;
  method: string;
  args: Json[];
  /** What an object's method was called on, for example a range in A1 notation. */
  on?: string;
  user: string;
  /** ISO, on the clock of Viet Nam: `2024-05-15T08:30:00.000+07:00`. */
  at: string;
  /** True for what reaches Google and moves data. */
  remote: boolean;
  run: number;
  /** Milliseconds it took on the host's clock. */
  ms?: number;
}

/** Nobody has done anything. @param clock of Viet Nam, «2024-05-01T08:00» */
export function newState(clock: string, seed: number): HostState {
  return {
    version: 1,
    clock: readLocal(clock),
    random: seed | 0,
    nextRun: 1,
    settings: { ...USUAL_SETTINGS },
    accounts: {},
    files: {},
    sheets: {},
    scripts: {},
    outbox: [],
    failures: [],
    log: [],
  };
}
