// Workbooks as earlier programs have left them, played once with that program and kept: what this program meets when a commune takes it
// over. Each is a whole file on the local host without the script's code, its log, its mails and the contents of its documents.
//
// 0.2.0: Kỳ 05/2024 closed as bản 1 and corrected as bản 2, Kỳ 06/2024 as bản 0 by the clock, ĐX-2024-01 asked and closed; it is
// 16:30 on 17/06/2024, and the chairman has all of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ROOT } from '../../src/tools/build/root.ts';
import type { Prepared } from '../prepared.ts';

/** A file of that program, each time another one. */
export function writtenBy(program: '0.2.0'): Prepared {
  const packed = readFileSync(join(ROOT, 'test/written-by', `${program}.json.br`));
  return JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Prepared;
}
