// Menu: Thiết lập ban đầu… Builds or heals the sheet, installs the clock, and says what is still missing.
import { adoptCopy, isCopy } from '../../app/adopt-copy.ts';
import { requireKeeper } from '../../app/observe.ts';
import { EDIT_SETTINGS, editSettings } from '../../app/on-edit.ts';
import { SINCE } from '../../app/run-duties.ts';
import { initialSettings, planSync } from '../../app/sync.ts';
import { PLAN_RULES } from '../../core/period.ts';
import { ask, tell, throughDoor } from '../dialog.ts';
import { addMenu, INSTALLER, SET_UP } from '../menu.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';
import { installClock } from '../triggers.ts';
import { synchronise } from './sync.ts';

/** Menu: Thiết lập ban đầu… */
export function setUp(): void {
  const title = 'Thiết lập ban đầu';
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    const initial = initialSettings(ports, PLAN_RULES);
    // Whoever set this file up stays its keeper, though «Cấu hình», which says so, were deleted.
    const { [SET_UP]: file, [INSTALLER]: installer } = ports.store.all();
    if (file === ports.workbook.id && installer !== undefined) initial['installingAccount'] = installer;
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

const NEXT_STEPS =
  'Đã dựng bảng và cài lịch tự động. Việc tiếp theo:\n' +
  '1. Tab Cấu hình: ghi Tài khoản Công an xã, E-mail Chủ tịch.\n' +
  '2. Tab Đơn vị: ghi Tài khoản Google để nhập của từng đơn vị.\n' +
  '3. Chia sẻ tệp cho các tài khoản đó với quyền Người chỉnh sửa.\n' +
  '4. Tab Nhiệm vụ: chọn Đầu mối cho các dòng còn trống.\n' +
  '5. Đề án 06 ▸ Đồng bộ bảng tính, để đặt quyền theo từng đơn vị.';
