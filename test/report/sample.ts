// May 2024 of the plan as it might have been: the 72 tasks in their own words, entries made up. April is before it.

import planTasks from '../../seeds/tasks.json' with { type: 'json' };
import { at, dayOf, readIsoDate } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { phrasesWith } from '../../src/core/content.ts';
import type { IndicatorRow } from '../../src/core/indicator.ts';
import { type Period, PLAN_RULES, periodLabel, windowOf } from '../../src/core/period.ts';
import type { ReportInput } from '../../src/core/report/making.ts';
import type { PlannedTask } from '../../src/core/report/told-task.ts';
import { KINDS, STATES } from '../../src/core/status.ts';
import type { Viewpoint } from '../../src/core/task.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { finishedCodes, freeze, type Version } from '../../src/core/version.ts';
import type { MailFacts } from '../../src/report/chairman-page.ts';
import { indicatorRow, taskRow } from '../core/task-row.ts';

export const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;

export const facts: MailFacts = {
  commune: 'xã Vân Sơn',
  sheetUrl: 'https://docs.google.com/spreadsheets/d/mau/edit',
  standingBody: 'Công an xã',
  chairmanTitle: 'Chủ tịch',
  replyTo: 'congan@example.vn',
};

const UNITS = [
  'Công an xã',
  'Văn phòng UBND xã',
  'Ban Tư pháp',
  'Ban Tài chính - Kế hoạch',
  'Ban Văn hóa - Thông tin',
  'Bộ phận một cửa xã',
  'CC Lao động - Thương binh và Xã hội',
  'CC ĐC-XD xã',
  'CC ĐC-NN-MT',
  'Trường Tiểu học Vân Sơn',
];
const UNIT_WORDS: readonly (readonly [RegExp, number])[] = [
  [/công an xã/iu, 0],
  [/văn phòng ubnd/iu, 1],
  [/ban tư pháp/iu, 2],
  [/ban ?tài chính/iu, 3],
  [/ban ?văn hóa/iu, 4],
  [/bộ phận một cửa/iu, 5],
  [/cc lao động/iu, 6],
  [/cc đc-xd/iu, 7],
  [/cc đc-nn/iu, 8],
  [/trường tiểu học/iu, 9],
];

function accountable(lead: string): Cell {
  const found = UNIT_WORDS.map(([words, i]) => ({ at: lead.search(words), name: UNITS[i] ?? null }))
    .filter(({ at: place }) => place >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.name ?? null;
}

const yearEnd = '2024-12-31';
const both = KINDS['dated-then-ongoing'];
const DATED: Readonly<Record<string, readonly [due: string, kind?: string, counts?: string]>> = {
  'I.02': ['2024-03-31'],
  'II.06': ['2024-05-31', KINDS.dated, 'Không'],
  'II.10': ['2025-12-31'],
  'II.27': ['2024-08-31'],
  'II.30': [yearEnd, KINDS.dated, 'Không'],
  'II.32': ['2024-09-30', KINDS.milestones],
  'III.35': [yearEnd, both],
  'III.36': [yearEnd, KINDS.dated, 'Không'],
  'IV.40': ['2024-06-30', KINDS.roadmap, 'Không'],
  'IV.42': ['2024-06-30'],
  'V.49': [yearEnd, KINDS.dated, 'Không'],
  'V.50': ['2024-09-30'],
  'V.52': [yearEnd, KINDS.dated, 'Không'],
  'VII.64': ['2024-11-30'],
  'VIII.65': ['2024-03-31', both],
  'X.70': [yearEnd],
  'X.71': ['2024-03-31'],
};
for (const code of ['05', '12', '13', '17', '18', '19', '20', '21', '25', '26', '31'])
  Object.assign(DATED, { [`II.${code}`]: [yearEnd] });
for (const code of ['II.11', 'II.14', 'II.22', 'II.23', 'II.24', 'II.29', 'V.46', 'V.47'])
  Object.assign(DATED, { [code]: [yearEnd, both] });
for (const code of ['V.53', 'V.54', 'V.55', 'V.56'])
  Object.assign(DATED, { [code]: [yearEnd, KINDS.roadmap, 'Không'] });
const UNDATED: Readonly<Record<string, string>> = {
  'III.37': KINDS.roadmap,
  'IV.39': KINDS['on-request'],
  'IV.41': KINDS.roadmap,
  'V.48': KINDS.roadmap,
  'V.51': KINDS.roadmap,
  'VII.63': KINDS['on-request'],
  'X.69': KINDS.roadmap,
};

export const tasks: readonly PlannedTask[] = planTasks.map((task) => ({
  ...task,
  kind: DATED[task.code]?.[1] ?? UNDATED[task.code] ?? (DATED[task.code] ? KINDS.dated : KINDS.ongoing),
}));
const GROUPS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

type Entries = Readonly<Record<string, Partial<TaskRow>>>;

/** All 72 rows; units in `silent` have entered nothing, the others report every row, with `entries` on top. */
export function rowsOf(period: Period, entries: Entries, silent: readonly string[] = []): TaskRow[] {
  return tasks.map((task) => {
    const [due, , counts = 'Có'] = DATED[task.code] ?? [];
    const unit = accountable(task.lead);
    const says = unit !== null && !silent.includes(String(unit));
    return taskRow({
      ...task,
      kind: task.kind ?? null,
      accountable: unit,
      due: due === undefined ? null : day(due),
      countsOverdue: counts,
      ...(says && {
        state: task.kind === KINDS.ongoing ? STATES.doing : STATES.notStarted,
        result: task.kind === KINDS.ongoing ? `Đã thực hiện trong ${periodLabel(period)}` : null,
        period: periodLabel(period),
        reportedAt: at(dayOf(period.year, period.month, 12), 9, 30),
        onTimeFor: periodLabel(period),
      }),
      ...entries[task.code],
    });
  });
}

export function versionOf(
  period: Period,
  rows: readonly TaskRow[],
  more: Partial<Pick<Version, 'version' | 'closedAt' | 'stamped'>> & Partial<Viewpoint> = {},
): Version {
  const window = windowOf(period, PLAN_RULES);
  const view: Viewpoint = {
    asOf: window.to,
    period,
    rules: PLAN_RULES,
    warningDays: 48,
    planYear: 2024,
    indicators: [],
    stamped: true,
    phrases: phrasesWith(),
    reportedBefore: new Set(),
    finishedBefore: new Set(),
    ...more,
  };
  return {
    period,
    version: 1,
    window,
    closedAt: at(window.to + 1, 8, 30),
    closedBy: 'congan@example.vn',
    asked: Object.fromEntries(UNITS.map((unit) => [unit, at(window.to - 5, 7)])),
    late: { ended: true, codes: [], unknown: [] },
    ...more,
    ...freeze(rows, UNITS, view),
  };
}

export const APRIL: Period = { year: 2024, month: 4 };
export const MAY: Period = { year: 2024, month: 5 };

function indicators(values: Readonly<Record<string, number>>, enteredOn: number): IndicatorRow[] {
  const rows = [
    { code: 'II.32', name: 'Tỷ lệ hồ sơ 02 nhóm dịch vụ công liên thông', target: 0.7, milestone: day('2024-06-30') },
    { code: 'II.32', name: 'Tỷ lệ hồ sơ 02 nhóm dịch vụ công liên thông', target: 0.9, milestone: day('2024-09-30') },
    { code: 'II.22', name: 'Tỷ lệ người dân, doanh nghiệp hài lòng', target: 0.9, milestone: day(yearEnd) },
    { code: 'II.12', name: 'Tỷ lệ hồ sơ giải quyết đúng hoặc trước hạn', target: 0.9, milestone: day(yearEnd) },
    {
      code: 'II.06',
      name: 'Số dịch vụ công thiết yếu đã rà soát, tái cấu trúc',
      target: 53,
      milestone: day('2024-05-31'),
    },
    {
      code: 'II.17',
      name: 'Tỷ lệ TTHC đủ điều kiện cung cấp trực tuyến toàn trình',
      target: 1,
      milestone: day(yearEnd),
    },
  ];
  return rows.map((row) => {
    const numerator = values[row.code] ?? null;
    return indicatorRow({ ...row, numerator, denominator: 1000, enteredOn: numerator === null ? null : enteredOn });
  });
}

const aprilEntries: Entries = {
  'X.71': { state: STATES.done, doneOn: day('2024-03-29'), evidence: '03/BC-TP', result: 'Đã rà soát 14 văn bản' },
  'VIII.65': { state: STATES.doing },
  'I.02': { state: STATES.doing },
  'IV.42': { state: STATES.doing, difficulty: 'Chưa có đầu đọc thẻ' },
  'II.08': { state: STATES.doing, period: 'Kỳ 04/2024', result: 'Đã rà soát', reportedAt: day('2024-04-12') },
};
export const aprilVersion = versionOf(APRIL, rowsOf(APRIL, aprilEntries, ['CC ĐC-NN-MT']), {
  indicators: indicators({ 'II.32': 580, 'II.22': 930, 'II.12': 958, 'II.06': 31 }, day('2024-04-10')),
});

const mayEntries: Entries = {
  ...aprilEntries,
  'VIII.65': {
    state: STATES.done,
    doneOn: day('2024-04-26'),
    evidence: '45/QĐ-UBND',
    result: 'Đã bố trí 38.000.000 đồng từ ngân sách xã',
  },
  'I.02': {
    state: STATES.doing,
    difficulty: 'Chờ Nghị quyết của HĐND tỉnh về thu phí, lệ phí dịch vụ công trực tuyến',
    proposal: 'Cho phép gia hạn đến 30/6/2024 để chờ Nghị quyết của HĐND tỉnh',
  },
  'IV.42': {
    state: STATES.doing,
    progress: 0.4,
    difficulty: 'Bộ phận một cửa chưa có đầu đọc thẻ CCCD gắn chíp',
    proposal: 'Mua 01 đầu đọc thẻ, dự kiến 6.500.000 đồng; liên hệ ông Hùng 0912 345 678',
  },
  'II.12': { difficulty: 'Người dân ít nộp hồ sơ trực tuyến', result: 'Tiếp nhận 212 hồ sơ' },
  'II.27': {
    state: STATES.doing,
    progress: 0.5,
    proposal: 'Giao Ban Tư pháp làm đầu mối rà soát giấy tờ, các ban gửi danh mục trước 31/5',
    // Left standing since April.
    period: 'Kỳ 04/2024',
  },
  'VII.62': { reportedAt: at(day('2024-05-15'), 7), onTimeFor: null },
  'II.08': { state: STATES.doing, period: 'Kỳ 05/2024', result: 'Đã rà soát', reportedAt: day('2024-05-12') },
  'III.33': { period: 'Kỳ 04/2024' },
  'IV.41': { state: STATES.paused, evidence: '77/LĐTBXH' },
};
export const mayRows = rowsOf(MAY, mayEntries, ['CC ĐC-NN-MT']).map((row) =>
  row.code === 'V.50' ? { ...row, extension: day('2024-10-31') } : row,
);
export const mayIndicators = indicators({ 'II.32': 624, 'II.22': 912, 'II.12': 961, 'II.06': 40 }, day('2024-05-10'));
export const mayVersion = versionOf(MAY, mayRows, {
  indicators: mayIndicators,
  finishedBefore: finishedCodes(aprilVersion),
});

export const mayInput: ReportInput = {
  version: mayVersion,
  others: [aprilVersion],
  tasks,
  groups: GROUPS,
  rules: PLAN_RULES,
  warningDays: 48,
  firstPeriod: { year: 2024, month: 3 },
  findings: [],
};

/** Nothing to complain of: every row reported in time, nothing overdue, no proposal. */
export const quietInput: ReportInput = {
  ...mayInput,
  others: [],
  firstPeriod: MAY,
  version: versionOf(
    MAY,
    rowsOf(MAY, {
      'X.71': { state: STATES.done, doneOn: day('2024-03-29') },
      'I.02': { state: STATES.done, doneOn: day('2024-03-29') },
      'VIII.65': { state: STATES.done, doneOn: day('2024-03-29') },
      'IV.42': { state: STATES.done, doneOn: day('2024-05-06') },
    }),
  ),
};
