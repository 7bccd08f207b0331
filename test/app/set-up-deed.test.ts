// The set-up as a use case: what each answer leads to, whoever gives it. How it looks on the screen and in the editor's log:
// set-up.test.ts, hardened.test.ts.
import { describe, expect, test } from 'vitest';
import { type Decision, personByLog } from '../../src/app/person.ts';
import { planAsOriginal } from '../../src/app/set-up/as-original.ts';
import { type SetUpWay, setUpSheet } from '../../src/app/set-up/set-up.ts';
import { synchronise } from '../../src/app/sync/sync-asked.ts';
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/node/host.ts';
import { TAB_IDS } from '../../src/sheet/tab-ids.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { type Sitting, sitting } from './asked.ts';

const PLAN = resolvePlan(checkSeeds(`${ROOT}/seeds`));
const [OWN, OTHER] = ['1'.repeat(57), '2'.repeat(57)];

function emptyFile(): { host: Host; fileId: string } {
  const host = createNodeHost({ clock: '2024-04-15T08:00', seed: 1 });
  return { host, fileId: host.createSpreadsheet(INSTALLER, 'Đề án 06') };
}

function setUp({ ports, person, clock }: Sitting, more: Partial<SetUpWay> = {}): void {
  setUpSheet(ports, PLAN, {
    person,
    clock,
    cures: { sync: 'Đồng bộ', clock: 'Lịch' },
    again: 'làm lại.',
    synchronise: (plan) => synchronise(ports, PLAN, person, 'Thiết lập', plan),
    onSetUp: () => {},
    ...more,
  });
}

const tabsOf = ({ ports }: Sitting) => ports.workbook.tabs().map(({ sheetId }) => sheetId);
const isBuilt = (one: Sitting) => tabsOf(one).includes(TAB_IDS.tasks);

/** A file that is set up by the script OWN, made once. */
const MADE = (() => {
  const { host, fileId } = emptyFile();
  const one = sitting(host, INSTALLER, fileId, OWN, () => true);
  setUp(one, { onSetUp: () => one.said.push('MENU') });
  return { one, fileId, state: host.state() };
})();

function madeFile(): { host: Host; fileId: string } {
  return { host: createNodeHost({ clock: '2024-04-15T08:10', seed: 1, state: MADE.state }), fileId: MADE.fileId };
}

describe('an empty file', () => {
  test.each([
    { answer: 'no to all', yes: () => false, built: false, runs: false, mailed: [] },
    {
      answer: 'yes, and no mail',
      yes: (_: string, about: Decision | undefined) => about !== 'mail',
      built: true,
      runs: true,
      mailed: [],
    },
  ])('$answer', ({ yes, built, runs, mailed }) => {
    const { host, fileId } = emptyFile();
    const one = sitting(host, INSTALLER, fileId, OWN, yes);
    setUp(one);
    expect(isBuilt(one)).toBe(built);
    expect(one.clock.isOn()).toBe(runs);
    expect(one.sent.map(({ to, cc }) => [to, ...cc])).toEqual(mailed);
  });

  test('yes to all: built, the menu is there before the list is told, a mail to oneself', () => {
    const { one } = MADE;
    expect(isBuilt(one)).toBe(true);
    expect(one.clock.isOn()).toBe(true);
    expect(one.sent.map(({ to, cc }) => [to, ...cc])).toEqual([[INSTALLER]]);
    const list = one.said.findIndex((words) => words.includes('☐'));
    expect(one.said.indexOf('MENU')).toBeLessThan(list);
  });

  test('once more: nobody is written to twice, and what is missing ends in how to go on', () => {
    const { one } = MADE;
    setUp(one);
    expect(one.sent).toHaveLength(1);
    expect(one.said.at(-1)).toMatch(
      /☐ Tab Cấu hình: ghi Tài khoản Công an xã[\s\S]+Làm xong các việc còn lại thì làm lại\.$/u,
    );
  });
});

describe('a sheet whose clock another script keeps', () => {
  test.each([
    { answer: 'no', yes: false, holder: OWN },
    { answer: 'yes', yes: true, holder: OTHER },
  ])('$answer', ({ yes, holder }) => {
    const { host, fileId } = madeFile();
    const one = sitting(host, INSTALLER, fileId, OTHER, (_, about) => about !== 'clock' || yes);
    setUp(one);
    expect(one.clock.isOn()).toBe(yes);
    expect(one.said.filter((words) => words.includes('đang giao cho một tập lệnh khác'))).toHaveLength(1);
    setUp(sitting(host, INSTALLER, fileId, holder, (_, about) => about !== 'clock'));
    expect(planAsOriginal(one.ports, PLAN, one.person, '')?.plan.settings.scriptId).toBe(holder);
  });
});

describe('a copy of another sheet', () => {
  const copied = () => {
    const { host, fileId } = madeFile();
    return { host, fileId: host.copyFile(INSTALLER, fileId) };
  };
  test('with no nothing is written', () => {
    const { host, fileId } = copied();
    const one = sitting(host, INSTALLER, fileId, OWN, () => false);
    const before = JSON.stringify(host.see(INSTALLER, fileId));
    setUp(one);
    expect(one.said).toHaveLength(1);
    expect(JSON.stringify(host.see(INSTALLER, fileId))).toBe(before);
  });
  test('with yes it is the original', () => {
    const { host, fileId } = copied();
    const one = sitting(host, INSTALLER, fileId, OWN, () => true);
    const original = planAsOriginal(one.ports, PLAN, one.person, '');
    expect(original?.became).toBe('blanked');
    expect(original?.plan.settings.fileId).toBe(fileId);
    expect(planAsOriginal(one.ports, PLAN, one.person, '')?.became).toBeUndefined();
  });
});

test('in the editor a question stands in the log, with the answer that running the function was', () => {
  const log: string[] = [];
  const person = personByLog((words) => log.push(words), { clock: { isYes: true, words: 'Có.' } });
  expect(person.ask('', 'Giao lịch?', 'clock')).toBe(true);
  expect(person.ask('', 'Đặt làm bảng chính?', 'original')).toBe(false);
  expect(person.ask('', 'Làm?')).toBe(false);
  person.tell('', 'Xong.');
  expect(log).toEqual(['Giao lịch?\n\nCó.', 'Đặt làm bảng chính?\n\nChưa làm.', 'Làm?\n\nChưa làm.', 'Xong.']);
});
