// A formula as a tree: what `readFormula` makes of its text, what the check judges and what the engines' texts are written from.
// Only the text's meaning is kept: spaces are gone, parentheses stay (they decide the order in every engine's text).

/** One corner of a reference; rows and columns count from 0, `fixed` is the «$» before it. */
export interface CellPoint {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** «'Nhiệm vụ'!$A$2:B5»: `from` is the upper left corner; a single cell has no `to`. No `tab` means the formula's own. */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly tab?: string;
  readonly from: CellPoint;
  readonly to?: CellPoint;
}

export interface CallNode {
  readonly kind: 'call';
  /** In capitals. */
  readonly name: string;
  /** `undefined` is an argument left empty: IF(A1;;1). */
  readonly arguments: readonly (FormulaNode | undefined)[];
}

export type BinaryOperator = '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: FormulaNode;
  readonly right: FormulaNode;
}

export type FormulaNode =
  | { readonly kind: 'integer'; readonly digits: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: '-' | '+'; readonly operand: FormulaNode }
  | { readonly kind: 'percent'; readonly operand: FormulaNode }
  | { readonly kind: 'group'; readonly inner: FormulaNode }
  | ReferenceNode
  | CallNode
  | BinaryNode;

/** The node without the parentheses around it. */
export function ungrouped(node: FormulaNode): FormulaNode {
  return node.kind === 'group' ? ungrouped(node.inner) : node;
}

/** The nodes directly inside a node. */
export function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'unary':
    case 'percent':
      return [node.operand];
    case 'group':
      return [node.inner];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.arguments.filter((argument) => argument !== undefined);
    default:
      return [];
  }
}
