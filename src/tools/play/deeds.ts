// What a step of a scenario can do, and the shape each action is written in (README here: contract).
import * as z from 'zod/mini';
import { readIsoDate } from '../../core/calendar.ts';

const PAST_MIDNIGHT = 24;

/** «2024-05-10T09:00», seconds optional: a time that there is. */
export const time = z.string().check(
  z.refine(
    (text) => {
      const [, day = '', hour, minute, second] = /^(.{10})T(\d\d):(\d\d)(?::(\d\d))?$/u.exec(text) ?? [];
      const clock = [minute, second ?? 0].every((part) => Number(part) < 60) && Number(hour) < PAST_MIDNIGHT;
      return clock && readIsoDate(day) !== undefined;
    },
    { error: 'không phải thời gian dạng 2024-05-10T09:00' },
  ),
);

const words = z.string().check(z.minLength(1, 'để trống'));
/** What a person types; a number and true are typed as people do. */
const typed = z.union([z.string(), z.number(), z.boolean()], { error: 'phải là chữ, số hoặc true/false' });
const row = z.union([words, z.int('số dòng phải là số nguyên')], { error: 'phải là chữ hoặc số dòng' });
const cell = { tab: words, row, column: words };

/** Services a script can call, as the log of calls names them. */
const SERVICES = [
  'MailApp',
  'Sheets',
  'Drive',
  'SpreadsheetApp',
  'PropertiesService',
  'LockService',
  'ScriptApp',
  'Session',
  'Utilities',
  'Ui',
] as const;
const isCall = (text: string): boolean =>
  SERVICES.some((service) => text === service || text.startsWith(`${service}.`));

const call = z.string().check(
  z.refine((text) => text === 'clock' || isCall(text), {
    error: `phải là clock hoặc một dịch vụ (${SERVICES.join(', ')}), kèm tên hàm nếu muốn: MailApp.sendEmail`,
  }),
);

export const ACTIONS = {
  type: z.strictObject({ ...cell, text: typed }),
  paste: z.strictObject({
    ...cell,
    cells: z.array(z.array(typed)).check(
      z.refine((rows) => rows.length > 0 && rows.some((texts) => texts.length > 0), {
        error: 'phải có ít nhất một ô',
      }),
    ),
    withFormat: z.optional(z.boolean()),
  }),
  clear: z.strictObject(cell),
  tick: z.strictObject({ ...cell, column: z._default(words, 'Chọn'), on: z._default(z.boolean(), true) }),
  click: words,
  run: z.string().check(z.regex(/^[A-Za-z_$][A-Za-z0-9_$]*$/u, 'phải là tên một hàm')),
  share: z.strictObject({
    with: words,
    role: z.union([z.enum(['editor', 'viewer']), z.null()], { error: 'phải là "editor", "viewer" hoặc null' }),
  }),
  insertRow: z.strictObject({ tab: words, row }),
  deleteRow: z.strictObject({ tab: words, row }),
  sort: z.strictObject({ tab: words, column: words }),
  rename: z.strictObject({ tab: words, to: words }),
  deleteName: words,
  trash: words,
  fault: z.strictObject({
    call,
    until: z.optional(time),
    effect: z._default(z.enum(['none', 'done', 'dies']), 'none'),
    message: z.optional(words),
    to: z.optional(words),
  }),
  look: z
    .string()
    .check(z.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u, 'phải là tên tệp, chỉ gồm chữ, số, dấu cách, . _ -')),
};

type Shapes = typeof ACTIONS;
export type ActionKind = keyof Shapes;

/** One action by its kind: `{ kind: 'type', what: { tab, row, column, text } }`. */
export type Action = { [K in ActionKind]: { readonly kind: K; readonly what: z.infer<Shapes[K]> } }[ActionKind];
export type ActionOf<K extends ActionKind> = z.infer<Shapes[K]>;

/** What a person types for it: a number with the decimal comma of the sheet's language. */
export function typedText(value: z.infer<typeof typed>): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}
