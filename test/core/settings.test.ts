// «Cấu hình» as it is read: of each row what is used, and what is said where that is not what was typed.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { readSettings, type SettingKey, type Settings } from '../../src/core/settings.ts';

const read = (cells: Partial<Record<SettingKey, Cell>>, more: Parameters<typeof readSettings>[2] = {}) => {
  const { settings, findings } = readSettings(new Map(Object.entries(cells)), 2024, more);
  return { settings, said: findings.map(({ column, weight, text }) => `${weight} «${column}» ${text}`) };
};
const block = (label: string, words: string) => [`block «${label}» Cấu hình «${label}»${words}.`];

describe('what nobody has typed is the plan’s own or nothing, and nothing is said', () => {
  const { settings, said } = read({});
  test('no finding', () => expect(said).toEqual([]));
  // Those of the law are in public-holidays.test.ts.
  test('all of it', () =>
    expect(settings).toEqual({
      ...Object.fromEntries(
        [
          ...['commune', 'district', 'planNumber', 'issuingBody', 'standingBody', 'chairmanTitle', 'chairmanName'],
          ...['standingTitle', 'standingName', 'installingAccount', 'chairmanEmail', 'fileId', 'scriptId'],
        ].map((key) => [key, '']),
      ),
      ...Object.fromEntries(
        ['superiorBodies', 'grounds', 'recipients', 'policeAccounts', 'copies', 'leftOutCopies'].map((key) => [
          key,
          [],
        ]),
      ),
      phrases: settings.phrases,
      holidays: settings.holidays,
      planDate: undefined,
      planYear: 2024,
      rules: { deadlineDay: 15, graceDay: 19 },
      typedDays: { deadlineDay: 15, graceDay: 19 },
      ruleRecord: undefined,
      warningDays: 48,
      sendingHour: 7,
      asOf: undefined,
      followUntil: undefined,
      automaticSending: false,
      firstPeriod: undefined,
    }));
});

type Case = readonly [key: SettingKey & keyof Settings, cell: Cell, value: unknown, words?: string];
const DATE = ' phải là ngày, gõ dạng 15/05/2024; đang dùng giá trị mặc định';
const whole = (min: number, max: number) => ` phải là số nguyên từ ${min} đến ${max}; đang dùng giá trị mặc định`;
const LABELS: Partial<Record<SettingKey, string>> = {
  commune: 'Tên xã',
  superiorBodies: 'Kính gửi (cấp trên)',
  planDate: 'Ngày ban hành kế hoạch',
  planYear: 'Năm kế hoạch',
  chairmanEmail: 'E-mail Chủ tịch',
  installingAccount: 'Tài khoản cài đặt',
  policeAccounts: 'Tài khoản Công an xã',
  copies: 'E-mail nhận bản sao',
  warningDays: 'Số ngày cảnh báo sắp đến hạn',
  sendingHour: 'Giờ gửi thư',
  holidays: 'Ngày nghỉ',
  firstPeriod: 'Kỳ báo cáo đầu tiên',
  asOf: 'Ngày tính',
  followUntil: 'Theo dõi đến',
};

describe('one cell', () => {
  test.each([
    ['commune', ' xã  Vân\u00A0Sơn ', 'xã Vân Sơn'],
    ['commune', 'x'.repeat(200), 'x'.repeat(200)],
    ['commune', 'x'.repeat(201), '', ' dài 201 ký tự, nhiều nhất 200; đang dùng để trống'],
    [
      'superiorBodies',
      '- UBND huyện\n - Tổ công tác huyện;Công an huyện\n\n',
      ['UBND huyện', 'Tổ công tác huyện', 'Công an huyện'],
    ],
    ['superiorBodies', 'Một\nHai\nBa', ['Một', 'Hai', 'Ba']],
    ['recipients', '-Như trên', ['-Như trên']],
    ['planDate', 45350, 45350],
    ['planDate', 45350.5, 45350],
    ['planDate', '28/02/2024', undefined, DATE],
    ['asOf', 36525, undefined, DATE],
    ['asOf', 36526, 36526],
    ['asOf', 73415, 73415],
    ['asOf', 73416, undefined, DATE],
    ['followUntil', true, undefined, DATE],
    ['followUntil', ' ', undefined, DATE],
    ['planYear', 2025, 2025],
    ['planYear', 1999, 2024, whole(2000, 2100)],
    ['planYear', 2101, 2024, whole(2000, 2100)],
    ['planYear', '2025', 2024, whole(2000, 2100)],
    ['warningDays', 0, 0],
    ['warningDays', 366, 366],
    ['warningDays', 367, 48, whole(0, 366)],
    ['warningDays', -1, 48, whole(0, 366)],
    ['warningDays', 7.5, 48, whole(0, 366)],
    ['sendingHour', 23, 23],
    ['sendingHour', 24, 7, whole(0, 23)],
    ['automaticSending', true, true],
    ['automaticSending', 'TRUE', false],
    ['automaticSending', 1, false],
    ['firstPeriod', 'Kỳ 05/2024', { year: 2024, month: 5 }],
    ['firstPeriod', '05/2024', undefined, ' phải là kỳ, dạng Kỳ 05/2024; không biết kỳ đầu tiên là kỳ nào'],
    ['chairmanEmail', ' Chu-Tich@Example.vn ', 'chu-tich@example.vn'],
    ['chairmanEmail', 'a@example.vn; b@example.vn', '', ' ghi 2 địa chỉ, chỉ được ghi một; chưa dùng địa chỉ nào'],
    ['chairmanEmail', 'chu-tich', '', ': «chu-tich» không phải địa chỉ e-mail nên không dùng được'],
    ['installingAccount', 'a@example.vn xau', '', ': «a@example.vn xau» có dấu cách trong địa chỉ nên không dùng được'],
    ['policeAccounts', 'a@example.vn\nb@example.vn, A@example.vn', ['a@example.vn', 'b@example.vn']],
    ['policeAccounts', 'a@example.vn\nb', ['a@example.vn'], ': «b» không phải địa chỉ e-mail nên không dùng được'],
    [
      'copies',
      'a@example.vn; van..phong@example.vn',
      ['a@example.vn'],
      ': «van..phong@example.vn» không phải địa chỉ e-mail nên không dùng được',
    ],
  ] satisfies Case[])('%s: %j', (...given) => {
    const [key, cell, value, words] = given as unknown as Case;
    const { settings, said } = read({ [key]: cell });
    expect(settings[key]).toEqual(value);
    expect(said).toEqual(words === undefined ? [] : block(LABELS[key] ?? '', words));
  });
});

describe('holidays', () => {
  const WANTED = ' phải là ngày dạng 30/04/2024 hoặc 13/06–22/06/2024, ngăn bằng dấu chấm phẩy';
  test.each<readonly [Cell, number[], string[]]>([
    ['14/06/2024', [45457], []],
    ['13/06–15/06/2024; 01/07/2024', [45456, 45457, 45458, 45474], []],
    ['14/06/2024; Tết', [45457], block('Ngày nghỉ', `${WANTED} (đang ghi «Tết»); đang dùng giá trị mặc định`)],
  ])('%s', (holidays, days, words) => {
    const { settings, said } = read({ holidays });
    // Those of the law are there besides (public-holidays.test.ts).
    expect(settings.holidays.filter((day) => day >= 45444 && day < 45505)).toEqual(days);
    expect(said).toEqual(words);
  });
});

test('a copy that cannot be written to is named for the mail', () =>
  expect(read({ copies: 'a@example.vn; van..phong@example.vn' }).settings.leftOutCopies).toEqual([
    'van..phong@example.vn (không phải địa chỉ e-mail)',
  ]));

describe('the days of the period', () => {
  const LAST = 'Ngày cuối được chốt';
  test.each<readonly [Cell, Cell, unknown, string[]]>([
    [10, 12, { deadlineDay: 10, graceDay: 12 }, []],
    [2, 3, { deadlineDay: 2, graceDay: 3 }, []],
    [25, 28, { deadlineDay: 25, graceDay: 28 }, []],
    [null, 20, { deadlineDay: 15, graceDay: 20 }, []],
    [15, 15, undefined, block(LAST, ' phải là ngày sau ngày 15; đang dùng ngày 15 và ngày 19')],
    [20, null, undefined, block(LAST, ' phải là ngày sau ngày 20; đang dùng ngày 15 và ngày 19')],
    [1, 19, { deadlineDay: 15, graceDay: 19 }, block('Ngày chốt số liệu', whole(2, 25))],
    [26, 28, { deadlineDay: 15, graceDay: 28 }, block('Ngày chốt số liệu', whole(2, 25))],
    [15, 29, { deadlineDay: 15, graceDay: 19 }, block(LAST, whole(3, 28))],
    [15, 2, { deadlineDay: 15, graceDay: 19 }, block(LAST, whole(3, 28))],
  ])('%j and %j', (deadlineDay, graceDay, typed, words) => {
    const { settings, said } = read({ deadlineDay, graceDay });
    expect(settings.typedDays).toEqual(typed);
    expect(settings.rules).toEqual(typed ?? { deadlineDay: 15, graceDay: 19 });
    expect(said).toEqual(words);
  });
});

describe('a formula, and what there is no room for', () => {
  const FORMULA = ' có công thức nên không dùng được: gõ lại bằng chữ, số hoặc ngày';
  const usual = { commune: 'xã Của Kế hoạch', superiorBodies: 'UBND huyện' };
  test('counts as nothing: the plan’s own words serve, and it is named', () => {
    const { settings, said } = read({ commune: 'xã Khác' }, { formulas: new Set(['commune']), usual });
    expect(settings.commune).toBe('xã Của Kế hoạch');
    expect(said).toEqual(block('Tên xã', FORMULA));
  });
  test('sends to nobody', () => {
    const { settings, said } = read({ chairmanEmail: 'a@example.vn' }, { formulas: new Set(['chairmanEmail']) });
    expect(settings.chairmanEmail).toBe('');
    expect(said).toEqual(block('E-mail Chủ tịch', FORMULA));
  });
  test('too long a list: the plan’s own serves', () => {
    const { settings, said } = read({ superiorBodies: 'x'.repeat(5001) }, { usual });
    expect(settings.superiorBodies).toEqual(['UBND huyện']);
    expect(said).toEqual(block('Kính gửi (cấp trên)', ' dài 5001 ký tự, nhiều nhất 5000; đang dùng «UBND huyện»'));
    expect(read({ superiorBodies: 'x'.repeat(5000) }, { usual }).said).toEqual([]);
  });
});

test('each name and title is read from its own row', () => {
  const keys = [
    'commune',
    'district',
    'planNumber',
    'issuingBody',
    'standingBody',
    'chairmanTitle',
    'chairmanName',
    'standingTitle',
    'standingName',
    'fileId',
    'scriptId',
  ] as const;
  const { settings, said } = read(Object.fromEntries(keys.map((key) => [key, `của ${key}`])));
  expect(said).toEqual([]);
  for (const key of keys) expect(settings[key]).toBe(`của ${key}`);
});
