// Utilities.formatDate: the letters of Java's SimpleDateFormat that dates and times of day need.
import { offsetOf, partsOf } from '../clock.ts';
import { NotEmulated } from '../contract.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // biome-ignore format: a list of names

/** A time in a zone by a pattern: «dd/MM/yyyy HH:mm». Throws NotEmulated on letters it does not know. */
export function formatDate(epoch: number, zone: string, pattern: string): string {
  const offset = offsetOf(zone);
  const time = partsOf(epoch, offset);
  const tokens = pattern.match(/'(?:[^']|'')*'|([a-zA-Z])\1*|[^a-zA-Z']+/gu) ?? [];
  return tokens
    .map((token) => {
      const width = token.length;
      const number = (value: number): string => String(value).padStart(width, '0');
      switch (token.charAt(0)) {
        case "'":
          return token === "''" ? "'" : token.slice(1, -1).replace(/''/gu, "'");
        case 'y':
          return width === 2 ? String(time.year % 100).padStart(2, '0') : number(time.year);
        case 'M':
          if (width < 3) return number(time.month);
          return MONTHS[time.month - 1]?.slice(0, width === 3 ? 3 : undefined) ?? '';
        case 'd':
          return number(time.day);
        case 'H':
          return number(time.hour);
        case 'k':
          return number(time.hour === 0 ? 24 : time.hour);
        case 'h':
          return number(time.hour % 12 === 0 ? 12 : time.hour % 12);
        case 'm':
          return number(time.minute);
        case 's':
          return number(time.second);
        case 'S':
          return number(time.millisecond);
        case 'a':
          return time.hour < 12 ? 'AM' : 'PM';
        case 'u':
          return number(time.weekday);
        case 'E':
          return WEEKDAYS[time.weekday - 1]?.slice(0, width < 4 ? 3 : undefined) ?? '';
        case 'Z':
          return offsetText(offset, '');
        case 'X':
          if (offset === 0) return 'Z';
          return width === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, width === 3 ? ':' : '');
        default:
          if (/[a-zA-Z]/u.test(token)) throw new NotEmulated(`date pattern ${token}`);
          return token;
      }
    })
    .join('');
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${hour}${colon}${minute}`;
}
