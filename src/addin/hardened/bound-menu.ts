// The menu of the hardened way: each item says what it asks for, and leaves a request. What comes of it stands in «Điều khiển» some ten
// minutes later; what is to be decided is shown there first («Xem trước …»).
import { editorUrl, sheetId } from 'built:target';
import { NOT_YOURS } from '../../app/refusal.ts';
import { civilOf, momentOf } from '../../core/calendar.ts';
import { isKeeper } from '../../core/keepers.ts';
import { mailPromise, requestPromise } from '../../core/sending-causes.ts';
import { PROGRAM } from '../../core/titles.ts';
import { REQUEST_QUESTIONS } from '../../sheet/request-questions.ts';
import { REQUESTS, type RequestName } from '../../sheet/request-words.ts';
import { ask, tell } from '../dialog.ts';
import { VERSION } from '../version.ts';
import { leaveRequest, type Refused, whyNoRequest } from './leave-request.ts';
import { lookInSheet } from './look-in-sheet.ts';
import { giveUpOldConsent, mayHoldOldConsent } from './old-consent.ts';

export function addBoundMenu(isSetUp: boolean): void {
  const menu = SpreadsheetApp.getUi().createMenu('Đề án 06');
  if (!isSetUp) {
    menu.addItem('Thiết lập ban đầu…', 'explainSetUp').addToUi();
    return;
  }
  menu
    .addItem(`${REQUESTS.preview}…`, 'askForClosingPreview')
    .addItem(REQUESTS.previewMail, 'askForMailPreview')
    .addItem(`${REQUESTS.close}…`, 'askForClosing')
    .addItem(`${REQUESTS.correct}…`, 'askForCorrection');
  // Its days are in January; in other months there is nothing it could do.
  if (civilOf(momentOf(Date.now())).month === 1) menu.addItem(`${REQUESTS.closeYear}…`, 'askForYear');
  menu
    .addItem('Báo cáo đột xuất…', 'explainAdHoc')
    .addItem(REQUESTS.test, 'askForTestMail')
    .addItem(REQUESTS.chairman, 'askToWriteToChairman')
    .addSeparator()
    .addItem(`${REQUESTS.remind}…`, 'askForReminders')
    .addItem(REQUESTS.check, 'askForCheck')
    .addSeparator()
    .addItem(`${REQUESTS.previewSync}…`, 'askForSyncPreview')
    .addItem(`${REQUESTS.sync}…`, 'askForSync')
    .addItem('Thiết lập ban đầu…', 'explainSetUp')
    .addItem(`Giới thiệu (phiên bản ${VERSION})`, 'aboutProgram')
    .addToUi();
}

export function askForClosingPreview(): void {
  askFor('preview', 'Hệ thống nêu con số, đơn vị còn thiếu, chỗ cần sửa của kỳ vừa hết; không chốt gì.');
}

/** What a request for a closing comes to before its numbers have been shown. */
const SHOWN_FIRST =
  ' Chưa xem trước, hoặc số liệu đã khác lúc xem trước, thì hệ thống nêu con số ở cột Kết quả, chưa chốt; đồng ý thì yêu cầu lần nữa.';

export function askForClosing(): void {
  askFor('close', `Hệ thống chốt số liệu của kỳ vừa hết thành một bản, rồi thư đi tới Chủ tịch.${SHOWN_FIRST}`);
}

export function askForCorrection(): void {
  askFor(
    'correct',
    `Hệ thống lập bản đính chính của kỳ trước từ số liệu đã sửa; hết thời gian đính chính thì nói rõ, không làm gì.${SHOWN_FIRST}`,
  );
}

export function askForMailPreview(): void {
  askFor('previewMail', REQUEST_QUESTIONS.previewMail);
}

export function askForYear(): void {
  askFor('closeYear', `Hệ thống chốt số liệu năm trước đến hết ngày 31/12, thay số ước bằng số thực.${SHOWN_FIRST}`);
}

export function askForTestMail(): void {
  askFor('test', REQUEST_QUESTIONS.test);
}

export function askToWriteToChairman(): void {
  askFor(
    'chairman',
    `${REQUEST_QUESTIONS.chairman} Bản đã gửi thì hệ thống hỏi lại ở cột Kết quả; yêu cầu lần nữa trong 60 phút để gửi lại.`,
  );
}

export function askForReminders(): void {
  askFor('remind', REQUEST_QUESTIONS.remind);
}

export function askForCheck(): void {
  askFor('check', 'Hệ thống nêu chỗ sai (chặn) và chỗ nên xem lại (lưu ý); danh sách ở tab Kiểm tra.');
}

export function askForSyncPreview(): void {
  askFor('previewSync', 'Hệ thống so bảng với mẫu và ghi những gì cần sửa vào tab Xem trước; chưa sửa gì.');
}

export function askForSync(): void {
  askFor('sync', 'Hệ thống làm đúng những gì đã nêu ở tab Xem trước; bảng đã khác thì hệ thống nêu lại, chưa sửa.');
}

export function explainAdHoc(): void {
  tell(
    'Báo cáo đột xuất',
    'Ghi một dòng ở tab Đột xuất: Nội dung, Phạm vi, Hạn đơn vị trả lời (và Căn cứ, Mức khẩn nếu có), rồi đánh dấu ô Chọn ' +
      'của dòng đó. Khoảng 10 phút sau hệ thống hỏi các đơn vị. Đủ trả lời hoặc hết hạn thì đánh dấu lần nữa để tổng hợp.',
  );
}

export function explainSetUp(): void {
  const isThis = SpreadsheetApp.getActiveSpreadsheet().getId() === sheetId;
  tell(
    'Thiết lập ban đầu',
    `${isThis ? '' : OTHER_SHEET}Bảng này cài theo cách chặt: việc thiết lập, lịch tự động và mọi thư do một tập lệnh riêng làm. Dùng tài khoản cài đặt ` +
      `mở ${EDITOR}, chọn hàm setUp, bấm Chạy (Run), đọc Nhật ký thực thi.`,
  );
}

/** A copy of the sheet, or a constant that a person has not filled in, or not well. */
const OTHER_SHEET =
  `MÃ BẢNG trong chương trình của tệp này ${sheetId === '' ? 'CHƯA GHI' : `là của tệp khác (${sheetId})`}. Nếu đây là bảng chính: Tiện ích mở rộng ▸ Apps Script, ` +
  'sửa MA_BANG ở mấy dòng đầu thành mã của bảng này, lưu, tải lại bảng. Nếu đây là bản sao thì không tập lệnh nào phục vụ nó.\n\n';
/** Where the other script is, as far as somebody wrote it down. */
const EDITOR = editorUrl || 'tập lệnh riêng trong https://script.google.com/home';

export function aboutProgram(): void {
  tell(
    PROGRAM,
    `Phiên bản ${VERSION}, cài theo cách chặt: chương trình trong bảng chỉ ghi yêu cầu vào tab Điều khiển.`,
  );
}

function askFor(name: RequestName, words: string): void {
  const title = REQUESTS[name];
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  const file = SpreadsheetApp.getActiveSpreadsheet();
  if (file.getId() !== sheetId) {
    tell(title, 'Tệp này là bản sao của bảng theo dõi: không có tập lệnh nào phục vụ, không chốt và không gửi gì.');
    return;
  }
  const { settings, causes } = lookInSheet();
  const account = Session.getEffectiveUser().getEmail().toLowerCase();
  const isListed = isKeeper(account, settings);
  const wordsOf = (why: Refused) => `${why === 'not-yours' && isListed ? NOT_YET : REFUSALS[why]} ${account}`;
  const refused = whyNoRequest(name);
  if (refused !== undefined) {
    tellAndLetGo(title, wordsOf(refused));
    return;
  }
  // Of these two the chairman's mail is what comes next.
  const mail = CLOSES.includes(name) && causes.length > 0 ? `\n${mailPromise(causes)}` : '';
  if (!ask(title, `${words}${mail}\n\n${requestPromise(causes)} Đồng ý?`)) return;
  const left = leaveRequest(name, account);
  tellAndLetGo(title, typeof left === 'object' ? left.words : wordsOf(left));
}

/** What came of a click; whoever consented to the plain way's script gives that up with it. */
function tellAndLetGo(title: string, outcome: string): void {
  const isAskedAgain = mayHoldOldConsent();
  tell(title, isAskedAgain ? `${outcome}\n\n${ASKED_AGAIN}` : outcome);
  if (isAskedAgain) giveUpOldConsent();
}

const ASKED_AGAIN =
  'Bảng này trước đây cài theo cách thường; quyền đã cho lúc đó nay được bỏ, nên lần bấm sau Google hỏi quyền một lần nữa: chỉ bảng này, ' +
  'thực đơn và hộp thoại, địa chỉ của đồng chí. Chỉ đồng ý đúng ba quyền đó. Về sau lại bị hỏi thì đừng đồng ý, báo tài khoản cài đặt.';

const CLOSES: readonly RequestName[] = ['close', 'closeYear', 'correct'];

/** On the list, and the rights not set for it: a tick of somebody who has them wakes the clock, and its look sets them. */
const NOT_YET =
  'Tài khoản này có trong tab Cấu hình nhưng chưa được đặt quyền sửa bảng. Hệ thống tự đặt quyền, chậm nhất sau 4 giờ; cần ngay thì nhờ một tài ' +
  'khoản khác trong danh sách đánh dấu ô Kiểm tra dữ liệu ở tab Điều khiển rồi chờ 10 phút. Tài khoản đang dùng:';

const REFUSALS: Readonly<Record<Refused, string>> = {
  'no-row': `Tab Điều khiển thiếu dòng của việc này; nhờ tài khoản cài đặt chạy setUp tại ${EDITOR}. Tài khoản đang dùng:`,
  'not-yours': NOT_YOURS,
};
