import { describe, expect, test } from 'vitest';
import { describeReadiness, isReady, type ReadinessFacts, readinessOf } from '../../src/app/mail/readiness.ts';
import { formatDay } from '../../src/core/calendar.ts';
import { type SendingFacts, sendingCauses } from '../../src/core/sending-causes.ts';

const unit = (name: string, accounts: string | null, emails = 'nhac@example.vn', reporting = 'có dòng') => {
  return { name, accounts, emails, reporting };
};

const TODAY = 45426;
/** As all entry points word them. */
const causes = (settings: Partial<SendingFacts['settings']>, lastClockRun: number | null = TODAY) =>
  sendingCauses({
    settings: {
      automaticSending: true,
      followUntil: undefined,
      chairmanEmail: 'chu-tich@example.vn',
      installingAccount: 'cai-dat@example.vn',
      ...settings,
    },
    lastClockRun,
    mailTrouble: null,
    clockAccount: 'cai-dat@example.vn',
    now: TODAY + 0.5,
  });

const READY: ReadinessFacts = {
  settings: {
    policeAccounts: ['cax@example.vn'],
    installingAccount: 'cai-dat@example.vn',
    planNumber: '25/KH-UBND',
    chairmanName: 'Nguyễn Văn A',
  },
  causes: [],
  units: [unit('Ban Tư pháp', 'tp@example.vn'), unit('Ngân hàng', null, '', 'chỉ phối hợp')],
  unassigned: [],
  owner: 'cai-dat@example.vn',
  editors: ['CAX@example.vn', 'tp@example.vn'],
  isWhole: true,
  cures: { sync: 'Đồng bộ bảng tính', clock: 'Thiết lập ban đầu' },
  agrees: true,
  clock: 'on',
  hasMailed: true,
};
const { settings } = READY;
const many = Array.from({ length: 5 }, (_, i) => unit(`Trường ${i + 1}`, null));

const open = (change: Partial<ReadinessFacts>) =>
  readinessOf({ ...READY, ...change })
    .items.filter(({ done }) => !done)
    .map(({ text }) => text);

const cases: readonly [string, Partial<ReadinessFacts>, string[]][] = [
  ['nothing is missing: letter case of an address does not count', {}, []],
  [
    'nobody who closes, nobody who is told',
    { settings: { ...settings, policeAccounts: [] }, causes: causes({ chairmanEmail: '' }) },
    ['Tab Cấu hình: ghi Tài khoản Công an xã, E-mail Chủ tịch'],
  ],
  [
    'units that report and have no account, named up to three',
    { units: many },
    ['Tab Đơn vị: ghi Tài khoản Google để nhập của 5 đơn vị (Trường 1, Trường 2, Trường 3 và 2 nữa)'],
  ],
  [
    'an account nobody can read is none',
    { units: [unit('Ban Tư pháp', 'tu phap')] },
    ['Tab Đơn vị: ghi Tài khoản Google để nhập của 1 đơn vị (Ban Tư pháp)'],
  ],
  [
    'rows nobody answers for',
    { unassigned: ['I.02', 'II.05'] },
    ['Tab Nhiệm vụ: chọn Đầu mối cho 2 dòng (I.02, II.05)'],
  ],
  [
    'an account the file is not shared with, once, though it serves two units',
    { units: [unit('Ban Tư pháp', 'moi@example.vn'), unit('Ban khác', 'moi@example.vn')] },
    ['Chia sẻ tệp, quyền Người chỉnh sửa, cho 1 tài khoản (moi@example.vn)'],
  ],
  ['rights not set', { agrees: false }, ['Đồng bộ bảng tính để đặt quyền theo đơn vị']],
  ['no clock', { clock: 'off' }, ['Tài khoản cài đặt bật lịch tự động (Thiết lập ban đầu)']],
  ['a clock that is on and has not run yet', { causes: causes({}, null) }, []],
  ['a clock that stood and has just been installed anew', { clock: 'just on', causes: causes({}, TODAY - 2) }, []],
  [
    'a clock that stands',
    { causes: causes({}, TODAY - 2) },
    [`Lịch tự động không chạy từ sau ngày ${formatDay(TODAY - 2)} (dùng tài khoản cài đặt chạy lại Thiết lập ban đầu)`],
  ],
  [
    'the last day is past',
    { causes: causes({ followUntil: TODAY - 1 }) },
    [`Đã qua ngày «Theo dõi đến» (${formatDay(TODAY - 1)}) (ghi ngày khác ở ô đó)`],
  ],
  ['switched off is a choice', { causes: causes({ automaticSending: false }) }, []],
  ['no mail yet', { hasMailed: false }, ['Gửi một thư thử tới tài khoản cài đặt']],
];

describe('what is still missing', () => {
  test.each(cases)('%s', (_, change, wanted) => {
    expect(open(change)).toEqual(wanted);
    expect(isReady(readinessOf({ ...READY, ...change }))).toBe(wanted.length === 0);
  });

  test('what may be left empty is advised, and keeps nobody from beginning', () => {
    const change = {
      settings: { ...settings, planNumber: '', chairmanName: '' },
      units: [unit('Ban Tư pháp', 'tp@example.vn', '')],
    };
    const readiness = readinessOf({ ...READY, ...change });
    expect(isReady(readiness)).toBe(true);
    expect(readiness.advice).toEqual([
      'Nên ghi ở Cấu hình: Số kế hoạch, Họ tên người ký.',
      '1 đơn vị chưa có E-mail nhận nhắc: thư nhắc của các đơn vị đó gửi Công an xã.',
    ]);
  });

  test('the list fits an alert whatever is missing', () => {
    const all = readinessOf({
      settings: { ...settings, policeAccounts: [], planNumber: '', chairmanName: '' },
      causes: causes({ chairmanEmail: '', followUntil: TODAY - 1, automaticSending: false }, null),
      units: many.map((one) => ({ ...one, emails: '' })),
      unassigned: ['I.02'],
      owner: '',
      editors: [],
      isWhole: true,
      cures: READY.cures,
      agrees: false,
      clock: 'off',
      hasMailed: false,
    });
    const lines = describeReadiness(all).split('\n');
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines[0]).toBe('Còn 8/8 việc:');
  });
});
