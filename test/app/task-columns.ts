// Where columns of «Nhiệm vụ» are while nobody has moved any, by key: tests name what they mean.
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { tasksTab } from '../../src/sheet/layout/tasks.ts';

const { columns } = tasksTab([], [], 15, 2024, undefined);

/** How many there are. */
export const WIDTH = columns.length;
/** 0-based. */
export const at = (key: ColumnKey<'tasks'>): number => columns.findIndex((column) => column.key === key);
