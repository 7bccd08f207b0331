// A mail before it is rendered: words in their order, from which the HTML and the plain text are both made, so that the two
// cannot differ.

export type Tone = 'alarm' | 'warning' | 'good' | 'plain';

/** A number large enough to be read first. */
export interface BigFigure {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly tone: Tone;
}

/** An answer by one tap. */
export interface QuickReply {
  readonly label: string;
  readonly href: string;
}

export interface PageItem {
  /** Bold, in front: a code, «Chưa báo cáo (01): ». */
  readonly lead?: string;
  readonly text: string;
  /** Smaller, on a line of its own. */
  readonly detail?: string;
  readonly replies?: readonly QuickReply[];
  /** Where the text leads. */
  readonly href?: string;
}

export type PageBlock =
  | { readonly kind: 'line'; readonly lead?: string; readonly text: string }
  /** To be copied as it is. */
  | { readonly kind: 'copy'; readonly heading: string; readonly text: string }
  | {
      readonly kind: 'list';
      readonly heading: string;
      readonly tone: Tone;
      readonly items: readonly PageItem[];
      /** «và 03 nhiệm vụ khác». */
      readonly rest?: string;
    };

export interface MailPage {
  readonly greeting: string;
  readonly conclusion: string;
  readonly source: string;
  /** Said before everything else: a mail sent again. */
  readonly notice?: string;
  /** None: the mail has no figures. */
  readonly figures: readonly BigFigure[];
  readonly blocks: readonly PageBlock[];
  /** The one button; absent where no address of the sheet is known. */
  readonly open?: { readonly label: string; readonly href: string };
  readonly foot: readonly string[];
}

/** At most `max` characters on one line, cut between words where it can be, with «…» where something is missing. */
export function cut(text: string, max: number): string {
  // Enough for the decision; texts may have 50,000 characters.
  const characters = [...joinedLines(text.slice(0, 3 * max))];
  if (characters.length <= max && text.length <= 3 * max) return characters.join('');
  const head = characters.slice(0, max - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > max / 2 ? head.slice(0, space) : head).replace(/[\s,.;:–-]+$/u, '')}…`;
}

/** What people and Word put in front of an item: dashes, dots, arrows, squares, ticks. */
const BULLET = '[-–—•·●*+→⇒\u2500-\u27BF]';
const ITEM = new RegExp(`^${BULLET}(?:\\s+|(?=\\p{L}))`, 'u');
const NEXT_ITEM = new RegExp(`([.;,:])\\s${BULLET}(?:\\s+(?=[\\p{L}\\d])|(?=\\p{Lu}))`, 'gu');
/** A line that begins a part of its own: «Đã…», «2. …», «b) …». */
const OWN_PART = /^(?:[\p{Lu}\d]|\p{Ll}[).]\s)/u;

/**
 * The lines of a text, or the items of a list in one line, each without its mark: «- Đã làm;⏎- Đề nghị» → «Đã làm;», «Đề nghị». A
 * line that goes on with a small letter goes on with the part before it.
 */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const typed of text.split('\n')) {
    const line = typed.replace(/\s+/gu, ' ').trim();
    const item = line.replace(ITEM, '');
    const [words = '', ...further] = item.replace(NEXT_ITEM, '$1\n').split('\n');
    if (words === '') continue;
    const last = parts.length - 1;
    const before = parts[last];
    if (before !== undefined && !before.endsWith(':') && item === line && !OWN_PART.test(line))
      parts[last] = `${before} ${words}`;
    else parts.push(words);
    parts.push(...further);
  }
  return parts;
}

/** The parts of a text as one sentence: «Đã làm; Đề nghị». */
function joinedLines(text: string): string {
  return partsOf(text).reduce((told, part) => {
    if (told === '') return part;
    return told.endsWith(':') ? `${told} ${part}` : `${told.replace(/[\s.;,]+$/u, '')}; ${part}`;
  }, '');
}
