// Evaluates workbooks for the Sheets part of the host: every formula through IronCalc, every literal by itself, every value
// shown in the patterns of Google. The answer depends on the resource and the day alone; models are kept only so
// that the next evaluation sends what has changed.
import type { CellData, Formulas, Spreadsheet, Values } from '../contract.ts';
import { BookEngine } from './book-engine.ts';
import { type BookValues, isFormula, literalValue } from './book-values.ts';
import { conditionalFormats } from './conditional.ts';
import { show } from './display.ts';
import type { EngineValue, IronCalcModule } from './engine-model.ts';
import { errorValueOf } from './error-values.ts';
import { FormulaShapes } from './formula-shapes.ts';
import { areasIn } from './resolve.ts';
import { Slices } from './slice.ts';
import { type Area, type Layout, layoutOf } from './tabs.ts';

type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;

/** Models kept at the same time; each holds what was asked of a workbook. */
const LIVING = 8;

/** The formula part of the host on a loaded `@ironcalc/wasm`. Hosts may share it: an answer depends on the workbook alone. */
export function createFormulas(ironcalc: IronCalcModule): Formulas {
  const shapes = new FormulaShapes();
  const slices = new Slices(shapes);
  const engines = new Map<string, BookEngine>();
  const known = new WeakMap<Spreadsheet, { readonly today: number; readonly values: Values }>();

  /**
   * One engine for what is asked of workbooks with the same tabs, be it the same file later, a copy of it or another host's: it is told
   * only what differs, and to tell it a whole workbook takes a hundred times as long.
   */
  function engineFor({ tabs }: Layout, asked: number | 'all' | 'literals'): BookEngine {
    const id = [asked, ...tabs.map(({ sheetId }) => sheetId)].join(' ');
    const engine = engines.get(id) ?? new BookEngine(ironcalc, shapes);
    engines.delete(id);
    engines.set(id, engine);
    for (const [oldest, living] of engines) {
      if (engines.size <= LIVING) break;
      living.free();
      engines.delete(oldest);
    }
    return engine;
  }

  function valuesOf(book: Spreadsheet, today: number): Values {
    const layout = layoutOf(book);
    const calculated = new Map<number, BookValues>();
    const coloured = new Map<number, ReturnType<Values['conditionalFormats']>>();
    const calculate = (sheetId: number): BookValues => {
      const known = calculated.get(sheetId);
      if (known) return known;
      const values = engineFor(layout, sheetId).calculate(layout, today, slices.of(layout, sheetId));
      calculated.set(sheetId, values);
      return values;
    };
    return {
      at(sheetId, row, column) {
        const cell = layout.byId.get(sheetId)?.cells[row]?.[column];
        if (!cell?.userEnteredValue) return {};
        const value = isFormula(cell) ? calculate(sheetId).at(sheetId, row, column) : literalValue(cell);
        if (!value) return {};
        return {
          effectiveValue: extendedValue(value),
          // A date's text takes longer than its number, and few ask.
          get formattedValue() {
            return show(value, cell.userEnteredFormat?.numberFormat, layout.locale);
          },
        };
      },
      conditionalFormats(sheetId) {
        const known = coloured.get(sheetId);
        if (known) return known;
        const sheet = book.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
        const tab = layout.byId.get(sheetId);
        if (!tab || !sheet?.conditionalFormats?.length) return {};
        const engine = engineFor(layout, sheetId);
        const values = engine.calculate(layout, today, slices.of(layout, sheetId));
        const found = conditionalFormats(sheet.conditionalFormats, tab, layout, values, engine, shapes);
        coloured.set(sheetId, found);
        return found;
      },
    };
  }

  return {
    values(book, todaySerial) {
      const last = known.get(book);
      if (last?.today === todaySerial) return last.values;
      const values = valuesOf(book, todaySerial);
      known.set(book, { today: todaySerial, values });
      return values;
    },
    answer(book, todaySerial, formula, at) {
      const whole = layoutOf(book);
      const checked = shapes.check(formula, whole.locale);
      const small = literalPart(book, areasIn(checked.tree, { layout: whole, ...at }));
      const layout = small ? layoutOf(small) : whole;
      const value = engineFor(layout, small ? 'literals' : 'all').answer(layout, todaySerial, checked, {
        layout,
        ...at,
      });
      return value && extendedValue(value);
    },
    check(formula, locale) {
      shapes.read(formula, locale);
    },
  };
}

/**
 * The workbook with nothing but the cells of these areas; undefined where one of them holds a formula.
 * What a validation reads is mostly what people typed, and that needs no workbook calculated.
 */
function literalPart(book: Spreadsheet, areas: readonly Area[]): Spreadsheet | undefined {
  const rows = new Map<number, CellData[][]>();
  for (const area of areas) {
    const sheet = book.sheets?.find((one) => (one.properties?.sheetId ?? 0) === area.sheetId);
    const stored = sheet?.data?.[0]?.rowData ?? [];
    const kept = rows.get(area.sheetId) ?? [];
    rows.set(area.sheetId, kept);
    for (let row = area.top; row < Math.min(area.bottom, stored.length); row += 1) {
      const values = stored[row]?.values ?? [];
      const line = kept[row] ?? [];
      kept[row] = line;
      for (let column = area.left; column < Math.min(area.right, values.length); column += 1) {
        const { userEnteredValue } = values[column] ?? {};
        if (userEnteredValue?.formulaValue !== undefined) return undefined;
        if (userEnteredValue) line[column] = { userEnteredValue };
      }
    }
  }
  const sheets = book.sheets?.map(({ properties }): Sheet => {
    const kept = rows.get(properties?.sheetId ?? 0) ?? [];
    const rowData = Array.from(kept, (line) => ({ values: Array.from(line ?? [], (cell) => cell ?? {}) }));
    return { ...(properties ? { properties } : {}), data: [{ rowData }] };
  });
  return { ...book, ...(sheets ? { sheets } : {}) };
}

function extendedValue(value: EngineValue): NonNullable<CellData['effectiveValue']> {
  switch (value.kind) {
    case 'number':
      return { numberValue: value.value };
    case 'text':
      return { stringValue: value.value };
    case 'boolean':
      return { boolValue: value.value };
    case 'error':
      return { errorValue: errorValueOf(value.value) };
  }
}
