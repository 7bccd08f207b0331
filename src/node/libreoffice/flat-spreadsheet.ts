// A `Spreadsheet` resource as one flat OpenDocument file, and the values of such a file read back. Formats are left out:
// dates are numbers on both sides.

import { columnLetters, quoteTab } from '../../core/a1.ts';
import { readIsoDate } from '../../core/calendar.ts';
import type { CellData, Spreadsheet } from '../../host/contract.ts';
import { syntaxOf } from '../../host/formulas/formula-tokens.ts';
import { readFormula } from '../../host/formulas/read-formula.ts';
import { type Area, layoutOf } from '../../host/formulas/tabs.ts';
import { openFormula } from './open-formula.ts';

/** What a recalculated cell holds; undefined is an empty cell. */
export type RecalculatedValue = number | string | boolean | { error: string } | undefined;

/** The workbook as the text of an .fods file. Comparison and criteria are set as Google's: letter case ignored, whole cells, wildcards. */
export function writeFlatSpreadsheet(book: Spreadsheet, today: number): string {
  const layout = layoutOf(book);
  const syntax = syntaxOf(layout.locale);
  const tables = layout.tabs.map((tab) => {
    const rows = tab.cells.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`);
    // A table must have a row and a row a cell.
    const body = rows.join('\n').replace(/<table:table-row><\/table:table-row>/gu, EMPTY_ROW) || EMPTY_ROW;
    return `<table:table table:name="${escaped(tab.title)}">${body}</table:table>`;
  });
  const names = [...layout.names].map(
    ([name, area]) =>
      `<table:named-range table:name="${escaped(name)}" table:base-cell-address="${escaped(address(area).split(':')[0] ?? '')}" table:cell-range-address="${escaped(address(area))}"/>`,
  );

  function address(area: Area): string {
    const title = layout.byId.get(area.sheetId)?.title ?? '';
    const from = `$${columnLetters(area.left)}$${area.top + 1}`;
    const to = `$${columnLetters(area.right - 1)}$${area.bottom}`;
    return `$${quoteTab(title)}.${from}${from === to ? '' : `:.${to}`}`;
  }

  function cell(data: CellData | undefined): string {
    const entered = data?.userEnteredValue;
    if (entered?.formulaValue !== undefined) {
      const text = openFormula(readFormula(entered.formulaValue, syntax), today);
      return `<table:table-cell table:formula="of:=${escaped(text)}"/>`;
    }
    if (entered?.stringValue?.includes('\t')) {
      // LibreOffice drops a tab from a cell's text, but not from a formula's answer.
      const pieces = entered.stringValue.split('\t').map((piece) => `"${piece.replace(/"/gu, '""')}"`);
      return `<table:table-cell table:formula="of:=${escaped(pieces.join('&CHAR(9)&'))}"/>`;
    }
    if (entered?.stringValue) {
      return `<table:table-cell office:value-type="string">${paragraphs(entered.stringValue)}</table:table-cell>`;
    }
    if (entered?.numberValue !== undefined) {
      return `<table:table-cell office:value-type="float" office:value="${entered.numberValue}"/>`;
    }
    if (entered?.boolValue !== undefined) {
      return `<table:table-cell table:style-name="truth" office:value-type="boolean" office:boolean-value="${entered.boolValue}"/>`;
    }
    return '<table:table-cell/>';
  }

  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:boolean-style style:name="N99"><number:boolean/></number:boolean-style><style:style style:name="truth" style:family="table-cell" style:data-style-name="N99"/></office:automatic-styles>
<office:body><office:spreadsheet>
<table:calculation-settings table:case-sensitive="false" table:search-criteria-must-apply-to-whole-cell="true" table:use-regular-expressions="false" table:use-wildcards="true" table:automatic-find-labels="false" table:precision-as-shown="false"><table:null-date table:date-value="1899-12-30"/></table:calculation-settings>
${tables.join('\n')}
<table:named-expressions>${names.join('')}</table:named-expressions>
</office:spreadsheet></office:body></office:document>`;
}

const EMPTY_ROW = '<table:table-row><table:table-cell/></table:table-row>';

/** XML has no control characters; each becomes one other character, so that lengths stay. */
function escaped(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/\n/gu, '&#10;')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '\uFFFD');
}

/** OpenDocument folds runs of spaces; they are elements. */
function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const body = escaped(line).replace(/ {2,}|^ | $/gu, (run) => `<text:s text:c="${run.length}"/>`);
      return `<text:p>${body}</text:p>`;
    })
    .join('');
}

/** A cell, or one that a merged cell covers. */
const CELL = /<table:(covered-)?table-cell(?:\s[^>]*)?(?:\/>|(?<!\/)>.*?<\/table:\1table-cell>)/gsu;

/** The values of an .fods file: by tab, row, column. */
export function readFlatSpreadsheet(xml: string): Record<string, RecalculatedValue[][]> {
  const tabs: Record<string, RecalculatedValue[][]> = {};
  // A note's text is not the cell's, a chart has a table of its own.
  const bare = xml
    .replace(/<draw:frame[\s>].*?<\/draw:frame>/gsu, '')
    .replace(/<office:annotation[\s>].*?<\/office:annotation>/gsu, '');
  for (const table of bare.match(/<table:table .*?<\/table:table>/gsu) ?? []) {
    const rows: RecalculatedValue[][] = [];
    for (const row of table.match(/<table:table-row(?:\s[^>]*)?(?:\/>|>.*?<\/table:table-row>)/gsu) ?? []) {
      const cells: RecalculatedValue[] = [];
      for (const cell of row.match(CELL) ?? []) {
        const value = readCell(cell);
        const repeated = Number(attribute(cell, 'table:number-columns-repeated') ?? 1);
        // The last, empty cell stands for the rest of the sheet.
        for (let n = 0; n < (value === undefined ? Math.min(repeated, 1000) : repeated); n += 1) cells.push(value);
      }
      while (cells.length > 0 && cells[cells.length - 1] === undefined) cells.pop();
      const repeated = Number(attribute(row, 'table:number-rows-repeated') ?? 1);
      for (let n = 0; n < (cells.length === 0 ? Math.min(repeated, 10_000) : repeated); n += 1) rows.push([...cells]);
    }
    tabs[unescaped(attribute(table, 'table:name') ?? '')] = rows;
  }
  return tabs;
}

function readCell(cell: string): RecalculatedValue {
  const text = (): string =>
    (cell.match(/<text:p(?:\s[^>]*)?(?:\/>|>.*?<\/text:p>)/gsu) ?? []).map(paragraphText).join('\n');
  if (attribute(cell, 'calcext:value-type') === 'error') return { error: text() };
  switch (attribute(cell, 'office:value-type')) {
    case undefined:
      return undefined;
    case 'string': {
      const value = attribute(cell, 'office:string-value');
      return value === undefined ? text() : unescaped(value);
    }
    case 'boolean':
      return attribute(cell, 'office:boolean-value') === 'true';
    case 'date': {
      const [, day = '', hour = '0', minute = '0', second = '0'] =
        /^([-0-9]+)(?:T([0-9]+):([0-9]+):([0-9.]+))?/u.exec(attribute(cell, 'office:date-value') ?? '') ?? [];
      const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
      return (readIsoDate(day) ?? Number.NaN) + seconds / 86_400;
    }
    case 'time': {
      const [, hour = '0', minute = '0', second = '0'] =
        /^PT([0-9]+)H([0-9]+)M([0-9.]+)S/u.exec(attribute(cell, 'office:time-value') ?? '') ?? [];
      return (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
    }
    default:
      return Number(attribute(cell, 'office:value'));
  }
}

function paragraphText(paragraph: string): string {
  return unescaped(
    paragraph
      .replace(/<text:s(?: text:c="([0-9]+)")?\/>/gu, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
      .replace(/<text:tab\/>/gu, '\t')
      .replace(/<text:line-break\/>/gu, '\n')
      .replace(/<[^>]*>/gu, ''),
  );
}

/** An attribute of the element's first tag. */
function attribute(element: string, name: string): string | undefined {
  const tag = /^<(?:[^>"]|"[^"]*")*>/u.exec(element)?.[0] ?? '';
  return new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1];
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(lt|gt|quot|apos|amp));/gu, (_, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[String(name)] ?? '';
  });
}
