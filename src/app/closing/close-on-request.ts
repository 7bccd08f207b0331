// Closing where nobody can be asked, in two visits of the clock, as the sync there (sync-on-request.ts): what is frozen has stood in
// «Kết quả» of «Điều khiển» before, in the very same words and figures. Else the answer is what a closing would be, and nothing is closed.

import { fingerprint } from '../../core/fingerprint.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { mailPromise } from '../../core/sending-causes.ts';
import { closedId } from '../../core/version.ts';
import { REQUESTS, type RequestName } from '../../sheet/request-words.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { closePeriod } from './close-period.ts';
import { describeClosing, mailAfter, whyNotClosed } from './describe-closing.ts';
import type { ClosingPlan } from './plan-closing.ts';

/** Requests that close. */
export type ClosingRequest = Extract<RequestName, 'close' | 'correct' | 'closeYear'>;

/** Script property: the mark of the closing that was shown last. */
const SHOWN = 'shownClosing';

/** What a closing would be, without its question. */
export function showClosing(ports: Ports, plan: ClosingPlan, name: ClosingRequest): string {
  const { title, text, asks, end } = describeClosing(plan);
  if (!asks) return `${title}\n${text}`;
  ports.store.set(SHOWN, markOf(plan));
  const mail = plan.causes.length === 0 ? '' : ` ${mailPromise(plan.causes)}`;
  return `${title}\n${text.slice(0, -end.length)}Đồng ý thì đánh dấu «${REQUESTS[name]}».${mail}`;
}

/** Who asks for which closing. */
interface Asking {
  readonly name: ClosingRequest;
  /** An account, or words where none is known. */
  readonly by: string;
  /** The store as it was before this visit: what it shows itself nobody has read. */
  readonly before: Readonly<Record<string, string>>;
}

/**
 * Closes what was shown, where the sheet is still just that; otherwise shows it.
 * @throws Refusal
 */
export function closeShown(ports: Ports, seeds: ResolvedPlan, plan: ClosingPlan, { name, by, before }: Asking): string {
  const words = describeClosing(plan);
  if (plan.kind === 'preview') return whyNotClosed(plan);
  if (!words.asks) return words.end;
  const shown = before[SHOWN];
  if (shown !== markOf(plan)) return `${shown === undefined ? NOT_SHOWN : CHANGED}${showClosing(ports, plan, name)}`;
  const outcome = closePeriod(ports, seeds, plan, by);
  if (outcome.kind === 'changed') throw new Refusal('changed-meanwhile');
  ports.store.remove(SHOWN);
  return `Đã chốt bản ${outcome.version.version}. ${words.text.split('\n')[0] ?? ''} ${mailAfter(plan)}`;
}

const NOT_SHOWN = 'Chưa chốt gì: chốt qua tab Điều khiển thì phải xem con số trước. ';
const CHANGED = 'Chưa chốt gì: số liệu đã khác lần xem trước. ';

/** Everything that was read before the agreement, but for what becomes of the mail: that may change by itself. */
function markOf(plan: ClosingPlan): string {
  const { text, end } = describeClosing(plan);
  return fingerprint(JSON.stringify([closedId(plan), plan.version, text.slice(0, -end.length)]));
}
