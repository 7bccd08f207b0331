// The build, checked as it stands on disk, and the push: what was sent is fetched again and compared.
import type { Target } from '../../build/built-plan.ts';
import { failureOf } from './failure.ts';
import { Halt, haltOf } from './halt.ts';
import { differencesOf, type Files } from './remote.ts';
import type { World } from './world.ts';

/** @throws Halt 'build' */
export async function buildIn(world: World, target?: Target): Promise<Files> {
  try {
    return await world.build(target);
  } catch (cause) {
    throw new Halt('build', cause instanceof Error ? cause.message : String(cause));
  }
}

/** @throws Halt */
export async function pushAndCompare(world: World, scriptId: string, built: Files): Promise<void> {
  world.tell('Đang đẩy mã lên rồi tải về so lại…');
  let pushed = await world.push();
  if (pushed.code === 0 && /already up to date/u.test(pushed.out)) {
    // clasp looks at our files only and overlooks that others stand beside them on Google; another spelling of the same it does see.
    world.writeManifest(`${built['appsscript.json'] ?? ''}\n`);
    pushed = await world.push();
  }
  const failure = failureOf(pushed);
  if (failure) throw haltOf(failure, pushed);
  const { said, files } = await world.pull(scriptId);
  const unread = failureOf(said);
  if (unread) throw haltOf(unread, said);
  const differences = differencesOf(built, files);
  if (differences.length > 0) throw new Halt('differs', differences.join('\n'));
}

/** @throws Halt declined, no-answer */
export async function confirm(world: World, isYes: boolean): Promise<void> {
  if (isYes) return;
  if (!world.ask) throw new Halt('no-answer');
  if (!(await world.ask('Đồng ý? (c = có, phím khác = không) '))) throw new Halt('declined');
}
