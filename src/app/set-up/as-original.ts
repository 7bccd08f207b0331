// A file that is not the sheet it says it is, at the set-up: one that was uploaded from a backup, or a copy of another.

import { isOneOf } from '../../core/addresses.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { marksDue, putBack } from '../clock/machine-settings.ts';
import { INSTALLER } from '../marks.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { adoptCopy, isCopy } from '../sync/adopt-copy.ts';
import { adoptUpload, describeUpload, findUpload } from '../sync/adopt-upload.ts';
import { type InitialSettings, planSync, type SyncPlan } from '../sync/sync.ts';
import { rememberedSettings } from './remember-set-up.ts';

const COPY =
  'Tệp này là bản sao của một bảng theo dõi khác. Đặt tệp này làm bảng chính? Mọi tài khoản và địa chỉ nhận thư trong ' +
  'Cấu hình và Đơn vị sẽ được xóa trắng để ghi lại.';

/** The plan of the set-up, once what was typed over the machine's own settings is put back by one who may. */
function planWithMarks(ports: Ports, seeds: ResolvedPlan, initial: InitialSettings): SyncPlan {
  const plan = planSync(ports, seeds, initial);
  const store = ports.store.all();
  const isKeeper = isOneOf(ports.account, [...plan.settings.policeAccounts, store[INSTALLER] ?? '']);
  const written = isKeeper ? marksDue(plan.settings, ports, store).map((due) => putBack(ports, seeds, due)) : [];
  return written.includes(true) ? planSync(ports, seeds, initial) : plan;
}

export interface Original {
  readonly plan: SyncPlan;
  /** How it became the original just now: its tabs were rebuilt from a backup of its own, its addresses were blanked. */
  readonly became: 'rebuilt' | 'blanked' | undefined;
}

/** The plan of the set-up, once the file is made the original where it must be; undefined where the person said no. @throws Refusal */
export function planAsOriginal(ports: Ports, seeds: ResolvedPlan, person: Person, title: string): Original | undefined {
  const initial = rememberedSettings(ports);
  const upload = findUpload(ports, seeds);
  if (upload) {
    if (!person.ask(title, describeUpload(upload), 'original')) return undefined;
    adoptUpload(ports, seeds, upload);
    if (!upload.isSame) adoptCopy(ports, seeds);
  }
  const plan = planWithMarks(ports, seeds, initial);
  if (!isCopy(plan.settings, ports)) return { plan, became: upload && (upload.isSame ? 'rebuilt' : 'blanked') };
  if (!person.ask(title, COPY, 'original')) return undefined;
  adoptCopy(ports, seeds);
  return { plan: planSync(ports, seeds, initial), became: 'blanked' };
}
