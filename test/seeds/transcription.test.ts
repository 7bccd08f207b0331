// seeds/tasks.json is the appendix of seeds/plan.txt, word for word: nothing changed, dropped, added or moved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanTask } from '../../src/core/plan.ts';
import { readUnits } from '../../src/core/units.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { appendixLines, CELLS, faultsOf, fills, HEAD, readSpans, wordsOf } from './appendix.ts';

const directory = join(ROOT, 'seeds');
const text = readFileSync(join(directory, 'plan.txt'), 'utf8');
const { plan, tasks, units } = checkSeeds(directory);
const spans = readSpans(text, plan);

describe('the appendix', () => {
  test('the text is NFC', () => expect(text.normalize('NFC')).toBe(text));

  test('72 spans, in which every word of every cell stands in order, once, and nothing is left', () => {
    expect(spans.size).toBe(72);
    expect(faultsOf(spans, tasks)).toEqual([]);
  });

  test('every word of the appendix is accounted for', () => {
    const all = appendixLines(text).flatMap(wordsOf).length;
    const cells = tasks.flatMap((task) => CELLS.flatMap((cell) => wordsOf(task[cell]))).length;
    const headings = plan.groups.flatMap((group) => wordsOf(`${group.roman} ${group.heading} (00 nhiệm vụ)`)).length;
    const title = appendixLines(text).slice(0, 3).flatMap(wordsOf).length;
    const heads = 18 * HEAD.flatMap(wordsOf).length;
    const pageNumbers = 1;
    const rejoined = 2;
    expect(all).toBe(title + heads + pageNumbers + headings + tasks.length + cells + rejoined);
  });

  test('these tasks go on after a page break', () => {
    const broken = [...spans].filter(([, span]) => span.length > 1).map(([number]) => number);
    expect(broken).toEqual([5, 9, 24, 29, 38, 43, 47, 58]);
  });

  test.each([
    [5, 'lead', 'Văn phòng UBND xã các ban, ngành; cấp xã'],
    [5, 'coordinating', 'Các đơn vị có liên quan'],
    [5, 'deadline', 'Năm 2024: cấp xã 100%; cấp xã 90%'],
    [7, 'coordinating', 'Văn phòng UBND xã'],
    [9, 'lead', 'Công an xã, Ban Văn hóa - Thông tin- TT-TT xã'],
    [9, 'coordinating', 'Các ban, ngành, đơn vị cấp xã; các thôn'],
    [23, 'lead', 'Các, ngành cấp xã'],
    [24, 'coordinating', 'Văn phòng UBND xã; Ban Văn hóa- Thông tin, Công an xã'],
    [24, 'deadline', 'Trong năm 2024 và thực hiện thường xuyên'],
    [35, 'lead', 'Các Ngân hành trên địa bàn huyện'],
    [47, 'coordinating', 'Công an xã; Văn phòng UBND xã; và các ban, ngành, địa phương liên quan'],
    [47, 'deadline', 'Trong năm 2024 và thực hiện thường xuyên trong các năm tiếp theo'],
    [48, 'lead', 'BanTài chính & kế hoạch'],
    [52, 'lead', 'CC ĐC-NN-MT'],
    [58, 'coordinating', 'Văn phòng UBND xã; các ban, ngành, đơn vị xã'],
    [67, 'lead', 'Ban Văn hóa- Thông tin; ; Các ban, ngành cấp xã'],
    [68, 'coordinating', 'Công an xãn, Bưu điện xã'],
    [70, 'coordinating', 'Các ban, ngành, đơn vị cấp'],
  ] as const)('task %d, %s: «%s»', (number, cell, wanted) => expect(tasks[number - 1]?.[cell]).toBe(wanted));
});

// The proof above leaves one thing open: a whole line at the border of two cells could stand in either. What the cells may
// say closes it: leads and coordinating units are read to the last word, a deadline begins with one of these words, and
// which units each cell names stands in the table of test/core/units.test.ts.
const OPENINGS =
  /^(Thực hiện|Duy trì|Thường xuyên|Quý|Tháng|Năm 2024|Trong năm|Đạt từ|Theo|Hoàn thành|Khi có|Dự kiến|[Pp]hấn đấu) ?/u;

function isSound(task: PlanTask): boolean {
  return (
    fills(task, spans.get(task.number) ?? []) &&
    [task.lead, task.coordinating].every((cell) => readUnits(cell, units).unread.length === 0) &&
    OPENINGS.test(task.deadline)
  );
}

describe('the cells', () => {
  test.each(tasks.map((task) => [task.code, task] as const))('%s is sound', (_, task) =>
    expect(isSound(task)).toBe(true),
  );

  const borders = tasks.flatMap((task) => CELLS.slice(1).map((right, left) => ({ task, left: CELLS[left], right })));
  test.each(borders)('$task.code: no word moves between $left and $right', ({ task, left, right }) => {
    if (!left) throw new Error('no left cell');
    const [a, b] = [wordsOf(task[left]), wordsOf(task[right])];
    const toRight = { [left]: a.slice(0, -1).join(' '), [right]: [...a.slice(-1), ...b].join(' ') };
    const toLeft = { [left]: [...a, ...b.slice(0, 1)].join(' '), [right]: b.slice(1).join(' ') };
    expect([toRight, toLeft].map((cells) => isSound({ ...task, ...cells }))).toEqual([false, false]);
  });
});

describe('the proof fails when', () => {
  const vocabulary = [...new Set(tasks.flatMap((task) => CELLS.flatMap((cell) => wordsOf(task[cell]))))];
  const place = fc
    .record({ task: fc.constantFrom(...tasks), cell: fc.constantFrom(...CELLS), at: fc.nat() })
    .map(({ task, cell, at }) => ({ task, cell, at: at % wordsOf(task[cell]).length }));
  /** The tasks with one cell's words put through a change. */
  const changed = (
    all: readonly PlanTask[],
    { task, cell }: { task: PlanTask; cell: (typeof CELLS)[number] },
    change: (words: string[]) => string[],
  ) => all.map((one) => (one.number === task.number ? { ...one, [cell]: change(wordsOf(one[cell])).join(' ') } : one));
  const splice =
    (at: number, remove: number, ...put: string[]) =>
    (words: string[]) => [...words.slice(0, at), ...put, ...words.slice(at + remove)];
  const fails = (faulty: readonly PlanTask[], numbers: readonly number[]): void => {
    expect(faultsOf(spans, faulty)).toEqual(numbers);
  };

  test('a word is changed', () =>
    fc.assert(
      fc.property(place, fc.constantFrom(...vocabulary), (where, word) => {
        fc.pre(wordsOf(where.task[where.cell])[where.at] !== word);
        fails(changed(tasks, where, splice(where.at, 1, word)), [where.task.number]);
      }),
    ));

  test('a letter is dropped from a word', () =>
    fc.assert(
      fc.property(place, fc.nat(), (where, letter) => {
        const word = wordsOf(where.task[where.cell])[where.at] ?? '';
        fc.pre(word.length > 1);
        const rest = word.slice(0, letter % word.length) + word.slice((letter % word.length) + 1);
        fails(changed(tasks, where, splice(where.at, 1, rest)), [where.task.number]);
      }),
    ));

  test('a word is dropped', () =>
    fc.assert(fc.property(place, (where) => fails(changed(tasks, where, splice(where.at, 1)), [where.task.number]))));

  test('a word is added', () =>
    fc.assert(
      fc.property(place, fc.constantFrom(...vocabulary), (where, word) =>
        fails(changed(tasks, where, splice(where.at, 0, word)), [where.task.number]),
      ),
    ));

  test('a word is moved to another task', () =>
    fc.assert(
      fc.property(place, place, (from, to) => {
        fc.pre(from.task !== to.task);
        const word = wordsOf(from.task[from.cell])[from.at] ?? '';
        const without = changed(tasks, from, splice(from.at, 1));
        fails(
          changed(without, to, splice(to.at, 0, word)),
          [from.task.number, to.task.number].sort((a, b) => a - b),
        );
      }),
    ));

  test('two different words of a cell change places', () =>
    fc.assert(
      fc.property(place, fc.nat(), (where, other) => {
        const words = wordsOf(where.task[where.cell]);
        const [a, b] = [words[where.at] ?? '', words[other % words.length] ?? ''];
        fc.pre(a !== b);
        const swapped = words.map((word, at) => (at === where.at ? b : at === other % words.length ? a : word));
        fails(
          changed(tasks, where, () => swapped),
          [where.task.number],
        );
      }),
    ));

  test('a task is missing', () =>
    fc.assert(
      fc.property(fc.constantFrom(...tasks), (task) =>
        fails(
          tasks.filter((one) => one !== task),
          [task.number],
        ),
      ),
    ));

  test.each([
    ['a word of the table', 'Quý IV/2024', 'Quý III/2024', [70]],
    ['a word behind the table', /\s*$/u, ' thừa\n', [72]],
    ['a page head', 'phối hợp \n', 'phối hợp khác \n', /heads of the table/u],
    ['a count', '(05 nhiệm vụ) \n TT', '(06 nhiệm vụ) \n TT', /heading of group III/u],
    ['a number', '\n33. \n', '\n34. \n', /number 33/u],
  ] as const)('%s of the text differs', (_, from, to, wanted) => {
    const at = text.indexOf('\nPhụ lục \n');
    const other = text.slice(0, at) + text.slice(at).replace(from, to);
    expect(other).not.toBe(text);
    if (wanted instanceof RegExp) expect(() => readSpans(other, plan)).toThrow(wanted);
    else expect(faultsOf(readSpans(other, plan), tasks)).toEqual(wanted);
  });
});
