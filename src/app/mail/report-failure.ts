// A clock that fails again and again: told once a day to CAX and the installing account, never to the chairman. The sheet may
// be what cannot be read, so the addresses come from the script's store, where the last good look left them.
import { civilOf, isoDate } from '../../core/calendar.ts';
import type { Settings } from '../../core/settings.ts';
import { errorMail } from '../../report/police-mail.ts';
import { fitted } from '../fitted.ts';
import type { Ports } from '../ports.ts';
import { reasonOf } from '../reason.ts';
import { mailFacts, noticeTo } from './envelope.ts';
import { sendOnce, withMailRun } from './send-once.ts';

/** Script property: commune and addresses for the mail of an error, a line each. */
export const ALARM = 'alarm';

/** Script property: how many runs on end have failed. */
export const FAILED = 'failed';
/** Google's services fail now and then for a minute; the third failure on end, half an hour, is worth a mail. */
const WORTH_A_MAIL = 3;

export function alarmSettings({ commune, policeAccounts, installingAccount }: Settings): string {
  return fitted([commune, installingAccount, ...policeAccounts], '\n');
}

/** Counts the failure, and writes at most one mail a day. Never throws: what failed already is the caller's to tell. */
export function reportFailure(ports: Ports, deed: string, cause: unknown): void {
  try {
    const store = ports.store.all();
    const failures = Number(store[FAILED] ?? 0) + 1;
    ports.store.set(FAILED, String(failures));
    if (failures < WORTH_A_MAIL) return;
    const [commune = '', ...addresses] = (store[ALARM] ?? '').split('\n');
    const now = ports.now();
    const [to = ports.account, ...cc] = [...new Set(addresses.filter((address) => address !== ''))];
    const written = errorMail({ ...mailFacts(ports, commune), deed, words: reasonOf(cause) });
    const key = { period: isoDate(now), kind: 'error', version: civilOf(now).day, recipient: to } as const;
    const mail = () => noticeTo(written, to, cc, commune);
    withMailRun(ports, (run) => sendOnce(ports, run, key, mail, { what: 'Thư báo lỗi' }));
  } catch {
    // The mail service or the store is what fails: Google's own notice goes to the installing account.
  }
}
