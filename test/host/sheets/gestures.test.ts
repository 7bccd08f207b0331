// Typing, pasting, clearing and setValues: parsed as typed, held to strict validation, one event each; and TODAY() that stands
// still until something changes.
import { describe, expect, test } from 'vitest';
import { area, Clock, EDITOR, FILE, OWNER, read, refusal, run, table, workbook } from './workbook.ts';

const DEFAULT = 'The data you entered in cell B2 violates the data validation rules set on this cell.';
const at = { sheetId: 0, row: 1, column: 1 };

const values = (...texts: string[]) => texts.map((userEnteredValue) => ({ userEnteredValue }));
const condition = (type: string, ...texts: string[]) =>
  texts.length > 0 ? { type, values: values(...texts) } : { type };

describe('strict validation', () => {
  const setup = (rule: object, format?: object) => {
    const sheets = workbook([['Chưa thực hiện', 'Kỳ 05/2024', 5], ['x']]);
    run(sheets, [
      { setDataValidation: { range: area(1, 2, 1, 2), rule: { strict: true, ...rule } } },
      ...(format
        ? [
            {
              repeatCell: { range: area(1, 2, 1, 2), cell: { userEnteredFormat: format }, fields: 'userEnteredFormat' },
            },
          ]
        : []),
    ]);
    return sheets;
  };
  const list = condition('ONE_OF_LIST', 'Chưa thực hiện', 'Hoàn thành', '5');
  const percent = { numberFormat: { type: 'PERCENT', pattern: '0%' } };
  test.each<[object, string, boolean, object?]>([
    [list, 'Hoàn thành', true],
    [list, '5', true],
    [list, 'hoàn thành', false],
    [list, 'Xong', false],
    [list, '', true],
    [condition('ONE_OF_RANGE', "='Nhiệm vụ'!$A$1:$C$1"), 'Kỳ 05/2024', true],
    [condition('ONE_OF_RANGE', '=$A$1:$C$1'), '5', true],
    [condition('ONE_OF_RANGE', '=$A$1:$C$1'), '6', false],
    [condition('BOOLEAN'), 'TRUE', true],
    [condition('BOOLEAN'), 'x', false],
    [condition('BOOLEAN', 'Có', 'Không'), 'Có', true],
    [condition('BOOLEAN', 'Có', 'Không'), 'TRUE', false],
    [condition('DATE_IS_VALID'), '15/5/2024', true],
    [condition('DATE_IS_VALID'), 'giữa tháng', false],
    [condition('DATE_IS_VALID'), '31/2/2024', false],
    [condition('DATE_AFTER', '1/1/2024'), '1/1/2024', false],
    [condition('DATE_AFTER', '1/1/2024'), '2/1/2024 08:00', true],
    [condition('DATE_ON_OR_BEFORE', '1/1/2024'), '1/1/2024 08:00', true],
    [condition('DATE_BETWEEN', '1/1/2024', '31/12/2024'), '31/12/2024', true],
    [condition('DATE_BETWEEN', '1/1/2024', '31/12/2024'), '1/1/2025', false],
    [condition('NUMBER_BETWEEN', '0', '1'), '75%', true],
    [condition('NUMBER_BETWEEN', '0', '1'), '130%', false],
    [condition('NUMBER_BETWEEN', '0', '1'), '75', true, percent],
    [condition('NUMBER_BETWEEN', '0', '1'), '130', false, percent],
    [condition('NUMBER_BETWEEN', '0', '0,5'), '0,6', false],
    [condition('NUMBER_GREATER', '3'), 'nhiều', false],
    [condition('NUMBER_NOT_BETWEEN', '1', '2'), '3', true],
    [condition('TEXT_CONTAINS', 'kỳ'), 'Kỳ 05', true],
    [condition('TEXT_NOT_CONTAINS', 'kỳ'), 'Kỳ 05', false],
    [condition('TEXT_EQ', 'a'), 'b', false],
    [condition('TEXT_IS_EMAIL'), 'a@example.vn', true],
    [condition('TEXT_IS_EMAIL'), 'a@b', false],
    [condition('TEXT_IS_URL'), 'https://example.vn/a', true],
    [condition('TEXT_IS_URL'), 'không có', false],
    [condition('NUMBER_LESS', '9'), '=5', true],
    [condition('NUMBER_LESS', '3'), '=5', false],
  ])('%j, typed «%s»: %s', (rule, text, accepted, format) => {
    const sheets = setup({ condition: rule }, format);
    const before = JSON.stringify(sheets.files);
    const typed = sheets.type(FILE, at, text, EDITOR);
    expect(typed.kind).toBe(accepted ? 'accepted' : 'refused');
    if (typed.kind === 'refused') {
      expect(typed).toMatchObject({ reason: 'validation', message: DEFAULT });
      expect(JSON.stringify(read(sheets))).toBe(JSON.stringify(read(workbookOf(before))));
    }
  });

  const workbookOf = (files: string) => {
    const sheets = workbook();
    Object.assign(sheets.files, JSON.parse(files));
    return sheets;
  };

  test('the rule’s own words for a person, Google’s for a script; a lenient rule lets all in', () => {
    const strict = setup({ condition: list, inputMessage: 'Chọn trong danh sách.' });
    expect(strict.type(FILE, at, 'Xong', OWNER)).toMatchObject({ message: 'Chọn trong danh sách.' });
    expect(refusal(() => strict.setValues(FILE, area(1, 2, 0, 2), [['a', 'Xong']], OWNER))).toBe(DEFAULT);
    expect(table(strict)[1]).toEqual(['x']);
    const lenient = setup({ condition: list, strict: false });
    expect(lenient.type(FILE, at, 'Xong', OWNER).kind).toBe('accepted');
  });

  test('a plain paste is held to it wholly; one with formats wipes it', () => {
    const sheets = setup({ condition: list }, { numberFormat: { type: 'TEXT' } });
    expect(sheets.paste(FILE, { ...at, column: 0 }, [['a', 'Xong']], EDITOR)).toMatchObject({ reason: 'validation' });
    expect(table(sheets)[1]).toEqual(['x']);
    expect(sheets.paste(FILE, at, [['0380']], EDITOR, { withFormat: true })).toEqual({
      kind: 'accepted',
      range: { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 },
    });
    expect(read(sheets).sheets?.[0]?.data?.[0]?.rowData?.[1]?.values?.[1]).toMatchObject({
      userEnteredValue: { numberValue: 380 },
    });
    expect(JSON.stringify(read(sheets))).not.toContain('dataValidation');
  });
});

describe('what a gesture leaves', () => {
  test('a date typed into an automatic cell takes a date format, in a formatted one it keeps its own', () => {
    const sheets = workbook();
    const format = { numberFormat: { type: 'DATE', pattern: 'd/m' } };
    run(sheets, [
      { repeatCell: { range: area(0, 1, 1, 2), cell: { userEnteredFormat: format }, fields: 'userEnteredFormat' } },
    ]);
    sheets.type(FILE, { sheetId: 0, row: 0, column: 0 }, '15/5', EDITOR);
    sheets.type(FILE, { sheetId: 0, row: 0, column: 1 }, '15/5', EDITOR);
    const cells = read(sheets).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values;
    expect(cells?.[0]).toMatchObject({
      userEnteredValue: { numberValue: 45_427 },
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
    });
    expect(cells?.[1]).toMatchObject({ userEnteredValue: { numberValue: 45_427 }, userEnteredFormat: format });
  });

  test('one cell tells its value and the old one; emptying it tells the old one only', () => {
    const sheets = workbook([['a']]);
    const cell = { sheetId: 0, row: 0, column: 0 };
    expect(sheets.type(FILE, cell, '75%', EDITOR)).toMatchObject({ value: '0.75', oldValue: 'a' });
    expect(sheets.type(FILE, cell, '', EDITOR)).toEqual({
      kind: 'accepted',
      range: { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
      oldValue: '0.75',
    });
    expect(sheets.type(FILE, cell, '=7', EDITOR)).not.toHaveProperty('value');
    expect(sheets.clear(FILE, area(0, 1, 0, 1), EDITOR)).toMatchObject({ oldValue: '7' });
    expect(table(sheets)).toEqual([]);
  });

  test('a paste grows the grid, Delete keeps formats and validation', () => {
    const sheets = workbook([['a']]);
    sheets.paste(FILE, { sheetId: 0, row: 9, column: 5 }, [['1', 'x'], ['2']], EDITOR);
    expect(read(sheets).sheets?.[0]?.properties?.gridProperties).toMatchObject({ rowCount: 11, columnCount: 7 });
    const rule = { condition: { type: 'BOOLEAN' } };
    run(sheets, [{ setDataValidation: { range: area(0, 1, 0, 1), rule } }]);
    sheets.clear(FILE, area(0, 11, 0, 7), EDITOR);
    expect(table(sheets)).toEqual([]);
    expect(JSON.stringify(read(sheets))).toContain('"BOOLEAN"');
  });

  test('setValues takes numbers, texts as typed, booleans and blanks, and checks the shape', () => {
    const sheets = workbook([['a', 'b', 'c', 'd']]);
    sheets.setValues(
      FILE,
      area(0, 2, 0, 2),
      [
        [1.5, '15/5'],
        [true, ''],
      ],
      EDITOR,
    );
    expect(table(sheets)).toEqual([[1.5, 45_427, 'c', 'd'], [true]]);
    expect(refusal(() => sheets.setValues(FILE, area(0, 2, 0, 2), [[1, 2]], EDITOR))).toContain(
      'The data has 1 but the range has 2.',
    );
    expect(refusal(() => sheets.setValues(FILE, area(0, 1, 0, 2), [[1]], EDITOR))).toContain(
      'The number of columns in the data',
    );
  });

  test('a too long or broken text is refused and leaves the cell', () => {
    const sheets = workbook([['a']]);
    const cell = { sheetId: 0, row: 0, column: 0 };
    expect(sheets.type(FILE, cell, 'x'.repeat(60_000), EDITOR)).toMatchObject({
      kind: 'refused',
      reason: 'validation',
    });
    expect(sheets.type(FILE, cell, '=SUM(', EDITOR)).toMatchObject({
      kind: 'refused',
      message: 'Formula parse error.',
    });
    expect(refusal(() => sheets.setValues(FILE, area(0, 1, 0, 1), [['x'.repeat(60_000)]], EDITOR))).toContain(
      '50000 characters',
    );
    expect(table(sheets)).toEqual([['a']]);
  });
});

describe('TODAY()', () => {
  const shown = (sheets: ReturnType<typeof workbook>) =>
    read(sheets).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.effectiveValue?.numberValue;

  test('is stale until something changes or the hour comes', () => {
    const clock = new Clock();
    const sheets = workbook([['=TODAY()']], {}, clock);
    expect(shown(sheets)).toBe(45_422);
    clock.time += 86_400_000;
    expect(shown(sheets)).toBe(45_422);
    sheets.recalculate(FILE);
    expect(shown(sheets)).toBe(45_423);
    clock.time += 86_400_000;
    sheets.type(FILE, { sheetId: 0, row: 1, column: 0 }, 'a', EDITOR);
    expect(shown(sheets)).toBe(45_424);
  });

  test('a saved and restored file remembers its day; a copied one too', () => {
    const clock = new Clock();
    const sheets = workbook([['=TODAY()']], {}, clock);
    read(sheets);
    clock.time += 86_400_000;
    const again = workbook([], { files: {} }, clock);
    Object.assign(again.files, JSON.parse(JSON.stringify(sheets.files)));
    expect(shown(again)).toBe(45_422);
  });
});
