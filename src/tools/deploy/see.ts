// What this run has before it: what the checkout knows, what was asked, what is on Google, and the way that follows from the three. Nothing is
// written.
import { CommandError } from './halt.ts';
import { fetchFiles, look } from './look.ts';
import { mismatches } from './mismatch.ts';
import { isHardened, nextStep, type Step, sheetAddress, standaloneOf, type Wanted } from './next-step.ts';
import type { Installed } from './record.ts';
import type { Files } from './remote.ts';
import { type RemoteScript, remoteScriptOf } from './standing.ts';
import type { Worlds } from './world.ts';

export interface DeployState {
  readonly step: Step;
  readonly account: string | undefined;
  readonly isHardened: boolean;
  /** Files of the sheet's script; none where it is still to be made. */
  readonly script: Files;
  readonly remoteScript: RemoteScript;
  /** The other script, where the way has one and it is there. */
  readonly standaloneId: string | undefined;
  readonly standalone: Files;
  /** What this checkout did not know and the sheet's own code says: anybody who may edit the sheet can write it. */
  readonly isToldByCode: boolean;
  readonly record: Installed;
}

export interface WayAsked {
  readonly hardened: boolean;
  readonly plain: boolean;
}

/** @throws CommandError where it cannot be looked at, or where the ids contradict one another */
export async function see({ plain, standalone }: Worlds, wanted: Wanted, way: WayAsked): Promise<DeployState> {
  const record = plain.readRecord();
  const asked = nextStep(record, wanted);
  const scriptId = asked.kind === 'upgrade' ? asked.scriptId : undefined;
  const other = standalone.readRecord();
  const known = isHardened(record, way) ? standaloneOf(other, wanted) : undefined;
  const ids = [scriptId, known].filter((id) => id !== undefined);
  const { account, remote } = await look(plain, ids);
  const script = remote[scriptId ?? ''] ?? {};
  const remoteScript = remoteScriptOf(script);
  const isWayHardened = isHardened(record, way, remoteScript);
  const standaloneId = isWayHardened ? standaloneOf(other, wanted, remoteScript) : undefined;
  const files = standaloneId === undefined ? {} : (remote[standaloneId] ?? (await fetchFiles(plain, standaloneId)));
  const step = asked.kind === 'upgrade' ? { ...asked, ...sheetOf(asked, remoteScript) } : asked;
  const sheetId = step.kind === 'create' ? undefined : step.sheetId;
  const wrong = mismatches({ sheetId, scriptId, standaloneId }, remoteScript, remoteScriptOf(files));
  // What a person has named is not put right in silence; what only this checkout knows is: the sheet's own code is open to all who edit it.
  if (wanted.sheetId !== undefined && remoteScript.sheetId !== undefined && wanted.sheetId !== remoteScript.sheetId) {
    wrong.push(
      `Tập lệnh trong bảng ghi là của ${sheetAddress(remoteScript.sheetId)}, không phải của ${sheetAddress(wanted.sheetId)} (--sheet)`,
    );
  }
  if (wrong.length > 0) throw new CommandError('mismatch', wrong.join('\n'));
  return {
    step,
    account,
    isHardened: isWayHardened,
    script,
    remoteScript,
    standaloneId,
    standalone: files,
    isToldByCode: standaloneId !== undefined && ![other.scriptId, wanted.standaloneId].includes(standaloneId),
    record,
  };
}

/** The sheet, where this checkout or the code knows it. */
function sheetOf(
  { sheetId }: { readonly sheetId?: string },
  remoteScript: RemoteScript,
): { readonly sheetId?: string } {
  const known = sheetId ?? remoteScript.sheetId;
  return known === undefined ? {} : { sheetId: known };
}
