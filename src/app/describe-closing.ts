// A closing in words: what CAX reads before saying yes (product §5.7). At most fifteen lines, the numbers first.
import { formatDay } from '../core/calendar.ts';
import { FIGURE_CODES, FIGURE_NAMES } from '../core/figures.ts';
import { periodLabel } from '../core/period.ts';
import type { ClosingPlan } from './plan-closing.ts';

const NAMED = 3;

export interface ClosingWords {
  readonly title: string;
  readonly text: string;
  /** A question that is answered with yes or no; otherwise there is only something to read. */
  readonly asks: boolean;
}

export function describeClosing(plan: ClosingPlan): ClosingWords {
  const { kind, period, version, content } = plan;
  const label = periodLabel(period);
  const titles: Record<ClosingPlan['kind'], string> = {
    first: `Tổng hợp báo cáo ${label}`,
    correction: `Đính chính ${label} – bản ${version}`,
    unchanged: `${label}: không có gì thay đổi`,
    preview: `Xem thử ${label}`,
  };
  const figures = FIGURE_CODES.filter((code) => ['K1', 'K4', 'K5', 'K6', 'K8'].includes(code)).map(
    (code) => `${FIGURE_NAMES[code]}: ${content.figures[code].text}`,
  );
  const lines = [
    `Số liệu đến hết ngày ${formatDay(content.asOf)}, ${content.rows.length} nhiệm vụ.`,
    ...figures,
    ...missingUnits(plan),
    ...findingLines(plan),
    ...missedLines(plan),
    lastLine(plan),
  ];
  return { title: titles[kind], text: lines.join('\n'), asks: kind === 'first' || kind === 'correction' };
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

function lastLine({ kind, version, last }: ClosingPlan): string {
  switch (kind) {
    case 'first':
      return `Chốt thành bản ${version}? Sau khi chốt vài phút, máy gửi thư cho Chủ tịch.`;
    case 'correction':
      return `Lập bản đính chính ${version}? Máy gửi Chủ tịch thư đính chính.`;
    case 'unchanged':
      return `Số liệu đúng như bản ${last?.version ?? 1} đã chốt; không lập thêm bản.`;
    case 'preview':
      return 'Đây chỉ là xem thử, không lưu gì. Kỳ này chốt được từ ngày 15 đến ngày 19.';
  }
}
