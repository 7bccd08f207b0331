// Shares to reach: «Đạt từ 70% trở lên từ quý II/2024 và đạt 90% … từ quý III» are milestones in time; «Năm 2024: cấp xã 100%»
// is one date with what is to be reached by it.
import type { When } from './due.ts';
import {
  digits,
  either,
  type Form,
  list,
  many,
  map,
  maybe,
  type Phrase,
  parenthesis,
  sequence,
  words,
} from './grammar.ts';
import { beginning, when } from './when.ts';

export interface Target {
  readonly when: When;
  /** Per cent, 0 to 100. */
  readonly atLeast: number;
}

/** «70%» · «từ 70% trở lên» · «tối thiểu 97,5%» · «đạt 100 %» */
const share: Form<number> = map(
  sequence<[unknown, unknown, number, number | undefined, unknown, unknown]>(
    maybe(words('đạt')),
    maybe(words('từ', 'tối thiểu', 'ít nhất', 'tối thiểu từ')),
    digits(/^\d{1,3}$/u),
    maybe(map(sequence<[unknown, number]>(words(',', '.'), digits(/^\d$/u)), ([, tenths]) => tenths / 10)),
    words('%'),
    maybe(words('trở lên')),
  ),
  ([, , whole, tenths]) => (whole + (tenths ?? 0) <= 100 ? whole + (tenths ?? 0) : undefined),
);

const by: Form<When> = either<When>(
  when,
  map(beginning, (period) => ({ periods: [period], range: false, before: false, yearly: false })),
);

const shareFirst: Form<Target> = map(
  sequence<[number, unknown, When]>(share, maybe(words(',')), by),
  ([atLeast, , read]) => ({
    when: read,
    atLeast,
  }),
);
const dateFirst: Form<Target> = map(
  sequence<[When, unknown, number]>(by, maybe(words(':', ',', '-')), share),
  ([read, , atLeast]) => ({ when: read, atLeast }),
);
const and = words(',', ';', 'và', ', và', '; và');

const opening = words('( tỷ lệ', '( tính trên', '( trên tổng số');
const inside = /^(?:\p{L}.*|\d{1,3}|[/,;&-])$/u;
const ofTime = words(
  'tháng',
  'quý',
  'năm',
  'ngày',
  'tuần',
  'trước',
  'chậm nhất',
  'dự kiến',
  'thường xuyên',
  'theo',
  'khi',
);

/** «(tỷ lệ hồ sơ 02 nhóm Dịch vụ công liên thông/hồ sơ đăng ký …)»: what the share is of; no word of time inside. */
const definition: Form<unknown> = (phrase: Phrase, at) => {
  const begun = opening(phrase, at);
  if (!begun) return undefined;
  let place = begun.at;
  while (inside.test(phrase.tokens[place]?.key ?? '') && !ofTime(phrase, place)) place += 1;
  return words(')')(phrase, place);
};

/** Shares, each with its time: milestones where there are two or more. */
export const targets: Form<readonly Target[]> = map(
  sequence<[readonly Target[], unknown]>(either(list(shareFirst, and), list(dateFirst, and)), maybe(definition)),
  ([read]) => read,
);

/** «cấp xã» in «Năm 2024: cấp xã 100%; cấp xã 90%»: whose share it is. */
// biome-ignore format: a list of words
const whose = many(words('cấp', 'tỉnh', 'huyện', 'xã', 'phường', 'thị trấn', 'thôn', 'các', 'cơ quan', 'đơn vị', 'ban', 'ngành', 'toàn', 'và', 'tỷ lệ'));
const eachShare = list(sequence(whose, share), and);

/** «: cấp xã 100%; cấp xã 90%» · « (100%)» · « đạt 100%»: what is behind the one date it is to be reached by. */
export const shares: Form<unknown> = sequence(
  either<unknown>(parenthesis(eachShare), sequence(maybe(words(':', ',', '-')), eachShare)),
  maybe(definition),
);
