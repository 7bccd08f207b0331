// One workbook in the engine: brings the model up to the resource, calculates, reads the values back. The answer is a pure
// function of the resource and the clock; that the model lives on only saves time.
import { type CellData, NotEmulated } from '../contract.ts';
import type { CheckedFormula } from './check-formula.ts';
import { EngineModel, type Input, type IronCalcModule, literalInput } from './engine-model.ts';
import { CLOCK, engineTab, ONES } from './engine-names.ts';
import { BLANK_MARK, engineText, mayAnswerBlank, onesNeeded } from './engine-text.ts';
import type { FormulaShapes } from './formula-shapes.ts';
import {
  type BookValues,
  type CellValue,
  type Fault,
  faultsOf,
  type PlacedFormula,
  placeFormula,
  questionTexts,
  where,
} from './placed-formula.ts';
import { Reach } from './reach.ts';
import { columnLetters } from './read-formula.ts';
import { areasIn, containsCell, type Place } from './resolve.ts';
import { RowPlacer } from './row-placer.ts';
import type { Layout, Tab } from './tabs.ts';

/** The tab of the same places whose cells hold a tab's values as exact text. */
function exactTab(tab: string): string {
  return `_exact${tab}`;
}

/** Tabs of formulas that belong to no cell. They stay until others are asked: the same question costs nothing twice. */
const QUESTIONS = '_questions';
const BLANKS = '_blanks';
const GUARDS = '_guards';
const ASKED = '_asked';

export class BookEngine {
  private model: EngineModel | undefined;
  private tabKey = '';
  private placed = new Map<number, (PlacedFormula | undefined)[][]>();
  /** By tab and formula. */
  private placers = new Map<number, Map<CheckedFormula, RowPlacer>>();
  private layoutKey = '';
  private reach = new Reach();

  constructor(
    private readonly ironcalc: IronCalcModule,
    private readonly shapes: FormulaShapes,
  ) {}

  free(): void {
    this.model?.free();
    this.model = undefined;
  }

  /** Values of all cells; `today` may have a fraction, which only NOW() sees. */
  calculate(layout: Layout, today: number): BookValues {
    try {
      return this.calculated(layout, today);
    } catch (error) {
      // Whatever broke the engine, the next calculation begins with a fresh model; one that broke inside a call cannot be freed.
      if (!(error instanceof NotEmulated)) this.model = undefined;
      throw error;
    }
  }

  /** The values of further formulas at their places, after `calculate` with the same layout. */
  ask(layout: Layout, formulas: readonly { checked: CheckedFormula; place: Place }[]): CellValue[] {
    const { model } = this;
    if (!model) throw new Error('ask before calculate');
    for (const { checked, place } of formulas) {
      this.reach.add({ areas: areasIn(checked.tree, place), ones: onesNeeded(checked.tree, place) });
    }
    const texts = formulas.map(({ checked, place }) => engineText(checked.tree, place));
    this.writeCells(model, layout);
    const answers = askEngine(model, ASKED, texts);
    return texts.map((text) => answers.get(text));
  }

  /** One formula that stands in no cell, held to the same law as those that do; undefined where it answers with an empty cell. */
  answer(layout: Layout, today: number, checked: CheckedFormula, place: Place): CellValue {
    const values = this.calculate(layout, today);
    const { model } = this;
    if (!model) throw new Error('calculated without a model');
    const formula = placeFormula(checked.formula, checked, place);
    this.reach.add(formula);
    this.writeCells(model, layout);
    const text = engineText(checked.tree, place);
    const marking = engineText(checked.tree, place, true);
    const answers = askEngine(model, ASKED, [text, marking, ...questionTexts([formula])]);
    refuseFaults(model, faultsOf([formula], values, answers));
    const marked = answers.get(marking);
    return marked?.kind === 'text' && marked.value === BLANK_MARK ? undefined : answers.get(text);
  }

  private calculated(layout: Layout, today: number): BookValues {
    const model = this.modelFor(layout);
    model.write(CLOCK, [[literalInput(Math.floor(today))], [literalInput(today)]]);
    const formulas = layout.tabs.flatMap((tab) => this.placeTab(layout, tab));
    this.writeCells(model, layout);
    const answers = askEngine(model, QUESTIONS, questionTexts(formulas));
    const values = readTabs(model, layout);
    settleBlanks(model, formulas, values);
    refuseFaults(model, faultsOf(formulas, values, answers));
    return values;
  }

  private modelFor(layout: Layout): EngineModel {
    const tabKey = JSON.stringify(layout.tabs.map((tab) => tab.sheetId));
    if (this.model && (this.tabKey !== tabKey || this.model.isWornOut)) this.free();
    if (!this.model) {
      const own = layout.tabs.map((tab) => engineTab(tab.sheetId));
      const read = [QUESTIONS, BLANKS, GUARDS, ASKED, ...own];
      this.model = new EngineModel(this.ironcalc, [CLOCK, ONES, ...read, ...read.map(exactTab)]);
      this.tabKey = tabKey;
      this.reach = new Reach();
      this.layoutKey = '';
    }
    if (this.layoutKey !== layout.key) {
      this.placed = new Map();
      this.placers = new Map();
      this.layoutKey = layout.key;
    }
    return this.model;
  }

  /** The formulas of a tab; one that was placed here before, with the same text, is not read again. */
  private placeTab(layout: Layout, tab: Tab): PlacedFormula[] {
    const placed = this.placed.get(tab.sheetId) ?? [];
    this.placed.set(tab.sheetId, placed);
    return tab.cells.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const text = cell?.userEnteredValue?.formulaValue;
        if (text === undefined) return [];
        const memory = lineOf(placed, row);
        let formula = memory[column];
        if (formula?.text !== text) {
          formula = this.place(text, { layout, sheetId: tab.sheetId, row, column });
          memory[column] = formula;
        }
        return [formula];
      }),
    );
  }

  /** A formula at its place; what it reads is told to the engine from now on. */
  private place(text: string, at: Place): PlacedFormula {
    const { checked, rows } = this.shapes.read(text, at.layout.locale);
    const place = { ...at, rows };
    const placers = this.placers.get(at.sheetId) ?? new Map<CheckedFormula, RowPlacer>();
    this.placers.set(at.sheetId, placers);
    const placer = placers.get(checked);
    const known = placer?.at(text, checked, place);
    if (known) {
      if (placer?.grows) this.reach.add({ areas: [], ones: known.ones });
      return known;
    }
    const formula = placeFormula(text, checked, place);
    this.reach.add(formula);
    if (!placer) placers.set(checked, new RowPlacer(formula));
    return formula;
  }

  /** Tells the engine every formula, and the literals within reach. */
  private writeCells(model: EngineModel, layout: Layout): void {
    for (const tab of layout.tabs) {
      const name = engineTab(tab.sheetId);
      const placed = this.placed.get(tab.sheetId) ?? [];
      const mirrors: Input[][] = [];
      const inputs = tab.cells.map((cells, row) =>
        Array.from(cells, (cell, column): Input => {
          if (cell?.userEnteredValue?.formulaValue !== undefined) {
            lineOf(mirrors, row)[column] = mirrorOf(name, row, column);
            return placed[row]?.[column]?.input;
          }
          const literal = this.reach.has(tab.sheetId, column) ? literalOf(cell) : undefined;
          return literal === undefined ? undefined : literalInput(literal);
        }),
      );
      model.write(name, inputs);
      model.write(exactTab(name), mirrors);
    }
    const { ones } = this.reach;
    const line: Input[] = new Array(ones.columns).fill('1');
    model.write(ONES, new Array(ones.rows).fill(line));
  }
}

/** Formulas on a tab of their own, calculated with everything else that was written; by their text. */
function askEngine(model: EngineModel, tab: string, texts: readonly string[]): Map<string, CellValue> {
  const distinct = [...new Set(texts)];
  model.write(
    tab,
    distinct.map((text) => [`=${text}`]),
  );
  model.write(
    exactTab(tab),
    distinct.map((_, row) => [mirrorOf(tab, row, 0)]),
  );
  model.calculate();
  return new Map(distinct.map((text, row) => [text, model.read(tab, row, 0, exactTab(tab))]));
}

function readTabs(model: EngineModel, layout: Layout): Map<number, CellValue[][]> {
  const values = new Map<number, CellValue[][]>();
  for (const tab of layout.tabs) {
    const name = engineTab(tab.sheetId);
    const exact = exactTab(name);
    const lines = tab.cells.map((cells, row) =>
      Array.from(cells, (cell, column): CellValue => {
        const isFormula = cell?.userEnteredValue?.formulaValue !== undefined;
        return isFormula ? model.read(name, row, column, exact) : literalValue(literalOf(cell));
      }),
    );
    values.set(tab.sheetId, lines);
  }
  return values;
}

/**
 * A formula that answers with an empty cell shows nothing in Google and 0 in the engine. Such an answer is made empty
 * here; another formula that reads it would have been given the 0, so it is refused.
 */
function settleBlanks(
  model: EngineModel,
  formulas: readonly PlacedFormula[],
  values: Map<number, CellValue[][]>,
): void {
  const doubtful = formulas.filter(({ checked, place }) => {
    const value = values.get(place.sheetId)?.[place.row]?.[place.column];
    return value?.kind === 'number' && value.value === 0 && mayAnswerBlank(checked.tree);
  });
  const texts = doubtful.map(({ checked, place }) => engineText(checked.tree, place, true));
  const answers = askEngine(model, BLANKS, texts);
  const blank = doubtful.filter((_, index) => {
    const answer = answers.get(texts[index] ?? '');
    return answer?.kind === 'text' && answer.value === BLANK_MARK;
  });
  for (const { place } of blank) lineOf(values.get(place.sheetId) ?? [], place.row)[place.column] = undefined;
  if (blank.length === 0) return;
  for (const { text, place, areas } of formulas) {
    const read = blank.find((other) =>
      areas.some((area) => containsCell(area, other.place.sheetId, other.place.row, other.place.column)),
    );
    if (read) {
      throw new NotEmulated(
        `a formula that reads another one's empty answer (write &"" there): ${text} at ${where(place)} reads ` +
          `${read.text} at ${where(read.place)}`,
      );
    }
  }
}

/** Throws for a fault in a branch that is taken; in any other it changes nothing. */
function refuseFaults(model: EngineModel, faults: readonly Fault[]): void {
  const reached = askEngine(
    model,
    GUARDS,
    faults.flatMap((fault) => fault.reached ?? []),
  );
  for (const { message, reached: text } of faults) {
    const answer = text === undefined ? undefined : reached.get(text);
    if (text === undefined || (answer?.kind === 'boolean' && answer.value)) throw new NotEmulated(message);
  }
}

/** A formula whose text shows every digit of the cell's value. */
function mirrorOf(tab: string, row: number, column: number): string {
  return `=${tab}!${columnLetters(column)}${row + 1}&""`;
}

/** The line of a sparse table, made where it is missing. */
function lineOf<T>(table: T[][], row: number): T[] {
  const line = table[row] ?? [];
  table[row] = line;
  return line;
}

/** The literal a cell holds; an empty text is no value, as the API stores it. */
function literalOf(cell: CellData | undefined): string | number | boolean | undefined {
  const entered = cell?.userEnteredValue;
  if (!entered) return undefined;
  if (entered.errorValue) throw new NotEmulated('an error entered as a value');
  return entered.stringValue || (entered.numberValue ?? entered.boolValue);
}

function literalValue(literal: string | number | boolean | undefined): CellValue {
  if (literal === undefined) return undefined;
  if (typeof literal === 'string') return { kind: 'text', value: literal };
  return typeof literal === 'number' ? { kind: 'number', value: literal } : { kind: 'boolean', value: literal };
}
