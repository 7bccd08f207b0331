// Numbers as deadlines write them: digits, Roman numerals, words; and the year that is behind a period.
import { digits, either, entry, type Form, map, maybe, sequence, words } from './grammar.ts';

/** «2024»; only this century, so that no other number is taken for a year. */
export const year: Form<number> = digits(/^20\d\d$/u);

/** «5», «05»: from 1 to `greatest`. */
export function upTo(greatest: number): Form<number> {
  return map(digits(/^\d{1,2}$/u), (n) => (n >= 1 && n <= greatest ? n : undefined));
}

const monthWords = {
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
} as const;

/** «6» · «06» · «sáu»; not «năm», which is also the word for year. */
export const monthNumber: Form<number> = either<number>(upTo(12), entry(monthWords));

/** «năm» the number, where no bare number follows: «tháng năm 2024» may as well be a form whose month was left blank. */
export const fifth: Form<number> = (phrase, at) => {
  const read = words('năm')(phrase, at);
  return read && !digits(/^\d+$/u)(phrase, read.at) ? { value: 5, at: read.at } : undefined;
};

const numerals = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  ⅰ: 1,
  ⅱ: 2,
  ⅲ: 3,
  ⅳ: 4,
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
} as const;

/** «II» · «2» · «02» · «hai» */
export const quarterNumber: Form<number> = either<number>(upTo(4), entry(numerals));

/** «/2024» · « năm 2024» · «/năm 2024» · «-2024» · «.2024» · « 2024» · «, năm 2024» · « của năm 2024» */
export const yearBehind: Form<number> = either<number>(
  map(
    sequence<[unknown, unknown, number]>(maybe(words('/', '-', '.')), maybe(words('năm', 'của năm')), year),
    ([, , y]) => y,
  ),
  map(sequence<[unknown, number]>(words(', năm', ', của năm'), year), ([, y]) => y),
);
