// Protected ranges and sheets by user: which requests they refuse to whom.
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { area, EDITOR, OTHER, OWNER, refusal, run, workbook } from './workbook.ts';

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
const rename: SheetRequest = { updateSheetProperties: { properties: { title: 'Khác' }, fields: 'title' } };
const rows = (startIndex: number, endIndex: number) => ({ dimension: 'ROWS', startIndex, endIndex });

describe('protected ranges', () => {
  const sheetProtection = protect({ sheetId: 0 }, [OWNER], { unprotectedRanges: [area(1, 5, 2, 4), area(5, 6, 2, 4)] });
  const row2 = protect(area(1, 2, 2, 4), [OWNER, EDITOR]);

  test.each<[string, SheetRequest[], SheetRequest, string, boolean]>([
    ['a cell of a range kept for others', [protect(area(0, 2, 0, 2), [OWNER, OTHER])], write(1, 1), EDITOR, false],
    ['the same cell by a listed editor', [protect(area(0, 2, 0, 2), [OWNER, OTHER])], write(1, 1), OTHER, true],
    ['the same cell by the owner', [protect(area(0, 2, 0, 2), [OTHER, OWNER])], write(1, 1), OWNER, true],
    ['an address in other letter case', [protect(area(0, 2, 0, 2), ['DonVi@Example.vn'])], write(1, 1), EDITOR, true],
    ['a cell beside the range', [protect(area(0, 2, 0, 2), [OWNER])], write(2, 1), EDITOR, true],
    ['a range without editors is open', [protect(area(0, 2, 0, 2))], write(1, 1), EDITOR, true],
    [
      'a warning stops nobody',
      [protect(area(0, 2, 0, 2), undefined, { warningOnly: true })],
      write(1, 1),
      EDITOR,
      true,
    ],
    [
      'two ranges, one refuses',
      [protect(area(0, 2, 0, 2), [OWNER, EDITOR]), protect(area(1, 3, 0, 2), [OWNER])],
      write(1, 1),
      EDITOR,
      false,
    ],
    ['a protected sheet', [sheetProtection], write(0, 0), EDITOR, false],
    ['its exception', [sheetProtection], write(1, 2), EDITOR, true],
    [
      'an exception of two parts',
      [sheetProtection],
      { repeatCell: { range: area(4, 6, 2, 4), cell: {}, fields: 'note' } },
      EDITOR,
      true,
    ],
    [
      'half in an exception',
      [sheetProtection],
      { repeatCell: { range: area(4, 6, 1, 3), cell: {}, fields: 'note' } },
      EDITOR,
      false,
    ],
    ['an exception kept for one unit: it', [sheetProtection, row2], write(1, 2), EDITOR, true],
    ['an exception kept for one unit: another', [sheetProtection, row2], write(1, 2), OTHER, false],
    [
      'inserting rows on a protected sheet',
      [sheetProtection],
      { insertDimension: { range: rows(2, 3) } },
      EDITOR,
      false,
    ],
    [
      'deleting rows on a protected sheet',
      [sheetProtection],
      { deleteDimension: { range: rows(2, 3) } },
      EDITOR,
      false,
    ],
    [
      'dragging rows on a protected sheet',
      [sheetProtection],
      { moveDimension: { source: rows(2, 3), destinationIndex: 5 } },
      EDITOR,
      false,
    ],
    [
      'deleting a protected row',
      [protect(area(2, 3, 0, 1), [OWNER])],
      { deleteDimension: { range: rows(2, 3) } },
      EDITOR,
      false,
    ],
    [
      'deleting a row beside it',
      [protect(area(2, 3, 0, 1), [OWNER])],
      { deleteDimension: { range: rows(3, 4) } },
      EDITOR,
      true,
    ],
    [
      'opening a gap in a protected range',
      [protect(area(2, 4, 0, 1), [OWNER])],
      { insertDimension: { range: rows(3, 4) } },
      EDITOR,
      false,
    ],
    [
      'a row right below it',
      [protect(area(2, 4, 0, 1), [OWNER])],
      { insertDimension: { range: rows(4, 5) } },
      EDITOR,
      true,
    ],
    ['a row above it', [protect(area(2, 4, 0, 1), [OWNER])], { insertDimension: { range: rows(2, 3) } }, EDITOR, true],
    ['renaming a protected sheet', [sheetProtection], rename, EDITOR, false],
    ['renaming a sheet with a protected range', [row2], rename, EDITOR, true],
    [
      'sorting over a protected row',
      [protect(area(2, 3, 0, 1), [OWNER])],
      { sortRange: { range: area(0, 5, 0, 2), sortSpecs: [{}] } },
      EDITOR,
      false,
    ],
    ['validation of a protected cell', [row2], { setDataValidation: { range: area(1, 2, 2, 3) } }, OTHER, false],
    [
      'pasting over a protected cell',
      [row2],
      { copyPaste: { source: area(5, 6, 2, 3), destination: area(1, 2, 2, 3) } },
      OTHER,
      false,
    ],
    [
      'copying a protected cell',
      [row2],
      { copyPaste: { source: area(1, 2, 2, 3), destination: area(5, 6, 2, 3) } },
      OTHER,
      true,
    ],
    [
      'a colour over a protected cell',
      [row2],
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [area(0, 5, 2, 3)],
            booleanRule: { condition: { type: 'BLANK' }, format: { textFormat: { bold: true } } },
          },
        },
      },
      OTHER,
      false,
    ],
    [
      'a filter view of one’s own',
      [sheetProtection],
      { addFilterView: { filter: { title: 'V', range: area(0, 5, 0, 3) } } },
      EDITOR,
      true,
    ],
    ['a new tab', [sheetProtection], { addSheet: {} }, EDITOR, true],
    [
      'a duplicate of another’s range: deleting it',
      [protect(area(0, 1, 0, 1), [OWNER], { protectedRangeId: 5 })],
      { deleteProtectedRange: { protectedRangeId: 5 } },
      EDITOR,
      false,
    ],
    [
      'deleting a protection one may edit',
      [protect(area(0, 1, 0, 1), [OWNER, EDITOR], { protectedRangeId: 5 })],
      { deleteProtectedRange: { protectedRangeId: 5 } },
      EDITOR,
      true,
    ],
  ])('%s', (_, setup, request, user, accepted) => {
    const sheets = workbook([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    run(sheets, setup);
    const before = JSON.stringify(sheets.files);
    const kind = Object.keys(request)[0];
    expect(refusal(() => run(sheets, [request], user))).toBe(
      accepted ? 'accepted' : `Invalid requests[0].${kind}: ${PROTECTED}`,
    );
    if (!accepted) expect(JSON.stringify(sheets.files)).toBe(before);
  });

  test('a protection backed by a named range covers what the name covers', () => {
    const sheets = workbook();
    run(sheets, [
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Chot', range: area(0, 1, 0, 1) } } },
      { addProtectedRange: { protectedRange: { namedRangeId: 'n', editors: { users: [OWNER] } } } },
      { updateNamedRange: { namedRange: { namedRangeId: 'n', range: area(3, 4, 0, 1) }, fields: 'range' } },
    ]);
    expect(refusal(() => run(sheets, [write(0, 0)], EDITOR))).toBe('accepted');
    expect(refusal(() => run(sheets, [write(3, 0)], EDITOR))).toContain(PROTECTED);
    const move = { updateNamedRange: { namedRange: { namedRangeId: 'n', range: area(0, 1, 0, 1) }, fields: 'range' } };
    expect(refusal(() => run(sheets, [move], EDITOR))).toContain(PROTECTED);
  });
});
