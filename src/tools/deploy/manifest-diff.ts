// Where two manifests differ, field by field, in the words of who reads them: what a script may do is there, not in its code. Pure.

export interface FieldChange {
  /** «webapp.access», «oauthScopes». */
  readonly field: string;
  /** What the field rules. */
  readonly words: string;
  /** As JSON; absent where only the other has it. */
  readonly old?: string;
  readonly new?: string;
}

const WORDS: Readonly<Record<string, string>> = {
  timeZone: 'múi giờ của lịch tự động',
  runtimeVersion: 'bộ chạy mã',
  exceptionLogging: 'nơi ghi lỗi',
  oauthScopes: 'quyền được xin',
  dependencies: 'dịch vụ, thư viện được dùng',
  webapp: 'ứng dụng web: người ngoài chạy được mã bằng một địa chỉ',
  executionApi: 'chương trình khác gọi được mã',
  urlFetchWhitelist: 'địa chỉ bên ngoài được gọi',
  addOns: 'tiện ích bổ sung',
  sheets: 'macro',
};
const OTHER = 'mục lạ';
const WHOLE = '(cả tệp)';

/** Nothing where both mean the same: spelling and order in lists are free. */
export function manifestChanges(before: string, after: string): FieldChange[] {
  const [old, now] = [fieldsIn(before), fieldsIn(after)];
  if (old === undefined || now === undefined) {
    return before === after ? [] : [{ field: WHOLE, words: 'không đọc được', old: before.trim(), new: after.trim() }];
  }
  const fields = [...new Set([...old.keys(), ...now.keys()])].sort();
  return fields.flatMap((field) => changesOf(field, old.get(field) ?? [], now.get(field) ?? []));
}

/** A value that became another, or members of a list that came and went. */
function changesOf(field: string, old: readonly string[], now: readonly string[]): FieldChange[] {
  const words = WORDS[field.split('.')[0] ?? ''] ?? OTHER;
  const gone = old.filter((value) => !now.includes(value));
  const came = now.filter((value) => !old.includes(value));
  const [first] = came;
  if (gone.length === 1 && came.length === 1 && first !== undefined)
    return [{ field, words, old: gone[0] ?? '', new: first }];
  return [
    ...gone.map((value) => ({ field, words, old: value })),
    ...came.map((value) => ({ field, words, new: value })),
  ];
}

/** Values by dotted name: one, or the members of a list. Nothing where it is no object of JSON. */
function fieldsIn(text: string): Map<string, string[]> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map<string, string[]>();
  collect('', value, fields);
  return fields;
}

function collect(name: string, value: unknown, into: Map<string, string[]>): void {
  if (Array.isArray(value)) into.set(name, value.map(canonical).sort());
  else if (typeof value !== 'object' || value === null) into.set(name, [canonical(value)]);
  else if (Object.keys(value).length === 0 && name !== '') into.set(name, ['{}']);
  else for (const [key, inner] of Object.entries(value)) collect(name === '' ? key : `${name}.${key}`, inner, into);
}

/** JSON in which neither spelling nor order tells. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.sort().join()}}`;
}
