// Files that are no backup, as an official meets them: what is wrong and what to do in Vietnamese first, the technical reason
// behind it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/local/build/root.ts';
import { createNodeHost } from '../../../src/local/node/host.ts';
import { INSTALLER } from '../../../src/local/node/month/cast.ts';
import { readBackup } from '../../../src/local/node/restore/read-backup.ts';
import { workbookFile } from '../../../src/local/workbook-file/workbook-file.ts';

const host = createNodeHost({ clock: '2024-05-13T08:00', seed: 1 });
const whole = await workbookFile(host.see(INSTALLER, host.createSpreadsheet(INSTALLER, 'Bảng')));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const OLE = new Uint8Array(4096);
OLE.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const AGAIN = 'Tải lại từ Google: Tệp ▸ Tải xuống ▸ Microsoft Excel (.xlsx), rồi chạy lại với tệp mới.';

test.each([
  ['half of one', whole.slice(0, whole.length / 2), `tệp hỏng hoặc tải dở. ${AGAIN}`],
  [
    'one with a hole in it',
    whole.map((byte, at) => (at > 40 && at < 400 ? 0 : byte)),
    `tệp hỏng hoặc tải dở. ${AGAIN}`,
  ],
  ['nothing', new Uint8Array(), `tệp rỗng (0 byte), tải dở. ${AGAIN}`],
  ['text', bytesOf('<html>không phải</html>'.repeat(20)), `không phải tệp Excel (.xlsx). ${AGAIN}`],
  ['a Word file', zipSync({ 'word/document.xml': bytesOf('x') }), `tệp hỏng hoặc tải dở. ${AGAIN}`],
  [
    'a password, or Excel of old',
    OLE,
    'tệp có mật khẩu, hoặc là tệp Excel đời cũ (.xls). Mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi chạy lại.',
  ],
])('%s', async (_, bytes, words) => {
  const error = await readBackup(bytes, 'sao-luu.xlsx').then(
    () => undefined,
    (cause: unknown) => cause,
  );
  const [first, second, ...more] = error instanceof Error ? error.message.split('\n') : [];
  expect(first).toBe(`sao-luu.xlsx: ${words}`);
  if (bytes.length > 0) expect(second).toMatch(/^Lý do kỹ thuật: [A-Z]/u);
  expect(more).toEqual([]);
});

test('a whole one is read', async () => expect((await readBackup(whole, 'sao-luu.xlsx')).book.sheets).toHaveLength(1));

test('no such file, and a folder: said by name, and the command ends with 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restore-'));
  const run = (file: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/local/node/restore.ts', file], {
      cwd: ROOT,
      encoding: 'utf8',
    });
  try {
    const gone = join(folder, 'không có.xlsx');
    expect(run(gone)).toMatchObject({ status: 1, stdout: '', stderr: `Không có tệp này: ${gone}\n` });
    expect(run(folder)).toMatchObject({ status: 1, stdout: '', stderr: `Đây là thư mục, không phải tệp: ${folder}\n` });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
