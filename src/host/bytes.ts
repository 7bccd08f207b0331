// Bytes, UTF-8 text and base64, on any machine. Apps Script's own bytes are signed (−128…127); ours are not.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Broken sequences become U+FFFD, as in Google's getDataAsString. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const left = bytes.length - i;
    parts.push(
      ALPHABET.charAt(triple >> 18) +
        ALPHABET.charAt((triple >> 12) & 63) +
        (left > 1 ? ALPHABET.charAt((triple >> 6) & 63) : '=') +
        (left > 2 ? ALPHABET.charAt(triple & 63) : '='),
    );
  }
  return parts.join('');
}

/** Accepts both alphabets, padded or not; undefined where the text is no base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  const plain = text
    .replace(/-/gu, '+')
    .replace(/_/gu, '/')
    .replace(/[=\s]+$/u, '');
  if (!/^[A-Za-z0-9+/]*$/u.test(plain) || plain.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const letter of plain) {
    buffer = ((buffer << 6) | ALPHABET.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

/** The signed numbers a script sees. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** The bytes of a script's list of signed numbers; undefined where one is outside −128…127. */
export function unsigned(numbers: readonly unknown[]): Uint8Array | undefined {
  const bytes = new Uint8Array(numbers.length);
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i];
    if (typeof number !== 'number' || !Number.isInteger(number) || number < -128 || number > 127) return undefined;
    bytes[i] = number & 0xff;
  }
  return bytes;
}
