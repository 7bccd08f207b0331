// The workbook of a file with its texts read again (mend-texts.ts). Twice: the marks that tell what was frozen are in «Sổ báo cáo»,
// which may itself be full of texts.
import { closedOf, look, outOfTurnOf } from '../../app/observe.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Spreadsheet } from '../../host/contract.ts';
import { fieldsOf } from '../../sheet/ledger/frozen-fields.ts';
import { decodeSnapshot } from '../../sheet/reading/snapshot.ts';
import { identify } from './identify.ts';
import { type MarksOf, type Mended, mendTexts } from './mend-texts.ts';

export interface MendedBook {
  readonly book: Spreadsheet;
  /** Every text that was a number, read or not, but in columns the sync writes anew from the plan. */
  readonly texts: readonly Mended[];
}

export function mendBook(book: Spreadsheet, plan: ResolvedPlan): MendedBook {
  const { tabs } = identify(book, plan);
  const first = mendTexts(book, tabs, new Map());
  if (first.cells.length === 0) return { book, texts: [] };
  const { book: mended, cells } = mendTexts(book, tabs, marksIn(first.book, plan));
  return { book: mended, texts: cells.filter(({ column }) => column.writer !== 'sync') };
}

/** None where the ledger cannot be read: then nothing is proven by it. */
function marksIn(book: Spreadsheet, plan: ResolvedPlan): MarksOf {
  try {
    const observation = look(decodeSnapshot(identify(book, plan).book), plan);
    const entries = [...closedOf(observation), ...outOfTurnOf(observation)];
    return new Map(
      entries.flatMap(({ label, version, marks, digests }) =>
        marks ? [[`${label}|${version}`, { marks, fields: fieldsOf({ digests }) }] as const] : [],
      ),
    );
  } catch {
    return new Map();
  }
}
