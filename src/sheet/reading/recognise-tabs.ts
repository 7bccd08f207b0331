// Which tabs of a file that came back from Excel are which of ours: there they have lost their ids and their columns'
// metadata. The title says it, and the headings must not contradict; where the title was changed, the headings alone, if all
// but a few are there. A tab is claimed once, and so is each of ours: what is left over is nobody's.
import { textOf } from '../../core/cell.ts';
import { fold } from '../../core/text.ts';
import type { Tab, Workbook } from '../declare.ts';
import { sheetHeadingsNow } from '../former-headings.ts';
import { findColumns, findHeadingRow } from './find-columns.ts';
import { rawValue, type Snapshot, type SnapshotTab } from './snapshot.ts';

/** What an uploaded tab is called while ours has its name. */
export const UPLOADED = 'bản tải lên';

export interface RecognisedTab {
  readonly declared: Tab;
  readonly tab: SnapshotTab;
  /** False: its title is another one, and only its headings told. */
  readonly byTitle: boolean;
}

interface Claim extends RecognisedTab {
  /** 2 the very title · 1 with «(1)» or the like behind it · 0 another. */
  readonly title: number;
  /** How alike the headings are, 0–1. */
  readonly likeness: number;
}

/** So alike must headings be that speak alone: «Bản lưu» and «Lịch sử» share most of theirs. */
const ALIKE = 0.8;

/** In the order of the declaration. @param snapshot with the heading rows of the tabs that may be ours */
export function recogniseTabs({ tabs }: Workbook, snapshot: Snapshot): RecognisedTab[] {
  const claims = tabs.flatMap((declared) => snapshot.tabs.flatMap((tab) => claimOf(declared, tab)));
  claims.sort((a, b) => b.title - a.title || b.likeness - a.likeness || a.tab.index - b.tab.index);
  const taken = new Set<Tab | SnapshotTab>();
  const found = claims.filter(({ declared, tab }) => {
    if (taken.has(declared) || taken.has(tab)) return false;
    taken.add(declared).add(tab);
    return true;
  });
  return tabs.flatMap((one) => {
    const claim = found.find(({ declared }) => declared === one);
    return claim ? [{ declared: one, tab: claim.tab, byTitle: claim.title > 0 }] : [];
  });
}

function claimOf(declared: Tab, tab: SnapshotTab): Claim[] {
  const title =
    fold(tab.title) === fold(declared.title) ? 2 : fold(bareTitle(tab.title)) === fold(declared.title) ? 1 : 0;
  if (declared.kind === 'fixed') return title > 0 ? [{ declared, tab, byTitle: true, title, likeness: 1 }] : [];
  const headings = new Set(declared.columns.map(({ heading }) => fold(heading)));
  const row = declared.kind === 'table' ? findHeadingRow(declared, tab) : 0;
  const stand = new Set(
    sheetHeadingsNow((tab.rows[row ?? 0] ?? []).map((cell) => textOf(rawValue(cell)))).filter(Boolean),
  );
  const shared = [...stand].filter((heading) => headings.has(heading)).length;
  const likeness = shared / Math.max(1, stand.size + headings.size - shared);
  const holds = title > 0 ? shared * 2 > headings.size : likeness >= ALIKE;
  return holds ? [{ declared, tab, byTitle: title > 0, title, likeness }] : [];
}

/** The columns of a recognised tab that are known by their headings; where nobody can say which, the sync will ask. */
export function headedColumns({ declared, tab }: RecognisedTab): { column: number; key: string }[] {
  if (declared.kind === 'fixed') return [];
  const row = declared.kind === 'table' ? findHeadingRow(declared, tab) : 0;
  const found = [...findColumns(declared, tab, [], row ?? 0).values()];
  return found.map(({ declared: { key }, index }) => ({ column: index, key: `${declared.key}.${key}` }));
}

/** Without what programs put behind a title that was taken: «Nhiệm vụ (1)», «Nhiệm vụ (bản tải lên)». */
function bareTitle(title: string): string {
  return title.replace(/\s*\((?:\d+|bản tải lên(?: \d+)?)\)\s*$/u, '');
}

/** What the title of a tab, of whatever file, reads like. */
export function isTitleOfOurs({ tabs }: Workbook, title: string): Tab | undefined {
  return tabs.find((declared) => [title, bareTitle(title)].some((one) => fold(one) === fold(declared.title)));
}
