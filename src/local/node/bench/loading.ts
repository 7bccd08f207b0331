// How big the built script is and how long V8 takes to read and run it: what every click, edit and clock run pays first.
import vm from 'node:vm';
import { inMilliseconds, medianTime, type Section } from './table.ts';

const RUNS = 30;

export function loadingSection({ code, bytes }: { readonly code: string; readonly bytes: number }): Section {
  const contexts = Array.from({ length: RUNS }, () => vm.createContext(Object.create(null)));
  const time = medianTime(RUNS, (index) => {
    // V8 keeps what it has compiled by its text: a text of its own each time makes every run a first run.
    new vm.Script(`${code}\n// ${index}`, { filename: 'main.js' }).runInContext(contexts[index] ?? vm.createContext());
  });
  return {
    title: 'dist/main.js',
    lines: [
      { what: 'dung lượng', value: `${Math.round(bytes / 1000)} kB`, budget: '1000 kB' },
      { what: `nạp trong node:vm, trung vị của ${RUNS} lần`, value: inMilliseconds(time), budget: '10 ms' },
    ],
  };
}
