// The doors of the menu and the clock: one function a name that Google calls. The build makes a top-level function of each export.
import { checkSheet, writeCheck } from '../app/check-sheet.ts';
import { closePeriod } from '../app/close-period.ts';
import { AD_HOC_DEED, describeAdHoc, inOneLine } from '../app/describe-ad-hoc.ts';
import { describeCheck } from '../app/describe-check.ts';
import { describeClosing } from '../app/describe-closing.ts';
import { freezeAdHoc } from '../app/freeze-ad-hoc.ts';
import { observe, requireKeeper } from '../app/observe.ts';
import { EDIT_SETTINGS, editSettings } from '../app/on-edit.ts';
import { lookForLines, planAdHoc } from '../app/plan-ad-hoc.ts';
import { endedYear, planClosing } from '../app/plan-closing.ts';
import type { Ports } from '../app/ports.ts';
import { Refusal } from '../app/refusal.ts';
import { reportFailure } from '../app/report-failure.ts';
import { offerBack } from '../app/returned.ts';
import { runDuties, SINCE } from '../app/run-duties.ts';
import { scheduleAhead, scheduleWords } from '../app/schedule-ahead.ts';
import { askFor } from '../app/serve-requests.ts';
import { untick } from '../app/serve-ticks.ts';
import { applySync, initialSettings, planReturning, planSync, type SyncPlan } from '../app/sync.ts';
import { writePreview } from '../app/write-preview.ts';
import { PLAN_RULES } from '../core/period.ts';
import type { Closed } from '../core/version.ts';
import { awaited, readAdHocLedger } from '../sheet/ad-hoc-ledger.ts';
import { IMPACT_WORDS, PREVIEW_LINES } from '../sheet/describe.ts';
import { REQUESTS, type RequestName } from '../sheet/layout/controls.ts';
import { CHECK, PREVIEW } from '../sheet/listing.ts';
import { readUnitRows } from '../sheet/rows.ts';
import { planAsOriginal } from './adopt.ts';
import { ask, tell, throughDoor } from './dialog.ts';
import { addMenu, INSTALLER, SET_UP } from './menu.ts';
import { portsFor, VERSION } from './ports.ts';
import { SEEDS } from './seeds.ts';
import { theFile } from './the-file.ts';
import { hasClock, installClock, removeClock } from './triggers.ts';

export { checkOnGoogle } from './live-check/door.ts';

/** The clock, awake. A failure is thrown, so that Google writes to the installing account. */
export function serveClock(): void {
  const ports = portsFor(theFile());
  try {
    const done = runDuties(ports, SEEDS);
    if (done.length > 0) console.log(JSON.stringify(done));
  } catch (cause) {
    // Somebody is closing or syncing this very moment: the next run is ten minutes away.
    if (cause instanceof Refusal && cause.code === 'busy') return;
    reportFailure(ports, 'việc định kỳ', cause);
    throw cause;
  }
}

/** Menu: Tổng hợp báo cáo… */
export function closeReport(): void {
  close('Tổng hợp báo cáo', () => undefined);
}

/** Menu: Chốt năm bổ sung… */
export function closeYear(): void {
  close(REQUESTS.closeYear, endedYear);
}

function close(title: string, wanted: (now: number) => Closed | undefined): void {
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    let plan = planClosing(ports, SEEDS, wanted(ports.now()));
    for (;;) {
      const words = describeClosing(plan);
      if (!words.asks) {
        tell(words.title, words.text);
        return;
      }
      if (!ask(words.title, words.text)) return;
      const outcome = closePeriod(ports, SEEDS, plan);
      if (outcome.kind === 'closed') {
        const { version } = outcome;
        tell(
          words.title,
          `Đã chốt bản ${version.version} vào Sổ báo cáo. Máy gửi thư cho Chủ tịch trong khoảng 10 phút.`,
        );
        return;
      }
      plan = outcome.plan;
    }
  });
}

/** Menu: Báo cáo đột xuất… One question a line of «Đột xuất» that has a next step. */
export function reportOutOfTurn(): void {
  throughDoor(AD_HOC_DEED, () => {
    const ports = portsFor(theFile());
    const lines = lookForLines(ports, SEEDS);
    if (lines.length === 0) tell(AD_HOC_DEED, NO_LINES);
    lines.forEach((id, i) => {
      const place = lines.length === 1 ? '' : ` (${i + 1}/${lines.length})`;
      let plan = planAdHoc(ports, SEEDS, id);
      for (;;) {
        const words = describeAdHoc(plan);
        const { title, text, asks } = words;
        if (!asks) tell(`${title}${place}`, text);
        if (!asks || !ask(`${title}${place}`, text)) {
          // No is no: the clock must not do by the tick what was just declined.
          if (plan.ticked) untick(ports, SEEDS, id, asks ? 'Đã trả lời «Không», chưa làm gì' : inOneLine(words));
          return;
        }
        const outcome = freezeAdHoc(ports, SEEDS, plan);
        if (outcome.kind === 'done') {
          tell(`${title}${place}`, `${outcome.words}.`);
          return;
        }
        plan = outcome.plan;
      }
    });
  });
}

const NO_LINES =
  'Không có yêu cầu nào chờ xử lý. Yêu cầu mới: ghi một dòng ở tab Đột xuất: Nội dung, Phạm vi, Đơn vị trả lời trước (và Căn cứ, Mức khẩn nếu có), rồi ' +
  'bấm lại Báo cáo đột xuất. Để lập bản đính chính của yêu cầu đã tổng hợp: đánh dấu ô Chọn của dòng đó trước.';

/** Menu: Gửi thử cho tôi, Gửi Chủ tịch, Nhắc đơn vị… Mail is the clock's work: the click leaves a request for it. */
export function sendTestMail(): void {
  askTheClock('test', 'Thư báo cáo của bản chốt gần nhất sẽ được gửi thử tới địa chỉ của đồng chí, không gửi ai khác.');
}

export function sendToChairman(): void {
  askTheClock('chairman', 'Gửi bản chốt mới nhất của kỳ vừa hết cho Chủ tịch, nếu bản đó chưa được gửi.');
}

export function remindAllUnits(): void {
  askTheClock('remind', 'Gửi thư nhắc tới các đơn vị còn dòng chưa báo cáo trong kỳ đang mở.');
}

function askTheClock(name: RequestName, question: string): void {
  const title = REQUESTS[name];
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    if (!ask(title, `${question}\n\nMáy làm trong khoảng 10 phút và ghi kết quả ở tab Điều khiển. Đồng ý?`)) return;
    askFor(ports, SEEDS, name);
    tell(title, 'Đã ghi yêu cầu vào tab Điều khiển.');
  });
}

/** Menu: Kiểm tra dữ liệu */
export function checkSheetData(): void {
  const title = 'Kiểm tra dữ liệu';
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    const list = checkSheet(ports, SEEDS);
    const isLong = list.items.length > PREVIEW_LINES - 5;
    if (isLong) writeCheck(ports, SEEDS, list);
    const where = isLong ? `\nDanh sách đầy đủ, kèm việc cần làm: tab «${CHECK.title}».` : '';
    tell(title, `${describeCheck(list)}${where}`);
  });
}

/** Menu: Đồng bộ bảng tính… */
export function syncSheet(): void {
  throughDoor('Đồng bộ bảng tính', () => {
    const ports = portsFor(theFile());
    const plan = planSync(ports, SEEDS);
    requireKeeper(plan.settings, ports);
    synchronise(ports, 'Đồng bộ bảng tính', plan);
  });
}

/** Menu: Thiết lập ban đầu… */
export function setUp(): void {
  const title = 'Thiết lập ban đầu';
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    const initial = initialSettings(ports, PLAN_RULES);
    // Whoever set this file up stays its keeper, though «Cấu hình», which says so, were deleted.
    const { [SET_UP]: file, [INSTALLER]: installer } = ports.store.all();
    if (file === ports.workbook.id && installer !== undefined) initial['installingAccount'] = installer;
    const plan = planAsOriginal(ports, title, initial);
    if (!plan) return;
    requireKeeper(plan.settings, ports);
    if (!synchronise(ports, title, plan)) return;
    // A second account's clock would find that it is not the one, and do nothing, every ten minutes.
    if (plan.settings.installingAccount === ports.account) installClock();
    ports.store.set(SET_UP, ports.workbook.id);
    ports.store.set(INSTALLER, plan.settings.installingAccount);
    if (file !== ports.workbook.id) ports.store.set(SINCE, String(ports.now()));
    ports.store.set(EDIT_SETTINGS, editSettings(plan.settings));
    addMenu(true);
    tell(title, NEXT_STEPS);
  });
}

/** Menu: Lịch tự động… */
export function showSchedule(): void {
  const title = 'Lịch tự động';
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    const observation = observe(ports, SEEDS, { settings: 'all', units: 'all', ledger: 'all' });
    const { settings } = observation;
    requireKeeper(settings, ports);
    const asked = awaited(readAdHocLedger(observation.reader('ledger')));
    const planned = scheduleAhead(settings, readUnitRows(observation.placement), ports.now(), asked);
    const isInstaller = settings.installingAccount === ports.account;
    const words = scheduleWords(planned, hasClock());
    if (!isInstaller) {
      tell(
        title,
        `${words}\n\nLịch chạy ở tài khoản cài đặt ${settings.installingAccount}; chỉ tài khoản đó bật, tắt được.`,
      );
    } else if (!hasClock()) {
      if (!ask(title, `${words}\n\nBật lịch tự động?`)) return;
      installClock();
      tell(title, 'Đã bật lịch tự động, 10 phút một lần.');
    } else if (ask(title, `${words}\n\nTắt lịch tự động? (Không: để nguyên.)`)) {
      removeClock();
      tell(title, 'Đã tắt lịch tự động: không thư nào được gửi cho tới khi bật lại.');
    }
  });
}

/** Menu: Giới thiệu */
export function aboutProgram(): void {
  throughDoor('Giới thiệu', () => {
    tell(
      'Theo dõi Đề án 06',
      `Phiên bản ${VERSION}. Kế hoạch năm ${SEEDS.plan.year} của ${SEEDS.plan.commune}, ${SEEDS.tasks.length} nhiệm vụ.`,
    );
  });
}

const NEXT_STEPS =
  'Đã dựng bảng và cài lịch tự động. Việc tiếp theo:\n' +
  '1. Tab Cấu hình: ghi Tài khoản Công an xã, E-mail Chủ tịch.\n' +
  '2. Tab Đơn vị: ghi Tài khoản Google để nhập của từng đơn vị.\n' +
  '3. Chia sẻ tệp cho các tài khoản đó với quyền Người chỉnh sửa.\n' +
  '4. Tab Nhiệm vụ: chọn Đầu mối cho các dòng còn trống.\n' +
  '5. Đề án 06 ▸ Đồng bộ bảng tính, để đặt quyền theo từng đơn vị.';

/** Shows, asks, applies; shows again where the plan grew meanwhile. False where the person said no. */
function synchronise(ports: Ports, title: string, first: SyncPlan): boolean {
  if (isSettled(first)) {
    tell(title, ['Bảng đã đúng, không có gì phải sửa.', ...previewLines(first)].join('\n'));
    return true;
  }
  let plan = withReturned(ports, title, first);
  for (;;) {
    if (!ask(title, previewText(ports, plan))) return false;
    const outcome = applySync(ports, SEEDS, plan);
    if (outcome.kind !== 'grew') return true;
    plan = outcome.plan;
  }
}

const isSettled = ({ changes, rights }: SyncPlan) =>
  changes.every(({ impact }) => impact === 'leave') && rights.length === 0;

/** What people had typed into rows and columns that were deleted is offered back before anything else is asked. */
function withReturned(ports: Ports, title: string, plan: SyncPlan): SyncPlan {
  const offer = offerBack(ports, SEEDS, plan);
  if (!offer) return plan;
  const question = [
    'Có dòng hoặc cột nhập liệu của tab Nhiệm vụ đã bị xóa. Máy còn giữ nội dung của:',
    ...offer.lines,
    '',
    'Điền lại nội dung đó khi khôi phục? (Không: khôi phục để trống.)',
  ];
  return ask(title, question.join('\n')) ? planReturning(ports, SEEDS, plan, offer.returned) : plan;
}

/** The changes by weight; a long list stands whole in a tab of its own. */
function previewText(ports: Ports, plan: SyncPlan): string {
  const lines = previewLines(plan);
  if (lines.length <= PREVIEW_LINES) return [...lines, '', 'Thực hiện các thay đổi trên?'].join('\n');
  writePreview(ports, plan);
  // What people should know comes before what is the same twenty times over.
  const { warnings } = plan;
  const first = [...lines.slice(lines.length - warnings.length, lines.length - warnings.length + 3)];
  const room = PREVIEW_LINES - 4 - first.length;
  return [
    ...first,
    ...lines.slice(0, room),
    `… tất cả ${lines.length} dòng: xem danh sách đầy đủ ở tab «${PREVIEW.title}».`,
    '',
    'Thực hiện ngay? (Không: đọc tab đó rồi bấm lại Đồng bộ bảng tính.)',
  ].join('\n');
}

function previewLines({ lines, warnings }: SyncPlan): string[] {
  return [
    ...lines.map(({ impact, text }) => `${IMPACT_WORDS[impact]}: ${text}`),
    ...warnings.map((text) => `Lưu ý: ${text}`),
  ];
}
