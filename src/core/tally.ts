// The table by group and by unit: twelve columns into which every row falls exactly once, so that each line and the whole
// add up (rule 4.10; the plan has 72).
import { isWord } from './cell.ts';
import { STATUS, type Status } from './status.ts';
import type { Task } from './task.ts';
import type { TaskRow } from './task-row.ts';

/** The columns in their order: heading and the statuses that fall into it. */
export const TALLY_COLUMNS: readonly { readonly heading: string; readonly statuses: readonly Status[] }[] = [
  { heading: 'Hoàn thành đúng hạn', statuses: [STATUS.done, STATUS.doneOnTime] },
  {
    heading: 'Hoàn thành quá hạn, sau dự kiến, thiếu ngày',
    statuses: [STATUS.doneLate, STATUS.doneAfterExpected, STATUS.doneDateMissing],
  },
  { heading: 'Đang thực hiện trong hạn', statuses: [STATUS.doingInTime, STATUS.doingDueSoon] },
  { heading: 'Đang thực hiện quá hạn', statuses: [STATUS.doingOverdue] },
  {
    heading: 'Chưa thực hiện, chưa có thông tin: trong hạn',
    statuses: [STATUS.notStartedInTime, STATUS.notStartedDueSoon, STATUS.unknownInTime, STATUS.unknownDueSoon],
  },
  {
    heading: 'Chưa thực hiện, chưa có thông tin: quá hạn',
    statuses: [STATUS.notStartedOverdue, STATUS.unknownOverdue],
  },
  { heading: 'Quá thời gian dự kiến', statuses: [STATUS.afterExpected] },
  { heading: 'Thường xuyên có kết quả', statuses: [STATUS.ongoingWithResult] },
  { heading: 'Thường xuyên không phát sinh', statuses: [STATUS.ongoingNothing] },
  { heading: 'Thường xuyên chưa, chờ báo cáo', statuses: [STATUS.ongoingUnreported, STATUS.ongoingAwaited] },
  {
    heading: 'Lộ trình, yêu cầu, chưa đọc được',
    statuses: [
      STATUS.roadmapDoing,
      STATUS.roadmapAwaiting,
      STATUS.roadmapUnknown,
      STATUS.onRequestDoing,
      STATUS.onRequestNothing,
      STATUS.unread,
    ],
  },
  { heading: 'Tạm dừng', statuses: [STATUS.paused] },
];

/** The line of rows whose Đầu mối is no unit of the list. */
export const NOBODY = 'Chưa giao đầu mối';

export interface TallyLine {
  readonly name: string;
  readonly total: number;
  /** One number a column of `TALLY_COLUMNS`; they add up to `total`. */
  readonly counts: readonly number[];
}

/** As much of a task as a table needs: the frozen rows of a version have it too. */
export interface TalliedTask extends Pick<Task, 'status'> {
  readonly row: Pick<TaskRow, 'group' | 'accountable'>;
}

function line(name: string, tasks: readonly TalliedTask[]): TallyLine {
  return {
    name,
    total: tasks.length,
    counts: TALLY_COLUMNS.map(({ statuses }) => tasks.filter((task) => statuses.includes(task.status)).length),
  };
}

export function tallyByGroup(tasks: readonly TalliedTask[], groups: readonly string[]): TallyLine[] {
  return groups.map((group) =>
    line(
      group,
      tasks.filter((task) => isWord(task.row.group, group)),
    ),
  );
}

/** One line a unit, and last the line «Chưa giao đầu mối». */
export function tallyByUnit(tasks: readonly TalliedTask[], names: readonly string[]): TallyLine[] {
  const isAssigned = (task: TalliedTask) => names.some((name) => isWord(task.row.accountable, name));
  return [
    ...names.map((name) =>
      line(
        name,
        tasks.filter((task) => isWord(task.row.accountable, name)),
      ),
    ),
    line(
      NOBODY,
      tasks.filter((task) => !isAssigned(task)),
    ),
  ];
}

/** «trong hạn 03» and so on: the statuses of a set of rows, only those that occur, in the order of the rules. */
export function tallyByStatus(tasks: readonly Pick<Task, 'status'>[]): Partial<Record<Status, number>> {
  const tally: Partial<Record<Status, number>> = {};
  for (const status of Object.values(STATUS)) {
    const n = tasks.filter((task) => task.status === status).length;
    if (n > 0) tally[status] = n;
  }
  return tally;
}
