// What `--period` asks for: a month, or all months of a half-year or a year, which are run and closed one after the other.
import { comparePeriods, type Period, periodLabel, readPeriodId, shiftPeriod } from '../../core/period.ts';

/**
 * The periods of «2024-05», «2024-H1» or «2024», the last of them the one asked for; those before the plan's first are left out.
 * @throws Error in Vietnamese where the text cannot be read, or the plan had not begun
 */
export function readSpan(text: string, first: Period): readonly [Period, ...Period[]] {
  const span = /^(?<year>\d{4})(?<half>-H1)?$/u.exec(text)?.groups;
  const year = Number(span?.['year']);
  const last = span ? { year, month: span['half'] === undefined ? 12 : 6 } : readPeriodId(text);
  if (!last)
    throw new Error(`--period ${text}: phải có dạng 2024-05 (tháng), 2024-H1 (6 tháng đầu năm) hoặc 2024 (năm)`);
  if (comparePeriods(last, first) < 0) {
    throw new Error(`--period ${text}: kế hoạch bắt đầu từ ${periodLabel(first)}, không có kỳ trước đó`);
  }
  const january = { year: last.year, month: 1 };
  const begins = !span ? last : comparePeriods(january, first) < 0 ? first : january;
  const length = comparePeriods(last, begins);
  return [begins, ...Array.from({ length }, (_, i) => shiftPeriod(begins, i + 1))];
}
