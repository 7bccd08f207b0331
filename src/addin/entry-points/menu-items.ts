// What the items of the menu «Đề án 06» call: each a use case, asked and told at the screen.
import { AD_HOC_DEED } from '../../app/ad-hoc/describe-ad-hoc.ts';
import { reportAsked } from '../../app/ad-hoc/report-asked.ts';
import { checkAsked } from '../../app/check/check-asked.ts';
import { requestAsked } from '../../app/clock/request-asked.ts';
import { SCHEDULE, switchClock } from '../../app/clock/switch-clock.ts';
import { closeAsked } from '../../app/closing/close-asked.ts';
import { planCorrection } from '../../app/closing/correct-previous.ts';
import { type ClosingPlan, planClosing } from '../../app/closing/plan-closing.ts';
import { endedYear } from '../../app/closing/what-to-close.ts';
import type { Ports } from '../../app/ports.ts';
import { SET_UP_TITLE, setUpSheet } from '../../app/set-up/set-up.ts';
import { syncAsked, synchronise } from '../../app/sync/sync-asked.ts';
import { PROGRAM } from '../../core/titles.ts';
import { REQUESTS } from '../../sheet/request-words.ts';
import { AT_SCREEN, tell } from '../dialog.ts';
import { addMenu } from '../menu.ts';
import { runEntryPoint } from '../run-entry-point.ts';
import { SEEDS } from '../seeds.ts';
import { OWN_CLOCK } from '../triggers.ts';
import { VERSION } from '../version.ts';

/** Menu: Tổng hợp báo cáo… */
export function closeReport(): void {
  close(REQUESTS.close, (ports) => planClosing(ports, SEEDS));
}

/** Menu: Chốt năm bổ sung… */
export function closeYear(): void {
  close(REQUESTS.closeYear, (ports) => planClosing(ports, SEEDS, endedYear(ports.now())));
}

/** Menu: Đính chính kỳ trước… */
export function correctPrevious(): void {
  close(REQUESTS.correct, (ports) => planCorrection(ports, SEEDS));
}

function close(title: string, planned: (ports: Ports) => ClosingPlan | string): void {
  runEntryPoint(title, (ports) => closeAsked(ports, SEEDS, AT_SCREEN, title, planned(ports)));
}

/** Menu: Báo cáo đột xuất… */
export function reportOutOfTurn(): void {
  runEntryPoint(AD_HOC_DEED, (ports) => reportAsked(ports, SEEDS, AT_SCREEN));
}

/** Menu: Xem trước thư */
export function sendMailPreview(): void {
  request('previewMail');
}

/** Menu: Gửi thử cho tôi */
export function sendTestMail(): void {
  request('test');
}

/** Menu: Gửi Chủ tịch */
export function sendToChairman(): void {
  request('chairman');
}

/** Menu: Nhắc đơn vị… */
export function remindAllUnits(): void {
  request('remind');
}

function request(name: Parameters<typeof requestAsked>[3]): void {
  runEntryPoint(REQUESTS[name], (ports) => requestAsked(ports, SEEDS, AT_SCREEN, name));
}

/** Menu: Kiểm tra dữ liệu */
export function checkSheetData(): void {
  runEntryPoint(REQUESTS.check, (ports) => checkAsked(ports, SEEDS, AT_SCREEN));
}

const SYNC = 'Đồng bộ bảng tính';

/** Menu: Đồng bộ bảng tính… */
export function syncSheet(): void {
  runEntryPoint(SYNC, (ports) => syncAsked(ports, SEEDS, AT_SCREEN, SYNC));
}

/** Menu: Thiết lập ban đầu… */
export function setUp(): void {
  runEntryPoint(SET_UP_TITLE, (ports) =>
    setUpSheet(ports, SEEDS, {
      person: AT_SCREEN,
      clock: OWN_CLOCK,
      cures: { sync: `Đề án 06 ▸ ${SYNC}…`, clock: `${SET_UP_TITLE} hoặc ${SCHEDULE}` },
      again: `bấm lại ${SET_UP_TITLE}…`,
      synchronise: (plan) => synchronise(ports, SEEDS, AT_SCREEN, SET_UP_TITLE, plan),
      onSetUp: () => addMenu(true),
    }),
  );
}

/** Menu: Lịch tự động… Whoever handed the file over may still end its own clock. */
export function showSchedule(): void {
  runEntryPoint(SCHEDULE, (ports) => switchClock(ports, SEEDS, AT_SCREEN, OWN_CLOCK), OWN_CLOCK.isOn);
}

/** Menu: Giới thiệu */
export function aboutProgram(): void {
  const { plan, tasks } = SEEDS;
  tell(PROGRAM, `Phiên bản ${VERSION}. Kế hoạch năm ${plan.year} của ${plan.commune}, ${tasks.length} nhiệm vụ.`);
}
