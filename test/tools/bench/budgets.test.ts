// The budgets are one table in code: README shows it as it is, and what breaks it is named.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { budgetPage } from '../../../src/tools/bench/budget-page.ts';
import { BUDGETS, type Budget } from '../../../src/tools/bench/budgets.ts';
import { breachesOf, sizeBreachesOf } from '../../../src/tools/bench/compare.ts';
import { figuresOf, tripOf } from '../../../src/tools/bench/figures.ts';
import type { Measured } from '../../../src/tools/bench/measured.ts';
import { ROOT } from '../../../src/tools/build/root.ts';

const README = join(ROOT, 'src/tools/bench/README.md');
/** What is before, between and behind the marks. */
const MARKED = /^(.*<!-- budgets -->\n)(.*?)(\n?<!-- \/budgets -->.*)$/su;

test('README shows the budgets as they stand in code', () => {
  const [, before, shown, after] = MARKED.exec(readFileSync(README, 'utf8')) ?? [];
  if (before === undefined || after === undefined) throw new Error('README has lost its marks of the budgets');
  if (process.env['UPDATE_GOLDEN']) writeFileSync(README, `${before}${budgetPage()}\n${after.trimStart()}`);
  else expect(shown).toBe(budgetPage());
});

test('a useCase has one budget a plan', () => {
  const names = BUDGETS.map(({ useCase, tasks }) => `${useCase} ${tasks}`);
  expect(new Set(names).size).toBe(names.length);
});

const NOTHING = figuresOf([]);
const closing = (more: Partial<typeof NOTHING>): Measured => ({
  useCase: 'closing',
  tasks: 72,
  figures: { ...NOTHING, reads: 2, bytesRead: 1_832_564, ...more },
});
const BUDGET: Budget = { useCase: 'closing', tasks: 72, atMost: { reads: 2, bytesRead: 1_900_000 } };

test.each<[string, Measured[], string[]]>([
  ['kept', [closing({})], []],
  ['cheaper', [closing({ reads: 1, bytesRead: 0 })], []],
  ['a read more', [closing({ reads: 3 })], ['closing, 72 tasks: reads: budget 2, measured 3']],
  ['a mail nobody allowed', [closing({ mails: 1 })], ['closing, 72 tasks: mails: budget 0, measured 1']],
  [
    'more bytes',
    [closing({ bytesRead: 1_900_001 })],
    ['closing, 72 tasks: bytes read: budget 1,900,000, measured 1,900,001'],
  ],
  ['a call of no known kind', [closing({ other: 1 })], ['closing, 72 tasks: other: budget 0, measured 1']],
  [
    'a useCase that fails',
    [{ useCase: 'closing', tasks: 72, figures: { fails: 'refused' } }],
    ['closing, 72 tasks: fails: refused'],
  ],
  [
    'a useCase without a budget that fails',
    [closing({}), { ...closing({}), useCase: 'x', figures: { fails: 'open' } }],
    [],
  ],
  [
    'a useCase without a budget',
    [closing({}), { ...closing({}), tasks: 720 }],
    ['closing, 720 tasks: was measured and has no budget'],
  ],
  ['a budget that was not measured', [], ['closing, 72 tasks: has a budget and was not measured']],
])('%s', (_, measured, expected) => {
  expect(breachesOf(measured, [BUDGET])).toEqual(expected);
});

test('sizes', () => {
  const budget = [{ what: 'script', bytes: 650_000 }];
  expect(sizeBreachesOf([{ what: 'script', bytes: 650_000 }], budget)).toEqual([]);
  expect(sizeBreachesOf([{ what: 'script', bytes: 650_001 }], budget)).toEqual([
    'script: bytes: budget 650,000, measured 650,001',
  ]);
  expect(sizeBreachesOf([], budget)).toEqual(['script: has a budget and was not measured']);
});

test.each([
  ['Sheets.Spreadsheets', 'get', true, 'reads'],
  ['Sheets.Spreadsheets', 'batchUpdate', true, 'writes'],
  ['SpreadsheetApp.Range', 'getValues', true, 'reads'],
  ['SpreadsheetApp.Spreadsheet', 'getEditors', false, 'people'],
  ['SpreadsheetApp.Spreadsheet', 'getOwner', false, 'people'],
  ['SpreadsheetApp.Spreadsheet', 'getSheets', false, 'tabs'],
  ['MailApp', 'getRemainingDailyQuota', true, 'quota'],
  ['Drive.Files', 'create', true, 'drive'],
  ['PropertiesService.Properties', 'getProperty', true, 'properties'],
  ['LockService.Lock', 'tryLock', false, 'locks'],
  ['UrlFetchApp', 'fetch', true, 'other'],
  ['SpreadsheetApp.Sheet', 'getName', false, undefined],
])('%s.%s counts as one of its kind', (service, method, remote, trip) => {
  expect(tripOf({ service, method, remote })).toBe(trip);
});
