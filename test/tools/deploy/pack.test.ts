// The zip for those who paste: what is in it, that it is what is pushed, that its guide names all of it and nothing else, and that a pair
// pasted from it with the ids filled in sets up a sheet and plays a closing like the deployed pair.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../../src/host/host.ts';
import { createNodeHost } from '../../../src/node/host.ts';
import { type Bundle, bundleAddin, bundleHardened } from '../../../src/tools/build/bundle.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { checkBuilt, STANDALONE_ENTRY_POINTS } from '../../../src/tools/deploy/built.ts';
import { packRelease } from '../../../src/tools/deploy/pack.ts';
import { PLACES } from '../../../src/tools/deploy/release-files.ts';
import { differencesOf, type Files } from '../../../src/tools/deploy/remote.ts';
import { CHAIRMAN, INSTALLER } from '../../../src/tools/month/cast.ts';
import { deployHardened } from '../../../src/tools/month/deployed.ts';
import { makeReady, stageOf } from '../../../src/tools/month/stage.ts';
import { alertsOf, lastWords, rowsOf, SEEDS, valueAt } from '../../app/played.ts';

const filesOf = ({ code, manifest }: Bundle): Files => ({ 'main.js': code, 'appsscript.json': manifest });
const plain = await bundleAddin(ROOT);
const pair = await bundleHardened(ROOT, { sheetId: '', editorUrl: '' });
const built = { plain: filesOf(plain), bound: filesOf(pair.bound), standalone: filesOf(pair.standalone) };
const { name, bytes } = packRelease(built, '1.2.3');
/** As Notepad shows them: without the mark. */
const shipped: Record<string, string> = Object.fromEntries(
  Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)]),
);
const guide = (shipped['HUONG-DAN.txt'] ?? '').replace(/\r\n {3,}(?=\S)/gu, ' ').replace(/\s+/gu, ' ');

describe('the zip', () => {
  test('holds the scripts of both ways as they were built, and a guide, all as .txt with the mark Notepad knows', () => {
    expect(name).toBe('de-an-06-1.2.3.zip');
    const places = Object.values(PLACES).flatMap((files) => Object.values(files));
    expect(Object.keys(shipped).sort()).toEqual(['HUONG-DAN.txt', ...places].sort());
    for (const which of ['plain', 'bound', 'standalone'] as const) {
      for (const [file, place] of Object.entries(PLACES[which])) expect(shipped[place]).toBe(built[which][file]);
    }
    for (const part of Object.values(unzipSync(bytes))) expect([...part.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('is the same twice', () => {
    expect(packRelease(built, '1.2.3').bytes).toEqual(bytes);
  });
});

describe('the guide', () => {
  test('names every file of the zip, and no other', () => {
    expect(guide).toMatch(/^ĐỀ ÁN 06 – phiên bản 1\.2\.3 /u);
    const named = guide.match(/(?<=\s)[-\p{L}\d]+\/[-\p{L}\d]+\.\p{Ll}+/gu) ?? [];
    expect(new Set(named)).toEqual(new Set(Object.keys(shipped).filter((path) => path.includes('/'))));
    expect(guide).not.toMatch(/main\.js/u);
  });

  test('names every function the standalone script has for a person, every constant, and no word like them that is none', () => {
    const forPeople = pair.standalone.functions.filter((one) => !['runClock', 'serveClock'].includes(one));
    for (const word of [...forPeople, 'runClock', 'MA_BANG', 'MA_TAP_LENH_RIENG']) expect(guide).toContain(word);
    const named = guide.match(/(?<![/\p{L}.])\p{Ll}+\p{Lu}\p{L}*(?![\p{L}./])/gu) ?? [];
    expect(named.filter((word) => !pair.standalone.functions.includes(word))).toEqual([]);
    const constants = guide.match(/MA_[A-Z_]+/gu) ?? [];
    expect(constants.filter((word) => !pair.bound.code.includes(`var ${word} = "";`))).toEqual([]);
  });

  test('names items of the menu as the menu has them', () => {
    const items = guide.match(/(?<=Đề án 06 ▸ )[^(…;:.,]+/gu) ?? [];
    expect(items.length).toBeGreaterThan(4);
    for (const item of items) expect(plain.code).toContain(item.trim());
  });

  test('leads through the screens of Google', () => {
    for (const words of [
      'Dự án mới (New project)',
      'Xem lại quyền (Review permissions)',
      '«Google chưa xác minh ứng dụng này»',
      'Nâng cao (Advanced)',
      'Select all',
      'script.google.com/home/triggers',
    ]) {
      expect(guide).toContain(words);
    }
  });
});

/** What a person makes of a shipped file in Google's editor. */
function pasted(which: 'bound' | 'standalone', ids: Readonly<Record<string, string>>): Bundle {
  const places = PLACES[which];
  const code = Object.entries(ids).reduce(
    (text, [constant, id]) => text.replace(`var ${constant} = "";`, () => `var ${constant} = "${id}";`),
    shipped[places['main.js']] ?? '',
  );
  return { ...pair[which], code, manifest: shipped[places['appsscript.json']] ?? '' };
}

test('filled in with ids a pasted pair is the deployed pair, letter for letter: deploy takes it over with nothing to push', async () => {
  const [sheetId, script] = [
    '1SheetSheetSheetSheetSheetSheetSheetSheet44',
    '1ScriptScriptScriptScriptScriptScriptScript',
  ];
  const deployed = await bundleHardened(ROOT, { sheetId, editorUrl: `https://script.google.com/d/${script}/edit` });
  const bound = pasted('bound', { MA_BANG: sheetId, MA_TAP_LENH_RIENG: script });
  const standalone = pasted('standalone', { MA_BANG: sheetId });
  expect(differencesOf(filesOf(deployed.bound), filesOf(bound))).toEqual([]);
  expect(differencesOf(filesOf(deployed.standalone), filesOf(standalone))).toEqual([]);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(checkBuilt(filesOf(standalone), version, STANDALONE_ENTRY_POINTS)).toBe(version);
});

test('pasted with addresses instead of ids: the sheet is set up, a closing is asked for, made and mailed', async () => {
  const options = { seeds: SEEDS, clock: '2024-05-14T08:00', tell: () => {} };
  const address = (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit?gid=0#gid=0`;
  const stage = stageOf(
    await deployHardened(async ({ sheetId, editorUrl }) => {
      const project = editorUrl.replace('/d/', '/home/projects/');
      return {
        bound: pasted('bound', { MA_BANG: address(sheetId), MA_TAP_LENH_RIENG: project }),
        standalone: pasted('standalone', { MA_BANG: address(sheetId) }),
      };
    }, options),
    options,
  );
  expect(alertsOf(stage.click(INSTALLER, 'Thiết lập ban đầu…')).join()).toContain(`/d/${stage.editorScriptId}/edit`);
  makeReady(stage, options);
  expect(stage.run(INSTALLER, 'setUp').printed.join()).toContain('✓ Bảng và quyền theo đơn vị đúng mẫu');
  expect(stage.type('vp@example.vn', 'tasks', 'II.25', 'state', 'Đang thực hiện').kind).toBe('accepted');
  expect(valueAt(stage, 'tasks', 'II.25', 'period')).toBe('Kỳ 05/2024');
  stage.advanceTo('2024-05-15T08:30');
  expect(lastWords(stage.click(stage.police, 'Xem trước báo cáo…'))).toContain('Đã ghi yêu cầu');
  stage.advanceTo('2024-05-15T08:50');
  stage.click(stage.police, 'Tổng hợp báo cáo…');
  stage.advanceTo('2024-05-15T09:20');
  expect(rowsOf(stage, 'ledger', ['version', 'closedBy'])).toEqual([{ version: 1, closedBy: stage.police }]);
  expect(stage.host.peek().outbox.filter(({ to }) => to.includes(CHAIRMAN))).toHaveLength(1);
  expect(stage.failures).toEqual([]);
});

describe('ids that were forgotten or are wrong', () => {
  const printed = (host: Host, script: string, command: string) => {
    host.grant(INSTALLER, script, 'all');
    return host.run(INSTALLER, script, command).printed.join('\n');
  };
  const made = () => {
    const host = createNodeHost({ clock: '2024-05-14T08:00', seed: 4 });
    return { host, fileId: host.createSpreadsheet(INSTALLER, 'Bảng') };
  };
  const project = (host: Host, { code, manifest }: Bundle) =>
    host.createScript(INSTALLER, { code, manifest: JSON.parse(manifest) });

  test.each([
    {
      ids: 'none',
      MA_BANG: '',
      words: /^CHƯA LÀM ĐƯỢC: Không mở được bảng tính\. Chưa ghi mã bảng\. Ở mấy dòng đầu của tệp mã, MA_BANG phải là/u,
    },
    {
      ids: 'nobody’s',
      MA_BANG: `1${'x'.repeat(43)}`,
      words: /^CHƯA LÀM ĐƯỢC: Không mở được bảng tính\. «1x+»: .*MA_BANG phải là/u,
    },
    {
      ids: 'no id',
      MA_BANG: 'bảng của xã',
      words: /^CHƯA LÀM ĐƯỢC: Không mở được bảng tính\. «bảng của xã»: .*MA_BANG phải là/u,
    },
  ])('the standalone script with $ids says so in the log, and makes nothing', ({ MA_BANG, words }) => {
    const { host, fileId } = made();
    const script = project(host, pasted('standalone', { MA_BANG }));
    for (const command of ['setUp', 'syncSheet']) expect(printed(host, script, command)).toMatch(words);
    expect(host.see(INSTALLER, fileId).sheets).toHaveLength(1);
    expect(host.triggers(script)).toEqual([]);
  });

  test('an update pasted over it without the id goes on with the sheet that was set up', () => {
    const { host, fileId } = made();
    const script = project(host, pasted('standalone', { MA_BANG: fileId }));
    expect(printed(host, script, 'setUp')).toContain('Đã dựng bảng.');
    const { code, manifest } = pasted('standalone', {});
    host.push(script, code, JSON.parse(manifest));
    expect(printed(host, script, 'setUp')).toContain('☐');
    expect(host.advance({ to: '2024-05-14T09:00' }).filter(({ kind }) => kind !== 'ok')).toEqual([]);
  });

  test.each([
    { ids: {}, words: 'MÃ BẢNG trong chương trình của tệp này CHƯA GHI.' },
    { ids: { MA_BANG: `1${'x'.repeat(43)}` }, words: 'MÃ BẢNG trong chương trình của tệp này là của tệp khác (1x' },
  ])(
    'the script in the sheet with $ids says so at the first click, and where the other script is to be found',
    ({ ids, words }) => {
      const { host, fileId } = made();
      const { code, manifest } = pasted('bound', ids);
      const script = host.bindScript(INSTALLER, fileId, { code, manifest: JSON.parse(manifest) });
      host.grant(INSTALLER, script, 'all');
      host.open(INSTALLER, fileId);
      const said = alertsOf(host.click(INSTALLER, fileId, ['Đề án 06', 'Thiết lập ban đầu…'], ['OK'])).join();
      expect(said).toContain(words);
      expect(said).toContain('tập lệnh riêng trong https://script.google.com/home');
    },
  );
});
