// What happened and what to do, for each reason a run ends before its end: for the people of the commune in Vietnamese and for whoever helps
// them in English.
import { blockWords, type CommandLine, type Words } from './block-words.ts';
import type { Failure } from './failure.ts';
import { type LocalReason, localWords } from './local-words.ts';

export type Reason =
  | Failure
  | LocalReason
  | 'login-unfinished'
  | 'new-sheet'
  | 'mismatch'
  | 'other-sheet'
  | 'other-script'
  | 'unsure-sheet'
  | 'unsure-script'
  | 'unsure-standalone'
  | 'no-sheet-id'
  | 'no-id'
  | 'no-answer'
  | 'declined'
  | 'differs';

const SETTINGS = 'https://script.google.com/home/usersettings';

export const errorWords = (run: CommandLine): Readonly<Record<Reason, Words>> => ({
  'not-logged-in': {
    vi: [
      'Máy này chưa đăng nhập Google.',
      `Chạy: npx clasp login, chọn tài khoản cài đặt, đánh dấu tất cả các quyền, rồi chạy lại: ${run()}`,
    ],
    en: [
      'This computer is not logged in to Google.',
      'Run npx clasp login as the installing account, tick all boxes, run again.',
    ],
  },
  'login-file': {
    vi: [
      'Tệp đăng nhập .clasprc.json không đọc được.',
      `Xóa tệp .clasprc.json trong thư mục người dùng, chạy: npx clasp login, rồi chạy lại: ${run()}`,
    ],
    en: [
      'The login file .clasprc.json cannot be read.',
      'Delete .clasprc.json in the home folder, run npx clasp login, run again.',
    ],
  },
  expired: {
    vi: ['Đăng nhập Google đã hết hạn hoặc bị thu hồi.', `Chạy: npx clasp login, rồi chạy lại: ${run()}`],
    en: ['The Google login has expired or was revoked.', 'Run npx clasp login, then run again.'],
  },
  scopes: {
    vi: [
      'Lần đăng nhập trước thiếu quyền.',
      `Chạy: npx clasp login, lần này đánh dấu tất cả các ô quyền, rồi chạy lại: ${run()}`,
    ],
    en: ['The login lacks permissions.', 'Run npx clasp login and tick all boxes, then run again.'],
  },
  ...blockWords(run),
  ...localWords(run),
  'api-off': {
    vi: [
      'Tài khoản này chưa bật Google Apps Script API.',
      `Mở ${SETTINGS} bằng tài khoản cài đặt, bật «Google Apps Script API», chờ vài phút rồi chạy lại: ${run()}`,
    ],
    en: [
      'The Apps Script API is off for this account.',
      `Open ${SETTINGS} as the installing account, switch it on, wait some minutes, run again.`,
    ],
  },
  'no-permission': {
    vi: [
      'Tài khoản đang đăng nhập không có quyền với bảng hoặc chương trình này.',
      'Đăng nhập bằng tài khoản sở hữu bảng (npx clasp login), hoặc nhờ chủ bảng chia sẻ quyền Người chỉnh sửa.',
    ],
    en: [
      'The account logged in may not change this sheet or script.',
      'Log in as its owner (npx clasp login), or be made an editor.',
    ],
  },
  'not-found': {
    vi: [
      'Google không thấy bảng hoặc chương trình có mã này: mã sai, đã bị xóa, hoặc thuộc tài khoản khác.',
      `Kiểm tra lại mã và tài khoản đang đăng nhập. Nếu bảng đã xóa hẳn và muốn tạo bảng mới: đổi tên tệp .clasp.local.json (cách chặt: cả .clasp.standalone.json) rồi chạy: ${run('--new')}`,
    ],
    en: [
      'Google finds no sheet or script with this id.',
      'Check the id and the account. To start anew after a deletion, rename .clasp.local.json and run with --new.',
    ],
  },
  offline: {
    vi: [
      'Không nối được tới Google.',
      `Kiểm tra mạng Internet (và biến HTTPS_PROXY nếu cơ quan dùng proxy) rồi chạy lại: ${run()}`,
    ],
    en: ['Google cannot be reached.', 'Check the network (and HTTPS_PROXY behind a proxy), run again.'],
  },
  cut: {
    vi: ['Mạng đứt giữa chừng.', `Chạy lại: ${run()}. Lệnh xem lại trên Google rồi làm tiếp từ chỗ dở.`],
    en: ['The connection broke.', 'Run again: it looks at Google and goes on from where it stopped.'],
  },
  certificate: {
    vi: [
      'Mạng của cơ quan thay chứng thư của Google nên máy không tin.',
      `Xin tệp chứng thư gốc của quản trị mạng, đặt biến NODE_EXTRA_CA_CERTS=đường-dẫn-tệp rồi chạy lại: ${run()}; hoặc dùng mạng khác.`,
    ],
    en: [
      "The network replaces Google's certificate.",
      'Set NODE_EXTRA_CA_CERTS to the root certificate of the network, or use another network.',
    ],
  },
  'drive-full': {
    vi: [
      'Google Drive của tài khoản cài đặt đã đầy: Google chưa tạo gì.',
      `Mở https://drive.google.com/drive/quota bằng tài khoản cài đặt, xóa bớt tệp lớn (cả Thùng rác và thư có tệp lớn), rồi chạy lại: ${run()}`,
    ],
    en: [
      "The account's Google Drive is full: nothing was made.",
      'Free room at drive.google.com/drive/quota, run again.',
    ],
  },
  'too-many': {
    vi: ['Google báo quá nhiều yêu cầu.', `Chờ vài phút rồi chạy lại: ${run()}`],
    en: ['Google says too many requests.', 'Wait some minutes, run again.'],
  },
  'google-broken': {
    vi: ['Google đang gặp lỗi, chưa rõ đã làm hay chưa.', `Chờ vài phút rồi chạy lại: ${run()}`],
    en: ['Google has an internal error; whether it did anything is unknown.', 'Wait some minutes, run again.'],
  },
  'code-refused': {
    vi: [
      'Google không nhận mã chương trình.',
      'Đây là lỗi của chương trình, không phải của người dùng: gửi dòng «clasp» bên dưới cho người phát triển.',
    ],
    en: ['Google refuses the code or its manifest.', 'A fault of this project: report the line of clasp below.'],
  },
  skipped: {
    vi: [
      'clasp bỏ qua, không đẩy mã lên Google.',
      `Chưa có gì thay đổi trên Google. Chạy npm ci rồi chạy lại: ${run()}; nếu vẫn vậy, báo người phát triển.`,
    ],
    en: ['clasp skipped the push.', 'Nothing changed. Run npm ci, run again; if it stays, report it.'],
  },
  unknown: {
    vi: ['clasp dừng với một lỗi chưa biết.', `Đọc dòng «clasp» bên dưới, rồi chạy lại: ${run()}`],
    en: ['clasp ended with an error unknown here.', 'Read its words below, run again.'],
  },
  'new-sheet': {
    vi: [
      'Máy này chưa biết bảng nào, và chưa ai nói rõ là xã chưa có bảng: chưa tạo gì.',
      `Xã đã có bảng: mở bảng ▸ Tiện ích mở rộng ▸ Apps Script ▸ Cài đặt dự án, sao chép Mã tập lệnh (Script ID), chạy: ${run('--script MÃ-TẬP-LỆNH')}; bảng chưa có chương trình thì: ${run('--sheet MÃ-BẢNG')}. Xã chưa có bảng nào: ${run('--new')}`,
    ],
    en: [
      'This computer knows no sheet, and nobody said that there is none yet: nothing was made.',
      'A sheet in use: --script ID (of its script). A sheet without the program: --sheet ID. None yet: --new.',
    ],
  },
  mismatch: {
    vi: [
      'Các mã đưa vào không thuộc về nhau, chưa gửi gì lên Google.',
      'Xem các dòng dưới đây, sửa lại mã rồi chạy lại.',
    ],
    en: ['The ids do not belong together; nothing was sent.', 'Read the lines below, mend the ids, run again.'],
  },
  'other-sheet': {
    vi: [
      'Máy này đã gắn với một bảng khác (.clasp.local.json).',
      'Muốn cập nhật bảng đang dùng: bỏ --sheet. Muốn chuyển hẳn sang bảng khác: đổi tên tệp .clasp.local.json để giữ lại, rồi chạy lại.',
    ],
    en: [
      'This checkout belongs to another sheet (.clasp.local.json).',
      'Leave out --sheet, or rename .clasp.local.json to turn to another sheet.',
    ],
  },
  'other-script': {
    vi: [
      'Máy này đã gắn với một chương trình khác (.clasp.local.json).',
      'Muốn cập nhật bảng đang dùng: bỏ --script. Muốn chuyển hẳn: đổi tên tệp .clasp.local.json để giữ lại, rồi chạy lại.',
    ],
    en: [
      'This checkout belongs to another script (.clasp.local.json).',
      'Leave out --script, or rename .clasp.local.json.',
    ],
  },
  'unsure-sheet': {
    vi: [
      'Bị đứt giữa lúc tạo bảng, chưa rõ Google đã tạo hay chưa.',
      `Đừng chạy lại ngay như cũ. Mở https://drive.google.com xem có bảng tên dưới đây không. Có: chạy ${run('--sheet MÃ-BẢNG')}. Không: ${run('--again')}`,
    ],
    en: [
      'A run broke while the sheet was being made: whether Google made it is unknown.',
      'Look in Drive. If it is there: --sheet ID. If not: --again.',
    ],
  },
  // Google's editor makes a project where a sheet has none: whichever it shows is the one to take.
  'unsure-script': {
    vi: [
      'Bị đứt giữa lúc gắn chương trình vào bảng, chưa rõ Google đã gắn hay chưa.',
      `Mở bảng dưới đây ▸ Tiện ích mở rộng ▸ Apps Script ▸ Cài đặt dự án, sao chép Mã tập lệnh (Script ID), chạy: ${run('--script MÃ-TẬP-LỆNH')}`,
    ],
    en: [
      'A run broke while the script was being bound: whether Google bound it is unknown.',
      'Open the sheet ▸ Extensions ▸ Apps Script ▸ Project Settings, copy the script id, run with --script ID.',
    ],
  },
  'unsure-standalone': {
    vi: [
      'Bị đứt giữa lúc tạo tập lệnh riêng, chưa rõ Google đã tạo hay chưa.',
      `Mở https://script.google.com/home xem có dự án tên dưới đây không. Có: mở ra, Cài đặt dự án, sao chép Mã tập lệnh, chạy: ${run('--hardened', '--standalone MÃ-TẬP-LỆNH')}. Không: ${run('--hardened', '--again')}`,
    ],
    en: [
      'A run broke while the standalone script was being made: whether Google made it is unknown.',
      'Look at script.google.com/home. If it is there: --hardened --standalone ID. If not: --hardened --again.',
    ],
  },
  'no-sheet-id': {
    vi: [
      'Cách cài chặt cần biết mã bảng tính: tập lệnh riêng mở bảng theo mã đó.',
      'Chạy lại, thêm --sheet MÃ-BẢNG (mã hoặc cả địa chỉ của bảng).',
    ],
    en: ['The hardened way needs the id of the sheet.', 'Run again with --sheet ID.'],
  },
  'no-id': {
    vi: [
      'clasp báo đã tạo nhưng không cho biết mã.',
      `Mở bảng trong Drive ▸ Tiện ích mở rộng ▸ Apps Script ▸ Cài đặt dự án, rồi chạy: ${run('--script MÃ-TẬP-LỆNH')}`,
    ],
    en: [
      'clasp made it but told no id.',
      'Find the script id in the sheet (Extensions ▸ Apps Script ▸ Project Settings), run with --script ID.',
    ],
  },
  'no-answer': {
    vi: [
      'Không có ai để hỏi (không chạy trong cửa sổ lệnh).',
      `Xem các việc nêu trên; đồng ý thì chạy: ${run('--yes')}`,
    ],
    en: ['Nobody to ask: not a terminal.', 'If the plan above is right, run with --yes.'],
  },
  declined: {
    vi: ['Chưa làm gì, vì không được đồng ý.', `Khi sẵn sàng, chạy lại: ${run()}`],
    en: ['Nothing was done.', 'Run again when ready.'],
  },
  differs: {
    vi: [
      'Mã tải về từ Google khác mã vừa đẩy lên.',
      `Có thể có người đang sửa mã trên Google cùng lúc. Chạy lại: ${run()}; nếu vẫn vậy, báo người phát triển.`,
    ],
    en: [
      'What came back from Google is not what was pushed.',
      'Somebody may be editing there. Run again; if it stays, report it.',
    ],
  },
});
