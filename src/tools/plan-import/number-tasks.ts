// Numerals of groups and numbers of tasks: the printed ones are kept where they count 1, 2, 3 … through the whole table, as
// the seeds must; where they do not, they are counted anew and it is told how.
import type { Plan, PlanTask } from '../../core/plan.ts';
import { type Say, shortened } from './finding.ts';
import { romanOf } from './mark.ts';
import { aboveWords, type ReadGroup, type ReadTask } from './read-table.ts';

export interface NumberedPlan {
  readonly groups: Plan['groups'];
  readonly tasks: readonly PlanTask[];
}

/** @returns groups with the wording of the appendix in `reportHeading` too */
export function numberTasks(groups: readonly ReadGroup[], tasks: readonly ReadTask[], say: Say): NumberedPlan {
  const used = groups.filter((group) => tasks.some((task) => task.group === group));
  for (const group of groups.filter((one) => !used.includes(one)))
    say({
      weight: 'mend',
      line: group.line,
      text: `Nhóm «${shortened(group.heading)}» không có nhiệm vụ nào, không đưa vào.`,
      todo: 'Xem có phải hàng này bị hiểu nhầm là tên nhóm.',
    });
  const numerals = numeralsOf(used, say);
  tellNumbers(tasks, say);
  return {
    groups: used.map((group) => {
      const count = tasks.filter((task) => task.group === group).length;
      const roman = numerals.get(group) ?? '';
      if (group.stated !== undefined && group.stated !== count)
        say({
          weight: 'mend',
          line: group.line,
          text: `Nhóm ${roman} ghi ${group.stated} nhiệm vụ, đọc được ${count}.`,
          todo: 'Tìm nhiệm vụ thiếu hoặc thừa trong nhóm này.',
        });
      return { roman, heading: group.heading, reportHeading: group.heading, count };
    }),
    tasks: tasks.map(({ group, content, lead, coordinating, deadline }, index) => {
      const roman = numerals.get(group) ?? '';
      const number = index + 1;
      const code = `${roman}.${String(number).padStart(2, '0')}`;
      return { code, number, group: roman, content, lead, coordinating, deadline };
    }),
  };
}

/** As printed where all are there and rise; else I, II, III … in the order of the table. */
function numeralsOf(groups: readonly ReadGroup[], say: Say): Map<ReadGroup, string> {
  const printed = groups.map(({ numeral }) => numeral ?? 0);
  const rises = printed.every((value, index) => value > (printed[index - 1] ?? 0));
  if (!rises && printed.some((value) => value > 0))
    say({
      weight: 'look',
      text: `Số La Mã của các nhóm (${printed.map((value) => (value > 0 ? romanOf(value) : '?')).join(', ')}) không tăng dần: đánh lại I, II, III … theo thứ tự trong bảng.`,
      todo: 'So tên các nhóm với kế hoạch; mã nhiệm vụ theo số La Mã đánh lại.',
    });
  const last = printed[printed.length - 1] ?? 0;
  if (rises && last > groups.length)
    say({
      weight: 'mend',
      text: `Số La Mã của các nhóm bỏ cách: ${printed.map(romanOf).join(', ')}.`,
      todo: 'Xem có nhóm nào chưa đọc được.',
    });
  return new Map(groups.map((group, index) => [group, romanOf(rises ? (printed[index] ?? 0) : index + 1)]));
}

/** Gaps, doubles and rows without a number; a count that begins again in each group is one line. */
function tellNumbers(tasks: readonly ReadTask[], say: Say): void {
  let before = 0;
  const begunAgain: string[] = [];
  if (tasks.every(({ printed }) => printed === '')) {
    say({
      weight: 'look',
      text: `Không hàng nào có số thứ tự: hệ thống đếm theo thứ tự trong bảng, được ${tasks.length} nhiệm vụ.`,
      todo: 'So số nhiệm vụ của từng nhóm với kế hoạch; thừa thì có hàng là phần tiếp của hàng trên.',
    });
    return;
  }
  tasks.forEach(({ line, printed, counted, group, content, isPart }, index) => {
    const place = { line, number: printed };
    const isFirst = index > 0 && tasks[index - 1]?.group !== group;
    if (counted === undefined) {
      // A part of a task has no number of the plan's own to miss.
      if (printed === '') before += 1;
      const why =
        printed === ''
          ? 'Hàng không có số thứ tự'
          : `TT «${printed}» không phải số thứ tự nhưng hàng có đơn vị hoặc thời hạn riêng`;
      // A part of an item with parts has been told as such.
      if (!isPart)
        say({
          weight: 'mend',
          line,
          ...(printed === '' && { number: printed }),
          text: `${why}, thành nhiệm vụ ${index + 1}: «${shortened(content)}».`,
          todo: `So với kế hoạch: là một nhiệm vụ thì để nguyên hoặc ghi số vào cột TT; là phần tiếp của ${aboveWords(tasks[index - 1])} thì nối vào hàng đó; rồi chạy lại.`,
        });
      return;
    }
    if (isFirst && counted === 1 && before >= 1) begunAgain.push(`${index + 1}`);
    else if (counted !== before + 1)
      say({
        weight: 'mend',
        ...place,
        text: counted === before ? `Số ${counted} có hai lần.` : `Ghi số ${counted}, đếm theo bảng là ${before + 1}.`,
        todo: 'Xem có thiếu, thừa nhiệm vụ hay kế hoạch đánh số sai; tasks.json luôn đếm 1, 2, 3 … theo thứ tự trong bảng.',
      });
    before = counted;
  });
  if (begunAgain.length > 0)
    say({
      weight: 'done',
      text: `TT đếm lại từ 1 trong từng nhóm; mã dùng số chạy suốt cả bảng: các nhóm sau bắt đầu từ nhiệm vụ ${begunAgain.join(', ')}.`,
    });
}
