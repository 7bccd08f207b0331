// The file, its tabs, rows, columns, their marks and names.
import type { Of } from '../change.ts';
import { COLUMN_KEY } from '../snapshot.ts';
import { colourStyle } from '../style.ts';
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
      return [update({ title }, 'title')];
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

export function insertHeadingRow({ sheetId }: Of<'heading-row'>): Request {
  return {
    insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 }, inheritFromBefore: false },
  };
}

export function insertColumn({ sheetId, column }: Of<'column'>): Request {
  return { insertDimension: { range: columnRange(sheetId, column), inheritFromBefore: column > 0 } };
}

export function tagColumn({ sheetId, column, key }: Of<'column'>): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: COLUMN_KEY,
        metadataValue: key,
        location: { dimensionRange: columnRange(sheetId, column) },
        visibility: 'DOCUMENT',
      },
    },
  };
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
