// The local host in a browser's worker: the same parts as in Node but for the realm, and the formula engine from beside the page.
import initIronCalc, { Model } from '@ironcalc/wasm';
import { createFormulas } from '../../host/formulas/formulas.ts';
import { createHost, type Host, type HostOptions } from '../../host/host.ts';
import { createSheets } from '../../host/sheets/sheets.ts';
import { functionRealm } from './realm.ts';

/** Makes hosts, once the formula engine is loaded from `wasm`. */
export async function hostMaker(wasm: URL): Promise<(options: Pick<HostOptions, 'clock' | 'seed' | 'state'>) => Host> {
  await initIronCalc({ module_or_path: wasm });
  const realm = functionRealm();
  return (options) => {
    const formulas = createFormulas({ Model });
    return createHost({ ...options, realm, sheets: (world, sharing) => createSheets(world, sharing, formulas) });
  };
}
