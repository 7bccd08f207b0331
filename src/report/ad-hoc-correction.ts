// A correction of an ad hoc report beside the version it corrects, for mail and document alike: numbers that read differently, and
// rows whose content does.
import { type AdHocReport, missingUnits } from '../core/report/ad-hoc.ts';
import type { Rewritten } from '../core/report.ts';
import { isFinished, isOverdue } from '../core/status.ts';
import { cut, type PageBlock } from './page.ts';
import { CORRECTION } from './words/chairman-mail.ts';
import { alone } from './words/shared.ts';

const LONGEST = 400;

/** The version that is corrected. */
export interface AdHocBefore {
  readonly version: number;
  readonly report: AdHocReport;
  /** Rows of which something typed is different now. */
  readonly rewritten: readonly Rewritten[];
}

/** The four numbers an ad hoc report opens with, by what they are called. */
export function adHocNumbers(report: Pick<AdHocReport, 'units' | 'tasks'>) {
  const { units, tasks } = report;
  const { late, unasked } = missingUnits(report);
  const count = (holds: (task: (typeof tasks)[number]) => boolean) => tasks.filter(holds).length;
  return {
    'Đơn vị trả lời đủ': `${units.length - late.length - unasked.length}/${units.length}`,
    'Nhiệm vụ đã trả lời': `${count(({ reported }) => reported)}/${tasks.length}`,
    'Đã hoàn thành': `${count(({ status }) => isFinished(status))}/${tasks.length}`,
    'Đang quá hạn': alone(count(({ status }) => isOverdue(status))),
  };
}

/** A sentence without its stop. @param nameOf how tasks are called */
export function correctionWords(report: AdHocReport, before: AdHocBefore, nameOf: (code: string) => string): string {
  const was = adHocNumbers(before.report);
  const now = Object.entries(adHocNumbers(report));
  const numbers = now.flatMap(([label, value]) => {
    const then = was[label as keyof typeof was];
    return then === value ? [] : [`${label} ${then} → ${value}`];
  });
  const texts = before.rewritten.map(({ code, columns }) => `${nameOf(code)} (${columns.join(', ')})`);
  return [
    numbers.length === 0 ? 'các con số không đổi' : numbers.join('; '),
    ...(texts.length === 0 ? [] : [`nội dung thay đổi: ${texts.join(', ')}`]),
  ].join('; ');
}

/** One line of the mail; nothing where nothing is corrected. */
export function correctionBlocks(report: AdHocReport, before: AdHocBefore | undefined): PageBlock[] {
  if (!before) return [];
  const lead = `${CORRECTION.heading(CORRECTION.version(before.version))}: `;
  return [
    {
      kind: 'line',
      lead,
      text: `${cut(
        correctionWords(report, before, (code) => code),
        LONGEST,
      )}.`,
    },
  ];
}
