// The report of a restoring, in Vietnamese: what the file holds, what was closed, what the download lost, how far the sheet was
// from what it should be, and the way back into Google.
import { formatMoment, type Moment } from '../../../core/calendar.ts';
import { type ChangeLine, IMPACT_WORDS } from '../../../sheet/describe.ts';
import type { WorkbookRead } from '../../workbook-file/read-workbook-file.ts';
import type { BroughtUp } from './bring-up.ts';
import type { ClosedVersion } from './closed-versions.ts';
import type { Identified } from './identify.ts';
import { lossLines } from './losses.ts';

export interface Restored {
  /** The file's name, as it was given. */
  readonly file: string;
  readonly read: WorkbookRead;
  readonly identified: Identified;
  readonly up: BroughtUp;
  /** Undefined where «Sổ báo cáo» cannot be read; then `ledgerFault` says why. */
  readonly versions: readonly ClosedVersion[] | undefined;
  readonly ledgerFault: string | undefined;
  /** What the clock of the local host was put to, and whether the file itself told so. */
  readonly clock: { readonly at: Moment; readonly told: boolean };
}

export function reportLines(restored: Restored): string[] {
  const { file, identified, up, clock } = restored;
  const told = clock.told ? 'lần cuối bảng hoạt động, theo tệp' : 'tệp không ghi lần cuối bảng hoạt động';
  const usual = (up.found?.lines ?? []).filter(isUsual).map(({ text }) => text);
  const parts: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    [
      `Tab của chương trình: ${identified.tabs.length}/${identified.tabs.length + identified.missing.length}`,
      tabLines(restored),
    ],
    ['Tab, tên khác: giữ nguyên, không thuộc chương trình', foreignLines(identified)],
    ['Bản đã chốt', versionLines(restored)],
    ['Không mang về được từ tệp .xlsx', lossLines(restored.read, identified)],
    [`Chỗ tệp khác bảng đúng (máy ${up.healed ? 'đã sửa trên máy thử' : 'chưa sửa hết'})`, differenceLines(up)],
    ['Sau khi đồng bộ', afterLines(up)],
    ['Muốn dùng lại trên Google', GUIDE],
    [`Những thứ tệp tải về nào cũng mất, máy dựng lại: ${usual.length} việc`, usual],
  ];
  return [
    `Khôi phục từ ${file}`,
    `Đồng hồ máy thử: ${formatMoment(clock.at)} (${told}).`,
    ...parts.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : ['', `${heading}`, ...lines.map((line) => `  ${line}`)],
    ),
  ];
}

function tabLines({ identified, up }: Restored): string[] {
  const placed = new Map(up.found?.placement.tabs.map((tab) => [tab.declared.key, tab]));
  const known = identified.tabs.map(({ declared, tab, byTitle }) => {
    const content = tab.rows.filter(
      (row, i) => i > 0 && row.some((cell) => cell.userEnteredValue !== undefined),
    ).length;
    const { rows = [] } = placed.get(declared.key) ?? {};
    const missing = rows.filter(({ isNew }) => isNew).map(({ key }) => key);
    const lost = missing.length === 0 ? '' : `; thiếu ${missing.join(', ')}`;
    const size =
      declared.kind === 'fixed'
        ? 'dựng lại'
        : declared.kind === 'growing' || rows.length === 0
          ? `${content} dòng`
          : `${rows.length - missing.length}/${rows.length} dòng${lost}`;
    const as =
      tab.title === declared.title ? '' : ` (trong tệp: «${tab.title}»${byTitle ? '' : ', nhận ra theo tiêu đề cột'})`;
    return `${declared.title}: ${size}${as}`;
  });
  return [...known, ...identified.missing.map((title) => `${title}: không có trong tệp, máy dựng mới`)];
}

function foreignLines({ foreign, names }: Identified): string[] {
  const tabs = foreign.map(({ title, like }) => {
    const why =
      like === undefined ? '' : `: tên giống tab «${like}» nhưng tiêu đề cột khác, hoặc đã có tab khác được nhận`;
    return `Tab «${title}»${why}`;
  });
  return [...tabs, ...(names.length > 0 ? [`Dải ô tên ${names.join(', ')}`] : [])];
}

function versionLines({ versions, ledgerFault }: Restored): string[] {
  if (!versions) return [`Không đọc được «Sổ báo cáo»: ${ledgerFault ?? ''}`];
  if (versions.length === 0) return ['Chưa có bản nào.'];
  return versions.map(({ name, fault, changed }) => {
    if (fault !== undefined) return `${name}: KHÔNG đọc lại được: ${fault}`;
    return `${name}: đọc lại được${changed ? ', nhưng các dòng ở «Lịch sử» KHÔNG còn đúng như lúc chốt' : ', đúng như lúc chốt'}`;
  });
}

/** Put back after every download: guards, looks and formulas, and rights. */
function isUsual({ impact, text }: ChangeLine): boolean {
  return impact === 'restore' || text.startsWith('Vùng bảo vệ');
}

function differenceLines({ found, said }: BroughtUp): string[] {
  const offers = said.filter((words) => words.includes('Điền lại nội dung')).flatMap((words) => words.split('\n'));
  const lines = (found?.lines ?? []).filter((line) => !isUsual(line));
  const told = [
    ...lines.map(({ impact, text }) => `${IMPACT_WORDS[impact]}: ${text}`),
    ...offers.filter((line) => / – /u.test(line)).map((line) => `Điền lại nội dung đã nhập: ${line}`),
  ];
  return told.length > 0 ? told : ['Không có gì ngoài những thứ tệp tải về nào cũng mất (danh sách ở cuối).'];
}

function afterLines({ left, failures, healed, said, keeper, settings }: BroughtUp): string[] {
  const rest = (left?.lines ?? []).filter(({ impact }) => impact !== 'leave');
  const why = [...failures, ...said.slice(-1)].map((words) => `CHƯA đồng bộ được: ${words.trim()}`);
  const state = healed
    ? ['Bảng đã đúng, không còn gì phải sửa.']
    : [...why.slice(0, 1), ...rest.map(({ text }) => `Còn khác: ${text}`)];
  const copy =
    settings.fileId === ''
      ? 'Tệp không ghi mã của bảng cũ: máy đã thiết lập như bảng mới.'
      : 'Đây là bản sao để xem: không chốt, không gửi thư, cho tới khi có người chọn «Thiết lập ban đầu…» (khi đó mọi địa chỉ bị xóa trắng).';
  return [
    ...state,
    ...(left?.warnings ?? []).map((text) => `Lưu ý: ${text}`),
    `Đồng bộ bằng tài khoản ${keeper}.`,
    copy,
  ];
}

const GUIDE: readonly string[] = [
  'Bảng còn trên Google mà hỏng: trước hết dùng Tệp ▸ Lịch sử phiên bản (đủ cả quyền, công thức), hoặc Thùng rác của Drive nếu bị xóa.',
  'Bảng cũ và chương trình còn, các tab hỏng hết: Tệp ▸ Nhập ▸ Thay thế bảng tính, rồi Đề án 06 ▸ Thiết lập ban đầu…',
  'Không còn bảng:',
  '1. Bằng tài khoản cài đặt, tải tệp .xlsx lên Drive, mở, chọn Tệp ▸ Lưu dưới dạng Google Trang tính.',
  '2. npm run deploy -- --sheet MÃ-BẢNG-MỚI (đổi tên .clasp.local.json trước, nếu máy này đã gắn với bảng cũ).',
  '3. Mở bảng mới, Đề án 06 ▸ Thiết lập ban đầu…: máy nhận ra các tab tải lên, hỏi, rồi dựng lại bảng từ đó.',
  '4. Ghi lại địa chỉ ở Cấu hình, Đơn vị; chia sẻ tệp; Đồng bộ bảng tính. Bảng cũ nếu còn thì bỏ, để không có hai bảng cùng gửi thư.',
];
