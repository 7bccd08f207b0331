// Menu: Thiết lập ban đầu… Builds or heals the sheet, installs the clock, writes to oneself, and says what is still missing. Run again it goes
// on where it was left, until nothing is.
import { holdClock, isHeldElsewhere } from '../../app/clock/hold-clock.ts';
import { mailOneself } from '../../app/mail/mail-oneself.ts';
import { describeReadiness, hasMailedOneself, isReady, lookForReadiness } from '../../app/mail/readiness.ts';
import { requireKeeper } from '../../app/observe.ts';
import type { Ports } from '../../app/ports.ts';
import { rightsCure } from '../../app/sync/missing-rights.ts';
import { planSync, type SyncPlan } from '../../app/sync/sync.ts';
import { WAKE } from '../../app/wake.ts';
import { planAsOriginal } from '../adopt.ts';
import { ask, tell } from '../dialog.ts';
import { addMenu } from '../menu.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { rememberedSettings, rememberSetUp } from '../set-up-marks.ts';
import { theFile } from '../the-file.ts';
import { throughDoor } from '../through-door.ts';
import { installClock, ownClock } from '../triggers.ts';
import { synchronise } from './sync.ts';

const TITLE = 'Thiết lập ban đầu';
const CURES = { sync: 'Đề án 06 ▸ Đồng bộ bảng tính…', clock: 'Thiết lập ban đầu hoặc Lịch tự động' };

/** Menu: Thiết lập ban đầu… */
export function setUp(): void {
  throughDoor(TITLE, () => {
    const ports = portsFor(theFile());
    const initial = rememberedSettings(ports);
    const plan = planAsOriginal(ports, TITLE, initial);
    if (!plan) return;
    requireKeeper(plan.settings, ports);
    if (rightsCure(ports, plan) !== undefined) {
      // A clock that may not write would fail every ten minutes. The old account's, if it still runs, lets this one in.
      ports.store.remove(WAKE);
      finish(ports, plan, false);
      return;
    }
    if (!synchronise(ports, TITLE, plan)) return;
    if (isHeldElsewhere(plan.settings, ports)) {
      const question =
        'Lịch tự động của bảng này đang giao cho một tập lệnh khác. Giao cho chương trình này? (Tập lệnh kia sẽ không gửi ' +
        'gì nữa.)';
      if (!ask(TITLE, question)) return;
      holdClock(ports, SEEDS);
    }
    // A second account's clock would find that it is not the one, and do nothing, every ten minutes.
    const isInstaller = plan.settings.installingAccount === ports.account;
    if (isInstaller) installClock();
    rememberSetUp(ports, plan);
    addMenu(true);
    finish(ports, planSync(ports, SEEDS), isInstaller);
  });
}

/** What is missing; a mail to oneself where none has left yet. @param isNew the clock was installed just now */
function finish(ports: Ports, plan: SyncPlan, isNew: boolean): void {
  const isInstaller = plan.settings.installingAccount === ports.account;
  // Nobody sees another account's triggers: CAX is told by «Kiểm tra dữ liệu» whether the clock runs.
  const look = { cures: CURES, clock: isNew ? 'just on' : isInstaller ? ownClock() : 'on' } as const;
  const isMailed = hasMailedOneself(ports);
  const before = lookForReadiness(ports, plan, { ...look, hasMailed: isMailed });
  const words = describeReadiness(before);
  if (isMailed || !isInstaller) {
    tell(TITLE, `${words}\n\n${isReady(before) ? READY : GO_ON}`);
    return;
  }
  const question = `${words}\n\nGửi thư thử tới ${ports.account}, chỉ địa chỉ này, kèm danh sách trên?`;
  if (!ask(TITLE, question)) return;
  const after = lookForReadiness(ports, plan, { ...look, hasMailed: true });
  mailOneself(ports, plan.settings.commune, after);
  tell(TITLE, `Đã gửi thư thử. Mở hộp thư (xem cả mục thư rác). ${isReady(after) ? READY : GO_ON}`);
}

const READY = 'Mọi việc đã xong: các đơn vị nhập được từ bây giờ.';
const GO_ON = 'Làm xong các việc còn lại thì bấm lại Thiết lập ban đầu…';
