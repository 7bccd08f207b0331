// Writes a formula's tree in OpenFormula, the language of LibreOffice's files: [.A1], ['Nhiệm vụ'.$A$2:.$B$5], «;», names as
// they are. Independent of the text IronCalc is given, so that the two can be held against each other.

import { columnLetters, quoteTab } from '../../core/a1.ts';
import type { CellPoint, FormulaNode } from '../../host/formulas/formula-tree.ts';

/** Functions that are not in the OpenFormula standard carry the name of who brought them. */
const FOREIGN = new Set(['IFS', 'SWITCH', 'TEXTJOIN', 'MAXIFS', 'MINIFS']);

/** The formula without «of:=»; TODAY() and NOW() are given the numbers, LibreOffice's clock is not asked. */
export function openFormula(node: FormulaNode, today: number): string {
  const write = (inner: FormulaNode): string => openFormula(inner, today);
  switch (node.kind) {
    case 'integer':
      return node.digits;
    case 'string':
      return `"${node.value.replace(/"/gu, '""')}"`;
    case 'boolean':
      return node.value ? 'TRUE()' : 'FALSE()';
    case 'error':
      return node.code;
    case 'name':
      return node.name;
    case 'reference': {
      const tab = node.tab === undefined ? '' : `$${quoteTab(node.tab)}`;
      return `[${tab}.${point(node.from)}${node.to ? `:.${point(node.to)}` : ''}]`;
    }
    case 'unary':
      return node.operator + write(node.operand);
    case 'percent':
      return `${write(node.operand)}%`;
    case 'group':
      return `(${write(node.inner)})`;
    case 'binary':
      return write(node.left) + node.operator + write(node.right);
    case 'call':
      if (node.name === 'TODAY') return String(Math.floor(today));
      if (node.name === 'NOW') return String(today);
      return `${FOREIGN.has(node.name) ? 'COM.MICROSOFT.' : ''}${node.name}(${node.arguments
        .map((argument) => (argument ? write(argument) : ''))
        .join(';')})`;
  }
}

function point({ row, column, rowFixed, columnFixed }: CellPoint): string {
  return `${columnFixed ? '$' : ''}${columnLetters(column)}${rowFixed ? '$' : ''}${row + 1}`;
}
