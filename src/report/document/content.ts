// A Word document as a value: sections of paragraphs and tables, nothing that a conversion to Google Docs or PDF would lose.
// What it looks like in the file is wordprocessing.ts; what is in it is the other files of this folder.

/** Sizes are points, lengths are twentieths of a point (twips: 567 are a centimetre). */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
}

export type Align = 'left' | 'center' | 'right' | 'both';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly TextRun[];
  readonly align?: Align;
  /** Level of a heading, for the navigation of Word and Docs; it looks like any other paragraph. */
  readonly level?: 1 | 2 | 3;
  /** What it is to a reader of the structure; it looks like any other paragraph. */
  readonly style?: 'Title' | 'Caption';
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  /** Points before and after it, and between its lines (multiples of a single line). */
  readonly before?: number;
  readonly after?: number;
  readonly lines?: number;
  /** A rule along its top edge, from its left to its right indent. */
  readonly ruled?: boolean;
  /** In a frame from its left to its right indent. */
  readonly framed?: boolean;
  /** On the same page as the next paragraph. */
  readonly keepNext?: boolean;
  readonly newPage?: boolean;
}

export interface TableCell {
  readonly content: readonly Paragraph[];
  /** Columns it takes. */
  readonly span?: number;
  /** A cell over several rows: it begins here, or goes on from the row above. */
  readonly down?: 'begins' | 'goesOn';
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Repeated on every page. */
  readonly heading?: boolean;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** What is in it, for readers who do not see it. */
  readonly about: string;
  /** Of the columns; the cells of every row take all of them. */
  readonly widths: readonly number[];
  readonly rows: readonly TableRow[];
  /** Lines around every cell; without, a table only places things side by side. */
  readonly ruled: boolean;
  /** Rows may break over pages: for texts that may be longer than one. */
  readonly breaks?: boolean;
}

export type DocumentBlock = Paragraph | DocumentTable;

/** One orientation, with page numbers of its own from 1; the number is not on its first page. */
export interface DocumentSection {
  readonly landscape: boolean;
  readonly blocks: readonly DocumentBlock[];
}

export interface DocumentContent {
  readonly title: string;
  /** By which the file is traced to its version. */
  readonly trace: string;
  readonly author: string;
  /** Version of the program that writes it. */
  readonly program: string;
  /** «2024-05-15T08:30:00+07:00». */
  readonly madeAt: string;
  readonly sections: readonly DocumentSection[];
}

/** A file of the package: .docx is these, zipped, the first one first. */
export interface DocumentPart {
  readonly name: string;
  readonly text: string;
}
export type DocumentParts = readonly DocumentPart[];

type ParagraphText = string | readonly (string | TextRun)[];

/** A paragraph of text; a part that is a plain string is an ordinary run. */
export function paragraph(words: ParagraphText, format: Omit<Paragraph, 'kind' | 'runs'> = {}): Paragraph {
  const runs = typeof words === 'string' ? [words] : words;
  return {
    kind: 'paragraph',
    runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
    ...format,
  };
}

export const bold = (text: string, size?: number): TextRun => ({
  text,
  bold: true,
  ...(size !== undefined && { size }),
});
export const italic = (text: string, size?: number): TextRun => ({
  text,
  italic: true,
  ...(size !== undefined && { size }),
});
