// Status, notes and figures exist once in the core and once as formulas of the sheet; on every workbook they must say the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, dayOf, readIsoDate } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { ROW_NOTES } from '../../src/core/check/row-notes.ts';
import { rowNotes } from '../../src/core/check-row.ts';
import { phrasesWith, readPhrases } from '../../src/core/content.ts';
import { FIGURE_CODES, type Figure, type Figures, figures, tallyUnits } from '../../src/core/figures.ts';
import { indicatorResult } from '../../src/core/indicator.ts';
import { openPeriodFrom, PLAN_RULES, periodLabel } from '../../src/core/period.ts';
import { isStale, staleDaysLeft, staleStatus } from '../../src/core/stale.ts';
import { isDueSoon, isOverdue, KINDS, STATES } from '../../src/core/status.ts';
import { tallyByGroup, tallyByUnit } from '../../src/core/tally.ts';
import { type Task, type Viewpoint, viewTask } from '../../src/core/task.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { helperColumn } from '../../src/sheet/layout/board.ts';
import { readIndicatorRows, readTaskRows, readUnitRows } from '../../src/sheet/reading/rows.ts';
import { plays } from '../hunt.ts';
import { type DrawnWorkbook, day, FIRST, openMonth, TODAY, workbooks } from './drawn-workbook.ts';
import { buildWorkbook, type EvaluatedWorkbook, type Put, SEEDS } from './evaluated-workbook.ts';

const today = day(TODAY);

/** Figures of rows; those of units and of indicators have lines of their own below. */
const PARTED = ['K1', 'K2', 'K3', 'K4', 'K8'] as const;

/** In how many of the workbooks of `npm test`, at the least, each of these is so. */
const LEAST: Readonly<Record<string, number>> = {
  'K5: some units, not all': 7,
  'K6: some units, not all': 6,
  'K6 is less than K5': 4,
  'a unit lacks one row': 4,
  'a unit was late with one row': 4,
  'K7 has a whole': 7,
  'K7: some, not all': 4,
  'K1: some, not all': 2,
  'K2: some, not all': 1,
  'K3: some, not all': 5,
  'K4: some, not all': 3,
  'K8: some, not all': 7,
  'ten units owe': 6,
  'due on the day': 7,
  'due on the last day of warning': 5,
  'done in the last hours of the due day': 3,
  'reported at the first moment that is late': 5,
  'reported in the last second': 5,
  'the last day of grace': 1,
  'the day after it': 1,
  'before the first period': 1,
  'a June or December': 4,
  'two months closed': 2,
  'two versions of one month': 2,
  'the open period closed before': 2,
  'finished in the month before': 3,
};

function reachedBy(drawn: DrawnWorkbook, { tasks, view, names }: Seen, all: Figures): Record<string, boolean> {
  const units = tallyUnits(tasks, names);
  const { asOf } = view;
  const isPartly = ({ part, whole }: Figure) => part > 0 && part < whole;
  const closing = dayOf(view.period.year, view.period.month, 15);
  const months = drawn.ledger.filter(({ kind }) => kind === 'Tháng');
  return {
    'K5: some units, not all': isPartly(all.K5),
    'K6: some units, not all': isPartly(all.K6),
    'K6 is less than K5': all.K6.part < all.K5.part,
    'a unit lacks one row': units.some(({ missing }) => missing === 1),
    'a unit was late with one row': units.some(({ owed, missing, onTime }) => missing === 0 && onTime === owed - 1),
    'K7 has a whole': all.K7.whole > 0,
    'K7: some, not all': isPartly(all.K7),
    ...Object.fromEntries(PARTED.map((code) => [`${code}: some, not all`, isPartly(all[code])])),
    'ten units owe': units.filter(({ owed }) => owed > 0).length >= 10,
    'due on the day': tasks.some(({ due, daysLeft }) => due === asOf && daysLeft === 0),
    'due on the last day of warning': tasks.some(({ due }) => due === asOf + view.warningDays),
    'done in the last hours of the due day': tasks.some(
      ({ due, row: { doneOn } }) =>
        due !== undefined && typeof doneOn === 'number' && doneOn > due + 0.9 && doneOn < due + 1,
    ),
    'reported at the first moment that is late': tasks.some(
      ({ reported, row }) => reported && row.reportedAt === closing,
    ),
    'reported in the last second': tasks.some(
      ({ reported, row: { reportedAt } }) =>
        reported && typeof reportedAt === 'number' && reportedAt < closing && reportedAt > closing - 0.1,
    ),
    'the last day of grace': civilOf(asOf).day === 19,
    'the day after it': civilOf(asOf).day === 20,
    'before the first period': asOf < day('2024-04-20'),
    'a June or December': view.period.month % 6 === 0,
    'two months closed': new Set(months.map(({ period }) => period)).size > 1,
    'two versions of one month': months.some(({ version }) => version === 1),
    'the open period closed before': drawn.reportedBefore.size > 0,
    'finished in the month before': drawn.finishedBefore.size > 0,
  };
}

/** Lines kept free for versions and their rows: what an earlier workbook left in them is wiped. */
const MOST = { ledger: 4, history: 40 } as const;
const FROZEN = {
  ledger: ['period', 'version', 'kind', 'asOf', 'closedAt', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8'],
  history: ['period', 'version', 'code', 'onTime', 'status', 'doneOn'],
} as const;

function fill(book: EvaluatedWorkbook, drawn: DrawnWorkbook): void {
  const puts: Put[] = [];
  const put = (tab: string, row: string | number, cells: Readonly<Record<string, Cell>>) => {
    for (const [column, value] of Object.entries(cells)) puts.push({ tab, row, column, value });
  };
  SEEDS.tasks.forEach(({ code }, i) => {
    put('tasks', code, drawn.rows[i] ?? {});
  });
  SEEDS.indicators.forEach(({ id }, i) => {
    put('indicators', id, drawn.indicators[i] ?? {});
  });
  for (const tab of ['ledger', 'history'] as const) {
    for (let i = 0; i < MOST[tab]; i += 1) {
      put(tab, i + 1, Object.fromEntries(FROZEN[tab].map((column) => [column, drawn[tab][i]?.[column] ?? null])));
    }
  }
  put('settings', 'asOf', { value: drawn.asOf });
  put('settings', 'warningDays', { value: drawn.warningDays });
  put('settings', 'phrases', { value: drawn.phrases });
  put('controls', 'Kỳ đã ghi đúng hạn', { outcome: drawn.stamped });
  book.put(puts);
}

/** What the core says of the same cells. */
interface Seen {
  readonly tasks: Task[];
  readonly view: Viewpoint;
  readonly names: string[];
}

function seenByCore(book: EvaluatedWorkbook, drawn: DrawnWorkbook): Seen {
  const asOf = typeof drawn.asOf === 'number' ? drawn.asOf : today;
  const open = openMonth(asOf);
  const period = { year: Math.floor(open / 12), month: (open % 12) + 1 };
  const { placement } = book;
  const view: Viewpoint = {
    asOf,
    period,
    rules: { deadlineDay: 15, graceDay: 19 },
    warningDays: drawn.warningDays,
    planYear: 2024,
    indicators: readIndicatorRows(placement()),
    stamped: drawn.stamped === periodLabel(period),
    phrases: phrasesWith(readPhrases(drawn.phrases)),
    reportedBefore: drawn.reportedBefore,
    finishedBefore: drawn.finishedBefore,
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

  const reached = new Map<string, number>();
  const agrees = (generated: DrawnWorkbook) => {
    fill(book, generated);
    const seen = seenByCore(book, generated);
    const { tasks, view, names } = seen;
    const all = figures(tasks, names, view);
    for (const [what, is] of Object.entries(reachedBy(generated, seen, all)))
      if (is) reached.set(what, (reached.get(what) ?? 0) + 1);
    const reader = book.reader('tasks');
    const sheet = reader.rows.map(({ index }) => ({
      // What everything counts, and what people see.
      counted: book.at('board', index, helperColumn('status')),
      status: reader.value(index, 'status'),
      due: reader.value(index, 'appliedDue'),
      daysLeft: reader.value(index, 'daysLeft'),
      notes: reader.value(index, 'notes'),
    }));
    const core = tasks.map((task) => ({
      counted: task.status,
      status: isStale(task, view) ? staleStatus(task.status) : task.status,
      due: task.due ?? '',
      daysLeft: isStale(task, view) ? staleDaysLeft(task.daysLeft) : (task.daysLeft ?? ''),
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
        const figure = all[code];
        return [code, figure.text, figure.beside ?? '', figure.part, figure.whole];
      }),
    );
    const units = book.reader('units');
    expect(
      units.rows.map(({ index }) =>
        (['owed', 'reported', 'missing', 'onTime'] as const).map((key) => units.value(index, key)),
      ),
    ).toEqual(tallyUnits(tasks, names).map(({ owed, reported, missing, onTime }) => [owed, reported, missing, onTime]));
    expect(book.at('board', 3, 0)).toBe(missingOfCore(tallyUnits(tasks, names), periodLabel(view.period)));
    expect(tallyOfSheet(book, names.length)).toEqual({
      groups: tallyByGroup(
        tasks,
        SEEDS.plan.groups.map(({ roman }) => roman),
      ).map(({ total, counts }) => [total, ...counts]),
      units: tallyByUnit(tasks, names).map(({ total, counts }) => [total, ...counts]),
    });
    expect(listOfSheet(book, 'Nhiệm vụ quá hạn')).toEqual(listOfCore(tasks, ({ status }) => isOverdue(status)));
    expect(listOfSheet(book, 'Nhiệm vụ sắp đến hạn')).toEqual(listOfCore(tasks, ({ status }) => isDueSoon(status)));
    expect(closedOnSheet(book)).toEqual(closedAsDrawn(generated));
  };

  test('status, days left, notes, applied due of every row; every figure, every line of the tables and lists', () => {
    fc.assert(fc.property(workbooks, agrees), { ...plays(14), reporter: reportShortly });
    // What is never drawn agrees with anything.
    const seldom = Object.entries(LEAST).filter(([what, least]) => (reached.get(what) ?? 0) < least);
    expect(seldom.map(([what, least]) => `${what}: ${reached.get(what) ?? 0} of ${least}`)).toEqual([]);
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
    fc.assert(fc.property(workbooks, agrees), { ...plays(5), reporter: reportShortly });
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
    expect((['owed', 'reported'] as const).map((key) => units.value(cax?.index ?? 0, key))).toEqual([71, 1]);
  });
});

/** The workbook that failed is 72 rows long: the seed replays it, the difference says what is wrong. */
function reportShortly(details: fc.RunDetails<[DrawnWorkbook]>): void {
  if (!details.failed) return;
  const cause = details.errorInstance;
  const words = cause instanceof Error ? cause.message.slice(0, 1500) : String(cause);
  throw new Error(`seed ${details.seed}, path ${details.counterexamplePath}: ${words}`);
}

const FIGURE_ROW = 5;
/** Lines of a list. */
const LISTED = 12;

/** What the board says of versions: which is the newest, what it printed, and each month's newest. */
function closedOnSheet(book: EvaluatedWorkbook) {
  const first = rowBelow(book, 'Bản chốt mới nhất');
  return {
    newest: book.at('board', 2, 6),
    printed: FIGURE_CODES.map((_, i) => book.at('board', FIGURE_ROW + i, 5)),
    months: Array.from({ length: 12 }, (_, i) => [0, 1, 2, 3].map((column) => book.at('board', first + i, column))),
  };
}

function closedAsDrawn({ ledger }: DrawnWorkbook): ReturnType<typeof closedOnSheet> {
  const newest = (period?: string) =>
    ledger
      .filter((line) => line['kind'] === 'Tháng' && (period === undefined || line['period'] === period))
      .sort((a, b) => Number(b['closedAt']) - Number(a['closedAt']))[0];
  const share = (printed: Cell | undefined) => {
    const [part, whole] = String(printed).split(' ')[0]?.split('/').map(Number) ?? [];
    return (part ?? 0) / (whole ?? 1);
  };
  const last = newest();
  return {
    newest: last ? `Bản chốt gần nhất: ${last['period']} – bản ${last['version']}` : 'Chưa có bản chốt',
    printed: FIGURE_CODES.map((code) => last?.[code.toLowerCase()] ?? ''),
    months: Array.from({ length: 12 }, (_, i) => {
      const month = `Kỳ ${String(i + 1).padStart(2, '0')}/2024`;
      const line = newest(month);
      if (!line) return [month, '', '', ''];
      const { year, month: m, day: d } = civilOf(Number(line['closedAt']));
      const on = [String(d).padStart(2, '0'), String(m).padStart(2, '0'), year].join('/');
      return [month, `bản ${line['version']}, chốt ${on}`, share(line['k5']), share(line['k6'])];
    }),
  };
}

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
      book.at('board', row, 11) ?? '',
      book.at('board', row, part),
      book.at('board', row, part + 1),
    ];
  });
}

/** The line that names the units which still owe rows. */
function missingOfCore(units: ReturnType<typeof tallyUnits>, period: string): string {
  if (units.every(({ owed }) => owed === 0)) return 'Kỳ đang mở chưa có đơn vị nào phải báo cáo';
  const missing = units.filter((unit) => unit.missing > 0);
  if (missing.length === 0) return `Đơn vị còn thiếu báo cáo ${period}: không có`;
  const list = missing.map((unit) => `${unit.name} (${unit.missing})`).join('; ');
  return `Đơn vị còn thiếu báo cáo ${period} (${missing.length}): ${list}`;
}

/** Code, days left, due and unit of the lines of a list. */
function listOfSheet(book: EvaluatedWorkbook, title: string): Cell[][] {
  // Side by side: the left list with its words in the second column, the right one with them at its end.
  const at = [...Array(200).keys()].flatMap((row) =>
    [0, 8].flatMap((column) => (String(book.at('board', row, column)).startsWith(title) ? [{ row, column }] : [])),
  );
  const [{ row, column: left } = { row: 0, column: 0 }] = at;
  expect(book.at('board', row, left)).toMatch(/: \d+$/u);
  const columns = left === 0 ? [0, 2, 3, 4] : [8, 9, 10, 11];
  return Array.from({ length: LISTED }, (_, i) => columns.map((column) => book.at('board', row + 2 + i, column) ?? ''));
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
