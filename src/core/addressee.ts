// To whom a proposal goes («Gửi tới», rule 3.12): the chairman is asked only for what is his, the rest stands in the report to the level above.
import { type Cell, isEmpty, isWord } from './cell.ts';

/** In the order of the drop-down. Without commas: in an .xlsx they part the words of a list. */
export const ADDRESSEES = {
  commune: 'UBND xã',
  superior: 'UBND cấp trên',
  other: 'Sở ngành hoặc đơn vị khác',
} as const;
export type Addressee = keyof typeof ADDRESSEES;

const KEYS = Object.keys(ADDRESSEES) as readonly Addressee[];

/** Whose it is to decide; a cell that is empty, or none of the words, asks the commune. */
export function addresseeOf(cell: Cell | undefined): Addressee {
  return KEYS.find((key) => isWord(cell ?? null, ADDRESSEES[key])) ?? 'commune';
}

export function isKnownAddressee(cell: Cell): boolean {
  return KEYS.some((key) => isWord(cell, ADDRESSEES[key]));
}

/** In small letters, a blank in front: bodies that are not the commune's. A formula looks for the same (sheet/formulas/notes.ts). */
export const OTHER_BODIES = [
  ...[' huyện', ' tỉnh', ' cấp trên', ' trung ương', ' chính phủ', ' bộ công an', ' các sở', ' sở, ngành'],
  ...[' sở tư pháp', ' sở nội vụ', ' sở thông tin', ' sở y tế', ' sở giáo dục', ' bảo hiểm xã hội', ' ngân hàng'],
] as const;

/** The proposal names a body above or beside the commune, and nobody has chosen to whom it goes. */
export function isAddresseeOpen(proposal: Cell, addressee: Cell): boolean {
  if (!isEmpty(addressee) || typeof proposal !== 'string') return false;
  const text = ` ${proposal.toLowerCase()}`;
  return OTHER_BODIES.some((body) => text.includes(body));
}
