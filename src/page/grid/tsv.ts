// Cells as every sheet puts them on the clipboard: lines and tabs, a cell with a line break, a tab or a quote at its beginning in quotes.

/** The rows of a pasted text. A quote that closes nothing is a letter. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const body = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
  let at = 0;
  for (;;) {
    const { value, end } = body[at] === '"' ? (quoted(body, at) ?? bare(body, at)) : bare(body, at);
    rows.at(-1)?.push(value);
    const next = body[end];
    if (next === undefined) return rows;
    if (next === '\n') rows.push([]);
    at = end + 1;
  }
}

function bare(text: string, from: number): { value: string; end: number } {
  const rest = text.slice(from).search(/[\t\n]/u);
  const end = rest < 0 ? text.length : from + rest;
  return { value: text.slice(from, end), end };
}

/** Undefined where the quote does not close before a tab, a line's end or the end of all. */
function quoted(text: string, from: number): { value: string; end: number } | undefined {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/u.exec(text.slice(from));
  if (!match) return undefined;
  return { value: (match[1] ?? '').replace(/""/gu, '"'), end: from + match[0].length };
}

export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join('\t')).join('\n');
}

function written(text: string): string {
  return /[\t\n\r]|^"/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}

/** What a paste writes over a selection: one value or a block that fits several times is repeated, anything else stands once. */
export function repeated(rows: readonly (readonly string[])[], height: number, width: number): string[][] {
  const wide = Math.max(0, ...rows.map((row) => row.length));
  const down = rows.length > 0 && height % rows.length === 0 ? height : rows.length;
  const across = wide > 0 && width % wide === 0 ? width : wide;
  return Array.from({ length: down }, (_, r) =>
    Array.from({ length: across }, (__, c) => rows[r % rows.length]?.[c % wide] ?? ''),
  );
}
