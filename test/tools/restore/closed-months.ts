// A sheet with two closed months, awkward entries, and things people have added: what is downloaded, and what must come back.
import type { EntryCells } from '../../../src/core/task-row.ts';
import type { Spreadsheet } from '../../../src/host/contract.ts';
import { INSTALLER } from '../../../src/tools/month/cast.ts';
import type { Stage } from '../../../src/tools/month/stage.ts';
import { alertsOf, playedOnce, stageAt } from '../../app/played.ts';

export type Sheet = NonNullable<Spreadsheet['sheets']>[number];
type Value = GoogleAppsScript.Sheets.Schema.ExtendedValue;

export const OWN_TAB = 'Ghi chú của xã';
const OWN = 4242;

/** Typed as units type: texts that other programs like to improve. */
const ENTRIES: readonly (readonly [code: string, column: keyof EntryCells, text: string])[] = [
  ['II.25', 'state', 'Đang thực hiện'],
  ['II.25', 'progress', '33,3'],
  ['II.25', 'result', 'Đã lưu trữ 45 hồ sơ\nđợt 2: 038012'],
  ['II.25', 'evidence', '15/5'],
  ['II.25', 'difficulty', '  hai dấu cách  và  «ngoặc» & <dấu> "nháy" \t hết'],
  ['II.25', 'proposal', 'TRUE'],
  ['II.24', 'state', 'Hoàn thành'],
  ['II.24', 'doneOn', '25/04/2024'],
  ['II.24', 'evidence', '0123'],
  ['II.24', 'result', 'Số hóa – Tiếng Việt: ắ ằ ẳ ẵ ặ 😀 '.repeat(60)],
  ['II.05', 'state', 'Đang thực hiện'],
  ['II.05', 'result', 'x\u0301ã viết rời'],
];

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

/** Two closings, the clock in between mostly asleep. */
export const closedMonths = (): Stage => playedOnce('two closed months', playMonths);

function playMonths(): Stage {
  const stage = stageAt('2024-05-13T08:00');
  const { host, police } = stage;
  for (const [code, column, words] of ENTRIES) stage.type('vp@example.vn', 'tasks', code, column, words);
  stage.type(police, 'tasks', 'II.07', 'extension', '31/10/2024');
  stage.type(police, 'tasks', 'II.07', 'estimate', 'TRUE');
  stage.type(police, 'settings', 'holidays', 'value', '30/04/2024; 01/05/2024');
  addOwn(stage);
  closeOn(stage, '2024-05-15');
  host.settings({ skipTriggers: 1 });
  stage.advanceTo('2024-06-13T23:00');
  stage.type('vp@example.vn', 'tasks', 'II.25', 'result', 'Đã lưu trữ 50 hồ sơ');
  closeOn(stage, '2024-06-15');
  return stage;
}

/** The clock comes at midnight and when there is mail to send; between, it has nothing that matters here. */
function closeOn(stage: Stage, day: string): void {
  const sleepUntil = (time: string) => {
    stage.host.settings({ skipTriggers: 1 });
    stage.advanceTo(`${day}T${time}`);
    stage.host.settings({ skipTriggers: 0 });
  };
  sleepUntil('00:00');
  stage.advanceTo(`${day}T00:25`);
  sleepUntil('08:30');
  const said = alertsOf(stage.click(stage.police, 'Tổng hợp báo cáo…')).join('\n');
  stage.advanceTo(`${day}T09:00`);
  if (stage.failures.length > 0 || !said.includes('Đã chốt bản 1')) throw new Error(`${stage.failures} ${said}`);
}

/** A tab and a column of their own. */
function addOwn({ host, fileId, locate }: Stage): void {
  const { row, column } = locate('tasks', 'II.25', 'letIn');
  host.batchUpdateAs(INSTALLER, fileId, [
    { addSheet: { properties: { sheetId: OWN, title: OWN_TAB, gridProperties: { rowCount: 12, columnCount: 4 } } } },
    {
      updateCells: {
        start: { sheetId: OWN, rowIndex: 0, columnIndex: 0 },
        rows: [
          { values: [text('Tổng số hồ sơ'), { userEnteredValue: { numberValue: 12.5 } }] },
          { values: [text('Gấp đôi'), { userEnteredValue: { formulaValue: '=B1*2' } }] },
          { values: [text('Xong'), { userEnteredValue: { boolValue: true } }] },
          {
            values: [
              text('Ngày họp'),
              {
                userEnteredValue: { numberValue: 45_427.5 },
                userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' } },
              },
            ],
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    {
      mergeCells: {
        range: { sheetId: OWN, startRowIndex: 5, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 },
        mergeType: 'MERGE_ALL',
      },
    },
    { appendDimension: { sheetId: 1001, dimension: 'COLUMNS', length: 1 } },
    {
      updateCells: {
        start: { sheetId: 1001, rowIndex: 0, columnIndex: column + 1 },
        rows: [{ values: [text('Ghi thêm')] }],
        fields: 'userEnteredValue',
      },
    },
    {
      updateCells: {
        start: { sheetId: 1001, rowIndex: row, columnIndex: column + 1 },
        rows: [{ values: [text('nhớ gọi lại')] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
}

/** All of a file but formats worked out of others: they are nine tenths of it, and no file is written from them. */
const FIELDS =
  'spreadsheetId,properties,namedRanges,developerMetadata,sheets(properties,merges,conditionalFormats,filterViews,protectedRanges,' +
  'basicFilter,charts,bandedRanges,developerMetadata,data(startRow,startColumn,rowMetadata,columnMetadata,rowData.values(' +
  'userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,hyperlink,note,textFormatRuns,dataValidation,chipRuns)))';

export function bookOf({ host, fileId }: Pick<Stage, 'host' | 'fileId'>): Spreadsheet {
  return host.see(INSTALLER, fileId, { fields: FIELDS });
}

/** What was typed and written, by tab and place; of a formula its answer, where `answers`. */
export function contentOf(sheet: Sheet | undefined, answers: boolean): Record<string, Value> {
  const content: Record<string, Value> = {};
  (sheet?.data?.[0]?.rowData ?? []).forEach(({ values = [] }, row) => {
    values.forEach(({ userEnteredValue, effectiveValue }, column) => {
      const isFormula = userEnteredValue?.formulaValue !== undefined;
      const value = answers && isFormula ? effectiveValue : userEnteredValue;
      if (value && value.stringValue !== '') content[`${row},${column}`] = value;
    });
  });
  return content;
}

export function sheetOf({ sheets = [] }: Spreadsheet, at: number | string): Sheet | undefined {
  return sheets.find(({ properties }) => properties?.sheetId === at || properties?.title === at);
}
