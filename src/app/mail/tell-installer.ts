// What the clock tells its own account unasked: why it does nothing, and that addresses have changed. The addresses are compared with what the
// script's own store has kept, which in the hardened way nobody else can reach, and told before anything is sent to a new one.
import { isoDate } from '../../core/calendar.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import type { Settings } from '../../core/settings.ts';
import {
  type AddressChange,
  addressMail,
  brokenMail,
  folderMail,
  idleMail,
  type NoticeFacts,
} from '../../report/notice-mail.ts';
import { fitted } from '../fitted.ts';
import type { Ports } from '../ports.ts';
import { mailFacts, noticeTo } from './envelope.ts';
import { sendOnce, withMailRun } from './send-once.ts';

/** Script property: the addresses as the clock used them last. */
const ADDRESSES = 'addresses';

type Watched = Pick<Settings, 'chairmanEmail' | 'copies' | 'policeAccounts'>;

const LABELS = {
  chairmanEmail: 'E-mail Chủ tịch',
  copies: 'E-mail nhận bản sao',
  policeAccounts: 'Tài khoản Công an xã',
} as const satisfies Record<keyof Watched, string>;

/** Once a day. */
export function tellIdle(ports: Ports, commune: string, why: string): void {
  tell(ports, commune, [], fingerprint(why), (facts) => idleMail(why, facts));
}

/** Documents are kept in another folder from now on: told to CAX too, whose links lead to the old one. */
export function tellNewFolder(ports: Ports, { commune, policeAccounts }: Settings, folder: string): void {
  tell(ports, commune, policeAccounts, folder, folderMail);
}

/** Script property: what was wrong with the sheet when it was told last, and the day. */
const BROKEN = 'told broken';
/** Days after which the same is told again. */
const AGAIN = 7;

/** Rows, columns or tabs are missing: told when it is seen, and every week that it lasts. */
export function tellBroken(ports: Ports, { commune, policeAccounts }: Settings, words: string): void {
  const today = Math.floor(ports.now());
  const print = fingerprint(words);
  const [told, on] = (ports.store.all()[BROKEN] ?? '').split(' ');
  if (told === print && today - Number(on) < AGAIN) return;
  if (tell(ports, commune, policeAccounts, print, (facts) => brokenMail(words, facts)))
    ports.store.set(BROKEN, `${print} ${today}`);
}

/** What was empty and is filled in now is the set-up's own work; everything else is told, also to CAX as it was before. */
export function watchAddresses(ports: Ports, settings: Settings, store: Readonly<Record<string, string>>): void {
  const now = Object.fromEntries(KEYS.map((key) => [key, listed([settings[key]].flat())]));
  const text = JSON.stringify(now);
  const stood = store[ADDRESSES];
  if (stood === text) return;
  const before = stood === undefined ? {} : (JSON.parse(stood) as Record<string, string>);
  const changes = KEYS.flatMap((key): AddressChange[] => {
    const [was = '', is = ''] = [before[key], now[key]];
    return was === '' || was === is ? [] : [{ label: LABELS[key], before: was, after: is }];
  });
  if (changes.length > 0) {
    const police = (before['policeAccounts'] ?? '').split(', ').filter((account) => account.includes('@'));
    const what = fingerprint(`${stood} ${text}`);
    if (!tell(ports, settings.commune, police, what, (facts) => addressMail(changes, facts))) return;
  }
  ports.store.set(ADDRESSES, text);
}

/** A long list is cut, with a mark of all of it behind. */
function listed(addresses: readonly string[]): string {
  const [all, kept] = [addresses.join(', '), fitted(addresses, ', ', LIST_ROOM)];
  return kept === all ? all : `${kept}, …${fingerprint(all)}`;
}

/** Two lists and an address stand in one value of the store. */
const LIST_ROOM = 3500;

const KEYS = Object.keys(LABELS) as (keyof Watched)[];

/**
 * @param what tells one notice of a day from another
 * @returns false where a later run has to look again
 */
function tell(
  ports: Ports,
  commune: string,
  cc: readonly string[],
  what: string,
  make: (facts: NoticeFacts) => ReturnType<typeof idleMail>,
): boolean {
  const to = ports.account;
  const key = { period: `${isoDate(ports.now())} ${what}`, kind: 'notice', version: 0, recipient: to } as const;
  const facts = mailFacts(ports, commune);
  const mail = () => noticeTo(make(facts), to, cc, commune);
  const { outcome } = withMailRun(ports, (run) =>
    sendOnce(ports, run, key, mail, { what: 'Thư báo tài khoản cài đặt' }),
  );
  return outcome === 'sent' || outcome === 'resent' || outcome === 'already' || outcome === 'in-doubt';
}
