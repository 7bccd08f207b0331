// The deed from end to end with the real clasp against the stand-in of Google: what Google holds afterwards, what the person is told,
// and that nothing is ever made twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/local/node/deploy/halt.ts';
import { RECORD } from '../../../src/local/node/deploy/record.ts';
import type { World } from '../../../src/local/node/deploy/world.ts';
import { REFUSALS } from './google.ts';
import { codeOf, openStage, PLAIN_MANIFEST, type Stage, TITLE } from './stage.ts';

const SHEET = `sheet-1-${'x'.repeat(30)}`;
const SCRIPT = `script-1-${'y'.repeat(40)}`;

async function onStage(play: (stage: Stage) => Promise<void>, isLoggedIn = true): Promise<void> {
  const stage = await openStage();
  try {
    if (isLoggedIn) await stage.google.login();
    await play(stage);
  } finally {
    await stage.end();
  }
}

/** A script of ours already there, as after a run on this checkout. */
function installed({ google, root }: Stage, version = '0.1.0', record = RECORD, manifest = '{}'): void {
  google.sheets.set(SHEET, TITLE);
  const files = [
    { name: 'appsscript', type: 'JSON', source: manifest },
    { name: 'main', type: 'SERVER_JS', source: codeOf(version) },
  ];
  google.scripts.set(SCRIPT, { title: TITLE, parentId: SHEET, files });
  writeFileSync(join(root, record), JSON.stringify({ scriptId: SCRIPT, parentId: SHEET, rootDir: 'dist' }));
}

/** Ends a run where it would push: for what is decided before that. */
const beforePush = (): Partial<World> => ({ push: () => Promise.reject(new Halt('declined')) });

const made = ({ google }: Stage) => [google.count('files.create'), google.count('projects.create')];
const writes = (stage: Stage) => [...made(stage), stage.google.count('updateContent')];

describe.concurrent('with the real clasp', { timeout: 240_000 }, () => {
  test('made but not pushed: the next run pushes and tells what to click; the one after finds nothing to do', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'updateContent' ? REFUSALS.syntax : undefined);
      const broken = await stage.deploy('0.1.0');
      expect(broken.end).toBe('code-refused');
      expect(broken.told).toContain('Tài khoản Google: cai-dat@example.vn');
      expect(broken.told).toContain(`tạo bảng tính mới «${TITLE}»`);
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET });
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

  test('bound by hand through the tracked file; a stranger goes also where clasp sees nothing to push', () =>
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
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET });
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
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET });
    }));

  test('the answer to a new sheet is lost: no second one is made until a person has looked', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'files.create' ? 'cut after' : undefined);
      const { end, told } = await stage.deploy('0.1.0');
      expect(end).toBe('cut');
      expect(told).toContain('chưa rõ Google đã làm hay chưa');
      expect(stage.google.sheets.size).toBe(1);
      const next = await stage.deploy('0.1.0');
      expect(next.end).toBe('unsure-sheet');
      expect(next.told).toContain(TITLE);
      expect(stage.google.sheets.size).toBe(1);
    }));

  test('the answer to a new script is lost: found by a person, it is taken over', () =>
    onStage(async (stage) => {
      stage.google.faults = (what) => (what === 'projects.create' ? 'cut after' : undefined);
      expect((await stage.deploy('0.1.0')).end).toBe('cut');
      expect(stage.record()).toEqual({ sheetId: SHEET, asked: 'script', title: TITLE });
      stage.google.faults = () => undefined;
      const next = await stage.deploy('0.1.0');
      expect(next.end).toBe('unsure-script');
      expect(next.told).toContain(SHEET);
      expect((await stage.deploy('0.1.0', { scriptId: SCRIPT }, beforePush)).end).toBe('declined');
      expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET });
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

  test(
    'a sheet of the plain way is hardened: the old clock comes once more, the narrow manifest follows; what to revoke is told until a run has ended well',
    () =>
      onStage(async (stage) => {
        installed(stage, '0.1.0', RECORD, PLAIN_MANIFEST);
        const scopes = (): string[] => {
          const files = stage.google.scripts.get(SCRIPT)?.files ?? [];
          const { oauthScopes } = JSON.parse(files.find(({ name }) => name === 'appsscript')?.source ?? '{}');
          return oauthScopes.map((scope: string) => scope.replace('https://www.googleapis.com/auth/', ''));
        };
        const REVOKE = '1. Bằng tài khoản cài đặt mở https://script.google.com/home/triggers';
        // Broken while it waits: nothing the old clock has no consent for stands there yet.
        const broken = await stage.harden('0.1.0', {}, () => ({ wait: () => Promise.reject(new Halt('cut')) }));
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
        expect(scopes()).toEqual(['spreadsheets.currentonly', 'script.container.ui', 'userinfo.email']);
        expect(made(stage)).toEqual([0, 1]);
        expect(stage.record()).toEqual({ scriptId: SCRIPT, sheetId: SHEET, way: 'hardened' });

        const again = await stage.harden('0.1.0');
        expect(again.told).toContain('không phải đẩy');
        expect(again.told).not.toContain(REVOKE);
        expect(stage.waited).toEqual([12]);
        // Somebody has put the plain script back: it may have been consented to since.
        installed(stage, '0.1.0', 'unread.json', PLAIN_MANIFEST);
        expect((await stage.harden('0.1.0')).told).toContain(REVOKE);
        // Four whole deployments with the real clasp.
      }),
    600_000,
  );

  test('the answer to the standalone script is lost: none is made again until a person has looked', () =>
    onStage(async (stage) => {
      installed(stage);
      stage.google.faults = (what) => (what === 'projects.create' ? 'cut after' : undefined);
      expect((await stage.harden('0.1.0')).end).toBe('cut');
      stage.google.faults = () => undefined;
      const unsure = await stage.harden('0.1.0');
      expect(unsure.end).toBe('unsure-standalone');
      expect(unsure.told).toContain(`${TITLE} – tập lệnh riêng`);
      const [, standaloneId = ''] = [...stage.google.scripts.keys()];
      expect((await stage.harden('0.1.0', { standaloneId })).end).toBe('done');
      expect(made(stage)).toEqual([0, 1]);
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
  stage.google.strangers.push('GET somewhere');
  await expect(stage.end()).rejects.toThrow('GET somewhere');
});
