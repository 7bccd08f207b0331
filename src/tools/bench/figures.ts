// What a use case costs, counted: round trips by service and bytes. Every service that Google answers from elsewhere has its place, so
// that no call can hide; what fits nowhere counts as `other`.
import type { CallRecord } from '../../host/state.ts';

/** Round trips, in the order they are shown. */
export const TRIPS = [
  'reads',
  'writes',
  'drive',
  'mails',
  'quota',
  'properties',
  'locks',
  'people',
  'tabs',
  'triggers',
  'other',
] as const;
/** Bytes that travel: answers of reads, bodies of writes. */
export const BYTES = ['bytesRead', 'bytesWritten'] as const;

type Trip = (typeof TRIPS)[number];

export type Figure = Trip | (typeof BYTES)[number];
export type Figures = Readonly<Record<Figure, number>>;

export interface MeasuredCall extends Readonly<CallRecord> {
  readonly bytesRead: number;
  readonly bytesWritten: number;
}

/** Services whose calls are one kind each, by how their names begin. */
const SERVICES: readonly (readonly [string, Trip])[] = [
  ['Drive.', 'drive'],
  ['PropertiesService.Properties', 'properties'],
  ['LockService.Lock', 'locks'],
];
const METHODS: Readonly<Record<string, Trip>> = {
  'Sheets.Spreadsheets.get': 'reads',
  'Sheets.Spreadsheets.batchUpdate': 'writes',
  'SpreadsheetApp.Sheet.getDataRange': 'reads',
  'SpreadsheetApp.Range.getValues': 'reads',
  'SpreadsheetApp.Range.getValue': 'reads',
  'SpreadsheetApp.Range.setValues': 'writes',
  'SpreadsheetApp.Range.setValue': 'writes',
  // The host answers these from what it knows; Google asks elsewhere.
  'SpreadsheetApp.Spreadsheet.getSheets': 'tabs',
  'SpreadsheetApp.Sheet.getLastRow': 'tabs',
  'SpreadsheetApp.Spreadsheet.getEditors': 'people',
  'SpreadsheetApp.Spreadsheet.getViewers': 'people',
  'SpreadsheetApp.Spreadsheet.getOwner': 'people',
  'ScriptApp.getProjectTriggers': 'triggers',
  'ScriptApp.deleteTrigger': 'triggers',
  'ScriptApp.ClockTriggerBuilder.create': 'triggers',
  'MailApp.sendEmail': 'mails',
  'MailApp.getRemainingDailyQuota': 'quota',
};

/** Undefined: the call stays on the machine that runs the script. */
export function tripOf({
  service,
  method,
  remote,
}: Pick<CallRecord, 'service' | 'method' | 'remote'>): Trip | undefined {
  const named = METHODS[`${service}.${method}`];
  if (named) return named;
  const [, trip] = SERVICES.find(([name]) => service.startsWith(name)) ?? [];
  return trip ?? (remote ? 'other' : undefined);
}

export function figuresOf(calls: readonly MeasuredCall[]): Figures {
  const figures = Object.fromEntries([...TRIPS, ...BYTES].map((name) => [name, 0])) as Record<Figure, number>;
  for (const call of calls) {
    const trip = tripOf(call);
    if (trip) figures[trip] += 1;
    figures.bytesRead += call.bytesRead;
    figures.bytesWritten += call.bytesWritten;
  }
  return figures;
}
