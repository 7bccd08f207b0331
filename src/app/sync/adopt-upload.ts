// A file that was uploaded from .xlsx made the sheet it once was: Google has given its tabs other ids and dropped marks and
// rights, so nothing in it is known as ours. Its tabs are recognised by titles and headings, copied under our ids after a yes,
// and kept; what is left to do is a sync's. Nothing that was typed is written over.
//
// Whole tabs are copied, by Google itself and in one batch, rather than rows given back by Mã: so settings, units, ledger,
// history and journal come over as well, to the letter, whatever a cell holds.
import { textOf } from '../../core/cell.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { declareNew } from '../../sheet/layout.ts';
import { rangeIdOf } from '../../sheet/ledger/ledger.ts';
import {
  headedColumns,
  isTitleOfOurs,
  type RecognisedTab,
  recogniseTabs,
  UPLOADED,
} from '../../sheet/reading/recognise-tabs.ts';
import {
  cellAt,
  decodeSnapshot,
  lookFields,
  type RawSpreadsheet,
  rawValue,
  TYPED,
} from '../../sheet/reading/snapshot.ts';
import { adoptRequests } from '../../sheet/requests/adopt-tabs.ts';
import type { Part, Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';

export interface Upload {
  readonly tabs: readonly RecognisedTab[];
  /** Titles of tabs of ours that were not found. */
  readonly missing: readonly string[];
  readonly raw: Pick<RawSpreadsheet, 'namedRanges'>;
  /** «Cấu hình» holds this very file's id: its tabs were replaced by its own backup, and it is no second file. */
  readonly isSame: boolean;
}

/** Undefined where a tab of ours is there already, or none is like one of ours. One look, only where a title is one of ours. */
export function findUpload(ports: Ports, seeds: ResolvedPlan): Upload | undefined {
  const workbook = declareNew(seeds);
  const tabs = ports.workbook.tabs();
  const ours = new Set(workbook.tabs.map(({ sheetId }) => sheetId));
  const isLike = ({ title }: { title: string }) => isTitleOfOurs(workbook, title) !== undefined;
  if (tabs.some(({ sheetId }) => ours.has(sheetId)) || !tabs.some(isLike)) return undefined;
  const raw = ports.workbook.read({
    tabs: tabs.map(({ sheetId, title }): { sheetId: number; part: Part } => {
      // Rows may have been inserted above a table's headings; the other tabs may be long, and begin with them.
      return { sheetId, part: isTitleOfOurs(workbook, title)?.kind === 'table' ? 'all' : 'heading' };
    }),
    fields: lookFields(TYPED),
  });
  const recognised = recogniseTabs(workbook, decodeSnapshot(raw));
  if (!recognised.some(({ declared }) => declared.kind !== 'fixed')) return undefined;
  const missing = workbook.tabs.filter((one) => !recognised.some(({ declared }) => declared === one));
  const isSame = idIn(recognised) === ports.workbook.id;
  return { tabs: recognised, missing: missing.map(({ title }) => title), raw, isSame };
}

/** The id of the file it was. */
function idIn(recognised: readonly RecognisedTab[]): string {
  const settings = recognised.find(({ declared }) => declared.key === 'settings');
  if (!settings) return '';
  const columns = new Map(headedColumns(settings).map(({ column, key }) => [key, column]));
  const text = (row: number, key: string) =>
    textOf(rawValue(cellAt(settings.tab, row, columns.get(`settings.${key}`) ?? -1)));
  const row = settings.tab.rows.findIndex((_, i) => text(i, 'key') === 'fileId');
  return row === -1 ? '' : text(row, 'value');
}

/** What is asked before anything is written. */
export function describeUpload({ tabs, missing, raw, isSame }: Upload): string {
  const closings = (raw.namedRanges ?? []).filter(({ name = '' }) => rangeIdOf(name) !== undefined);
  const named = tabs.map(({ declared, tab }) =>
    tab.title === declared.title ? declared.title : `${declared.title} (tab «${tab.title}»)`,
  );
  return [
    'Các tab của tệp này được tải lên từ một bản sao lưu .xlsx của bảng theo dõi. Hệ thống nhận ra:',
    named.join(', '),
    ...(missing.length > 0 ? [`Không có, sẽ dựng mới: ${missing.join(', ')}`] : []),
    `Số bản đã chốt: ${closings.length}`,
    '',
    'Dựng lại bảng từ các tab này? Nội dung đã nhập, sổ báo cáo, lịch sử được chép sang nguyên vẹn. Tab tải lên được giữ, ' +
      `đổi tên thành «… (${UPLOADED})».`,
    '',
    isSame
      ? 'Đây là chính tệp của bản sao lưu: tài khoản và địa chỉ được giữ.'
      : 'Tệp này trở thành bảng chính: mọi tài khoản và địa chỉ nhận thư trong Cấu hình và Đơn vị được xóa trắng để ghi lại ' +
        '(còn ở tab tải lên), để hai tệp không cùng gửi thư.',
  ].join('\n');
}

/** Under the lock: looks again. @throws Refusal changed-meanwhile */
export function adoptUpload(ports: Ports, seeds: ResolvedPlan, shown: Upload): void {
  ports.locked(() => {
    const upload = findUpload(ports, seeds);
    if (!upload || describeUpload(upload) !== describeUpload(shown)) throw new Refusal('changed-meanwhile');
    const titles = ports.workbook.tabs().map(({ title }) => title);
    ports.workbook.update(adoptRequests(upload.tabs, upload.raw, titles));
  });
}
