// What only reads: --status and --compare against the stand-in of Google, which counts what is written; and the copies that are kept before
// anything is replaced.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STANDALONE_RECORD } from '../../../src/tools/deploy/record.ts';
import { ALONE, beforePush, hardenedElsewhere, installed, onStage, SCRIPT, SHEET, writes } from './fixtures.ts';
import { codeOf, PLAIN_MANIFEST, type Stage } from './stage.ts';

const KEPT = 'out/ban-cu-tren-google';
const SPY = 'function guiDi() { return UrlFetchApp.fetch("https://xau.example"); }';

/** Every file of the checkout with the time it was written. */
function filesOn({ root }: Stage): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(root, name)).mtimeMs}`);
}

/** Somebody has been in the sheet's script. */
function tamper({ google }: Stage): void {
  const script = google.scripts.get(SCRIPT);
  if (!script) throw new Error('no script');
  script.files = script.files.map((file) =>
    file.name === 'main' ? { ...file, source: `${SPY}\n${file.source}` } : file,
  );
}

describe.concurrent('with the real clasp', { timeout: 240_000 }, () => {
  test('compare: same; tampered: what, where; nothing is written anywhere; deploy keeps the old copy first and says where', () =>
    onStage(async (stage) => {
      installed(stage, '0.1.0', undefined, PLAIN_MANIFEST);
      const before = filesOn(stage);
      const same = await stage.compare('0.1.0');
      expect(same.end).toBe('same');
      expect(same.told).toContain('main.js: giống');
      expect(same.told).toContain('GIỐNG: mã trên Google đúng là mã của thư mục này');

      tamper(stage);
      const { end, told } = await stage.compare('0.1.0');
      expect(end).toBe('differs');
      expect(told).toContain('main.js: ĐÃ ĐỔI, thêm 1 dòng, bớt 0 dòng, ở 1 chỗ');
      expect(told).toContain(`dòng 1 trên Google: ${SPY}`);
      expect(told).toContain('ĐÃ BỊ SỬA');
      expect(filesOn(stage)).toEqual(before);
      expect(writes(stage)).toEqual([0, 0, 0]);

      const deployed = await stage.deploy('0.1.0', {}, beforePush);
      expect(deployed.told).toContain(`dòng 1 trên Google: ${SPY}`);
      const [day = ''] = readdirSync(join(stage.root, KEPT));
      expect(day).toMatch(/^\d{4}-\d\d-\d\d \d\dh\d\dm\d\d$/u);
      const kept = join(stage.root, KEPT, day);
      expect(deployed.told).toContain(`được giữ ở: ${kept}\n`);
      expect(readFileSync(join(kept, 'trong-bang', 'main.js'), 'utf8')).toBe(`${SPY}\n${codeOf('0.1.0')}`);
      expect(existsSync(join(kept, 'trong-bang', 'appsscript.json'))).toBe(true);

      // Another version: told as that, not as tampering.
      const other = await stage.compare('0.2.0');
      expect(other.end).toBe('differs');
      expect(other.told).toContain('khác phiên bản: trên Google 0.1.0, thư mục này 0.2.0');
      expect(other.told).not.toContain('ĐÃ BỊ SỬA');
    }));

  test('compare and status of a hardened sheet from a machine that knows nothing', () =>
    onStage(async (stage) => {
      await hardenedElsewhere(stage);
      const unknown = await stage.compare('0.1.0');
      expect(unknown.end).toBe('no-script');
      const { end, told } = await stage.compare('0.1.0', { scriptId: SCRIPT });
      expect(end).toBe('same');
      expect(told).toContain('phiên bản 0.1.0, phần hẹp của cách chặt');
      expect(told).toContain('phiên bản 0.1.0, tập lệnh riêng của cách chặt');
      expect(told).toContain('ai sửa được bảng cũng sửa được');

      const status = await stage.status('0.1.0', { scriptId: SCRIPT });
      expect(status.end).toBe('done');
      expect(status.told).toContain('chưa gắn với bảng nào');
      expect(status.told).toContain(`https://script.google.com/d/${ALONE}/edit: phiên bản 0.1.0, tập lệnh riêng`);
      expect(status.told).toContain('chọn hàm setUp');
      expect(status.told).toContain('myaccount.google.com/connections');
      expect(filesOn(stage)).toEqual([]);
      expect(writes(stage)).toEqual([0, 0, 0]);
    }));

  test('compare with nothing to look at says so before anybody is asked to log in', () =>
    onStage(async (stage) => {
      expect((await stage.compare('0.1.0')).end).toBe('no-script');
      expect(filesOn(stage)).toEqual([]);
    }, false));

  test('status: the setting of this machine, what stands on Google, the first steps once more; not logged in: the setting all the same', () =>
    onStage(async (stage) => {
      installed(stage, '0.1.0', undefined, PLAIN_MANIFEST);
      const out = await stage.status('0.2.0');
      expect(out.end).toBe('not-logged-in');
      expect(out.told).toContain(`Bảng tính / sheet: https://docs.google.com/spreadsheets/d/${SHEET}/edit`);
      expect(out.told).toContain('Cách cài / way: cách thường (plain); ghi ở .clasp.local.json');
      await stage.google.login();
      const { end, told } = await stage.status('0.2.0');
      expect(end).toBe('done');
      expect(told).toContain('Tài khoản Google: cai-dat@example.vn');
      expect(told).toContain('phiên bản 0.1.0, toàn bộ chương trình (cách thường)');
      expect(told).toContain('Thư mục này / this folder: phiên bản 0.2.0');
      expect(told).toContain('1. Mở bảng tính, chờ thực đơn «Đề án 06»');
      expect(told).not.toContain(STANDALONE_RECORD);
      expect(writes(stage)).toEqual([0, 0, 0]);
    }, false));

  test('a checkout that knows no sheet makes none until a person says that there is none yet', () =>
    onStage(async (stage) => {
      const asked: string[] = [];
      const saysNo = () => ({
        ask: async (question: string) => {
          asked.push(question);
          return false;
        },
      });
      const status = await stage.status('0.1.0');
      expect(status.end).toBe('done');
      expect(status.told).toContain('Xã chưa có bảng nào: npm run deploy -- --new');
      expect(stage.google.calls).toEqual([]);
      const yes = await stage.deploy('0.1.0', { isNew: false });
      expect(yes.end).toBe('new-sheet');
      expect(yes.told).toContain('chưa gắn với bảng nào');
      for (const way of ['--script MÃ-TẬP-LỆNH', '--sheet MÃ-BẢNG', '--new']) expect(yes.told).toContain(way);
      const no = await stage.deploy('0.1.0', { isNew: false }, saysNo, false);
      expect(no.end).toBe('declined');
      expect(asked).toEqual([expect.stringContaining('tạo bảng MỚI?')]);
      expect(writes(stage)).toEqual([0, 0, 0]);
      expect(stage.record()).toBeUndefined();
    }));
});
