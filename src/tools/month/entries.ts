// The entries file: what units type in a month, as an outside check hands it over (contract: README of `play`).
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { formatDay, readIsoDate } from '../../core/calendar.ts';
import type { EntryCells } from '../../core/task-row.ts';

const text = z.union([z.string(), z.number(), z.boolean()]);
const entrySchema = z.object({
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/u)),
  by: z.string(),
  code: z.string(),
  state: z.optional(z.string()),
  progress: z.optional(text),
  result: z.optional(z.string()),
  doneOn: z.optional(z.string()),
  evidence: z.optional(z.string()),
  difficulty: z.optional(z.string()),
  proposal: z.optional(z.string()),
  period: z.optional(z.string()),
});

export interface Entry {
  /** Time of Viet Nam: «2024-05-10T09:00». */
  readonly at: string;
  /** Any spelling of a unit. */
  readonly by: string;
  readonly code: string;
  readonly state?: string | undefined;
  /** The number before the % sign. */
  readonly progress?: string | number | boolean | undefined;
  readonly result?: string | undefined;
  readonly doneOn?: string | undefined;
  readonly evidence?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly proposal?: string | undefined;
  readonly period?: string | undefined;
}

/** @throws Error naming the entry and the field */
export async function readEntries(file: string): Promise<Entry[]> {
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(parsed)) throw new Error(`${file}: phải là một mảng JSON`);
  return parsed.map((raw, i) => {
    const entry = entrySchema.safeParse(raw);
    if (entry.success) return entry.data;
    const [issue] = entry.error.issues;
    throw new Error(
      `${file}: mục ${i}, trường ${issue?.path.join('.') || '(cả mục)'}: ${issue?.message ?? 'không đọc được'}`,
    );
  });
}

/** The fields of an entry in the order of their columns, as the unit's keyboard sends them. */
export function typedFields(entry: Entry): { column: keyof EntryCells; text: string }[] {
  const { state, progress, result, doneOn, evidence, difficulty, proposal, period } = entry;
  const fields: [keyof EntryCells, string | undefined][] = [
    ['state', state],
    ['progress', progress === undefined ? undefined : `${String(progress).replace('.', ',')}%`],
    ['result', result],
    ['doneOn', doneOn === undefined ? undefined : typedDate(doneOn)],
    ['evidence', evidence],
    ['difficulty', difficulty],
    ['proposal', proposal],
    ['period', period],
  ];
  return fields.flatMap(([column, value]) => (value === undefined ? [] : [{ column, text: value }]));
}

/** YYYY-MM-DD is typed dd/MM/yyyy, also where no such day exists; anything else as it is. */
function typedDate(text: string): string {
  const day = readIsoDate(text);
  if (day !== undefined) return formatDay(day);
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/u, '$3/$2/$1');
}
