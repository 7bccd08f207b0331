import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/calendar.ts';
import { reportOf } from '../../src/core/report/making.ts';
import { spanOf } from '../../src/core/report/span.ts';
import type { Report, ReportedUnit } from '../../src/core/report.ts';
import { LONGEST_SUBJECT, subjectOf } from '../../src/report/subject.ts';
import { monthInput } from './document/months.ts';
import { quietInput } from './sample.ts';

const quiet = reportOf(quietInput);
const someTask = quiet.tasks[0];
const unit = (reported: number): ReportedUnit => {
  return {
    name: 'Ban Tư pháp',
    owed: 3,
    reported,
    missing: 3 - reported,
    onTime: reported,
    late: 0,
    asked: true,
    silentPeriods: 0,
  };
};

interface Month {
  readonly overdue: number;
  readonly silent: number;
  readonly partly: number;
  readonly proposals: number;
}

function month({ overdue, silent, partly, proposals }: Partial<Month>, more: Partial<Report> = {}): Report {
  const tasks = (n = 0) => Array.from({ length: n }, () => someTask).filter((task) => task !== undefined);
  const units = (n: number | undefined, reported: number) => Array.from({ length: n ?? 0 }, () => unit(reported));
  return {
    ...quiet,
    overdue: tasks(overdue),
    proposals: tasks(proposals),
    units: [...units(silent, 0), ...units(partly, 1), unit(3)],
    ...more,
  };
}

const nobodyOwes = { ...quiet.figures, K5: { part: 0, whole: 0, text: 'không có' } };

describe('subject', () => {
  test.each<[string, Report, boolean]>([
    [
      '[ĐA06] Tháng 5/2024: 02 quá hạn, 01 đơn vị chưa báo cáo, 03 việc xin ý kiến',
      month({ overdue: 2, silent: 1, proposals: 3 }),
      false,
    ],
    ['[ĐA06] Tháng 5/2024: đúng tiến độ, 10/10 đơn vị đã báo cáo', month({}, { unassigned: [] }), false],
    ['[ĐA06] Tháng 5/2024: đúng tiến độ, 10/10 đơn vị đã báo cáo, 10 chưa giao đầu mối', quiet, false],
    ['[ĐA06] Tháng 5/2024: 03 việc xin ý kiến', month({ proposals: 3 }), false],
    ['[ĐA06] Tháng 5/2024: 03 đơn vị chưa báo cáo đủ', month({ silent: 1, partly: 2 }), false],
    ['[ĐA06] (gửi lại) Tháng 5/2024: 12 quá hạn', month({ overdue: 12 }), true],
    [
      '[ĐA06][TỰ ĐỘNG – CHƯA CHỐT] Tháng 5/2024: 02 quá hạn, 01 đơn vị chưa báo cáo',
      month({ overdue: 2, silent: 1 }, { version: 0, automatic: true }),
      false,
    ],
    [
      '[ĐA06][TỰ ĐỘNG – CHƯA CHỐT] Tháng 5/2024: 02 quá hạn, 01 chưa BC, 03 xin ý kiến',
      month({ overdue: 2, silent: 1, proposals: 3 }, { version: 0, automatic: true }),
      false,
    ],
    [
      '[ĐA06][TỰ ĐỘNG – CHƯA CHỐT] T5/2024: 02 quá hạn, 11 chưa BC đủ, 13 xin ý kiến',
      month({ overdue: 2, partly: 11, proposals: 13 }, { version: 0, automatic: true }),
      false,
    ],
    ['[ĐA06][ĐÍNH CHÍNH bản 2] Tháng 5/2024: 02 quá hạn', month({ overdue: 2 }, { version: 2, corrects: 1 }), false],
    // Nobody corrects what nobody got.
    ['[ĐA06] Tháng 5/2024: 02 quá hạn', month({ overdue: 2 }, { version: 2 }), false],
    ['[ĐA06] Tháng 5/2024: kỳ này không có nhiệm vụ phải báo cáo', { ...quiet, figures: nobodyOwes }, false],
    [
      '[ĐA06][TỰ ĐỘNG – CHƯA CHỐT] Tháng 5/2024: chưa giao đầu mối cho nhiệm vụ nào',
      { ...quiet, figures: nobodyOwes, unassigned: quiet.tasks, version: 0, automatic: true },
      false,
    ],
    [
      '[ĐA06] Tháng 5/2024: toàn bộ 72 nhiệm vụ đang tạm dừng',
      { ...quiet, figures: nobodyOwes, paused: quiet.tasks },
      false,
    ],
    [
      '[ĐA06] Tháng 5/2024: 02 quá hạn (chuyển tiếp 02)',
      month({}, { overdue: [someTask, someTask].flatMap((one) => (one ? [{ ...one, forwardedFrom: 2023 }] : [])) }),
      false,
    ],
    // What a closed year handed on is never «đúng tiến độ», also where it is not counted as overdue.
    [
      '[ĐA06] Tháng 5/2024: 01 chuyển tiếp, không tính quá hạn',
      month({}, { forwarded: { year: 2023, tasks: quiet.tasks.slice(0, 1) } }),
      false,
    ],
  ])('%s', (subject, report, again) => expect(subjectOf(report, again)).toBe(subject));

  // However many numbers the month's end brings, and concerns beside them: they never cancel out.
  test.each(['halfYear', 'year'] as const)(
    'with any concern or number of a span nothing is «đúng tiến độ»: %s',
    (kind) => {
      const span = spanOf({
        ...monthInput(kind === 'year' ? 12 : 6),
        kind,
        planDate: dayOf(2024, 2, 28),
        estimated: [],
      });
      for (const numbers of [{}, { overdue: 1 }, { overdue: 1, silent: 1 }, { overdue: 1, silent: 1, proposals: 1 }]) {
        const report = month(numbers, { unassigned: [] });
        expect(subjectOf(report, false, span)).not.toContain('đúng tiến độ');
        if (numbers.overdue) expect(subjectOf(report, false)).not.toContain('đúng tiến độ');
      }
    },
  );

  test('at most 80 characters for any month, and every number whole', () => {
    const counts = fc.record({ overdue: fc.nat(72), silent: fc.nat(40), partly: fc.nat(40), proposals: fc.nat(72) });
    fc.assert(
      fc.property(counts, fc.nat(12), fc.integer({ min: 1, max: 12 }), fc.boolean(), (numbers, version, m, again) => {
        const report = month(numbers, { version, automatic: version === 0, period: { year: 2024, month: m } });
        const subject = subjectOf(report, again);
        expect(subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
        expect(subject).toMatch(new RegExp(`(?:Tháng |T)${m}/2024: \\S`, 'u'));
        expect(subject).not.toMatch(/[,:]\s*$|\n/u);
        if (numbers.overdue > 0) expect(subject).toContain(` ${String(numbers.overdue).padStart(2, '0')} quá hạn`);
      }),
    );
  });
});
