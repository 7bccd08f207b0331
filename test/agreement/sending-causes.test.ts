// The red line of «Tổng hợp» and core/sending-causes.ts: one list of causes, the same words, on the same cells (issue 14 «Deliver» 3).
import { describe, expect, test } from 'vitest';
import { at, dayOf, readIsoDate } from '../../src/core/calendar.ts';
import type { Cell } from '../../src/core/cell.ts';
import {
  mailPromise,
  OTHER_MAIL,
  requestPromise,
  type SendingCause,
  sendingCauses,
} from '../../src/core/sending-causes.ts';
import { readSettings } from '../../src/core/settings.ts';
import { CLOCK_LINES } from '../../src/sheet/layout/controls.ts';
import { buildWorkbook } from './evaluated-workbook.ts';

const TODAY = '2024-05-15';
/** The engine's clock stands at noon. */
const now = at(readIsoDate(TODAY) ?? 0, 12);
const GOOD = {
  automaticSending: true as Cell,
  followUntil: dayOf(2024, 12, 31) as Cell,
  chairmanEmail: 'chu-tich@example.vn' as Cell,
  lastClockRun: at(dayOf(2024, 5, 15), 0, 7) as Cell,
  mailTrouble: null as Cell,
};

const REMINDER = 'Nhắc đơn vị (Ban Tư pháp): Invalid email';
const UNADDRESSED = 'Thư Chủ tịch Kỳ 05/2024 – bản 1: chưa có E-mail Chủ tịch ở tab Cấu hình';

const cases: readonly [string, Partial<typeof GOOD>, SendingCause[]][] = [
  ['all well', {}, []],
  [
    'no last day, an address in capitals with blanks around',
    { followUntil: null, chairmanEmail: ' CT@Example.vn ' },
    [],
  ],
  ['the last day itself', { followUntil: dayOf(2024, 5, 15) }, []],
  ['switched off', { automaticSending: false }, ['off']],
  ['the tick box is empty', { automaticSending: null }, ['off']],
  ['a word in the tick box', { automaticSending: 'có' }, ['off']],
  ['the last day is past', { followUntil: dayOf(2024, 5, 14) }, ['over']],
  ['no address', { chairmanEmail: null }, ['noChairman']],
  ['a name for an address', { chairmanEmail: 'Chủ tịch xã' }, ['noChairman']],
  ['an address without its end', { chairmanEmail: 'chu-tich@example' }, ['noChairman']],
  ['a blank in the address', { chairmanEmail: 'chu tich@example.vn' }, ['noChairman']],
  ['it never ran', { lastClockRun: null }, ['neverRan']],
  ['it did not run today', { lastClockRun: at(dayOf(2024, 5, 14), 23, 50) }, ['asleep']],
  ['mail is refused', { mailTrouble: 'Thư Chủ tịch: Service error: Gmail' }, ['refused']],
  ['mail waits for an address, and the clock has not come since it is there', { mailTrouble: UNADDRESSED }, []],
  ['mail waits for an address', { mailTrouble: UNADDRESSED, chairmanEmail: null }, ['noChairman']],
  ['only a unit’s reminder is refused', { mailTrouble: REMINDER }, []],
  [
    'everything at once',
    { automaticSending: false, followUntil: dayOf(2024, 4, 30), chairmanEmail: '', lastClockRun: null },
    ['off', 'over', 'noChairman', 'neverRan'],
  ],
];

const book = buildWorkbook(TODAY, {});

const causesOf = ({ lastClockRun, mailTrouble, ...cells }: typeof GOOD, clockAccount?: string, moment = now) => {
  const { settings } = readSettings(new Map(Object.entries({ ...cells, installingAccount: 'moi@example.vn' })), 2024);
  return sendingCauses({ settings, lastClockRun, mailTrouble, clockAccount, now: moment });
};

describe('the core and the red line name the same causes in the same words', () => {
  test.each(cases)('%s', (_, change, causes) => {
    const cells = { ...GOOD, ...change };
    const found = causesOf(cells);
    expect(found.map(({ cause }) => cause)).toEqual(causes);
    const setting = (row: string, value: Cell) => ({ tab: 'settings', column: 'value', row, value });
    const line = (row: string, value: Cell) => ({ tab: 'controls', column: 'outcome', row, value });
    book.put([
      setting('automaticSending', cells.automaticSending),
      setting('followUntil', cells.followUntil),
      setting('chairmanEmail', cells.chairmanEmail),
      line(CLOCK_LINES.heartbeat, cells.lastClockRun),
      line(CLOCK_LINES.mailTrouble, cells.mailTrouble),
    ]);
    const other = cells.mailTrouble === REMINDER ? `${OTHER_MAIL}${REMINDER}.` : '';
    expect(book.at('board', 1, 0) ?? '').toBe(causes.length === 0 ? other : mailPromise(found));
  });
});

describe('what no formula sees', () => {
  test('the account that was named has not taken the clock over', () => {
    expect(causesOf(GOOD, 'cu@example.vn').map(({ what }) => what)).toEqual([
      '«Tài khoản cài đặt» nay là moi@example.vn nhưng tài khoản đó chưa bật lịch tự động',
    ]);
    expect(causesOf(GOOD, 'moi@example.vn')).toEqual([]);
  });
  test('in the first hour of a day yesterday’s run counts', () => {
    const ran = { ...GOOD, lastClockRun: at(dayOf(2024, 5, 14), 0, 7) };
    expect(causesOf(ran, undefined, at(dayOf(2024, 5, 15), 0, 59))).toEqual([]);
    expect(causesOf(ran, undefined, at(dayOf(2024, 5, 15), 1, 1))).toHaveLength(1);
  });
});

test('a promise is made only where nothing holds; a request waits for the clock alone', () => {
  expect(mailPromise([])).toBe('Hệ thống gửi thư cho Chủ tịch trong khoảng 10 phút.');
  const off = causesOf({ ...GOOD, automaticSending: false });
  expect(mailPromise(off)).toMatch(/^Hiện hệ thống KHÔNG tự gửi được thư cho Chủ tịch: «Tự động gửi»/u);
  expect(requestPromise(off)).toContain('trong khoảng 10 phút');
  expect(requestPromise(causesOf({ ...GOOD, lastClockRun: null }))).toContain('lịch tự động chưa chạy lần nào');
});
