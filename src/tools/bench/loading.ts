// How long V8 takes to read and run the built script: what every click, edit and clock run pays first. Shown as a multiple of
// zod/mini alone, bundled the same way and measured in turns with it: that number is the same on a fast and on a slow machine.
import vm from 'node:vm';
import { build } from 'esbuild';
import { inMilliseconds, middle, type Section } from './table.ts';

const ROUNDS = 31;
/** What schemas here are made of. */
const PARTS =
  'strictObject array string number boolean literal enum exactOptional refine regex positive minLength lte gte int';

export async function loadingSection(root: string, code: string): Promise<Section> {
  const zod = await zodAlone(root);
  const texts = { zod, script: code, useCases: `${code}\ndeeds_();` };
  const times: Record<keyof typeof texts, number[]> = { zod: [], script: [], useCases: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['zod', 'script', 'useCases'] as const) times[name].push(timeOf(texts[name], round));
  }
  const base = middle(times.zod);
  const line = (what: string, time: number) => ({
    what,
    value: `${inMilliseconds(time)} (×${(time / base).toFixed(1)})`,
  });
  return {
    title: `dist/main.js in a bare V8 context, median of ${ROUNDS}; × zod/mini alone (shown, not checked)`,
    lines: [
      line(`zod/mini alone, ${Math.round(zod.length / 1000)} kB`, base),
      line('loaded, as at every keystroke', middle(times.script)),
      line('loaded and the useCases made, as at every click', middle(times.useCases)),
    ],
  };
}

/** V8 keeps what it has compiled by its text: a text of its own each time makes every run a first run. */
function timeOf(text: string, round: number): number {
  const context = vm.createContext(Object.create(null));
  const from = performance.now();
  new vm.Script(`${text}\n// ${round}`, { filename: 'main.js' }).runInContext(context);
  return performance.now() - from;
}

async function zodAlone(root: string): Promise<string> {
  const parts = PARTS.split(' ').map((name) => `z.${name}`);
  const built = await build({
    stdin: {
      contents: `import * as z from 'zod/mini'; globalThis.parts = [${parts.join(', ')}];`,
      resolveDir: root,
    },
    bundle: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  });
  return built.outputFiles[0]?.text ?? '';
}
