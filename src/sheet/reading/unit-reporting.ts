// «Thuộc diện báo cáo»: the plan's words for it, and those of the sheet, which people read.
import { type Cell, isWord } from '../../core/cell.ts';
import type { UNIT_REPORTING } from '../../core/plan-schema.ts';

type Reporting = (typeof UNIT_REPORTING)[number];

export const REPORTING: Readonly<Record<Reporting, string>> = {
  'có dòng': 'có nhiệm vụ được giao',
  'chỉ phối hợp': 'chỉ phối hợp',
  mời: 'mời',
  không: 'không',
};

/** A cell in the plan's words; what is none of the sheet's stays as it stands, and so do the plan's own, which sheets of before have. */
export function reportingOf(cell: Cell): Cell {
  const found = Object.entries(REPORTING).find(([, words]) => isWord(cell, words));
  return found ? found[0] : cell;
}

/** What a cell of an earlier version is to say; undefined where it says what it should. */
export function reportingNow(cell: Cell): string | undefined {
  const found = Object.entries(REPORTING).find(([plan]) => isWord(cell, plan));
  return found && !isWord(cell, found[1]) ? found[1] : undefined;
}
