// The report of a restoring, in Vietnamese: what the file holds, what was closed, what the download lost, how far the sheet was
// from what it should be, and the way back into Google.
import { formatMoment } from '../../core/calendar.ts';
import { type ChangeLine, IMPACT_WORDS } from '../../sheet/describe.ts';
import type { BroughtUp } from './bring-up.ts';
import { comparedLines, lookAgainLine, readTexts, unreadTexts } from './content-lines.ts';
import type { Identified } from './identify.ts';
import { lossLines } from './losses.ts';
import { lostLine } from './lost.ts';
import type { Restored } from './restored.ts';

/** How a sync tells that it takes merged cells apart (sheet/describe.ts). */
const UNMERGED = ': tách ô đã gộp';

/** The file holds everything; on the terminal long lists are cut, and what every download loses is only counted. */
type ReportTarget = 'file' | 'terminal';

/** The file that holds everything. */
export const REPORT = 'bao-cao.txt';
/** Rows named on the terminal. */
const NAMED = 8;

export function reportLines(restored: Restored, place: ReportTarget): string[] {
  const { file, identified, up, clock, texts, compared } = restored;
  const told = clock.told ? 'lần cuối bảng hoạt động, theo tệp' : 'tệp không ghi lần cuối bảng hoạt động';
  const usual = (up.found?.lines ?? []).filter(isUsual).map(({ text }) => text);
  const lost = lostLine(restored);
  const again = lookAgainLine(compared, texts, mergedIn(up));
  const isFile = place === 'file';
  const parts: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    [
      `Tab của chương trình: ${identified.tabs.length}/${identified.tabs.length + identified.missing.length}`,
      tabLines(restored, place),
    ],
    ['Tab, tên khác: giữ nguyên, không thuộc chương trình', foreignLines(identified)],
    [
      'Bản đã chốt; nội dung các ô so với bản chép trong chính tệp này',
      [...versionLines(restored), ...cut(comparedLines(compared, texts), place)],
    ],
    ['Chữ có thể là ngày, là số: KHÔNG đọc được chắc chắn', cut(unreadTexts(texts), place)],
    ['Chữ là ngày, là số: đã đọc lại', cut(readTexts(texts), place)],
    ['Không mang về được từ tệp .xlsx', lossLines(restored.read, identified)],
    [
      `Chỗ tệp khác bảng đúng (hệ thống ${up.healed ? 'đã sửa trên máy thử' : 'chưa sửa hết'})`,
      differenceLines(up, place),
    ],
    ['Sau khi đồng bộ', afterLines(up, lost !== undefined, again !== undefined)],
    ['Muốn dùng lại trên Google', GUIDE],
    [`Những thứ tệp tải về nào cũng mất, hệ thống dựng lại: ${usual.length} việc`, isFile ? usual : []],
  ];
  return [
    ...[lost, again].filter((line) => line !== undefined),
    `Khôi phục từ ${file}`,
    `Đồng hồ máy thử: ${formatMoment(clock.at)} (${told}).`,
    ...parts.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : ['', `${heading}`, ...lines.map((line) => `  ${line}`)],
    ),
    ...(isFile
      ? []
      : ['', `Những thứ tệp tải về nào cũng mất, hệ thống dựng lại: ${usual.length} việc (danh sách ở ${REPORT})`]),
  ];
}

/** A long list, on the terminal. */
function cut(lines: readonly string[], place: ReportTarget): readonly string[] {
  const more = lines.length - NAMED;
  return place === 'file' || more <= 1
    ? lines
    : [...lines.slice(0, NAMED), `và ${more} ô khác (danh sách ở ${REPORT})`];
}

function listed(keys: readonly string[], place: ReportTarget): string {
  const more = keys.length - NAMED;
  return place === 'file' || more <= 0 ? keys.join(', ') : `${keys.slice(0, NAMED).join(', ')} và ${more} dòng khác`;
}

function tabLines({ identified, up }: Restored, place: ReportTarget): string[] {
  const placed = new Map(up.found?.placement.tabs.map((tab) => [tab.declared.key, tab]));
  const known = identified.tabs.map(({ declared, tab, byTitle }) => {
    const content = tab.rows.filter(
      (row, i) => i > 0 && row.some((cell) => cell.userEnteredValue !== undefined),
    ).length;
    const { rows = [] } = placed.get(declared.key) ?? {};
    const missing = rows.filter(({ isNew }) => isNew).map(({ key }) => key);
    const lost = missing.length === 0 ? '' : `; thiếu ${listed(missing, place)}`;
    const size =
      declared.kind === 'fixed'
        ? 'dựng lại'
        : declared.kind === 'growing' || rows.length === 0
          ? `${content} dòng`
          : `${rows.length - missing.length}/${rows.length} dòng${lost}`;
    const as =
      tab.title === declared.title ? '' : ` (trong tệp: «${tab.title}»${byTitle ? '' : ', nhận ra theo tiêu đề cột'})`;
    const hidden = tab.hiddenRows.length === 0 ? '' : `; ${tab.hiddenRows.length} dòng đang ẩn, nội dung vẫn còn`;
    return `${declared.title}: ${size}${hidden}${as}`;
  });
  return [...known, ...identified.missing.map((title) => `${title}: không có trong tệp, hệ thống dựng mới`)];
}

function foreignLines({ foreign, names }: Identified): string[] {
  const tabs = foreign.map(({ title, like }) => {
    const why =
      like === undefined ? '' : `: tên giống tab «${like}» nhưng tiêu đề cột khác, hoặc đã có tab khác được nhận`;
    return `Tab «${title}»${why}`;
  });
  return [...tabs, ...(names.length > 0 ? [`Dải ô tên ${names.join(', ')}`] : [])];
}

/** Title of the tab that knows the closings. */
const LEDGER = 'Sổ báo cáo';

function versionLines({ identified, versions, ledgerFault }: Restored): string[] {
  if (!versions) return [`Không đọc được «${LEDGER}»: ${ledgerFault ?? ''}`];
  if (versions.length === 0)
    return [identified.missing.includes(LEDGER) ? `Không rõ: tệp không có tab «${LEDGER}».` : 'Chưa có bản nào.'];
  return versions.map(({ name, fault, changed }) => {
    if (fault !== undefined) return `${name}: KHÔNG đọc lại được: ${fault}`;
    return `${name}: đọc lại được${changed ? ', nhưng các dòng ở «Lịch sử» KHÔNG còn đúng như lúc chốt' : ', đúng như lúc chốt'}`;
  });
}

const ROW_OF_TAB = /^(.*Tab «[^»]*»: )dòng (\S+)$/u;

/** Put back after every download: guards, looks and formulas, and rights. */
function isUsual({ impact, text }: ChangeLine): boolean {
  return (impact === 'restore' && !text.endsWith(UNMERGED)) || text.startsWith('Vùng bảo vệ');
}

/** «Tab «Nhiệm vụ», H10:H14». */
function mergedIn({ found }: BroughtUp): string[] {
  return (found?.lines ?? []).flatMap(({ text }) => (text.endsWith(UNMERGED) ? [text.slice(0, -UNMERGED.length)] : []));
}

function differenceLines({ found, said }: BroughtUp, place: ReportTarget): string[] {
  const offers = said.filter((words) => words.includes('Điền lại nội dung')).flatMap((words) => words.split('\n'));
  const lines = (found?.lines ?? []).filter((line) => !isUsual(line));
  const told = [
    ...rowsJoined(
      lines.map(({ impact, text }) => `${IMPACT_WORDS[impact]}: ${text}`),
      place,
    ),
    ...offers
      .filter((line) => / – /u.test(line))
      .map((line) => `Điền lại nội dung đã nhập: ${offerWords(line, place)}`),
  ];
  return told.length > 0 ? told : ['Không có gì ngoài những thứ tệp tải về nào cũng mất (danh sách ở cuối).'];
}

/** «Thêm: Tab «Nhiệm vụ»: dòng II.04», row by row, as one line a tab. */
function rowsJoined(lines: readonly string[], place: ReportTarget): string[] {
  const rows = new Map<string, string[]>();
  for (const line of lines) {
    const [, head = line, key] = ROW_OF_TAB.exec(line) ?? [];
    rows.set(head, [...(rows.get(head) ?? []), ...(key === undefined ? [] : [key])]);
  }
  return [...rows].map(([head, keys]) => {
    if (keys.length === 0) return head;
    return keys.length === 1 ? `${head}dòng ${keys[0]}` : `${head}${keys.length} dòng ${listed(keys, place)}`;
  });
}

/** «II.04, II.05 – Kỳ 06/2024, bản 1». */
function offerWords(line: string, place: ReportTarget): string {
  const [keys = '', ...rest] = line.split(' – ');
  return [listed(keys.split(', '), place), ...rest].join(' – ');
}

function afterLines(
  { left, failures, healed, said, keeper, settings }: BroughtUp,
  isLacking: boolean,
  isDoubtful: boolean,
): string[] {
  const rest = (left?.lines ?? []).filter(({ impact }) => impact !== 'leave');
  const why = [...failures, ...said.slice(-1)].map((words) => `CHƯA đồng bộ được: ${words.trim()}`);
  const state = healed
    ? [healedWords(isLacking, isDoubtful)]
    : [...why.slice(0, 1), ...rest.map(({ text }) => `Còn khác: ${text}`)];
  const copy =
    settings.fileId === ''
      ? 'Tệp không ghi mã của bảng cũ: hệ thống đã thiết lập như bảng mới.'
      : 'Đây là bản sao để xem: không chốt, không gửi thư, cho tới khi có người chọn «Thiết lập ban đầu…» (khi đó mọi địa chỉ bị xóa trắng).';
  return [
    ...state,
    ...(left?.warnings ?? []).map((text) => `Lưu ý: ${text}`),
    `Đồng bộ bằng tài khoản ${keeper}.`,
    copy,
  ];
}

function healedWords(isLacking: boolean, isDoubtful: boolean): string {
  if (isLacking) return 'Khung bảng đã đúng; nội dung thiếu: xem dòng CHÚ Ý.';
  if (isDoubtful) return 'Khung bảng đã đúng; nội dung có chỗ phải xem: dòng XEM LẠI.';
  return 'Bảng đã đúng, không còn gì phải sửa.';
}

const GUIDE: readonly string[] = [
  'Bảng còn trên Google mà hỏng: trước hết dùng Tệp ▸ Lịch sử phiên bản (đủ cả quyền, công thức), hoặc Thùng rác của Drive nếu bị xóa.',
  'Bảng cũ và chương trình còn, các tab hỏng hết: Tệp ▸ Nhập ▸ Thay thế bảng tính, rồi Đề án 06 ▸ Thiết lập ban đầu…',
  'Không còn bảng:',
  '1. Bằng tài khoản cài đặt, tải tệp .xlsx lên Drive, mở, chọn Tệp ▸ Lưu dưới dạng Google Trang tính.',
  '2. npm run deploy -- --sheet MÃ-BẢNG-MỚI (đổi tên .clasp.local.json trước, nếu máy này đã gắn với bảng cũ).',
  '3. Mở bảng mới, Đề án 06 ▸ Thiết lập ban đầu…: hệ thống nhận ra các tab tải lên, hỏi, rồi dựng lại bảng từ đó.',
  '4. Ghi lại địa chỉ ở Cấu hình, Đơn vị; chia sẻ tệp; Đồng bộ bảng tính. Bảng cũ nếu còn thì bỏ, để không có hai bảng cùng gửi thư.',
];
