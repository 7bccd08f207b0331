// The state in the browser's own storage (IndexedDB), a tab of the workbook a gzipped record: after an edit only what changed is written.
import type { Spreadsheet } from '../../host/contract.ts';
import type { HostState } from '../../host/state.ts';
import type { Kept, Told } from '../protocol.ts';
import { gunzipped, gzipped } from './gzip.ts';
import { worthKeeping } from './kept-file.ts';

/** The number is that of the form: what an earlier page kept in another one is left where it is. */
const NAME = 'de-an-06.2';
const STORE = 'parts';
const REST = 'rest';
const VIEW = 'view';

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
  const read = async <T>(key: string): Promise<T | undefined> => {
    const bytes: Uint8Array<ArrayBuffer> | undefined = await done(db.transaction(STORE).objectStore(STORE).get(key));
    return bytes === undefined ? undefined : (JSON.parse(await gunzipped(bytes)) as T);
  };
  return {
    view: () => read<Told>(VIEW),
    async load() {
      const [view, rest] = await Promise.all([read<Told>(VIEW), read<Rest>(REST)]);
      if (!rest || !view) return undefined;
      const { books, state, ...about } = rest;
      const sheets: HostState['sheets'] = {};
      for (const [id, { book, tabs }] of Object.entries(books)) {
        const parts = await Promise.all(tabs.map((key) => read<Sheet>(key)));
        // Half a workbook is none.
        if (parts.some((part) => part === undefined)) return undefined;
        sheets[id] = { ...book, sheets: parts as Sheet[] };
      }
      return { ...about, view, state: { ...state, sheets } };
    },
    async save(kept) {
      const { state, view, ...about } = worthKeeping(kept);
      const { sheets: files, ...rest } = state;
      const books: Books = {};
      const living = new Set<string>([REST, VIEW]);
      const changed = new Map<string, Sheet>();
      for (const [id, { sheets = [], ...book }] of Object.entries(files)) {
        const tabs = sheets.map((sheet) => `tab ${id} ${sheet.properties?.sheetId ?? 0}`);
        books[id] = { book, tabs };
        sheets.forEach((sheet, i) => {
          const key = tabs[i] ?? '';
          living.add(key);
          if (written.get(key) !== sheet) changed.set(key, sheet);
        });
      }
      const values: [string, unknown][] = [...changed, [VIEW, view], [REST, { ...about, books, state: rest }]];
      // Before the transaction, which waits for nobody.
      const records = await Promise.all(
        values.map(async ([key, value]) => [key, await gzipped(JSON.stringify(value))] as const),
      );
      const transaction = db.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      for (const [key, bytes] of records) store.put(bytes, key);
      for (const key of await done(store.getAllKeys())) if (!living.has(String(key))) store.delete(key);
      await finished(transaction);
      for (const [key, sheet] of changed) written.set(key, sheet);
      for (const key of written.keys()) if (!living.has(key)) written.delete(key);
    },
  };
}

function open(): IDBOpenDBRequest {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return request;
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
