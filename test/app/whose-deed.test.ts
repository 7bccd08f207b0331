// Everybody who may edit the file sees the menu. Who clicks a use case that is not his is told so before he is asked anything, and before Google
// is asked for more rights than it has been given: the first click Google asks at by itself, and no program comes before it.
import { describe, expect, test } from 'vitest';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, stageAt } from './played.ts';

const VP = 'vp@example.vn';
const AUTH = 'https://www.googleapis.com/auth/';
/** What a careful person lets a menu have: the sheet it stands in, its words, who clicks. No mail, no Drive, no clock. */
const CAREFUL = ['spreadsheets', 'script.container.ui', 'userinfo.email'].map((scope) => AUTH + scope);
const NOT_YOURS = 'Việc này dành cho tài khoản Công an xã hoặc tài khoản cài đặt';

const DEEDS = [
  'Tổng hợp báo cáo…',
  'Xem trước thư',
  'Đính chính kỳ trước…',
  'Báo cáo đột xuất…',
  'Gửi thử cho tôi',
  'Gửi Chủ tịch',
  'Nhắc đơn vị…',
  'Kiểm tra dữ liệu',
  'Đồng bộ bảng tính…',
  'Thiết lập ban đầu…',
  'Lịch tự động…',
  'Tự kiểm trên Google…',
];

/** One click of somebody who has granted these scopes. */
function click({ host, fileId, scriptId }: Stage, user: string, item: string, scopes: readonly string[]) {
  host.open(user, fileId);
  host.grant(user, scriptId, scopes);
  return host.click(user, fileId, ['Đề án 06', item], ({ buttons }) => (buttons === 'YES_NO' ? 'NO' : 'OK'));
}

describe('plain way', () => {
  const stage = stageAt('2024-05-14T08:00');

  test.each(DEEDS)('%s: a unit is told whose it is, once, and asked for nothing', (item) => {
    const one = again(stage);
    const outcome = click(one, VP, item, CAREFUL);
    expect(outcome.kind).toBe('ok');
    expect(alertsOf(outcome)).toEqual([expect.stringContaining(`${NOT_YOURS} (xem tab Cấu hình)`)]);
    expect(lastWords(outcome)).toContain('Đơn vị nhập thẳng vào tab Nhiệm vụ, không cần thực đơn này');
    expect(lastWords(outcome)).toContain(VP);
  });

  test('CAX with the same scopes alone is asked for the others', () => {
    expect(click(again(stage), stage.police, 'Kiểm tra dữ liệu', CAREFUL)).toMatchObject({ kind: 'consent' });
  });

  test('«Giới thiệu» is everybody’s', () => {
    const one = again(stage);
    expect(lastWords(one.click(VP, 'Giới thiệu (phiên bản 0.2.0)'))).toContain('Theo dõi Đề án 06');
  });

  test('without the right to know who clicks nobody is judged: Google asks for it', () => {
    expect(click(again(stage), VP, 'Kiểm tra dữ liệu', CAREFUL.slice(0, 2))).toMatchObject({ kind: 'consent' });
  });

  test('an account written into «Cấu hình» a moment ago is no stranger, though the kept list has not heard of it', () => {
    const one = again(stage);
    one.type(INSTALLER, 'settings', 'policeAccounts', 'value', `${one.police}, ${VP}`);
    expect(click(one, VP, 'Kiểm tra dữ liệu', CAREFUL)).toMatchObject({ kind: 'consent' });
  });

  test('who handed the file over may still end the clock he holds', () => {
    const one = again(stage);
    one.type(INSTALLER, 'settings', 'installingAccount', 'value', VP);
    one.advanceTo('2024-05-14T08:30');
    expect(lastWords(one.click(INSTALLER, 'Lịch tự động…'))).toContain(`Tắt lịch của ${INSTALLER}?`);
  });
});
