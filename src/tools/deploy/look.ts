// What can be known before anything is written: who is logged in, and what is on Google. One after the other: each may renew the login's
// token on disk.
import { type ClaspOutput, type Failure, failureOf } from './failure.ts';
import { CommandError, commandErrorOf } from './halt.ts';
import { scriptAddress } from './next-step.ts';
import type { Files } from './remote.ts';
import type { World } from './world.ts';

/** The form of a script's id, and nobody's: Google's answer shows whether this account may use the Apps Script API at all. */
export const NOBODY = `1${'0'.repeat(56)}`;
/** What Google answers where the API is on and the id is nobody's. */
const NOBODY_FOUND: readonly Failure[] = ['not-found', 'no-permission', 'unknown'];
/** What a fresh login mends. */
const LOGIN_MENDS: readonly Failure[] = ['not-logged-in', 'expired', 'scopes'];

/** Files by the ids asked for; where none is, nobody's id shows whether this account may use the Apps Script API at all. */
export async function look(
  world: World,
  scriptIds: readonly string[],
): Promise<{ account: string | undefined; remote: Readonly<Record<string, Files>> }> {
  for (let isFirst = true; ; isFirst = false) {
    const who = await world.clasp(['show-authorized-user', '--json']);
    const seen: Pulled = failureOf(who) ? { said: who, remote: {} } : await pullAll(world, scriptIds);
    const failure = failureOf(seen.said);
    const isNobody = seen.said !== who && scriptIds.length === 0 && failure && NOBODY_FOUND.includes(failure);
    if (failure === undefined || isNobody) return { account: accountIn(who), remote: seen.remote };
    if (failure === 'not-logged-in' && !world.hasHome) throw new CommandError('no-home');
    if (!LOGIN_MENDS.includes(failure) || !world.logIn || !isFirst) throw errorAt(failure, seen);
    world.tell(
      'Chưa đăng nhập Google, hoặc đăng nhập không còn dùng được. Mở trình duyệt: chọn tài khoản cài đặt, đánh dấu tất cả các quyền. ' +
        'Trình duyệt báo lỗi thì bấm Ctrl+C ở đây: lệnh sẽ nói phải làm gì.',
    );
    const login = await world.logIn();
    const unfinished = failureOf(login);
    if (unfinished) throw commandErrorOf(unfinished === 'unknown' ? 'login-unfinished' : unfinished, login);
  }
}

interface Pulled {
  readonly said: ClaspOutput;
  readonly remote: Record<string, Files>;
  /** The script Google did not hand out. */
  readonly refused?: string;
}

/** The first that fails ends it. */
async function pullAll(world: World, scriptIds: readonly string[]): Promise<Pulled> {
  if (scriptIds.length === 0) return { said: (await world.pull(NOBODY)).said, remote: {} };
  const remote: Record<string, Files> = {};
  let last: ClaspOutput | undefined;
  for (const id of scriptIds) {
    const { said, files } = await world.pull(id);
    if (failureOf(said)) return { said, remote, refused: id };
    last = said;
    remote[id] = files;
  }
  return { said: last ?? { code: 0, out: '', err: '' }, remote };
}

/** One script more, after the look. @throws CommandError */
export async function fetchFiles(world: World, scriptId: string): Promise<Files> {
  const pulled = await pullAll(world, [scriptId]);
  const failure = failureOf(pulled.said);
  if (failure) throw errorAt(failure, pulled);
  return pulled.remote[scriptId] ?? {};
}

/** With the script it was about: of two ids a person must know which. */
function errorAt(failure: Failure, { said, refused }: Pulled): CommandError {
  const { reason, detail } = commandErrorOf(failure, said);
  return new CommandError(reason, refused === undefined ? detail : `${scriptAddress(refused)}\n${detail}`);
}

/** Nothing where Google gave no address: clasp hides why. */
function accountIn(who: ClaspOutput): string | undefined {
  return (JSON.parse(who.out) as { email?: string }).email;
}
