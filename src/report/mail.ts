// A mail without its addresses: a page as HTML and as plain text, and the lines every one of them ends in.
import { renderHtml } from './html-page.ts';
import type { MailPage } from './page.ts';
import { renderText } from './plain-page.ts';
import { FOOT } from './words/shared.ts';

/** `html` and `text` say the same. */
export interface Mail {
  /** At most 80 characters. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export function mailFrom(subject: string, page: MailPage): Mail {
  return { subject, html: renderHtml(page), text: renderText(page) };
}

interface FootFacts {
  readonly commune: string;
  readonly standingBody?: string;
  /** Where answers go, where they are asked for; may be empty. */
  readonly replyTo?: string;
  /** Names of the documents that come with it. */
  readonly attachments?: readonly string[];
  /** They could not be made. */
  readonly unattached?: boolean;
}

/**
 * @param trace by which the mail is traced to what it tells of
 * @param program its version, for those who look after it
 */
export function footOf(facts: FootFacts, trace: string, program = ''): string[] {
  const { commune, standingBody = '', replyTo = '', attachments = [], unattached = false } = facts;
  return [
    FOOT.nature(commune),
    ...(replyTo === '' ? [] : [FOOT.reply(standingBody, replyTo)]),
    ...(attachments.length === 0 ? [] : [FOOT.attached(attachments)]),
    ...(unattached ? [FOOT.unattached] : []),
    FOOT.code(trace, program),
  ];
}
