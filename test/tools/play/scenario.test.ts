// The scenario file: what is wrong with it is one line in Vietnamese that names the step.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { typedText } from '../../../src/tools/play/deeds.ts';
import { accountNamed } from '../../../src/tools/play/person.ts';
import { decodeScenario, readScenario } from '../../../src/tools/play/scenario.ts';

const SEEDS = checkSeeds(join(ROOT, 'seeds'));
const HEAD = { from: '2024-05-13T08:00', to: '2024-05-15T18:00' };
const AT = '2024-05-14T09:00';
const CELL = { tab: 'Nhiệm vụ', row: 'II.25', column: 'Tiến độ' };
const wrong = (raw: unknown): string => {
  try {
    decodeScenario(raw, SEEDS);
  } catch (cause) {
    return cause instanceof Error ? cause.message : '';
  }
  return 'nothing wrong';
};

describe('a scenario', () => {
  test('has defaults, people by any spelling, and its steps in the order of time', () => {
    const { way, setUp, steps } = decodeScenario(
      {
        ...HEAD,
        steps: [
          { at: '2024-05-14T10:00', as: 'cax', click: 'Kiểm tra dữ liệu', answers: ['NO'] },
          { at: AT, as: 'BAN TƯ PHÁP', tick: { tab: 'Điều khiển', row: 'Kiểm tra dữ liệu' } },
          { at: `${AT}:00`, as: 'Ai.Do@Example.vn', clear: CELL },
          { at: AT, fault: { call: 'Drive.' } },
        ],
      },
      SEEDS,
    );
    expect([way, setUp]).toEqual(['plain', true]);
    expect(steps.map(({ index, account }) => [index, account])).toEqual([
      [1, 'tp@example.vn'],
      [2, 'ai.do@example.vn'],
      [3, ''],
      [0, 'cax@example.vn'],
    ]);
    expect(steps[0]?.action).toEqual({
      kind: 'tick',
      what: { tab: 'Điều khiển', row: 'Kiểm tra dữ liệu', column: 'Chọn', on: true },
    });
    expect(steps[2]?.action).toEqual({ kind: 'fault', what: { call: 'Drive.', effect: 'none' } });
    expect(steps[3]?.answers).toEqual(['NO']);
  });

  test.each<[string, unknown, string]>([
    ['a list', [], 'kịch bản: thiếu hoặc sai kiểu'],
    ['no steps', HEAD, 'steps: thiếu hoặc sai kiểu'],
    ['a field nobody knows', { ...HEAD, steps: [], until: '' }, 'trường lạ «until»'],
    ['a day that is none', { ...HEAD, to: '2024-02-30T08:00', steps: [] }, 'to: không phải thời gian'],
    ['an hour that is none', { ...HEAD, to: '2024-05-15T24:00', steps: [] }, 'to: không phải thời gian'],
    ['an end before the beginning', { ...HEAD, to: '2024-05-13T08:00', steps: [] }, 'to: phải sau from'],
    ['a way nobody knows', { ...HEAD, way: 'chặt', steps: [] }, 'way: phải là một trong: plain, hardened'],
  ])('%s', (_, raw, words) => expect(wrong(raw)).toContain(words));
});

describe('a step', () => {
  test.each<[string, unknown, string]>([
    ['no time', { as: 'CAX', click: 'x' }, 'steps[0].at: '],
    ['before the beginning', { at: '2024-05-13T07:59', as: 'CAX', click: 'x' }, `steps[0] (2024-05-13T07:59): ngoài`],
    ['after the end', { at: '2024-05-15T18:00:01', as: 'CAX', click: 'x' }, 'ngoài thời gian của kịch bản'],
    ['no action', { at: AT, as: 'CAX' }, 'thiếu việc; có thể là: type, paste'],
    ['an unknown action', { at: AT, as: 'CAX', typo: CELL }, `steps[0] (${AT}): không có việc «typo»; có: type`],
    ['two actions', { at: AT, as: 'CAX', click: 'x', clear: CELL }, 'mỗi bước một việc, đây có click, clear'],
    ['nobody', { at: AT, click: 'x' }, 'thiếu as'],
    ['somebody nobody knows', { at: AT, as: 'Ban Mây', click: 'x' }, 'không có người «Ban Mây»'],
    ['a collective', { at: AT, as: 'Các thôn', click: 'x' }, 'không có người «Các thôn»'],
    ['answers to nothing', { at: AT, as: 'CAX', clear: CELL, answers: ['YES'] }, 'answers chỉ đi cùng click'],
    [
      'an answer there is not',
      { at: AT, as: 'CAX', click: 'x', answers: ['CÓ'] },
      'answers[0]: phải là một trong: YES',
    ],
    ['no text', { at: AT, as: 'CAX', type: CELL }, `steps[0] (${AT}), type.text: phải là chữ, số`],
    ['a field too many', { at: AT, as: 'CAX', clear: { ...CELL, text: 'x' } }, 'clear: trường lạ «text»'],
    ['nothing pasted', { at: AT, as: 'CAX', paste: { ...CELL, cells: [] } }, 'cells: phải có ít nhất một ô'],
    ['half a row', { at: AT, as: 'CAX', clear: { ...CELL, row: 2.5 } }, 'row: phải là chữ hoặc số dòng'],
    ['a role', { at: AT, as: 'CAX', share: { with: 'tp', role: 'owner' } }, 'role: phải là "editor"'],
    ['shared with nobody', { at: AT, as: 'CAX', share: { with: 'Ban Mây', role: null } }, 'không có người «Ban Mây»'],
    [
      'a service there is not',
      { at: AT, fault: { call: 'MailsApp.sendEmail' } },
      'call: phải là clock hoặc một dịch vụ',
    ],
    ['a fault that is over', { at: AT, fault: { call: 'clock', until: AT } }, 'until phải sau at'],
    ['a look that is a path', { at: AT, look: '../x' }, 'look: phải là tên tệp'],
  ])('%s', (_, step, words) => expect(wrong({ ...HEAD, steps: [step] })).toContain(words));

  test('a look twice of one name', () => {
    const look = { at: AT, look: 'sáng' };
    expect(wrong({ ...HEAD, steps: [look, look] })).toContain('look «sáng» đã có ở steps[0]');
  });
});

test.each([
  ['no file', 'khong-co.json', 'không đọc được tệp'],
  ['no JSON', '../README.md', 'không phải JSON'],
])('%s', async (_, name, words) => {
  const file = join(ROOT, 'test', name);
  await expect(readScenario(file, SEEDS)).rejects.toThrow(`${file}: ${words}`);
});

test.each([
  ['CAX', 'cax@example.vn'],
  ['Công an xã', 'cax@example.vn'],
  ['chủ tịch', 'chu-tich@example.vn'],
  ['Cài đặt'.normalize('NFD'), 'cai-dat@example.vn'],
  ['UBND xã', 'vp@example.vn'],
  ['th', 'th@example.vn'],
  ['A.B@gmail.com', 'ab@gmail.com'],
  ['ai đó', undefined],
])('%s is %s', (name, account) => expect(accountNamed(name, SEEDS)).toBe(account));

test.each([
  ['II.05', 'II.05'],
  [45, '45'],
  [0.5, '0,5'],
  [true, 'TRUE'],
])('%j is typed %s', (value, text) => expect(typedText(value)).toBe(text));
