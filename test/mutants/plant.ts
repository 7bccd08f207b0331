// Small faults a hand could have made, found in a module by its syntax: each is a stretch of the code and what stands there instead.
// Nothing is written here.
import { parseAst } from 'vitest/node';

export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
/** Its children are found by looking: whatever has a type is one. */
type Fields = Node & Readonly<Record<string, unknown>>;

const OPERATORS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
};

/** Calls whose result is of the same kind as what they are called on: without them the code still compiles. */
const PASSING = ['filter', 'sort', 'reverse', 'slice', 'trim', 'trimEnd', 'normalize', 'toLowerCase', 'toUpperCase'];

/** Within formulas and words: the first is turned into the second. */
const IN_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/>=/gu, '>'],
  [/<=/gu, '<'],
  [/<>/gu, '='],
  [/>(?!=)/gu, '>='],
  [/<(?![=>])/gu, '<='],
  [/MAXIFS/gu, 'MINIFS'],
  [/MINIFS/gu, 'MAXIFS'],
  [/\bAND\(/gu, 'OR('],
  [/\bOR\(/gu, 'AND('],
  [/\bNOT\(/gu, '('],
  [/(?<=[;(=])0(?=[;)"])/gu, '1'],
  [/(?<=[;(=])1(?=[;)"])/gu, '0'],
  [/\+1\b/gu, ''],
  [/-1\b/gu, ''],
];

/** Within patterns. */
const IN_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^\^/gu, ''],
  [/\$$/gu, ''],
  [/(?<=[\])\p{L}])\?/gu, ''],
  [/(?<=[|(:])[\p{L} ]+\|/gu, ''],
  [/(?<=[\])sd}])\+/gu, '*'],
];

/** Every fault that could be planted. @param code TypeScript @throws SyntaxError */
export function faultsIn(code: string): Fault[] {
  const faults: Fault[] = [];
  const walk = (node: Fields): void => {
    faults.push(...faultsAt(node, code));
    for (const child of childrenOf(node)) walk(child);
  };
  walk(parseAst(code, { lang: 'ts' }) as unknown as Fields);
  return faults.sort((a, b) => a.start - b.start);
}

function childrenOf(node: Fields): Fields[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'key' && node['computed'] !== true) return [];
    return (Array.isArray(value) ? value : [value]).filter(
      (child): child is Fields => typeof child === 'object' && child !== null && 'type' in child && isCode(child),
    );
  });
}

/** Types and imports do nothing at run time; what is thrown is a bug told to engineers. */
function isCode({ type, ...node }: Fields): boolean {
  if (type === 'ThrowStatement') return !/^\w*Error$/u.test(nameOf((node['argument'] as Fields | null)?.['callee']));
  const asserts = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'].includes(type);
  return asserts || (!type.startsWith('TS') && !type.startsWith('Import'));
}

const nameOf = (node: unknown): string => (node as { name?: string } | undefined)?.name ?? '';

function faultsAt(node: Fields, code: string): Fault[] {
  const { start, end } = node;
  const text = (part: unknown) => code.slice((part as Node).start, (part as Node).end);
  const replaced = (instead: string): Fault => ({ start, end, instead });
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorFaults(node, code);
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return [{ ...(node['test'] as Node), instead: `!(${text(node['test'])})` }].map(place);
    case 'UnaryExpression':
      return node['operator'] === '!' ? [replaced(`(${text(node['argument'])})`)] : [];
    case 'Literal':
      return literalFaults(node, code);
    case 'TemplateElement': {
      // Its place may or may not take in the signs around it.
      const { raw } = node['value'] as { raw: string };
      return textFaults(code.indexOf(raw, start), raw);
    }
    case 'ExpressionStatement':
      // A prologue such as 'use strict' is none; a call for its effect is.
      return (node['expression'] as Node).type === 'CallExpression' ? [replaced(';')] : [];
    case 'ArrayExpression':
      return listFaults(node['elements'] as readonly (Node | null)[], code);
    case 'CallExpression':
      return callFaults(node, code);
    default:
      return [];
  }
}

const place = ({ start, end, instead }: Fault): Fault => ({ start, end, instead });

function operatorFaults(node: Fields, code: string): Fault[] {
  const [left, right] = [node['left'] as Node, node['right'] as Node];
  const operator = node['operator'] as string;
  if (operator === '??') return [{ start: left.start, end: right.end, instead: code.slice(left.start, left.end) }];
  const instead = OPERATORS[operator];
  const isText = [left, right].some(
    (side) => side.type === 'TemplateLiteral' || /^['"]/u.test(code.slice(side.start, side.end)),
  );
  if (instead === undefined || (operator === '+' && isText)) return [];
  const start = code.indexOf(operator, left.end);
  return [{ start, end: start + operator.length, instead }];
}

function literalFaults(node: Fields, code: string): Fault[] {
  const { start, end, value } = node as Fields & { value: unknown };
  const raw = code.slice(start, end);
  if (typeof value === 'number') return [{ start, end, instead: value === 0 ? '1' : String(value + 1) }];
  if (typeof value === 'boolean') return [{ start, end, instead: String(!value) }];
  if (typeof value === 'string') return raw.length > 2 ? textFaults(start + 1, raw.slice(1, -1)) : [];
  if (node['regex'] === undefined) return [];
  const pattern = raw.slice(1, raw.lastIndexOf('/'));
  return within(start + 1, pattern, IN_PATTERNS);
}

/** In a formula its comparisons and functions; in words the last one, gone. */
function textFaults(start: number, text: string): Fault[] {
  const faults = within(start, text, IN_TEXTS);
  const words = /^.*\p{L}(?=[^\p{L}]+\p{L}+[^\p{L}]*$)/u.exec(text);
  if (faults.length > 0 || !words || /[=(;]/u.test(text)) return faults;
  return [{ start: start + words[0].length, end: start + text.length, instead: '' }];
}

function within(start: number, text: string, changes: typeof IN_TEXTS): Fault[] {
  return changes.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
      instead,
    })),
  );
}

/** One element less, with its comma. */
function listFaults(elements: readonly (Node | null)[], code: string): Fault[] {
  if (elements.length < 2) return [];
  return elements.flatMap((element, i) => {
    const next = elements[i + 1];
    if (!element) return [];
    const end = next?.start ?? code.indexOf(']', element.end);
    return [{ start: element.start, end, instead: '' }];
  });
}

function callFaults(node: Fields, code: string): Fault[] {
  const { end } = node;
  const callee = node['callee'] as Fields;
  const given = node['arguments'] as readonly Node[];
  const [last, before] = [given[given.length - 1], given[given.length - 2]];
  const fewer = last && before ? [{ start: before.end, end: code.indexOf(')', last.end), instead: '' }] : [];
  if (callee.type !== 'MemberExpression' || !PASSING.includes(nameOf(callee['property']))) return fewer;
  return [...fewer, { start: (callee['object'] as Node).end, end, instead: '' }];
}

/** The code with the fault in it. */
export function planted(code: string, { start, end, instead }: Fault): string {
  return code.slice(0, start) + instead + code.slice(end);
}

/** «a < b» → «a <= b»: the line the fault is in, before and after, and its number. */
export function told(code: string, fault: Fault): { line: number; was: string; is: string } {
  const from = code.lastIndexOf('\n', fault.start - 1) + 1;
  const lines = (text: string, end: number) => {
    const stop = text.indexOf('\n', end);
    return text
      .slice(from, stop === -1 ? text.length : stop)
      .replace(/\s+/gu, ' ')
      .trim();
  };
  return {
    line: code.slice(0, fault.start).split('\n').length,
    was: lines(code, fault.end),
    is: lines(planted(code, fault), fault.start + fault.instead.length),
  };
}

/** Numbers between 0 and 1, the same ones for a seed (Park and Miller's generator). */
export function drawing(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
