// Every editor of the file sees the menu. Who clicks what is not his is told before anything is asked of him: by the list of keepers the script
// keeps, and where that one has not heard of him, by «Cấu hình».
import { isOneOf } from '../core/addresses.ts';
import { civilOf, type Moment } from '../core/calendar.ts';
import type { Cell } from '../core/cell.ts';
import { isKeeper } from '../core/keepers.ts';
import { readSettings } from '../core/settings.ts';
import { SET_UP } from './marks.ts';
import { EDIT_SETTINGS, readEditSettings } from './on-edit.ts';
import { NOT_YOURS } from './refusal.ts';

/** What is asked of the world in turn, and no further than is needed. */
export interface Click {
  readonly store: Readonly<Record<string, string>>;
  readonly fileId: string;
  account(): string;
  /** Open to this account all the same. */
  isOpen(): boolean;
  /** Of «Cấu hình», by key. */
  settings(): ReadonlyMap<string, Cell>;
  now(): Moment;
}

/** Why the account may not, in words; undefined where it may, and where that cannot be seen: the use case itself looks again. */
export function whyNotYours({ store, fileId, account, isOpen, settings: cells, now }: Click): string | undefined {
  const { [SET_UP]: setUp, [EDIT_SETTINGS]: known } = store;
  if (setUp !== fileId || known === undefined) return undefined;
  const one = account();
  if (isOneOf(one, readEditSettings(known).keepers ?? []) || isOpen()) return undefined;
  const { settings } = readSettings(cells(), civilOf(now()).year);
  // Where the tab cannot be read nobody is judged by it.
  if (settings.fileId !== setUp || isKeeper(one, settings)) return undefined;
  return `${NOT_YOURS} ${one}`;
}
