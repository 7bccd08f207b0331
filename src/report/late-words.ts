// To CAX, while a correction can still be made: which units have reported after the closing (rule 5.11).
import { formatDayMonth } from '../core/calendar.ts';
import { twoDigits } from '../core/figures.ts';
import { type Period, periodLabel } from '../core/period.ts';
import type { PageBlock } from './page.ts';

export interface LateFacts {
  readonly period: Period;
  /** Rows by unit; of rows without a unit the name is empty. */
  readonly units: readonly { readonly name: string; readonly codes: readonly string[] }[];
  /** Rows and indicators that are no longer as they were closed, or came after the days of closing: «II.05 (Văn phòng UBND xã)». */
  readonly changed: readonly string[];
  /** The last day on which the period is closed, where it has not passed, and the last one on which it is corrected from the period that follows. */
  readonly closeUntil?: number | undefined;
  readonly correctUntil: number;
}

/** How many rows have come in all. */
export const lateRows = ({ units }: LateFacts) => units.reduce((n, { codes }) => n + codes.length, 0);

export function lateBlocks(late: LateFacts | undefined): PageBlock[] {
  if (!late || lateRows(late) + late.changed.length === 0) return [];
  const { changed } = late;
  return [
    ...reportedBlocks(late),
    ...(changed.length === 0
      ? []
      : [
          {
            kind: 'line',
            lead: `Đã ghi thêm, sửa hoặc xóa sau khi chốt ${periodLabel(late.period)} (${twoDigits(changed.length)}): `,
            text: `${changed.join('; ')}. Bản chốt vẫn giữ như lúc chốt.`,
          } as const,
        ]),
    { kind: 'line', lead: 'Cần làm: ', text: whatToDo(late) },
  ];
}

function reportedBlocks(late: LateFacts): PageBlock[] {
  if (lateRows(late) === 0) return [];
  return [
    {
      kind: 'list',
      heading: `Đã báo cáo sau khi chốt ${periodLabel(late.period)} (${twoDigits(lateRows(late))})`,
      tone: 'warning',
      items: late.units.map(({ name, codes }) => ({
        lead:
          name === '' ? 'Không tính cho đơn vị nào (chưa giao đầu mối, hoặc giao sau kỳ nhắc): ' : `Đơn vị ${name}: `,
        text: `${twoDigits(codes.length)} nhiệm vụ (${codes.join(', ')})`,
      })),
    },
  ];
}

function whatToDo({ closeUntil, correctUntil }: LateFacts): string {
  const close = closeUntil === undefined ? '' : `«Tổng hợp báo cáo…» (đến ${formatDayMonth(closeUntil)}) hoặc `;
  return `bấm ${close}«Đính chính kỳ trước» (đến ${formatDayMonth(correctUntil)}) để lập bản đính chính.`;
}
