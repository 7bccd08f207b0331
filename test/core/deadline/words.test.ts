// The kinds of a deadline in the words of the sheet, both ways.
import { describe, expect, test } from 'vitest';
import { kindName, kindNamed } from '../../../src/core/deadline/words.ts';

describe('Loại thời hạn', () => {
  test.each([
    ['dated', 'Có thời hạn'],
    ['ongoing', 'Thường xuyên'],
    ['dated-then-ongoing', 'Có thời hạn, sau đó thường xuyên'],
    ['roadmap', 'Theo lộ trình'],
    ['on-request', 'Khi có yêu cầu'],
    ['milestones', 'Theo mốc'],
    ['unread', 'Chưa đọc được'],
  ] as const)('%s = %s', (kind, name) => {
    expect(kindName(kind)).toBe(name);
    expect(kindNamed(name)).toBe(kind);
    expect(kindNamed(name.toUpperCase())).toBe(kind);
  });

  test.each(['', 'có  thời hạn', 'Theo mốc ', 'Theo mốc'.normalize('NFD'), 'Khác', 45427, null, true])(
    '%j names no kind',
    (cell) => expect(kindNamed(cell)).toBeUndefined(),
  );
});
