// A formula in its cell: checked, written for the engine, and with the questions its sites ask of the calculated values.
import { NotEmulated } from '../contract.ts';
import type { CheckedFormula, Site } from './check-formula.ts';
import { criterionFault } from './criterion.ts';
import type { EngineValue } from './engine-model.ts';
import { engineText, engineTextInPlace, onesNeeded } from './engine-text.ts';
import { type FormulaNode, ungrouped } from './formula-tree.ts';
import { columnLetters } from './read-formula.ts';
import { areaOf, isSingleCell, type Place } from './resolve.ts';
import type { Area } from './tabs.ts';

/** A value in a cell; undefined is an empty cell. */
export type CellValue = EngineValue | undefined;
/** By sheetId, row, column. */
export type BookValues = ReadonlyMap<number, readonly (readonly CellValue[])[]>;

export interface PlacedFormula {
  readonly checked: CheckedFormula;
  readonly place: Place;
  /** What the engine's cell is given. */
  readonly input: string;
  /** How many ones its COUNTIFS need. */
  readonly ones: { readonly rows: number; readonly columns: number };
  readonly questions: readonly Question[];
}

/** Where the value of a site comes from: cells, a text joined of literals and single cells, or a formula for the engine. */
type Question = { readonly kind: Site['kind'] } & (
  | { readonly area: Area }
  | { readonly pieces: readonly (string | Area)[] }
  | { readonly engineText: string }
);

/** The formula at its place; throws what `engineText` throws. */
export function placeFormula(checked: CheckedFormula, place: Place): PlacedFormula {
  return {
    checked,
    place,
    input: `=${engineTextInPlace(checked.tree, place)}`,
    ones: onesNeeded(checked.tree, place),
    questions: checked.sites.map(({ kind, node }): Question => {
      const area = plainArea(node, place);
      if (area) return { kind, area };
      const pieces = piecesOf(node, place);
      return pieces ? { kind, pieces } : { kind, engineText: engineText(node, place) };
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

/**
 * Throws `NotEmulated` where a fraction is turned into text, or where a criterion is one the engines read differently.
 * A branch that is not taken is looked at too: the check may be stricter than the value needs.
 */
export function inspectSites(
  formulas: readonly PlacedFormula[],
  values: BookValues,
  answers: ReadonlyMap<string, CellValue>,
): void {
  for (const formula of formulas) {
    for (const question of formula.questions) {
      if ('area' in question) {
        for (const value of valuesIn(question.area, values)) inspect(value, question.kind, formula);
      } else if ('pieces' in question) {
        const texts = question.pieces.map((piece) => (typeof piece === 'string' ? piece : shortText(piece, values)));
        inspect({ kind: 'text', value: texts.join('') }, question.kind, formula);
      } else inspect(answers.get(question.engineText), question.kind, formula);
    }
  }
}

function inspect(value: CellValue, kind: Site['kind'], { checked, place }: PlacedFormula): void {
  if (kind === 'text' && value?.kind === 'number' && !Number.isInteger(value.value)) {
    throw new NotEmulated(`the fraction ${value.value} turned into text: ${checked.formula} at ${where(place)}`);
  }
  if (kind === 'criterion' && value?.kind === 'text') {
    const fault = criterionFault(value.value);
    if (fault !== undefined) {
      throw new NotEmulated(`the criterion «${value.value}» (${fault}): ${checked.formula} at ${where(place)}`);
    }
  }
}

/** «'Nhiệm vụ'!B2», for messages. */
export function where({ layout, sheetId, row, column }: Place): string {
  return `'${layout.byId.get(sheetId)?.title ?? sheetId}'!${columnLetters(column)}${row + 1}`;
}

function plainArea(node: FormulaNode, place: Place): Area | undefined {
  const inner = ungrouped(node);
  return inner.kind === 'reference' || inner.kind === 'name' ? areaOf(inner, place) : undefined;
}

/** `">="&A1` as its pieces, or undefined where something is calculated in it. */
function piecesOf(node: FormulaNode, place: Place): (string | Area)[] | undefined {
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
  const value = values.get(area.sheetId)?.[area.top]?.[area.left];
  return value ? String(value.value) : '';
}

function* valuesIn(area: Area, values: BookValues): Generator<CellValue> {
  const lines = values.get(area.sheetId) ?? [];
  for (let row = area.top; row < Math.min(area.bottom, lines.length); row += 1) {
    const line = lines[row] ?? [];
    for (let column = area.left; column < Math.min(area.right, line.length); column += 1) yield line[column];
  }
}
