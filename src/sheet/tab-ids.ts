// Ids of our tabs, chosen once and for ever: a tab is ours by its id, whatever it is called. Numbers alone, so that a keystroke, or a
// look at a few tabs, needs no declaration.

/** Tabs of the workbook by their keys, in their order. */
export const TAB_IDS = {
  tasks: 1001,
  board: 1002,
  indicators: 1003,
  units: 1004,
  ledger: 1005,
  adHoc: 1014,
  controls: 1009,
  settings: 1010,
  guide: 1011,
  history: 1006,
  journal: 1008,
  backup: 1007,
} as const;

/** Where a tick asks for something to be done. */
export const ASKING_TABS: readonly number[] = [TAB_IDS.controls, TAB_IDS.adHoc];

export type TabKey = keyof typeof TAB_IDS;

/** Lists the program leaves and takes away again, and the tab of the hand check. */
export const LISTING_IDS = { preview: 1012, check: 1013, liveCheck: 1015, handCheck: 1016 } as const;
