// What the use cases need of the world, and nothing more. The add-in fulfils these with Google's services; nothing in app/ knows
// which. Errors of the world come as Refusal.
import type { Moment } from '../core/calendar.ts';
import type { RawSpreadsheet, Span } from '../sheet/reading/snapshot.ts';
import type { Request } from '../sheet/requests/request.ts';

/**
 * How much of a tab: all of it, its heading row, or the heading and some rows, of which those beyond the tab's end are left out, or
 * the heading and the last rows with content, or the heading and the first columns of all rows.
 */
export type Part = 'all' | 'heading' | readonly Span[] | { readonly last: number } | { readonly columns: number };

/** What to read: the tabs of these ids. One round trip. */
export interface ReadPlan {
  readonly tabs: readonly { readonly sheetId: number; readonly part: Part }[];
  /** A fields mask of `spreadsheets.get`. */
  readonly fields: string;
}

export interface WorkbookPort {
  readonly id: string;
  readonly url: string;
  /** Tabs that are gone are left out; with no tab of ours at all the whole first tab is read. */
  read(plan: ReadPlan): RawSpreadsheet;
  /** One atomic batch: all of it or nothing. */
  update(requests: readonly Request[]): void;
  /** All tabs there are. */
  tabs(): readonly { readonly sheetId: number; readonly title: string }[];
  /** Addresses, lower case; not whole where Google did not tell (app/sync/sharing.ts). */
  people(): { readonly owner: string; readonly editors: readonly string[]; readonly isWhole: boolean };
}

/** A document as the parts of its package. */
export interface ReportParts {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly text: string }[];
}

/** Documents in the Drive of the account that runs. */
export interface FilesPort {
  /** Its id. */
  createFolder(name: string): string;
  /** Whether the account that runs can still keep documents in a folder: it is its own, and not in the bin. */
  isUsable(folder: string): boolean;
  /** Lets somebody read what is in a folder; false where Google does not know the address. */
  share(folder: string, reader: string): boolean;
  /** Addresses of the documents that carry a key, by kind. */
  find(key: string): ReadonlyMap<string, string>;
  /** Stores a document; its address. */
  create(document: ReportParts & { readonly key: string; readonly kind: string }, folder: string): string;
}

export interface Mail {
  readonly to: string;
  readonly cc: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly senderName: string;
  readonly replyTo: string;
  readonly attachments?: readonly ReportParts[];
}

export interface MailPort {
  /** Recipients that may still be written to today. */
  remaining(): number;
  send(mail: Mail): void;
}

/** The clock trigger of the account that runs; nobody sees another account's. */
export interface ClockPort {
  isOn(): boolean;
  /** One, however often it is asked for; a trigger that Google has put to sleep is replaced. */
  install(): void;
  remove(): void;
}

/** Script Properties: small texts that survive, one store for all accounts. */
export interface StorePort {
  all(): Readonly<Record<string, string>>;
  set(key: string, value: string): void;
  remove(key: string): void;
}

export interface Ports {
  now(): Moment;
  /** Address of the account that runs, lower case. */
  readonly account: string;
  readonly workbook: WorkbookPort;
  readonly mail: MailPort;
  readonly files: FilesPort;
  readonly store: StorePort;
  /** Runs the work while holding the script's lock. @throws Refusal busy */
  locked<T>(work: () => T): T;
  /** Id of the script project that runs. */
  readonly scriptId: string;
  /** Version of the program. */
  readonly version: string;
}
