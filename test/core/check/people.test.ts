import { describe, expect, test } from 'vitest';
import { at, dayOf } from '../../../src/core/calendar.ts';
import { checkPeople, type People } from '../../../src/core/check/people.ts';

const now = at(dayOf(2024, 5, 14), 9);
const unit = { name: 'Ban Tư pháp', accounts: 'tp@example.vn', emails: 'tp.nhac@example.vn', reporting: 'có dòng' };
const GOOD: People = {
  settings: {
    installingAccount: 'cai-dat@example.vn',
    policeAccounts: ['cax@example.vn'],
    chairmanEmail: 'chu-tich@example.vn',
    automaticSending: true,
    followUntil: undefined,
    copies: ['pho-chu-tich@example.vn'],
    scriptId: 'S',
  },
  scriptId: 'S',
  units: [unit, { name: 'Ngân hàng', accounts: null, emails: null, reporting: 'chỉ phối hợp' }],
  owner: 'cai-dat@example.vn',
  editors: ['cax@example.vn', 'tp@example.vn', 'pho-chu-tich@example.vn', 'tp.nhac@example.vn'],
  unseenSharing: '',
  brokenProtections: [],
  foreignProtections: [],
  lastClockRun: at(dayOf(2024, 5, 14), 0, 7),
  mailTrouble: null,
  clockAccount: undefined,
  now,
};

const told = (change: Partial<People>) =>
  checkPeople({ ...GOOD, ...change }).map(({ weight, place, column, text }) =>
    [weight, [place, column].filter(Boolean).join(', '), text].join(' | '),
  );

const cases: readonly [string, Partial<People>, string[]][] = [
  ['all well', {}, []],
  ['letter case of addresses', { editors: ['CAX@example.vn', 'TP@Example.vn'] }, []],
  [
    'a unit without account',
    { units: [unit, { ...unit, name: 'Trạm Y tế', accounts: '' }] },
    ['note | Đơn vị Trạm Y tế | Chưa có tài khoản để nhập, các dòng của đơn vị đang mở cho mọi người sửa.'],
  ],
  [
    'no address',
    { units: [unit, { ...unit, name: 'Trạm Y tế', accounts: 'trạm y tế' }] },
    ['note | Đơn vị Trạm Y tế | «trạm y tế» không phải địa chỉ tài khoản.'],
  ],
  [
    'accounts not shared',
    { editors: [] },
    [
      'note | cax@example.vn (tài khoản Công an xã) | Chưa được chia sẻ tệp với quyền chỉnh sửa.',
      'note | tp@example.vn (Ban Tư pháp) | Chưa được chia sẻ tệp với quyền chỉnh sửa.',
    ],
  ],
  [
    'an account of CAX that is a unit’s too: once',
    { units: [unit, { ...unit, name: 'Công an xã', accounts: 'CAX@example.vn' }], editors: ['tp@example.vn'] },
    ['note | cax@example.vn (tài khoản Công an xã) | Chưa được chia sẻ tệp với quyền chỉnh sửa.'],
  ],
  [
    'an editor in no list',
    { editors: [...GOOD.editors, 'la@example.vn'] },
    ['note | la@example.vn | Sửa được tệp nhưng chưa có trong tab Đơn vị hay Cấu hình.'],
  ],
  [
    'nobody to tell, nobody to close',
    { settings: { ...GOOD.settings, policeAccounts: [], chairmanEmail: '' }, editors: ['tp@example.vn'] },
    [
      'block | Cấu hình, Tài khoản Công an xã | Chưa có tài khoản được chốt báo cáo.',
      'block | Cấu hình, E-mail Chủ tịch | «E-mail Chủ tịch» ở tab Cấu hình để trống hoặc ghi chưa đúng.',
    ],
  ],
  ['the clock ran today', { lastClockRun: now }, []],
  [
    'the clock stands',
    { lastClockRun: at(dayOf(2024, 5, 12), 23, 50) },
    ['block | Lịch tự động | Lịch tự động không chạy từ sau ngày 12/05/2024.'],
  ],
  ['the clock never ran', { lastClockRun: null }, ['block | Lịch tự động | Lịch tự động chưa chạy lần nào.']],
  [
    'what else keeps mail from leaving (rule 6.12)',
    {
      settings: { ...GOOD.settings, automaticSending: false, followUntil: dayOf(2024, 4, 30) },
      mailTrouble: 'Thư Chủ tịch Kỳ 05/2024: Service error: Gmail',
      clockAccount: 'cu@example.vn',
    },
    [
      'note | Cấu hình, Tự động gửi | «Tự động gửi» ở tab Cấu hình đang tắt.',
      'block | Cấu hình, Theo dõi đến | Đã qua ngày «Theo dõi đến» (30/04/2024).',
      'block | Lịch tự động | «Tài khoản cài đặt» nay là cai-dat@example.vn nhưng tài khoản đó chưa bật lịch tự động.',
      'block | Thư | Có thư chưa gửi được (Thư Chủ tịch Kỳ 05/2024: Service error: Gmail).',
    ],
  ],
  [
    'protections of ours',
    { brokenProtections: ['Nhập liệu I.01 – I.03 [da06:tasks:state:I.01]', 'Nhập liệu II.04', 'Chỉ tiêu'] },
    ['note | Vùng bảo vệ | 3 vùng bị mất hoặc bị sửa: «Nhập liệu I.01 – I.03» và 2 vùng nữa.'],
  ],
  [
    'protections of others',
    {
      foreignProtections: [
        { title: 'Nhiệm vụ', area: 'F2:F10', description: 'của\ntôi', shutsOut: ['cax@example.vn'] },
        { title: 'Lịch sử', area: '', description: '', shutsOut: ['cai-dat@example.vn', 'cax@example.vn'] },
        { title: 'Đơn vị', area: 'A1', description: 'không vướng ai', shutsOut: [] },
      ],
    },
    [
      'block | Tab Nhiệm vụ, F2:F10 | Có vùng bảo vệ khác «của tôi» mà cax@example.vn không sửa được.',
      'block | Tab Lịch sử | Có vùng bảo vệ khác mà cai-dat@example.vn, cax@example.vn không sửa được.',
    ],
  ],
];

describe('rights and people', () => {
  test.each(cases)('%s', (_, change, expected) => expect(told(change)).toEqual(expected));
});
