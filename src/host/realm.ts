// Where scripts run: what the host asks of the machine it is on. Node and the browser each have their own.

/** The constructors of a realm, so that what the host hands over is made of the realm's own stuff. */
export interface Intrinsics {
  readonly Object: ObjectConstructor;
  readonly Array: ArrayConstructor;
  readonly Error: ErrorConstructor;
  readonly Date: DateConstructor;
  readonly Proxy: ProxyConstructor;
  readonly Math: Math;
  readonly Intl: typeof Intl;
  readonly JSON: JSON;
}

/** A bare global object that has what Apps Script's V8 has and nothing else: no timers, fetch, URL, TextEncoder, process. */
export interface RealmContext {
  /**
   * Runs code as a top-level script, as a .gs file runs, and gives its completion value; what it throws is the realm's own.
   * Promise callbacks that are due have run when it returns, where the machine can do that.
   */
  evaluate(code: string, fileName: string): unknown;
}

export interface Realm {
  /** A fresh context: the script is evaluated anew for every run, as on Google, but for what `Evaluated` keeps. */
  open(): RealmContext;
}

/** The constructors of a context. */
export function intrinsicsOf(context: RealmContext): Intrinsics {
  return context.evaluate('({ Object, Array, Error, Date, Proxy, Math, Intl, JSON })', 'realm') as Intrinsics;
}
