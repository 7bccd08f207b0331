// An entry point without a screen: all scopes first, words into the execution log, a refusal told as one.
import type { Ports } from '../../app/ports.ts';
import { Refusal } from '../../app/refusal.ts';
import { portsFor } from '../ports.ts';
import { theFile } from '../the-file.ts';

/** The id is a constant that a person may have filled in. */
const FILL_IN =
  'Ở mấy dòng đầu của tệp mã, MA_BANG phải là mã hoặc địa chỉ của bảng tính theo dõi mà tài khoản này mở được: xem lại, lưu (Ctrl+S), chạy lại. ' +
  'Mã đã đúng thì chờ vài phút rồi chạy lại.';

export function inEditor(deed: (log: (words: string) => void) => void): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  const log = (words: string) => console.log(words);
  try {
    deed(log);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    log(`CHƯA LÀM ĐƯỢC: ${cause.message}${cause.code === 'no-file' ? ` ${FILL_IN}` : ''}`);
  }
}

/** The same on the sheet. */
export function onSheet(deed: (log: (words: string) => void, ports: Ports) => void): void {
  inEditor((log) => deed(log, portsFor(theFile())));
}
