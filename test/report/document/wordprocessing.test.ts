import { describe, expect, test } from 'vitest';
import { bold, paragraph } from '../../../src/report/document/content.ts';
import { escaped, renderDocument, renderParagraph } from '../../../src/report/document/wordprocessing.ts';
import { all, readXml } from './xml.ts';

describe('text', () => {
  test.each([
    ['signs of XML', `<a href="x">&'`, `&lt;a href=&quot;x&quot;&gt;&amp;'`],
    ['the end of a CDATA section', ']]>', ']]&gt;'],
    ['what was escaped is text', '&lt;', '&amp;lt;'],
    ['control characters', 'a\u0000b\u0008c\u001Fd\u000Be', 'abcde'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['a whole one', 'a😀b', 'a😀b'],
    ['not characters', 'a\uFFFE\uFFFFb', 'ab'],
    ['Vietnamese', 'Độc lập - Tự do - Hạnh phúc', 'Độc lập - Tự do - Hạnh phúc'],
    ['50,000 characters', '<'.repeat(50_000), '&lt;'.repeat(50_000)],
  ])('%s', (_, typed, expected) => expect(escaped(typed)).toBe(expected));
});

describe('paragraphs', () => {
  test.each([
    ['plain', paragraph('a'), '<w:p><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>'],
    [
      'lines of a text',
      paragraph('a\r\nb\nc'),
      '<w:p><w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:br/><w:t xml:space="preserve">c</w:t></w:r></w:p>',
    ],
    ['a tab is a space', paragraph('a\tb'), '<w:p><w:r><w:t xml:space="preserve">a b</w:t></w:r></w:p>'],
    [
      'format in the order of the schema',
      paragraph([bold('a', 13)], {
        align: 'center',
        before: 6,
        lines: 1.5,
        firstLine: 720,
        keepNext: true,
        newPage: true,
        level: 2,
      }),
      '<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:keepNext/><w:pageBreakBefore/><w:spacing w:before="120" w:line="360" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="center"/><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:t xml:space="preserve">a</w:t></w:r></w:p>',
    ],
  ])('%s', (_, value, expected) => expect(renderParagraph(value)).toBe(expected));
});

describe('sections and tables', () => {
  const table = (breaks: boolean) => ({
    kind: 'table' as const,
    widths: [100, 200, 300],
    ruled: true,
    breaks,
    rows: [
      {
        heading: true,
        cells: [
          { content: [paragraph('a')], span: 2 },
          { content: [], down: 'begins' as const },
        ],
      },
      { cells: [{ content: [] }, { content: [] }, { content: [], down: 'goesOn' as const }] },
    ],
  });
  const xml = readXml(
    renderDocument([
      { landscape: false, blocks: [table(false), table(true)] },
      { landscape: true, blocks: [table(true)] },
    ]),
  );

  test('one orientation a section, each with its own numbers from 1 and no number on its first page', () => {
    const sections = all(xml, 'w:sectPr');
    expect(sections.map((one) => all(one, 'w:pgSz')[0]?.attributes)).toEqual([
      { 'w:w': '11906', 'w:h': '16838' },
      { 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' },
    ]);
    for (const one of sections) {
      expect(all(one, 'w:pgNumType')[0]?.attributes).toEqual({ 'w:start': '1' });
      expect(all(one, 'w:titlePg')).toHaveLength(1);
      expect(all(one, 'w:headerReference').map(({ attributes }) => attributes['w:type'])).toEqual(['default', 'first']);
    }
  });
  test('a paragraph behind each table, and in each cell', () => {
    const body = xml.children[0];
    expect(body?.children.map(({ name }) => name)).toEqual([
      'w:tbl',
      'w:p',
      'w:tbl',
      'w:p',
      'w:p',
      'w:tbl',
      'w:p',
      'w:sectPr',
    ]);
    for (const cell of all(xml, 'w:tc')) expect(cell.children[cell.children.length - 1]?.name).toBe('w:p');
  });
  test('cells as wide as their columns', () =>
    expect(
      all(xml, 'w:tcW')
        .slice(0, 5)
        .map(({ attributes }) => attributes['w:w']),
    ).toEqual(['300', '300', '100', '200', '300']));
  test('rows stay whole unless the table says otherwise; a heading always does', () =>
    expect(all(xml, 'w:tr').map((row) => all(row, 'w:cantSplit').length)).toEqual([1, 1, 1, 0, 1, 0]));
});
