// What is true at a moment: an independent, simple model, written from rules 3.*, 4.*, 5.* and 6.*, and fed by what people
// did and the sheet took. It knows nothing of the program.
import { addDays, dayNumber, monthNumber, monthOf, readDay, readHolidays, shiftMonth } from './days.ts';
import { type Kind, TASKS, type TaskFacts } from './plan-facts.ts';

/** Something a person typed and the sheet took; '' where it was cleared. */
export interface Typed {
  readonly at: string;
  /** Account. */
  readonly by: string;
  readonly tab: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
  /** The simple trigger of this edit failed: the program could only find it later. */
  readonly isMissed?: boolean;
}

/** A version of a month as it was closed. */
export interface Closing {
  readonly month: string;
  readonly version: number;
  readonly at: string;
}

/** What a unit says of a row, in the order of the columns. */
export const CONTENT = [
  'Tình trạng',
  'Tiến độ',
  'Kết quả trong kỳ',
  'Ngày hoàn thành',
  'Minh chứng',
  'Khó khăn, vướng mắc',
  'Đề xuất, kiến nghị',
];
const WORDS = ['Chưa thực hiện', 'Đang thực hiện', 'Hoàn thành', 'Không phát sinh', 'Chờ hướng dẫn', 'Tạm dừng'];
const WARNING_DAYS = 48;
const USUAL_DEADLINE = 15;
const GRACE = 19;

/** Phrases that say nothing (rule 3.8): case, blanks and punctuation at the ends do not matter. */
const SAYS_NOTHING = new Set(
  (
    'không|không có|chưa có|không phát sinh|ko|k|0|không vướng mắc|không khó khăn|không có khó khăn|không có vướng mắc|không có khó khăn, vướng mắc|' +
    'không có khó khăn vướng mắc|không có gì|chưa|n/a|na|không có vướng mắc gì|không có đề xuất|không có kiến nghị|không có đề xuất, kiến nghị'
  ).split('|'),
);

export function saysSomething(text: string): boolean {
  const folded = text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.,;:!\-–—/…_*+]+|[\s.,;:!\-–—/…_*+]+$/gu, '');
  return folded !== '' && !SAYS_NOTHING.has(folded);
}

export interface RowTruth {
  readonly code: string;
  readonly kind: Kind;
  readonly lead: string;
  /** Whose report of the month it is; '' nobody's. */
  readonly account: string;
  /** Units between which it went today: until the night nobody can say. */
  readonly between: readonly string[];
  readonly counts: boolean;
  /** Last day; '' where none. */
  readonly due: string;
  /** The word a unit chose, '' where none. */
  readonly state: string;
  readonly result: string;
  readonly difficulty: string;
  readonly proposal: string;
  readonly isFinished: boolean;
  readonly isOnDay: boolean;
  readonly hasDay: boolean;
  readonly isPaused: boolean;
  /** Being late counts and it is late. */
  readonly isOverdue: boolean;
  readonly isDueSoon: boolean;
  readonly isOwed: boolean;
  readonly isReported: boolean;
  readonly isInTime: boolean;
  /** Two readings of the rules are possible here: nothing is held against anybody. */
  readonly isUnsure: boolean;
}

export interface UnitTruth {
  readonly unit: string;
  readonly owed: readonly RowTruth[];
  readonly reported: readonly RowTruth[];
  /** Owed, not reported and not finished. */
  readonly missing: readonly RowTruth[];
  readonly isUnsure: boolean;
  readonly isSilent: boolean;
  readonly isFull: boolean;
  readonly isInTime: boolean;
}

export interface Truth {
  readonly month: string;
  readonly asOf: string;
  readonly rows: ReadonlyMap<string, RowTruth>;
  readonly units: ReadonlyMap<string, UnitTruth>;
}

/** A number that is certain, or lies between two where rows are unsure. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export class World {
  private readonly edits = new Map<string, Typed[]>();
  readonly firstMonth: string;

  constructor(
    readonly typed: readonly Typed[],
    /** When the sheet was set up. */
    readonly begin: string,
    readonly closings: readonly Closing[],
    private readonly keepers: ReadonlySet<string>,
  ) {
    for (const one of typed) {
      if (one.tab !== 'Nhiệm vụ') continue;
      const list = this.edits.get(one.row) ?? [];
      list.push(one);
      this.edits.set(one.row, list);
    }
    const day = Number(begin.slice(8, 10));
    const open = this.rawOpen(begin);
    this.firstMonth = day >= USUAL_DEADLINE && day <= GRACE ? shiftMonth(open, 1) : open;
  }

  private rawOpen(at: string): string {
    const month = at.slice(0, 7);
    return Number(at.slice(8, 10)) > GRACE ? shiftMonth(month, 1) : month;
  }

  /** What is open at a moment: from the 20th to the 19th (rule 5.2). */
  openMonth(at: string): string {
    const open = this.rawOpen(at);
    return open < this.firstMonth ? this.firstMonth : open;
  }

  /** What stands in a setting. */
  setting(name: string, at: string): string | undefined {
    return this.typed
      .filter((one) => one.tab === 'Cấu hình' && one.row === name && one.at <= at)
      .map(({ text }) => text)
      .pop();
  }

  /** A changed closing day counts from the next period (rule 5.12). */
  deadlineDay(month: string): number {
    const opened = `${shiftMonth(month, -1)}-20`;
    return Number(this.setting('deadlineDay', opened) ?? USUAL_DEADLINE);
  }

  /** The last day in time of a month. */
  lastDay(month: string): string {
    return addDays(`${month}-${String(this.deadlineDay(month)).padStart(2, '0')}`, -1);
  }

  holidays(at: string): Set<string> {
    return readHolidays(this.setting('holidays', at) ?? '', at.slice(0, 4));
  }

  /** The cells of a row as they stand. */
  cell(code: string, column: string, at: string): string {
    let text = '';
    for (const one of this.edits.get(code) ?? []) if (one.column === column && one.at <= at) text = one.text;
    return text;
  }

  private cellBefore(code: string, edit: Typed): string {
    const earlier = (this.edits.get(code) ?? []).filter((one) => one.column === edit.column && one.at < edit.at);
    return earlier[earlier.length - 1]?.text ?? '';
  }

  private stamped(month: string, code: string, at: string): boolean {
    return this.stampedAt(month, code, at) !== undefined;
  }

  /** When the unit first touched the row in the month, or somebody chose the month for it. */
  private stampedAt(month: string, code: string, at: string): string | undefined {
    for (const one of this.edits.get(code) ?? []) {
      if (one.at > at) break;
      if (one.column === 'Kỳ báo cáo' && monthOf(one.text) === month) return one.at;
      if (!CONTENT.includes(one.column) || one.text === '' || this.openMonth(one.at) !== month) continue;
      // What was typed again as it stood leaves nothing to be found later.
      if (one.isMissed && one.text === this.cellBefore(code, one)) continue;
      const isKeepers = this.keepers.has(one.by) && this.leadOf(code, one.at) !== 'CAX';
      if (!isKeepers) return one.at;
    }
    return undefined;
  }

  leadOf(code: string, at: string): string {
    const typed = this.edits.get(code)?.filter((one) => one.column === 'Đầu mối' && one.at <= at) ?? [];
    const last = typed[typed.length - 1];
    if (last) return unitOf(last.text) ?? '';
    return TASKS.find((task) => task.code === code)?.lead ?? '';
  }

  /** When units were asked for a month for the last time before its closing day, at the latest (rule 6.2). */
  private lastAsking(month: string): string {
    return `${addDays(this.lastDay(month), -1)}T07:00`;
  }

  /** A report stays with who had the row: what was reported, and what was owed on the closing day; given on after the last asking and not reported it is nobody's. */
  private accountIn(month: string, code: string, at: string): string {
    const lead = this.leadOf(code, at);
    if (lead === '') return '';
    for (const { was, change } of this.changesOfLead(code, at)) {
      if (this.openMonth(change.at) !== month) continue;
      if (this.isReported(month, code, change.at) || change.at.slice(0, 10) > this.lastDay(month)) return was;
      if (change.at >= this.lastAsking(month)) return '';
    }
    return lead;
  }

  private changesOfLead(code: string, at: string): { readonly was: string; readonly change: Typed }[] {
    const planned = TASKS.find((task) => task.code === code)?.lead ?? '';
    let was = planned;
    return (this.edits.get(code) ?? []).flatMap((change) => {
      if (change.column !== 'Đầu mối' || change.at > at) return [];
      const before = was;
      was = unitOf(change.text) ?? '';
      return was === before ? [] : [{ was: before, change }];
    });
  }

  private reportedNow(month: string, code: string, at: string): boolean {
    if (!this.stamped(month, code, at)) return false;
    return this.cell(code, 'Tình trạng', at) !== '' || saysSomething(this.cell(code, 'Kết quả trong kỳ', at));
  }

  /** When a row was first reported for a month (rule 5.4). */
  reportedAt(month: string, code: string, upTo: string): string | undefined {
    return (this.edits.get(code) ?? []).find(({ at }) => at <= upTo && this.reportedNow(month, code, at))?.at;
  }

  isReported(month: string, code: string, at: string): boolean {
    if (this.reportedNow(month, code, at)) return true;
    return this.closings.some((one) => one.month === month && one.at <= at && this.reportedNow(month, code, one.at));
  }

  private row(task: TaskFacts, month: string, at: string, asOf: string, before: Truth | undefined): RowTruth {
    const { code, kind } = task;
    const cell = (column: string) => this.cell(code, column, at);
    const typed = cell('Tình trạng');
    const state = WORDS.find((word) => word.toLowerCase() === typed.toLowerCase()) ?? '';
    const done = readDay(cell('Ngày hoàn thành'));
    const due = kind === 'ongoing' ? '' : (readDay(cell('Hạn điều chỉnh')) ?? task.due);
    const counts = (cell('Tính quá hạn') || (task.counts ? 'Có' : 'Không')) !== 'Không';
    const isPaused = state === 'Tạm dừng' && cell('Minh chứng').trim() !== '';
    const isLater = done !== undefined && done > asOf;
    const isFinished =
      kind !== 'ongoing' &&
      !isPaused &&
      ((state === 'Hoàn thành' && !isLater && kind !== 'milestones') ||
        (kind === 'then-ongoing' && state !== 'Tạm dừng' && done !== undefined && !isLater));
    const isOpen = due !== '' && !isFinished && !isPaused && counts;
    const last = before?.rows.get(code);
    const wasFinished = last?.isFinished === true && last.hasDay && kind !== 'then-ongoing';
    const seldom = (kind === 'roadmap' || kind === 'on-request') && due === '';
    const lead = this.leadOf(code, at);
    const account = this.accountIn(month, code, at);
    const moved = this.changesOfLead(code, at).filter(({ change }) => change.at.slice(0, 10) === at.slice(0, 10));
    const isOwed = lead !== '' && !isPaused && !wasFinished && (!seldom || monthNumber(month) % 6 === 0);
    const limit = `${addDays(this.lastDay(month), 1)}T00:00`;
    const first = this.reportedAt(month, code, at);
    const touched = this.stampedAt(month, code, at);
    return {
      code,
      kind,
      lead,
      account,
      between: moved.length === 0 ? [] : [lead, ...moved.map(({ was }) => was)],
      counts,
      due,
      state,
      result: cell('Kết quả trong kỳ'),
      difficulty: cell('Khó khăn, vướng mắc'),
      proposal: cell('Đề xuất, kiến nghị'),
      isFinished,
      hasDay: done !== undefined,
      isOnDay: isFinished && (due === '' || (done !== undefined && done <= due)),
      isPaused,
      isOverdue: isOpen && asOf > due,
      isDueSoon: isOpen && asOf <= due && dayNumber(due) - dayNumber(asOf) <= WARNING_DAYS,
      isOwed,
      isReported: this.isReported(month, code, at),
      isInTime: first !== undefined && first < limit,
      isUnsure:
        // Touched in time and made a report of later, or emptied again.
        (touched !== undefined && first !== undefined && touched < limit !== first < limit) ||
        (first !== undefined && !this.reportedNow(month, code, at)) ||
        // Finished without a report: whether it is owed at all, two readings.
        (typed !== '' && state === '') ||
        moved.length > 0 ||
        this.wasMissedToday(code, at),
    };
  }

  /** An edit the program had no chance to find yet: its trigger failed, and the first run of a day is still to come. */
  private wasMissedToday(code: string, at: string): boolean {
    return (this.edits.get(code) ?? []).some(
      (one) => one.isMissed && one.at <= at && one.at.slice(0, 10) === at.slice(0, 10),
    );
  }

  /** Everything about a month at a moment. @param asOf the day by which late is late */
  truth(month: string, at: string, asOf: string): Truth {
    const earlier = [...this.closings].filter((one) => one.month < month && one.at < at).pop();
    const before = earlier && this.truthOf(earlier);
    const rows = new Map(TASKS.map((task) => [task.code, this.row(task, month, at, asOf, before)]));
    const units = new Map<string, UnitTruth>();
    const all = [...rows.values()];
    for (const unit of new Set(all.flatMap(({ lead, account, between }) => [lead, account, ...between]))) {
      if (unit !== '')
        units.set(
          unit,
          unitTruth(
            unit,
            all.filter(({ account, between }) => account === unit || between.includes(unit)),
          ),
        );
    }
    return { month, asOf, rows, units };
  }

  private readonly known = new Map<string, Truth>();

  /** What a version must say. */
  truthOf({ month, at }: Closing): Truth {
    const key = `${month} ${at}`;
    const known =
      this.known.get(key) ??
      this.truth(month, at, this.lastDay(month) < at.slice(0, 10) ? this.lastDay(month) : at.slice(0, 10));
    this.known.set(key, known);
    return known;
  }

  /** Silent: nothing came for the month until the end of its 19th (rule 5.11). */
  wasSilent(unit: string, month: string, upTo: string): boolean {
    const end = `${month}-19T23:59:59`;
    const at = upTo < end ? upTo : end;
    const truth = this.truth(month, at, this.lastDay(month)).units.get(unit);
    return truth !== undefined && (truth.isSilent || (truth.isUnsure && truth.owed.length > 0));
  }
}

function unitTruth(unit: string, rows: readonly RowTruth[]): UnitTruth {
  const owed = rows.filter(({ isOwed }) => isOwed);
  const reported = owed.filter(({ isReported }) => isReported);
  const missing = owed.filter(({ isReported, isFinished }) => !isReported && !isFinished);
  return {
    unit,
    owed,
    reported,
    missing,
    // A finished row that was not reported may be counted with the reported ones, or with none.
    isUnsure: owed.some(({ isUnsure, isReported, isFinished }) => isUnsure || (isFinished && !isReported)),
    isSilent: owed.length > 0 && reported.length === 0 && missing.length > 0,
    isFull: owed.length > 0 && missing.length === 0,
    isInTime: owed.length > 0 && missing.length === 0 && reported.every(({ isInTime }) => isInTime),
  };
}

/** How many of a list, between what is certain and what may be. */
function range<T>(list: readonly T[], is: (one: T) => boolean, isUnsure: (one: T) => boolean): Range {
  const sure = list.filter((one) => !isUnsure(one) && is(one)).length;
  return { least: sure, most: sure + list.filter(isUnsure).length };
}

export interface Fraction {
  readonly part: Range;
  readonly whole: Range;
}

const exact = (n: number): Range => ({ least: n, most: n });

/** The figures of rules 4.*, those the referee can count; K7 asks for indicators, which its people do not type. */
export function figuresOf({ rows: byCode, units, asOf }: Truth, year: string): Record<string, Fraction> {
  const rows = [...byCode.values()];
  const count = (is: (row: RowTruth) => boolean) => exact(rows.filter(is).length);
  const due = (row: RowTruth) => row.counts && !row.isPaused && row.due !== '' && row.due < asOf;
  const ofYear = (row: RowTruth) => row.due.startsWith(year);
  const goesOn = (row: RowTruth) =>
    (row.kind === 'ongoing' || (row.kind === 'then-ongoing' && row.isFinished)) && !isPausedWord(row);
  const owing = [...units.values()].filter(({ owed }) => owed.length > 0);
  const unsure = ({ isUnsure }: UnitTruth) => isUnsure;
  const whole = { least: owing.filter((unit) => !onlyFinished(unit)).length, most: owing.length };
  return {
    K1: { part: count((row) => due(row) && row.isFinished), whole: count(due) },
    K2: { part: count((row) => due(row) && row.isOnDay && row.hasDay), whole: count(due) },
    K3: { part: count((row) => ofYear(row) && row.isFinished), whole: count(ofYear) },
    K4: {
      part: range(
        rows.filter(goesOn),
        (row) => row.isReported && saysSomething(row.result) && row.state !== 'Không phát sinh',
        (row) => row.isUnsure,
      ),
      whole: count(goesOn),
    },
    K5: { part: range(owing, ({ isFull }) => isFull, unsure), whole },
    K6: { part: range(owing, ({ isInTime }) => isInTime, unsure), whole },
    K8: {
      part: count((row) => !row.isFinished && saysSomething(row.difficulty)),
      whole: count((row) => !row.isFinished),
    },
  };
}

const isPausedWord = (row: RowTruth): boolean => row.isPaused;
const onlyFinished = ({ owed, reported, missing }: UnitTruth): boolean =>
  owed.length > 0 && reported.length === 0 && missing.length === 0;

// Names of units: identity is the code, every name it ever had is its name (rule 1.15).

const NAMES: Record<string, string> = {
  CAX: 'Công an xã',
  VP: 'Văn phòng UBND xã',
  TP: 'Ban Tư pháp',
  TCKH: 'Ban Tài chính - Kế hoạch',
  VHTT: 'Ban Văn hóa - Thông tin',
  BPMC: 'Bộ phận một cửa xã',
  LDTBXH: 'CC Lao động - Thương binh và Xã hội',
  DCXD: 'CC ĐC-XD xã',
  DCNNMT: 'CC ĐC-NN-MT',
  TH: 'Trường Tiểu học Vân Sơn',
  THCS: 'Trường THCS Vân Sơn',
};
export const UNITS: readonly string[] = Object.keys(NAMES);
export const nameOf = (unit: string): string => NAMES[unit] ?? unit;
export const accountOf = (unit: string): string => `${unit.toLowerCase()}@example.vn`;

/** New names people gave in scenarios; told once, by whoever makes them. */
const RENAMED: Readonly<Record<string, string>> = {
  'Phòng Kinh tế': 'DCNNMT',
  'Trường Tiểu học số 1': 'TH',
  'Ban Tư pháp - Hộ tịch': 'TP',
};

export function unitOf(name: string): string | undefined {
  const text = name.trim();
  return UNITS.find((unit) => NAMES[unit] === text) ?? RENAMED[text];
}
