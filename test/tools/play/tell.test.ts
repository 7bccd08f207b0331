// The line of a run of the clock: for people, not for programs.
import { expect, test } from 'vitest';
import { tellCame } from '../../../src/tools/play/tell.ts';

const clock = {
  at: '2024-05-14T00:03:00.000+07:00',
  as: '',
  account: 'cai-dat@example.vn',
  deed: 'clock',
  dialogs: [],
};

test.each([
  [[], 'có ghi vào bảng'],
  [['[{"duty":"upkeep","missed":[],"restored":[]}]'], 'việc hằng ngày'],
  [['[{"duty":"documents","names":[],"waits":false},{"duty":"late","told":[]}]'], 'lưu văn bản, báo có báo cáo chậm'],
  [['gửi cax@example.vn: [ĐA06]', '[{"duty":"reminders"}]'], 'gửi cax@example.vn: [ĐA06]; thư nhắc'],
])('%j: «%s»', (words, told) => {
  expect(tellCame({ ...clock, outcome: 'done', words })).toBe(
    `2024-05-14 00:03  lịch tự động (cai-dat@example.vn): ${told}`,
  );
});
