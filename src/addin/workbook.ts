// The workbook through the advanced Sheets service: one round trip a read, one a batch. Google's refusals become Refusals.
import type { Part, ReadPlan, WorkbookPort } from '../app/ports.ts';
import { Refusal } from '../app/refusal.ts';
import { columnLetters, quoteTab } from '../core/a1.ts';
import type { RawSpreadsheet } from '../sheet/reading/snapshot.ts';
import type { Request } from '../sheet/requests/request.ts';
import { asRefusal } from './google-error.ts';

/** The advanced service; absent only where the manifest lost it. */
function service() {
  const spreadsheets = Sheets?.Spreadsheets;
  if (!spreadsheets) throw new Refusal('google', 'Dịch vụ Google Sheets API chưa bật trong dự án (appsscript.json).');
  return spreadsheets;
}

export function openWorkbook(file: GoogleAppsScript.Spreadsheet.Spreadsheet): WorkbookPort {
  const id = file.getId();
  return {
    id,
    get url() {
      return file.getUrl();
    },
    read: (plan) => read(file, id, plan),
    update: (requests) => update(id, requests),
    tabs: () => file.getSheets().map((sheet) => ({ sheetId: sheet.getSheetId(), title: sheet.getName() })),
    people: () => {
      const owner = told(() => file.getOwner()?.getEmail().toLowerCase() ?? '');
      const editors = told(() => file.getEditors().map((user) => user.getEmail().toLowerCase()));
      return { owner: owner ?? '', editors: editors ?? [], isWhole: owner !== undefined && editors !== undefined };
    },
  };
}

/** Nothing where Google does not tell this account. */
function told<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** Titles come from the file as it is, because ranges are asked for by title and tabs get renamed; so do lengths. */
function read(file: GoogleAppsScript.Spreadsheet.Spreadsheet, id: string, plan: ReadPlan): RawSpreadsheet {
  const sheets = new Map(file.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const ranges = plan.tabs.flatMap(({ sheetId, part }) => {
    const sheet = sheets.get(sheetId);
    return sheet === undefined ? [] : rangesOf(sheet, part);
  });
  const [first] = sheets.values();
  if (ranges.length === 0 && first !== undefined) ranges.push(quoteTab(first.getName()));
  try {
    return service().get(id, { ranges, fields: plan.fields });
  } catch (cause) {
    throw asRefusal(cause);
  }
}

function rangesOf(sheet: GoogleAppsScript.Spreadsheet.Sheet, part: Part): string[] {
  const tab = quoteTab(sheet.getName());
  if (part === 'all') return [tab];
  const heading = `${tab}!1:1`;
  if (part === 'heading') return [heading];
  if ('last' in part) {
    const last = sheet.getLastRow();
    return [heading, ...(last > 1 ? [`${tab}!${Math.max(2, last - part.last + 1)}:${last}`] : [])];
  }
  if ('columns' in part) return [heading, `${tab}!A:${columnLetters(part.columns - 1)}`];
  // Google refuses the whole read for one row that is not there.
  const end = sheet.getMaxRows();
  const rows = part.flatMap(({ from, to }) => (from < end ? [`${tab}!${from + 1}:${Math.min(to, end)}`] : []));
  return [heading, ...rows];
}

function update(id: string, requests: readonly Request[]): void {
  try {
    service().batchUpdate({ requests: [...requests] }, id);
  } catch (cause) {
    throw asRefusal(cause);
  }
}
