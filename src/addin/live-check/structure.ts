// What holds a table together when people work on it: metadata of columns, colours, links, protections, and what a sort leaves.
import type { Answer } from '../../app/check/live-answer.ts';
import { number, type Probe, refusalOf, type Scratch, shown, text } from './probe.ts';

const KEY = 'da06tukiem';

/** Two columns, a heading and three rows, the second column with a key. */
function table(scratch: Scratch): void {
  const { sheetId, apply, write } = scratch;
  write(
    [
      [text('Mã'), text('Nội dung')],
      [text('II.03'), text('c')],
      [text('II.01'), text('a')],
      [text('II.02'), text('b')],
    ],
    'userEnteredValue',
  );
  apply([
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: KEY,
          metadataValue: 'tasks.content',
          visibility: 'DOCUMENT',
          location: { dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } },
        },
      },
    },
  ]);
}

/** The column that carries the key; null where none does. */
function keyedColumn({ sheetId, get }: Scratch): Answer {
  const sheets = get('sheets(properties.sheetId,data.columnMetadata.developerMetadata(metadataKey))').sheets;
  const columns = sheets?.find(({ properties }) => properties?.sheetId === sheetId)?.data?.[0]?.columnMetadata ?? [];
  const index = columns.findIndex(({ developerMetadata = [] }) =>
    developerMetadata.some((one) => one.metadataKey === KEY),
  );
  return index < 0 ? null : index;
}

const body = (sheetId: number) => ({
  sheetId,
  startRowIndex: 1,
  endRowIndex: 4,
  startColumnIndex: 0,
  endColumnIndex: 2,
});
const secondRow = (sheetId: number) => ({ ...body(sheetId), startRowIndex: 2, endRowIndex: 3 });

/** The groups of columns, and which columns are hidden. */
function groupsOf({ sheetId, get }: Scratch): Answer {
  const { sheets = [] } = get('sheets(properties.sheetId,columnGroups,data.columnMetadata.hiddenByUser)');
  const sheet = sheets.find(({ properties }) => properties?.sheetId === sheetId);
  const hidden = (sheet?.data?.[0]?.columnMetadata ?? []).flatMap(({ hiddenByUser }, i) => (hiddenByUser ? [i] : []));
  const groups = (sheet?.columnGroups ?? []).map(
    ({ range, depth, collapsed }) => `${range?.startIndex}–${range?.endIndex} ${depth} ${collapsed === true}`,
  );
  return [groups.join('; '), hidden.join(' ')];
}

export const STRUCTURE_PROBES: readonly Probe<Scratch>[] = [
  {
    id: 'columns-fold-as-a-group',
    about: 'Nhóm cột thu gọn thì các cột bị ẩn; cột chèn vào giữa nằm trong nhóm; mở ra thì hiện lại',
    expected: ['1–3 1 true', '1 2', '1–4 1 true', '1–4 1 false', ''],
    ask: (scratch) => {
      table(scratch);
      const { sheetId, apply } = scratch;
      const range = { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 };
      const fold = (endIndex: number, collapsed: boolean) => ({
        updateDimensionGroup: {
          dimensionGroup: { range: { ...range, endIndex }, depth: 1, collapsed },
          fields: 'collapsed',
        },
      });
      apply([{ addDimensionGroup: { range } }, fold(3, true)]);
      const [folded = null, hidden = null] = groupsOf(scratch) as Answer[];
      apply([{ insertDimension: { range: { ...range, startIndex: 2, endIndex: 3 } } }]);
      const [grown = null] = groupsOf(scratch) as Answer[];
      apply([fold(4, false)]);
      const [unfolded = null, left = null] = groupsOf(scratch) as Answer[];
      return [folded, hidden, grown, unfolded, left];
    },
  },
  {
    id: 'column-key-moves-with-column',
    about: 'Mã của cột đi theo cột khi chèn cột trước nó và khi kéo cột',
    expected: [1, 2, 0],
    ask: (scratch) => {
      table(scratch);
      const { sheetId, apply } = scratch;
      const first = keyedColumn(scratch);
      apply([
        {
          insertDimension: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
            inheritFromBefore: true,
          },
        },
      ]);
      const inserted = keyedColumn(scratch);
      apply([
        {
          moveDimension: { source: { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 }, destinationIndex: 0 },
        },
      ]);
      return [first, inserted, keyedColumn(scratch)];
    },
  },
  {
    id: 'sort-leaves-places',
    about: 'Sắp xếp đổi nội dung các dòng; vùng bảo vệ và mã của cột ở nguyên chỗ',
    expected: { rows: ['II.01', 'II.02', 'II.03'], protectedRow: 2, column: 1 },
    ask: (scratch) => {
      table(scratch);
      const { sheetId, apply, cells, get } = scratch;
      apply([
        { addProtectedRange: { protectedRange: { range: secondRow(sheetId), description: 'tự kiểm' } } },
        { sortRange: { range: body(sheetId), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
      ]);
      const sheets = get('sheets(properties.sheetId,protectedRanges.range)').sheets;
      const own = sheets?.find(({ properties }) => properties?.sheetId === sheetId);
      return {
        rows: cells('effectiveValue')
          .slice(1)
          .map(([cell]) => shown(cell)),
        protectedRow: own?.protectedRanges?.[0]?.range?.startRowIndex ?? null,
        column: keyedColumn(scratch),
      };
    },
  },
  {
    id: 'colour-rule-reads-back',
    about: 'Quy tắc màu theo công thức đọc lại nguyên dạng',
    expected: '=$A2="Đang thực hiện quá hạn"',
    ask: ({ sheetId, apply, get }) => {
      const condition = {
        type: 'CUSTOM_FORMULA',
        values: [{ userEnteredValue: '=$A2="Đang thực hiện quá hạn"' }],
      };
      const format = { backgroundColorStyle: { rgbColor: { red: 0.95, green: 0.8, blue: 0.8 } } };
      apply([
        {
          addConditionalFormatRule: { rule: { ranges: [body(sheetId)], booleanRule: { condition, format } }, index: 0 },
        },
      ]);
      const sheets = get('sheets(properties.sheetId,conditionalFormats)').sheets;
      const own = sheets?.find(({ properties }) => properties?.sheetId === sheetId);
      return own?.conditionalFormats?.[0]?.booleanRule?.condition?.values?.[0]?.userEnteredValue ?? null;
    },
  },
  {
    id: 'validation-formula-reads-back',
    about: 'Điều kiện nhập theo công thức có dấu chấm phẩy đọc lại nguyên dạng',
    expected: '=LEN(A1)-LEN(SUBSTITUTE(A1;"@";""))>0',
    ask: ({ sheetId, apply, cells }) => {
      const condition = {
        type: 'CUSTOM_FORMULA',
        values: [{ userEnteredValue: '=LEN(A1)-LEN(SUBSTITUTE(A1;"@";""))>0' }],
      };
      const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
      apply([{ setDataValidation: { range, rule: { condition, strict: true, inputMessage: 'Ghi địa chỉ' } } }]);
      return cells('dataValidation')[0]?.[0]?.dataValidation?.condition?.values?.[0]?.userEnteredValue ?? null;
    },
  },
  {
    id: 'links-in-a-cell',
    about: 'Nhiều đường dẫn trong một ô được giữ',
    expected: ['#gid=1', null, '#gid=2'],
    ask: ({ write, cells }) => {
      const run = (startIndex: number, uri?: string) => ({
        startIndex,
        format: uri === undefined ? {} : { link: { uri } },
      });
      const cell = { ...text('II.01 và II.02'), textFormatRuns: [run(0, '#gid=1'), run(5), run(9, '#gid=2')] };
      write([[cell]], 'userEnteredValue,textFormatRuns');
      const runs = cells('textFormatRuns')[0]?.[0]?.textFormatRuns ?? [];
      return runs.map(({ format }) => format?.link?.uri ?? null);
    },
  },
  {
    id: 'whole-tab-protection-with-holes',
    about: 'Bảo vệ cả tab, chừa một vùng, người được sửa là tài khoản này: đọc lại đủ',
    expected: { holes: 1, hasEditors: true, mayEdit: true },
    ask: ({ sheetId, apply, get }) => {
      const users = [Session.getEffectiveUser().getEmail()];
      apply([
        {
          addProtectedRange: {
            protectedRange: {
              range: { sheetId },
              unprotectedRanges: [body(sheetId)],
              editors: { users },
              description: 'tự kiểm',
            },
          },
        },
      ]);
      const sheets = get('sheets(properties.sheetId,protectedRanges)').sheets;
      const own = sheets?.find(({ properties }) => properties?.sheetId === sheetId)?.protectedRanges?.[0];
      return {
        holes: own?.unprotectedRanges?.length ?? 0,
        hasEditors: (own?.editors?.users?.length ?? 0) > 0,
        mayEdit: own?.requestingUserCanEdit ?? null,
      };
    },
  },
  {
    id: 'protection-of-unknown-address',
    about: 'Thêm người sửa là địa chỉ không có tài khoản Google',
    ask: ({ sheetId, apply }) => {
      const editors = { users: [Session.getEffectiveUser().getEmail(), 'khong-co-ai-nhu-the-nay@example.invalid'] };
      const protectedRange = { range: body(sheetId), editors, description: 'tự kiểm' };
      return refusalOf(() => apply([{ addProtectedRange: { protectedRange } }]));
    },
  },
  {
    id: 'bad-batch-names-request',
    about: 'Lần ghi sai nói rõ yêu cầu thứ mấy sai, và không ghi gì',
    expected: [true, null],
    ask: ({ sheetId, apply, cells }) => {
      const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
      const words = refusalOf(() =>
        apply([
          { updateCells: { range, rows: [{ values: [number(1)] }], fields: 'userEnteredValue' } },
          { deleteSheet: { sheetId: 987654 } },
        ]),
      );
      return [/requests\[1\]/u.test(words), shown(cells('effectiveValue')[0]?.[0])];
    },
  },
  {
    id: 'grid-grows-by-appending',
    about: 'Ghi nối cuối bảng làm bảng dài thêm',
    expected: true,
    ask: ({ sheetId, apply, get }) => {
      const rowsOf = () =>
        get('sheets.properties(sheetId,gridProperties.rowCount)').sheets?.find(
          ({ properties }) => properties?.sheetId === sheetId,
        )?.properties?.gridProperties?.rowCount ?? 0;
      const before = rowsOf();
      const rows = Array.from({ length: before + 5 }, () => ({ values: [text('x')] }));
      apply([{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]);
      return rowsOf() > before;
    },
  },
  {
    // «Sổ báo cáo» is read by its last rows: one that is not seen yet is missing in what is told, and never written over.
    id: 'last-row-after-append',
    about: 'Dòng vừa ghi nối qua API thì SpreadsheetApp thấy ngay trong cùng lần chạy',
    expected: [1, 3],
    usable: true,
    ask: ({ file, sheetId, apply }) => {
      const lastRow = () =>
        SpreadsheetApp.openById(file)
          .getSheets()
          .find((sheet) => sheet.getSheetId() === sheetId)
          ?.getLastRow() ?? 0;
      const append = (count: number) => {
        const rows = Array.from({ length: count }, () => ({ values: [text('x')] }));
        apply([{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]);
        return lastRow();
      };
      return [append(1), append(2)];
    },
  },
];
