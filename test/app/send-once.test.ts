// The claim of a mail, with a run that dies between sending and saying so: one mail more, marked, and never a third.
import { describe, expect, test } from 'vitest';
import type { Mail, Ports } from '../../src/app/ports.ts';
import { isSent, mailKey, sendOnce, withMailRun } from '../../src/app/send-once.ts';

const KEY = { period: '2024-05', kind: 'chairman', version: 1, recipient: 'chu-tich@example.vn' } as const;
const MINUTE = 1 / 1440;

/** A store and a mailbox that live on while runs die. */
function world() {
  const store: Record<string, string> = {};
  const sent: string[] = [];
  let now = 45427;
  let diesAfterSending = false;
  const nothing = () => {
    throw new Error('not asked for here');
  };
  const ports: Ports = {
    now: () => now,
    account: 'cai-dat@example.vn',
    workbook: { id: 'F', url: '', read: nothing, update: nothing, tabs: nothing, people: nothing },
    mail: {
      remaining: () => 100,
      send: ({ subject }) => {
        sent.push(subject);
        if (diesAfterSending) throw new Error('the run died');
      },
    },
    files: { createFolder: nothing, isUsable: nothing, share: nothing, find: nothing, create: nothing },
    store: {
      all: () => ({ ...store }),
      set: (key, value) => {
        store[key] = value;
      },
      remove: (key) => {
        delete store[key];
      },
    },
    locked: (work) => work(),
    scriptId: '',
    version: '',
  };
  const mail = (again: boolean): Mail => ({
    to: KEY.recipient,
    cc: [],
    subject: again ? 'thư (gửi lại)' : 'thư',
    html: '',
    text: '',
    senderName: '',
    replyTo: '',
  });
  const run = (dies: boolean): string => {
    diesAfterSending = dies;
    try {
      return withMailRun(ports, (mails) => sendOnce(ports, mails, KEY, mail));
    } catch {
      return 'died';
    }
  };
  const wait = (minutes: number) => {
    now += minutes * MINUTE;
  };
  return { store, sent, run, wait };
}

describe('sendOnce', () => {
  test('a mail that left is not sent again', () => {
    const { run, sent, store } = world();
    expect([run(false), run(false)]).toEqual(['sent', 'already']);
    expect(sent).toEqual(['thư']);
    expect(isSent(store, KEY)).toBe(true);
  });

  test('while the claim is young another run keeps away; then one mail more, marked', () => {
    const { run, sent, wait } = world();
    expect(run(true)).toBe('died');
    wait(5);
    expect(run(false)).toBe('elsewhere');
    wait(6);
    expect([run(false), run(false)]).toEqual(['resent', 'already']);
    expect(sent).toEqual(['thư', 'thư (gửi lại)']);
  });

  test('two runs that died: said once, then left alone for ever', () => {
    const { run, sent, wait, store } = world();
    for (let i = 0; i < 2; i += 1) {
      expect(run(true)).toBe('died');
      wait(11);
    }
    expect([run(false), run(false)]).toEqual(['in-doubt', 'already']);
    expect(sent.length).toBe(2);
    expect(isSent(store, KEY)).toBe(true);
    expect(Object.keys(store)).toEqual([`mail ${mailKey(KEY)}`]);
  });
});
