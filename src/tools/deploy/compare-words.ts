// What a comparison has found, in lines for people: each file with its verdict, of changed ones how much and the first places.
import type { FileVerdict, Harmless } from './compare.ts';
import type { Hunk } from './line-diff.ts';
import type { FieldChange } from './manifest-diff.ts';

/** Letters of a line that are shown. */
const SHOWN = 120;
/** Of them before what differs. */
const BEFORE = 40;
/** Places, and lines of one of them. */
const PLACES = 3;
const LINES = 3;

const HARMLESS: Readonly<Record<Harmless, string>> = {
  'line-ends': 'dấu xuống dòng, dòng trống cuối tệp',
  order: 'thứ tự các hàm ở cuối tệp',
  spelling: 'cách viết của tệp kê khai',
  name: 'tên tệp',
};

export const describeVerdicts = (verdicts: readonly FileVerdict[]): string[] => verdicts.flatMap(describeVerdict);

/** The verdict, then what shows it, indented. */
function describeVerdict(verdict: FileVerdict): string[] {
  const { name } = verdict;
  switch (verdict.kind) {
    case 'same':
      return [`${name}: giống (same)`];
    case 'harmless':
      return [`${name}: vô hại, chỉ khác ${verdict.why.map((why) => HARMLESS[why]).join('; ')} (harmless)`];
    case 'missing':
      return [`${name}: ĐÃ MẤT, không có trên Google (missing)`];
    case 'foreign':
      return [
        `${name}: TỆP LẠ trên Google, ${verdict.lines.length} dòng (not ours)`,
        ...verdict.lines.slice(0, LINES).map((line, index) => `  dòng ${index + 1}: ${cut(line)}`),
      ];
    case 'manifest':
      return [
        `${name}: ĐÃ ĐỔI ${verdict.fields.length} mục: ${[...new Set(verdict.fields.map(({ field }) => field))].join(', ')} (changed)`,
        ...verdict.fields.map(describeField),
      ];
    case 'code': {
      const { added, removed, hunks } = verdict.diff;
      const left = hunks.length - PLACES;
      return [
        `${name}: ĐÃ ĐỔI, thêm ${added} dòng, bớt ${removed} dòng, ở ${hunks.length} chỗ (changed)`,
        ...hunks.slice(0, PLACES).flatMap(describeHunk),
        ...(left > 0 ? [`  … và ${left} chỗ nữa`] : []),
      ];
    }
  }
}

function describeField({ field, words, old, new: now }: FieldChange): string {
  const change =
    old === undefined
      ? `thêm ${cut(now ?? '')}`
      : now === undefined
        ? `bớt ${cut(old)}`
        : `bản gốc ${cut(old)}, trên Google ${cut(now)}`;
  return `  ${field} (${words}): ${change}`;
}

function describeHunk({ oldLine, old, newLine, new: now }: Hunk): string[] {
  const told = (lines: readonly string[], others: readonly string[], first: number, where: string) => [
    ...lines
      .slice(0, LINES)
      .map((line, index) => `  dòng ${first + index} ${where}: ${around(line.trim(), (others[index] ?? '').trim())}`),
    ...(lines.length > LINES ? [`  … và ${lines.length - LINES} dòng nữa ${where}`] : []),
  ];
  return [...told(old, now, oldLine, 'của bản gốc'), ...told(now, old, newLine, 'trên Google')];
}

/** A declaration is one line, thousands of letters long: what is shown of it begins shortly before the first letter that differs. */
function around(line: string, other: string): string {
  let at = 0;
  while (at < line.length && line[at] === other[at]) at += 1;
  const from = line.length <= SHOWN || at < SHOWN - BEFORE ? 0 : at - BEFORE;
  return `${from > 0 ? '…' : ''}${cut(line.slice(from))}`;
}

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);
