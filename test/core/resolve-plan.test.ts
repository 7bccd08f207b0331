// The seeds resolved: what a row of the sheet starts with, counted over the 72 tasks and told for single ones; and the tables
// they travel in.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIsoDate } from '../../src/core/calendar.ts';
import type { Indicator, PlanTask, Seeds } from '../../src/core/plan.ts';
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import { tabulate, untabulate } from '../../src/core/resolved-plan.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { PLAN_CELLS } from './deadline/cells.ts';

const seeds = checkSeeds(join(ROOT, 'seeds'));
const resolved = resolvePlan(seeds);
const numbers = (holds: (task: (typeof resolved.tasks)[number]) => boolean) =>
  resolved.tasks.filter(holds).map(({ number }) => number);

/** The plan with one task, or one indicator, changed. */
const withTask = (number: number, change: Partial<PlanTask>): Seeds => ({
  ...seeds,
  tasks: seeds.tasks.map((task) => (task.number === number ? { ...task, ...change } : task)),
});
const withIndicator = (id: string, change: Partial<Indicator>): Seeds => ({
  ...seeds,
  indicators: seeds.indicators.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const taskOf = (number: number, change: Partial<PlanTask> = {}) => {
  const task = resolvePlan(withTask(number, change)).tasks[number - 1];
  if (!task) throw new Error(`no task ${number}`);
  return task;
};

describe('the 72 tasks', () => {
  test('the words stay as printed', () => {
    expect(resolved.tasks).toMatchObject(seeds.tasks);
  });

  test('Hạn is the date of the cell, none where the cell names none', () => {
    const expected = new Map(PLAN_CELLS.flatMap(({ numbers: all, means }) => all.map((n) => [n, means.due] as const)));
    for (const { number, due } of resolved.tasks) {
      const date = expected.get(number);
      expect([number, due]).toEqual([number, date === undefined ? null : readIsoDate(date)]);
    }
    expect(numbers(({ due }) => due !== null)).toHaveLength(40);
  });

  test.each([
    ['Có thời hạn, sau đó thường xuyên', 'dated-then-ongoing'],
    ['Có thời hạn', 'dated'],
    ['Thường xuyên', 'ongoing'],
    ['Theo lộ trình', 'roadmap'],
    ['Khi có yêu cầu', 'on-request'],
    ['Theo mốc', 'milestones'],
  ])('Loại thời hạn %s = the cells that are %s', (word, kind) => {
    const read = PLAN_CELLS.filter(({ means }) => means.kind === kind).flatMap(({ numbers: all }) => all);
    expect(numbers((task) => task.kind === word)).toEqual(read.sort((a, b) => a - b));
    expect(read).not.toEqual([]);
  });

  test('Tính quá hạn = Không: 10 dates that are not firm, 2 dates and the rows without date led from outside', () => {
    const loose = [6, 30, 36, 40, 49, 52, 53, 54, 55, 56];
    expect(numbers(({ countsOverdue, due }) => !countsOverdue && due !== null)).toEqual(
      [...loose, 11, 35].sort((a, b) => a - b),
    );
    const levels = new Map(seeds.units.map(({ code, level }) => [code, level]));
    for (const { countsOverdue, due, leadUnits } of resolved.tasks) {
      const allOutside = leadUnits.every((code) => !['xã', 'thôn'].includes(levels.get(code) ?? ''));
      if (due === null) expect(countsOverdue).toBe(!allOutside);
    }
  });

  test('leadUnits are units with an account of their own; Đầu mối is one of «Đơn vị» of the commune', () => {
    const listed = new Map(resolved.units.map((unit) => [unit.name, unit]));
    for (const { accountable, leadUnits } of resolved.tasks) {
      expect(leadUnits).not.toEqual([]);
      expect(new Set(leadUnits).size).toBe(leadUnits.length);
      if (accountable === null) continue;
      expect(['xã', 'thôn']).toContain(listed.get(accountable)?.level);
      expect(leadUnits).toContain(listed.get(accountable)?.code);
    }
  });
});

describe('one task', () => {
  test.each<[string, Partial<PlanTask>, ReturnType<typeof taskOf>['countsOverdue']]>([
    ['a firm date counts', { deadline: 'Quý II/2024', lead: 'Công an xã' }, true],
    ['«dự kiến» does not', { deadline: 'Dự kiến trong quý II/2024', lead: 'Công an xã' }, false],
    ['nothing to be late for counts', { deadline: 'Thực hiện thường xuyên', lead: 'Công an xã' }, true],
    ['what nobody can read counts', { deadline: 'Bao giờ xong thì xong', lead: 'Công an xã' }, true],
    ['a lead nobody knows counts', { deadline: 'Quý II/2024', lead: 'Ban Quản trị khác' }, true],
  ])('%s', (_, change, counts) => expect(taskOf(1, change).countsOverdue).toBe(counts));

  test.each<[string, string | null, readonly string[]]>([
    ['Công an xã', 'Công an xã', ['CAX']],
    ['UBND xã', 'Văn phòng UBND xã', ['VP']],
    ['Ban Quản trị khác', null, []],
  ])('%s: Đầu mối %s, rows open to %j', (lead, accountable, leadUnits) =>
    expect(taskOf(1, { lead })).toMatchObject({ accountable, leadUnits }),
  );

  test('a collective opens the row to its members and is nobody’s Đầu mối', () => {
    const { accountable, leadUnits } = taskOf(1, { lead: 'Các ban, ngành xã' });
    const members = seeds.units.filter(({ memberOf, collective }) => memberOf.includes('BN') && !collective);
    expect(accountable).toBeNull();
    expect(leadUnits).toEqual(expect.arrayContaining(members.map(({ code }) => code)));
    expect(leadUnits).not.toContain('BN');
  });
});

describe('units and indicators', () => {
  test('«Đơn vị» holds whoever is asked, by name and no code', () => {
    expect(resolved.units.map(({ code }) => code)).toEqual(
      seeds.units.filter(({ reporting }) => reporting !== 'không').map(({ code }) => code),
    );
    const names = new Set(seeds.units.map(({ name }) => name));
    const collectives = resolved.units.flatMap(({ memberOf }) => (memberOf === '' ? [] : memberOf.split('; ')));
    expect(collectives.filter((name) => !names.has(name))).toEqual([]);
    expect(resolved.units.find(({ code }) => code === 'VP')?.aliases).toBe('Văn phòng UBND; Văn phòng HĐND&UBND xã');
  });

  test.each<[string, Partial<Indicator>, object]>([
    ['90 % → 0,9', { unit: '%', target: 90 }, { target: 0.9, share: true }],
    ['53 → 53', { unit: 'số', target: 53 }, { target: 53, share: false }],
    ['>= → ≥', { operator: '>=' }, { operator: '≥' }],
    ['<= → ≤', { operator: '<=' }, { operator: '≤' }],
    ['a day → its number', { milestone: '2024-12-31' }, { milestone: 45657 }],
  ])('%s', (_, change, expected) => {
    const id = 'II.06-1';
    const found = resolvePlan(withIndicator(id, change)).indicators.find((one) => one.id === id);
    expect(found).toMatchObject(expected);
  });

  test('a contradiction is marked, also where nobody wrote a note', () => {
    const bare = seeds.indicators.map(({ note: _, ...rest }) => rest);
    for (const [index, { note }] of resolvePlan({ ...seeds, indicators: bare }).indicators.entries())
      expect(note).toBe(bare[index]?.conflict ? 'cần xác nhận' : null);
    expect(bare.some(({ conflict }) => conflict)).toBe(true);
  });
});

describe('tables', () => {
  test('the plan comes back out of the JSON as it went in', () => {
    expect(untabulate(JSON.parse(JSON.stringify(tabulate(resolved))))).toEqual(resolved);
  });

  test('so does any part of it, an empty one too', () => {
    fc.assert(
      fc.property(fc.subarray([...resolved.tasks]), fc.subarray([...resolved.indicators]), (tasks, indicators) => {
        const part = { ...resolved, tasks, indicators };
        expect(untabulate(JSON.parse(JSON.stringify(tabulate(part))))).toEqual(part);
      }),
    );
  });
});
