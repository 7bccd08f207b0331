// The command line of `npm run deploy`: read once and checked before anything is asked of anybody, and written again where a person is told to
// run the command anew.
import { parseArgs } from 'node:util';
import type { CommandLine } from './block-words.ts';
import { CommandError } from './halt.ts';
import { readId, type Wanted } from './next-step.ts';

/** A flag as it is to be typed again: its name, and its value where it has one. */
export type Flag = readonly [name: string, value?: string];

export interface Options extends Omit<Wanted, 'title'> {
  readonly title?: string;
  readonly hardened: boolean;
  readonly plain: boolean;
  readonly yes: boolean;
  /** Only tell what this checkout serves, and what is on Google. */
  readonly status: boolean;
  /** Only compare what is on Google with what would be built. */
  readonly compare: boolean;
  readonly flags: readonly Flag[];
}

export const USAGE = [
  'Cách dùng: npm run deploy [-- TÙY-CHỌN…]',
  'Cài chương trình lên Google Sheets, hoặc cập nhật bảng đang dùng. Chạy lại lúc nào cũng được.',
  '',
  '  --sheet MÃ-BẢNG             gắn vào bảng đã có, chưa có chương trình (mã hoặc cả địa chỉ bảng)',
  '  --script MÃ-TẬP-LỆNH        cập nhật từ một máy khác: tập lệnh trong bảng (mã hoặc cả địa chỉ)',
  '  --new                       xã chưa có bảng nào: tạo bảng mới',
  '  --title "TÊN BẢNG"          tên của bảng sẽ được tạo',
  '  --hardened                  cài theo cách chặt, hoặc đổi bảng đang dùng sang cách đó',
  '  --standalone MÃ-TẬP-LỆNH    cùng với --hardened: tập lệnh riêng đã có',
  '  --plain                     trở về cách thường',
  '  --yes                       không hỏi lại',
  '  --again                     lần trước đứt giữa chừng, đã xem trên Google và không thấy gì: tạo lại',
  '  --status                    chỉ xem: máy này phục vụ bảng nào, cách nào, trên Google là gì, các bước cài',
  '  --compare                   chỉ xem: mã trên Google có bị ai sửa không (0: giống, 1: khác, 2: chưa so được)',
  '  --help, -h                  in những dòng này',
  '',
  'Trong PowerShell gõ "--" (có ngoặc kép) thay cho dấu -- thứ nhất: npm run deploy "--" --status',
  'Chi tiết: src/tools/deploy/README.md.',
];

/** Wherever it is on the line, and whatever else is wrong. */
export const asksForHelp = (args: readonly string[]): boolean => args.some((arg) => arg === '--help' || arg === '-h');

/** @throws CommandError argument, both-ways */
export function readOptions(args: readonly string[]): Options {
  const { sheet, script, standalone, title, new: isNew, ...switches } = valuesOf(args);
  if (switches.hardened && switches.plain) throw new CommandError('both-ways');
  if (switches.status && switches.compare) throw new CommandError('argument', '--status --compare');
  if (title?.trim() === '') throw new CommandError('argument', '--title: (trống / empty)');
  return {
    ...switches,
    isNew,
    ...(title === undefined ? {} : { title }),
    ...(sheet === undefined ? {} : { sheetId: readId(sheet, '--sheet', 'sheet') }),
    ...(script === undefined ? {} : { scriptId: readId(script, '--script', 'script') }),
    ...(standalone === undefined ? {} : { standaloneId: readId(standalone, '--standalone', 'script') }),
    flags: flagsOf({ sheet, script, standalone, title, ...switches }),
  };
}

function valuesOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const ids = { sheet: text, script: text, standalone: text, title: text };
  try {
    const looks = { status: flag, compare: flag };
    const options = { ...ids, ...looks, yes: flag, again: flag, new: flag, hardened: flag, plain: flag };
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new CommandError('argument', cause instanceof Error ? cause.message : String(cause));
  }
}

/** Without `--again` and `--new`: they say what a person knew before this run, and this run may have made something. */
function flagsOf({ again: _, ...values }: Readonly<Record<string, string | boolean | undefined>>): Flag[] {
  return Object.entries(values).flatMap(([name, value]): Flag[] => {
    if (value === undefined || value === false) return [];
    return [value === true ? [`--${name}`] : [`--${name}`, value]];
  });
}

/** The command with what was given, and with more, which goes before the same flag given otherwise. */
export const runWith =
  (flags: readonly Flag[]): CommandLine =>
  (...more) => {
    const kept = flags.filter(([name]) => !more.some((words) => words.split(' ')[0] === name));
    const words = [...kept.map(([name, value]) => (value === undefined ? name : `${name} ${quoted(value)}`)), ...more];
    return ['npm run deploy', ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
  };

/** As every shell takes it; an address has characters that some of them read. */
const quoted = (value: string): string => (/^[\w-]+$/u.test(value) ? value : `"${value}"`);
