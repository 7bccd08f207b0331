// Ids of the tabs that are looked for at a keystroke or by the sheet's own script: numbers here, because the declaration they stand in
// would have to be loaded for every edit.

export const TABS = {
  tasks: 1001,
  indicators: 1003,
  controls: 1009,
  settings: 1010,
  adHoc: 1014,
  handCheck: 1016,
} as const;

/** Where a tick asks for a deed. */
export const ASKING_TABS: readonly number[] = [TABS.controls, TABS.adHoc];

/** Heading of the column of ticks on both of them. */
export const TICK_HEADING = 'Chọn';
