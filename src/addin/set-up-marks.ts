// What the script remembers of a set-up, beside what stands in the sheet: whoever deletes «Cấu hình» does not become the file's keeper.

import { INSTALLER, SET_UP, SINCE } from '../app/marks.ts';
import { EDIT_SETTINGS, editSettings, settingsForEdit } from '../app/on-edit.ts';
import type { Ports } from '../app/ports.ts';
import { type InitialSettings, initialSettings, type SyncPlan } from '../app/sync/sync.ts';
import { PLAN_RULES } from '../core/period.ts';

/** What «Cấu hình» is made with; who set this file up stays its installing account. */
export function rememberedSettings(ports: Ports): InitialSettings {
  const initial = initialSettings(ports, PLAN_RULES);
  const { [SET_UP]: file, [INSTALLER]: installer } = ports.store.all();
  if (file === ports.workbook.id && installer !== undefined) initial['installingAccount'] = installer;
  return initial;
}

export function rememberSetUp(ports: Ports, { settings }: SyncPlan): void {
  const isFirst = ports.store.all()[SET_UP] !== ports.workbook.id;
  ports.store.set(SET_UP, ports.workbook.id);
  ports.store.set(INSTALLER, settings.installingAccount);
  if (isFirst) ports.store.set(SINCE, String(ports.now()));
  ports.store.set(EDIT_SETTINGS, editSettings(settingsForEdit(settings)));
}
