// «Tự kiểm trên Google…»: the entry point. The answers stand in a tab for people and in a file of Drive for the project, where a test holds
// the local host to them.
import { hasHandCheck } from '../../app/check/hand-check.ts';
import { ask, tell } from '../dialog.ts';
import { portsFor } from '../ports.ts';
import { runEntryPoint } from '../run-entry-point.ts';
import { theFile } from '../the-file.ts';
import { answeredFile } from './answer-file.ts';
import { askPart, partFor, readHands } from './ask-part.ts';

const TITLE = 'Tự kiểm trên Google';
const QUESTIONS = {
  '0':
    'Phần 0. Hệ thống hỏi Google những điều quyết định nhất, trong một bảng tính nháp rồi bỏ vào thùng rác, và gửi một thư thử có tệp Word cho chính ' +
    'đồng chí. Mất khoảng một phút; bảng theo dõi không bị thay đổi gì, chỉ thêm tab Tự kiểm (tự mất vào hôm sau). Thực hiện?',
  A:
    'Phần A. Hệ thống tạo một bảng tính nháp trong Drive của đồng chí, hỏi Google những điều chương trình dựa vào, rồi bỏ bảng nháp vào thùng rác. ' +
    'Mất khoảng hai phút; bảng theo dõi không bị thay đổi gì, chỉ thêm tab Tự kiểm (tự mất vào hôm sau) và tab Tự kiểm tay (mười bước làm tay, ' +
    'xóa khi xong). Thực hiện?',
  B:
    'Phần B. Hệ thống hỏi Google xem tài khoản này (không phải chủ tệp) thấy gì ở bảng theo dõi và làm được gì trong Drive của mình. Nên làm ngay sau ' +
    'khi tài khoản cài đặt đã Đồng bộ bảng tính. Mất khoảng một phút; bảng theo dõi không bị thay đổi gì, chỉ thêm tab Tự kiểm (tự mất vào ' +
    'hôm sau). Thực hiện?',
} as const;
const HANDS =
  'Phần C. Đọc những bước đã làm ở tab Tự kiểm tay? (Không: hỏi Google lại phần của tài khoản này.) Hệ thống chỉ ghi vào cột Hệ thống đọc được.';

/** Menu: Tự kiểm trên Google… */
export function checkOnGoogle(): void {
  runEntryPoint(TITLE, () => {
    const file = theFile();
    const ports = portsFor(file);
    const own = partFor(ports);
    // A part of one's own comes before what others may have left.
    const isAnswered = answeredFile(ports, own.part) !== undefined;
    if (isAnswered && hasHandCheck(ports) && ask(TITLE, HANDS)) tell(TITLE, readHands(ports, own.role));
    else if (ask(TITLE, QUESTIONS[own.part])) tell(TITLE, askPart(ports, file, own));
  });
}
