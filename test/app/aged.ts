// A workbook years old without the years being played: what one month has frozen stands there again for every month before it, with
// its rows in «Lịch sử» and «Sổ báo cáo», its named ranges, and the claims of its mails.
import { type Period, periodLabel, readPeriodLabel, shiftPeriod } from '../../src/core/period.ts';
import type { CellData, SheetRequest } from '../../src/host/contract.ts';
import type { HostState } from '../../src/host/state.ts';
import { adHocName } from '../../src/sheet/ledger/ad-hoc-ledger.ts';
import { closingName } from '../../src/sheet/ledger/ledger.ts';
import { TAB_IDS } from '../../src/sheet/tab-ids.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, look } from './played.ts';

const DAYS = 30.4;

/** @param months before those that were really played */
export function aged(played: Stage, months: number): Stage {
  const stage = again(played, (state) => keepClaims(state, played.scriptId, months));
  const ledger = rowsOf(stage, 'ledger');
  const history = rowsOf(stage, 'history');
  const places = { ledger: placesOf(stage, 'ledger'), history: placesOf(stage, 'history') };
  const old = { ledger: [] as CellData[][], history: [] as CellData[][] };
  const names: SheetRequest[] = [];
  for (let back = months; back > 0; back -= 1) {
    ledger.forEach((row) => {
      const { label, version } = headOf(row, places.ledger);
      const earlier = labelBefore(label, back);
      const from = old.history.length + 1;
      for (const one of history) {
        const head = headOf(one, places.history);
        if (head.label === label && head.version === version)
          old.history.push(written(one, places.history, { period: earlier }));
      }
      const [asOf, closedAt] = [numberAt(row, places.ledger, 'asOf'), numberAt(row, places.ledger, 'closedAt')];
      const shift = Math.round(back * DAYS);
      old.ledger.push(written(row, places.ledger, { period: earlier, asOf: asOf - shift, closedAt: closedAt - shift }));
      const period = readPeriodLabel(earlier);
      const { id, name } = period ? closingName({ period, version }) : adHocName({ id: earlier, version });
      const range = {
        sheetId: TAB_IDS.history,
        startRowIndex: from,
        endRowIndex: old.history.length + 1,
        startColumnIndex: 0,
        endColumnIndex: 5,
      };
      names.push({ addNamedRange: { namedRange: { namedRangeId: id, name, range } } });
    });
  }
  const insert = (sheetId: number, rows: CellData[][]): SheetRequest[] => [
    {
      insertDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: rows.length + 1 },
        inheritFromBefore: false,
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex: 0 },
        rows: rows.map((values) => ({ values })),
        fields: 'userEnteredValue',
      },
    },
  ];
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
    ...insert(TAB_IDS.ledger, old.ledger),
    ...insert(TAB_IDS.history, old.history),
    ...names,
  ]);
  // Rows put in above the first one push the ranges of the board's formulas down.
  stage.click(INSTALLER, 'Đồng bộ bảng tính…');
  return stage;
}

/** Claims of months long gone, as a clock that never removed one would have left them. */
function keepClaims(state: HostState, scriptId: string, months: number): void {
  const store = state.scripts[scriptId]?.properties.script ?? {};
  const claims = Object.entries(store).filter(([key]) => key.startsWith('mail '));
  for (let back = 3; back <= months + 2; back += 1) {
    for (const [key, text] of claims) {
      const [word = '', at = '', ...rest] = text.split(' ');
      store[`${key}-${back}`] = [word, String(Number(at) - back * DAYS), ...rest].join(' ');
    }
  }
}

type Places = Readonly<Record<string, number>>;

function placesOf(stage: Stage, tab: 'ledger' | 'history'): Places {
  const { columns } = look(stage)(tab).tab;
  return Object.fromEntries(columns.map(({ declared, index }) => [declared.key, index]));
}

function rowsOf(stage: Stage, tab: 'ledger' | 'history'): CellData[][] {
  const sheet = stage.host
    .peek()
    .sheets[stage.fileId]?.sheets?.find(({ properties }) => properties?.sheetId === TAB_IDS[tab]);
  const rows = (sheet?.data?.[0]?.rowData ?? []).map(({ values = [] }) => values);
  return rows.slice(1).filter((row) => row.some(({ userEnteredValue }) => userEnteredValue !== undefined));
}

function headOf(row: readonly CellData[], places: Places) {
  const label = row[places['period'] ?? 0]?.userEnteredValue?.stringValue ?? '';
  return { label, version: numberAt(row, places, 'version') };
}

function numberAt(row: readonly CellData[], places: Places, column: string): number {
  return row[places[column] ?? -1]?.userEnteredValue?.numberValue ?? 0;
}

function written(
  row: readonly CellData[],
  places: Places,
  cells: Readonly<Record<string, string | number>>,
): CellData[] {
  const values = row.map(({ userEnteredValue }): CellData => (userEnteredValue ? { userEnteredValue } : {}));
  for (const [column, value] of Object.entries(cells)) {
    values[places[column] ?? 0] = {
      userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
    };
  }
  return values;
}

/** «Kỳ 05/2024» → «Kỳ 03/2024»; «ĐX-2024-02» → «ĐX-2022-02-…», a number of its own for each month. */
function labelBefore(label: string, back: number): string {
  const period: Period | undefined = readPeriodLabel(label);
  if (period) return periodLabel(shiftPeriod(period, -back));
  const [, year = '', number = ''] = /^ĐX-(\d+)-(\d+)$/u.exec(label) ?? [];
  const past = Number(year) - 1 - Math.floor((back - 1) / 12);
  const month = 11 - ((back - 1) % 12);
  return `ĐX-${past}-${String(month * 2 + Number(number)).padStart(2, '0')}`;
}
