// A number in a cell without number format, in the marks of the spreadsheet's locale.
import type { Locale } from '../locales.ts';

/** A number without format: ten significant digits, whole numbers in full up to fifteen. */
export function showGeneral(value: number, marks: Locale): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e15 || size < 1e-9) {
    const [digits = '', exponent = ''] = value.toExponential(5).split('e');
    const power = Number(exponent);
    const sign = power < 0 ? '-' : '+';
    return `${shortened(digits).replace('.', marks.decimal)}E${sign}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  // toPrecision may answer in exponents; the magnitude decides how many places ten digits leave.
  const places = Math.max(0, 9 - Math.floor(Math.log10(size)));
  return shortened(value.toFixed(places)).replace('.', marks.decimal);
}

function shortened(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/u, '') : digits;
}
