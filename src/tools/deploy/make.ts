// Makes what is missing on Google. Each id is on disk the moment clasp names it, and what is asked for before it is asked.
import { createdIn } from './created.ts';
import { type ClaspOutput, failureOf, isCertain } from './failure.ts';
import { CommandError, commandErrorOf } from './halt.ts';
import type { Reason } from './halt-words.ts';
import { type Step, sheetAddress } from './next-step.ts';
import type { Installed } from './record.ts';
import type { World } from './world.ts';

/** A sheet and its script, or a script for a sheet that is there. @throws CommandError */
export async function make(
  world: World,
  step: Exclude<Step, { kind: 'upgrade' }>,
): Promise<{ scriptId: string; sheetId?: string }> {
  const { title } = step;
  const earlier = world.readRecord();
  let known: Installed =
    step.kind === 'bind' ? { sheetId: step.sheetId, asked: 'script', title } : { asked: 'sheet', title };
  world.writeRecord(known);
  world.tell('Đang tạo trên Google…');
  const args = step.kind === 'bind' ? ['--parentId', step.sheetId] : ['--type', 'sheets'];
  const said = await world.create([...args, '--title', title], (line) => {
    const { sheetId = known.sheetId, scriptId = known.scriptId } = createdIn(line);
    if (sheetId === known.sheetId && scriptId === known.scriptId) return;
    known = scriptId
      ? { scriptId, ...(sheetId ? { sheetId } : {}) }
      : { ...(sheetId ? { sheetId } : {}), asked: 'script', title };
    world.writeRecord(known);
  });
  // With the id known the rest of what create-script does is of no matter: it only fetches what is about to be replaced.
  if (known.scriptId) return { scriptId: known.scriptId, ...sheetOf(known) };
  const failure = failureOf(said);
  if (failure === undefined) throw new CommandError('no-id');
  if (!isCertain(failure)) throw unsure(known.sheetId ? 'unsure-script' : 'unsure-sheet', known, said);
  // An id from the command line that Google refuses is not kept; a sheet that clasp made is.
  world.writeRecord(sheetOf(step.kind === 'bind' ? earlier : known));
  throw commandErrorOf(failure, said);
}

/** A script that belongs to no file. @throws CommandError */
export async function makeStandalone(world: World, title: string): Promise<string> {
  world.writeRecord({ asked: 'script', title });
  let made: string | undefined;
  const said = await world.create(['--type', 'standalone', '--title', title], (line) => {
    const { scriptId } = createdIn(line);
    if (scriptId === undefined || scriptId === made) return;
    made = scriptId;
    world.writeRecord({ scriptId });
  });
  if (made !== undefined) return made;
  const failure = failureOf(said);
  if (failure === undefined) throw new CommandError('no-id');
  if (!isCertain(failure)) throw unsure('unsure-standalone', { title }, said);
  world.writeRecord({});
  throw commandErrorOf(failure, said);
}

/** What the next run will say too: only a person can see what the lost answer was. */
function unsure(reason: Reason, { sheetId, title = '' }: Installed, said: ClaspOutput): CommandError {
  const { detail } = commandErrorOf(reason, said);
  return new CommandError(reason, [sheetId ? sheetAddress(sheetId) : title, detail].join('\n'));
}

export const sheetOf = ({ sheetId }: { readonly sheetId?: string }) => (sheetId ? { sheetId } : {});
