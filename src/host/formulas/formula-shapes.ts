// Reads formulas once a shape: a column of a thousand rows holds one formula, written a thousand times with other row numbers.
// What is remembered changes no answer: a text is taken for a shifted one only where every relative row is off by the same
// number and nothing else differs.
import { RecentTexts, RowText } from '../row-text.ts';
import { type CheckedFormula, checkFormula } from './check-formula.ts';
import { syntaxOf, tokens } from './formula-tokens.ts';
import { childrenOf, type FormulaNode } from './formula-tree.ts';

/** A formula's text, read: `checked` with all relative rows so many `rows` further down. */
export interface ReadFormula {
  readonly checked: CheckedFormula;
  readonly rows: number;
}

interface Shape {
  readonly checked: CheckedFormula;
  readonly text: RowText;
  /** How far it may be shifted before a range such as A$5:A7 turns over. */
  readonly least: number;
  readonly most: number;
}

/** Remembered texts, and shapes met last: a workbook repeats few thousand of the first and some dozens of the second. */
const REMEMBERED = 40_000;
const RECENT = 64;
const CELL = /^\$?[A-Za-z]{1,3}(?=[0-9])/u;

export class FormulaShapes {
  private readonly texts = new Map<string, ReadFormula>();
  private readonly checks = new Map<string, CheckedFormula>();
  private readonly recent = new Map<string, RecentTexts<Shape>>();

  /** `checkFormula`, once a text; the answer is of this very text. */
  check(formula: string, locale: string): CheckedFormula {
    const key = `${locale} ${formula}`;
    return this.checks.get(key) ?? remember(this.checks, key, checkFormula(formula, locale));
  }

  /** `checkFormula`, once a shape; throws what it throws. */
  read(formula: string, locale: string): ReadFormula {
    const key = `${locale} ${formula}`;
    return this.texts.get(key) ?? remember(this.texts, key, this.readNew(formula, locale));
  }

  private readNew(formula: string, locale: string): ReadFormula {
    const recent = this.recent.get(locale) ?? new RecentTexts<Shape>(RECENT);
    this.recent.set(locale, recent);
    const found = recent.find(formula);
    if (found && found.by >= found.known.least && found.by <= found.known.most) {
      return { checked: found.known.checked, rows: found.by };
    }
    const checked = this.check(formula, locale);
    if (!found) recent.add(shapeOf(checked, locale));
    return { checked, rows: 0 };
  }
}

function remember<T>(memory: Map<string, T>, key: string, value: T): T {
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}

function shapeOf(checked: CheckedFormula, locale: string): Shape {
  const { formula } = checked;
  const numbers = tokens(formula, syntaxOf(locale)).flatMap(({ kind, text, at }) => {
    const letters = kind === 'cell' ? CELL.exec(text) : null;
    return letters ? [{ at: at + letters[0].length, length: text.length - letters[0].length }] : [];
  });
  const bounds = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  narrow(checked.tree, bounds);
  return { checked, text: RowText.cut(formula, numbers), ...bounds };
}

function narrow(node: FormulaNode, bounds: { least: number; most: number }): void {
  if (node.kind === 'reference' && node.to && node.from.rowFixed !== node.to.rowFixed) {
    if (node.from.rowFixed) bounds.least = Math.max(bounds.least, node.from.row - node.to.row);
    else bounds.most = Math.min(bounds.most, node.to.row - node.from.row);
  }
  for (const child of childrenOf(node)) narrow(child, bounds);
}
