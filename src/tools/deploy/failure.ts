// What clasp said, as a named failure. clasp passes on Google's messages and Node's as they are and ends with 1, or with 0 where it
// skipped a push or nobody is logged in: the words decide. They are those of clasp 3.4.1, which package.json pins;
// test/tools/deploy/failure.test.ts holds its real output.

/** What clasp printed and how it ended. */
export interface ClaspOutput {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export type Failure =
  | 'not-logged-in'
  | 'no-home'
  | 'login-file'
  | 'expired'
  | 'scopes'
  | 'admin-block'
  | 'advanced-protection'
  | 'api-off'
  | 'no-permission'
  | 'not-found'
  | 'offline'
  | 'cut'
  | 'certificate'
  | 'too-many'
  | 'drive-full'
  | 'google-broken'
  | 'code-refused'
  | 'skipped'
  | 'unknown';

/** The first that fits names the failure: Google's own sentences are before the general words of the network. */
const SIGNS: readonly (readonly [RegExp, Failure])[] = [
  // Where the login is renewed, Google answers with the word its page shows at the login itself (google/clasp #85, #946).
  [/admin_policy_enforced|domain administrators have disabled/u, 'admin-block'],
  [/policy_enforced/u, 'advanced-protection'],
  [/has not enabled the Apps Script API/u, 'api-off'],
  [/insufficient authentication scopes/iu, 'scopes'],
  [/invalid_grant|invalid_rapt|invalid authentication credentials|Login Required/iu, 'expired'],
  [/uv_os_homedir/u, 'no-home'],
  [/No credentials found|Not logged in/u, 'not-logged-in'],
  [/\.clasprc\.json|Credential file is a symlink|in JSON at position/u, 'login-file'],
  [/Syntax error|Conflicting files found|exactly one manifest|manifest/iu, 'code-refused'],
  [/certificate|UNABLE_TO_(?:GET|VERIFY)/u, 'certificate'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH/u, 'offline'],
  [/socket hang up|ECONNRESET|ETIMEDOUT|EPIPE|network socket disconnected|Premature close|aborted/iu, 'cut'],
  [/storage quota/iu, 'drive-full'],
  [/Quota exceeded|Rate Limit|too many/iu, 'too-many'],
  [/Internal error|Backend Error|currently unavailable|status code 5\d\d/iu, 'google-broken'],
  [/entity was not found|File not found/u, 'not-found'],
  [/does not have permission|PERMISSION_DENIED|insufficientFilePermissions/iu, 'no-permission'],
];

/** Failures that end with 0. */
const SILENT: readonly (readonly [RegExp, Failure])[] = [
  [/^Skipping push\.$/mu, 'skipped'],
  [/^ *"loggedIn": false/mu, 'not-logged-in'],
];

/** What went wrong; nothing where all went well. */
export function failureOf({ code, out, err }: ClaspOutput): Failure | undefined {
  if (code === 0) return SILENT.find(([sign]) => sign.test(out))?.[1];
  const words = `${err}\n${out}`;
  return SIGNS.find(([sign]) => sign.test(words))?.[1] ?? 'unknown';
}

/** Failures after which nobody knows whether Google did what it was asked: the answer was lost, or is not an answer. */
const UNSURE: readonly Failure[] = ['cut', 'google-broken', 'unknown'];

/** Whether Google has certainly not done it. */
export function isCertain(failure: Failure): boolean {
  return !UNSURE.includes(failure);
}
