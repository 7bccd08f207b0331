// Rows that are declared and do not stand in their tab, of whatever was looked at: deleted, or never made.
import { textOf } from '../core/cell.ts';
import type { Finding } from '../core/finding.ts';
import { type MissingRows, missingInWords } from '../core/missing-rows.ts';
import { SETTING_LABELS } from '../core/settings.ts';
import type { Placement } from './reading/place.ts';
import type { TabKey } from './tab-ids.ts';

type Looked = Pick<Placement, 'tabs'>;
type Missing = MissingRows & { readonly key: TabKey };

/** Nothing is counted in a line that nobody has written yet: a number is given anew by the next sync. */
const IDLE: readonly TabKey[] = ['adHoc'];

/** By tab, of tabs that were read and stand. */
function missingRows({ tabs }: Looked): Missing[] {
  return tabs.flatMap(({ declared, was, rows }): Missing[] => {
    if (!was || declared.kind !== 'table') return [];
    const cells = new Map(declared.rows.map((row) => [row.key, row.cells]));
    const names = rows.filter(({ isNew }) => isNew).map(({ key }) => calledIn(declared.key, key, cells.get(key)));
    return names.length === 0 ? [] : [{ key: declared.key, tab: declared.title, names }];
  });
}

/** What people read of a row: units by their name, settings by their label, everything else by its key. */
function calledIn(tab: TabKey, key: string, cells: Readonly<Record<string, unknown>> = {}): string {
  const name = tab === 'units' ? cells['name'] : tab === 'settings' ? labels.get(key) : undefined;
  return typeof name === 'string' ? textOf(name) : key;
}

const labels: ReadonlyMap<string, string> = new Map(Object.entries(SETTING_LABELS));

/** «tab Nhiệm vụ: II.25; tab Đơn vị: Ban Tư pháp»; empty where nothing is missing that counts. */
export function missingWords(looked: Looked): string {
  return missingInWords(missingRows(looked).filter(({ key }) => !IDLE.includes(key)));
}

/** The same for the check and the closing dialog, a finding a tab. */
export function missingRowFindings(looked: Looked, isLooked: (tab: TabKey) => boolean = () => true): Finding[] {
  return missingRows(looked)
    .filter(({ key }) => isLooked(key))
    .map(({ key, tab, names }): Finding => {
      const shown =
        names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ` và ${names.length - NAMED} dòng nữa` : '');
      const text = `Thiếu ${names.length} dòng: ${shown}.`;
      const weight = IDLE.includes(key) ? 'note' : 'block';
      return { place: `Tab ${tab}`, weight, text, todo: 'Chạy Đồng bộ bảng tính để khôi phục.' };
    });
}

const NAMED = 8;
