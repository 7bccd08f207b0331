// When the sheet of a file last lived, by what the program wrote into it: the clock of the local host is put there, so that
// the board shows that day, and the same file always gives the same.
import type { Moment } from '../../core/calendar.ts';
import type { RecognisedTab } from '../../sheet/reading/recognise-tabs.ts';
import { headedColumns } from '../../sheet/reading/recognise-tabs.ts';
import { cellAt, rawValue } from '../../sheet/reading/snapshot.ts';

/** Days of this century. */
const FROM = 36_526;
const TO = 73_050;

/** Undefined where it never did. What people write of days to come is no sign. */
export function lastMoment(tabs: readonly RecognisedTab[]): Moment | undefined {
  const moments = tabs.flatMap((recognised) => {
    const { declared, tab } = recognised;
    if (declared.kind === 'fixed') return [];
    const isSign = (key: string) => {
      const column = declared.columns.find((one) => key === `${declared.key}.${one.key}`);
      // The clock's own line of «Điều khiển» is among its results; each night leaves a copy.
      const isOwn = key === 'controls.outcome' || key === 'backup.day';
      return column?.writer !== 'cax' && (column?.format === 'moment' || isOwn);
    };
    const columns = headedColumns(recognised).filter(({ key }) => isSign(key));
    return tab.rows.flatMap((_, row) => columns.map(({ column }) => rawValue(cellAt(tab, row, column))));
  });
  return moments
    .filter((value): value is number => typeof value === 'number' && value > FROM && value < TO)
    .reduce<Moment | undefined>((last, moment) => (last === undefined || moment > last ? moment : last), undefined);
}
