// The manifests of the hardened way, out of the one of the plain way: each script asks for what it needs and no more.

const AUTH = 'https://www.googleapis.com/auth';
/** This file only; a menu and its questions; who asks. */
const BOUND = [`${AUTH}/spreadsheets.currentonly`, `${AUTH}/script.container.ui`, `${AUTH}/userinfo.email`];
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

const print = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;
