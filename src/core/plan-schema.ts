// The shapes of seeds/*.json, and the words in which a seed that has another shape is refused.
import * as z from 'zod/mini';
import { readIsoDate } from './calendar.ts';
import { tidy } from './text.ts';

export const UNIT_LEVELS = ['xã', 'thôn', 'huyện', 'tỉnh', 'trung ương', 'ngoài'] as const;
/** Thuộc diện báo cáo: leads rows; coordinates only; outside and invited; not asked. */
export const UNIT_REPORTING = ['có dòng', 'chỉ phối hợp', 'mời', 'không'] as const;

type SeedFile = 'plan' | 'tasks' | 'units' | 'indicators';

/** Built when asked for: building schemas costs more than the rest of the bundle's start. */
export function seedSchemas() {
  const text = z.string().check(
    z.refine((value) => value.normalize('NFC') === value, { error: 'chữ không ở dạng NFC' }),
    z.refine((value) => tidy(value) === value.normalize('NFC'), { error: 'thừa khoảng trắng hoặc có ký tự ẩn' }),
  );
  const words = text.check(z.minLength(1, 'để trống'));
  const date = z
    .string()
    .check(z.refine((value) => readIsoDate(value) !== undefined, { error: 'không phải ngày dạng YYYY-MM-DD' }));
  const code = z.string().check(z.regex(/^[A-Z0-9]+$/u, 'mã chỉ gồm chữ in hoa không dấu và chữ số'));
  const roman = z.string().check(z.regex(/^[IVXLC]+$/u, 'không phải số La Mã'));
  const whole = z.int('phải là số nguyên').check(z.gte(1, 'phải từ 1'));
  const body = z.strictObject({ name: words, unit: code });
  return {
    plan: z.strictObject({
      schema: z.literal(1),
      year: whole,
      title: words,
      project: z.strictObject({ title: words, shortTitle: words }),
      commune: words,
      district: words,
      province: words,
      place: words,
      number: text,
      symbol: words,
      date,
      signer: z.strictObject({ title: words, name: words }),
      bodies: z.strictObject({
        issuing: body,
        superior: body,
        standing: body,
        office: body,
        taskForce: body,
        superiorTaskForce: body,
      }),
      groups: z.array(z.strictObject({ roman, heading: words, reportHeading: words, count: whole })),
      grounds: z.array(z.strictObject({ text: words, date })),
      recipients: z.array(words),
      reporting: z.strictObject({
        unitPlansBefore: z.exactOptional(date),
        unitReportsBeforeDay: whole.check(z.lte(28, 'phải đến 28')),
        synthesisPeriods: z.array(words),
        synthesisTo: z.array(words),
      }),
      notes: z.array(z.strictObject({ place: words, quote: words, text: words })),
    }),
    tasks: z.array(
      z.strictObject({
        code: words,
        number: whole,
        group: roman,
        content: words,
        lead: words,
        coordinating: text,
        deadline: words,
      }),
    ),
    units: z.array(
      z.strictObject({
        code,
        name: words,
        aliases: z.array(words),
        level: z.enum(UNIT_LEVELS),
        collective: z.boolean(),
        memberOf: z.array(code),
        actsThrough: z.exactOptional(code),
        reporting: z.enum(UNIT_REPORTING),
      }),
    ),
    indicators: z.array(
      z.strictObject({
        id: words,
        task: words,
        name: words,
        operator: z.enum(['>=', '>', '=', '<=', '<']),
        target: z.number().check(z.positive('phải lớn hơn 0')),
        unit: z.enum(['%', 'số']),
        milestone: date,
        conflict: z.boolean(),
        quote: words,
        note: z.exactOptional(words),
      }),
    ),
  };
}

/**
 * The value of a file, or an Error that names its first fault.
 * @throws Error «seeds/tasks.json: nhiệm vụ 17, trường deadline: để trống»
 */
export function decodeSeed<T extends z.ZodMiniType>(schema: T, raw: unknown, file: SeedFile): z.output<T> {
  const result = z.safeParse(schema, raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return refuse(file, placeOf(file, raw, issue?.path ?? []), issue ? wordIssue(issue) : 'không đọc được');
}

/** @throws Error always: «seeds/units.json: đơn vị CAX, trường name: …» */
export function refuse(file: SeedFile, place: string, reason: string): never {
  throw new Error(`seeds/${file}.json: ${place}: ${reason}`);
}

/** «nhiệm vụ 17, trường deadline»: by the number or code the entry itself carries, else by its place in the file. */
function placeOf(file: SeedFile, raw: unknown, path: readonly PropertyKey[]): string {
  const [index, ...rest] = path;
  if (file === 'plan' || typeof index !== 'number') return path.length > 0 ? `trường ${path.join('.')}` : 'cả tệp';
  const entry: unknown = Array.isArray(raw) ? raw[index] : undefined;
  const own = (key: string) => {
    const value = typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  };
  const name = {
    tasks: `nhiệm vụ ${own('number') ?? index + 1}`,
    units: `đơn vị ${own('code') ?? index + 1}`,
    indicators: `nhiệm vụ ${own('task') ?? '?'}, chỉ tiêu ${own('id') ?? index + 1}`,
  }[file];
  return rest.length > 0 ? `${name}, trường ${rest.join('.')}` : name;
}

/** Vietnamese words of an issue; the messages written in the schemas pass as they are. */
export function wordIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `thiếu hoặc sai kiểu (cần ${issue.expected})`;
  if (issue.code === 'unrecognized_keys') return `trường lạ «${issue.keys.join('», «')}»`;
  if (issue.code === 'invalid_value') return `phải là một trong: ${issue.values.map(String).join(', ')}`;
  return issue.message;
}
