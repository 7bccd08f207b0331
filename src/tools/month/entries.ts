// The entries file: what units type in a month, as an outside check hands it over (contract: README of `play`).
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { formatDay, readIsoDate } from '../../core/calendar.ts';
import { type EntryOfKind, entryKind, TOLD_ENTRIES } from '../../core/entry-block.ts';

const FIELDS = [...TOLD_ENTRIES, 'period'] as const;
type Field = (typeof FIELDS)[number];
/** A percent may be a number: the one before the % sign. */
type Typed<F extends Field> = F extends EntryOfKind<'percent'> ? string | number | boolean : string;
type Fields = { readonly [F in Field]?: Typed<F> | undefined };

const fieldSchema = (key: Field) =>
  z.optional(entryKind(key) === 'percent' ? z.union([z.string(), z.number(), z.boolean()]) : z.string());

const entrySchema = z.object({
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/u)),
  by: z.string(),
  code: z.string(),
  ...(Object.fromEntries(FIELDS.map((key) => [key, fieldSchema(key)])) as Record<
    Field,
    ReturnType<typeof fieldSchema>
  >),
});

export interface Entry extends Fields {
  /** Time of Viet Nam: «2024-05-10T09:00». */
  readonly at: string;
  /** Any spelling of a unit. */
  readonly by: string;
  readonly code: string;
}

/** @throws Error naming the entry and the field */
export async function readEntries(file: string): Promise<Entry[]> {
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(parsed)) throw new Error(`${file}: phải là một mảng JSON`);
  return parsed.map((raw, i) => {
    const entry = entrySchema.safeParse(raw);
    if (entry.success) return entry.data as Entry;
    const [issue] = entry.error.issues;
    throw new Error(
      `${file}: mục ${i}, trường ${issue?.path.join('.') || '(cả mục)'}: ${issue?.message ?? 'không đọc được'}`,
    );
  });
}

/** The fields of an entry in the order of their columns, as the unit's keyboard sends them. */
export function typedFields(entry: Entry): { column: Field; text: string }[] {
  return FIELDS.flatMap((column) => {
    const value = entry[column];
    return value === undefined ? [] : [{ column, text: typedText(column, String(value)) }];
  });
}

function typedText(column: Field, text: string): string {
  const kind = entryKind(column);
  if (kind === 'percent') return `${text.replace('.', ',')}%`;
  return kind === 'date' ? typedDate(text) : text;
}

/** YYYY-MM-DD is typed dd/MM/yyyy, also where no such day exists; anything else as it is. */
function typedDate(text: string): string {
  const day = readIsoDate(text);
  if (day !== undefined) return formatDay(day);
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/u, '$3/$2/$1');
}
