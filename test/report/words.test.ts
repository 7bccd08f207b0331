// Words of mails and documents name no day that a setting can change: closing day, last day of closing, days of reminding.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/tools/build/root.ts';

/** «ngày 15», «từ 15 đến 19 hằng tháng», «15/${month}», not the ends of a year. */
const DAY_NUMBER = /ngày\s+(?!31\/12|01\/01)\d|\d{1,2} (?:hằng|hàng) tháng|(?<![\d/])\d{1,2}\/\$\{/u;

const words = ['src/report', 'src/sheet/layout/guide.ts'].flatMap((place) =>
  place.endsWith('.ts')
    ? [place]
    : readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(place, name)),
);

/** Comments tell examples. */
const told = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');

test.each(['Trước ngày 15 hằng tháng', 'từ 15 đến 19 hằng tháng', '14/\u0024{month}'])('%s is found', (text) => {
  expect(text).toMatch(DAY_NUMBER);
});

test.each(words)('%s', (file) => {
  expect(told(readFileSync(join(ROOT, file), 'utf8'))).not.toMatch(DAY_NUMBER);
});
