// What is asked before a request is left for the clock, wherever it is left: by the program in the sheet, or by the narrow script of the
// hardened way.
import type { RequestName } from './request-words.ts';

export const REQUEST_QUESTIONS = {
  test: 'Thư báo cáo của bản chốt gần nhất sẽ được gửi thử tới địa chỉ của đồng chí, không gửi ai khác.',
  previewMail:
    'Thư Chủ tịch sẽ nhận nếu chốt lúc này được gửi tới địa chỉ của đồng chí để xem trước, không gửi ai khác; chưa chốt gì.',
  remind:
    'Gửi thư nhắc tới các đơn vị còn dòng chưa báo cáo trong kỳ đang mở. Đơn vị đã được nhắc hôm nay thì không nhắc lại.',
  chairman: 'Gửi bản chốt mới nhất của kỳ vừa hết cho Chủ tịch.',
} as const satisfies Partial<Record<RequestName, string>>;
