// The schema of the workbook, as a number that stands in the sheet («Cấu hình», Phiên bản mẫu bảng), and the way from each number to the
// next. A sync makes tabs, columns and rows by the declaration alone; a migration is for what the declaration cannot know: a value
// that was kept elsewhere, or otherwise, by an older program. There is no way back: a program refuses a sheet newer than itself.
import type { Cell } from '../core/cell.ts';

/** One step forward. Done twice it changes nothing, because a run may die between two. Pure. */
export interface Migration {
  readonly to: number;
  /** What it does, for the preview. */
  readonly words: string;
  /** Values of «Cấu hình» that follow from those of the sheet, by key. */
  settings(before: ReadonlyMap<string, Cell>): Readonly<Record<string, Cell>>;
}

/** Since this number «Tổng hợp» begins with what has to be acted on. */
export const RELAID_BOARD = 3;

const MIGRATIONS: readonly Migration[] = [
  // Sheets of before had no number; that their clock belongs to one script was not written down.
  { to: 2, words: 'đánh số mẫu bảng, ghi mã tập lệnh giữ lịch tự động', settings: () => ({}) },
  // Its cells are the declaration's; what the earlier layout left between them is cleared (layout.ts).
  { to: RELAID_BOARD, words: 'xếp lại tab Tổng hợp: việc cần làm lên trước', settings: () => ({}) },
  // Nothing moves: what is closed from now on a program of before cannot read.
  { to: 4, words: 'bản chốt ghi dạng số liệu của nó', settings: () => ({}) },
];

/** What this program builds and knows. */
export const SCHEMA = 4;

/** The number a sheet carries. One with settings and without a number is from before there was one. */
export function schemaOf(settings: ReadonlyMap<string, Cell>): number | undefined {
  if (settings.size === 0) return undefined;
  const stands = settings.get('schema');
  return typeof stands === 'number' && Number.isInteger(stands) && stands > 0 ? stands : 1;
}

export interface Carried {
  /** Values of «Cấu hình» to write, by key; the number itself among them. */
  readonly settings: Readonly<Record<string, Cell>>;
  /** What each step does, in words. */
  readonly lines: readonly string[];
}

/** From the sheet's number to this program's; nothing where it is there, or where there is no sheet yet. */
export function carryForward(
  settings: ReadonlyMap<string, Cell>,
  migrations: readonly Migration[] = MIGRATIONS,
  schema: number = SCHEMA,
): Carried {
  const from = schemaOf(settings);
  if (from === undefined || from >= schema) return { settings: {}, lines: [] };
  const steps = migrations.filter(({ to }) => to > from && to <= schema).sort((a, b) => a.to - b.to);
  const all = new Map(settings);
  const written: Record<string, Cell> = {};
  for (const step of steps) {
    for (const [key, value] of Object.entries(step.settings(all))) {
      all.set(key, value);
      written[key] = value;
    }
  }
  return {
    settings: { ...written, schema },
    lines: steps.map(({ to, words }) => `Nâng mẫu bảng lên ${to}: ${words}`),
  };
}
