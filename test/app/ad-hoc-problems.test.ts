// What a line of «Đột xuất» cannot be asked with, each in words at the place; what is read of it.
import { expect, test } from 'vitest';
import { problemsOf, typedIn } from '../../src/app/ad-hoc/ad-hoc-problems.ts';
import type { RawCell } from '../../src/sheet/reading/snapshot.ts';

/** 20/05/2024. */
const NOW = 45_432;
const LINK = 'https://drive.google.com/file/d/1abcdefghij/view';
const said = (stringValue: string): RawCell => ({ userEnteredValue: { stringValue } });
const number = (numberValue: number): RawCell => ({ userEnteredValue: { numberValue } });
const formula: RawCell = { userEnteredValue: { formulaValue: '=B2' }, effectiveValue: { stringValue: 'của ô khác' } };
const chip = (chip: object): RawCell => ({ ...said('@'), chipRuns: [{ chip }] }) as RawCell;

const LINE: Readonly<Record<string, RawCell>> = { subject: said('số hóa hồ sơ'), until: number(NOW + 2) };
const SCOPE = { codes: ['II.05'], unread: [], idle: [] };

function problems(changed: Readonly<Record<string, RawCell>>, asked = false): string[] {
  const cell = (column: string): RawCell => ({ ...LINE, ...changed })[column] ?? {};
  const until = typedIn(cell('until'));
  const detail = { to: typeof until === 'number' ? until : NOW };
  return problemsOf(cell, SCOPE, detail as Parameters<typeof problemsOf>[2], { asked, now: NOW });
}

test('a sound line has none', () =>
  expect(problems({ dueAt: number(NOW + 3), basis: said('CV 12/UBND') })).toEqual([]));

test.each<[string, Readonly<Record<string, RawCell>>, string]>([
  ['a formula', { basis: formula }, 'Căn cứ: có công thức'],
  ['a formula for a word of a list', { urgency: formula }, 'Mức khẩn: có công thức'],
  ['a formula for a day', { dueAt: formula }, 'Hạn báo cáo cấp trên: có công thức'],
  [
    'a chip that leads nowhere',
    { basis: chip({ personProperties: { email: 'a@b.vn' } }) },
    'Căn cứ: có thẻ thông minh',
  ],
  ['20240515', { until: number(20_240_515) }, 'Hạn đơn vị trả lời cách nay hơn một năm'],
  ['1990', { dueAt: number(1990) }, 'Hạn báo cáo cấp trên cách nay hơn một năm'],
  ['a day in words', { dueAt: said('chiều mai') }, 'Hạn báo cáo cấp trên phải là ngày, giờ dạng 20/05/2024 16:00'],
  ['letters of an old font', { subject: said('§Ò nghÞ bæ sung') }, 'Nội dung: Chữ gõ bằng phông TCVN3'],
])('%s is named before anybody is asked', (_, changed, words) => {
  expect(problems(changed).join('\n')).toContain(words);
});

test.each([[undefined], [said('chiều mai')], [formula]])('nor is it closed without a day to answer by: %j', (until) =>
  expect(problems({ until: until ?? {} }, true)).toHaveLength(1),
);

test('what was asked is closed whatever its days look like by now', () =>
  expect(problems({ until: number(1990), dueAt: said('chiều mai') }, true)).toEqual([]));

test.each<[RawCell, unknown]>([
  [chip({ richLinkProperties: { uri: LINK } }), LINK],
  [formula, null],
  [said('số hóa hồ sơ'), 'số hóa hồ sơ'],
])('read as typed: %j', (cell, value) => expect(typedIn(cell)).toBe(value));
