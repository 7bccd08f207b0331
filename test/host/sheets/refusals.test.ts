// What batchUpdate refuses, in Google's words, and that nothing of a refused batch stays.
import { describe, expect, test } from 'vitest';
import type { SheetRequest } from '../../../src/host/contract.ts';
import { area, EDITOR, FILE, OWNER, refusal, rowsOf, run, workbook } from './workbook.ts';

describe('refusals', () => {
  const sheets = workbook([['a']]);
  run(sheets, [
    { addSheet: { properties: { sheetId: 7, title: 'Đơn vị' } } },
    { addNamedRange: { namedRange: { namedRangeId: '2024-05|1', name: 'Chot', range: area(0, 1, 0, 1) } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: area(0, 1, 0, 1) } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 6, range: { sheetId: 7 } } } },
    { addFilterView: { filter: { filterViewId: 3, title: 'V', range: area(0, 5, 0, 3) } } },
    { mergeCells: { range: area(5, 7, 0, 2) } },
  ]);
  const value = (text: string) => ({
    updateCells: {
      start: {},
      rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
      fields: 'userEnteredValue',
    },
  });
  const rule = (condition: object) => ({ setDataValidation: { range: area(0, 1, 0, 1), rule: { condition } } });
  const any = (request: unknown) => request as SheetRequest;

  test.each<[string, SheetRequest]>([
    [
      'addSheet: A sheet with the name "đơn VỊ" already exists. Please enter another name.',
      { addSheet: { properties: { title: 'đơn VỊ' } } },
    ],
    ['addSheet: Sheet with id 7 already exists.', { addSheet: { properties: { sheetId: 7 } } }],
    ['updateCells: No grid with id: 9', { updateCells: { start: { sheetId: 9 }, rows: rowsOf([1]), fields: '*' } }],
    [
      "updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
      { updateCells: { start: {}, rows: rowsOf([1]) } },
    ],
    [
      'updateCells: Invalid field: userEnteredValu',
      { updateCells: { start: {}, rows: rowsOf([1]), fields: 'userEnteredValu' } },
    ],
    [
      'updateCells: GridCoordinate.rowIndex[10] is after last row in grid[9]',
      { updateCells: { start: { rowIndex: 10 }, rows: rowsOf([1]), fields: '*' } },
    ],
    [
      'updateCells: Attempting to write row: 1, beyond the last requested row of: 0',
      { updateCells: { range: area(0, 1, 0, 1), rows: rowsOf([1], [2]), fields: '*' } },
    ],
    [
      'updateCells: Attempting to write column: 6, beyond the last requested column of: 5',
      { updateCells: { start: { columnIndex: 5 }, rows: rowsOf([1, 2]), fields: '*' } },
    ],
    [
      "repeatCell: Range ('Nhiệm vụ'!A1:A11) exceeds grid limits. Max rows: 10, max columns: 6",
      { repeatCell: { range: area(0, 11, 0, 1), cell: {}, fields: 'note' } },
    ],
    [
      'updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
      value('x'.repeat(50_001)),
    ],
    [
      'updateCells: Formula parse error.',
      { updateCells: { start: {}, rows: rowsOf(['=SUM(']), fields: 'userEnteredValue' } },
    ],
    [
      'addNamedRange: Named range with id 2024-05|1 already exists.',
      { addNamedRange: { namedRange: { namedRangeId: '2024-05|1', name: 'Khac', range: area(0, 1, 0, 1) } } },
    ],
    [
      'addNamedRange: Cannot add named range with name CHOT, a named range with that name already exists.',
      { addNamedRange: { namedRange: { name: 'CHOT', range: area(0, 1, 0, 1) } } },
    ],
    [
      'addNamedRange: Invalid named range name: A1',
      { addNamedRange: { namedRange: { name: 'A1', range: area(0, 1, 0, 1) } } },
    ],
    ['deleteNamedRange: No named range with id: x', { deleteNamedRange: { namedRangeId: 'x' } }],
    [
      'addProtectedRange: Protected range with id 5 already exists.',
      { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: area(0, 1, 0, 1) } } },
    ],
    [
      'addProtectedRange: Sheet "Đơn vị" already has sheet protection.',
      { addProtectedRange: { protectedRange: { range: { sheetId: 7 } } } },
    ],
    [
      'addProtectedRange: ProtectedRange is warningOnly. Editors cannot be set on it.',
      {
        addProtectedRange: {
          protectedRange: { range: area(2, 3, 0, 1), warningOnly: true, editors: { users: [OWNER] } },
        },
      },
    ],
    [
      'addProtectedRange: The account la@example.vn cannot be an editor: the file is not shared with it.',
      { addProtectedRange: { protectedRange: { range: area(2, 3, 0, 1), editors: { users: ['la@example.vn'] } } } },
    ],
    [
      'addProtectedRange: unprotectedRanges are only supported on protected sheets.',
      { addProtectedRange: { protectedRange: { range: area(2, 3, 0, 1), unprotectedRanges: [area(2, 3, 0, 1)] } } },
    ],
    ['deleteProtectedRange: No protected range with id: 8', { deleteProtectedRange: { protectedRangeId: 8 } }],
    [
      'addFilterView: Filter view with id 3 already exists.',
      { addFilterView: { filter: { filterViewId: 3, title: 'W', range: area(0, 5, 0, 3) } } },
    ],
    [
      "deleteDimension: You can't delete all the rows on the sheet.",
      { deleteDimension: { range: { dimension: 'ROWS' } } },
    ],
    [
      "deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 10 but there are only 10 rows.",
      { deleteDimension: { range: { dimension: 'ROWS', startIndex: 9, endIndex: 11 } } },
    ],
    [
      'insertDimension: range.startIndex[11] must be at most the number of rows[10]',
      { insertDimension: { range: { dimension: 'ROWS', startIndex: 11, endIndex: 12 } } },
    ],
    [
      'appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      { appendDimension: { dimension: 'ROWS', length: 2_000_000 } },
    ],
    [
      'mergeCells: You must select all cells in a merged range to merge or unmerge them.',
      { mergeCells: { range: area(6, 8, 0, 2) } },
    ],
    [
      "sortRange: You can't sort a range with vertical merges.",
      { sortRange: { range: area(4, 8, 0, 2), sortSpecs: [{}] } },
    ],
    ["setDataValidation: ConditionType 'NOT_BLANK' is not supported in data validation.", rule({ type: 'NOT_BLANK' })],
    [
      "setDataValidation: BooleanCondition of type 'NUMBER_BETWEEN' needs exactly 2 values, got 1.",
      rule({ type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '0' }] }),
    ],
    [
      'setDataValidation: Relative dates are not supported in data validation.',
      rule({ type: 'DATE_AFTER', values: [{ relativeDate: 'TODAY' }] }),
    ],
    [
      'addConditionalFormatRule: Conditional format rule cannot reference a different sheet.',
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [area(0, 1, 0, 1)],
            booleanRule: {
              condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: "='Đơn vị'!A1=1" }] },
              format: { textFormat: { bold: true } },
            },
          },
        },
      },
    ],
    ['deleteConditionalFormatRule: No conditional format on sheet at index: 0', { deleteConditionalFormatRule: {} }],
    [
      'addChart: GridCoordinate.rowIndex[10] is after last row in grid[9]',
      {
        addChart: {
          chart: {
            spec: { basicChart: { series: [{ series: {} }] } },
            position: { overlayPosition: { anchorCell: { rowIndex: 10 } } },
          },
        },
      },
    ],
    [
      'updateSpreadsheetProperties: Unsupported locale: vi',
      { updateSpreadsheetProperties: { properties: { locale: 'vi' }, fields: 'locale' } },
    ],
  ])('Invalid requests[1].%s', (message, request) => {
    const before = JSON.stringify(sheets.files);
    expect(refusal(() => run(sheets, [{ addSheet: { properties: { title: 'Thử' } } }, request]))).toBe(
      `Invalid requests[1].${message}`,
    );
    expect(JSON.stringify(sheets.files)).toBe(before);
  });

  test.each<[string, unknown]>([
    [
      `Invalid JSON payload received. Unknown name "frobnicate" at 'requests[0]': Cannot find field.`,
      { frobnicate: {} },
    ],
    [
      `Invalid JSON payload received. Unknown name "rowz" at 'requests[0].update_cells': Cannot find field.`,
      { updateCells: { rowz: [] } },
    ],
    [
      `Invalid value at 'requests[0].repeat_cell.range.start_row_index' (TYPE_INT32), "một"`,
      { repeatCell: { range: { startRowIndex: 'một' } } },
    ],
    [`Invalid value at 'requests[0].merge_cells.merge_type' (TYPE_ENUM), "ALL"`, { mergeCells: { mergeType: 'ALL' } }],
    [
      `Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value' (oneof), oneof field 'stringValue' is already set. Cannot set 'numberValue'`,
      { updateCells: { rows: [{ values: [{ userEnteredValue: { stringValue: 'a', numberValue: 1 } }] }] } },
    ],
    ['Invalid requests[0]: No request set.', {}],
  ])('%s', (message, request) => expect(refusal(() => run(sheets, [any(request)]))).toBe(message));

  test('an empty batch, an unknown file, the last tab, what the host lacks', () => {
    expect(refusal(() => run(sheets, []))).toBe('Must specify at least one request.');
    expect(refusal(() => sheets.batchUpdate('khác', { requests: [] }, OWNER))).toBe('Requested entity was not found.');
    const single = workbook();
    expect(refusal(() => run(single, [{ deleteSheet: {} }]))).toBe(
      "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
    );
    expect(() => run(sheets, [any({ addTable: {} })])).toThrow(/not emulated/u);
  });

  test('all frozen, all hidden', () => {
    const single = workbook();
    const freeze = {
      updateSheetProperties: {
        properties: { gridProperties: { frozenRowCount: 2 } },
        fields: 'gridProperties.frozenRowCount',
      },
    };
    const rest = { deleteDimension: { range: { dimension: 'ROWS', startIndex: 2, endIndex: 10 } } };
    expect(refusal(() => run(single, [freeze, rest]))).toBe(
      'Invalid requests[1].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.',
    );
    const hide = { updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } };
    expect(refusal(() => run(single, [hide]))).toContain("You can't hide all the sheets");
  });

  test('the reply has one entry a request, and the spreadsheet where asked', () => {
    const fresh = workbook();
    const response = fresh.batchUpdate(
      FILE,
      {
        requests: [value('a'), { addSheet: { properties: { title: 'Mới' } } }],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ["'Nhiệm vụ'!A1"],
      },
      EDITOR,
    );
    expect(response.replies?.map((reply) => Object.keys(reply))).toEqual([[], ['addSheet']]);
    expect(response.updatedSpreadsheet?.sheets).toHaveLength(1);
    expect(response.updatedSpreadsheet?.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.effectiveValue).toEqual({
      stringValue: 'a',
    });
    const before = JSON.stringify(fresh.files);
    const body = { requests: [value('b')], includeSpreadsheetInResponse: true, responseRanges: ['Không có!A1'] };
    expect(refusal(() => fresh.batchUpdate(FILE, body, OWNER))).toBe('Unable to parse range: Không có!A1');
    expect(JSON.stringify(fresh.files)).toBe(before);
  });
});
