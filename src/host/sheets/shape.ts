// What a JSON body may contain: reads a value against the field tables (shapes-*.ts) and returns a checked copy of it,
// normalised as Google stores it. Promise: what passes has only known fields of the right type, no field at its default
// (except where the default means something), and every colour in both of its two spellings.
//
// Notation of the tables: `Name field:type …`; s text, b boolean, i integer, d number, mask a field mask, A|B one of these
// words, X a message, [X] a list, {X} a map, - known to Google and not emulated here; a trailing ! marks an output-only
// field (dropped from what is written), a trailing ? a field whose default is kept. A list of words may go over lines.
import { ApiError, NotEmulated } from '../contract.ts';
import { normaliseColours } from './colour.ts';
import { BOOK_SHAPES } from './shapes-book.ts';
import { CELL_SHAPES } from './shapes-cell.ts';
import { CHART_SHAPES } from './shapes-chart.ts';
import { REQUEST_SHAPES } from './shapes-request.ts';

/** A JSON object of which nothing is known yet but that it is one. */
export type Message = Record<string, unknown>;

export type FieldType =
  | { readonly kind: 'text' | 'boolean' | 'integer' | 'number' | 'absent' }
  | { readonly kind: 'word'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'message'; readonly shape: string }
  | { readonly kind: 'list' | 'map'; readonly of: FieldType };

interface Field {
  readonly type: FieldType;
  readonly outputOnly: boolean;
  readonly keepsDefault: boolean;
}

export interface Shape {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Names of colour fields that have a twin «…Style». */
  readonly colours: readonly string[];
}

/** Where a value is in the body, innermost first; printed only when something is wrong. */
interface ValuePath {
  readonly parent: ValuePath | undefined;
  readonly step: string;
}

/** Messages of which at most one field may be set. */
const ONE_OF = new Set(['Request', 'ExtendedValue']);

/** How errors name a message's type in full. */
const TYPES = 'type.googleapis.com/google.apps.sheets.v4.';
const FULL_NAMES: Readonly<Record<string, string>> = { Request: 'BatchUpdateSpreadsheetRequest.Request' };

const SCALARS: Readonly<Record<string, FieldType>> = {
  s: { kind: 'text' },
  mask: { kind: 'text' },
  b: { kind: 'boolean' },
  i: { kind: 'integer' },
  d: { kind: 'number' },
  '-': { kind: 'absent' },
};

let table: Map<string, Shape> | undefined;

/** The shape of that name; an unknown name is our bug. */
export function shapeOf(name: string): Shape {
  table ??= readTables([BOOK_SHAPES, CELL_SHAPES, CHART_SHAPES, REQUEST_SHAPES]);
  const found = table.get(name);
  if (!found) throw new Error(`no shape ${name}`);
  return found;
}

/**
 * A checked and normalised copy of a message. `at` is the place the errors name («requests[0]», empty for the body).
 * Throws ApiError 400 in Google's words, NotEmulated for fields the host knows of and lacks.
 */
export function readMessage<T>(name: string, value: unknown, at = ''): T {
  return readShape(shapeOf(name), value, at === '' ? undefined : { parent: undefined, step: at }) as T;
}

function readTables(texts: readonly string[]): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const block of texts
    .join('')
    .replace(/\|\s+/gu, '|')
    .split(/\n(?=[A-Z])/u)) {
    const [name, ...rest] = block.trim().split(/\s+/u);
    if (!name) continue;
    const fields = new Map(rest.map(readField));
    const colours = [...fields.keys()].filter((key) => fields.has(`${key}Style`));
    shapes.set(name, { name, fields, colours });
  }
  return shapes;
}

function readField(text: string): [string, Field] {
  const colon = text.indexOf(':');
  const type = text.slice(colon + 1);
  return [
    text.slice(0, colon),
    {
      type: readType(type.replace(/[!?]+$/u, '')),
      outputOnly: /!\??$/u.test(type),
      keepsDefault: type.endsWith('?'),
    },
  ];
}

function readType(text: string): FieldType {
  if (text.startsWith('[')) return { kind: 'list', of: readType(text.slice(1, -1)) };
  if (text.startsWith('{')) return { kind: 'map', of: readType(text.slice(1, -1)) };
  const scalar = SCALARS[text];
  if (scalar) return scalar;
  if (text.includes('|')) return { kind: 'word', words: new Set(text.split('|')) };
  return { kind: 'message', shape: text };
}

function readShape(shape: Shape, value: unknown, place: ValuePath | undefined): Message {
  if (!isMessage(value)) {
    throw new ApiError(
      400,
      `Invalid value at '${print(place)}' (${TYPES}${FULL_NAMES[shape.name] ?? shape.name}), ${JSON.stringify(value) ?? 'undefined'}`,
    );
  }
  const out: Message = {};
  let set: string | undefined;
  for (const [key, raw] of Object.entries(value)) {
    if (raw === undefined || raw === null) continue;
    const field = shape.fields.get(key);
    if (!field) {
      const where = place ? ` at '${print(place)}'` : '';
      throw new ApiError(400, `Invalid JSON payload received. Unknown name "${key}"${where}: Cannot find field.`);
    }
    const read = readValue(field.type, raw, { parent: place, step: key });
    if (field.outputOnly) continue;
    if (ONE_OF.has(shape.name)) {
      if (set !== undefined) {
        throw new ApiError(
          400,
          `Invalid value at '${print(place)}' (oneof), oneof field '${set}' is already set. Cannot set '${key}'`,
        );
      }
      set = key;
    }
    if (field.keepsDefault || !isDefault(read)) out[key] = read;
  }
  if (shape.name === 'ColorStyle' || shape.colours.length > 0) normaliseColours(out, shape.colours);
  return out;
}

function readValue(type: FieldType, raw: unknown, place: ValuePath): unknown {
  switch (type.kind) {
    case 'absent':
      throw new NotEmulated(`${print(place)} is not emulated by the local host`);
    case 'text':
      if (typeof raw === 'string') return raw;
      throw wrong(place, 'TYPE_STRING', raw);
    case 'boolean':
      if (typeof raw === 'boolean') return raw;
      throw wrong(place, 'TYPE_BOOL', raw);
    case 'integer':
      return (
        readNumber(raw, (n) => Number.isInteger(n) && Math.abs(n) < 2 ** 31) ?? fail(wrong(place, 'TYPE_INT32', raw))
      );
    case 'number':
      return readNumber(raw, Number.isFinite) ?? fail(wrong(place, 'TYPE_DOUBLE', raw));
    case 'word':
      if (typeof raw === 'string' && type.words.has(raw)) return raw.endsWith('_UNSPECIFIED') ? '' : raw;
      throw wrong(place, 'TYPE_ENUM', raw);
    case 'message':
      return readShape(shapeOf(type.shape), raw, place);
    case 'list':
      if (!Array.isArray(raw)) throw wrong(place, 'TYPE_LIST', raw);
      return raw.map((item, index) => readValue(type.of, item ?? {}, { parent: place, step: `[${index}]` }));
    case 'map':
      if (!isMessage(raw)) throw wrong(place, 'TYPE_MAP', raw);
      return Object.fromEntries(
        Object.entries(raw).map(([key, item]) => [key, readValue(type.of, item, { parent: place, step: key })]),
      );
  }
}

/** A number, also in quotes: Google takes both. */
function readNumber(raw: unknown, isFit: (n: number) => boolean): number | undefined {
  const n = typeof raw === 'string' && /^-?\d+(?:\.\d+)?$/u.test(raw) ? Number(raw) : raw;
  return typeof n === 'number' && isFit(n) ? n : undefined;
}

function fail(error: Error): never {
  throw error;
}

export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDefault(value: unknown): boolean {
  return value === '' || value === 0 || value === false || (Array.isArray(value) && value.length === 0);
}

function wrong(place: ValuePath, type: string, raw: unknown): ApiError {
  return new ApiError(400, `Invalid value at '${print(place)}' (${type}), ${JSON.stringify(raw) ?? 'undefined'}`);
}

/** «requests[0].update_cells.rows[2]»: Google names fields in snake case here. */
function print(place: ValuePath | undefined): string {
  if (!place) return '';
  const step = place.step.startsWith('[') || !place.parent ? place.step : `.${place.step}`;
  return print(place.parent) + step.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
