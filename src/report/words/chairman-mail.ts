// The words of the chairman's mail, and nothing else: no layout, no decisions. Six months and a year: span-mail.ts.
import { formatDay, formatTime, type Moment } from '../../core/calendar.ts';
import { FIGURE_NAMES, type FigureCode, twoDigits } from '../../core/figures.ts';
import { type Period, periodLabel, periodName } from '../../core/period.ts';
import { capitalised } from '../coverage.ts';
import { CARRIED } from '../raised-words.ts';
import { AGAIN, count, leading, month, more, yardstickSince } from './shared.ts';

/** A count and its noun: in the sentence, in the subject, and in a subject that has little room. */
export interface Concern {
  readonly n: number;
  readonly sentence: string;
  readonly full: string;
  readonly short: string;
}

const concern = (n: number, sentence: string, full: string, short: string): Concern => {
  return { n, sentence: count(n, sentence), full: count(n, full), short: count(n, short) };
};

export const CONCERNS = {
  /** @param forwarded of them, handed on by a closed year */
  overdue: (n: number, forwarded: number) => {
    const of = forwarded === 0 ? '' : ` (chuyển tiếp ${twoDigits(forwarded)})`;
    return concern(n, `nhiệm vụ quá hạn${of}`, `quá hạn${of}`, 'quá hạn');
  },
  /** Handed on, and not overdue. */
  forwarded: (n: number) =>
    concern(n, 'nhiệm vụ chuyển tiếp, không tính quá hạn', 'chuyển tiếp, không tính quá hạn', 'chuyển tiếp'),
  unreported: (n: number) => concern(n, 'đơn vị chưa báo cáo', 'đơn vị chưa báo cáo', 'chưa BC'),
  /** Some of them have reported a part of their rows. */
  incomplete: (n: number) => concern(n, 'đơn vị chưa báo cáo đủ', 'đơn vị chưa báo cáo đủ', 'chưa BC đủ'),
  /** @param carried of them, not said in the period */
  proposals: (n: number, carried: number) => {
    const of = carried === 0 ? '' : ` (${CARRIED} ${twoDigits(carried)})`;
    return concern(n, `việc xin ý kiến${of}`, 'việc xin ý kiến', 'xin ý kiến');
  },
};

export const OPENING = {
  greeting: (title: string) => `Kính gửi đồng chí ${title},`,
  onSchedule: (period: Period, reported: string, project = 'Đề án 06, ') =>
    `${capitalised(`${project}${periodName(period)}`)}: đạt tiến độ chung, không có nhiệm vụ quá hạn, ${reported}.`,
  concerns: (period: Period, concerns: readonly Concern[], project = 'Đề án 06, ') => {
    const n = concerns.reduce((sum, one) => sum + one.n, 0);
    const list = concerns.map(({ sentence }) => sentence).join(', ');
    return `${capitalised(`${project}${periodName(period)}`)}: có ${count(n, 'nội dung cần chỉ đạo')}, gồm ${list}.`;
  },
  /** Nothing owed, nothing assigned, everything paused: said so, and nothing else. */
  nothing: (period: Period, what: string, project = 'Đề án 06, ') =>
    `${capitalised(`${project}${periodName(period)}`)}: ${what}.`,
  source: (from: number, to: number, how: string) => `Số liệu từ ${formatDay(from)} đến ${formatDay(to)}; ${how}.`,
  closed: (at: Moment, by: string) => `bản chốt lúc ${formatTime(at)} ngày ${formatDay(at)} bởi ${by}`,
  corrected: (version: number, at: Moment, by: string) =>
    `bản ${version} (đính chính) chốt lúc ${formatTime(at)} ngày ${formatDay(at)} bởi ${by}`,
  automatic: (at: Moment, by: string) => `số liệu tự động lúc ${formatTime(at)} ngày ${formatDay(at)}, ${by} chưa chốt`,
  planned: (at: Moment) => `số liệu lúc ${formatTime(at)} ngày ${formatDay(at)}, chưa chốt`,
  asked: (body: string) => `Thư gửi lại theo đề nghị của ${body}. Nếu đồng chí đã nhận, xin bỏ qua thư này.`,
  again: `${AGAIN} Nếu đồng chí đã nhận, xin bỏ qua thư này.`,
};

export const FIGURES = {
  onTime: 'Đơn vị báo cáo đúng hạn',
  overdue: 'Nhiệm vụ quá hạn',
  dueSoon: 'Sắp đến hạn',
  dueDone: 'Đến hạn đã hoàn thành',
  dueInTime: 'Đến hạn hoàn thành đúng hạn',
  ofYear: 'Hạn trong năm đã hoàn thành',
  indicators: 'Chỉ tiêu đạt',
  within: (days: number) => `trong ${days} ngày tới`,
  /** «▲ tháng 4: 8/11». */
  before: (sign: string, period: Period, value: string) => `${sign}${month(period)}: ${value}`,
};
export const SIGNS = { more: '▲ ', less: '▼ ', same: '= ' };

export const PROPOSALS = {
  heading: 'Việc cần đồng chí cho ý kiến',
  none: 'Không có việc cần xin ý kiến.',
  /** @param now who has the task now, where that is not who proposed */
  lead: (code: string, unit: string, now = '') =>
    `${code} – ${unit === '' ? '' : `${unit} `}đề xuất${now === '' ? '' : ` (nay giao ${now})`}: `,
  task: (content: string) => `Nhiệm vụ: ${content}`,
  /** Not the chairman's to decide. */
  toOthers: (n: number) => `Kiến nghị gửi cấp trên, sở, ngành: ${twoDigits(n)}, nêu trong văn bản báo cáo.`,
  raised: (period: string) => `Đã nêu ở ${period}`,
  more: (n: number) => `và ${count(n, 'đề xuất khác')} trong bảng theo dõi`,
  replies: ['Đồng ý', 'Yêu cầu làm rõ', 'Đưa vào giao ban'],
  plainReplies: 'Trả lời nhanh (ghi vào thư trả lời): ',
  subject: (code: string, label: string, answer: string) => `[ĐA06] ${code} – ${label} – ${answer}`,
  body: (answer: string, code: string, unit: string, proposal: string, key: string) => [
    `Ý kiến: ${answer}.`,
    `Nhiệm vụ ${code} – ${unit}.`,
    `Đề xuất: ${proposal}`,
    `Mã: ${key}`,
  ],
};

export const OVERDUE = {
  heading: 'Quá hạn',
  none: 'Không có nhiệm vụ quá hạn.',
  lead: (code: string, days: number) => `${code} – quá ${days} ngày: `,
  /** @param by whose it is, where that is not the unit named before @param since of words of an earlier period */
  reason: (text: string, by = '', since = '') =>
    `giải trình${by === '' ? '' : ` của ${by}`}${since === '' ? '' : ` (${since})`}: ${text}`,
  noReason: 'chưa giải trình',
  forwarded: (year: number) => `chuyển tiếp từ năm ${year}`,
  /** Unfinished in the numbers of the period, and no more. */
  finishedSince: (day: string) => `đã báo hoàn thành ngày ${day}, sau kỳ`,
  /** Behind the plan's lead, where nobody was given the task. */
  nobodys: 'chưa giao đầu mối',
};

export const DUE_SOON = {
  heading: (days: number) => `Sắp đến hạn trong ${days} ngày tới`,
  none: (days: number) => `Không có nhiệm vụ đến hạn trong ${days} ngày tới.`,
  lead: (code: string, days: number) => `${code} – còn ${days} ngày: `,
};

export const TASKS = {
  due: (day: string) => `hạn ${day}`,
  withUnit: (code: string, unit: string) => (unit === '' ? code : `${code} (${unit})`),
  more: more('nhiệm vụ'),
  notStartedLead: 'Chưa khởi động: ',
  unknownLead: 'Chưa có thông tin: ',
  /** @param expected of them: those whose date is only expected */
  notStarted: (n: number, expected: number) =>
    `${count(n, 'nhiệm vụ hạn 31/12')}${expected === 0 ? '' : ` (trong đó thời gian dự kiến ${twoDigits(expected)})`}`,
};

/** Tasks named behind the name of a unit. */
const MOST_ELSEWHERE = 3;

export const UNITS = {
  heading: 'Đơn vị chưa báo cáo đủ, đúng hạn',
  allOnTime: (part: number, whole: number) => `100% đơn vị đã báo cáo đúng hạn (${part}/${whole}).`,
  silent: leading('Chưa báo cáo'),
  partly: leading('Báo cáo một phần'),
  late: leading('Báo cáo chậm'),
  /** Rows of those that have reported a part. */
  partlyLate: 'Trong đó báo cáo chậm: ',
  /** Where nobody is known to have asked: a fact, and no reproach. */
  afterwards: leading('Báo cáo sau hạn, không rõ đã được nhắc'),
  /** Behind the name of a unit of which rows came after the closing. */
  afterClosing: 'sau khi chốt',
  /** Behind the name of a unit none of whose own rows came. @param tasks codes or numbers */
  elsewhere: (tasks: readonly string[]) =>
    `có thể đã nhập ở nhiệm vụ ${tasks.slice(0, MOST_ELSEWHERE).join(', ')}${tasks.length > MOST_ELSEWHERE ? ', …' : ''}`,
  silentPeriods: (n: number) => `${twoDigits(n)} kỳ liên tiếp`,
  rows: (reported: number, owed: number) => `${reported}/${owed} nhiệm vụ`,
  more: more('đơn vị'),
  unstamped: 'Đúng hạn được tính theo giờ ghi trong bảng, vì ngày chốt số liệu hệ thống không chạy.',
};

/** What the numbers do not cover: how many, and which. */
export const COVERAGE = {
  heading: 'Chưa tính vào tiến độ, báo cáo',
  unassigned: leading('Chưa giao đầu mối'),
  paused: leading('Đang tạm dừng'),
  unread: leading('Chưa đọc được thời hạn'),
  lacking: leading('Không có trong bảng lúc chốt'),
};

export const INDICATORS = {
  heading: 'Chỉ tiêu chưa đạt hoặc giảm',
  lead: 'Chỉ tiêu: ',
  noData: 'chưa có số liệu.',
  allMet: (text: string) => `${text} đạt, không chỉ tiêu nào giảm.`,
  more: more('chỉ tiêu'),
  met: 'đạt',
  missed: 'chưa đạt',
  /** Less than wanted on a day before the one it is wanted for. */
  early: (value: string) => `chưa đến mốc, hiện ${value}`,
  wanted: (operator: string, target: string, milestone: string | undefined) =>
    `yêu cầu ${operator} ${target}${milestone === undefined ? '' : ` vào ${milestone}`}`,
  before: (period: Period, value: string, sign: string) => `${month(period)}: ${value}${sign}`,
  fallen: ', giảm',
  risen: ', tăng',
};

export const CHANGES = {
  heading: (period: Period) => `Thay đổi so với ${month(period)}`,
  none: (period: Period) =>
    `So với ${month(period)}: không có việc mới hoàn thành, mới quá hạn, mở lại, vướng mắc mới hay đã gỡ.`,
  nothingBefore: (period: Period) => `${periodLabel(period)} không có bản chốt nên không so sánh được.`,
  newlyFinished: leading('Mới hoàn thành'),
  newlyOverdue: leading('Mới quá hạn'),
  reopened: leading('Mở lại sau khi đã hoàn thành'),
  overdueNow: 'nay quá hạn',
  newDifficulties: leading('Vướng mắc mới'),
  solvedDifficulties: leading('Vướng mắc đã gỡ'),
  unchanged: leading('Kết quả giống nguyên văn kỳ trước'),
  more: more('nhiệm vụ'),
};

export const CORRECTION = {
  version: (version: number) => (version === 0 ? 'bản tự động' : `bản ${version}`),
  yearReport: 'báo cáo tổng kết',
  heading: (than: string) => `Khác với ${than}`,
  none: (than: string) => `Các chỉ số chính không khác ${than}.`,
  rewritten: 'Nội dung thay đổi: ',
  /** Of one row: «II.05 (Kết quả trong kỳ)». */
  columns: (code: string, columns: readonly string[]) => `${code} (${columns.join(', ')})`,
  onlyRewritten: (than: string, rows: string) =>
    `Các chỉ số chính không đổi so với ${than}; nội dung thay đổi: ${rows}.`,
  more: more('chỗ'),
  figure: (code: FigureCode) => `${FIGURE_NAMES[code]}: `,
  overdue: 'Nhiệm vụ quá hạn: ',
  fromTo: (from: string, to: string, beside = '') => `${from} → ${to}${beside === '' ? '' : ` (${beside})`}`,
};

export const YARDSTICK = {
  heading: (isFirst: boolean) => `Điều chỉnh hạn, đầu mối ${yardstickSince(isFirst)}`,
  more: (n: number, codes: string) => `và ${count(n, 'điều chỉnh khác')}: ${codes}`,
};
