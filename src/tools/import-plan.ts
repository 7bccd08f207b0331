// npm run import-plan -- FILE.tsv --year 2025 [--out DIR] [--merged] [--date YYYY-MM-DD] [--number 12/KH-UBND] [--commune "xã …"]
// [--overwrite]: the appendix table of another plan, pasted as text, becomes seeds in a folder of their own, with a list of what a
// person has to mend. Ends with 1 where no table could be read; a list that is not empty is no failure.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readIsoDate } from '../core/calendar.ts';
import { checkSeeds } from './build/check-seeds.ts';
import { endFailed } from './build/end-failed.ts';
import { ROOT } from './build/root.ts';
import { decodeText } from './plan-import/decode-text.ts';
import { describeFindings } from './plan-import/finding.ts';
import { type Imported, importPlan } from './plan-import/import-plan.ts';
import { seedText } from './plan-import/seed-text.ts';

const LIST = 'can-xem.txt';
const USAGE =
  'Cách dùng: npm run import-plan -- TỆP.tsv --year 2025 [--date 2025-02-20] [--number 12/KH-UBND] [--merged] ' +
  '[--commune "xã …"] [--out THƯ-MỤC] [--overwrite]';

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function main(): void {
  const { file, out, overwrite, ...options } = readOptions();
  const imported = importPlan(decodeText(readFileSync(file)), checkSeeds(join(ROOT, 'seeds')), options);
  refuseToOverwrite(out, overwrite);
  const lines = describeFindings(imported.findings);
  write(out, imported, [`Nhập từ ${file}`, summaryOf(imported), ...lines]);
  checkSeeds(out);
  tell(summaryOf(imported));
  for (const line of lines) tell(line);
  tell('');
  const shown = relative(process.cwd(), out) || '.';
  tell(`Đã ghi ${shown}/: plan.json, tasks.json, units.json, indicators.json; danh sách trên ở ${join(shown, LIST)}.`);
}

function summaryOf({ seeds: { plan, tasks, units, indicators } }: Imported): string {
  return `Kế hoạch năm ${plan.year}, ${plan.commune}: ${plan.groups.length} nhóm, ${tasks.length} nhiệm vụ, ${units.length} đơn vị, ${indicators.length} chỉ tiêu.`;
}

/** @throws Error naming what cannot be understood */
function readOptions() {
  const { values, positionals } = parsed();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.year === undefined) throw new Error(USAGE);
  if (!/^20\d\d$/u.test(values.year)) throw new Error(`--year ${values.year}: phải là một năm, ví dụ 2025.`);
  if (values.date !== undefined && readIsoDate(values.date) === undefined)
    throw new Error(`--date ${values.date}: phải là một ngày dạng 2025-02-20.`);
  if (!existsSync(file)) throw new Error(`Không có tệp ${file}.`);
  const { date, number, commune, merged, overwrite } = values;
  return {
    file,
    out: resolve(values.out ?? join(ROOT, 'out', `seeds-${values.year}`)),
    overwrite,
    year: Number(values.year),
    merged,
    ...(date !== undefined && { date }),
    ...(number !== undefined && { number: number.normalize('NFC').trim() }),
    ...(commune !== undefined && { commune: commune.normalize('NFC').trim() }),
  };
}

function parsed() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { year: text, out: text, date: text, number: text, commune: text, merged: flag, overwrite: flag };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
}

/** What is there may have been corrected by hand, and `seeds/` is what the next build takes. */
function refuseToOverwrite(out: string, overwrite: boolean): void {
  if (overwrite || !['plan', 'tasks', 'units', 'indicators'].some((name) => existsSync(join(out, `${name}.json`))))
    return;
  throw new Error(
    `${out} đã có kế hoạch, có thể đã sửa tay; không ghi đè. Dùng --out THƯ-MỤC-KHÁC, hoặc thêm --overwrite.`,
  );
}

function write(out: string, { seeds }: Imported, list: readonly string[]): void {
  mkdirSync(out, { recursive: true });
  for (const [name, value] of Object.entries(seeds)) writeFileSync(join(out, `${name}.json`), seedText(value));
  writeFileSync(join(out, LIST), `${list.join('\n')}\n`);
}

try {
  main();
} catch (cause) {
  endFailed(cause);
}
