// The mail of the set-up, to whoever installs and nobody else: that it arrives shows that mails leave, and it carries what is still to do.
import { formatMoment, type Moment } from '../core/calendar.ts';
import type { Mail } from './chairman-mail.ts';
import { renderHtml } from './html-page.ts';
import type { MailPage } from './page.ts';
import { renderText } from './plain-page.ts';
import { FOOT, SUBJECT } from './words/shared.ts';

export interface SetUpFacts {
  readonly commune: string;
  readonly now: Moment;
  /** In the order in which it is done. */
  readonly items: readonly { readonly done: boolean; readonly text: string }[];
  readonly advice: readonly string[];
  readonly sheetUrl: string;
  readonly programVersion: string;
}

export function setUpMail({ commune, now, items, advice, sheetUrl, programVersion }: SetUpFacts): Mail {
  const open = items.filter(({ done }) => !done);
  const done = items.filter((item) => item.done);
  const list = (heading: string, tone: 'warning' | 'good', of: typeof items) =>
    of.length === 0 ? [] : [{ kind: 'list' as const, heading, tone, items: of.map(({ text }) => ({ text })) }];
  const page: MailPage = {
    greeting: 'Kính gửi tài khoản cài đặt,',
    conclusion:
      open.length === 0
        ? 'Thư thử: bảng theo dõi đã gửi được thư và đã sẵn sàng.'
        : `Thư thử: bảng theo dõi đã gửi được thư. Còn ${open.length} việc trước khi các đơn vị nhập số liệu.`,
    source: `Thiết lập lúc ${formatMoment(now)}. Nếu thư này nằm trong hộp thư rác, hãy đánh dấu «không phải thư rác» để các thư sau tới nơi.`,
    figures: [],
    blocks: [
      ...list('Còn phải làm, theo thứ tự', 'warning', open),
      ...list('Đã xong', 'good', done),
      ...advice.map((text) => ({ kind: 'line' as const, text })),
    ],
    open: { label: FOOT.open, href: sheetUrl },
    foot: [FOOT.nature(commune), FOOT.code('thiết lập', programVersion)],
  };
  return { subject: `${SUBJECT.project} Thư thử của bảng theo dõi`, html: renderHtml(page), text: renderText(page) };
}
