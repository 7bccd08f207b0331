// The answers of one part, as a file in the Drive of the account that asked: under drive.file no account sees another's, so each part
// is a file of its own. Who asked is told by role; accounts and ids of files are in none.

import type { Answered } from '../../app/check/live-answer.ts';
import type { Ports } from '../../app/ports.ts';
import { disputesInWords } from '../../app/sync/disputes.ts';
import { formatMoment, isoDate } from '../../core/calendar.ts';

/** 0 and A: a scratch spreadsheet, by the installing account. B: the shared sheet, by another. C: the steps by hand. */
export type Part = '0' | 'A' | 'B' | 'C';
export type Role = 'installing account' | 'owner' | 'police';

/** Script property: the files of the parts that were answered. */
const ANSWERED = 'liveCheck';

/** Its name. @throws Error in Google's words */
export function saveAnswers(ports: Ports, part: Part, role: Role, answers: readonly Answered[]): string {
  const now = ports.now();
  const name = `tu-kiem-${part === 'A' ? '' : `${part}-`}${isoDate(now)}.json`;
  const disputes = disputesInWords(ports.store.all());
  const content = { part, role, date: isoDate(now), program: ports.version, at: formatMoment(now), answers, disputes };
  const blob = Utilities.newBlob(JSON.stringify(content, null, 1), 'application/json', name);
  const made = Drive?.Files?.create({ name, mimeType: 'application/json' }, blob, { fields: 'id' });
  const known = partsOf(ports).filter(([other]) => other !== part);
  ports.store.set(ANSWERED, [...known, [part, made?.id ?? '']].map((pair) => pair.join('=')).join(' '));
  return name;
}

/** The id of its newest file; undefined where the part was not answered yet. */
export function answeredFile(ports: Ports, part: Part): string | undefined {
  return partsOf(ports).find(([known]) => known === part)?.[1];
}

function partsOf(ports: Ports): [string, string][] {
  const pairs = (ports.store.all()[ANSWERED] ?? '').split(' ').filter((pair) => pair !== '');
  return pairs.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]);
}
