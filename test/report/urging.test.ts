// Golden mails of urging: a unit's reminder before and after the deadline, CAX's digest, its warning, the mail of an error.
// Changed only on purpose: UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/report/urging.test.ts
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../../src/core/calendar.ts';
import { PLAN_RULES, windowOf } from '../../src/core/period.ts';
import { reportOf } from '../../src/core/report/making.ts';
import { viewTask } from '../../src/core/task.ts';
import { type RemindedUnit, type UrgedUnit, urgingOf, wantsMail } from '../../src/core/urging.ts';
import { chairmanMail } from '../../src/report/chairman-mail.ts';
import { digestMail, errorMail, type PoliceFacts } from '../../src/report/police-mail.ts';
import { type UrgingFacts, unitMail } from '../../src/report/unit-mail.ts';
import { LONGEST_ZALO, zaloReminder, zaloReport } from '../../src/report/zalo.ts';
import { MAY as MAY_VIEW } from '../core/task-row.ts';
import { goldenIn } from '../golden.ts';
import { facts as chairmanFacts, day, MAY, mayInput, mayRows } from './sample.ts';

const golden = goldenIn(new URL('golden/', import.meta.url), 'reminders');
const SHEET = 'https://docs.google.com/spreadsheets/d/mau/edit';

const units: RemindedUnit[] = [...new Set(mayRows.map(({ accountable }) => accountable))].flatMap((name, i) =>
  typeof name === 'string' && name !== ''
    ? [{ code: `U${i}`, name, emails: i % 4 === 3 ? null : `u${i}@example.vn`, reminded: 'Có' }]
    : [],
);

function urgingOn(iso: string) {
  const today = day(iso);
  const view = { ...MAY_VIEW, period: MAY, asOf: today };
  return urgingOf(
    mayRows.map((row) => viewTask(row, view)),
    units,
    MAY,
    today,
  );
}

const facts = (round: number): UrgingFacts => ({
  commune: 'xã Vân Sơn',
  standingBody: 'Công an xã',
  replyTo: 'congan@example.vn',
  window: windowOf(MAY, PLAN_RULES),
  round,
  resend: false,
  hrefOf: (code) => `${SHEET}#gid=1001&range=A${Number(code.split('.')[1]) + 1}`,
  viewOf: (unit) => `${SHEET}#gid=1001&fvid=20${unit.slice(1)}`,
});
const policeFacts = (round: number, now: number): PoliceFacts => ({
  ...facts(round),
  sheetUrl: SHEET,
  now,
  lastDay: day('2024-05-14'),
  blocking: 3,
  failed: [],
  missing: '',
  unasked: [],
  held: '',
});

test('of an empty row the mail says that choosing Kỳ báo cáo reports nothing', () => {
  if (!lateUnit) throw new Error('the sample has no unit to urge');
  const task = { code: 'II.05', content: 'Rà soát' };
  const missing = [
    { ...task, blank: true as const },
    { ...task, code: 'II.06' },
  ];
  const { text } = unitMail({ ...lateUnit, missing }, late, facts(3));
  expect(text).toContain('Dòng chưa ghi gì (01: II.05): chọn Tình trạng; chỉ chọn Kỳ báo cáo thì chưa tính');
});

test('a row given too late is no reproach; one not open yet says so', () => {
  if (!lateUnit) throw new Error('the sample has no unit to urge');
  const given = [
    { code: 'II.05', content: 'Rà soát' },
    { code: 'II.06', content: 'Rà soát', shutOut: true as const },
  ];
  const { subject, text } = unitMail({ ...lateUnit, missing: [], dueSoon: [], overdue: [], given }, late, facts(3));
  expect(subject).toBe('[ĐA06] 02 nhiệm vụ mới giao');
  expect(text).toContain('giao sau kỳ nhắc nên kỳ này không tính thiếu, không tính chậm');
  expect(text).toContain('Chưa gõ được (II.06): chờ Công an xã Đồng bộ bảng tính');
  expect(text).not.toMatch(/quá hạn/iu);
  const rows = mayRows.map((row) => ({ ...row, letIn: '*' }));
  const [first] = rows.filter(({ accountable }) => typeof accountable === 'string');
  const today = day('2024-05-09');
  const urge = (letIn: string) => {
    const shown = rows.map((row) =>
      viewTask(row === first ? { ...row, letIn } : row, { ...MAY_VIEW, period: MAY, asOf: today }),
    );
    return urgingOf(shown, units, MAY, today).shutOut.map(({ code }) => code);
  };
  expect([urge('*'), urge(String(first?.accountable)), urge('Ai đó')]).toEqual([[], [], [first?.code]]);
});

const early = urgingOn('2024-05-09');
const late = urgingOn('2024-05-15');
const busiest = (list: readonly UrgedUnit[]) =>
  [...list].sort(
    (a, b) =>
      b.missing.length * 10 +
      b.dueSoon.length +
      b.overdue.length -
      (a.missing.length * 10 + a.dueSoon.length + a.overdue.length),
  )[0];
const someUnit = busiest(early.units.filter(({ dueSoon, overdue }) => dueSoon.length + overdue.length > 0));
const lateUnit = busiest(late.units);
if (!someUnit || !lateUnit) throw new Error('the sample has no unit to urge');

const mails = {
  'reminder-early': unitMail(someUnit, early, facts(1)),
  'reminder-late': unitMail(lateUnit, late, { ...facts(3), resend: true }),
  digest: digestMail(early, policeFacts(1, at(day('2024-05-09'), 7, 5))),
  warning: digestMail(late, {
    ...policeFacts(3, at(day('2024-05-15'), 7, 5)),
    automaticAt: at(day('2024-05-15'), 16),
    failed: ['Ban Tư pháp: Invalid email'],
  }),
  error: errorMail({
    commune: 'xã Vân Sơn',
    now: at(day('2024-05-15'), 9, 10),
    deed: 'việc định kỳ',
    words: 'Service Spreadsheets timed out while accessing document.',
    sheetUrl: SHEET,
    programVersion: '0.1.0',
  }),
};

describe('golden mails', () => {
  test.each(Object.entries(mails))('%s', (name, { subject, html, text }) => {
    golden(`${name}.html`, html);
    golden(`${name}.txt`, `${subject}\n\n${text}`);
    expect(subject.length).toBeLessThanOrEqual(100);
    expect(new TextEncoder().encode(html).length).toBeLessThan(100_000);
    expect(html).not.toMatch(/<img|https?:\/\/(?!docs\.google\.com)/u);
  });
});

test('the version of the program is told to those who look after it, and to nobody else', () => {
  const { error, ...others } = mails;
  expect(error.text).toContain('Phần mềm 0.1.0');
  for (const { text } of [...Object.values(others), chairmanMail(reportOf(mayInput), chairmanFacts)])
    expect(text).not.toMatch(/Phần mềm|Hạn mức/u);
});

test('a deadline that is only expected makes nobody late', () => {
  const missing = [
    { code: 'V.49', content: 'Theo lộ trình', due: day('2024-04-30'), daysLeft: -9, expected: true as const },
  ];
  const { text } = unitMail({ ...someUnit, missing, dueSoon: [], overdue: [] }, early, facts(1));
  expect(text).toContain('dự kiến 30/04, đã quá thời gian dự kiến (không tính quá hạn)');
  expect(text).not.toMatch(/quá 9 ngày/u);
});

test('a warning promises bản 0’s mail only where nothing holds it, and says what does', () => {
  const held = 'Hiện hệ thống KHÔNG tự gửi được thư cho Chủ tịch: «Tự động gửi» đang tắt (bật lại ở tab Cấu hình).';
  const warned = { ...policeFacts(3, at(day('2024-05-15'), 7, 5)), automaticAt: at(day('2024-05-15'), 16) };
  const [promised, holding] = ['', held].map((words) => digestMail(late, { ...warned, held: words }).text);
  expect(promised).toContain('«TỰ ĐỘNG – CHƯA CHỐT» và gửi Chủ tịch; hiện 02 đơn vị còn thiếu.');
  expect(holding).toContain(`«TỰ ĐỘNG – CHƯA CHỐT»; hiện 02 đơn vị còn thiếu. ${held}`);
});

describe('who gets a mail', () => {
  const unit: UrgedUnit = { ...someUnit, missing: [], dueSoon: [], overdue: [] };
  const one = [{ code: 'I.01', content: 'x' }];
  test.each<[string, Partial<UrgedUnit>, number, boolean]>([
    ['nothing to do', {}, 1, false],
    ['something due soon, on the first day', { dueSoon: one }, 1, true],
    ['something due soon, on the second', { dueSoon: one }, 2, false],
    ['something overdue, on the first', { overdue: one }, 1, true],
    ['rows missing, on any', { missing: one }, 4, true],
    ['rows missing, asked for by CAX', { missing: one }, 45423, true],
    ['taken off the list', { missing: one, reminded: false }, 1, false],
  ])('%s', (_, parts, round, expected) => expect(wantsMail({ ...unit, ...parts }, round)).toBe(expected));
});

test('every row of a unit that is owed and not reported is named to it, and nobody else’s', () => {
  for (const { name, missing } of early.units) {
    const own = new Set(mayRows.filter((row) => row.accountable === name).map(({ code }) => code));
    expect(missing.every(({ code }) => own.has(code))).toBe(true);
  }
});

describe('texts for Zalo', () => {
  test('a reminder says who is awaited, until when and where', () => {
    const text = zaloReminder({
      period: MAY,
      now: at(day('2024-05-13'), 14),
      lastDay: day('2024-05-14'),
      owing: 11,
      missing: ['Ban Tư pháp', 'Trường THCS Vân Sơn'],
      sheetUrl: SHEET,
      standingBody: 'Công an xã',
    });
    expect(text).toBe(
      `[Đề án 06] Đến 14:00 13/05/2024: 09/11 đơn vị đã báo cáo đủ tháng 5/2024. Còn: Ban Tư pháp, Trường THCS Vân Sơn. Đề nghị cập nhật trước 24 giờ ngày 14/05 tại: ${SHEET} . Vướng mắc liên hệ Công an xã.`,
    );
  });

  test('a report of May', () => {
    expect(zaloReport(reportOf(mayInput), SHEET)).toMatch(/^\[Đề án 06\] Báo cáo tháng 5\/2024: đơn vị báo cáo đủ /u);
  });

  test('six hundred characters at most, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 120 }), { maxLength: 60 }), (missing) => {
        const text = zaloReminder({
          period: MAY,
          now: at(day('2024-05-13'), 14),
          lastDay: day('2024-05-14'),
          owing: 60,
          missing,
          sheetUrl: SHEET,
          standingBody: 'Công an xã',
        });
        expect(text.length).toBeLessThanOrEqual(LONGEST_ZALO);
      }),
    );
  });
});
