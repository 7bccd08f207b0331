// The mail of the set-up: the account that installs writes to itself, so that it sees mails leave and arrive before the first month.
import { isoDate } from '../../core/calendar.ts';
import { setUpMail } from '../../report/set-up-mail.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { mailFacts, noticeTo } from './envelope.ts';
import { MAILED, type Readiness } from './readiness.ts';

/** @throws Refusal quota */
export function mailOneself(ports: Ports, commune: string, { items, advice }: Readiness): void {
  if (ports.mail.remaining() < 1) throw new Refusal('quota', 'Thư này không tự gửi lại: làm lại vào ngày mai.');
  const facts = mailFacts(ports, commune);
  const words = setUpMail({ ...facts, items, advice });
  ports.mail.send(noticeTo(words, ports.account, [], commune));
  ports.store.set(MAILED, isoDate(facts.now));
}
