// Troubles of a scenario: services that refuse, answer too late or end the run there, and a clock that does not come.
import { ApiError } from '../../host/contract.ts';
import type { ObservedCall, Observer, Verdict } from '../../host/observer.ts';
import type { Json } from '../../host/state.ts';
import type { ActionOf } from './deeds.ts';
import { asLong, type Step } from './scenario.ts';

export type Fault = ActionOf<'fault'>;

/** What Google says of itself where a scenario gives no words. */
const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";
const SERVICE_UNAVAILABLE = 503;

/** Later than any time: what names no end lasts as long as anything runs. */
const NEVER = '9999';

/** A fault that has begun. */
interface Running {
  readonly step: Pick<Step, 'index'>;
  readonly fault: Fault;
  /** Exclusive. */
  readonly until: string;
  hits: number;
}

export interface Faults {
  begin(step: Pick<Step, 'index'>, fault: Fault): void;
  /** Whether a clock trigger stays away at that time; it is counted. */
  keepsClockAway(at: string): boolean;
  /** Whether calls are to be shown to the observer: while nobody looks on, the host may make short work of them. */
  looksOn(at: string): boolean;
  readonly observer: Observer;
  /** How often each has met a call or a run of the clock, by the index of its step. */
  hits(): ReadonlyMap<number, number>;
}

export function startFaults(): Faults {
  const all: Running[] = [];
  const isOn = ({ until }: Running, at: string) => asLong(at.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)) < until;
  return {
    begin(step, fault) {
      all.push({ step, fault, until: fault.until === undefined ? NEVER : asLong(fault.until), hits: 0 });
    },
    keepsClockAway(at) {
      const [found] = all.filter((one) => one.fault.call === 'clock' && isOn(one, at));
      if (found) found.hits += 1;
      return found !== undefined;
    },
    looksOn: (at) => all.some((one) => one.fault.call !== 'clock' && isOn(one, at)),
    observer(call) {
      const found = all.find((one) => isOn(one, call.at) && meets(one.fault, call));
      if (!found) return undefined;
      found.hits += 1;
      return verdictOf(found.fault, call);
    },
    hits: () => new Map(all.map(({ step, hits }) => [step.index, hits])),
  };
}

/** «MailApp.sendEmail» meets that call, «Drive» and «Drive.» all of the service. */
export function meets(fault: Fault, call: Pick<ObservedCall, 'service' | 'method' | 'args'>): boolean {
  const name = `${call.service}.${call.method}`;
  const wanted = fault.call.replace(/\.+$/u, '');
  if (name !== wanted && !name.startsWith(`${wanted}.`)) return false;
  if (fault.to === undefined) return true;
  if (name !== 'MailApp.sendEmail') return false;
  const text = recipientsOf(call.args);
  return text.toLowerCase().includes(fault.to.toLowerCase());
}

/** sendEmail(message) or sendEmail(to, …). */
function recipientsOf([first = null]: readonly Json[]): string {
  if (typeof first === 'string') return first;
  if (first === null || typeof first !== 'object' || Array.isArray(first)) return '';
  return [first['to'], first['cc'], first['bcc']].flatMap((part) => (part ? [JSON.stringify(part)] : [])).join(' ');
}

function verdictOf({ effect, message = SERVER_ERROR }: Fault, { service }: ObservedCall): Verdict {
  if (effect === 'dies') return { die: true };
  // The advanced services add their own words to what the API says.
  const isApi = /^(?:Sheets|Drive)(?:\.|$)/u.test(service);
  const error = isApi ? new ApiError(SERVICE_UNAVAILABLE, message) : new Error(message);
  return effect === 'done' ? { failAfter: error } : { failBefore: error };
}
