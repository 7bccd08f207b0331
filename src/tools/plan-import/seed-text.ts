// A seed as the text of its file, laid out as the formatter would: an entry a line, short lists of words on one line.

/** As in .biome.json. */
const LINE_WIDTH = 120;

/** The JSON of a seed, with a line break at its end. */
export function seedText(value: unknown): string {
  return `${render(value, '', 0)}\n`;
}

/** @param before characters that are on the line already */
function render(value: unknown, indent: string, before: number): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    const line = `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
    // A comma may follow.
    if (items.every((item) => typeof item !== 'object') && before + line.length < LINE_WIDTH) return line;
    return `[\n${items.map((item) => deeper + render(item, deeper, deeper.length)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const lines = fields.map(([key, field]) => {
    const head = `${deeper}${JSON.stringify(key)}: `;
    return head + render(field, deeper, head.length);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
