// «Tự kiểm trên Google…», parts 0 and A: every probe in a tab of its own of a scratch spreadsheet, which goes to the bin afterwards.

import type { Answered } from '../../app/check/live-answer.ts';
import { quoteTab } from '../../core/a1.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { CELL_PROBES } from './cells.ts';
import { DOCUMENT_PROBES } from './documents.ts';
import { FIRST_PROBES } from './first.ts';
import { FORMULA_PROBES } from './formulas.ts';
import { ID_PROBES } from './ids.ts';
import { MACHINE_PROBES } from './machine.ts';
import { answered, type Probe, type Scratch } from './probe.ts';
import { STRUCTURE_PROBES } from './structure.ts';

const ALL_PROBES: readonly Probe<Scratch>[] = [
  ...FORMULA_PROBES,
  ...CELL_PROBES,
  ...ID_PROBES,
  ...STRUCTURE_PROBES,
  ...MACHINE_PROBES,
  ...DOCUMENT_PROBES,
];

/** Ids of the tabs of the probes; the scratch's own first tab has 0. */
const FIRST_TAB = 101;

/** @throws Error where not even the scratch spreadsheet can be made */
export function runProbes(part: '0' | 'A'): Answered[] {
  const probes = part === '0' ? FIRST_PROBES : ALL_PROBES;
  const file = makeScratch(probes);
  try {
    return probes.map((probe, i) => answered(probe, scratchTab(file, FIRST_TAB + i, probe.id)));
  } finally {
    Drive?.Files?.update({ trashed: true }, file);
  }
}

function service() {
  const spreadsheets = Sheets?.Spreadsheets;
  if (!spreadsheets) throw new Error('Google Sheets API chưa bật');
  return spreadsheets;
}

function makeScratch(probes: readonly Probe<Scratch>[]): string {
  const { spreadsheetId = '' } = service().create({
    properties: {
      title: 'Tự kiểm Đề án 06 (nháp)',
      locale: 'vi_VN',
      timeZone: 'Asia/Ho_Chi_Minh',
      autoRecalc: 'HOUR',
    },
    sheets: probes.map(({ id }, i) => ({
      properties: { sheetId: FIRST_TAB + i, title: id, gridProperties: { rowCount: 32, columnCount: 8 } },
    })),
  });
  return spreadsheetId;
}

function scratchTab(file: string, sheetId: number, title: string): Scratch {
  const apply = (requests: readonly Request[]) => service().batchUpdate({ requests: [...requests] }, file);
  const get = (fields: string, range?: string) =>
    service().get(file, { fields, ...(range !== undefined && { ranges: [range] }) });
  // A probe may have renamed its tab.
  const nameOf = () =>
    get('sheets.properties(sheetId,title)').sheets?.find(({ properties }) => properties?.sheetId === sheetId)
      ?.properties?.title ?? title;
  return {
    file,
    sheetId,
    title,
    apply,
    get,
    cells: (fields) =>
      (get(`sheets.data.rowData.values(${fields})`, quoteTab(nameOf())).sheets?.[0]?.data?.[0]?.rowData ?? []).map(
        ({ values = [] }) => values,
      ),
    write(rows, fields) {
      apply([
        {
          updateCells: {
            start: { sheetId, rowIndex: 0, columnIndex: 0 },
            rows: rows.map((values) => ({ values: [...values] })),
            fields,
          },
        },
      ]);
    },
  };
}
