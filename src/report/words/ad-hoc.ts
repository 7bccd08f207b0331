// Words of reports out of turn that mail, document and dialog share.
import type { AdHocReport } from '../../core/report/ad-hoc.ts';
import type { ReportedTask } from '../../core/report.ts';

/** Rows no unit answers for, a sentence without its full stop; empty where there are none. */
export function uncountedWords(
  { uncounted }: Pick<AdHocReport, 'uncounted'>,
  nameOf: (task: ReportedTask) => string,
): string {
  if (uncounted.length === 0) return '';
  return `Đổi đầu mối sau khi hỏi hoặc không rõ đơn vị nào ghi, không tính cho đơn vị nào: ${uncounted.map(nameOf).join(', ')}`;
}
