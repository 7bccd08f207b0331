// A file that is not the sheet it says it is, at the set-up: one that was uploaded from a backup, or a copy of another.

import { marksDue, putBack } from '../app/clock/machine-settings.ts';
import { INSTALLER } from '../app/marks.ts';
import type { Ports } from '../app/ports.ts';
import { adoptCopy, isCopy } from '../app/sync/adopt-copy.ts';
import { adoptUpload, describeUpload, findUpload } from '../app/sync/adopt-upload.ts';
import { planSync, type SyncPlan } from '../app/sync/sync.ts';
import { isOneOf } from '../core/addresses.ts';
import { ask } from './dialog.ts';
import { SEEDS } from './seeds.ts';

const COPY =
  'Tệp này là bản sao của một bảng theo dõi khác. Đặt tệp này làm bảng chính? Mọi tài khoản và địa chỉ nhận thư trong ' +
  'Cấu hình và Đơn vị sẽ được xóa trắng để ghi lại.';

/** The plan of the set-up, once what was typed over the machine's own settings is put back by one who may. */
export function planWithMarks(ports: Ports, initial: Parameters<typeof planSync>[2]): SyncPlan {
  const plan = planSync(ports, SEEDS, initial);
  const store = ports.store.all();
  const isKeeper = isOneOf(ports.account, [...plan.settings.policeAccounts, store[INSTALLER] ?? '']);
  const written = isKeeper ? marksDue(plan.settings, ports, store).map((due) => putBack(ports, SEEDS, due)) : [];
  return written.includes(true) ? planSync(ports, SEEDS, initial) : plan;
}

/** The plan of the set-up, once the file is made the original where it must be; undefined where the person said no. */
export function planAsOriginal(
  ports: Ports,
  title: string,
  initial: Parameters<typeof planSync>[2],
): SyncPlan | undefined {
  const upload = findUpload(ports, SEEDS);
  if (upload) {
    if (!ask(title, describeUpload(upload))) return undefined;
    adoptUpload(ports, SEEDS, upload);
    if (!upload.isSame) adoptCopy(ports, SEEDS);
  }
  const plan = planWithMarks(ports, initial);
  if (!isCopy(plan.settings, ports)) return plan;
  if (!ask(title, COPY)) return undefined;
  adoptCopy(ports, SEEDS);
  return planSync(ports, SEEDS, initial);
}
