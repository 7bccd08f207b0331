// The calendar without `Date`: a day is the whole number a Sheets cell holds (days since 30 December 1899), a moment adds
// the fraction of the day, both on the clock of Viet Nam (UTC+7, no summer time). Plain integer arithmetic, no time zones.

/** A calendar day: days since 1899-12-30, the serial number of Google Sheets. 2024-05-15 is 45427. */
export type Day = number;
/** A point in time: a `Day` plus the fraction of the day elapsed in Viet Nam. Noon of 2024-05-15 is 45427.5. */
export type Moment = number;

export interface CivilDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** Serial number of 1970-01-01. */
const UNIX_EPOCH = 25569;
const MILLISECONDS_A_DAY = 86_400_000;
/** From 1899-12-30 00:00 in Viet Nam to 1970-01-01 00:00 UTC; whole milliseconds, so that midnight stays midnight. */
const EPOCH_OFFSET = UNIX_EPOCH * MILLISECONDS_A_DAY + 7 * 3_600_000;

/** The day of a civil date; months outside 1–12 and days outside the month carry over, as in DATE() of a sheet. */
export function dayOf(year: number, month: number, day: number): Day {
  const months = year * 12 + (month - 1);
  const y = Math.floor(months / 12);
  const m = months - y * 12 + 1;
  // Days from civil (proleptic Gregorian), counted in eras of 400 years that begin on 1 March.
  const shifted = m <= 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468 + UNIX_EPOCH + day - 1;
}

/** The civil date of a day or a moment. */
export function civilOf(moment: Moment): CivilDate {
  const z = Math.floor(moment) - UNIX_EPOCH + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Last day of a month; month 13 is January of the next year. */
export function endOfMonth(year: number, month: number): Day {
  return dayOf(year, month + 1, 1) - 1;
}

/** True where the civil date exists: 2024-02-30 and 2024-13-01 do not. */
export function isCivilDate({ year, month, day }: CivilDate): boolean {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return false;
  return (
    year >= 1900 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    dayOf(year, month, day) <= endOfMonth(year, month)
  );
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(moment: Moment): number {
  // 1899-12-30 was a Saturday.
  return ((((Math.floor(moment) + 5) % 7) + 7) % 7) + 1;
}

/** Monday to Friday and not a holiday of the list. */
export function isWorkingDay(day: Day, holidays: readonly Day[] = []): boolean {
  return weekdayOf(day) <= 5 && !holidays.includes(day);
}

/** The first working day on or after `day`. */
export function workingDayFrom(day: Day, holidays: readonly Day[] = []): Day {
  let d = day;
  while (!isWorkingDay(d, holidays)) d += 1;
  return d;
}

/** The last working day on or before `day`. */
export function workingDayUntil(day: Day, holidays: readonly Day[] = []): Day {
  let d = day;
  while (!isWorkingDay(d, holidays)) d -= 1;
  return d;
}

/** The n-th working day after `day` (n ≥ 1), as WORKDAY() of a sheet counts. */
export function addWorkingDays(day: Day, n: number, holidays: readonly Day[] = []): Day {
  let d = day;
  for (let left = n; left > 0; left -= 1) d = workingDayFrom(d + 1, holidays);
  return d;
}

/** The moment of a time given in milliseconds since 1970 (UTC). */
export function momentOf(epochMilliseconds: number): Moment {
  return (epochMilliseconds + EPOCH_OFFSET) / MILLISECONDS_A_DAY;
}

/** Milliseconds since 1970 (UTC) of a moment, to the millisecond. */
export function epochOf(moment: Moment): number {
  return Math.round(moment * MILLISECONDS_A_DAY) - EPOCH_OFFSET;
}

/** The moment of a day at hh:mm. */
export function at(day: Day, hour: number, minute = 0): Moment {
  return day + (hour * 60 + minute) / 1440;
}

/** Whole minutes since midnight; seconds are cut off, and half a second of rounding error of a serial number is forgiven. */
export function minutesOf(moment: Moment): number {
  return Math.floor((moment - Math.floor(moment)) * 1440 + 1 / 120);
}

/** «2024-05-15». */
export function isoDate(moment: Moment): string {
  const { year, month, day } = civilOf(moment);
  return `${year}-${two(month)}-${two(day)}`;
}

/** The day of «2024-05-15», or undefined where the text is no such date. */
export function readIsoDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!match) return undefined;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCivilDate(civil) ? dayOf(civil.year, civil.month, civil.day) : undefined;
}

/** A day without an hour lasts until midnight. */
export function lastMoment(until: Moment): Moment {
  return Number.isInteger(until) ? until + 1 - 1 / 1440 : until;
}

/** «15/05/2024», as the sheet shows a date. */
export function formatDay(moment: Moment): string {
  const { year, month, day } = civilOf(moment);
  return `${two(day)}/${two(month)}/${year}`;
}

/** «15/05», for lists where the year is plain. */
export function formatDayMonth(moment: Moment): string {
  return formatDay(moment).slice(0, 5);
}

/** «08:30». */
export function formatTime(moment: Moment): string {
  const minutes = minutesOf(moment) % 1440;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** «08:30 15/05/2024». */
export function formatMoment(moment: Moment): string {
  return `${formatTime(moment)} ${formatDay(moment)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
