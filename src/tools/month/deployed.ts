// The file with its script bound and everybody invited, nothing clicked yet: what `npm run deploy` and sharing leave behind.
import type { Seeds } from '../../core/plan.ts';
import { fileTitle } from '../../core/titles.ts';
import type { Host, HostOptions } from '../../host/host.ts';
import type { Manifest } from '../../host/state.ts';
import { createNodeHost } from '../../node/host.ts';
import type { HardenedBundle } from '../build/bundle.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER } from './cast.ts';
import { idlesWith } from './idles.ts';

export interface DeployOptions {
  readonly seeds: Seeds;
  /** When the file is made, on the clock of Viet Nam: «2024-04-15T08:00». */
  readonly clock: string;
  readonly tell: (line: string) => void;
}

export interface Deployed {
  readonly host: Host;
  readonly fileId: string;
  /** The script bound to the file. */
  readonly scriptId: string;
  /** The script whose functions the installing account runs in the editor: the standalone one of the hardened way, else the bound one. */
  readonly editorScriptId: string;
}

interface Script {
  readonly code: string;
  readonly manifest: string;
}

/** The whole program in the file. */
export function deployPlain(bundle: Script, options: DeployOptions): Deployed {
  const { host, fileId } = newFile(options, { idles: idlesWith(bundle.code) });
  const scriptId = host.bindScript(INSTALLER, fileId, pushed(bundle));
  invite(host, fileId, options.seeds);
  return { host, fileId, scriptId, editorScriptId: scriptId };
}

/** A narrow script in the file, the use cases in a script of the installing account. @param build the two scripts, each knowing where the other is */
export async function deployHardened(
  build: (target: { sheetId: string; editorUrl: string }) => Promise<HardenedBundle>,
  options: DeployOptions,
): Promise<Deployed> {
  const { host, fileId } = newFile(options);
  const scriptId = host.bindScript(INSTALLER, fileId, { code: '', manifest: {} });
  const editorScriptId = await pushBoth(host, fileId, scriptId, build);
  invite(host, fileId, options.seeds);
  return { host, fileId, scriptId, editorScriptId };
}

/** The narrow script into the file's project, the other one into a new project; its id. */
export async function pushBoth(
  host: Host,
  fileId: string,
  scriptId: string,
  build: Parameters<typeof deployHardened>[0],
): Promise<string> {
  const standalone = host.createScript(INSTALLER, { code: '', manifest: {} });
  const editorUrl = `https://script.google.com/d/${standalone}/edit`;
  const built = await build({ sheetId: fileId, editorUrl });
  for (const [id, bundle] of [
    [scriptId, built.bound],
    [standalone, built.standalone],
  ] as const) {
    const { code, manifest } = pushed(bundle);
    host.push(id, code, manifest);
  }
  return standalone;
}

function newFile(
  { seeds, clock, tell }: DeployOptions,
  more: Pick<HostOptions, 'idles'> = {},
): Pick<Deployed, 'host' | 'fileId'> {
  const host = createNodeHost({ clock, seed: 6, remembers: false, ...more });
  const name = fileTitle(seeds.plan);
  tell(`${shown(host)}  ${INSTALLER} tạo bảng «${name}» và gắn chương trình`);
  return { host, fileId: host.createSpreadsheet(INSTALLER, name) };
}

function invite(host: Host, fileId: string, seeds: Seeds): void {
  for (const unit of castOf(seeds)) host.share(fileId, INSTALLER, accountOf(unit), 'editor');
  host.share(fileId, INSTALLER, CHAIRMAN, 'viewer');
}

function pushed({ code, manifest }: Script): { code: string; manifest: Manifest } {
  return { code, manifest: JSON.parse(manifest) as Manifest };
}

/** «2024-05-15 08:30». */
export function shown(host: Host): string {
  return host.now().slice(0, 16).replace('T', ' ');
}
