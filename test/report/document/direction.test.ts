// Which tasks section I tells of: by the group of the plan, not by words that stand somewhere in a task.
import { describe, expect, test } from 'vitest';
import type { ReportedTask } from '../../../src/core/report.ts';
import { resultLines, themesOf } from '../../../src/report/document/direction.ts';
import { MAY, mayRows, versionOf } from '../sample.ts';
import { told } from './letters.ts';

const numbers = (tasks: readonly { readonly number: number }[]) => tasks.map(({ number }) => number);

test('tasks of the groups «Tuyên truyền» and «chỉ đạo», and no other that speaks of them', () => {
  const { direction, propaganda } = themesOf(told());
  expect(numbers(propaganda)).toEqual([67, 68]);
  expect(numbers(direction)).toEqual([57, 59, 60]);
});

describe('what a unit typed', () => {
  const printed = (result: string) => {
    const [task] = told().tasks as [ReportedTask];
    return resultLines([{ ...task, unit: 'Ban Tư pháp', reported: true, result }]).map((block) =>
      block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : '',
    );
  };
  test.each([
    ['Đã rà soát 12 thủ tục.', ['- Ban Tư pháp: Đã rà soát 12 thủ tục (nhiệm vụ 1).']],
    [
      '- Đã rà soát;\n+ Đã niêm yết.\n* đề nghị bổ sung',
      ['- Ban Tư pháp (nhiệm vụ 1):', '+ Đã rà soát;', '+ Đã niêm yết;', '+ đề nghị bổ sung.'],
    ],
    ['Đã họp;\nĐã ban hành\nkế hoạch', ['- Ban Tư pháp (nhiệm vụ 1):', '+ Đã họp;', '+ Đã ban hành kế hoạch.']],
    ['Đã ban hành\nkế hoạch', ['- Ban Tư pháp: Đã ban hành kế hoạch (nhiệm vụ 1).']],
    ['Đã họp; - Đã ban hành', ['- Ban Tư pháp (nhiệm vụ 1):', '+ Đã họp;', '+ Đã ban hành.']],
  ])('«%s»', (typed, lines) => expect(printed(typed)).toEqual(lines));
  test('a long list is cut where a long text is, and says so', () => {
    const lines = printed(Array.from({ length: 100 }, (_, i) => `- Đã làm việc thứ ${i}`).join('\n'));
    expect(lines.join('').length).toBeLessThan(600);
    expect(lines[lines.length - 1]).toMatch(/…$/u);
  });
  test.each(['ko', 'Không phát sinh.', '- không\n- có'])('«%s» is no result', (result) => {
    const rows = mayRows.map((row) => ({ ...row, result }));
    expect(resultLines(told({ version: versionOf(MAY, rows, {}) }).tasks)).toEqual([]);
  });
});
