// The monthly mail to the chairman (rules 6.4, 7.2): one screen that says what the month comes to and which decisions are wanted.
import type { SpanReport } from '../core/report/span.ts';
import type { Report } from '../core/report.ts';
import { chairmanPage, type MailFacts } from './chairman-page.ts';
import { type Mail, mailFrom } from './mail.ts';
import { subjectOf } from './subject.ts';

/** The Report as the chairman's mail; below 100 kB whatever was typed. @param span what the month ends, where it ends one */
export function chairmanMail(report: Report, facts: MailFacts, span?: SpanReport): Mail {
  const page = chairmanPage(report, facts, span);
  return mailFrom(subjectOf(report, Boolean(facts.resend), span), page);
}
