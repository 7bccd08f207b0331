// The deeds of the standalone script, run by its owner from Google's editor, where nobody can be asked: what a deed has to say stands in the
// execution log, and what would change a sheet that is there is shown in «Xem trước» before a second run does it.

import { holdClock, isHeldElsewhere } from '../../app/clock/hold-clock.ts';
import { mailOneself } from '../../app/mail/mail-oneself.ts';
import { describeReadiness, hasMailedOneself, lookForReadiness } from '../../app/mail/readiness.ts';
import { observe, requireKeeper } from '../../app/observe.ts';
import type { Ports } from '../../app/ports.ts';
import { adoptCopy, isCopy } from '../../app/sync/adopt-copy.ts';
import { adoptUpload, describeUpload, findUpload } from '../../app/sync/adopt-upload.ts';
import { rightsCure } from '../../app/sync/missing-rights.ts';
import { applySync, isSettled, planSync, type SyncPlan } from '../../app/sync/sync.ts';
import { applyPreviewed, previewSync } from '../../app/sync/sync-on-request.ts';
import { planWithMarks } from '../adopt.ts';
import { askPart, partFor, readHands } from '../live-check/ask-part.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { rememberedSettings, rememberSetUp } from '../set-up-marks.ts';
import { theFile } from '../the-file.ts';
import { installClock, ownClock, removeClock } from '../triggers.ts';
import { inEditor } from './in-editor.ts';

export { serveClock } from '../doors/clock.ts';

/** Builds the sheet or says what differs, takes the clock, writes to oneself, says what is still missing. Safe to run again. */
export function setUp(): void {
  inEditor((log) => {
    const ports = portsFor(theFile());
    const upload = findUpload(ports, SEEDS);
    if (upload) {
      log(`${describeUpload(upload)}\n\nĐồng ý thì chạy hàm makeItTheOriginal; chưa làm gì.`);
      return;
    }
    const plan = planWithMarks(ports, rememberedSettings(ports));
    if (isCopy(plan.settings, ports)) {
      log(
        'Tệp này là bản sao của một bảng theo dõi khác. Muốn đặt làm bảng chính: chạy hàm makeItTheOriginal; chưa làm gì.',
      );
      return;
    }
    requireKeeper(plan.settings, ports);
    if (rightsCure(ports, plan) !== undefined) {
      const look = { cures: CURES, clock: ownClock(), hasMailed: hasMailedOneself(ports) };
      log(describeReadiness(lookForReadiness(ports, plan, look)));
      return;
    }
    build(ports, plan, log);
    if (isHeldElsewhere(plan.settings, ports)) {
      holdClock(ports, SEEDS);
      log('Lịch tự động của bảng từ nay do tập lệnh này giữ; tập lệnh cũ không gửi gì nữa.');
    }
    const isInstaller = plan.settings.installingAccount === ports.account;
    if (isInstaller) installClock();
    rememberSetUp(ports, plan);
    const now = planSync(ports, SEEDS);
    const look = { cures: CURES, clock: isInstaller ? ('just on' as const) : ownClock(), hasMailed: true };
    if (!hasMailedOneself(ports)) {
      mailOneself(ports, now.settings.commune, lookForReadiness(ports, now, look));
      log(`Đã gửi một thư thử tới ${ports.account}.`);
    }
    log(describeReadiness(lookForReadiness(ports, now, look)));
  });
}

const CURES = { sync: 'Đọc tab Xem trước rồi chạy hàm syncSheet', clock: 'hàm setUp hoặc turnClockOn' };

/** An empty file is built at once; what would change a sheet that is there is shown first. */
function build(ports: Ports, plan: SyncPlan, log: (words: string) => void): void {
  const isBlank = plan.placement.tabs.every(({ was }) => was === undefined);
  if (isBlank) {
    applySync(ports, SEEDS, plan);
    log('Đã dựng bảng.');
  } else if (!isSettled(plan)) log(`${previewSync(ports, SEEDS)} Ở đây: chạy hàm syncSheet.`);
}

/** Does what the last preview showed. */
export function syncSheet(): void {
  inEditor((log) => {
    const ports = portsFor(theFile());
    requireKeeper(observe(ports, SEEDS, { settings: 'all' }).settings, ports);
    log(applyPreviewed(ports, SEEDS, ports.store.all()));
  });
}

/** A copy, or tabs uploaded from a backup: the sheet from now on, every address blanked unless it is the backup's own file. */
export function makeItTheOriginal(): void {
  inEditor((log) => {
    const ports = portsFor(theFile());
    const upload = findUpload(ports, SEEDS);
    if (upload) adoptUpload(ports, SEEDS, upload);
    if (isCopy(planSync(ports, SEEDS, rememberedSettings(ports)).settings, ports)) {
      adoptCopy(ports, SEEDS);
      log(
        'Đã đặt tệp này làm bảng chính và xóa trắng mọi tài khoản, địa chỉ nhận thư. Việc tiếp theo: chạy hàm setUp.',
      );
    } else if (upload) log('Đã dựng lại bảng từ các tab tải lên. Việc tiếp theo: chạy hàm setUp.');
    else log('Tệp này không phải bản sao; không có gì phải làm.');
  });
}

/** «Tự kiểm trên Google», part 0, then A. Part B is a question of what CAX's own account may do with these deeds: in this way it has none. */
export function checkOnGoogle(): void {
  inEditor((log) => {
    const file = theFile();
    const ports = portsFor(file);
    const { part, role } = partFor(ports);
    log(askPart(ports, file, { part: part === 'B' ? 'A' : part, role }));
  });
}

/** Part C: reads the steps done by hand. */
export function readHandSteps(): void {
  inEditor((log) => {
    const ports = portsFor(theFile());
    log(readHands(ports, partFor(ports).role));
  });
}

export function turnClockOn(): void {
  inEditor((log) => {
    installClock();
    log('Đã bật lịch tự động, 10 phút một lần.');
  });
}

export function turnClockOff(): void {
  inEditor((log) => {
    removeClock();
    log('Đã tắt lịch tự động: không thư nào được gửi cho tới khi bật lại (turnClockOn).');
  });
}
