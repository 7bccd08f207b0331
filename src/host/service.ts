// What a service is made of inside the host, before it crosses into the script's realm: objects with methods, constants,
// and plain values. A service file builds these; `border.ts` shows them to the script.
import { GoogleError } from './errors.ts';

/** What a method may take and give back. Dates and byte arrays cross the border as the realm's own. */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  | Date
  | Constant
  | ServiceObject
  | readonly Value[]
  | { readonly [key: string]: Value };

/** One value of an enumeration, as `ScriptApp.AuthMode.FULL`: an object in Apps Script, not a string. */
export class Constant {
  constructor(
    readonly type: string,
    readonly name: string,
  ) {}
}

const constants = new Map<string, Constant>();

/** The one constant of that type and name. */
export function constant(type: string, name: string): Constant {
  const key = `${type}.${name}`;
  const known = constants.get(key) ?? new Constant(type, name);
  constants.set(key, known);
  return known;
}

/** An enumeration as the property of a service. */
export function enumeration(type: string, names: readonly string[]): ServiceObject {
  return new ServiceObject({
    service: type,
    properties: Object.fromEntries(names.map((name) => [name, constant(type, name)])),
  });
}

/** The bytes and the name of a blob, changed in place by `setName` and its like. */
export interface BlobContent {
  name: string | null;
  contentType: string | null;
  bytes: Uint8Array;
}

/** What an object stands for, where another service takes it as an argument. */
export type Payload =
  | { kind: 'blob'; blob: BlobContent }
  | { kind: 'trigger'; id: string }
  | { kind: 'spreadsheet'; fileId: string };

export interface Method {
  /** True for what reaches Google and moves data. */
  readonly remote?: boolean;
  /** Scopes of which one must be granted; none: free, also in simple triggers. */
  readonly scopes?: readonly string[];
  /** May be called in simple triggers though it has scopes: what stays inside the bound file. */
  readonly limited?: boolean;
  readonly effect: (args: Args) => Value;
}

export class ServiceObject {
  readonly service: string;
  readonly methods: Readonly<Record<string, Method>>;
  /** Constants and nested services; the script reads them without a call. */
  readonly properties: Readonly<Record<string, Value>>;
  /** What the object is, for the log: a range in A1 notation. */
  readonly on: string | undefined;
  readonly payload: Payload | undefined;

  constructor(parts: {
    service: string;
    methods?: Readonly<Record<string, Method>>;
    properties?: Readonly<Record<string, Value>>;
    on?: string;
    payload?: Payload;
  }) {
    this.service = parts.service;
    this.methods = parts.methods ?? {};
    this.properties = parts.properties ?? {};
    this.on = parts.on;
    this.payload = parts.payload;
  }
}

/** True for a list among values. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** True for a plain object among values. */
export function isRecord(value: Value): value is { readonly [key: string]: Value } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isList(value) &&
    !(value instanceof Date || value instanceof Constant || value instanceof ServiceObject)
  );
}

/** The arguments of one call, read with Google's complaint where they do not fit. */
export class Args {
  constructor(
    readonly values: readonly Value[],
    private readonly method: string,
  ) {}

  get length(): number {
    return this.values.length;
  }

  /** Google's error for arguments no signature of the method takes. */
  mismatch(): GoogleError {
    const types = this.values.map((value) => (value instanceof Constant ? value.type : describe(value)));
    return new GoogleError(`The parameters (${types.join(',')}) don't match the method signature for ${this.method}.`);
  }

  given(index: number): boolean {
    return this.values[index] !== undefined && this.values[index] !== null;
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value !== 'string') throw this.mismatch();
    return value;
  }

  optionalText(index: number): string | undefined {
    return this.given(index) ? this.text(index) : undefined;
  }

  /** A whole number. */
  integer(index: number): number {
    const value = this.values[index];
    if (typeof value !== 'number' || !Number.isInteger(value)) throw this.mismatch();
    return value;
  }

  optionalInteger(index: number, otherwise: number): number {
    return this.given(index) ? this.integer(index) : otherwise;
  }

  record(index: number): { readonly [key: string]: Value } {
    const value = this.values[index];
    if (!isRecord(value)) throw this.mismatch();
    return value;
  }

  optionalRecord(index: number): { readonly [key: string]: Value } {
    return this.given(index) ? this.record(index) : {};
  }

  list(index: number): readonly Value[] {
    const value = this.values[index];
    if (!isList(value)) throw this.mismatch();
    return value;
  }

  /** A constant of that enumeration; its name. */
  constant(index: number, type: string): string {
    const value = this.values[index];
    if (!(value instanceof Constant) || value.type !== type) throw this.mismatch();
    return value.name;
  }

  blob(index: number): BlobContent {
    const value = this.values[index];
    if (!(value instanceof ServiceObject) || value.payload?.kind !== 'blob') throw this.mismatch();
    return value.payload.blob;
  }
}

function describe(value: Value): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (value instanceof ServiceObject) return value.service;
  if (isList(value)) return 'Object[]';
  return typeof value;
}
