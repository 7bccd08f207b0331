// Evaluates workbooks for the Sheets part of the host: every formula through IronCalc, every literal by itself, every value
// shown in the patterns of Google. The answer depends on the resource and the day alone; a model is kept per spreadsheet id
// only so that the next evaluation sends what has changed.
import type { Formulas, Spreadsheet } from '../contract.ts';
import { BookEngine } from './book-engine.ts';
import type { CheckedFormula } from './check-formula.ts';
import { checkFormula } from './check-formula.ts';
import { conditionalFormats } from './conditional.ts';
import { show } from './display.ts';
import type { IronCalcModule } from './engine-model.ts';
import { errorValueOf } from './error-values.ts';
import { layoutOf } from './tabs.ts';

/** Models kept alive at the same time; each holds a whole workbook. */
const LIVING = 4;

/** The formula part of the host on a loaded `@ironcalc/wasm`. */
export function createFormulas(ironcalc: IronCalcModule): Formulas {
  const checks = new Map<string, CheckedFormula>();
  const engines = new Map<string, { engine: BookEngine; today: number }>();

  function engineFor(book: Spreadsheet): { engine: BookEngine; today: number } {
    const id = book.spreadsheetId ?? '';
    const living = engines.get(id) ?? { engine: new BookEngine(ironcalc, checks), today: 0 };
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
      const values = living.engine.calculate(layout, todaySerial);
      living.today = todaySerial;
      for (const tab of layout.tabs) {
        tab.cells.forEach((cells, row) => {
          cells.forEach((cell, column) => {
            const value = values.get(tab.sheetId)?.[row]?.[column];
            if (!value) {
              delete cell.effectiveValue;
              delete cell.formattedValue;
              return;
            }
            cell.effectiveValue =
              value.kind === 'number'
                ? { numberValue: value.value }
                : value.kind === 'text'
                  ? { stringValue: value.value }
                  : value.kind === 'boolean'
                    ? { boolValue: value.value }
                    : { errorValue: errorValueOf(value.value) };
            cell.formattedValue = show(value, cell.userEnteredFormat?.numberFormat, layout.locale);
          });
        });
      }
    },
    conditionalFormats(book) {
      const layout = layoutOf(book);
      const { engine, today } = engineFor(book);
      const values = engine.calculate(layout, today);
      return conditionalFormats(book, layout, values, engine);
    },
    check(formula, locale) {
      checkFormula(formula, locale);
    },
  };
}
