// A cell that a person reads as one of our words and a sheet does not (rule 3.2: NFD and stray spaces are reported, not
// repaired): the word it was meant to be gets a sentence of its own, because «unknown» would puzzle whoever looks at it.
import { type Cell, isWord } from '../cell.ts';
import type { CellFinding } from '../finding.ts';
import { fold } from '../text.ts';

/** The word a cell would be, typed plainly; undefined where it is a word already, or near none. */
export function nearWord(cell: Cell, words: readonly string[]): string | undefined {
  if (typeof cell !== 'string' || words.some((word) => isWord(cell, word))) return undefined;
  const key = fold(cell);
  return key === '' ? undefined : words.find((word) => fold(word) === key);
}

/** What to say of such a cell. */
export function misspelt(column: string, word: string): Pick<CellFinding, 'text' | 'todo'> {
  return {
    text: `${column} gần đúng «${word}» nhưng có dấu cách thừa, ký tự ẩn hoặc dấu gõ khác dạng nên hệ thống chưa nhận ra.`,
    todo: `Chọn lại «${word}» trong danh sách.`,
  };
}
