// What stands in a workbook: mostly what people enter, sometimes what they should not. Days and hours fall on the edges of the rules as
// often as between them; every unit has rows, and some units have reported all of them, in time, or all but one.

import fc from 'fast-check';
import { ADDRESSEES } from '../../src/core/addressee.ts';
import type { Cell } from '../../src/core/cell.ts';
import { KINDS, STATES } from '../../src/core/status.ts';
import { SEEDS } from './evaluated-workbook.ts';

/** Days as the sheet counts them. */
export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25569;
export const TODAY = '2024-06-10';
const today = day(TODAY);

/** «Kỳ 06/2024» of a month counted from the beginning of time. */
const label = (month: number) => `Kỳ ${String((month % 12) + 1).padStart(2, '0')}/${Math.floor(month / 12)}`;
const monthOf = (at: number) => {
  const [year = 0, month = 0] = new Date((at - 25569) * 86_400_000).toISOString().split('-').map(Number);
  return 12 * year + month - 1;
};
const dayOfMonth = (at: number) => new Date((at - 25569) * 86_400_000).getUTCDate();
const firstOf = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000 + 25569;
const FIRST_MONTH = monthOf(day('2024-05-01'));
export const FIRST = label(FIRST_MONTH);

/** The month of the open period: until the 19th its own, from the 20th the next one; never before the first. */
export const openMonth = (asOf: number) => Math.max(FIRST_MONTH, monthOf(asOf) + (dayOfMonth(asOf) >= 20 ? 1 : 0));

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const often = (usual: fc.Arbitrary<Cell>, weight: number, rest: fc.Arbitrary<Cell>) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rest });
const oftenNothing = (arbitrary: fc.Arbitrary<Cell>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<Cell>(null) }, { weight: 4, arbitrary });
const junk = fc.oneof(
  pick<Cell>('x', 'không', 'Không có', 'KO', '-', 0, 1, 0.5, true, false, ' ', 'a*b', '~?'),
  fc.integer({ min: -5, max: 99_999 }),
);

/** A day told by another one that is known later: «asOf+1», «closing-1» … */
type Relative = readonly [anchor: 'asOf' | 'warned' | 'closing' | 'fresh', days: number];
const near = (anchor: Relative[0]) =>
  fc.tuple(fc.constant(anchor), fc.integer({ min: -1, max: 1 })) as fc.Arbitrary<Relative>;
const far = fc.tuple(fc.constant<'asOf'>('asOf'), fc.integer({ min: -120, max: 260 })) as fc.Arbitrary<Relative>;
/** Midnight, morning, the last second of a day. */
const hour = pick(0, 0, 0.25, 1 - 1 / 86_400);

/** What people write where they have something to say, and where they have not (rule 3.8). */
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
const formula = (...texts: readonly string[]) => pick<Cell>(...texts);

/** Ước 31/12: ticked, not ticked, and what is no tick. */
const ESTIMATES: readonly Cell[] = [false, true, null, true, 'TRUE', true, 1];
const UNITS = SEEDS.units.filter(({ reporting }) => reporting === 'có dòng').map(({ name }) => name);
const MOODS = ['mixed', 'mixed', 'full', 'late', 'short'] as const;

const row = fc.record({
  state: oftenNothing(
    often(
      pick<Cell>(
        ...Object.values(STATES),
        'hoàn thành',
        'ĐANG THỰC HIỆN',
        'Hoàn thành'.normalize('NFD'),
        'Hoàn thành ',
      ),
      8,
      junk,
    ),
  ),
  progress: oftenNothing(fc.oneof(pick<Cell>(0, 0.25, 0.5, 1), junk)),
  result: oftenNothing(fc.oneof(sayings, formula('="Đã làm"'), junk)),
  /** On what day it was done: of its deadline, or of the day it is looked at, and what hands type instead. */
  doneOn: fc.tuple(pick('due', 'day', 'odd'), fc.oneof(near('asOf'), far), fc.integer({ min: -1, max: 1 }), hour),
  oddDone: oftenNothing(fc.oneof(formula('=TODAY()', '=DATE(2024;5;2)'), junk)),
  evidence: oftenNothing(
    fc.oneof(pick<Cell>('12/BC-UBND', 'https://example.vn/a', 'x', 'văn bản', 'http://vn', 12), formula('="12/BC"')),
  ),
  difficulty: oftenNothing(fc.oneof(sayings, formula('="Thiếu máy"'), junk)),
  proposal: oftenNothing(
    pick<Cell>('Đề nghị cấp kinh phí', 'Đề nghị Công an HUYỆN cấp máy', 'Chuyện các sở đã nêu', 'huyện', 12),
  ),
  addressee: oftenNothing(
    fc.oneof(pick<Cell>(...Object.values(ADDRESSEES), 'ubnd xã', 'UBND huyện', 1), formula('="UBND xã"')),
  ),
  period: fc.oneof(
    { weight: 3, arbitrary: pick<Cell>(null, '=KyMo') },
    { weight: 3, arbitrary: pick<Cell>('open', 'OPEN', 'before', 'after') },
    {
      weight: 1,
      arbitrary: pick<Cell>('Kỳ 13/2024', 'Kỳ 00/2024', 'Kỳ 5/2024', 'Kỳ 03/0024', 'Kỳ  05/2024', 'Tháng 5', 6, true),
    },
  ),
  reportedAt: fc.tuple(fc.oneof(near('closing'), near('closing'), far), hour, pick(true, true, true, false)),
  due: fc.tuple(fc.oneof(near('asOf'), near('warned'), far, far), pick(true, true, true, false)),
  kind: pick<Cell>(...Object.values(KINDS), 'thường xuyên'),
  countsOverdue: often(pick<Cell>('Có', 'Không', null), 6, pick<Cell>('không', 1)),
  extension: fc.tuple(fc.oneof(near('asOf'), far), pick('none', 'none', 'none', 'day', 'odd')),
  unit: fc.nat(UNITS.length - 1),
  accountable: often(fc.constant<Cell>('unit'), 8, pick<Cell>(null, 'UPPER', 'Ai đó')),
  onTimeFor: oftenNothing(pick<Cell>('open', 'before')),
  reporter: often(
    fc.constant<Cell>(null),
    5,
    pick<Cell>(
      ...['0123456789abcdef01234567 Ban Tư pháp|-; open – Công an xã', '0123456789abcdef Ban Tư pháp; open – '],
      ...['open – Công an xã', 'open – công an xã', 'open – ', 'before – Ban Tư pháp', 6],
    ),
  ),
  /** Whom the row is open to. */
  letIn: often(
    pick<Cell>(null, '*', 'unit'),
    5,
    pick<Cell>('Công an xã', 'Ban Tư pháp; Công an xã', 'Trường THCS Vân Sơn', 'Ban Tư', 'Ai đó'),
  ),
});
type Drawn = typeof row extends fc.Arbitrary<infer T> ? T : never;

const indicator = fc.record({
  numerator: often(fc.nat(120), 5, pick<Cell>(null, 'nhiều', -3)),
  denominator: often(fc.integer({ min: 0, max: 120 }), 6, pick<Cell>(null, true)),
  enteredOn: fc.tuple(fc.oneof(near('fresh'), far), pick('day', 'day', 'day', 'day', 'day', 'none', 'formula')),
  note: pick<Cell>(null, null, null, 'Cần xác nhận lại', 'đã rõ'),
  milestone: fc.tuple(fc.oneof(near('asOf'), far), pick(true, true, true, true, false)),
});

/** A version: of the open month, or of so many months before; what it said of some rows. */
const closing = fc.record({
  back: pick(0, 1, 1, 2),
  kind: often(fc.constant<Cell>('Tháng'), 5, pick<Cell>('Năm bổ sung', 'Đột xuất')),
  figures: fc.array(fc.tuple(fc.nat(14), fc.integer({ min: 1, max: 14 })), { minLength: 8, maxLength: 8 }),
  rows: fc.array(fc.tuple(fc.nat(71), pick<Cell>('Có', 'Không', null), fc.boolean()), { maxLength: 10 }),
});

/** Ends and beginnings of months, the days around the closing and the grace, the first period, the turn of the year; null: today. */
const AS_OF = [
  '05-14',
  '05-15',
  '05-19',
  '05-20',
  '06-14',
  '06-15',
  '06-18',
  '06-19',
  '06-20',
  '06-30',
  '07-01',
  '04-10',
  '12-19',
  '12-20',
  '12-31',
];

const drawn = fc.record({
  rows: fc.array(row, { minLength: SEEDS.tasks.length, maxLength: SEEDS.tasks.length }),
  moods: fc.array(pick(...MOODS), { minLength: UNITS.length, maxLength: UNITS.length }),
  indicators: fc.array(indicator, { minLength: SEEDS.indicators.length, maxLength: SEEDS.indicators.length }),
  asOf: fc.oneof(
    { weight: 1, arbitrary: fc.constant<Cell>(null) },
    { weight: 3, arbitrary: pick(...AS_OF).map((text): Cell => day(`2024-${text}`)) },
    { weight: 1, arbitrary: fc.integer({ min: today - 20, max: today + 40 }).map((at): Cell => at) },
  ),
  warningDays: fc.integer({ min: 0, max: 60 }),
  stamped: pick<Cell>(null, 'open', 'before'),
  phrases: pick<Cell>(null, 'Ổn cả', 'Ổn cả.\n  đều tốt | On ca', ' ; ;\n', 12, '-\n-'),
  closings: fc.array(closing, { maxLength: 4 }),
});

type Cells = Readonly<Record<string, Cell>>;

/** A workbook as people left it. */
export interface DrawnWorkbook {
  readonly rows: readonly Cells[];
  readonly indicators: readonly Cells[];
  readonly asOf: Cell;
  readonly warningDays: number;
  readonly stamped: Cell;
  readonly phrases: Cell;
  /** Lines of «Sổ báo cáo» and of «Lịch sử», oldest first. */
  readonly ledger: readonly Cells[];
  readonly history: readonly Cells[];
  /** Of the open period. */
  readonly reportedBefore: ReadonlySet<string>;
  /** With a date, in the newest version of the newest month closed before it. */
  readonly finishedBefore: ReadonlySet<string>;
}

type DrawnBook = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

export const workbooks: fc.Arbitrary<DrawnWorkbook> = drawn.map(workbookOf);

/** The same, looked at on one day: what 14 draws may miss. */
export const workbooksOn = (asOf: number): fc.Arbitrary<DrawnWorkbook> =>
  drawn.map((all) => workbookOf({ ...all, asOf }));

function workbookOf(all: DrawnBook): DrawnWorkbook {
  const asOf = typeof all.asOf === 'number' ? all.asOf : today;
  const open = openMonth(asOf);
  const anchors = { asOf, warned: asOf + all.warningDays, closing: firstOf(open) + 14, fresh: firstOf(open - 2) + 14 };
  const at = ([anchor, days]: Relative) => anchors[anchor] + days;
  /** «open – Công an xã» with the periods there are. */
  const named = (cell: Cell): Cell =>
    typeof cell !== 'string'
      ? cell
      : cell
          .replace(/(^|; )open/u, (_, sign: string) => `${sign}${label(open)}`)
          .replace(/^OPEN$/u, label(open).toLowerCase())
          .replace(/^before/u, label(open - 1))
          .replace(/^after$/u, label(open + 1));
  const seen = new Set<number>();
  const cellsOf = (one: Drawn, i: number): Cells => {
    const mood = all.moods[one.unit] ?? 'mixed';
    const isFirst = !seen.has(one.unit);
    seen.add(one.unit);
    const due = one.due[1] ? at(one.due[0]) : null;
    const [how, when, beside, within] = one.doneOn;
    const name = UNITS[one.unit] ?? '';
    const cells: Cells = {
      state: one.state,
      progress: one.progress,
      result: one.result,
      doneOn: how === 'odd' ? one.oddDone : (how === 'due' && due !== null ? due + beside : at(when)) + within,
      evidence: one.evidence,
      difficulty: one.difficulty,
      proposal: one.proposal,
      addressee: one.addressee,
      period: named(one.period),
      reportedAt: one.reportedAt[2] ? at(one.reportedAt[0]) + one.reportedAt[1] : 'hôm qua',
      due,
      kind: one.kind,
      countsOverdue: one.countsOverdue,
      extension: one.extension[1] === 'none' ? null : one.extension[1] === 'odd' ? '31/12' : at(one.extension[0]),
      accountable:
        one.accountable === 'unit' ? name : one.accountable === 'UPPER' ? name.toUpperCase() : one.accountable,
      onTimeFor: named(one.onTimeFor),
      reporter: named(one.reporter),
      letIn: one.letIn === 'unit' ? name : one.letIn,
      // In turn: it goes with every other cell, and no draw is spent on it.
      estimate: ESTIMATES[i % ESTIMATES.length] ?? null,
    };
    if (mood === 'mixed') return cells;
    // All reported in time; the unit's first row late or missing.
    const told = {
      ...cells,
      state: STATES.doing,
      doneOn: null,
      result: 'Đã tổ chức 02 buổi',
      period: label(open),
      kind: KINDS.dated,
    };
    const inTime = {
      ...told,
      accountable: name,
      reporter: null,
      letIn: null,
      reportedAt: anchors.closing - 1 + one.reportedAt[1],
      onTimeFor: label(open),
    };
    if (mood === 'full' || !isFirst) return inTime;
    return mood === 'late'
      ? { ...inTime, reportedAt: anchors.closing + one.reportedAt[1], onTimeFor: null }
      : { ...inTime, period: label(open - 1) };
  };
  const closed = closingsOf(all.closings, open);
  return {
    rows: all.rows.map(cellsOf),
    indicators: all.indicators.map(({ numerator, denominator, enteredOn, note, milestone }) => ({
      numerator,
      denominator,
      enteredOn: enteredOn[1] === 'day' ? at(enteredOn[0]) : enteredOn[1] === 'formula' ? '=TODAY()' : null,
      note,
      milestone: milestone[1] ? at(milestone[0]) : null,
    })),
    asOf: all.asOf,
    warningDays: all.warningDays,
    stamped: named(all.stamped),
    phrases: all.phrases,
    ...closed,
  };
}

type Closing = typeof closing extends fc.Arbitrary<infer T> ? T : never;

function closingsOf(closings: readonly Closing[], open: number) {
  const versions = new Map<string, number>();
  const ordered = [...closings].sort((a, b) => b.back - a.back);
  const codes = SEEDS.tasks.map(({ code }) => code);
  const entries = ordered.map(({ back, kind, figures, rows }, i) => {
    const month = open - back;
    const period = kind === 'Tháng' ? label(month) : `${kind} ${i}`;
    const version = versions.get(period) ?? 0;
    versions.set(period, version + 1);
    const asOf = firstOf(month) + 13;
    const printed = figures.map(
      ([part, whole], k) => [`k${k + 1}`, `${Math.min(part, whole)}/${whole}${whole >= 10 ? ' (50%)' : ''}`] as const,
    );
    const line: Cells = {
      period,
      version,
      kind,
      asOf,
      closedAt: asOf + 1 + (i + 1) / 16,
      ...Object.fromEntries(printed),
    };
    const frozen = [...new Map(rows.map((one) => [one[0], one])).values()].map(
      ([task, onTime, isDone]): Cells => ({
        period,
        version,
        code: codes[task] ?? '',
        onTime,
        status: isDone ? 'Hoàn thành đúng hạn' : 'Đang thực hiện trong hạn',
        doneOn: isDone && onTime !== 'Không' ? asOf - 20 : null,
      }),
    );
    return { line, frozen, month, isMonth: kind === 'Tháng' };
  });
  const months = entries.filter(({ isMonth }) => isMonth);
  const before = months.filter(({ month }) => month < open);
  const last = before[before.length - 1];
  const ofOpen = months.filter(({ month }) => month === open);
  const codesOf = (rows: readonly Cells[]) => new Set(rows.map(({ code }) => String(code)));
  return {
    ledger: entries.map(({ line }) => line),
    history: entries.flatMap(({ frozen }) => frozen),
    reportedBefore: codesOf(ofOpen.flatMap(({ frozen }) => frozen).filter(({ onTime }) => onTime !== null)),
    finishedBefore: codesOf((last?.frozen ?? []).filter(({ doneOn }) => doneOn !== null)),
  };
}
