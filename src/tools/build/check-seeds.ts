// The seeds on disk, checked: the build calls this first, so that a broken seed stops it with the task's number and field.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeSeeds, type Seeds } from '../../core/plan.ts';

/**
 * Reads and checks plan.json, tasks.json, units.json and indicators.json of a directory.
 * @throws Error «seeds/tasks.json: nhiệm vụ 17, trường deadline: …»; for a file that is no JSON, the entry at which it breaks.
 */
export function checkSeeds(directory: string): Seeds {
  return decodeSeeds({
    plan: readSeed(directory, 'plan'),
    tasks: readSeed(directory, 'tasks'),
    units: readSeed(directory, 'units'),
    indicators: readSeed(directory, 'indicators'),
  });
}

function readSeed(directory: string, name: keyof Seeds): unknown {
  const text = readFileSync(join(directory, `${name}.json`), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`seeds/${name}.json: ${placeOf(text, error)}không phải JSON: ${String(error)}`);
  }
}

/** «sau nhiệm vụ 16: », counted up to the place the parser names; nothing where it names none. */
function placeOf(text: string, error: unknown): string {
  const position = Number(/position (\d+)/u.exec(String(error))?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return '';
  const read = text.slice(0, position);
  const entries = [...read.matchAll(/"(number|code|id)": *"?([^",\s]+)/gu)];
  const [, key, value] = entries[entries.length - 1] ?? [];
  const line = `dòng ${read.split('\n').length}`;
  if (value === undefined) return `${line}, `;
  return `${line}, ${key === 'number' ? 'nhiệm vụ ' : ''}${value}: `;
}
