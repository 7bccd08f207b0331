// The whole cell: which of the kinds it is, from its first word to its last. A cell of which a single word is left over is
// none of them.
import type { When } from './due.ts';
import { either, end, type Form, many, map, maybe, parenthesis, sequence, words } from './grammar.ts';
import { ongoing, thenOngoing } from './ongoing.ts';
import { according, beside, ground, onOrder, type Qualifier, request } from './qualifier.ts';
import { shares, type Target, targets } from './targets.ts';
import { when } from './when.ts';

export type RuleKind = 'dated' | 'ongoing' | 'dated-then-ongoing' | 'roadmap' | 'on-request' | 'milestones';

/** A deadline as the words give it, before any year is filled in. */
export interface DeadlineRule {
  readonly kind: RuleKind;
  readonly when?: When;
  readonly targets?: readonly Target[];
  /** Something loosens the date. */
  readonly loose: boolean;
  /** Empty where none is named. */
  readonly authority?: string;
}

/** «Thời gian hoàn thành:» · «Hạn:» · «- » */
const label = sequence(
  maybe(words('-', '+', '*')),
  maybe(
    words(
      'thời gian hoàn thành:',
      'thời gian thực hiện:',
      'thời hạn hoàn thành:',
      'thời gian:',
      'thời hạn:',
      'hạn hoàn thành:',
      'hạn:',
    ),
  ),
);

/** Words before a date: what is done by then, and what makes it less firm. True where it does. */
const action = map(
  words(
    'hoàn thành',
    'thực hiện',
    'triển khai',
    'triển khai thực hiện',
    'tổ chức',
    'xong',
    'kết thúc',
    'hoàn thiện',
    'báo cáo',
  ),
  () => false,
);
const loosening = map(words('dự kiến', 'phấn đấu', 'cố gắng', 'khoảng'), () => true);
const lead: Form<boolean> = map(many(either(action, loosening)), (read) => read.includes(true));

/** What loosens a date from behind: «(theo lộ trình của …)», «, theo hướng dẫn của …», «(dự kiến)», «khi có yêu cầu của …». */
const looseningBehind: Form<Qualifier | true> = beside(
  either<Qualifier | true>(
    map(loosening, () => true),
    ground,
  ),
);

function named(read: readonly (Qualifier | true)[]): string | undefined {
  for (const one of read) if (one !== true && one.authority !== undefined) return one.authority;
  return undefined;
}

/**
 * «Quý I/2024» · «Phấn đấu hoàn thành trong năm 2024 (theo tiến độ của …)» · «Năm 2024: cấp xã 100%; cấp xã 90%» ·
 * «Trong năm 2024 và thực hiện thường xuyên theo …». What is behind «thường xuyên» qualifies that half only.
 */
const dated: Form<DeadlineRule> = map(
  sequence<[boolean, When, unknown, readonly (Qualifier | true)[], string | undefined]>(
    lead,
    when,
    maybe(shares),
    many(looseningBehind),
    maybe(thenOngoing),
  ),
  ([loose, read, , loosened, goesOn]) => ({
    kind: goesOn === undefined ? 'dated' : 'dated-then-ongoing',
    when: read,
    loose: loose || loosened.length > 0,
    authority: named(loosened) ?? goesOn ?? '',
  }),
);

/** «(dự kiến trong năm 2024)» · «, hoàn thành trong quý II»: a date behind a roadmap, announced by a word. */
const announced = map(
  sequence<[readonly unknown[], When]>(many(either(action, loosening), 1), when),
  ([, read]) => read,
);

/** «Theo lộ trình của Bộ Xây dựng» · «Theo lộ trình hoàn thành của Tòa án nhân dân tối cao (dự kiến trong năm 2024)» */
const roadmap: Form<DeadlineRule> = map(
  sequence<[unknown, Qualifier, When | undefined, unknown]>(
    maybe(words('thực hiện', 'triển khai', 'hoàn thành')),
    according,
    maybe(either(beside(announced), parenthesis(when))),
    maybe(thenOngoing),
  ),
  ([, { timetable, authority }, expected]) =>
    timetable || expected !== undefined
      ? { kind: 'roadmap', loose: true, authority: authority ?? '', ...(expected && { when: expected }) }
      : undefined,
);

/** «Khi có chỉ đạo của Bộ Công an» · «Theo yêu cầu của UBND huyện» · «Đột xuất» */
const onRequest: Form<DeadlineRule> = map(
  sequence<[unknown, Qualifier]>(maybe(words('thực hiện', 'triển khai')), either<Qualifier>(request, onOrder)),
  ([, { authority }]) => ({ kind: 'on-request', loose: false, authority: authority ?? '' }),
);

/** «Đạt từ 70% trở lên từ quý II/2024 và đạt 90% trở lên từ quý III năm 2024»; a single share is one date. */
const reached: Form<DeadlineRule> = map(sequence<[boolean, readonly Target[]]>(lead, targets), ([loose, read]) => {
  const [first, second] = read;
  if (!first) return undefined;
  return second ? { kind: 'milestones', targets: read, loose } : { kind: 'dated', when: first.when, loose };
});

const ongoingAlone: Form<DeadlineRule> = map(ongoing, (authority) => ({ kind: 'ongoing', loose: false, authority }));

/** The cell from end to end, by the first kind that fits all of it. */
export const cell: Form<DeadlineRule> = either(
  ...[reached, roadmap, onRequest, dated, ongoingAlone].map((kind) =>
    map(sequence<[unknown, DeadlineRule, unknown]>(label, kind, end), ([, rule]) => rule),
  ),
);
