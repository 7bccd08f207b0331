// REGEXREPLACE, which IronCalc and LibreOffice 7.4 do not have, in the one form whose meaning is beyond doubt: every one of some
// listed signs becomes one other sign, or nothing. That is what as many SUBSTITUTEs do, and those both engines have.
import { type CallNode, type FormulaNode, ungrouped } from './formula-tree.ts';
import { PROVEN } from './proven.ts';

/** A list of signs in RE2's words: «[.,;\-\x{200B}]». No ranges, no classes with names, no negation. */
const LIST = /^\[((?:[^\\[\]^-]|\\[!-/:-@[-`{-~tnr]|\\x\{[0-9A-F]{1,6}\})+)\]$/u;
const SIGN = /\\x\{([0-9A-F]+)\}|\\([tnr])|\\?(.)/gsu;
const NAMED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** The same as SUBSTITUTEs; undefined of every other form. */
export function withoutPattern({ name, arguments: list }: CallNode): FormulaNode | undefined {
  const [text, pattern, replacement] = list.map((argument) => argument && ungrouped(argument));
  if (name !== 'REGEXREPLACE' || list.length !== 3 || !text || !isText(text)) return undefined;
  if (pattern?.kind !== 'string' || replacement?.kind !== 'string') return undefined;
  const signs = signsIn(pattern.value);
  const { value } = replacement;
  // «\» and «$» mean something in a replacement; a sign of the list would be replaced again.
  if (!signs || value.length > 1 || /[\\$]/u.test(value) || signs.includes(value)) return undefined;
  return signs.reduce<FormulaNode>(
    (inner, sign) => ({ kind: 'call', name: 'SUBSTITUTE', arguments: [inner, signNode(sign), replacement] }),
    text,
  );
}

/** Line breaks and signs without a shape do not come through the files of other programs inside a formula's text. */
function signNode(sign: string): FormulaNode {
  if (/[!-~]/u.test(sign)) return { kind: 'string', value: sign };
  return { kind: 'call', name: 'UNICHAR', arguments: [{ kind: 'integer', digits: String(sign.codePointAt(0)) }] };
}

/** Google refuses a number here, where SUBSTITUTE takes it for its digits. */
function isText(node: FormulaNode): boolean {
  if (node.kind === 'call') return PROVEN[node.name]?.result === 'text';
  return node.kind === 'string' || (node.kind === 'binary' && node.operator === '&');
}

function signsIn(pattern: string): string[] | undefined {
  const body = LIST.exec(pattern)?.[1];
  if (body === undefined) return undefined;
  return [...body.matchAll(SIGN)].map(([, code, named, plain = '']) =>
    code !== undefined
      ? String.fromCodePoint(Number.parseInt(code, 16))
      : named !== undefined
        ? (NAMED[named] ?? '')
        : plain,
  );
}
