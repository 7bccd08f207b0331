// The present plan, pasted in every way people paste, comes back as the present seeds: equal tasks, groups, units, indicators.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/tools/plan-import/decode-text.ts';
import { importPlan } from '../../../src/tools/plan-import/import-plan.ts';
import { seedText } from '../../../src/tools/plan-import/seed-text.ts';
import { asSheets, asWord, broken, seeds, TITLES, tableOf, USUAL } from './paste.ts';

const OPTIONS = { year: 2024, merged: false };
const encode = (text: string) => new TextEncoder().encode(text);
const usual = tableOf(USUAL);
const inOrder = (order: readonly number[]) => (cells: readonly string[]) => order.map((index) => cells[index] ?? '');
const other = [4, 2, 3, 0, 1];
const letters = 'ABCDEFGHIJ';

const STYLES: readonly (readonly [string, () => Uint8Array])[] = [
  ['Sheets, a row a line', () => encode(asSheets(usual))],
  ['Sheets, line breaks inside cells', () => encode(asSheets(broken(usual, 5)))],
  ['Word, cells broken into lines', () => encode(asWord(broken(usual, 4)))],
  ['Word, every word a line', () => encode(asWord(broken(usual, 1)))],
  [
    'Word, merged heading rows of one cell',
    () => encode(asWord(broken(tableOf({ ...USUAL, group: ({ roman, heading }) => [`${roman}. ${heading}`] }), 6))),
  ],
  ['Word, numbers it counts itself', () => encode(asWord(broken(usual, 6)).replace(/^(\d+\.)\t/gmu, '$1\t\t'))],
  [
    'decomposed letters, CRLF, byte-order mark',
    () => encode(`\ufeff${asSheets(usual).normalize('NFD')}`.replace(/\n/gu, '\r\n')),
  ],
  ['UTF-16 of Notepad', () => Buffer.from(`\ufeff${asSheets(usual)}`, 'utf16le')],
  ['UTF-16 without a mark', () => Buffer.from(asSheets(usual), 'utf16le')],
  [
    'wide spaces, two spaces, soft hyphens, zero-width spaces',
    () =>
      encode(
        asSheets(
          usual.map((row) =>
            row.map((cell) => cell.replace(/ /gu, ' \u00a0').replace(/(?<=\p{Ll})(?=\p{Ll}\p{Ll} )/gu, '\u00ad\u200b')),
          ),
        ),
      ),
  ],
  [
    'columns in another order, «Ghi chú» between',
    () =>
      encode(
        asSheets(
          tableOf({
            ...USUAL,
            titles: ['Tiến độ', 'Cơ quan chủ trì', 'Ghi chú', 'Phối hợp thực hiện', 'STT', 'Nhiệm vụ, giải pháp'],
            group: ({ roman, heading }) => ['', '', '', '', roman, heading],
            cells: (cells) => {
              const [deadline = '', lead = '', ...rest] = inOrder(other)(cells);
              return [deadline, lead, '', ...rest];
            },
          }),
        ),
      ),
  ],
  [
    'Word, columns in another order, broken',
    () =>
      encode(
        asWord(
          broken(
            tableOf({
              ...USUAL,
              titles: inOrder([0, 4, 2, 3, 1])(TITLES),
              group: ({ roman, heading }) => [roman, '', '', '', heading],
              cells: inOrder([0, 4, 2, 3, 1]),
            }),
            7,
          ),
        ),
      ),
  ],
  [
    'heading on every page, columns counted, title above',
    () =>
      encode(
        `Phụ lục\nCÁC NHIỆM VỤ NĂM 2024\n${asWord(
          usual.flatMap((row, index) =>
            index % 12 === 1 ? [...(index > 1 ? [TITLES] : []), ['(1)', '(2)', '(3)', '(4)', '(5)'], row] : [row],
          ),
        )}`,
      ),
  ],
  [
    'two heading rows',
    () =>
      encode(
        asSheets([
          ['Số TT', 'Nội dung', 'Cơ quan thực hiện', '', 'Thời hạn'],
          ['', '', 'Chủ trì', 'Phối hợp', ''],
          ...usual.slice(1),
        ]),
      ),
  ],
  ['no heading', () => encode(asSheets(usual.slice(1)))],
  ['no heading, Word', () => encode(asWord(usual.slice(1)))],
  [
    'numbers that begin again in each group, two digits',
    () => encode(asSheets(tableOf({ ...USUAL, number: (_, at) => String(at).padStart(2, '0') }))),
  ],
  [
    'groups lettered A. B. C.',
    () => encode(asSheets(tableOf({ ...USUAL, group: ({ heading }, i) => [`${letters[i]}.`, heading, '', '', ''] }))),
  ],
  [
    'groups without a number',
    () => encode(asSheets(tableOf({ ...USUAL, group: ({ heading }) => ['', heading, '', '', ''] }))),
  ],
  [
    'groups numbered, tasks 1.1, 1.2',
    () => {
      const groups = seeds.plan.groups.map(({ roman }) => roman);
      return encode(
        asSheets(
          tableOf({
            ...USUAL,
            group: ({ heading }, i) => [`${i + 1}`, heading, '', '', ''],
            number: (task, at) => `${groups.indexOf(task.group) + 1}.${at}`,
          }),
        ),
      );
    },
  ],
  [
    'no column of numbers',
    () =>
      encode(
        asSheets(
          tableOf({
            titles: TITLES.slice(1),
            group: ({ roman, heading }) => [`${roman}. ${heading}`, '', '', ''],
            number: ({ number }) => `${number}.`,
            cells: ([number = '', content = '', ...rest]) => [`${number} ${content}`, ...rest],
          }),
        ),
      ),
  ],
  ['tabs at the end of a line lost', () => encode(asSheets(usual).replace(/\t+$/gmu, ''))],
];

test.each(STYLES)('%s', (_, paste) => {
  const { seeds: read, findings } = importPlan(decodeText(paste()), seeds, OPTIONS);
  expect(read.tasks).toEqual(seeds.tasks);
  expect(read.plan.groups).toEqual(seeds.plan.groups);
  expect(read.units).toEqual(seeds.units);
  expect(read.indicators).toEqual(seeds.indicators);
  expect(findings.filter(({ weight, column }) => weight === 'mend' && column !== 'plan.json')).toEqual([]);
});

test.each(['tasks', 'units', 'indicators', 'plan'] as const)('%s.json is written as it stands', (name) => {
  const text = readFileSync(new URL(`../../../seeds/${name}.json`, import.meta.url), 'utf8');
  expect(seedText(JSON.parse(text))).toBe(text);
});
