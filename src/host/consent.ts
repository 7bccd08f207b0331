// Consent: which scopes a script asks for, which a person has granted, and what Google says where one is missing.
import { ApiError } from './contract.ts';
import { GoogleError } from './errors.ts';
import type { Run } from './run.ts';
import type { Method } from './service.ts';
import type { ScriptState } from './state.ts';
import type { Store } from './store.ts';

const AUTH = 'https://www.googleapis.com/auth/';

export const SCOPES = {
  spreadsheets: `${AUTH}spreadsheets`,
  currentSpreadsheet: `${AUTH}spreadsheets.currentonly`,
  drive: `${AUTH}drive`,
  driveFile: `${AUTH}drive.file`,
  sendMail: `${AUTH}script.send_mail`,
  scriptApp: `${AUTH}script.scriptapp`,
  ui: `${AUTH}script.container.ui`,
  email: `${AUTH}userinfo.email`,
} as const;

/** The scopes of the manifest. */
export function scopesOf(script: ScriptState): readonly string[] {
  return script.manifest.oauthScopes ?? [];
}

/** The scopes this person has granted the script and its manifest still lists. */
export function grantedScopes(store: Store, script: ScriptState, user: string): string[] {
  const granted = store.account(user).consents[script.id]?.granted ?? [];
  return scopesOf(script).filter((scope) => granted.includes(scope));
}

/** The scopes Google asks for before anything runs: all of them the first time and when the manifest has a new one. */
export function scopesToAsk(store: Store, script: ScriptState, user: string): string[] {
  const asked = store.account(user).consents[script.id]?.asked;
  const scopes = [...scopesOf(script)];
  return asked && scopes.every((scope) => asked.includes(scope)) ? [] : scopes;
}

/**
 * The person answers the consent screen: ticks these scopes, or all. Consents to one project add up, whatever its manifest lists later: assumed
 * of Google, and the stricter assumption.
 */
export function grant(store: Store, script: ScriptState, user: string, scopes: readonly string[] | 'all'): void {
  const before = store.account(user).consents[script.id] ?? { asked: [], granted: [] };
  const asked = scopesOf(script);
  const granted = asked.filter((scope) => scopes === 'all' || [...scopes, ...before.granted].includes(scope));
  store.account(user).consents[script.id] = {
    asked: [...new Set([...asked, ...before.asked])],
    granted: [...new Set([...granted, ...before.granted])],
  };
}

/**
 * Everything this person has agreed to is forgotten, also what the manifest of today does not list. Google documents that and no more. What it
 * leaves to a run in progress is not said: here nothing, so that no program comes to rely on it. A later click asks; triggers fail.
 */
export function forget(store: Store, script: ScriptState, user: string): void {
  delete store.account(user).consents[script.id];
}

/** Whether the run may use one of these scopes. */
export function hasScope(run: Run, scopes: readonly string[]): boolean {
  const { store } = run.machine;
  const granted = grantedScopes(store, store.script(run.scriptId), run.user);
  return run.authMode === 'FULL' && scopes.some((scope) => granted.includes(scope));
}

/** Throws Google's words where the run lacks the scopes a method needs. */
export function requireScopes(run: Run, service: string, name: string, method: Method): void {
  const { scopes } = method;
  if (!scopes || (method.limited && run.authMode === 'LIMITED') || hasScope(run, scopes)) return;
  if (/^(?:Sheets|Drive)\./u.test(service)) {
    if (run.authMode === 'FULL') throw new ApiError(403, 'Request had insufficient authentication scopes.');
    throw new ApiError(
      401,
      'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    );
  }
  const called =
    service === 'Ui' || run.authMode === 'FULL'
      ? 'Specified permissions are not sufficient'
      : 'You do not have permission';
  throw new GoogleError(`${called} to call ${service}.${name}. Required permissions: ${scopes.join(' || ')}`);
}
