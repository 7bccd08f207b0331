// How a service call ends other than well. `GoogleError` reaches the script, which may catch it; the others end the run, and
// what the script does with them changes nothing.
import type { ApiError } from './contract.ts';

type ApiDetails = {
  readonly code: number;
  readonly message: string;
  readonly errors: readonly { readonly domain: string; readonly reason: string; readonly message: string }[];
  readonly details?: readonly { readonly fieldViolations: readonly { readonly description: string }[] }[];
};

/** An error as a script sees it: `String(error)` is «name: message». */
export class GoogleError extends Error {
  override name = 'GoogleError' as const;
  constructor(
    message: string,
    /** «Exception» for the built-in services, «GoogleJsonResponseException» for the advanced ones. */
    readonly shownName: string = 'Exception',
    readonly details?: ApiDetails,
  ) {
    super(message);
  }
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'required',
  403: 'forbidden',
  404: 'notFound',
  429: 'rateLimitExceeded',
};

/** What Google says in Vietnamese, whatever it is about; the place in the batch is before it as ever. */
export function inVietnamese(message: string): string {
  const [place = ''] = /^Invalid requests\[\d+\]\.[A-Za-z]+: /u.exec(message) ?? [];
  return `${place}Không thực hiện được thao tác này.`;
}

/** What an advanced service throws where its API refuses: «API call to sheets.spreadsheets.get failed with error: …». */
export function apiFailure(api: string, error: ApiError): GoogleError {
  const reason = REASONS[error.code] ?? 'backendError';
  return new GoogleError(`API call to ${api} failed with error: ${error.message}`, 'GoogleJsonResponseException', {
    code: error.code,
    message: error.message,
    errors: [{ domain: 'global', reason, message: error.message }],
    ...(error.violation === undefined ? {} : { details: [{ fieldViolations: [{ description: error.violation }] }] }),
  });
}

/** Ends a run at once: no later call of it has an effect. */
export class RunEnd extends Error {
  override name = 'RunEnd' as const;
  constructor(readonly reason: EndReason) {
    super('message' in reason ? reason.message : reason.kind);
  }
}

export type EndReason =
  /** Killed from outside, or out of time. */
  | { kind: 'killed'; message: string }
  /** A dialog nobody has answered yet. */
  | { kind: 'dialog' }
  /** `ScriptApp.requireScopes`: the person is asked for consent. */
  | { kind: 'consent'; scopes: string[] }
  /** Our own fault: the host lacks something, or is broken. */
  | { kind: 'fault'; error: unknown; message: string };
