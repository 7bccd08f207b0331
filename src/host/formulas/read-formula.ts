// Reads the text of a formula into its tree, in the syntax of the spreadsheet's locale. Precedence is that of a sheet:
// comparison, &, + -, * /, ^, sign, %. It judges grammar only; which functions and constructs are allowed is the check's.
import { columnIndex } from '../../core/a1.ts';
import { NotEmulated } from '../contract.ts';
import { type FormulaSyntax, parseError, type Token, tokens } from './formula-tokens.ts';
import type { BinaryOperator, CallNode, CellPoint, FormulaNode, ReferenceNode } from './formula-tree.ts';
import { withoutPattern } from './replaced-signs.ts';

const PRECEDENCE: Record<BinaryOperator, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** The tree of a formula that begins with «=». Throws `ApiError` 400 where it does not parse, `NotEmulated` for open ranges. */
export function readFormula(formula: string, syntax: FormulaSyntax): FormulaNode {
  if (!formula.startsWith('=')) throw new NotEmulated(`a formula that does not begin with «=»: ${formula}`);
  const body = tokens(formula, syntax).slice(1);
  let at = 0;

  const peek = (): Token | undefined => body[at];
  const isSymbol = (text: string): boolean => {
    const token = peek();
    return token?.kind === 'symbol' && token.text === text;
  };
  const isSeparator = (): boolean => syntax.separators.some(isSymbol);
  const fail = (): never => {
    throw parseError(formula, peek()?.at ?? formula.length);
  };
  const expect = (text: string): void => {
    if (!isSymbol(text)) fail();
    at += 1;
  };
  const refuseColon = (): void => {
    if (isSymbol(':')) throw new NotEmulated(`an open range or a range made by functions: ${formula}`);
  };

  function expression(lowest: number): FormulaNode {
    let left = signed();
    for (;;) {
      const token = peek();
      if (token?.kind !== 'symbol' || !isOperator(token.text)) return left;
      const operator = token.text;
      const precedence = PRECEDENCE[operator];
      if (precedence < lowest) return left;
      at += 1;
      left = { kind: 'binary', operator, left, right: expression(precedence + 1) };
    }
  }

  function signed(): FormulaNode {
    for (const operator of ['-', '+'] as const) {
      if (isSymbol(operator)) {
        at += 1;
        return { kind: 'unary', operator, operand: signed() };
      }
    }
    let node = primary();
    while (isSymbol('%')) {
      at += 1;
      node = { kind: 'percent', operand: node };
    }
    return node;
  }

  function primary(): FormulaNode {
    const token = peek();
    if (!token) return fail();
    at += 1;
    switch (token.kind) {
      case 'integer':
        refuseColon();
        return { kind: 'integer', digits: token.text };
      case 'string':
        return { kind: 'string', value: token.text };
      case 'error':
        return { kind: 'error', code: token.text };
      case 'cell':
        return reference(token.text);
      case 'tab': {
        const corner = peek();
        if (corner?.kind === 'word' || corner?.kind === 'integer') {
          throw new NotEmulated(`an open range or a name of one tab: ${formula}`);
        }
        if (corner?.kind !== 'cell') return fail();
        at += 1;
        return reference(corner.text, token.text);
      }
      case 'word':
        return word(token);
      default:
        break;
    }
    if (token.text !== '(') {
      at -= 1;
      return fail();
    }
    const inner = expression(1);
    expect(')');
    refuseColon();
    return { kind: 'group', inner };
  }

  function word(token: Token): FormulaNode {
    if (isSymbol('(')) {
      at += 1;
      const call: CallNode = { kind: 'call', name: token.text.toUpperCase(), arguments: parameters() };
      refuseColon();
      return withoutPattern(call) ?? call;
    }
    refuseColon();
    const upper = token.text.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE' };
    return { kind: 'name', name: token.text };
  }

  function parameters(): (FormulaNode | undefined)[] {
    const list: (FormulaNode | undefined)[] = [];
    if (isSymbol(')')) {
      at += 1;
      return list;
    }
    for (;;) {
      list.push(isSeparator() || isSymbol(')') ? undefined : expression(1));
      if (isSymbol(')')) break;
      if (!isSeparator()) fail();
      at += 1;
    }
    at += 1;
    return list;
  }

  function reference(text: string, tab?: string): ReferenceNode {
    const first = point(text);
    const base = tab === undefined ? {} : { tab };
    if (!isSymbol(':')) return { kind: 'reference', ...base, from: first };
    at += 1;
    const token = peek();
    if (token?.kind !== 'cell') {
      if (!token) return fail();
      throw new NotEmulated(`an open range or a range over tabs: ${formula}`);
    }
    at += 1;
    refuseColon();
    const second = point(token.text);
    return { kind: 'reference', ...base, from: corner(first, second, Math.min), to: corner(second, first, Math.max) };
  }

  const tree = expression(1);
  if (at < body.length) fail();
  return tree;
}

function isOperator(text: string): text is BinaryOperator {
  return text in PRECEDENCE;
}

/** «$B$2» as a point. */
function point(text: string): CellPoint {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)$/u.exec(text);
  const [, columnFixed = '', letters = '', rowFixed = '', digits = ''] = match ?? [];
  return {
    row: Number(digits) - 1,
    column: columnIndex(letters),
    rowFixed: rowFixed === '$',
    columnFixed: columnFixed === '$',
  };
}

/** The upper left or lower right corner of two points, each side with its own «$»; in doubt that of `a`. */
function corner(a: CellPoint, b: CellPoint, choose: (x: number, y: number) => number): CellPoint {
  const row = choose(a.row, b.row);
  const column = choose(a.column, b.column);
  return {
    row,
    column,
    rowFixed: row === a.row ? a.rowFixed : b.rowFixed,
    columnFixed: column === a.column ? a.columnFixed : b.columnFixed,
  };
}
