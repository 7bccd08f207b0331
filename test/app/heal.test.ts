// What careless and hostile hands do to the sheet, one line each: done as that user, synced, compared, synced again. Ours is
// back, theirs is kept, and the second sync finds nothing.
import { describe, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/a1.ts';
import type { Cell } from '../../src/core/cell.ts';
import { ENTRY_COLUMNS } from '../../src/core/entry-block.ts';
import type { Request } from '../../src/sheet/requests/request.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, look, stageAt, valueAt } from './played.ts';
import { at, WIDTH } from './task-columns.ts';

const VP = 'vp@example.vn';
const TASKS = 1001;

/** Set up in the middle of a period, with entries of two units, backed up by the clock of the next night. */
const before = stageAt('2024-05-02T08:00');
before.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
before.type(VP, 'tasks', 'II.25', 'progress', '40');
before.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
before.type('tp@example.vn', 'tasks', 'I.01', 'state', 'Hoàn thành');
before.type('tp@example.vn', 'tasks', 'I.01', 'doneOn', '25/04/2024');
before.type('tp@example.vn', 'tasks', 'I.01', 'evidence', '15/BC-UBND');
before.type(before.police, 'tasks', 'II.07', 'extension', '31/10/2024');
before.type(before.police, 'tasks', 'II.25', 'accountable', 'Bộ phận một cửa xã');
before.advanceTo('2024-05-03T08:00');
before.type(VP, 'tasks', 'II.25', 'difficulty', 'Thiếu máy quét');

const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: TASKS,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const rows = (startIndex: number, endIndex: number) => ({ sheetId: TASKS, dimension: 'ROWS', startIndex, endIndex });
const WHITE = { rgbColor: { red: 1, green: 1, blue: 1 } };
const columns = (startIndex: number, endIndex: number) => ({
  sheetId: TASKS,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const title = (sheetId: number, words: string): Request => ({
  updateSheetProperties: { properties: { sheetId, title: words }, fields: 'title' },
});
const bands = (sheetId: number, bandedRangeId: number): Request => ({
  addBanding: {
    bandedRange: {
      bandedRangeId,
      range: { sheetId, startRowIndex: 0, endRowIndex: 73, startColumnIndex: 0, endColumnIndex: 5 },
      rowProperties: { firstBandColorStyle: WHITE, secondBandColorStyle: WHITE },
    },
  },
});
const text = (row: number, column: number, stringValue: string): Request => ({
  updateCells: {
    range: range(row, row + 1, column, column + 1),
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});

/** Everything people typed in «Nhiệm vụ», by code and column. */
function entries(stage: Stage): Record<string, Record<string, Cell>> {
  const reader = look(stage)('tasks');
  return Object.fromEntries(
    reader.rows.map(({ key, index }) => [
      key,
      Object.fromEntries(
        ([...ENTRY_COLUMNS, 'accountable', 'extension'] as const).map((column) => [
          column,
          reader.value(index, column),
        ]),
      ),
    ]),
  );
}

const KEPT = entries(before);
const PLACES = { first: before.locate('tasks', 'I.01', 'code').row, of25: before.locate('tasks', 'II.25', 'code').row };

/** Two syncs; what the first one said. @param answer of the question whether lost entries are put back */
function heal(stage: Stage, answer: 'YES' | 'NO' = 'YES'): string {
  const outcome = stage.click(INSTALLER, 'Đồng bộ bảng tính…', ({ buttons, prompt }) => {
    if (buttons !== 'YES_NO') return 'OK';
    return prompt.includes('Điền lại nội dung') ? answer : 'YES';
  });
  expect(stage.failures).toEqual([]);
  const from = stage.host.state().log.length;
  expect(lastWords(stage.click(INSTALLER, 'Đồng bộ bảng tính…'))).toContain('Bảng đã đúng, không có gì phải sửa.');
  expect(
    stage.host
      .state()
      .log.slice(from)
      .filter(({ method }) => method === 'batchUpdate'),
  ).toEqual([]);
  return alertsOf(outcome).join('\n');
}

interface Hostile {
  /** Whose hands; the owner's where nothing is said. */
  readonly by?: string;
  readonly edits: Request[];
  /** What the preview must name. */
  readonly told: readonly string[];
  /** «Thiếu máy quét» of II.25 was typed after the last backup, and went with what was deleted. */
  readonly loses?: true;
}

const HOSTILE: Readonly<Record<string, Hostile>> = {
  'rows sorted by content': {
    edits: [
      {
        sortRange: {
          range: range(1, 73, 0, at('reporter')),
          sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
        },
      },
    ],
    told: [],
  },
  'rows sorted by a unit’s own column, Trạng thái': {
    by: before.police,
    edits: [
      {
        sortRange: {
          range: range(1, 73, 0, at('reporter')),
          sortSpecs: [{ dimensionIndex: at('status'), sortOrder: 'ASCENDING' }],
        },
      },
    ],
    told: [],
  },
  'a row deleted': {
    edits: [{ deleteDimension: { range: rows(PLACES.of25, PLACES.of25 + 1) } }],
    loses: true,
    told: ['dòng II.25', 'Bản lưu ngày 03/05/2024'],
  },
  'a row copied to the end': {
    edits: [
      { appendDimension: { sheetId: TASKS, dimension: 'ROWS', length: 1 } },
      {
        copyPaste: {
          source: range(1, 2, 0, at('reporter')),
          destination: range(73, 74, 0, at('reporter')),
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    told: ['dòng 74: mã I.01 đã có ở một dòng khác'],
  },
  'a row cut and pasted below the table': {
    edits: [
      { appendDimension: { sheetId: TASKS, dimension: 'ROWS', length: 2 } },
      {
        cutPaste: {
          source: range(PLACES.of25, PLACES.of25 + 1, 0, at('reporter')),
          destination: { sheetId: TASKS, rowIndex: 74, columnIndex: 0 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    told: [],
  },
  'a row cut and pasted over another': {
    edits: [
      {
        cutPaste: {
          source: range(1, 2, 0, at('reporter')),
          destination: { sheetId: TASKS, rowIndex: PLACES.of25, columnIndex: 0 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    loses: true,
    told: ['dòng II.25', 'Bản lưu'],
  },
  'cells merged across entries': {
    edits: [{ mergeCells: { range: range(1, 3, 1, 4), mergeType: 'MERGE_ALL' } }],
    told: ['B2:D3: tách ô đã gộp'],
  },
  'a column inserted': {
    edits: [{ insertDimension: { range: columns(3, 4), inheritFromBefore: true } }],
    told: [],
  },
  'a column of their own, filled': {
    edits: [
      { insertDimension: { range: columns(at('reporter'), at('letIn')), inheritFromBefore: true } },
      text(0, at('reporter'), 'Ghi chú riêng'),
      text(4, at('reporter'), 'xem lại'),
    ],
    told: [`cột ${columnLetters(at('reporter'))} «Ghi chú riêng»: cột tự thêm`],
  },
  'a column moved': { edits: [{ moveDimension: { source: columns(6, 7), destinationIndex: 2 } }], told: [] },
  'an entry column moved out of the block': {
    edits: [{ moveDimension: { source: columns(7, 8), destinationIndex: at('reporter') } }],
    told: [],
  },
  'a column cut and pasted at the end': {
    edits: [
      { appendDimension: { sheetId: TASKS, dimension: 'COLUMNS', length: 2 } },
      {
        cutPaste: {
          source: range(0, 73, 7, 8),
          destination: { sheetId: TASKS, rowIndex: 0, columnIndex: WIDTH },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    told: ['dấu nhận biết'],
  },
  'a column cut and pasted over another of ours': {
    edits: [
      {
        cutPaste: {
          source: range(0, 73, 7, 8),
          destination: { sheetId: TASKS, rowIndex: 0, columnIndex: 10 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    loses: true,
    told: ['cột «Khó khăn, vướng mắc» đã bị xóa', 'dấu nhận biết'],
  },
  'an entry column deleted': {
    edits: [{ deleteDimension: { range: columns(7, 8) } }],
    told: ['cột «Kết quả trong kỳ» đã bị xóa', 'Bản lưu ngày 03/05/2024'],
  },
  'a formula column deleted': {
    edits: [{ deleteDimension: { range: columns(at('notes'), at('code')) } }],
    told: ['cột «Lưu ý» đã bị xóa'],
  },
  'the mark of an entry column taken away': {
    edits: [
      {
        deleteDeveloperMetadata: {
          dataFilter: {
            developerMetadataLookup: {
              metadataKey: 'da06.column',
              metadataLocation: { dimensionRange: columns(7, 8) },
            },
          },
        },
      },
    ],
    told: ['dấu nhận biết'],
  },
  'a heading renamed': { edits: [text(0, 5, 'TT mới')], told: ['«TT mới» → «Tình trạng»'] },
  'a row and the second column deleted': {
    edits: [
      { deleteDimension: { range: rows(PLACES.of25, PLACES.of25 + 1) } },
      { deleteDimension: { range: columns(1, 2) } },
    ],
    loses: true,
    told: ['dòng II.25', 'cột «Nội dung, nhiệm vụ cụ thể» đã bị xóa'],
  },
  'a row and the heading row deleted': {
    edits: [
      { deleteDimension: { range: rows(PLACES.of25, PLACES.of25 + 1) } },
      { deleteDimension: { range: rows(0, 1) } },
    ],
    loses: true,
    told: ['dòng II.25', 'dòng tiêu đề đã bị xóa'],
  },
  'the heading row deleted': { edits: [{ deleteDimension: { range: rows(0, 1) } }], told: ['dòng tiêu đề đã bị xóa'] },
  'a tab renamed': {
    edits: [{ updateSheetProperties: { properties: { sheetId: TASKS, title: 'NV' }, fields: 'title' } }],
    told: ['Tên tab «Nhiệm vụ» (đang là «NV»)'],
  },
  'a tab hidden': {
    edits: [{ updateSheetProperties: { properties: { sheetId: 1002, hidden: true }, fields: 'hidden' } }],
    told: ['Tab «Tổng hợp»: đang bị ẩn'],
  },
  'a tab duplicated': {
    edits: [{ duplicateSheet: { sourceSheetId: TASKS, newSheetName: 'Bản sao của Nhiệm vụ' } }],
    told: ['Tab «Bản sao của Nhiệm vụ»: tab tự thêm'],
  },
  'the board deleted': { edits: [{ deleteSheet: { sheetId: 1002 } }], told: ['Tab «Tổng hợp»'] },
  'the whole of Nhiệm vụ deleted': {
    edits: [{ deleteSheet: { sheetId: TASKS } }],
    loses: true,
    told: ['Tab «Nhiệm vụ»', 'Bản lưu ngày 03/05/2024'],
  },
  'validation and formats pasted over': {
    edits: [{ repeatCell: { range: range(1, 20, 5, 9), cell: {}, fields: 'dataValidation,userEnteredFormat' } }],
    told: ['kiểm tra nhập của 19 ô', 'định dạng của 19 ô'],
  },
  'colours dragged about and one of their own': {
    edits: [
      {
        copyPaste: {
          source: range(3, 4, at('status'), at('daysLeft')),
          destination: range(10, 12, 5, 6),
          pasteType: 'PASTE_CONDITIONAL_FORMATTING',
        },
      },
      {
        addConditionalFormatRule: {
          index: 0,
          rule: {
            ranges: [range(1, 73, 1, 2)],
            booleanRule: {
              condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'VNeID' }] },
              format: { textFormat: { bold: true } },
            },
          },
        },
      },
    ],
    told: ['màu theo trạng thái'],
  },
  'a basic filter': {
    edits: [{ setBasicFilter: { filter: { range: range(0, 73, 0, at('reporter')) } } }],
    told: ['bỏ bộ lọc chung'],
  },
  'rows hidden': {
    edits: [
      { updateDimensionProperties: { range: rows(4, 9), properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
    ],
    told: ['hiện lại dòng 5 – 9'],
  },
  'another zone, no hourly recalculation': {
    edits: [
      {
        updateSpreadsheetProperties: {
          properties: { locale: 'en_US', timeZone: 'America/New_York', autoRecalc: 'ON_CHANGE' },
          fields: 'locale,timeZone,autoRecalc',
        },
      },
    ],
    told: ['Ngôn ngữ của tệp', 'Múi giờ của tệp', 'Tính lại hằng giờ'],
  },
  'extra rows and columns': {
    edits: [
      { appendDimension: { sheetId: TASKS, dimension: 'ROWS', length: 5 } },
      { appendDimension: { sheetId: TASKS, dimension: 'COLUMNS', length: 3 } },
      text(75, 1, 'Việc riêng của xã'),
    ],
    told: ['dòng 76: dòng tự thêm, không có mã'],
  },
  'the group of CAX’s columns taken away': {
    edits: [{ deleteDimensionGroup: { range: columns(at('code'), at('appliedDue')) } }],
    told: ['cột «Mã» đến «Ước 31/12» thu gọn vào một nhóm'],
  },
  'a column within the group deleted': {
    edits: [{ deleteDimension: { range: columns(at('group'), at('due')) } }],
    told: ['cột «Nhóm» đã bị xóa'],
  },
  'bands of an earlier version, which hide the grid': { edits: [bands(TASKS, TASKS)], told: ['nền xen kẽ'] },
  'bands of their own': { edits: [bands(TASKS, 77)], told: [] },
  'a unit’s view deleted, another renamed': {
    edits: [
      { deleteFilterView: { filterId: 2001 } },
      { updateFilterView: { filter: { filterViewId: 2002, title: 'của tôi' }, fields: 'title' } },
    ],
    told: ['Chế độ xem lọc của Công an xã, Văn phòng UBND xã'],
  },
  'a chart deleted': { edits: [{ deleteEmbeddedObject: { objectId: 3001 } }], told: ['Trạng thái nhiệm vụ theo nhóm'] },
  'formulas typed over': {
    edits: [text(3, at('status'), 'xong'), text(3, at('daysLeft'), '0')],
    told: ['cột «Trạng thái»: công thức của 1 ô'],
  },
  'two tabs’ names swapped': {
    edits: [title(1004, 'tạm'), title(TASKS, 'Đơn vị'), title(1004, 'Nhiệm vụ')],
    told: ['Tên tab «Nhiệm vụ» (đang là «Đơn vị»)', 'Tên tab «Đơn vị» (đang là «Nhiệm vụ»)'],
  },
  'a tab deleted, its name given to another of ours': {
    edits: [{ deleteSheet: { sheetId: 1011 } }, title(TASKS, 'Hướng dẫn')],
    told: ['Tab «Hướng dẫn»', 'Tên tab «Nhiệm vụ» (đang là «Hướng dẫn»)'],
  },
  'two names of formulas swapped': {
    edits: [
      { updateNamedRange: { namedRange: { namedRangeId: 'da06_NgayChot', name: 'Tam' }, fields: 'name' } },
      { updateNamedRange: { namedRange: { namedRangeId: 'da06_NgayGiaHan', name: 'NgayChot' }, fields: 'name' } },
      { updateNamedRange: { namedRange: { namedRangeId: 'da06_NgayChot', name: 'NgayGiaHan' }, fields: 'name' } },
    ],
    told: ['Ô tên dùng trong công thức: NgayGiaHan, NgayChot'],
  },
  'a name of formulas deleted, its place taken by another’s': {
    edits: [
      { deleteNamedRange: { namedRangeId: 'da06_NgayGiaHan' } },
      { updateNamedRange: { namedRange: { namedRangeId: 'da06_NgayChot', name: 'NgayGiaHan' }, fields: 'name' } },
    ],
    told: ['Ô tên dùng trong công thức: NgayGiaHan, NgayChot'],
  },
  'the first columns deleted, frozen one among them': {
    edits: [{ deleteDimension: { range: columns(0, 3) } }],
    told: ['cột «TT» đã bị xóa', 'cột «Đơn vị chủ trì» đã bị xóa'],
  },
  'rows inserted above the headings, one with a title': {
    edits: [{ insertDimension: { range: rows(0, 2), inheritFromBefore: false } }, text(0, 1, 'THEO DÕI ĐỀ ÁN 06')],
    told: ['đưa dòng tiêu đề (đang ở dòng 3) về dòng 1'],
  },
  'sorted with the headings among the rows': {
    edits: [
      { sortRange: { range: range(0, 73, 0, WIDTH), sortSpecs: [{ dimensionIndex: 3, sortOrder: 'ASCENDING' }] } },
    ],
    told: ['đưa dòng tiêu đề'],
  },
  'a code wiped': {
    edits: [
      {
        repeatCell: {
          range: range(PLACES.of25, PLACES.of25 + 1, at('code'), at('group')),
          cell: {},
          fields: 'userEnteredValue',
        },
      },
    ],
    told: ['II.25, cột «Mã»: (trống) → «II.25»'],
  },
  'a code typed over with another row’s': {
    edits: [text(PLACES.of25, at('code'), 'I.02')],
    told: ['II.25, cột «Mã»: «I.02» → «II.25»'],
  },
  'a code of the first row typed over with one further down': {
    edits: [text(1, at('code'), 'II.25')],
    told: ['I.01, cột «Mã»: «II.25» → «I.01»'],
  },
  'the codes sorted away from their rows': {
    edits: [
      {
        sortRange: {
          range: range(1, 73, at('code'), at('group')),
          sortSpecs: [{ dimensionIndex: at('code'), sortOrder: 'DESCENDING' }],
        },
      },
    ],
    told: ['cột «Mã»'],
  },
  'the contents sorted away from their rows': {
    edits: [{ sortRange: { range: range(1, 73, 1, 2), sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] } }],
    told: ['cột «Nội dung, nhiệm vụ cụ thể»'],
  },
  'the column Mã deleted': {
    edits: [{ deleteDimension: { range: columns(at('code'), at('group')) } }],
    told: ['cột «Mã» đã bị xóa'],
  },
  'a heading typed over with a code': { edits: [text(0, at('code'), 'II.25')], told: ['«II.25» → «Mã»'] },
  'entry columns cut and pasted one aside, over one of ours': {
    edits: [
      {
        cutPaste: {
          source: range(0, 73, 5, 9),
          destination: { sheetId: TASKS, rowIndex: 0, columnIndex: 4 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ],
    told: ['cột «Thời gian hoàn thành» đã bị xóa'],
  },
  'bands of an earlier version on a growing tab': {
    edits: [bands(1005, 1005)],
    told: ['Tab «Sổ báo cáo»: bỏ nền xen kẽ'],
  },
  'the plan’s own words changed': {
    edits: [text(1, 1, 'việc khác'), text(1, at('code'), 'i.01 ')],
    told: ['I.01, cột «Nội dung, nhiệm vụ cụ thể»: «việc khác» →', '«i.01 » → «I.01»'],
  },
};

describe('hostile hands: ours is back, theirs is kept, the second sync finds nothing', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, { by = INSTALLER, edits, told, loses }) => {
    const stage = again(before);
    stage.host.batchUpdateAs(by, stage.fileId, edits);
    const words = heal(stage);
    for (const line of told) expect(words).toContain(line);
    // Wherever it stands now.
    expect(entries(stage)).toEqual(loses ? { ...KEPT, 'II.25': { ...KEPT['II.25'], difficulty: null } } : KEPT);
    expect(stage.type(VP, 'tasks', 'II.25', 'state', 'Tạm dừng').kind).toBe('accepted');
    expect(stage.type(VP, 'tasks', 'I.01', 'state', 'Tạm dừng').kind).toBe('refused');
    expect(stage.type(VP, 'tasks', 'I.01', 'content', 'x').kind).toBe('refused');
    expect(valueAt(stage, 'tasks', 'II.25', 'period')).toBe('Kỳ 05/2024');
  });
});
