// What must not be in the texts units type: state secrets and personal data (rules 7.3, 7.5). Numbers
// are named masked, so that the list itself gives nothing away.
import type { Cell } from '../cell.ts';
import { isFormulaText } from '../content.ts';
import { ENTRY_HEADINGS, TEXT_ENTRIES } from '../entry-block.ts';
import { type CellFinding, type Finding, rowFinding } from '../finding.ts';
import { findPersonalData, PERSONAL_DATA_NAMES } from '../personal-data.ts';
import { isCutShort, tidiedText } from '../report/typed-text.ts';
import type { TaskRow } from '../task-row.ts';
import { oldFontSaid, TOO_LONG_TODO } from './letters.ts';
import { ROW_NOTES } from './row-notes.ts';
import { secretMark } from './secret-mark.ts';

/** Numbers named of one cell. */
const NAMED = 2;

export function checkTexts(row: TaskRow): Finding[] {
  return TEXT_ENTRIES.flatMap((entry): Finding[] => {
    const column = ENTRY_HEADINGS[entry];
    return [secretIn(row[entry]), personalDataIn(row[entry])].flatMap((said) =>
      said ? [rowFinding(row, { column, ...said })] : [],
    );
  });
}

/** A text that is in no row of a task. */
export interface LooseText {
  /** «Đột xuất ĐX-2024-01». */
  readonly place: string;
  readonly column: string;
  readonly cell: Cell;
  readonly code?: string;
}

/** The findings of a text in any place: all that is said of an entry, its letters and its length too. */
export function checkLooseTexts(texts: readonly LooseText[]): Finding[] {
  return texts.flatMap(({ cell, ...at }) => saidOf(cell).map((said): Finding => ({ ...at, ...said })));
}

/** A finding of a text in any place. */
type TextFinding = Omit<CellFinding, 'column'>;

/** Everything there is to say of a text. */
export function saidOf(cell: Cell): TextFinding[] {
  const long: TextFinding[] = isCutShort(cell)
    ? [{ weight: 'block', text: `${ROW_NOTES.tooLong}.`, todo: TOO_LONG_TODO }]
    : [];
  const formula: TextFinding[] = isFormulaText(cell)
    ? [{ weight: 'block', text: `${ROW_NOTES.formula}.`, todo: 'Xóa công thức, gõ lại bằng chữ.' }]
    : [];
  return [secretIn(cell), personalDataIn(cell), oldFontSaid(cell), ...long, ...formula].flatMap((said) => said ?? []);
}

function secretIn(cell: Cell): TextFinding | undefined {
  const mark = secretMark(cell);
  if (mark === undefined) return undefined;
  return {
    weight: 'block',
    text: `Có chữ chỉ độ mật «${mark}». Không ghi nội dung mật vào bảng này.`,
    todo: 'Bỏ nội dung mật khỏi ô, báo Công an xã; báo cáo nội dung đó theo đường văn bản mật.',
  };
}

/** An identity number is always a person's; a telephone number may be an office's, so it is only worth a look. */
export function personalDataIn(cell: Cell): TextFinding | undefined {
  // The same text as a mail or a document would take over.
  const found = findPersonalData(typeof cell === 'string' ? (tidiedText(cell) ?? null) : cell);
  if (found.length === 0) return undefined;
  const named = found.slice(0, NAMED).map(({ kind, masked }) => `${PERSONAL_DATA_NAMES[kind]} ${masked}`);
  const rest = found.length - named.length;
  const text = `Có ${named.join(', ')}${rest > 0 ? ` và ${rest} số nữa` : ''}.`;
  return found.some(({ kind }) => kind !== 'phone')
    ? { weight: 'block', text, todo: 'Xóa số này, chỉ ghi số liệu tổng hợp.' }
    : { weight: 'note', text, todo: 'Nếu là số của người dân thì xóa; nếu là số liệu thì ghi kèm đơn vị tính.' };
}
