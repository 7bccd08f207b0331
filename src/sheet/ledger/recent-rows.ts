// Which rows of «Sổ báo cáo» the use cases of today need: the ledger grows for years, and each of its rows carries a whole version's
// detail. The named ranges of what was frozen say what there is to be found.

import type { ColumnKey } from '../layout/column-keys.ts';
import type { SnapshotName, Span } from '../reading/snapshot.ts';
import type { TableReader } from '../reading/table-reader.ts';
import { adHocName } from './ad-hoc-ledger.ts';
import { closedNames } from './ledger.ts';

/** Kỳ, Phiên bản, Loại: what a row is, in the first columns of the ledger as it is made. */
const HEADS: readonly ColumnKey<'ledger'>[] = ['period', 'version', 'kind'];
export const HEAD_COLUMNS = HEADS.length;

/** So many rows at the end of the ledger hold what is needed, mostly. */
export const LAST_ROWS = 14;
/** The month that was closed last and the one before it; behind January's closing a supplement of December asks for November. */
export const MONTHS = 2;
const JANUARY = /_01$/u;
/** Where rows are looked for, so many more: people may have written rows like them. */
const MORE_MONTHS = 3;
/** Reports out of turn beside those that wait for answers: what was closed of late may still have to be sent. */
const OUT_OF_TURN = 4;

/** Of so many months, and of these reports out of turn however old. */
export interface RecentPart {
  readonly recent: readonly string[];
  readonly months: number;
}

const NAME = /^chot_(?:(?<month>\d{4}_\d{2})|(?<year>\d{4}_bs)|(?<asked>[a-z]+_\d{4}_\d+))_(?<version>\d+)$/u;

/**
 * Names of the newest months, of supplements of years, and of what was asked out of turn and is not answered or is among the
 * newest. In small letters. @param ids of reports out of turn that are needed however old: «ĐX-2024-01»
 */
export function recentNames(names: readonly string[], ids: readonly string[] = [], count = MONTHS): Set<string> {
  const known = names.flatMap((one) => {
    const name = one.toLowerCase();
    const { month, year, asked, version } = NAME.exec(name)?.groups ?? {};
    return version === undefined ? [] : [{ name, month, year, asked, isAnswer: version !== '0' }];
  });
  const newest = (keys: readonly (string | undefined)[], most: number) =>
    new Set(
      [...new Set(keys)]
        .filter((key) => key !== undefined)
        .sort()
        .slice(-most),
    );
  const byMonth = known.map(({ month }) => month);
  const [last = ''] = newest(byMonth, 1);
  const months = newest(byMonth, JANUARY.test(last) ? count + 1 : count);
  const asked = newest(
    known.map((one) => one.asked),
    OUT_OF_TURN,
  );
  const answered = new Set(known.flatMap((one) => (one.isAnswer && one.asked ? [one.asked] : [])));
  for (const id of ids) asked.add(adHocName({ id, version: 0 }).name.toLowerCase().slice('chot_'.length, -'_0'.length));
  const isRecent = (one: (typeof known)[number]) =>
    one.year !== undefined ||
    (one.month !== undefined && months.has(one.month)) ||
    (one.asked !== undefined && (asked.has(one.asked) || !answered.has(one.asked)));
  return new Set(known.filter(isRecent).map(({ name }) => name));
}

/** Whether all of them stand in the rows that were read. */
export function showsRecent(
  reader: TableReader<'ledger'>,
  names: readonly SnapshotName[],
  { recent, months }: RecentPart,
): boolean {
  const seen = new Set(closedNames(reader).map(({ name }) => name.toLowerCase()));
  return [
    ...recentNames(
      names.map(({ name }) => name),
      recent,
      months,
    ),
  ].every((name) => seen.has(name));
}

/** Whether the columns that say what a row is are among the first ones: people may have moved them. */
export function showsHeads({ tab }: TableReader<'ledger'>): boolean {
  return HEADS.every((key) =>
    tab.columns.some(({ declared, found, index }) => declared.key === key && found !== 'new' && index < HEAD_COLUMNS),
  );
}

/** Their rows, wherever they are. @param reader where the columns of `showsHeads` were read */
export function recentRows(reader: TableReader<'ledger'>, { recent: ids, months }: RecentPart): Span[] {
  const heads = closedNames(reader, true);
  const recent = recentNames(
    heads.map(({ name }) => name),
    ids,
    months + MORE_MONTHS,
  );
  return heads.flatMap(({ name, row }) => (recent.has(name.toLowerCase()) ? [{ from: row, to: row + 1 }] : []));
}
