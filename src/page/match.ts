// Items of a list that fit what was typed, with or without Vietnamese marks.

/** «Đang thực hiện» → «dang thuc hien». */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();
}

/** Those that begin with it first. */
export function matching(items: readonly string[], typed: string): string[] {
  const sought = folded(typed.trim());
  const found = items.filter((item) => folded(item).includes(sought));
  return found.sort((a, b) => Number(folded(b).startsWith(sought)) - Number(folded(a).startsWith(sought)));
}
