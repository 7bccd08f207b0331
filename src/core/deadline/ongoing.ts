// What is done all the time: «thực hiện thường xuyên», «hằng tháng», «định kỳ hằng quý», with whatever is behind it.
import { digits, either, type Form, list, many, map, maybe, sequence, unless, words } from './grammar.ts';
import { upTo } from './numbers.ts';
import { periods } from './periods.ts';
import { beside, ground, type Qualifier } from './qualifier.ts';
import { beginning } from './when.ts';

// biome-ignore format: a list of words
const actions = many(words(
  'thực hiện', 'duy trì', 'triển khai', 'triển khai thực hiện', 'tổ chức', 'tổ chức thực hiện', 'tiếp tục', 'báo cáo', 'cập nhật', 'được',
));
const and = words(',', 'và', ', và', '/', ';', '-', '&');

const steadily = words('thường xuyên', 'liên tục', 'thường kỳ', 'định kỳ');
/** All through the year: a thing to be kept up, not one to be done by its end. */
const allYear = words('quanh năm', 'cả năm', 'trong cả năm', 'trong suốt năm');

const every = words('hằng', 'hàng', 'mỗi');
// biome-ignore format: a list of words
const units = words(
  'ngày', 'tuần', 'tháng', 'quý', 'năm', '3 tháng', '03 tháng', '6 tháng', '06 tháng', 'sáu tháng', '9 tháng', '09 tháng', 'nửa năm',
);
const onceEach = maybe(sequence(maybe(either<unknown>(digits(/^\d{1,2}$/u), words('một', 'hai'))), words('lần')));

/** «hằng tháng» · «hàng tháng, quý, năm» · «hằng tháng/quý/năm» · «mỗi quý một lần» */
const recurring = sequence(every, list(sequence(maybe(every), units), and), onceEach);
/** «định kỳ hằng tháng» · «định kỳ 6 tháng, năm» · «định kỳ quý» */
const periodical = sequence(words('định kỳ', 'theo định kỳ'), list(sequence(maybe(every), units), and), onceEach);
/** «02 lần/năm» · «6 tháng/lần» · «01 quý/lần» · «3 tháng một lần» */
const timesPer = either<unknown>(
  sequence(upTo(99), words('lần'), maybe(words('/', 'mỗi', 'một', 'trong', 'trong một')), units),
  sequence(maybe(upTo(12)), units, words('/ lần', '/ 1 lần', 'một lần', '1 lần', '01 lần', '/ 01 lần')),
);
const untilDay = maybe(words('trước', 'vào', 'chậm nhất', 'chậm nhất là', 'chậm nhất vào', 'muộn nhất', 'đến'));
/** «ngày 5 hằng tháng» · «trước ngày 15 hằng tháng» · «chậm nhất ngày 20 và 25 của mỗi tháng» · «thứ Sáu hằng tuần» */
const dayOfEach = sequence(
  untilDay,
  either<unknown>(
    sequence(words('ngày'), list(upTo(31), and)),
    sequence(words('thứ'), either<unknown>(words('hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'), upTo(7))),
    words('chủ nhật'),
  ),
  maybe(words(',', 'của')),
  every,
  words('tuần', 'tháng', 'quý'),
);

/** «hằng tháng, trước ngày 10» · «hằng tháng (ngày 15)» */
const eachThenDay = sequence(
  every,
  words('tháng', 'quý'),
  beside(sequence(untilDay, words('ngày'), list(upTo(31), and))),
);

const rhythm = either<unknown>(dayOfEach, eachThenDay, timesPer, periodical, recurring, steadily, allYear);
const frequency = sequence(actions, rhythm);

/** «các năm tiếp theo» · «những năm sau» */
const yearsAfter = sequence(
  maybe(words('trong', 'cho', 'vào', 'đến')),
  words('các năm', 'những năm'),
  words('tiếp theo', 'sau', 'tiếp', 'kế tiếp', 'sau đó'),
);

/** «trong năm» · «năm 2024» · «cả năm 2024» · «giai đoạn 2024-2025»: the stretch it is done in, whole years only. */
const during = either<unknown>(
  yearsAfter,
  map(
    sequence<[unknown, { readonly periods: readonly { readonly unit: string }[] }]>(
      maybe(words('trong', 'trong cả', 'cả', 'trong suốt')),
      periods,
    ),
    ([, read]) => (read.periods.every((period) => period.unit === 'year') ? true : undefined),
  ),
  sequence(
    words('trong năm', 'trong cả năm', 'cả năm', 'trong suốt năm'),
    unless(words('nay', 'sau', 'tới', 'trước', 'học')),
  ),
);

/** What is behind: another frequency, the years, a beginning, a ground. The last alone names an authority. */
const behind: Form<Qualifier | true> = either<Qualifier | true>(
  map(beside(during), () => true),
  map(beside(sequence(beginning, maybe(words('trở đi')))), () => true),
  map(sequence(either(and), frequency), () => true),
  map(beside(frequency), () => true),
  beside(ground),
  map(sequence<[unknown, Qualifier]>(words('và', 'hoặc', 'và/hoặc'), ground), ([, read]) => read),
);

/** «Thực hiện thường xuyên» · «Thường xuyên, hằng năm» · «thường xuyên theo chỉ đạo của …»: the authority, empty if none. */
export const ongoing: Form<string> = map(
  sequence<[unknown, readonly (Qualifier | true)[]]>(frequency, many(behind)),
  ([, read]) => authorityOf(read),
);

function authorityOf(read: readonly (Qualifier | true)[]): string {
  for (const one of read) if (one !== true && one.authority !== undefined) return one.authority;
  return '';
}

const joined = words('và', ', và', '; và', '&', 'sau đó', ', sau đó', '; sau đó', 'và sau đó', ', và sau đó', 'rồi');

/**
 * «và thực hiện thường xuyên …» · «, sau đó thường xuyên» · «, duy trì thường xuyên» · «và các năm tiếp theo»: the half that goes
 * on («6 tháng đầu năm và cả năm» are two periods). A bare comma is not enough: «Năm 2024, thường xuyên» may also be one
 * half, all through 2024.
 */
export const thenOngoing: Form<string> = either<string>(
  map(sequence<[unknown, unknown, string]>(joined, unless(allYear), ongoing), ([, , authority]) => authority),
  map(
    sequence<[unknown, unknown, unknown, readonly (Qualifier | true)[]]>(joined, actions, yearsAfter, many(behind)),
    ([, , , read]) => authorityOf(read),
  ),
  map(
    sequence<[unknown, unknown, string]>(words(',', ';', '-'), unless(rhythm), ongoing),
    ([, , authority]) => authority,
  ),
);
