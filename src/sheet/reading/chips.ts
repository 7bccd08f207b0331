// Smart chips in cells people type into: the text of such a cell is «@», and what the chip leads to stands beside it. A file's chip is
// read as its link; a person's or any other stays unread, because it says nothing a document could print.
import type { Cell } from '../../core/cell.ts';
import { type RawCell, rawValue } from './snapshot.ts';

/** What stands for a chip in the text of its cell. */
const MARK = '@';
/** What stands for one that leads nowhere that can be read. */
const UNREAD_CHIP = '(thẻ không đọc được đường dẫn)';

interface ChipText {
  readonly value: Cell;
  /** A chip of it has no link. */
  readonly hasUnread: boolean;
}

export function chipText(cell: RawCell): ChipText {
  const value = rawValue(cell);
  if (typeof value !== 'string' || !value.includes(MARK)) return { value, hasUnread: false };
  // Text between chips has a run too, without a chip.
  const chips = (cell.chipRuns ?? []).filter(({ chip }) => chip && Object.keys(chip).length > 0);
  if (chips.length === 0)
    return value.trim() === MARK ? { value: UNREAD_CHIP, hasUnread: true } : { value, hasUnread: false };
  let text = '';
  let read = 0;
  let hasUnread = false;
  for (const { startIndex = 0, chip } of chips) {
    const uri = chip?.richLinkProperties?.uri;
    hasUnread ||= !uri;
    text += value.slice(read, startIndex) + (uri || UNREAD_CHIP);
    read = startIndex + MARK.length;
  }
  return { value: text + value.slice(read), hasUnread };
}
