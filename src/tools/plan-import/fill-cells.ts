// Cells that say «như trên» or nothing. «Như trên» is filled in; an empty cell may be a merged one or simply empty, and only
// a person can see which: it is filled when that person says so, else it stays visibly open.
import { fold } from '../../core/text.ts';
import { placesWords, type RowPlace, type Say, shortened } from './finding.ts';
import type { ReadTask } from './read-table.ts';

const FILLED = ['lead', 'coordinating', 'deadline'] as const;
type Filled = (typeof FILLED)[number];

/** What is in a cell that must not be empty; no reader takes it for a unit or a time. */
export const OPEN_CELL = '(ô trống)';
const DITTO = ['nt', '-nt-', '"nt"', 'như trên', '-như trên-', '"', '-"-', '""', "''", '〃'].map(fold);

/** Fills the cells of the tasks. @param merged an empty cell repeats the one above */
export function fillCells(
  tasks: readonly ReadTask[],
  titles: Readonly<Record<Filled, string>>,
  merged: boolean,
  say: Say,
): void {
  const rowOf = ({ line, printed }: ReadTask): RowPlace => ({ line, number: printed });
  const all = tasks.map(rowOf);
  for (const column of FILLED) {
    const repeated: RowPlace[] = [];
    const empty: RowPlace[] = [];
    // The cell right above, and the last one above that says something.
    let above = '';
    let shown = '';
    for (const task of tasks) {
      const said = task[column];
      const place = { line: task.line, number: task.printed, column: titles[column] };
      if (DITTO.includes(fold(said)) && said !== '') {
        const isClear = above !== '' && above !== OPEN_CELL;
        task[column] = isClear ? above : OPEN_CELL;
        if (isClear) repeated.push(rowOf(task));
        else
          say({
            weight: 'mend',
            ...place,
            text: `«${said}» mà ô ngay trên cũng trống; ghi tạm «${OPEN_CELL}».`,
            todo: todoOf(column),
          });
      } else if (said === '' && merged && shown !== '') {
        task[column] = shown;
        say({
          weight: 'look',
          ...place,
          text: `Ô trống, ghi theo ô trên (--merged): «${shortened(shown)}».`,
          todo: `So với kế hoạch: nếu không phải ô gộp thì sửa trường ${column} của nhiệm vụ này trong tasks.json.`,
        });
      } else if (said === '') {
        if (column === 'coordinating') empty.push(rowOf(task));
        else tellEmpty(place, column, shown, say);
        if (column !== 'coordinating') task[column] = OPEN_CELL;
      }
      above = task[column];
      if (above !== '' && above !== OPEN_CELL) shown = above;
    }
    if (repeated.length > 0)
      say({
        weight: 'done',
        column: titles[column],
        text: `«Như trên» được thay bằng ô trên ở ${placesWords(repeated, all)}.`,
      });
    if (empty.length > 0 && empty.length < tasks.length)
      say({
        weight: 'look',
        column: titles[column],
        text: `Để trống như trong bảng ở ${placesWords(empty, all)}.`,
        todo: `Nếu kế hoạch có ghi mà tệp thiếu thì sửa trường ${column} trong tasks.json; nếu kế hoạch để trống thì thôi.`,
      });
  }
}

function tellEmpty(
  place: { readonly line: number; readonly number: string; readonly column: string },
  column: Filled,
  above: string,
  say: Say,
): void {
  const merged =
    above === ''
      ? ''
      : ` Nếu là ô gộp với ô trên thì ghi «${shortened(above)}»; nếu mọi ô trống đều là ô gộp thì chạy lại với --merged.`;
  say({ weight: 'mend', ...place, text: `Ô trống, ghi tạm «${OPEN_CELL}».`, todo: `${todoOf(column)}${merged}` });
}

function todoOf(column: Filled): string {
  return `Sửa trường ${column} của nhiệm vụ này trong tasks.json.`;
}
