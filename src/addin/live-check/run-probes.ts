// «Tự kiểm trên Google…», part A: every probe in a tab of its own of a scratch spreadsheet, which goes to the bin afterwards.

import { quoteTab } from '../../sheet/a1.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { CELL_PROBES } from './cells.ts';
import { DOCUMENT_PROBES } from './documents.ts';
import { FORMULA_PROBES } from './formulas.ts';
import { ID_PROBES } from './ids.ts';
import { MACHINE_PROBES } from './machine.ts';
import type { Answer, Probe, Scratch } from './probe.ts';
import { STRUCTURE_PROBES } from './structure.ts';

const PROBES: readonly Probe[] = [
  ...FORMULA_PROBES,
  ...CELL_PROBES,
  ...ID_PROBES,
  ...STRUCTURE_PROBES,
  ...MACHINE_PROBES,
  ...DOCUMENT_PROBES,
];

export interface Answered {
  readonly id: string;
  readonly about: string;
  /** absent where the program only wants to know. */
  readonly expected?: Answer;
  readonly answer: Answer;
  /** It is as expected; absent where nothing is. */
  readonly ok?: boolean;
  readonly ms: number;
}

/** Ids of the tabs of the probes; the scratch's own first tab has 0. */
const FIRST_TAB = 101;

/** @throws Error where not even the scratch spreadsheet can be made */
export function runProbes(): Answered[] {
  const file = makeScratch();
  try {
    return PROBES.map((probe, i) => answered(probe, scratchTab(file, FIRST_TAB + i, probe.id)));
  } finally {
    Drive?.Files?.update({ trashed: true }, file);
  }
}

function service() {
  const spreadsheets = Sheets?.Spreadsheets;
  if (!spreadsheets) throw new Error('Google Sheets API chưa bật');
  return spreadsheets;
}

function makeScratch(): string {
  const { spreadsheetId = '' } = service().create({
    properties: {
      title: 'Tự kiểm Đề án 06 (nháp)',
      locale: 'vi_VN',
      timeZone: 'Asia/Ho_Chi_Minh',
      autoRecalc: 'HOUR',
    },
    sheets: PROBES.map(({ id }, i) => ({
      properties: { sheetId: FIRST_TAB + i, title: id, gridProperties: { rowCount: 20, columnCount: 8 } },
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

function answered({ id, about, expected, ask }: Probe, scratch: Scratch): Answered {
  const started = Date.now();
  let answer: Answer;
  try {
    answer = ask(scratch);
  } catch (cause) {
    answer = `Lỗi: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  const ms = Date.now() - started;
  if (expected === undefined) return { id, about, answer, ms };
  return { id, about, expected, answer, ok: isSame(answer, expected), ms };
}

/** Equal as JSON; the order of an object's fields does not matter. */
function isSame(a: Answer, b: Answer): boolean {
  const sorted = (value: Answer): Answer =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(sorted)
        : Object.fromEntries(
            Object.entries(value)
              .sort(([x], [y]) => (x < y ? -1 : 1))
              .map(([key, one]) => [key, sorted(one)]),
          );
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
