// What is no longer as a version closed it, seen without the frozen rows: by the marks «Sổ báo cáo» keeps of them.
import { enteredOtherwise } from '../../core/report/differences.ts';
import type { Version, VersionContent } from '../../core/version.ts';
import { marksOf, otherMarks } from '../../sheet/ledger/frozen.ts';
import { fieldsOf } from '../../sheet/ledger/frozen-fields.ts';
import { historyCells, type LedgerEntry } from '../../sheet/ledger/ledger.ts';

/**
 * «II.05», «chỉ tiêu II.32»; of a version of an earlier program no rows are known.
 * @param content the same period, looked at now; rows that are not in it are passed over
 */
export function changedCodes(
  { rows, indicators }: Pick<VersionContent, 'rows' | 'indicators'>,
  version: Pick<LedgerEntry, 'marks' | 'digests'> & Pick<Version, 'indicators'>,
): string[] {
  const now = marksOf(
    rows.map((row) => historyCells('', 0, row)),
    fieldsOf(version),
  );
  const entered = new Set(enteredOtherwise(indicators, version.indicators).map(({ code }) => `chỉ tiêu ${code}`));
  return [...otherMarks(now, version.marks), ...entered];
}
