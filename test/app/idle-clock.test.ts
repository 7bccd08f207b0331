// What makes plays quick makes no difference: clock runs that would find nothing due are passed over, and the script is evaluated once. What
// is left behind is held equal, to the last id, random number and call, to a play in which every run was made, each with the script
// evaluated anew, as on Google; only the idle runs' own lines of the log are missing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallRecord } from '../../src/host/state.ts';
import { resumeStage, type Stage } from '../../src/tools/month/stage.ts';
import { plays } from '../hunt.ts';
import { again, SEEDS, stageAt } from './played.ts';

const before = stageAt('2024-05-13T08:00');

type Deed = (stage: Stage) => void;

const hour = 3_600_000;
const wait = fc.integer({ min: 1, max: 40 }).map(
  (hours): Deed =>
    (stage) =>
      void stage.host.advance({ by: hours * hour }),
);
const entry = fc.constantFrom(['tp', 'II.16'], ['vp', 'II.25'], ['th', 'IV.40']).map(
  ([by, code]): Deed =>
    (stage) =>
      void stage.type(`${by}@example.vn`, 'tasks', code ?? '', 'state', 'Đang thực hiện'),
);
const click = fc.constantFrom('Tổng hợp báo cáo…', 'Nhắc đơn vị…', 'Gửi thử cho tôi', 'Kiểm tra dữ liệu').map(
  (item): Deed =>
    (stage) =>
      void stage.click(stage.police, item),
);
const tick = fc.constant<Deed>((stage) => void stage.type(stage.police, 'controls', 'Nhắc đơn vị', 'tick', 'TRUE'));
const unreliable = fc.constant<Deed>((stage) => stage.host.settings({ skipTriggers: 0.2, doubleTriggers: 0.2 }));
const deeds = fc.array(fc.oneof({ weight: 4, arbitrary: wait }, entry, click, tick, unreliable), {
  minLength: 2,
  maxLength: 6,
});

/** The log without runs of the clock that read their mark and ended. */
function withoutIdle(log: readonly CallRecord[]): CallRecord[] {
  const calls = new Map<number, CallRecord[]>();
  for (const call of log) calls.set(call.run, [...(calls.get(call.run) ?? []), call]);
  const isIdle = (run: number) => {
    const [first, second, ...more] = calls.get(run) ?? [];
    return more.length === 0 && first?.method === 'getScriptProperties' && second?.args[0] === 'wake';
  };
  return log.filter(({ run }) => !isIdle(run));
}

test('a play with idle runs passed over and the script evaluated once leaves what one without either leaves', () => {
  let passedOver = 0;
  fc.assert(
    fc.property(deeds, (list) => {
      const [quick, whole] = [
        again(before),
        resumeStage(before, before.host.state(), { seeds: SEEDS, tell: () => {}, remembers: true }),
      ];
      for (const deed of list) {
        deed(quick);
        deed(whole);
      }
      // As texts: a matcher takes seconds for two workbooks.
      const left = ({ host }: Stage): string => JSON.stringify({ ...host.state(), log: withoutIdle(host.peek().log) });
      passedOver += whole.host.peek().log.length - quick.host.peek().log.length;
      expect(left(quick) === left(whole)).toBe(true);
    }),
    plays(6),
  );
  expect(passedOver).toBeGreaterThan(100);
});
