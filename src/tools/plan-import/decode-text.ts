// The bytes of a text file a person saved, as text: UTF-8 with or without its mark, UTF-16 as Windows Notepad writes it.
// What is in neither stops with what to do: letters of an old Vietnamese code page look like text and are none.

import { oldFontIn } from '../../core/old-fonts.ts';

/** How many bytes are looked at where a file has no mark. */
const SAMPLE = 2000;
/** Of so many words one of an old font is enough; a plan may hold a stray «®» or «§». */
const WORDS_A_SIGN = 10;
const FONTS = {
  TCVN3: 'TCVN3 (phông .VnTime)',
  VNI: 'VNI (phông VNI-Times)',
  'UTF-8': 'UTF-8 đã bị đọc nhầm thành ANSI',
} as const;

/** @throws Error in Vietnamese, with what to do, for bytes that are no Unicode text */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Error('Đây là tệp Word hoặc Excel. Mở tệp, chép bảng, dán vào một tệp văn bản rồi chạy với tệp đó.');
  const text = decoderOf(bytes).decode(bytes);
  const old = oldFontIn(text);
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  if (old && old.count * WORDS_A_SIGN > words)
    throw new Error(`Chữ trong tệp ở bảng mã ${FONTS[old.font]}. Chuyển sang Unicode bằng UniKey rồi chép lại.`);
  return text;
}

function decoderOf(bytes: Uint8Array): { decode(bytes: Uint8Array): string } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = (odd: number) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  // Tabs, spaces and digits leave every other byte empty; UTF-8 has no empty byte at all.
  if (zeros(1) > zeros(0)) return new TextDecoder('utf-16le');
  if (zeros(0) > 0) return new TextDecoder('utf-16be');
  return { decode: decodeUtf8 };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('Tệp không phải UTF-8 hay UTF-16. Mở bằng Notepad, chọn Lưu thành (Save as), Encoding: UTF-8.');
  }
}
