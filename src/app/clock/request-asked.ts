// Mail is the clock's work: a click of the menu, once the person has said yes, leaves a request for it.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { requestPromise } from '../../core/sending-causes.ts';
import { REQUEST_QUESTIONS } from '../../sheet/request-questions.ts';
import { REQUESTS } from '../../sheet/request-words.ts';
import { offerAgain, sentAlready } from '../mail/send-report.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { askFor, whyUnserved } from './serve-requests.ts';

type Mailing = keyof typeof REQUEST_QUESTIONS;

/** @throws Refusal */
export function requestAsked(ports: Ports, seeds: ResolvedPlan, person: Person, name: Mailing): void {
  // What has left is sent once more only where the person says so.
  const sent = name === 'chairman' ? sentAlready(ports, seeds) : undefined;
  const question =
    sent === undefined
      ? REQUEST_QUESTIONS[name]
      : `${sent} đã gửi Chủ tịch (xem Sổ báo cáo). Gửi lại lần nữa? Thư ghi «(gửi lại)».`;
  const title = REQUESTS[name];
  if (!person.ask(title, `${question}\n\n${requestPromise(whyUnserved(ports, seeds))} Đồng ý?`)) return;
  if (sent !== undefined) offerAgain(ports, seeds);
  person.tell(title, askFor(ports, seeds, name));
}
