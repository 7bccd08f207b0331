// «Thiết lập ban đầu…» as whoever installs meets it, from an empty file to a list without open lines; and what keeps two scripts or an old
// program from working at one sheet.

import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../src/node/host.ts';
import { SCHEMA } from '../../src/sheet/migrations.ts';
import { bundleAddin } from '../../src/tools/build/bundle.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { again, alertsOf, lastWords, stageAt, valueAt } from './played.ts';

/** As long as Google's own. */
const OTHER_SCRIPT = '1'.repeat(57);
const MENU = ['Đề án 06', 'Thiết lập ban đầu…'];

describe('an empty file', () => {
  test('one menu item, consent, a preview, the list of what is missing, a mail to oneself', async () => {
    const { code, manifest } = await bundleAddin(ROOT);
    const host = createNodeHost({ clock: '2024-04-15T08:00', seed: 1 });
    const fileId = host.createSpreadsheet(INSTALLER, 'Đề án 06');
    const scriptId = host.bindScript(INSTALLER, fileId, { code, manifest: JSON.parse(manifest) });
    expect(host.open(INSTALLER, fileId).menus).toEqual([
      { kind: 'menu', caption: 'Đề án 06', items: [{ kind: 'item', caption: MENU[1], functionName: 'setUp' }] },
    ]);
    expect(host.click(INSTALLER, fileId, MENU).kind).toBe('consent');
    host.grant(INSTALLER, scriptId, 'all');
    const outcome = host.click(INSTALLER, fileId, MENU, ({ buttons }) => (buttons === 'YES_NO' ? 'YES' : 'OK'));
    expect(outcome.kind).toBe('ok');
    const [preview = '', list = '', end = ''] = alertsOf(outcome);
    expect(preview).toContain('Thêm: Tab «Nhiệm vụ»');
    expect(list).toContain('☐ Tab Cấu hình: ghi Tài khoản Công an xã, E-mail Chủ tịch');
    expect(list).toContain('✓ Lịch tự động đang bật');
    expect(list).toContain('☐ Gửi một thư thử tới tài khoản cài đặt');
    expect(list).toContain(`Gửi thư thử tới ${INSTALLER}, chỉ địa chỉ này`);
    expect(end).toContain('Đã gửi thư thử.');
    const mails = host.state().outbox;
    expect(mails.map(({ to, cc }) => [...to, ...(cc ?? [])])).toEqual([[INSTALLER]]);
    expect(mails[0]?.body).toContain('ghi Tài khoản Công an xã, E-mail Chủ tịch');
    expect(mails[0]?.body).not.toContain('Gửi một thư thử');

    // Once more: the same list without the mail's line, and no second mail.
    const second = host.click(INSTALLER, fileId, MENU, ({ buttons }) => (buttons === 'YES_NO' ? 'YES' : 'OK'));
    expect(lastWords(second)).toContain('✓ Đã gửi được thư thử');
    expect(lastWords(second)).toContain('bấm lại Thiết lập ban đầu');
    expect(host.state().outbox.length).toBe(1);
    expect(host.triggers(scriptId).length).toBe(1);
  });
});

describe('a sheet that is set up', () => {
  const stage = stageAt('2024-04-15T08:00');

  test('with every account filled in only Đầu mối and the mail are left', () => {
    const { click } = again(stage);
    const [, list = ''] = alertsOf(click(INSTALLER, 'Thiết lập ban đầu…', ['OK', 'NO']));
    const open = list.split('\n').filter((line) => line.startsWith('☐'));
    expect(open).toEqual([
      expect.stringMatching(/^☐ Tab Nhiệm vụ: chọn Đầu mối cho \d+ dòng \(/u),
      '☐ Gửi một thư thử tới tài khoản cài đặt',
    ]);
  });

  test('the sheet says which script keeps its clock; the clock of another one does nothing', () => {
    expect(valueAt(stage, 'settings', 'scriptId', 'value')).toBe(stage.scriptId);
    const other = again(stage);
    other.type(INSTALLER, 'settings', 'scriptId', 'value', OTHER_SCRIPT);
    const before = other.host.state().log.length;
    // Its midnight brings the day's copies of what was typed: not by this script.
    other.advanceTo('2024-04-16T01:00');
    expect(
      other.host
        .state()
        .log.slice(before)
        .filter(({ method }) => method === 'batchUpdate'),
    ).toEqual([]);
    expect(lastWords(other.click(stage.police, 'Kiểm tra dữ liệu'))).toContain('thuộc về một tập lệnh khác');
    const [told] = other.host.state().outbox;
    expect(told).toMatchObject({ to: [INSTALLER], subject: expect.stringContaining('[LỊCH DỪNG]') });
    expect(told?.body).toContain('«Mã tập lệnh» ở tab Cấu hình là mã của một tập lệnh khác');
    other.advanceTo('2024-04-16T23:00');
    expect(other.host.state().outbox.length).toBeLessThanOrEqual(2);
    // Whoever installs takes it over, after a question.
    const words = alertsOf(other.click(INSTALLER, 'Thiết lập ban đầu…'));
    expect(words.join('\n')).toContain('đang giao cho một tập lệnh khác');
    expect(valueAt(other, 'settings', 'scriptId', 'value')).toBe(stage.scriptId);
  });

  test('a sheet of before the numbers is brought forward by a sync, and says so', () => {
    const old = again(stage);
    for (const key of ['schema', 'scriptId']) old.type(INSTALLER, 'settings', key, 'value', '');
    const [preview = ''] = alertsOf(old.click(old.police, 'Đồng bộ bảng tính…'));
    expect(preview).toContain('Sửa: Nâng mẫu bảng lên 2');
    expect(preview).toContain('Nâng mẫu bảng lên 4');
    // In the words of «Cấu hình», never by its inner keys.
    expect(preview).toContain(`Tab «Cấu hình», «Phiên bản mẫu bảng», cột «Giá trị»: (trống) → «${SCHEMA}»`);
    expect(preview).not.toMatch(/scriptId|schema/u);
    expect(valueAt(old, 'settings', 'schema', 'value')).toBe(SCHEMA);
    expect(lastWords(old.click(old.police, 'Đồng bộ bảng tính…'))).toContain('Bảng đã đúng');
  });

  test('a newer sheet is not touched by any deed, and the clock tells the installing account', () => {
    const newer = again(stage);
    newer.type(INSTALLER, 'settings', 'schema', 'value', '99');
    const before = newer.host.state().log.length;
    for (const item of ['Đồng bộ bảng tính…', 'Kiểm tra dữ liệu', 'Thiết lập ban đầu…', 'Tổng hợp báo cáo…'])
      expect(lastWords(newer.click(newer.police, item))).toContain('do bản chương trình mới hơn dựng');
    newer.advanceTo('2024-04-15T10:00');
    expect(
      newer.host
        .state()
        .log.slice(before)
        .filter(({ method }) => method === 'batchUpdate'),
    ).toEqual([]);
    expect(newer.host.state().outbox.map(({ subject }) => subject)).toEqual([expect.stringContaining('[LỖI]')]);
  });
});

describe('without dialogs: ticks in «Điều khiển»', () => {
  const stage = stageAt('2024-05-14T22:00');
  const PREVIEW = 'Xem trước đồng bộ';
  const SYNC = 'Đồng bộ theo bản đã xem';
  const answerTo = (of: typeof stage, deed: string, until: string): string => {
    of.type(of.police, 'controls', deed, 'tick', 'TRUE');
    of.advanceTo(until);
    return String(valueAt(of, 'controls', deed, 'outcome'));
  };

  test('a sync asked for unseen shows first; asked for again it does what was shown', () => {
    const broken = again(stage);
    const { sheetId, row } = broken.locate('tasks', 'II.25', 'state');
    const range = { sheetId, dimension: 'ROWS' as const, startIndex: row, endIndex: row + 1 };
    broken.host.batchUpdateAs(INSTALLER, broken.fileId, [{ deleteDimension: { range } }]);
    expect(answerTo(broken, SYNC, '2024-05-14T22:20')).toContain('Chưa xem trước lần nào, nên chưa sửa gì.');
    expect(valueAt(broken, 'tasks', 'II.25', 'content')).toBeNull();
    expect(answerTo(broken, SYNC, '2024-05-14T22:40')).toMatch(/Đã đồng bộ: \d+ thay đổi đã xem trước\./u);
    expect(valueAt(broken, 'tasks', 'II.25', 'content')).not.toBeNull();
    expect(answerTo(broken, PREVIEW, '2024-05-14T23:00')).toContain('Bảng đã đúng');
    expect(broken.failures).toEqual([]);
  });

  test('ticked together with its preview it is shown, and done at the next asking', () => {
    const broken = again(stage);
    broken.type(INSTALLER, 'settings', 'commune', 'label', 'Tên khác');
    broken.type(broken.police, 'controls', PREVIEW, 'tick', 'TRUE');
    expect(answerTo(broken, SYNC, '2024-05-14T22:20')).toContain('Chưa xem trước lần nào, nên chưa sửa gì.');
    expect(valueAt(broken, 'settings', 'commune', 'label')).toBe('Tên khác');
    expect(answerTo(broken, SYNC, '2024-05-14T22:40')).toContain('Đã đồng bộ: 1 thay đổi đã xem trước.');
  });

  test('what came after the preview is shown before it is done', () => {
    const broken = again(stage);
    broken.type(INSTALLER, 'settings', 'commune', 'label', 'Tên khác');
    expect(answerTo(broken, PREVIEW, '2024-05-14T22:20')).toMatch(/1 thay đổi\. Đọc tab Xem trước/u);
    broken.type(INSTALLER, 'settings', 'district', 'label', 'Tên khác nữa');
    expect(answerTo(broken, SYNC, '2024-05-14T22:40')).toContain('Bảng đã khác lúc xem trước, nên chưa sửa gì.');
    expect(valueAt(broken, 'settings', 'commune', 'label')).toBe('Tên khác');
    expect(answerTo(broken, SYNC, '2024-05-14T23:00')).toContain('Đã đồng bộ: 2 thay đổi');
    expect(valueAt(broken, 'settings', 'commune', 'label')).toBe('Tên xã');
  });

  test('a tick by hand is not taken for the one whose name an earlier request of the menu has left', () => {
    const asked = again(stage);
    asked.click(asked.police, 'Nhắc đơn vị…');
    asked.advanceTo('2024-05-14T22:20');
    expect(valueAt(asked, 'controls', 'Nhắc đơn vị', 'askedBy')).toBe(asked.police);
    asked.type(INSTALLER, 'controls', 'Nhắc đơn vị', 'tick', 'TRUE');
    asked.advanceTo('2024-05-14T22:40');
    expect(valueAt(asked, 'controls', 'Nhắc đơn vị', 'outcome')).toMatch(/^22:[23]/u);
    // Google has named nobody, so onEdit has written whose tick it may be; an account it is not.
    expect(valueAt(asked, 'controls', 'Nhắc đơn vị', 'askedBy')).toBe('Công an xã (đánh dấu)');
  });

  test('a closing can be looked at before it is asked for', () => {
    const asked = again(stage);
    const words = answerTo(asked, 'Xem trước báo cáo', '2024-05-14T22:20');
    expect(words).toContain('Xem trước Kỳ 05/2024');
    expect(words).toContain('Đơn vị còn thiếu (');
    asked.advanceTo('2024-05-15T00:20');
    const due = answerTo(asked, 'Xem trước báo cáo', '2024-05-15T00:40');
    expect(due).toContain('Đồng ý thì đánh dấu «Tổng hợp báo cáo».');
    expect(due).not.toContain('?');
  });
});
