// An installation from end to end with the real clasp against the stand-in of Google: what Google holds afterwards, what the person is told,
// and that nothing is ever made twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/tools/deploy/world.ts';
import { beforePush, installed, made, onStage, SCRIPT, SHEET, writes } from './fixtures.ts';
import { REFUSALS } from './google.ts';
import { codeOf, openStage, type Stage, TITLE } from './stage.ts';

describe.concurrent('with the real clasp', { timeout: 240_000 }, () => {
  test('made but not pushed: the next run pushes and tells what to click; the one after finds nothing to do', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'updateContent' ? REFUSALS.syntax : undefined);
      const broken = await stage.deploy('0.1.0');
      expect(broken.end).toBe('code-refused');
      expect(broken.told).toContain('Tài khoản Google: cai-dat@example.vn');
      expect(broken.told).toContain(`tạo bảng tính mới «${TITLE}»`);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, from: 'nothing' });
      stage.google.faults = () => undefined;

      const first = await stage.deploy('0.1.0');
      expect(first.end).toBe('done');
      expect(first.told).toContain('Phiên bản / version: cài mới 0.1.0 (new)');
      expect(first.told).toContain(`https://docs.google.com/spreadsheets/d/${SHEET}/edit`);
      expect(first.told).toContain('1. Mở bảng tính, chờ thực đơn «Đề án 06»');
      expect(stage.google.sheets.get(SHEET)).toBe(TITLE);
      expect(stage.google.scripts.get(SCRIPT)).toMatchObject({ title: TITLE, parentId: SHEET });
      expect(stage.remote()['main']).toBe(codeOf('0.1.0'));
      expect(JSON.parse(stage.remote()['appsscript'] ?? '')).toMatchObject({ timeZone: 'Asia/Ho_Chi_Minh' });
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET });

      const second = await stage.deploy('0.1.0');
      expect(second.end).toBe('done');
      expect(second.told).toContain('không phải đẩy');
      expect(writes(stage)).toEqual([1, 1, 2]);
    }));

  test('a run with a newer build upgrades, takes away what is not ours, and tells both versions', () =>
    onStage(async (stage) => {
      installed(stage);
      stage.google.scripts.get(SCRIPT)?.files.push({ name: 'Mã', type: 'SERVER_JS', source: 'function la() {}' });
      const { end, told } = await stage.deploy('0.2.0');
      expect(end).toBe('done');
      expect(told).toContain('XÓA tệp lạ trên Google: Mã.js');
      expect(told).toContain('Phiên bản / version: 0.1.0 → 0.2.0');
      expect(told).toContain('Đồng bộ bảng tính…');
      expect(Object.keys(stage.remote())).toEqual(['appsscript', 'main']);
      expect(writes(stage)).toEqual([0, 0, 1]);
    }));

  test('bound by hand through the tracked file; a foreign file goes also where clasp sees nothing to push', () =>
    onStage(async (stage) => {
      installed(stage, '0.2.0', '.clasp.json');
      stage.google.keepsSpelling = true;
      const manifest = readFileSync(new URL('../../../appsscript.json', import.meta.url), 'utf8');
      const files = stage.google.scripts.get(SCRIPT)?.files ?? [];
      files[0] = { name: 'appsscript', type: 'JSON', source: manifest };
      files.push({ name: 'trong', type: 'SERVER_JS', source: '' });
      expect((await stage.deploy('0.2.0')).end).toBe('done');
      expect(Object.keys(stage.remote())).toEqual(['appsscript', 'main']);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET });
    }));

  test('a sheet that is there gets the script', () =>
    onStage(async (stage) => {
      stage.google.sheets.set(SHEET, 'Bảng có sẵn');
      const { end, told } = await stage.deploy('0.1.0', { sheetId: SHEET }, beforePush);
      expect(end).toBe('declined');
      expect(told).toContain('thì DỪNG LẠI, chạy với --script MÃ-TẬP-LỆNH');
      expect(stage.google.scripts.get(SCRIPT)).toMatchObject({ parentId: SHEET });
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, from: 'nothing' });
      expect(made(stage)).toEqual([0, 1]);
    }));

  test('a sheet id Google does not know is refused and not kept', () =>
    onStage(async (stage) => {
      const { end, told } = await stage.deploy('0.1.0', { sheetId: SHEET });
      expect(end).toBe('not-found');
      expect(told).toContain('Google không thấy bảng hoặc chương trình có mã này');
      expect(stage.record()).toEqual({});
    }));

  test.each([
    ['', 'login-unfinished', ['Error 400: admin_policy_enforced', 'Error 400: policy_enforced', 'admin.google.com']],
    ['admin_policy_enforced\n', 'admin-block', ['hai lần dán']],
    ['policy_enforced\n', 'advanced-protection', ['myaccount.google.com/advanced-protection']],
  ] as const)('a login that ends with «%s»: %s, nothing is made', (err, reason, words) =>
    onStage(async (stage) => {
      const logIn = async () => ({ code: 1, out: '', err });
      const { end, told } = await stage.deploy('0.1.0', {}, () => ({ logIn }));
      expect(end).toBe(reason);
      for (const each of words) expect(told).toContain(each);
      expect(writes(stage)).toEqual([0, 0, 0]);
    }, false),
  );

  test('API off: seen before anything is made', () =>
    onStage(async (stage) => {
      stage.google.apiOn = false;
      const { end, told } = await stage.deploy('0.1.0');
      expect(end).toBe('api-off');
      expect(told).toContain('https://script.google.com/home/usersettings');
      expect(told).toContain('clasp: User has not enabled the Apps Script API.');
      expect(writes(stage)).toEqual([0, 0, 0]);
    }));

  test('API off, seen only after the sheet is made: the next run binds to that sheet', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'projects.create' ? REFUSALS.apiOff : undefined);
      const { end, told } = await stage.deploy('0.1.0');
      expect(end).toBe('api-off');
      expect(told).toContain('clasp: User has not enabled the Apps Script API.');
      expect(told).not.toMatch(/clasp:core|_token/u);
      expect(stage.record()).toEqual({ sheetId: SHEET });
      stage.google.faults = () => undefined;
      expect((await stage.deploy('0.1.0', {}, beforePush)).end).toBe('declined');
      expect(stage.google.scripts.get(SCRIPT)).toMatchObject({ parentId: SHEET });
      expect(stage.google.sheets.size).toBe(1);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, from: 'nothing' });
    }));

  test('the answer to a new sheet is lost: no second one is made until a person has looked', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'files.create' ? 'cut after' : undefined);
      const { end, told } = await stage.deploy('0.1.0');
      expect(end).toBe('unsure-sheet');
      expect(told).toContain('chưa rõ Google đã tạo hay chưa');
      expect(told).toContain('clasp: ');
      expect(stage.google.sheets.size).toBe(1);
      const next = await stage.deploy('0.1.0');
      expect(next.end).toBe('unsure-sheet');
      expect(next.told).toContain(TITLE);
      // Both runs say the same: what to look at, and what to type then.
      const advice = (words: string) => words.split('\n').filter((line) => line.includes('--again'));
      expect(advice(next.told)).toEqual(advice(told));
      expect(stage.google.sheets.size).toBe(1);
    }));

  test('Drive is full: nothing was made, and the next run makes it', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'files.create' ? REFUSALS.driveFull : undefined);
      const { end, told } = await stage.deploy('0.1.0');
      expect(end).toBe('drive-full');
      expect(told).toContain('Google Drive của tài khoản cài đặt đã đầy');
      expect(stage.record()).toEqual({});
      stage.google.faults = () => undefined;
      expect((await stage.deploy('0.1.0', {}, beforePush)).end).toBe('declined');
      expect(stage.google.sheets.size).toBe(1);
    }));

  test('the answer to a new script is lost: found by a person, it is taken over', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'projects.create' ? 'cut after' : undefined);
      const cut = await stage.deploy('0.1.0');
      expect(cut.end).toBe('unsure-script');
      expect(cut.told).toContain(SHEET);
      expect(stage.record()).toEqual({ sheetId: SHEET, asked: 'script', title: TITLE });
      stage.google.faults = () => undefined;
      const next = await stage.deploy('0.1.0');
      expect(next.end).toBe('unsure-script');
      expect(next.told).toContain(SHEET);
      expect((await stage.deploy('0.1.0', { scriptId: SCRIPT }, beforePush)).end).toBe('declined');
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, from: 'nothing' });
      expect(stage.google.sheets.size).toBe(1);
    }));

  test('not logged in, nobody there: told how; somebody there: logs in and goes on', () =>
    onStage(async (stage) => {
      const alone = await stage.deploy('0.1.0');
      expect(alone.end).toBe('not-logged-in');
      expect(alone.told).toContain('npx clasp login');
      installed(stage, '0.1.0');
      const logIn = () => stage.google.login().then(() => ({ code: 0, out: '', err: '' }));
      const { end, told } = await stage.deploy('0.2.0', {}, () => ({ logIn, ...beforePush() }));
      expect(end).toBe('declined');
      expect(told).toContain('Mở trình duyệt: chọn tài khoản cài đặt');
      expect(told).toContain('phiên bản: 0.1.0 → 0.2.0');
    }, false));

  test('no home folder: told so, and nobody is sent to a login that would be kept elsewhere', () =>
    onStage(async (stage) => {
      Object.assign(stage.google.env, { HOME: '', USERPROFILE: '' });
      const { end, told } = await stage.deploy('0.1.0', {}, () => ({
        logIn: () => Promise.reject(new Error('asked')),
      }));
      expect(end).toBe('no-home');
      expect(told).toContain('USERPROFILE, hoặc HOME');
      expect(writes(stage)).toEqual([0, 0, 0]);
    }, false));

  test.each([
    [
      'expired',
      'npx clasp login',
      (stage: Stage) => {
        stage.google.faults = (what) => (what === 'token' ? REFUSALS.expired : undefined);
      },
    ],
    [
      'admin-block',
      'nhờ quản trị viên Google Workspace',
      (stage: Stage) => {
        stage.google.faults = (what) => (what === 'token' ? REFUSALS.adminPolicy : undefined);
      },
    ],
    [
      'no-permission',
      'sở hữu bảng',
      (stage: Stage) => {
        stage.google.faults = (what) => (what === 'getContent' ? REFUSALS.noPermission : undefined);
      },
    ],
    [
      'not-found',
      'Kiểm tra lại mã',
      (stage: Stage) => {
        stage.google.scripts.clear();
      },
    ],
    [
      'offline',
      'Kiểm tra mạng Internet',
      (stage: Stage) => {
        stage.google.env['HTTPS_PROXY'] = 'http://127.0.0.1:9';
      },
    ],
    [
      'certificate',
      'NODE_EXTRA_CA_CERTS',
      (stage: Stage) => {
        stage.google.env['NODE_EXTRA_CA_CERTS'] = '';
      },
    ],
  ] as const)('%s: nothing is written', (reason, words, breakIt) =>
    onStage(async (stage) => {
      installed(stage);
      breakIt(stage);
      const { end, told } = await stage.deploy('0.2.0');
      expect(end).toBe(reason);
      expect(told).toContain(words);
      expect(told).toContain(`ERROR (${reason})`);
      expect(writes(stage)).toEqual([0, 0, 0]);
    }),
  );

  test('a push that clasp skips is no push', () =>
    onStage(async (stage) => {
      installed(stage);
      const push = (world: World) => () => world.clasp(['-P', join(stage.root, '.clasp.local.json'), 'push']);
      const { end, told } = await stage.deploy('0.2.0', {}, (world) => ({ push: push(world) }));
      expect(end).toBe('skipped');
      expect(told).toContain('Chưa có gì thay đổi trên Google');
      expect(writes(stage)).toEqual([0, 0, 0]);
    }));

  test('what comes back differs from what was pushed', () =>
    onStage(async (stage) => {
      installed(stage);
      const pushedOver = (world: World) => async () => {
        const said = await world.push();
        stage.google.scripts.get(SCRIPT)?.files.push({ name: 'xen', type: 'SERVER_JS', source: '' });
        return said;
      };
      const { end, told } = await stage.deploy('0.2.0', {}, (world) => ({ push: pushedOver(world) }));
      expect(end).toBe('differs');
      expect(told).toContain('xen.js: tệp lạ trên Google');
    }));

  test('nobody to ask and no --yes: the plan is told, nothing is made', () =>
    onStage(async (stage) => {
      const { end, told } = await stage.deploy('0.1.0', {}, () => ({}), false);
      expect(end).toBe('no-answer');
      expect(told).toContain('Sẽ làm:');
      expect(writes(stage)).toEqual([0, 0, 0]);
      expect(stage.record()).toBeUndefined();
    }));
});

test('the stand-in notices what it does not know', async () => {
  const stage = await openStage();
  stage.google.unexpected.push('GET somewhere');
  await expect(stage.end()).rejects.toThrow('GET somewhere');
});
