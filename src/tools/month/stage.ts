// A sheet made ready on the local host through the entry points people use: created and set up by the installing account, shared
// with the whole cast, accounts filled in, rights set. What plays and tests begin with.
import { resolvePlan } from '../../core/resolve-plan.ts';
import { fold } from '../../core/text.ts';
import type { Host } from '../../host/host.ts';
import type { Answers, Outcome } from '../../host/run.ts';
import type { HostState, MenuItem } from '../../host/state.ts';
import { createNodeHost } from '../../node/host.ts';
import type { ColumnKey } from '../../sheet/layout/column-keys.ts';
import type { TabKey } from '../../sheet/tab-ids.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER, policeAccount } from './cast.ts';
import { type Deployed, type DeployOptions, deployPlain, shown } from './deployed.ts';
import { idlesWith } from './idles.ts';
import { type Locate, locator, type Place } from './locate.ts';

export interface StageOptions extends DeployOptions {
  readonly bundle: { readonly code: string; readonly manifest: string };
}

export interface Stage extends Deployed {
  /** The account that closes. */
  readonly police: string;
  readonly locate: Locate;
  /** Runs that ended in an error so far, in words. */
  readonly failures: string[];
  /**
   * Opens the file and clicks an item of «Đề án 06», named with or without its «…»; where Google asks for consent, agrees and clicks
   * again. @throws NoMenuItem
   */
  click(user: string, item: string, answers?: Answers): Outcome;
  /** Runs a function in the script editor; consent as above. */
  run(user: string, functionName: string, answers?: Answers): Outcome;
  /** Types into a cell found by tab, row and column key; what the trigger did is watched. */
  type<T extends TabKey>(
    user: string,
    tab: T,
    row: string,
    column: ColumnKey<T>,
    text: string,
  ): ReturnType<Host['type']>['typed'];
  /** Lets the clock run to a time of Viet Nam; nothing where it is past. */
  advanceTo(at: string): void;
  /** Keeps the failures among what ran. */
  watch(outcomes: readonly Outcome[]): void;
}

/** The person's menu has no such item. */
export class NoMenuItem extends Error {
  constructor(
    item: string,
    /** What it has, in its order; nothing where there is no menu at all. */
    readonly there: readonly string[],
  ) {
    super(`thực đơn «${MENU}» không có mục «${item}»; có: ${there.join(' · ') || 'không có mục nào'}`);
  }
}

const MENU = 'Đề án 06';

/** Yes to every question, OK to everything told. */
export const agree = (({ buttons }) => (buttons.startsWith('YES_NO') ? 'YES' : 'OK')) satisfies Answers;

/** The mails of a play are those of its months. */
const withoutTestMail: Answers = (dialog) => (dialog.prompt.includes('Gửi thư thử tới') ? 'NO' : agree(dialog));

/** @throws Error where the set-up itself is refused */
export function setStage({ bundle, ...options }: StageOptions): Stage {
  return makeReady(stageOf(deployPlain(bundle, options), options), options);
}

/** Set up, with everybody's accounts and the rights of the units. @throws Error where any of it is refused */
export function makeReady(stage: Stage, { seeds, tell }: Pick<DeployOptions, 'seeds' | 'tell'>): Stage {
  const { host, police } = stage;
  const isPlain = stage.editorScriptId === stage.scriptId;
  if (isPlain) stage.click(INSTALLER, 'Thiết lập ban đầu…', withoutTestMail);
  else stage.run(INSTALLER, 'setUp');
  const cast = castOf(seeds);
  tell(`${shown(host)}  ${INSTALLER} ghi tài khoản của ${cast.length} đơn vị, của Công an xã, của Chủ tịch`);
  const put = <T extends TabKey>(tab: T, row: string, column: ColumnKey<T>, text: string) => {
    const typed = stage.type(INSTALLER, tab, row, column, text);
    if (typed.kind === 'refused') throw new Error(`${tab} ${row}: ${typed.message}`);
  };
  put('settings', 'policeAccounts', 'value', police);
  put('settings', 'chairmanEmail', 'value', CHAIRMAN);
  for (const unit of cast) {
    put('units', unit.code, 'accounts', accountOf(unit));
    put('units', unit.code, 'emails', accountOf(unit));
  }
  if (isPlain) stage.click(INSTALLER, 'Đồng bộ bảng tính…');
  else {
    // In the editor the first shows what the second does.
    stage.run(INSTALLER, 'setUp');
    stage.run(INSTALLER, 'syncSheet');
  }
  return stage;
}

export interface ResumeOptions extends Pick<DeployOptions, 'seeds' | 'tell'>, Partial<Pick<StageOptions, 'bundle'>> {
  /** True: the script is evaluated anew for every run, as on Google. It makes no difference to ours (`test/app/idle-clock.test.ts`). */
  readonly remembers?: boolean;
}

/**
 * The same people on the same file as another stage left it: what is played here does not show there.
 * @param options with `bundle`, runs of that program's clock that would find nothing due are passed over
 */
export function resumeStage(
  { fileId, scriptId, editorScriptId = scriptId }: Pick<Deployed, 'fileId' | 'scriptId'> & Partial<Deployed>,
  state: HostState,
  { bundle, remembers = false, ...options }: ResumeOptions,
): Stage {
  const idles = bundle && { idles: idlesWith(bundle.code) };
  const host = createNodeHost({ clock: '', seed: 0, state, remembers, ...idles });
  return stageOf({ host, fileId, scriptId, editorScriptId }, options);
}

/** The entry points of a file as it is. */
export function stageOf(deployed: Deployed, { seeds, tell }: Pick<DeployOptions, 'seeds' | 'tell'>): Stage {
  const { host, fileId, scriptId, editorScriptId } = deployed;
  const failures: string[] = [];
  const watch = (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      if (outcome.kind === 'error') failures.push(`${outcome.functionName} (${outcome.user}): ${outcome.message}`);
    }
  };
  const agreeing = (user: string, script: string, go: () => Outcome): Outcome => {
    places = undefined;
    let outcome = go();
    if (outcome.kind === 'consent') {
      tell(indent('[Google hỏi quyền: đồng ý tất cả, bấm lại]'));
      host.grant(user, script, 'all');
      outcome = go();
    }
    watch([outcome]);
    for (const seen of outcome.shown) {
      if (seen.kind === 'alert') tell(indent(`[${seen.title}]\n${seen.prompt}\n→ ${String(seen.answer)}`));
    }
    return outcome;
  };
  const click = (user: string, item: string, answers: Answers = agree): Outcome => {
    tell(`${shown(host)}  ${user} bấm «${item}»`);
    const { menus, runs } = host.open(user, fileId);
    watch(runs);
    const caption = captionOf(menus, item);
    return agreeing(user, scriptId, () => host.click(user, fileId, [MENU, caption], answers));
  };
  const run = (user: string, functionName: string, answers: Answers = agree): Outcome => {
    tell(`${shown(host)}  ${user} chạy ${functionName} trong trình soạn thảo tập lệnh`);
    const outcome = agreeing(user, editorScriptId, () => host.run(user, editorScriptId, functionName, [], answers));
    for (const line of outcome.printed) tell(indent(line));
    return outcome;
  };
  // Looked up once, and again after a command: a sync may have moved rows and columns.
  const plan = resolvePlan(seeds);
  let places: Locate | undefined;
  const found = () => {
    places ??= locator(host, INSTALLER, fileId, plan);
    return places;
  };
  const locate: Locate = Object.assign<Place, Pick<Locate, 'heading' | 'title'>>(
    (tab, row, column) => found()(tab, row, column),
    {
      heading: (tab, column) => found().heading(tab, column),
      title: (tab) => found().title(tab),
    },
  );
  return {
    host,
    fileId,
    scriptId,
    editorScriptId,
    police: policeAccount(seeds),
    locate,
    failures,
    watch,
    click,
    run,
    type(user, tab, row, column, text) {
      const { typed, runs } = host.type(user, fileId, locate(tab, row, column), text);
      watch(runs);
      return typed;
    },
    advanceTo(at) {
      if (host.now().slice(0, at.length) < at) watch(host.advance({ to: at }));
    },
  };
}

/** The item as the menu has it. @throws NoMenuItem */
function captionOf(menus: readonly MenuItem[], item: string): string {
  const items = menus.flatMap((menu) => (menu.kind === 'menu' && menu.caption === MENU ? menu.items : []));
  const there = items.flatMap((one) => (one.kind === 'item' ? [one.caption] : []));
  const found = there.find((caption) => caption === item) ?? there.find((caption) => named(caption) === named(item));
  if (found === undefined) throw new NoMenuItem(item, there);
  return found;
}

/** Without «…», and without the version «Giới thiệu» ends in. */
function named(caption: string): string {
  return fold(caption.replace(/\(.*\)\s*$/u, '').replace(/(?:…|\.\.\.)\s*$/u, ''));
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
