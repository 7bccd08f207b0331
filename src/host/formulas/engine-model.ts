// One IronCalc model that is kept and given only what has changed since the last time. Inputs are compared text by text, so
// that it may be handed any workbook: after `write` its tab holds exactly the wanted inputs.
import type { Model } from '@ironcalc/wasm';

/** The part of `@ironcalc/wasm` the host asks for; the caller loads the wasm file. */
export interface IronCalcModule {
  readonly Model: new (name: string, locale: string, timezone: string, language: string) => Model;
}

/** What a cell of the engine holds: `'text`, a number with a decimal comma, TRUE, =formula; undefined is empty. */
export type Input = string | undefined;
export type Inputs = readonly (readonly Input[] | undefined)[];

export type EngineValue =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; value: string };

/** The engine keeps every write for its undo list; after so many a new model is cheaper. */
const WRITES_A_MODEL_LIVES = 400_000;

export class EngineModel {
  private readonly model: Model;
  private readonly tabs = new Map<string, { index: number; told: Input[][] }>();
  private writes = 0;
  private changed = false;

  /** A new tab makes the engine read all its formulas again, so all tabs are made before any is written. */
  constructor(ironcalc: IronCalcModule, tabs: readonly string[]) {
    // `de` has the semicolons and the decimal comma of vi_VN; the zone is never asked, the clock is in a cell.
    this.model = new ironcalc.Model('book', 'de', 'Asia/Ho_Chi_Minh', 'en');
    this.model.pauseEvaluation();
    tabs.forEach((name, index) => {
      if (index > 0) this.model.newSheet();
      this.model.renameSheet(index, name);
      this.tabs.set(name, { index, told: [] });
    });
  }

  get isWornOut(): boolean {
    return this.writes > WRITES_A_MODEL_LIVES;
  }

  free(): void {
    this.model.free();
  }

  /** Makes the tab hold these inputs and nothing else. */
  write(tab: string, inputs: Inputs): void {
    const rows = Math.max(this.tab(tab).told.length, inputs.length);
    for (let row = 0; row < rows; row += 1) this.writeRow(tab, row, inputs[row]);
  }

  /** Makes a row of the tab hold these inputs and nothing else. */
  writeRow(tab: string, row: number, inputs: readonly Input[] | undefined): void {
    const { index, told } = this.tab(tab);
    let known = told[row];
    if (!known) {
      if (!inputs) return;
      known = [];
      told[row] = known;
    }
    const columns = Math.max(known.length, inputs?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const input = inputs?.[column];
      if (known[column] === input) continue;
      this.model.setUserInput(index, row + 1, column + 1, input ?? '');
      known[column] = input;
      this.writes += 1;
      this.changed = true;
    }
  }

  /** True where nothing was written since the last calculation. */
  get isCalculated(): boolean {
    return !this.changed;
  }

  /** Calculates, if anything was written since. */
  calculate(): void {
    if (!this.changed) return;
    this.model.resumeEvaluation();
    this.model.evaluate();
    this.model.pauseEvaluation();
    this.model.flushSendQueue();
    this.changed = false;
  }

  /** The value of a cell; `exact` is the tab whose cell of the same place holds `=cell&""`, where every digit shows. */
  read(tab: string, row: number, column: number, exact: string): EngineValue {
    const { index } = this.tab(tab);
    const shown = this.model.getFormattedCellValue(this.tab(exact).index, row + 1, column + 1);
    switch (this.model.getCellType(index, row + 1, column + 1)) {
      case 1:
        return { kind: 'number', value: readNumber(shown) };
      case 2:
        return { kind: 'text', value: shown };
      case 4:
        return { kind: 'boolean', value: shown === 'TRUE' };
      default:
        return { kind: 'error', value: this.model.getFormattedCellValue(index, row + 1, column + 1) };
    }
  }

  private tab(name: string): { index: number; told: Input[][] } {
    const known = this.tabs.get(name);
    if (!known) throw new Error(`the engine has no tab ${name}`);
    return known;
  }
}

/** The engine writes a number as text in full and with a point. */
function readNumber(text: string): number {
  const value = Number(text);
  return Object.is(value, -0) ? 0 : value;
}

/** The input that makes a cell hold this literal, untouched by the engine's reading of typed text. */
export function literalInput(value: string | number | boolean): Input {
  if (typeof value === 'string') return value === '' ? undefined : `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value).replace('.', ',');
}
