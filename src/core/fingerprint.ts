// A short mark of a long text, to see whether it is still the same: a fingerprint, not a secret.

/** FNV-1a over UTF-16 units, twice with different seeds: sixteen hexadecimal digits. */
export function fingerprint(text: string): string {
  const hash = (seed: number) => {
    let h = seed;
    for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    return (h >>> 0).toString(16).padStart(8, '0');
  };
  return hash(2166136261) + hash(1779033703);
}
