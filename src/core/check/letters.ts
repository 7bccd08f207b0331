// Letters that are none of ours: text typed for fonts of other code pages, and letters in forms that look right and are others.
import type { Cell } from '../cell.ts';
import type { CellFinding } from '../finding.ts';
import { oldFontIn } from '../old-fonts.ts';
import { asRead, tidy } from '../text.ts';
import { quoted } from './quoted.ts';

type TextFinding = Omit<CellFinding, 'column'>;

export const TOO_LONG_TODO = 'Viết gọn lại, hoặc để trong tệp rồi ghi đường dẫn; phần đầu vẫn được đọc, ô vẫn nguyên.';

const OLD = {
  TCVN3: 'Chữ gõ bằng phông TCVN3 (.VnTime), không phải Unicode',
  VNI: 'Chữ gõ bằng phông VNI, không phải Unicode',
  'UTF-8': 'Chữ UTF-8 bị đọc nhầm bảng mã',
} as const;

/** Letters that are lost: what stands for them, and a question mark inside words that are no links. */
const LOST = /\uFFFD|(?<=\p{L})\?(?=\p{Ll})/gu;
const MOST_QUESTIONS = 1;

/** Of a text typed for an old font, or spoilt on its way: nobody reads it as it is, and what it is read as is worth a look. */
export function oldFontSaid(cell: Cell): TextFinding | undefined {
  if (typeof cell !== 'string') return undefined;
  const typed = asRead(cell);
  const old = oldFontIn(typed);
  const todo = 'Gõ lại ô này bằng Unicode (UniKey: bảng mã Unicode dựng sẵn).';
  const unread = 'thư và văn bản in nguyên như vậy, người nhận không đọc được.';
  if (!old) {
    const words = typed.split(/\s+/u).filter((word) => !word.includes('://'));
    const lost = words.flatMap((word) => word.match(LOST) ?? []);
    const isLost = lost.includes('\uFFFD') || lost.length > MOST_QUESTIONS;
    return isLost ? { weight: 'block', text: `Có chữ đã mất dấu khi chép («${lost[0]}»); ${unread}`, todo } : undefined;
  }
  const text = OLD[old.font];
  return old.says === undefined
    ? { weight: 'block', text: `${text}; ${unread}`, todo }
    : { weight: 'block', text: `${text}; trong thư và văn bản đang đọc là «${quoted(old.says)}».`, todo };
}

/** Decomposed, with signs that cannot be seen, with letters drawn as ours: read all the same. */
export function oddLettersSaid(cell: Cell): TextFinding | undefined {
  if (typeof cell !== 'string') return undefined;
  const text = asRead(cell);
  if (tidy(text) === text.replace(/\s+/gu, ' ').trim()) return undefined;
  return {
    weight: 'note',
    text: 'Chữ gõ ở dạng khác thường (dấu rời hoặc ký tự ẩn); vẫn đọc được, nên gõ lại bằng Unicode dựng sẵn.',
    todo: 'Khi tiện, gõ lại ô này.',
  };
}
