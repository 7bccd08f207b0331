// Loads the formula engine in Node, synchronously, from the wasm file of its package.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { IronCalcModule } from '../host/formulas/engine-model.ts';

let loaded = false;

/** The engine, ready to use; loaded once a process. */
export function loadIronCalc(): IronCalcModule {
  if (!loaded) {
    const file = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
    initSync({ module: readFileSync(file) });
    loaded = true;
  }
  return { Model };
}
