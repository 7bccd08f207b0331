// Leads of the plan that no unit list knows: their rows would belong to nobody, nobody would be reminded of them, and mails would
// thank everybody. So they stop what builds and plays, with the list, unless whoever starts it says that the plan is only tried.
import type { Seeds } from '../../core/plan.ts';
import { readUnits } from '../../core/units.ts';
import { OPEN_CELL } from '../plan-import/fill-cells.ts';

/** Names that are listed. */
const NAMED = 15;

/** What to mend, in lines; none where every lead is known. */
export function unknownUnits({ tasks, units }: Pick<Seeds, 'tasks' | 'units'>): string[] {
  const codes = new Map<string, string[]>();
  for (const { code, lead } of tasks) {
    const names = lead === OPEN_CELL ? [OPEN_CELL] : readUnits(lead, units).unread;
    for (const name of names) codes.set(name, [...(codes.get(name) ?? []), code]);
  }
  if (codes.size === 0) return [];
  const listed = [...codes].slice(0, NAMED).map(([name, of]) => `  «${name}»: ${of.join(', ')}`);
  return [
    `Phải sửa: ${codes.size} tên đơn vị chủ trì không có trong units.json, nên đơn vị đó không nhập được, không được nhắc; nhiệm vụ chỉ có tên đó thì không ai báo cáo:`,
    ...listed,
    ...(codes.size > NAMED ? [`  và ${codes.size - NAMED} tên nữa.`] : []),
    `  → Viết đúng tên ở trường lead trong tasks.json, hoặc thêm đơn vị, tên gọi khác (aliases) vào units.json.`,
  ];
}

/** How commands that only try a plan go on all the same. */
export const OPEN_HINT = '  → Chỉ dựng, chạy thử kế hoạch đang dở: thêm --open.';

/** @throws Error with what to mend and the hint, in lines */
export function requireKnownUnits(seeds: Pick<Seeds, 'tasks' | 'units'>, ...hint: readonly string[]): void {
  const lines = unknownUnits(seeds);
  if (lines.length > 0) throw new Error([...lines, ...hint].join('\n'));
}
