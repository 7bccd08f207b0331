// A report out of turn, exactly once: every round trip that changes what people see, and the claims of mails, of the clicks that ask
// and close and of the clock's runs that write to the units and to the chairman, is broken; then people click again and the clock
// runs on. (faults.test.ts breaks the reads too: a run that dies reading has done nothing.)
import { describe, expect, test } from 'vitest';
import { CHAIRMAN } from '../../src/tools/month/cast.ts';
import { textsOf } from '../../src/tools/month/locate.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { FAULTS, faultAt, remoteCalls } from './faulty.ts';
import { again, rowsOf, stageAt, valueAt, waited } from './played.ts';

const ID = 'ĐX-2024-01';
const TP = 'tp@example.vn';
const before = stageAt('2024-05-21T08:00');
const cells = { subject: 'số hóa hồ sơ', scope: 'I.01; II.05', until: '22/05/2024 16:00' };
for (const [column, text] of textsOf(cells)) before.type(before.police, 'adHoc', ID, column, text);
before.advanceTo('2024-05-21T08:20');
const click = (stage: Stage) => stage.click(stage.police, 'Báo cáo đột xuất…');
const asked = again(before);
click(asked);
const answered = waited(asked, '2024-05-21T08:40');
answered.type(TP, 'tasks', 'I.01', 'result', 'Đã số hóa 120 hồ sơ');
const closed = again(answered);
click(closed);

const versions = (stage: Stage) => rowsOf(stage, 'ledger', ['version']).map(({ version }) => version);
const mailsTo = (stage: Stage, address: string) =>
  stage.host
    .state()
    .outbox.filter(({ to, subject }) => to.includes(address) && subject.includes('ột xuất'))
    .map(({ subject }) => subject);
const documents = (stage: Stage) =>
  Object.values(stage.host.state().files).filter(({ name }) => name.startsWith('Báo cáo đột xuất'));

/** One mail; a second only where nobody can know whether the first has left, and then marked. */
function expectOnce(subjects: readonly string[]): void {
  const [first, second, ...more] = subjects;
  expect(first).toMatch(/^\[ĐA06\] /u);
  expect(more).toEqual([]);
  if (second !== undefined) expect(second).toContain('(gửi lại)');
}

/** Calls that change something people see, and the claims around a mail, with their number among all. */
const changes = (calls: readonly string[]) =>
  calls
    .map((call, n) => ({ call, n }))
    .filter(({ call, n }) => {
      const isOfMail = [n - 1, n + 1].some((other) => calls[other]?.endsWith('sendEmail'));
      return /\.(?:batchUpdate|sendEmail|create)$/u.test(call) || (isOfMail && call.endsWith('setProperty'));
    });

describe.each([
  ['asking', before, 'reportOutOfTurn', [0]],
  ['closing', answered, 'reportOutOfTurn', [0, 1]],
] as const)('the click: %s', (_, from, functionName, whole) => {
  const calls = remoteCalls(from, functionName, click);
  describe.each(changes(calls))('round trip $n, $call,', ({ n }) => {
    test.each(Object.keys(FAULTS))('%s', (name) => {
      const stage = again(from);
      const end = stage.host.intercept(faultAt(functionName, n, FAULTS[name] ?? (() => 'pass')));
      click(stage);
      end();
      const stood = versions(stage);
      expect(whole.slice(0, stood.length)).toEqual(stood);
      // A person who saw an error clicks again; one who sees that it stands does not.
      if (stood.length < whole.length) click(stage);
      expect(versions(stage)).toEqual(whole);
      expect(rowsOf(stage, 'history', ['code']).length).toBe(2 * whole.length);
    });
  });
});

describe.each([
  ['asks', asked, (stage: Stage) => expectOnce(mailsTo(stage, TP))],
  [
    'tells the chairman',
    closed,
    (stage: Stage) => {
      expectOnce(mailsTo(stage, CHAIRMAN));
      expect(documents(stage)).toHaveLength(1);
      expect(rowsOf(stage, 'ledger', ['document']).slice(-1)[0]?.['document']).toMatch(/^https:/u);
    },
  ],
] as const)('the clock that %s', (_, from, expectDone) => {
  const calls = remoteCalls(from, 'runClock', (stage) => stage.advanceTo('2024-05-21T08:59'));
  describe.each(changes(calls))('round trip $n, $call,', ({ n, call }) => {
    // A clock that fails does nothing more, so dying differs only where something has left or stands in Drive.
    const isOutside = /sendEmail|create/u.test(call);
    test.each(Object.keys(FAULTS).slice(1, isOutside ? 3 : 2))('%s', (name) => {
      const stage = again(from);
      const end = stage.host.intercept(faultAt('runClock', n, FAULTS[name] ?? (() => 'pass')));
      stage.advanceTo('2024-05-21T09:10');
      end();
      stage.advanceTo('2024-05-21T09:40');
      expectDone(stage);
      expect(valueAt(stage, 'tasks', 'I.01', 'result')).toBe(from === asked ? null : 'Đã số hóa 120 hồ sơ');
    });
  });
});
