// Letters that are none of ours: text typed for fonts of other code pages, and letters in forms that look right and are others.
import type { Cell } from '../cell.ts';
import type { CellFinding } from '../finding.ts';
import { oldFontIn } from '../old-fonts.ts';
import { asRead, tidy } from '../text.ts';
import { quoted } from './quoted.ts';

type Said = Omit<CellFinding, 'column'>;

export const TOO_LONG_TODO = 'Viết gọn lại, hoặc để trong tệp rồi ghi đường dẫn; phần đầu vẫn được đọc, ô vẫn nguyên.';

const FONTS = { TCVN3: 'TCVN3 (.VnTime)', VNI: 'VNI' } as const;

/** Of a text typed for an old font: nobody reads it as it stands, and what it is read as is worth a look. */
export function oldFontSaid(cell: Cell): Said | undefined {
  const old = typeof cell === 'string' ? oldFontIn(asRead(cell)) : undefined;
  if (!old) return undefined;
  const todo = 'Gõ lại ô này bằng Unicode (UniKey: bảng mã Unicode dựng sẵn).';
  const text = `Chữ gõ bằng phông ${FONTS[old.font]}, không phải Unicode`;
  return old.says === undefined
    ? { weight: 'block', text: `${text}; thư và văn bản in nguyên như vậy, người nhận không đọc được.`, todo }
    : { weight: 'block', text: `${text}; trong thư và văn bản đang đọc là «${quoted(old.says)}».`, todo };
}

/** Decomposed, with signs that cannot be seen, with letters drawn as ours: read all the same. */
export function oddLettersSaid(cell: Cell): Said | undefined {
  if (typeof cell !== 'string') return undefined;
  const text = asRead(cell);
  if (tidy(text) === text.replace(/\s+/gu, ' ').trim()) return undefined;
  return {
    weight: 'note',
    text: 'Chữ gõ ở dạng khác thường (dấu rời hoặc ký tự ẩn); vẫn đọc được, nên gõ lại bằng Unicode dựng sẵn.',
    todo: 'Khi tiện, gõ lại ô này.',
  };
}
