// The document of a month: its structure, its words as golden files, and what hostile text does to it.
// UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/report/document/report-document.test.ts
import { describe, expect, test } from 'vitest';
import { at } from '../../../src/core/calendar.ts';
import { finishedCodes } from '../../../src/core/version.ts';
import type { DocumentParts } from '../../../src/report/document/content.ts';
import { reportDocument } from '../../../src/report/document/report-document.ts';
import { divided, goldenIn } from '../../golden.ts';
import { aprilVersion, day, MAY, mayIndicators, mayRows, mayVersion, quietInput, versionOf } from '../sample.ts';
import { checkStructure } from './check-structure.ts';
import { internal, superior, told, wordsOf } from './letters.ts';
import { lookOf } from './look.ts';
import { all, type Element, readXml } from './xml.ts';

const APPENDIX = /Phụ lục [IVX]+/u;
const golden = goldenIn(new URL('golden/', import.meta.url), 'reports of a month');

const view = { indicators: mayIndicators, finishedBefore: finishedCodes(aprilVersion) };
const automatic = versionOf(MAY, mayRows, { ...view, version: 0, stamped: false, closedAt: at(day('2024-05-15'), 16) });
const corrected = versionOf(
  MAY,
  mayRows.map((row) => (row.code === 'I.02' ? { ...row, extension: day('2024-06-30') } : row)),
  { ...view, version: 2, closedAt: at(day('2024-05-16'), 14, 5) },
);
const documents: Readonly<Record<string, DocumentParts>> = {
  'may-2024-superior': reportDocument(told(), superior),
  'may-2024-internal': reportDocument(told(), internal),
  'may-2024-quiet': reportDocument(told(quietInput), superior),
  'may-2024-automatic': reportDocument(told({ version: automatic }), internal),
  'may-2024-corrected': reportDocument(told({ version: corrected, others: [aprilVersion, mayVersion] }), superior),
};
const part = (parts: DocumentParts, name: string) => parts.find((one) => one.name === name)?.text ?? '';
const body = (parts: DocumentParts) => part(parts, 'word/document.xml');

describe('golden words', () => {
  test.each(Object.entries(documents))('%s', (name, parts) => {
    for (const [page, words] of divided(name, wordsOf(body(parts)), APPENDIX)) golden(`${page}.txt`, words);
    golden(`${name}-look.txt`, lookOf(body(parts)));
  });
});

describe('structure', () => {
  test.each(Object.entries(documents))('%s', (_, parts) => checkStructure(parts));
  const parts = documents['may-2024-superior'] ?? [];
  test('a section upright, then one lying for each appendix', () =>
    expect(all(readXml(body(parts)), 'w:pgSz').map(({ attributes }) => attributes['w:orient'])).toEqual([
      undefined,
      'landscape',
      'landscape',
      'landscape',
    ]));
  test('the page number is a field of the header, and the first page has another header', () => {
    expect(part(parts, 'word/header1.xml')).toContain('<w:instrText xml:space="preserve"> PAGE </w:instrText>');
    expect(wordsOf(part(parts, 'word/header1.xml')).trim()).toBe('PAGE 2');
    expect(wordsOf(part(parts, 'word/header2.xml')).trim()).toBe('');
  });
  test('its language, its title and its captions are told to whoever reads it aloud', () => {
    expect(part(parts, 'docProps/core.xml')).toContain('<dc:language>vi-VN</dc:language>');
    expect(part(parts, 'word/settings.xml')).toContain('<w:themeFontLang w:val="vi-VN"/>');
    expect(part(parts, 'word/styles.xml')).toContain('<w:lang w:val="vi-VN"');
    const used = new Set(all(readXml(body(parts)), 'w:pStyle').map(({ attributes }) => attributes['w:val']));
    const known = all(readXml(part(parts, 'word/styles.xml')), 'w:style').map((one) => one.attributes['w:styleId']);
    expect(used).toEqual(new Set(['Title', 'Caption', 'Heading1', 'Heading2', 'Heading3']));
    for (const style of used) expect(known).toContain(style);
    for (const one of all(readXml(body(parts)), 'w:tblPr'))
      expect(all(one, 'w:tblCaption')[0]?.attributes['w:val']).toMatch(/\p{L}/u);
  });
  test('Times New Roman, whatever the script', () =>
    expect(part(parts, 'word/styles.xml')).toContain(
      '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>',
    ));
  test('72 rows, the sum is 72 in both tables', () => {
    const words = wordsOf(body(parts));
    expect(words.match(/^ ?\| Cộng \| 72 \|/gmu)).toHaveLength(2);
    const table = all(readXml(body(parts)), 'w:tbl').find((one) => all(one, 'w:tr').length > 72);
    expect(all(table as Element, 'w:tr')).toHaveLength(72 + 10 + 1);
  });
  test('traced to its version', () => {
    expect(part(parts, 'docProps/core.xml')).toContain('<cp:keywords>2024-05|v1</cp:keywords>');
    expect(wordsOf(body(parts))).toContain('Mã: 2024-05|v1.');
  });
  test('the file says which program wrote it, the paper does not', () => {
    const written = reportDocument(told(), { ...superior, program: '9.8.7' });
    const saying = written.filter(({ text }) => text.includes('9.8.7')).map(({ name }) => name);
    expect(saying).toEqual(['docProps/app.xml']);
  });

  test('equal input, equal bytes', () => expect(reportDocument(told(), superior)).toEqual(parts));
  test('nothing unsaid is printed', () => {
    for (const one of Object.values(documents)) expect(body(one)).not.toMatch(/undefined|null|NaN|\[object/u);
  });
});

describe('hostile text', () => {
  const nasty = ']]></w:t><w:t>&amp;<!-- \u0000\u0008\uD83D "\' \n\n\t{{x}} \uFFFF ';
  const phone = `${nasty} 0912 345 678 `;
  const rows = mayRows.map((row) => ({
    ...row,
    state: 'Đang thực hiện',
    result: phone + 'kết quả '.repeat(6000),
    evidence: phone,
    difficulty: phone + 'x'.repeat(50_000),
    proposal: phone + 'y'.repeat(50_000),
  }));
  const parts = reportDocument(told({ version: versionOf(MAY, rows, view) }), {
    ...superior,
    commune: nasty,
    place: nasty,
    addressees: [nasty, nasty],
    signature: { lines: [nasty], name: nasty },
  });
  test('well-formed, and its structure holds', () => checkStructure(parts));
  test('a document that can be opened, and says what it left out', () => {
    expect(body(parts).length).toBeLessThan(1_500_000);
    expect(wordsOf(body(parts))).toMatch(/… \(còn \d+ ký tự, xem bảng theo dõi\)/u);
  });
  test('no telephone number', () => expect(wordsOf(body(parts))).not.toContain('0912 345'));
  test('no rows at all', () => {
    const empty = reportDocument(told({ version: versionOf(MAY, []), others: [], tasks: [] }), superior);
    checkStructure(empty);
    expect(wordsOf(body(empty))).toContain('Chưa có nhiệm vụ đến hạn.');
  });
});
