// What an import has to say about the table it read, and the list a person works through: place, words, what to do.

/** Has to be mended by hand; was read in a way a person should look at; was done, for the record. */
export type ImportWeight = 'mend' | 'look' | 'done';

interface FindingText {
  /** Line of the file; the first where it is of several. */
  readonly line?: number;
  /** TT as printed, or the numbers of several rows. */
  readonly number?: string;
  /** Heading of the column, or file and field of the seeds. */
  readonly column?: string;
  /** A whole Vietnamese sentence. */
  readonly text: string;
}

/** What a person has to mend or to look at says what to do, in a sentence of its own; what was done asks for nothing. */
export type ImportFinding = FindingText &
  (
    | { readonly weight: Exclude<ImportWeight, 'done'>; readonly todo: string }
    | { readonly weight: 'done'; readonly todo?: undefined }
  );

/** Takes findings as they come. */
export type Say = (finding: ImportFinding) => void;

const HEADINGS: Readonly<Record<ImportWeight, string>> = {
  mend: 'PHẢI SỬA',
  look: 'XEM LẠI',
  done: 'ĐÃ LÀM',
};

/** Lines of the list: by weight, then by the place in the file; what concerns the whole plan is first. */
export function describeFindings(findings: readonly ImportFinding[]): string[] {
  return (['mend', 'look', 'done'] as const).flatMap((weight) => {
    const own = findings.filter((finding) => finding.weight === weight);
    if (own.length === 0) return [];
    own.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return ['', `${HEADINGS[weight]} (${own.length})`, ...own.flatMap(describeFinding)];
  });
}

function describeFinding({ line, number, column, text, todo }: ImportFinding): string[] {
  const place = [
    ...(line === undefined ? [] : [`dòng tệp ${line}`]),
    ...(number === undefined ? [] : [number === '' ? 'không có TT' : `TT ${number}`]),
    ...(column === undefined ? [] : [`«${column}»`]),
  ].join(', ');
  return [`- ${place === '' ? '' : `${place}: `}${text}`, ...(todo === undefined ? [] : [`  → ${todo}`])];
}

/** A row of the table, by what a person finds it by. */
export interface RowPlace {
  /** Line of the file. */
  readonly line: number;
  /** TT as printed; empty without one. */
  readonly number: string;
}

/**
 * «TT 4, 6; dòng tệp 13»: rows by TT, those without one, or with a mere bullet, by their line. A TT that occurs twice has its
 * line behind it.
 * @param all the rows they are among
 */
export function placesWords(rows: readonly RowPlace[], all: readonly RowPlace[]): string {
  const isCounted = ({ number }: RowPlace) => /[\p{L}\p{N}]/u.test(number);
  const isDouble = (number: string) => all.filter((row) => row.number === number).length > 1;
  const numbered = rows
    .filter(isCounted)
    .sort((a, b) => a.number.localeCompare(b.number, 'vi', { numeric: true }) || a.line - b.line)
    .map(({ number, line }) => (isDouble(number) ? `${number} (dòng tệp ${line})` : number));
  const lines = rows
    .filter((row) => !isCounted(row))
    .sort((a, b) => a.line - b.line)
    .map(({ line }) => line);
  return [
    ...(numbered.length > 0 ? [`TT ${numbered.join(', ')}`] : []),
    ...(lines.length > 0 ? [`dòng tệp ${lines.join(', ')}`] : []),
  ].join('; ');
}

/** «3», «3–5». */
export function linesWords(from: number, to: number): string {
  return from === to ? `${from}` : `${from}–${to}`;
}

/** A few words of a text, enough to find it again. */
export function shortened(text: string, most = 60): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, '')}…`;
}
