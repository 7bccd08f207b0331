// The colours of the board's charts, as people with each kind of colour vision see them: neighbours of a bar are told apart by all.
import { expect, test } from 'vitest';
import { TALLY_COLUMNS } from '../../src/core/tally.ts';
import { groupChart, periodChart, TALLY_COLOURS } from '../../src/sheet/layout/board-charts.ts';

type Three = readonly [number, number, number];

/** What is seen of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1). */
const EYES: Readonly<Record<string, readonly [Three, Three, Three]>> = {
  'most people': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string): Three => {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const times = (rows: readonly [Three, Three, Three], [r, g, b]: Three): Three => {
  const line = ([x, y, z]: Three) => Math.min(1, Math.max(0, x * r + y * g + z * b));
  return [line(rows[0]), line(rows[1]), line(rows[2])];
};
/** CIE L*a*b*, D65. */
const lab = ([r, g, b]: Three): Three => {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const distance = (a: Three, b: Three) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

test.each(Object.entries(EYES))('%s: neighbours are far apart, and no two states look the same', (_, eye) => {
  const seen = TALLY_COLOURS.map((colour) => lab(times(eye, linear(colour))));
  seen.forEach((one, i) => {
    seen.slice(i + 1).forEach((other, k) => {
      const names = `${TALLY_COLUMNS[i]?.heading} / ${TALLY_COLUMNS[i + 1 + k]?.heading}`;
      expect(distance(one, other), names).toBeGreaterThan(k === 0 ? 20 : 8);
    });
  });
});

test('a colour a state; groups by their names; the legend’s words are the table’s own, without short forms', () => {
  expect(TALLY_COLOURS).toHaveLength(TALLY_COLUMNS.length);
  expect(groupChart(0, 10, 3)).toMatchObject({ domain: 1, fromRow: 10, toRow: 13 });
  expect(periodChart(0, 10, 12).title).toBe('Tỷ lệ đơn vị chấp hành chế độ báo cáo, theo kỳ');
  for (const { heading } of TALLY_COLUMNS) expect(heading).not.toMatch(/(?:^|[ ,])(?:HT|TH|TT|TX)(?:[ ,]|$)/u);
});
