import { describe, expect, test } from 'vitest';
import { bold, paragraph } from '../../../src/report/document/content.ts';
import { escaped, renderDocument, renderParagraph, root } from '../../../src/report/document/wordprocessing.ts';
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
    [
      'a title; a caption',
      paragraph('a', { style: 'Title' }),
      '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>',
    ],
  ])('%s', (_, value, expected) => expect(renderParagraph(value)).toBe(expected));
  test('a frame has four edges, a rule one', () => {
    const edges = (format: Parameters<typeof paragraph>[1]) =>
      all(readXml(root('a', renderParagraph(paragraph('a', format)))), 'w:pBdr').flatMap(({ children }) =>
        children.map(({ name }) => name),
      );
    expect(edges({ framed: true })).toEqual(['w:top', 'w:left', 'w:bottom', 'w:right']);
    expect(edges({ ruled: true })).toEqual(['w:top']);
    expect(edges({})).toEqual([]);
  });
  test.each([
    ['a long address breaks behind its signs', 'https://a.vn/b?c=d-e&f=g/nhiem-vu/1', true],
    ['a short one is short enough', 'https://a.vn/b?c=d', false],
    ['no other word is touched', `000.00.12.H56-240115-0001/${'a'.repeat(60)}`, false],
  ])('%s', (_, text, breaks) => {
    const told = renderParagraph(paragraph(`Xem ${text}`)).replace(/&amp;/gu, '&');
    expect(told.includes('\u200B')).toBe(breaks);
    expect(told.replace(/\u200B/gu, '')).toContain(`Xem ${text}<`);
  });
});

describe('sections and tables', () => {
  const table = (breaks: boolean) => ({
    kind: 'table' as const,
    about: 'Đơn vị «A»',
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
  test('a table says what is in it; its columns too', () => {
    const words = (name: string) => all(xml, name).map(({ attributes }) => attributes['w:val']);
    expect(words('w:tblCaption')).toEqual(['Đơn vị «A»', 'Đơn vị «A»', 'Đơn vị «A»']);
    expect(words('w:tblDescription')).toEqual(['Các cột: a', 'Các cột: a', 'Các cột: a']);
    for (const one of all(xml, 'w:tblPr'))
      expect(one.children.slice(-2).map(({ name }) => name)).toEqual(['w:tblCaption', 'w:tblDescription']);
  });
  test('a heading, the name of a group and the last row but one stay with the next row', () => {
    const row = (...words: readonly string[]) => ({ cells: words.map((one) => ({ content: [paragraph(one)] })) });
    const rows = [
      { ...row('h', 'h'), heading: true },
      row('1', '1'),
      { cells: [{ content: [paragraph('g')], span: 2 }] },
      row('2', '2'),
      row('3', '3'),
      row('4', '4'),
    ];
    const kept = (ruled: boolean) =>
      all(
        readXml(
          renderDocument([
            { landscape: false, blocks: [{ kind: 'table', about: '', widths: [100, 100], ruled, rows }] },
          ]),
        ),
        'w:tr',
      ).map((one) => all(one, 'w:keepNext').length > 0);
    expect(kept(true)).toEqual([true, false, true, false, true, false]);
    expect(kept(false)).toEqual([false, false, false, false, false, false]);
  });
  test('rows stay whole unless the table says otherwise; a heading always does', () =>
    expect(all(xml, 'w:tr').map((row) => all(row, 'w:cantSplit').length)).toEqual([1, 1, 1, 0, 1, 0]));
});
