// The number a condition compares with, as it is written in a locale.
import { NotEmulated } from '../contract.ts';
import { localeNamed } from '../locales.ts';

/** Digits with the locale's decimal mark, perhaps a percent sign; anything else is `NotEmulated`. */
export function readLimit(text: string, locale: string): number {
  const { decimal } = localeNamed(locale);
  const [, sign = '', whole, part = '', percent] = /^([-+]?)(\d+)(?:[.,](\d+))?(%?)$/u.exec(text) ?? [];
  if (whole === undefined || (part !== '' && !text.includes(decimal))) {
    throw new NotEmulated(`the number «${text}» of a condition in locale ${locale}`);
  }
  return Number(`${sign}${whole}.${part}e${percent ? -2 : 0}`);
}
