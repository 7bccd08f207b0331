// Lines of text in few letters, as a plan of many tasks travels in the script: each word occurs once in a list, and a line is a row of
// places in it, of one sign or two. What packs is the build's (tools/build/pack-lines.ts).

export interface PackedLines {
  readonly words: readonly string[];
  readonly lines: readonly string[];
}

/** ASCII without the blank, the quotation mark and the backslash, which JSON would write as two. */
export const SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (sign) => !'"\\'.includes(sign),
);
/** So many signs are a word by themselves; the others begin a pair. */
export const SINGLE = 40;

export function unpackLines({ words, lines }: PackedLines): string[] {
  const place = new Map(SIGNS.map((sign, i) => [sign, i]));
  return lines.map((line) => {
    let text = '';
    for (let at = 0; at < line.length; at += 1) {
      const first = place.get(line[at] ?? '') ?? 0;
      if (first < SINGLE) text += words[first] ?? '';
      else {
        at += 1;
        text += words[SINGLE + (first - SINGLE) * SIGNS.length + (place.get(line[at] ?? '') ?? 0)] ?? '';
      }
    }
    return text;
  });
}
