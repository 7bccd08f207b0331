// Watches the calls of a use case on the local host and weighs what travels. An answer is asked for once more, by the same person with the
// same ranges and fields, immediately before the script gets it: the log keeps what was asked, never what was answered.
import type { Host } from '../../host/host.ts';
import type { ObservedCall } from '../../host/observer.ts';
import { quoteTitle } from '../../host/sheets/a1.ts';
import type { Json } from '../../host/state.ts';
import type { MeasuredCall } from './figures.ts';

type Watched = Pick<Host, 'intercept' | 'see' | 'peek'>;

/** The calls of everything that runs during a use case. */
export function callsDuring(host: Watched, fileId: string, work: () => void): MeasuredCall[] {
  const calls: MeasuredCall[] = [];
  // A range knows its cells and not its tab; it was taken of a tab by the call before.
  let tab = '';
  const stop = host.intercept((call) => {
    if (call.service === 'SpreadsheetApp.Sheet') tab = call.on ?? tab;
    calls.push({ ...call, bytesRead: bytesRead(host, fileId, call, tab), bytesWritten: bytesWritten(call) });
    return 'pass';
  });
  try {
    work();
  } finally {
    stop();
  }
  return calls;
}

type Calls = readonly MeasuredCall[];

/** Picks the calls of the first run that holds one like this; none where no run does. */
export function runWith(holds: (call: MeasuredCall) => boolean): (calls: Calls) => Calls {
  return (calls) => {
    const run = calls.find(holds)?.run;
    return calls.filter((call) => call.run === run);
  };
}

export function lastRun(calls: Calls): Calls {
  const run = calls[calls.length - 1]?.run;
  return calls.filter((call) => call.run === run);
}

function bytesRead(host: Watched, fileId: string, call: ObservedCall, tab: string): number {
  switch (`${call.service}.${call.method}`) {
    case 'Sheets.Spreadsheets.get':
      return bytesOf(answerOf(host, call));
    case 'SpreadsheetApp.Range.getValues':
      return bytesOf(valuesOf(host, fileId, call, tab));
    case 'PropertiesService.Properties.getProperties':
      return bytesOf(storeOf(host, call));
    case 'PropertiesService.Properties.getProperty':
      return bytesOf(storeOf(host, call)[String(call.args[0])] ?? null);
    default:
      return 0;
  }
}

function answerOf(host: Watched, { args, user }: ObservedCall): unknown {
  const [id, options] = args;
  const { ranges, fields } = (options ?? {}) as { ranges?: string[]; fields?: string };
  try {
    return host.see(user, String(id), { ...(ranges && { ranges }), ...(fields !== undefined && { fields }) });
  } catch {
    // It fails in the script's hands too.
    return null;
  }
}

/** Rows of plain values, as getValues gives them. */
function valuesOf(host: Watched, fileId: string, { on = '', user }: ObservedCall, tab: string): unknown {
  const ranges = [`${quoteTitle(tab)}!${on}`];
  const fields = 'sheets.data.rowData.values.effectiveValue';
  const { sheets } = host.see(user, fileId, { ranges, fields });
  return (sheets?.[0]?.data?.[0]?.rowData ?? []).map(({ values = [] }) =>
    values.map(({ effectiveValue: { stringValue, numberValue, boolValue } = {} }) => {
      return stringValue ?? numberValue ?? boolValue ?? '';
    }),
  );
}

function storeOf(host: Watched, { scriptId }: ObservedCall): Readonly<Record<string, string>> {
  return host.peek().scripts[scriptId]?.properties.script ?? {};
}

const WRITING = new Set([
  'batchUpdate',
  'setValues',
  'setValue',
  'sendEmail',
  'setProperty',
  'setProperties',
  'create',
]);

function bytesWritten({ remote, method, args }: ObservedCall): number {
  return remote && WRITING.has(method) ? bytesOf(args) + blobsIn(args) : 0;
}

/** The log keeps a blob by its name, type and length. */
function blobsIn(value: Json): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + blobsIn(item), 0);
  if (value === null || typeof value !== 'object') return 0;
  const { contentType, bytes } = value;
  if (contentType !== undefined && typeof bytes === 'number') return bytes;
  return Object.values(value).reduce((sum: number, item) => sum + blobsIn(item), 0);
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
