// How a document looks, in a few lines: the paper of its sections, its appendices with the heads of their tables and how many rows they
// have, and what is printed in bold.
import { wordsOf } from './letters.ts';
import { all, type Element, readXml } from './xml.ts';

const SECTION = ['w:pgSz', 'w:pgMar', 'w:headerReference', 'w:titlePg', 'w:pgNumType'];
const textOf = (element: Element): string => element.text + element.children.map(textOf).join('');
const attributesOf = ({ name, attributes }: Element) =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ');

export function lookOf(xml: string): string {
  const body = readXml(xml);
  const sections = all(body, 'w:sectPr').flatMap((section, i) => [
    `section ${i + 1}`,
    ...section.children.filter(({ name }) => SECTION.includes(name)).map((one) => `  ${attributesOf(one)}`),
  ]);
  const tables = all(body, 'w:tbl').map((table) => {
    const rows = all(table, 'w:tr');
    const head = all(rows[0] ?? table, 'w:tc').map((cell) => textOf(cell).trim().slice(0, 30));
    const sides = all(rows[1] ?? table, 'w:tc').map((cell) => all(cell, 'w:jc')[0]?.attributes['w:val']?.[0] ?? '-');
    const widths = all(table, 'w:gridCol').map(({ attributes }) => attributes['w:w']);
    return `  ${rows.length} × [${widths.join(' ')}] ${sides.join('')} ${head.join(' | ')}`;
  });
  const appendices = wordsOf(xml)
    .split('\n')
    .flatMap((line, i, lines) => (/^Phụ lục(?: [IVX]+)?$/u.test(line) ? [`  ${line}: ${lines[i + 1]}`] : []));
  const bold = all(body, 'w:r')
    .filter((run) => all(run, 'w:b').length > 0)
    .map((run) => textOf(run).trim().slice(0, 40))
    .filter((words) => words !== '');
  const counted = new Map<string, number>();
  for (const words of bold) counted.set(words, (counted.get(words) ?? 0) + 1);
  const told = [...counted].map(([words, times]) => `  ${words}${times > 1 ? ` × ${times}` : ''}`);
  return [...sections, 'appendices', ...appendices, 'tables', ...tables, 'bold', ...told, ''].join('\n');
}
