// The file, its tabs, rows, columns, their marks and names.
import type { Of } from '../change.ts';
import { COLUMN_KEY } from '../reading/snapshot.ts';
import { colourStyle } from '../style.ts';
import { TAB_IDS } from '../tab-ids.ts';
import type { Request } from './request.ts';

export const columnRange = (sheetId: number, column: number) => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex: column,
  endIndex: column + 1,
});

export function fileRequests(changes: readonly Of<'file'>[]): Request[] {
  if (changes.length === 0) return [];
  const names = { locale: 'locale', timeZone: 'timeZone', recalculation: 'autoRecalc' } as const;
  const properties = Object.fromEntries(changes.map(({ what, value }) => [names[what], value]));
  return [{ updateSpreadsheetProperties: { properties, fields: Object.keys(properties).join(',') } }];
}

/** Tabs whose names somebody has swapped pass through names nobody has: Google knows no two of one name at any moment. */
export function renameRequests(changes: readonly Of<'tab'>[]): Request[] {
  const renames = changes.filter(({ action }) => action === 'rename');
  const taken = new Set(renames.map(({ before }) => before.toLowerCase()));
  const rename = (sheetId: number, title: string): Request => ({
    updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
  });
  return [
    ...renames
      .filter(({ title }) => taken.has(title.toLowerCase()))
      .map(({ sheetId, title }) => rename(sheetId, `${title} [${sheetId}]`)),
    ...renames.map(({ sheetId, title }) => rename(sheetId, title)),
  ];
}

export function tabRequests(change: Of<'tab'>): Request[] {
  const { action, sheetId, title, index, hidden, rowCount, columnCount, frozenRows, frozenColumns, tabColour } = change;
  const colour = tabColour === undefined ? {} : { tabColorStyle: colourStyle(tabColour) };
  const gridProperties = {
    rowCount,
    columnCount,
    frozenRowCount: frozenRows,
    frozenColumnCount: frozenColumns,
  };
  const update = (properties: GoogleAppsScript.Sheets.Schema.SheetProperties, fields: string): Request => ({
    updateSheetProperties: { properties: { sheetId, ...properties }, fields },
  });
  switch (action) {
    case 'add':
      return [{ addSheet: { properties: { sheetId, title, index, hidden, gridProperties, ...colour } } }];
    case 'rename':
      return [];
    case 'hide':
    case 'show':
      return [update({ hidden }, 'hidden')];
    case 'grid':
      return [update({ gridProperties: { rowCount, columnCount } }, 'gridProperties(rowCount,columnCount)')];
    case 'freeze':
      return [
        update(
          { gridProperties: { frozenRowCount: frozenRows, frozenColumnCount: frozenColumns } },
          'gridProperties(frozenRowCount,frozenColumnCount)',
        ),
      ];
  }
}

export function headingRow({ sheetId, from }: Of<'heading-row'>): Request {
  const rows = (startIndex: number) => ({ sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 });
  if (from === undefined) return { insertDimension: { range: rows(0), inheritFromBefore: false } };
  return { moveDimension: { source: rows(from), destinationIndex: 0 } };
}

export function insertColumn({ sheetId, column }: Of<'column'>): Request {
  return { insertDimension: { range: columnRange(sheetId, column), inheritFromBefore: column > 0 } };
}

export function tagColumn({ sheetId, column, key }: Pick<Of<'column'>, 'sheetId' | 'column' | 'key'>): Request {
  return { createDeveloperMetadata: { developerMetadata: columnMark(sheetId, column, key) } };
}

/** What says for ever which column of ours a column is. */
export function columnMark(
  sheetId: number,
  column: number,
  key: string,
): GoogleAppsScript.Sheets.Schema.DeveloperMetadata {
  return {
    metadataKey: COLUMN_KEY,
    metadataValue: key,
    location: { dimensionRange: columnRange(sheetId, column) },
    visibility: 'DOCUMENT',
  };
}

export function closingNameRequest({ id, name, exists, rows, endColumn }: Of<'closing-name'>): Request {
  const range = {
    sheetId: TAB_IDS.history,
    startRowIndex: rows.from,
    endRowIndex: rows.to,
    startColumnIndex: 0,
    endColumnIndex: endColumn,
  };
  const namedRange = { namedRangeId: id, name, range };
  return exists ? { updateNamedRange: { namedRange, fields: 'name,range' } } : { addNamedRange: { namedRange } };
}

/** Only the mark on this column: a copy of the tab has the same ones, and they are not ours. */
export function untagColumn({ sheetId, column }: Of<'stale-tag'>): Request {
  const metadataLocation = { dimensionRange: columnRange(sheetId, column) };
  return {
    deleteDeveloperMetadata: {
      dataFilter: { developerMetadataLookup: { metadataKey: COLUMN_KEY, metadataLocation } },
    },
  };
}

export function nameRequest({ name, exists, sheetId, row, column }: Of<'name'>): Request {
  const namedRange = {
    namedRangeId: name.id,
    name: name.name,
    range: {
      sheetId,
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    },
  };
  return exists ? { updateNamedRange: { namedRange, fields: 'name,range' } } : { addNamedRange: { namedRange } };
}
