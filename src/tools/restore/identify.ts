// A workbook that came back from an Excel file, with the ids it had in Google: tabs and names of the program take the ones
// that are declared for them, columns the mark their headings stand for, closings' names the ids that make a second closing
// impossible. Tabs that are none of ours stay as they are.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Spreadsheet } from '../../host/contract.ts';
import { declareNew } from '../../sheet/layout.ts';
import { rangeIdOf } from '../../sheet/ledger/ledger.ts';
import { headedColumns, isTitleOfOurs, type RecognisedTab, recogniseTabs } from '../../sheet/reading/recognise-tabs.ts';
import { decodeSnapshot } from '../../sheet/reading/snapshot.ts';
import { columnMark } from '../../sheet/requests/structure.ts';

type Sheet = NonNullable<Spreadsheet['sheets']>[number];

export interface Identified {
  readonly book: Spreadsheet;
  readonly tabs: readonly RecognisedTab[];
  /** Titles of tabs of ours that the file does not have. */
  readonly missing: readonly string[];
  /** Titles of tabs that are none of ours; `like` is what a title of ours promised and the headings did not keep. */
  readonly foreign: readonly { readonly title: string; readonly like: string | undefined }[];
  /** Names of ranges that are none of ours. */
  readonly names: readonly string[];
}

export function identify(book: Spreadsheet, plan: ResolvedPlan): Identified {
  const declared = declareNew(plan);
  const tabs = recogniseTabs(declared, decodeSnapshot(book));
  const ids = new Map(tabs.map(({ declared: ours, tab }) => [tab.sheetId, ours.sheetId]));
  const idOf = (id: number | undefined) => ids.get(id ?? 0) ?? id ?? 0;
  const cellNames = new Map(declared.names.map(({ name, id }) => [name.toLowerCase(), id]));
  const sheets = (book.sheets ?? []).map((sheet): Sheet => {
    const ours = tabs.find(({ tab }) => tab.sheetId === sheet.properties?.sheetId);
    const sheetId = idOf(sheet.properties?.sheetId);
    const marks = ours ? headedColumns(ours).map(({ column, key }) => columnMark(sheetId, column, key)) : [];
    return {
      ...sheet,
      properties: { ...sheet.properties, sheetId, ...(ours ? { title: ours.declared.title } : {}) },
      ...(marks.length > 0 ? { developerMetadata: marks } : {}),
      ...(sheet.merges ? { merges: sheet.merges.map((range) => ({ ...range, sheetId })) } : {}),
    };
  });
  const namedRanges = (book.namedRanges ?? []).map(({ namedRangeId, name = '', range }) => ({
    namedRangeId: cellNames.get(name.toLowerCase()) ?? rangeIdOf(name) ?? namedRangeId,
    name,
    range: { ...range, sheetId: idOf(range?.sheetId) },
  }));
  const foreign = sheets.flatMap(({ properties: { sheetId, title = '' } = {} }) =>
    [...ids.values()].includes(sheetId ?? 0) ? [] : [{ title, like: isTitleOfOurs(declared, title)?.title }],
  );
  return {
    book: { ...book, sheets: withFreeTitles(sheets, new Set(ids.values())), namedRanges },
    tabs,
    missing: declared.tabs.filter((one) => !tabs.some((tab) => tab.declared === one)).map(({ title }) => title),
    foreign,
    names: namedRanges.flatMap(({ namedRangeId = '', name }) => (namedRangeId.startsWith('uploaded_') ? [name] : [])),
  };
}

/** Somebody's tab may have a title that one of ours takes back: it gets a number behind it. */
function withFreeTitles(sheets: readonly Sheet[], ours: ReadonlySet<number>): Sheet[] {
  const isOurs = ({ properties }: Sheet) => ours.has(properties?.sheetId ?? 0);
  const taken = new Set(sheets.filter(isOurs).map(({ properties }) => properties?.title?.toLowerCase()));
  return sheets.map((sheet) => {
    if (isOurs(sheet)) return sheet;
    const { title = '' } = sheet.properties ?? {};
    let free = title;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${title} ${n}`;
    taken.add(free.toLowerCase());
    return { ...sheet, properties: { ...sheet.properties, title: free } };
  });
}
