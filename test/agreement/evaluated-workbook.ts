// A workbook as the sync builds it, with cells of one's own, evaluated by the local host's formula engine: what the sheet's
// own formulas say about it.
import { join } from 'node:path';
import { readIsoDate } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import { createFormulas } from '../../src/host/formulas/formulas.ts';
import { createSheets } from '../../src/host/sheets/sheets.ts';
import { loadIronCalc } from '../../src/node/ironcalc.ts';
import { diff } from '../../src/sheet/diff.ts';
import { declareWorkbook, factsOf } from '../../src/sheet/layout.ts';
import { type Placement, placeWorkbook } from '../../src/sheet/reading/place.ts';
import type { RawSpreadsheet } from '../../src/sheet/reading/snapshot.ts';
import { decodeSnapshot, SYNC_FIELDS } from '../../src/sheet/reading/snapshot.ts';
import { type TableReader, tableReader } from '../../src/sheet/reading/table-reader.ts';
import { enteredValue } from '../../src/sheet/requests/cells.ts';
import type { Request } from '../../src/sheet/requests/request.ts';
import { requestsOf } from '../../src/sheet/requests.ts';
import type { TabKey } from '../../src/sheet/tab-ids.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';

export const SEEDS = resolvePlan(checkSeeds(join(ROOT, 'seeds')));
const OWNER = 'cai-dat@example.vn';

/** A value or a formula for one cell: tab and column by key, row by key (or 0-based index on growing tabs). */
export interface Put {
  readonly tab: string;
  readonly column: string;
  readonly row: string | number;
  readonly value: Cell;
}

export interface EvaluatedWorkbook {
  put(puts: readonly Put[]): void;
  /** Where everything is, with effective values. */
  placement(): Placement;
  /** Reads tabs with effective values. */
  reader<T extends TabKey>(tab: T): TableReader<T>;
  /** The value of a cell of a tab by 0-based place. */
  at(tab: string, row: number, column: number): Cell;
  snapshotAgrees(): boolean;
  /** What a person does to the sheet; nothing of ours runs. */
  edit(requests: Request[]): void;
  /** The same, and the sync after it. */
  editAndSync(requests: Request[]): void;
}

/** One engine for all workbooks of a test file: loading it is what takes time. */
const formulas = createFormulas(loadIronCalc());

export function buildWorkbook(today: string, initial: Readonly<Record<string, Cell>>): EvaluatedWorkbook {
  const now = ((readIsoDate(today) ?? 0) - 25569) * 86_400_000 + 5 * 3_600_000;
  let seed = 1;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const sharing = { role: () => 'owner' as const };
  const sheets = createSheets({ now: () => now, random }, sharing, formulas);
  sheets.create('F', { properties: { title: 'Thử' } }, OWNER);
  const look = (fields: string) => {
    const snapshot = decodeSnapshot(sheets.get('F', { fields }, OWNER) as RawSpreadsheet);
    const workbook = declareWorkbook(SEEDS, factsOf(SEEDS, snapshot), initial);
    return { snapshot, workbook, placement: placeWorkbook(workbook, snapshot) };
  };
  const first = look(SYNC_FIELDS);
  sheets.batchUpdate('F', { requests: requestsOf(diff(first.snapshot, first.workbook).changes) }, OWNER);
  let { placement } = look(SYNC_FIELDS);
  let current: ReturnType<typeof look> | undefined;
  const evaluated = () => {
    current ??= look(`${SYNC_FIELDS},sheets.data.rowData.values.effectiveValue`);
    return current;
  };
  return {
    put(puts) {
      current = undefined;
      const requests = puts.map(({ tab, column, row, value }): Request => {
        const placed = placement.tabs.find(({ declared }) => declared.key === tab);
        const columnIndex = placed?.columns.find(({ declared }) => declared.key === column)?.index;
        const rowIndex = typeof row === 'number' ? row : placed?.rows.find(({ key }) => key === row)?.index;
        if (!placed?.was || columnIndex === undefined || rowIndex === undefined)
          throw new Error(`no ${tab}.${column} ${row}`);
        const isFormula = typeof value === 'string' && value.startsWith('=');
        // As in a cell of text: the letters of a formula.
        const isText = typeof value === 'string' && value.startsWith("'=");
        const entered = isFormula
          ? { formulaValue: value }
          : isText
            ? { stringValue: value.slice(1) }
            : enteredValue(value);
        return {
          updateCells: {
            start: { sheetId: placed.was.sheetId, rowIndex, columnIndex },
            rows: [{ values: [entered ? { userEnteredValue: entered } : {}] }],
            fields: 'userEnteredValue',
          },
        };
      });
      sheets.batchUpdate('F', { requests }, OWNER);
    },
    placement: () => evaluated().placement,
    reader: (tab) => tableReader(evaluated().placement, tab),
    at(tab, row, column) {
      const found = evaluated().placement.tabs.find(({ declared }) => declared.key === tab)?.was;
      const value = found?.rows[row]?.[column]?.effectiveValue;
      return (
        value?.stringValue ??
        value?.numberValue ??
        value?.boolValue ??
        (value?.errorValue ? `#${value.errorValue.type}` : null)
      );
    },
    edit(requests) {
      current = undefined;
      sheets.batchUpdate('F', { requests }, OWNER);
    },
    editAndSync(requests) {
      current = undefined;
      sheets.batchUpdate('F', { requests }, OWNER);
      const { snapshot, workbook } = look(SYNC_FIELDS);
      const healing = requestsOf(diff(snapshot, workbook).changes);
      if (healing.length > 0) sheets.batchUpdate('F', { requests: healing }, OWNER);
      placement = look(SYNC_FIELDS).placement;
    },
    snapshotAgrees() {
      const { snapshot, workbook } = look(SYNC_FIELDS);
      return requestsOf(diff(snapshot, workbook).changes).length === 0;
    },
  };
}
