// What people had typed into rows, columns or a whole tab that somebody deleted, and what the system had written of them: found
// in «Bản lưu» (a week of days) or in the newest version, and offered back. Only cells that are being made anew are filled.
import { isEmpty, textOf } from '../../core/cell.ts';
import { ENTRY_COLUMNS } from '../../core/entry-block.ts';
import { periodLabel } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { CellsOf, ColumnKey } from '../../sheet/layout/column-keys.ts';
import type { Returned } from '../../sheet/reading/returned.ts';
import { ledgerOf, observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { type Copy, DECIDED, frozenCells, MEASURED, measuredIn, nightCopies } from './copies.ts';
import type { SyncPlan } from './sync.ts';

const RETURNING: readonly string[] = [...ENTRY_COLUMNS, ...DECIDED, ...MEASURED];

export interface Offer {
  readonly returned: Returned;
  /** «I.01, II.05 – Bản lưu ngày 12/05/2024»: one line a source. */
  readonly lines: readonly string[];
}

/** What was lost of «Nhiệm vụ» and «Chỉ tiêu»: whole rows by code or id, and columns of the rows that stand. */
interface Lost {
  readonly rows: ReadonlySet<string>;
  readonly columns: readonly string[];
}

/** Undefined where nothing was lost, or no copy holds it. One more look, only where something was lost. */
export function offerBack(ports: Ports, seeds: ResolvedPlan, plan: SyncPlan): Offer | undefined {
  const lost = lostIn(plan);
  if (!lost) return undefined;
  const copies = readCopies(ports, seeds);
  const returned = new Map<string, CellsOf<'tasks' | 'indicators'>>();
  const sources = new Map<string, string[]>();
  for (const code of [...seeds.tasks.map((task) => task.code), ...seeds.indicators.map(({ id }) => id)]) {
    const copy = copies.get(code);
    if (!copy) continue;
    const isLost = (column: string) => lost.rows.has(code) || lost.columns.includes(column);
    const cells = Object.fromEntries(
      Object.entries(copy.cells).filter(([column, value]) => isLost(column) && !isEmpty(value)),
    );
    if (Object.keys(cells).length === 0) continue;
    returned.set(code, cells);
    sources.set(copy.source, [...(sources.get(copy.source) ?? []), code]);
  }
  if (returned.size === 0) return undefined;
  return { returned, lines: [...sources].map(([source, codes]) => `${codes.join(', ')} – ${source}`) };
}

function lostIn({ observation, placement }: SyncPlan): Lost | undefined {
  const tabs = placement.tabs.filter(({ declared: { key } }) => key === 'tasks' || key === 'indicators');
  // Before the first build nothing was there to lose.
  if (observation.snapshot.tabs.every(({ sheetId }) => sheetId === 0)) return undefined;
  const rows = new Set(tabs.flatMap((tab) => tab.rows.flatMap(({ key, isNew }) => (isNew || !tab.was ? [key] : []))));
  const columns = tabs.flatMap(({ was, columns }) =>
    columns.flatMap(({ declared: { key }, found }) => (was && found === 'new' && RETURNING.includes(key) ? [key] : [])),
  );
  return rows.size === 0 && columns.length === 0 ? undefined : { rows, columns };
}

/** The newest copy of each row. */
function readCopies(ports: Ports, seeds: ResolvedPlan): Map<string, Copy> {
  const observation = observe(ports, seeds, { backup: 'all', history: 'all', ledger: 'all' });
  const copies = new Map<string, Copy>();
  const keep = (code: string, copy: Copy) => {
    if ((copies.get(code)?.at ?? 0) < copy.at) copies.set(code, copy);
  };
  // A copy of an earlier program does not know who was in time.
  const inTime = new Map<string, { readonly at: number; readonly label: string }>();
  const history = observation.reader('history');
  for (const version of ledgerOf(observation)) {
    const about = { at: version.closedAt, source: `${periodOf(version)}, bản ${version.version}` };
    for (const [id, cells] of measuredIn(version, seeds)) keep(id, { ...about, cells });
    for (const { index } of history.rows) {
      const value = (column: ColumnKey<'history'>) => history.value(index, column);
      if (value('period') !== periodOf(version) || value('version') !== version.version) continue;
      const code = textOf(value('code'));
      const label = periodOf(version);
      const isInTime = value('onTime') === 'Có';
      if (isInTime && (inTime.get(code)?.at ?? 0) < about.at) inTime.set(code, { at: about.at, label });
      const cells = {
        ...frozenCells(value, version),
        estimate: version.estimated?.includes(code) ? true : null,
        onTimeFor: isInTime ? label : null,
        reporter: version.reporters?.[code] ?? null,
      };
      keep(code, { ...about, cells });
    }
  }
  for (const [code, copy] of nightCopies(observation.reader('backup'))) keep(code, copy);
  for (const [code, copy] of copies) {
    const label = inTime.get(code)?.label;
    if (label !== undefined && isEmpty(copy.cells.onTimeFor ?? null)) copy.cells.onTimeFor = label;
  }
  return copies;
}

const periodOf = ({ period }: { period: Parameters<typeof periodLabel>[0] }) => periodLabel(period);
