// What a scenario leaves beside what a month leaves: what came of each step, the looks, «Nhật ký» and «Sổ báo cáo» as rows.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JOURNAL, LEDGER } from '../../sheet/layout/growing.ts';
import type { Stage } from '../month/stage.ts';
import { byHeading, displayedTab } from './displayed.ts';
import type { Played } from './player.ts';

/** By the ids the program chose for them: a renamed tab is found too. */
const ROWS = { 'journal.json': JOURNAL, 'ledger.json': LEDGER } as const;

/** Writes DIR/said.json, looks/*.json, journal.json, ledger.json; what was written, in Vietnamese. */
export async function writeCame(
  { host, fileId }: Stage,
  { said, looks }: Played,
  directory: string,
): Promise<string[]> {
  // What an earlier scenario left must not pass for this one's.
  for (const name of ['looks', 'report.json']) await rm(join(directory, name), { recursive: true, force: true });
  await mkdir(join(directory, 'looks'), { recursive: true });
  const written: string[] = [];
  const put = async (name: string, content: unknown, what: string) => {
    const path = join(directory, name);
    await writeFile(path, `${JSON.stringify(content, null, 1)}\n`);
    written.push(`${path}: ${what}`);
  };
  const refused = said.filter(({ outcome }) => outcome !== 'done').length;
  await put('said.json', said, `${said.length} việc, ${refused} việc bị từ chối hoặc hỏng`);
  for (const [name, tabs] of looks) await put(`looks/${name}.json`, tabs, 'bảng như người xem thấy lúc đó');
  for (const [name, { sheetId }] of Object.entries(ROWS)) {
    const rows = byHeading(displayedTab(host, fileId, sheetId) ?? []);
    await put(name, rows, `${rows.length} dòng`);
  }
  return written;
}
