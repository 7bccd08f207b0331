// One workbook in the engine: brings the model up to the resource, calculates, reads the values back. The answer is a pure
// function of the resource and the clock; keeping the model only saves time.

import { columnLetters } from '../../core/a1.ts';
import { type CellData, NotEmulated } from '../contract.ts';
import { type Answers, BookValues, type CellValue, isFormula, literalOf } from './book-values.ts';
import type { CheckedFormula } from './check-formula.ts';
import { EngineModel, type Input, type IronCalcModule, literalInput } from './engine-model.ts';
import { CLOCK, engineTab, ONES } from './engine-names.ts';
import { BLANK_MARK, engineText, mayAnswerBlank, onesNeeded } from './engine-text.ts';
import type { FormulaShapes } from './formula-shapes.ts';
import { type Fault, faultsOf, type PlacedFormula, placeFormula, questionTexts, where } from './placed-formula.ts';
import { Reach } from './reach.ts';
import { areasIn, containsCell, type FormulaPlace } from './resolve.ts';
import { RowPlacer } from './row-placer.ts';
import { type Slice, sliceKey } from './slice.ts';
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

/** A row as the engine was told it. Rows are never changed in place, so the same row needs no second look. */
interface Row {
  readonly cells: readonly CellData[];
  /** By column; nothing where there is no formula. */
  readonly formulas: readonly (PlacedFormula | undefined)[];
  told: boolean;
}

export class BookEngine {
  private model: EngineModel | undefined;
  private tabKey = '';
  private rows = new Map<number, Row[]>();
  /** By tab and formula. */
  private placers = new Map<number, Map<CheckedFormula, RowPlacer>>();
  private layoutKey = '';
  /** What is calculated; undefined: all. */
  private slice: Slice | undefined;
  private reach = new Reach();
  /** How far the literals that were told reach. */
  private toldReach = 0;
  /** What the formulas answered when the model was calculated last; undefined after a refusal. */
  private answers: Answers | undefined;

  constructor(
    private readonly ironcalc: IronCalcModule,
    private readonly shapes: FormulaShapes,
  ) {}

  free(): void {
    this.model?.free();
    this.model = undefined;
  }

  /** Values of literals and of the formulas of a slice, or of all; `today` may have a fraction, which only NOW() sees. */
  calculate(layout: Layout, today: number, slice?: Slice): BookValues {
    try {
      return this.calculated(layout, today, slice);
    } catch (error) {
      this.answers = undefined;
      // Whatever broke the engine, the next calculation begins with a fresh model; one that broke inside a call cannot be freed.
      if (!(error instanceof NotEmulated)) this.model = undefined;
      throw error;
    }
  }

  /** The values of further formulas at their places, after `calculate` with the same layout. */
  ask(layout: Layout, formulas: readonly { checked: CheckedFormula; place: FormulaPlace }[]): CellValue[] {
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

  /** One formula that is in no cell, held to the same rules as those that are; undefined where it answers with an empty cell. */
  answer(layout: Layout, today: number, checked: CheckedFormula, place: FormulaPlace): CellValue {
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

  private calculated(layout: Layout, today: number, slice: Slice | undefined): BookValues {
    const model = this.modelFor(layout, sliceKey(slice));
    this.slice = slice;
    model.write(CLOCK, [[literalInput(Math.floor(today))], [literalInput(today)]]);
    for (const tab of layout.tabs) this.placeTab(layout, tab, slice && (slice.get(tab.sheetId) ?? new Set()));
    this.writeCells(model, layout);
    // Nothing that a formula sees is different.
    if (this.answers && model.isCalculated) return new BookValues(layout, this.answers);
    const formulas = [...this.placed()];
    const questions = askEngine(model, QUESTIONS, questionTexts(formulas));
    const answers = readAnswers(model, formulas);
    const values = new BookValues(layout, answers);
    settleBlanks(model, formulas, answers);
    refuseFaults(model, faultsOf(formulas, values, questions));
    this.answers = answers;
    return values;
  }

  private *placed(): Generator<PlacedFormula> {
    for (const rows of this.rows.values()) {
      for (const { formulas } of rows) for (const formula of formulas) if (formula) yield formula;
    }
  }

  private modelFor(layout: Layout, ofSlice: string): EngineModel {
    const tabKey = JSON.stringify(layout.tabs.map((tab) => tab.sheetId));
    if (this.model && (this.tabKey !== tabKey || this.model.isWornOut)) this.free();
    if (!this.model) {
      const own = layout.tabs.map((tab) => engineTab(tab.sheetId));
      const read = [QUESTIONS, BLANKS, GUARDS, ASKED, ...own];
      this.model = new EngineModel(this.ironcalc, [CLOCK, ONES, ...read, ...read.map(exactTab)]);
      this.tabKey = tabKey;
      this.reach = new Reach();
      this.toldReach = 0;
      this.layoutKey = '';
    }
    const layoutKey = `${layout.key} ${ofSlice}`;
    if (this.layoutKey !== layoutKey) {
      this.rows = new Map();
      this.placers = new Map();
      this.answers = undefined;
      this.layoutKey = layoutKey;
    }
    return this.model;
  }

  /** Reads the formulas of these columns, or of all, in the rows that are not those of the last time. */
  private placeTab(layout: Layout, tab: Tab, columns: ReadonlySet<number> | undefined): void {
    const rows = this.rows.get(tab.sheetId) ?? [];
    this.rows.set(tab.sheetId, rows);
    tab.cells.forEach((cells, row) => {
      const known = rows[row];
      if (known && (known.cells === cells || (known.cells.length === 0 && cells.length === 0))) return;
      const placeCell = (cell: CellData | undefined, column: number) => {
        const text = cell?.userEnteredValue?.formulaValue;
        if (text === undefined || columns?.has(column) === false) return undefined;
        const before = known?.formulas[column];
        return before?.text === text ? before : this.place(text, { layout, sheetId: tab.sheetId, row, column });
      };
      rows[row] = { cells, formulas: columns?.size === 0 ? [] : Array.from(cells, placeCell), told: false };
    });
    for (let row = tab.cells.length; row < rows.length; row += 1) rows[row] = { cells: [], formulas: [], told: false };
  }

  /** A formula at its place; what it reads is told to the engine from now on. */
  private place(text: string, at: FormulaPlace): PlacedFormula {
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

  /** Tells the engine what it does not know: formulas, and the literals within reach. */
  private writeCells(model: EngineModel, layout: Layout): void {
    const isFurther = this.toldReach !== this.reach.grown;
    for (const { sheetId } of layout.tabs) {
      // A tab that nothing reads and that calculates nothing: backups and journals grow by hundreds of rows.
      if (!this.reach.hasTab(sheetId) && this.slice && !this.slice.get(sheetId)?.size) continue;
      const name = engineTab(sheetId);
      this.rows.get(sheetId)?.forEach((one, row) => {
        if (one.told && !isFurther) return;
        const inputs = Array.from(one.cells, (cell, column): Input => {
          const formula = one.formulas[column];
          if (formula) return formula.input;
          if (isFormula(cell)) return undefined;
          const literal = this.reach.has(sheetId, column) ? literalOf(cell) : undefined;
          return literal === undefined ? undefined : literalInput(literal);
        });
        model.writeRow(name, row, inputs);
        const mirrors = one.formulas.map((formula, column) => formula && mirrorOf(name, row, column));
        model.writeRow(exactTab(name), row, mirrors);
        one.told = true;
      });
    }
    const { ones } = this.reach;
    const line: Input[] = new Array(ones.columns).fill('1');
    model.write(ONES, new Array(ones.rows).fill(line));
    this.toldReach = this.reach.grown;
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

function readAnswers(model: EngineModel, formulas: readonly PlacedFormula[]): Map<number, CellValue[][]> {
  const answers = new Map<number, CellValue[][]>();
  for (const { place } of formulas) {
    const { sheetId, row, column } = place;
    const lines = answers.get(sheetId) ?? [];
    answers.set(sheetId, lines);
    const name = engineTab(sheetId);
    lineOf(lines, row)[column] = model.read(name, row, column, exactTab(name));
  }
  return answers;
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
