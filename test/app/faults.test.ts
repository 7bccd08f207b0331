// Exactly once, proven: every round trip of a closing and of a clock run that sends is made to fail before its effect, after
// it, or the run dies there; then people click again and the clock runs on. Nothing typed is lost, no half version stands, the
// chairman has his mail, and a second copy only in the one window that cannot be closed, marked «(gửi lại)».
import { describe, expect, test } from 'vitest';
import { CHAIRMAN, INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { FAULTS, faultAt, remoteCalls } from './faulty.ts';
import { again, rowsOf, stageAt, valueAt } from './played.ts';

const VP = 'vp@example.vn';

const before = stageAt('2024-05-14T08:00');
before.type(VP, 'tasks', 'II.25', 'state', 'Đang thực hiện');
before.type(VP, 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
before.advanceTo('2024-05-15T08:20');
before.click(before.police, 'Kiểm tra dữ liệu');

const closed = again(before);
closed.click(closed.police, 'Tổng hợp báo cáo…');

const mailsOf = ({ host }: Stage) => host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN));

function expectSound(stage: Stage): void {
  expect(valueAt(stage, 'tasks', 'II.25', 'result')).toBe('Đã lưu trữ 45 hồ sơ');
  const versions = rowsOf(stage, 'ledger', ['period', 'version']);
  const history = rowsOf(stage, 'history', ['version', 'code']);
  for (const { version } of versions) {
    const codes = history.filter((row) => row['version'] === version).map(({ code }) => code);
    expect([codes.length, new Set(codes).size]).toEqual([72, 72]);
  }
  expect(history.length).toBe(72 * versions.length);
}

const close = (stage: Stage) => stage.click(stage.police, 'Tổng hợp báo cáo…');
const CLOSING = remoteCalls(before, 'closeReport', close);
const send = (stage: Stage) => stage.advanceTo('2024-05-15T08:45');
const SENDING = remoteCalls(closed, 'runClock', send);

describe('a closing', () => {
  test('has the round trips it may have', () => {
    expect(CLOSING.filter((call) => call.startsWith('Sheets.'))).toEqual([
      'Sheets.Spreadsheets.get',
      'Sheets.Spreadsheets.get',
      'Sheets.Spreadsheets.batchUpdate',
    ]);
  });

  describe.each(CLOSING.map((call, n) => ({ call, n })))('round trip $n, $call,', ({ n }) => {
    test.each(Object.keys(FAULTS))('%s', (name) => {
      const stage = again(before);
      const end = stage.host.intercept(faultAt('closeReport', n, FAULTS[name] ?? (() => 'pass')));
      close(stage);
      end();
      expectSound(stage);
      // A person who saw an error, or nothing at all, clicks again.
      close(stage);
      expectSound(stage);
      expect(rowsOf(stage, 'ledger', ['period', 'version'])).toEqual([{ period: 'Kỳ 05/2024', version: 1 }]);
      stage.advanceTo('2024-05-15T09:30');
      expect(mailsOf(stage).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024/u)]);
    });
  });
});

describe('the run of the clock that sends', () => {
  test('has one mail with a claim before and a word after it', () => {
    const mail = SENDING.indexOf('MailApp.sendEmail');
    expect(SENDING.slice(mail - 1, mail + 2)).toEqual([
      'PropertiesService.Properties.setProperty',
      'MailApp.sendEmail',
      'PropertiesService.Properties.setProperty',
    ]);
  });

  describe.each(SENDING.map((call, n) => ({ call, n })))('round trip $n, $call,', ({ n, call }) => {
    test.each(Object.keys(FAULTS))('%s', (name) => {
      const stage = again(closed);
      const end = stage.host.intercept(faultAt('runClock', n, FAULTS[name] ?? (() => 'pass')));
      stage.advanceTo('2024-05-15T10:30');
      end();
      stage.advanceTo('2024-05-15T11:30');
      expectSound(stage);
      const [first, second, ...more] = mailsOf(stage).map(({ subject }) => subject);
      expect(first).toMatch(/^\[ĐA06\]/u);
      expect(more).toEqual([]);
      // Between the mail and the word that it has left nobody can know: then, and only then, a second one, marked.
      const mail = SENDING.indexOf('MailApp.sendEmail');
      const isWindow =
        (n === mail && name !== 'fails before its effect') || (n === mail + 1 && call.endsWith('setProperty'));
      // What was refused has not left: it goes unmarked.
      if (n === mail && name === 'fails before its effect') expect(first).not.toContain('(gửi lại)');
      if (second !== undefined) expect([isWindow, second.includes('(gửi lại)')]).toEqual([true, true]);
      expect(rowsOf(stage, 'ledger', ['version']).length).toBe(1);
    });
  });
});

test('two clocks and a click at once: one version, one mail', () => {
  const stage = again(before);
  let calls = 0;
  const end = stage.host.intercept((call) => {
    if (call.functionName !== 'closeReport' || call.method !== 'batchUpdate') return undefined;
    calls += 1;
    return calls === 1 ? { interleave: () => void stage.host.run(INSTALLER, stage.scriptId, 'runClock') } : undefined;
  });
  close(stage);
  end();
  stage.advanceTo('2024-05-15T09:30');
  expect(rowsOf(stage, 'ledger', ['version'])).toEqual([{ version: 1 }]);
  expect(mailsOf(stage).length).toBe(1);
});

test('an older version of the file restored: nothing is sent a second time', () => {
  const stage = again(before);
  const version = stage.host.saveVersion(stage.fileId);
  close(stage);
  stage.advanceTo('2024-05-15T09:30');
  expect(mailsOf(stage).length).toBe(1);
  stage.host.restoreVersion(stage.fileId, version);
  close(stage);
  stage.advanceTo('2024-05-15T10:30');
  expect(mailsOf(stage).length).toBe(1);
  expect(rowsOf(stage, 'ledger', ['version'])).toEqual([{ version: 1 }]);
});

test('a clock dead for two months: it wakes, catches up on nothing that is past, and goes on', () => {
  const stage = again(closed);
  const [trigger] = stage.host.triggers(stage.scriptId);
  stage.host.setDead(stage.scriptId, trigger?.id ?? '', true);
  stage.advanceTo('2024-07-21T08:00');
  expect(mailsOf(stage)).toEqual([]);
  stage.host.setDead(stage.scriptId, trigger?.id ?? '', false);
  stage.advanceTo('2024-07-22T12:00');
  expect(mailsOf(stage)).toEqual([]);
  stage.advanceTo('2024-08-15T17:00');
  expect(mailsOf(stage).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('[TỰ ĐỘNG – CHƯA CHỐT] Tháng 8/2024'),
  ]);
  expect(stage.failures).toEqual([]);
});
