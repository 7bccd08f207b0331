// Writes a checked formula for IronCalc: references on a tab named after its id, names replaced by what they mean, TODAY()
// and NOW() by cells of the clock tab (the engine's own clock is never asked).
import { NotEmulated } from '../contract.ts';
import { andText, countText, joinText, orText, patternText } from './engine-adaptations.ts';
import { areaText, CLOCK, engineTab, quoted } from './engine-names.ts';
import { type CallNode, childrenOf, type FormulaNode, ungrouped } from './formula-tree.ts';
import { type ArgumentKind, PROVEN } from './proven.ts';
import { areaOf, isSingleCell, type Place, sameShape } from './resolve.ts';
import type { Area } from './tabs.ts';

/** A text no cell holds: what a formula answers, with `markBlanks`, where it answers with an empty cell. */
export const BLANK_MARK = '\u0001blank';

/** The formula for the engine, without «=»: for its own cell it keeps «$» and ROW(), so that the engine sees one formula a column. */
export function engineTextInPlace(tree: FormulaNode, place: Place): string {
  return write(tree, place, { wanted: 'value', tail: false, inPlace: true });
}

/** The same for any cell: all references absolute. With `markBlanks` an empty cell as the answer becomes `BLANK_MARK`. */
export function engineText(tree: FormulaNode, place: Place, markBlanks = false): string {
  return write(tree, place, { wanted: 'value', tail: markBlanks, inPlace: false });
}

interface Position {
  readonly inPlace: boolean;
  /** `value`: a name may not mean several cells · `cells`: a range, even of one cell · `either`. */
  readonly wanted: 'value' | 'cells' | 'either';
  /** The node's value is the formula's answer, and blanks are to be marked. */
  readonly tail: boolean;
}

function write(node: FormulaNode, place: Place, position: Position): string {
  const inner: Position = { ...position, tail: false };
  switch (node.kind) {
    case 'integer':
      return node.digits;
    case 'string':
      return quoted(node.value);
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE';
    case 'error':
      return node.code;
    case 'name':
    case 'reference':
      return marked(writeArea(node, place, position), position);
    case 'unary':
      return node.operator + write(node.operand, place, inner);
    case 'percent':
      return `${write(node.operand, place, inner)}%`;
    case 'group':
      return `(${write(node.inner, place, position)})`;
    case 'binary':
      return write(node.left, place, inner) + node.operator + write(node.right, place, inner);
    case 'call':
      return writeCall(node, place, position);
  }
}

function writeArea(node: FormulaNode, place: Place, { wanted, inPlace }: Position): string {
  const area = areaOf(node, place);
  if (!area) return node.kind === 'name' ? '#NAME?' : '#REF!';
  if (wanted === 'value' && !isSingleCell(area)) throw new NotEmulated('a range where one value is wanted');
  const tab = engineTab(area.sheetId);
  if (!inPlace || node.kind !== 'reference') return areaText(tab, area, wanted === 'cells');
  const { from, to = from } = node;
  const fixed = { top: from.rowFixed, left: from.columnFixed, bottom: to.rowFixed, right: to.columnFixed };
  return areaText(tab, area, wanted === 'cells', fixed);
}

function writeCall(call: CallNode, place: Place, position: Position): string {
  const { name } = call;
  const proven = PROVEN[name];
  if (!proven) return '#NAME?';
  const count = call.arguments.length;
  if (name === 'TODAY') return `${CLOCK}!$A$1`;
  if (name === 'NOW') return `${CLOCK}!$A$2`;
  if (!position.inPlace && name === 'ROW' && count === 0) return String(place.row + 1);
  if (!position.inPlace && name === 'COLUMN' && count === 0) return String(place.column + 1);
  const kinds = call.arguments.map((_, index) => proven.kind(index, count));
  const areas = call.arguments.flatMap((argument, index) =>
    argument && kinds[index] === 'range' ? [areaOf(argument, place)] : [],
  );
  if (kinds.includes('criterion')) {
    const fault = shapeFault(name, areas);
    if (fault !== undefined) return fault;
  }
  const texts = call.arguments.map((argument, index) => {
    const kind = kinds[index] ?? 'scalar';
    const wanted = wantedAs(kind, proven.lifts ? position.wanted : 'value');
    return argument ? write(argument, place, { ...position, wanted, tail: position.tail && kind === 'branch' }) : '';
  });
  const [first = '', second = '', ...rest] = texts;
  switch (name) {
    case 'COUNTIF':
    case 'COUNTIFS':
      return areas[0] ? countText(areas[0], texts) : '#REF!';
    case 'TEXT': {
      const pattern = call.arguments[1];
      const literal = pattern && ungrouped(pattern);
      return literal?.kind === 'string' ? patternText(first, literal.value) : `TEXT(${first};${second})`;
    }
    case 'AND':
      return andText(texts);
    case 'OR':
      return orText(texts);
    case 'TEXTJOIN':
      return joinText(first, rest);
    default: {
      const text = `${name}(${texts.join(';')})`;
      return proven.result === 'unknown' && name !== 'NA' ? marked(text, position) : text;
    }
  }
}

/** The error of a function whose ranges do not exist or do not fit one another. */
function shapeFault(name: string, areas: readonly (Area | undefined)[]): string | undefined {
  const first = areas[0];
  if (!first || areas.includes(undefined)) return '#REF!';
  if (areas.every((area) => area && sameShape(area, first))) return undefined;
  if (name === 'SUMIF') throw new NotEmulated('SUMIF over ranges of different size');
  return '#VALUE!';
}

function wantedAs(kind: ArgumentKind, around: Position['wanted']): Position['wanted'] {
  if (kind === 'range') return 'cells';
  return kind === 'any' || kind === 'matrix' ? 'either' : around;
}

function marked(text: string, position: Position): string {
  return position.tail ? `IF(ISBLANK(${text});${quoted(BLANK_MARK)};${text})` : text;
}

/** True where the formula's answer may be a cell as it stands, which Google shows empty where the cell is empty. */
export function mayAnswerBlank(node: FormulaNode): boolean {
  const inner = ungrouped(node);
  if (inner.kind === 'name' || inner.kind === 'reference') return true;
  if (inner.kind !== 'call') return false;
  const proven = PROVEN[inner.name];
  if (proven?.result === 'unknown') return inner.name !== 'NA';
  if (proven?.result !== 'branch') return false;
  return inner.arguments.some(
    (argument, index) =>
      argument !== undefined && proven.kind(index, inner.arguments.length) === 'branch' && mayAnswerBlank(argument),
  );
}

/** The largest shape of ones the formula counts with: rows and columns. */
export function onesNeeded(node: FormulaNode, place: Place): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  const visit = (inner: FormulaNode): void => {
    if (inner.kind === 'call' && (inner.name === 'COUNTIF' || inner.name === 'COUNTIFS')) {
      const first = inner.arguments[0];
      const area = first && areaOf(first, place);
      rows = Math.max(rows, area ? area.bottom - area.top : 0);
      columns = Math.max(columns, area ? area.right - area.left : 0);
    }
    childrenOf(inner).forEach(visit);
  };
  visit(node);
  return { rows, columns };
}
