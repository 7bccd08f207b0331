// The local host in Node: real formulas, V8 contexts, and nothing of Google.
import type { Formulas } from '../host/contract.ts';
import { Evaluated } from '../host/evaluated.ts';
import { createFormulas } from '../host/formulas/formulas.ts';
import { createHost, type Host, type HostOptions } from '../host/host.ts';
import type { Realm } from '../host/realm.ts';
import { createSheets } from '../host/sheets/sheets.ts';
import { loadIronCalc } from './ironcalc.ts';
import { officeConvert } from './libreoffice/convert.ts';
import { nodeRealm } from './realm.ts';

let shared: { readonly formulas: Formulas; readonly realm: Realm; readonly evaluated: Evaluated } | undefined;

interface NodeHostOptions extends Omit<HostOptions, 'sheets' | 'realm' | 'evaluated'> {
  /** False where the scripts are the program's own, which keeps nothing between runs (held in `test/app/idle-clock.test.ts`). */
  readonly remembers?: boolean;
}

/** A host on this machine. All hosts of a process share compiled scripts and calculated workbooks, which are what they are by content alone. */
export function createNodeHost({ remembers = true, ...options }: NodeHostOptions): Host {
  shared ??= { formulas: createFormulas(loadIronCalc()), realm: nodeRealm(), evaluated: new Evaluated() };
  const { formulas, realm } = shared;
  return createHost({
    convert: officeConvert,
    ...options,
    realm,
    evaluated: remembers ? undefined : shared.evaluated,
    sheets: (world, sharing) => createSheets(world, sharing, formulas),
  });
}
