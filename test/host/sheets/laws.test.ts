// Laws of the Sheets part, on generated workbooks and requests.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiError, type SheetRequest } from '../../../src/host/contract.ts';
import { project, readMask } from '../../../src/host/sheets/mask.ts';
import { cases } from '../../hunt.ts';
import { area, cellOf, FILE, OWNER, read, refusal, run, workbook } from './workbook.ts';

const ROWS = 10;
const COLUMNS = 6;

const content = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -9, max: 99 }),
  fc.constantFrom('a', 'B', 'Đã xong', '=A1', '=$B$2+A3', "=SUM('Nhiệm vụ'!A1:C4)", '=SUM(A:B)', '=COUNTA(A2:A)'),
);
const rows = fc.array(fc.array(content, { maxLength: COLUMNS }), { maxLength: ROWS });

/** A half open interval inside [0, size), not the whole of it. */
const span = (size: number) =>
  fc.tuple(fc.nat(size - 1), fc.integer({ min: 1, max: size - 1 })).map(([start, length]) => {
    const end = Math.min(size, start + length);
    return { start, end };
  });
const block = fc.tuple(span(ROWS), span(COLUMNS)).map(([r, c]) => area(r.start, r.end, c.start, c.end));

/** Requests that lay something on the tab; each may also be refused. */
const laid: fc.Arbitrary<SheetRequest> = fc.oneof(
  block.map((range): SheetRequest => ({ mergeCells: { range } })),
  block.map((range): SheetRequest => ({ addProtectedRange: { protectedRange: { range } } })),
  block.map((range): SheetRequest => ({ addNamedRange: { namedRange: { name: `N_${range.startRowIndex}`, range } } })),
  block.map((range): SheetRequest => ({ addFilterView: { filter: { title: 'v', range } } })),
  block.map(
    (range): SheetRequest => ({
      addConditionalFormatRule: {
        rule: {
          ranges: [range],
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$A2>1' }] },
            format: { backgroundColor: { red: 1 } },
          },
        },
      },
    }),
  ),
  fc.tuple(fc.constantFrom('ROWS', 'COLUMNS'), fc.nat(COLUMNS - 1)).map(
    ([dimension, startIndex]): SheetRequest => ({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'k',
          visibility: 'DOCUMENT',
          location: { dimensionRange: { dimension, startIndex, endIndex: startIndex + 1 } },
        },
      },
    }),
  ),
);

/** Requests of all sorts, many of them refused. */
const any: fc.Arbitrary<SheetRequest> = fc.oneof(
  laid,
  fc.tuple(fc.constantFrom('ROWS', 'COLUMNS'), span(COLUMNS)).map(
    ([dimension, { start, end }]): SheetRequest => ({
      deleteDimension: { range: { dimension, startIndex: start, endIndex: end } },
    }),
  ),
  fc.tuple(fc.constantFrom('ROWS', 'COLUMNS'), span(COLUMNS), fc.nat(COLUMNS)).map(
    ([dimension, { start, end }, destinationIndex]): SheetRequest => ({
      moveDimension: { source: { dimension, startIndex: start, endIndex: end }, destinationIndex },
    }),
  ),
  fc
    .tuple(block, content)
    .map(
      ([range, value]): SheetRequest => ({ repeatCell: { range, cell: cellOf(value), fields: 'userEnteredValue' } }),
    ),
  fc.tuple(block, fc.nat(ROWS), fc.nat(COLUMNS)).map(
    ([source, rowIndex, columnIndex]): SheetRequest => ({
      cutPaste: { source, destination: { rowIndex, columnIndex } },
    }),
  ),
  fc.tuple(block, block).map(([source, destination]): SheetRequest => ({ copyPaste: { source, destination } })),
  block.map(
    (range): SheetRequest => ({ sortRange: { range, sortSpecs: [{ dimensionIndex: range.startColumnIndex }] } }),
  ),
);

function laidOut(values: unknown[][], requests: readonly SheetRequest[]) {
  const sheets = workbook(values);
  for (const request of requests) refusal(() => run(sheets, [request]));
  return sheets;
}

test('a batch of which one request fails leaves the state identical', () => {
  fc.assert(
    fc.property(rows, fc.array(any, { maxLength: 6 }), fc.array(any, { maxLength: 6 }), (values, before, batch) => {
      const sheets = laidOut(values, before);
      read(sheets);
      const state = JSON.stringify(sheets.files);
      expect(refusal(() => run(sheets, [...batch, { deleteSheet: { sheetId: 99 } }]))).toMatch(/^Invalid requests\[/u);
      expect(JSON.stringify(sheets.files)).toBe(state);
    }),
    cases(200),
  );
});

test('requests run one by one or in one batch make the same workbook', () => {
  fc.assert(
    fc.property(rows, fc.array(any, { maxLength: 6 }), (values, requests) => {
      const single = laidOut(values, []);
      const accepted = requests.filter((request) => refusal(() => run(single, [request])) === 'accepted');
      const whole = laidOut(values, []);
      if (accepted.length > 0) run(whole, accepted);
      const shape = (sheets: typeof whole) => JSON.stringify(read(sheets)).replace(/"(\w+Id)":("\w+"|\d+)/gu, '"$1":0');
      expect(shape(single)).toBe(shape(whole));
    }),
    cases(200),
  );
});

test('rows or columns inserted and deleted again leave everything as it was', () => {
  const dimension = fc.constantFrom('ROWS', 'COLUMNS');
  fc.assert(
    fc.property(
      rows,
      fc.array(laid, { maxLength: 6 }),
      dimension,
      fc.nat(COLUMNS),
      fc.integer({ min: 1, max: 4 }),
      (values, before, along, at, count) => {
        const sheets = laidOut(values, before);
        const whole = read(sheets);
        const range = { dimension: along, startIndex: at, endIndex: at + count };
        run(sheets, [{ insertDimension: { range } }, { deleteDimension: { range } }]);
        expect(read(sheets)).toEqual(whole);
      },
    ),
    cases(200),
  );
});

test('a single row dragged away and back leaves cells, references and metadata as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.constantFrom(1, 'a', '=A1', '=$B$3', '=2:2'), { maxLength: 4 }), { maxLength: ROWS }),
      fc.nat(ROWS - 1),
      fc.nat(ROWS - 1),
      (values, from, to) => {
        const sheets = workbook(values);
        const whole = read(sheets);
        const drag = (start: number, index: number): SheetRequest => ({
          moveDimension: {
            source: { dimension: 'ROWS', startIndex: start, endIndex: start + 1 },
            destinationIndex: index > start ? index + 1 : index,
          },
        });
        run(sheets, [drag(from, to), drag(to, from)]);
        expect(read(sheets)).toEqual(whole);
      },
    ),
    cases(200),
  );
});

test('fields show a part of the whole, and the same part as a projection of it', () => {
  const masks = [
    'properties(title,locale),sheets.properties',
    'sheets(merges,protectedRanges(range),data.rowData.values(userEnteredValue,note))',
    'sheets.data.rowData.values.effectiveValue,namedRanges/name',
    'sheets/data/columnMetadata/developerMetadata',
    '*',
  ];
  fc.assert(
    fc.property(rows, fc.array(laid, { maxLength: 6 }), fc.constantFrom(...masks), (values, before, fields) => {
      const sheets = laidOut(values, before);
      const part = sheets.get(FILE, { fields }, OWNER);
      const mask = readMask(fields, 'Spreadsheet', (path) => new ApiError(400, path));
      expect(part).toEqual(project(read(sheets), mask));
    }),
    cases(100),
  );
});

test('the state is plain JSON: saved and restored it reads the same', () => {
  fc.assert(
    fc.property(rows, fc.array(any, { maxLength: 6 }), (values, before) => {
      const sheets = laidOut(values, before);
      const again = workbook();
      Object.assign(again.files, JSON.parse(JSON.stringify(sheets.files)));
      expect(read(again)).toEqual(read(sheets));
    }),
    cases(100),
  );
});
