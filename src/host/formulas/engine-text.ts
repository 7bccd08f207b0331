// Writes a checked formula for IronCalc: references on a tab named after its id, names replaced by what they mean, TODAY()
// and NOW() by cells of the clock tab (the engine's own clock is never asked).
import { NotEmulated } from '../contract.ts';
import { andText, countText, joinText, orText, patternText } from './engine-adaptations.ts';
import { areaText, CLOCK, engineTab, quoted } from './engine-names.ts';
import { type CallNode, childrenOf, type FormulaNode, ungrouped } from './formula-tree.ts';
import { type ArgumentKind, PROVEN } from './proven.ts';
import { areaOf, type FormulaPlace, isSingleCell, sameShape } from './resolve.ts';
import type { Area } from './tabs.ts';

/** A text no cell holds: what a formula answers, with `markBlanks`, where it answers with an empty cell. */
export const BLANK_MARK = '\u0001blank';

/** The formula for the engine, without «=»: for its own cell it keeps «$» and ROW(), so that the engine sees one formula a column. */
export function engineTextInPlace(tree: FormulaNode, place: FormulaPlace): string {
  return write(tree, place, { wanted: 'value', tail: false, inPlace: true, rows: Number.POSITIVE_INFINITY });
}

/** The same for any cell: all references absolute. With `markBlanks` an empty cell as the answer becomes `BLANK_MARK`. */
export function engineText(tree: FormulaNode, place: FormulaPlace, markBlanks = false): string {
  return write(tree, place, { wanted: 'value', tail: markBlanks, inPlace: false, rows: Number.POSITIVE_INFINITY });
}

interface Position {
  readonly inPlace: boolean;
  /** So many rows of a range are enough; those below are empty and change nothing. */
  readonly rows: number;
  /** `value`: a name may not mean several cells · `cells`: a range, even of one cell · `either`. */
  readonly wanted: 'value' | 'cells' | 'either';
  /** The node's value is the formula's answer, and blanks are to be marked. */
  readonly tail: boolean;
}

function write(node: FormulaNode, place: FormulaPlace, position: Position): string {
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

function writeArea(node: FormulaNode, place: FormulaPlace, { wanted, inPlace, rows }: Position): string {
  const whole = areaOf(node, place);
  if (!whole) return node.kind === 'name' ? '#NAME?' : '#REF!';
  const area = { ...whole, bottom: Math.min(whole.bottom, whole.top + rows) };
  if (wanted === 'value' && !isSingleCell(area)) throw new NotEmulated('a range where one value is wanted');
  const tab = engineTab(area.sheetId);
  if (!inPlace || node.kind !== 'reference') return areaText(tab, area, wanted === 'cells');
  const { from, to = from } = node;
  const fixed = { top: from.rowFixed, left: from.columnFixed, bottom: to.rowFixed, right: to.columnFixed };
  return areaText(tab, area, wanted === 'cells', fixed);
}

function writeCall(call: CallNode, place: FormulaPlace, position: Position): string {
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
  const rows = rowsEnough(call, kinds, areas, place);
  const texts = call.arguments.map((argument, index) => {
    const kind = kinds[index] ?? 'scalar';
    const wanted = wantedAs(kind, proven.lifts ? position.wanted : 'value');
    return argument
      ? write(argument, place, {
          ...position,
          wanted,
          tail: position.tail && kind === 'branch',
          rows: kind === 'range' ? rows : Number.POSITIVE_INFINITY,
        })
      : '';
  });
  const [first = '', second = '', ...rest] = texts;
  switch (name) {
    case 'COUNTIF':
    case 'COUNTIFS':
      return areas[0]
        ? countText(
            { ...areas[0], bottom: Math.min(areas[0].bottom, areas[0].top + rows) },
            texts,
            position.inPlace && growsDown(call.arguments[0]),
          )
        : '#REF!';
    case 'TEXT': {
      const pattern = call.arguments[1];
      const literal = pattern && ungrouped(pattern);
      return literal?.kind === 'string' ? patternText(first, literal.value) : `TEXT(${first};${second})`;
    }
    case 'AND':
      return andText(texts);
    case 'OR':
      return orText(texts);
    case 'ISFORMULA':
      // The engine takes no error for a cell.
      return areas[0] ? `${name}(${first})` : '#REF!';
    case 'TEXTJOIN':
      return joinText(first, rest);
    default: {
      const text = `${name}(${texts.join(';')})`;
      return proven.result === 'unknown' && name !== 'NA' ? marked(text, position) : text;
    }
  }
}

/** A$2:A7: each row further down it is one row longer. */
export function growsDown(node: FormulaNode | undefined): boolean {
  const inner = node && ungrouped(node);
  return inner?.kind === 'reference' && inner.to !== undefined && inner.from.rowFixed && !inner.to.rowFixed;
}

/**
 * How many rows of its ranges a function needs to see: a tab of 5,000 rows, 72 of them filled, is asked for by hundreds of
 * COUNTIFS. Rows that are empty in all ranges add nothing to a sum, and to a count only where every criterion may be met by
 * an empty cell.
 */
function rowsEnough(
  call: CallNode,
  kinds: readonly ArgumentKind[],
  areas: readonly (Area | undefined)[],
  place: FormulaPlace,
): number {
  if (!kinds.includes('criterion')) return Number.POSITIVE_INFINITY;
  const counts = call.name === 'COUNTIF' || call.name === 'COUNTIFS';
  const skips = call.arguments.some(
    (argument, index) => argument && kinds[index] === 'criterion' && skipsBlanks(argument),
  );
  if (counts && !skips) return Number.POSITIVE_INFINITY;
  const needed = areas.map((area) =>
    area ? (place.layout.byId.get(area.sheetId)?.filled ?? area.bottom) - area.top : 1,
  );
  return Math.max(1, ...needed);
}

/** Whether no empty cell can meet the criterion, whatever it is joined with. */
function skipsBlanks(criterion: FormulaNode): boolean {
  const node = ungrouped(criterion);
  if (node.kind === 'integer' || node.kind === 'boolean') return true;
  if (node.kind === 'string') return !/^(?:=?|<>.+)$/su.test(node.value);
  return node.kind === 'binary' && node.operator === '&' && startsWithOrder(node.left);
}

function startsWithOrder(node: FormulaNode): boolean {
  const inner = ungrouped(node);
  if (inner.kind === 'binary' && inner.operator === '&') return startsWithOrder(inner.left);
  return inner.kind === 'string' && /^(?:[<>]=?)$/u.test(inner.value);
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

/** True where the formula's answer may be a cell as it is, which Google shows empty where the cell is empty. */
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
export function onesNeeded(node: FormulaNode, place: FormulaPlace): { rows: number; columns: number } {
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
