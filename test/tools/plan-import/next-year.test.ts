// The present plan as if it were next year's: what follows from the year, what is carried over, what is refused; and a small plan
// of another year, built and set up in a sheet of its own.
import { describe, expect, test } from 'vitest';
import type { Seeds } from '../../../src/core/plan.ts';
import { bundleAddin } from '../../../src/tools/build/bundle.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { INSTALLER } from '../../../src/tools/month/cast.ts';
import { setStage } from '../../../src/tools/month/stage.ts';
import { type ImportOptions, importPlan } from '../../../src/tools/plan-import/import-plan.ts';
import { asSheets, seeds, tableOf, USUAL } from './paste.ts';

const OPTIONS: ImportOptions = { year: 2025, merged: false, date: '2025-02-20' };
/** Years move by one, those of decrees and plans in the content stay. */
const nextYear = tableOf(USUAL).map((row) =>
  row.map((cell, index) => (index === 4 ? cell.replace(/202[45]/gu, (year) => `${Number(year) + 1}`) : cell)),
);
const read = (text: string, options: Partial<ImportOptions> = {}) =>
  importPlan(text, seeds, { ...OPTIONS, ...options });
const small = (...rows: string[]) =>
  ['TT|Nội dung|Chủ trì|Phối hợp|Thời gian', 'I|Nhóm một|||', ...rows].join('\n').replace(/\|/gu, '\t');
const textsOf = ({ findings }: ReturnType<typeof read>) => findings.map(({ text }) => text).join('\n');

describe('the same tasks a year later', () => {
  const { seeds: next, findings } = read(asSheets(nextYear));

  test('the head is the new year’s, and nothing of the old document is in it', () => {
    expect(next.plan).toMatchObject({ year: 2025, date: '2025-02-20', number: '', grounds: [], notes: [] });
    expect(next.plan.title).toBe(seeds.plan.title.replace('năm 2024', 'năm 2025'));
    expect(next.plan.reporting.unitPlansBefore).toBeUndefined();
    expect(next.plan.groups).toEqual(seeds.plan.groups);
  });

  test('targets of the same words go on, a year later', () => {
    const later = (list: Seeds['indicators']) => list.map(({ id, target, milestone }) => [id, target, milestone]);
    const moved = seeds.indicators.map((indicator) => ({
      ...indicator,
      milestone: indicator.milestone.replace(/^\d+/u, (year) => `${Number(year) + 1}`),
    }));
    expect(later(next.indicators)).toEqual(later(moved));
    expect(next.indicators.every(({ quote }) => !/Năm 2024|quý III năm 2024/u.test(quote))).toBe(true);
  });

  test('nothing else is left to mend', () => expect(findings.filter(({ weight }) => weight === 'mend')).toEqual([]));
});

describe('targets', () => {
  const content = 'Phấn đấu 80% hồ sơ trực tuyến, tăng 10 % so với 2024';

  test('are shown and never made up', () => {
    const { seeds: next, findings } = read(small(`1|${content}|Công an xã||Năm 2025`));
    expect(next.indicators).toEqual([]);
    expect(findings.find(({ column }) => column === 'indicators.json')?.text).toBe(
      `Có vẻ có chỉ tiêu 80% («${content}»); 10% («${content}»).`,
    );
  });

  test('of a task whose deadline moved go with it; of one that became ongoing they are told', () => {
    const { content = '' } = seeds.tasks[16] ?? {};
    const dated = read(small(`1|${content}|Công an xã||Quý II`));
    expect(dated.seeds.indicators).toMatchObject([
      { id: 'I.01-1', task: 'I.01', target: 100, milestone: '2025-06-30' },
    ]);
    const ongoing = read(small(`1|${content}|Công an xã||Thường xuyên`));
    expect(ongoing.seeds.indicators).toEqual([]);
    expect(textsOf(ongoing)).toContain('Không chuyển được chỉ tiêu cũ II.17-1');
  });
});

describe('cells that are empty', () => {
  const table = small('1|Việc một|Công an xã|các thôn|Quý I', '2|Việc hai|||', '3|Việc ba|nt||nt');

  test('stay open, and «nt» below them too', () => {
    const { tasks } = read(table).seeds;
    expect(tasks.map(({ lead }) => lead)).toEqual(['Công an xã', '(ô trống)', '(ô trống)']);
    expect(tasks.map(({ coordinating }) => coordinating)).toEqual(['các thôn', '', '']);
  });

  test('are filled where a person says that they are merged', () => {
    const { seeds: next, findings } = read(table, { merged: true });
    expect(next.tasks.map(({ lead }) => lead)).toEqual(['Công an xã', 'Công an xã', 'Công an xã']);
    expect(next.tasks.map(({ deadline }) => deadline)).toEqual(['Quý I', 'Quý I', 'Quý I']);
    expect(findings.filter(({ text }) => text.startsWith('Ô trống, ghi theo ô trên (--merged)'))).toHaveLength(4);
  });
});

describe('groups and parts', () => {
  test.each([
    [
      'sections above groups are told',
      'A|Phần một|||\nI|Nhóm|||\n1|Việc|Công an xã||Quý I\nB|Phần hai|||\nI|Nhóm khác|||\n2|Việc|Công an xã||Quý I',
      ['I.01', 'II.02'],
      'Phần «B Phần hai» đứng trên các nhóm',
    ],
    [
      'parts with units of their own are tasks, their lead is told',
      'I|Nhóm|||\n1|Xây dựng dữ liệu|||\n-|của tư pháp|Ban Tư pháp||Quý I\n-|của công an|Công an xã||Quý II',
      ['I.01', 'I.02'],
      'Là một phần của mục «Xây dựng dữ liệu»',
    ],
    [
      'a group that goes on on the next page is one',
      'I|Nhóm|||\n1|Việc|Công an xã||Quý I\nI|Nhóm (tiếp theo)|||\n2|Việc|Công an xã||Quý I',
      ['I.01', 'I.02'],
      '',
    ],
    ['no group at all', '1|Việc|Công an xã||Quý I', ['I.01'], 'Nhiệm vụ không thuộc nhóm nào'],
  ])('%s', (_, rows, codes, text) => {
    const imported = read(`TT|Nội dung|Chủ trì|Phối hợp|Thời gian\n${rows}`.replace(/\|/gu, '\t'));
    expect(imported.seeds.tasks.map(({ code }) => code)).toEqual(codes);
    expect(textsOf(imported)).toContain(text);
  });
});

test('another commune: its name in the head and in its units', () => {
  const { seeds: next, findings } = read(small('1|Việc|Trường THCS Hợp Lý||Quý I'), { commune: 'xã Hợp Lý' });
  expect(next.plan).toMatchObject({ commune: 'xã Hợp Lý', place: 'Hợp Lý', signer: { name: '……' } });
  expect(next.plan.bodies.issuing.name).toBe('Ủy ban nhân dân xã Hợp Lý');
  expect(JSON.stringify(next)).not.toContain('Vân Sơn');
  expect(findings.map(({ text }) => text).join()).toContain('Kế hoạch của xã khác');
});

test('number and date stand above the table; a plan of another year is told', () => {
  const above = 'NHIỆM VỤ NĂM 2024\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 5/3/2025 của UBND xã)\n';
  const { seeds: next, findings } = importPlan(above + small('1|Việc|Công an xã||Quý I'), seeds, {
    year: 2025,
    merged: false,
  });
  expect(next.plan).toMatchObject({ number: '12/KH-UBND', symbol: 'KH-UBND', date: '2025-03-05' });
  expect(findings.map(({ text }) => text)).toContain('Tên bảng ghi năm 2024, lệnh ghi --year 2025.');
});

test.each([
  ['chữ không có tab', 'không có dấu tab'],
  ['a\tb\tc\td\te\tf\n', 'Không thấy dòng tiêu đề, và bảng có 6 cột'],
  ['1.\tViệc\tCông an xã\n', 'Không thấy dòng tiêu đề, và các dòng không đủ 5 cột'],
  [small(), 'Không thấy nhiệm vụ nào'],
  [`${small('1|Việc|Công an xã||Quý I')}\nTT\tThời gian\tChủ trì\tNội dung\n`, 'bảng thứ hai có các cột khác'],
])('refused with what to do: %j', (text, message) => expect(() => read(text)).toThrow(message));

test('a plan of twelve tasks is built and set up; sheet and mails are of its year', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const lead = ['Công an xã', 'Ban Tư pháp xã', 'Trạm Y tế xã', 'Văn phòng UBND xã'][at % 4];
    return `${at + 1}|Việc thứ ${at + 1}|${lead}|các thôn|${at % 3 === 0 ? 'Tháng 6/2025' : 'Thường xuyên'}`;
  });
  const { seeds: next } = read(small(...rows), { number: '15/KH-UBND' });
  const bundle = await bundleAddin(ROOT, next);
  const stage = setStage({ seeds: next, bundle, clock: '2025-05-12T08:00', tell: () => {} });
  stage.advanceTo('2025-05-15T08:30');
  stage.click(stage.police, 'Tổng hợp báo cáo…');
  stage.advanceTo('2025-05-15T09:30');
  expect(stage.failures).toEqual([]);
  // No targets yet: «Chỉ tiêu» stands with an empty row, and a second look finds nothing to do.
  const again = stage.click(INSTALLER, 'Đồng bộ bảng tính…').shown;
  expect(JSON.stringify(again)).toContain('Bảng đã đúng');
  const cells = JSON.stringify(stage.host.see(INSTALLER, stage.fileId, { fields: 'sheets(data.rowData.values)' }));
  expect(cells).toContain('15/KH-UBND');
  const mails = stage.host.state().outbox.map(({ subject, body }) => `${subject}\n${body}`);
  expect(mails.join('\n')).toContain('05/2025');
  // Hints how to type a day or a period show one of the first year; what is done was done in the year before at the earliest.
  const said = [...mails, cells].join('\n').replace(/(?:dạng|gõ|ví dụ)[^"]{0,60}?2024|=DATE\(2024;1;1\)/giu, '');
  expect(
    said
      .split('2024')
      .map((before) => before.slice(-40))
      .slice(0, -1),
  ).toEqual([]);
});
