// Random people: months of entries, closings, slips and troubles, drawn from a number. A month is made of strands, each a small story of its
// own, so that a failing case shrinks by leaving strands out.
import { addDays, addMinutes, nextWorkingDay, periodLabel, shiftMonth, showDay, two, workingDayFrom } from './days.ts';
import { BAD_COPIES, badAddress, click, fault, setting, type } from './known-faults.ts';
import { nameOf, UNITS } from './model.ts';
import { TASKS } from './plan-facts.ts';
import type { Scenario, Step } from './referee.ts';

/** One story of a month, by the branch it is to reach. */
export interface Strand {
  readonly branch: string;
  readonly steps: readonly Step[];
}

export interface Case {
  readonly seed: number;
  readonly from: string;
  readonly to: string;
  readonly strands: readonly Strand[];
}

/** A source of chance that is the same everywhere (mulberry32). */
class Chance {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }
  is(probability: number): boolean {
    return this.next() < probability;
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  /** One of some things by their weights. */
  weighed<T>(things: readonly (readonly [number, T])[]): T {
    let left = this.next() * things.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, thing] of things) {
      left -= weight;
      if (left < 0) return thing;
    }
    return things[0]?.[1] as T;
  }
}

const NOTHING = [
  'Không',
  'không có',
  'Không có khó khăn, vướng mắc.',
  'Không.',
  '/',
  '...',
  'chưa',
  'N/A',
  'Không có gì',
  '–',
  'Không phát sinh',
];
const DIFFICULTIES = ['Chờ văn bản hướng dẫn của cấp trên', 'Thiếu 02 máy quét', 'Đường truyền chậm vào giờ cao điểm'];
const RESULTS = [
  'Đã rà soát 12 hồ sơ',
  'Tuyên truyền 03 buổi, 140 lượt người',
  'Cập nhật 35 trường hợp',
  'Đã họp và phân công',
];
const SMALL = ['TH', 'DCXD', 'DCNNMT', 'TCKH', 'LDTBXH'];

const rowsOf = (unit: string): string[] => TASKS.filter(({ lead }) => lead === unit).map(({ code }) => code);
const taskOf = (code: string) => TASKS.find((task) => task.code === code);

/** A month as its people meet it. */
interface Frame {
  readonly month: string;
  readonly chance: Chance;
  /** A time of one of the days from a to b of the month, in the office. */
  time(a: number, b: number): string;
  readonly first: number;
}

function frameOf(month: string, chance: Chance, first: number): Frame {
  return {
    month,
    chance,
    first,
    time: (a, b) => `${month}-${two(chance.between(a, b))}T${two(chance.between(8, 16))}:${two(chance.below(24))}`,
  };
}

/** What a unit types about one row, minute by minute. */
function entry({ chance }: Frame, unit: string, code: string, at: string): Strand {
  const as = nameOf(unit);
  const put = (i: number, column: string, text: string) => type(addMinutes(at, i), as, code, column, text);
  const day = showDay(addDays(at, -chance.below(9)));
  const isOngoing = taskOf(code)?.kind === 'ongoing';
  const result = () => chance.of(RESULTS);
  return chance.weighed<() => Strand>([
    [
      8,
      () => ({
        branch: 'plain entry',
        steps: [put(0, 'Tình trạng', 'Đang thực hiện'), put(1, 'Kết quả trong kỳ', result())],
      }),
    ],
    [
      isOngoing ? 0 : 5,
      () => ({
        branch: 'finished',
        steps: [put(0, 'Tình trạng', 'Hoàn thành'), put(1, 'Ngày hoàn thành', day), put(2, 'Minh chứng', '12/BC-UBND')],
      }),
    ],
    [isOngoing ? 0 : 1, () => ({ branch: 'finished without a day', steps: [put(0, 'Tình trạng', 'Hoàn thành')] })],
    [2, () => ({ branch: 'result without state', steps: [put(0, 'Kết quả trong kỳ', result())] })],
    [
      1,
      () => ({
        branch: 'nothing arose',
        steps: [put(0, 'Tình trạng', 'Không phát sinh'), put(1, 'Kết quả trong kỳ', chance.of(NOTHING))],
      }),
    ],
    [1, () => ({ branch: 'awaits guidance', steps: [put(0, 'Tình trạng', 'Chờ hướng dẫn')] })],
    [1, () => ({ branch: 'not begun, chosen', steps: [put(0, 'Tình trạng', 'Chưa thực hiện')] })],
    [
      1,
      () => ({
        branch: 'paused',
        steps: [put(0, 'Tình trạng', 'Tạm dừng'), ...(chance.is(0.6) ? [put(1, 'Minh chứng', '77/CV-UBND')] : [])],
      }),
    ],
    [
      2,
      () => ({
        branch: 'a difficulty',
        steps: [put(0, 'Tình trạng', 'Đang thực hiện'), put(1, 'Khó khăn, vướng mắc', chance.of(DIFFICULTIES))],
      }),
    ],
    [
      2,
      () => ({
        branch: 'words that say nothing',
        steps: [
          put(0, 'Tình trạng', 'Đang thực hiện'),
          put(1, 'Khó khăn, vướng mắc', chance.of(NOTHING)),
          put(2, 'Đề xuất, kiến nghị', chance.of(NOTHING)),
        ],
      }),
    ],
    [
      1,
      () => ({
        branch: 'a proposal',
        steps: [
          put(0, 'Tình trạng', 'Đang thực hiện'),
          put(1, 'Đề xuất, kiến nghị', 'Bố trí thêm 01 máy quét'),
          ...(chance.of([true, false]) ? [put(2, 'Gửi tới', 'UBND cấp trên')] : []),
        ],
      }),
    ],
    [
      1,
      () => ({
        branch: 'a formula',
        steps: [put(0, 'Tình trạng', 'Hoàn thành'), put(1, 'Ngày hoàn thành', '=TODAY()')],
      }),
    ],
    [
      1,
      () => ({
        branch: 'a word outside the list',
        steps: [put(0, 'Tình trạng', 'đang làm'), put(1, 'Kết quả trong kỳ', result())],
      }),
    ],
    [
      1,
      () => ({
        branch: 'retyped',
        steps: [
          put(0, 'Tình trạng', 'Đang thực hiện'),
          put(1, 'Kết quả trong kỳ', result()),
          put(3, 'Kết quả trong kỳ', result()),
        ],
      }),
    ],
  ])();
}

/** Now and then the trigger of an entry is lost (Google gives no promise that it runs). */
function withLostEdit(chance: Chance, strand: Strand): Strand {
  const [head] = strand.steps;
  if (!head || !chance.is(0.06)) return strand;
  const lost = fault(addMinutes(head.at, -1), addMinutes(head.at, 5), 'SpreadsheetApp', {
    message: 'Service Spreadsheets timed out',
  });
  return { branch: 'onEdit is lost', steps: [lost, ...strand.steps] };
}

/** A unit's month: all its rows, some, or none. */
function unitMonth(frame: Frame, unit: string): Strand[] {
  return unitEntries(frame, unit).map((strand) => withLostEdit(frame.chance, strand));
}

function unitEntries(frame: Frame, unit: string): Strand[] {
  const { chance, first, month } = frame;
  const rows = rowsOf(unit);
  const way = chance.weighed<'all' | 'some' | 'late' | 'after' | 'edge' | 'silent'>([
    [rows.length > 5 ? 1 : 5, 'all'],
    [3, 'some'],
    [1, 'late'],
    [1.5, 'after'],
    [0.7, 'edge'],
    [2, 'silent'],
  ]);
  const some = rows.filter(() => chance.is(rows.length > 5 ? 0.25 : 0.6));
  switch (way) {
    case 'silent':
      return [];
    case 'all':
      return [
        { branch: 'a unit reports all', steps: [] },
        ...rows.map((code) => entry(frame, unit, code, frame.time(first, 14))),
      ];
    case 'some':
      return some.map((code) => entry(frame, unit, code, frame.time(first, 14)));
    case 'late':
      return rows.slice(0, 6).map((code) => ({
        ...entry(frame, unit, code, `${month}-15T${two(chance.between(6, 7))}:${two(chance.below(45))}`),
        branch: 'late, before the closing',
      }));
    case 'after':
      return rows
        .slice(0, 6)
        .map((code) => ({ ...entry(frame, unit, code, frame.time(16, 18)), branch: 'after the closing' }));
    case 'edge':
      return rows.slice(0, 3).map((code) => ({
        ...entry(
          frame,
          unit,
          code,
          chance.is(0.5) ? `${month}-14T23:5${chance.below(5)}` : `${month}-15T00:1${chance.below(9)}`,
        ),
        branch: 'at the edge of the 15th',
      }));
  }
}

/** How CAX closes, and the latest moment of it. */
function closing(frame: Frame): Strand {
  const { chance, month } = frame;
  const day = workingDayFrom(`${month}-15`);
  const close = (at: string, as = 'CAX') => click(at, 'Tổng hợp báo cáo', as);
  const again = type(
    `${day}T09:40`,
    'Ban Tư pháp',
    'I.01',
    'Kết quả trong kỳ',
    `Đã rà soát ${chance.between(2, 60)} văn bản`,
  );
  return chance.weighed<Strand>([
    [6, { branch: 'closes in the morning', steps: [close(`${day}T08:30`)] }],
    [1, { branch: 'closes just after midnight', steps: [close(`${month}-15T00:02`)] }],
    [1, { branch: 'closes just before midnight', steps: [close(`${month}-15T23:58`)] }],
    [1, { branch: 'closes at the last minute of the 19th', steps: [close(`${month}-19T23:57`)] }],
    [1, { branch: 'comes too late', steps: [close(`${month}-20T00:02`)] }],
    [2, { branch: 'nobody closes', steps: [] }],
    [2, { branch: 'closes and corrects', steps: [close(`${day}T08:30`), again, close(`${day}T10:30`)] }],
    [1, { branch: 'closes twice', steps: [close(`${day}T08:30`), close(`${day}T08:33`)] }],
    [1, { branch: 'after bản 0', steps: [close(`${nextWorkingDay(day)}T10:30`)] }],
    [1, { branch: 'looks first', steps: [close(`${month}-14T15:30`), close(`${day}T08:30`)] }],
  ]);
}

/** What goes wrong around it. */
function troubles(frame: Frame): Strand[] {
  const { chance, month, first } = frame;
  const day = workingDayFrom(`${month}-15`);
  const hours = (at: string, n: number) => addMinutes(at, n * 60);
  const effect = chance.of(['none', 'none', 'dies'] as const);
  const all: [number, Strand][] = [
    [
      0.12,
      {
        branch: 'mail is out for hours',
        steps: [
          fault(
            `${day}T${two(chance.between(6, 8))}:28`,
            hours(`${day}T09:00`, chance.between(0, 7)),
            'MailApp.sendEmail',
            { effect, message: 'Service error: Gmail' },
          ),
        ],
      },
    ],
    [
      0.04,
      {
        branch: 'mail is out for two days',
        steps: [
          fault(`${day}T06:00`, hours(`${day}T06:00`, 50), 'MailApp.sendEmail', { message: 'Service error: Gmail' }),
        ],
      },
    ],
    [
      0.06,
      {
        branch: 'the clock stops for hours',
        steps: [fault(`${day}T0${chance.between(0, 8)}:00`, `${day}T${two(chance.between(10, 20))}:00`, 'clock')],
      },
    ],
    [
      0.05,
      {
        branch: 'the clock stops for days',
        steps: [
          fault(
            `${month}-${two(chance.between(13, 15))}T${two(chance.below(20))}:00`,
            `${month}-${two(chance.between(16, 18))}T10:00`,
            'clock',
          ),
        ],
      },
    ],
    [
      0.06,
      { branch: 'Drive is out', steps: [fault(`${day}T06:00`, hours(`${day}T08:00`, chance.between(1, 9)), 'Drive')] },
    ],
    [
      0.04,
      {
        branch: 'the sheet is out',
        steps: [fault(`${day}T08:31`, hours(`${day}T08:31`, chance.between(1, 5)), 'Sheets')],
      },
    ],
    [
      0.06,
      {
        branch: 'a copy address is wrong',
        steps: [
          badAddress(`${month}-${two(first)}T06:20`),
          setting(frame.time(first, 14), 'copies', BAD_COPIES),
          ...(chance.is(0.5) ? [setting(`${day}T11:20`, 'copies', 'pct@example.vn\nvan.phong@example.vn')] : []),
        ],
      },
    ],
    [
      0.05,
      {
        branch: 'the chairman has no address',
        steps: [
          { at: frame.time(first, 14), as: 'CAX', clear: { tab: 'Cấu hình', row: 'chairmanEmail', column: 'Giá trị' } },
          ...(chance.is(0.5) ? [setting(`${day}T11:25`, 'chairmanEmail', 'chu-tich@example.vn')] : []),
        ],
      },
    ],
    [
      0.06,
      {
        branch: 'the chairman’s address changes',
        steps: [setting('', 'copies', 'pct@example.vn'), setting('', 'chairmanEmail', 'chu-tich.moi@example.vn')].map(
          (step, i) => ({ ...step, at: i === 0 ? `${month}-14T09:26` : `${day}T11:27` }),
        ),
      },
    ],
    [0.05, { branch: 'sending is off', steps: [setting(frame.time(first, 14), 'automaticSending', 'FALSE')] }],
    [
      0.06,
      {
        branch: 'holidays',
        steps: [
          setting(
            frame.time(first, first),
            'holidays',
            `${chance.between(12, 15)}/${month.slice(5)} - ${chance.between(16, 18)}/${month.slice(5)}`,
          ),
        ],
      },
    ],
    [
      0.03,
      {
        branch: 'the closing day changes',
        steps: [setting(frame.time(first, 16), 'deadlineDay', String(chance.of([10, 12])))],
      },
    ],
    [
      0.05,
      {
        branch: 'a unit is renamed',
        steps: [type(frame.time(first, 14), 'CAX', 'TP', 'Tên', 'Ban Tư pháp - Hộ tịch', 'Đơn vị')],
      },
    ],
    [
      0.08,
      {
        branch: 'a unit without e-mail',
        steps: [
          {
            at: `${month}-${two(first)}T06:30`,
            as: 'CAX',
            clear: { tab: 'Đơn vị', row: chance.of(SMALL), column: 'E-mail nhận nhắc' },
          },
        ],
      },
    ],
    [
      0.04,
      {
        branch: 'a unit without account',
        steps: [
          {
            at: `${month}-${two(first)}T06:31`,
            as: 'CAX',
            clear: { tab: 'Đơn vị', row: chance.of(SMALL), column: 'Tài khoản Google để nhập' },
          },
        ],
      },
    ],
    [
      0.06,
      {
        branch: 'a row loses its unit',
        steps: [
          {
            at: frame.time(first, 14),
            as: 'CAX',
            clear: { tab: 'Nhiệm vụ', row: chance.of(['I.02', 'V.46', 'IV.40', 'V.52']), column: 'Đầu mối' },
          },
        ],
      },
    ],
    [
      0.1,
      {
        branch: 'a row is given to another unit',
        steps: [
          type(
            chance.of([frame.time(first, 9), `${month}-14T09:02`, `${month}-16T09:02`]),
            'CAX',
            chance.of(['I.02', 'V.46', 'V.52', 'II.06', 'X.71']),
            'Đầu mối',
            chance.of(['CC ĐC-XD xã', 'Văn phòng UBND xã', 'Trường THCS Vân Sơn']),
          ),
        ],
      },
    ],
    [
      0.04,
      {
        branch: 'an extension',
        steps: [
          type(
            frame.time(first, 14),
            'CAX',
            chance.of(['I.02', 'X.71', 'IV.42']),
            'Hạn điều chỉnh',
            chance.of(['30/09/2024', '30/09/2023']),
          ),
        ],
      },
    ],
    [
      0.05,
      {
        branch: 'a row is deleted and restored',
        steps: [
          {
            at: `${day}T07:56`,
            as: 'Cài đặt',
            deleteRow: { tab: 'Nhiệm vụ', row: chance.of(['IV.40', 'V.52', 'II.07']) },
          },
          click(`${day}T07:58`, 'Đồng bộ bảng tính', 'Cài đặt'),
        ],
      },
    ],
    [
      0.05,
      {
        branch: '«Lịch sử» is sorted',
        steps: [{ at: `${month}-18T10:29`, as: 'CAX', sort: { tab: 'Lịch sử', column: chance.of(['Mã', 'Đầu mối']) } }],
      },
    ],
    [
      0.06,
      {
        branch: 'the name of a closing is deleted',
        steps: [
          click(`${day}T08:29`, 'Tổng hợp báo cáo'),
          { at: `${day}T08:31`, as: 'Văn phòng UBND xã', deleteName: `Chot_${month.replace('-', '_')}_1` },
        ],
      },
    ],
    [0.06, { branch: 'CAX reminds by hand', steps: [click(`${day}T09:2${chance.below(9)}`, 'Nhắc đơn vị')] }],
    [
      0.05,
      {
        branch: 'CAX mends a letter',
        steps: [type(frame.time(13, 14), 'CAX', chance.of(['IV.40', 'V.52']), 'Kết quả trong kỳ', 'Đã họp phụ huynh')],
      },
    ],
    [
      0.05,
      {
        branch: 'a text is cleared',
        steps: [
          {
            at: frame.time(13, 14),
            as: 'Trường Tiểu học',
            clear: { tab: 'Nhiệm vụ', row: 'IV.40', column: 'Kết quả trong kỳ' },
          },
        ],
      },
    ],
    [
      0.06,
      {
        branch: 'a second account of CAX',
        steps: [
          setting(`${month}-13T09:27`, 'policeAccounts', 'cax@example.vn\ncax2@example.vn'),
          { at: `${month}-13T09:28`, as: 'Cài đặt', share: { with: 'cax2@example.vn', role: 'editor' } },
          click(`${day}T08:29`, 'Tổng hợp báo cáo', 'cax2@example.vn'),
        ],
      },
    ],
    [
      0.05,
      {
        branch: 'a month is confirmed',
        steps: [type(frame.time(13, 14), 'Trường Tiểu học', 'IV.40', 'Kỳ báo cáo', periodLabel(month))],
      },
    ],
    [
      0.05,
      {
        branch: 'finished, then open again',
        steps: [
          type(frame.time(first, 12), 'Ban Tư pháp', 'X.71', 'Tình trạng', 'Hoàn thành'),
          type(
            `${month}-12T16:50`,
            'Ban Tư pháp',
            'X.71',
            'Ngày hoàn thành',
            `10/${month.slice(5)}/${month.slice(0, 4)}`,
          ),
          type(`${month}-${two(chance.between(13, 17))}T16:55`, 'Ban Tư pháp', 'X.71', 'Tình trạng', 'Đang thực hiện'),
        ],
      },
    ],
  ];
  return all.flatMap(([probability, strand]) => (chance.is(probability) ? [strand] : []));
}

const STARTS = ['2024-05', '2024-05', '2024-06', '2024-09', '2024-12'];

/** The case of a number. */
export function drawn(seed: number): Case {
  const chance = new Chance(seed * 7919 + 17);
  const start = chance.of(STARTS);
  const length = chance.weighed([
    [6, 1],
    [3, 2],
    [1, 3],
  ]);
  const firstDay = chance.is(0.3) ? 6 : 13;
  const from = `${start}-${two(firstDay)}T06:00`;
  const strands: Strand[] = [];
  let to = from;
  for (let i = 0; i < length; i += 1) {
    const month = shiftMonth(start, i);
    const frame = frameOf(month, chance, i === 0 ? firstDay : 13);
    const units = UNITS.filter((unit) => rowsOf(unit).length > 0 && chance.is(SMALL.includes(unit) ? 0.8 : 0.25));
    const closes = closing(frame);
    strands.push(...units.flatMap((unit) => unitMonth(frame, unit)), ...troubles(frame), closes);
    const isYearsEnd = month === '2025-01';
    if (isYearsEnd)
      strands.push({ branch: 'the year is closed anew', steps: [click('2025-01-13T09:05', 'Chốt năm bổ sung')] });
    const last = closes.steps[closes.steps.length - 1]?.at ?? `${month}-19T12:00`;
    to = addMinutes(`${nextWorkingDay(last)}T${last.slice(11, 16)}`, 90);
    if (i < length - 1) {
      strands.push({
        branch: 'quiet weeks',
        steps: [fault(`${month}-21T01:00`, `${shiftMonth(month, 1)}-${two(chance.is(0.3) ? 6 : 13)}T05:00`, 'clock')],
      });
    } else if (chance.is(0.3)) to = `${month}-20T01:00` > to ? `${month}-20T01:00` : to;
  }
  return { seed, from, to, strands };
}

/** The scenario of a case: what happens before its end, in the order of time. */
export function scenarioOf({ seed, from, to, strands }: Case): Scenario {
  const steps = strands
    .flatMap((strand) => strand.steps)
    .filter(({ at }) => at > from && at < to)
    .map((step) =>
      step.fault && step.fault.until <= step.at
        ? { ...step, fault: { ...step.fault, until: addMinutes(step.at, 60) } }
        : step,
    );
  const about = `referee ${seed}: ${[...new Set(strands.map(({ branch }) => branch))].join(', ')}`;
  return {
    about,
    from,
    to,
    domain: 'example.vn',
    steps: steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

/** Leaves out what is not needed for a finding: strands first, by halves, then one by one. @param fails plays what is left */
export async function shrunk(whole: Case, fails: (smaller: Case) => Promise<boolean>, most: number): Promise<Case> {
  let best = whole;
  let left = most;
  for (let size = Math.ceil(best.strands.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let i = 0; i < best.strands.length && left > 0; ) {
      const smaller = { ...best, strands: [...best.strands.slice(0, i), ...best.strands.slice(i + size)] };
      left -= 1;
      if (await fails(smaller)) best = smaller;
      else i += size;
    }
  }
  return best;
}
