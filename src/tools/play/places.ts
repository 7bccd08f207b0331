// Where a step points: a tab by its title of today or the declared one, a column by its heading likewise, a row by what people
// call it. Everything is looked up in the workbook as it is, so it is found also where it was renamed, moved or sorted.

import { columnLetters } from '../../core/a1.ts';
import { textOf } from '../../core/cell.ts';
import type { Seeds } from '../../core/plan.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { fold } from '../../core/text.ts';
import { findUnit } from '../../core/units.ts';
import type { Host } from '../../host/host.ts';
import type { DeclaredRow } from '../../sheet/declare.ts';
import { sheetHeadingsNow } from '../../sheet/former-headings.ts';
import { declareWorkbook, factsOf } from '../../sheet/layout.ts';
import { columnAsRead, type PlacedTab, placeWorkbook, rowAsRead } from '../../sheet/reading/place.ts';
import { cellAt, decodeSnapshot, rawValue, type SnapshotTab, SYNC_FIELDS } from '../../sheet/reading/snapshot.ts';
import { INSTALLER } from '../month/cast.ts';

/** What a step names is not there; the message says what is. */
export class NoSuchPlace extends Error {}

/** A tab as it is, and what it is declared as where it is one of ours. */
export interface FoundTab {
  readonly tab: SnapshotTab;
  readonly placed: PlacedTab | undefined;
}

export interface CellName {
  readonly tab: string;
  readonly row: string | number;
  readonly column: string;
}

/** 0-based, as the workbook is now. */
export interface FoundCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  /** Rows and columns are told apart by what is here: typing over it may move what is found. */
  readonly isSign: boolean;
}

/** The workbook looked at once. Its methods throw NoSuchPlace. */
export interface Places {
  tab(title: string): FoundTab;
  row(found: FoundTab, row: string | number): number;
  column(found: FoundTab, heading: string): number;
  cell(name: CellName): FoundCell;
}

export function lookAtPlaces(host: Host, fileId: string, seeds: Seeds, plan: ResolvedPlan): Places {
  const snapshot = decodeSnapshot(host.see(INSTALLER, fileId, { fields: SYNC_FIELDS }));
  const placement = placeWorkbook(declareWorkbook(plan, factsOf(plan, snapshot)), snapshot);
  const tab = (title: string) => findTab(title, snapshot.tabs, placement.tabs);
  const row = (found: FoundTab, name: string | number) => findRow(found, name, seeds);
  return {
    tab,
    row,
    column: findColumn,
    cell(name) {
      const found = tab(name.tab);
      const { sheetId } = found.tab;
      const at = { row: row(found, name.row), column: findColumn(found, name.column) };
      return { sheetId, ...at, isSign: isSign(found, at) };
    },
  };
}

function findTab(title: string, tabs: readonly SnapshotTab[], placed: readonly PlacedTab[]): FoundTab {
  const named = tabs.filter((one) => fold(one.title) === fold(title));
  const exact = named.find((one) => one.title.normalize('NFC') === title.normalize('NFC')) ?? named[0];
  const ours = placed.find(({ declared, was }) => was && fold(declared.title) === fold(title))?.was;
  const tab = exact ?? ours;
  if (!tab) throw new NoSuchPlace(`không có tab «${title}»; có: ${tabs.map((one) => one.title).join(' · ')}`);
  return { tab, placed: placed.find(({ was }) => was?.sheetId === tab.sheetId) };
}

/** The row the headings are in. */
function headingRowOf({ placed }: FoundTab): number {
  return placed?.headingRow ?? 0;
}

function textAt({ tab }: FoundTab, row: number, column: number): string {
  return textOf(rawValue(cellAt(tab, row, column)));
}

function findColumn(found: FoundTab, heading: string): number {
  const { tab, placed } = found;
  const ours = (placed?.columns ?? []).filter((column) => column.found !== 'new');
  const indexOf = (column: (typeof ours)[number]) => (placed ? columnAsRead(placed, column.index) : column.index);
  const headings = Array.from({ length: tab.columnCount }, (_, i) => textAt(found, headingRowOf(found), i));
  const named = headings.flatMap((text, i) => (text !== '' && fold(text) === fold(heading) ? [i] : []));
  // Of two columns headed alike ours is meant: the other is somebody's copy.
  const standing = named.find((i) => ours.some((column) => indexOf(column) === i)) ?? named[0];
  if (standing !== undefined) return standing;
  const [now] = sheetHeadingsNow([heading]);
  const declared = ours.find((column) => fold(column.declared.heading) === now);
  if (declared) return indexOf(declared);
  // A column without a heading has only its letters.
  const lettered = headings.findIndex((_, i) => columnLetters(i) === heading);
  if (lettered !== -1) return lettered;
  const there = headings.filter((text) => text !== '').join(' · ') || 'chưa có tiêu đề nào';
  throw new NoSuchPlace(`tab «${tab.title}» không có cột «${heading}»; có: ${there}`);
}

function findRow(found: FoundTab, name: string | number, seeds: Seeds): number {
  const { tab, placed } = found;
  const missing = (why: string) => new NoSuchPlace(`tab «${tab.title}» không có dòng «${name}»${why}`);
  if (typeof name === 'number') {
    if (name < 1 || name > tab.rowCount) throw missing(`: tab có ${tab.rowCount} dòng`);
    return name - 1;
  }
  const declared = placed?.declared.kind === 'table' ? placed.declared : undefined;
  const ours = declared?.rows.find((row) => namesOf(declared.key, row, seeds)(name));
  const standing = placed?.rows.find(({ key, isNew }) => key === ours?.key && !isNew);
  if (placed && standing) return rowAsRead(placed, standing.index);
  const key = placed?.columns.find((column) => column.declared.key === declared?.keyColumn);
  const keyColumn = placed && key && key.found !== 'new' ? columnAsRead(placed, key.index) : 0;
  const heading = headingRowOf(found);
  const rows = Array.from({ length: tab.rowCount }, (_, i) => i).filter((i) => i !== heading);
  const named = rows.filter((i) => fold(textAt(found, i, keyColumn)) === fold(name));
  const [first] = named;
  if (named.length > 1) throw missing(` duy nhất: có ở các dòng ${named.map((i) => i + 1).join(', ')}; ghi số dòng`);
  if (first !== undefined) return first;
  const line = /^\d+$/u.test(name) ? heading + Number(name) : Number.NaN;
  if (line > heading && line < tab.rowCount) return line;
  throw missing('');
}

/** Whether a text names a declared row: by its key, or as people read it in the sheet. */
function namesOf(tab: string, { key, cells }: DeclaredRow, { units }: Seeds): (name: string) => boolean {
  const also: readonly unknown[] =
    {
      tasks: [cells['number']],
      units: [cells['name']],
      settings: [cells['label']],
      indicators: [cells['name']],
      // «ĐX-2024-01» is line 1.
      adHoc: [Number(/\d+$/u.exec(key)?.[0])],
    }[tab] ?? [];
  const texts = new Set([key, ...also.map(String)].map(fold));
  return (name) =>
    texts.has(fold(name.replace(/(?:…|\.\.\.)\s*$/u, ''))) || (tab === 'units' && findUnit(name, units)?.code === key);
}

function isSign({ placed }: FoundTab, { row, column }: { row: number; column: number }): boolean {
  if (!placed || row <= (placed.headingRow ?? 0)) return true;
  const ours = placed.columns.find((one) => one.found !== 'new' && columnAsRead(placed, one.index) === column);
  return ours === undefined || ours.declared.writer === 'sync';
}
