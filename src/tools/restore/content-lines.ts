// What a backup's own copies say of its content, and which texts were read as days and numbers, in words: every cell by name.
import { formatDay, formatMoment } from '../../core/calendar.ts';
import { type Cell, textOf } from '../../core/cell.ts';
import type { Format } from '../../sheet/declare.ts';
import { type Compared, columnName, type Difference, type Kind } from './compare-copies.ts';
import type { Mended, Why } from './mend-texts.ts';

/** Rows of one column from which on it is the column that changed, not its rows. */
const [MANY, SHARE] = [6, 0.5];
/** Letters from which on a text is no other row's by chance. */
const TELLING = 12;
/** Letters of a cell that are shown. */
const SHOWN = 60;

const WHYS: Readonly<Record<Why, string>> = {
  'one-way': 'chỉ đọc được một cách',
  copy: 'bản chép của dòng này trong tệp ghi ngày đó',
  column: 'các ô khác cùng cột đều ghi theo thứ tự đó',
  closing: 'đúng như lúc chốt',
};

const KINDS: Readonly<Record<Kind, string>> = {
  gone: 'TRỐNG, bản chép còn ghi',
  'gone-before': 'trống, bản chép mới nhất cũng trống, bản trước còn ghi',
  other: 'khác bản chép',
  added: 'bản chép trống',
  number: 'là số ở cột chữ; số 0 ở đầu, dạng «15/5» có thể đã mất',
};

export function readTexts(texts: readonly Mended[]): string[] {
  return texts.flatMap((cell) => {
    const { read, column } = cell;
    return read === undefined
      ? []
      : [`${placeOf(cell)}: «${cell.text}» đọc là ${shown(read.value, column.format)} (${WHYS[read.why]})`];
  });
}

export function unreadTexts(texts: readonly Mended[]): string[] {
  return texts.flatMap((cell) => {
    const { read, readings, column } = cell;
    if (read !== undefined) return [];
    const ways = readings.map(({ value }) => shown(value, column.format)).join(' hoặc ');
    return [`${placeOf(cell)}: «${cell.text}» có thể là ${ways}; để nguyên là chữ, phải xem và gõ lại`];
  });
}

/** Cells that differ, what is lost first; that somebody reported afterwards is said. */
export function comparedLines(compared: Compared | string, texts: readonly Mended[]): string[] {
  if (typeof compared === 'string') return [`KHÔNG so được với «Bản lưu», «Lịch sử»: ${compared}`];
  const sources = [...compared.sources].map(([source, rows]) => `${source} (${rows} dòng)`);
  const lines = (['gone', 'other', 'number', 'gone-before', 'added'] as const).flatMap((kind) =>
    named(compared, texts)
      .filter((one) => one.kind === kind)
      .map(differenceLine),
  );
  const isSame = lines.length === 0 ? ': ô nào cũng đúng như bản chép mới nhất' : '';
  return [
    sources.length > 0
      ? `Đã so từng ô đã nhập ở tab Nhiệm vụ, Chỉ tiêu với ${sources.join(', ')}${isSame}. Tab Cấu hình, Đơn vị, Đột xuất không có bản chép trong tệp: không so được.`
      : 'Trong tệp chưa có bản chép nào («Bản lưu», «Lịch sử» trống): nội dung các ô KHÔNG kiểm được.',
    ...(sources.length > 0 && compared.without > 0
      ? [`${compared.without} dòng không có bản chép nào, không kiểm được.`]
      : []),
    ...lines,
  ];
}

/** What is surely or probably lost, each a part of the first line. */
export function lostContent(compared: Compared | string, texts: readonly Mended[]): string[] {
  const unread = texts.filter(({ read }) => read === undefined);
  const parts =
    unread.length > 0
      ? [`${unread.length} ô ngày, số đã thành chữ, không đọc chắc được (${few(unread.map(placeOf))})`]
      : [];
  if (typeof compared === 'string') return [...parts, 'không so được nội dung với bản chép trong tệp'];
  const all = named(compared, texts);
  const gone = all.filter(({ kind }) => kind === 'gone');
  const moved = surelyDisplaced(all);
  return [
    ...(gone.length > 0
      ? [`${gone.length} ô trống mà bản chép mới nhất trong tệp còn ghi (${few(gone.map(placeOfDifference))})`]
      : []),
    ...(moved.length > 0 ? [`${moved.length} ô ghi nội dung của ô khác (${few(moved.map(placeOfDifference))})`] : []),
    ...changedColumns(compared, all),
    ...parts,
  ];
}

/**
 * What a person should look at, though it may be right; undefined where there is nothing.
 * @param merged ranges that were taken apart, each with its tab
 */
export function lookAgainLine(
  compared: Compared | string,
  texts: readonly Mended[],
  merged: readonly string[],
): string | undefined {
  const read = texts.filter((one) => one.read !== undefined).length;
  const all = typeof compared === 'string' ? [] : named(compared, texts);
  // What is surely at the wrong place is in the first line.
  const told = surelyDisplaced(all);
  const changed = all.filter((one) => one.kind !== 'gone' && !one.isLater && !told.includes(one));
  const parts = [
    ...(read > 0 ? [`${read} ô ngày, số trong tệp là chữ, hệ thống đã đọc lại`] : []),
    ...(changed.length > 0
      ? [
          `${changed.length} ô khác bản chép mới nhất: được sửa sau lúc chép, hoặc bị hỏng (${few(changed.map(placeOfDifference))})`,
        ]
      : []),
    ...(merged.length > 0
      ? [`ô bị gộp, đã tách ra (${merged.join('; ')}): lúc gộp, chữ của các ô sau ô đầu đã mất nếu có`]
      : []),
  ];
  return parts.length === 0 ? undefined : `XEM LẠI: ${parts.join('; ')}. Từng ô được nêu ở dưới.`;
}

/** Columns most of whose cells are not what the copies hold, reports of afterwards left out. */
function changedColumns({ filled }: Compared, all: readonly Difference[]): string[] {
  const changed = new Map<string, number>();
  for (const { kind, isLater, tabTitle, heading } of all) {
    const column = columnName(tabTitle, heading);
    if (kind === 'other' && !isLater) changed.set(column, (changed.get(column) ?? 0) + 1);
  }
  return [...changed].flatMap(([column, count]) => {
    const of = filled.get(column) ?? 0;
    return count >= MANY && count >= of * SHARE
      ? [`${column} khác bản chép ở ${count}/${of} ô: có thể cột bị đổi chỗ, dòng bị xếp lệch`]
      : [];
  });
}

/** Cells that hold what the copies have in another row or column, where it no longer is; one alone may be a person's copying. */
function surelyDisplaced(all: readonly Difference[]): Difference[] {
  const copied = new Set(all.flatMap(({ copy }) => (typeof copy === 'string' && copy.length >= TELLING ? [copy] : [])));
  const displaced = all.filter(({ now, isLater }) => !isLater && typeof now === 'string' && copied.has(now));
  return displaced.length > 1 ? displaced : [];
}

/** A text that stays text is told as one, and not again as a difference. */
function named({ differences }: Compared, texts: readonly Mended[]): Difference[] {
  const unread = texts.filter(({ read }) => read === undefined);
  const told = new Set(unread.map(({ tabTitle, rowName, column }) => `${tabTitle} ${rowName} ${column.heading}`));
  return differences.filter(({ tabTitle, row, heading }) => !told.has(`${tabTitle} ${row} ${heading}`));
}

const placeOf = ({ tabTitle, rowName, column }: Mended): string => `«${tabTitle}» ${rowName}, ${column.heading}`;
const placeOfDifference = ({ tabTitle, row, heading }: Difference): string => `«${tabTitle}» ${row}, ${heading}`;

function differenceLine(difference: Difference): string {
  const { kind, now, copy, source, isLater } = difference;
  const values = [
    ...(kind === 'gone' || kind === 'gone-before' ? [] : [`nay «${told(now)}»`]),
    ...(kind === 'added' ? [] : [`${source} ghi «${told(copy)}»`]),
  ];
  const later = isLater ? '; dòng được báo cáo sau lúc chép' : '';
  return `${placeOfDifference(difference)}: ${KINDS[kind]}: ${values.join('; ')}${later}`;
}

/** Numbers the size of a day of this century are shown as one. */
function told(cell: Cell): string {
  if (typeof cell === 'number' && cell > 36_526 && cell < 73_050) return shown(cell, 'moment');
  const text = textOf(cell).replace(/\s+/gu, ' ');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function shown(value: number | boolean, format: Format): string {
  if (typeof value === 'boolean') return value ? 'có đánh dấu' : 'không đánh dấu';
  if (format === 'percent') return `${Number((value * 100).toPrecision(10))}%`.replace('.', ',');
  if (format !== 'date' && format !== 'moment') return String(value);
  return Number.isInteger(value) ? formatDay(value) : formatMoment(value);
}

function few(places: readonly string[]): string {
  const more = places.length - 4;
  return more > 0 ? `${places.slice(0, 4).join('; ')} và ${more} ô khác` : places.join('; ');
}
