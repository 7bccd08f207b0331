// Who is told otherwise in a correction than in the version it corrects.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, readIsoDate } from '../../../src/core/calendar.ts';
import { phrasesWith } from '../../../src/core/content.ts';
import type { LateReports } from '../../../src/core/late-reports.ts';
import { reproachesSince, standingOf } from '../../../src/core/report/reproaches.ts';
import { STATES, STATUS } from '../../../src/core/status.ts';
import type { TaskRow } from '../../../src/core/task-row.ts';
import { freeze } from '../../../src/core/version.ts';
import { MAY, taskRow } from '../task-row.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const UNIT = 'Ban Tư pháp';
const may = { state: STATES.doing, period: 'Kỳ 05/2024', onTimeFor: 'Kỳ 05/2024' };
const late = { ...may, onTimeFor: null };
const overdue = { due: day('2024-03-31') };
const done = { state: STATES.done, doneOn: day('2024-03-29') };

function told(rows: readonly Partial<TaskRow>[], asked = true, codes: readonly string[] = []) {
  const content = freeze(
    rows.map((cells, i) => taskRow({ code: `II.0${i + 1}`, accountable: UNIT, ...cells })),
    [UNIT],
    { ...MAY, stamped: true, asOf: day('2024-05-14'), phrases: phrasesWith() },
  );
  const known: LateReports = { ended: false, codes, unknown: [] };
  return {
    version: { ...content, period: MAY.period, ...(asked && { asked: { [UNIT]: at(day('2024-05-09'), 7) } }) },
    late: known,
  };
}

describe('units', () => {
  type Case = [title: string, was: ReturnType<typeof told>, now: ReturnType<typeof told>, kinds: string[]];
  test.each<Case>([
    ['silent, then in time', told([{}]), told([may]), ['silent', 'onTime']],
    ['silent, then late', told([{}]), told([late]), ['silent', 'late']],
    ['silent, then in part', told([{}, {}]), told([{}, may]), ['silent', 'partly']],
    ['in part, then in full', told([{}, may]), told([may, may]), ['partly', 'onTime']],
    ['in part, then more of it', told([{}, {}, may]), told([{}, may, may]), ['partly', 'partly']],
    ['late, then in time', told([late]), told([may]), ['late', 'onTime']],
    ['newly accused: in time, then late', told([may]), told([late]), ['onTime', 'late']],
    [
      'newly accused: not known to have been asked, then asked',
      told([late], false),
      told([late]),
      ['afterwards', 'late'],
    ],
    ['silent, then known to have come after the closing', told([{}]), told([{}], true, ['II.01']), ['silent', 'late']],
    ['that was told already', told([{}], true, ['II.01']), told([{}], true, ['II.01']), []],
    [
      'silent, then it owes nothing',
      told([{}]),
      told([{ state: STATES.paused, evidence: 'CV 12/UBND' }]),
      ['silent', 'nothing'],
    ],
    ['nothing against it in either', told([may]), told([{ state: STATES.paused, evidence: 'CV 12/UBND' }]), []],
    ['other words, the same standing', told([may]), told([{ ...may, result: 'Khác' }]), []],
  ])('%s', (_, was, now, kinds) => {
    const moves = reproachesSince(now, was).units;
    expect(moves.flatMap((move) => [move.was.kind, move.now.kind])).toEqual(kinds);
  });
});

describe('tasks', () => {
  const explained = { difficulty: 'Thiếu máy' };
  const held = { status: STATUS.doingOverdue };
  const open = { ...may, ...overdue };
  type Case = [title: string, was: Partial<TaskRow>, now: Partial<TaskRow>, expected: object[]];
  test.each<Case>([
    [
      'overdue, then done in time',
      open,
      { ...open, ...done },
      [{ ...held, unexplained: true }, { status: STATUS.doneOnTime }],
    ],
    ['overdue, then explained', open, { ...open, ...explained }, [{ ...held, unexplained: true }, held]],
    [
      'overdue, then done behind the period',
      { ...open, ...explained },
      { ...open, ...explained, ...done, doneOn: day('2024-05-16') },
      [held, { ...held, finishedSince: day('2024-05-16') }],
    ],
    ['newly overdue', { ...open, ...done }, { ...open, ...explained }, [{ status: STATUS.doneOnTime }, held]],
    [
      'done late, then in time',
      { ...open, ...done, doneOn: day('2024-04-02') },
      { ...open, ...done },
      [{ status: STATUS.doneLate }, { status: STATUS.doneOnTime }],
    ],
    ['not counted as overdue', { ...open, countsOverdue: 'Không' }, { ...open, ...done, countsOverdue: 'Không' }, []],
    ['in time before and after', may, { ...may, state: STATES.notStarted }, []],
  ])('%s', (_, was, now, expected) =>
    expect(reproachesSince(told([now]), told([was])).tasks.flatMap((move) => [move.was, move.now])).toEqual(expected),
  );
});

test('between equal versions nothing is different, and the way back is the same with sides changed', () => {
  const row = fc.constantFrom<Partial<TaskRow>>({}, may, late, { ...may, ...overdue }, { ...may, ...overdue, ...done });
  const version = fc
    .tuple(fc.array(row, { minLength: 3, maxLength: 3 }), fc.boolean())
    .map(([rows, asked]) => told(rows, asked));
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect(reproachesSince(a, a)).toEqual({ units: [], tasks: [] });
      const turned = <T extends { was: unknown; now: unknown }>(moves: readonly T[]) =>
        moves.map(({ was, now, ...of }) => ({ ...of, was: now, now: was }));
      const [there, back] = [reproachesSince(a, b), reproachesSince(b, a)];
      expect({ units: turned(back.units), tasks: turned(back.tasks) }).toEqual(there);
    }),
  );
});

test('every unit that owes rows has one standing, by rows that came', () => {
  const n = fc.nat({ max: 5 });
  fc.assert(
    fc.property(n, n, n, fc.boolean(), (missing, onTime, afterwards, asked) => {
      const reported = onTime + afterwards;
      const unit = { owed: missing + reported, reported, missing, onTime };
      const { kind } = standingOf(unit, 0, asked);
      const expected =
        unit.owed === 0
          ? 'nothing'
          : missing > 0
            ? reported === 0
              ? 'silent'
              : 'partly'
            : afterwards === 0
              ? 'onTime'
              : asked
                ? 'late'
                : 'afterwards';
      expect(kind).toBe(expected);
    }),
  );
});
