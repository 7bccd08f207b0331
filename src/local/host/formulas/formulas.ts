// Evaluates workbooks for the Sheets part of the host: every formula through IronCalc, every literal by itself, every value
// shown in the patterns of Google. The answer depends on the resource and the day alone; a model is kept per spreadsheet id
// only so that the next evaluation sends what has changed.
import type { CellData, Formulas, Spreadsheet } from '../contract.ts';
import { BookEngine } from './book-engine.ts';
import { conditionalFormats } from './conditional.ts';
import { show } from './display.ts';
import type { EngineValue, IronCalcModule } from './engine-model.ts';
import { errorValueOf } from './error-values.ts';
import { FormulaShapes } from './formula-shapes.ts';
import type { BookValues } from './placed-formula.ts';
import { areasIn } from './resolve.ts';
import { type Area, type Layout, layoutOf } from './tabs.ts';

type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;

/** Models kept alive at the same time; each holds a whole workbook. */
const LIVING = 4;

interface Living {
  readonly engine: BookEngine;
  today: number;
  /** What the engine holds: workbooks are never changed in place, so the colours of the same one need no second calculation. */
  last?: { readonly book: Spreadsheet; readonly layout: Layout; readonly values: BookValues } | undefined;
}

/** The formula part of the host on a loaded `@ironcalc/wasm`. */
export function createFormulas(ironcalc: IronCalcModule): Formulas {
  const shapes = new FormulaShapes();
  const engines = new Map<string, Living>();

  function engineFor(book: Spreadsheet): Living {
    const id = book.spreadsheetId ?? '';
    const living: Living = engines.get(id) ?? { engine: new BookEngine(ironcalc, shapes), today: 0 };
    engines.delete(id);
    engines.set(id, living);
    for (const [oldest, { engine }] of engines) {
      if (engines.size <= LIVING) break;
      engine.free();
      engines.delete(oldest);
    }
    return living;
  }

  return {
    evaluate(book, todaySerial) {
      const layout = layoutOf(book);
      const living = engineFor(book);
      living.last = undefined;
      const values = living.engine.calculate(layout, todaySerial);
      living.today = todaySerial;
      living.last = { book, layout, values };
      for (const tab of layout.tabs) {
        tab.cells.forEach((cells, row) => {
          cells.forEach((cell, column) => {
            const value = values.get(tab.sheetId)?.[row]?.[column];
            if (!value) {
              delete cell.effectiveValue;
              delete cell.formattedValue;
              return;
            }
            cell.effectiveValue = extendedValue(value);
            cell.formattedValue = show(value, cell.userEnteredFormat?.numberFormat, layout.locale);
          });
        });
      }
    },
    conditionalFormats(book) {
      const { engine, today, last } = engineFor(book);
      if (last?.book === book) return conditionalFormats(book, last.layout, last.values, engine, shapes);
      const layout = layoutOf(book);
      const values = engine.calculate(layout, today);
      return conditionalFormats(book, layout, values, engine, shapes);
    },
    answer(book, todaySerial, formula, at) {
      const whole = layoutOf(book);
      const checked = shapes.check(formula, whole.locale);
      const small = literalPart(book, areasIn(checked.tree, { layout: whole, ...at }));
      const living = engineFor(small ?? book);
      living.today = todaySerial;
      living.last = undefined;
      const layout = small ? layoutOf(small) : whole;
      const value = living.engine.answer(layout, todaySerial, checked, { layout, ...at });
      return value && extendedValue(value);
    },
    check(formula, locale) {
      shapes.read(formula, locale);
    },
  };
}

/**
 * The workbook with nothing but the cells of these areas, under an id of its own; undefined where one of them holds a formula.
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
  return { ...book, spreadsheetId: `${book.spreadsheetId ?? ''} literals`, ...(sheets ? { sheets } : {}) };
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
