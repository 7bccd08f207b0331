// Where cells lie: sizes of rows and columns, what is hidden, what is frozen, how far the rest is scrolled.

/** A rectangle on the screen, relative to the grid's element. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Rows or columns, one after the other. */
export interface Line {
  readonly count: number;
  /** Pixels before the first: row numbers, column letters. */
  readonly header: number;
  readonly size: (index: number) => number;
  readonly hidden: readonly number[];
  readonly frozen: number;
  readonly scrolled: number;
}

function sizeIn({ size, hidden }: Line, index: number): number {
  return hidden.includes(index) ? 0 : size(index);
}

/** Pixels from the grid's edge to where a row or column begins. */
function startIn(line: Line, index: number): number {
  let sum = line.header;
  for (let before = 0; before < index; before += 1) sum += sizeIn(line, before);
  return index < line.frozen ? sum : sum - line.scrolled;
}

export function boxOf(rows: Line, columns: Line, row: number, column: number): Box {
  return {
    left: startIn(columns, column),
    top: startIn(rows, row),
    width: sizeIn(columns, column),
    height: sizeIn(rows, row),
  };
}

/** Pixels of what does not scroll: the header and what is frozen. */
export function frozenSize(line: Line): number {
  return startIn({ ...line, scrolled: 0 }, line.frozen);
}

/** The next one that is not hidden, `by` steps of one forwards or backwards; the same where there is none. */
export function beside({ count, hidden }: Line, from: number, by: number): number {
  if (by === 0) return from;
  let to = from + Math.sign(by);
  while (hidden.includes(to)) to += Math.sign(by);
  return to >= 0 && to < count ? to : from;
}
