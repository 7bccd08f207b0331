// What every document must hold together by, whatever is in it.
import { expect } from 'vitest';
import type { DocumentParts } from '../../../src/report/document/content.ts';
import { textWidth } from '../../../src/report/document/wordprocessing.ts';
import { all, child, type Element, readXml } from './xml.ts';

export function checkStructure(parts: DocumentParts): void {
  const files = new Map(parts.map(({ name, text }) => [name, readXml(text)]));
  expect(parts[0]?.name).toBe('[Content_Types].xml');
  // Every part has a type, every relationship leads to a part, every reference to a relationship.
  const types = all(files.get('[Content_Types].xml') as Element, 'Override').map(
    ({ attributes }) => attributes['PartName'],
  );
  expect(new Set(types)).toEqual(
    new Set(
      [...files.keys()]
        .filter((name) => /\.xml$/u.test(name) && name !== '[Content_Types].xml')
        .map((name) => `/${name}`),
    ),
  );
  const links = all(files.get('word/_rels/document.xml.rels') as Element, 'Relationship').map(
    ({ attributes }) => attributes,
  );
  for (const { Target } of links) expect(files.has(`word/${Target}`)).toBe(true);
  const xml = files.get('word/document.xml') as Element;
  for (const { attributes } of all(xml, 'w:headerReference'))
    expect(links.map(({ Id }) => Id)).toContain(attributes['r:id']);
  // Tables: every row takes all columns, and no table is wider than its page.
  for (const table of all(xml, 'w:tbl')) {
    const widths = all(child(table, 'w:tblGrid') as Element, 'w:gridCol').map(({ attributes }) =>
      Number(attributes['w:w']),
    );
    const width = widths.reduce((sum, one) => sum + one, 0);
    expect(Number(all(child(table, 'w:tblPr') as Element, 'w:tblW')[0]?.attributes['w:w'])).toBe(width);
    expect([textWidth(false), textWidth(true)]).toContain(width);
    for (const row of all(table, 'w:tr')) {
      expect(all(row, 'w:tcW').reduce((sum, { attributes }) => sum + Number(attributes['w:w']), 0)).toBe(width);
      expect(
        all(row, 'w:tc').reduce((sum, cell) => sum + Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1), 0),
      ).toBe(widths.length);
    }
  }
}
