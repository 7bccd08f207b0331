// Mails of a kind to several people: one that fails keeps nobody else from being written to, and claims and journal agree with what left.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SENT_WORD } from '../../src/app/journal.ts';
import { type Letter, sendLetters } from '../../src/app/mail/letters.ts';
import { claimOf, isSent, mailKey } from '../../src/app/mail/mail-claim.ts';
import { withMailRun } from '../../src/app/mail/send-once.ts';
import type { Mail, Ports } from '../../src/app/ports.ts';

type Fate = 'ok' | 'throws' | 'quota' | 'dies before' | 'dies after' | 'lost';
const UNITS = ['VP', 'TP', 'TH'];
const MORNING = 45427 + 7 / 24;

function letterTo(code: string): Letter {
  const to = `${code.toLowerCase()}@example.vn`;
  const make = (again: boolean): Mail => {
    return { to, cc: [], subject: again ? '(gửi lại)' : '', html: '', text: '', senderName: '', replyTo: '' };
  };
  const key = { period: '2024-05', kind: 'reminder', version: 1, recipient: code } as const;
  return { deed: 'Nhắc đơn vị', key, name: code, to: [to], make, ofOneDay: true };
}

/** Runs of the clock over a store and a mailbox; the fates befall the calls one after the other, then all work. */
function play(fates: Fate[]) {
  const letters = UNITS.map(letterTo);
  const store: Record<string, string> = {};
  const journal = new Set<string>();
  const outbox: { to: string; subject: string }[] = [];
  let now = MORNING;
  let dead = false;
  const nothing = () => {
    throw new Error('not asked for here');
  };
  const alive = () => {
    if (dead) throw new Error('dead');
  };
  const ports: Ports = {
    now: () => now,
    account: 'cai-dat@example.vn',
    workbook: { id: 'F', url: '', read: nothing, update: nothing, tabs: nothing, people: nothing },
    mail: {
      remaining: () => 1000 - outbox.length,
      send({ to, subject }) {
        alive();
        const fate = fates.shift() ?? 'ok';
        dead = fate === 'dies before';
        alive();
        if (fate === 'throws') throw new Error('Service error: Gmail');
        if (fate === 'quota') throw new Error('Service invoked too many times for one day: email.');
        outbox.push({ to, subject });
        if (fate === 'lost') throw new Error('Service timed out: Gmail');
        dead = fate === 'dies after';
        alive();
      },
    },
    files: { createFolder: nothing, share: nothing, find: nothing, create: nothing, isUsable: nothing },
    store: {
      all: () => ({ ...store }),
      set(key, value) {
        alive();
        store[key] = value;
      },
      remove: nothing,
    },
    locked: (work) => work(),
    scriptId: '',
    version: '',
  };
  const tick = (): boolean => {
    dead = false;
    now += 10 / 1440;
    try {
      const { lines, finished } = withMailRun(ports, (run) => sendLetters(ports, run, letters, journal));
      // A run that died writes no journal.
      if (!dead) for (const { key, state } of lines) if (state === SENT_WORD) journal.add(key);
      return finished && !dead;
    } catch {
      return false;
    }
  };
  return { letters, store, journal, outbox, tick };
}

test('whatever befalls each call: nobody is forgotten that day, nobody written to twice without the mark, and all witnesses agree', () => {
  const fate = fc.constantFrom<Fate>('ok', 'throws', 'quota', 'dies before', 'dies after', 'lost');
  fc.assert(
    fc.property(fc.array(fate, { maxLength: 8 }), (fates) => {
      const { letters, store, journal, outbox, tick } = play([...fates]);
      // The clock until the evening: the longest rests of eight refusals are over by then.
      let isFinished = false;
      for (let i = 0; i < 96 && !isFinished; i += 1) isFinished = tick();
      for (const { key, to } of letters) {
        const [first, second, ...more] = outbox.filter((mail) => to.includes(mail.to));
        expect(more).toEqual([]);
        if (second) expect(second.subject).toBe('(gửi lại)');
        const claim = claimOf(store, key);
        if (claim?.state === 'sent' || journal.has(mailKey(key))) expect(first).toBeDefined();
        if (fates.length <= 4) expect(isSent(store, key)).toBe(true);
        if (claim?.state !== 'doubt' && isSent(store, key)) expect(first).toBeDefined();
      }
      if (fates.length <= 4) expect(isFinished).toBe(true);
    }),
  );
});
