// A year of mails on their days, CAX in a different mood every month (rules 4.*, 5.*, 6.*): what must hold of them whatever CAX does, and
// the list itself, held in a file people read. Changed only on purpose:
// UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/app/a-year.test.ts
import { expect, test } from 'vitest';
import { goldenIn } from '../golden.ts';
import { liveYear } from './live-a-year.ts';

const golden = goldenIn(new URL('golden/', import.meta.url), 'list of a year’s mails');
const UNITS = /Còn \d+ ngày|Đã quá hạn báo cáo/u;
const CHAIRMAN = /→ chu-tich$/u;

test('a year of mails', { timeout: 600_000 }, () => {
  const lines = liveYear();
  checkLaws(lines);
  golden('a-year.txt', `${lines.join('\n')}\n`);
});

function checkLaws(lines: readonly string[]): void {
  const units = lines.filter((line) => UNITS.test(line));
  // Units are left alone at the weekend, and asked four times a month at most.
  expect(units.filter((line) => / (?:T7|CN) /u.test(line))).toEqual([]);
  for (const month of months) {
    const asked = units
      .filter((line) => line.includes(`nhiệm vụ chưa cập nhật ${month}`))
      .map((line) => line.slice(0, 10));
    expect(new Set(asked).size, month).toBeLessThanOrEqual(4);
    // June is told with the half-year, December with the year.
    const subject = SPANS[month] ?? `${month.replace('t', 'T')}:`;
    const told = lines.filter((line) => CHAIRMAN.test(line) && line.includes(subject));
    expect(told.length, `${month}: thư tới Chủ tịch`).toBeGreaterThanOrEqual(1);
  }
  // The primary school has reported its one row by the evening of the 8th.
  const accused = units.filter(
    (line) => /[ ,]th \d/u.test(line) && line.slice(8, 10) > '08' && line.slice(8, 10) < '20',
  );
  expect(accused).toEqual([]);
  // Nobody is told the same thing twice.
  expect(lines.filter((line) => line.includes('(gửi lại)'))).toEqual([]);
  const words = lines.map((line) => line.slice(0, 10) + line.slice(20));
  expect(new Set(words).size).toBe(words.length);
}

const SPANS: Readonly<Record<string, string>> = { 'tháng 6/2024': '6 tháng 2024:', 'tháng 12/2024': 'Tổng kết 2024:' };
const months = [...Array.from({ length: 10 }, (_, i) => `tháng ${i + 3}/2024`), 'tháng 1/2025'];
