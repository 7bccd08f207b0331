// Finds cells of the played sheet by tab, row and column key, as a person finds them by their headings.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Host } from '../../host/host.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import { declareWorkbook, factsOf } from '../../sheet/layout.ts';
import { placeWorkbook } from '../../sheet/reading/place.ts';
import { decodeSnapshot, lookFields, TYPED } from '../../sheet/reading/snapshot.ts';
import type { TabKey } from '../../sheet/tab-ids.ts';

export type Place = <T extends TabKey>(
  tab: T,
  row: string,
  column: ColumnKey<T>,
) => { sheetId: number; row: number; column: number };

export interface Locate extends Place {
  heading<T extends TabKey>(tab: T, column: ColumnKey<T>): string;
  title(tab: TabKey): string;
}

/** What is to be typed into a row, by column and in this order. */
export const textsOf = <K extends string>(texts: Readonly<Partial<Record<K, string>>>) =>
  Object.entries(texts) as [K, string][];

/** Looks once: in the month nobody moves rows or columns. */
export function locator(host: Host, user: string, fileId: string, plan: ResolvedPlan): Locate {
  const snapshot = decodeSnapshot(host.see(user, fileId, { fields: lookFields(TYPED) }));
  const { tabs } = placeWorkbook(declareWorkbook(plan, factsOf(plan, snapshot)), snapshot);
  const tabOf = (tab: TabKey) => {
    const placed = tabs.find(({ declared }) => declared.key === tab);
    if (!placed) throw new Error(`không có tab ${tab}`);
    return placed;
  };
  const columnOf = <T extends TabKey>(tab: T, column: ColumnKey<T>) => {
    const placed = tabOf(tab);
    const found = placed.columns.find(({ declared }) => declared.key === column);
    if (!found) throw new Error(`không có cột ${tab}.${column}`);
    return { placed, found };
  };
  const locate = <T extends TabKey>(tab: T, row: string, column: ColumnKey<T>) => {
    const { placed, found } = columnOf(tab, column);
    const index = placed.rows.find(({ key }) => key === row)?.index;
    if (index === undefined) throw new Error(`không có dòng ${tab} ${row}`);
    return { sheetId: placed.was?.sheetId ?? placed.declared.sheetId, row: index, column: found.index };
  };
  const heading = <T extends TabKey>(tab: T, column: ColumnKey<T>) => columnOf(tab, column).found.declared.heading;
  return Object.assign(locate, { heading, title: (tab: TabKey) => tabOf(tab).declared.title });
}
