// Whole workbooks as JSON, set up through the entry points and then filled in as people fill them, right and wrong; the same ones
// every time. Their values are the local host's.

import fc from 'fast-check';
import { ADDRESSEES } from '../../src/core/addressee.ts';
import { readIsoDate } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { COUNTS_OVERDUE, KINDS, STATES } from '../../src/core/status.ts';
import type { CellData, Spreadsheet } from '../../src/host/contract.ts';
import { createFormulas } from '../../src/host/formulas/formulas.ts';
import { loadIronCalc } from '../../src/node/ironcalc.ts';
import type { CellsOf, ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { enteredValue } from '../../src/sheet/requests/cells.ts';
import type { TabKey } from '../../src/sheet/tab-ids.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { stageAt } from '../app/played.ts';
import { evaluate } from '../host/formulas/workbook.ts';
import { SEEDS } from './evaluated-workbook.ts';

export const TODAY = readIsoDate('2024-06-10') ?? 0;
const SEED = 6;
const COUNT = 3;

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const someday = fc.integer({ min: TODAY - 120, max: TODAY + 260 });
const mostly = (usual: fc.Arbitrary<Cell>, ...odd: readonly Cell[]) =>
  fc.oneof(
    { weight: 6, arbitrary: usual },
    { weight: 3, arbitrary: fc.constant<Cell>(null) },
    { weight: 1, arbitrary: pick(...odd) },
  );

const task = fc
  .record({
    state: mostly(pick<Cell>(...Object.values(STATES)), 'ĐANG THỰC HIỆN', 'Hoàn thành ', 1),
    progress: mostly(pick<Cell>(0, 0.25, 0.4, 1), 25, 'nửa'),
    result: mostly(pick<Cell>('Đã tổ chức 02 buổi', 'Không phát sinh'), '-', 0),
    doneOn: mostly(someday, 'hôm qua', TODAY + 9),
    evidence: mostly(pick<Cell>('12/BC-UBND'), ' '),
    difficulty: mostly(pick<Cell>('Thiếu máy quét', 'Không'), 'a*b', '~?'),
    proposal: mostly(pick<Cell>('Đề nghị cấp kinh phí', 'Đề nghị UBND huyện cấp máy'), 'KO'),
    addressee: mostly(pick<Cell>(...Object.values(ADDRESSEES)), 'UBND tỉnh'),
    period: mostly(pick<Cell>('Kỳ 06/2024', 'Kỳ 05/2024'), 'kỳ 06/2024', 6),
    reportedAt: mostly(
      fc.integer({ min: TODAY - 30, max: TODAY }).map((day): Cell => day + 1 / 3),
      'sáng nay',
    ),
    due: mostly(someday, 'quý II'),
    kind: pick<Cell>(...Object.values(KINDS)),
    countsOverdue: pick<Cell>(...Object.values(COUNTS_OVERDUE), null),
    accountable: mostly(pick<Cell>('Công an xã', 'Ban Tư pháp'), 'Ai đó'),
    extension: fc.oneof({ weight: 5, arbitrary: fc.constant<Cell>(null) }, { weight: 1, arbitrary: someday }),
    onTimeFor: mostly(pick<Cell>('Kỳ 06/2024', 'Kỳ 05/2024'), 6),
  })
  // Some were given on since.
  .map((row) => ({ ...row, reporter: row.onTimeFor === 'Kỳ 05/2024' ? 'Kỳ 06/2024 – Công an xã' : null }));

const indicator = fc.record({
  numerator: mostly(fc.nat(120), 'nhiều', -3),
  denominator: mostly(fc.integer({ min: 0, max: 120 }), true),
  enteredOn: mostly(fc.integer({ min: TODAY - 90, max: TODAY }), 'tháng 5'),
  note: pick<Cell>(null, null, 'Cần xác nhận lại'),
});

const workbook = fc.record({
  tasks: fc.array(task, { minLength: SEEDS.tasks.length, maxLength: SEEDS.tasks.length }),
  indicators: fc.array(indicator, { minLength: SEEDS.indicators.length, maxLength: SEEDS.indicators.length }),
  asOf: fc.oneof(fc.constant<Cell>(null), fc.integer({ min: TODAY - 20, max: TODAY + 40 })),
  warningDays: fc.integer({ min: 5, max: 60 }),
  /** What «Lịch sử» froze of the month before, a state a task; the last version counts. */
  frozen: fc.array(pick(STATES.done, STATES.doing), { minLength: SEEDS.tasks.length, maxLength: SEEDS.tasks.length }),
});

const entriesOf = <K extends string>(cells: Readonly<Partial<Record<K, Cell>>>) => Object.entries(cells) as [K, Cell][];

/** Workbooks as of `TODAY`, evaluated. */
export function generatedWorkbooks(): Spreadsheet[] {
  const { host, fileId, locate } = stageAt('2024-05-16T08:00');
  const formulas = createFormulas(loadIronCalc());
  return fc.sample(workbook, { seed: SEED, numRuns: COUNT }).map((filled) => {
    const book = structuredClone(host.see(INSTALLER, fileId, { includeGridData: true }));
    const put = <T extends TabKey>(tab: T, row: string, column: ColumnKey<T>, value: Cell) => {
      const place = locate(tab, row, column);
      enter(cellAt(book, place.sheetId, place.row, place.column), value);
    };
    const append = <T extends TabKey>(title: string, tab: T, row: number, cells: CellsOf<T>) => {
      const sheet = book.sheets?.find(({ properties }) => properties?.title === title);
      const headings = sheet?.data?.[0]?.rowData?.[0]?.values?.map(({ formattedValue }) => formattedValue) ?? [];
      for (const [column, value] of entriesOf<ColumnKey<T>>(cells)) {
        const at = headings.indexOf(locate.heading(tab, column));
        enter(cellAt(book, sheet?.properties?.sheetId ?? 0, row, at), value);
      }
    };
    SEEDS.tasks.forEach(({ code }, i) => {
      for (const [column, value] of entriesOf(filled.tasks[i] ?? {})) put('tasks', code, column, value);
    });
    SEEDS.indicators.forEach(({ id }, i) => {
      for (const [column, value] of entriesOf(filled.indicators[i] ?? {})) put('indicators', id, column, value);
    });
    put('settings', 'asOf', 'value', filled.asOf);
    put('settings', 'warningDays', 'value', filled.warningDays);
    const closed = { period: 'Kỳ 05/2024', version: 1 };
    append('Sổ báo cáo', 'ledger', 1, { ...closed, kind: 'Tháng', asOf: TODAY - 27, closedAt: TODAY - 26 + 1 / 4 });
    SEEDS.tasks.forEach(({ code }, i) => {
      const state = filled.frozen[i] ?? null;
      const status = state === STATES.done ? 'Hoàn thành đúng hạn' : 'Đang thực hiện trong hạn';
      const doneOn = state === STATES.done ? TODAY - 40 : null;
      append('Lịch sử', 'history', i + 1, { ...closed, code, state, status, doneOn, entryPeriod: 'Kỳ 05/2024' });
    });
    evaluate(formulas, book, TODAY);
    return book;
  });
}

function cellAt(book: Spreadsheet, sheetId: number, row: number, column: number): CellData {
  const grid = book.sheets?.find(({ properties }) => properties?.sheetId === sheetId)?.data?.[0];
  if (!grid || column < 0) throw new Error(`no cell ${sheetId} ${row} ${column}`);
  grid.rowData ??= [];
  for (let at = grid.rowData.length; at <= row; at += 1) grid.rowData[at] = {};
  const line = grid.rowData[row] ?? {};
  line.values ??= [];
  for (let at = line.values.length; at <= column; at += 1) line.values[at] = {};
  return line.values[column] ?? {};
}

function enter(cell: CellData, value: Cell): void {
  const entered = enteredValue(value);
  if (entered) cell.userEnteredValue = entered;
  else delete cell.userEnteredValue;
}
