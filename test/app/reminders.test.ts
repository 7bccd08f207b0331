// The clock writes to units and to CAX on the days of the calendar, once each; what CAX asks for in «Điều khiển» is done and
// answered; a clock that fails says so, and not to the chairman.
import { describe, expect, test } from 'vitest';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, lastWords, rowsOf, stageAt, valueAt, waited } from './played.ts';

const VP = 'vp@example.vn';
const TP = 'tp@example.vn';

const before = stageAt('2024-05-02T08:00');

const mails = (stage: Stage) => stage.host.state().outbox.map(({ to, cc, subject, at }) => ({ to, cc, subject, at }));
const toward = (stage: Stage, address: string) => mails(stage).filter(({ to }) => to.includes(address));
const tick = (stage: Stage, user: string, deed: string) =>
  expect(stage.type(user, 'controls', deed, 'tick', 'TRUE').kind).toBe('accepted');

describe('reminders', () => {
  test('the 9th: every unit with something to do gets one mail, CAX one about all; nobody gets a second', () => {
    const stage = waited(before, '2024-05-09T06:50');
    expect(mails(stage)).toEqual([]);
    stage.advanceTo('2024-05-09T07:30');
    expect(toward(stage, TP)).toEqual([
      expect.objectContaining({ cc: [], subject: '[ĐA06] Còn 5 ngày: 08 nhiệm vụ chưa cập nhật tháng 5/2024' }),
    ]);
    expect(toward(stage, stage.police).map(({ subject }) => subject)).toEqual([
      '[ĐA06] Còn 5 ngày: 09 nhiệm vụ chưa cập nhật tháng 5/2024',
      '[ĐA06] Tháng 5/2024: 10 đơn vị còn thiếu',
    ]);
    const count = mails(stage).length;
    stage.advanceTo('2024-05-12T23:00');
    expect(mails(stage).length).toBe(count);
    expect(stage.failures).toEqual([]);
  });

  test('a unit that has reported everything is not reminded of it again; after the 15th CAX reads along, then it stops', () => {
    const stage = again(before);
    stage.type('th@example.vn', 'tasks', 'IV.40', 'state', 'Đang thực hiện');
    stage.advanceTo('2024-05-13T07:30');
    expect(toward(stage, 'th@example.vn').length).toBeLessThanOrEqual(1);
    expect(toward(stage, 'th@example.vn').map(({ subject }) => subject)).not.toContainEqual(
      expect.stringContaining('chưa cập nhật'),
    );
    stage.advanceTo('2024-05-15T07:30');
    const late = toward(stage, TP).pop();
    expect(late?.subject).toBe('[ĐA06] Đã quá hạn báo cáo: 08 nhiệm vụ chưa cập nhật tháng 5/2024');
    expect(late?.cc).toEqual([stage.police]);
    expect(toward(stage, stage.police).pop()?.subject).toBe(
      '[ĐA06] Trước 16 giờ hôm nay cần tổng hợp tháng 5/2024: 09 đơn vị còn thiếu',
    );
    stage.advanceTo('2024-05-31T23:00');
    expect(toward(stage, TP).map(({ at }) => at.slice(0, 10))).toEqual([
      '2024-05-09',
      '2024-05-13',
      '2024-05-15',
      '2024-05-17',
    ]);
    expect(stage.failures).toEqual([]);
  });

  test('a unit without an address is named to CAX with a text for Zalo', () => {
    const stage = again(before);
    stage.type(stage.police, 'units', 'TP', 'emails', '');
    stage.advanceTo('2024-05-09T07:30');
    expect(toward(stage, TP)).toEqual([]);
    const digest = stage.host.state().outbox.find(({ subject }) => subject.includes('10 đơn vị còn thiếu'));
    expect(digest?.body).toContain('Chưa có e-mail nhận nhắc: Ban Tư pháp.');
    expect(digest?.body).toMatch(
      /TIN ZALO SOẠN SẴN\n\[Đề án 06\] Đến 07:\d\d 09\/05\/2024: 00\/10 đơn vị đã báo cáo đủ/u,
    );
  });

  test('a quota used up half-way: the rest leaves the next day, nobody twice', () => {
    const early = waited(before, '2024-05-09T06:50');
    const stage = again(early, ({ accounts, clock }) => {
      const account = accounts[INSTALLER];
      if (account) account.mail = { since: clock, recipients: 96 };
    });
    stage.advanceTo('2024-05-09T23:50');
    expect(mails(stage).length).toBe(4);
    stage.advanceTo('2024-05-10T12:00');
    const all = mails(stage).filter(({ subject }) => subject.includes('chưa cập nhật'));
    expect(new Set(all.map(({ to }) => to.join())).size).toBe(all.length);
    expect(all.length).toBe(10);
  });

  test('a run that dies at a mail: the next ones look after it, and nobody is forgotten', () => {
    const stage = again(before, (state) => {
      state.clock += 7 * 86_400_000 - 70 * 60_000;
    });
    let seen = 0;
    const end = stage.host.intercept(({ service, method }) => {
      if (service !== 'MailApp' || method !== 'sendEmail') return undefined;
      seen += 1;
      return seen === 1 ? { die: true } : undefined;
    });
    stage.advanceTo('2024-05-09T07:40');
    end();
    // The claim stood, so nobody can know whether the mail has left: it says so.
    expect(mails(stage).filter(({ subject }) => subject.includes('(gửi lại)')).length).toBe(1);
    expect(mails(stage).length).toBe(11);
    expect(new Set(mails(stage).map(({ to, subject }) => `${to.join()} ${subject}`)).size).toBe(11);
  });

  test('a file set up after the 9th has not missed it', () => {
    const late = stageAt('2024-05-10T08:00');
    late.advanceTo('2024-05-12T12:00');
    expect(mails(late)).toEqual([]);
    late.advanceTo('2024-05-13T07:30');
    expect(toward(late, TP).length).toBe(1);
  });
});

describe('«Điều khiển»', () => {
  test('CAX closes by a tick, from a phone; the answer stands in the row, the mail follows', () => {
    const stage = again(before);
    stage.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
    stage.advanceTo('2024-05-15T08:00');
    tick(stage, stage.police, 'Xem trước báo cáo');
    stage.advanceTo('2024-05-15T08:20');
    tick(stage, stage.police, 'Tổng hợp báo cáo');
    stage.advanceTo('2024-05-15T08:40');
    expect(rowsOf(stage, 'ledger', ['period', 'version', 'closedBy'])).toEqual([
      { period: 'Kỳ 05/2024', version: 1, closedBy: 'Công an xã (tab Điều khiển)' },
    ]);
    expect(valueAt(stage, 'controls', 'Tổng hợp báo cáo', 'tick')).toBe(false);
    expect(valueAt(stage, 'controls', 'Tổng hợp báo cáo', 'outcome')).toContain('Đã chốt bản 1.');
    expect(toward(stage, 'chu-tich@example.vn').length).toBe(1);
    expect(stage.failures).toEqual([]);
  });

  test('a unit can tick nothing', () => {
    const stage = again(before);
    expect(stage.type(TP, 'controls', 'Tổng hợp báo cáo', 'tick', 'TRUE').kind).toBe('refused');
  });

  test('«Gửi thử cho tôi» goes to the one who asked, marked, and counts as nothing', () => {
    const stage = waited(before, '2024-05-15T08:30');
    stage.click(stage.police, 'Tổng hợp báo cáo…');
    stage.advanceTo('2024-05-15T09:00');
    expect(lastWords(stage.click(stage.police, 'Gửi thử cho tôi'))).toContain('Đã ghi yêu cầu');
    stage.advanceTo('2024-05-15T09:30');
    expect(toward(stage, stage.police).pop()?.subject).toContain('[GỬI THỬ] [ĐA06] Tháng 5/2024');
    expect(valueAt(stage, 'controls', 'Gửi thử cho tôi', 'outcome')).toContain(`tới ${stage.police}`);
    expect(toward(stage, 'chu-tich@example.vn').length).toBe(1);
  });

  test('who ticks nobody knows: every account of CAX gets the mail, and one that cannot be sent does not hide the other', () => {
    const two = again(before);
    two.type(INSTALLER, 'settings', 'policeAccounts', 'value', `${two.police}, cax2@example.vn`);
    two.advanceTo('2024-05-03T08:00');
    const stage = again(two, ({ accounts, clock }) => {
      const account = accounts[INSTALLER];
      if (account) account.mail = { since: clock, recipients: 99 };
    });
    const count = mails(stage).length;
    tick(stage, stage.police, 'Xem trước thư');
    stage.advanceTo('2024-05-03T08:20');
    expect(
      mails(stage)
        .slice(count)
        .map(({ to }) => to),
    ).toEqual([[stage.police]]);
    const outcome = String(valueAt(stage, 'controls', 'Xem trước thư', 'outcome'));
    expect(outcome).toContain('Google không cho biết ai đánh dấu');
    expect(outcome).toMatch(
      /tới cax@example\.vn; Chủ tịch không nhận\. Chưa chốt gì\. Hết hạn mức .*không tự gửi lại/su,
    );
  });

  test('«Gửi Chủ tịch» sends no second time, «Nhắc đơn vị» no second time a day, «Kiểm tra dữ liệu» leaves its list', () => {
    const stage = waited(before, '2024-05-15T08:30');
    stage.click(stage.police, 'Tổng hợp báo cáo…');
    stage.advanceTo('2024-05-15T09:00');
    tick(stage, stage.police, 'Gửi Chủ tịch');
    stage.click(stage.police, 'Nhắc đơn vị…');
    tick(stage, stage.police, 'Kiểm tra dữ liệu');
    stage.advanceTo('2024-05-15T09:40');
    expect(valueAt(stage, 'controls', 'Gửi Chủ tịch', 'outcome')).toContain('đã gửi trước đó');
    expect(toward(stage, 'chu-tich@example.vn').length).toBe(1);
    expect(valueAt(stage, 'controls', 'Nhắc đơn vị', 'outcome')).toMatch(
      /hôm nay đã nhắc lúc 07:\d\d nên không nhắc lại: Công an xã, /u,
    );
    expect(valueAt(stage, 'controls', 'Kiểm tra dữ liệu', 'outcome')).toContain('Danh sách ở tab Kiểm tra.');
    const count = mails(stage).length;
    tick(stage, stage.police, 'Nhắc đơn vị');
    stage.advanceTo('2024-05-15T14:00');
    expect(mails(stage).length).toBe(count);
    expect(stage.failures).toEqual([]);
  });
});

test('a clock that fails three times on end writes to CAX and the installing account, once a day, not to the chairman', () => {
  const stage = waited(before, '2024-05-03T00:10');
  const end = stage.host.intercept(({ service, method, functionName }) =>
    functionName === 'runClock' && service === 'Sheets.Spreadsheets' && method === 'get'
      ? { failBefore: new Error('Service Spreadsheets timed out while accessing document with id X.') }
      : undefined,
  );
  stage.advanceTo('2024-05-03T23:50');
  end();
  const [mail, ...more] = mails(stage);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('[ĐA06][LỖI] việc định kỳ');
  expect([...(mail?.to ?? []), ...(mail?.cc ?? [])].sort()).toEqual([INSTALLER, stage.police].sort());
  stage.failures.length = 0;
  stage.advanceTo('2024-05-09T07:30');
  expect(toward(stage, TP).length).toBe(1);
  expect(stage.failures).toEqual([]);
});
