// Writes a formula's tree as Excel's files hold it: English names, «,» between arguments, newer functions under the prefix
// that older programs know them by.

import { columnLetters, quoteTab } from '../../core/a1.ts';
import type { Spreadsheet } from '../contract.ts';
import { syntaxOf } from '../formulas/formula-tokens.ts';
import type { CallNode, CellPoint, FormulaNode } from '../formulas/formula-tree.ts';
import { readFormula } from '../formulas/read-formula.ts';

/** Functions that came after Excel 2007: without the prefix Excel says #NAME?. */
const LATER = new Set('IFS SWITCH TEXTJOIN MAXIFS MINIFS UNICHAR UNICODE DAYS IFNA XOR CONCAT ISFORMULA'.split(' '));

/** How far a formula is from the cell it was written for. */
export interface Move {
  readonly rows: number;
  readonly columns: number;
}

const STAYS: Move = { rows: 0, columns: 0 };

/** A cell's formula («=…» in the workbook's locale) as it is in an Excel file, without «=». Throws as `readFormula` does. */
export function excelFormula(formula: string, book: Spreadsheet): string {
  return answer(treeOf(formula, book));
}

/** The same of a formula that a rule goes by; relative references go with `move`. */
export function excelCondition(formula: string, book: Spreadsheet, move: Move = STAYS): string {
  return written(treeOf(formula, book), move);
}

function treeOf(formula: string, book: Spreadsheet): FormulaNode {
  return readFormula(formula, syntaxOf(book.properties?.locale ?? 'en_US'));
}

/** Which arguments of a function may become its answer as they are. */
const ANSWERS: Readonly<Record<string, (index: number, count: number) => boolean>> = {
  IF: (index) => index > 0,
  IFS: (index) => index % 2 === 1,
  IFERROR: () => true,
  CHOOSE: (index) => index > 0,
  SWITCH: (index, count) => index > 0 && (index % 2 === 0 || index === count - 1),
};
const FINDS = new Set(['INDEX', 'LOOKUP', 'VLOOKUP']);

/** What a formula answers with. An empty cell is answered with nothing in Google's sheet, with 0 in Excel. */
function answer(node: FormulaNode): string {
  if (node.kind === 'group') return `(${answer(node.inner)})`;
  const answers = node.kind === 'call' ? ANSWERS[node.name] : undefined;
  if (node.kind === 'call' && answers) {
    return call(node, (inner, i) => (answers(i, node.arguments.length) ? answer(inner) : written(inner, STAYS)));
  }
  const text = written(node, STAYS);
  const found = (node.kind === 'reference' && !node.to) || (node.kind === 'call' && FINDS.has(node.name));
  return found ? `IF(LEN(${text})=0,"",${text})` : text;
}

function call({ name, arguments: list }: CallNode, write: (node: FormulaNode, index: number) => string): string {
  const written = list.map((argument, index) => (argument ? write(argument, index) : ''));
  return `${LATER.has(name) ? '_xlfn.' : ''}${name}(${written.join(',')})`;
}

function written(node: FormulaNode, move: Move): string {
  switch (node.kind) {
    case 'integer':
      return node.digits;
    case 'string':
      return excelText(node.value);
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE';
    case 'error':
      return node.code;
    case 'name':
      return node.name;
    case 'reference': {
      const corners = [node.from, ...(node.to ? [node.to] : [])].map((corner) => point(corner, move));
      if (corners.includes(undefined)) return '#REF!';
      return `${node.tab === undefined ? '' : `${quoteTab(node.tab)}!`}${corners.join(':')}`;
    }
    case 'unary':
      return node.operator + written(node.operand, move);
    case 'percent':
      return `${written(node.operand, move)}%`;
    case 'group':
      return `(${written(node.inner, move)})`;
    case 'binary':
      return written(node.left, move) + node.operator + written(node.right, move);
    case 'call':
      return call(node, (inner) => written(inner, move));
  }
}

/** Undefined where the move leaves the grid. */
function point({ row, column, rowFixed, columnFixed }: CellPoint, move: Move): string | undefined {
  const toRow = rowFixed ? row : row + move.rows;
  const toColumn = columnFixed ? column : column + move.columns;
  if (toRow < 0 || toColumn < 0) return undefined;
  return `${columnFixed ? '$' : ''}${columnLetters(toColumn)}${rowFixed ? '$' : ''}${toRow + 1}`;
}

/** A text inside a formula. */
export function excelText(text: string): string {
  return `"${text.replace(/"/gu, '""')}"`;
}
