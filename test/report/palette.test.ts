// Words can be read by day and by night (WCAG 2.2, 1.4.3: a contrast of 4.5).
import { describe, expect, test } from 'vitest';
import { reportOf } from '../../src/core/report/making.ts';
import { chairmanMail } from '../../src/report/chairman-mail.ts';
import { BUTTON, DAY, NIGHT, type Palette } from '../../src/report/palette.ts';
import { facts, mayInput } from './sample.ts';

/** Relative luminance of «#rrggbb». */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const INKS = ['text', 'quiet', 'alarm', 'warning', 'good', 'plain'] as const;

describe.each<[string, Palette]>([
  ['day', DAY],
  ['night', NIGHT],
])('%s', (_, palette) => {
  test.each(INKS.flatMap((ink) => [[ink, 'page'] as const, [ink, 'surface'] as const]))('%s on %s', (ink, ground) =>
    expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5),
  );
});
test('white on a button', () => expect(contrast('#ffffff', BUTTON)).toBeGreaterThanOrEqual(4.5));

describe('a mail by night', () => {
  const { html } = chairmanMail(reportOf(mayInput), facts);
  test('says that it has both', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });
  test('every colour that is set by day has its class by night', () => {
    const body = html.slice(html.indexOf('<body'));
    const bare = [...body.matchAll(/<[a-z]+ [^>]*>/gu)]
      .map(([tag]) => tag)
      .filter((tag) => /(?:color|background|border[a-z-]*):[^;"]*#/u.test(tag) && !/ class="/u.test(tag));
    expect(bare.filter((tag) => !tag.includes(`background:${BUTTON}`))).toEqual([]);
  });
});
