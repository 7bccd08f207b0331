// The deed: from whatever this checkout and Google hold to Google holding what was built. Everything that can be known is looked at
// before anything is written, shown, and asked about once; every write is preceded by a record from which the next run goes on.
import { checkBuilt } from './built.ts';
import { createdIn } from './created.ts';
import { type Failure, failureOf, isCertain, type Said } from './failure.ts';
import { Halt } from './halt.ts';
import { nextStep, type Step, scriptAddress, sheetAddress, type Wanted } from './next-step.ts';
import type { Installed } from './record.ts';
import { changeOf, differencesOf, type Files, strangersIn, versionOf } from './remote.ts';
import type { World } from './world.ts';

/** The form of a script's id, and nobody's: Google's answer shows whether this account may use the Apps Script API at all. */
export const NOBODY = `1${'0'.repeat(56)}`;
/** What Google answers where the API is on and the id is nobody's. */
const NOBODY_FOUND: readonly Failure[] = ['not-found', 'no-permission', 'unknown'];
/** What a fresh login mends. */
const LOGIN_MENDS: readonly Failure[] = ['not-logged-in', 'expired', 'scopes'];

export interface Outcome {
  readonly scriptId: string;
  readonly sheetId: string | undefined;
  readonly isFirst: boolean;
}

/**
 * Creates or binds where nothing is there yet, pushes what differs, and compares what came back.
 * @throws Halt with what to do; running again afterwards is always safe
 */
export async function install(world: World, wanted: Wanted, packageVersion: string, isYes: boolean): Promise<Outcome> {
  const step = nextStep(world.readRecord(), wanted);
  const built = await buildIn(world);
  const version = checkBuilt(built, packageVersion);
  world.tell(`Đã dựng và kiểm tra dist/, phiên bản ${version}.`);
  world.tell('Đang xem tài khoản và mã đang có trên Google…');
  const { account, remote } = await look(world, step);
  const before = versionOf(remote);
  const isChanged = differencesOf(built, remote).length > 0;
  const change = changeOf(before, version, isChanged);
  world.tell(`Tài khoản Google: ${account ?? 'không rõ'}`);
  if (isChanged) {
    for (const line of describeStep(step, change, strangersIn(remote))) world.tell(line);
    await confirm(world, isYes);
  }
  const at = step.kind === 'upgrade' ? step : await make(world, step);
  world.writeRecord({ scriptId: at.scriptId, ...sheetOf(at) });
  if (isChanged) await pushAndCompare(world, at.scriptId, built);
  world.tell(
    isChanged ? 'Đã đẩy mã lên, tải về và so lại: giống từng ký tự.' : 'Trên Google đã đúng mã này: không phải đẩy.',
  );
  world.tell(`Phiên bản / version: ${change}`);
  return { scriptId: at.scriptId, sheetId: at.sheetId, isFirst: before === undefined };
}

async function buildIn(world: World): Promise<Files> {
  try {
    return await world.build();
  } catch (cause) {
    throw new Halt('build', cause instanceof Error ? cause.message : String(cause));
  }
}

/** Who is logged in, and what stands on Google. One after the other: each may renew the login's token on disk. */
async function look(world: World, step: Step): Promise<{ account: string | undefined; remote: Files }> {
  for (let isFirst = true; ; isFirst = false) {
    const who = await world.clasp(['show-authorized-user', '--json']);
    const there = failureOf(who) ? undefined : await world.pull(step.kind === 'upgrade' ? step.scriptId : NOBODY);
    const said = there?.said ?? who;
    const failure = failureOf(said);
    const isNobody = there && step.kind !== 'upgrade' && failure && NOBODY_FOUND.includes(failure);
    if (failure === undefined || isNobody) return { account: accountIn(who), remote: there?.files ?? {} };
    if (!LOGIN_MENDS.includes(failure) || !world.logIn || !isFirst) throw haltOf(failure, said);
    world.tell(
      'Chưa đăng nhập Google, hoặc đăng nhập không còn dùng được. Mở trình duyệt: chọn tài khoản cài đặt, đánh dấu tất cả các quyền.',
    );
    if (!(await world.logIn())) throw haltOf(failure, said);
  }
}

/** Nothing where Google gave no address: clasp hides why. */
function accountIn(who: Said): string | undefined {
  return (JSON.parse(who.out) as { email?: string }).email;
}

function describeStep(step: Step, change: string, strangers: readonly string[]): string[] {
  return [
    'Sẽ làm:',
    ...deedsOf(step).map((line) => `  • ${line}`),
    `  • phiên bản: ${change}`,
    ...strangers.map((name) => `  • XÓA tệp lạ trên Google: ${name}`),
  ];
}

function deedsOf(step: Step): string[] {
  switch (step.kind) {
    case 'create':
      return [`tạo bảng tính mới «${step.title}» trong Drive của tài khoản này, kèm chương trình`];
    case 'bind':
      return [
        `gắn chương trình vào bảng ${sheetAddress(step.sheetId)}`,
        'nếu bảng đó đã có thực đơn Đề án 06 hoặc dự án Apps Script thì DỪNG LẠI, chạy với --script MÃ-TẬP-LỆNH: hai chương trình trong một bảng sẽ gửi thư hai lần',
      ];
    case 'upgrade':
      return [`thay toàn bộ mã của ${scriptAddress(step.scriptId)}, có hiệu lực ngay`];
  }
}

async function confirm(world: World, isYes: boolean): Promise<void> {
  if (isYes) return;
  if (!world.ask) throw new Halt('no-answer');
  if (!(await world.ask('Đồng ý? (c = có, phím khác = không) '))) throw new Halt('declined');
}

/** Makes what is missing. Each id is on disk the moment clasp names it. */
async function make(
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
  if (failure === undefined) throw new Halt('no-id');
  // An id from the command line that Google refuses is not kept; a sheet that clasp made is.
  if (isCertain(failure)) world.writeRecord(sheetOf(step.kind === 'bind' ? earlier : known));
  throw haltOf(failure, said);
}

async function pushAndCompare(world: World, scriptId: string, built: Files): Promise<void> {
  world.tell('Đang đẩy mã lên rồi tải về so lại…');
  let pushed = await world.push();
  if (pushed.code === 0 && /already up to date/u.test(pushed.out)) {
    // clasp looks at our files only and overlooks that others stand beside them on Google.
    world.respell();
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

const sheetOf = ({ sheetId }: { readonly sheetId?: string }) => (sheetId ? { sheetId } : {});

function haltOf(failure: Failure, { out, err }: Said): Halt {
  const words = `${err}${out}`.trim();
  return new Halt(failure, words === '' ? '' : `clasp: ${words.slice(0, 1000)}`);
}
