// A colour scale: every number of a rule's cells between the colours of its points. Guessed: that colours are mixed evenly in red,
// green and blue, and that percentiles are those of PERCENTILE.
import { NotEmulated } from '../contract.ts';
import { readLimit } from './limit.ts';

type GradientRule = GoogleAppsScript.Sheets.Schema.GradientRule;
type Point = GoogleAppsScript.Sheets.Schema.InterpolationPoint;
type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type Color = GoogleAppsScript.Sheets.Schema.Color;

interface Stop {
  readonly at: number;
  readonly color: Color;
}

/** The format of a number among all those of the rule. */
export function gradientOf(
  rule: GradientRule,
  numbers: readonly number[],
  locale: string,
): (value: number) => CellFormat {
  const sorted = [...numbers].sort((a, b) => a - b);
  const points = [rule.minpoint, rule.midpoint, rule.maxpoint].filter((point) => point !== undefined);
  const stops = points.map((point): Stop => ({ at: placeOf(point, sorted, locale), color: colorOf(point) }));
  return (value) => {
    const color = mixed(stops, value);
    return { backgroundColor: color, backgroundColorStyle: { rgbColor: color } };
  };
}

function placeOf({ type, value = '' }: Point, sorted: readonly number[], locale: string): number {
  const [low = 0, high = 0] = [sorted[0], sorted[sorted.length - 1]];
  if (type === 'MIN') return low;
  if (type === 'MAX') return high;
  const number = readLimit(value, locale);
  if (type === 'NUMBER') return number;
  if (type === 'PERCENT') return low + ((high - low) * number) / 100;
  const place = ((sorted.length - 1) * number) / 100;
  const below = sorted[Math.floor(place)] ?? low;
  return below + ((sorted[Math.ceil(place)] ?? high) - below) * (place - Math.floor(place));
}

function colorOf({ colorStyle }: Point): Color {
  if (!colorStyle?.rgbColor) throw new NotEmulated('a colour scale of theme colours');
  return colorStyle.rgbColor;
}

function mixed(stops: readonly Stop[], value: number): Color {
  const after = stops.findIndex(({ at }) => value < at);
  const [low, high] = [stops[after < 0 ? stops.length - 1 : Math.max(0, after - 1)], stops[Math.max(0, after)]];
  if (!low || !high) return {};
  const part = after <= 0 || high.at === low.at ? 0 : (value - low.at) / (high.at - low.at);
  const mix = (a = 0, b = 0) => a + (b - a) * part;
  return {
    red: mix(low.color.red, high.color.red),
    green: mix(low.color.green, high.color.green),
    blue: mix(low.color.blue, high.color.blue),
  };
}
