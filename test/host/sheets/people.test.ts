// Roles of the file, who may be an editor of a protection, what each person is shown, and the same rights at the keyboard.
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { area, EDITOR, FILE, OTHER, OWNER, read, refusal, run, STRANGER, table, VIEWER, workbook } from './workbook.ts';

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const write = (row: number, column: number): SheetRequest => ({
  updateCells: {
    start: { rowIndex: row, columnIndex: column },
    rows: [{ values: [{ userEnteredValue: { numberValue: 1 } }] }],
    fields: 'userEnteredValue',
  },
});
const protect = (range: object, users?: string[], more: object = {}): SheetRequest => ({
  addProtectedRange: { protectedRange: { range, ...(users ? { editors: { users } } : {}), ...more } },
});

describe('roles', () => {
  test.each<[string, string, string, string]>([
    ['a stranger', STRANGER, 'Requested entity was not found.', 'Requested entity was not found.'],
    ['a viewer', VIEWER, 'accepted', 'The caller does not have permission'],
    ['an editor', EDITOR, 'accepted', 'accepted'],
  ])('%s', (_, user, reading, writing) => {
    const sheets = workbook();
    expect(refusal(() => sheets.get(FILE, {}, user))).toBe(reading);
    expect(refusal(() => run(sheets, [write(0, 0)], user))).toBe(writing);
  });

  test('a viewer cannot type either', () => {
    const sheets = workbook();
    expect(sheets.type(FILE, { sheetId: 0, row: 0, column: 0 }, 'a', VIEWER)).toMatchObject({ kind: 'refused' });
    expect(refusal(() => sheets.setValues(FILE, area(0, 1, 0, 1), [['a']], VIEWER))).toBe(
      'The caller does not have permission',
    );
  });
});

describe('protections and people', () => {
  test.each<[string, SheetRequest[], string, string]>([
    [
      'an editor adds one without himself',
      [protect(area(0, 1, 0, 1), [OWNER, OTHER])],
      EDITOR,
      "You can't remove yourself as an editor.",
    ],
    [
      'an editor adds one with nobody',
      [protect(area(0, 1, 0, 1), [])],
      EDITOR,
      "You can't remove yourself as an editor.",
    ],
    ['the owner need not be listed', [protect(area(0, 1, 0, 1), [OTHER])], OWNER, 'accepted'],
    ['an editor adds one without a list', [protect(area(0, 1, 0, 1))], EDITOR, 'accepted'],
    [
      'an editor leaves by an update',
      [
        protect(area(0, 1, 0, 1), [OWNER, EDITOR], { protectedRangeId: 5 }),
        {
          updateProtectedRange: {
            protectedRange: { protectedRangeId: 5, editors: { users: [OWNER] } },
            fields: 'editors',
          },
        },
      ],
      EDITOR,
      "You can't remove yourself as an editor.",
    ],
  ])('%s', (_, requests, user, message) => {
    expect(refusal(() => run(workbook(), requests, user))).toMatch(new RegExp(`${message}$`, 'u'));
  });

  test('an unshared address may be let through by a setting', () => {
    const lenient = workbook([], { refuseUnsharedEditors: false });
    expect(refusal(() => run(lenient, [protect(area(0, 1, 0, 1), [OWNER, STRANGER])]))).toBe('accepted');
  });

  test('editors are shown to those who may edit, requestingUserCanEdit to all', () => {
    const sheets = workbook();
    run(sheets, [protect(area(0, 1, 0, 1), [OWNER, EDITOR]), protect(area(1, 2, 0, 1))]);
    const seen = (user: string) =>
      read(sheets, user).sheets?.[0]?.protectedRanges?.map((one) => [one.requestingUserCanEdit, one.editors?.users]);
    const everybody = [OWNER, EDITOR, OTHER];
    expect(seen(OWNER)).toEqual([
      [true, [OWNER, EDITOR]],
      [true, everybody],
    ]);
    expect(seen(EDITOR)).toEqual([
      [true, [OWNER, EDITOR]],
      [true, everybody],
    ]);
    expect(seen(OTHER)).toEqual([
      [false, undefined],
      [true, everybody],
    ]);
    expect(seen(VIEWER)).toEqual([
      [false, undefined],
      [false, undefined],
    ]);
  });

  test('typing, pasting, clearing and setValues meet the same protection', () => {
    const sheets = workbook([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    run(sheets, [protect(area(1, 2, 1, 2), [OWNER])]);
    const refused = { kind: 'refused', reason: 'protected', message: PROTECTED };
    const cell = { sheetId: 0, row: 1, column: 1 };
    expect(sheets.type(FILE, cell, 'x', EDITOR)).toEqual(refused);
    expect(sheets.paste(FILE, { ...cell, row: 0 }, [['x'], ['y']], EDITOR)).toEqual(refused);
    expect(sheets.clear(FILE, area(0, 2, 0, 2), EDITOR)).toEqual(refused);
    expect(
      refusal(() =>
        sheets.setValues(
          FILE,
          area(0, 2, 0, 2),
          [
            [1, 2],
            [3, 4],
          ],
          EDITOR,
        ),
      ),
    ).toBe(PROTECTED);
    expect(table(sheets)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(sheets.type(FILE, cell, 'x', OWNER)).toMatchObject({ kind: 'accepted', value: 'x', oldValue: 'd' });
  });
});
