// The parts of a .docx around its body: types, relationships, fonts and styles, headers, properties. The caller zips them.
import { type DocumentContent, type DocumentParts, paragraph } from './content.ts';
import { escaped, HEADERS, renderDocument, renderParagraph, root, XML } from './wordprocessing.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const FONT = 'Times New Roman';
/** Of the text (the decree: 13–14) and of the page number. */
const SIZE = 14;

export function documentParts(content: DocumentContent): DocumentParts {
  return [
    { name: '[Content_Types].xml', text: contentTypes() },
    {
      name: '_rels/.rels',
      text: relationships([
        ['rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
        ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ['rId3', `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'],
      ]),
    },
    { name: 'word/document.xml', text: renderDocument(content.sections) },
    {
      name: 'word/_rels/document.xml.rels',
      text: relationships([
        ['rId1', `${OFFICE}/relationships/styles`, 'styles.xml'],
        ['rId2', `${OFFICE}/relationships/settings`, 'settings.xml'],
        [HEADERS.numbered, `${OFFICE}/relationships/header`, 'header1.xml'],
        [HEADERS.first, `${OFFICE}/relationships/header`, 'header2.xml'],
      ]),
    },
    { name: 'word/styles.xml', text: styles() },
    { name: 'word/settings.xml', text: settings() },
    { name: 'word/header1.xml', text: root('hdr', pageNumber()) },
    {
      name: 'word/header2.xml',
      text: root('hdr', renderParagraph(paragraph([], { align: 'center', before: 0, after: 0 }))),
    },
    { name: 'docProps/core.xml', text: coreProperties(content) },
    {
      name: 'docProps/app.xml',
      text: `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>${escaped(`De an 06 ${content.program}`.trim())}</Application></Properties>`,
    },
  ];
}

function contentTypes(): string {
  const overrides = [
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ['/word/styles.xml', `${WORD}.styles+xml`],
    ['/word/settings.xml', `${WORD}.settings+xml`],
    ['/word/header1.xml', `${WORD}.header+xml`],
    ['/word/header2.xml', `${WORD}.header+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const all = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function styles(): string {
  const style = (id: string, name: string, properties: string, attributes = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"${attributes}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:qFormat/>${properties}</w:style>`;
  const heading = (level: number) =>
    style(`Heading${level}`, `heading ${level}`, `<w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr>`);
  return root(
    'styles',
    [
      '<w:docDefaults><w:rPrDefault><w:rPr>',
      `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:color w:val="000000"/>`,
      `<w:sz w:val="${SIZE * 2}"/><w:szCs w:val="${SIZE * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>`,
      '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
      style('Normal', 'Normal', '', ' w:default="1"'),
      heading(1),
      heading(2),
      heading(3),
      style('Title', 'Title', ''),
      style('Caption', 'caption', ''),
    ].join(''),
  );
}

function settings(): string {
  return root(
    'settings',
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/>',
  );
}

/** The number of the page, centred in the top margin. */
function pageNumber(): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>2</w:t></w:r>${field('end')}</w:p>`;
}

function coreProperties({ title, trace, author, madeAt }: DocumentContent): string {
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>vi-VN</dc:language><cp:keywords>${escaped(trace)}</cp:keywords><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:modified></cp:coreProperties>`;
}
