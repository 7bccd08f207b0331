// Whose the words and the report are that were typed after a row was given to another unit.
import { describe, expect, test } from 'vitest';
import { accountOf, authorOf, handedOver, type RowBefore } from '../../src/core/handed-over.ts';
import { isUnclear, renamed } from '../../src/core/reporter-cell.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { type SeenTyping, typedSince, withFormer } from '../../src/core/typed-since.ts';
import { taskRow } from './task-row.ts';

const MAY = { year: 2024, month: 5 };
const JUNE = { year: 2024, month: 6 };
const A = 'Ban Tư pháp';
const B = 'Văn phòng UBND xã';
const C = 'Công an xã';
const EVERYWHERE = new Set([C]);

/** The row after a look of the clock. @param before as the look before it saw the row, where it was given on since */
function looked(row: TaskRow, { before, seen }: { before?: Partial<RowBefore>; seen?: SeenTyping } = {}): TaskRow {
  const was = before && { ...row, period: null, accountable: A, knowsEnded: false, ...before };
  const given = was && handedOver(row, was, { period: MAY, isReported: true });
  const noted = was && withFormer(row, was, given, JUNE);
  const known = { ...row, ...(noted !== undefined && { reporter: noted }) };
  const now = { ...known, reporter: typedSince(known, EVERYWHERE, seen) ?? known.reporter ?? null };
  // Nothing is new at the next look.
  expect(typedSince(now, EVERYWHERE)).toBeUndefined();
  return now;
}

const told = (row: TaskRow) => [
  authorOf({ ...row, reporter: row.reporter ?? null, entry: row }, 'result'),
  authorOf({ ...row, reporter: row.reporter ?? null, entry: row }, 'difficulty'),
  accountOf(row, JUNE),
  isUnclear(row.reporter, JUNE),
];
const typed = {
  accountable: B,
  period: 'Kỳ 06/2024',
  state: 'Đang thực hiện',
  result: 'Xong',
  difficulty: 'Thiếu máy',
};
const untyped = { state: null, result: null, difficulty: null };

describe('typed before the new Đầu mối is let in', () => {
  test.each<[string, Partial<TaskRow>, unknown]>([
    ['who could type has typed, and has reported', { letIn: A }, [A, A, A, false]],
    ['let in: its own words', { letIn: `${A}; ${B}` }, [undefined, undefined, B, false]],
    ['open to everybody', { letIn: '*' }, [undefined, undefined, B, false]],
    ['nothing known', { letIn: null }, [undefined, undefined, B, false]],
    ['nothing said', { letIn: A, result: null, difficulty: null }, [undefined, undefined, B, false]],
    ['of no period yet', { letIn: A, period: null }, [undefined, undefined, B, false]],
    ['who may type everywhere is not counted', { letIn: `${A}; ${C}` }, [A, A, A, false]],
    ['it has the row: its own words', { letIn: A, accountable: C }, [undefined, undefined, C, false]],
    ['two could type, and nobody had it before', { letIn: `${A}; Ban Văn hóa` }, [undefined, undefined, B, false]],
    ['two could, one of them had it', { letIn: `${A}; Ban Văn hóa`, reporter: `Kỳ 06/2024 – ${A}` }, [A, A, A, false]],
  ])('%s', (_, cells, expected) => {
    expect(told(looked(taskRow({ ...typed, ...cells })))).toEqual(expected);
  });

  test('what was said before stays whose it was, what is new is of who could type', () => {
    const before = taskRow({ ...typed, letIn: A, accountable: A, result: 'Chưa xong' });
    const row = looked({ ...before, accountable: B }, { before: { ...before, knowsEnded: true } });
    expect(told(looked({ ...row, result: 'Xong' }))).toEqual([A, A, A, false]);
  });
});

describe('typed in the period in which the row was given on', () => {
  const AorB = `${A} hoặc ${B}`;
  test.each<[string, Partial<TaskRow>, unknown]>([
    ['both may type: nobody knows which has', { letIn: `${A}; ${B}; ${C}` }, [AorB, AorB, '', true]],
    ['the row is open', { letIn: '*' }, [AorB, AorB, '', true]],
    ['nobody knows who may', { letIn: null }, [AorB, AorB, '', true]],
    ['the old unit alone', { letIn: `${A}; ${C}` }, [A, A, A, false]],
    ['the new unit alone', { letIn: `${B}; ${C}` }, [undefined, undefined, B, false]],
    [
      'given to who may type everywhere',
      { letIn: `${A}; ${C}`, accountable: C },
      [`${A} hoặc ${C}`, `${A} hoặc ${C}`, '', true],
    ],
    ['the same, the old unit let in no more', { letIn: C, accountable: C }, [undefined, undefined, C, false]],
    [
      'no text, but reported',
      { letIn: `${A}; ${B}`, result: null, difficulty: null },
      [undefined, undefined, '', true],
    ],
  ])('%s', (_, cells, expected) => {
    const row = taskRow({ ...typed, ...cells });
    // Seen typed and given on by one look, and by two.
    expect(told(looked(row, { before: untyped }))).toEqual(expected);
    const given = looked(
      { ...row, ...untyped, period: 'Kỳ 05/2024' },
      { before: { ...untyped, period: 'Kỳ 05/2024' } },
    );
    expect(told(given).slice(2)).toEqual([row.accountable, false]);
    const now = looked({ ...row, reporter: given.reporter ?? null });
    expect(told(now)).toEqual(expected);
    const other = (name: string) => `${name} mới`;
    const called = { ...now, accountable: other(String(row.accountable)), reporter: renamed(now.reporter, other) };
    expect(told(called)).toEqual(
      Array.isArray(expected)
        ? expected.map((one) =>
            typeof one === 'string' && one !== '' ? one.split(' hoặc ').map(other).join(' hoặc ') : one,
          )
        : [],
    );
  });

  test.each<[string, SeenTyping, unknown]>([
    ['the old unit', { texts: { result: A, difficulty: A }, units: [A] }, [A, A, A, false]],
    ['the new unit', { texts: { result: B, difficulty: B }, units: [B] }, [undefined, undefined, B, false]],
    [
      'both: the new unit has reported',
      { texts: { result: A, difficulty: B }, units: [A, B] },
      [A, undefined, B, false],
    ],
    ['one text was not seen', { texts: { result: A }, units: [A] }, [A, AorB, A, false]],
    ['a keeper mended: nobody was seen', { texts: { result: C }, units: [C] }, [AorB, AorB, '', true]],
  ])('who was seen to type: %s', (_, seen, expected) => {
    const row = taskRow({ ...typed, letIn: `${A}; ${B}; ${C}` });
    expect(told(looked(row, { before: untyped, seen }))).toEqual(expected);
  });

  test('from the next period on the row is its Đầu mối’s; what still stands keeps its authors', () => {
    const row = looked(taskRow({ ...typed, letIn: `${A}; ${B}` }), { before: untyped });
    const july = looked({ ...row, period: 'Kỳ 07/2024', result: 'Xong thêm' });
    expect([...told(july).slice(0, 2), accountOf(july, { year: 2024, month: 7 })]).toEqual([undefined, AorB, B]);
  });

  test('reported before it was given on: the report stays, the words typed since are of one of the two', () => {
    const before = taskRow({ ...typed, letIn: `${A}; ${B}`, accountable: A, difficulty: null });
    const row = looked({ ...before, accountable: B }, { before });
    expect(told(row)).toEqual([A, undefined, A, false]);
    expect(told(looked({ ...row, difficulty: 'Thiếu máy' }))).toEqual([A, AorB, A, false]);
  });

  test('given on twice: all that had it, and not who has it', () => {
    const row = looked(taskRow({ ...typed, ...untyped, period: null, letIn: '*' }), { before: untyped });
    const again = { ...row, accountable: 'Ban Văn hóa' };
    const last = looked({ ...again, period: 'Kỳ 06/2024', result: 'Xong' }, { before: { ...untyped, accountable: B } });
    expect(told(last)[0]).toBe(`${A} hoặc ${B} hoặc Ban Văn hóa`);
    const back = looked(
      { ...row, accountable: A, period: 'Kỳ 06/2024', result: 'Xong' },
      { before: { ...untyped, accountable: B } },
    );
    expect(told(back)[0]).toBe(`${B} hoặc ${A}`);
  });

  test('a lead seen to type in another’s row: its words, and the row is reported all the same', () => {
    const row = taskRow({ ...typed, letIn: `${A}; ${B}` });
    expect(told(looked(row, { seen: { texts: { difficulty: A }, units: [A] } }))).toEqual([undefined, A, B, false]);
  });
});
