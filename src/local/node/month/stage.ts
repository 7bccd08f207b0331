// A sheet made ready on the local host through the doors people use: created and set up by the installing account, shared
// with the whole cast, accounts filled in, rights set. What plays and tests begin with.
import { idlesOn } from '../../../app/wake.ts';
import { momentOf } from '../../../core/calendar.ts';
import type { Seeds } from '../../../core/plan.ts';
import { resolvePlan } from '../../../core/resolve-plan.ts';
import type { Host, HostOptions } from '../../host/host.ts';
import type { Answers, Outcome } from '../../host/run.ts';
import type { HostState } from '../../host/state.ts';
import { createNodeHost } from '../host.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER, policeAccount } from './cast.ts';
import { type Locate, locator } from './locate.ts';

export interface StageOptions {
  readonly seeds: Seeds;
  readonly bundle: { readonly code: string; readonly manifest: string };
  /** When it is set up, on the clock of Viet Nam: «2024-04-15T08:00». */
  readonly clock: string;
  readonly tell: (line: string) => void;
}

export interface Stage {
  readonly host: Host;
  readonly fileId: string;
  readonly scriptId: string;
  /** The account that closes. */
  readonly police: string;
  readonly locate: Locate;
  /** Runs that ended in an error so far, in words. */
  readonly failures: string[];
  /** Opens the file and clicks an item of «Đề án 06»; where Google asks for consent, agrees and clicks again. */
  click(user: string, item: string, answers?: Answers): Outcome;
  /** Types into a cell found by tab, row and column key; what the trigger did is watched. */
  type(user: string, tab: string, row: string, column: string, text: string): ReturnType<Host['type']>['typed'];
  /** Lets the clock run to a time of Viet Nam; nothing where it is past. */
  advanceTo(at: string): void;
}

/** Yes to every question, OK to everything told. */
const agree = (({ buttons }) => (buttons === 'YES_NO' ? 'YES' : 'OK')) satisfies Answers;

/** The mails of a play are those of its months. */
const withoutTestMail: Answers = (dialog) => (dialog.prompt.includes('Gửi thư thử tới') ? 'NO' : agree(dialog));

/** @throws Error where the set-up itself is refused */
export function setStage({ seeds, bundle, clock, tell }: StageOptions): Stage {
  const host = createNodeHost({ clock, seed: 6, idles: idlesWith(bundle.code) });
  const name = `Theo dõi Đề án 06 – ${seeds.plan.commune} – ${seeds.plan.year}`;
  const police = policeAccount(seeds);
  const cast = castOf(seeds);
  tell(`${shown(host)}  ${INSTALLER} tạo bảng «${name}» và gắn chương trình`);
  const fileId = host.createSpreadsheet(INSTALLER, name);
  const manifest: Parameters<Host['bindScript']>[2]['manifest'] = JSON.parse(bundle.manifest);
  const scriptId = host.bindScript(INSTALLER, fileId, { code: bundle.code, manifest });
  for (const unit of cast) host.share(fileId, INSTALLER, accountOf(unit), 'editor');
  host.share(fileId, INSTALLER, CHAIRMAN, 'viewer');

  const stage = stageOf(host, { fileId, scriptId, seeds, tell });
  stage.click(INSTALLER, 'Thiết lập ban đầu…', withoutTestMail);
  tell(`${shown(host)}  ${INSTALLER} ghi tài khoản của ${cast.length} đơn vị, của Công an xã, của Chủ tịch`);
  const put = (tab: string, row: string, column: string, text: string) => {
    const typed = stage.type(INSTALLER, tab, row, column, text);
    if (typed.kind === 'refused') throw new Error(`${tab} ${row}: ${typed.message}`);
  };
  put('settings', 'policeAccounts', 'value', police);
  put('settings', 'chairmanEmail', 'value', CHAIRMAN);
  for (const unit of cast) {
    put('units', unit.code, 'accounts', accountOf(unit));
    put('units', unit.code, 'emails', accountOf(unit));
  }
  stage.click(INSTALLER, 'Đồng bộ bảng tính…');
  return stage;
}

/**
 * The same people on the same file as another stage left it: what is played here does not show there.
 * @param options with `bundle`, runs of that program's clock that would find nothing due are passed over
 */
export function resumeStage(
  { fileId, scriptId }: Pick<Stage, 'fileId' | 'scriptId'>,
  state: HostState,
  { seeds, tell, bundle }: Pick<StageOptions, 'seeds' | 'tell'> & Partial<Pick<StageOptions, 'bundle'>>,
): Stage {
  const idles = bundle && { idles: idlesWith(bundle.code) };
  return stageOf(createNodeHost({ clock: '', seed: 0, state, ...idles }), { fileId, scriptId, seeds, tell });
}

/** Knows the clock runs of this very program that would read the mark ahead of them and end: nine of ten in a month. */
export function idlesWith(code: string): NonNullable<HostOptions['idles']> {
  return ({ script, trigger, now }) =>
    trigger.functionName === 'runClock' && script.code === code && idlesOn(script.properties.script, momentOf(now));
}

function stageOf(
  host: Host,
  { fileId, scriptId, seeds, tell }: Pick<Stage, 'fileId' | 'scriptId'> & Pick<StageOptions, 'seeds' | 'tell'>,
): Stage {
  const failures: string[] = [];
  const watch = (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      if (outcome.kind === 'error') failures.push(`${outcome.functionName} (${outcome.user}): ${outcome.message}`);
    }
  };
  const click = (user: string, item: string, answers: Answers = agree): Outcome => {
    tell(`${shown(host)}  ${user} bấm «${item}»`);
    places = undefined;
    watch(host.open(user, fileId).runs);
    let outcome = host.click(user, fileId, ['Đề án 06', item], answers);
    if (outcome.kind === 'consent') {
      tell(indent('[Google hỏi quyền: đồng ý tất cả, bấm lại]'));
      host.grant(user, scriptId, 'all');
      outcome = host.click(user, fileId, ['Đề án 06', item], answers);
    }
    watch([outcome]);
    for (const seen of outcome.shown) {
      if (seen.kind === 'alert') tell(indent(`[${seen.title}]\n${seen.prompt}\n→ ${String(seen.answer)}`));
    }
    return outcome;
  };
  // Looked up once, and again after a deed: a sync may have moved rows and columns.
  const plan = resolvePlan(seeds);
  let places: Locate | undefined;
  const found = () => {
    places ??= locator(host, INSTALLER, fileId, plan);
    return places;
  };
  const locate = (...place: Parameters<Locate>) => found()(...place);
  const heading = (...place: Parameters<Locate['heading']>) => found().heading(...place);
  return {
    host,
    fileId,
    scriptId,
    police: policeAccount(seeds),
    locate: Object.assign(locate, { heading }),
    failures,
    click,
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

/** «2024-05-15 08:30». */
export function shown(host: Host): string {
  return host.now().slice(0, 16).replace('T', ' ');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
