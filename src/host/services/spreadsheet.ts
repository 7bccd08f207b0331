// SpreadsheetApp.Spreadsheet: a file, by its id.
import { readableSpreadsheet } from '../access.ts';
import { SCOPES } from '../consent.ts';
import { GoogleError } from '../errors.ts';
import { mayShare } from '../files.ts';
import type { Run } from '../run.ts';
import { type Args, type Method, ServiceObject, type Value } from '../service.ts';
import { type Tab, tabsOf } from './cells.ts';
import { user } from './session.ts';
import { sheetObject } from './sheet.ts';

const USES = { scopes: [SCOPES.spreadsheets, SCOPES.currentSpreadsheet], limited: true } as const;

export function spreadsheetObject(run: Run, fileId: string): ServiceObject {
  const uses = (effect: (args: Args) => Value): Method => ({ ...USES, effect });
  const file = () => readableSpreadsheet(run, fileId);
  const book = () => run.machine.store.sheets.files[file().id];
  const tab = (found: Tab | undefined): Value =>
    found ? tabObject(run, fileId, found.properties?.sheetId ?? 0) : null;
  return new ServiceObject({
    service: 'SpreadsheetApp.Spreadsheet',
    on: fileId,
    payload: { kind: 'spreadsheet', fileId },
    methods: {
      getId: { effect: () => fileId },
      getUrl: { effect: () => `https://docs.google.com/spreadsheets/d/${fileId}/edit` },
      getName: uses(() => book()?.properties?.title ?? file().name),
      getSpreadsheetTimeZone: uses(() => book()?.properties?.timeZone ?? 'Asia/Ho_Chi_Minh'),
      getSpreadsheetLocale: uses(() => book()?.properties?.locale ?? 'vi_VN'),
      getOwner: uses(() => user(file().owner)),
      getEditors: uses(() => people(run, fileId, ['editor'])),
      getViewers: uses(() => people(run, fileId, ['viewer', 'commenter'])),
      getSheets: uses(() => tabsOf(run, fileId).map((one) => tab(one))),
      getNumSheets: uses(() => tabsOf(run, fileId).length),
      getSheetByName: uses((args) => {
        const name = args.text(0);
        return tab(tabsOf(run, fileId).find((one) => one.properties?.title === name));
      }),
      getSheetById: uses((args) => {
        const id = args.integer(0);
        return tab(tabsOf(run, fileId).find((one) => (one.properties?.sheetId ?? 0) === id));
      }),
      // Nobody chooses a tab on the host: the first visible one is open.
      getActiveSheet: uses(() => tab(tabsOf(run, fileId).find((one) => one.properties?.hidden !== true))),
      toast: uses((args) => {
        run.shown.push({ kind: 'toast', message: args.text(0), title: args.optionalText(1) ?? '' });
        return null;
      }),
    },
  });
}

/** A tab of the file. */
export function tabObject(run: Run, fileId: string, sheetId: number): ServiceObject {
  return sheetObject(run, fileId, sheetId, () => spreadsheetObject(run, fileId));
}

/** The people a file is shared with; the owner is not among them. */
function people(run: Run, fileId: string, roles: readonly string[]): Value {
  const file = readableSpreadsheet(run, fileId);
  const { store } = run.machine;
  if (!mayShare(store, file, run.user)) {
    const { unseenEditors } = store.state.settings;
    if (unseenEditors === 'refused') throw new GoogleError('You do not have permission to perform that action.');
    if (unseenEditors === 'itself') return [user(run.user)];
  }
  return file.permissions
    .filter(({ address, role }) => address !== 'anyone' && roles.includes(role))
    .map(({ address }) => user(address));
}
