// What the page and the worker with the host say to one another. The page knows no workbook of Google's: it is told cells as
// they look, and tells gestures as people make them.
import type { Answer, Outcome } from '../host/run.ts';
import type { CallRecord, HostState, Mail, MenuItem } from '../host/state.ts';
import type { GridNews } from './grid-news.ts';

export type * from './grid-news.ts';

export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly color?: string;
}

/** Who may sit at the screen. */
export interface Person {
  readonly address: string;
  readonly name: string;
  readonly part: 'installer' | 'police' | 'chairman' | 'unit';
}

/** How things stand, beside the grid. */
export interface Standing {
  readonly now: string;
  readonly fileId: string;
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly people: readonly Person[];
  readonly user: string;
  readonly menus: readonly MenuItem[];
  readonly mails: number;
  readonly documents: number;
  readonly calls: number;
  readonly failures: number;
  /** True: the clock trigger is on. */
  readonly clock: boolean;
  /** Another window of this browser holds the file: this one shows it and changes nothing. */
  readonly looking?: boolean;
}

/** What became of an action: how things stand, the news of the grid, and what the person saw. */
export interface Told {
  readonly standing: Standing;
  readonly grid?: GridNews;
}

/** `unread`: nobody knows what Google would make of such a text; nothing was written. */
export type Refusal = 'protected' | 'validation' | 'unread';

export interface Typed extends Told {
  readonly refused?: { readonly reason: Refusal; readonly message: string };
  readonly toasts: readonly { readonly title: string; readonly message: string }[];
  /** Runs of triggers that failed, in their own words. */
  readonly failed: readonly string[];
}

export interface Clicked extends Told {
  readonly outcome: Outcome;
}

export interface Passed extends Told {
  /** Mails sent on the way. */
  readonly sent: number;
  readonly failed: readonly string[];
}

export interface MailHead {
  readonly index: number;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly attachments: number;
}

export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
  readonly shared: readonly string[];
}

export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface Area {
  readonly sheetId: number;
  readonly top: number;
  readonly left: number;
  /** Exclusive, as `right`. */
  readonly bottom: number;
  readonly right: number;
}

/** Twenty minutes (the clock trigger comes every ten), a day, up to 08:30 of the next 15th, a month. */
export type Passing = 'minutes' | 'day' | 'deadline' | 'month';

/** Where a first visit begins: set up and ready for units, or an empty file to set up by hand. */
export type Beginning = 'ready' | 'empty';

/** What the page can ask of the worker. Actions are done one after the other. */
export interface Desk {
  /** The picture kept in this browser, or of the beginning; the host behind it comes up meanwhile. */
  start(): Promise<Told>;
  /** How things stand once the host is up. */
  ready(): Promise<Told>;
  /** Calculates the tab in view, so that the first edit need not wait for the formula engine to read all formulas. */
  warm(): Promise<Told>;
  /** Another person sits down: the file is opened, onOpen runs. */
  sit(user: string): Promise<Told>;
  watch(sheetId: number): Promise<Told>;
  type(place: Place, text: string): Promise<Typed>;
  clear(area: Area): Promise<Typed>;
  paste(place: Place, rows: string[][]): Promise<Typed>;
  click(path: readonly string[], answers: readonly Answer[]): Promise<Clicked>;
  /** Yes to Google's consent screen. */
  consent(): Promise<Told>;
  /** Rows that a filter view hides. */
  view(id: number): Promise<{ readonly hidden: readonly number[] }>;
  /** Lets time go by, day by day. */
  pass(how: Passing): Promise<Passed>;
  /** The units type the sample of the open period, up to the deadline. */
  sample(): Promise<Passed & { readonly typed: number }>;
  startOver(how: Beginning): Promise<Told>;
  mails(): Promise<readonly MailHead[]>;
  mail(index: number): Promise<Mail>;
  documents(): Promise<readonly DriveFile[]>;
  document(id: string): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array }>;
  /** The latest calls, newest first. */
  calls(most: number): Promise<readonly CallRecord[]>;
  failures(): Promise<readonly string[]>;
  /** The workbook as .xlsx. */
  exportWorkbook(): Promise<Uint8Array>;
  /** Everything the host knows, as a file to keep. */
  exportState(): Promise<Uint8Array>;
  importState(bytes: Uint8Array<ArrayBuffer>): Promise<Told>;
  /** Resolves once everything done so far is kept in the browser. */
  kept(): Promise<void>;
}

/** Actions that change the file or the machine; lost where the page is closed before they are kept. */
export const CHANGING: ReadonlySet<keyof Desk> = new Set([
  'type',
  'clear',
  'paste',
  'click',
  'consent',
  'pass',
  'sample',
  'startOver',
  'importState',
]);

/** From page to worker. */
export interface Ask {
  readonly id: number;
  readonly deed: keyof Desk;
  readonly args: readonly unknown[];
}

/** From worker to page: an answer, or news on the way to one. */
export type Say =
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** The edit asked for with this id stands; its triggers and formulas are still at work. */
  | { readonly kind: 'accepted'; readonly id: number }
  /** Everything done so far is kept in the browser. */
  | { readonly kind: 'saved' }
  /** Another window kept something new, which this one looks at. */
  | { readonly kind: 'news'; readonly told: Told }
  /** The window that held the file is closed. */
  | { readonly kind: 'freed' }
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly now: string;
      readonly done: number;
      readonly whole: number;
    };

/** `program.bin`, gzipped, beside the page: what every visit needs. */
export interface Program {
  readonly code: string;
  readonly manifest: string;
  /** Of a new file. */
  readonly title: string;
  readonly people: readonly Person[];
  /** When an empty file begins, on the clock of Viet Nam. */
  readonly clock: string;
  readonly sample: readonly SampleEntry[];
}

/**
 * A host's state with the file and the script the page works on. A first visit finds one in `ready.bin` beside the page, gzipped,
 * and what is seen of it first in `view.bin`.
 */
export interface Kept {
  readonly state: HostState;
  readonly fileId: string;
  readonly scriptId: string;
  readonly user: string;
  /** What was on the screen, so that it is there before anything is calculated. */
  readonly view: Told;
}

/** One field of the sample as its unit types it, found by the headings people see. */
export interface SampleEntry {
  /** Time of Viet Nam: «2024-05-10T09:00». */
  readonly at: string;
  readonly by: string;
  readonly code: string;
  readonly heading: string;
  readonly text: string;
}
