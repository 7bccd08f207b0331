// What a person reads before a sync: rows by what they see in the sheet, never by a key of the program's own.
import { expect, test } from 'vitest';
import type { Change } from '../../src/sheet/change.ts';
import { describeChanges } from '../../src/sheet/describe.ts';

const SETTINGS = { tab: 'settings', title: 'Cấu hình', sheetId: 1 } as const;
const TASKS = { tab: 'tasks', title: 'Nhiệm vụ', sheetId: 2 } as const;
const cell = { kind: 'cell', impact: 'fix', row: 1, column: 3, heading: 'Giá trị', isDate: false } as const;

test.each<[string, Change, string]>([
  [
    'a row of settings an older sheet has not',
    { ...SETTINGS, kind: 'row', impact: 'add', key: 'scriptId', row: 9 },
    'Tab «Cấu hình»: dòng «Mã tập lệnh»',
  ],
  [
    'a value of settings',
    { ...SETTINGS, ...cell, key: 'schema', before: null, part: 'value', value: 2 },
    'Tab «Cấu hình», «Phiên bản mẫu bảng», cột «Giá trị»: (trống) → «2»',
  ],
  [
    'a copy of a row of settings',
    { ...SETTINGS, kind: 'stranger', impact: 'leave', row: 9, key: 'fileId', as: 'copy' },
    'Tab «Cấu hình», dòng 10: mã «Mã tệp» đã có ở một dòng khác, dòng này không được tính',
  ],
  [
    'a row somebody added there',
    { ...SETTINGS, kind: 'row', impact: 'add', key: 'của tôi', row: 9 },
    'Tab «Cấu hình»: dòng của tôi',
  ],
  ['a task', { ...TASKS, kind: 'row', impact: 'add', key: 'I.03', row: 9 }, 'Tab «Nhiệm vụ»: dòng I.03'],
])('%s', (_title, change, text) => {
  expect(describeChanges([change])).toEqual([{ impact: change.impact, text }]);
});

test('what is done to several columns in the same words is one line', () => {
  const hidden = (column: number): Change => ({
    ...{ tab: 'board', title: 'Tổng hợp', sheetId: 3 },
    ...{ kind: 'dimension', impact: 'restore', column, width: 80, hidden: true },
  });
  expect(describeChanges([40, 41, 42].map(hidden))).toEqual(describeChanges([hidden(40)]));
});
