// Mails that could not be sent, told: a line of «Điều khiển» for as long as it lasts, and from the second failure on a mail to CAX and the
// installing account (rule 6.9). The chairman never reads of it.
import { formatMoment, isoDate, type Moment } from '../../core/calendar.ts';
import { textOf } from '../../core/cell.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { CHAIRMANS_MAIL } from '../../core/sending-causes.ts';
import type { Settings } from '../../core/settings.ts';
import { troubleMail } from '../../report/notice-mail.ts';
import { CLOCK_LINES } from '../../sheet/layout/controls.ts';
import { writeCells } from '../../sheet/write.ts';
import { clockLine, type Observation, observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { mailFacts, noticeTo } from './envelope.ts';
import { type Claim, claimsOf } from './mail-claim.ts';
import { sendOnce, withMailRun } from './send-once.ts';

export interface Trouble {
  /** Tells one trouble from another. */
  readonly key: string;
  readonly words: string;
  /** Worth a mail to CAX, and not only the line. */
  readonly isUrgent: boolean;
}

/** Days for which a mail to the chairman that could not be sent is told, unless it is sent. */
const TOLD = 35;
/** Days for which another one is told that is not tried any more. */
const TOLD_OTHER = 7;
/** Script property: the day, and which troubles were told by mail on it. */
const TOLD_TROUBLES = 'told troubles';
/** Lines told at once. */
const MOST = 8;

/**
 * What the claims know of mails that could not be sent. Pure.
 * @param isDue whether the clock still tries by itself to send the mail of a key
 */
export function troublesOf(
  store: Readonly<Record<string, string>>,
  { leftOutCopies }: Pick<Settings, 'leftOutCopies'>,
  now: Moment,
  isDue: (key: string) => boolean,
): Trouble[] {
  const claims = claimsOf(store);
  const today = Math.floor(now);
  const told = [...claims].flatMap(([key, claim]): Trouble[] => {
    const [, kind = ''] = key.split('|');
    if (!KINDS.has(kind)) return [];
    const isChairmans = kind === 'chairman';
    const lasts = isChairmans
      ? now - claim.at <= TOLD && isNewest(key, claims)
      : now - claim.at <= TOLD_OTHER && !isFollowed(key, claim, claims);
    const isTried = isDue(key) || (!isChairmans && Math.floor(claim.since) >= today);
    const words = lasts ? wordsOf(claim, isChairmans, isTried, now) : '';
    return words === ''
      ? []
      : [{ key, words, isUrgent: isUrgent(claim) && (isChairmans || Math.floor(claim.at) >= today) }];
  });
  const copies = leftOutCopies.length === 0 ? [] : [`E-mail nhận bản sao: không gửi tới ${leftOutCopies.join(', ')}`];
  return [...told, ...copies.map((words) => ({ key: 'copies', words, isUrgent: false }))];
}

const isUrgent = ({ tries, state }: Claim) => tries >= 2 || state === 'doubt';

/** Mails that are awaited; tries and notices answer for themselves. */
const KINDS = new Set(['chairman', 'reminder', 'digest', 'request']);

/** A later round has written, or tries to write, to the same about the same. */
function isFollowed(key: string, { at }: Claim, claims: ReadonlyMap<string, Claim>): boolean {
  const [period, kind, , recipient] = key.split('|');
  return [...claims].some(([other, claim]) => {
    const [otherPeriod, otherKind, , otherRecipient] = other.split('|');
    return otherPeriod === period && otherKind === kind && otherRecipient === recipient && claim.at > at;
  });
}

/** A later version is what the chairman is to read. */
function isNewest(key: string, claims: ReadonlyMap<string, Claim>): boolean {
  const [period, kind, version] = key.split('|');
  return ![...claims.keys()].some((other) => {
    const [otherPeriod, otherKind, otherVersion] = other.split('|');
    return otherPeriod === period && otherKind === kind && Number(otherVersion) > Number(version);
  });
}

function wordsOf({ state, tries, next, why, at }: Claim, isChairmans: boolean, isDue: boolean, now: Moment): string {
  switch (state) {
    case 'refused':
    case 'rerefused': {
      const then = isDue
        ? `thử lại lúc ${formatMoment(Math.max(next, now))}`
        : isChairmans
          ? 'đã hết thời gian tự gửi; dùng «Gửi Chủ tịch» để gửi'
          : 'không gửi được, không thử nữa';
      return `${why} (${tries} lần; ${then})`;
    }
    case 'doubt':
      return now - at > 7 ? '' : `${why}: hai lần gửi đều không rõ kết quả; hỏi người nhận đã nhận thư chưa`;
    case 'sent':
      return why === '' || now - at > 7 ? '' : `Bản sao của thư Chủ tịch không gửi được: ${why}`;
    default:
      return '';
  }
}

/** Writes the line where it is another, and once a day a mail about what is urgent. */
export function tellTroubles(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<'controls' | 'settings'>,
  troubles: readonly Trouble[],
): void {
  // What waits for the chairman stands first: the red line and the dialogs tell it apart by that.
  const isHis = ({ words }: Trouble) => words.startsWith(CHAIRMANS_MAIL);
  const inOrder = [...troubles.filter(isHis), ...troubles.filter((one) => !isHis(one))];
  const rest = troubles.length - MOST;
  const lines = [...inOrder.slice(0, MOST).map(({ words }) => words), ...(rest > 0 ? [`và ${rest} thư khác`] : [])];
  const text = lines.join('\n');
  if (textOf(clockLine(observation, 'mailTrouble')) !== text) {
    // Rows may have moved since the look.
    const { tab, rows } = observe(ports, seeds, { controls: 'all' }).reader('controls');
    const row = rows.find(({ key }) => key === CLOCK_LINES.mailTrouble);
    if (row) ports.workbook.update(writeCells(tab, row.index, { outcome: text === '' ? null : text }));
  }
  const urgent = troubles.filter(({ isUrgent }) => isUrgent);
  if (urgent.length > 0) mailTroubles(ports, observation.settings, urgent);
}

function mailTroubles(
  ports: Ports,
  { commune, policeAccounts, installingAccount, sendingHour }: Settings,
  troubles: readonly Trouble[],
): void {
  const now = ports.now();
  // The installing account first: it is the sender itself, so that a bad address of CAX does not keep both from knowing.
  const [to = ports.account, ...cc] = [...new Set([installingAccount, ...policeAccounts])].filter((one) => one !== '');
  // A night belongs to the day before, so that what lasts over midnight is told once in it.
  const day = isoDate(now - sendingHour / 24);
  const prints = troubles.map((trouble) => fingerprint(trouble.key).slice(0, 8)).sort();
  const [toldOn, ...told] = (ports.store.all()[TOLD_TROUBLES] ?? '').split(' ');
  if (toldOn === day && prints.every((print) => told.includes(print))) return;
  const key = { period: `${day} ${fingerprint(prints.join(' '))}`, kind: 'notice', version: 0, recipient: to } as const;
  const facts = mailFacts(ports, commune);
  const words = troubles.slice(0, MOST).map((trouble) => trouble.words);
  const mail = () => noticeTo(troubleMail(words, facts), to, cc, commune);
  const { outcome } = withMailRun(ports, (run) =>
    sendOnce(ports, run, key, mail, { what: 'Thư báo thư chưa gửi được' }),
  );
  const known = toldOn === day ? told : [];
  if (['sent', 'resent', 'already'].includes(outcome))
    ports.store.set(TOLD_TROUBLES, [day, ...new Set([...known, ...prints])].join(' '));
}
