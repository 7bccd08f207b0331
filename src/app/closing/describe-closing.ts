// A closing in words: what CAX reads before saying yes (rules 5.7, 5.9). The numbers first; a dialog of Google shows some forty lines.
import { dayOf, formatDay, formatMoment } from '../../core/calendar.ts';
import { EMPTIED, emptiedRow } from '../../core/emptied.ts';
import { FIGURE_CODES, FIGURE_NAMES } from '../../core/figures.ts';
import { deadlineOf, graceOf, periodLabel, shiftPeriod } from '../../core/period.ts';
import { causesInWords, mailPromise } from '../../core/sending-causes.ts';
import { isFinished } from '../../core/status.ts';
import { closedLabel } from '../../core/version.ts';
import { cut } from '../../report/page.ts';
import { REQUESTS } from '../../sheet/request-words.ts';
import type { Shown } from './ask-and-freeze.ts';
import type { ClosingPlan, PastPeriod } from './plan-closing.ts';

/** Characters of a list in a sentence, some fifteen lines; what there is no room for is counted. */
const ROOM = 900;
/** Places to be mended that are named. */
const NAMED = 8;

export interface ClosingWords extends Shown {
  /** Why nothing can be closed now, in a line; of a question what is asked. */
  readonly end: string;
}

export function describeClosing(plan: ClosingPlan): ClosingWords {
  const { kind, supplement, period, version, content } = plan;
  const label = closedLabel(plan);
  const titles: Record<ClosingPlan['kind'], string> = {
    first: supplement ? `Chốt năm bổ sung ${period.year}` : `Tổng hợp báo cáo ${label}`,
    correction: `${plan.corrects ? 'Đính chính' : 'Chốt lại'} ${label} – bản ${version}`,
    unchanged: `${label}: không có gì thay đổi`,
    preview: `Xem trước ${label}`,
  };
  const shown = supplement ? ['K1', 'K2', 'K3', 'K7'] : ['K1', 'K4', 'K5', 'K6', 'K8'];
  const figures = FIGURE_CODES.filter((code) => shown.includes(code)).map(
    (code) => `${FIGURE_NAMES[code]}: ${content.figures[code].text}`,
  );
  const last = supplement ? dayOf(period.year, 12, 31) : content.asOf;
  const end = lastLine(plan);
  const lines = [
    `Số liệu đến hết ngày ${formatDay(last)}, ${content.rows.length} nhiệm vụ.`,
    ...(plan.missing === ''
      ? []
      : [`CHƯA ĐỦ: bảng thiếu dòng – ${plan.missing}. Đồng bộ bảng tính trước rồi làm lại.`]),
    ...figures,
    ...(supplement ? yearLines(plan) : missingUnits(plan)),
    ...findingLines(plan),
    ...missedLines(plan),
    ...emptiedLines(plan),
    ...changedLines(plan),
    ...reproachLines(plan),
    ...moveLines(plan),
    ...(plan.daysChanged === undefined ? [] : [plan.daysChanged]),
    ...keptLines(plan),
    end,
  ];
  return { title: titles[kind], text: lines.join('\n'), asks: kind === 'first' || kind === 'correction', end };
}

/** What was expected and what has come of it; what goes on into the next year. */
function yearLines({ period, content, estimated }: ClosingPlan): string[] {
  const yearEnd = dayOf(period.year, 12, 31);
  const open = content.rows.filter((row) => !isFinished(row.status) && row.due !== null && row.due <= yearEnd);
  const expected = content.rows.filter(({ code, due }) => estimated.includes(code) && due !== null && due <= yearEnd);
  const done = expected.filter(({ status }) => isFinished(status));
  return [
    ...(expected.length === 0 ? [] : [`Ước 31/12: ${expected.length} nhiệm vụ, đã xong ${done.length}.`]),
    `Chưa hoàn thành, chuyển tiếp sang năm ${period.year + 1}: ${open.length} nhiệm vụ.`,
  ];
}

function missingUnits({ content }: ClosingPlan): string[] {
  const missing = content.units.filter((unit) => unit.missing > 0);
  if (missing.length === 0) return [];
  const named = listed(
    missing.map((unit) => `${unit.name} (${unit.missing} dòng)`),
    'đơn vị khác',
  );
  return [`Đơn vị còn thiếu (${missing.length}): ${named}.`];
}

/** All there is room for, the rest counted. */
function listed(names: readonly string[], what: string, between = ', '): string {
  let length = 0;
  const fits = names.filter((name) => {
    length += name.length + 2;
    return length <= ROOM;
  });
  const rest = names.length - fits.length;
  return `${fits.join(between)}${rest > 0 ? ` và ${rest} ${what}` : ''}`;
}

function findingLines({ blocks: blocking }: ClosingPlan): string[] {
  if (blocking.length === 0) return [];
  const named = blocking.slice(0, NAMED).map(({ place, text }) => `  ${place}: ${text}`);
  const rest = blocking.length - NAMED;
  return [
    `Cần sửa ${blocking.length} chỗ trong số liệu (chưa sửa vẫn chốt được; Kiểm tra dữ liệu nêu đủ, kèm việc cần làm):`,
    ...named,
    ...(rest > 0 ? [`  và ${rest} chỗ nữa.`] : []),
  ];
}

function missedLines({ missed }: ClosingPlan): string[] {
  return missed.length === 0
    ? []
    : [`Hệ thống ghi bổ sung kỳ báo cáo cho ${missed.map(({ code }) => code).join(', ')}.`];
}

function emptiedLines({ emptied, content: { emptiedOn } }: ClosingPlan): string[] {
  const named = emptied.map((code) => emptiedRow(code, emptiedOn?.[code]));
  return named.length === 0 ? [] : [`${EMPTIED} (${named.length}): ${listed(named, 'dòng nữa')}.`];
}

function changedLines({ kind, changed, last, keptCodes }: ClosingPlan): string[] {
  if (kind !== 'correction' || changed.length === 0) return [];
  // What was reported is kept; what CAX has decided of the row since is not.
  const named = changed.map((code) => (keptCodes.includes(code) ? `${code} (hạn hoặc đầu mối)` : code));
  return [`Khác bản ${last?.version ?? 1} (${changed.length}): ${listed(named, 'chỗ nữa')}.`];
}

/** Of whom the last version said what this one does not, or not so: by name, as the mail and the document say it. */
function reproachLines({ moves }: ClosingPlan): string[] {
  return (moves?.reproaches ?? []).map((words) => `${cut(words, ROOM)}.`);
}

function moveLines({ moves }: ClosingPlan): string[] {
  if (!moves) return [];
  const { than, lines, others } = moves;
  const line = (what: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${what} so với ${than} (${list.length}): ${listed(list, 'dòng nữa', '; ')}.`];
  return [...line('Đầu mối đã đổi', lines), ...line('Hạn, tính quá hạn, tạm dừng đã đổi', others)];
}

/** What was written for a later month is no part of a correction, unless its period is chosen back (rule 5.7). */
function keptLines({ keptCodes, kept, period }: ClosingPlan): string[] {
  if (!kept || keptCodes.length === 0) return [];
  return [
    `Giữ nội dung báo cáo như bản ${kept.version} vì đã ghi cho kỳ sau: ${listed(keptCodes, 'dòng nữa')}. Đính chính dòng nào thì chọn Kỳ báo cáo của dòng đó là ` +
      `${periodLabel(period)} trước.`,
  ];
}

function lastLine(plan: ClosingPlan): string {
  const { kind, version, last } = plan;
  switch (kind) {
    case 'first':
      return `Chốt thành bản ${version}? ${stillClosed(plan)}${mailAfter(plan)}`;
    case 'correction':
      return plan.corrects
        ? `Lập bản đính chính ${version}? ${stillClosed(plan)}${mailAfter(plan)}`
        : `Chốt thành bản ${version}, thay bản ${last?.version ?? 1} chưa gửi? ${stillClosed(plan)}${mailAfter(plan)}`;
    case 'unchanged':
      return `Số liệu đúng như bản ${last?.version ?? 1} đã chốt; không lập thêm bản.`;
    case 'preview':
      return [
        ...(plan.past ? [pastWords(plan.past, plan)] : []),
        `Đây chỉ là xem thử, không lưu gì. ${whenToClose(plan)}`,
      ].join(' ');
  }
}

const stillClosed = ({ causes }: ClosingPlan) => (causes.length === 0 ? '' : 'Số liệu vẫn được chốt. ');

/** What comes of the mail once this is closed (rule 6.12). */
export function mailAfter({ isTold, causes }: Pick<ClosingPlan, 'isTold' | 'causes'>): string {
  if (isTold) return 'Số liệu đúng như bản 0 đã gửi Chủ tịch nên không gửi thêm thư.';
  return mailPromise(causes);
}

/** Of a preview, to somebody who wanted to close. */
export function whyNotClosed(plan: ClosingPlan): string {
  return ['Chưa chốt gì.', ...(plan.past ? [pastWords(plan.past, plan)] : []), whenToClose(plan)].join(' ');
}

/** «Kỳ 04/2024 chốt được từ ngày 15/04/2024 đến hết ngày 19/04/2024.» */
export function whenToClose({ supplement, period, days }: ClosingPlan): string {
  const what = supplement ? `Năm ${period.year} chốt bổ sung được` : `${periodLabel(period)} chốt được`;
  return `${what} từ ngày ${formatDay(days.from)} đến hết ngày ${formatDay(days.to)}.`;
}

/** What has become of a month, and what can still be done; a sentence or two. */
export function pastWords({ period, last, mail, isTold }: PastPeriod, { rules, causes }: ClosingPlan): string {
  const label = periodLabel(period);
  if (!last) {
    const until = formatDay(graceOf(period, rules));
    return `${label} không có bản chốt nào và không chốt được nữa (chốt được đến hết ngày ${until}); báo cáo kỳ sau ghi «không có bản chốt».`;
  }
  const how =
    last.version === 0
      ? `${label}: Công an xã chưa chốt, hệ thống đã lập bản 0 lúc ${formatMoment(last.closedAt)}`
      : `${label}: ${last.closedBy} đã chốt bản ${last.version} lúc ${formatMoment(last.closedAt)}`;
  const why = causes.length === 0 ? '' : ` (${causesInWords(causes)})`;
  const sent = mail !== '' ? mail : isTold ? 'không gửi thêm, số liệu đúng như bản 0 đã gửi' : `chưa gửi${why}`;
  const until = formatDay(deadlineOf(shiftPeriod(period, 1), rules) - 1);
  const what = last.version === 0 ? 'Chốt lại hoặc sửa' : 'Sửa';
  return `${how}. Thư Chủ tịch: ${sent}. ${what} được đến hết ngày ${until}: «${REQUESTS.correct}».`;
}
