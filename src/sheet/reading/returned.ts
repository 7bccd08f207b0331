// What people had typed into rows, columns or whole tabs that were deleted, as copies of ours still hold it: offered back
// with the restoring, never written over anything that stands.
import type { CellsOf } from '../layout/column-keys.ts';

/** By code of the task or id of the indicator, then by column key of their tab. */
export type Returned = ReadonlyMap<string, CellsOf<'tasks' | 'indicators'>>;
