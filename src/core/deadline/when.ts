// Until when: a period with the words that make it a limit («trước», «đến hết», «từ … đến …», «hằng năm»).
import { day, dayAlone } from './days.ts';
import type { NamedPeriod, When } from './due.ts';
import { either, type Form, many, map, maybe, sequence, unless, words } from './grammar.ts';
import { monthNumber, upTo } from './numbers.ts';
import { period, periods } from './periods.ts';
import type { Periods } from './series.ts';

const latest = words(
  'chậm nhất',
  'chậm nhất là',
  'muộn nhất',
  'muộn nhất là',
  'không quá',
  'không muộn hơn',
  'không chậm quá',
);
const toward = either<unknown>(
  words('vào', 'đến', 'tới', 'cho đến', 'từ nay đến', 'từ nay tới', 'từ nay cho đến'),
  // «trong 6 tháng 9» is no 6 September: who writes so means six months.
  sequence(words('trong'), unless(sequence(upTo(31), words('tháng'), monthNumber))),
);
const whole = words('hết', 'cuối');
const before = words('trước');

/** «hằng năm» · «(hằng năm)» · «, hằng năm» · «của hằng năm» */
const everyYear = words('hằng năm', 'hàng năm', 'mỗi năm');
const yearlyBehind = maybe(
  either<unknown>(
    sequence(maybe(words(',', 'của')), everyYear),
    sequence<[unknown, unknown, unknown]>(words('('), everyYear, words(')')),
  ),
);

/** «trước ngày» is the day before; «chậm nhất», «đến hết», «trong», «cuối» and the bare period its last day. */
const limited: Form<When> = map(
  sequence<[unknown, unknown, unknown, 'trước' | undefined, Periods, unknown]>(
    maybe(latest),
    maybe(toward),
    maybe(whole),
    maybe(before),
    periods,
    yearlyBehind,
  ),
  ([, , ended, early, read, yearly]) => {
    // «trước cuối tháng 10», «hết trước»: the words pull in two directions.
    if (ended !== undefined && early !== undefined) return undefined;
    return { ...read, before: early !== undefined, yearly: yearly !== undefined };
  },
);

/** «trước 17 giờ ngày 15/6» · «trước 17h00 ngày 15/6/2024»: an hour of that day, so the day itself is in time. */
const byTheHour: Form<When> = map(
  sequence<[unknown, unknown, unknown, unknown, unknown, NamedPeriod]>(
    maybe(latest),
    words('trước', 'vào', 'đến'),
    upTo(24),
    sequence(words('h', 'giờ'), maybe(either<unknown>(upTo(59), words('00'))), maybe(words('phút', 'p'))),
    maybe(words(',')),
    day,
  ),
  ([, , , , , read]) => ({ periods: [read], range: false, before: false, yearly: false }),
);

/** «trong năm» · «đến cuối năm» · «hết năm»: the plan's year, which nothing behind may take back («năm nay», «năm sau»). */
const unnamedYear: Form<When> = map(
  sequence<[unknown, unknown, unknown]>(
    maybe(latest),
    words(
      'trong năm',
      'hết năm',
      'cuối năm',
      'đến hết năm',
      'đến cuối năm',
      'trong năm kế hoạch',
      'từ nay đến hết năm',
      'từ nay đến cuối năm',
    ),
    unless(words('nay', 'sau', 'tới', 'trước', 'học')),
  ),
  () => ({ periods: [{ unit: 'year' }], range: false, before: false, yearly: false }),
);

const from = words('từ', 'kể từ', 'bắt đầu từ');
const starts = many(words('đầu', 'giữa', 'cuối'));

/** «từ tháng 3 đến tháng 10/2024» · «từ ngày 10 đến hết ngày 15/6» · «từ đầu quý II đến trước 30/11» · «từ tháng 3-10/2024» */
const fromTo: Form<When> = either<When>(
  map(
    sequence<[unknown, unknown, NamedPeriod, unknown, unknown, 'trước' | undefined, NamedPeriod, unknown]>(
      from,
      starts,
      either(period, dayAlone),
      words('đến', 'tới', 'cho đến', '-'),
      maybe(whole),
      maybe(before),
      period,
      yearlyBehind,
    ),
    ([, , first, , ended, early, last, yearly]) =>
      ended !== undefined && early !== undefined
        ? undefined
        : { periods: [first, last], range: true, before: early !== undefined, yearly: yearly !== undefined },
  ),
  map(sequence<[unknown, Periods, unknown]>(from, periods, yearlyBehind), ([, read, yearly]) =>
    read.range ? { ...read, before: false, yearly: yearly !== undefined } : undefined,
  ),
);

/** «Hằng năm (tháng 12)» · «hằng năm, trước ngày 15/12» · «hằng năm vào quý IV» */
const yearlyFirst: Form<When> = either<When>(
  map(sequence<[unknown, unknown, When, unknown]>(everyYear, words('('), limited, words(')')), ([, , read]) => read),
  map(sequence<[unknown, unknown, When]>(everyYear, maybe(words(',', '-', ':')), limited), ([, , read]) => read),
);

/** Any limit in time. */
export const when: Form<When> = either<When>(
  fromTo,
  byTheHour,
  limited,
  unnamedYear,
  map(yearlyFirst, (read) => ({ ...read, yearly: true })),
);

/** «từ quý II/2024»: a beginning, which is no deadline. */
export const beginning: Form<NamedPeriod> = map(
  sequence<[unknown, unknown, NamedPeriod]>(from, starts, period),
  ([, , read]) => read,
);
