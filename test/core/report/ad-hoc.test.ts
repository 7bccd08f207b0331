import { describe, expect, test } from 'vitest';
import { at, readIsoDate } from '../../../src/core/calendar.ts';
import { phrasesWith } from '../../../src/core/content.ts';
import { type AdHocInput, adHocOf, missingUnits } from '../../../src/core/report/ad-hoc.ts';
import { STATES } from '../../../src/core/status.ts';
import type { TaskRow } from '../../../src/core/task-row.ts';
import { freeze } from '../../../src/core/version.ts';
import { MAY, taskRow } from '../task-row.ts';

const day = (iso: string) => readIsoDate(iso) ?? Number.NaN;
const frozen = (...cells: Partial<TaskRow>[]) => freeze(cells.map(taskRow), [], MAY).rows;
const window = { from: at(day('2024-05-16'), 9), to: at(day('2024-05-20'), 16) };

function asked(rows: AdHocInput['rows'], more: Partial<AdHocInput> = {}) {
  return adHocOf({
    id: 'ĐX-2024-01',
    subject: 'rà soát hồ sơ;  liên hệ 0912 345 678',
    basis: '',
    window,
    closedAt: at(day('2024-05-20'), 17),
    rows,
    tasks: [],
    groups: ['I', 'II'],
    unitNames: ['Ban Tư pháp', 'Công an xã'],
    phrases: phrasesWith(),
    ...more,
  });
}

describe('answered', () => {
  const then = { result: 'A', reportedAt: day('2024-05-12') };
  test.each<[string, Partial<TaskRow>, Partial<TaskRow> | undefined, boolean]>([
    ['in the window', { reportedAt: window.from }, undefined, true],
    ['until its last minute', { reportedAt: window.to }, undefined, true],
    ['before it', { reportedAt: day('2024-05-16') }, undefined, false],
    ['after it', { reportedAt: at(day('2024-05-20'), 17) }, undefined, false],
    ['changed, though no time was written', { ...then, result: 'B' }, then, true],
    ['the stamp alone is no answer', { ...then, period: 'Kỳ 06/2024' }, then, false],
    ['nothing', {}, undefined, false],
  ])('%s', (_, now, before, answered) => {
    const report = asked(frozen(now), before ? { asked: frozen(before) } : {});
    expect(report.tasks[0]?.reported).toBe(answered);
    expect(report.units).toEqual([{ name: 'Ban Tư pháp', asked: 1, reached: true, answered: Number(answered) }]);
  });
});

test.each<[string, Partial<TaskRow>, Partial<TaskRow>]>([
  ['given on since the asking: the new unit was not asked', { accountable: 'Công an xã' }, {}],
  ['the same, answered', { accountable: 'Công an xã', reportedAt: window.from }, {}],
  [
    'given on before, and nobody knows who has answered',
    { period: 'Kỳ 05/2024', reportedAt: window.from, reporter: 'không rõ Kỳ 05/2024 Công an xã; Kỳ 05/2024 – ' },
    {},
  ],
])('no unit answers for a row: %s', (_, now, before) => {
  const report = asked(frozen(now), { asked: frozen(before) });
  expect([report.units, report.uncounted.map(({ code }) => code)]).toEqual([[], ['II.05']]);
});

test('a unit whose request never left is not one that failed to answer', () => {
  const told = (unasked?: readonly string[]) => missingUnits(asked(frozen({}), { unasked }));
  expect(told().late.map(({ name }) => name)).toEqual(['Ban Tư pháp']);
  expect(told(['Ban Tư pháp'])).toEqual({
    late: [],
    unasked: [{ name: 'Ban Tư pháp', asked: 1, answered: 0, reached: false }],
  });
});

test.each<[string, Partial<TaskRow>, boolean]>([
  ['of who has answered', { reportedAt: window.from }, false],
  ['of who came after the time to answer', { reportedAt: at(day('2024-05-20'), 17) }, false],
  ['of who was silent', { reportedAt: day('2024-04-12') }, true],
])('words %s', (_, cells, carried) => {
  const words = { difficulty: 'Thiếu máy', proposal: 'Xin máy', period: 'Kỳ 04/2024' };
  const raised = { periods: [{ year: 2024, month: 4 }], carried, atLeast: false };
  expect(asked(frozen({ ...words, ...cells })).tasks[0]?.raised).toEqual({ difficulty: raised, proposal: raised });
});

test('only groups and units that were asked; texts tidied and masked', () => {
  const report = asked(
    frozen(
      { difficulty: 'Thiếu máy', proposal: 'Mua máy, gọi 0912345678' },
      { code: 'II.06', state: STATES.done, accountable: null },
    ),
  );
  expect(report.groups.map(({ name, total }) => [name, total])).toEqual([['II', 2]]);
  expect(report.units.map(({ name }) => name)).toEqual(['Ban Tư pháp']);
  expect(report.difficulties.map(({ code }) => code)).toEqual(['II.05']);
  expect(report.proposals[0]?.proposal).toBe('Mua máy, gọi 091•••••78');
  expect(report.subject).toBe('rà soát hồ sơ; liên hệ 091•••••78');
});
