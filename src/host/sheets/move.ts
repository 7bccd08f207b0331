// Where ranges go when rows and columns are inserted, deleted or moved: pure maps over rectangles open on any side. The same
// map serves references in formulas, named and protected ranges, filters, merges, colours and charts.
import type { GridRange } from '../contract.ts';
import type { Reference, ReferenceEnd } from './references.ts';

/** A rectangle open where a side is missing; 0-based, ends exclusive. */
export interface OpenRect {
  readonly top?: number | undefined;
  readonly bottom?: number | undefined;
  readonly left?: number | undefined;
  readonly right?: number | undefined;
}

/** Where a rectangle goes; undefined: nothing is left of it. */
export type RangeMap = (rect: OpenRect) => OpenRect | undefined;

export type Dimension = 'ROWS' | 'COLUMNS';

type Interval = readonly [start: number | undefined, end: number | undefined];

/** `count` rows (columns) come in before index `at`: what starts there moves on, what spans it grows. */
export function insertion(dimension: Dimension, at: number, count: number): RangeMap {
  return along(dimension, ([start, end]) => [
    start === undefined || start < at ? start : start + count,
    end === undefined || end <= at ? end : end + count,
  ]);
}

/** The rows (columns) from `start` to before `end` go: ranges shrink, a range within them is gone. */
export function deletion(dimension: Dimension, start: number, end: number): RangeMap {
  const to = (index: number) => (index <= start ? index : Math.max(start, index - (end - start)));
  return along(dimension, ([from, until]) => {
    const next: Interval = [from === undefined ? from : to(from), until === undefined ? until : to(until)];
    return next[1] !== undefined && (next[0] ?? 0) >= next[1] ? undefined : next;
  });
}

/** What lies wholly within `source` goes along by so many rows and columns; everything else stays. */
export function relocation(source: OpenRect, rows: number, columns: number): RangeMap {
  return (rect) => {
    if (!within(source, rect)) return rect;
    return {
      top: shifted(rect.top, rows),
      bottom: shifted(rect.bottom, rows),
      left: shifted(rect.left, columns),
      right: shifted(rect.right, columns),
    };
  };
}

/** Rows (columns) of [start, end) are dragged to before `to`: room is made, they move, the gap closes. */
export function dragging(dimension: Dimension, start: number, end: number, to: number): RangeMap {
  const count = end - start;
  const from = to <= start ? start + count : start;
  const source = dimension === 'ROWS' ? { top: from, bottom: from + count } : { left: from, right: from + count };
  const by = to - from;
  return chain(
    insertion(dimension, to, count),
    dimension === 'ROWS' ? relocation(source, by, 0) : relocation(source, 0, by),
    deletion(dimension, from, from + count),
  );
}

function chain(...maps: readonly RangeMap[]): RangeMap {
  return (rect) => maps.reduce<OpenRect | undefined>((at, map) => at && map(at), rect);
}

function along(dimension: Dimension, map: (interval: Interval) => Interval | undefined): RangeMap {
  return (rect) => {
    const next = map(dimension === 'ROWS' ? [rect.top, rect.bottom] : [rect.left, rect.right]);
    if (!next) return undefined;
    return dimension === 'ROWS'
      ? { ...rect, top: next[0], bottom: next[1] }
      : { ...rect, left: next[0], right: next[1] };
  };
}

function within(outer: OpenRect, rect: OpenRect): boolean {
  const low = (o: number | undefined, r: number | undefined) => o === undefined || (r !== undefined && r >= o);
  const high = (o: number | undefined, r: number | undefined) => o === undefined || (r !== undefined && r <= o);
  return (
    low(outer.top, rect.top) &&
    low(outer.left, rect.left) &&
    high(outer.bottom, rect.bottom) &&
    high(outer.right, rect.right)
  );
}

function shifted(index: number | undefined, by: number): number | undefined {
  return index === undefined ? undefined : index + by;
}

/** A stored range under a map; the tab stays as it is. */
export function mapGridRange(range: GridRange, map: RangeMap): GridRange | undefined {
  const next = map({
    top: range.startRowIndex,
    bottom: range.endRowIndex,
    left: range.startColumnIndex,
    right: range.endColumnIndex,
  });
  if (!next) return undefined;
  return {
    ...(range.sheetId ? { sheetId: range.sheetId } : {}),
    ...(next.top === undefined ? {} : { startRowIndex: next.top }),
    ...(next.bottom === undefined ? {} : { endRowIndex: next.bottom }),
    ...(next.left === undefined ? {} : { startColumnIndex: next.left }),
    ...(next.right === undefined ? {} : { endColumnIndex: next.right }),
  };
}

/** A reference of a formula under a map; the same object where nothing changes. */
export function mapReference(reference: Reference, map: RangeMap): Reference | undefined {
  const { from, to } = reference;
  const last = to ?? from;
  const rect = {
    top: from.row,
    bottom: last.row === undefined ? undefined : last.row + 1,
    left: from.column,
    right: last.column === undefined ? undefined : last.column + 1,
  };
  const next = map(rect);
  if (!next) return undefined;
  if (next.top === rect.top && next.bottom === rect.bottom && next.left === rect.left && next.right === rect.right) {
    return reference;
  }
  return {
    ...reference,
    from: placed(from, next.top, next.left),
    ...(to ? { to: placed(to, before(next.bottom), before(next.right)) } : {}),
  };
}

function before(end: number | undefined): number | undefined {
  return end === undefined ? undefined : end - 1;
}

function placed(end: ReferenceEnd, row: number | undefined, column: number | undefined): ReferenceEnd {
  return {
    ...end,
    ...(end.row === undefined || row === undefined ? {} : { row }),
    ...(end.column === undefined || column === undefined ? {} : { column }),
  };
}
