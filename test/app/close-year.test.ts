// «Chốt năm bổ sung» (rule 5.9): December as it has become by 01/01, once, beside the months and never one of them; and what
// later months make of it.
import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/calendar.ts';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { CHAIRMAN } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, alertsOf, lastWords, rowsOf, stageAt, valueAt } from './played.ts';

const YEAR = 'Chốt năm bổ sung…';
const december = stageAt('2024-12-13T08:00');
/** Units report all they owe, so that only the year's end is told. */
const enter = (stage: Stage, code: string, column: ColumnKey<'tasks'>, text: string, by = 'cai-dat@example.vn') =>
  expect(stage.type(by, 'tasks', code, column, text).kind).toBe('accepted');
for (const code of ['II.05', 'II.17', 'II.18']) {
  enter(december, code, 'state', 'Đang thực hiện');
  enter(december, code, 'result', `Kết quả tháng 12 của ${code}`);
}
// The last goes on for ever: nothing of it is due in the year, so it is none of those expected.
for (const code of ['II.17', 'II.18', 'I.01']) enter(december, code, 'estimate', 'TRUE', december.police);
december.advanceTo('2024-12-15T08:00');
december.click(december.police, 'Tổng hợp báo cáo…');
december.advanceTo('2025-01-03T09:00');
// Typed in January for the year: its stamp is January's, its day December's; and what is said now is January's.
enter(december, 'II.17', 'state', 'Hoàn thành');
enter(december, 'II.17', 'doneOn', '30/12/2024');
enter(december, 'II.17', 'result', 'Kết quả tháng 1');
enter(december, 'II.18', 'state', 'Hoàn thành');
enter(december, 'II.18', 'doneOn', '02/01/2025');

const chairman = (stage: Stage) =>
  stage.host
    .state()
    .outbox.filter(({ to }) => to.includes(CHAIRMAN))
    .map(({ subject }) => subject);
const frozen = (stage: Stage) =>
  rowsOf(stage, 'history', ['period', 'version', 'code', 'status', 'result']).filter(
    ({ period }) => period === 'Năm 2024',
  );

test('until 31/12 the menu has no such item, and its box closes nothing', () => {
  const stage = again(december, (state) => {
    state.clock -= 10 * 86_400_000;
  });
  expect(() => stage.click(stage.police, YEAR)).toThrow('không có mục «Chốt năm bổ sung…»');
});

test('shown, closed once, mailed once with its document, and not a baseline of the months', () => {
  const stage = again(december);
  const words = stage.click(stage.police, YEAR, ['NO']);
  expect(
    words.shown.map((shown) => (shown.kind === 'alert' ? `${shown.title}\n${shown.prompt}` : '')),
  ).toMatchInlineSnapshot(`
    [
      "Chốt năm bổ sung 2024
    Số liệu đến hết ngày 31/12/2024, 72 nhiệm vụ.
    Nhiệm vụ đến hạn đã hoàn thành: 1/27 (3,7%)
    Nhiệm vụ đến hạn hoàn thành đúng hạn: 1/27 (3,7%)
    Nhiệm vụ có hạn trong năm đã hoàn thành: 1/39 (2,6%)
    Chỉ tiêu đạt: chưa có số liệu
    Ước 31/12: 2 nhiệm vụ, đã xong 1.
    Chưa hoàn thành, chuyển tiếp sang năm 2025: 38 nhiệm vụ.
    Chốt thành bản 1? Hệ thống gửi thư cho Chủ tịch trong khoảng 10 phút.",
    ]
  `);
  expect(frozen(stage)).toEqual([]);
  stage.click(stage.police, YEAR);
  const rows = new Map(frozen(stage).map((row) => [row['code'], row]));
  expect(rows.size).toBe(72);
  expect(rows.get('II.17')).toMatchObject({
    version: 1,
    status: 'Hoàn thành đúng hạn',
    result: 'Kết quả tháng 12 của II.17',
  });
  expect(rows.get('II.18')).toMatchObject({ status: 'Đang thực hiện quá hạn' });
  expect(lastWords(stage.click(stage.police, YEAR))).toContain('không có gì thay đổi');
  const before = chairman(stage).length;
  stage.advanceTo('2025-01-03T10:00');
  expect(chairman(stage).slice(before)).toMatchInlineSnapshot(`
    [
      "[ĐA06] Năm 2024 bổ sung: hoàn thành 1/39 có hạn trong năm, 38 chuyển tiếp 2025",
    ]
  `);
  stage.advanceTo('2025-01-15T08:00');
  expect(chairman(stage).length).toBe(before + 1);
  const ledger = rowsOf(stage, 'ledger', ['period', 'version', 'kind', 'asOf', 'document', 'chairmanMail', 'k3']);
  expect(ledger.map(({ period, version, kind }) => [period, version, kind])).toEqual([
    ['Kỳ 12/2024', 1, 'Tháng'],
    ['Năm 2024', 1, 'Năm bổ sung'],
  ]);
  // Real figures to the end of 31/12.
  expect(ledger[1]?.['asOf']).toBe(dayOf(2024, 12, 31));
  expect(String(ledger[1]?.['document'])).toMatch(/^https:\/\/\S+$/u);
  expect(String(ledger[1]?.['chairmanMail'])).toMatch(/^Đã gửi /u);
  // How units reported is December's to tell.
  expect(rowsOf(stage, 'ledger', ['zalo'])[1]?.['zalo']).toMatch(
    /^\[Đề án 06\] .*năm 2024(?:(?!đơn vị|Chưa báo cáo).)*$/su,
  );
  // January: the units' own month, compared with December and not with the supplement.
  stage.click(stage.police, 'Tổng hợp báo cáo…');
  stage.advanceTo('2025-01-15T09:00');
  const mail = stage.host
    .state()
    .outbox.filter(({ to }) => to.includes(CHAIRMAN))
    .slice(-1)[0];
  expect(mail?.subject).toContain('Tháng 1/2025');
  expect(mail?.body).toMatch(/Chuyển tiếp từ năm 2024, chưa hoàn thành \(\d+, trong đó quá hạn \d+\): /u);
  expect(mail?.body).toMatch(/SO VỚI THÁNG 12/u);
  expect(mail?.body).not.toMatch(/Mới quá hạn/u);
  // One number with the board: what the year handed on stays overdue, and is named so (rule 5.14).
  expect(mail?.body).toMatch(/(\d+) nhiệm vụ quá hạn \(chuyển tiếp \1\)/u);
  expect(mail?.body).not.toMatch(/đúng tiến độ|đạt tiến độ/u);
  expect(stage.failures).toEqual([]);
});

test('a correction while the books are open, none after them', () => {
  const stage = again(december);
  stage.click(stage.police, YEAR);
  stage.advanceTo('2025-01-03T10:00');
  enter(stage, 'II.18', 'doneOn', '31/12/2024');
  expect(alertsOf(stage.click(stage.police, YEAR))[0]).toContain('Khác bản 1 (1): II.18.');
  expect(rowsOf(stage, 'ledger', ['period', 'version']).slice(-1)).toEqual([{ period: 'Năm 2024', version: 2 }]);
  stage.advanceTo('2025-01-03T11:00');
  expect(chairman(stage).slice(-1)[0]).toMatch(/^\[ĐA06\]\[ĐÍNH CHÍNH bản 2\] Năm 2024 bổ sung: /u);
  const corrected = stage.host
    .state()
    .outbox.filter(({ to }) => to.includes(CHAIRMAN))
    .slice(-1)[0];
  expect(corrected?.body).toContain('Khác với bản 1'.toUpperCase());
  expect(corrected?.body).toContain('Nội dung thay đổi: II.18 (Ngày hoàn thành)');
  const late = again(stage, (state) => {
    state.clock += 17 * 86_400_000;
  });
  enter(late, 'II.05', 'state', 'Hoàn thành');
  expect(lastWords(late.click(late.police, YEAR))).toContain('chỉ là xem thử');
  expect(rowsOf(late, 'ledger', ['period']).filter(({ period }) => period === 'Năm 2024').length).toBe(2);
});

test('by a tick, without a menu; a unit may not', () => {
  const stage = again(december);
  const tick = () => stage.type(stage.police, 'controls', 'Chốt năm bổ sung', 'tick', 'TRUE');
  tick();
  stage.advanceTo('2025-01-03T09:40');
  expect(valueAt(stage, 'controls', 'Chốt năm bổ sung', 'outcome')).toMatch(/Chưa chốt gì[\s\S]*«Chốt năm bổ sung»/u);
  expect(frozen(stage).length).toBe(0);
  tick();
  stage.advanceTo('2025-01-03T10:00');
  expect(frozen(stage).length).toBe(72);
  expect(stage.click('vp@example.vn', YEAR).shown.length).toBe(1);
  expect(frozen(stage).length).toBe(72);
});
