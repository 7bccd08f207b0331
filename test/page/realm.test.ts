// The browser's realm is weaker than Node's contexts; on what this project runs, it gives the same state to the letter.
import { expect, test } from 'vitest';
import { createFormulas } from '../../src/host/formulas/formulas.ts';
import { createHost, type Host } from '../../src/host/host.ts';
import type { Realm } from '../../src/host/realm.ts';
import { createSheets } from '../../src/host/sheets/sheets.ts';
import { loadIronCalc } from '../../src/node/ironcalc.ts';
import { nodeRealm } from '../../src/node/realm.ts';
import { functionRealm } from '../../src/page/worker/realm.ts';
import { stageAt } from '../app/played.ts';

const stage = stageAt('2024-05-14T08:00');

function hostOn(realm: Realm): Host {
  const formulas = createFormulas(loadIronCalc());
  return createHost({
    clock: '',
    seed: 0,
    state: stage.host.state(),
    realm,
    sheets: (world, sharing) => createSheets(world, sharing, formulas),
  });
}

test('a closing and its mail are the same, call for call', () => {
  const play = (host: Host) => {
    const { fileId, scriptId, police, locate } = stage;
    host.type(police, fileId, locate('tasks', 'IV.38', 'result'), 'Thu nhận 46 hồ sơ');
    host.advance({ to: '2024-05-15T08:30' });
    host.open(police, fileId);
    host.grant(police, scriptId, 'all');
    host.click(police, fileId, ['Đề án 06', 'Tổng hợp báo cáo…'], (dialog) =>
      dialog.buttons === 'YES_NO' ? 'YES' : 'OK',
    );
    host.advance({ by: 20 * 60_000 });
    return host.state();
  };
  const [inNode, inBrowser] = [play(hostOn(nodeRealm())), play(hostOn(functionRealm()))];
  expect(inNode.outbox.at(-1)?.to).toContain('chu-tich@example.vn');
  expect(JSON.stringify(inBrowser)).toBe(JSON.stringify(inNode));
}, 120_000);

test.each([
  ['fetch', 'undefined'],
  ['setTimeout', 'undefined'],
  ['process', 'undefined'],
  ['globalThis.fetch', 'undefined'],
  ['Math', 'object'],
  ['RegExp', 'function'],
])('a script finds typeof %s %s', (name, type) => {
  const context = functionRealm().open();
  context.evaluate(`function look() { return typeof ${name}; }`, 'Code.gs');
  const [look] = context.evaluate('[look]', 'Code.gs') as [() => string];
  expect(look()).toBe(type);
});

test('a run leaves the Date of the machine as it was', () => {
  const context = functionRealm().open();
  const [theirs] = context.evaluate('[Date]', 'realm') as [DateConstructor];
  Object.defineProperty(theirs.prototype, 'getHours', { value: () => 99 });
  expect([new theirs().getHours(), new Date(0).getHours() === 99]).toEqual([99, false]);
});
