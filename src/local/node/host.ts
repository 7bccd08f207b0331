// The local host in Node: real formulas, V8 contexts, and nothing of Google.
import type { Formulas } from '../host/contract.ts';
import { createFormulas } from '../host/formulas/formulas.ts';
import { createHost, type Host, type HostOptions } from '../host/host.ts';
import type { Realm } from '../host/realm.ts';
import { createSheets } from '../host/sheets/sheets.ts';
import { officeConvert } from './convert.ts';
import { loadIronCalc } from './ironcalc.ts';
import { nodeRealm } from './realm.ts';

let shared: { readonly formulas: Formulas; readonly realm: Realm } | undefined;

/** A host on this machine. All hosts of a process share compiled scripts and calculated workbooks, which are what they are by content alone. */
export function createNodeHost(options: Omit<HostOptions, 'sheets' | 'realm'>): Host {
  shared ??= { formulas: createFormulas(loadIronCalc()), realm: nodeRealm() };
  const { formulas, realm } = shared;
  return createHost({
    convert: officeConvert,
    ...options,
    realm,
    sheets: (world, sharing) => createSheets(world, sharing, formulas),
  });
}
