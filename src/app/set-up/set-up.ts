// «Thiết lập ban đầu…»: builds or heals the sheet, installs the clock, writes to oneself, and says what is still missing. Run again it goes
// on where it was left, until nothing is.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { holdClock, isHeldElsewhere } from '../clock/hold-clock.ts';
import { mailOneself } from '../mail/mail-oneself.ts';
import { type Cures, describeReadiness, hasMailedOneself, isReady, lookForReadiness } from '../mail/readiness.ts';
import { requireKeeper } from '../observe.ts';
import type { Person } from '../person.ts';
import type { ClockPort, Ports } from '../ports.ts';
import { rightsCure } from '../sync/missing-rights.ts';
import { planSync, type SyncPlan } from '../sync/sync.ts';
import { WAKE } from '../wake.ts';
import { planAsOriginal } from './as-original.ts';
import { rememberSetUp } from './remember-set-up.ts';

export const SET_UP_TITLE = 'Thiết lập ban đầu';

/** What is different where the program stands in the sheet, and where it is run in Google's editor. */
export interface SetUpWay {
  readonly person: Person;
  readonly clock: ClockPort;
  readonly cures: Cures;
  /** How it is run again: «bấm lại Thiết lập ban đầu…». */
  readonly again: string;
  /** Makes the sheet as declared, or shows what that would be; false where the person said no, which ends the set-up. */
  synchronise(plan: SyncPlan): boolean;
  /** The file is set up, and what is still missing not told yet. */
  onSetUp(): void;
}

/** @throws Refusal */
export function setUpSheet(ports: Ports, seeds: ResolvedPlan, way: SetUpWay): void {
  const { person, clock } = way;
  const plan = planAsOriginal(ports, seeds, person, SET_UP_TITLE)?.plan;
  if (!plan) return;
  requireKeeper(plan.settings, ports);
  if (rightsCure(ports, plan) !== undefined) {
    // A clock that may not write would fail every ten minutes. The old account's, if it still runs, lets this one in.
    ports.store.remove(WAKE);
    finish(ports, plan, way, false);
    return;
  }
  if (!way.synchronise(plan)) return;
  if (isHeldElsewhere(plan.settings, ports)) {
    if (!person.ask(SET_UP_TITLE, ELSEWHERE, 'clock')) return;
    holdClock(ports, seeds);
  }
  // A second account's clock would find that it is not the one, and do nothing, every ten minutes.
  const isInstaller = plan.settings.installingAccount === ports.account;
  if (isInstaller) clock.install();
  rememberSetUp(ports, plan);
  way.onSetUp();
  finish(ports, planSync(ports, seeds), way, isInstaller);
}

const ELSEWHERE =
  'Lịch tự động của bảng này đang giao cho một tập lệnh khác. Giao cho chương trình này? (Tập lệnh kia sẽ không gửi gì nữa.)';

/** What is missing; a mail to oneself where none has left yet. @param isNew the clock was installed just now */
function finish(ports: Ports, plan: SyncPlan, { person, clock, cures, again }: SetUpWay, isNew: boolean): void {
  const isInstaller = plan.settings.installingAccount === ports.account;
  // Nobody sees another account's triggers: CAX is told by «Kiểm tra dữ liệu» whether the clock runs.
  const runs = isNew ? 'just on' : !isInstaller || clock.isOn() ? 'on' : 'off';
  const look = (hasMailed: boolean) => lookForReadiness(ports, plan, { cures, clock: runs, hasMailed });
  const isMailed = hasMailedOneself(ports);
  const before = look(isMailed);
  const words = describeReadiness(before);
  const tellEnd = (list: typeof before, front: string, between: string) =>
    person.tell(SET_UP_TITLE, `${front}${between}${isReady(list) ? READY : `Làm xong các việc còn lại thì ${again}`}`);
  if (isMailed || !isInstaller) {
    tellEnd(before, words, '\n\n');
    return;
  }
  const question = `${words}\n\nGửi thư thử tới ${ports.account}, chỉ địa chỉ này, kèm danh sách trên?`;
  if (!person.ask(SET_UP_TITLE, question, 'mail')) return;
  const after = look(true);
  mailOneself(ports, plan.settings.commune, after);
  tellEnd(after, 'Đã gửi thư thử. Mở hộp thư (xem cả mục thư rác).', ' ');
}

const READY = 'Mọi việc đã xong: các đơn vị nhập được từ bây giờ.';
