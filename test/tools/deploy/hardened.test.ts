// The hardened way from end to end: two scripts, changes of way, a second machine that knows nothing, ids in one another's place.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../../../src/tools/deploy/halt.ts';
import { RECORD } from '../../../src/tools/deploy/record.ts';
import type { World } from '../../../src/tools/deploy/world.ts';
import { ALONE, hardenedElsewhere, installed, made, onStage, SCRIPT, SHEET, writes } from './fixtures.ts';
import { PLAIN_MANIFEST, type Stage, TITLE } from './stage.ts';

/** The scopes of the sheet's script, short. */
function scopesOf({ google }: Stage): string[] {
  const files = google.scripts.get(SCRIPT)?.files ?? [];
  const { oauthScopes } = JSON.parse(files.find(({ name }) => name === 'appsscript')?.source ?? '{}');
  return oauthScopes.map((scope: string) => scope.replace('https://www.googleapis.com/auth/', ''));
}
const NARROW = ['spreadsheets.currentonly', 'script.container.ui', 'userinfo.email'];

describe.concurrent('with the real clasp', { timeout: 600_000 }, () => {
  test('hardened: two scripts that know of one another; run again, nothing to do; the plain words are gone from the sheet', () =>
    onStage(async (stage) => {
      const { end, told } = await stage.harden('0.1.0');
      expect(end).toBe('done');
      const [bound, standalone, ...others] = [...stage.google.scripts.entries()];
      expect(others).toEqual([]);
      expect(bound?.[1].parentId).toBe(SHEET);
      expect(standalone?.[1].parentId).toBeUndefined();
      expect(standalone?.[1].title).toBe(`${TITLE} – tập lệnh riêng`);
      const codeIn = (script: typeof bound) => script?.[1].files.find(({ name }) => name === 'main')?.source ?? '';
      expect(codeIn(bound)).toContain(`\nvar MA_TAP_LENH_RIENG = "${standalone?.[0]}";`);
      expect(codeIn(bound)).toContain(`\nvar MA_BANG = "${SHEET}";`);
      expect(codeIn(standalone)).toContain(`\nvar MA_BANG = "${SHEET}";`);
      expect(codeIn(bound)).not.toContain('MailApp');
      expect(told).toContain(`Tập lệnh riêng / standalone script: https://script.google.com/d/${standalone?.[0]}/edit`);
      expect(told).toContain('chọn hàm setUp');
      expect(stage.record()).toEqual({ scriptId: bound?.[0], sheetId: SHEET, way: 'hardened' });
      expect(stage.standaloneRecord()).toEqual({ scriptId: standalone?.[0] });

      const second = await stage.harden('0.1.0');
      expect(second.end).toBe('done');
      expect(second.told).toContain('không phải đẩy');
      expect(writes(stage)).toEqual([1, 2, 2]);
    }));

  test('a sheet of the plain way is hardened: the old clock comes once more, the narrow manifest follows; what to revoke is told until a run has ended well', () =>
    onStage(async (stage) => {
      installed(stage, '0.1.0', RECORD, PLAIN_MANIFEST);
      const scopes = () => scopesOf(stage);
      const REVOKE = '1. Bằng tài khoản cài đặt mở https://script.google.com/home/triggers';
      // Broken while it waits: nothing the old clock has no consent for is there yet.
      const broken = await stage.harden('0.1.0', {}, () => ({ wait: () => Promise.reject(new CommandError('cut')) }));
      expect(broken.end).toBe('cut');
      expect(broken.told).toContain('ĐỔI CÁCH CÀI');
      expect(broken.told).toContain('giữa chừng chờ 12 phút');
      expect(broken.told).not.toContain(REVOKE);
      expect(scopes()).toEqual(['script.container.ui', 'userinfo.email']);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, way: 'hardened', from: 'plain' });

      const { end, told } = await stage.harden('0.1.0');
      expect(end).toBe('done');
      expect(stage.waited).toEqual([12]);
      expect(told).toContain(REVOKE);
      expect(told.indexOf('myaccount.google.com/connections: xóa')).toBeLessThan(told.indexOf('chọn hàm setUp'));
      expect(scopes()).toEqual(NARROW);
      expect(made(stage)).toEqual([0, 1]);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, way: 'hardened' });

      const again = await stage.harden('0.1.0');
      expect(again.told).toContain('không phải đẩy');
      expect(again.told).not.toContain(REVOKE);
      expect(stage.waited).toEqual([12]);
      // Somebody has put the plain script back: it may have been consented to since.
      installed(stage, '0.1.0', 'unread.json', PLAIN_MANIFEST);
      expect((await stage.harden('0.1.0')).told).toContain(REVOKE);
    }));

  test('the answer to the standalone script is lost: none is made again until a person has looked', () =>
    onStage(async (stage) => {
      installed(stage);
      stage.google.faults = (what) => (what === 'projects.create' ? 'cut after' : undefined);
      expect((await stage.harden('0.1.0')).end).toBe('unsure-standalone');
      stage.google.faults = () => undefined;
      const unsure = await stage.harden('0.1.0');
      expect(unsure.end).toBe('unsure-standalone');
      expect(unsure.told).toContain(`${TITLE} – tập lệnh riêng`);
      const [, standaloneId = ''] = [...stage.google.scripts.keys()];
      expect((await stage.harden('0.1.0', { standaloneId })).end).toBe('done');
      expect(made(stage)).toEqual([0, 1]);
    }));

  test('a second machine brings a hardened sheet up to date with --script alone: it stays hardened, nothing is made', () =>
    onStage(async (stage) => {
      await hardenedElsewhere(stage);
      const { end, told } = await stage.deploy('0.2.0', { scriptId: SCRIPT });
      expect(end).toBe('done');
      expect(told).toContain('đang cài theo CÁCH CHẶT: giữ cách đó');
      // Who runs setUp in a script that is not theirs gives it every consent: said before the question and after the command.
      expect(told.split('lấy từ mã trong bảng')).toHaveLength(3);
      expect(scopesOf(stage)).toEqual(NARROW);
      expect(made(stage)).toEqual([0, 0]);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, way: 'hardened' });
      expect(stage.standaloneRecord()).toEqual({ scriptId: ALONE });
    }));

  test('--hardened --script --sheet there: the other script is the one the sheet’s code names', () =>
    onStage(async (stage) => {
      await hardenedElsewhere(stage);
      const { end, told } = await stage.harden('0.1.0', { scriptId: SCRIPT, sheetId: SHEET });
      expect(end).toBe('done');
      expect(told).toContain('không phải đẩy');
      expect(made(stage)).toEqual([0, 0]);
    }));

  test('back to the plain way from a second machine: said, the answer of the push lost, and told again until it has ended well', () =>
    onStage(async (stage) => {
      await hardenedElsewhere(stage);
      const lost = (world: World) => ({
        push: () => world.push().then(() => ({ code: 1, out: '', err: 'socket hang up' })),
      });
      const broken = await stage.deploy('0.1.0', { scriptId: SCRIPT }, lost, true, { plain: true });
      expect(broken.end).toBe('cut');
      expect(broken.told).toContain('ĐỔI CÁCH CÀI về cách thường');
      expect(broken.told).toContain(`turnClockOff ở tập lệnh riêng https://script.google.com/d/${ALONE}/edit`);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, from: 'hardened' });

      // Google has taken it: nothing is left to push, and what is to be clicked is told all the same, also without --plain.
      const { end, told } = await stage.deploy('0.1.0');
      expect(end).toBe('done');
      expect(told).toContain('không phải đẩy');
      expect(told).toContain('việc đổi từ cách chặt về cách thường chưa xong');
      expect(told).toContain(`Mở tập lệnh riêng cũ (https://script.google.com/d/${ALONE}/edit), chạy turnClockOff`);
      expect(told).toContain('đồng ý giao lịch tự động cho chương trình trong bảng');
      expect(scopesOf(stage)).toHaveLength(6);

      const third = await stage.deploy('0.1.0');
      expect(third.told).not.toContain('turnClockOff');
      const { told: status } = await stage.status('0.1.0');
      expect(status).toContain(`Mở tập lệnh riêng cũ (https://script.google.com/d/${ALONE}/edit), chạy turnClockOff`);
    }));

  test.each<[string, { scriptId?: string; standaloneId?: string; sheetId?: string }, string]>([
    ['the sheet’s script is the other one', { scriptId: ALONE }, 'là TẬP LỆNH RIÊNG của cách chặt'],
    ['a sheet the code does not name', { scriptId: SCRIPT, sheetId: `${SHEET}0` }, '(--sheet)'],
  ])('ids that do not belong together, %s: refused, nothing is written', (_title, wanted, words) =>
    onStage(async (stage) => {
      await hardenedElsewhere(stage);
      const { end, told } = await stage.deploy('0.2.0', wanted);
      expect(end).toBe('mismatch');
      expect(told).toContain(words);
      expect(writes(stage)).toEqual([0, 0, 0]);
      expect(stage.record()).toBeUndefined();
    }),
  );

  test('a new year’s sheet, the old year’s other script still recorded: its code is not replaced', () =>
    onStage(async (stage) => {
      await hardenedElsewhere(stage, '0.1.0', `${SHEET}-nam-truoc`);
      const { end, told } = await stage.harden('0.1.0', { sheetId: SHEET, standaloneId: ALONE });
      expect(end).toBe('mismatch');
      expect(told).toContain('đổi tên tệp đó');
      expect(writes(stage)).toEqual([0, 0, 0]);
    }));

  test('a script this account may not see is named', () =>
    onStage(async (stage) => {
      await hardenedElsewhere(stage);
      stage.google.scripts.delete(ALONE);
      const { end, told } = await stage.deploy('0.2.0', { scriptId: SCRIPT });
      expect(end).toBe('not-found');
      expect(told).toContain(`https://script.google.com/d/${ALONE}/edit`);
    }));
});

test('the records of both scripts stay out of the repository', () => {
  expect(readFileSync(new URL('../../../.gitignore', import.meta.url), 'utf8')).toContain(`${RECORD}*`);
});
