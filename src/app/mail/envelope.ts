// What stands around the words of every mail: whom it is from, who gets it, and where its answers go.
import type { Settings } from '../../core/settings.ts';
import { senderName } from '../../core/titles.ts';
import type { Mail as WrittenMail } from '../../report/mail.ts';
import type { Mail, Ports } from '../ports.ts';

/** What every mail says of the sheet it comes from. */
export function mailFacts(ports: Ports, commune: string) {
  return { commune, now: ports.now(), sheetUrl: ports.workbook.url, programVersion: ports.version };
}

/** Answers go to CAX. */
export function replyAddress({
  policeAccounts,
  installingAccount,
}: Pick<Settings, 'policeAccounts' | 'installingAccount'>): string {
  return policeAccounts[0] ?? installingAccount;
}

/**
 * A mail with its addresses.
 * @param replyTo where answers go: to whoever it is written to, where it is a notice
 */
export function noticeTo(
  { subject, html, text }: WrittenMail,
  to: string,
  cc: readonly string[],
  commune: string,
  replyTo: string = to,
): Mail {
  return { to, cc: copiesFor(to, cc), subject, html, text, senderName: senderName(commune), replyTo };
}

/** The same, answered to CAX. */
export function addressed(words: WrittenMail, to: string, cc: readonly string[], settings: Settings): Mail {
  return noticeTo(words, to, cc, settings.commune, replyAddress(settings));
}

/** Who is written to gets no copy besides, and nobody gets two. */
export function copiesFor(to: string, copies: readonly string[]): string[] {
  return [...new Set(copies)].filter((one) => one !== to);
}

/** Everybody the chairman's mail goes to. */
export function chairmanAddresses({ chairmanEmail, copies }: Pick<Settings, 'chairmanEmail' | 'copies'>): string[] {
  return [chairmanEmail, ...copiesFor(chairmanEmail, copies)];
}
