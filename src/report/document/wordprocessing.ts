// The body of a document in WordprocessingML (ECMA-376, transitional): paragraphs, tables of fixed widths, sections. Whatever
// text comes in, what comes out is well-formed; equal values give equal text.
import type {
  DocumentBlock,
  DocumentSection,
  DocumentTable,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
} from './content.ts';

/** A4, and margins within the decree's: top and bottom 20 mm, left 30, right 15 (Nghị định 30/2020, Phụ lục I). */
const PAGE = { short: 11906, long: 16838, top: 1134, bottom: 1134, left: 1701, right: 851, header: 567 };

/** Width between the margins. */
export function textWidth(landscape: boolean): number {
  return (landscape ? PAGE.long : PAGE.short) - PAGE.left - PAGE.right;
}

/** Ids of the relationships to the two headers: the page number, and nothing on a first page. */
export const HEADERS = { numbered: 'rIdNumber', first: 'rIdFirst' } as const;

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An element of the main namespace as a whole part. */
export function root(name: string, content: string): string {
  return `${XML}<w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[&<>"]/u;

/** Text as XML can hold it: no control characters, no half characters, none of its own signs. */
export function escaped(text: string): string {
  if (!NOT_IN_XML.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (c) =>
      c >= '\uD800' && c <= '\uDFFF' ? '\uFFFD' : '',
    )
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}

export function renderDocument(sections: readonly DocumentSection[]): string {
  const last = sections.length - 1;
  const body = sections.map((section, i) => {
    const properties = renderSection(section, i);
    // A section ends with its last paragraph, which carries its properties; the last section's are at the end.
    return i === last
      ? renderBlocks(section.blocks) + properties
      : `${renderBlocks(section.blocks)}<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`;
  });
  return root('document', `<w:body>${body.join('')}</w:body>`);
}

function renderSection({ landscape }: DocumentSection, i: number): string {
  const [width, height] = landscape ? [PAGE.long, PAGE.short] : [PAGE.short, PAGE.long];
  return [
    '<w:sectPr>',
    `<w:headerReference w:type="default" r:id="${HEADERS.numbered}"/><w:headerReference w:type="first" r:id="${HEADERS.first}"/>`,
    i === 0 ? '' : '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar w:top="${PAGE.top}" w:right="${PAGE.right}" w:bottom="${PAGE.bottom}" w:left="${PAGE.left}" w:header="${PAGE.header}" w:footer="${PAGE.header}" w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>',
  ].join('');
}

/** Two tables in a row would become one, and a part must not end with a table: a paragraph of no height follows each. */
function renderBlocks(blocks: readonly DocumentBlock[]): string {
  return blocks.map((block) => (block.kind === 'table' ? renderTable(block) + THIN : renderParagraph(block))).join('');
}

const THIN = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>';

export function renderParagraph(paragraph: Paragraph): string {
  const { runs, align, level, style, left, right, firstLine, before, after, lines, ruled, framed } = paragraph;
  const edges = ruled ? ['top'] : framed ? ['top', 'left', 'bottom', 'right'] : [];
  // In the order of the schema: Word refuses another.
  const properties = [
    level ? `<w:pStyle w:val="Heading${level}"/>` : style ? `<w:pStyle w:val="${style}"/>` : '',
    paragraph.keepNext ? '<w:keepNext/>' : '',
    paragraph.newPage ? '<w:pageBreakBefore/>' : '',
    edges.length === 0
      ? ''
      : `<w:pBdr>${edges.map((edge) => `<w:${edge} w:val="single" w:sz="6" w:space="1" w:color="000000"/>`).join('')}</w:pBdr>`,
    attributes('spacing', {
      before: before === undefined ? undefined : before * 20,
      after: after === undefined ? undefined : after * 20,
      line: ruled ? 80 : lines === undefined ? undefined : Math.round(lines * 240),
      lineRule: ruled ? 'exact' : lines === undefined ? undefined : 'auto',
    }),
    attributes('ind', { left, right, firstLine }),
    align ? `<w:jc w:val="${align}"/>` : '',
    // The mark of the paragraph has a size too: an empty cell would be as high as a line of the text.
    runs[0]?.size === undefined ? '' : `<w:rPr>${renderSize(runs[0].size)}</w:rPr>`,
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs.map(renderRun).join('')}</w:p>`;
}

function renderSize(size: number): string {
  return `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
}

function attributes(name: string, values: Readonly<Record<string, string | number | undefined>>): string {
  let given = '';
  for (const key in values) if (values[key] !== undefined) given += ` w:${key}="${values[key]}"`;
  return given === '' ? '' : `<w:${name}${given}/>`;
}

/** A long address breaks behind its signs, and not in the middle of a word. */
function breakable(text: string): string {
  return text.replace(/https?:\/\/\S{24,}/gu, (address) => address.replace(/[/?&=_.-](?=[^/])/gu, '$&\u200B'));
}

function renderRun({ text, bold, italic, size }: TextRun): string {
  const properties = [
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    size === undefined ? '' : renderSize(size),
  ].join('');
  const lines = text
    .split(/\r\n?|\n/u)
    .map((line) => `<w:t xml:space="preserve">${escaped(breakable(line.replace(/\t/gu, ' ')))}</w:t>`);
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

function renderTable({ about, widths, rows, ruled, breaks }: DocumentTable): string {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const line = (side: string) =>
    `<w:${side} w:val="${ruled ? 'single' : 'nil'}"${ruled ? ' w:sz="4" w:space="0" w:color="000000"' : ''}/>`;
  const [above, beside] = ruled ? [20, 40] : [0, 0];
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>`,
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar>${margin('top', above)}${margin('left', beside)}${margin('bottom', above)}${margin('right', beside)}</w:tblCellMar>`,
    `<w:tblCaption w:val="${escaped(about)}"/>${ruled ? `<w:tblDescription w:val="${escaped(columnWords(rows))}"/>` : ''}</w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    ...rows.map((row, i) => renderRow(keepsNext(row, i, rows, ruled) ? kept(row) : row, widths, breaks === true)),
    '</w:tbl>',
  ].join('');
}

/** «Các cột: TT, Đơn vị, …»: of the heading, for readers who do not see it. */
function columnWords(rows: readonly TableRow[]): string {
  const words = rows.flatMap(({ heading, cells }) =>
    heading ? cells.map(({ content }) => content.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ')) : [],
  );
  return `Các cột: ${words.filter((one) => one !== '').join(', ')}`;
}

/** No heading, no name of a group and no last row is alone on its page. */
function keepsNext({ heading, cells }: TableRow, i: number, rows: readonly TableRow[], ruled: boolean): boolean {
  return ruled && i < rows.length - 1 && (heading === true || cells.length === 1 || i === rows.length - 2);
}

function kept(row: TableRow): TableRow {
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, content: cell.content.map((one) => ({ ...one, keepNext: true })) })),
  };
}

function renderRow({ cells, heading }: TableRow, widths: readonly number[], breaks: boolean): string {
  let column = 0;
  const written = cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return renderCell(cell, width, heading === true);
  });
  const properties = `${breaks && !heading ? '' : '<w:cantSplit/>'}${heading ? '<w:tblHeader/>' : ''}`;
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${written.join('')}</w:tr>`;
}

function renderCell({ content, span, down }: TableCell, width: number, heading: boolean): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span === undefined || span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`,
    down === undefined ? '' : down === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
    heading ? '<w:vAlign w:val="center"/>' : '',
  ].join('');
  // A cell without a paragraph is no cell to Word.
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.map(renderParagraph).join('') || '<w:p/>'}</w:tc>`;
}
