// What seeds/*.json say beside the 72 tasks, held against the plan's text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/core/text.ts';
import { readUnits } from '../../src/core/units.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { wordsOf } from './appendix.ts';

const directory = join(ROOT, 'seeds');
const text = readFileSync(join(directory, 'plan.txt'), 'utf8');
const { plan, tasks, units, indicators } = checkSeeds(directory);

/** The plan's own pages as one line, words broken after a hyphen rejoined; then the cells of the table. */
const body = wordsOf(text.slice(0, text.indexOf('\nPhụ lục \n')))
  .join(' ')
  .replace('CT- TTg', 'CT-TTg');
const cells = tasks.flatMap((task) => [task.content, task.lead, task.coordinating, task.deadline]);

/** As the plan prints it: documents spell one body right, and the slip is quoted among the doubts of the plan. */
const PRINTED = plan.recipients.map((line) => line.replace('UBMTTQ', 'Ủy ban TTTQ'));

describe('the plan', () => {
  test('72 tasks in 10 groups, as stated', () => {
    expect(plan.groups.map((group) => group.count)).toEqual([3, 29, 5, 5, 14, 4, 4, 2, 2, 4]);
    expect(tasks).toHaveLength(72);
  });

  test.each(plan.groups.map((group, index) => ({ ...group, index })))('II.3.$index: $reportHeading', (group) => {
    const count = `(${String(group.count).padStart(2, '0')} nhiệm vụ)`;
    expect(body).toContain(`3.${group.index + 1}. ${group.reportHeading} ${count}`);
  });

  test.each([
    ['title', plan.title],
    ['project', plan.project.title],
    ['short title', `(gọi tắt là ${plan.project.shortTitle})`],
    ['signer', `${plan.signer.title} ${plan.signer.name}`],
    ['recipients', `Nơi nhận: ${PRINTED.map((line) => `- ${line}`).join(' ')}`],
    ['III.1', 'gửi về Tổ công tác Đề án 06 xã (qua Công an xã) trước ngày 29/02/2024'],
    ['III.3', `định kỳ trước ngày ${plan.reporting.unitReportsBeforeDay} hằng tháng`],
    ['III.4, periods', `Định kỳ ${plan.reporting.synthesisPeriods.join(', ').replace(', đột', ' hoặc đột')} tổng hợp`],
    ['III.4, to', `báo cáo ${plan.reporting.synthesisTo.join(', ').replace(', Tổ', ' và Tổ')} theo quy định`],
    ...plan.grounds.map((ground) => ['ground', ground.text]),
  ])('%s: «%s»', (_, words) => expect(body).toContain(words));

  test.each(plan.grounds)('«$text» is of $date', (ground) => {
    const [year, month, day] = ground.date.split('-').map(Number);
    const dates = [...ground.text.matchAll(/(\d+)\/(\d+)\/(\d+)/gu)].map((match) => match.slice(1).map(Number));
    expect(dates).toEqual([[day, month, year]]);
  });

  test('its number is blank in the document, its date is the appendix’s', () => {
    expect(plan.number).toBe('');
    const [year, month, day] = plan.date.split('-');
    expect(text).toMatch(new RegExp(`Kế hoạch số +/${plan.symbol} ngày ${day}/${month}/${year} `, 'u'));
  });

  test.each(plan.notes)('note on «$quote»', ({ quote }) =>
    expect([wordsOf(text).join(' '), ...cells].filter((where) => where.includes(quote))).not.toEqual([]),
  );

  test('both readings of KH 59 stand and are noted', () => {
    const issuers = plan.grounds.filter((ground) => ground.text.includes('59/KH-UBND')).map((ground) => ground.text);
    expect(issuers.map((issuer) => issuer.slice(-'huyện Triệu Sơn'.length))).toEqual([
      'UBND xã Vân Sơn',
      'huyện Triệu Sơn',
    ]);
    expect(plan.notes[0]?.text).toContain('Cần xác nhận');
  });
});

describe('the units', () => {
  const spoken = fold([body, ...cells].join(' | '));

  test.each(units.flatMap((unit) => unit.aliases.map((alias) => [alias, unit.code] as const)))(
    '«%s» (%s) is a spelling of the document',
    (alias) => expect(spoken).toContain(fold(alias)),
  );

  test('these names are ours, the document has only other spellings', () =>
    expect(units.filter((unit) => !spoken.includes(fold(unit.name))).map((unit) => unit.name)).toEqual([
      'Trường Tiểu học Vân Sơn',
      'Ủy ban Mặt trận Tổ quốc xã',
      'Thường trực Đảng ủy xã',
      'Thường trực HĐND xã',
      'Các Phó Chủ tịch UBND xã',
      'Các ngân hàng trên địa bàn huyện',
      'UBND các xã, thị trấn',
    ]));

  test('«Nơi nhận» names units alone', () => {
    const connectives = /\(để b\/c\)|^Lưu: VT,/u;
    const lines = PRINTED.map((line) => line.replace(connectives, ''));
    expect(lines.flatMap((line) => readUnits(line, units).unread)).toEqual([]);
    expect(lines.flatMap((line) => readUnits(line, units).units.map(({ unit }) => unit.code))).toEqual([
      'TCTH',
      'TTDU',
      'TTHD',
      'PCT',
      'BTG',
      'MTTQ',
      'CTXH',
      'BNDV',
      'THON',
      'CAX',
    ]);
  });

  test.each(Object.entries(plan.bodies))('%s is its unit', (_, body) => {
    // The full name carries the place, which the document’s cells leave out.
    const { units: named } = readUnits(body.name.replace(/ (Vân|Triệu) Sơn$/u, ''), units);
    expect(named.map(({ unit }) => unit.code)).toEqual([body.unit]);
  });

  test('«có dòng»: single units of the commune that a lead cell names; «mời»: outside, but named or neighbours', () => {
    const leads = new Set(tasks.flatMap((task) => readUnits(task.lead, units).units.map(({ unit }) => unit)));
    const own = units.filter((unit) => leads.has(unit) && unit.level === 'xã' && !unit.collective && !unit.actsThrough);
    expect(units.filter((unit) => unit.reporting === 'có dòng')).toEqual(own);
    for (const unit of units.filter((one) => leads.has(one) && one.level === 'ngoài'))
      expect(unit.reporting).toBe('mời');
  });
});

describe('the indicators', () => {
  /** Figures of the table that are no target of their own. */
  const REPEATED = [{ code: 'II.32', figure: '90%', why: 'the content repeats the last milestone of the deadline' }];

  test('22 figures in 15 tasks', () => {
    expect(indicators).toHaveLength(22);
    expect([...new Set(indicators.map((indicator) => Number(indicator.task.split('.')[1])))]).toEqual([
      5, 6, 10, 12, 17, 18, 19, 20, 21, 22, 23, 24, 25, 32, 38,
    ]);
  });

  test('every percentage of the table is one of them', () => {
    const figures = tasks.flatMap((task) =>
      [...`${task.content} ${task.deadline}`.matchAll(/\d+%/gu)].map(([figure]) => `${task.code} ${figure}`),
    );
    for (const { code, figure } of REPEATED) figures.splice(figures.indexOf(`${code} ${figure}`), 1);
    const targets = indicators.filter((one) => one.unit === '%').map((one) => `${one.task} ${one.target}%`);
    expect(targets.sort()).toEqual(figures.sort());
  });

  test.each(indicators)('$id: $target $unit by $milestone, «$quote»', (indicator) => {
    const task = tasks.find((one) => one.code === indicator.task);
    expect(`${task?.content} | ${task?.deadline}`).toContain(indicator.quote);
    const figures = [...indicator.quote.matchAll(/\d+(?=%| dịch)/gu)].map(Number);
    expect(figures).toEqual([indicator.target]);
    expect(indicator.operator).toBe('>=');
  });

  test.each([
    ['II.06', ['2024-05-31']],
    ['II.10', ['2025-12-31']],
    ['II.12', ['2024-12-31']],
    ['II.22', ['2024-12-31']],
    ['II.32', ['2024-06-30', '2024-09-30']],
    ['IV.38', ['2024-12-31']],
  ])('milestones of %s: %s', (code, days) =>
    expect([...new Set(indicators.filter((one) => one.task === code).map((one) => one.milestone))]).toEqual(days),
  );

  test('tasks 5 and 24 contradict themselves, nothing else does', () => {
    const conflicts = indicators.filter((indicator) => indicator.conflict);
    expect(conflicts.map((one) => [one.task, one.target])).toEqual([
      ['II.05', 100],
      ['II.05', 90],
      ['II.24', 90],
      ['II.24', 80],
      ['II.24', 60],
    ]);
    for (const indicator of conflicts) expect(indicator.note).toMatch(/^Cần xác nhận/u);
  });
});
