// One reader for all cells of addresses: what is meant for certain is read, everything else is named and not used.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ADDRESS, MOST_ADDRESSES, readAddresses } from '../../src/core/addresses.ts';

const used = (text: string) => readAddresses(text).addresses.join(' ');
const named = (text: string) => readAddresses(text).unread.map(({ text: words, why }) => `${words}: ${why}`);

describe('what is certain is read', () => {
  test.each([
    ['cax@example.vn', 'cax@example.vn'],
    [' CAX@Example.VN ', 'cax@example.vn'],
    ['a@x.vn,b@x.vn', 'a@x.vn b@x.vn'],
    ['a@x.vn; b@x.vn;', 'a@x.vn b@x.vn'],
    ['a@x.vn\nb@x.vn\r\n\nc@x.vn', 'a@x.vn b@x.vn c@x.vn'],
    ['a@x.vn b@x.vn\tc@x.vn', 'a@x.vn b@x.vn c@x.vn'],
    ['a@x.vn\u00A0; b@x.vn\u200B', 'a@x.vn b@x.vn'],
    ['- a@x.vn\n- b@x.vn\n• c@x.vn', 'a@x.vn b@x.vn c@x.vn'],
    ['a@x.vn, A@X.VN', 'a@x.vn'],
    ['a@x.vn.', 'a@x.vn'],
    ['mailto:a@x.vn', 'a@x.vn'],
    ['E-mail: a@x.vn', 'a@x.vn'],
    ['Nguyễn Văn An <an@x.vn>', 'an@x.vn'],
    ['"Công an xã" <cax@x.vn>; Cong an <ca2@x.vn>', 'cax@x.vn ca2@x.vn'],
    ['An <an@x.vn> Bình <binh@x.vn>', 'an@x.vn binh@x.vn'],
    ['‹a@x.vn›', 'a@x.vn'],
    ['«a@x.vn»', 'a@x.vn'],
    ['<mailto:a@x.vn>', 'a@x.vn'],
    ['“a@x.vn”', 'a@x.vn'],
    ['(a@x.vn)', 'a@x.vn'],
    ['a@x.vn (Đ/c Nam, Trưởng CA)', 'a@x.vn'],
    ['"Nam, Công an" <a@x.vn>', 'a@x.vn'],
    ['a＠x.vn', 'a@x.vn'],
    ["o'neil@x.vn", "o'neil@x.vn"],
    ['van.so+1@mail.gov.vn', 'van.so+1@mail.gov.vn'],
  ])('%j → %s', (text, addresses) => {
    expect(used(text)).toBe(addresses);
  });
});

describe('what is not certain is named', () => {
  test.each([
    ['', '', []],
    ['Trạm Y tế', '', ['Trạm Y tế: không phải địa chỉ e-mail']],
    ['a..b@x.vn', '', ['a..b@x.vn: không phải địa chỉ e-mail']],
    ['.a@x.vn', '', ['.a@x.vn: không phải địa chỉ e-mail']],
    ['a.@x.vn', '', ['a.@x.vn: không phải địa chỉ e-mail']],
    ['a@x.vn..', '', ['a@x.vn..: không phải địa chỉ e-mail']],
    ['a@.x.vn', '', ['a@.x.vn: không phải địa chỉ e-mail']],
    ['a@-b.vn', '', ['a@-b.vn: không phải địa chỉ e-mail']],
    ['a@b-.vn', '', ['a@b-.vn: không phải địa chỉ e-mail']],
    ['a@b', '', ['a@b: không phải địa chỉ e-mail']],
    ['a@b.1', '', ['a@b.1: không phải địa chỉ e-mail']],
    ['a@@b.vn', '', ['a@@b.vn: không phải địa chỉ e-mail']],
    ['@ @', '', ['@ @: là thẻ thông minh (chip): gõ địa chỉ bằng chữ']],
    ['сax@x.vn', '', ['сax@x.vn: có chữ không phải chữ cái a–z (gõ lại cả địa chỉ bằng bàn phím tiếng Anh)']],
    ['công.an@x.vn', '', [expect.stringContaining('có chữ không phải')]],
    ['congan. vanson@x.vn', '', ['congan. vanson@x.vn: có dấu cách trong địa chỉ']],
    ['congan @x.vn', '', ['congan @x.vn: có dấu cách trong địa chỉ']],
    ['a@x.vn .gov', '', ['a@x.vn .gov: có dấu cách trong địa chỉ']],
    ['a@x.vn, b..c@x.vn', 'a@x.vn', ['b..c@x.vn: không phải địa chỉ e-mail']],
    ['cax@x.vn Trạm Y tế', '', ['cax@x.vn Trạm Y tế: có dấu cách trong địa chỉ']],
    ['cax@x.vn Đạt', 'cax@x.vn', ['Đạt: không phải địa chỉ e-mail']],
    ['<script>alert(1)</script>', '', [expect.stringContaining('không phải địa chỉ e-mail')]],
  ])('%j', (text, addresses, unread) => {
    expect(used(text)).toBe(addresses);
    expect(named(text)).toEqual(unread);
  });

  test.each([true, 5, null])('a cell that holds %s', (cell) => {
    expect(readAddresses(cell).addresses).toEqual([]);
  });
});

test('40 of a cell, and each of 254 characters at most', () => {
  const many = Array.from({ length: MOST_ADDRESSES + 2 }, (_, i) => `a${i}@x.vn`);
  expect(readAddresses(many.join(', ')).addresses).toHaveLength(MOST_ADDRESSES);
  expect(named(many.join('\n'))).toEqual(['a40@x.vn: quá 40 địa chỉ', 'a41@x.vn: quá 40 địa chỉ']);
  const host = `${'d'.repeat(60)}.`.repeat(4);
  const fits = `${'a'.repeat(LONGEST_ADDRESS - host.length - 3)}@${host}vn`;
  expect(used(fits)).toBe(fits);
  expect(used(`a${fits}`)).toBe('');
  expect(named(`a${fits}`)[0]).toContain('dài quá 254 ký tự');
  expect(readAddresses(`${'a'.repeat(49_000)}@x.vn`)).toEqual({
    addresses: [],
    unread: [{ text: 'a'.repeat(60), why: expect.stringContaining('ô dài quá') }],
  });
});

const address = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9_]{1,12}(?:\.[a-z0-9]{1,5})?$/u),
    fc.constantFrom('x.vn', 'mail.gov.vn', 'gmail.com'),
  )
  .map(([name, host]) => `${name}@${host}`);
const around = fc.constantFrom<(a: string) => string>(
  (a) => a,
  (a) => `Nguyễn Văn A <${a}>`,
  (a) => `mailto:${a}`,
  (a) => `‹${a}›`,
  (a) => `${a}.`,
  (a) => a.toUpperCase(),
);
const between = fc.constantFrom(', ', ',', ';', ' ; ', '\n', '\r\n', '\n\n');

test('however they are written and separated, all are read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(address, around, between), { maxLength: MOST_ADDRESSES }), (list) => {
      const { addresses, unread } = readAddresses(list.map(([a, write, sign]) => write(a) + sign).join(''));
      expect(unread).toEqual([]);
      expect(addresses).toEqual([...new Set(list.map(([a]) => a))]);
    }),
  );
});

test('any text whatever: what is used was typed so, and what is left of it is named', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: fc.constantFrom(...'a.@-<>(): ,\n') })),
      (text) => {
        const { addresses, unread } = readAddresses(text);
        const typed = text.normalize('NFKC').toLowerCase();
        for (const one of addresses) expect(typed).toContain(one);
        if (addresses.length === 0 && /\S/u.test(text)) expect(unread).not.toEqual([]);
      },
    ),
  );
});
