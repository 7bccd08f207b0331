// Developer metadata: small notes on the file, a tab, a row or a column, that move and die with it. Stored where they are,
// without their location; the location is told when they are read.
import type { Spreadsheet } from '../contract.ts';
import { gridOf, sheetIdOf } from './draft.ts';

export type DeveloperMetadata = GoogleAppsScript.Sheets.Schema.DeveloperMetadata;
export type Location = GoogleAppsScript.Sheets.Schema.DeveloperMetadataLocation;
type Lookup = GoogleAppsScript.Sheets.Schema.DeveloperMetadataLookup;

/** Where a piece of metadata is. */
export type MetadataPlace =
  | { readonly kind: 'SPREADSHEET' }
  | { readonly kind: 'SHEET'; readonly sheetId: number }
  | { readonly kind: 'ROW' | 'COLUMN'; readonly sheetId: number; readonly index: number };

export interface PlacedMetadata {
  readonly place: MetadataPlace;
  readonly metadata: DeveloperMetadata;
}

/** All metadata of a workbook. */
export function listMetadata(book: Spreadsheet): PlacedMetadata[] {
  const out: PlacedMetadata[] = [];
  const add = (place: MetadataPlace, list: readonly DeveloperMetadata[] | undefined) => {
    for (const metadata of list ?? []) out.push({ place, metadata });
  };
  add({ kind: 'SPREADSHEET' }, book.developerMetadata);
  for (const sheet of book.sheets ?? []) {
    const sheetId = sheetIdOf(sheet);
    const grid = gridOf(sheet);
    add({ kind: 'SHEET', sheetId }, sheet.developerMetadata);
    grid.rowMetadata.forEach((row, index) => {
      add({ kind: 'ROW', sheetId, index }, row.developerMetadata);
    });
    grid.columnMetadata.forEach((column, index) => {
      add({ kind: 'COLUMN', sheetId, index }, column.developerMetadata);
    });
  }
  return out;
}

/** The metadata with the location Google gives for that place. */
export function located({ place, metadata }: PlacedMetadata): DeveloperMetadata {
  return { ...metadata, location: locationOf(place) };
}

function locationOf(place: MetadataPlace): Location {
  if (place.kind === 'SPREADSHEET') return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (place.kind === 'SHEET') return { locationType: 'SHEET', sheetId: place.sheetId };
  return {
    locationType: place.kind,
    dimensionRange: {
      ...(place.sheetId === 0 ? {} : { sheetId: place.sheetId }),
      dimension: place.kind === 'ROW' ? 'ROWS' : 'COLUMNS',
      startIndex: place.index,
      endIndex: place.index + 1,
    },
  };
}

/** The place a location names; undefined where it names none, several, or more than one row or column. */
export function placeOf(location: Location | undefined): MetadataPlace | undefined {
  if (!location) return undefined;
  const { spreadsheet, sheetId, dimensionRange } = location;
  if ([spreadsheet || undefined, sheetId, dimensionRange].filter((part) => part !== undefined).length !== 1)
    return undefined;
  if (spreadsheet) return { kind: 'SPREADSHEET' };
  if (sheetId !== undefined) return { kind: 'SHEET', sheetId };
  const { dimension, startIndex, endIndex } = dimensionRange ?? {};
  if (startIndex === undefined || endIndex !== startIndex + 1) return undefined;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') return undefined;
  return { kind: dimension === 'ROWS' ? 'ROW' : 'COLUMN', sheetId: dimensionRange?.sheetId ?? 0, index: startIndex };
}

/** Whether a piece of metadata is what a lookup asks for: all fields given must match. */
export function matches({ place, metadata }: PlacedMetadata, lookup: Lookup): boolean {
  const at = placeOf(lookup.metadataLocation);
  return (
    same(lookup.metadataId, metadata.metadataId) &&
    same(lookup.metadataKey, metadata.metadataKey) &&
    same(lookup.metadataValue, metadata.metadataValue) &&
    same(lookup.visibility, metadata.visibility) &&
    same(lookup.locationType, place.kind) &&
    (!at || (lookup.locationMatchingStrategy === 'EXACT_LOCATION' ? equal(place, at) : meet(place, at)))
  );
}

function same<T>(asked: T | undefined, has: T | undefined): boolean {
  return asked === undefined || asked === has;
}

function equal(a: MetadataPlace, b: MetadataPlace): boolean {
  return JSON.stringify(locationOf(a)) === JSON.stringify(locationOf(b));
}

function meet(a: MetadataPlace, b: MetadataPlace): boolean {
  if (a.kind === 'SPREADSHEET' || b.kind === 'SPREADSHEET') return a.kind === b.kind;
  if (a.sheetId !== b.sheetId) return false;
  return a.kind === 'SHEET' || b.kind === 'SHEET' || a.kind !== b.kind || a.index === b.index;
}
