// The claim of a mail and its three ends: it has left, the call threw and nothing has left, the run died in between.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf, claimsOf, isSent, mailKey, pruneClaims } from '../../src/app/mail/mail-claim.ts';
import { sendOnce, withMailRun } from '../../src/app/mail/send-once.ts';
import type { Mail, Ports } from '../../src/app/ports.ts';

const KEY = { period: '2024-05', kind: 'chairman', version: 1, recipient: '' } as const;
const MINUTE = 1 / 1440;
const CHAIRMAN = 'chu-tich@example.vn';

/** What becomes of the call: it works · it throws and nothing leaves · the mail leaves and the answer is lost · the run dies before or after. */
type Fate = 'ok' | 'throws' | 'lost' | 'quota' | 'dies before' | 'dies after';

class Died extends Error {}

/** A store and a mailbox that live on while runs die. */
function world({ cc = [] as readonly string[], quota = 100 } = {}) {
  const store: Record<string, string> = {};
  const sent: string[] = [];
  const recipients: string[][] = [];
  let now = 45427;
  let remaining = quota;
  let fate: Fate = 'ok';
  let refuses = '';
  let dead = false;
  let calls = 0;
  let to = CHAIRMAN;
  const nothing = () => {
    throw new Error('not asked for here');
  };
  const alive = () => {
    if (dead) throw new Died();
  };
  const die = () => {
    dead = true;
    throw new Died();
  };
  const ports: Ports = {
    now: () => now,
    account: 'cai-dat@example.vn',
    workbook: { id: 'F', url: '', read: nothing, update: nothing, tabs: nothing, people: nothing },
    mail: {
      remaining: () => remaining,
      send: (mail) => {
        const all = [mail.to, ...mail.cc];
        calls += 1;
        if (fate === 'dies before') die();
        if (fate === 'throws') throw new Error('Service error: Gmail');
        if (fate === 'quota') throw new Error('Service invoked too many times for one day: email.');
        if (refuses !== '' && all.includes(refuses)) throw new Error(`Invalid email: ${refuses}`);
        sent.push(mail.subject);
        recipients.push(all);
        remaining -= all.length;
        if (fate === 'lost') throw new Error('Service timed out: Gmail');
        if (fate === 'dies after') die();
      },
    },
    files: { createFolder: nothing, isUsable: nothing, share: nothing, find: nothing, create: nothing },
    store: {
      all: () => ({ ...store }),
      set: (key, value) => {
        alive();
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
    to,
    cc,
    subject: again ? 'thư (gửi lại)' : 'thư',
    html: '',
    text: '',
    senderName: '',
    replyTo: '',
  });
  return {
    store,
    sent,
    recipients,
    ports,
    run(becomes: Fate, how: { atOnce?: boolean; oncemore?: boolean; copiesMayWait?: boolean } = {}): string {
      fate = becomes;
      dead = false;
      try {
        const outcome = withMailRun(ports, (run) => sendOnce(ports, run, KEY, mail, { what: 'Thư', ...how }).outcome);
        // What a dead run would have caught, it has not seen.
        return dead ? 'died' : outcome;
      } catch (cause) {
        if (cause instanceof Died) return 'died';
        throw cause;
      }
    },
    /** Mails of one run, one after another, to as many people each; what became of each. */
    runAll(count: number): string[] {
      fate = 'ok';
      return withMailRun(ports, (run) =>
        Array.from({ length: count }, (_, i) => {
          const key = { ...KEY, kind: 'reminder', recipient: `U${i}` } as const;
          return sendOnce(ports, run, key, mail, { what: 'Thư' }).outcome;
        }),
      );
    },
    /** A new day has new recipients. */
    refill(): void {
      remaining = quota;
    },
    calls: () => calls,
    wait(minutes: number): void {
      now += minutes * MINUTE;
    },
    moveTo(address: string): void {
      to = address;
    },
    refuse(address: string): void {
      refuses = address;
    },
    claim: () => claimOf(store, KEY),
  };
}

describe('a mail that leaves', () => {
  test('is not sent again, wherever it would go now', () => {
    const { run, sent, store, moveTo } = world();
    expect(run('ok')).toBe('sent');
    moveTo('chu-tich-moi@example.vn');
    expect(run('ok')).toBe('already');
    expect(sent).toEqual(['thư']);
    expect(isSent(store, KEY)).toBe(true);
  });

  test('counts by the claim of an earlier program, which held the address', () => {
    const { run, sent, store } = world();
    store[`mail ${mailKey(KEY)}${CHAIRMAN}`] = 'sent 45426.9';
    expect(run('ok')).toBe('already');
    expect(sent).toEqual([]);
    // Bản 1 is not bản 11.
    expect(isSent({ 'mail 2024-05|chairman|11|x@y.vn': 'sent 1' }, KEY)).toBe(false);
  });

  test('is sent once more only where a person asks, marked', () => {
    const { run, sent, store } = world();
    run('ok');
    expect(run('throws', { oncemore: true })).toBe('refused');
    expect(isSent(store, KEY)).toBe(true);
    expect(run('ok', { oncemore: true })).toBe('resent');
    expect([run('ok'), sent]).toEqual(['already', ['thư', 'thư (gửi lại)']]);
  });
});

describe('a mail whose call throws', () => {
  test('rests longer and longer, at most four hours; the reason is kept; then it leaves unmarked', () => {
    const { run, sent, wait, claim } = world();
    const pauses = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      expect(run('throws')).toBe('refused');
      const { next = 0, at = 0 } = claim() ?? {};
      pauses.push(Math.round((next - at) / MINUTE));
      expect(run('ok')).toBe('waits');
      wait(Math.round((next - at) / MINUTE) + 1);
    }
    expect(pauses).toEqual([9, 19, 39, 79, 159, 239, 239, 239]);
    expect(claim()).toMatchObject({
      state: 'refused',
      tries: 8,
      why: 'Thư: dịch vụ của Google đang lỗi (Service error: Gmail)',
    });
    expect([run('ok'), run('ok')]).toEqual(['sent', 'already']);
    expect(sent).toEqual(['thư']);
  });

  test('does not rest where its address was mended, or a person asks', () => {
    const { run, moveTo, refuse, sent } = world();
    refuse(CHAIRMAN);
    expect([run('ok'), run('ok'), run('ok', { atOnce: true })]).toEqual(['refused', 'waits', 'refused']);
    moveTo('dung@example.vn');
    expect(run('ok')).toBe('sent');
    expect(sent).toEqual(['thư']);
  });

  test('is no mail that has left where the quota is used up, be it told before or by the call', () => {
    const { run, sent, wait, claim, store } = world();
    expect(run('quota')).toBe('quota');
    expect([isSent(store, KEY), claim()?.state]).toEqual([false, 'refused']);
    wait(1440);
    expect(run('ok')).toBe('sent');
    const poor = world({ quota: 0 });
    expect([poor.run('ok'), poor.sent]).toEqual(['quota', []]);
    expect(sent).toEqual(['thư']);
  });
});

describe('the day’s recipients', () => {
  // Each address of a mail is one; the service is not asked for what the day cannot reach.
  test.each([
    [6, 0, 8, 6],
    [6, 1, 4, 3],
    [7, 1, 4, 3],
    [6, 2, 3, 2],
    [5, 2, 3, 1],
    [3, 2, 3, 1],
    [2, 2, 3, 0],
  ])(
    '%i are left, %i copies each: of %i mails %i leave, the rest the next day and unmarked',
    (quota, copies, count, leave) => {
      const cc = Array.from({ length: copies }, (_, i) => `ban-sao-${i}@example.vn`);
      const { runAll, sent, calls, wait, refill, recipients } = world({ cc, quota });
      const outcomes = Array.from({ length: count }, (_, i) => (i < leave ? 'sent' : 'quota'));
      expect(runAll(count)).toEqual(outcomes);
      expect([sent.length, calls()]).toEqual([leave, leave]);
      expect(recipients.flat().length).toBe(leave * (copies + 1));
      wait(1440);
      refill();
      const next = Math.min(leave, count - leave);
      expect(runAll(count).filter((outcome) => outcome === 'sent').length).toBe(next);
      expect(sent).toEqual(Array.from({ length: leave + next }, () => 'thư'));
      expect(calls()).toBe(leave + next);
    },
  );
});

describe('copies', () => {
  const cc = ['pct@example.vn', 'xau@example.vn'];

  test('the service does not take keep nobody from being written to', () => {
    const { run, recipients, refuse, claim } = world({ cc });
    refuse('xau@example.vn');
    expect([run('ok'), run('ok')]).toEqual(['sent', 'already']);
    expect(recipients).toEqual([[CHAIRMAN]]);
    expect(claim()?.why).toBe('địa chỉ nhận không đúng (Invalid email: xau@example.vn)');
  });

  test('the day does not reach for are given up where they may be', () => {
    const { run, recipients } = world({ cc, quota: 2 });
    expect(run('ok')).toBe('quota');
    expect(run('ok', { copiesMayWait: true, atOnce: true })).toBe('sent');
    expect(recipients).toEqual([[CHAIRMAN]]);
  });
});

describe('a run that dies', () => {
  test('while the claim is young another run keeps away; then one mail more, marked', () => {
    const { run, sent, wait } = world();
    expect(run('dies after')).toBe('died');
    wait(5);
    expect(run('ok')).toBe('elsewhere');
    wait(6);
    expect([run('ok'), run('ok')]).toEqual(['resent', 'already']);
    expect(sent).toEqual(['thư', 'thư (gửi lại)']);
  });

  test('twice: said once, then left alone for ever', () => {
    const { run, sent, wait, store } = world();
    for (let i = 0; i < 2; i += 1) {
      expect(run('dies after')).toBe('died');
      wait(11);
    }
    expect([run('ok'), run('ok')]).toEqual(['in-doubt', 'already']);
    expect(sent.length).toBe(2);
    expect(isSent(store, KEY)).toBe(true);
    expect(Object.keys(store)).toEqual([`mail ${mailKey(KEY)}`]);
  });

  test('an answer that is lost is such a run: the day’s recipients tell that the mail was counted', () => {
    const { run, sent, wait } = world();
    expect(run('lost')).toBe('unclear');
    wait(11);
    expect(run('ok')).toBe('resent');
    expect(sent).toEqual(['thư', 'thư (gửi lại)']);
  });
});

test('whatever happens: never twice without the mark, never a third, never lost, and the claim agrees with the mailbox', () => {
  const fate = fc.constantFrom<Fate>('ok', 'throws', 'lost', 'quota', 'dies before', 'dies after');
  fc.assert(
    fc.property(fc.array(fc.tuple(fate, fc.constantFrom(1, 10, 60, 240)), { maxLength: 20 }), (story) => {
      const { run, sent, wait, store, claim } = world({ quota: 1000 });
      for (const [becomes, minutes] of story) {
        const before = sent.length;
        const outcome = run(becomes);
        if (outcome === 'sent' || outcome === 'resent') expect(sent.length).toBe(before + 1);
        if (outcome === 'refused' || outcome === 'quota') expect(sent.length).toBe(before);
        expect(sent.length).toBeLessThanOrEqual(2);
        expect(sent.slice(1).every((subject) => subject.includes('(gửi lại)'))).toBe(true);
        if (claim()?.state === 'sent') expect(sent.length).toBeGreaterThan(0);
        wait(minutes);
      }
      // The service works again: it has left, or two runs died at it and a person is told.
      for (let i = 0; i < 3; i += 1) {
        wait(241);
        run('ok');
      }
      expect(isSent(store, KEY)).toBe(true);
      if (claim()?.state !== 'doubt') expect(sent.length).toBeGreaterThan(0);
    }),
  );
});

test('claims nothing asks for any more are removed, some a run; young ones and other properties stay', () => {
  const { store, ports } = world();
  for (let i = 0; i < 450; i += 1) store[`mail 2023-01|reminder|1|U${i}`] = `sent ${45427 - 61 - i}`;
  store['mail 2024-04|chairman|1|'] = 'sent 45380.5';
  store['wake'] = '1';
  expect([1, 2, 3, 4].map(() => pruneClaims(ports, ports.store.all()))).toEqual([200, 200, 50, 0]);
  expect(Object.keys(store)).toEqual(['mail 2024-04|chairman|1|', 'wake']);
  expect(claimsOf(store).size).toBe(1);
});
