// The last hand at a file: notes big enough to read. The library gives every note one size, and the words of ours are longer. Excel takes the size from
// the shape's style where the shape is not anchored to cells.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { WriteSheet } from 'hucre';
import { soundPart } from './sound-parts.ts';

/** In points; a line of Tahoma 9, and how many letters of it one line of the box holds. */
const WIDTH = 190;
const LINE = 12;
const LETTERS = 38;
const MARGIN = 8;
/** The first day a zip file can name, on whatever clock: equal workbooks are equal files. */
const NO_DATE = '1980-01-01T00:00:00';

/** The file with its parts as their schemas have them, and each note's box fitted to its words; `sheets` is what the file was written from. */
export function finished(file: Uint8Array, sheets: readonly WriteSheet[]): Uint8Array {
  const parts = unzipSync(file);
  for (const [name, part] of Object.entries(parts)) {
    if (/\.(?:xml|rels)$/u.test(name)) parts[name] = strToU8(soundPart(strFromU8(part)));
  }
  sheets.forEach(({ cells }, i) => {
    const name = `xl/drawings/vmlDrawing${i + 1}.vml`;
    const drawing = parts[name];
    if (!drawing || !cells) return;
    const textAt = (row: string, column: string) => cells.get(`${row},${column}`)?.comment?.text ?? '';
    parts[name] = strToU8(strFromU8(drawing).replace(/<v:shape .*?<\/v:shape>/gsu, (shape) => sized(shape, textAt)));
  });
  return zipSync(parts, { mtime: new Date(NO_DATE) });
}

function sized(shape: string, textAt: (row: string, column: string) => string): string {
  const [, row = '', column = ''] = /<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>/u.exec(shape) ?? [];
  const lines = textAt(row, column)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 0);
  return shape
    .replace(/<x:Anchor>.*?<\/x:Anchor>/u, '')
    .replace(/width:[\d.]+pt;height:[\d.]+pt/u, `width:${WIDTH}pt;height:${lines * LINE + MARGIN}pt`);
}
