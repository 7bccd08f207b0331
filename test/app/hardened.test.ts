// The hardened way on the local host: a bound script that only asks, and a standalone one of the commune's account that does everything. The
// same sheet, closings and mails as in the plain way; what changes is whose rights any code has.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import type { Host } from '../../src/host/host.ts';
import type { Answers, Outcome } from '../../src/host/run.ts';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import type { TabKey } from '../../src/sheet/tab-ids.ts';
import { bundleAddin, bundleHardened } from '../../src/tools/build/bundle.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { parting } from '../../src/tools/build/manifests.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER, policeAccount } from '../../src/tools/month/cast.ts';
import { deployHardened, pushBoth } from '../../src/tools/month/deployed.ts';
import { locator } from '../../src/tools/month/locate.ts';
import { again, alertsOf, lastWords, rowsOf, stageAt, valueAt } from './played.ts';

const SEEDS = checkSeeds(join(ROOT, 'seeds'));
const PLAN = resolvePlan(SEEDS);
const POLICE = policeAccount(SEEDS);
const VP = 'vp@example.vn';
const AUTH = 'https://www.googleapis.com/auth/';
const NARROW = ['spreadsheets.currentonly', 'script.container.ui', 'userinfo.email'].map((scope) => AUTH + scope);

const yes: Answers = ({ buttons }) => (buttons === 'YES_NO' ? 'YES' : 'OK');

interface Hardened {
  readonly host: Host;
  readonly fileId: string;
  readonly bound: string;
  readonly standalone: string;
}

const build: Parameters<typeof deployHardened>[0] = (target) => bundleHardened(ROOT, target);

/** Two scripts of an empty file, as `npm run deploy -- --hardened` leaves them. */
async function deployed(clock: string): Promise<Hardened> {
  const world = await deployHardened(build, { seeds: SEEDS, clock, tell: () => {} });
  return { host: world.host, fileId: world.fileId, bound: world.scriptId, standalone: world.editorScriptId };
}

function inEditor({ host, standalone }: Hardened, functionName: string): string {
  let outcome = host.run(INSTALLER, standalone, functionName);
  if (outcome.kind === 'consent') {
    host.grant(INSTALLER, standalone, 'all');
    outcome = host.run(INSTALLER, standalone, functionName);
  }
  expect(outcome.kind).toBe('ok');
  return outcome.printed.join('\n');
}

function click({ host, fileId, bound }: Hardened, user: string, item: string, answers: Answers = yes): Outcome {
  host.open(user, fileId);
  const outcome = host.click(user, fileId, ['Đề án 06', item], answers);
  if (outcome.kind !== 'consent') return outcome;
  host.grant(user, bound, 'all');
  return host.click(user, fileId, ['Đề án 06', item], answers);
}

function type<T extends TabKey>(
  { host, fileId }: Hardened,
  user: string,
  tab: T,
  row: string,
  column: ColumnKey<T>,
  text: string,
) {
  return host.type(user, fileId, locator(host, INSTALLER, fileId, PLAN)(tab, row, column), text);
}

/** The installing account fills in accounts, the units' rights are set. */
function made(world: Hardened): Hardened {
  inEditor(world, 'setUp');
  type(world, INSTALLER, 'settings', 'policeAccounts', 'value', POLICE);
  type(world, INSTALLER, 'settings', 'chairmanEmail', 'value', CHAIRMAN);
  for (const unit of castOf(SEEDS)) type(world, INSTALLER, 'units', unit.code, 'accounts', accountOf(unit));
  inEditor(world, 'setUp');
  inEditor(world, 'syncSheet');
  return world;
}

describe('from two scripts and an empty file', () => {
  test('before the set-up the menu says where it is done; it is done in the editor, and says what is missing', async () => {
    const world = await deployed('2024-04-15T08:00');
    const { host, fileId, standalone } = world;
    const [menu] = host.open(INSTALLER, fileId).menus;
    expect(menu?.kind === 'menu' && menu.items.map((item) => 'caption' in item && item.caption)).toEqual([
      'Thiết lập ban đầu…',
    ]);
    expect(lastWords(click(world, INSTALLER, 'Thiết lập ban đầu…'))).toContain(`/d/${standalone}/edit`);
    const words = inEditor(world, 'setUp');
    expect(words).toContain('Đã dựng bảng.');
    expect(words).toContain('☐ Tab Cấu hình: ghi Tài khoản Công an xã, E-mail Chủ tịch');
    expect(host.triggers(standalone).map(({ owner }) => owner)).toEqual([INSTALLER]);
    expect(host.state().outbox.map(({ to }) => to)).toEqual([[INSTALLER]]);
    expect(valueAt(world, 'settings', 'scriptId', 'value')).toBe(standalone);

    // Once more: nothing is built twice, nobody is written to twice.
    expect(inEditor(world, 'setUp')).not.toContain('Đã dựng bảng.');
    expect(host.state().outbox.length).toBe(1);
    expect(host.triggers(standalone).length).toBe(1);

    // Typed over by a slip, the file is not taken for a copy, nor the clock for another script's.
    for (const key of ['fileId', 'scriptId']) type(world, INSTALLER, 'settings', key, 'value', 'nhầm');
    expect(inEditor(world, 'setUp')).not.toContain('bản sao');
    expect(valueAt(world, 'settings', 'fileId', 'value')).toBe(fileId);
    expect(valueAt(world, 'settings', 'scriptId', 'value')).toBe(standalone);
  });
});

describe('a month', async () => {
  const world = made(await deployed('2024-05-14T08:00'));
  const { host, fileId, bound } = world;

  test('rights stand as in the plain way', () => {
    expect(type(world, VP, 'tasks', 'II.25', 'state', 'Đang thực hiện').typed.kind).toBe('accepted');
    expect(type(world, VP, 'controls', 'Tổng hợp báo cáo', 'tick', 'TRUE').typed.kind).toBe('refused');
    expect(inEditor(world, 'setUp')).toContain('✓ Bảng và quyền theo đơn vị đúng mẫu');
  });

  test('entries are stamped by rules read from the sheet, once a day, and anew when somebody edits them', () => {
    expect(valueAt(world, 'tasks', 'II.25', 'period')).toBe('Kỳ 05/2024');
    const remote = (edit: () => void) => {
      const before = host.state().log.length;
      edit();
      return host
        .state()
        .log.slice(before)
        .filter((call) => call.remote)
        .map(({ method }) => method);
    };
    const entry = () => type(world, VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
    // The row carries the period already: the headings, the row’s period and code are read, and one property.
    expect(remote(entry)).toEqual(['getValues', 'getProperty', 'getValues', 'getValues']);
    // Closing on the 10th to 13th would make the 14th the month after's; but it counts from the next period.
    type(world, POLICE, 'settings', 'deadlineDay', 'value', '10');
    type(world, POLICE, 'settings', 'graceDay', 'value', '13');
    expect(remote(entry)).toContain('setProperty');
    expect(valueAt(world, 'tasks', 'II.25', 'period')).toBe('Kỳ 05/2024');
    type(world, POLICE, 'settings', 'graceDay', 'value', '19');
    type(world, POLICE, 'settings', 'deadlineDay', 'value', '15');
    entry();
    expect(valueAt(world, 'tasks', 'II.25', 'period')).toBe('Kỳ 05/2024');
  });

  test('CAX consents to this file, a menu and its own address, and to nothing else', () => {
    host.open(POLICE, fileId);
    const ask = () => host.click(POLICE, fileId, ['Đề án 06', 'Kiểm tra dữ liệu'], yes);
    expect(ask()).toMatchObject({ kind: 'consent', scopes: NARROW });
    // Once: there is no earlier consent to give up.
    host.grant(POLICE, bound, 'all');
    for (const words of [lastWords(ask()), lastWords(ask())]) expect(words).not.toContain('hỏi quyền');
    expect(host.state().scripts[bound]?.properties.user).toEqual({});
  });

  test('a unit that asks for a deed of CAX is told whose it is, and leaves no request', () => {
    // Told at once: no question comes before it.
    expect(alertsOf(click(world, VP, 'Tổng hợp báo cáo…'))).toEqual([
      expect.stringContaining('dành cho tài khoản Công an xã'),
    ]);
    expect(valueAt(world, 'controls', 'Tổng hợp báo cáo', 'tick')).not.toBe(true);
  });

  test('asked, shown, asked again, closed by the commune’s account in the name of who asked; the chairman is written to', () => {
    host.advance({ to: '2024-05-15T08:30' });
    expect(lastWords(click(world, POLICE, 'Xem trước báo cáo…'))).toContain('Đã ghi yêu cầu');
    host.advance({ to: '2024-05-15T08:50' });
    expect(valueAt(world, 'controls', 'Xem trước báo cáo', 'outcome')).toContain('Đồng ý thì đánh dấu');
    click(world, POLICE, 'Tổng hợp báo cáo…');
    host.advance({ to: '2024-05-15T09:20' });
    expect(rowsOf(world, 'ledger', ['version', 'closedBy'])).toEqual([{ version: 1, closedBy: POLICE }]);
    const mails = host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN));
    expect(mails.map(({ from }) => from)).toEqual([INSTALLER]);
    expect(host.state().failures).toEqual([]);
  });

  test('the script in the sheet has called nothing but the sheet, its own store and the screen', () => {
    const called = new Set<string>();
    const end = host.intercept(({ scriptId, service }) => {
      if (scriptId === bound) called.add(service);
      return undefined;
    });
    click(world, POLICE, 'Kiểm tra dữ liệu');
    type(world, VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 46 hồ sơ');
    end();
    expect([...called].filter((service) => /Sheets\.|Drive|Mail|UrlFetch|Lock/u.test(service))).toEqual([]);
    expect(called.size).toBeGreaterThan(3);
  });

  test('whoever rewrites it can neither write a mail in CAX’s name nor reach another file without a new consent', () => {
    const evil = `function onOpen(){SpreadsheetApp.getUi().createMenu('Đề án 06').addItem('Kiểm tra dữ liệu','steal').addToUi()}
      function steal(){MailApp.sendEmail('ai-do@example.com','x','x')}`;
    const before = host.state().outbox.length;
    const script = host.state().scripts[bound];
    host.push(bound, evil);
    expect(click(world, POLICE, 'Kiểm tra dữ liệu')).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('MailApp'),
    });
    host.push(bound, evil, { ...script?.manifest, oauthScopes: [...NARROW, `${AUTH}script.send_mail`] });
    host.open(POLICE, fileId);
    expect(host.click(POLICE, fileId, ['Đề án 06', 'Kiểm tra dữ liệu'], yes).kind).toBe('consent');
    expect(host.state().outbox.length).toBe(before);
    host.push(bound, script?.code ?? '', script?.manifest);
  });

  test('a request forged in a stranger’s name brings the stranger nothing', () => {
    const { row } = locator(host, INSTALLER, fileId, PLAN)('controls', 'Gửi thử cho tôi', 'tick');
    const script = host.state().scripts[bound];
    const cells = [
      'true',
      '"Gửi thử cho tôi"',
      '"ai-do@example.com"',
      '45427',
      '"Đang chờ lịch tự động (khoảng 10 phút)"',
    ];
    host.push(
      bound,
      `function onOpen(){SpreadsheetApp.getUi().createMenu('Đề án 06').addItem('Kiểm tra dữ liệu','forge').addToUi()}
      function forge(){SpreadsheetApp.getActiveSpreadsheet().getSheetById(1009).getRange(${row + 1},1,1,5).setValues([[${cells.join()}]])}`,
    );
    expect(click(world, POLICE, 'Kiểm tra dữ liệu').kind).toBe('ok');
    host.push(bound, script?.code ?? '', script?.manifest);
    const before = host.state().outbox.length;
    host.advance({ to: '2024-05-15T10:00' });
    const sent = host.state().outbox.slice(before);
    expect(sent.filter(({ subject }) => subject.includes('GỬI THỬ')).map(({ to }) => to)).toEqual([[POLICE]]);
    expect(JSON.stringify(host.state().outbox)).not.toContain('ai-do@example.com');
  });

  test('a copy asks nobody: its script knows that it is not the file', () => {
    const copy = host.copyFile(POLICE, fileId);
    const [script] = Object.values(host.state().scripts).filter(({ container }) => container === copy);
    host.grant(POLICE, script?.id ?? '', 'all');
    expect(alertsOf(host.run(POLICE, script?.id ?? '', 'askForClosing', [], yes)).join()).toContain('bản sao');
  });
});

test('a closing by the script of the plain way in the very moment of one by the standalone makes one version, not two', async () => {
  const world = made(await deployed('2024-05-14T22:00'));
  const { host, bound } = world;
  host.advance({ to: '2024-05-15T08:10' });
  type(world, POLICE, 'controls', 'Xem trước báo cáo', 'tick', 'TRUE');
  host.advance({ to: '2024-05-15T08:30' });
  // Somebody has the plain script back in the sheet; CAX clicks there and ticks here.
  const plain = await bundleAddin(ROOT);
  host.push(bound, plain.code, JSON.parse(plain.manifest));
  host.grant(POLICE, bound, 'all');
  type(world, POLICE, 'controls', 'Tổng hợp báo cáo', 'tick', 'TRUE');
  let meanwhile: Outcome | undefined;
  const end = host.intercept(({ functionName, method, args }) => {
    const closes = method === 'batchUpdate' && JSON.stringify(args).includes('addNamedRange');
    if (functionName !== 'runClock' || !closes || meanwhile) return undefined;
    return {
      interleave: () => {
        meanwhile = host.run(POLICE, bound, 'closeReport', [], yes);
      },
    };
  });
  host.advance({ to: '2024-05-15T08:50' });
  end();
  expect(meanwhile && lastWords(meanwhile)).toContain('Đã chốt bản 1');
  expect(rowsOf(world, 'ledger', ['version'])).toEqual([{ version: 1 }]);
  expect(rowsOf(world, 'history', ['code']).length).toBe(72);
  expect(valueAt(world, 'controls', 'Tổng hợp báo cáo', 'outcome')).toContain('vừa được lập bởi một người khác');
  host.advance({ to: '2024-05-15T09:30' });
  expect(host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN)).length).toBe(1);
});

describe('a sheet of the plain way, changed', async () => {
  const plain = await bundleAddin(ROOT);
  const stage = stageAt('2024-04-15T08:00');
  stage.click(POLICE, 'Kiểm tra dữ liệu');
  const standalone = await pushBoth(stage.host, stage.fileId, stage.scriptId, build);
  const WIDE = JSON.parse(plain.manifest);
  const evil = `function onOpen(){SpreadsheetApp.getUi().createMenu('Đề án 06').addItem('Kiểm tra dữ liệu','steal').addToUi()}
    function runClock(){steal()}
    function steal(){MailApp.sendEmail('ai-do@example.com','x','x')}`;

  const narrow = stage.host.state().scripts[stage.scriptId];
  const last = parting(JSON.stringify(narrow?.manifest), plain.manifest);

  /** The same sheet anew, and what an editor of it makes of the script: rewritten under the old manifest, put back afterwards. */
  function changed(manifest = narrow?.manifest) {
    const { host, fileId, scriptId: bound } = again(stage);
    let pushed = manifest;
    const putBack = () => host.push(bound, narrow?.code ?? '', pushed);
    putBack();
    const stolen = () => host.state().outbox.filter(({ to }) => to.includes('ai-do@example.com'));
    return {
      host,
      fileId,
      bound,
      standalone,
      /** In whose names it has mailed meanwhile. */
      rewritten<T>(meanwhile: () => T): { outcome: T; mailed: string[] } {
        const before = stolen().length;
        host.push(bound, evil, WIDE);
        const outcome = meanwhile();
        putBack();
        return {
          outcome,
          mailed: stolen()
            .slice(before)
            .map(({ from }) => from),
        };
      },
      ask(user: string): Outcome {
        host.open(user, fileId);
        return host.click(user, fileId, ['Đề án 06', 'Kiểm tra dữ liệu'], yes);
      },
      minutes: (count: number) => host.advance({ by: count * 60_000 }),
      /** The last push of the change. */
      end() {
        pushed = narrow?.manifest;
        putBack();
      },
    };
  }
  const parted = () => changed(JSON.parse(last ?? ''));

  test('without the push between, its new scope would stop the old clock, and the consent would wait for whoever rewrites the script', () => {
    const { host, minutes, rewritten } = changed();
    minutes(20);
    expect(host.state().failures[0]?.message).toBe('Authorization is required to perform that action.');
    expect(rewritten(() => minutes(10)).mailed).toEqual([INSTALLER]);
  });

  test('the old clock gives up the consent it runs by: what is written there later mails nobody in the installing account’s name', () => {
    const world = parted();
    const { host, minutes, rewritten, ask } = world;
    expect(rewritten(() => minutes(10)).mailed).toEqual([INSTALLER]);
    minutes(10);
    expect(host.state().failures).toEqual([]);
    world.end();
    expect(rewritten(() => minutes(60)).mailed).toEqual([]);
    expect(rewritten(() => ask(INSTALLER))).toMatchObject({ outcome: { kind: 'consent' }, mailed: [] });
    expect(host.state().failures.at(-1)).toMatchObject({
      to: INSTALLER,
      message: 'Authorization is required to perform that action.',
    });
    // It consents to what the script in the sheet needs now, and is asked once.
    expect(ask(INSTALLER)).toMatchObject({ kind: 'consent', scopes: NARROW });
    host.grant(INSTALLER, world.bound, 'all');
    expect(lastWords(ask(INSTALLER))).not.toContain('hỏi quyền');
    expect(ask(INSTALLER).kind).toBe('ok');
    expect(rewritten(() => ask(INSTALLER))).toMatchObject({ outcome: { kind: 'consent' }, mailed: [] });
    // The other script is another project: nothing of it was given up.
    expect(inEditor(world, 'setUp')).toContain('Lịch tự động của bảng từ nay do tập lệnh này giữ');
    expect(host.triggers(standalone).map(({ owner }) => owner)).toEqual([INSTALLER]);
  });

  test('where Google fails to forget, nobody is written to, and the next run of the old clock tries again', () => {
    const { host, minutes, rewritten } = parted();
    const end = host.intercept(({ method }) =>
      method === 'invalidateAuth' ? { failBefore: new Error('Service error') } : undefined,
    );
    minutes(10);
    end();
    expect(host.state().failures).toEqual([]);
    expect(host.state().scripts[stage.scriptId]?.properties.user[INSTALLER]).toEqual({});
    minutes(10);
    expect(rewritten(() => minutes(30)).mailed).toEqual([]);
  });

  test('so does the first request of CAX, which is told that Google asks once more; and only once', () => {
    const { host, bound, rewritten, ask } = changed();
    expect(rewritten(() => ask(POLICE)).mailed).toEqual([POLICE]);
    expect(ask(POLICE)).toMatchObject({ kind: 'consent', scopes: NARROW });
    host.grant(POLICE, bound, 'all');
    expect(rewritten(() => ask(POLICE)).mailed).toEqual([POLICE]);
    expect(lastWords(ask(POLICE))).toMatch(/Đã ghi yêu cầu.*lần bấm sau Google hỏi quyền một lần nữa/su);
    expect(rewritten(() => ask(POLICE))).toMatchObject({ outcome: { kind: 'consent' }, mailed: [] });
    expect(ask(POLICE)).toMatchObject({ kind: 'consent', scopes: NARROW });
    host.grant(POLICE, bound, 'all');
    expect(lastWords(ask(POLICE))).not.toContain('hỏi quyền');
    expect(ask(POLICE).kind).toBe('ok');
    expect(rewritten(() => ask(POLICE))).toMatchObject({ outcome: { kind: 'consent' }, mailed: [] });
  });
});
