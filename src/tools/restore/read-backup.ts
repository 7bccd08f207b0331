// The bytes of a backup read, or why they cannot be, for the official who has the file: what it is, what to do, and behind it the
// reason of the library, which is English.
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbookFile, type WorkbookRead } from '../../host/workbook-file/read-workbook-file.ts';

const AGAIN = 'Tải lại từ Google: Tệp ▸ Tải xuống ▸ Microsoft Excel (.xlsx), rồi chạy lại với tệp mới.';
const BROKEN = 'tệp hỏng hoặc tải dở';
const SAVE_AS =
  'Mở bằng Excel hoặc LibreOffice, chọn Tệp ▸ Lưu thành (Save As) ▸ Excel Workbook (.xlsx), rồi chạy lại với tệp đó.';

/** @param file its name, for the message. @throws Error where the bytes are no .xlsx file, a broken one, or one under a password */
export async function readBackup(bytes: Uint8Array, file: string): Promise<WorkbookRead> {
  return readWorkbookFile(bytes).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file}: ${whyUnreadable(bytes)}\nLý do kỹ thuật: ${reason}`);
  });
}

function whyUnreadable(bytes: Uint8Array): string {
  if (bytes.length === 0) return `tệp rỗng (0 byte), tải dở. ${AGAIN}`;
  if (beginsWith(bytes, [0x50, 0x4b])) return whyNoZip(bytes);
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return whyNoContainer(bytes);
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return `đây là tệp PDF, chỉ để đọc, không dựng lại được bảng. ${AGAIN}`;
  return whyNoText(bytes);
}

/** A zip is also what Word, OpenDocument and any archive is. */
function whyNoZip(bytes: Uint8Array): string {
  const names: string[] = [];
  let type = '';
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return name === 'mimetype';
      },
    });
    type = strFromU8(parts['mimetype'] ?? new Uint8Array());
  } catch {
    return `${BROKEN}. ${AGAIN}`;
  }
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (type.includes('opendocument.spreadsheet')) return `đây là tệp OpenDocument (.ods). ${SAVE_AS}`;
  if (has('word/') || type.includes('opendocument.text'))
    return `đây là văn bản (Word), không phải bảng tính. ${AGAIN}`;
  if (has('ppt/')) return `đây là tệp trình chiếu (PowerPoint), không phải bảng tính. ${AGAIN}`;
  if (has('xl/workbook.bin')) return `đây là tệp Excel nhị phân (.xlsb). ${SAVE_AS}`;
  if (has('xl/')) return `${BROKEN}. ${AGAIN}`;
  const inside = names.filter((name) => /\.(?:xlsx|xls|ods)$/iu.test(name)).slice(0, 3);
  if (inside.length > 0)
    return `đây là tệp nén (.zip) có chứa ${inside.join(', ')}. Giải nén (bấm chuột phải ▸ Giải nén tất cả), rồi chạy lại với tệp bên trong.`;
  return `đây là tệp nén (.zip), không phải bảng tính. ${AGAIN}`;
}

/** Word and Excel of old, and whatever Office keeps under a password; their streams are named in two-byte letters. */
function whyNoContainer(bytes: Uint8Array): string {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo'))
    return 'tệp có mật khẩu. Mở bằng Excel, gõ mật khẩu, chọn Tệp ▸ Thông tin ▸ Bảo vệ sổ làm việc ▸ Mã hóa bằng mật khẩu, xóa trắng ô mật khẩu, lưu lại rồi chạy lại.';
  if (names.includes('WordDocument')) return `đây là văn bản Word đời cũ (.doc), không phải bảng tính. ${AGAIN}`;
  return `đây là tệp Excel đời cũ (.xls). ${SAVE_AS}`;
}

function whyNoText(bytes: Uint8Array): string {
  const isWide = beginsWith(bytes, [0xff, 0xfe]);
  const head = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, 4000));
  if (/schemas-microsoft-com:office:spreadsheet/u.test(head)) return `đây là tệp Excel dạng XML (2003). ${SAVE_AS}`;
  if (/office:document|opendocument/u.test(head)) return `đây là tệp OpenDocument một mảnh (.fods). ${SAVE_AS}`;
  if (/<(?:!doctype html|html|head|body|table|meta)\b/iu.test(head))
    return `đây là trang web (HTML), dù tên tệp có thể là .xls, .xlsx: thường là trang đăng nhập hay trang báo lỗi được lưu lại. ${AGAIN}`;
  const [line = ''] = head.split(/\r?\n/u);
  if (!head.includes('\u0000') && /[,;\t].*[,;\t]/u.test(line))
    return `đây là tệp chữ (.csv, .tsv), chỉ giữ được chữ của một tab. ${AGAIN}`;
  return `không phải tệp Excel (.xlsx). ${AGAIN}`;
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
