// Public holidays of Viet Nam, as the cell «Ngày nghỉ» holds them: what fills a new sheet, and what counts for months nobody wrote.
import { civilOf, type Day, dayOf, isCivilDate } from './calendar.ts';

/**
 * Days off by year (rule 6.14). By law (Bộ luật Lao động 45/2019/QH14, Điều 112): 01/01, five days of Tết Nguyên đán, Giỗ Tổ
 * (10/3 âm lịch), 30/04, 01/05, Quốc khánh (02/09 and the day before or after it); a holiday on a weekly day of rest is made up for on
 * the next working day (Điều 111.3). 2024–2026: as announced, working days that were exchanged among them. From 2027: by the
 * law alone, Tết from the last day of the lunar year; where a year is announced otherwise, what CAX writes wins.
 */
const BY_YEAR: Readonly<Record<number, string>> = {
  2024: '01/01/2024; 08/02–14/02/2024; 18/04/2024; 29/04–01/05/2024; 02/09–03/09/2024',
  2025: '01/01/2025; 27/01–31/01/2025; 07/04/2025; 30/04–02/05/2025; 01/09–02/09/2025',
  2026: '01/01–02/01/2026; 16/02–20/02/2026; 27/04/2026; 30/04–01/05/2026; 31/08–02/09/2026',
  2027: '01/01/2027; 05/02–11/02/2027; 16/04/2027; 30/04–03/05/2027; 02/09–03/09/2027',
  2028: '01/01–03/01/2028; 25/01–31/01/2028; 04/04/2028; 30/04–02/05/2028; 01/09–04/09/2028',
  2029: '01/01/2029; 12/02–16/02/2029; 23/04/2029; 30/04–01/05/2029; 02/09–04/09/2029',
  2030: '01/01/2030; 01/02–07/02/2030; 12/04/2030; 30/04–01/05/2030; 02/09–03/09/2030',
};

/** What «Ngày nghỉ» is made with: the days off of a year and of the January after it. Empty for a year nobody knows. */
export function holidayWords(year: number): string {
  const january = (BY_YEAR[year + 1] ?? '').split('; ').filter((part) => part.includes(`/01/${year + 1}`));
  return [BY_YEAR[year] ?? '', ...january].filter((part) => part !== '').join('; ');
}

/**
 * The days on which nobody works: a month of which something is written has the days that are written, every other those of the program.
 * So nothing must be typed each year, and what is written is never added to.
 * @param year of the plan, for days without one
 * @param unread called with each part that is no day
 */
export function holidaysOf(text: string, year: number, unread: (part: string) => void): Day[] {
  const written = readHolidays(text, year, unread);
  const months = new Set(written.map(monthOf));
  return [...written, ...known().filter((day) => !months.has(monthOf(day)))];
}

function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month;
}

let ofProgram: readonly Day[] | undefined;

function known(): readonly Day[] {
  ofProgram ??= Object.values(BY_YEAR).flatMap((words) => readHolidays(words, 0, () => {}));
  return ofProgram;
}

/** Longer than any feast: such a range is a slip. */
const LONGEST = 40;
const BETWEEN = /[ \t]*(?:[-\u2010-\u2015\u2212]|đến(?: hết)?)[ \t]*(?:ngày[ \t]+)?/giu;

/** «30/04/2024; 01/05» · «13/06 - 22/06» · «13-22/06/2024» · «từ 29/12 đến 02/01/2025» → days; a year not named is the plan's. */
function readHolidays(text: string, year: number, unread: (part: string) => void): Day[] {
  return text
    .normalize('NFC')
    .replace(/(?<!\p{L})(?:từ|ngày)[ \t]+/giu, '')
    .replace(BETWEEN, '-')
    .split(/[;,\s]+/u)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const days = daysIn(part, year);
      if (!days) unread(part);
      return days ?? [];
    });
}

function daysIn(part: string, year: number): Day[] | undefined {
  const match = /^(?:(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}))?)?-)?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/u.exec(part);
  if (!match) return undefined;
  const [, fromDay, fromMonth, fromYear, toDay, toMonth, toYear] = match.map((digits) =>
    digits === undefined ? undefined : Number(digits),
  );
  const end = { day: toDay ?? 0, month: toMonth ?? 0, year: toYear ?? fromYear ?? year };
  const start = { day: fromDay ?? end.day, month: fromMonth ?? end.month, year: fromYear ?? end.year };
  // Over New Year: «29/12-02/01» begins in the plan's year, «29/12-02/01/2025» ends in the year that is named.
  if (start.month > end.month && fromYear === undefined && toYear !== undefined) start.year -= 1;
  else if (start.month > end.month && toYear === undefined) end.year += 1;
  if (!isCivilDate(start) || !isCivilDate(end)) return undefined;
  const from = dayOf(start.year, start.month, start.day);
  const length = dayOf(end.year, end.month, end.day) - from + 1;
  if (length < 1 || length > LONGEST) return undefined;
  return Array.from({ length }, (_, i) => from + i);
}
