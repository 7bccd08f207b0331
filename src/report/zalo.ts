// Texts for Zalo, which communes run on: ready to copy, at most six hundred characters, no personal data, names of units and
// numbers only.
import { formatDayMonth, formatMoment, type Moment } from '../core/calendar.ts';
import { twoDigits } from '../core/figures.ts';
import { type Period, periodName } from '../core/period.ts';
import type { AdHocReport } from '../core/report/ad-hoc.ts';
import type { Report } from '../core/report.ts';
import { capitalised, coverageOf, nothingOwed, uncoveredSentence } from './coverage.ts';
import { cut } from './page.ts';
import { completeSince } from './reproach-words.ts';
import { stillMissing } from './unit-parts.ts';
import { CORRECTION } from './words/chairman-mail.ts';
import { alone } from './words/shared.ts';
import { SPAN } from './words/span-mail.ts';

/** What a message of Zalo holds without being folded. */
export const LONGEST_ZALO = 600;
/** Of the names behind those that are missing, so that there is room for both. */
const LONGEST_NAMES = 150;

/** Names as many as fit between two texts; the rest is counted. */
function fitted(before: string, names: readonly string[], after: string): string {
  for (let shown = names.length; shown >= 0; shown -= 1) {
    const rest = names.length - shown;
    const list = names.slice(0, shown).join(', ');
    const more = rest === 0 ? '' : `${shown === 0 ? '' : ' và '}${twoDigits(rest)} đơn vị${shown === 0 ? '' : ' khác'}`;
    const text = `${before}${list}${more}${after}`;
    if (text.length <= LONGEST_ZALO) return text;
  }
  return `${before}${after}`.slice(0, LONGEST_ZALO);
}

export interface ZaloReminder {
  readonly period: Period;
  readonly now: Moment;
  /** The last day in time. */
  readonly lastDay: number;
  /** Units that owe rows, and the names of those with rows missing. */
  readonly owing: number;
  /** Why nobody owes any. */
  readonly nothing?: string | undefined;
  readonly missing: readonly string[];
  readonly sheetUrl: string;
  readonly standingBody: string;
}

/** For the group of the units: who has reported, who is awaited, until when, where. */
export function zaloReminder(reminder: ZaloReminder): string {
  const { period, now, lastDay, owing, nothing, missing, sheetUrl, standingBody } = reminder;
  if (nothing !== undefined)
    return fitted(`[Đề án 06] Đến ${formatMoment(now)}, ${periodName(period)}: ${nothing}. Xem: `, [], sheetUrl);
  const done = `${twoDigits(owing - missing.length)}/${twoDigits(owing)}`;
  const before =
    `[Đề án 06] Đến ${formatMoment(now)}: ${done} đơn vị đã báo cáo đủ ${periodName(period)}. ` +
    (missing.length === 0 ? '' : 'Còn: ');
  const until = now <= lastDay + 1 ? `trước 24 giờ ngày ${formatDayMonth(lastDay)}` : 'ngay trong hôm nay';
  const ask =
    missing.length === 0
      ? 'Cảm ơn các đơn vị.'
      : `. Đề nghị cập nhật ${until} tại: ${sheetUrl} . Vướng mắc liên hệ ${standingBody}.`;
  return fitted(before, missing, ask);
}

/** For the group of the units: what is asked ad hoc, who is awaited, until when, where. */
export function zaloRequest(
  { id, subject, window }: AdHocReport,
  missing: readonly string[],
  { sheetUrl, standingBody }: Pick<ZaloReminder, 'sheetUrl' | 'standingBody'>,
): string {
  const before = `[Đề án 06] Yêu cầu đột xuất ${id}: ${cut(subject, 160)}. Trả lời trước ${formatMoment(window.to)}. Còn chờ: `;
  return fitted(before, missing, `. Cập nhật tại: ${sheetUrl} . Vướng mắc liên hệ ${standingBody}.`);
}

/** Whom the version before named as missing, and this one does not: the same group has read it. */
function takenBack({ reproaches, previous }: Report): string {
  const names = completeSince(reproaches);
  if (!previous || names.length === 0) return '';
  const list = names.join(', ');
  return ` ${capitalised(CORRECTION.version(previous.version))} ghi chưa báo cáo đủ, nay đã đủ: ${list.length <= LONGEST_NAMES ? list : `${twoDigits(names.length)} đơn vị`}.`;
}

/** For the chairman's or the units' group after a closing: the numbers of the version, and who is missing. */
export function zaloReport(report: Report, sheetUrl: string): string {
  const { period, figures, overdue, dueSoon, units, automatic, version, corrects } = report;
  const coverage = coverageOf(report);
  const nothing = nothingOwed(coverage);
  const handedOn = overdue.filter(({ forwardedFrom }) => forwardedFrom !== undefined).length;
  const state = automatic ? ' (tự động, chưa chốt)' : corrects !== undefined ? ` (đính chính, bản ${version})` : '';
  // How units reported for December is in the report of December.
  const missing = report.supplement ? [] : units.filter((unit) => stillMissing(unit) > 0).map(({ name }) => name);
  const reported = nothing ?? `đơn vị báo cáo đủ ${figures.K5.text}, đúng hạn ${figures.K6.text}`;
  const before =
    `[Đề án 06] Báo cáo ${report.supplement ? SPAN.name.supplement(period.year) : periodName(period)}${state}: ${report.supplement ? '' : `${reported}; `}` +
    `quá hạn ${alone(overdue.length)}${handedOn === 0 ? '' : ` (chuyển tiếp ${twoDigits(handedOn)})`}, sắp đến hạn ${alone(dueSoon.length)} nhiệm vụ; đến hạn đã hoàn thành ${figures.K1.text}.${uncoveredSentence(coverage)}` +
    (missing.length === 0 ? '' : ' Chưa báo cáo đủ: ');
  return fitted(before, missing, `${missing.length === 0 ? '' : '.'}${takenBack(report)} Xem: ${sheetUrl}`);
}
