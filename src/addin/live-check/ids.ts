// Ids we choose and batches that hold together: a closing happens once because an id can be taken once, and because a batch is all
// or nothing.
import type { Answer } from '../../app/check/live-answer.ts';
import { isRefused, number, type Probe, type Scratch, shown, text } from './probe.ts';

const cellRange = (sheetId: number, row: number) => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: 0,
  endColumnIndex: 2,
});
const named = ({ sheetId }: Scratch, namedRangeId: string, row = 0) => ({
  addNamedRange: { namedRange: { namedRangeId, name: `N_${namedRangeId}`, range: cellRange(sheetId, row) } },
});

/** Far from the ids of the probes' own tabs. */
const COPY_OFFSET = 5000;

export const ID_PROBES: readonly Probe<Scratch>[] = [
  {
    id: 'chosen-tab-id',
    about: 'Mã tab do hệ thống chọn được giữ',
    expected: true,
    ask: ({ get, sheetId, title }) =>
      (get('sheets.properties(sheetId,title)').sheets ?? []).some(
        ({ properties }) => properties?.sheetId === sheetId && properties.title === title,
      ),
  },
  {
    id: 'copied-tab-id',
    about: 'Tab được chép (dựng lại từ bản tải lên) mang mã và tên do hệ thống chọn, giữ nội dung',
    expected: [true, '038012345678'],
    ask: ({ apply, get, write, sheetId, title }): Answer => {
      write(
        [[{ ...text('038012345678'), userEnteredFormat: { numberFormat: { type: 'TEXT' } } }]],
        'userEnteredValue,userEnteredFormat.numberFormat',
      );
      const copy = { newSheetId: sheetId + COPY_OFFSET, newSheetName: `${title} (chép)` };
      apply([{ duplicateSheet: { sourceSheetId: sheetId, insertSheetIndex: 0, ...copy } }]);
      const fields = 'sheets(properties(sheetId,title),data.rowData.values.effectiveValue)';
      const own = get(fields, `'${copy.newSheetName}'!A1`).sheets?.[0];
      apply([{ deleteSheet: { sheetId: copy.newSheetId } }]);
      const isChosen = own?.properties?.sheetId === copy.newSheetId && own.properties.title === copy.newSheetName;
      return [isChosen, shown(own?.data?.[0]?.rowData?.[0]?.values?.[0])];
    },
  },
  {
    id: 'closing-once',
    about: 'Vùng đặt tên cùng mã lần thứ hai bị từ chối, và cả lần ghi đó không có gì được ghi',
    expected: ['lần một', true, 'lần một'],
    ask: (scratch): Answer => {
      const write = (words: string) => ({
        updateCells: {
          range: cellRange(scratch.sheetId, 0),
          rows: [{ values: [text(words)] }],
          fields: 'userEnteredValue',
        },
      });
      const standing = () => shown(scratch.cells('effectiveValue')[0]?.[0]);
      scratch.apply([named(scratch, 'da06_chot_2024_05_1'), write('lần một')]);
      const first = standing();
      const refused = isRefused(() => scratch.apply([write('lần hai'), named(scratch, 'da06_chot_2024_05_1')]));
      return [first, refused, standing()];
    },
  },
  {
    id: 'named-range-of-deleted-rows',
    about: 'Vùng đặt tên khi các dòng của nó bị xóa',
    ask: (scratch): Answer => {
      scratch.apply([named(scratch, 'da06_xoa', 1)]);
      scratch.apply([
        {
          deleteDimension: {
            range: { sheetId: scratch.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
          },
        },
      ]);
      const left = (scratch.get('namedRanges').namedRanges ?? []).find(
        ({ namedRangeId }) => namedRangeId === 'da06_xoa',
      );
      return left ? { name: left.name ?? '', hasRange: left.range?.startRowIndex !== undefined } : null;
    },
  },
  {
    id: 'chosen-view-chart-band-ids',
    about: 'Mã chế độ xem, biểu đồ, dải màu do hệ thống chọn được giữ',
    expected: { view: 2001, chart: 3001, band: 4001 },
    ask: (scratch): Answer => {
      const { sheetId } = scratch;
      const range = { sheetId, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 };
      scratch.write(
        [
          [text('Nhóm'), text('Số')],
          [text('a'), number(1)],
          [text('b'), number(2)],
        ],
        'userEnteredValue',
      );
      const source = (column: number) => ({
        sourceRange: {
          sources: [
            { sheetId, startRowIndex: 0, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 },
          ],
        },
      });
      scratch.apply([
        { addFilterView: { filter: { filterViewId: 2001, title: 'Xem thử', range } } },
        { addBanding: { bandedRange: { bandedRangeId: 4001, range, rowProperties: BANDS } } },
        {
          addChart: {
            chart: {
              chartId: 3001,
              spec: {
                title: 'Thử',
                basicChart: {
                  chartType: 'COLUMN',
                  headerCount: 1,
                  domains: [{ domain: source(0) }],
                  series: [{ series: source(1) }],
                },
              },
              position: { overlayPosition: { anchorCell: { sheetId, rowIndex: 5, columnIndex: 0 } } },
            },
          },
        },
      ]);
      const sheets = scratch.get(
        'sheets(properties.sheetId,filterViews.filterViewId,charts.chartId,bandedRanges.bandedRangeId)',
      ).sheets;
      const own = sheets?.find(({ properties }) => properties?.sheetId === sheetId);
      return {
        view: own?.filterViews?.[0]?.filterViewId ?? null,
        chart: own?.charts?.[0]?.chartId ?? null,
        band: own?.bandedRanges?.[0]?.bandedRangeId ?? null,
      };
    },
  },
];

const white = { rgbColor: { red: 1, green: 1, blue: 1 } };
const BANDS = {
  headerColorStyle: { rgbColor: { red: 0.8, green: 0.85, blue: 0.9 } },
  firstBandColorStyle: white,
  secondBandColorStyle: { rgbColor: { red: 0.96, green: 0.97, blue: 0.98 } },
};
