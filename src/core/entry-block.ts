// The columns units type in, declared once: cells, headings, readers, copies, checks and the entries file derive from it, in this order.
// On its own: onEdit loads it at every keystroke, and none of the checks.
import type { Cell } from './cell.ts';

/**
 * `state` one of the states, `choice` another list's word, `percent` 0–1, `text` free, `date` a day; `stamp` is written by the system, and
 * says nothing of the task.
 */
type EntryKind = 'state' | 'choice' | 'percent' | 'text' | 'date' | 'stamp';

interface EntryColumn {
  /** The words people know the column by. */
  readonly heading: string;
  readonly kind: EntryKind;
}

/**
 * To add a column: a line here, how it looks in `sheet/layout/entry-columns.ts`, and a list of fields in `sheet/ledger/frozen-fields.ts`
 * with its name, so that what was closed before stays as it was closed.
 */
const ENTRY_BLOCK = {
  state: { heading: 'Tình trạng', kind: 'state' },
  progress: { heading: 'Tiến độ', kind: 'percent' },
  result: { heading: 'Kết quả trong kỳ', kind: 'text' },
  doneOn: { heading: 'Ngày hoàn thành', kind: 'date' },
  evidence: { heading: 'Minh chứng', kind: 'text' },
  difficulty: { heading: 'Khó khăn, vướng mắc', kind: 'text' },
  proposal: { heading: 'Đề xuất, kiến nghị', kind: 'text' },
  addressee: { heading: 'Gửi tới', kind: 'choice' },
  period: { heading: 'Kỳ báo cáo', kind: 'stamp' },
  reportedAt: { heading: 'Thời điểm báo cáo', kind: 'stamp' },
} as const satisfies Readonly<Record<string, EntryColumn>>;

export type EntryKey = keyof typeof ENTRY_BLOCK;

/** Columns of a kind. */
export type EntryOfKind<K extends EntryKind> = {
  [Key in EntryKey]: (typeof ENTRY_BLOCK)[Key]['kind'] extends K ? Key : never;
}[EntryKey];

/** The columns of free text. */
export type TextEntry = EntryOfKind<'text'>;
/** What a unit says of its task: all but the stamps. */
export type ToldEntry = EntryOfKind<Exclude<EntryKind, 'stamp'>>;

/** The entry block of a row, raw. */
export type EntryCells = Readonly<Record<EntryKey, Cell>>;

export const ENTRY_COLUMNS = Object.keys(ENTRY_BLOCK) as readonly EntryKey[];

const ofKind = <K extends EntryKey>(is: (kind: EntryKind) => boolean) =>
  ENTRY_COLUMNS.filter((key): key is K => is(ENTRY_BLOCK[key].kind));

export const TEXT_ENTRIES = ofKind<TextEntry>((kind) => kind === 'text');
export const TOLD_ENTRIES = ofKind<ToldEntry>((kind) => kind !== 'stamp');
/** A formula there is no entry (rule 1.14); a state is one of six words whoever writes it. */
export type TypedEntry = EntryOfKind<Exclude<EntryKind, 'state'>>;
export const TYPED_ENTRIES = ofKind<TypedEntry>((kind) => kind !== 'state');

/** Headings of the entry block. */
export const ENTRY_HEADINGS: Readonly<Record<EntryKey, string>> = perEntry((key) => ENTRY_BLOCK[key].heading);

/** A value for each column of the block. */
export function perEntry<T>(valueAt: (key: EntryKey) => T): Readonly<Record<EntryKey, T>> {
  return Object.fromEntries(ENTRY_COLUMNS.map((key) => [key, valueAt(key)])) as Record<EntryKey, T>;
}

/** The entry block alone. */
export function entryOf(row: EntryCells): EntryCells {
  return perEntry((key) => row[key]);
}

export function entryKind(key: EntryKey): EntryKind {
  return ENTRY_BLOCK[key].kind;
}
