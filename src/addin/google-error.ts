// What an advanced service threw, as a Refusal: by its status, never by its words alone, which follow the language of whoever clicks.
import { Refusal } from '../app/refusal.ts';

/** The HTTP status; undefined where the error tells none. */
export function statusOf(cause: unknown): number | undefined {
  const code = (cause as { details?: { code?: unknown } } | undefined)?.details?.code;
  return typeof code === 'number' ? code : undefined;
}

/** «notFound», «userRateLimitExceeded»; empty where the error tells none. */
export function googleReason(cause: unknown): string {
  const { errors } = (cause as { details?: { errors?: { reason?: unknown }[] } } | undefined)?.details ?? {};
  return String(errors?.[0]?.reason ?? '');
}

export function asRefusal(cause: unknown): Refusal {
  return new Refusal('google', cause instanceof Error ? cause.message : String(cause), statusOf(cause));
}
