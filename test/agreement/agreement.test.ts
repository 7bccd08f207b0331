// Status, notes and figures exist once in the core and once as formulas of the sheet; on every workbook they must say the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIsoDate } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { ROW_NOTES, rowNotes } from '../../src/core/check-row.ts';
import { phrasesWith, readPhrases } from '../../src/core/content.ts';
import { FIGURE_CODES, figures, tallyUnits } from '../../src/core/figures.ts';
import { indicatorResult } from '../../src/core/indicator.ts';
import { openPeriodFrom, PLAN_RULES, periodLabel, readPeriodLabel } from '../../src/core/period.ts';
import { COUNTS_OVERDUE, isDueSoon, isOverdue, KINDS, STATES } from '../../src/core/status.ts';
import { tallyByGroup, tallyByUnit } from '../../src/core/tally.ts';
import { type Task, type TaskRow, type Viewpoint, viewTask } from '../../src/core/task.ts';
import { readIndicatorRows, readTaskRows, readUnitRows } from '../../src/sheet/rows.ts';
import { plays } from '../hunt.ts';
import { buildWorkbook, type EvaluatedWorkbook, type Put, SEEDS } from './evaluated-workbook.ts';

const TODAY = '2024-06-10';
const FIRST = 'Kỳ 05/2024';
const today = readIsoDate(TODAY) ?? 0;

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const junk = fc.oneof(
  pick<Cell>('x', 'không', 'Không có', 'KO', '-', 0, 1, 0.5, true, false, ' ', 'a*b', '~?'),
  fc.integer({ min: -5, max: 99_999 }),
);
const someday = fc.integer({ min: today - 120, max: today + 260 });
const oftenNothing = (arbitrary: fc.Arbitrary<Cell>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<Cell>(null) }, { weight: 4, arbitrary });

/** A formula a cell may hold (product A.10), told from a text by its sign. */
const formula = (...texts: readonly string[]) => pick<Cell>(...texts);
/** What people write where they have something to say, and where they have not (product A.5). */
const sayings = fc.oneof(
  pick<Cell>('\'=IMPORTDATA("https://example.vn/a.csv")', "'=> đã gửi", "'= 5 hồ sơ", "'=="),
  pick<Cell>('Đã tổ chức 02 buổi', 'KHÔNG PHÁT SINH', 'ko', 'Thiếu máy quét', 'Không vướng mắc.', 'Không có máy tính'),
  pick<Cell>(
    'Không có khó khăn, vướng mắc',
    'không  có khó khăn,\nvướng mắc gì.',
    '/',
    '…',
    '0/5 hồ sơ',
    'n/a',
    ' Chưa',
  ),
  pick<Cell>(
    'không có ý kiến'.normalize('NFD'),
    '\u200BKhông\u00A0có',
    '«Ổn cả»',
    'ổn cả!',
    'on ca',
    'Đều tốt',
    '|',
    'k|k',
  ),
  pick<Cell>('.'.repeat(200), '.'.repeat(201), `Không${' '.repeat(250)}`),
);

/** What stands in a row: mostly what people enter, sometimes what they should not. */
const rowCells: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  state: oftenNothing(
    fc.oneof(
      {
        weight: 8,
        arbitrary: pick<Cell>(
          ...Object.values(STATES),
          'hoàn thành',
          'ĐANG THỰC HIỆN',
          'Hoàn thành'.normalize('NFD'),
          'Hoàn thành ',
        ),
      },
      junk,
    ),
  ),
  progress: oftenNothing(fc.oneof(pick<Cell>(0, 0.25, 0.5, 1), junk)),
  result: oftenNothing(fc.oneof(sayings, formula('="Đã làm"'), junk)),
  doneOn: oftenNothing(fc.oneof({ weight: 6, arbitrary: someday }, formula('=TODAY()', '=DATE(2024;5;2)'), junk)),
  evidence: oftenNothing(
    fc.oneof(pick<Cell>('12/BC-UBND', 'https://example.vn/a', 'x', 'văn bản', 'http://vn', 12), formula('="12/BC"')),
  ),
  difficulty: oftenNothing(fc.oneof(sayings, formula('="Thiếu máy"'), junk)),
  proposal: oftenNothing(pick<Cell>('Đề nghị cấp kinh phí')),
  period: oftenNothing(
    pick<Cell>(
      '=KyMo',
      ...['Kỳ 06/2024', 'kỳ 06/2024', 'Kỳ 05/2024', 'Kỳ 04/2024', 'Kỳ 07/2024', 'Kỳ 13/2024', 'Kỳ 00/2024'],
      ...['Kỳ 5/2024', 'Kỳ 03/0024', 'Kỳ  05/2024', 'Tháng 5', 6, true],
    ),
  ),
  reportedAt: oftenNothing(
    fc.oneof(
      fc.integer({ min: today - 30, max: today + 10 }).map((day): Cell => day + 0.25),
      pick<Cell>('hôm qua'),
    ),
  ),
  due: oftenNothing(someday),
  kind: pick<Cell>(...Object.values(KINDS), 'thường xuyên'),
  countsOverdue: pick<Cell>(...Object.values(COUNTS_OVERDUE), null, 'không', 1),
  extension: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Cell>(null) },
    { weight: 2, arbitrary: someday },
    { weight: 1, arbitrary: pick<Cell>('31/12') },
  ),
  accountable: oftenNothing(pick<Cell>('Công an xã', 'Ban Tư pháp', 'công an xã', 'Trường THCS Vân Sơn', 'Ai đó')),
  onTimeFor: oftenNothing(pick<Cell>('Kỳ 06/2024', 'Kỳ 05/2024')),
  reporter: oftenNothing(
    pick<Cell>(
      ...['0123456789abcdef; Kỳ 06/2024 – Công an xã', '0123456789abcdef Ban Tư pháp; Kỳ 06/2024 – '],
      'Kỳ 06/2024 – Công an xã',
      'Kỳ 06/2024 – công an xã',
      'Kỳ 06/2024 – ',
      'Kỳ 05/2024 – Ban Tư pháp',
      6,
    ),
  ),
  letIn: oftenNothing(
    pick<Cell>(
      '*',
      'Công an xã',
      'Ban Tư pháp; Công an xã',
      'Văn phòng UBND xã',
      'Trường THCS Vân Sơn',
      'Ban Tư',
      'Ai đó',
    ),
  ),
};

const rowArbitrary = fc.record(rowCells);
const workbookArbitrary = fc.record({
  rows: fc.array(rowArbitrary, { minLength: 72, maxLength: 72 }),
  indicators: fc.array(
    fc.record({
      numerator: oftenNothing(fc.oneof(fc.nat(120), pick<Cell>('nhiều', -3))),
      denominator: oftenNothing(fc.oneof(fc.integer({ min: 0, max: 120 }), pick<Cell>(true))),
      enteredOn: oftenNothing(fc.oneof(fc.integer({ min: today - 90, max: today + 2 }), formula('=TODAY()'))),
      note: pick<Cell>(null, null, null, 'Cần xác nhận lại', 'đã rõ'),
      milestone: fc.oneof({ weight: 5, arbitrary: someday }, { weight: 1, arbitrary: fc.constant<Cell>(null) }),
    }),
    { minLength: 22, maxLength: 22 },
  ),
  asOf: fc.oneof(fc.constant<Cell>(null), fc.integer({ min: today - 20, max: today + 40 })),
  warningDays: fc.integer({ min: 0, max: 60 }),
  stamped: pick<Cell>(null, 'Kỳ 06/2024', 'Kỳ 05/2024'),
  phrases: pick<Cell>(null, 'Ổn cả', 'Ổn cả.\n  đều tốt | On ca', ' ; ;\n', 12, '-\n-'),
});
type Generated = typeof workbookArbitrary extends fc.Arbitrary<infer T> ? T : never;

function fill(book: EvaluatedWorkbook, { rows, indicators, asOf, warningDays, stamped, phrases }: Generated): void {
  const puts: Put[] = [];
  SEEDS.tasks.forEach(({ code }, i) => {
    for (const [column, value] of Object.entries(rows[i] ?? {})) puts.push({ tab: 'tasks', row: code, column, value });
  });
  SEEDS.indicators.forEach(({ id }, i) => {
    for (const [column, value] of Object.entries(indicators[i] ?? {}))
      puts.push({ tab: 'indicators', row: id, column, value });
  });
  puts.push({ tab: 'settings', row: 'asOf', column: 'value', value: asOf });
  puts.push({ tab: 'settings', row: 'warningDays', column: 'value', value: warningDays });
  puts.push({ tab: 'settings', row: 'phrases', column: 'value', value: phrases });
  puts.push({ tab: 'controls', row: 'Kỳ đã ghi đúng hạn', column: 'outcome', value: stamped });
  book.put(puts);
}

/** What the core says of the same cells. */
function seenByCore(
  book: EvaluatedWorkbook,
  generated: Generated,
): { tasks: Task[]; view: Viewpoint; names: string[] } {
  const asOf = typeof generated.asOf === 'number' ? generated.asOf : today;
  const period = openPeriodFrom(asOf, PLAN_RULES, readPeriodLabel(FIRST));
  const { placement } = book;
  const view: Viewpoint = {
    asOf,
    period,
    rules: PLAN_RULES,
    warningDays: generated.warningDays,
    planYear: 2024,
    indicators: readIndicatorRows(placement()),
    stamped: generated.stamped === periodLabel(period),
    phrases: phrasesWith(readPhrases(generated.phrases)),
    reportedBefore: new Set(),
    finishedBefore: new Set(),
  };
  const { rows } = readTaskRows(placement());
  return {
    tasks: rows.map((row) => viewTask(row, view)),
    view,
    names: readUnitRows(placement()).map(({ name }) => name),
  };
}

describe('the sheet’s formulas and the core say the same', () => {
  const book = buildWorkbook(TODAY, { fileId: 'F', firstPeriod: FIRST });

  test('what was built is what was declared', () => expect(book.snapshotAgrees()).toBe(true));

  const agrees = (generated: Generated) => {
    fill(book, generated);
    const { tasks, view, names } = seenByCore(book, generated);
    const reader = book.reader('tasks');
    const sheet = reader.rows.map(({ index }) => ({
      status: reader.value(index, 'status'),
      due: reader.value(index, 'appliedDue'),
      daysLeft: reader.value(index, 'daysLeft'),
      notes: reader.value(index, 'notes'),
    }));
    const core = tasks.map((task) => ({
      status: task.status,
      due: task.due ?? '',
      daysLeft: task.daysLeft ?? '',
      notes: rowNotes(task.row as TaskRow, view)
        .map((note) => ROW_NOTES[note])
        .join('; '),
    }));
    expect(sheet).toEqual(core);
    const indicators = book.reader('indicators');
    expect(indicators.rows.map(({ index }) => indicators.value(index, 'result'))).toEqual(
      view.indicators.map(indicatorResult),
    );
    expect(figuresOfSheet(book)).toEqual(
      FIGURE_CODES.map((code) => {
        const figure = figures(tasks, names, view)[code];
        return [code, figure.text, figure.beside ?? '', figure.part, figure.whole];
      }),
    );
    const units = book.reader('units');
    expect(
      units.rows.map(({ index }) => ['owed', 'reported', 'missing', 'onTime'].map((key) => units.value(index, key))),
    ).toEqual(tallyUnits(tasks, names).map(({ owed, reported, missing, onTime }) => [owed, reported, missing, onTime]));
    expect(tallyOfSheet(book, names.length)).toEqual({
      groups: tallyByGroup(
        tasks,
        SEEDS.plan.groups.map(({ roman }) => roman),
      ).map(({ total, counts }) => [total, ...counts]),
      units: tallyByUnit(tasks, names).map(({ total, counts }) => [total, ...counts]),
    });
    expect(listOfSheet(book, 'Nhiệm vụ quá hạn')).toEqual(listOfCore(tasks, ({ status }) => isOverdue(status)));
    expect(listOfSheet(book, 'Nhiệm vụ sắp đến hạn')).toEqual(listOfCore(tasks, ({ status }) => isDueSoon(status)));
  };

  test('status, days left, notes, applied due of every row; every figure, every line of the tables and lists', () => {
    fc.assert(fc.property(workbookArbitrary, agrees), { ...plays(20), reporter: reportShortly });
  });

  test('rows people added or copied, sorted in between, count in neither', () => {
    const tasks = { sheetId: 1001, startColumnIndex: 0, endColumnIndex: 29 };
    const copyTo = (from: number, to: number) => ({
      copyPaste: {
        source: { ...tasks, startRowIndex: from, endRowIndex: from + 1 },
        destination: { ...tasks, startRowIndex: to, endRowIndex: to + 1 },
        pasteType: 'PASTE_NORMAL',
      },
    });
    const code = (row: number, text: string) => ({
      updateCells: {
        start: { sheetId: 1001, rowIndex: row, columnIndex: 17 },
        rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
        fields: 'userEnteredValue',
      },
    });
    book.editAndSync([
      { appendDimension: { sheetId: 1001, dimension: 'ROWS', length: 4 } },
      ...[73, 74, 75, 76].map((to) => copyTo(5, to)),
      code(73, 'XI.01'),
      code(74, 'việc riêng'),
      code(76, '*'),
      {
        sortRange: {
          range: { ...tasks, startRowIndex: 1, endRowIndex: 77 },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
        },
      },
      { appendDimension: { sheetId: 1003, dimension: 'ROWS', length: 1 } },
      {
        copyPaste: {
          source: { sheetId: 1003, startRowIndex: 3, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 12 },
          destination: { sheetId: 1003, startRowIndex: 23, endRowIndex: 24, startColumnIndex: 0, endColumnIndex: 12 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ]);
    expect(book.snapshotAgrees()).toBe(true);
    expect(book.placement().tabs.find(({ declared }) => declared.key === 'tasks')?.strangers.length).toBe(4);
    fc.assert(fc.property(workbookArbitrary, agrees), { ...plays(5), reporter: reportShortly });
  });
});

describe('what was closed before counts in both', () => {
  const book = buildWorkbook(TODAY, { fileId: 'F', firstPeriod: FIRST });
  const codes = SEEDS.tasks.map(({ code }) => code);
  const [reportedEarlier = '', finishedEarlier = '', both = ''] = codes;

  test('reported in an earlier version of the open period; finished with a date before it is no longer owed', () => {
    const ledger = (row: number, period: string, version: number, asOf: string): Put[] => [
      { tab: 'ledger', row, column: 'period', value: period },
      { tab: 'ledger', row, column: 'version', value: version },
      { tab: 'ledger', row, column: 'kind', value: 'Tháng' },
      { tab: 'ledger', row, column: 'asOf', value: readIsoDate(asOf) ?? 0 },
      { tab: 'ledger', row, column: 'closedAt', value: (readIsoDate(asOf) ?? 0) + 1.4 },
    ];
    const frozen = (row: number, period: string, version: number, code: string, cells: Record<string, Cell>): Put[] =>
      Object.entries({ period, version, code, ...cells }).map(([column, value]) => ({
        tab: 'history',
        row,
        column,
        value,
      }));
    const finished = {
      onTime: 'Có',
      state: STATES.done,
      status: 'Hoàn thành đúng hạn',
      doneOn: today - 40,
      entryPeriod: 'Kỳ 05/2024',
    };
    const reported = { onTime: 'Không', state: null, status: 'Thường xuyên – có kết quả', entryPeriod: 'Kỳ 06/2024' };
    book.put([
      ...ledger(1, 'Kỳ 05/2024', 0, '2024-05-14'),
      ...ledger(2, 'Kỳ 05/2024', 1, '2024-05-14'),
      ...ledger(3, 'Kỳ 06/2024', 1, '2024-06-14'),
      // Bản 0 said finished, bản 1 took it back: only the newest version of the period before counts.
      ...frozen(1, 'Kỳ 05/2024', 0, both, finished),
      ...frozen(2, 'Kỳ 05/2024', 1, both, reported),
      ...frozen(3, 'Kỳ 05/2024', 1, finishedEarlier, finished),
      ...frozen(4, 'Kỳ 06/2024', 1, reportedEarlier, reported),
      ...codes.map((row): Put => ({ tab: 'tasks', row, column: 'kind', value: KINDS.dated })),
      ...codes.map((row): Put => ({ tab: 'tasks', row, column: 'accountable', value: 'Công an xã' })),
    ]);
    const view: Viewpoint = {
      asOf: today,
      period: openPeriodFrom(today, PLAN_RULES, undefined),
      rules: PLAN_RULES,
      warningDays: 48,
      planYear: 2024,
      indicators: readIndicatorRows(book.placement()),
      stamped: false,
      phrases: phrasesWith(),
      reportedBefore: new Set([reportedEarlier]),
      finishedBefore: new Set([finishedEarlier]),
    };
    const tasks = readTaskRows(book.placement()).rows.map((row) => viewTask(row, view));
    const [unit] = tallyUnits(tasks, ['Công an xã']);
    expect([unit?.owed, unit?.reported]).toEqual([71, 1]);
    const units = book.reader('units');
    const cax = units.rows.find(({ key }) => key === 'CAX');
    expect(['owed', 'reported'].map((key) => units.value(cax?.index ?? 0, key))).toEqual([71, 1]);
  });
});

/** The workbook that failed is 72 rows long: the seed replays it, the difference says what is wrong. */
function reportShortly(details: fc.RunDetails<[Generated]>): void {
  if (!details.failed) return;
  const cause = details.errorInstance;
  const words = cause instanceof Error ? cause.message.slice(0, 1500) : String(cause);
  throw new Error(`seed ${details.seed}, path ${details.counterexamplePath}: ${words}`);
}

const FIGURE_ROW = 5;
/** Lines of a list. */
const LISTED = 12;

/** The row below a heading of the board. */
function rowBelow(book: EvaluatedWorkbook, heading: string): number {
  for (let row = 0; row < 200; row += 1) if (book.at('board', row, 1) === heading) return row + 1;
  throw new Error(`no heading ${heading}`);
}

function figuresOfSheet(book: EvaluatedWorkbook) {
  const part = columnOf(book, 'part');
  return FIGURE_CODES.map((_, i) => {
    const row = FIGURE_ROW + i;
    return [
      book.at('board', row, 0),
      book.at('board', row, 2),
      book.at('board', row, 8) ?? '',
      book.at('board', row, part),
      book.at('board', row, part + 1),
    ];
  });
}

/** Code, days left, due and unit of the lines of a list. */
function listOfSheet(book: EvaluatedWorkbook, title: string): Cell[][] {
  const heading = [...Array(200).keys()].find((row) => String(book.at('board', row, 1)).startsWith(title)) ?? 0;
  expect(book.at('board', heading, 1)).toMatch(/: \d+$/u);
  return Array.from({ length: LISTED }, (_, i) =>
    [0, 2, 3, 5].map((column) => book.at('board', heading + 1 + i, column) ?? ''),
  );
}

/** By due day; of equal days in the order of the sheet's rows, which are the core's own here only where nobody sorted. */
function listOfCore(tasks: readonly Task[], holds: (task: Task) => boolean): Cell[][] {
  const listed = tasks.filter(holds).sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
  const rows = listed.map(({ row, daysLeft, due }): Cell[] => [
    row.code,
    daysLeft ?? '',
    due ?? '',
    row.accountable ?? '',
  ]);
  return Array.from({ length: LISTED }, (_, i) => rows[i] ?? ['', '', '', '']);
}

function columnOf(book: EvaluatedWorkbook, block: string): number {
  const tab = book.placement().tabs.find(({ declared }) => declared.key === 'board')?.declared;
  return tab?.kind === 'fixed' ? (tab.blocks[block]?.column ?? 0) : 0;
}

function tallyOfSheet(book: EvaluatedWorkbook, unitCount: number) {
  const line = (row: number) => Array.from({ length: 13 }, (_, i) => book.at('board', row, 2 + i));
  const groups = SEEDS.plan.groups.length;
  const firstGroup = rowBelow(book, 'Nhóm nhiệm vụ');
  const firstUnit = rowBelow(book, 'Đơn vị đầu mối');
  return {
    groups: Array.from({ length: groups }, (_, i) => line(firstGroup + i)),
    units: Array.from({ length: unitCount + 1 }, (_, i) => line(firstUnit + i)),
  };
}
