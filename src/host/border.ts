// The border between host and script. Results become plain objects, arrays, dates and errors of the script's own realm;
// what the script passes is read and copied, never kept. Service objects cross as stand-ins that know only their methods.
import { Later, NotEmulated, ToldRows } from './contract.ts';
import { GoogleError, RunEnd } from './errors.ts';
import type { Intrinsics } from './realm.ts';
import { Constant, isList, type Method, ServiceObject, type Value } from './service.ts';

/** How the border reaches the host: every call of a method, and every use of what does not exist. */
export interface Gate {
  call(object: ServiceObject, name: string, method: Method, args: Value[]): Value;
  /** Ends the run and throws. */
  fault(error: unknown): never;
}

/** What scripts and engines ask of any object without meaning it. */
const IGNORED = new Set(['then', 'toJSON', 'valueOf', 'constructor', 'inspect', 'nodeType', 'tagName', '$$typeof']);
const DEEPEST = 100;

export class Border {
  private readonly shown = new Map<ServiceObject | Constant, object>();
  private readonly known = new WeakMap<object, ServiceObject | Constant>();

  constructor(
    private readonly realm: Intrinsics,
    private readonly gate: Gate,
  ) {}

  /** A value of the host as the script sees it. */
  toScript(value: Value): unknown {
    if (value === undefined) return null;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof ServiceObject) return this.standIn(value);
    if (value instanceof Constant) return this.constant(value);
    if (value instanceof Date) return new this.realm.Date(value.getTime());
    if (isList(value)) {
      const list = new this.realm.Array<unknown>();
      for (const item of value) list.push(this.toScript(item));
      return list;
    }
    if ((value as unknown) instanceof ToldRows) return this.told(value as unknown as ToldRows);
    const record = new this.realm.Object() as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      const item = value[key];
      if ((item as unknown) instanceof Later) this.defineLater(record, key, item as unknown as Later);
      else if (item !== undefined) record[key] = this.toScript(item);
    }
    return record;
  }

  private told({ texts, laters }: ToldRows): unknown {
    const { JSON: RealmJson, Array: RealmArray } = this.realm;
    const rows = new RealmArray<{ values?: Record<string, unknown>[] }>();
    for (const text of texts) rows.push(RealmJson.parse(text));
    for (const { row, column, later } of laters) {
      const cell = rows[row]?.values?.[column];
      if (cell) this.defineLater(cell, 'effectiveValue', later);
    }
    return rows;
  }

  /**
   * A field that is worked out when it is read, and then is an ordinary one, or none where it came out empty. Until then it is there
   * either way, which only a script that lists fields without reading them can see.
   */
  private defineLater(record: Record<string, unknown>, key: string, later: Later): void {
    const read = (): unknown => {
      const value = this.worked(later) as Value;
      if (value === undefined) {
        delete record[key];
        return undefined;
      }
      const shown = this.toScript(value);
      become(shown);
      return shown;
    };
    const become = (shown: unknown): void => {
      Object.defineProperty(record, key, { value: shown, writable: true, enumerable: true, configurable: true });
    };
    Object.defineProperty(record, key, { get: read, set: become, enumerable: true, configurable: true });
  }

  private worked(later: Later): unknown {
    try {
      return later.value();
    } catch (error) {
      return this.faulty(error);
    }
  }

  /** A copy of what a script passed or returned. Throws GoogleError on functions and the like. */
  fromScript(value: unknown, depth = 0): Value {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') throw new GoogleError(`Cannot convert ${typeof value} to (class).`);
    const alias = this.known.get(value);
    if (alias) return alias;
    if (depth > DEEPEST) throw new GoogleError('Cannot convert an object that contains itself.');
    if (isDate(value)) return new Date(value.getTime());
    if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      return Array.from(value as unknown as ArrayLike<unknown>, (item) => this.fromScript(item, depth + 1));
    }
    const record: Record<string, Value> = {};
    for (const key of Object.keys(value)) {
      const item = (value as Record<string, unknown>)[key];
      if (item !== undefined && typeof item !== 'function') record[key] = this.fromScript(item, depth + 1);
    }
    return record;
  }

  /** An error of the host as one of the script's own. */
  errorToScript(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error);
    const shown = new this.realm.Error(message);
    const name = error instanceof GoogleError ? error.shownName : error instanceof RunEnd ? 'Exception' : 'Error';
    Object.defineProperty(shown, 'name', { value: name, writable: true, configurable: true });
    if (error instanceof GoogleError && error.details) {
      Object.defineProperty(shown, 'details', { value: this.toScript(error.details), enumerable: true });
    }
    return shown;
  }

  private standIn(object: ServiceObject): object {
    const known = this.shown.get(object);
    if (known) return known;
    const functions = new Map<string, unknown>();
    const read = (key: string): unknown => {
      const method = own(object.methods, key);
      if (method) {
        const made = functions.get(key) ?? this.method(object, key, method);
        functions.set(key, made);
        return made;
      }
      if (own(object.properties, key) !== undefined) return this.toScript(object.properties[key]);
      if (key === 'toString') return () => shortName(object.service);
      if (IGNORED.has(key)) return undefined;
      return this.lacking(`${object.service}.${key}`);
    };
    const proxy = new this.realm.Proxy(new this.realm.Object(), {
      get: (_target, key) => (typeof key === 'symbol' ? undefined : read(key)),
      has: (_target, key) =>
        typeof key === 'string' &&
        (own(object.methods, key) !== undefined || own(object.properties, key) !== undefined),
      set: () => false,
    });
    this.shown.set(object, proxy);
    this.known.set(proxy, object);
    return proxy;
  }

  private method(object: ServiceObject, name: string, method: Method): (...args: unknown[]) => unknown {
    return (...args) => {
      try {
        const values = args.map((arg) => this.fromScript(arg));
        return this.toScript(this.gate.call(object, name, method, values));
      } catch (error) {
        throw this.errorToScript(error);
      }
    };
  }

  private lacking(what: string): never {
    return this.faulty(new NotEmulated(what));
  }

  private faulty(fault: unknown): never {
    try {
      return this.gate.fault(fault);
    } catch (error) {
      throw this.errorToScript(error);
    }
  }

  private constant(value: Constant): object {
    const known = this.shown.get(value);
    if (known) return known;
    const object = new this.realm.Object();
    for (const name of ['toString', 'name', 'toJSON']) Object.defineProperty(object, name, { value: () => value.name });
    Object.freeze(object);
    this.shown.set(value, object);
    this.known.set(object, value);
    return object;
  }
}

/** What is in a record itself: `toString` and its like are in none. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.getOwnPropertyDescriptor(record, key) ? record[key] : undefined;
}

/** A date of any realm. */
function isDate(value: object): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function shortName(service: string): string {
  return service.slice(service.lastIndexOf('.') + 1);
}
