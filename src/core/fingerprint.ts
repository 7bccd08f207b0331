// A short mark of a long text, to see whether it is still the same: a fingerprint, not a secret.

/** FNV-1a over UTF-16 units, twice with different seeds: sixteen hexadecimal digits. */
export function fingerprint(text: string): string {
  let [a, b] = [2166136261, 1779033703];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, PRIME);
    b = Math.imul(b ^ unit, PRIME);
  }
  return hex(a) + hex(b);
}

const PRIME = 16777619;
const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0');
