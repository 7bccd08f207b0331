// Whether a value that was read from a cell has the shape its type says: small predicates, put together.

export type Is<T> = (value: unknown) => value is T;

/** Undefined where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isText: Is<string> = (value) => typeof value === 'string';
export const isNumber: Is<number> = (value) => typeof value === 'number';
export const isFlag: Is<boolean> = (value) => typeof value === 'boolean';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf<T>(is: Is<T>): Is<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(is);
}

export function recordOf<T>(is: Is<T>): Is<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isRecord(value) && Object.values(value).every(is);
}

/** Every field has its kind; other fields do not matter. */
export function shapeOf<T extends object>(fields: { readonly [K in keyof T]: Is<T[K]> }): Is<T> {
  const checks: [string, Is<unknown>][] = Object.entries(fields);
  return (value): value is T => isRecord(value) && checks.every(([key, is]) => is(value[key]));
}

export function optional<T>(is: Is<T>): Is<T | undefined> {
  return (value): value is T | undefined => value === undefined || is(value);
}
