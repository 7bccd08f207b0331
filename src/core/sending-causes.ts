// Why the chairman would not be written to: one list, worded once, for the closing dialog, «Kiểm tra dữ liệu», answers of «Điều khiển» and the
// red line of «Tổng hợp», whose formula is made of the same words (rule 6.12). A promise of mail is made only where nothing of it holds.
import { formatDay, type Moment } from './calendar.ts';
import { type Cell, textOf } from './cell.ts';
import type { Settings } from './settings.ts';
import { tidy } from './text.ts';

export interface SendingFacts {
  readonly settings: Pick<Settings, 'automaticSending' | 'followUntil' | 'chairmanEmail' | 'installingAccount'>;
  /** «Lịch tự động chạy gần nhất» of «Điều khiển»; written once a day. */
  readonly lastClockRun: Cell;
  /** «Thư chưa gửi được» of «Điều khiển»; empty where nothing was refused. */
  readonly mailTrouble: Cell;
  /** The account whose clock it is, where the script's store knows it. */
  readonly clockAccount: string | undefined;
  readonly now: Moment;
}

/** How «Thư chưa gửi được» begins where the chairman's mail is among what waits: it is first. */
export const CHAIRMANS_MAIL = 'Thư Chủ tịch';

/** Why it waits where nobody has said to whom; a cause of its own, which ends when the address is there and not when the clock has come. */
export const NO_ADDRESS = 'chưa có E-mail Chủ tịch';

/** «{}» is a day, an account or what was written down. */
const BLANK = '{}';

/** What is the matter · what to do · where «Kiểm tra dữ liệu» places it: a tab or a thing, and a setting's label. */
const SENDING_CAUSES = {
  off: ['«Tự động gửi» ở tab Cấu hình đang tắt', 'đánh dấu lại ô đó', 'Cấu hình', 'Tự động gửi'],
  over: ['đã qua ngày «Theo dõi đến» ({})', 'ghi ngày khác ở ô đó', 'Cấu hình', 'Theo dõi đến'],
  noChairman: [
    '«E-mail Chủ tịch» ở tab Cấu hình để trống hoặc ghi chưa đúng',
    'ghi một địa chỉ, ví dụ chutich.vanson@gmail.com',
    'Cấu hình',
    'E-mail Chủ tịch',
  ],
  handedOver: [
    '«Tài khoản cài đặt» nay là {} nhưng tài khoản đó chưa bật lịch tự động',
    'dùng tài khoản đó chạy Thiết lập ban đầu',
    'Lịch tự động',
  ],
  neverRan: [
    'lịch tự động chưa chạy lần nào',
    'vừa thiết lập thì chờ 10 phút, nếu không thì dùng tài khoản cài đặt chạy lại Thiết lập ban đầu',
    'Lịch tự động',
  ],
  asleep: [
    'lịch tự động không chạy từ sau ngày {}',
    'dùng tài khoản cài đặt chạy lại Thiết lập ban đầu',
    'Lịch tự động',
  ],
  refused: ['có thư chưa gửi được ({})', 'xem tab Nhật ký, sửa địa chỉ nếu sai, hệ thống tự gửi lại', 'Thư'],
} as const satisfies Record<string, CauseWords>;

type CauseWords = readonly [what: string, todo: string, place: string, column?: string];
export type SendingCause = keyof typeof SENDING_CAUSES;

/** Of these even what is asked for in «Điều khiển» waits. */
const OF_THE_CLOCK: readonly SendingCause[] = ['handedOver', 'neverRan', 'asleep'];

export interface CauseFound {
  readonly cause: SendingCause;
  /** A sentence without its full stop, small letter first. */
  readonly what: string;
  readonly todo: string;
  readonly place: string;
  readonly column: string | undefined;
}

/** The first run of a day comes soon after midnight: until then yesterday's counts. */
const CLOCK_GRACE_HOURS = 1;

/** Every cause that holds at `now`, in the order in which they are mended. */
export function sendingCauses({ settings, lastClockRun, mailTrouble, clockAccount, now }: SendingFacts): CauseFound[] {
  const { automaticSending, followUntil, chairmanEmail, installingAccount } = settings;
  const trouble = textOf(mailTrouble);
  const lastRun = typeof lastClockRun === 'number' ? Math.floor(lastClockRun) : undefined;
  const isOver = followUntil !== undefined && Math.floor(now) > followUntil;
  const isHandedOver = clockAccount !== undefined && installingAccount !== '' && clockAccount !== installingAccount;
  const found: [SendingCause, boolean, string?][] = [
    ['off', !automaticSending],
    ['over', isOver, isOver ? formatDay(followUntil) : ''],
    ['noChairman', chairmanEmail === ''],
    ['handedOver', isHandedOver, installingAccount],
    ['neverRan', lastRun === undefined],
    ['asleep', lastRun !== undefined && Math.floor(now - CLOCK_GRACE_HOURS / 24) > lastRun, formatDay(lastRun ?? 0)],
    ['refused', trouble.startsWith(CHAIRMANS_MAIL) && !trouble.includes(NO_ADDRESS), tidy(trouble)],
  ];
  return found.filter(([, holds]) => holds).map(([cause, , value = '']) => foundCause(cause, value));
}

function foundCause(cause: SendingCause, value: string): CauseFound {
  const [what, todo, place, column]: CauseWords = SENDING_CAUSES[cause];
  return { cause, what: what.replace(BLANK, () => value), todo, place, column };
}

/** «lịch tự động …» → «Lịch tự động …». */
export function asSentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Those of them for which nothing at all is done, asked for or not. */
export function clockCauses(causes: readonly CauseFound[]): CauseFound[] {
  return causes.filter(({ cause }) => OF_THE_CLOCK.includes(cause));
}

/** «lịch tự động chưa chạy lần nào (…); …», each with what to do. */
export function causesInWords(causes: readonly CauseFound[]): string {
  return causes.map(({ what, todo }) => `${what} (${todo})`).join('; ');
}

/** The same as a formula's text around one value: what is before and after it. */
export function causeAround(cause: SendingCause): readonly [before: string, after: string] {
  const [what, todo] = SENDING_CAUSES[cause];
  const [before = '', after = ''] = `${what} (${todo})`.split(BLANK);
  return [before, after];
}

/** How both the dialogs and the red line begin. */
export const NOT_LEAVING = 'Hiện hệ thống KHÔNG tự gửi được thư cho Chủ tịch: ';

/** How the red line tells of mails that are not his. */
export const OTHER_MAIL = 'Có thư khác chưa gửi được: ';

/** What may be promised of the chairman's mail where something is due to him. */
export function mailPromise(causes: readonly CauseFound[]): string {
  return causes.length === 0
    ? 'Hệ thống gửi thư cho Chủ tịch trong khoảng 10 phút.'
    : `${NOT_LEAVING}${causesInWords(causes)}.`;
}

/** What may be promised of a request left for the clock. */
export function requestPromise(causes: readonly CauseFound[]): string {
  const clock = clockCauses(causes);
  return clock.length === 0
    ? 'Hệ thống làm trong khoảng 10 phút và ghi kết quả ở tab Điều khiển.'
    : `Yêu cầu được ghi lại nhưng CHƯA có ai làm: ${causesInWords(clock)}.`;
}
