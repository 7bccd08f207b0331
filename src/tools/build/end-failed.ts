// How a command ends that could not do what it was to do: its words on the terminal, and 1. A disk that refuses is told with its place and what to
// do, not by the system's word alone.

export interface RefusedWrite {
  readonly kind: 'folder' | 'disk-full';
  /** The file or folder, and the system's word. */
  readonly what: string;
}

const REFUSED = ['EACCES', 'EPERM', 'EROFS', 'EBUSY'];

/** A disk's refusal as Node tells it; nothing where the cause is another one. */
export function refusedWrite(cause: unknown): RefusedWrite | undefined {
  const { code = '', path = '' } = (cause ?? {}) as { readonly code?: string; readonly path?: string };
  const what = `${path} (${code})`;
  if (code === 'ENOSPC') return { kind: 'disk-full', what };
  return REFUSED.includes(code) ? { kind: 'folder', what } : undefined;
}

/** What happened and what to do, for people of the commune; halts of deploy say the same. */
export const REFUSED_WORDS: Readonly<Record<RefusedWrite['kind'], readonly [what: string, todo: string]>> = {
  folder: [
    'Không ghi được vào thư mục, tệp nêu dưới đây.',
    'Chép cả thư mục chương trình sang chỗ ghi được (ví dụ Documents; không để trong Program Files, trong tệp nén, trên ổ chỉ đọc), đóng các chương trình đang mở nó, bỏ dấu «Chỉ đọc», rồi chạy lại',
  ],
  'disk-full': ['Ổ đĩa của máy này đã đầy.', 'Xóa bớt tệp trên ổ đĩa rồi chạy lại'],
};

/** For the end of a command's file: `main().catch(endFailed)`. */
export function endFailed(cause: unknown): void {
  process.stderr.write(`${wordsOf(cause)}\n`);
  process.exitCode = 1;
}

function wordsOf(cause: unknown): string {
  const refused = refusedWrite(cause);
  if (refused === undefined) return cause instanceof Error ? cause.message : String(cause);
  const [what, todo] = REFUSED_WORDS[refused.kind];
  return `LỖI: ${what}\n  ${refused.what}\n  Làm gì: ${todo}.`;
}
