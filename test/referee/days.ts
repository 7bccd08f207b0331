// Days, moments and periods of the referee: texts like `2024-05-14`, `2024-05-15T08:30`, `2024-05`, which compare as they stand.

const DAY_MS = 86_400_000;

/** Days since 1970. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
const isoDay = (n: number): string => new Date(n * DAY_MS).toISOString().slice(0, 10);
export const addDays = (iso: string, n: number): string => isoDay(dayNumber(iso) + n);
export const two = (n: number): string => String(n).padStart(2, '0');

/** `2024-05-15T08:30` moved by minutes. */
export function addMinutes(at: string, minutes: number): string {
  const ms = Date.parse(`${at.slice(0, 16)}:00Z`) + minutes * 60_000;
  return new Date(ms).toISOString().slice(0, 16);
}

/** The month n after `2024-05`. */
export function shiftMonth(month: string, n: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + n;
  return `${Math.floor(all / 12)}-${two((all % 12) + 1)}`;
}

export const monthNumber = (month: string): number => Number(month.slice(5));
/** «Kỳ 05/2024» */
export const periodLabel = (month: string): string => `Kỳ ${month.slice(5)}/${month.slice(0, 4)}`;
/** `2024-05` of «Kỳ 05/2024»; undefined where it is none. */
export function monthOf(label: string): string | undefined {
  const [, month, year] = /^Kỳ (\d\d)\/(\d{4})$/u.exec(label.trim()) ?? [];
  return month && year ? `${year}-${month}` : undefined;
}
/** A day as people type it; undefined where it is none. */
export function readDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text.trim()) ?? [];
  return day && month && year ? `${year}-${two(Number(month))}-${two(Number(day))}` : undefined;
}
/** As cells and mails show it. */
export const showDay = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/');

/** Days of rest by law in 2024 and at the turn of the years, those of a kind that fall on working days. */
const BY_LAW = [
  '2024-01-01',
  ...['08', '09', '12', '13', '14'].map((day) => `2024-02-${day}`),
  '2024-04-18',
  '2024-04-29',
  '2024-04-30',
  '2024-05-01',
  '2024-09-02',
  '2024-09-03',
  '2025-01-01',
];

export function isWorkingDay(iso: string, holidays: ReadonlySet<string> = new Set()): boolean {
  const weekday = new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !BY_LAW.includes(iso.slice(0, 10)) && !holidays.has(iso.slice(0, 10));
}

/** The first working day from that day on. */
export function workingDayFrom(iso: string, holidays?: ReadonlySet<string>): string {
  let day = iso.slice(0, 10);
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** The next working day after that day. */
export const nextWorkingDay = (iso: string, holidays?: ReadonlySet<string>): string =>
  workingDayFrom(addDays(iso, 1), holidays);

/** «13/06 - 22/06, 02/09» of a year. */
export function readHolidays(text: string, year: string): Set<string> {
  const days = new Set<string>();
  for (const part of text.split(/[,;\n]/u)) {
    const [from, to = from] = part
      .split(/[-–]/u)
      .map((end) => /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/u.exec(end))
      .map((found) => found && `${found[3] ?? year}-${two(Number(found[2]))}-${two(Number(found[1]))}`);
    if (!from || !to) continue;
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  }
  return days;
}
