// Six months, the year, its supplement and an ad hoc report: structure, and the words of the body as golden files.
// UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/report/document/other-kinds.test.ts

import { describe, expect, test } from 'vitest';
import { at, dayOf } from '../../../src/core/calendar.ts';
import { phrasesWith } from '../../../src/core/content.ts';
import { adHocOf } from '../../../src/core/report/ad-hoc.ts';
import { reportOf } from '../../../src/core/report/making.ts';
import { spanOf } from '../../../src/core/report/span.ts';
import type { Version } from '../../../src/core/version.ts';
import { adHocDocument } from '../../../src/report/document/ad-hoc-document.ts';
import type { DocumentParts } from '../../../src/report/document/content.ts';
import { reportDocument } from '../../../src/report/document/report-document.ts';
import { spanDocument } from '../../../src/report/document/span-document.ts';
import { divided, goldenIn } from '../../golden.ts';
import { checkStructure } from './check-structure.ts';
import { internal, superior, wordsOf } from './letters.ts';
import { lookOf } from './look.ts';
import { monthInput, monthVersion, resolved } from './months.ts';

const APPENDIX = /Phụ lục(?: [IVX]+)?/u;
const golden = goldenIn(new URL('golden/', import.meta.url), 'reports of half-years, years and ad hoc');
const planDate = dayOf(2024, 2, 28);
const estimated = ['II.05', 'II.20', 'II.25', 'II.30', 'V.50'];
const july = monthVersion(7);

const documents: Readonly<Record<string, DocumentParts>> = {
  'july-2024-internal': reportDocument(reportOf(monthInput(7)), internal),
  'half-year-2024': spanDocument(spanOf({ ...monthInput(6), kind: 'halfYear', planDate }), superior),
  'year-2024': spanDocument(spanOf({ ...monthInput(12), kind: 'year', planDate, estimated }), superior),
  'year-2024-supplement': spanDocument(
    spanOf({ ...monthInput(13), kind: 'supplement', planDate, estimated }),
    superior,
  ),
  'ad-hoc-2024': adHocDocument(
    adHocOf({
      id: 'ĐX-2024-01',
      subject: 'số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
      basis: 'Công văn số 123/UBND-CA ngày 10/7/2024 của UBND huyện Triệu Sơn',
      urgency: 'KHẨN',
      window: { from: at(dayOf(2024, 7, 11), 8), to: at(dayOf(2024, 7, 13), 16) },
      closedAt: at(dayOf(2024, 7, 13), 16, 30),
      rows: july.rows.filter(({ code }) => code.startsWith('II.')).slice(0, 12),
      tasks: resolved.tasks,
      groups: resolved.plan.groups.map(({ roman }) => roman),
      groupHeadings: resolved.plan.groups.map(({ reportHeading }) => reportHeading),
      unitNames: july.units.map(({ name }) => name),
      phrases: phrasesWith(),
    }),
    superior,
  ),
};
const words = (parts: DocumentParts) => wordsOf(parts.find(({ name }) => name === 'word/document.xml')?.text ?? '');

describe.each(Object.entries(documents))('%s', (name, parts) => {
  test('words of the body and of the further appendices', () => {
    const [body, first, ...further] = divided(name, words(parts), APPENDIX);
    expect(first?.[1]).toMatch(/^Phụ lục/u);
    // The first lists the tasks, as that of a month does.
    for (const [page, text] of [body, ...further]) golden(`${page}.txt`, text);
    golden(`${name}-look.txt`, lookOf(parts.find(({ name }) => name === 'word/document.xml')?.text ?? ''));
  });
  test('structure', () => checkStructure(parts));
  test('nothing unsaid is printed', () => expect(words(parts)).not.toMatch(/undefined|null|NaN|\[object/u));
});

test('the year: every task in the map, month by month', () =>
  expect(
    words(documents['year-2024'] ?? []).match(
      /^\d+ \| .* \|(?: (?:HT\*?|ĐTH|QH|CTH|CTT|QDK|KQ|KPS|CBC|LT|TD) ?\|?){10}/gmu,
    ),
  ).toHaveLength(72));

describe('texts of a span say whose month they are (14.16)', () => {
  /** Every result names its own row and month, so that wherever it is printed its month is known without the program. */
  const marked = (n: number): Version => {
    const version = monthVersion(n);
    const { month } = version.period;
    const rows = version.rows.map((row) => ({
      ...row,
      reported: true,
      entry: { ...row.entry, result: `đã làm ${row.code} lần thứ ${month}` },
    }));
    return { ...version, rows };
  };
  test.each([
    ['halfYear', 6],
    ['year', 12],
  ] as const)('%s', (kind, n) => {
    const input = { ...monthInput(n), version: marked(n), others: monthInput(n).others.map((_, i) => marked(i + 3)) };
    const text = words(spanDocument(spanOf({ ...input, kind, planDate, estimated }), superior));
    const lines = text.split('\n').filter((line) => /đã làm \S+ lần thứ \d+/u.test(line));
    const unsaid = lines.filter((line) => {
      const months = [...line.matchAll(/đã làm \S+ lần thứ (\d+)/gu)].map(([, month]) => Number(month));
      const rest = line.replace(/đã làm \S+ lần thứ \d+/gu, '');
      return !months.every((month) => new RegExp(`[Tt](?:háng )?${month}(?!\\d)`, 'u').test(rest));
    });
    expect(lines.length).toBeGreaterThan(20);
    expect(unsaid).toEqual([]);
    // And not the last month's alone.
    expect(new Set([...text.matchAll(/lần thứ (\d+)/gu)].map(([, month]) => month)).size).toBeGreaterThan(2);
  });
});
