// The manifests of the hardened way, out of the one of the plain way: each script asks for what it needs and no more.

const AUTH = 'https://www.googleapis.com/auth';
/** What only the narrow script asks for: this file and no other. */
export const NARROWEST_SCOPE = `${AUTH}/spreadsheets.currentonly`;
/** This file only; a menu and its questions; who asks. */
const BOUND = [NARROWEST_SCOPE, `${AUTH}/script.container.ui`, `${AUTH}/userinfo.email`];
/** There is no screen where it runs. */
const NOT_STANDALONE = [`${AUTH}/script.container.ui`];

interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly dependencies: object;
}

/** Of the script in the sheet: no advanced service, which would reach every file of whoever clicks. */
export function boundManifest(plain: string): string {
  const { dependencies: _, ...manifest } = JSON.parse(plain) as Manifest;
  return print({ ...manifest, oauthScopes: BOUND });
}

/** Of the script that does everything. */
export function standaloneManifest(plain: string): string {
  const manifest = JSON.parse(plain) as Manifest;
  return print({ ...manifest, oauthScopes: manifest.oauthScopes.filter((scope) => !NOT_STANDALONE.includes(scope)) });
}

/**
 * The narrow manifest of a sheet that is of the plain way until now, for its old clock's last run: without any scope the old manifest does not list,
 * because one that is new stops a trigger until its owner consents, and this one has its old consent still to give up. Nothing where the narrow one
 * has no such scope, and where none would be left: Google would guess scopes from the code.
 */
export function parting(narrow: string, old: string): string | undefined {
  const manifest = JSON.parse(narrow) as Manifest;
  const { oauthScopes: known = [] } = JSON.parse(old) as Partial<Manifest>;
  const oauthScopes = manifest.oauthScopes.filter((scope) => known.includes(scope));
  return oauthScopes.length === 0 || oauthScopes.length === manifest.oauthScopes.length
    ? undefined
    : print({ ...manifest, oauthScopes });
}

/** Whether a script under this manifest may do what the narrow one may not; also where it says nothing and Google reads the code. */
export function isWider(manifest: string, narrow: string): boolean {
  const scopesIn = (text: string) => (JSON.parse(text) as Partial<Manifest>).oauthScopes ?? [];
  const scopes = scopesIn(manifest);
  return scopes.length === 0 || scopes.some((scope) => !scopesIn(narrow).includes(scope));
}

const print = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;
