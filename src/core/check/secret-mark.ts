// State secrets never enter the sheet (rule 7.5): the marks of classification as documents carry them, MẬT, TỐI
// MẬT, TUYỆT MẬT. The word alone is everyday Vietnamese (bảo mật, mật khẩu, mật độ, thôn Mật Sơn) and means nothing: only
// capitals, a mark in brackets or on a line of its own, and what follows «độ mật:» are marks.
import type { Cell } from '../cell.ts';
import { composedOf } from '../text.ts';

const WRITTEN = /(?<![\p{L}\p{M}])(?:(T(?:ỐI|ối|UYỆT|uyệt))\s+(?:MẬT|[Mm]ật)|MẬT)(?![\p{L}\p{M}])/gu;
const SET_APART =
  /(?:^[ \t]*|[([] ?)((?:(?:tối|tuyệt) )?mật) ?(?:[)\]]|[.;,!]?[ \t]*$)|độ mật ?: ?((?:(?:tối|tuyệt) )?mật)(?![\p{L}\p{M}])/imu;
/** «BÍ MẬT», «BẢO MẬT», «ĐỘ MẬT», «LẤY MẬT»… */
const COMPOUND_BEFORE = /(?<![\p{L}\p{M}])(?:BÍ|BẢO|CƠ|ĐỘ|THÂN|NGHIÊM|CẨN|TRÙ|ĐƯỜNG|LẤY|TÚI|ỐNG)[\s-]+$/u;
/** «MẬT KHẨU», «MẬT ĐỘ»… */
const COMPOUND_BEHIND = /^[\s-]+(?:KHẨU|ĐỘ|MÃ|THIẾT|THƯ|VỤ|DANH|THÁM|BÁO|LỆNH|NGHỊ|NGỮ|ONG|MÍA|SƠN)(?![\p{L}\p{M}])/u;

/** The mark a text carries, in capitals; undefined where it carries none. */
export function secretMark(cell: Cell): string | undefined {
  if (typeof cell !== 'string') return undefined;
  const text = composedOf(cell);
  const apart = SET_APART.exec(text);
  const mark = apart?.[1] ?? apart?.[2] ?? writtenMark(text);
  return mark?.toUpperCase().replace(/\s+/gu, ' ');
}

function writtenMark(text: string): string | undefined {
  for (const { 0: mark, 1: degree, index } of text.matchAll(WRITTEN)) {
    if (degree !== undefined) return mark;
    const isCompound =
      COMPOUND_BEFORE.test(text.slice(Math.max(0, index - 12), index)) ||
      COMPOUND_BEHIND.test(text.slice(index + mark.length, index + mark.length + 12));
    if (!isCompound) return mark;
  }
  return undefined;
}
