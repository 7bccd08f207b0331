// Files that are no backup, as an official meets them: what is wrong and what to do in Vietnamese first, the technical reason
// behind it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookFile } from '../../../src/host/workbook-file/workbook-file.ts';
import { createNodeHost } from '../../../src/node/host.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { INSTALLER } from '../../../src/tools/month/cast.ts';
import { readBackup } from '../../../src/tools/restore/read-backup.ts';

const host = createNodeHost({ clock: '2024-05-13T08:00', seed: 1 });
const whole = await workbookFile(host.see(INSTALLER, host.createSpreadsheet(INSTALLER, 'Bảng')));
const bytesOf = (text: string) => new TextEncoder().encode(text);
/** The container of Office of old, with the name of a stream in it, as it is written there. */
const container = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(
    [...stream].flatMap((sign) => [sign.charCodeAt(0), 0]),
    1024,
  );
  return bytes;
};
const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(text)])));
const SAVE_AS =
  'Mở bằng Excel hoặc LibreOffice, chọn Tệp ▸ Lưu thành (Save As) ▸ Excel Workbook (.xlsx), rồi chạy lại với tệp đó.';
const AGAIN = 'Tải lại từ Google: Tệp ▸ Tải xuống ▸ Microsoft Excel (.xlsx), rồi chạy lại với tệp mới.';

test.each([
  ['half of one', whole.slice(0, whole.length / 2), `tệp hỏng hoặc tải dở. ${AGAIN}`],
  [
    'one with a hole in it',
    whole.map((byte, at) => (at > 40 && at < 400 ? 0 : byte)),
    `tệp hỏng hoặc tải dở. ${AGAIN}`,
  ],
  ['nothing', new Uint8Array(), `tệp rỗng (0 byte), tải dở. ${AGAIN}`],
  ['text', bytesOf('không phải bảng tính'), `không phải tệp Excel (.xlsx). ${AGAIN}`],
  [
    'a page of the web, called .xls',
    bytesOf('\uFEFF<!DOCTYPE html><html>đăng nhập</html>'),
    `đây là trang web (HTML), dù tên tệp có thể là .xls, .xlsx: thường là trang đăng nhập hay trang báo lỗi được lưu lại. ${AGAIN}`,
  ],
  [
    'a table in HTML',
    bytesOf('<table border=1><tr><td>TT</td></tr></table>'),
    `đây là trang web (HTML), dù tên tệp có thể là .xls, .xlsx: thường là trang đăng nhập hay trang báo lỗi được lưu lại. ${AGAIN}`,
  ],
  [
    'Excel as XML',
    bytesOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    `đây là tệp Excel dạng XML (2003). ${SAVE_AS}`,
  ],
  [
    'CSV',
    bytesOf('TT,Nội dung,Đơn vị\n1,a,b\n'),
    `đây là tệp chữ (.csv, .tsv), chỉ giữ được chữ của một tab. ${AGAIN}`,
  ],
  ['PDF', bytesOf('%PDF-1.7 …'), `đây là tệp PDF, chỉ để đọc, không dựng lại được bảng. ${AGAIN}`],
  ['a Word file', zip({ 'word/document.xml': 'x' }), `đây là văn bản (Word), không phải bảng tính. ${AGAIN}`],
  [
    'OpenDocument',
    zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': 'x' }),
    `đây là tệp OpenDocument (.ods). ${SAVE_AS}`,
  ],
  ['Excel in bytes', zip({ 'xl/workbook.bin': 'x' }), `đây là tệp Excel nhị phân (.xlsb). ${SAVE_AS}`],
  [
    'an archive with backups',
    zip({ 'de-an-06/bảng.xlsx': 'x', 'đọc.txt': 'x' }),
    'đây là tệp nén (.zip) có chứa de-an-06/bảng.xlsx. Giải nén (bấm chuột phải ▸ Giải nén tất cả), rồi chạy lại với tệp bên trong.',
  ],
  ['an archive', zip({ 'main.txt': 'x' }), `đây là tệp nén (.zip), không phải bảng tính. ${AGAIN}`],
  ['Excel of old', container('Workbook'), `đây là tệp Excel đời cũ (.xls). ${SAVE_AS}`],
  ['Word of old', container('WordDocument'), `đây là văn bản Word đời cũ (.doc), không phải bảng tính. ${AGAIN}`],
  [
    'a password',
    container('EncryptedPackage'),
    'tệp có mật khẩu. Mở bằng Excel, gõ mật khẩu, chọn Tệp ▸ Thông tin ▸ Bảo vệ sổ làm việc ▸ Mã hóa bằng mật khẩu, xóa trắng ô mật khẩu, lưu lại rồi chạy lại.',
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
    spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/restore.ts', file], {
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
