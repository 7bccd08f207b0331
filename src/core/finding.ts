// What somebody typed wrong, as a value with its place: shown to people, never thrown (architecture, laws).

/** Only two weights (product §9, «Kiểm tra dữ liệu»): it keeps a number from being right, or it is worth a look. */
export type Weight = 'block' | 'note';

export interface Finding {
  /** The task's code, where it concerns one row. */
  readonly code?: string;
  /** Heading of the column. */
  readonly column?: string;
  /** The unit whose it is to mend. */
  readonly unit?: string;
  readonly weight: Weight;
  /** A whole Vietnamese sentence: what is wrong and what to do. */
  readonly text: string;
}
