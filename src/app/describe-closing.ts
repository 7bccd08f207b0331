// A closing in words: what CAX reads before saying yes (product §5.7, §5.9). At most fifteen lines, the numbers first.
import { dayOf, formatDay } from '../core/calendar.ts';
import { FIGURE_CODES, FIGURE_NAMES } from '../core/figures.ts';
import { isFinished } from '../core/status.ts';
import { closedLabel } from '../core/version.ts';
import type { ClosingPlan } from './plan-closing.ts';

const NAMED = 3;

export interface ClosingWords {
  readonly title: string;
  readonly text: string;
  /** A question that is answered with yes or no; otherwise there is only something to read. */
  readonly asks: boolean;
}

export function describeClosing(plan: ClosingPlan): ClosingWords {
  const { kind, supplement, period, version, content } = plan;
  const label = closedLabel(plan);
  const titles: Record<ClosingPlan['kind'], string> = {
    first: supplement ? `Chốt năm bổ sung ${period.year}` : `Tổng hợp báo cáo ${label}`,
    correction: `Đính chính ${label} – bản ${version}`,
    unchanged: `${label}: không có gì thay đổi`,
    preview: `Xem thử ${label}`,
  };
  const shown = supplement ? ['K1', 'K2', 'K3', 'K7'] : ['K1', 'K4', 'K5', 'K6', 'K8'];
  const figures = FIGURE_CODES.filter((code) => shown.includes(code)).map(
    (code) => `${FIGURE_NAMES[code]}: ${content.figures[code].text}`,
  );
  const last = supplement ? dayOf(period.year, 12, 31) : content.asOf;
  const lines = [
    `Số liệu đến hết ngày ${formatDay(last)}, ${content.rows.length} nhiệm vụ.`,
    ...figures,
    ...(supplement ? yearLines(plan) : missingUnits(plan)),
    ...findingLines(plan),
    ...missedLines(plan),
    ...(plan.daysChanged === undefined ? [] : [plan.daysChanged]),
    lastLine(plan),
  ];
  return { title: titles[kind], text: lines.join('\n'), asks: kind === 'first' || kind === 'correction' };
}

/** What was expected and what has come of it; what goes on into the next year. */
function yearLines({ period, content, estimated }: ClosingPlan): string[] {
  const yearEnd = dayOf(period.year, 12, 31);
  const open = content.rows.filter((row) => !isFinished(row.status) && row.due !== null && row.due <= yearEnd);
  const done = content.rows.filter((row) => estimated.includes(row.code) && isFinished(row.status));
  return [
    ...(estimated.length === 0 ? [] : [`Ước 31/12: ${estimated.length} nhiệm vụ, đã xong ${done.length}.`]),
    `Chưa hoàn thành, chuyển tiếp sang năm ${period.year + 1}: ${open.length} nhiệm vụ.`,
  ];
}

function missingUnits({ content }: ClosingPlan): string[] {
  const missing = content.units.filter((unit) => unit.missing > 0);
  if (missing.length === 0) return [];
  const named = missing.slice(0, NAMED).map((unit) => `${unit.name} (${unit.missing} dòng)`);
  const rest = missing.length - named.length;
  return [`Đơn vị còn thiếu: ${named.join(', ')}${rest > 0 ? ` và ${rest} đơn vị khác` : ''}.`];
}

function findingLines({ findings }: ClosingPlan): string[] {
  const blocking = findings.filter(({ weight }) => weight === 'block');
  if (blocking.length === 0) return [];
  const named = blocking
    .slice(0, NAMED)
    .map(({ code, column, text }) => `  ${[code, column].filter(Boolean).join(', ')}: ${text}`);
  return [`Cần sửa ${blocking.length} chỗ (cột Lưu ý ghi rõ ở từng dòng):`, ...named];
}

function missedLines({ missed }: ClosingPlan): string[] {
  return missed.length === 0 ? [] : [`Máy ghi bổ sung kỳ báo cáo cho ${missed.map(({ code }) => code).join(', ')}.`];
}

function lastLine({ kind, version, last, days, ...closed }: ClosingPlan): string {
  switch (kind) {
    case 'first':
      return `Chốt thành bản ${version}? Sau khi chốt vài phút, máy gửi thư cho Chủ tịch.`;
    case 'correction':
      return `Lập bản đính chính ${version}? Máy gửi Chủ tịch thư đính chính.`;
    case 'unchanged':
      return `Số liệu đúng như bản ${last?.version ?? 1} đã chốt; không lập thêm bản.`;
    case 'preview':
      return `Đây chỉ là xem thử, không lưu gì. ${closedLabel(closed)} chốt được từ ngày ${formatDay(days.from)} đến hết ngày ${formatDay(days.to)}.`;
  }
}
