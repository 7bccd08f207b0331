// What a deadline hangs on besides the calendar: «theo lộ trình của …», «khi có yêu cầu của …». A timetable of somebody
// else's makes a roadmap; guidance, orders and requests make a task that waits for them.
import { body, document, owner } from './authority.ts';
import { either, type Form, list, many, map, maybe, parenthesis, sequence, words } from './grammar.ts';

export interface Qualifier {
  /** A timetable is kept elsewhere («lộ trình», «tiến độ», «kế hoạch»); false: somebody's word is awaited or followed. */
  readonly timetable: boolean;
  /** The body named, verbatim. */
  readonly authority?: string;
}

function qualifier(timetable: boolean, authority: string | undefined): Qualifier {
  return authority ? { timetable, authority } : { timetable };
}

const timetables = words('lộ trình', 'tiến độ', 'kế hoạch', 'tiến trình');
// biome-ignore format: a list of words
const orders = words(
  'chỉ đạo', 'sự chỉ đạo', 'hướng dẫn', 'sự hướng dẫn', 'yêu cầu', 'văn bản', 'công văn', 'thông báo', 'đề nghị', 'ý kiến', 'ý kiến chỉ đạo',
  'phân công', 'điều hành',
);
// biome-ignore format: a list of words
const adjuncts = words(
  'triển khai', 'thực hiện', 'hoàn thành', 'chung', 'cụ thể', 'chính thức', 'công tác', 'nhiệm vụ', 'thực tế', 'đề ra', 'đã đề ra', 'được giao',
  'mới',
);
const and = words(',', 'và', ', và', '/', '-', 'hoặc', '&');

/** «lộ trình triển khai và hướng dẫn» · «tiến độ, lộ trình» · «văn bản hướng dẫn»; true where a timetable is among them. */
const grounds: Form<boolean> = map(
  list(
    map(
      sequence<[boolean, readonly boolean[]]>(
        either<boolean>(
          map(timetables, () => true),
          map(orders, () => false),
        ),
        many(
          either<boolean>(
            map(adjuncts, () => false),
            map(timetables, () => true),
            map(orders, () => false),
          ),
        ),
      ),
      ([first, rest]) => first || rest.includes(true),
    ),
    and,
  ),
  (read) => read.includes(true),
);

/**
 * «Theo lộ trình của Bộ Xây dựng» · «Theo tiến độ, lộ trình của …» · «theo hướng dẫn, chỉ đạo và lộ trình của …» ·
 * «Theo lộ trình Bộ Công an đề xuất» · «theo Kế hoạch số 59/KH-UBND …» · «theo yêu cầu công tác»
 */
export const according: Form<Qualifier> = map(
  sequence<[unknown, Qualifier]>(
    words('theo', 'theo đúng', 'tùy theo', 'căn cứ', 'căn cứ theo', 'bám sát'),
    either<Qualifier>(
      map(document, (authority) => qualifier(true, authority)),
      map(sequence<[boolean, string | undefined]>(grounds, maybe(owner)), ([timetable, authority]) =>
        qualifier(timetable, authority),
      ),
    ),
  ),
  ([, read]) => read,
);

const onceThere = words('khi', 'sau khi', 'ngay khi', 'ngay sau khi');
// biome-ignore format: a list of words
const awaited = words(
  'chỉ đạo', 'hướng dẫn', 'yêu cầu', 'văn bản', 'công văn', 'thông báo', 'đề nghị', 'ý kiến', 'ý kiến chỉ đạo', 'kế hoạch', 'lộ trình',
  'quyết định', 'phát sinh', 'nhu cầu',
);
const awaitedList = list(sequence(awaited, many(either<unknown>(adjuncts, awaited))), and);

/**
 * «Khi có chỉ đạo của Bộ Công an» · «Sau khi có hướng dẫn của …» · «Khi có văn bản …» · «khi phát sinh» · «khi cần thiết» ·
 * «Khi Bộ Công an yêu cầu». Not «Ngay sau khi ban hành kế hoạch»: that is a date, of a day the cell does not tell.
 */
const uponRequest: Form<Qualifier> = either<Qualifier>(
  map(
    sequence<[unknown, unknown, unknown, string | undefined]>(
      onceThere,
      words('có', 'nhận được'),
      awaitedList,
      maybe(owner),
    ),
    ([, , , authority]) => qualifier(false, authority),
  ),
  map(
    sequence<[unknown, string, unknown, unknown]>(onceThere, body, maybe(words('có')), awaitedList),
    ([, authority]) => qualifier(false, authority),
  ),
  map(words('khi phát sinh', 'khi cần', 'khi cần thiết', 'đột xuất'), () => qualifier(false, undefined)),
);

/** «theo yêu cầu của …», «theo chỉ đạo của …»: a ground that is no timetable. */
export const onOrder: Form<Qualifier> = map(according, (read) => (read.timetable ? undefined : read));

/** A single request, or with its ground: «đột xuất theo yêu cầu của UBND huyện». */
export const request: Form<Qualifier> = map(
  sequence<[Qualifier, readonly Qualifier[]]>(uponRequest, many(beside(either<Qualifier>(uponRequest, onOrder)))),
  ([first, rest]) => qualifier(false, [first, ...rest].find((read) => read.authority !== undefined)?.authority),
);

/** Any ground, as it is behind a date. */
export const ground: Form<Qualifier> = either<Qualifier>(request, according);

/** «(…)» · «, …» · «; …» · «- …» · «…» */
export function beside<T>(form: Form<T>): Form<T> {
  return either<T>(
    parenthesis(form),
    map(sequence<[unknown, T]>(maybe(words(',', ';', '-', ':')), form), ([, read]) => read),
  );
}
