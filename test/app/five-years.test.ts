// Five years of one file: three versions and two reports out of turn a month. Every use case is still done, and what it reads grows with
// the plan, not with the years. `npm test` plays some months of a file that was made old; a hunt plays all of them.
import { describe, expect, test } from 'vitest';
import { dayOf, isoDate } from '../../src/core/calendar.ts';
import { type Period, PLAN_RULES, periodLabel, shiftPeriod } from '../../src/core/period.ts';
import { LAST_ROWS } from '../../src/sheet/ledger/recent-rows.ts';
import { TAB_IDS } from '../../src/sheet/tab-ids.ts';
import { entryRequests, leapTo } from '../../src/tools/bench/bench-sheet.ts';
import { figuresOf } from '../../src/tools/bench/figures.ts';
import { callsDuring } from '../../src/tools/bench/watch.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { textsOf } from '../../src/tools/month/locate.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { plays } from '../hunt.ts';
import { aged } from './aged.ts';
import { again, lastWords, playedOnce, rowsOf, SEEDS, stageAt } from './played.ts';

const MAY: Period = { year: 2024, month: 5 };
const FIVE_YEARS = 60;
/** Months really played. */
const [FEW, ALL] = [1, plays(0).numRuns > 0 ? FIVE_YEARS : 1];
const CLOSING = 'Tổng hợp báo cáo…';
const AD_HOC = 'Báo cáo đột xuất…';

const bytesRead = ({ host, fileId }: Stage, deed: () => void) => figuresOf(callsDuring(host, fileId, deed)).bytesRead;

const dayIn = ({ year, month }: Period, day: number) => isoDate(dayOf(year, month, day));

/** Three versions and two reports out of turn, the clock silent in between. @param nth of the play */
function playMonth(stage: Stage, period: Period, nth: number, close = (click: () => void) => click()): void {
  const { police, host, fileId } = stage;
  const first = stage.locate('tasks', SEEDS.tasks[0]?.code ?? '', 'state');
  const label = periodLabel(period);
  for (const version of [1, 2, 3]) {
    // Google lets an account read sixty times a minute.
    leapTo(stage, `${dayIn(period, PLAN_RULES.deadlineDay)}T09:${version}0`);
    host.batchUpdateAs(
      INSTALLER,
      fileId,
      entryRequests({ ...first, row: first.row + version - 1 }, SEEDS.tasks.length - 3, period),
    );
    const click = () => expect(lastWords(stage.click(police, CLOSING)), label).toContain(`Đã chốt bản ${version}`);
    if (version === 1) close(click);
    else click();
  }
  for (const number of [2 * nth + 1, 2 * nth + 2]) {
    const id = `ĐX-2024-${String(number).padStart(2, '0')}`;
    leapTo(stage, `${dayIn(period, PLAN_RULES.deadlineDay)}T1${number - 2 * nth}:00`);
    const until = `${String(PLAN_RULES.deadlineDay + 1)}/${String(period.month).padStart(2, '0')}/${period.year} 16:00`;
    for (const [column, text] of textsOf({ subject: 'số hóa hồ sơ', scope: 'II.05', until }))
      expect(stage.type(police, 'adHoc', id, column, text).kind, `${id} ${column}`).toBe('accepted');
    expect(lastWords(stage.click(police, AD_HOC)), id).toContain('Đã yêu cầu');
    expect(lastWords(stage.click(police, AD_HOC)), id).toContain('bản 1');
  }
  expect(stage.failures).toEqual([]);
}

/** A file whose first month has been played. */
const young = playedOnce('three versions and two reports out of turn', () => {
  const stage = stageAt('2024-05-14T20:00');
  for (let nth = 0; nth < FEW; nth += 1) playMonth(stage, shiftPeriod(MAY, nth), nth);
  return stage;
});

describe('a file of five years', () => {
  const old = aged(young, FIVE_YEARS - 2);

  test('is as large as five years make it', () => {
    expect(rowsOf(old, 'ledger', ['period'])).toHaveLength(7 * (FIVE_YEARS - 1));
    expect(rowsOf(old, 'history', ['period']).length).toBeGreaterThan(10_000);
  });

  test('closes, corrects and asks on; a closing reads little more than in its first month', () => {
    const bytes = (from: Stage) => {
      let read = 0;
      const stage = again(from);
      playMonth(stage, shiftPeriod(MAY, FEW), FEW, (click) => {
        read = bytesRead(stage, click);
      });
      return read;
    };
    expect(bytes(old)).toBeLessThan(bytes(young) * 1.15);
  });

  test('what else is done in it reads little more than in its second year', () => {
    const second = aged(young, 23);
    const deeds: Readonly<Record<string, (stage: Stage) => void>> = {
      sync: (stage) => stage.click(INSTALLER, 'Đồng bộ bảng tính…'),
      check: (stage) => stage.click(INSTALLER, 'Kiểm tra dữ liệu'),
    };
    for (const [name, deed] of Object.entries(deeds)) {
      const bytes = (from: Stage) => {
        const stage = again(from);
        return bytesRead(stage, () => deed(stage));
      };
      expect(bytes(old), name).toBeLessThan(bytes(second) * 1.1);
    }
  });
});

test('what stands behind the last version is not written over, and no row of years ago', () => {
  const stage = again(young);
  const typed = Array.from({ length: 2 * LAST_ROWS }, (_, i) => `ghi chú ${i + 1}`);
  const rows = typed.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] }));
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
    { appendCells: { sheetId: TAB_IDS.ledger, rows, fields: 'userEnteredValue' } },
  ]);
  const before = rowsOf(stage, 'ledger', ['period', 'version']);
  playMonth(stage, shiftPeriod(MAY, 1), 1);
  const after = rowsOf(stage, 'ledger', ['period', 'version']);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after).toHaveLength(before.length + 7);
});

test.skipIf(ALL === FEW)('five years, each month played', { timeout: 7_200_000 }, () => {
  const stage = again(young);
  for (let nth = FEW; nth < FIVE_YEARS; nth += 1) {
    if (nth % 6 === 0) stage.click(INSTALLER, 'Đồng bộ bảng tính…');
    playMonth(stage, shiftPeriod(MAY, nth), nth);
  }
  expect(rowsOf(stage, 'ledger', ['period'])).toHaveLength(7 * FIVE_YEARS);
});
