// The advanced service Sheets (v4): spreadsheets.get, create and batchUpdate, each person within 60 reads and 60 writes a minute.
import { requireSpreadsheet } from '../access.ts';
import { MINUTE } from '../clock.ts';
import { SCOPES } from '../consent.ts';
import { ApiError } from '../contract.ts';
import { newSpreadsheet } from '../files.ts';
import type { Run } from '../run.ts';
import { type Args, isList, isRecord, type Method, ServiceObject, type Value } from '../service.ts';

type BatchRequest = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;

const A_MINUTE = 60;
const METHOD = { remote: true, scopes: [SCOPES.spreadsheets, SCOPES.drive, SCOPES.driveFile] } as const;

export function sheetsService(run: Run): ServiceObject {
  const { store } = run.machine;
  const method = (kind: 'reads' | 'writes', effect: (args: Args) => Value): Method => ({
    ...METHOD,
    effect: (args) => {
      countCall(run, kind);
      return effect(args);
    },
  });
  const spreadsheets = new ServiceObject({
    service: 'Sheets.Spreadsheets',
    methods: {
      get: method('reads', (args) => {
        const id = args.text(0);
        const options = args.optionalRecord(1);
        refuseUnknown(options, ['ranges', 'fields', 'includeGridData', 'excludeTablesInBandedRanges']);
        requireSpreadsheet(run, id, false);
        const { ranges, fields } = options;
        const read = store.sheets.get(
          id,
          {
            ...(ranges ? { ranges: (isList(ranges) ? ranges : [ranges]).map(String) } : {}),
            ...(fields ? { fields: String(fields) } : {}),
            ...(options['includeGridData'] === true ? { includeGridData: true } : {}),
            later: true,
          },
          run.user,
        );
        // What is read shares nothing with the state, and the border copies it into the script's realm.
        return read as Value;
      }),
      create: method('writes', (args) => {
        const body = args.record(0) as Spreadsheet;
        const { fields } = args.optionalRecord(1);
        const id = newSpreadsheet(store, run.user, body, run.scriptId);
        return copied(store.sheets.get(id, fields ? { fields: String(fields) } : {}, run.user));
      }),
      batchUpdate: method('writes', (args) => {
        const body = args.record(0) as BatchRequest;
        const id = args.text(1);
        requireSpreadsheet(run, id, true);
        const response = store.sheets.batchUpdate(id, body, run.user);
        store.file(id).modifiedAt = store.state.clock;
        store.file(id).name = store.sheets.files[id]?.properties?.title ?? store.file(id).name;
        const { fields } = args.optionalRecord(2);
        return fields ? copied(masked(response, String(fields))) : copied(response);
      }),
    },
    properties: {
      Values: new ServiceObject({ service: 'Sheets.Spreadsheets.Values' }),
      DeveloperMetadata: new ServiceObject({ service: 'Sheets.Spreadsheets.DeveloperMetadata' }),
      Sheets: new ServiceObject({ service: 'Sheets.Spreadsheets.Sheets' }),
    },
  });
  return new ServiceObject({ service: 'Sheets', properties: { Spreadsheets: spreadsheets } });
}

/** What the API answers is JSON. */
function copied(resource: object): Value {
  return JSON.parse(JSON.stringify(resource)) as Value;
}

/** Top-level fields of a response; deeper masks keep the whole field. */
function masked(response: object, fields: string): object {
  const wanted = fields.split(',').map((field) => field.trim().split(/[./(]/u)[0]);
  return Object.fromEntries(Object.entries(response).filter(([name]) => wanted.includes(name) || wanted.includes('*')));
}

function refuseUnknown(options: Value, names: readonly string[]): void {
  if (!isRecord(options)) return;
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) {
      throw new ApiError(400, `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter.`);
    }
  }
}

/** One more call of this person in the running minute. Throws ApiError 429. */
function countCall(run: Run, kind: 'reads' | 'writes'): void {
  const { store } = run.machine;
  const account = store.account(run.user);
  const now = store.state.clock;
  account[kind] = account[kind].filter((time) => now - time < MINUTE);
  if (account[kind].length >= A_MINUTE) {
    const what = kind === 'reads' ? 'Read' : 'Write';
    throw new ApiError(
      429,
      `Quota exceeded for quota metric '${what} requests' and limit '${what} requests per minute per user' of service 'sheets.googleapis.com'.`,
    );
  }
  account[kind].push(now);
}
