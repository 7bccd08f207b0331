// Tabs as people read them: the texts the cells show.

import { columnLetters, quoteTab } from '../../core/a1.ts';
import type { Spreadsheet } from '../../host/contract.ts';
import type { Host } from '../../host/host.ts';
import { formerHeading } from '../../sheet/former-headings.ts';
import { INSTALLER } from '../month/cast.ts';

/** Rows of shown texts; empty cells and rows at the end are left out. */
export type Texts = readonly (readonly string[])[];

/** Every tab by its title, hidden ones too. */
export function displayedTabs(host: Host, fileId: string, user: string): Record<string, Texts> {
  const { sheets = [] } = host.see(user, fileId, {
    fields: 'sheets(properties.title,data(startRow,startColumn,rowData.values.formattedValue))',
  });
  return Object.fromEntries(sheets.map((sheet) => [sheet.properties?.title ?? '', textsOf(sheet)]));
}

/** The texts of one tab, found by its id; undefined where it is gone. */
export function displayedTab(host: Host, fileId: string, sheetId: number): Texts | undefined {
  const tabs = host.see(INSTALLER, fileId, { fields: 'sheets.properties(sheetId,title)' }).sheets ?? [];
  const title = tabs.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId)?.properties?.title;
  if (title === undefined || title === null) return undefined;
  const fields = 'sheets(properties.title,data(startRow,startColumn,rowData.values.formattedValue))';
  const [sheet] = host.see(INSTALLER, fileId, { ranges: [quoteTab(title)], fields }).sheets ?? [];
  return sheet && textsOf(sheet);
}

function textsOf({ data = [] }: NonNullable<Spreadsheet['sheets']>[number]): Texts {
  const rows: string[][] = [];
  for (const { startRow, startColumn, rowData } of data) {
    (rowData ?? []).forEach(({ values }, i) => {
      const row: string[] = [];
      (values ?? []).forEach(({ formattedValue }, j) => {
        row[(startColumn ?? 0) + j] = formattedValue ?? '';
      });
      rows[(startRow ?? 0) + i] = withoutTail(
        Array.from(row, (text) => text ?? ''),
        (text) => text === '',
      );
    });
  }
  return withoutTail(
    Array.from(rows, (row) => row ?? []),
    (row) => row.length === 0,
  );
}

function withoutTail<T>(list: readonly T[], isEmpty: (item: T) => boolean): T[] {
  let { length } = list;
  while (length > 0 && isEmpty(list[length - 1] as T)) length -= 1;
  return list.slice(0, length);
}

/**
 * The rows under the first as objects by its headings; a column without a heading, or with one that was there before, by its letters. What was
 * headed otherwise in earlier versions stands under that word too, so that who reads one version's files reads the other's.
 */
export function byHeading([headings = [], ...rows]: Texts): Record<string, string>[] {
  const width = Math.max(headings.length, ...rows.map((row) => row.length));
  const names = Array.from({ length: width }, (_, i) => {
    const heading = headings[i] ?? '';
    return heading === '' || headings.indexOf(heading) < i ? columnLetters(i) : heading;
  });
  return rows
    .filter((row) => row.length > 0)
    .map((row) =>
      Object.fromEntries(
        names.flatMap((name, i) => {
          const before = formerHeading(name);
          const cell = row[i] ?? '';
          return before === undefined || names.includes(before)
            ? [[name, cell]]
            : [
                [name, cell],
                [before, cell],
              ];
        }),
      ),
    );
}
