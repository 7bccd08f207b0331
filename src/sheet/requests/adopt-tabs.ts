// Tabs that were uploaded become ours: a tab's id cannot be changed, so each table is copied under our id and title, whole
// (cells, widths, rules), and the uploaded one keeps its content under another title. Tabs whose every cell is ours are not
// copied: the sync makes them. Names go over to the copies, closings' names with the ids that make a second closing impossible.
import { rangeIdOf } from '../ledger/ledger.ts';
import { headedColumns, type RecognisedTab, UPLOADED } from '../reading/recognise-tabs.ts';
import type { RawSpreadsheet } from '../reading/snapshot.ts';
import type { Request } from './request.ts';
import { tagColumn } from './structure.ts';

/** @param titles of all tabs of the file; `namedRanges` are all of its names */
export function adoptRequests(
  recognised: readonly RecognisedTab[],
  { namedRanges = [] }: Pick<RawSpreadsheet, 'namedRanges'>,
  titles: readonly string[],
): Request[] {
  const taken = new Set(titles.map((title) => title.toLowerCase()));
  const tables = recognised.filter(({ declared }) => declared.kind !== 'fixed');
  const idOf = new Map(tables.map(({ declared, tab }) => [tab.sheetId, declared.sheetId]));
  const moved = namedRanges.filter(({ range }) => idOf.has(range?.sheetId ?? 0));
  return [
    // Before tabs are copied: Google may copy names with them.
    ...moved.map(({ namedRangeId }): Request => ({ deleteNamedRange: { namedRangeId } })),
    ...recognised.map(({ declared, tab }): Request => {
      const title = freeTitle(declared.title, taken);
      return { updateSheetProperties: { properties: { sheetId: tab.sheetId, title }, fields: 'title' } };
    }),
    ...tables.map(
      ({ declared, tab }, insertSheetIndex): Request => ({
        duplicateSheet: {
          sourceSheetId: tab.sheetId,
          newSheetId: declared.sheetId,
          newSheetName: declared.title,
          insertSheetIndex,
        },
      }),
    ),
    ...tables.flatMap((one) =>
      headedColumns(one).map(({ column, key }) => tagColumn({ sheetId: one.declared.sheetId, column, key })),
    ),
    ...moved.map(({ namedRangeId, name = '', range }): Request => {
      const id = rangeIdOf(name) ?? namedRangeId;
      const there = { ...range, sheetId: idOf.get(range?.sheetId ?? 0) };
      return { addNamedRange: { namedRange: { namedRangeId: id, name, range: there } } };
    }),
  ];
}

/** «Nhiệm vụ (bản tải lên)», «Nhiệm vụ (bản tải lên 2)». */
function freeTitle(title: string, taken: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const free = `${title} (${UPLOADED}${n === 1 ? '' : ` ${n}`})`;
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}
