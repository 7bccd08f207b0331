// «Lịch tự động…»: what will be sent in the next thirty days, and the trigger of the installing account.
import { describe, expect, test } from 'vitest';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { again, alertsOf, lastWords, stageAt, waited } from './played.ts';

const before = stageAt('2024-05-02T08:00');
const TITLE = 'Lịch tự động…';

describe('the days ahead', () => {
  test('as CAX sees them', () => {
    const stage = again(before);
    expect(lastWords(stage.click(stage.police, TITLE))).toBe(
      [
        'Lịch tự động',
        'Lịch tự động chưa bật ở tài khoản này.',
        '30 ngày tới:',
        '07:00 09/05/2024 – Nhắc lần 1 Kỳ 05/2024: tối đa 11 đơn vị còn việc; Công an xã nhận bảng đôn đốc.',
        '07:00 13/05/2024 – Nhắc lần 2 Kỳ 05/2024: tối đa 11 đơn vị còn việc; Công an xã nhận bảng đôn đốc.',
        '07:00 15/05/2024 – Nhắc lần 3 Kỳ 05/2024: tối đa 11 đơn vị còn việc; Công an xã nhận bảng đôn đốc, được báo trước bản tự động.',
        '16:00 15/05/2024 – Báo cáo Kỳ 05/2024 gửi Chủ tịch (chu-tich@example.vn), nếu Công an xã chưa chốt thì bản tự động.',
        '07:00 17/05/2024 – Nhắc lần 4 Kỳ 05/2024: tối đa 11 đơn vị còn việc; Công an xã nhận bảng đôn đốc.',
        '',
        `Lịch chạy ở tài khoản cài đặt ${INSTALLER}; chỉ tài khoản đó bật, tắt được.`,
      ].join('\n'),
    );
  });

  test('with automatic sending off: none', () => {
    const stage = again(before);
    stage.type(stage.police, 'settings', 'automaticSending', 'value', 'FALSE');
    expect(lastWords(stage.click(stage.police, TITLE))).toContain('Không có thư nào trong 30 ngày tới');
    stage.advanceTo('2024-05-09T08:00');
    expect(stage.host.state().outbox).toEqual([]);
  });
});

test('the installing account switches it off and on; a second trigger never stands beside the first', () => {
  const stage = again(before);
  const clocks = () => stage.host.triggers(stage.scriptId).filter(({ owner }) => owner === INSTALLER).length;
  expect(clocks()).toBe(1);
  expect(alertsOf(stage.click(INSTALLER, TITLE))[0]).toContain('Lịch tự động đang bật ở tài khoản này.');
  expect(clocks()).toBe(0);
  stage.advanceTo('2024-05-09T08:00');
  expect(stage.host.state().outbox).toEqual([]);
  stage.click(INSTALLER, TITLE);
  stage.click(INSTALLER, 'Thiết lập ban đầu…');
  expect(clocks()).toBe(1);
  stage.advanceTo('2024-05-09T09:00');
  expect(stage.host.state().outbox.length).toBeGreaterThan(5);
  expect(stage.failures).toEqual([]);
});

test('the clock of a second person sends nothing, and puts the one that does to no sleep', () => {
  const stage = waited(before, '2024-05-15T08:30');
  stage.click(stage.police, 'Tổng hợp báo cáo…');
  const toChairman = () => stage.host.state().outbox.filter(({ to }) => to.includes('chu-tich@example.vn')).length;
  expect(stage.host.run(stage.police, stage.scriptId, 'runClock').kind).toBe('ok');
  expect(toChairman()).toBe(0);
  stage.advanceTo('2024-05-15T08:50');
  expect(toChairman()).toBe(1);
  expect(stage.failures).toEqual([]);
});
