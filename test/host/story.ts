// What the tests of the host share: the people, a manifest, a host with a file and a script bound to it.
import type { Host } from '../../src/host/host.ts';
import type { Answers, Outcome } from '../../src/host/run.ts';
import type { HostSettings, Manifest } from '../../src/host/state.ts';
import { createNodeHost } from '../../src/node/host.ts';

export const OWNER = 'kho@example.vn';
export const POLICE = 'congan@example.vn';
export const UNIT = 'truonghoc@example.vn';
export const START = '2024-05-01T08:00';

const AUTH = 'https://www.googleapis.com/auth/';

export const MANIFEST: Manifest = {
  timeZone: 'Asia/Ho_Chi_Minh',
  oauthScopes: [
    'spreadsheets',
    'drive.file',
    'script.send_mail',
    'script.scriptapp',
    'script.container.ui',
    'userinfo.email',
  ].map((scope) => AUTH + scope),
  dependencies: {
    enabledAdvancedServices: [
      { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
      { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
    ],
  },
};

export interface Stage {
  host: Host;
  fileId: string;
  scriptId: string;
  /** Runs a function of the script as a person who has granted everything. */
  run(functionName: string, args?: (string | number)[], answers?: Answers): Outcome;
}

/** A file of the owner's, shared with police and a unit as editors, with the script bound and the owner's consent given. */
export function stage(code: string, settings: Partial<HostSettings> = {}): Stage {
  const host = createNodeHost({ clock: START, seed: 6, settings });
  const fileId = host.createSpreadsheet(OWNER, 'Đề án 06');
  host.share(fileId, OWNER, POLICE, 'editor');
  host.share(fileId, OWNER, UNIT, 'editor');
  const scriptId = host.bindScript(OWNER, fileId, { code, manifest: MANIFEST });
  host.grant(OWNER, scriptId, 'all');
  return {
    host,
    fileId,
    scriptId,
    run: (functionName, args = [], answers) => host.run(OWNER, scriptId, functionName, args, answers),
  };
}

/** The value a run returned; an error says what else it was. */
export function value(outcome: Outcome): unknown {
  if (outcome.kind === 'ok') return outcome.value;
  throw new Error(JSON.stringify(outcome));
}

/** «name: message» of a run that ended with an error. */
export function failure(outcome: Outcome): string {
  return outcome.kind === 'error' ? `${outcome.name}: ${outcome.message}` : `no error but ${outcome.kind}`;
}
