// What the program's own reader makes of the new plan's times, while a person can still mend the words.
import { readDeadline } from '../../core/deadline.ts';
import type { PlanTask, Unit } from '../../core/plan.ts';
import { accountableUnit } from '../../core/units.ts';
import { OPEN_CELL } from './fill-cells.ts';
import type { Say } from './finding.ts';
import type { ReadTask } from './read-table.ts';

/** @param read the same tasks as they are in the file */
export function checkDeadlines(
  tasks: readonly PlanTask[],
  read: readonly ReadTask[],
  year: number,
  title: string,
  say: Say,
): void {
  tasks.forEach((task, index) => {
    if (task.deadline === OPEN_CELL) return;
    const { kind, due } = readDeadline(task.deadline, year);
    const place = { line: read[index]?.line ?? 0, number: read[index]?.printed ?? '', column: title };
    if (kind === 'unread')
      say({
        weight: 'mend',
        ...place,
        text: `Hệ thống không đọc được thời hạn «${task.deadline}»; bảng sẽ ghi «Chưa đọc được».`,
        todo: 'Nếu chép sai thì sửa deadline trong tasks.json; nếu kế hoạch viết vậy thì để nguyên, Công an xã ghi Hạn điều chỉnh trong bảng.',
      });
    if (due !== undefined && due < `${year}-01-01`)
      say({
        weight: 'mend',
        ...place,
        text: `Thời hạn «${task.deadline}» (đến ${due}) ở trước năm ${year}.`,
        todo: 'Xem có phải lời của kế hoạch cũ còn sót; nếu để nguyên, nhiệm vụ quá hạn ngay từ đầu.',
      });
  });
}

/** Rows for which a person will have to choose in the sheet. */
export function tellUnassigned(tasks: readonly PlanTask[], units: readonly Unit[], say: Say): void {
  const open = tasks.filter(({ lead }) => accountableUnit(lead, units) === undefined).map(({ code }) => code);
  if (open.length > 0)
    say({
      weight: 'done',
      text: `Chưa có đầu mối (chủ trì là tập thể, đơn vị ngoài xã, hoặc tên chưa đọc được), sẽ chọn trong bảng: ${open.join(', ')}.`,
    });
}
