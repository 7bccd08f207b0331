// A hostile editor: cells of every type, length and spelling in every cell a unit may edit, in «Cấu hình» and in «Đơn vị»; and the laws
// every use case keeps all the same.

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Cell } from '../../src/core/cell.ts';
import { ENTRY_COLUMNS } from '../../src/core/entry-block.ts';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import type { TabKey } from '../../src/sheet/tab-ids.ts';
import { CHAIRMAN, INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { cellUpTo, PERSONAL_NUMBERS } from '../hostile.ts';
import { alertsOf, look } from './played.ts';

type Value = GoogleAppsScript.Sheets.Schema.ExtendedValue;

/** @param longest characters of the longest texts */
export function hostileValue(longest: number): fc.Arbitrary<Value> {
  const formula = fc.constantFrom('=B2', '=1+1', '=1/0', '=TODAY()', '=""');
  return fc.oneof(
    { weight: 6, arbitrary: cellUpTo(longest).map(enteredOf) },
    { weight: 1, arbitrary: formula.map((formulaValue) => ({ formulaValue })) },
  );
}

/** The host emulates no criterion of more digits than fifteen. */
function toldNumber(number: number): number {
  const most = 999_999_999_999;
  return Math.round(Math.min(most, Math.max(-most, number)) * 1000) / 1000;
}

function enteredOf(cell: Cell): Value {
  if (typeof cell === 'string') return { stringValue: cell };
  if (typeof cell === 'number') return { numberValue: toldNumber(cell) };
  return cell === null ? {} : { boolValue: cell };
}

/** What the editor may write into, by tab and column; every row of it. */
const CELLS: { readonly [T in TabKey]?: readonly ColumnKey<T>[] } = {
  tasks: [...ENTRY_COLUMNS, 'extension', 'accountable', 'countsOverdue'],
  indicators: ['numerator', 'denominator', 'enteredOn', 'note'],
  units: [
    'aliases',
    'memberOf',
    'accounts',
    'emails',
    'head',
    'reminded',
    'askedFor',
    'askedAt',
    'reporting',
    'planSentOn',
  ],
  settings: ['value'],
  adHoc: ['tick', 'subject', 'basis', 'scope', 'until', 'dueAt', 'urgency', 'outcome'],
  controls: ['tick', 'askedBy', 'at', 'outcome'],
};
/** Of «Cấu hình» what makes the file another file, or another clock's: those are not to work on it. */
const IDENTITY_ROWS = ['fileId', 'scriptId', 'schema', 'firstPeriod', 'installingAccount'];
/** Every so many cells are left as they are, so that use cases have something to do. */
const LEFT = 3;

/** Writes values over the cells in turn, as a paste does: no rule of a cell stops it. */
export function spoil(stage: Stage, tabs: readonly TabKey[], values: readonly Value[]): void {
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
        const { numberValue, ...value } = values[(next * 7919) % values.length] ?? {};
        // Nor a fraction in a text, as formulas make of settings and of names.
        const told =
          numberValue !== undefined && ['settings', 'units'].includes(tab) ? Math.round(numberValue) : numberValue;
        const userEnteredValue = { ...value, ...(told !== undefined && { numberValue: told }) };
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
    ...[...mails, ...documents].flatMap((text) => personalIn(text).map((found) => `leaves: ${found}`)),
    ...mails.filter((text) => /[\n\r]/u.test(text) && state.outbox.some(({ subject }) => subject === text)),
    ...addresses.filter((address) => !known.test(address) || address.includes('..')),
  ];
}

function wordsIn(content: string): string[] {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => (name.endsWith('.xml') ? [strFromU8(part)] : []));
}

/** Numbers of persons, however written, with what stands around them. */
function personalIn(text: string): string[] {
  const digits = text
    .replace(/<[^>]*>/gu, '|')
    .normalize('NFKC')
    .replace(/[^\p{Nd}\p{L}•]/gu, '');
  return PERSONAL_NUMBERS.flatMap((number) => {
    const at = digits.indexOf(number);
    return at < 0 ? [] : [digits.slice(Math.max(0, at - 40), at + 20)];
  });
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
