// SpreadsheetApp: the spreadsheet on the screen, others by id, and the screen itself.
import { readableSpreadsheet } from '../access.ts';
import { SCOPES } from '../consent.ts';
import type { Run } from '../run.ts';
import { ServiceObject, type Value } from '../service.ts';
import { spreadsheetObject } from './spreadsheet.ts';
import { ui } from './ui.ts';

const USES = { scopes: [SCOPES.spreadsheets, SCOPES.currentSpreadsheet], limited: true } as const;

export function spreadsheetApp(run: Run): ServiceObject {
  const active = (): Value => (run.fileId === undefined ? null : spreadsheetObject(run, run.fileId));
  return new ServiceObject({
    service: 'SpreadsheetApp',
    methods: {
      getActiveSpreadsheet: { ...USES, effect: active },
      getActive: { ...USES, effect: active },
      getUi: { effect: () => ui(run) },
      flush: { effect: () => null },
      openById: {
        scopes: [SCOPES.spreadsheets],
        effect: (args) => spreadsheetObject(run, readableSpreadsheet(run, args.text(0)).id),
      },
    },
  });
}
