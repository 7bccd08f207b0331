// The state in the browser's own storage (IndexedDB), a tab of the workbook a record: after an edit only what changed is written.
import type { Spreadsheet } from '../../host/contract.ts';
import type { HostState } from '../../host/state.ts';
import type { Kept, Told } from '../protocol.ts';

const NAME = 'de-an-06';
const STORE = 'parts';
const REST = 'rest';
const VIEW = 'view';
/** Calls that survive a reload. */
const LOG = 2000;

type Sheet = NonNullable<Spreadsheet['sheets']>[number];
/** Spreadsheets without their tabs, and the tabs' keys in order. */
type Books = Record<string, { book: Spreadsheet; tabs: string[] }>;
type Rest = Omit<Kept, 'state' | 'view'> & { state: Omit<HostState, 'sheets'>; books: Books };

export interface Keeper {
  /** What was on the screen; undefined on a first visit. */
  view(): Promise<Told | undefined>;
  /** What was kept; undefined on a first visit. */
  load(): Promise<Kept | undefined>;
  save(kept: Kept): Promise<void>;
}

/** The browser's storage; where it gives none (a private window), nothing is kept and everything else works. */
export async function openKeeper(): Promise<Keeper> {
  try {
    return keeperOn(await done(open()));
  } catch {
    return { view: async () => undefined, load: async () => undefined, save: async () => undefined };
  }
}

function keeperOn(db: IDBDatabase): Keeper {
  /** What each record was last written from: the host replaces a tab that changes, and leaves the others as they are. */
  const written = new Map<string, Sheet>();
  const viewed = () => done(db.transaction(STORE).objectStore(STORE).get(VIEW)) as Promise<Told | undefined>;
  return {
    view: viewed,
    async load() {
      const view = await viewed();
      const store = db.transaction(STORE).objectStore(STORE);
      const rest = (await done(store.get(REST))) as Rest | undefined;
      if (!rest || !view) return undefined;
      const { books, state, ...about } = rest;
      const sheets: HostState['sheets'] = {};
      for (const [id, { book, tabs }] of Object.entries(books)) {
        const parts = await Promise.all(tabs.map((key) => done(store.get(key)) as Promise<Sheet | undefined>));
        // Half a workbook is none.
        if (parts.some((part) => part === undefined)) return undefined;
        sheets[id] = { ...book, sheets: parts as Sheet[] };
      }
      return { ...about, view, state: { ...state, sheets } };
    },
    async save({ state, view, ...about }) {
      const transaction = db.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      const { sheets: files, ...rest } = state;
      const books: Books = {};
      const living = new Set<string>([REST, VIEW]);
      for (const [id, { sheets = [], ...book }] of Object.entries(files)) {
        const tabs = sheets.map((sheet) => `tab ${id} ${sheet.properties?.sheetId ?? 0}`);
        books[id] = { book, tabs };
        sheets.forEach((sheet, i) => {
          const key = tabs[i] ?? '';
          living.add(key);
          if (written.get(key) === sheet) return;
          store.put(sheet, key);
          written.set(key, sheet);
        });
      }
      store.put(view, VIEW);
      store.put({ ...about, books, state: { ...rest, log: rest.log.slice(-LOG) } }, REST);
      for (const key of await done(store.getAllKeys())) {
        if (living.has(String(key))) continue;
        store.delete(key);
        written.delete(String(key));
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => {
          // Nothing of it was written.
          written.clear();
          reject(transaction.error);
        };
      });
    },
  };
}

function open(): IDBOpenDBRequest {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return request;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
