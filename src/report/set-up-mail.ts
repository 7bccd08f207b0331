// The mail of the set-up, to whoever installs and nobody else: that it arrives shows that mails leave, and it carries what is still to do.
import { formatMoment } from '../core/calendar.ts';
import type { Mail } from './mail.ts';
import { type NoticeFacts, notice } from './notice-mail.ts';

export interface SetUpFacts extends NoticeFacts {
  /** In the order in which it is done. */
  readonly items: readonly { readonly done: boolean; readonly text: string }[];
  readonly advice: readonly string[];
}

export function setUpMail(facts: SetUpFacts): Mail {
  const { now, items, advice } = facts;
  const open = items.filter(({ done }) => !done);
  const done = items.filter((item) => item.done);
  const list = (heading: string, tone: 'warning' | 'good', of: typeof items) =>
    of.length === 0 ? [] : [{ kind: 'list' as const, heading, tone, items: of.map(({ text }) => ({ text })) }];
  return notice(facts, {
    subject: ' Thư thử của bảng theo dõi',
    trace: 'thiết lập',
    conclusion:
      open.length === 0
        ? 'Thư thử: bảng theo dõi đã gửi được thư và đã sẵn sàng.'
        : `Thư thử: bảng theo dõi đã gửi được thư. Còn ${open.length} việc trước khi các đơn vị nhập số liệu.`,
    source: `Thiết lập lúc ${formatMoment(now)}. Nếu thư này nằm trong hộp thư rác, hãy đánh dấu «không phải thư rác» để các thư sau tới nơi.`,
    blocks: [
      ...list('Còn phải làm, theo thứ tự', 'warning', open),
      ...list('Đã xong', 'good', done),
      ...advice.map((text) => ({ kind: 'line' as const, text })),
    ],
  });
}
