// The local host in Node: real formulas, V8 contexts, and nothing of Google.
import { createFormulas } from '../host/formulas/formulas.ts';
import { createHost, type Host, type HostOptions } from '../host/host.ts';
import { createSheets } from '../host/sheets/sheets.ts';
import { officeConvert } from './convert.ts';
import { loadIronCalc } from './ironcalc.ts';
import { nodeRealm } from './realm.ts';

/** A host on this machine; the formula engine is loaded once a process. */
export function createNodeHost(options: Omit<HostOptions, 'sheets' | 'realm'>): Host {
  const formulas = createFormulas(loadIronCalc());
  return createHost({
    convert: officeConvert,
    ...options,
    realm: nodeRealm(),
    sheets: (world, sharing) => createSheets(world, sharing, formulas),
  });
}
