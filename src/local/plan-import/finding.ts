// What an import has to say about the table it read, and the list a person works through: place, words, what to do.

/** Has to be mended by hand; was read in a way a person should look at; was done, for the record. */
export type ImportWeight = 'mend' | 'look' | 'done';

export interface ImportFinding {
  readonly weight: ImportWeight;
  /** Line of the file; the first where it is of several. */
  readonly line?: number;
  /** TT as printed, or the numbers of several rows. */
  readonly number?: string;
  /** Heading of the column, or file and field of the seeds. */
  readonly column?: string;
  /** A whole Vietnamese sentence. */
  readonly text: string;
  /** What to do, a sentence of its own. */
  readonly todo?: string;
}

/** Takes findings as they come. */
export type Say = (finding: ImportFinding) => void;

const HEADINGS: Readonly<Record<ImportWeight, string>> = {
  mend: 'PHẢI SỬA',
  look: 'XEM LẠI',
  done: 'ĐÃ LÀM',
};

/** Lines of the list: by weight, then by the place in the file; what concerns the whole plan stands first. */
export function describeFindings(findings: readonly ImportFinding[]): string[] {
  return (['mend', 'look', 'done'] as const).flatMap((weight) => {
    const own = findings.filter((finding) => finding.weight === weight);
    if (own.length === 0) return [];
    own.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return [
      '',
      `${HEADINGS[weight]} (${own.length})`,
      ...own.flatMap((finding, index) => describeFinding(finding, own[index - 1])),
    ];
  });
}

/** What to do is said once where it is the same for several in a row. */
function describeFinding({ line, number, column, text, todo }: ImportFinding, before?: ImportFinding): string[] {
  const place = [
    ...(line === undefined ? [] : [`dòng ${line}`]),
    ...(number === undefined ? [] : [number === '' ? 'không có TT' : `TT ${number}`]),
    ...(column === undefined ? [] : [`«${column}»`]),
  ].join(', ');
  return [
    `- ${place === '' ? '' : `${place}: `}${text}`,
    ...(todo === undefined || todo === before?.todo ? [] : [`  → ${todo}`]),
  ];
}

/** «dòng 3», «dòng 3–5». */
export function linesWords(from: number, to: number): string {
  return from === to ? `${from}` : `${from}–${to}`;
}

/** A few words of a text, enough to find it again. */
export function shortened(text: string, most = 60): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, '')}…`;
}
