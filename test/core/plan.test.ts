import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSeeds, type RawSeeds } from '../../src/core/plan.ts';
import { cases } from '../hunt.ts';

type Entry = Record<string, unknown>;
interface Loose {
  plan: Entry & {
    groups: Entry[];
    bodies: Record<string, Entry>;
    reporting: Entry;
    signer: Entry;
    recipients: unknown[];
  };
  tasks: Entry[];
  units: Entry[];
  indicators: Entry[];
}

const read = (name: keyof RawSeeds) => readFileSync(new URL(`../../seeds/${name}.json`, import.meta.url), 'utf8');
const texts = { plan: read('plan'), tasks: read('tasks'), units: read('units'), indicators: read('indicators') };
/** A fresh copy of the seeds, to be broken. */
const loose = (): Loose => ({
  plan: JSON.parse(texts.plan),
  tasks: JSON.parse(texts.tasks),
  units: JSON.parse(texts.units),
  indicators: JSON.parse(texts.indicators),
});
const entry = (list: Entry[], key: string, value: unknown): Entry => {
  const found = list.find((one) => one[key] === value);
  if (!found) throw new Error(`no ${key} ${value}`);
  return found;
};
const task = (seeds: Loose, number: number) => entry(seeds.tasks, 'number', number);
const unit = (seeds: Loose, code: string) => entry(seeds.units, 'code', code);
const indicator = (seeds: Loose, id: string) => entry(seeds.indicators, 'id', id);

describe('decodeSeeds', () => {
  test('the seeds decode to themselves', () => {
    const seeds = loose();
    expect(decodeSeeds(seeds)).toEqual(seeds);
  });

  test.each<[string, (seeds: Loose) => void]>([
    ['seeds/tasks.json: nhiệm vụ 17, trường deadline: để trống', (s) => Object.assign(task(s, 17), { deadline: '' })],
    ['seeds/tasks.json: nhiệm vụ 17, trường deadline: thiếu hoặc sai kiểu', (s) => delete task(s, 17)['deadline']],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường lead: thừa khoảng trắng',
      (s) => Object.assign(task(s, 5), { lead: 'Công  an xã' }),
    ],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường lead: thừa khoảng trắng',
      (s) => Object.assign(task(s, 5), { lead: 'Công an xã ' }),
    ],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường lead: thừa khoảng trắng',
      (s) => Object.assign(task(s, 5), { lead: 'Công\u200B an' }),
    ],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường content: chữ không ở dạng NFC',
      (s) => Object.assign(task(s, 5), { content: 'Số hóa'.normalize('NFD') }),
    ],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường number: thiếu hoặc sai kiểu',
      (s) => Object.assign(task(s, 5), { number: '5' }),
    ],
    ['seeds/tasks.json: nhiệm vụ 5.5, trường number: ', (s) => Object.assign(task(s, 5), { number: 5.5 })],
    ['seeds/tasks.json: nhiệm vụ 9, trường number: đang đứng thứ 8', (s) => s.tasks.splice(7, 1)],
    ['seeds/tasks.json: nhiệm vụ 71, trường group: nhóm X có 3 nhiệm vụ, kế hoạch nêu 4', (s) => s.tasks.pop()],
    ['seeds/tasks.json: nhiệm vụ 5, trường code: phải là «II.05»', (s) => Object.assign(task(s, 5), { code: 'II.5' })],
    ['seeds/tasks.json: nhiệm vụ 5, trường code: phải là «II.05»', (s) => Object.assign(task(s, 5), { code: 'II.04' })],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường group: nhóm «XI» không có',
      (s) => Object.assign(task(s, 5), { group: 'XI', code: 'XI.05' }),
    ],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường group: nhóm I đứng sau nhóm II',
      (s) => Object.assign(task(s, 5), { group: 'I', code: 'I.05' }),
    ],
    [
      'seeds/tasks.json: nhiệm vụ 5, trường group: không phải số La Mã',
      (s) => Object.assign(task(s, 5), { group: '2' }),
    ],
    [
      'seeds/tasks.json: nhiệm vụ 3, trường group: nhóm I có 3 nhiệm vụ, kế hoạch nêu 4',
      (s) => Object.assign(s.plan.groups[0] ?? {}, { count: 4 }),
    ],
    ['seeds/tasks.json: nhiệm vụ 5: trường lạ «Lead»', (s) => Object.assign(task(s, 5), { Lead: 'x' })],
    ['seeds/tasks.json: nhiệm vụ 4: ', (s) => s.tasks.splice(3, 1, null as unknown as Entry)],
    ['seeds/tasks.json: cả tệp: ', (s) => Object.assign(s, { tasks: {} })],
    ['seeds/plan.json: trường schema: phải là một trong: 1', (s) => Object.assign(s.plan, { schema: 2 })],
    ['seeds/plan.json: trường date: không phải ngày', (s) => Object.assign(s.plan, { date: '2024-02-30' })],
    ['seeds/plan.json: trường signer.name: để trống', (s) => Object.assign(s.plan.signer, { name: '' })],
    ['seeds/plan.json: trường recipients.2: thừa', (s) => s.plan.recipients.splice(2, 1, ' Các thôn')],
    ['seeds/plan.json: trường groups: nhóm I có hai lần', (s) => Object.assign(s.plan.groups[1] ?? {}, { roman: 'I' })],
    [
      'seeds/plan.json: trường bodies.standing.unit: không có đơn vị «CA»',
      (s) => Object.assign(s.plan.bodies['standing'] ?? {}, { unit: 'CA' }),
    ],
    [
      'seeds/plan.json: trường reporting.unitReportsBeforeDay: phải đến 28',
      (s) => Object.assign(s.plan.reporting, { unitReportsBeforeDay: 31 }),
    ],
    [
      'seeds/units.json: đơn vị TP, trường aliases: «ban tư pháp XÃ» đã có ở TP',
      (s) => Object.assign(unit(s, 'TP'), { aliases: ['Ban Tư pháp xã', 'ban tư pháp XÃ'] }),
    ],
    [
      'seeds/units.json: đơn vị TP, trường aliases: «Công An xã» đã có ở CAX',
      (s) => Object.assign(unit(s, 'TP'), { aliases: ['Công An xã'] }),
    ],
    [
      'seeds/units.json: đơn vị TP, trường code: là tên khác của VP',
      (s) => Object.assign(unit(s, 'VP'), { aliases: ['tp'] }),
    ],
    ['seeds/units.json: đơn vị CAX, trường code: mã đã có', (s) => s.units.push({ ...unit(s, 'CAX') })],
    ['seeds/units.json: đơn vị cax, trường code: mã chỉ gồm', (s) => Object.assign(unit(s, 'CAX'), { code: 'cax' })],
    [
      'seeds/units.json: đơn vị CAX, trường level: phải là một trong',
      (s) => Object.assign(unit(s, 'CAX'), { level: 'Xã' }),
    ],
    [
      'seeds/units.json: đơn vị CAX, trường memberOf: không có đơn vị «ABC»',
      (s) => Object.assign(unit(s, 'CAX'), { memberOf: ['ABC'] }),
    ],
    [
      'seeds/units.json: đơn vị CAX, trường memberOf: «VP» không phải là tập thể',
      (s) => Object.assign(unit(s, 'CAX'), { memberOf: ['VP'] }),
    ],
    [
      'seeds/units.json: đơn vị BN, trường memberOf: là thành viên của chính mình',
      (s) => Object.assign(unit(s, 'CQLQ'), { memberOf: ['BN'] }),
    ],
    [
      'seeds/units.json: đơn vị UBND, trường actsThrough: không có đơn vị «VPX»',
      (s) => Object.assign(unit(s, 'UBND'), { actsThrough: 'VPX' }),
    ],
    [
      'seeds/units.json: đơn vị UBND, trường actsThrough: «BN» không tự làm',
      (s) => Object.assign(unit(s, 'UBND'), { actsThrough: 'BN' }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ 17, chỉ tiêu II.17-1, trường quote: «101%»',
      (s) => Object.assign(indicator(s, 'II.17-1'), { quote: '101%' }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ «II.99», chỉ tiêu II.17-1, trường task: không có',
      (s) => Object.assign(indicator(s, 'II.17-1'), { task: 'II.99' }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ 17, chỉ tiêu II.17-1, trường target: quá 100%',
      (s) => Object.assign(indicator(s, 'II.17-1'), { target: 1000 }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ II.17, chỉ tiêu II.17-1, trường target: phải lớn hơn 0',
      (s) => Object.assign(indicator(s, 'II.17-1'), { target: 0 }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ II.17, chỉ tiêu II.17-1, trường operator: phải là một trong',
      (s) => Object.assign(indicator(s, 'II.17-1'), { operator: '≥' }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ 17, chỉ tiêu II.18-2, trường id: phải bắt đầu',
      (s) => Object.assign(indicator(s, 'II.17-1'), { id: 'II.18-2' }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ 12, chỉ tiêu II.12-1, trường id: mã đã có',
      (s) => Object.assign(indicator(s, 'II.12-2'), { id: 'II.12-1' }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ 32, chỉ tiêu II.32-2, trường milestone: chỉ tiêu này đã có mốc',
      (s) => Object.assign(indicator(s, 'II.32-2'), { milestone: '2024-06-30' }),
    ],
    [
      'seeds/indicators.json: nhiệm vụ 5, chỉ tiêu II.05-2, trường milestone: chỉ tiêu này đã có mốc',
      (s) => Object.assign(indicator(s, 'II.05-2'), { conflict: false }),
    ],
  ])('%s', (message, spoil) => {
    const seeds = loose();
    spoil(seeds);
    expect(() => decodeSeeds(seeds)).toThrow(message);
  });

  test('a text with white space too much, decomposed or hidden is refused wherever it stands', () => {
    const fields = ['content', 'lead', 'coordinating', 'deadline'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 72 }),
        fc.constantFrom(...fields),
        fc.constantFrom('  ', '\n', '\u00A0', '\u200B', '\u0301'),
        (number, field, junk) => {
          const seeds = loose();
          const row = task(seeds, number);
          row[field] = `${row[field]}a${junk}b`;
          expect(() => decodeSeeds(seeds)).toThrow(`seeds/tasks.json: nhiệm vụ ${number}, trường ${field}: `);
        },
      ),
    );
  });

  test('another plan decodes: its own year, commune, groups, counts and number of tasks', () => {
    const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: ROMAN.length }),
        fc.integer({ min: 2023, max: 2040 }),
        (counts, year) => {
          const seeds = loose();
          const groups = counts.map((count, index) => ({
            roman: ROMAN[index] ?? '',
            heading: `Nhóm ${index}`,
            reportHeading: `Về nhóm ${index}`,
            count,
          }));
          const romans = groups.flatMap((group) => Array.from({ length: group.count }, () => group.roman));
          const tasks = romans.map((group, index) => ({
            code: `${group}.${index < 9 ? '0' : ''}${index + 1}`,
            number: index + 1,
            group,
            content: `Việc ${index + 1}`,
            lead: 'Công an xã',
            coordinating: '',
            deadline: `Năm ${year}`,
          }));
          const plan = { ...seeds.plan, year, commune: 'xã Tân Ninh', groups };
          const decoded = decodeSeeds({ plan, tasks, units: seeds.units, indicators: [] });
          expect(decoded.tasks).toEqual(tasks);
          expect(decoded.plan.year).toBe(year);
        },
      ),
      cases(30),
    );
  });
});
