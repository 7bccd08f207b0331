// «Kiểm tra dữ liệu» over the whole plan: silence where nothing is wrong, the order of the list, and the words of alert and tab.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckInput, type CheckItem, type CheckList, checkData } from '../../src/app/check/check-data.ts';
import { describeCheck, NOTHING_TO_MEND, tabulateCheck } from '../../src/app/check/describe-check.ts';
import { at, dayOf } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { maskPersonalData } from '../../src/core/personal-data.ts';
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import { STATES } from '../../src/core/status.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { MAY, taskRow } from '../core/task-row.ts';
import { cases } from '../hunt.ts';

const plan = resolvePlan(checkSeeds(join(ROOT, 'seeds')));
const ROWS = plan.tasks.map((task) =>
  taskRow({
    ...task,
    accountable: task.accountable ?? 'Công an xã',
    countsOverdue: task.countsOverdue ? 'Có' : 'Không',
  }),
);
const account = (code: string) => `${code.toLowerCase()}@example.vn`;
const UNITS = plan.units.map(({ code, name, reporting }) => ({
  name,
  reporting,
  accounts: account(code),
  emails: null,
}));

const GOOD: CheckInput = {
  rows: ROWS,
  view: MAY,
  before: undefined,
  rowFindings: [],
  settingFindings: [],
  planned: plan.tasks,
  placed: ROWS.map(({ code }, i) => ({ key: code, index: i + 1 })),
  strangers: [],
  falseNames: [],
  changedVersions: [],
  looseTexts: [],
  people: {
    settings: {
      installingAccount: 'cai-dat@example.vn',
      policeAccounts: [account('CAX')],
      chairmanEmail: 'chu-tich@example.vn',
      automaticSending: true,
      followUntil: undefined,
      copies: [],
      scriptId: 'S',
    },
    scriptId: 'S',
    units: UNITS,
    owner: 'cai-dat@example.vn',
    editors: plan.units.map(({ code }) => account(code)),
    unseenSharing: '',
    brokenProtections: [],
    foreignProtections: [],
    lastClockRun: at(dayOf(2024, 5, 14), 0, 7),
    mailTrouble: null,
    clockAccount: undefined,
    now: at(dayOf(2024, 5, 14), 9),
  },
};

/** The plan with entries in some rows. */
function typed(entries: Readonly<Record<string, Partial<TaskRow>>>, more: Partial<CheckInput> = {}): CheckList {
  return checkData({ ...GOOD, ...more, rows: ROWS.map((row) => ({ ...row, ...entries[row.code] })) });
}
const places = ({ items }: CheckList) => items.map(({ weight, place }) => `${weight} ${place}`);
const doing = { state: STATES.doing, period: 'Kỳ 05/2024' };
const withoutEvidence = { ...doing, state: STATES.done, doneOn: 45420 };

describe('the list', () => {
  test('the plan as it was set up: nothing', () => {
    expect(checkData(GOOD)).toEqual({ items: [], blocks: 0, notes: 0 });
  });

  test('what blocks first, then rows in the order of the plan and of the columns, then the rest', () => {
    const list = typed(
      {
        'III.33': { ...doing, proposal: 'CCCD 038012345612', progress: 7 },
        'I.01': { ...withoutEvidence, result: 'Gọi 0912345678' },
        'II.05': { state: 'Hoàn thành ' },
      },
      {
        rowFindings: [{ code: 'II.05', column: 'Kết quả trong kỳ', weight: 'note', text: 'Ô chứa công thức.' }],
        settingFindings: [{ column: 'Ngày nghỉ', weight: 'block', text: 'Cấu hình «Ngày nghỉ» phải là ngày.' }],
        strangers: [
          { index: 80, key: '' },
          { index: 81, key: 'I.02' },
        ],
      },
    );
    expect(places(list)).toEqual([
      'block Tab Nhiệm vụ, dòng 3 và 82',
      'block II.05, Tình trạng',
      'block III.33, Tiến độ',
      'block III.33, Đề xuất, kiến nghị',
      'block Cấu hình, Ngày nghỉ',
      'note I.01, Kết quả trong kỳ',
      'note I.01, Minh chứng',
      'note II.05, Kết quả trong kỳ',
      'note Tab Nhiệm vụ, dòng 81',
    ]);
    expect([list.blocks, list.notes]).toEqual([5, 4]);
  });

  test('a missing row is told once, with its group', () => {
    const rows = ROWS.filter(({ code }) => code !== 'II.05');
    const rowFindings = [{ code: 'II.05', weight: 'block', text: 'Dòng không còn.' }] as const;
    expect(checkData({ ...GOOD, rows, rowFindings }).items).toEqual([
      {
        weight: 'block',
        place: 'Tab Nhiệm vụ, nhóm II',
        text: 'Có 28 trong 29 nhiệm vụ của kế hoạch, thiếu II.05.',
        todo: 'Chạy Đồng bộ bảng tính để khôi phục.',
      },
    ]);
  });

  test('an address that cannot be read is not missing besides', () => {
    const settings = { ...GOOD.people.settings, chairmanEmail: '' };
    const settingFindings = [
      { column: 'E-mail Chủ tịch', weight: 'block', text: 'Phải là địa chỉ e-mail (đang ghi «0912345678»).' },
    ] as const;
    const { items } = checkData({ ...GOOD, settingFindings, people: { ...GOOD.people, settings } });
    expect(items).toEqual([
      {
        weight: 'block',
        place: 'Cấu hình, E-mail Chủ tịch',
        text: 'Phải là địa chỉ e-mail (đang ghi «091•••••78»).',
        todo: 'Sửa ở tab Cấu hình.',
      },
    ]);
  });

  describe('Kỳ báo cáo', () => {
    test.each<[string, Cell, string[]]>([
      ['the open one', 'Kỳ 05/2024', []],
      ['an older one is a row left alone, not a wrong entry', 'Kỳ 03/2024', []],
      ['a later one', 'Kỳ 07/2024', ['block I.01, Kỳ báo cáo']],
      ['no period', 'tháng 3', ['block I.01, Kỳ báo cáo']],
    ])('%s', (_, period, expected) => {
      expect(places(typed({ 'I.01': { state: STATES.doing, period } }))).toEqual(expected);
    });
  });
});

describe('the words', () => {
  const item = (n: number, more: Partial<CheckItem> = {}): CheckItem => {
    return { weight: 'block', code: `II.${n}`, place: `II.${n}, Tiến độ`, text: `Sai ${n}.`, todo: 'Sửa.', ...more };
  };
  const listOf = (items: CheckItem[]): CheckList => {
    const blocks = items.filter(({ weight }) => weight === 'block').length;
    return { items, blocks, notes: items.length - blocks };
  };

  test('nothing to mend is one sentence, in the alert and in the tab', () => {
    expect(describeCheck(listOf([]))).toBe(NOTHING_TO_MEND);
    expect(tabulateCheck(listOf([]))).toEqual([['', '', NOTHING_TO_MEND, '']]);
  });

  test('equal words in several rows are one line with their codes', () => {
    const same = [4, 5, 6, 7].map((n) => item(n, { text: 'Thiếu Ngày hoàn thành.' }));
    expect(describeCheck(listOf(same))).toBe(
      'Cần sửa: 4 chỗ. Lưu ý: không có.\nCần sửa (chưa sửa vẫn chốt được, nhưng số liệu chưa đúng):\n• II.4, II.5, II.6 và 1 chỗ nữa: Thiếu Ngày hoàn thành.',
    );
  });

  test('a long list is cut, what blocks first, and says how many are left out', () => {
    const many = [
      ...Array.from({ length: 20 }, (_, i) => item(i)),
      ...Array.from({ length: 20 }, (_, i) => item(i, { weight: 'note' })),
    ];
    const lines = describeCheck(listOf(many)).split('\n');
    expect(lines.length).toBeLessThanOrEqual(15);
    expect(lines[0]).toBe('Cần sửa: 20 chỗ. Lưu ý: 20 chỗ.');
    expect(lines.filter((line) => line.startsWith('• và'))).toEqual(['• và 13 chỗ nữa.', '• và 17 chỗ nữa.']);
  });

  test('the tab has a row an item', () => {
    expect(tabulateCheck(listOf([item(5, { weight: 'note' })]))).toEqual([
      ['Lưu ý', 'II.5, Tiến độ', 'Sai 5.', 'Sửa.'],
    ]);
  });
});

test('whatever is typed: nothing given away, the alert fits, every item says where and what to do', () => {
  const junk = fc.oneof(
    fc.constantFrom<Cell>('038012345612', 'gọi 0912 345 678', 'MẬT', 'a\nb', 'Hoàn thành ', 1.5, -1, true, null),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  const entry = fc.record({ state: junk, progress: junk, result: junk, doneOn: junk, evidence: junk, period: junk });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 72 }), (entries) => {
      const list = checkData({ ...GOOD, rows: ROWS.map((row, i) => ({ ...row, ...entries[i] })) });
      expect(describeCheck(list).split('\n').length).toBeLessThanOrEqual(15);
      for (const words of tabulateCheck(list)) {
        expect(words.map(maskPersonalData)).toEqual(words);
        if (list.items.length > 0) expect(words.every((text) => text !== '' && !text.includes('\n'))).toBe(true);
      }
    }),
    cases(40),
  );
});
