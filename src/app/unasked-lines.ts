// Lines of «Đột xuất» that are filled in and that no unit has been asked for: the tick was forgotten. Told by the check, in the digest to CAX,
// and from the next morning on at the line itself.
import { formatMoment } from '../core/calendar.ts';
import { isEmpty, textOf } from '../core/cell.ts';
import type { Finding } from '../core/finding.ts';
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { namedVersions } from '../sheet/ledger/ad-hoc-ledger.ts';
import { formulaOf, type SnapshotName } from '../sheet/reading/snapshot.ts';
import type { TableReader } from '../sheet/reading/table-reader.ts';
import { writeCells } from '../sheet/write.ts';
import { type Observation, observe, outOfTurnOf } from './observe.ts';
import type { Ports } from './ports.ts';

const UNASKED = 'chưa gửi yêu cầu tới đơn vị nào';
const TODO =
  'Đánh dấu ô Chọn của dòng, hoặc bấm Đề án 06 ▸ Báo cáo đột xuất; không cần nữa thì xóa nội dung đã ghi ở dòng.';

/** What CAX fills in of a line. */
const FILLED = ['subject', 'basis', 'scope', 'until', 'dueAt', 'urgency'] as const;

type Reader = TableReader<'adHoc'>;

function isFilled({ cell, value }: Reader, row: number): boolean {
  return FILLED.some((column) => !isEmpty(value(row, column)) || formulaOf(cell(row, column)) !== undefined);
}

/**
 * Their numbers, in the order of the tab; not those whose tick the clock is about to serve.
 * @param asked numbers the ledger tells of; `names` tells of those it no longer shows
 */
export function unaskedLines(reader: Reader, names: readonly SnapshotName[], asked: readonly string[]): string[] {
  return reader.rows.flatMap(({ index, key }) => {
    const isAsked = asked.includes(key) || namedVersions(key, names).length > 0;
    return isFilled(reader, index) && !isAsked && reader.value(index, 'tick') !== true ? [key] : [];
  });
}

/** The same of one look. */
export function unaskedIn(observation: Observation<'adHoc' | 'ledger'>): string[] {
  const asked = outOfTurnOf(observation).map(({ id }) => id);
  return unaskedLines(observation.reader('adHoc'), observation.snapshot.names, asked);
}

/** For the check. */
export function unaskedFindings(ids: readonly string[]): Finding[] {
  return ids.map((id): Finding => {
    return { place: `Tab Đột xuất, ${id}`, weight: 'note', text: `Đã ghi nhưng ${UNASKED}.`, todo: TODO };
  });
}

/** Once a day, at the line; what was told there of a line that was emptied since is taken away. The numbers told now. */
export function tellUnasked(ports: Ports, seeds: ResolvedPlan, seen: Observation<'adHoc' | 'ledger'>): string[] {
  const ids = unaskedIn(seen);
  const isTold = ({ value }: Reader, row: number) => textOf(value(row, 'outcome')).includes(UNASKED);
  const wants = (reader: Reader) =>
    reader.rows.flatMap(({ index, key }): { key: string; index: number; words: string | null }[] => {
      const told = isTold(reader, index);
      if (ids.includes(key))
        return told ? [] : [{ key, index, words: wordsFor(textOf(reader.value(index, 'outcome'))) }];
      return told && !isFilled(reader, index) ? [{ key, index, words: null }] : [];
    });
  const wordsFor = (before: string) =>
    `${formatMoment(ports.now())}: ${UNASKED}. ${TODO}${before === '' ? '' : ` Trước đó: ${before}`}`;
  if (wants(seen.reader('adHoc')).length === 0) return [];
  // Rows may have moved since the look.
  const reader = observe(ports, seeds, { adHoc: 'all' }).reader('adHoc');
  const lines = wants(reader);
  const requests = lines.flatMap(({ index, words }) => writeCells(reader.tab, index, { outcome: words }));
  if (requests.length > 0) ports.workbook.update(requests);
  return lines.flatMap(({ key, words }) => (words === null ? [] : [key]));
}
