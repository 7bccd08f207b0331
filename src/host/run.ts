// One execution of a script's function: who runs it, with which rights, since when, and what became of it.
import type { EndReason } from './errors.ts';
import type { Evaluated } from './evaluated.ts';
import type { Locks } from './locks.ts';
import type { Observer } from './observer.ts';
import type { Realm } from './realm.ts';
import type { Value } from './service.ts';
import type { ScriptState, TriggerState } from './state.ts';
import type { Store } from './store.ts';

export type Button = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

/** A dialog that stops the script until a person answers. */
export interface Dialog {
  kind: 'alert' | 'prompt';
  title: string;
  prompt: string;
  buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}

/** A button, or a button and the text typed into a prompt. */
export type Answer = Button | { button: Button; text: string };

/**
 * What the person will answer, in order; or a function asked when each dialog is met, which may let time pass and others act
 * meanwhile. `undefined`, or the end of the list: nobody answers, and the run leaves no trace.
 */
export type Answers = readonly Answer[] | ((dialog: Dialog, index: number) => Answer | undefined);

/** What the person saw. */
type Shown = (Dialog & { answer: Answer }) | { kind: 'toast'; title: string; message: string };

export type Outcome = { run: number; functionName: string; user: string; shown: Shown[]; printed: string[] } & (
  | { kind: 'ok'; value: Value }
  /** `killed`: ended from outside (time, or on purpose), not by an error of its own. */
  | { kind: 'error'; name: string; message: string; stack: string; killed: boolean }
  /** Google asks the person for consent first; nothing ran, or `requireScopes` stopped it. */
  | { kind: 'consent'; scopes: string[] }
  /** A dialog was met and not answered: nothing of the run remains. Ask again with one answer more. */
  | { kind: 'dialog'; dialog: Dialog }
);

/** Turns bytes of one type into another, as Google's converters do; undefined where this machine cannot. */
export type Convert = (input: { bytes: Uint8Array; from: string; to: string }) => Uint8Array | undefined;

/** A clock trigger whose time has come. */
export interface Tick {
  readonly script: Readonly<ScriptState>;
  readonly trigger: Readonly<TriggerState>;
  /** When the run would have read one property, milliseconds since 1970. */
  readonly now: number;
}

/** What all runs of a host share. */
export interface Machine {
  readonly store: Store;
  readonly realm: Realm;
  /** Where the scripts keep nothing between runs. */
  readonly evaluated: Evaluated | undefined;
  readonly locks: Locks;
  readonly observers: Set<Observer>;
  readonly convert: Convert | undefined;
  readonly idles: ((tick: Tick) => boolean) | undefined;
}

export interface Run {
  readonly id: number;
  readonly machine: Machine;
  readonly scriptId: string;
  readonly functionName: string;
  /** The account whose rights count. */
  readonly user: string;
  /** What Session.getActiveUser() tells: '' where Google keeps it to itself. */
  readonly activeUser: string;
  /** LIMITED: a simple trigger. */
  readonly authMode: 'LIMITED' | 'FULL';
  /** The spreadsheet on the screen, or whose edit or opening fired the trigger. */
  readonly fileId: string | undefined;
  /** Where there is somebody at a screen. */
  readonly ui: boolean;
  readonly answers: Answers;
  readonly startedAt: number;
  /** Milliseconds on the host's clock. */
  readonly limit: number;
  /** Time spent waiting for answers does not count. */
  suspended: number;
  end: EndReason | undefined;
  pending: Dialog | undefined;
  asked: number;
  readonly shown: Shown[];
  readonly printed: string[];
}
