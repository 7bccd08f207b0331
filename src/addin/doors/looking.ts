// Menu: Kiểm tra dữ liệu, Lịch tự động…, Giới thiệu: doors that tell how things stand.
import { checkSheet, writeCheck } from '../../app/check/check-sheet.ts';
import { describeCheck } from '../../app/check/describe-check.ts';
import { isHandedOver } from '../../app/clock/machine-settings.ts';
import { scheduleAhead, scheduleWords } from '../../app/clock/schedule-ahead.ts';
import { observe, outOfTurnOf, recent, requireKeeper } from '../../app/observe.ts';
import { PROGRAM } from '../../core/titles.ts';
import { PREVIEW_LINES } from '../../sheet/describe.ts';
import { awaited } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import { ask, tell } from '../dialog.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';
import { throughDoor } from '../through-door.ts';
import { hasClock, installClock, removeClock } from '../triggers.ts';
import { VERSION } from '../version.ts';

/** Menu: Kiểm tra dữ liệu */
export function checkSheetData(): void {
  const title = 'Kiểm tra dữ liệu';
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    const list = checkSheet(ports, SEEDS);
    const isLong = list.items.length > PREVIEW_LINES - 5;
    const where = isLong ? `\nDanh sách đầy đủ, kèm việc cần làm: tab «${writeCheck(ports, SEEDS, list)}».` : '';
    tell(title, `${describeCheck(list)}${where}`);
  });
}

const SCHEDULE = 'Lịch tự động';

/** Menu: Lịch tự động… Whoever handed the file over may still end its own clock. */
export function showSchedule(): void {
  throughDoor(SCHEDULE, switchClock, hasClock);
}

function switchClock(): void {
  const ports = portsFor(theFile());
  const observation = observe(ports, SEEDS, { settings: 'all', units: 'all', ledger: recent() });
  const { settings } = observation;
  if (isHandedOver(settings, ports) && hasClock()) {
    const [now, own] = [settings.installingAccount, ports.account];
    if (ask(SCHEDULE, `Lịch của bảng nay do ${now} giữ; lịch của ${own} không còn làm gì. Tắt lịch của ${own}?`))
      removeClock();
    return;
  }
  requireKeeper(settings, ports);
  const asked = awaited(outOfTurnOf(observation));
  const planned = scheduleAhead(settings, readUnitRows(observation.placement), ports.now(), asked);
  const isInstaller = settings.installingAccount === ports.account;
  const words = scheduleWords(planned, hasClock());
  if (!isInstaller) {
    tell(
      SCHEDULE,
      `${words}\n\nLịch chạy ở tài khoản cài đặt ${settings.installingAccount}; chỉ tài khoản đó bật, tắt được.`,
    );
  } else if (!hasClock()) {
    if (!ask(SCHEDULE, `${words}\n\nBật lịch tự động?`)) return;
    installClock();
    tell(SCHEDULE, 'Đã bật lịch tự động, 10 phút một lần.');
  } else if (ask(SCHEDULE, `${words}\n\nTắt lịch tự động? (Không: để nguyên.)`)) {
    removeClock();
    tell(SCHEDULE, 'Đã tắt lịch tự động: không thư nào được gửi cho tới khi bật lại.');
  }
}

/** Menu: Giới thiệu */
export function aboutProgram(): void {
  const words = `Phiên bản ${VERSION}. Kế hoạch năm ${SEEDS.plan.year} của ${SEEDS.plan.commune}, ${SEEDS.tasks.length} nhiệm vụ.`;
  tell(PROGRAM, words);
}
