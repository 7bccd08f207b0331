// A hostile editor: cells of every type, length and spelling in every cell a unit may edit, in «Cấu hình» and in «Đơn vị»; and the laws
// every deed keeps all the same.

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { ENTRY_COLUMNS } from '../../src/core/entry-block.ts';
import { CHAIRMAN, INSTALLER } from '../../src/local/node/month/cast.ts';
import type { Stage } from '../../src/local/node/month/stage.ts';
import { alertsOf, look } from './played.ts';

type Value = GoogleAppsScript.Sheets.Schema.ExtendedValue;

/** Of a person; it stands in many cells and leaves in none. */
const IDENTITY = '038204001234';

const PIECES = [
  ...[
    'Đã làm ',
    'xong; ',
    '- Đề nghị ',
    '\n',
    '\t',
    '.',
    '…',
    '"',
    "'",
    '<b>',
    '&amp;',
    ']]>',
    '|',
    '@',
    ',',
    ';',
    '=',
    '+1',
    '%',
    '0,8',
  ],
  ...[
    'Không có',
    'Kỳ 05/2024',
    'Kỳ 13/2024',
    'hôm nay',
    'TRUE',
    '15/05/2024',
    '31/02/2024',
    '1e309',
    'NaN',
    '#REF!',
    '__proto__',
    '_x0041_',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u200B',
    '\u202E',
    '\uFEFF',
    '\u2028',
    '\uFFFE',
    '\uD800',
    '\u{1F600}',
    '\u{1FFFE}',
    'e\u0302\u0301',
    'ﷺ',
    '漢',
    '§Ò',
    'Höô',
  ],
  ...[
    'a@b.vn',
    'Tên <a@b.vn>',
    'a..b@x.vn',
    'сax@x.vn',
    'mailto:a@b.vn',
    'https://drive.google.com/file/d/1aB/view',
    ` ${IDENTITY} `,
  ],
];

/** @param longest characters of the longest texts */
export function hostileValue(longest: number): fc.Arbitrary<Value> {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
  const long = fc
    .tuple(text, fc.constantFrom('a', ' ', '. ', 'Ắ', 'a@b.vn, ', '\u{1F600}', `${IDENTITY} `, ';\n'))
    .map(([head, piece]) => (head + piece.repeat(Math.ceil(longest / piece.length))).slice(0, longest));
  const number = fc.constantFrom(
    ...[
      0,
      -1,
      0.005,
      0.008,
      0.5,
      1,
      1.0000001,
      80,
      1990,
      45000,
      45427.5,
      20240515,
      38204001234,
      2 ** 53,
      1e15,
      1e-9,
      1e300,
      -1e300,
    ],
  );
  const formula = fc.constantFrom('=B2', '=1+1', '=1/0', '=TODAY()', '=""');
  return fc.oneof(
    { weight: 6, arbitrary: text.map((stringValue) => ({ stringValue })) },
    { weight: 1, arbitrary: long.map((stringValue) => ({ stringValue })) },
    { weight: 3, arbitrary: number.map((numberValue) => ({ numberValue })) },
    { weight: 2, arbitrary: formula.map((formulaValue) => ({ formulaValue })) },
    { weight: 1, arbitrary: fc.boolean().map((boolValue) => ({ boolValue })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}

/** What the editor may write into, by tab and column; every row of it. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  tasks: [...ENTRY_COLUMNS, 'extension', 'accountable', 'countsOverdue'],
  indicators: ['numerator', 'denominator', 'enteredOn', 'note'],
  units: ['accounts', 'emails', 'head', 'reminded', 'askedFor', 'askedAt', 'reporting', 'planSentOn'],
  settings: ['value'],
};
/** Of «Cấu hình» what makes the file another file, or another clock's: those are not to work on it. */
const IDENTITY_ROWS = ['fileId', 'scriptId', 'schema', 'firstPeriod', 'installingAccount'];
/** Every so many cells are left as they are, so that deeds have something to do. */
const LEFT = 3;

/** Writes values over the cells in turn, as a paste does: no rule of a cell stops it. */
export function spoil(stage: Stage, tabs: readonly string[], values: readonly Value[]): void {
  const see = look(stage);
  let next = 0;
  for (const tab of tabs) {
    const { rows, tab: placed } = see(tab);
    const requests = (CELLS[tab] ?? []).flatMap((key) => {
      const column = placed.columns.find(({ declared }) => declared.key === key)?.index ?? 0;
      return rows.flatMap(({ key: row, index }) => {
        next += 1;
        if (next % LEFT === 0 || (tab === 'settings' && IDENTITY_ROWS.includes(row))) return [];
        const start = { sheetId: placed.declared.sheetId, rowIndex: index, columnIndex: column };
        const userEnteredValue = values[(next * 7919) % values.length] ?? {};
        return [{ updateCells: { start, rows: [{ values: [{ userEnteredValue }] }], fields: 'userEnteredValue' } }];
      });
    });
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, requests);
  }
}

/** What went wrong, in words; empty where all laws held. @param deeds clicks and waits, told what was said */
export function brokenLaws(stage: Stage, said: readonly string[]): string[] {
  const state = stage.host.state();
  const bad = /Có lỗi trong chương trình|Google không thực hiện được/u;
  const mails = state.outbox.flatMap(({ subject, body, htmlBody = '', name = '' }) => [subject, body, htmlBody, name]);
  const documents = Object.values(state.files).flatMap(({ name, content = '' }) => [name, ...wordsIn(content)]);
  const known = /^[a-z0-9._%+'-]+@[a-z0-9.-]+\.[a-z]+$/u;
  const addresses = state.outbox.flatMap(({ to, cc }) => [...to, ...cc]);
  return [
    ...stage.failures,
    ...said.filter((words) => bad.test(words)),
    ...[...mails, ...documents].filter((text) => text.includes(IDENTITY)).map((text) => `leaves: ${around(text)}`),
    ...mails.filter((text) => /[\n\r]/u.test(text) && state.outbox.some(({ subject }) => subject === text)),
    ...addresses.filter((address) => !known.test(address) || address.includes('..')),
  ];
}

function wordsIn(content: string): string[] {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => (name.endsWith('.xml') ? [strFromU8(part)] : []));
}

function around(text: string): string {
  const at = text.indexOf(IDENTITY);
  return text.slice(Math.max(0, at - 80), at + 40);
}

/** Service calls that reach Google since. */
export function callsSince(stage: Stage, from: number): number {
  return stage.host
    .state()
    .log.slice(from)
    .filter(({ remote }) => remote).length;
}

export const saysOf = (outcome: Parameters<typeof alertsOf>[0]): string => alertsOf(outcome).join('\n');
export { CHAIRMAN };
