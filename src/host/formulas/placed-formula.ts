// A formula in its cell: checked, written for the engine, and with the questions its sites ask of the calculated values.

import { columnLetters } from '../../core/a1.ts';
import type { BookValues, CellValue } from './book-values.ts';
import type { CheckedFormula, Site } from './check-formula.ts';
import { criterionFault } from './criterion.ts';
import { engineText, engineTextInPlace, onesNeeded } from './engine-text.ts';
import { type FormulaNode, ungrouped } from './formula-tree.ts';
import { areaOf, areasIn, type FormulaPlace, isSingleCell } from './resolve.ts';
import type { Area } from './tabs.ts';

export interface PlacedFormula {
  /** As it is in the cell; `checked` may be the same formula of another row. */
  readonly text: string;
  readonly checked: CheckedFormula;
  readonly place: FormulaPlace;
  /** What the engine's cell is given. */
  readonly input: string;
  /** Every area it reads. */
  readonly areas: readonly Area[];
  /** How many ones its COUNTIFS need. */
  readonly ones: { readonly rows: number; readonly columns: number };
  readonly questions: readonly Question[];
}

/** Where the value of a site comes from: cells, a text joined of literals and single cells, or a formula for the engine. */
type Question = { readonly site: Site } & (
  | { readonly area: Area }
  | { readonly pieces: readonly (string | Area)[] }
  | { readonly engineText: string }
);

/** The formula at its place; throws what `engineText` throws. */
export function placeFormula(text: string, checked: CheckedFormula, place: FormulaPlace): PlacedFormula {
  return placedInput(text, checked, place, `=${engineTextInPlace(checked.tree, place)}`);
}

/** The same where the engine's text is known already. Areas are looked up when they are asked for: few ask. */
export function placedInput(text: string, checked: CheckedFormula, place: FormulaPlace, input: string): PlacedFormula {
  let areas: readonly Area[] | undefined;
  return {
    text,
    checked,
    place,
    input,
    get areas() {
      areas ??= areasIn(checked.tree, place);
      return areas;
    },
    get ones() {
      return onesNeeded(checked.tree, place);
    },
    questions: checked.sites.map((site): Question => {
      const area = plainArea(site.node, place);
      if (area) return { site, area };
      const pieces = piecesOf(site.node, place);
      return pieces ? { site, pieces } : { site, engineText: engineText(site.node, place) };
    }),
  };
}

/** The formulas that must be calculated to answer the questions. */
export function questionTexts(formulas: readonly PlacedFormula[]): string[] {
  const texts = new Set<string>();
  for (const { questions } of formulas) {
    for (const question of questions) if ('engineText' in question) texts.add(question.engineText);
  }
  return [...texts];
}

/** A site whose value the engines do not treat alike; it matters where the formula gets there. */
export interface Fault {
  readonly message: string;
  /** A formula that is TRUE where the site is calculated; undefined: always. */
  readonly reached: string | undefined;
}

/** The sites where a fraction is turned into text, or whose criterion is one the engines read differently. */
export function faultsOf(
  formulas: readonly PlacedFormula[],
  values: BookValues,
  answers: ReadonlyMap<string, CellValue>,
): Fault[] {
  const faults: Fault[] = [];
  for (const formula of formulas) {
    for (const question of formula.questions) {
      for (const value of valuesOf(question, values, answers)) {
        const fault = faultOf(value, question.site.kind);
        if (fault === undefined) continue;
        const message = `${fault}: ${formula.text} at ${where(formula.place)}`;
        faults.push({ message, reached: reachedText(question.site, formula.place) });
        break;
      }
    }
  }
  return faults;
}

function valuesOf(
  question: Question,
  values: BookValues,
  answers: ReadonlyMap<string, CellValue>,
): Iterable<CellValue> {
  if ('area' in question) return values.in(question.area);
  if ('engineText' in question) return [answers.get(question.engineText)];
  const texts = question.pieces.map((piece) => (typeof piece === 'string' ? piece : shortText(piece, values)));
  return [{ kind: 'text', value: texts.join('') }];
}

function faultOf(value: CellValue, kind: Site['kind']): string | undefined {
  if (kind === 'text') {
    const isFraction = value?.kind === 'number' && !Number.isInteger(value.value);
    return isFraction ? `the fraction ${value.value} turned into text` : undefined;
  }
  const fault = value?.kind === 'text' ? criterionFault(value.value) : undefined;
  return fault === undefined ? undefined : `the criterion «${value?.value}» (${fault})`;
}

function reachedText({ guards }: Site, place: FormulaPlace): string | undefined {
  if (guards.length === 0) return undefined;
  return guards.reduceRight((inner, { condition, wanted }) => {
    const text = engineText(condition, place);
    if (wanted === 'error') return `IF(ISERROR(${text});${inner};FALSE)`;
    return wanted === 'true' ? `IF(${text};${inner};FALSE)` : `IF(${text};FALSE;${inner})`;
  }, 'TRUE');
}

/** «'Nhiệm vụ'!B2», for messages. */
export function where({ layout, sheetId, row, column }: FormulaPlace): string {
  return `'${layout.byId.get(sheetId)?.title ?? sheetId}'!${columnLetters(column)}${row + 1}`;
}

function plainArea(node: FormulaNode, place: FormulaPlace): Area | undefined {
  const inner = ungrouped(node);
  return inner.kind === 'reference' || inner.kind === 'name' ? areaOf(inner, place) : undefined;
}

/** `">="&A1` as its pieces, or undefined where something is calculated in it. */
function piecesOf(node: FormulaNode, place: FormulaPlace): (string | Area)[] | undefined {
  const inner = ungrouped(node);
  if (inner.kind === 'string') return [inner.value];
  if (inner.kind === 'integer') return [inner.digits];
  if (inner.kind === 'binary' && inner.operator === '&') {
    const left = piecesOf(inner.left, place);
    const right = piecesOf(inner.right, place);
    return left && right ? [...left, ...right] : undefined;
  }
  const area = plainArea(inner, place);
  return area && isSingleCell(area) ? [area] : undefined;
}

function shortText(area: Area, values: BookValues): string {
  const value = values.at(area.sheetId, area.top, area.left);
  return value ? String(value.value) : '';
}
