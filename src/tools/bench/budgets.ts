// What the project allows itself: one table, which README shows and `npm run bench -- --check` holds. A figure not named is none at
// all. Counts are what the use cases need; bytes are a little above what is measured, so that a growth is noticed: whoever makes a use case
// cheaper lowers its line, whoever makes it dearer raises it and says why.
import type { Figures } from './figures.ts';

export interface Budget {
  readonly useCase: string;
  readonly tasks: number;
  readonly atMost: Partial<Figures>;
}

export interface SizeBudget {
  readonly what: string;
  readonly bytes: number;
}

export const SCRIPT = 'script (dist/main.js)';
export const scriptOf = (tasks: number): string => `script with a plan of ${tasks} tasks`;
export const contentBatch = (tasks: number): string => `content batch of a first build, ${tasks} tasks`;

/** Google recommends two megabytes a batch; it refuses a script of more than one. */
export const SIZES: readonly SizeBudget[] = [
  { what: SCRIPT, bytes: 690_000 },
  { what: scriptOf(1000), bytes: 813_000 },
  { what: contentBatch(72), bytes: 680_000 },
  { what: contentBatch(1000), bytes: 2_050_000 },
];

/** One budget for every row of every plan: an edit of the last row costs what one of the first costs. */
const ON_EDIT: Partial<Figures> = { reads: 3, writes: 1, properties: 1, bytesRead: 745, bytesWritten: 50 };

export const BUDGETS: readonly Budget[] = [
  {
    useCase: 'first build',
    tasks: 72,
    atMost: {
      reads: 3,
      writes: 2,
      properties: 15,
      locks: 2,
      people: 8,
      tabs: 8,
      triggers: 3,
      bytesRead: 3_360_000,
      bytesWritten: 680_000,
    },
  },
  {
    useCase: 'first build',
    tasks: 720,
    atMost: {
      reads: 3,
      writes: 2,
      properties: 15,
      locks: 2,
      people: 8,
      tabs: 8,
      triggers: 3,
      bytesRead: 24_400_000,
      bytesWritten: 1_700_000,
    },
  },
  {
    useCase: 'rights of all units',
    tasks: 72,
    atMost: {
      reads: 2,
      writes: 1,
      properties: 6,
      locks: 2,
      people: 4,
      tabs: 5,
      bytesRead: 6_700_000,
      bytesWritten: 46_000,
    },
  },
  {
    useCase: 'rights of all units',
    tasks: 720,
    atMost: {
      reads: 2,
      writes: 1,
      properties: 6,
      locks: 2,
      people: 4,
      tabs: 5,
      bytesRead: 48_800_000,
      bytesWritten: 320_000,
    },
  },
  {
    useCase: 'preview of a sheet that agrees',
    tasks: 72,
    atMost: { reads: 1, properties: 3, people: 2, tabs: 2, bytesRead: 3_390_000 },
  },
  {
    useCase: 'preview of a sheet that agrees',
    tasks: 720,
    atMost: { reads: 1, properties: 3, people: 2, tabs: 2, bytesRead: 24_700_000 },
  },
  {
    useCase: 'heal',
    tasks: 72,
    atMost: {
      reads: 2,
      writes: 1,
      properties: 6,
      locks: 2,
      people: 4,
      tabs: 5,
      bytesRead: 6_540_000,
      bytesWritten: 150_000,
    },
  },
  { useCase: 'check', tasks: 72, atMost: { reads: 3, properties: 4, people: 4, tabs: 6, bytesRead: 4_490_000 } },
  { useCase: 'onEdit, first row', tasks: 72, atMost: ON_EDIT },
  { useCase: 'onEdit, first row', tasks: 720, atMost: ON_EDIT },
  { useCase: 'onEdit, last row', tasks: 72, atMost: ON_EDIT },
  { useCase: 'onEdit, last row', tasks: 720, atMost: ON_EDIT },
  {
    useCase: 'first clock run of a day',
    tasks: 72,
    atMost: {
      reads: 3,
      writes: 1,
      properties: 18,
      locks: 4,
      people: 2,
      tabs: 7,
      bytesRead: 4_600_000,
      bytesWritten: 180_000,
    },
  },
  {
    useCase: 'first clock run of a day',
    tasks: 720,
    atMost: {
      reads: 3,
      writes: 2,
      properties: 18,
      locks: 4,
      people: 2,
      tabs: 7,
      bytesRead: 34_200_000,
      bytesWritten: 945_000,
    },
  },
  { useCase: 'clock asleep', tasks: 72, atMost: { properties: 1, bytesRead: 50 } },
  { useCase: 'clock asleep', tasks: 720, atMost: { properties: 1, bytesRead: 50 } },
  {
    useCase: 'reminder round',
    tasks: 72,
    atMost: {
      reads: 2,
      writes: 1,
      mails: 11,
      quota: 1,
      properties: 34,
      locks: 2,
      tabs: 4,
      bytesRead: 1_240_000,
      bytesWritten: 118_000,
    },
  },
  {
    useCase: 'closing',
    tasks: 72,
    atMost: { reads: 2, writes: 1, properties: 7, locks: 2, tabs: 4, bytesRead: 2_560_000, bytesWritten: 160_000 },
  },
  {
    useCase: 'closing',
    tasks: 720,
    atMost: { reads: 2, writes: 1, properties: 7, locks: 2, tabs: 4, bytesRead: 21_400_000, bytesWritten: 1_460_000 },
  },
  {
    useCase: 'chairman’s mail and documents',
    tasks: 72,
    atMost: {
      reads: 4,
      writes: 2,
      drive: 6,
      mails: 1,
      quota: 1,
      properties: 21,
      locks: 4,
      tabs: 7,
      bytesRead: 390_000,
      bytesWritten: 188_000,
    },
  },
  {
    useCase: 'correction',
    tasks: 72,
    atMost: { reads: 3, writes: 1, properties: 7, locks: 2, tabs: 5, bytesRead: 2_670_000, bytesWritten: 160_000 },
  },
  {
    useCase: 'ad hoc report, asked',
    tasks: 72,
    atMost: { reads: 5, writes: 1, properties: 7, locks: 2, tabs: 10, bytesRead: 2_900_000, bytesWritten: 22_000 },
  },
  {
    useCase: 'ad hoc report, units told',
    tasks: 72,
    atMost: {
      reads: 2,
      writes: 1,
      mails: 3,
      quota: 1,
      properties: 19,
      locks: 2,
      tabs: 4,
      bytesRead: 1_400_000,
      bytesWritten: 22_500,
    },
  },
  {
    useCase: 'ad hoc report, closed',
    tasks: 72,
    atMost: { reads: 5, writes: 1, properties: 7, locks: 2, tabs: 10, bytesRead: 2_860_000, bytesWritten: 22_000 },
  },
  {
    useCase: 'automatic version and its mail',
    tasks: 72,
    atMost: {
      reads: 10,
      writes: 3,
      drive: 3,
      mails: 1,
      quota: 1,
      properties: 23,
      locks: 6,
      tabs: 14,
      bytesRead: 3_530_000,
      bytesWritten: 267_000,
    },
  },
  {
    useCase: 'hardened: first entry of a day',
    tasks: 72,
    atMost: { reads: 5, writes: 1, properties: 2, tabs: 1, bytesRead: 6600, bytesWritten: 100 },
  },
  { useCase: 'hardened: onEdit', tasks: 72, atMost: ON_EDIT },
  { useCase: 'hardened: clock asleep', tasks: 72, atMost: { reads: 4, properties: 1, tabs: 1, bytesRead: 2900 } },
  {
    useCase: 'closing after 1 closing',
    tasks: 72,
    atMost: { reads: 3, writes: 1, properties: 7, locks: 2, tabs: 5, bytesRead: 2_670_000, bytesWritten: 180_000 },
  },
  {
    useCase: 'closing after 12 closings',
    tasks: 72,
    atMost: { reads: 3, writes: 1, properties: 7, locks: 2, tabs: 5, bytesRead: 2_890_000, bytesWritten: 180_000 },
  },
  {
    useCase: 'closing after 36 closings',
    tasks: 72,
    atMost: { reads: 3, writes: 1, properties: 7, locks: 2, tabs: 5, bytesRead: 2_930_000, bytesWritten: 180_000 },
  },
  {
    useCase: 'preview of a sheet that agrees after 36 closings',
    tasks: 72,
    atMost: { reads: 1, properties: 3, people: 2, tabs: 2, bytesRead: 3_450_000 },
  },
  {
    useCase: 'check after 36 closings',
    tasks: 72,
    // Days of later years are none of the plan's: the list is written.
    atMost: { reads: 5, writes: 1, properties: 4, people: 4, tabs: 9, bytesRead: 8_000_000, bytesWritten: 27_000 },
  },
];
