// Targets of the new plan: those of a task whose words are the same are taken over, their days moved with the task's own; every
// other percentage is shown to a person. No target is made up here.
import { type Deadline, readDeadline } from '../../core/deadline.ts';
import type { Indicator, PlanTask, Seeds } from '../../core/plan.ts';
import { fold } from '../../core/text.ts';
import { type ImportFinding, type Say, shortened } from './finding.ts';
import type { ReadTask } from './read-table.ts';

const PERCENT = /(\d+(?:[.,]\d+)?)\s?%/gu;
/** Words shown on each side of a percentage. */
const AROUND = 40;

/** The targets that can be taken over; the rest is told. */
export function importIndicators(
  tasks: readonly PlanTask[],
  read: readonly ReadTask[],
  year: number,
  old: Seeds,
  say: Say,
): Indicator[] {
  const before = old.tasks.map((task) => ({ task, key: fold(task.content) }));
  return tasks.flatMap((task, index) => {
    const place = { line: read[index]?.line ?? 0, number: read[index]?.printed ?? '', column: 'indicators.json' };
    const key = fold(task.content);
    const same = before.filter((one) => one.key === key);
    // Two old tasks of the same words: nobody knows which one this is.
    const was = same.length === 1 ? same[0]?.task : undefined;
    const own = was ? old.indicators.filter((indicator) => indicator.task === was.code) : [];
    const taken = own.flatMap((indicator) => {
      const moved = was && moveIndicator(indicator, was, task, year, old.plan.year);
      if (!moved)
        say({
          weight: 'look',
          ...place,
          text: `Không chuyển được chỉ tiêu cũ ${indicator.id} «${indicator.name}»: mốc hoặc câu trích không còn khớp.`,
          todo: 'Nếu chỉ tiêu còn hiệu lực, ghi lại với câu trích và mốc của kế hoạch mới.',
        });
      return moved ? [moved] : [];
    });
    if (taken.length > 0 && year !== old.plan.year)
      say({
        weight: 'look',
        ...place,
        text: `Nội dung như kế hoạch cũ, chuyển ${taken.length} chỉ tiêu: ${taken.map(({ target, unit, milestone }) => `${target}${unit === '%' ? '%' : ''} đến ${milestone}`).join(', ')}.`,
        todo: 'So mức và mốc với kế hoạch mới; khác thì sửa trong indicators.json.',
      });
    tellPercentages(task, taken, place, say);
    return taken.map((indicator, index) => ({ ...indicator, id: `${task.code}-${index + 1}` }));
  });
}

/** The same target in the new plan; undefined where its words or its day are not there. */
function moveIndicator(
  indicator: Indicator,
  before: PlanTask,
  task: PlanTask,
  year: number,
  oldYear: number,
): Indicator | undefined {
  const { note, ...rest } = indicator;
  const quotes = [indicator.quote, indicator.quote.split(`${oldYear}`).join(`${year}`)];
  const quote = quotes.find((words) => task.content.includes(words) || task.deadline.includes(words));
  const milestone = milestoneOf(
    indicator,
    readDeadline(before.deadline, oldYear),
    readDeadline(task.deadline, year),
    year,
    oldYear,
  );
  if (quote === undefined || milestone === undefined) return undefined;
  // A note may name the task by its number.
  const kept = note !== undefined && task.code === before.code && year === oldYear;
  return { ...rest, task: task.code, quote, milestone, ...(kept && { note }) };
}

/** The day of the new deadline where the target was on that of the old; the end of the year where it was there. */
function milestoneOf(
  { milestone, target }: Indicator,
  before: Deadline,
  now: Deadline,
  year: number,
  oldYear: number,
): string | undefined {
  if (before.milestones) return now.milestones?.find(({ atLeast }) => atLeast === target)?.due;
  if (milestone === before.due) return now.due;
  if (before.due === undefined && now.due === undefined && milestone === `${oldYear}-12-31`) return `${year}-12-31`;
  return year === oldYear ? milestone : undefined;
}

function tellPercentages(
  { code, content, deadline }: PlanTask,
  taken: readonly Indicator[],
  place: Pick<ImportFinding, 'line' | 'number' | 'column'>,
  say: Say,
): void {
  const known = new Set(taken.filter(({ unit }) => unit === '%').map(({ target }) => target));
  const shown = [content, deadline].flatMap((text) =>
    [...text.matchAll(PERCENT)]
      .filter(([, figure = '']) => !known.has(Number(figure.replace(',', '.'))))
      .map(({ index, 0: figure }) => `${figure.replace(' ', '')} («${around(text, index, figure.length)}»)`),
  );
  if (shown.length === 0) return;
  say({
    weight: 'look',
    ...place,
    text: `Có vẻ có chỉ tiêu ${shown.join('; ')}.`,
    todo: `Nếu đúng, ghi vào indicators.json với task «${code}»: tên, mức, mốc, câu trích y như trong nhiệm vụ.`,
  });
}

/** A percentage with the whole words beside it. */
function around(text: string, at: number, length: number): string {
  const from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
  return `${from > 0 ? '…' : ''}${shortened(text.slice(Math.min(from, at)), at - Math.min(from, at) + length + AROUND)}`;
}
