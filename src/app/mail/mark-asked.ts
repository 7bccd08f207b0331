// «Đã nhắc kỳ», «Thời điểm nhắc» and, hidden, which overdue rows a unit was asked about (rule 6.13): what a closing may hold against it.

import { readAskedRows, writeAskedRows } from '../../core/asked.ts';
import type { Moment } from '../../core/calendar.ts';
import { isEmpty, isWord } from '../../core/cell.ts';
import { type Period, periodLabel } from '../../core/period.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { writeCells } from '../../sheet/write.ts';
import type { Observation } from '../observe.ts';

interface Asked {
  /** Names of the units this run has written to. */
  readonly sent: readonly string[];
  /** Every unit a mail about the period has reached, by code: when. */
  readonly written: ReadonlyMap<string, readonly Moment[]>;
}

/**
 * The first moment stays, and so does what CAX has chosen for the period.
 * @param overdueOf codes of the rows whose reason the mail of a unit asks for, by the unit's code
 */
export function askedRequests(
  observation: Observation<'units'>,
  { sent, written }: Asked,
  period: Period,
  overdueOf: ReadonlyMap<string, readonly string[]>,
): Request[] {
  const { tab, rows } = observation.reader('units');
  const label = periodLabel(period);
  const indexes = new Map(rows.map(({ key, index }) => [key, index]));
  return readUnitRows(observation.placement).flatMap(({ code, name, askedFor, askedRows: stood }) => {
    const askedAt = written.get(code)?.[0];
    const index = indexes.get(code);
    if (askedAt === undefined || index === undefined) return [];
    // What this run's mail named; of a mail whose run died before this was written nothing is known.
    const named = sent.includes(name) ? (overdueOf.get(code) ?? []) : [];
    const isKnown = isWord(askedFor, label);
    // CAX had asked by hand already: about everything that was overdue.
    if (isKnown && isEmpty(stood)) return [];
    const askedRows = writeAskedRows([...new Set([...(isKnown ? readAskedRows(stood) : []), ...named])]);
    if (isKnown && askedRows === stood) return [];
    return writeCells(tab, index, { ...(isKnown ? {} : { askedFor: label, askedAt }), askedRows });
  });
}
