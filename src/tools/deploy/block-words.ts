// What to do where Google lets clasp into no account of its kind: an administrator's rule of a Workspace domain, Advanced Protection. Google says
// so in the browser («Error 400: admin_policy_enforced», «Error 400: policy_enforced») and where a login is renewed; the same rule may stop the
// consent to the program in the sheet.

export interface Words {
  readonly vi: readonly [what: string, todo: string];
  readonly en: readonly [what: string, todo: string];
}

/** «npm run deploy» with what the person gave, and with these. */
export type CommandLine = (...more: string[]) => string;

/** How Google calls clasp 3.4.1: an administrator allows an app by this. */
export const CLASP_CLIENT = '1072944905499-vm2v2i5dvn0a0d2o4ca36i1vge8cvbn0.apps.googleusercontent.com';

const ALLOW = {
  vi: `nhờ quản trị viên Google Workspace của cơ quan mở https://admin.google.com/ac/owl (Bảo mật ▸ Kiểm soát API ▸ Quản lý quyền truy cập ứng dụng bên thứ ba), thêm ứng dụng có mã ${CLASP_CLIENT} (clasp), đặt là Tin cậy (Trusted), tin cậy cả ứng dụng nội bộ (Trust internal apps)`,
  en: `Have the Workspace administrator trust clasp (${CLASP_CLIENT}) and internal apps at admin.google.com/ac/owl`,
} as const;
const LEAVE = {
  vi: 'Gmail thì không ai cho phép riêng được: dùng tài khoản khác làm tài khoản cài đặt, hoặc rời chương trình đó tại https://myaccount.google.com/advanced-protection; dán mã bằng tay cũng sẽ bị chặn lúc Google hỏi quyền',
  en: 'For a Gmail account nobody can: use another account, or leave the programme',
} as const;

export const blockWords = (
  run: CommandLine,
): Readonly<Record<'admin-block' | 'advanced-protection' | 'login-unfinished', Words>> => ({
  'admin-block': {
    vi: [
      'Quản trị viên Google Workspace của cơ quan chặn clasp (admin_policy_enforced).',
      `Hãy ${ALLOW.vi}, và bật Apps Script cho tài khoản cài đặt. Rồi chạy lại: ${run()}. Không cho phép clasp được thì cài bằng hai lần dán (README).`,
    ],
    en: ['The Workspace administrator blocks clasp.', `${ALLOW.en}, and switch Apps Script on; or install by pasting.`],
  },
  'advanced-protection': {
    vi: [
      'Tài khoản này ở trong Chương trình Bảo vệ nâng cao của Google (policy_enforced): không ứng dụng ngoài nào được vào.',
      `Tài khoản cơ quan: ${ALLOW.vi}, rồi chạy lại: ${run()}. Tài khoản ${LEAVE.vi}.`,
    ],
    en: ['Advanced Protection keeps clasp out of this account.', `${ALLOW.en}. ${LEAVE.en}.`],
  },
  'login-unfinished': {
    vi: [
      'Đăng nhập Google chưa xong.',
      `Trình duyệt hiện «Error 400: admin_policy_enforced»: ${ALLOW.vi}. Hiện «Error 400: policy_enforced» (Bảo vệ nâng cao): tài khoản cơ quan cũng làm như vậy; tài khoản ${LEAVE.vi}. Không hiện lỗi nào: chạy lại: ${run()}`,
    ],
    en: [
      'The login was not finished.',
      `admin_policy_enforced in the browser: ${ALLOW.en}. policy_enforced: the same for a Workspace account. ${LEAVE.en}.`,
    ],
  },
});
