// What the installing account is to know and nobody has asked about: that its clock does nothing, or that somebody has changed where mails go.
import { formatMoment, type Moment } from '../core/calendar.ts';
import { twoDigits } from '../core/figures.ts';
import { periodLabel } from '../core/period.ts';
import { type LateFacts, lateBlocks, lateRows } from './late-words.ts';
import { footOf, type Mail, mailFrom } from './mail.ts';
import type { MailPage, PageBlock } from './page.ts';
import { FAILURE } from './words/police-mail.ts';
import { FOOT, greeting as greetingTo, SUBJECT } from './words/shared.ts';

export interface NoticeFacts {
  readonly commune: string;
  readonly now: Moment;
  readonly sheetUrl: string;
  readonly programVersion: string;
}

/** @param why what is the matter and what to do, whole sentences */
export function idleMail(why: string, facts: NoticeFacts): Mail {
  return notice(facts, {
    subject: '[LỊCH DỪNG] Lịch tự động không làm gì',
    conclusion: 'Lịch tự động của tài khoản này đang không làm gì: không nhắc, không gửi báo cáo.',
    source: `Lúc ${formatMoment(facts.now)}. Mỗi ngày một thư cho tới khi sửa xong.`,
    blocks: [{ kind: 'line', lead: 'Nguyên nhân và việc cần làm: ', text: why }],
  });
}

/** The folder of documents is gone, or another account's. */
export function folderMail(facts: NoticeFacts): Mail {
  return notice(facts, {
    subject: '[THƯ MỤC MỚI] Văn bản từ nay lưu ở thư mục mới',
    conclusion:
      'Thư mục Drive lưu văn bản báo cáo không còn dùng được nên hệ thống đã lập thư mục mới, chia sẻ cho Công an xã và Chủ tịch.',
    source: `Lúc ${formatMoment(facts.now)}. Chỉ báo một lần.`,
    blocks: [
      {
        kind: 'line',
        lead: 'Nguyên nhân: ',
        text: 'thư mục cũ đã bị xóa (vào thùng rác) hoặc thuộc tài khoản cài đặt trước đây. Văn bản các kỳ trước nằm ở nơi cũ; bản ghi trong Sổ báo cáo vẫn giữ nguyên.',
      },
    ],
  });
}

/** To CAX and the installing account: nothing is put back by itself while rows, columns or tabs are missing. @param words what a sync would do */
export function brokenMail(words: string, facts: NoticeFacts): Mail {
  return notice(facts, {
    greeting: 'Kính gửi Công an xã và tài khoản cài đặt,',
    subject: '[BẢNG CẦN ĐỒNG BỘ] Bảng thiếu dòng, cột hoặc tab',
    conclusion:
      'Bảng có chỗ hỏng: cho tới khi được đồng bộ, số liệu ở tab Tổng hợp và trong thư chưa đủ, công thức và quyền không được tự khôi phục.',
    source: `Hệ thống thấy lúc ${formatMoment(facts.now)}; còn hỏng thì mỗi tuần nhắc lại một thư.`,
    blocks: [
      { kind: 'line', lead: 'Chỗ hỏng: ', text: words },
      {
        kind: 'line',
        lead: 'Cần làm: ',
        text: 'Công an xã bấm Đề án 06 ▸ Đồng bộ bảng tính; hệ thống nêu trước từng chỗ rồi mới sửa, và hỏi trước khi điền lại nội dung đã mất.',
      },
    ],
  });
}

export interface AddressChange {
  readonly label: string;
  /** Empty: nothing is there. */
  readonly before: string;
  readonly after: string;
}

export function addressMail(changes: readonly AddressChange[], facts: NoticeFacts): Mail {
  const shown = (address: string) => (address === '' ? '(trống)' : address);
  return notice(facts, {
    subject: '[ĐỔI ĐỊA CHỈ] Nơi nhận thư ở tab Cấu hình vừa đổi',
    conclusion:
      'Nơi nhận thư, người được chốt báo cáo ở tab Cấu hình vừa đổi. Nếu đúng là đồng chí đổi thì không phải làm gì.',
    source: `Hệ thống thấy lúc ${formatMoment(facts.now)}; từ nay dùng giá trị mới.`,
    blocks: [
      ...changes.map(({ label, before, after }): PageBlock => {
        return { kind: 'line', lead: `${label}: `, text: `${shown(before)} → ${shown(after)}` };
      }),
      {
        kind: 'line',
        lead: 'Nếu không biết việc này: ',
        text: 'ghi lại địa chỉ đúng ở tab Cấu hình trước kỳ gửi thư; xem ai đã đổi ở Tệp ▸ Lịch sử phiên bản; mở Tiện ích mở rộng ▸ Apps Script xem mã có bị sửa không.',
      },
    ],
  });
}

/** Once per change: who has reported, and what was changed, after the closing. @param standingBody «Công an xã» */
export function lateMail(late: LateFacts, standingBody: string, facts: NoticeFacts): Mail {
  const units = late.units.filter(({ name }) => name !== '').length;
  const [label, rows] = [periodLabel(late.period), lateRows(late)];
  return notice(facts, {
    greeting: greetingTo(standingBody),
    subject: ` ${label}: ${rows > 0 ? `${twoDigits(rows)} nhiệm vụ được báo cáo sau khi chốt` : `${twoDigits(late.changed.length)} chỗ ghi thêm, sửa hoặc xóa sau khi chốt`}`,
    conclusion:
      rows > 0
        ? `Sau khi chốt ${label} đã có thêm báo cáo của ${twoDigits(units)} đơn vị; bản chốt chưa có các báo cáo này.`
        : `Sau khi chốt ${label} đã có nội dung, số liệu được ghi thêm, sửa hoặc xóa; bản chốt vẫn giữ như lúc chốt.`,
    source: `Số liệu lúc ${formatMoment(facts.now)}.`,
    blocks: lateBlocks(late),
  });
}

/** To CAX and the installing account: mails that did not leave. @param troubles a sentence each */
export function troubleMail(troubles: readonly string[], facts: NoticeFacts): Mail {
  return notice(facts, {
    greeting: FAILURE.greeting,
    subject: '[THƯ CHƯA GỬI ĐƯỢC] Có thư hệ thống chưa gửi được',
    conclusion: `Đến ${formatMoment(facts.now)} hệ thống chưa gửi được ${troubles.length === 1 ? 'thư dưới đây' : `${troubles.length} thư dưới đây`}.`,
    source:
      'Hệ thống tự thử lại, cách quãng dài dần. Sửa địa chỉ ở tab Cấu hình hoặc tab Đơn vị thì được gửi ngay. Tình hình hiện tại: tab Điều khiển, dòng «Thư chưa gửi được».',
    blocks: troubles.map((text): PageBlock => ({ kind: 'line', text })),
  });
}

/** @param trace what its code says it is */
export function notice(
  facts: NoticeFacts,
  {
    subject,
    conclusion,
    source,
    blocks,
    greeting = 'Kính gửi tài khoản cài đặt,',
    trace = 'báo',
  }: Pick<MailPage, 'conclusion' | 'source' | 'blocks'> & {
    readonly subject: string;
    readonly greeting?: string;
    readonly trace?: string;
  },
): Mail {
  const page: MailPage = {
    greeting,
    conclusion,
    source,
    figures: [],
    blocks,
    open: { label: FOOT.open, href: facts.sheetUrl },
    foot: footOf(facts, trace, facts.programVersion),
  };
  return mailFrom(`${SUBJECT.project}${subject}`, page);
}
