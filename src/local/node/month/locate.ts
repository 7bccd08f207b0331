// Finds cells of the played sheet by tab, row and column key, as a person finds them by their headings.
import type { ResolvedPlan } from '../../../core/resolved-plan.ts';
import { declareWorkbook, factsOf } from '../../../sheet/layout.ts';
import { placeWorkbook } from '../../../sheet/place.ts';
import { decodeSnapshot, lookFields, TYPED } from '../../../sheet/snapshot.ts';
import type { Host } from '../../host/host.ts';

export interface Locate {
  (tab: string, row: string, column: string): { sheetId: number; row: number; column: number };
  heading(tab: string, column: string): string;
  title(tab: string): string;
}

/** Looks once: in the month nobody moves rows or columns. */
export function locator(host: Host, user: string, fileId: string, plan: ResolvedPlan): Locate {
  const snapshot = decodeSnapshot(host.see(user, fileId, { fields: lookFields(TYPED) }));
  const { tabs } = placeWorkbook(declareWorkbook(plan, factsOf(plan, snapshot)), snapshot);
  const tabOf = (tab: string) => {
    const placed = tabs.find(({ declared }) => declared.key === tab);
    if (!placed) throw new Error(`không có tab ${tab}`);
    return placed;
  };
  const columnOf = (tab: string, column: string) => {
    const placed = tabOf(tab);
    const found = placed.columns.find(({ declared }) => declared.key === column);
    if (!found) throw new Error(`không có cột ${tab}.${column}`);
    return { placed, found };
  };
  const locate = (tab: string, row: string, column: string) => {
    const { placed, found } = columnOf(tab, column);
    const index = placed.rows.find(({ key }) => key === row)?.index;
    if (index === undefined) throw new Error(`không có dòng ${tab} ${row}`);
    return { sheetId: placed.was?.sheetId ?? placed.declared.sheetId, row: index, column: found.index };
  };
  const heading = (tab: string, column: string) => columnOf(tab, column).found.declared.heading;
  return Object.assign(locate, { heading, title: (tab: string) => tabOf(tab).declared.title });
}
