// What the first attack on the four principles found, each as a short scenario with the rule of the referee that sees it. Mended, each
// is clean. Numbers are those of the attack's list.

import type { Rule } from './finding.ts';
import { TASKS } from './plan-facts.ts';
import type { Scenario, Step } from './referee.ts';

export interface KnownFault {
  readonly name: string;
  readonly rule: Rule;
  /** What its finding speaks of: sentence or truth. */
  readonly of: RegExp;
  readonly scenario: Scenario;
}

export const type = (at: string, as: string, row: string, column: string, text: string, tab = 'Nhiệm vụ'): Step => ({
  at,
  as,
  type: { tab, row, column, text },
});
export const setting = (at: string, row: string, text: string, as = 'CAX'): Step =>
  type(at, as, row, 'Giá trị', text, 'Cấu hình');
export const click = (at: string, item: string, as = 'CAX'): Step => ({ at, as, click: item });
export const fault = (
  at: string,
  until: string,
  call: string,
  more: Partial<NonNullable<Step['fault']>> = {},
): Step => ({ at, fault: { call, until, ...more } });
export const BAD_COPIES = 'pct@example.vn\nvan..phong@example.vn';
/** Google refuses a whole message for one address it cannot read; the local host is more patient. */
export const badAddress = (at: string): Step =>
  fault(at, '2025-12-31T00:00', 'MailApp.sendEmail', {
    to: 'van..phong@',
    message: 'Invalid email: van..phong@example.vn',
  });
const close = (at: string, as = 'CAX') => click(at, 'Tổng hợp báo cáo', as);
/** Between two months nothing happens: the clock need not run through it. */
const pause = (from: string, until: string) => fault(from, until, 'clock');

const may = (steps: readonly Step[], to = '2024-05-16T12:00'): Scenario => ({ from: '2024-05-13T06:00', to, steps });
const mayAndJune = (steps: readonly Step[], to = '2024-06-17T09:30'): Scenario =>
  may(
    [...steps, pause('2024-05-20T01:00', '2024-06-06T06:00')].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    to,
  );

export const KNOWN_FAULTS: readonly KnownFault[] = [
  {
    name: '1 mail refused for half an hour at the closing',
    rule: 'not-delivered',
    of: /bản 1|thư chưa tới/u,
    scenario: may([
      fault('2024-05-15T08:29', '2024-05-15T09:05', 'MailApp.sendEmail', { message: 'Service error: Gmail' }),
      close('2024-05-15T08:30'),
    ]),
  },
  {
    name: '2 a copy address with two dots',
    rule: 'not-delivered',
    of: /thư chưa tới/u,
    scenario: may([
      badAddress('2024-05-14T08:59'),
      setting('2024-05-14T09:00', 'copies', BAD_COPIES),
      close('2024-05-15T08:30'),
    ]),
  },
  {
    name: '2b sixty copies',
    rule: 'not-delivered',
    of: /thư chưa tới/u,
    scenario: may([
      setting('2024-05-14T09:00', 'copies', Array.from({ length: 60 }, (_, i) => `to${i + 1}@example.vn`).join('\n')),
      close('2024-05-15T08:30'),
    ]),
  },
  {
    name: '3 sending is off, and ten minutes are promised',
    rule: 'promise',
    of: /10 phút/u,
    scenario: may([setting('2024-05-14T09:00', 'automaticSending', 'FALSE'), close('2024-05-15T08:30')]),
  },
  {
    name: '3b no address of the chairman',
    rule: 'promise',
    of: /10 phút/u,
    scenario: may([
      { at: '2024-05-14T09:00', as: 'CAX', clear: { tab: 'Cấu hình', row: 'chairmanEmail', column: 'Giá trị' } },
      close('2024-05-15T08:30'),
    ]),
  },
  {
    name: '4 the chairman’s address changes after sending',
    rule: 'twice',
    of: /v1/u,
    scenario: may(
      [
        setting('2024-05-14T09:00', 'copies', 'pct@example.vn'),
        close('2024-05-15T08:30'),
        setting('2024-05-15T10:00', 'chairmanEmail', 'chu-tich.moi@example.vn'),
      ],
      '2024-05-16T12:00',
    ),
  },
  {
    name: '4b units reminded at seven, and again by a click at nine',
    rule: 'twice',
    of: /nhắc/u,
    scenario: may([click('2024-05-15T09:00', 'Nhắc đơn vị')], '2024-05-15T10:00'),
  },
  {
    name: '5 a long holiday over the days of closing',
    rule: 'unwarned',
    of: /bản 0|báo trước/u,
    scenario: {
      from: '2024-06-07T06:00',
      to: '2024-06-19T17:00',
      steps: [setting('2024-06-07T09:00', 'holidays', '13/06 - 22/06')],
    },
  },
  {
    name: '6 late is not silent',
    rule: 'untrue',
    of: /đã báo cáo 2024-05/u,
    scenario: mayAndJune([
      close('2024-05-15T08:30'),
      type('2024-05-16T09:00', 'Trường Tiểu học', 'IV.40', 'Tình trạng', 'Đang thực hiện'),
      close('2024-06-17T08:30'),
    ]),
  },
  {
    name: '7 finished after the closing, asked for in June',
    rule: 'untrue',
    of: /V\.52|CC ĐC-NN-MT/u,
    scenario: mayAndJune(
      [
        close('2024-05-15T08:30'),
        type('2024-05-16T09:00', 'CC ĐC-NN-MT', 'V.52', 'Tình trạng', 'Hoàn thành'),
        type('2024-05-16T09:01', 'CC ĐC-NN-MT', 'V.52', 'Ngày hoàn thành', '16/05/2024'),
        type('2024-05-16T09:02', 'CC ĐC-NN-MT', 'V.52', 'Minh chứng', '12/BC-ĐC'),
      ],
      '2024-06-07T09:00',
    ),
  },
  {
    name: '8 a result without Tình trạng',
    rule: 'untrue',
    of: /Trường Tiểu học/u,
    scenario: may(
      [
        type(
          '2024-05-14T09:00',
          'Trường Tiểu học',
          'IV.40',
          'Kết quả trong kỳ',
          'Thu học phí không dùng tiền mặt 210 học sinh',
        ),
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '9 rows nobody wrote to are printed as not begun',
    rule: 'untrue',
    of: /chưa thực hiện/u,
    scenario: may([close('2024-05-15T08:30')], '2024-05-15T09:00'),
  },
  {
    name: '10 accused of what nobody asked',
    rule: 'not-asked',
    of: /chưa giải trình|giải trình/u,
    scenario: { from: '2024-05-14T08:00', to: '2024-05-15T07:00', steps: [close('2024-05-15T06:30')] },
  },
  {
    name: '11 the last entry in time is missed, CAX closes two minutes past midnight',
    rule: 'untrue',
    of: /hệ thống có chạy|Trường Tiểu học/u,
    scenario: may(
      [
        fault('2024-05-14T23:54', '2024-05-14T23:57', 'SpreadsheetApp'),
        type('2024-05-14T23:55', 'Trường Tiểu học', 'IV.40', 'Tình trạng', 'Đang thực hiện'),
        close('2024-05-15T00:01'),
      ],
      '2024-05-15T00:40',
    ),
  },
  {
    name: '12 nobody has a row, and everybody is thanked',
    rule: 'untrue',
    of: /không có đơn vị nào phải báo cáo/u,
    scenario: may(
      [
        {
          at: '2024-05-13T06:02',
          as: 'CAX',
          paste: { tab: 'Nhiệm vụ', row: 'I.01', column: 'Đầu mối', cells: TASKS.map(() => ['']) },
        },
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '12b everything is paused',
    rule: 'untrue',
    of: /tạm dừng|không có đơn vị nào/u,
    scenario: may(
      [
        {
          at: '2024-05-13T09:00',
          as: 'CAX',
          paste: {
            tab: 'Nhiệm vụ',
            row: 'I.01',
            column: 'Tình trạng',
            cells: TASKS.map(() => ['Tạm dừng', '', '', '', '12/CV-UBND']),
          },
        },
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '12c a unit is renamed',
    rule: 'untrue',
    of: /Ban Tư pháp|unassigned|CHƯA GIAO/u,
    scenario: may(
      [type('2024-05-14T09:00', 'CAX', 'TP', 'Tên', 'Ban Tư pháp - Hộ tịch', 'Đơn vị'), close('2024-05-15T08:30')],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '13 a second account of CAX closes at once',
    rule: 'untrue',
    of: /vùng bảo vệ/u,
    scenario: may(
      [
        setting('2024-05-15T08:28', 'policeAccounts', 'cax@example.vn\ncax2@example.vn'),
        { at: '2024-05-15T08:29', as: 'Cài đặt', share: { with: 'cax2@example.vn', role: 'editor' } },
        { at: '2024-05-15T08:30', as: 'cax2@example.vn', click: 'Tổng hợp báo cáo' },
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '14 January after the supplement',
    rule: 'untrue',
    of: /quá hạn/u,
    scenario: {
      from: '2024-12-13T06:00',
      to: '2025-01-15T09:00',
      steps: [
        close('2024-12-16T08:30'),
        pause('2024-12-17T01:00', '2025-01-05T12:00'),
        click('2025-01-06T09:00', 'Chốt năm bổ sung'),
        pause('2025-01-06T12:00', '2025-01-13T06:00'),
        close('2025-01-15T08:30'),
      ],
    },
  },
  {
    name: '15 twenty-six of twenty-five',
    rule: 'unnamed',
    of: /thường xuyên/u,
    scenario: may(
      [
        type('2024-05-14T09:00', 'Ban Tài chính', 'VIII.65', 'Tình trạng', 'Hoàn thành'),
        type('2024-05-14T09:01', 'Ban Tài chính', 'VIII.65', 'Ngày hoàn thành', '10/05/2024'),
        type('2024-05-14T09:02', 'Ban Tài chính', 'VIII.65', 'Minh chứng', '7/QĐ-UBND'),
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '17 an extension into last year',
    rule: 'unnamed',
    of: /IV\.42/u,
    scenario: may(
      [type('2024-05-14T09:00', 'CAX', 'IV.42', 'Hạn điều chỉnh', '30/09/2023'), close('2024-05-15T08:30')],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '17b finished, then open again',
    rule: 'untrue',
    of: /X\.71/u,
    scenario: mayAndJune([
      type('2024-05-14T09:00', 'Ban Tư pháp', 'X.71', 'Tình trạng', 'Hoàn thành'),
      type('2024-05-14T09:01', 'Ban Tư pháp', 'X.71', 'Ngày hoàn thành', '10/05/2024'),
      close('2024-05-15T08:30'),
      type('2024-06-11T09:01', 'Ban Tư pháp', 'X.71', 'Tình trạng', 'Đang thực hiện'),
      close('2024-06-17T08:30'),
    ]),
  },
  {
    name: '17c paused by the evidence «x»',
    rule: 'unnamed',
    of: /I\.02/u,
    scenario: may(
      [
        type('2024-05-14T09:00', 'Ban Tài chính', 'I.02', 'Tình trạng', 'Tạm dừng'),
        type('2024-05-14T09:01', 'Ban Tài chính', 'I.02', 'Minh chứng', 'x'),
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '17d the closing day moves from 15 to 10',
    rule: 'untrue',
    of: /kỳ từ/u,
    scenario: mayAndJune(
      [close('2024-05-15T08:30'), setting('2024-05-16T09:00', 'deadlineDay', '10')],
      '2024-06-07T09:00',
    ),
  },
  {
    name: '18 «Không có khó khăn, vướng mắc» is no difficulty',
    rule: 'untrue',
    of: /khó khăn, vướng mắc|K8/u,
    scenario: may(
      [
        type('2024-05-14T09:00', 'Trường Tiểu học', 'IV.40', 'Khó khăn, vướng mắc', 'Không có khó khăn, vướng mắc.'),
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '19 a formula as the day of finishing',
    rule: 'unnamed',
    of: /X\.71/u,
    scenario: may(
      [
        type('2024-05-14T09:00', 'Ban Tư pháp', 'X.71', 'Tình trạng', 'Hoàn thành'),
        type('2024-05-14T09:01', 'Ban Tư pháp', 'X.71', 'Ngày hoàn thành', '=TODAY()'),
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '20 «Kỳ này» of a preview',
    rule: 'unnamed',
    of: /Kỳ này/u,
    scenario: may([close('2024-05-14T08:30')], '2024-05-14T09:00'),
  },
  {
    name: '20b a late policeman reads nothing of May; 28 no way to a correction',
    rule: 'no-way-to-correct',
    of: /Kỳ 05\/2024/u,
    scenario: may([close('2024-05-15T08:30'), close('2024-05-21T08:30')], '2024-05-21T09:00'),
  },
  {
    name: '21 «Lịch sử» is sorted',
    rule: 'two-numbers',
    of: /lúc chốt/u,
    scenario: mayAndJune([
      close('2024-05-15T08:30'),
      type('2024-05-15T09:00', 'Ban Tư pháp', 'X.71', 'Tình trạng', 'Hoàn thành'),
      type('2024-05-15T09:01', 'Ban Tư pháp', 'X.71', 'Ngày hoàn thành', '10/05/2024'),
      close('2024-05-15T10:00'),
      { at: '2024-05-16T10:00', as: 'CAX', sort: { tab: 'Lịch sử', column: 'Mã' } },
      close('2024-06-17T08:30'),
    ]),
  },
  {
    name: '21b the name of a closing is deleted',
    rule: 'not-delivered',
    of: /thư chưa tới/u,
    scenario: may([
      close('2024-05-15T08:30'),
      { at: '2024-05-15T08:31', as: 'Văn phòng UBND xã', deleteName: 'Chot_2024_05_1' },
    ]),
  },
  {
    name: '23 a trial mail that throws holds up the chairman’s',
    rule: 'not-delivered',
    of: /thư chưa tới/u,
    scenario: may([
      close('2024-05-15T08:30'),
      fault('2024-05-15T08:30', '2024-05-16T11:00', 'MailApp.sendEmail', { to: 'cax@example.vn' }),
      click('2024-05-15T08:31', 'Gửi thử cho tôi'),
    ]),
  },
  {
    name: '24 a row deleted and restored was in time',
    rule: 'untrue',
    of: /Trường Tiểu học/u,
    scenario: may(
      [
        type('2024-05-14T09:00', 'Trường Tiểu học', 'IV.40', 'Tình trạng', 'Đang thực hiện'),
        { at: '2024-05-15T08:00', as: 'Cài đặt', deleteRow: { tab: 'Nhiệm vụ', row: 'IV.40' } },
        click('2024-05-15T08:05', 'Đồng bộ bảng tính', 'Cài đặt'),
        close('2024-05-15T08:30'),
      ],
      '2024-05-15T09:00',
    ),
  },
  {
    name: '25 clearing last month’s text is no report',
    rule: 'untrue',
    of: /Trường Tiểu học/u,
    scenario: mayAndJune([
      type('2024-05-14T09:00', 'Trường Tiểu học', 'IV.40', 'Tình trạng', 'Đang thực hiện'),
      type('2024-05-14T09:01', 'Trường Tiểu học', 'IV.40', 'Kết quả trong kỳ', 'Đã họp phụ huynh'),
      close('2024-05-15T08:30'),
      {
        at: '2024-06-11T09:00',
        as: 'Trường Tiểu học',
        clear: { tab: 'Nhiệm vụ', row: 'IV.40', column: 'Kết quả trong kỳ' },
      },
      close('2024-06-17T08:30'),
    ]),
  },
  {
    name: '25b CAX mends a letter in a unit’s cell',
    rule: 'untrue',
    of: /Trường Tiểu học/u,
    scenario: {
      domain: 'example.vn',
      ...mayAndJune([
        type('2024-05-14T09:00', 'Trường Tiểu học', 'IV.40', 'Tình trạng', 'Đang thực hiện'),
        type('2024-05-14T09:01', 'Trường Tiểu học', 'IV.40', 'Kết quả trong kỳ', 'Đã hop phụ huynh'),
        close('2024-05-15T08:30'),
        type('2024-06-11T09:00', 'CAX', 'IV.40', 'Kết quả trong kỳ', 'Đã họp phụ huynh'),
        close('2024-06-17T08:30'),
      ]),
    },
  },
  {
    name: '26 a unit whose request never left is told to the chairman as not answering',
    rule: 'not-asked',
    of: /Ban Tư pháp/u,
    scenario: {
      from: '2024-05-13T06:00',
      to: '2024-05-14T17:00',
      steps: [
        type('2024-05-13T08:00', 'CAX', 'ĐX-2024-01', 'Nội dung', 'số hóa hồ sơ', 'Đột xuất'),
        type('2024-05-13T08:01', 'CAX', 'ĐX-2024-01', 'Phạm vi', 'II.05; Ban Tư pháp', 'Đột xuất'),
        type('2024-05-13T08:02', 'CAX', 'ĐX-2024-01', 'Hạn đơn vị trả lời', '14/05/2024 16:00', 'Đột xuất'),
        fault('2024-05-13T08:03', '2024-05-15T00:00', 'MailApp.sendEmail', { to: 'tp@example.vn' }),
        click('2024-05-13T08:10', 'Báo cáo đột xuất'),
        click('2024-05-14T16:10', 'Báo cáo đột xuất'),
      ],
    },
  },
  {
    name: '27 a tick before the round',
    rule: 'twice',
    of: /nhắc/u,
    scenario: may(
      [{ at: '2024-05-15T06:30', as: 'CAX', tick: { tab: 'Điều khiển', row: 'Nhắc đơn vị' } }],
      '2024-05-15T08:00',
    ),
  },
];
