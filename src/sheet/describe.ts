// Changes in Vietnamese, by weight: what a person reads before saying yes to a sync (product §9).

import { formatDay } from '../core/calendar.ts';
import { textOf } from '../core/cell.ts';
import type { CellChange, Change, Impact } from './change.ts';

export const IMPACT_WORDS: Readonly<Record<Impact, string>> = {
  add: 'Thêm',
  fix: 'Sửa',
  restore: 'Khôi phục',
  leave: 'Để nguyên',
};

/** Longer previews go to a tab of their own: an alert nobody can scroll is an alert nobody reads. */
export const PREVIEW_LINES = 15;

export interface ChangeLine {
  readonly impact: Impact;
  readonly text: string;
}

/** One line a thing that people would name, in the order of the weights; equal changes of many cells are one line. */
export function describeChanges(changes: readonly Change[]): ChangeLine[] {
  const newTabs = new Set(changes.flatMap((c) => (c.kind === 'tab' && c.action === 'add' ? [c.tab] : [])));
  const newRows = new Set(changes.flatMap((c) => (c.kind === 'row' ? [`${c.tab}|${c.row}`] : [])));
  const newHeadings = new Set(changes.flatMap((c) => (c.kind === 'heading-row' ? [c.tab] : [])));
  const newColumns = new Set(
    changes.flatMap((c) => (c.kind === 'column' && c.action === 'insert' ? [`${c.tab}|${c.column}`] : [])),
  );
  const lines: ChangeLine[] = [];
  const grouped = new Map<string, { change: CellChange; count: number }>();
  for (const change of changes) {
    if (change.kind !== 'cell') {
      // What belongs to a tab that is being made is said by the tab's own line.
      if ('tab' in change && newTabs.has(change.tab) && change.kind !== 'tab') continue;
      const text = describeOne(change);
      if (text !== undefined) lines.push({ impact: change.impact, text });
      continue;
    }
    if (newTabs.has(change.tab) || newRows.has(`${change.tab}|${change.row}`)) continue;
    if (newColumns.has(`${change.tab}|${change.column}`) || (change.row === 0 && newHeadings.has(change.tab))) continue;
    if (change.part === 'value') lines.push({ impact: change.impact, text: describeValue(change) });
    else {
      const key = `${change.tab}|${change.heading ?? ''}|${change.part}|${change.impact}`;
      const group = grouped.get(key);
      if (group) group.count += 1;
      else grouped.set(key, { change, count: 1 });
    }
  }
  const names = changes.flatMap((change) => (change.kind === 'name' ? [change] : []));
  if (names.length > 0 && newTabs.size === 0) {
    const list = names.map(({ name }) => name.name).join(', ');
    lines.push({ impact: 'restore', text: `Ô tên dùng trong công thức: ${list}` });
  }
  for (const { change, count } of grouped.values())
    lines.push({ impact: change.impact, text: describePart(change, count) });
  const order: readonly Impact[] = ['add', 'fix', 'restore', 'leave'];
  return lines.sort((a, b) => order.indexOf(a.impact) - order.indexOf(b.impact));
}

function describeOne(change: Exclude<Change, CellChange>): string | undefined {
  switch (change.kind) {
    case 'file':
      return {
        locale: 'Ngôn ngữ của tệp (Việt Nam)',
        timeZone: 'Múi giờ của tệp (Việt Nam)',
        recalculation: 'Tính lại hằng giờ',
      }[change.what];
    case 'tab':
      return describeTab(change);
    case 'heading-row':
      return `Tab «${change.title}»: dòng tiêu đề đã bị xóa`;
    case 'column':
      return change.action === 'insert'
        ? `Tab «${change.title}»: cột «${change.heading}» đã bị xóa`
        : `Tab «${change.title}»: dấu nhận biết của cột «${change.heading}»`;
    case 'row':
      return `Tab «${change.title}»: dòng ${change.key}`;
    case 'name':
      return undefined;
    case 'colours':
      return `Tab «${change.title}»: màu theo trạng thái`;
    case 'dimension':
      return change.hidden ? `Tab «${change.title}»: ẩn lại cột phụ` : undefined;
    case 'empty-tab':
      return undefined;
    case 'stranger':
      return change.key === ''
        ? `Tab «${change.title}», dòng ${change.row + 1}: dòng tự thêm, không có mã`
        : `Tab «${change.title}», dòng ${change.row + 1}: mã ${change.key} trùng hoặc không có trong kế hoạch`;
  }
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
      return `Tab «${title}»: cố định dòng, cột đầu`;
  }
}

function where({ title, key, heading }: CellChange): string {
  return [`Tab «${title}»`, key, heading === undefined ? undefined : `cột «${heading}»`].filter(Boolean).join(', ');
}

function describeValue(change: CellChange & { readonly part: 'value' }): string {
  const { value } = change;
  const after = typeof value === 'number' && change.heading === 'Hạn' ? formatDay(value) : textOf(value);
  return `${where(change)}: ${quote(change.before)} → ${quote(after)}`;
}

function quote(text: string): string {
  return text === '' ? '(trống)' : `«${text.length > 60 ? `${text.slice(0, 59)}…` : text}»`;
}

const PART_WORDS = {
  formula: 'công thức',
  format: 'định dạng',
  rule: 'kiểm tra nhập',
  note: 'lời giải thích',
} as const;

function describePart(change: CellChange, count: number): string {
  const what = change.part === 'value' ? 'nội dung' : PART_WORDS[change.part];
  const column = change.heading === undefined ? '' : `, cột «${change.heading}»`;
  return `Tab «${change.title}»${column}: ${what} của ${count} ô`;
}
