// A preview too long for an alert, in the tab «Xem trước». It is the only thing a sync writes before a person's yes.
import { formatMoment } from '../../core/calendar.ts';
import { IMPACT_WORDS } from '../../sheet/describe.ts';
import { PREVIEW } from '../../sheet/listing.ts';
import type { Ports } from '../ports.ts';
import { writeListing } from '../write-listing.ts';
import type { SyncPlan } from './sync.ts';

/** Returns the tab's title. @param back what goes back into rows that are made anew, a line a source */
export function writePreview(ports: Ports, { lines, warnings }: SyncPlan, back: readonly string[] = []): string {
  return writeListing(ports, PREVIEW, {
    heading: `Xem trước Đồng bộ bảng tính lúc ${formatMoment(ports.now())}. Chưa sửa gì; tab này tự mất sau khi thực hiện.`,
    columns: [
      ['Việc', 110],
      ['Nội dung', 900],
    ],
    rows: [
      ...lines.map(({ impact, text }) => [IMPACT_WORDS[impact], text]),
      ...back.map((text) => ['Điền lại', `Nội dung đã nhập của ${text}`]),
      ...warnings.map((text) => ['Lưu ý', text]),
    ],
  });
}
