// The build, checked as it is on disk, and the push: what was sent is fetched again and compared.
import type { Target } from '../build/built-plan.ts';
import { failureOf } from './failure.ts';
import { CommandError, commandErrorOf } from './halt.ts';
import type { Step, Wanted } from './next-step.ts';
import { differencesOf, type Files } from './remote.ts';
import { remoteScriptOf } from './standing.ts';
import type { World } from './world.ts';

/** @throws CommandError 'build' */
export async function buildIn(world: World, target?: Target): Promise<Files> {
  try {
    return await world.build(target);
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    throw new CommandError('build', cause instanceof Error ? cause.message : String(cause));
  }
}

/** @throws CommandError */
export async function pushAndCompare(world: World, scriptId: string, built: Files): Promise<void> {
  world.tell('Đang đẩy mã lên rồi tải về so lại…');
  let pushed = await world.push();
  if (pushed.code === 0 && /already up to date/u.test(pushed.out)) {
    // clasp looks at our files only and overlooks that others are beside them on Google; another spelling of the same it does see.
    world.writeManifest(`${built['appsscript.json'] ?? ''}\n`);
    pushed = await world.push();
  }
  const failure = failureOf(pushed);
  if (failure) throw commandErrorOf(failure, pushed);
  const { said, files } = await world.pull(scriptId);
  const unread = failureOf(said);
  if (unread) throw commandErrorOf(unread, said);
  const differences = differencesOf(built, files);
  if (differences.length > 0) throw new CommandError('differs', differences.join('\n'));
}

/** @throws CommandError declined, no-answer; new-sheet where one would be made and nobody has said that there is none yet */
export async function confirm(world: World, step: Step, { again, isNew }: Wanted, isYes: boolean): Promise<void> {
  const isUnasked = step.kind === 'create' && !isNew && !again;
  if (isUnasked && (isYes || !world.ask)) throw new CommandError('new-sheet');
  if (isYes) return;
  if (!world.ask) throw new CommandError('no-answer');
  const question = isUnasked ? 'Xã CHƯA có bảng nào, tạo bảng MỚI?' : 'Đồng ý?';
  if (!(await world.ask(`${question} (c = có, phím khác = không) `))) throw new CommandError('declined');
}

/** Copies of what is about to be replaced, before it is: what somebody has put there is evidence. @throws CommandError folder, disk-full */
export async function keepCopies(world: World, copies: Readonly<Record<string, Files>>): Promise<void> {
  const worth = Object.entries(copies).filter(([, files]) => remoteScriptOf(files).kind !== 'empty');
  if (worth.length === 0) return;
  world.tell(`Bản đang có trên Google được giữ ở: ${await world.keep(Object.fromEntries(worth))}`);
}
