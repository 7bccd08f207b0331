// Lists cut to the room there is. In the script's store Google keeps 9 kB a value and throws at more, and no cell may stop the clock.

/** Bytes with room to spare; what stands in such lists is ASCII, but for a name. */
const ROOM = 8000;

/** As many of the parts as there is room for, from the first on. @param room characters */
export function fitted(parts: readonly string[], separator: string, room: number = ROOM): string {
  let text = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    if (text.length + separator.length + part.length > room) break;
    text += separator + part;
  }
  return text;
}

/** «A, B, C và 2 nữa». @param most names that are said */
export function firstNamed(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return `${names.slice(0, most).join(', ')}${rest > 0 ? ` và ${rest} nữa` : ''}`;
}
