// What must not stand in the texts units type: state secrets and personal data (product §7, facts/report-forms §7). Numbers
// are named masked, so that the list itself gives nothing away.
import type { Cell } from '../cell.ts';
import { ENTRY_HEADINGS, TEXT_ENTRIES } from '../check-row.ts';
import { type CellFinding, type Finding, rowFinding } from '../finding.ts';
import { findPersonalData, PERSONAL_DATA_NAMES } from '../personal-data.ts';
import { tidiedText } from '../report/typed-text.ts';
import type { TaskRow } from '../task.ts';
import { secretMark } from './secret-mark.ts';

/** Numbers named of one cell. */
const NAMED = 2;

export function checkTexts(row: TaskRow): Finding[] {
  return TEXT_ENTRIES.flatMap((entry): Finding[] => {
    const column = ENTRY_HEADINGS[entry];
    const said = [secretIn(row[entry]), personalDataIn(row[entry])];
    return said.flatMap((finding) => (finding ? [rowFinding(row, { column, ...finding })] : []));
  });
}

/** What is said of a text, wherever it stands. */
type Said = Omit<CellFinding, 'column'>;

function secretIn(cell: TaskRow['result']): Said | undefined {
  const mark = secretMark(cell);
  if (mark === undefined) return undefined;
  return {
    weight: 'block',
    text: `Có chữ chỉ độ mật «${mark}». Không ghi nội dung mật vào bảng này.`,
    todo: 'Bỏ nội dung mật khỏi ô, báo Công an xã; báo cáo nội dung đó theo đường văn bản mật.',
  };
}

/** An identity number is always a person's; a telephone number may be an office's, so it is only worth a look. */
export function personalDataIn(cell: Cell): Said | undefined {
  // The same text as a mail or a document would take over.
  const found = findPersonalData(typeof cell === 'string' ? (tidiedText(cell) ?? null) : cell);
  if (found.length === 0) return undefined;
  const named = found.slice(0, NAMED).map(({ kind, masked }) => `${PERSONAL_DATA_NAMES[kind]} ${masked}`);
  const rest = found.length - named.length;
  const text = `Có ${named.join(', ')}${rest > 0 ? ` và ${rest} số nữa` : ''}.`;
  return found.some(({ kind }) => kind !== 'phone')
    ? { weight: 'block', text, todo: 'Xóa số này, chỉ ghi số liệu tổng hợp.' }
    : { weight: 'note', text, todo: 'Nếu là số của người dân thì xóa, chỉ ghi số liệu tổng hợp.' };
}
