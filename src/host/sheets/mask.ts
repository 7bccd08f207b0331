// Field masks: «sheets(properties(sheetId,title),data.rowData.values/userEnteredValue)», `*` for all. Read against the
// shapes, so that a misspelt path is an error and not silence. `project` picks what a mask names, `overlay` writes it.
import { ApiError } from '../contract.ts';
import { type FieldType, isMessage, type Message, type Shape, shapeOf } from './shape.ts';

/** Either everything below, or these fields. */
export type Mask = 'all' | { readonly [field: string]: Mask };

/** Reads the mask of a response over a message of that shape. `bad` is the error for a path that is not there. */
export function readMask(text: string, shapeName: string, bad: (path: string) => ApiError): Mask {
  return new MaskParser(text, bad, false).list(shapeOf(shapeName));
}

/**
 * Reads the `fields` of an update over a message of that shape; naming one of two twin colour fields names both.
 * Throws ApiError 400 where it is missing or a path is not there.
 */
export function readUpdateMask(fields: string | undefined, shapeName: string): Mask {
  if (fields === undefined || fields.trim() === '') {
    throw new ApiError(400, "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const bad = (path: string) => new ApiError(400, `Invalid field: ${path}`);
  return new MaskParser(fields, bad, true).list(shapeOf(shapeName));
}

class MaskParser {
  private position = 0;
  constructor(
    private readonly text: string,
    private readonly bad: (path: string) => ApiError,
    private readonly paired: boolean,
  ) {}

  list(shape: Shape | undefined): Mask {
    const mask = this.selections(shape, '');
    if (this.position < this.text.length) throw this.refuse(this.text);
    return mask;
  }

  private selections(shape: Shape | undefined, path: string): Mask {
    let all = false;
    const fields: { [field: string]: Mask } = {};
    do {
      const name = this.name();
      if (name === '*') all = true;
      else {
        const here = path === '' ? name : `${path}.${name}`;
        const field = shape?.fields.get(name);
        if (shape && !field) throw this.refuse(here);
        const below = this.below(field && inner(field.type), here);
        for (const twin of this.twins(shape, name)) fields[twin] = union(fields[twin], twin === name ? below : 'all');
      }
    } while (this.take(','));
    return all ? 'all' : fields;
  }

  private below(type: FieldType | undefined, path: string): Mask {
    const shape = type?.kind === 'message' ? shapeOf(type.shape) : undefined;
    const open = type === undefined || type.kind === 'absent' || type.kind === 'map';
    if (this.take('(')) {
      if (!shape && !open) throw this.refuse(path);
      const mask = this.selections(shape, path);
      if (!this.take(')')) throw this.refuse(this.text);
      return mask;
    }
    if (!this.take('.') && !this.take('/')) return 'all';
    if (!shape && !open) throw this.refuse(`${path}.${this.name()}`);
    const name = this.name();
    if (name === '*') return 'all';
    const field = shape?.fields.get(name);
    if (shape && !field) throw this.refuse(`${path}.${name}`);
    const mask = this.below(field && inner(field.type), `${path}.${name}`);
    return Object.fromEntries(this.twins(shape, name).map((twin) => [twin, twin === name ? mask : 'all']));
  }

  private name(): string {
    const match = /^\s*(\*|[A-Za-z0-9_]+)\s*/u.exec(this.text.slice(this.position));
    if (!match?.[1]) throw this.refuse(this.text);
    this.position += match[0].length;
    return match[1];
  }

  private take(sign: string): boolean {
    if (this.text[this.position] !== sign) return false;
    this.position += 1;
    return true;
  }

  private twins(shape: Shape | undefined, name: string): string[] {
    if (!shape || !this.paired) return [name];
    if (shape.colours.includes(name)) return [name, `${name}Style`];
    const plain = name.replace(/Style$/u, '');
    return plain !== name && shape.colours.includes(plain) ? [name, plain] : [name];
  }

  private refuse(path: string): ApiError {
    return this.bad(path);
  }
}

/** The type a path goes on in: lists are walked through, maps by their keys. */
function inner(type: FieldType): FieldType {
  return type.kind === 'list' ? inner(type.of) : type;
}

function union(a: Mask | undefined, b: Mask): Mask {
  if (a === undefined || b === 'all') return b;
  if (a === 'all') return a;
  const out: { [field: string]: Mask } = { ...a };
  for (const [key, mask] of Object.entries(b)) out[key] = union(out[key], mask);
  return out;
}

/** The part of a mask below a field, undefined where the mask does not reach it. */
export function maskBelow(mask: Mask | undefined, ...path: readonly string[]): Mask | undefined {
  let here = mask;
  for (const step of path) {
    if (here === undefined || here === 'all') return here;
    here = here[step];
  }
  return here;
}

/**
 * A copy of what the mask names of a value, sharing nothing with it; lists keep their length, messages that come out empty stay
 * as {}, fields without a value are left out.
 */
export function project(value: unknown, mask: Mask): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  const message = value as Message;
  const out: Message = {};
  for (const key in mask === 'all' ? message : mask) {
    const field = message[key];
    if (field !== undefined) out[key] = project(field, mask === 'all' ? mask : (mask[key] ?? 'all'));
  }
  return out;
}

/**
 * A copy of `target` in which every field the mask names is as in `source`: replaced, or cleared where `source` has none.
 * Fields the mask does not name stay. Messages left empty are dropped. Nothing given is changed.
 */
export function overlay<T extends object>(target: T | undefined, source: T | undefined, mask: Mask): T {
  if (mask === 'all') return { ...source } as T;
  const out = { ...target } as Message;
  const from = (source ?? {}) as Message;
  for (const [key, below] of Object.entries(mask)) {
    let next = from[key];
    if (below !== 'all') next = overlay(asMessage(out[key]), asMessage(next), below);
    if (next === undefined || (below !== 'all' && isMessage(next) && Object.keys(next).length === 0)) delete out[key];
    else out[key] = next;
  }
  return out as T;
}

function asMessage(value: unknown): Message | undefined {
  return isMessage(value) ? value : undefined;
}
