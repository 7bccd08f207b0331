// diff(snapshot, workbook): every Change that would make the workbook what it is declared to be; none where it is. Cells and
// the things that lie over them have files of their own; when two are one is said in equality.ts.
import type { Change, Impact } from './change.ts';
import type { NamedCell, Workbook } from './declare.ts';
import { bodyLookChanges, cellChanges, dimensionChanges } from './diff/cells.ts';
import { chartChanges } from './diff/charts.ts';
import { colourChanges } from './diff/colours.ts';
import { groupChanges } from './diff/groups.ts';
import { bandingChanges, filterChanges, hiddenRowChanges, mergeChanges, viewChanges } from './diff/overlays.ts';
import { strangerChanges } from './diff/strangers.ts';
import { sameLocale, sameZone } from './equality.ts';
import { isClosingName } from './ledger/ledger.ts';
import { columnAsRead, type PlacedTab, type Placement, placeOf, placeWorkbook, rowAsRead } from './reading/place.ts';
import type { Returned } from './reading/returned.ts';
import { type Snapshot, type SnapshotName, type SnapshotTab, titleOfTab } from './reading/snapshot.ts';

export interface Difference {
  readonly changes: readonly Change[];
  /** Nobody can say what is ours: nothing is written until a person decides. */
  readonly conflicts: readonly string[];
  /** Where everything is, or will be. */
  readonly placement: Placement;
}

/**
 * @param returned what people had typed into cells that are being made anew, and want back
 * @param placement of this workbook in this snapshot, where it is known already
 */
export function diff(
  snapshot: Snapshot,
  workbook: Workbook,
  returned?: Returned,
  placement: Placement = placeWorkbook(workbook, snapshot),
): Difference {
  const ofTabs = (changesOf: (tab: PlacedTab, index: number) => Change[]) => placement.tabs.flatMap(changesOf);
  const changes: Change[] = [
    ...fileChanges(snapshot, workbook),
    ...ofTabs(tabChanges),
    ...ofTabs(tableChanges),
    ...ofTabs(mergeChanges),
    ...workbook.names.flatMap((name) => nameChanges(name, workbook.names, placement, snapshot)),
    ...falseNameChanges(placement, snapshot),
    ...ofTabs((tab) => cellChanges(tab, placement, returned)),
    ...ofTabs(bodyLookChanges),
    ...ofTabs(dimensionChanges),
    ...ofTabs(groupChanges),
    ...ofTabs(hiddenRowChanges),
    ...ofTabs(colourChanges),
    ...ofTabs(bandingChanges),
    ...ofTabs(filterChanges),
    ...ofTabs((tab) => viewChanges(tab, placement)),
    ...ofTabs(chartChanges),
    ...ofTabs(strangerChanges),
    ...snapshot.foreign.map(({ title }): Change => ({ kind: 'stranger-tab', impact: 'leave', title })),
    ...emptyTabChanges(placement),
  ];
  return { changes, conflicts: [...placement.conflicts, ...titleConflicts(placement, snapshot)], placement };
}

/** A tab of ours cannot be made or renamed back while somebody else's has its name. */
function titleConflicts({ tabs }: Placement, snapshot: Snapshot): string[] {
  // Where no tab of ours is there, the first one of the file was read.
  const others = [...snapshot.foreign, ...snapshot.tabs.filter((tab) => tabs.every(({ was }) => was !== tab))];
  const isTaken = (title: string) => others.some((other) => other.title.toLowerCase() === title.toLowerCase());
  const blocked = tabs.filter(({ declared, was }) => was?.title !== declared.title && isTaken(declared.title));
  if (blocked.length > 1 && tabs.every(({ was }) => was === undefined)) {
    const titles = blocked.map(({ declared: { title } }) => `«${title}»`).join(', ');
    return [
      `Các tab của hệ thống không còn; có tab khác mang tên ${titles}. Nếu các tab này được tải lên từ bản sao lưu .xlsx, hãy chọn ` +
        'Đề án 06 ▸ Thiết lập ban đầu. Nếu không, hãy đổi tên các tab đó rồi làm lại.',
    ];
  }
  return blocked.map(({ declared: { title }, was }) => {
    const state = was ? `tab của hệ thống đang mang tên «${was.title}»` : 'tab của hệ thống đã bị xóa';
    return `Có một tab khác mang tên «${title}», còn ${state}. Hãy đổi tên tab kia rồi đồng bộ lại.`;
  });
}

/** The empty tab a new file has makes way for ours: it holds nothing, and a tab's id cannot be changed. */
function emptyTabChanges({ emptyTab }: Placement): Change[] {
  if (!emptyTab) return [];
  const { sheetId, title } = emptyTab;
  return [{ kind: 'empty-tab', impact: 'add', tab: '', title, sheetId }];
}

function fileChanges(snapshot: Snapshot, workbook: Workbook): Change[] {
  const changes: Change[] = [];
  const add = (what: 'locale' | 'timeZone' | 'recalculation', value: string) =>
    changes.push({ kind: 'file', impact: 'restore', what, value, clash: `${value} ≠ ${snapshot[what]}` });
  if (!sameLocale(snapshot.locale, workbook.locale)) add('locale', workbook.locale);
  if (!sameZone(snapshot.timeZone, workbook.timeZone)) add('timeZone', workbook.timeZone);
  if (snapshot.recalculation !== workbook.recalculation) add('recalculation', workbook.recalculation);
  return changes;
}

function tabChanges(tab: PlacedTab, index: number): Change[] {
  const { declared, was } = tab;
  const wanted = {
    ...placeOf(tab),
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    frozenRows: declared.frozenRows,
    frozenColumns: declared.frozenColumns,
    hidden: declared.hidden ?? false,
    index,
    ...(declared.tabColour === undefined ? {} : { tabColour: declared.tabColour }),
  };
  const change = (action: Extract<Change, { kind: 'tab' }>['action'], impact: Impact, before = ''): Change => ({
    kind: 'tab',
    action,
    impact,
    before,
    ...wanted,
    ...(was && { clash: tabClash(action, tab, was) }),
  });
  if (!was) return [change('add', 'add')];
  const changes: Change[] = [];
  if (was.title !== declared.title) changes.push(change('rename', 'restore', was.title));
  if (was.hidden !== wanted.hidden) changes.push(change(wanted.hidden ? 'hide' : 'show', 'restore'));
  const inserted = tab.columns.filter(({ found }) => found === 'new').length;
  const rowsAfter = was.rowCount + (tab.headingRow === undefined ? 1 : 0);
  if (rowsAfter < tab.rowCount || was.columnCount + inserted < tab.columnCount) changes.push(change('grid', 'restore'));
  // What is frozen shrinks and grows with the rows and columns that come and go inside it.
  const isFrozen = was.frozenRows === declared.frozenRows && was.frozenColumns === declared.frozenColumns;
  const isMoved =
    tab.headingRow !== 0 || tab.columns.some(({ found, index }) => found === 'new' && index <= declared.frozenColumns);
  if (!isFrozen || isMoved) changes.push(change('freeze', 'restore'));
  return changes;
}

function tabClash(action: string, { declared, rowCount, columnCount }: PlacedTab, was: SnapshotTab): string {
  const key = (tab: { title: string; hidden?: boolean | undefined; frozenRows: number; frozenColumns: number }) =>
    [tab.title, tab.hidden ?? false, tab.frozenRows, tab.frozenColumns].join();
  return `${action} ${key(declared)} ${rowCount}×${columnCount} ≠ ${key(was)} ${was.rowCount}×${was.columnCount}`;
}

function tableChanges(tab: PlacedTab): Change[] {
  const place = placeOf(tab);
  const fresh = tab.was === undefined;
  const columns = tab.columns.flatMap(({ declared, index, found }): Change[] => {
    const column = { ...place, kind: 'column' as const, column: index, key: `${tab.declared.key}.${declared.key}` };
    const { heading } = declared;
    if (fresh) return [{ ...column, heading, impact: 'add', action: 'tag' }];
    if (found === 'new') {
      return [
        { ...column, heading, impact: 'restore', action: 'insert' },
        { ...column, heading, impact: 'restore', action: 'tag' },
      ];
    }
    const clash = `tag ${declared.key}`;
    return found === 'heading' ? [{ ...column, heading, impact: 'restore', action: 'tag', clash }] : [];
  });
  const stale = tab.staleTags.map((column): Change => ({ ...place, kind: 'stale-tag', impact: 'restore', column }));
  const rows = tab.rows
    .filter(({ isNew }) => isNew && !fresh)
    .map(({ key, index }): Change => ({ ...place, kind: 'row', impact: 'add', key, row: index }));
  const { headingRow: from } = tab;
  const heading: Change[] = from === 0 ? [] : [{ ...place, kind: 'heading-row', impact: 'restore', from }];
  return [...stale, ...heading, ...columns, ...rows];
}

/** Names of frozen rows lie on «Lịch sử» and nowhere else; where that tab is gone, nobody can say. */
function falseNameChanges({ tabs }: Placement, snapshot: Snapshot): Change[] {
  const history = tabs.find(({ declared }) => declared.key === 'history')?.was;
  if (!history) return [];
  return snapshot.names
    .filter((range) => isClosingName(range) && range.sheetId !== history.sheetId)
    .map(({ id, name, sheetId }) => {
      const title = titleOfTab(snapshot, sheetId) ?? '';
      return { kind: 'false-name', impact: 'restore', id, name, title, clash: `${name} ${title}` };
    });
}

const sameName = (a: { name: string }, b: { name: string }) => a.name.toLowerCase() === b.name.toLowerCase();

/** A name is the one that formulas know it by; our id finds it where it was renamed, and not to another name of ours. */
function nameAsRead(name: NamedCell, all: readonly NamedCell[], { names }: Snapshot): SnapshotName | undefined {
  const isDeclared = (other: SnapshotName) => all.some((declared) => sameName(declared, other));
  return (
    names.find((other) => sameName(other, name)) ?? names.find((other) => other.id === name.id && !isDeclared(other))
  );
}

function nameChanges(name: NamedCell, all: readonly NamedCell[], placement: Placement, snapshot: Snapshot): Change[] {
  const tab = placement.tabs.find(({ declared }) => declared.key === name.tab);
  if (!tab) throw new Error(`the name ${name.name} stands on the unknown tab ${name.tab}`);
  const { at } = name;
  const row = 'row' in at ? at.row : tab.rows.find(({ key }) => key === at.key)?.index;
  const column = 'row' in at ? at.column : tab.columns.find(({ declared }) => declared.key === at.column)?.index;
  if (row === undefined || column === undefined) throw new Error(`the name ${name.name} has no cell`);
  const { sheetId } = placeOf(tab);
  const was = nameAsRead(name, all, snapshot);
  // Google moves a name with the rows and columns of ours that are inserted.
  const stands =
    was?.sheetId === sheetId && was.row === rowAsRead(tab, row) && was.column === columnAsRead(tab, column);
  if (was?.name === name.name && stands) return [];
  // A name of ours with another id: Google would refuse the second of that name, so the one that is there is moved. Our own
  // id may serve another name by now.
  const isTaken = snapshot.names.some(({ id }) => id === name.id);
  const known = was ? { ...name, id: was.id } : isTaken ? { ...name, id: `${name.id}_${snapshot.names.length}` } : name;
  const impact = was ? 'restore' : 'add';
  const clash = tab.was && { clash: `${name.name} ≠ ${was ? `${was.name} ${stands}` : ''}` };
  return [{ kind: 'name', impact, name: known, exists: was !== undefined, sheetId, row, column, ...clash }];
}
