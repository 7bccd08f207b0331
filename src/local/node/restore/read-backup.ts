// The bytes of a backup read, or why they cannot be, for the official who has the file: what is wrong and what to do, and behind
// it the reason of the library, which is English.
import { EncryptedFileError } from 'hucre';
import { readWorkbookFile, type WorkbookRead } from '../../workbook-file/read-workbook-file.ts';

const AGAIN = 'Tải lại từ Google: Tệp ▸ Tải xuống ▸ Microsoft Excel (.xlsx), rồi chạy lại với tệp mới.';

/** @param file its name, for the message. @throws Error where the bytes are no .xlsx file, a broken one, or one under a password */
export async function readBackup(bytes: Uint8Array, file: string): Promise<WorkbookRead> {
  return readWorkbookFile(bytes).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file}: ${whyUnreadable(bytes, cause)}\nLý do kỹ thuật: ${reason}`);
  });
}

function whyUnreadable(bytes: Uint8Array, cause: unknown): string {
  // Excel of old and a password are one container to the library.
  if (cause instanceof EncryptedFileError)
    return 'tệp có mật khẩu, hoặc là tệp Excel đời cũ (.xls). Mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi chạy lại.';
  if (bytes.length === 0) return `tệp rỗng (0 byte), tải dở. ${AGAIN}`;
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return `${isZip ? 'tệp hỏng hoặc tải dở' : 'không phải tệp Excel (.xlsx)'}. ${AGAIN}`;
}
