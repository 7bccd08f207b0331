// Every word the page says itself. What the program says comes from the program, what Google says is Google's.

export const WORDS = {
  machine: 'Máy mô phỏng',
  machineHint:
    'Không phải Google. Chạy ngay trong trình duyệt này. Không gửi gì ra ngoài; thư chỉ nằm trong Thư đã gửi của máy.',
  loading: 'Đang mở bảng tính…',
  failed: 'Không làm được',
  working: 'Đang chạy…',
  calculating: 'Đang tính lại…',
  passing: (day: string, done: number, whole: number) => `Đồng hồ: ${day} (${done}/${whole} ngày)`,
  typing: (day: string, done: number, whole: number) => `${day}: các đơn vị nhập số liệu mẫu, ${done}/${whole} ô`,
  stop: 'Dừng',
  close: 'Đóng',
  ok: 'OK',
  cancel: 'Hủy',
  yes: 'Có',
  no: 'Không',

  user: 'Người dùng',
  parts: { installer: 'Tài khoản cài đặt', police: 'Công an xã', chairman: 'Chủ tịch', unit: 'Đơn vị' },
  partsHint: { installer: 'chủ tệp', police: 'chốt báo cáo', chairman: 'chỉ xem', unit: '' },
  noMenu: 'Người chỉ xem không có thực đơn «Đề án 06».',

  clock: 'Đồng hồ',
  menuDeed: 'một mục của thực đơn Đề án 06',
  clockOn: 'lịch tự động: bật',
  clockOff: 'lịch tự động: chưa bật',
  pass: { minutes: '+20 phút', day: '+1 ngày', deadline: 'Tới ngày 15', month: '+1 tháng' },
  passHint: {
    minutes: 'Lịch tự động chạy 10 phút một lần: đủ để máy gửi thư vừa yêu cầu',
    day: 'Cùng giờ ngày mai',
    deadline: '8 giờ 30 ngày 15 sắp tới: Công an xã chốt báo cáo',
    month: 'Cùng ngày giờ tháng sau, mất khoảng một phút',
  },
  weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  passed: (sent: number) => (sent === 0 ? 'Không có thư nào được gửi.' : `Đã gửi ${sent} thư: xem Thư đã gửi.`),

  outbox: 'Thư đã gửi',
  drive: 'Drive',
  log: 'Nhật ký gọi',
  test: 'Máy thử',
  sample: 'Nhập số liệu mẫu của kỳ này',
  sampleHint: 'Từng đơn vị gõ vào đúng ngày của mình, đồng hồ chạy theo; mất khoảng một phút',
  sampleDone: (typed: number) =>
    typed === 0
      ? 'Kỳ này không có số liệu mẫu.'
      : `Các đơn vị đã nhập ${typed} ô số liệu mẫu (không phải số liệu của xã).`,
  startOver: 'Bắt đầu lại: bảng đã dựng xong',
  startEmpty: 'Bắt đầu lại: tệp trống, tự thiết lập',
  startQuestion: 'Bỏ mọi thứ đã nhập trong trình duyệt này và bắt đầu lại?',
  emptyStarted:
    'Tệp trống của tài khoản cài đặt, đã chia sẻ cho mọi tài khoản của máy thử. Chọn Đề án 06 ▸ Thiết lập ban đầu…',
  exportWorkbook: 'Tải bảng tính về (.xlsx)',
  exportState: 'Lưu cả máy thử ra tệp',
  importState: 'Mở tệp đã lưu',
  importQuestion: (name: string) =>
    `Thay mọi thứ trong trình duyệt này bằng «${name}»? Cái đang có sẽ mất; muốn giữ thì lưu ra tệp trước.`,
  importWrong: 'Tệp này không phải tệp lưu của máy thử.',
  about: 'Trang này là gì?',
  aboutText:
    'Đây là bảng tính và chương trình thật (đúng tệp sẽ đưa lên Google) chạy trên máy mô phỏng của dự án, ngay trong trình duyệt. ' +
    'Chọn người dùng bảng, nhập thử, bấm thực đơn «Đề án 06», cho đồng hồ chạy, đọc thư trong Thư đã gửi.\n\n' +
    'Trang mô phỏng trình duyệt; trên màn hình điện thoại các dòng của đơn vị hiện thành thẻ. Ứng dụng Google Trang tính trên điện thoại hiện bảng, và không được mô phỏng. ' +
    'Chưa kiểm chứng trên Google thật. Mọi thứ được giữ trong trình duyệt này.',

  cards: 'Các dòng của đơn vị',
  cardsOfOthers: 'Cùng chủ trì, đầu mối là đơn vị khác',
  cardsHint:
    'Mỗi thẻ là một dòng của bảng; ghi ở đây là ghi vào bảng. Ứng dụng Google Trang tính trên điện thoại hiện bảng, không hiện thẻ.',
  asTable: 'Xem bảng',
  asCards: 'Xem thẻ',
  cardDone: 'đã báo cáo kỳ này',
  cardOpen: 'chưa báo cáo kỳ này',
  reportedRows: 'Số dòng đã báo cáo',
  reported: (done: number, all: number, period: string) => `${done}/${all} dòng đã báo cáo ${period}`,
  views: 'Chế độ xem',
  allRows: 'Tất cả các dòng',
  foldedColumns: 'Hiện các cột gấp lại (Đầu mối, Hạn điều chỉnh…)',
  tabs: 'Các tab',
  cell: 'Ô đang chọn',
  cellHint: 'Gõ tên ô rồi Enter để tới ô đó',
  content: 'Nội dung ô',
  day: 'Ngày',
  ticked: 'đã đánh dấu',
  unticked: 'chưa đánh dấu',
  toGrid: 'Tới bảng',
  toTabs: 'Bỏ qua bảng, tới các tab',
  gridKeys: 'Mũi tên để đi giữa các ô, Enter để sửa, F6 để ra khỏi bảng.',
  keys: 'Phím tắt',
  keysText:
    'F6, Shift+F6: sang phần sau, phần trước của trang (thực đơn, ô nội dung, bảng, các tab). Tab trong bảng đi sang ô bên phải.\n\n' +
    'Enter, F2 hoặc gõ chữ: sửa ô. Enter, Tab, bấm chỗ khác: ghi. Esc: bỏ. Alt+Enter: xuống dòng. Ctrl+Enter: ghi vào mọi ô đang chọn.\n' +
    'Alt+↓: mở danh sách chọn, ô ngày. Gõ mấy chữ đầu, có dấu hay không, để chọn trong danh sách. Phím cách: đánh dấu ô vuông.\n' +
    'Delete: xóa nội dung. Ctrl+D, Ctrl+R: chép ô đầu xuống dưới, sang phải.\n' +
    'Ctrl+C, Ctrl+X, Ctrl+V: chép, cắt, dán. Ctrl+Z, Ctrl+Y (Ctrl+Shift+Z): bỏ, làm lại việc sửa của mình.\n' +
    'Home, End: đầu, cuối dòng. Ctrl+Home, Ctrl+End: đầu, cuối bảng. Ctrl+mũi tên: tới mép khối. Giữ Shift để chọn vùng. Ctrl+A: tất cả.\n' +
    'Alt+Enter khi chưa sửa ô: mở liên kết trong ô. Ctrl+F: tìm, của trình duyệt. Ctrl++, Ctrl+−: phóng to, thu nhỏ.',

  enter: 'Ghi',
  pick: 'Chọn',
  empty: '(để trống)',
  formula: 'Công thức',
  rows: (from: number, to: number) => `${to} dòng đang hiện trong ${from}`,

  lockedCell: 'Ô được bảo vệ: chỉ đọc',
  refused: 'Không ghi được',
  protected:
    'Bạn đang cố gắng chỉnh sửa một ô hoặc đối tượng được bảo vệ. Vui lòng liên hệ với chủ sở hữu bảng tính để gỡ bỏ chế độ bảo vệ nếu bạn cần chỉnh sửa.',
  lookingOnBar:
    'Bảng đang mở ở một cửa sổ khác của trình duyệt này: cửa sổ này chỉ xem, thấy những gì cửa sổ kia ghi. Đóng cửa sổ kia để sửa ở đây.',
  freed: 'Cửa sổ kia đã đóng: từ giờ sửa được ở đây.',
  lostEdit: 'Trang bị đóng ngay sau khi sửa: lần sửa cuối có thể chưa được lưu. Xem lại ô vừa gõ.',
  lostRun: (deed: string) =>
    `Trang bị đóng hoặc tải lại khi đang chạy «${deed}», việc đó chưa xong nên đã mất. Bảng đứng ở lúc trước khi bấm; bấm lại để chạy.`,
  lostTitle: 'Chưa được lưu',
  lookingOn: 'Cửa sổ này chỉ xem: bảng đang mở ở một cửa sổ khác của trình duyệt.',
  unread: (text: string) =>
    `Máy mô phỏng không biết Google sẽ hiểu «${text}» thế nào nên chưa ghi gì. Gõ rõ hơn: ngày 15/06/2024, số 1500; muốn giữ nguyên chữ thì gõ dấu nháy đơn ' ở trước.`,
  invalid: 'Dữ liệu bạn đã nhập vào ô này vi phạm quy tắc xác thực dữ liệu đặt cho ô.',
  runFailed: 'Chương trình báo lỗi',
  notEmulated: 'Máy mô phỏng không làm được việc này',

  consentTitle: 'Đăng nhập bằng Google',
  consentAsk: (title: string) => `«${title}» muốn có quyền truy cập vào Tài khoản Google của bạn`,
  consentSelect: 'Những quyền chương trình xin:',
  consentAllow: 'Cho phép',
  consentAgain: 'Google chỉ hỏi quyền, chưa chạy gì. Bấm lại mục vừa chọn trong thực đơn.',
  scopes: {
    'https://www.googleapis.com/auth/spreadsheets': 'Xem, chỉnh sửa, tạo và xóa bảng tính Google Trang tính của bạn',
    'https://www.googleapis.com/auth/drive.file': 'Xem, chỉnh sửa, tạo và xóa các tệp Drive do ứng dụng này tạo',
    'https://www.googleapis.com/auth/script.send_mail': 'Gửi email thay mặt bạn',
    'https://www.googleapis.com/auth/script.scriptapp': 'Cho phép ứng dụng chạy khi bạn không có mặt',
    'https://www.googleapis.com/auth/script.container.ui': 'Hiển thị và chạy nội dung trong Google Trang tính',
    'https://www.googleapis.com/auth/userinfo.email': 'Xem địa chỉ email chính của bạn',
  } as Readonly<Record<string, string>>,

  noMails: 'Chưa có thư nào. Chốt báo cáo rồi bấm «+20 phút», hoặc cho đồng hồ chạy tới ngày nhắc.',
  mailTo: 'Gửi',
  mailCc: 'Đồng gửi',
  mailFrom: 'Từ',
  mailBack: '‹ Tất cả thư',
  mailOnly: 'Chỉ thư gửi người đang dùng bảng',
  attachments: 'Tệp đính kèm',
  attached: 'tệp kèm',
  mailLink: (uri: string) => `Liên kết ra ngoài, không mở ở đây: ${uri}`,
  noDocuments: 'Chưa có văn bản nào. Văn bản được lập sau khi chốt báo cáo, ở lần chạy sau của lịch tự động.',
  sharedWith: 'Chia sẻ với',
  logHint: 'Mọi lời gọi dịch vụ của Google mà chương trình đã dùng, mới nhất trước. Đậm: gọi tới Google.',
  failures: 'Lịch tự động báo lỗi',
  bytes: (bytes: number) => (bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`),
} as const;

/** Google's buttons in Vietnamese. */
export const BUTTON_WORDS: Readonly<Record<string, string>> = {
  OK: WORDS.ok,
  CANCEL: WORDS.cancel,
  YES: WORDS.yes,
  NO: WORDS.no,
  CLOSE: WORDS.close,
};
