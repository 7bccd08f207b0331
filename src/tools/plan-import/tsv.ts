// Tab-separated text as Google Sheets, Excel and Word put it on the clipboard: lines of cells, with quotes around a cell that
// holds a line break or a quote. A cell never holds a tab, so that a quote nobody closed cannot swallow the rest of the file.

/** One line of the table as the text has it; not yet a row: Word breaks cells over lines without quotes. */
export interface TsvLine {
  /** Lines of the file, from 1. */
  readonly from: number;
  readonly to: number;
  readonly cells: readonly string[];
}

/** Word's own line break inside a paragraph, the page break, and Unicode's: line breaks like any other. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const LINE_BREAKS = new RegExp(LINE_BREAK, 'gu');
/** Word's hyphen that does not break. */
const WORD_HYPHEN = '\u001e';

/** The lines of a text, blank ones too. */
export function readTsv(text: string): TsvLine[] {
  const source = text
    .replace(/^\ufeff/u, '')
    .replace(LINE_BREAKS, '\n')
    .split(WORD_HYPHEN)
    .join('-');
  const lines: TsvLine[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const cells: string[] = [];
    const from = line;
    let sign = '\t';
    while (sign === '\t') {
      const { cell, end } = quotedCell(source, at) ?? plainCell(source, at);
      cells.push(cell);
      line += cell.split('\n').length - 1;
      sign = source[end] ?? '';
      at = end + 1;
    }
    lines.push({ from, to: line, cells });
    line += 1;
  }
  return lines;
}

function plainCell(source: string, at: number): { cell: string; end: number } {
  const rest = /[\t\n]/gu;
  rest.lastIndex = at;
  const end = rest.exec(source)?.index ?? source.length;
  return { cell: source.slice(at, end), end };
}

/**
 * A cell in quotes: they are at both its ends, those inside are doubled. Quotes around a cell that needs none are the
 * plan's own words.
 */
function quotedCell(source: string, at: number): { cell: string; end: number } | undefined {
  const quoted = /"((?:[^"\t]|"")*)"(?=[\t\n]|$)/uy;
  quoted.lastIndex = at;
  const inside = quoted.exec(source)?.[1];
  if (inside === undefined || !/["\n]/u.test(inside)) return undefined;
  return { cell: inside.replace(/""/gu, '"'), end: quoted.lastIndex };
}
