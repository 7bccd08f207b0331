import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editSettings, readEditSettings } from '../../src/app/on-edit.ts';
import { civilOf, dayOf, formatDay } from '../../src/core/calendar.ts';
import {
  comparePeriods,
  daysOf,
  endedPeriod,
  graceOf,
  openPeriod,
  type Period,
  type PeriodRules,
  PLAN_RULES,
  readPeriodLabel,
  shiftPeriod,
  windowOf,
} from '../../src/core/period.ts';
import { changedDays, readRuleRecord, takeOver, writeRuleRecord } from '../../src/core/rule-record.ts';
import { readSettings } from '../../src/core/settings.ts';

const period = (label: string): Period => readPeriodLabel(label) ?? { year: 0, month: 0 };
const rulesOf = (record: string): PeriodRules => readRuleRecord(record) ?? PLAN_RULES;
const MAY = 'Kỳ 05/2024: 15–19';

describe('the record', () => {
  test.each([
    [MAY, 'Kỳ 05/2024', 15, 19],
    [MAY, 'Kỳ 01/2023', 15, 19],
    [`${MAY}; Kỳ 07/2024: 10–13`, 'Kỳ 06/2024', 15, 19],
    [`${MAY}; Kỳ 07/2024: 10–13`, 'Kỳ 07/2024', 10, 13],
    [`${MAY}; Kỳ 07/2024: 10–13; Kỳ 08/2024: 20–28`, 'Kỳ 07/2024', 10, 13],
    [`${MAY}; Kỳ 07/2024: 10–13; Kỳ 08/2024: 20–28`, 'Kỳ 01/2025', 20, 28],
  ])('«%s», %s: the %dth to the %dth', (record, label, deadlineDay, graceDay) => {
    expect(daysOf(period(label), rulesOf(record))).toMatchObject({ deadlineDay, graceDay });
    expect(writeRuleRecord(rulesOf(record), period('Kỳ 05/2024'))).toBe(record);
  });

  test.each([
    '',
    '15–19',
    'Kỳ 05/2024: 19–15',
    'Kỳ 05/2024: 15–15',
    'Kỳ 05/2024: 15-19',
    'Kỳ 05/2024: 01–19',
    'Kỳ 05/2024: 15–29',
    `Kỳ 07/2024: 10–13; ${MAY}`,
    `${MAY}; ${MAY}`,
    `${MAY}; 10–13`,
  ])('«%s» is none', (text) => expect(readRuleRecord(text)).toBeUndefined());

  test.each<[string, [number, number], string, string]>([
    // What stands, what is typed, the open period, what stands then.
    [MAY, [15, 19], 'Kỳ 06/2024', MAY],
    [MAY, [10, 13], 'Kỳ 06/2024', `${MAY}; Kỳ 07/2024: 10–13`],
    [`${MAY}; Kỳ 07/2024: 10–13`, [10, 13], 'Kỳ 06/2024', `${MAY}; Kỳ 07/2024: 10–13`],
    [`${MAY}; Kỳ 07/2024: 10–13`, [10, 13], 'Kỳ 09/2024', `${MAY}; Kỳ 07/2024: 10–13`],
    // Changed again before it counted, and taken back.
    [`${MAY}; Kỳ 07/2024: 10–13`, [12, 16], 'Kỳ 06/2024', `${MAY}; Kỳ 07/2024: 12–16`],
    [`${MAY}; Kỳ 07/2024: 10–13`, [15, 19], 'Kỳ 06/2024', MAY],
    [`${MAY}; Kỳ 07/2024: 10–13`, [15, 19], 'Kỳ 07/2024', `${MAY}; Kỳ 07/2024: 10–13; Kỳ 08/2024: 15–19`],
  ])('«%s», typed %j while %s is open: «%s»', (record, [deadlineDay, graceDay], open, wanted) => {
    const rules = takeOver(rulesOf(record), { deadlineDay, graceDay }, period(open));
    expect(writeRuleRecord(rules, period('Kỳ 05/2024'))).toBe(wanted);
  });

  test('onEdit remembers all of it, and what an older program left', () => {
    const rules = rulesOf(`${MAY}; Kỳ 07/2024: 10–13`);
    expect(readEditSettings(editSettings({ rules, firstPeriod: period('Kỳ 05/2024') }))).toEqual({
      rules,
      firstPeriod: period('Kỳ 05/2024'),
    });
    expect(readEditSettings('10 13 2024-05')).toEqual({
      rules: { deadlineDay: 10, graceDay: 13 },
      firstPeriod: period('Kỳ 05/2024'),
    });
    expect(readEditSettings('').rules).toEqual(PLAN_RULES);
  });
});

describe('what a change means', () => {
  const change = rulesOf(`${MAY}; Kỳ 07/2024: 10–13`);
  test.each<[string, PeriodRules, string | undefined]>([
    ['Kỳ 05/2024', change, undefined],
    [
      'Kỳ 06/2024',
      change,
      'Ngày chốt đổi thành ngày 10 (chậm nhất ngày 13) kể từ kỳ sau; Kỳ 06/2024 vẫn chốt ngày 15 (chậm nhất ngày 19).',
    ],
    ['Kỳ 07/2024', change, 'Ngày chốt đổi từ 15 thành 10: Kỳ 07/2024 tính từ 15/06/2024 đến hết 09/07/2024.'],
    ['Kỳ 08/2024', change, undefined],
    ['Kỳ 05/2024', PLAN_RULES, undefined],
  ])('%s', (label, rules, words) => expect(changedDays(period(label), rules, rules)).toBe(words));

  test('typed and not yet taken over', () =>
    expect(changedDays(period('Kỳ 06/2024'), PLAN_RULES, { deadlineDay: 10, graceDay: 13 })).toContain('kể từ kỳ sau'));
});

describe('changed again and again', () => {
  const changes = fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 70 }),
      deadlineDay: fc.integer({ min: 2, max: 25 }),
      more: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 6 },
  );

  test('windows of all periods join without gap or overlap, and an open period never goes back', () => {
    fc.assert(
      fc.property(changes, (list) => {
        let rules: PeriodRules = PLAN_RULES;
        let now = dayOf(2024, 4, 20);
        let open = openPeriod(now, rules);
        const closed = new Map<string, string>();
        for (const { after, deadlineDay, more } of [...list, { after: 60, deadlineDay: 15, more: 4 }]) {
          for (const end = now + after; now < end; now += 1) {
            const next = openPeriod(now, rules);
            const step = comparePeriods(next, open);
            expect(step === 0 || (step === 1 && Math.floor(now) === graceOf(open, rules) + 1)).toBe(true);
            open = next;
            // What has ended has the window it was closed with, for ever.
            const ended = endedPeriod(now, rules);
            const { from, to } = windowOf(ended, rules);
            const said = `${formatDay(from)}–${formatDay(to)}`;
            expect(closed.get(JSON.stringify(ended)) ?? said).toBe(said);
            closed.set(JSON.stringify(ended), said);
            expect(windowOf(shiftPeriod(ended, 1), rules).from).toBe(to + 1);
          }
          rules = takeOver(rules, { deadlineDay, graceDay: Math.min(28, deadlineDay + more) }, open);
          rules = readRuleRecord(writeRuleRecord(rules, { year: 2024, month: 4 })) ?? PLAN_RULES;
        }
        expect(civilOf(now).year).toBeGreaterThanOrEqual(2024);
      }),
    );
  });
});

describe('in «Cấu hình»', () => {
  const read = (cells: Record<string, string | number>) => readSettings(new Map(Object.entries(cells)), 2024);
  test('the record holds, what is typed waits', () => {
    const { settings, findings } = read({ deadlineDay: 10, graceDay: 13, ruleRecord: MAY });
    expect(settings).toMatchObject({
      rules: PLAN_RULES,
      typedDays: { deadlineDay: 10, graceDay: 13 },
      ruleRecord: MAY,
    });
    expect(findings).toEqual([]);
  });
  test.each([
    [{ deadlineDay: 20, graceDay: 19 }, 'phải là ngày sau ngày 20; đang dùng ngày 10 và ngày 13.'],
    [{ deadlineDay: 15, graceDay: 15 }, 'phải là ngày sau ngày 15; đang dùng ngày 10 và ngày 13.'],
    [{ deadlineDay: 15, graceDay: 31 }, 'phải là số nguyên từ 3 đến 28'],
  ])('%j is named, and the last good days go on', (days, words) => {
    const { settings, findings } = read({ ...days, ruleRecord: 'Kỳ 05/2024: 10–13' });
    expect(settings.rules).toEqual({ deadlineDay: 10, graceDay: 13 });
    expect(findings.map(({ text }) => text).join()).toContain(words);
  });
  test('a sheet without a record goes by what is typed', () =>
    expect(read({ deadlineDay: 10, graceDay: 13 }).settings.rules).toEqual({ deadlineDay: 10, graceDay: 13 }));
});
