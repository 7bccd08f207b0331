// A text with row numbers in it, cut at them: the same text some rows further down is written, or recognised, without reading
// it again. A column of a thousand formulas is one text a thousand times.

/** No row of a sheet has more digits. */
const MOST_ROWS = 9_999_999;

export class RowText {
  private constructor(
    /** The text around the numbers: one piece more than there are numbers. */
    private readonly pieces: readonly string[],
    private readonly rows: readonly number[],
  ) {}

  /** Cuts the text at the numbers that are at these places, in order. */
  static cut(text: string, numbers: Iterable<{ readonly at: number; readonly length: number }>): RowText {
    const pieces: string[] = [];
    const rows: number[] = [];
    let from = 0;
    for (const { at, length } of numbers) {
      pieces.push(text.slice(from, at));
      rows.push(Number(text.slice(at, at + length)));
      from = at + length;
    }
    pieces.push(text.slice(from));
    return new RowText(pieces, rows);
  }

  /** The text `by` rows further down. */
  at(by: number): string {
    let text = this.pieces[0] ?? '';
    for (let index = 0; index < this.rows.length; index += 1) {
      text += `${(this.rows[index] ?? 0) + by}${this.pieces[index + 1]}`;
    }
    return text;
  }

  /** How many rows further down it reads like `text`; undefined where it never does. */
  shiftTo(text: string): number | undefined {
    const [first = ''] = this.pieces;
    if (!text.startsWith(first)) return undefined;
    if (this.rows.length === 0) return text === first ? 0 : undefined;
    let row = 0;
    for (let at = first.length; row <= MOST_ROWS; at += 1) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      row = row * 10 + digit;
    }
    const by = row - (this.rows[0] ?? 0);
    const fits = this.rows.every((one) => one + by >= 1 && one + by <= MOST_ROWS);
    return fits && this.at(by) === text ? by : undefined;
  }
}

/** The things met last, by their row text, the latest in front. */
export class RecentTexts<T extends { readonly text: RowText }> {
  private readonly list: T[] = [];
  constructor(private readonly most: number) {}

  /** One of them that reads like the text, shifted by so many rows. */
  find(text: string): { readonly known: T; readonly by: number } | undefined {
    for (const [index, known] of this.list.entries()) {
      const by = known.text.shiftTo(text);
      if (by === undefined) continue;
      if (index > 0) this.list.unshift(...this.list.splice(index, 1));
      return { known, by };
    }
    return undefined;
  }

  add(one: T): void {
    this.list.unshift(one);
    this.list.splice(this.most);
  }
}
