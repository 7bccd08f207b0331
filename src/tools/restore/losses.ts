// What an .xlsx file did not bring, in words: what no such file holds, and what this one holds otherwise than the sheet did.
// Formulas of the program's own are not among it: the sync writes them anew.

import { columnLetters } from '../../core/a1.ts';
import { textOf } from '../../core/cell.ts';
import type { TabLosses, WorkbookRead } from '../../host/workbook-file/read-workbook-file.ts';
import type { RecognisedTab } from '../../sheet/reading/recognise-tabs.ts';
import { headedColumns } from '../../sheet/reading/recognise-tabs.ts';
import { cellAt, rawValue } from '../../sheet/reading/snapshot.ts';
import type { Identified } from './identify.ts';

/** Cells named in one line. */
const NAMED = 8;

export function lossLines({ losses, strangeNames }: WorkbookRead, { tabs }: Identified): string[] {
  const own = losses.flatMap((lost) => {
    const recognised = tabs.find(({ tab }) => tab.title === lost.title);
    const isOurs = recognised ? formulasOf(recognised) : () => false;
    const line = (places: TabLosses['formula'], words: string) =>
      places.length === 0 ? [] : [`Tab «${lost.title}»: ${words}: ${placesOf(places)}`];
    const pictures = recognised?.declared.kind === 'fixed' ? 0 : lost.pictures;
    return [
      ...line(
        lost.formula.filter((place) => !isOurs(place)),
        'công thức do người dùng ghi, chỉ còn kết quả',
      ),
      ...line(
        lost.error.filter((place) => !isOurs(place)),
        'ô đang báo lỗi, để trống',
      ),
      ...line(lost.cut, 'chữ dài hơn mức Excel giữ được, đã bị cắt'),
      ...(pictures > 0 ? [`Tab «${lost.title}»: ${pictures} hình, biểu đồ`] : []),
    ];
  });
  const names = strangeNames.length > 0 ? [`Dải ô tên không đọc được: ${strangeNames.join(', ')}`] : [];
  return [
    'Không có trong tệp .xlsx: mã chương trình và lịch tự động, sổ «đã gửi thư» của hệ thống (Nhật ký vẫn còn), quyền chia sẻ tệp, ' +
      'lịch sử phiên bản, bình luận, nhiều đường dẫn trong một ô, chữ đậm hay màu của một phần ô.',
    'Ở tab riêng của người dùng: màu theo điều kiện, danh sách chọn, đường viền không được mang về.',
    ...own,
    ...names,
  ];
}

/** Whether a formula at a place is one the sync writes. */
function formulasOf(recognised: RecognisedTab): (place: { readonly row: number; readonly column: number }) => boolean {
  const { declared } = recognised;
  if (declared.kind === 'fixed') {
    const cells = new Set(declared.cells.map(({ row, column }) => `${row},${column}`));
    return ({ row, column }) => cells.has(`${row},${column}`);
  }
  if (declared.kind === 'growing') return () => false;
  const headed = new Map(headedColumns(recognised).map(({ column, key }) => [column, key]));
  const whole = new Set(
    declared.columns.flatMap(({ key, formula }) => (formula === undefined ? [] : [`${declared.key}.${key}`])),
  );
  const ofRows = new Set(
    declared.rows.flatMap(({ key: row, formulas = {} }) =>
      Object.keys(formulas).map((key) => `${row} ${declared.key}.${key}`),
    ),
  );
  const rowsKeys = [...headed].find(([, key]) => key === `${declared.key}.${declared.keyColumn}`)?.[0] ?? -1;
  return ({ row, column }) => {
    const key = headed.get(column) ?? '';
    return whole.has(key) || ofRows.has(`${textOf(rawValue(cellAt(recognised.tab, row, rowsKeys)))} ${key}`);
  };
}

function placesOf(places: TabLosses['formula']): string {
  const named = places.slice(0, NAMED).map(({ row, column }) => `${columnLetters(column)}${row + 1}`);
  const more = places.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` và ${more} ô khác` : ''}`;
}
