// Judges a formula: every function and construct must be one whose value is proven (proven.ts) or known of Google. What is
// silently wrong in an engine, or not the same in Google, is `NotEmulated` here, before any number is shown.
// What only the cells' values can tell (a fraction turned into text) is handed on as sites, looked at after the calculation.
import { NotEmulated } from '../contract.ts';
import { criterionFault } from './criterion.ts';
import {
  type Guard,
  guardsOf,
  hasRange,
  isNegative,
  isPlainWord,
  isText,
  mayBeCell,
  mayBeFraction,
  multipliesQuotient,
  textExposure,
} from './formula-nature.ts';
import { type FormulaSyntax, syntaxOf } from './formula-tokens.ts';
import { type CallNode, childrenOf, type FormulaNode, ungrouped } from './formula-tree.ts';
import { GOOGLE_FUNCTIONS } from './google-functions.ts';
import { type ArgumentKind, PROVEN, PROVEN_TEXT_PATTERNS, type ProvenFunction } from './proven.ts';
import { readFormula } from './read-formula.ts';

/** A place in a formula whose value decides whether the formula is emulated: no fraction as `text`, no odd `criterion`. */
export interface Site {
  readonly kind: 'text' | 'criterion';
  readonly node: FormulaNode;
  /** What must hold for the place to be calculated at all, outermost first. */
  readonly guards: readonly Guard[];
}

export interface CheckedFormula {
  readonly formula: string;
  readonly tree: FormulaNode;
  readonly sites: readonly Site[];
}

const IN_PAIRS = new Set(['IFS', 'COUNTIFS']);
const PAIRS_AFTER_ONE = new Set(['SUMIFS', 'AVERAGEIFS', 'MAXIFS', 'MINIFS']);

interface Context {
  /** Inside SUMPRODUCT: a range is calculated cell by cell. */
  readonly matrix: boolean;
  /** Text made here reaches the answer letter by letter; false where only «is it this word without digits» is asked. */
  readonly exposed: boolean;
  readonly guards: readonly Guard[];
}

/** Throws `ApiError` 400 where the text does not parse, `NotEmulated` where a construct is not proven. */
export function checkFormula(formula: string, locale: string): CheckedFormula {
  const syntax: FormulaSyntax = syntaxOf(locale);
  const tree = readFormula(formula, syntax);
  const sites: Site[] = [];
  const refuse = (what: string): never => {
    throw new NotEmulated(`${what}: ${formula}`);
  };

  function walk(node: FormulaNode, context: Context): void {
    switch (node.kind) {
      case 'reference':
        if (node.to && !context.matrix) refuse('a range where one value is wanted');
        return;
      case 'unary':
        if (context.matrix && hasRange(node)) refuse('a sign before a range inside SUMPRODUCT (write *1)');
        walk(node.operand, { ...context, exposed: true });
        return;
      case 'percent':
        refuse('the operator %');
        return;
      case 'group':
        walk(node.inner, context);
        return;
      case 'binary':
        walkBinary(node, context);
        return;
      case 'call':
        walkCall(node, context);
        return;
      default:
        return;
    }
  }

  function walkBinary(node: FormulaNode & { kind: 'binary' }, context: Context): void {
    const { operator, left, right } = node;
    if (operator === '&') {
      for (const operand of [left, right]) {
        noteText(operand, context);
        walk(operand, context);
      }
      return;
    }
    if (operator === '^') refuse('the operator ^');
    if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') {
      // Which of two texts comes first is a question of collation: IronCalc asks the code points, LibreOffice the language.
      if (isText(left) || isText(right)) refuse('the order of texts');
    }
    const equality = operator === '=' || operator === '<>';
    walk(left, { ...context, exposed: !(equality && isPlainWord(right)) });
    walk(right, { ...context, exposed: !(equality && isPlainWord(left)) });
  }

  function walkCall(call: CallNode, context: Context): void {
    const proven = PROVEN[call.name];
    if (!proven) {
      if (GOOGLE_FUNCTIONS.has(call.name)) refuse(`the function ${call.name}`);
      for (const argument of childrenOf(call)) walk(argument, { ...context, matrix: true, exposed: false });
      return;
    }
    const count = call.arguments.length;
    if (count < proven.least || count > proven.most) {
      refuse(`${count} arguments of ${call.name}`);
    }
    checkShape(call, proven, context);
    call.arguments.forEach((argument, index) => {
      const kind = proven.kind(index, count);
      const guards = guardsOf(call, index);
      const inner = guards.length === 0 ? context : { ...context, guards: [...context.guards, ...guards] };
      if (argument) walkArgument(call, argument, kind, index, inner);
      else refuse(`an empty argument of ${call.name}`);
    });
  }

  function checkShape(call: CallNode, proven: ProvenFunction, context: Context): void {
    const { name } = call;
    const count = call.arguments.length;
    if ((IN_PAIRS.has(name) && count % 2 !== 0) || (PAIRS_AFTER_ONE.has(name) && count % 2 !== 1)) {
      refuse(`${count} arguments of ${name}`);
    }
    if (context.matrix && (name === 'ROW' || name === 'COLUMN') && hasRange(call))
      refuse(`${name} of a range in SUMPRODUCT`);
    if (name === 'SUMPRODUCT' && context.matrix) refuse('SUMPRODUCT inside SUMPRODUCT');
    if (proven.lifts) return;
    if (context.matrix && proven.result === 'branch' && hasRange(call))
      refuse(`${name} over a range inside SUMPRODUCT`);
  }

  function walkArgument(
    call: CallNode,
    argument: FormulaNode,
    kind: ArgumentKind,
    index: number,
    context: Context,
  ): void {
    const proven = PROVEN[call.name];
    const matrix = context.matrix && proven?.lifts === true;
    switch (kind) {
      case 'range': {
        const area = ungrouped(argument);
        if (area.kind !== 'reference' && area.kind !== 'name' && area.kind !== 'error')
          refuse(`a calculated range in ${call.name}`);
        return;
      }
      case 'any': {
        const area = ungrouped(argument);
        if (area.kind !== 'reference') walk(argument, { ...context, matrix: false, exposed: true });
        return;
      }
      case 'matrix':
        walk(argument, { ...context, matrix: true, exposed: true });
        return;
      case 'criterion':
        walkCriterion(argument, context);
        return;
      case 'pattern': {
        const pattern = ungrouped(argument);
        if (pattern.kind !== 'string' || !PROVEN_TEXT_PATTERNS.has(pattern.value.toLowerCase())) {
          refuse('a pattern of TEXT');
        }
        return;
      }
      case 'branch':
        walk(argument, { ...context, matrix });
        return;
      case 'text': {
        const inner = { ...context, matrix, exposed: textExposure(call, index, context.exposed) };
        noteText(argument, inner);
        walk(argument, inner);
        return;
      }
      default:
        checkLiteral(call, argument, index);
        walk(argument, { ...context, matrix, exposed: true });
    }
  }

  /** Arguments that choose how a function works are proven as literals only. */
  function checkLiteral(call: CallNode, argument: FormulaNode, index: number): void {
    const value = ungrouped(argument);
    const digits = value.kind === 'integer' ? value.digits : undefined;
    const truth = value.kind === 'boolean' ? value.value : undefined;
    if (call.name === 'MATCH' && index === 2 && digits !== '0') refuse('MATCH without the third argument 0');
    if (call.name === 'VLOOKUP' && index === 3 && truth !== false && digits !== '0') refuse('VLOOKUP without FALSE');
    if (call.name === 'WEEKDAY' && index === 1 && digits !== '1' && digits !== '2') refuse('this kind of WEEKDAY');
    if ((call.name === 'AND' || call.name === 'OR') && mayBeCell(value)) {
      // An empty cell is passed over there; the engine takes it for FALSE.
      refuse(`a cell as a condition of ${call.name} (write A1=TRUE)`);
    }
    if (call.name === 'INDEX' && digits === '0') refuse('INDEX of a whole row or column');
    if (call.name === 'ROUND') {
      // The engines do not agree on halves that binary numbers miss: 1,005 in two places, 23/40*100.
      if (index === 1 && digits !== '0' && !isNegative(value)) refuse('ROUND to decimal places');
      if (index === 0 && multipliesQuotient(value)) refuse('ROUND of a quotient multiplied (multiply first: a*100/b)');
    }
    const number = digits !== undefined || (value.kind === 'string' && /^[-+]?[0-9]/u.test(value.value));
    if ((call.name === 'MATCH' || call.name === 'VLOOKUP') && index === 0 && value.kind === 'string' && number) {
      refuse(`${call.name} of a number written as text`);
    }
    if (call.name === 'TEXTJOIN' && index === 1 && truth !== true) refuse('TEXTJOIN without TRUE');
  }

  function walkCriterion(argument: FormulaNode, context: Context): void {
    const value = ungrouped(argument);
    if (value.kind === 'string') {
      const fault = criterionFault(value.value);
      if (fault !== undefined) refuse(`a criterion (${fault})`);
      return;
    }
    if (value.kind === 'integer' || value.kind === 'boolean') return;
    walk(argument, { ...context, matrix: false, exposed: true });
    sites.push({ kind: 'criterion', node: argument, guards: context.guards });
  }

  function noteText(operand: FormulaNode, context: Context): void {
    if (!context.exposed || !mayBeFraction(operand)) return;
    const inner = ungrouped(operand);
    if (context.matrix && inner.kind !== 'reference' && inner.kind !== 'name') {
      refuse('a calculated number turned into text inside SUMPRODUCT');
    }
    sites.push({ kind: 'text', node: operand, guards: context.guards });
  }

  walk(tree, { matrix: false, exposed: true, guards: [] });
  return { formula, tree, sites };
}
