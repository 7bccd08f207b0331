// Numbers of «Chỉ tiêu» that count in nothing because of how they were typed (core/indicator.ts): whoever typed them sees a
// value in the cell, and K7 leaves it out.
import type { Day } from '../calendar.ts';
import { isEmpty } from '../cell.ts';
import type { Finding, Weight } from '../finding.ts';
import { type IndicatorRow, indicatorValue } from '../indicator.ts';
import { FIRST_DAY } from '../settings.ts';
import { quoted } from './quoted.ts';
import { checkLooseTexts } from './texts.ts';

/** What «Lưu ý» of «Chỉ tiêu» says at the row. */
export const INDICATOR_NOTES = {
  notTyped: 'Tử số, Mẫu số phải là số gõ tay, không âm; công thức thì chưa tính',
  over: 'Tử số lớn hơn Mẫu số nên chưa tính được',
  noDate: 'Chưa có Ngày nhập (gõ tay), đang coi là số liệu cũ',
  dateOdd: 'Ngày nhập không đúng: xem lại ngày, tháng, năm',
} as const;

/** @param asOf a later Ngày nhập is wrong; left out: none is too late */
export function checkIndicators(rows: readonly IndicatorRow[], asOf: Day = Number.POSITIVE_INFINITY): Finding[] {
  return rows.flatMap((row) => [checkIndicator(row, asOf) ?? [], noteOf(row)].flat());
}

/** Notes are printed nowhere, and everybody reads them. */
function noteOf(row: IndicatorRow): Finding[] {
  return checkLooseTexts([{ code: row.code, place: placeOf(row), column: 'Ghi chú', cell: row.note }]);
}

function placeOf({ code, name }: IndicatorRow): string {
  return `Chỉ tiêu ${code} «${quoted(name)}»`;
}

function checkIndicator(row: IndicatorRow, asOf: Day): Finding | undefined {
  const { code, numerator, denominator, target, enteredOn } = row;
  const say = (column: string, weight: Weight, text: string, todo: string): Finding => {
    return { code, place: placeOf(row), column, weight, text, todo };
  };
  const [formula] = row.formulas ?? [];
  if (formula) {
    const headings = { numerator: 'Tử số', denominator: 'Mẫu số', enteredOn: 'Ngày nhập' };
    const text = `Ô ${headings[formula]} của chỉ tiêu có công thức nên chưa tính.`;
    return say(headings[formula], 'block', text, 'Xóa công thức, gõ lại bằng số hoặc ngày.');
  }
  const isNoNumber = (cell: IndicatorRow['numerator']) => !isEmpty(cell) && (typeof cell !== 'number' || cell < 0);
  if (isNoNumber(numerator)) return say('Tử số', 'block', 'Tử số của chỉ tiêu không phải số.', 'Gõ lại bằng số.');
  if (isNoNumber(denominator)) return say('Mẫu số', 'block', 'Mẫu số của chỉ tiêu không phải số.', 'Gõ lại bằng số.');
  const isShare = typeof target === 'number' && target <= 1;
  if (isShare && typeof numerator === 'number' && typeof denominator === 'number' && numerator > denominator) {
    const text = 'Tử số lớn hơn Mẫu số nên chưa tính được chỉ tiêu.';
    return say('Tử số', 'block', text, 'Xem lại hai số; tỷ lệ không quá 100%.');
  }
  if (indicatorValue(row) !== undefined && typeof enteredOn !== 'number') {
    const text = 'Chỉ tiêu có số liệu nhưng chưa có Ngày nhập, đang coi là số liệu cũ.';
    return say('Ngày nhập', 'note', text, 'Ghi ngày của số liệu, ví dụ 15/05/2024.');
  }
  if (typeof enteredOn === 'number' && (enteredOn < FIRST_DAY || Math.floor(enteredOn) > asOf)) {
    return say(
      'Ngày nhập',
      'note',
      'Ngày nhập không đúng: trước năm 2000 hoặc sau ngày tính.',
      'Gõ lại ngày của số liệu.',
    );
  }
  return undefined;
}
