// Backups that people and programs have been at: whatever of the entries is not what it was is told by name, and a text that is read
// as a day or a number is that day and that number. What the file's own copies prove lost is in the first line.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { look } from '../../../src/app/observe.ts';
import { civilOf, formatDay, formatTime } from '../../../src/core/calendar.ts';
import { resolvePlan } from '../../../src/core/resolve-plan.ts';
import type { Spreadsheet } from '../../../src/host/contract.ts';
import { readWorkbookFile } from '../../../src/host/workbook-file/read-workbook-file.ts';
import { workbookFile } from '../../../src/host/workbook-file/workbook-file.ts';
import { headedColumns } from '../../../src/sheet/reading/recognise-tabs.ts';
import { decodeSnapshot } from '../../../src/sheet/reading/snapshot.ts';
import { bundleAddin } from '../../../src/tools/build/bundle.ts';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { compareWithCopies } from '../../../src/tools/restore/compare-copies.ts';
import {
  comparedLines,
  lookAgainLine,
  lostContent,
  readTexts,
  unreadTexts,
} from '../../../src/tools/restore/content-lines.ts';
import { identify } from '../../../src/tools/restore/identify.ts';
import { mendBook } from '../../../src/tools/restore/mend-book.ts';
import { restoreFile } from '../../../src/tools/restore/restore-file.ts';
import { plays } from '../../hunt.ts';
import { bookOf, closedMonths, contentOf, type Sheet, sheetOf } from './closed-months.ts';

type Value = GoogleAppsScript.Sheets.Schema.ExtendedValue;

const SEEDS = checkSeeds(join(ROOT, 'seeds'));
const PLAN = resolvePlan(SEEDS);
const book = bookOf(closedMonths());
const { book: sound } = await readWorkbookFile(await workbookFile(book));

const titled = ({ sheets = [] }: Spreadsheet, title: string): Sheet | undefined =>
  sheets.find(({ properties }) => properties?.title === title);
const valueAt = (of: Spreadsheet, title: string, row: number, column: number): Value | undefined =>
  titled(of, title)?.data?.[0]?.rowData?.[row]?.values?.[column]?.userEnteredValue;

/** Only the cells are copied, which are what is damaged. */
const copyOf = (of: Spreadsheet, title: string): Spreadsheet => ({
  ...of,
  sheets: (of.sheets ?? []).map((sheet) =>
    sheet.properties?.title === title
      ? {
          ...sheet,
          data: (sheet.data ?? []).map((grid) => ({
            ...grid,
            rowData: (grid.rowData ?? []).map((row) => ({ ...row, values: [...(row.values ?? [])] })),
          })),
        }
      : sheet,
  ),
});

function put(of: Spreadsheet, title: string, row: number, column: number, value: Value | undefined): void {
  const values = titled(of, title)?.data?.[0]?.rowData?.[row]?.values;
  if (!values) throw new Error(`${title} ${row}`);
  while (values.length <= column) values.push({});
  const { userEnteredValue: _, ...rest } = values[column] ?? {};
  values[column] = { ...rest, ...(value ? { userEnteredValue: value } : {}) };
}

/** Cells units and CAX fill in, of rows that have been filled in. */
const ENTERED = ['state', 'progress', 'result', 'doneOn', 'evidence', 'difficulty', 'proposal', 'period', 'reportedAt'];
const { tabs } = identify(sound, PLAN);
const columnsOf = (key: string) => {
  const found = tabs.find(({ declared }) => declared.key === key);
  if (!found || found.declared.kind === 'fixed') throw new Error(key);
  const { columns } = found.declared;
  return headedColumns(found).flatMap(({ column: index, key: name }) =>
    columns.flatMap((column) => (name === `${key}.${column.key}` ? [{ index, column }] : [])),
  );
};
const inTasks = columnsOf('tasks');
const codeAt = inTasks.find(({ column }) => column.key === 'code')?.index ?? 0;
const CELLS = (titled(sound, 'Nhiệm vụ')?.data?.[0]?.rowData ?? []).flatMap((_, row) => {
  const code = valueAt(sound, 'Nhiệm vụ', row, codeAt)?.stringValue ?? '';
  if (!['II.05', 'II.07', 'II.24', 'II.25'].includes(code)) return [];
  return inTasks
    .filter(({ column: { key } }) => [...ENTERED, 'extension', 'estimate'].includes(key))
    .map(({ index, column }) => ({ row, index, code, heading: column.heading }));
});

/** What programs and people make of a number that is a day or a share, and of any value. */
const US = (serial: number) => {
  const { year, month, day } = civilOf(serial);
  const minutes = Number.isInteger(serial) ? '' : ` ${formatTime(serial)}`;
  return `${month}/${day}/${year}${minutes}`;
};
const VN = (serial: number) => `${formatDay(serial)}${Number.isInteger(serial) ? '' : ` ${formatTime(serial)}`}`;
const isDay = (value: Value | undefined): value is { numberValue: number } => (value?.numberValue ?? 0) > 36_526;
const text = (stringValue: string): Value => ({ stringValue });

const DAMAGES: Readonly<Record<string, (value: Value | undefined) => Value | undefined>> = {
  emptied: () => undefined,
  'by month first': (value) => (isDay(value) ? text(US(value.numberValue)) : value),
  'by day first': (value) => (isDay(value) ? text(VN(value.numberValue)) : value),
  'the serial number': (value) => (isDay(value) ? text(String(value.numberValue)) : value),
  'whole per cent': (value) =>
    value?.numberValue !== undefined && value.numberValue <= 1
      ? text(`${Math.round(value.numberValue * 100)}%`)
      : value,
  'a word': () => text('xem sau'),
  'half of it': (value) =>
    value?.stringValue ? text(value.stringValue.slice(0, value.stringValue.length / 2)) : value,
  'a number': (value) => (value?.stringValue ? { numberValue: 123 } : value),
  'another day': (value) => (isDay(value) ? { numberValue: value.numberValue + 30 } : value),
};

/** The report's parts about content, of a workbook as a file gave it. */
function told(damaged: Spreadsheet) {
  const { book: mended, texts } = mendBook(damaged, PLAN);
  const compared = compareWithCopies(look(decodeSnapshot(identify(mended, PLAN).book), PLAN), PLAN);
  const lines = [...unreadTexts(texts), ...comparedLines(compared, texts)];
  const again = lookAgainLine(compared, texts, []);
  return { mended, texts, lines, again, read: readTexts(texts), lost: lostContent(compared, texts) };
}

const isEqual = (a: Value | undefined, b: Value | undefined): boolean =>
  a?.numberValue !== undefined && b?.numberValue !== undefined
    ? Math.abs(a.numberValue - b.numberValue) < (isDay(b) ? 1 / 1440 : 1e-9)
    : JSON.stringify(a) === JSON.stringify(b);

describe('entries damaged at random', () => {
  test('a sound file has nothing to tell', () => {
    const { lines, read, lost } = told(sound);
    expect(lines).toEqual([
      expect.stringMatching(
        /^Đã so từng ô đã nhập ở tab Nhiệm vụ, Chỉ tiêu với .*Kỳ 06\/2024, bản 1 .*: ô nào cũng đúng như bản chép mới nhất\. Tab Cấu hình/u,
      ),
    ]);
    expect([...read, ...lost]).toEqual([]);
  });

  test('two texts that changed places are told once, among what is lost; one alone is to be looked at', () => {
    const long = CELLS.flatMap((cell) => {
      const value = valueAt(sound, 'Nhiệm vụ', cell.row, cell.index);
      return (value?.stringValue?.length ?? 0) > 12 && cell.heading === 'Kết quả trong kỳ' ? [{ ...cell, value }] : [];
    });
    const [one, other] = long;
    if (!one || !other) throw new Error('no two results');
    const damaged = copyOf(sound, 'Nhiệm vụ');
    put(damaged, 'Nhiệm vụ', one.row, one.index, other.value);
    const copied = told(damaged);
    expect(copied.lost).toEqual([]);
    expect(copied.again).toContain(`«Nhiệm vụ» ${one.code}, ${one.heading}`);
    put(damaged, 'Nhiệm vụ', other.row, other.index, one.value);
    const swapped = told(damaged);
    expect(swapped.lost.join()).toContain('2 ô ghi nội dung của ô khác');
    expect(swapped.again).toBeUndefined();
  });

  test('every damaged cell is as it was, or named; what was emptied is in the first line', () => {
    const damage = fc.record({ at: fc.nat(CELLS.length - 1), kind: fc.constantFrom(...Object.keys(DAMAGES)) });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
        const damaged = copyOf(sound, 'Nhiệm vụ');
        for (const { at, kind } of damages) {
          const { row, index } = CELLS[at] ?? { row: 0, index: 0 };
          put(damaged, 'Nhiệm vụ', row, index, DAMAGES[kind]?.(valueAt(sound, 'Nhiệm vụ', row, index)));
        }
        const { mended, lines, read, lost } = told(damaged);
        for (const { at } of damages) {
          const { row, index, code, heading } = CELLS[at] ?? { row: 0, index: 0, code: '', heading: '' };
          const place = `«Nhiệm vụ» ${code}, ${heading}:`;
          const [was, file, now] = [sound, damaged, mended].map((one) => valueAt(one, 'Nhiệm vụ', row, index));
          const isNamed = lines.some((line) => line.startsWith(place));
          if (!isEqual(now, was) && (was?.boolValue ?? true)) expect([place, isNamed]).toEqual([place, true]);
          // Read: said so, and never another number.
          if (!isEqual(now, file)) expect(read.filter((line) => line.startsWith(place))).toHaveLength(1);
          if (file === undefined && was !== undefined && was.boolValue !== false) {
            expect(lost.join('; ')).toContain('ô trống mà bản chép mới nhất trong tệp còn ghi');
          }
        }
      }),
      plays(15),
    );
  });
});

/** Days and moments of these tabs, where they stand. */
function daysIn(titles: readonly string[]) {
  return tabs.flatMap(({ declared, tab }) => {
    if (declared.kind === 'fixed' || !titles.includes(tab.title)) return [];
    const columns = columnsOf(declared.key).filter(
      ({ column: { format, writer } }) => (format === 'date' || format === 'moment') && writer !== 'formula',
    );
    return columns.flatMap(({ index, column }) =>
      tab.rows.flatMap((_, row) => {
        const value = valueAt(sound, tab.title, row, index);
        return isDay(value) ? [{ title: tab.title, row, index, column, serial: value.numberValue }] : [];
      }),
    );
  });
}

/** All of them as text. */
function withTexts(write: (serial: number) => string, titles: readonly string[]): Spreadsheet {
  const damaged = structuredClone(sound);
  for (const { title, row, index, serial } of daysIn(titles)) put(damaged, title, row, index, text(write(serial)));
  return damaged;
}

const HELD = ['Nhiệm vụ', 'Bản lưu', 'Lịch sử', 'Sổ báo cáo', 'Nhật ký'];

describe('all days and moments as text', () => {
  test.each([
    { order: 'by month first', write: US, titles: HELD },
    { order: 'by day first', write: VN, titles: HELD },
    { order: 'by month first, in the sheet alone', write: US, titles: ['Nhiệm vụ'] },
    { order: 'by day first, in the copies alone', write: VN, titles: ['Bản lưu', 'Lịch sử'] },
  ])('$order: all are read, each is named, none as another day', ({ write, titles }) => {
    const damaged = withTexts(write, titles);
    const { mended, texts, read, lost } = told(damaged);
    expect(texts.filter((one) => one.read === undefined)).toEqual([]);
    expect(read).toHaveLength(texts.length);
    // What the plan says the sync writes anew.
    expect(texts).toHaveLength(daysIn(titles).filter(({ column }) => column.writer !== 'sync').length);
    expect(lost).toEqual([]);
    for (const { title, row, index } of daysIn(titles)) {
      const [was, now] = [sound, mended].map((one) => valueAt(one, title, row, index));
      expect([title, row, index, isEqual(now, was)]).toEqual([title, row, index, true]);
    }
  });

  test('an only date that reads in two ways stays text, and is named with both', () => {
    const { row, index } = CELLS.find(({ code, heading }) => code === 'II.05' && heading === 'Ngày hoàn thành') ??
      CELLS[0] ?? { row: 0, index: 0 };
    const damaged = structuredClone(sound);
    put(damaged, 'Nhiệm vụ', row, index, text('5/6/2024'));
    const { lines, lost, mended } = told(damaged);
    expect(valueAt(mended, 'Nhiệm vụ', row, index)).toEqual(text('5/6/2024'));
    expect(lines).toContain(
      '«Nhiệm vụ» II.05, Ngày hoàn thành: «5/6/2024» có thể là 05/06/2024 hoặc 06/05/2024; để nguyên là chữ, phải xem và gõ lại',
    );
    expect(lost).toEqual(['1 ô ngày, số đã thành chữ, không đọc chắc được («Nhiệm vụ» II.05, Ngày hoàn thành)']);
  });

  test('a text the unit typed is left as typed: the copies hold it too', () => {
    const damaged = structuredClone(sound);
    const { row, index } = CELLS.find(({ code, heading }) => code === 'II.25' && heading === 'Ngày hoàn thành') ?? {
      row: 0,
      index: 0,
    };
    put(damaged, 'Nhiệm vụ', row, index, text('16/05/2024'));
    for (const key of ['history', 'backup']) {
      const found = tabs.find(({ declared }) => declared.key === key);
      const at = Object.fromEntries(columnsOf(key).map((one) => [one.column.key, one.index]));
      found?.tab.rows.forEach((_, line) => {
        if (valueAt(sound, found.tab.title, line, at['code'] ?? 0)?.stringValue === 'II.25')
          put(damaged, found.tab.title, line, at['doneOn'] ?? 0, text('16/05/2024'));
      });
    }
    const { mended, read } = told(damaged);
    expect(read).toEqual([]);
    expect(valueAt(mended, 'Nhiệm vụ', row, index)).toEqual(text('16/05/2024'));
  });
});

test('words that a program made numbers of, in the sheet and in its copies alike, are named', () => {
  const damaged = structuredClone(sound);
  for (const key of ['tasks', 'history', 'backup']) {
    const found = tabs.find(({ declared }) => declared.key === key);
    const index = columnsOf(key).find(({ column }) => column.key === 'evidence')?.index ?? 0;
    found?.tab.rows.forEach((_, row) => {
      const value = valueAt(sound, found.tab.title, row, index);
      if (value?.stringValue === '0123') put(damaged, found.tab.title, row, index, { numberValue: 123 });
    });
  }
  expect(told(damaged).lines.filter((line) => line.startsWith('«Nhiệm vụ» II.24, Minh chứng: '))).toHaveLength(1);
});

describe('restored as a whole', async () => {
  const bundle = await bundleAddin(ROOT, SEEDS);
  const restore = async (damaged: Spreadsheet) =>
    restoreFile({ bytes: await workbookFile(damaged), file: 'sao-luu.xlsx', seeds: SEEDS, bundle, now: 45_474 });

  test('days as American text: the same sheet again, and the report asks to look', async () => {
    const { report, shown, up, versions } = await restore(withTexts(US, HELD));
    expect(report[0]).toMatch(/^XEM LẠI: \d+ ô ngày, số trong tệp là chữ, hệ thống đã đọc lại\. /u);
    expect(report.join('\n')).toMatch(/«Nhiệm vụ» II\.24, Ngày hoàn thành: «4\/25\/2024» đọc là 25\/04\/2024/u);
    expect(report.join('\n')).not.toContain('Bảng đã đúng, không còn gì phải sửa.');
    expect(shown.length).toBeLessThan(70);
    expect(versions?.map(({ fault, changed }) => [fault, changed])).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
    const [now, was] = [bookOf(up), book].map((one) => contentOf(sheetOf(one, 1001), false));
    expect(Object.keys(now ?? {})).toEqual(Object.keys(was ?? {}));
    for (const [place, value] of Object.entries(was ?? {}))
      expect([place, isEqual(now?.[place], value)]).toEqual([place, true]);
  });

  test('results swallowed by merging: each row is in the first line or below it, with the words to type again', async () => {
    const damaged = structuredClone(book);
    const sheet = sheetOf(damaged, 1001);
    const result = inTasks.find(({ column }) => column.key === 'result')?.index ?? 0;
    const { row = 0 } = CELLS.find(({ code }) => code === 'II.24') ?? {};
    const { row: second = 0 } = CELLS.find(({ code }) => code === 'II.25') ?? {};
    expect(second).toBe(row + 1);
    const values = sheet?.data?.[0]?.rowData?.[second]?.values;
    if (values) delete values[result]?.userEnteredValue;
    const range = { sheetId: 1001, startRowIndex: row, endRowIndex: second + 1 };
    if (sheet) sheet.merges = [{ ...range, startColumnIndex: result, endColumnIndex: result + 1 }];
    const { report } = await restore(damaged);
    expect(report[0]).toMatch(/^CHÚ Ý: .*1 ô trống mà bản chép .*«Nhiệm vụ» II\.25, Kết quả trong kỳ/u);
    expect(report[1]).toMatch(/^XEM LẠI: ô bị gộp, đã tách ra \(Tab «Nhiệm vụ», /u);
    expect(report.join('\n')).toContain('Đã lưu trữ 50 hồ sơ');
    expect(report.join('\n')).not.toContain('Bảng đã đúng');
  });

  test('a closing that is gone with its line and its name: the journal tells of it', async () => {
    const damaged = structuredClone(book);
    const grid = sheetOf(damaged, 1005)?.data?.[0];
    const isOfJune = ({ values = [] }: { values?: GoogleAppsScript.Sheets.Schema.CellData[] | undefined }) =>
      values.some(({ userEnteredValue: value }) => value?.stringValue === 'Kỳ 06/2024');
    if (grid?.rowData) grid.rowData = grid.rowData.filter((row) => !isOfJune(row));
    damaged.namedRanges = damaged.namedRanges?.filter(({ name }) => name !== 'Chot_2024_06_1') ?? [];
    const { report } = await restore(damaged);
    expect(report[0]).toMatch(/^CHÚ Ý: .*không đọc lại được \(Kỳ 06\/2024, bản 1\)/u);
    expect(report.join('\n')).toContain('Nhật ký ghi đã chốt mà không còn ở «Sổ báo cáo»');
  });
});
