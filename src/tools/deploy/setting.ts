// What this computer serves: the sheet, its scripts, the way, and where that is written down; and what an earlier run has left open. The first
// thing every run tells.
import { scriptAddress, sheetAddress } from './next-step.ts';
import { type From, type Installed, RECORD, STANDALONE_RECORD } from './record.ts';
import type { RemoteScript } from './standing.ts';
import type { Worlds } from './world.ts';

const WAYS = { plain: 'cách thường (plain)', hardened: 'cách chặt (hardened)' } as const;

export function describeSetting({ plain, standalone }: Worlds): string[] {
  const [record, other] = [plain.readRecord(), standalone.readRecord()];
  const { sheetId, scriptId, way } = record;
  const head = `Máy này (${plain.root})`;
  if (sheetId === undefined && scriptId === undefined) {
    return [
      `${head} chưa gắn với bảng nào: không có mã bảng trong ${RECORD} (no sheet known here).`,
      ...openIn(record, other),
    ];
  }
  return [
    `${head} phục vụ / serves:`,
    `  Bảng tính / sheet: ${sheetId ? sheetAddress(sheetId) : 'bảng chứa tập lệnh dưới đây'}`,
    `  Tập lệnh trong bảng / bound script: ${scriptId ? scriptAddress(scriptId) : 'chưa có'}`,
    ...(other.scriptId
      ? [`  Tập lệnh riêng${way ? '' : ' cũ'} / standalone script: ${scriptAddress(other.scriptId)}`]
      : []),
    `  Cách cài / way: ${WAYS[way ?? 'plain']}; ghi ở ${RECORD}${other.scriptId ? `, ${STANDALONE_RECORD}` : ''}`,
    ...openIn(record, other),
  ];
}

const ASKED = { sheet: 'tạo bảng', script: 'gắn chương trình vào bảng' } as const;
const FROM: Readonly<Record<From, string>> = {
  nothing: 'lần cài đầu',
  plain: 'việc đổi từ cách thường sang cách chặt',
  hardened: 'việc đổi từ cách chặt về cách thường',
};

/** What an earlier run has asked for or begun, and has not seen the end of. */
function openIn({ asked, title = '', from }: Installed, other: Installed): string[] {
  return [
    ...(asked ? [`  Việc dở: đứt giữa lúc ${ASKED[asked]} «${title}», chưa rõ Google đã làm chưa`] : []),
    ...(other.asked ? [`  Việc dở: đứt giữa lúc tạo tập lệnh riêng «${other.title ?? ''}»`] : []),
    ...(from ? [`  Việc dở: ${FROM[from]} chưa xong, chạy lại lệnh cài để làm tiếp`] : []),
  ];
}

const KINDS: Readonly<Record<RemoteScript['kind'], string>> = {
  empty: 'trống, chưa có chương trình',
  foreign: 'mã KHÔNG phải của chương trình này',
  plain: 'toàn bộ chương trình (cách thường)',
  bound: 'phần hẹp của cách chặt',
  standalone: 'tập lệnh riêng của cách chặt',
};

/** «phiên bản 0.2.0, phần hẹp của cách chặt». */
export const describeRemoteScript = ({ kind, version }: RemoteScript): string =>
  version === undefined ? KINDS[kind] : `phiên bản ${version}, ${KINDS[kind]}`;
