// What services say, as people read it: Vietnamese first, the service's own words behind, one full stop at most.
import { expect, test } from 'vitest';
import { reasonOf } from '../../src/app/reason.ts';
import { Refusal } from '../../src/app/refusal.ts';

test.each<[unknown, string]>([
  [new Error('Service unavailable: Mail'), 'dịch vụ của Google đang lỗi (Service unavailable: Mail)'],
  [new Error('Service error: Gmail'), 'dịch vụ của Google đang lỗi (Service error: Gmail)'],
  [new Error('Invalid email: van..phong@example.vn'), 'địa chỉ nhận không đúng (Invalid email: van..phong@example.vn)'],
  [new Error('Failed to send email: no recipient.'), 'thư không có người nhận (Failed to send email: no recipient)'],
  [
    new Error('Limit exceeded: Email Recipients Per Message.'),
    'một thư có quá nhiều người nhận (Limit exceeded: Email Recipients Per Message)',
  ],
  [
    new Error('Service invoked too many times for one day: email.'),
    'hết hạn mức trong ngày (Service invoked too many times for one day: email)',
  ],
  [new Error('Limit exceeded: Email Body Size.'), 'thư hoặc tệp quá lớn (Limit exceeded: Email Body Size)'],
  [
    new Error('The caller does not have permission'),
    'tài khoản không được phép làm việc này (The caller does not have permission)',
  ],
  ['Something else entirely', 'Google báo lỗi (Something else entirely)'],
  [new TypeError('x is not a function'), 'lỗi của chương trình (x is not a function)'],
  [new Error('Địa chỉ không hợp lệ.'), 'Địa chỉ không hợp lệ'],
  [new Refusal('no-chairman'), 'Chưa có E-mail Chủ tịch ở tab Cấu hình'],
])('%s', (cause, words) => expect(reasonOf(cause)).toBe(words));
