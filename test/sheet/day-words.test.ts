// Words that name closing days name those of the settings (rule 5.12): none of the plan's 14, 15 or 19 is left in them.
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/sheet/declare.ts';
import { declareNew, declareWorkbook } from '../../src/sheet/layout.ts';
import { noFacts } from '../../src/sheet/reading/facts.ts';
import { SEEDS as PLAN } from '../agreement/evaluated-workbook.ts';

function wordsOf({ tabs }: Workbook): string[] {
  return tabs.flatMap((tab) => [
    ...(tab.kind === 'fixed' ? tab.cells.map(({ value }) => String(value)) : tab.columns.map(({ note = '' }) => note)),
    ...(tab.kind === 'table' && tab.key === 'settings' ? tab.rows.map(({ cells }) => String(cells['note'])) : []),
  ]);
}

const settings = new Map([['ruleRecord', 'Kỳ 03/2024: 15–19; Kỳ 05/2024: 10–13']]);
const words = wordsOf(declareWorkbook(PLAN, { ...noFacts(PLAN), settings }));
const DAY = /(?:ngày|Ngày) (?:14|15|19)(?![\d/])|(?<![\d/])(?:14|15|19)\/01(?!\/)/u;

describe('with the 10th and the 13th', () => {
  test('no word names the plan’s days', () => expect(words.filter((text) => DAY.test(text))).toEqual([]));
  test.each([
    'Trước ngày 10 hằng tháng',
    'Từ ngày 10 đến ngày 13',
    'đến hết ngày 9 thành một bản',
    'làm việc đầu tiên từ ngày 10',
    'Từ ngày 01/01 đến ngày 13/01',
    'từ ngày 10 tháng trước đến hết ngày 9',
  ])('«%s» is said', (said) => expect(words.some((text) => text.includes(said))).toBe(true));
});

test('the search finds the days of the plan where they hold', () =>
  expect(wordsOf(declareNew(PLAN)).filter((text) => DAY.test(text)).length).toBeGreaterThan(4));
