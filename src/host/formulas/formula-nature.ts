// What can be said of a part of a formula without its cells: whether it may be a fraction, is surely a text, reads a range, and
// what must hold for it to be calculated at all.
import { type CallNode, childrenOf, type FormulaNode, ungrouped } from './formula-tree.ts';
import { PROVEN } from './proven.ts';

/** A branch is entered where the condition is true, is false, or is an error (IFERROR). */
export interface Guard {
  readonly condition: FormulaNode;
  readonly wanted: 'true' | 'false' | 'error';
}

/** What must hold for an argument of IF, IFS or IFERROR to be calculated. */
export function guardsOf(call: CallNode, index: number): Guard[] {
  const condition = (at: number, wanted: Guard['wanted']): Guard[] => {
    const node = call.arguments[at];
    return node ? [{ condition: node, wanted }] : [];
  };
  if (call.name === 'IF' && index > 0) return condition(0, index === 1 ? 'true' : 'false');
  if (call.name === 'IFERROR' && index === 1) return condition(0, 'error');
  if (call.name !== 'IFS') return [];
  const isValue = index % 2 === 1;
  const guards: Guard[] = [];
  for (let at = 0; at < index - (isValue ? 1 : 0); at += 2) guards.push(...condition(at, 'false'));
  return isValue ? [...guards, ...condition(index - 1, 'true')] : guards;
}

/** Whether the letters of a text argument reach the answer. */
export function textExposure(call: CallNode, index: number, around: boolean): boolean {
  if (call.name === 'LEN') return false;
  if (call.name === 'SEARCH' || call.name === 'FIND') {
    const needle = call.arguments[0];
    return !(index === 1 && needle && isPlainWord(needle));
  }
  return PROVEN[call.name]?.result === 'text' ? around : true;
}

/** A text without digits: no number, however written, is equal to it. */
export function isPlainWord(node: FormulaNode): boolean {
  const inner = ungrouped(node);
  return inner.kind === 'string' && !/[0-9.,]/u.test(inner.value);
}

/** Surely a text (not merely possibly). The empty text is first of all texts in every collation. */
export function isText(node: FormulaNode): boolean {
  const inner = ungrouped(node);
  if (inner.kind === 'string') return inner.value !== '';
  if (inner.kind === 'binary') return inner.operator === '&';
  return inner.kind === 'call' && PROVEN[inner.name]?.result === 'text';
}

/** Whether the node's value may be an empty cell, unchanged. */
export function mayBeCell(node: FormulaNode): boolean {
  const inner = ungrouped(node);
  if (inner.kind === 'reference' || inner.kind === 'name') return true;
  return inner.kind === 'call' && PROVEN[inner.name]?.result === 'unknown' && inner.name !== 'NA';
}

/** «-2». */
export function isNegative(node: FormulaNode): boolean {
  return node.kind === 'unary' && node.operator === '-' && node.operand.kind === 'integer';
}

/** «a/b*100»: the quotient is rounded in binary before it is multiplied. */
export function multipliesQuotient(node: FormulaNode): boolean {
  const inner = ungrouped(node);
  if (inner.kind === 'binary' && inner.operator === '*') return [inner.left, inner.right].some(hasQuotient);
  return inner.kind !== 'call' && childrenOf(inner).some(multipliesQuotient);
}

function hasQuotient(node: FormulaNode): boolean {
  const inner = ungrouped(node);
  if (inner.kind === 'binary' && inner.operator === '/') return true;
  return inner.kind !== 'call' && childrenOf(inner).some(hasQuotient);
}

/** Whether several cells are in the node; a name may mean several. */
export function hasRange(node: FormulaNode): boolean {
  if (node.kind === 'reference') return node.to !== undefined;
  return node.kind === 'name' || childrenOf(node).some(hasRange);
}

/** Whether the node's value may be a number that is not whole. */
export function mayBeFraction(node: FormulaNode): boolean {
  switch (node.kind) {
    case 'integer':
    case 'string':
    case 'boolean':
    case 'error':
      return false;
    case 'group':
      return mayBeFraction(node.inner);
    case 'unary':
      return mayBeFraction(node.operand);
    case 'binary':
      if (node.operator === '+' || node.operator === '-' || node.operator === '*') {
        return mayBeFraction(node.left) || mayBeFraction(node.right);
      }
      return node.operator === '/' || node.operator === '^';
    case 'call':
      return callMayBeFraction(node);
    default:
      return true;
  }
}

/** Whole numbers in, a whole number out. */
const AS_WHOLE_AS_ARGUMENTS = new Set(['SUMPRODUCT', 'MIN', 'MAX', 'SUM', 'MOD', 'ABS', 'N']);

function callMayBeFraction(call: CallNode): boolean {
  const proven = PROVEN[call.name];
  if (!proven) return false;
  const some = (from: number): boolean =>
    call.arguments.slice(from).some((argument) => argument !== undefined && mayBeFraction(argument));
  if (AS_WHOLE_AS_ARGUMENTS.has(call.name)) return some(0);
  if (proven.result === 'branch') {
    return call.arguments.some(
      (argument, index) =>
        argument !== undefined && proven.kind(index, call.arguments.length) === 'branch' && mayBeFraction(argument),
    );
  }
  return proven.result === 'number' || proven.result === 'unknown';
}
