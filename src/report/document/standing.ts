// How things stand, in whole sentences: statuses of tasks, what fell due, who reported, which indicators are met.
import { civilOf, type Day } from '../../core/calendar.ts';
import { type Figure, type Figures, PERCENT_FROM, percent, twoDigits } from '../../core/figures.ts';
import { STATUS, type Status } from '../../core/status.ts';
import { inSentence } from '../reproach-words.ts';
import { comparison, inCell, share, tasksCounted } from './counts.ts';

/** Statuses that do not read as a clause the way they stand in the sheet. */
const CLAUSES: Partial<Readonly<Record<Status, string>>> = {
  [STATUS.paused]: 'đang tạm dừng',
  [STATUS.done]: 'đã hoàn thành',
  [STATUS.doneDateMissing]: 'đã hoàn thành, thiếu ngày hoàn thành',
  [STATUS.doneOnTime]: 'đã hoàn thành đúng hạn',
  [STATUS.doneAfterExpected]: 'đã hoàn thành sau thời gian dự kiến',
  [STATUS.doneLate]: 'đã hoàn thành nhưng quá hạn',
  [STATUS.afterExpected]: 'đã quá thời gian dự kiến',
  [STATUS.doingOverdue]: 'đang thực hiện đã quá hạn',
  [STATUS.notStartedOverdue]: 'chưa thực hiện đã quá hạn',
  [STATUS.unknownOverdue]: 'chưa có thông tin đã quá hạn',
  [STATUS.doingDueSoon]: 'đang thực hiện, sắp đến hạn',
  [STATUS.notStartedDueSoon]: 'chưa thực hiện, sắp đến hạn',
  [STATUS.unknownDueSoon]: 'chưa có thông tin, sắp đến hạn',
  [STATUS.doingInTime]: 'đang thực hiện, còn trong hạn',
  [STATUS.notStartedInTime]: 'chưa thực hiện, còn trong hạn',
  [STATUS.unknownInTime]: 'chưa có thông tin, còn trong hạn',
  [STATUS.roadmapDoing]: 'theo lộ trình, đang thực hiện',
  [STATUS.roadmapAwaiting]: 'theo lộ trình, đang chờ hướng dẫn của cấp trên',
  [STATUS.roadmapUnknown]: 'theo lộ trình, chưa có thông tin',
};

/** Behind «01 nhiệm vụ » or the name of one: «đang thực hiện đã quá hạn». */
export function statusClause(status: Status): string {
  return CLAUSES[status] ?? inSentence(status);
}

/** «Có 01 nhiệm vụ đang thực hiện đã quá hạn; 02 nhiệm vụ thường xuyên có kết quả.»; empty of no task. */
export function standingSentence(counts: readonly (readonly [Status, number])[]): string {
  const clauses = counts.flatMap(([status, n]) => (n === 0 ? [] : [`${tasksCounted(n)} ${statusClause(status)}`]));
  return clauses.length === 0 ? '' : `Có ${clauses.join('; ')}.`;
}

/** « (gồm 01 …)» behind a figure; empty where nothing is beside it. */
export const aside = ({ beside }: Pick<Figure, 'beside'>) => (beside === undefined ? '' : ` (${beside})`);
const ratio = ({ part, whole }: Figure) => (whole < PERCENT_FROM ? '' : ` (${percent(part, whole)})`);

/** «Đến nay có 03 nhiệm vụ đến hạn; đã hoàn thành 02, trong đó 01 đúng hạn.» */
export function dueSentence({ K1, K2 }: Pick<Figures, 'K1' | 'K2'>, before: Figure | undefined): string {
  if (K1.whole === 0) return `Chưa có nhiệm vụ đến hạn${aside(K1)}.`;
  const due = `Đến nay có ${tasksCounted(K1.whole)} đến hạn`;
  const then = `${comparison(K1, before).replace(/^,/u, ';')}.`;
  if (K1.part === 0) return `${due}; chưa hoàn thành nhiệm vụ nào${aside(K1)}${then}`;
  const inTime =
    K2.part === 0
      ? 'không nhiệm vụ nào đúng hạn'
      : `${K2.part === K1.part ? 'đều' : `trong đó ${twoDigits(K2.part)}`} đúng hạn${ratio(K2)}`;
  return `${due}; đã hoàn thành ${twoDigits(K1.part)}${share(K1)}${aside(K1)}, ${inTime}${aside(K2)}${then}`;
}

/** «10/10 đơn vị báo cáo đủ, đúng hạn (trước ngày 15).» @param lastDay the last day in time */
export function reportingSentence({ K5, K6 }: Pick<Figures, 'K5' | 'K6'>, lastDay: Day): string {
  const before = `(trước ngày ${civilOf(lastDay + 1).day})`;
  const complete = `${K5.part}/${K5.whole} đơn vị báo cáo đủ`;
  if (K6.part === K5.whole) return `${complete}, đúng hạn ${before}.`;
  return `${complete}, trong đó ${inCell(K6.part)} đơn vị đúng hạn ${before}${share(K6)}.`;
}

/** «Có 5/11 chỉ tiêu (45,5%) đạt mục tiêu.»: of those with data. */
export function indicatorsSentence(K7: Figure): string {
  if (K7.whole === 0) return 'Chưa có chỉ tiêu nào có số liệu trong thời gian được tính.';
  return `Có ${K7.part}/${K7.whole} chỉ tiêu có số liệu${ratio(K7)} đạt mục tiêu${aside(K7)}.`;
}
