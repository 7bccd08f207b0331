// What checked seeds leave open: deadlines the program cannot read, cells an import could not fill. Neither stops a build,
// both show in every sheet and mail, so whoever builds is told: a few lines, none where there is nothing.
import { readDeadline } from '../../core/deadline.ts';
import type { PlanTask, Seeds } from '../../core/plan.ts';
import { OPEN_CELL } from '../plan-import/fill-cells.ts';

const CELLS = [
  ['lead', 'đơn vị chủ trì'],
  ['coordinating', 'đơn vị phối hợp'],
  ['deadline', 'thời gian'],
] as const;
/** Tasks named in one list. */
const NAMED = 20;

export function openPlaces({ plan, tasks }: Seeds): string[] {
  const unread = tasks.filter(
    ({ deadline }) => deadline !== OPEN_CELL && readDeadline(deadline, plan.year).kind === 'unread',
  );
  const cells = CELLS.map(([field, words]) => ({ words, open: tasks.filter((task) => task[field] === OPEN_CELL) }));
  const count = cells.reduce((sum, { open }) => sum + open.length, 0);
  const named = cells.filter(({ open }) => open.length > 0).map(({ words, open }) => `${words} ${codesOf(open)}`);
  return [
    ...(unread.length === 0
      ? []
      : [
          `Lưu ý: ${unread.length} thời hạn hệ thống không đọc được, bảng sẽ ghi «Chưa đọc được»: ${codesOf(unread)}.`,
          '  → Chép sai thì sửa deadline trong tasks.json; kế hoạch viết đúng như vậy thì để nguyên, Công an xã ghi Hạn điều chỉnh trong bảng.',
        ]),
    ...(count === 0
      ? []
      : [
          `Lưu ý: ${count} ô còn ghi tạm «${OPEN_CELL}», bảng và văn bản sẽ in y như vậy: ${named.join('; ')}.`,
          '  → Sửa lead, coordinating, deadline của các nhiệm vụ đó trong tasks.json.',
        ]),
  ];
}

function codesOf(tasks: readonly PlanTask[]): string {
  const codes = tasks.slice(0, NAMED).map(({ code }) => code);
  const more = tasks.length - codes.length;
  return `${codes.join(', ')}${more > 0 ? ` và ${more} nhiệm vụ khác` : ''}`;
}
