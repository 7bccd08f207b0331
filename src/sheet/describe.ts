// Changes in Vietnamese, by weight: what a person reads before saying yes to a sync (rule 9.1).

import { areaName, columnLetters } from '../core/a1.ts';
import { formatDay } from '../core/calendar.ts';
import { type Cell, textOf } from '../core/cell.ts';
import { SETTING_LABELS } from '../core/settings.ts';
import type { CellChange, Change, Impact } from './change.ts';
import { sameFormula } from './equality.ts';

export const IMPACT_WORDS: Readonly<Record<Impact, string>> = {
  add: 'Thêm',
  fix: 'Sửa',
  restore: 'Khôi phục',
  leave: 'Để nguyên',
};

/** Longer previews go to a tab of their own: an alert nobody can scroll is an alert nobody reads. */
export const PREVIEW_LINES = 15;

/** Rows or units named in one line. */
const NAMED = 3;

export interface ChangeLine {
  readonly impact: Impact;
  readonly text: string;
}

/** One line a thing that people would name, in the order of the weights; equal changes of many cells are one line. */
export function describeChanges(changes: readonly Change[]): ChangeLine[] {
  const made = whatIsMade(changes);
  const lines = changes.flatMap((change): ChangeLine[] => {
    // What belongs to a tab that is being made is said by the tab's own line.
    if (change.kind === 'cell' || (change.kind !== 'tab' && 'tab' in change && made.tabs.has(change.tab))) return [];
    const text = describeOne(change);
    return text === undefined ? [] : [{ impact: change.impact, text }];
  });
  if (!made.tabs.has('tasks')) lines.push(...describeViews(changes));
  const names = changes.flatMap((change) => (change.kind === 'name' ? [change.name.name] : []));
  if (names.length > 0 && made.tabs.size === 0) {
    lines.push({
      impact: 'restore',
      text: `Ô tên dùng trong công thức: ${names.join(', ')}, để số liệu của các tab lại tự tính`,
    });
  }
  const cells = changes.filter(
    (change): change is CellChange => change.kind === 'cell' && !made.holds(change) && !isRewritten(change),
  );
  lines.push(...describeCells(cells));
  const order: readonly Impact[] = ['add', 'fix', 'restore', 'leave'];
  // What is done to several columns in the same words is one line.
  const own = lines.filter(({ text }, i) => lines.findIndex((line) => line.text === text) === i);
  return own.sort((a, b) => order.indexOf(a.impact) - order.indexOf(b.impact));
}

/** A formula that looks right and is written anew only because rows move. */
function isRewritten(change: CellChange): boolean {
  return change.part === 'formula' && sameFormula(textOf(change.before), change.formula);
}

/** Tabs, rows and columns that are new, and rows that are marked as withdrawn: their cells are said with them. */
function whatIsMade(changes: readonly Change[]): { tabs: ReadonlySet<string>; holds(change: CellChange): boolean } {
  const tabs = new Set(changes.flatMap((c) => (c.kind === 'tab' && c.action === 'add' ? [c.tab] : [])));
  const isWhole = (c: Change) => c.kind === 'row' || (c.kind === 'stranger' && c.as === 'withdrawn');
  const rows = new Set(changes.flatMap((c) => (isWhole(c) && 'row' in c && 'tab' in c ? [`${c.tab}|${c.row}`] : [])));
  const headings = new Set(changes.flatMap((c) => (c.kind === 'heading-row' && c.from === undefined ? [c.tab] : [])));
  const columns = new Set(
    changes.flatMap((c) => (c.kind === 'column' && c.action === 'insert' ? [`${c.tab}|${c.column}`] : [])),
  );
  const holds = ({ tab, row, column }: CellChange) =>
    tabs.has(tab) || rows.has(`${tab}|${row}`) || columns.has(`${tab}|${column}`) || (row === 0 && headings.has(tab));
  return { tabs, holds };
}

/** Equal changes of many cells are one line: the same part of a column, the same word for another. */
function describeCells(changes: readonly CellChange[]): ChangeLine[] {
  const groups = new Map<string, [CellChange, ...CellChange[]]>();
  for (const change of changes) {
    const { tab, heading = '', part, impact } = change;
    const says = part === 'value' && heading !== '' ? `${String(change.before)}|${String(change.value)}` : '';
    const key = [tab, heading, part, impact, says].join('|');
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    const text = first.part === 'value' && first.heading !== undefined ? describeValue(group) : describePart(group);
    return { impact: first.impact, text };
  });
}

function describeOne(change: Exclude<Change, CellChange>): string | undefined {
  switch (change.kind) {
    case 'file':
      return {
        locale: 'Ngôn ngữ của tệp (Việt Nam), để ngày 15/05/2024 và số 1,5 đọc đúng như đã gõ',
        timeZone: 'Múi giờ của tệp (Việt Nam), để thời điểm báo cáo và hạn tính đúng giờ',
        recalculation: 'Tính lại hằng giờ, để Trạng thái và số ngày còn lại luôn theo hôm nay dù không ai mở bảng',
      }[change.what];
    case 'tab':
      return describeTab(change);
    case 'heading-row':
      return change.from === undefined
        ? `Tab «${change.title}»: dòng tiêu đề đã bị xóa`
        : `Tab «${change.title}»: đưa dòng tiêu đề (đang ở dòng ${change.from + 1}) về dòng 1`;
    case 'column':
      return change.action === 'insert'
        ? `Tab «${change.title}»: cột «${change.heading}» đã bị xóa`
        : `Tab «${change.title}»: dấu nhận biết của cột «${change.heading}», để sửa tiêu đề hay chuyển chỗ thì hệ thống vẫn nhận ra cột`;
    case 'row':
      return `Tab «${change.title}»: dòng ${keyWords(change.tab, change.key)}`;
    case 'name':
      return undefined;
    case 'false-name':
      return `Bỏ tên «${change.name}» đặt cho dải ô của tab «${change.title}»: trùng tên hệ thống dùng để chốt báo cáo (ô vẫn nguyên)`;
    case 'closing-name':
      return `Đặt lại tên «${change.name}» cho các dòng của ${change.label} bản ${change.version} ở tab «Lịch sử»`;
    case 'colours':
      return `Tab «${change.title}»: màu theo trạng thái, để thấy ngay dòng quá hạn, sắp đến hạn`;
    case 'dimension':
      return change.hidden ? `Tab «${change.title}»: ẩn lại cột phụ, để bảng chỉ còn cột cần đọc` : undefined;
    case 'column-group':
      return `Tab «${change.title}»: cột «${change.first}» đến «${change.last}» thu gọn vào một nhóm, để đơn vị chỉ thấy cột cần nhập (bấm dấu + phía trên để mở)`;
    case 'empty-tab':
    case 'body-look':
      return undefined;
    case 'stale-tag':
      return `Tab «${change.title}», cột ${columnLetters(change.column)}: bỏ dấu nhận biết cũ`;
    case 'merge':
      return `Tab «${change.title}», ${areaName(change.range)}: tách ô đã gộp`;
    case 'basic-filter':
      return `Tab «${change.title}»: bỏ bộ lọc chung (mỗi đơn vị đã có chế độ xem lọc riêng)`;
    case 'hidden-rows':
      return `Tab «${change.title}»: hiện lại ${rowWords(change.from, change.to)} đang bị ẩn`;
    case 'banding':
      return `Tab «${change.title}»: bỏ nền xen kẽ, để thấy rõ đường kẻ giữa các dòng`;
    case 'view':
      return undefined;
    case 'chart':
      return `Tab «${change.title}»: biểu đồ «${change.chart.spec?.title ?? ''}»`;
    case 'stranger':
      return `Tab «${change.title}», dòng ${change.row + 1}: ${strangerWords(change)}`;
    case 'stranger-column': {
      const heading = change.heading === '' ? 'không có tiêu đề' : `«${change.heading}»`;
      return `Tab «${change.title}», cột ${columnLetters(change.column)} ${heading}: cột tự thêm`;
    }
    case 'stranger-tab':
      return `Tab «${change.title}»: tab tự thêm`;
  }
}

function strangerWords({ tab, key, as }: Extract<Change, { kind: 'stranger' }>): string {
  switch (as) {
    case 'copy':
      return `mã ${keyWords(tab, key)} đã có ở một dòng khác, dòng này không được tính`;
    case 'withdrawn':
      return `nhiệm vụ ${key} đã rút khỏi kế hoạch, được đánh dấu, giữ lại và không tính`;
    case 'own':
      return key === '' ? 'dòng tự thêm, không có mã' : `dòng tự thêm, mã ${key} không có trong kế hoạch`;
  }
}

function rowWords(from: number, to: number): string {
  return to - from === 1 ? `dòng ${from + 1}` : `dòng ${from + 1} – ${to}`;
}

/** The units' views, a line for all that are put back and one for all that go. */
function describeViews(changes: readonly Change[]): ChangeLine[] {
  const titles = (goes: boolean) =>
    changes.flatMap((change) =>
      change.kind === 'view' && (change.action === 'delete') === goes ? [change.view.title ?? ''] : [],
    );
  const line = (words: string, units: readonly string[]): ChangeLine[] => {
    return units.length === 0 ? [] : [{ impact: 'restore', text: `${words} ${shortList(units, 'đơn vị')}` }];
  };
  return [...line('Chế độ xem lọc của', titles(false)), ...line('Bỏ chế độ xem lọc không còn dùng của', titles(true))];
}

function describeTab(change: Extract<Change, { kind: 'tab' }>): string {
  const { title, before } = change;
  switch (change.action) {
    case 'add':
      return `Tab «${title}»`;
    case 'rename':
      return `Tên tab «${title}» (đang là «${before}»)`;
    case 'hide':
      return `Tab «${title}»: ẩn lại`;
    case 'show':
      return `Tab «${title}»: đang bị ẩn`;
    case 'grid':
      return `Tab «${title}»: đủ số dòng, số cột`;
    case 'freeze':
      return `Tab «${title}»: cố định dòng, cột đầu, để cuộn bảng vẫn thấy tiêu đề`;
  }
}

function describeValue(changes: readonly [CellChange, ...CellChange[]]): string {
  const [first] = changes;
  const { tab, title, heading, before, isDate } = first;
  const keys = changes.flatMap(({ key = '' }) => (key === '' ? [] : [keyWords(tab, key)]));
  const where = [`Tab «${title}»`, ...(keys.length === 0 ? [] : [shortList(keys, 'dòng')]), `cột «${heading ?? ''}»`];
  const shown = (cell: Cell) => quote(isDate && typeof cell === 'number' ? formatDay(cell) : textOf(cell));
  return `${where.join(', ')}: ${shown(before)} → ${shown(first.part === 'value' ? first.value : null)}`;
}

/** A row by what people read in it: the keys of «Cấu hình» stand in a hidden column. */
function keyWords(tab: string, key: string): string {
  const label = tab === 'settings' && Object.entries(SETTING_LABELS).find(([of]) => of === key)?.[1];
  return label ? `«${label}»` : key;
}

/** «I.03, II.04, II.05 và 12 dòng khác». */
function shortList(names: readonly string[], what: string): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (rest > 0 ? ` và ${rest} ${what} khác` : '');
}

function quote(text: string): string {
  return text === '' ? '(trống)' : `«${text.length > 60 ? `${text.slice(0, 59)}…` : text}»`;
}

const PART_WORDS = {
  value: 'nội dung',
  links: 'đường dẫn',
  formula: 'công thức',
  format: 'định dạng',
  rule: 'kiểm tra nhập',
  note: 'lời giải thích',
} as const;

/** What a person has of it. */
const GAINS: Readonly<Record<keyof typeof PART_WORDS, string>> = {
  value: '',
  links: 'để bấm vào là tới đúng chỗ',
  formula: 'để số liệu lại tự tính',
  format: 'để chữ, số, ngày lại hiện đúng kiểu',
  rule: 'để ô lại chỉ nhận nội dung hợp lệ',
  note: 'để rê chuột lên tiêu đề là đọc được',
};

function describePart(changes: readonly [CellChange, ...CellChange[]]): string {
  const [{ title, heading, part }] = changes;
  const column = heading === undefined ? '' : `, cột «${heading}»`;
  const gain = GAINS[part];
  return `Tab «${title}»${column}: ${PART_WORDS[part]} của ${changes.length} ô${gain === '' ? '' : `, ${gain}`}`;
}
