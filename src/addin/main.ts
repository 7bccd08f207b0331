// The doors: one function a name that Google calls. The build makes a top-level function of each export.
import { adoptCopy, isCopy } from '../app/adopt-copy.ts';
import { closePeriod } from '../app/close-period.ts';
import { describeClosing } from '../app/describe-closing.ts';
import { requireKeeper } from '../app/observe.ts';
import { EDIT_SETTINGS, editSettings } from '../app/on-edit.ts';
import { planClosing } from '../app/plan-closing.ts';
import type { Ports } from '../app/ports.ts';
import { Refusal } from '../app/refusal.ts';
import { runDuties } from '../app/run-duties.ts';
import { applySync, type InitialSettings, initialSettings, planSync, type SyncPlan } from '../app/sync.ts';
import { PLAN_RULES } from '../core/period.ts';
import { IMPACT_WORDS, PREVIEW_LINES } from '../sheet/describe.ts';
import { ask, tell, throughDoor } from './dialog.ts';
import { addMenu, SET_UP } from './menu.ts';
import { stampEdit } from './on-edit.ts';
import { portsFor, scriptStore, VERSION } from './ports.ts';
import { SEEDS } from './seeds.ts';
import { installClock } from './triggers.ts';

/** Simple trigger: runs before anybody has agreed to anything, so it builds the menu and nothing else. */
export function onOpen(): void {
  addMenu(PropertiesService.getScriptProperties().getProperty(SET_UP) !== null);
}

/** Simple trigger, for everybody who edits. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  stampEdit(event);
}

/** The clock trigger of the installing account. A failure is thrown, so that Google writes to that account. */
export function runClock(): void {
  try {
    const done = runDuties(portsFor(theFile()), SEEDS);
    if (done.length > 0) console.log(JSON.stringify(done));
  } catch (cause) {
    // Somebody is closing or syncing this very moment: the next run is ten minutes away.
    if (!(cause instanceof Refusal && cause.code === 'busy')) throw cause;
  }
}

/** Menu: Tổng hợp báo cáo… */
export function closeReport(): void {
  throughDoor('Tổng hợp báo cáo', () => {
    const ports = portsFor(theFile());
    let plan = planClosing(ports, SEEDS);
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

/** Menu: Đồng bộ bảng tính… */
export function syncSheet(): void {
  throughDoor('Đồng bộ bảng tính', () => {
    const ports = portsFor(theFile());
    const plan = planSync(ports, SEEDS);
    requireKeeper(plan.settings, ports);
    synchronise(ports, 'Đồng bộ bảng tính', plan, {});
  });
}

/** Menu: Thiết lập ban đầu… */
export function setUp(): void {
  const title = 'Thiết lập ban đầu';
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    const initial = initialSettings(ports, PLAN_RULES);
    let plan = planSync(ports, SEEDS, initial);
    if (isCopy(plan.settings, ports)) {
      const question =
        'Tệp này là bản sao của một bảng theo dõi khác. Đặt tệp này làm bảng chính? Mọi tài khoản và địa chỉ nhận thư trong ' +
        'Cấu hình và Đơn vị sẽ được xóa trắng để ghi lại.';
      if (!ask(title, question)) return;
      adoptCopy(ports, SEEDS);
      plan = planSync(ports, SEEDS, initial);
    }
    requireKeeper(plan.settings, ports);
    if (!synchronise(ports, title, plan, initial)) return;
    // A second account's clock would find that it is not the one, and do nothing, every ten minutes.
    if (plan.settings.installingAccount === ports.account) installClock();
    ports.store.set(SET_UP, ports.workbook.id);
    ports.store.set(EDIT_SETTINGS, editSettings(plan.settings));
    addMenu(true);
    tell(title, NEXT_STEPS);
  });
}

/** Menu: Giới thiệu */
export function about(): void {
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

function theFile(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const active = SpreadsheetApp.getActiveSpreadsheet();
  if (active) return active;
  const id = scriptStore().all()[SET_UP];
  if (id === undefined) throw new Refusal('not-set-up');
  return SpreadsheetApp.openById(id);
}

/** Shows, asks, applies; shows again where the plan grew meanwhile. False where the person said no. */
function synchronise(ports: Ports, title: string, first: SyncPlan, initial: InitialSettings): boolean {
  let plan = first;
  for (;;) {
    if (plan.changes.every(({ impact }) => impact === 'leave') && plan.rights.length === 0) {
      tell(title, ['Bảng đã đúng, không có gì phải sửa.', ...previewLines(plan)].join('\n'));
      return true;
    }
    if (!ask(title, [...previewLines(plan), '', 'Thực hiện các thay đổi trên?'].join('\n'))) return false;
    const outcome = applySync(ports, SEEDS, plan, initial);
    if (outcome.kind !== 'grew') return true;
    plan = outcome.plan;
  }
}

function previewLines({ lines, warnings }: SyncPlan): string[] {
  const all = [
    ...lines.map(({ impact, text }) => `${IMPACT_WORDS[impact]}: ${text}`),
    ...warnings.map((text) => `Lưu ý: ${text}`),
  ];
  const shown = all.slice(0, PREVIEW_LINES);
  return all.length > shown.length ? [...shown, `… và ${all.length - shown.length} dòng nữa.`] : shown;
}
